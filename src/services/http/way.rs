//! The way to an address: directly or through a proxy, and who says so. Only what is decided here is used: the HTTP client gets no
//! proxy from elsewhere.

use super::host_of;
use crate::services::{ProxyFlaw, ProxySource};
use crate::values::is_loopback;
use hyper::Uri;
use hyper::header::HeaderValue;
use hyper_util::client::proxy::matcher::Matcher;
use std::ffi::{OsStr, OsString};
use std::fmt;
use url::Url;

/// The variables that name a proxy for https addresses; the first that is set counts.
const FOR_HTTPS: &[&str] = &["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];
const FOR_HTTP: &[&str] = &["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"];
/// The variables that list what goes without a proxy.
const EXCEPTIONS: &[&str] = &["NO_PROXY", "no_proxy"];
/// The schemes that an address of a proxy may have.
const SCHEMES: &[&str] = &["http", "https", "socks4", "socks4a", "socks5", "socks5h"];

/// The way that calls to an address take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// The address is on this machine, where no proxy is used (contract 7).
    Here,
    /// No proxy is set.
    Direct,
    /// Directly, because this variable excepts the host from the proxy.
    Excepted {
        variable: &'static str,
    },
    Through(Proxy),
    /// This variable names a proxy, but cannot be read. Nothing is sent: going directly is not what was asked for.
    Unreadable {
        variable: &'static str,
        flaw: ProxyFlaw,
    },
}

/// A proxy, and who names it.
#[derive(Clone, PartialEq, Eq)]
pub struct Proxy {
    /// With name and password.
    address: Url,
    pub source: ProxySource,
}

impl Proxy {
    /// Its host, with the port unless that is the scheme's default. Never its password.
    #[must_use]
    pub fn host(&self) -> String {
        host_of(&self.address)
    }

    pub(super) fn address(&self) -> &Url {
        &self.address
    }

    pub(super) fn is_socks(&self) -> bool {
        self.address.scheme().starts_with("socks")
    }

    /// Whether it can be asked for a tunnel without the HTTP client, which needs no TLS.
    pub(super) fn can_be_asked(&self) -> bool {
        self.address.scheme() == "http"
    }

    pub(super) fn has_login(&self) -> bool {
        !self.address.username().is_empty()
    }

    /// The header that logs in with name and password. None without them.
    pub(super) fn login(&self) -> Option<HeaderValue> {
        let any = Uri::from_static("https://any.invalid/");
        Matcher::builder().all(String::from(self.address.clone())).build().intercept(&any)?.basic_auth().cloned()
    }
}

impl fmt::Debug for Proxy {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Proxy").field("host", &self.host()).field("source", &self.source).finish()
    }
}

/// What a variable names as the proxy.
#[derive(Debug)]
enum Setting {
    Read(Proxy),
    Unreadable { variable: &'static str, flaw: ProxyFlaw },
}

impl Setting {
    fn of(variable: &'static str, value: &OsStr) -> Self {
        match value.to_str().ok_or(ProxyFlaw::Shape).and_then(read) {
            Ok(address) => Self::Read(Proxy { address, source: ProxySource::Variable(variable) }),
            Err(flaw) => Self::Unreadable { variable, flaw },
        }
    }
}

/// What the variables and the system say about proxies, read once.
#[derive(Debug)]
pub(super) struct Ways {
    https: Option<Setting>,
    http: Option<Setting>,
    /// The variable that lists the exceptions. What it excepts, its matcher does not intercept.
    exceptions: Option<(&'static str, Matcher)>,
    system: Matcher,
}

impl Ways {
    pub(super) fn of_this_machine() -> Self {
        Self::read(|name| std::env::var_os(name), Matcher::from_system())
    }

    fn read(variable: impl Fn(&str) -> Option<OsString>, system: Matcher) -> Self {
        let first = |names: &[&'static str]| {
            let set = |name: &&'static str| Some((*name, variable(name)?));
            names.iter().filter_map(set).find(|(_, value)| !value.to_string_lossy().trim().is_empty())
        };
        let setting = |names| first(names).map(|(variable, value)| Setting::of(variable, &value));
        let exceptions = first(EXCEPTIONS).map(|(name, list)| (name, all_but(&list.to_string_lossy())));
        Self { https: setting(FOR_HTTPS), http: setting(FOR_HTTP), exceptions, system }
    }

