//! The base addresses of services that an environment of one's own names.

use super::Invalid;
use super::link::is_loopback;
use super::retired_host::at_the_host_meant;
use super::typed::word;
use url::Url;

/// The first part of the path of each API of Altinn's platform. It belongs to the calls, not to the base address.
const PRODUCTS: [&str; 10] = [
    "accesslist",
    "accessmanagement",
    "authentication",
    "authorization",
    "broker",
    "correspondence",
    "events",
    "notifications",
    "register",
    "resourceregistry",
];

/// Reads the base address of a service: https, or http on this machine. It ends in a slash; without it, joining a path would replace
/// the address's last part.
///
/// # Errors
/// Why it is none. [`Invalid::UrlMeant`], [`Invalid::UrlRetired`] and [`Invalid::UrlPlainHttp`] have the address that was most likely
/// meant.
pub fn base_address(text: &str) -> Result<Url, Invalid> {
    let text = word(text);
    let spelled = spelled(&text)?;
    let mut url = Url::parse(spelled).map_err(|_| Invalid::UrlShape)?;
    if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
        return Err(Invalid::UrlShape);
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Invalid::UrlCredentials);
    }
    if let Some(mut meant) = at_the_host_meant(&url) {
        let host = url.host_str().unwrap_or_default().to_owned();
        bare(&mut meant);
        return Err(Invalid::UrlRetired { host, meant: meant.as_str().replacen("http:", "https:", 1) });
    }
    if url.query().is_some() || url.fragment().is_some() || has_path_of_a_call(&url) {
        bare(&mut url);
        return Err(Invalid::UrlMeant { meant: url.to_string() });
    }
    if url.scheme() == "http" && !is_loopback(&url) {
        return Err(Invalid::UrlPlainHttp { meant: url.as_str().replacen("http:", "https:", 1) });
    }
    if !url.path().ends_with('/') {
        let path = format!("{}/", url.path());
        url.set_path(&path);
    }
    Ok(url)
}

/// The text, if it begins with one scheme that is spelled right.
///
/// # Errors
/// [`Invalid::UrlMeant`] with the right spelling for `https://https://host`, `https//host`, `https:/host` and `host.example.no`.
pub(super) fn spelled(text: &str) -> Result<&str, Invalid> {
    let (mut rest, mut scheme) = (text, None);
    while let Some((name, after)) = scheme_of(rest) {
        (rest, scheme) = (after, Some(name));
    }
    let host = rest.split(['/', ':', '?', '#']).next().unwrap_or_default();
    if host.is_empty() || rest.contains(' ') || (scheme.is_none() && !host.contains('.')) {
        return Err(if text.is_empty() { Invalid::Empty } else { Invalid::UrlShape });
    }
    let meant = format!("{}://{rest}", scheme.unwrap_or("https"));
    if meant.eq_ignore_ascii_case(text) { Ok(text) } else { Err(Invalid::UrlMeant { meant }) }
}

/// The scheme at the start, however its colon and slashes are spelled, and what follows it.
fn scheme_of(text: &str) -> Option<(&'static str, &str)> {
    let begins = |scheme: &str| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let scheme = ["https", "http"].into_iter().find(|scheme| begins(scheme))?;
    let after = text.get(scheme.len()..)?;
    after.starts_with([':', ';', '/', '\\']).then(|| (scheme, after.trim_start_matches([':', ';', '/', '\\', ' '])))
}

fn has_path_of_a_call(url: &Url) -> bool {
    base_length(url) < segments(url).len()
}

/// How many parts of the path belong to the base: all, or those before the first of a call.
fn base_length(url: &Url) -> usize {
    let segments = segments(url);
    // The paths of Altinn's APIs, and those at Maskinporten's issuer.
    let is_call = |at: usize| {
        let part = |at: usize| segments.get(at).map(String::as_str).unwrap_or_default();
        (PRODUCTS.contains(&part(at)) && matches!(part(at + 1), "api" | "swagger" | ""))
            || part(at) == ".well-known"
            || (matches!(part(at), "token" | "jwk") && at + 1 == segments.len())
    };
    (0..segments.len()).find(|at| is_call(*at)).unwrap_or(segments.len())
}

fn segments(url: &Url) -> Vec<String> {
    url.path_segments().into_iter().flatten().filter(|part| !part.is_empty()).map(str::to_ascii_lowercase).collect()
}

/// Takes away what belongs to a call: the end of the path, the query and the fragment.
fn bare(url: &mut Url) {
    url.set_query(None);
    url.set_fragment(None);
    let kept = base_length(url);
    let base: Vec<&str> = url.path_segments().into_iter().flatten().filter(|part| !part.is_empty()).take(kept).collect();
    let path = if base.is_empty() { "/".to_owned() } else { format!("/{}/", base.join("/")) };
    url.set_path(&path);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, Invalid> {
        base_address(text).map(|url| url.to_string())
    }

    fn meant(meant: &str) -> Result<String, Invalid> {
        Err(Invalid::UrlMeant { meant: meant.to_owned() })
    }

    #[test]
    fn a_base_address_ends_in_a_slash_whatever_came_along_with_it() {
        for text in ["https://a.no", "https://a.no/ ", "\"https://a.no\"", "\u{feff}https://a.no\u{200b}", "HTTPS://A.no/"] {
            assert_eq!(read(text), Ok("https://a.no/".to_owned()), "{text}");
        }
        assert_eq!(read("http://127.0.0.1:1/x"), Ok("http://127.0.0.1:1/x/".to_owned()));
        assert_eq!(read("https://api.test.samarbeid.digdir.no/api/v1/"), Ok("https://api.test.samarbeid.digdir.no/api/v1/".to_owned()));
    }

    #[test]
    fn a_slip_is_refused_with_what_was_meant() {
        for text in
            ["https://https://a.no/", "https//a.no/", "https:/a.no/", "https:a.no/", "https:\\\\a.no/", "http://https://a.no/", "a.no/"]
        {
            assert_eq!(read(text), meant("https://a.no/"), "{text}");
        }
        for path in
            ["broker/api/v1/", "broker/api/v1/filetransfer", "events/api/v1", "resourceregistry/api/v1/resource/x", "broker", "?x=1"]
        {
            assert_eq!(read(&format!("https://platform.tt02.altinn.no/{path}")), meant("https://platform.tt02.altinn.no/"), "{path}");
        }
        for path in ["token", ".well-known/oauth-authorization-server", "jwk"] {
            assert_eq!(read(&format!("https://test.maskinporten.no/{path}")), meant("https://test.maskinporten.no/"), "{path}");
        }
        assert_eq!(read("https://gateway.example.no/altinn/broker/api/v1"), meant("https://gateway.example.no/altinn/"));
    }

    #[test]
    fn a_host_of_older_guides_is_refused_with_the_one_of_today() {
        for (text, host, meant) in [
            ("https://ver2.maskinporten.no/", "ver2.maskinporten.no", "https://test.maskinporten.no/"),
            ("https://VER1.maskinporten.no/token", "ver1.maskinporten.no", "https://test.maskinporten.no/"),
            ("http://api.altinn.no/broker/api/v1/file", "api.altinn.no", "https://platform.altinn.no/"),
        ] {
            assert_eq!(read(text), Err(Invalid::UrlRetired { host: host.to_owned(), meant: meant.to_owned() }), "{text}");
        }
    }

    #[test]
    fn plain_http_stays_on_this_machine() {
        for here in ["http://127.0.0.1:4711/", "http://localhost:1/", "http://[::1]:1/", "http://altinn.localhost/"] {
            assert_eq!(read(here), Ok(here.to_owned()));
        }
        for there in ["http://a.no/", "http://10.0.0.1/", "http://localhost.a.no/", "http://127.0.0.1.a.no/"] {
            assert_eq!(read(there), Err(Invalid::UrlPlainHttp { meant: there.replace("http:", "https:") }), "{there}");
        }
    }

    #[test]
    fn what_is_no_base_address_is_refused() {
        assert_eq!(read(""), Err(Invalid::Empty));
        assert_eq!(read("https://me:secret@a.no/"), Err(Invalid::UrlCredentials));
        for text in ["altinn", "ftp://a.no/", "https://", "mailto:a@b.no", "https://a b.no/"] {
            assert!(matches!(read(text), Err(Invalid::UrlShape | Invalid::UrlMeant { .. })), "{text}: {:?}", read(text));
        }
    }
}