    pub(super) fn to(&self, url: &Url) -> Way {
        if is_loopback(url) {
            return Way::Here;
        }
        let Ok(uri) = url.as_str().parse::<Uri>() else { return Way::Direct };
        let setting = if url.scheme() == "https" { &self.https } else { &self.http };
        let way = match setting {
            Some(Setting::Read(proxy)) => Way::Through(proxy.clone()),
            Some(Setting::Unreadable { variable, flaw }) => Way::Unreadable { variable, flaw: flaw.clone() },
            None => match self.system.intercept(&uri).and_then(|proxy| Url::parse(&proxy.uri().to_string()).ok()) {
                Some(address) => Way::Through(Proxy { address, source: ProxySource::System }),
                None => return Way::Direct,
            },
        };
        match &self.exceptions {
            Some((variable, others)) if others.intercept(&uri).is_none() => Way::Excepted { variable },
            _ => way,
        }
    }
}

/// Intercepts every address but those of the list. `*.example.no` is read as `.example.no`, and blanks separate as commas do: both
/// are written often, and other programs take them.
fn all_but(list: &str) -> Matcher {
    let entries = list.split(|c: char| c == ',' || c.is_whitespace()).filter(|entry| !entry.is_empty());
    let entries: Vec<&str> = entries.map(|entry| if entry.starts_with("*.") { entry.trim_start_matches('*') } else { entry }).collect();
    Matcher::builder().all("http://any.invalid").no(entries.join(",")).build()
}

/// Reads a proxy's address as people write it: `http://name:password@host:port`, all but the host optional.
fn read(text: &str) -> Result<Url, ProxyFlaw> {
    let text = text.trim();
    let is_scheme = |scheme: &str| !scheme.is_empty() && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    let (scheme, rest) = text.split_once("://").filter(|(scheme, _)| is_scheme(scheme)).unwrap_or(("http", text));
    let scheme = scheme.to_ascii_lowercase();
    if !SCHEMES.contains(&scheme.as_str()) {
        return Err(ProxyFlaw::Scheme(scheme.chars().take(20).collect()));
    }
    // The last @ ends the password: one that is part of it should have been encoded, and is found below.
    let (login, place) = rest.rsplit_once('@').map_or((None, rest), |(login, place)| (Some(login), place));
    if let Some(character) = login.and_then(misplaced) {
        return Err(ProxyFlaw::Character(character));
    }
    let place = place.split(['/', '?', '#']).next().unwrap_or_default();
    let login = login.map(|login| format!("{login}@")).unwrap_or_default();
    let url = Url::parse(&format!("{scheme}://{login}{place}/")).map_err(|_| ProxyFlaw::Shape)?;
    // The parser would take a backslash as the end of the host.
    if place.contains('\\') || url.host_str().is_none_or(str::is_empty) { Err(ProxyFlaw::Shape) } else { Ok(url) }
}

/// The first character that may not stand as it is in a name or password.
fn misplaced(login: &str) -> Option<char> {
    let is_encoded = |at: usize| login.get(at + 1..at + 3).is_some_and(|hex| hex.chars().all(|c| c.is_ascii_hexdigit()));
    let refused = |(at, c): (usize, char)| match c {
        '#' | '/' | '?' | '@' | '\\' | '[' | ']' => true,
        '%' => !is_encoded(at),
        c => c.is_whitespace() || c.is_control(),
    };
    login.char_indices().find(|found| refused(*found)).map(|(_, c)| c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ways(variables: &[(&str, &str)]) -> Ways {
        let of = |name: &str| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| OsString::from(value));
        Ways::read(of, Matcher::builder().build())
    }

    fn to(variables: &[(&str, &str)], url: &str) -> Way {
        ways(variables).to(&Url::parse(url).unwrap())
    }

    /// The proxy and its variable; empty without one.
    fn through(variables: &[(&str, &str)], url: &str) -> (String, &'static str) {
        match to(variables, url) {
            Way::Through(Proxy { address, source: ProxySource::Variable(variable) }) => (address.to_string(), variable),
            Way::Here | Way::Direct | Way::Excepted { .. } | Way::Unreadable { .. } | Way::Through(_) => (String::new(), ""),
        }
    }

    const TT02: &str = "https://platform.tt02.altinn.no/x";

    #[test]
    fn the_first_variable_that_is_set_counts() {
        for (variables, expected) in [
            (&[("HTTPS_PROXY", "http://a:1"), ("https_proxy", "http://b:1")][..], ("http://a:1/", "HTTPS_PROXY")),
            (&[("HTTPS_PROXY", " "), ("https_proxy", "b:1")], ("http://b:1/", "https_proxy")),
            (&[("ALL_PROXY", "socks5h://c:1080")], ("socks5h://c:1080/", "ALL_PROXY")),
            (&[("all_proxy", "SOCKS5://u:p@c")], ("socks5://u:p@c/", "all_proxy")),
            (&[("HTTP_PROXY", "http://a:1")], ("", "")),
        ] {
            assert_eq!(through(variables, TT02), (expected.0.to_owned(), expected.1), "{variables:?}");
        }
        assert_eq!(through(&[("HTTP_PROXY", "http://a:1")], "http://elsewhere.example.no/").1, "HTTP_PROXY");
        assert_eq!(to(&[], TT02), Way::Direct);
    }

    #[test]
    fn this_machine_is_never_behind_a_proxy() {
        for address in ["http://127.0.0.1:4711/", "http://localhost/", "http://[::1]:80/", "https://127.8.8.8/"] {
            assert_eq!(to(&[("ALL_PROXY", "http://a:1"), ("NO_PROXY", "*")], address), Way::Here, "{address}");
        }
    }

    #[test]
    fn exceptions_are_read_as_other_programs_read_them() {
        for list in ["*", "altinn.no", ".altinn.no", "localhost, *.altinn.no", "localhost platform.tt02.altinn.no"] {
            let way = to(&[("HTTPS_PROXY", "http://a:1"), ("no_proxy", list)], TT02);
            assert_eq!(way, Way::Excepted { variable: "no_proxy" }, "{list}");
        }
        assert_eq!(through(&[("HTTPS_PROXY", "http://a:1"), ("NO_PROXY", "inn.no,10.0.0.0/8")], TT02).1, "HTTPS_PROXY");
        let unreadable = [("HTTPS_PROXY", "http://u:a#b@p:1"), ("NO_PROXY", "altinn.no")];
        assert!(matches!(to(&unreadable, TT02), Way::Excepted { .. }), "what goes directly needs no proxy");
        assert_eq!(to(&[("NO_PROXY", "altinn.no")], TT02), Way::Direct, "without a proxy there is nothing to except from");
    }

    #[test]
    fn what_cannot_be_read_is_named_and_never_goes_directly() {
        for (text, flaw) in [
            ("http://user:pa#ss@proxy:3128", ProxyFlaw::Character('#')),
            ("http://user:12#ss@proxy:3128", ProxyFlaw::Character('#')),
            ("http://user:pa/ss@proxy:3128", ProxyFlaw::Character('/')),
            ("http://user:pa?ss@proxy:3128", ProxyFlaw::Character('?')),
            ("http://user:pa@ss@proxy:3128", ProxyFlaw::Character('@')),
            ("http://DOMAIN\\user:pass@proxy:3128", ProxyFlaw::Character('\\')),
            ("user:100%@proxy:3128", ProxyFlaw::Character('%')),
            ("http://user:pa ss@proxy:3128", ProxyFlaw::Character(' ')),
            ("ftp://proxy:3128", ProxyFlaw::Scheme("ftp".to_owned())),
            ("http://", ProxyFlaw::Shape),
            ("http://proxy:port", ProxyFlaw::Shape),
            ("http://user:pass@", ProxyFlaw::Shape),
            ("http://DOMAIN\\proxy:3128", ProxyFlaw::Shape),
        ] {
            let way = to(&[("HTTPS_PROXY", text)], TT02);
            assert_eq!(way, Way::Unreadable { variable: "HTTPS_PROXY", flaw }, "{text}");
        }
    }

    #[test]
    fn an_encoded_password_is_sent_decoded_and_never_shown() {
        let Way::Through(proxy) = to(&[("HTTPS_PROXY", "http://us%5Cer:p%40%23:ø@proxy:3128/")], TT02) else { unreachable!() };
        assert_eq!(proxy.host(), "proxy:3128");
        // us\er:p@#:ø
        assert_eq!(proxy.login().unwrap(), "Basic dXNcZXI6cEAjOsO4");
        let shown = format!("{proxy:?} {:?}", ways(&[("HTTPS_PROXY", "http://user:secret@proxy:3128/")]).to(&Url::parse(TT02).unwrap()));
        assert!(!shown.contains("p%40") && !shown.contains("secret") && !shown.contains("user"), "{shown}");
    }
}
