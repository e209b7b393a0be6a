//! The addresses that Altinn Events posts events to.

use super::Invalid;
use super::base_address::spelled;
use super::typed::word;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use url::Url;

/// Stands for the sandbox's address in stored answers, because its port may change from one start to the next.
const SANDBOX: &str = "{sandbox}";

/// An absolute `http` or `https` address. Whether Altinn accepts it (https, reachable) is left to the check `events.endpoint`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Webhook(String);

impl Webhook {
    /// The address, with `{sandbox}` replaced by `platform`, the address of the sandbox that runs now.
    ///
    /// # Errors
    /// [`Invalid::WebhookShape`] if the result is not an address, which only a profile edited by hand can cause.
    pub fn resolve(&self, platform: &Url) -> Result<Url, Invalid> {
        let origin = platform.as_str().trim_end_matches('/');
        Url::parse(&self.0.replace(SANDBOX, origin)).map_err(|_| Invalid::WebhookShape)
    }

    /// An address in the sandbox that stays valid when the sandbox's port changes.
    #[must_use]
    pub fn in_sandbox(path: &str) -> Self {
        Self(format!("{SANDBOX}/{}", path.trim_start_matches('/')))
    }

    /// The address below a public one that ends with this part.
    ///
    /// # Errors
    /// What is wrong with the public address.
    pub fn below(public: &Url, part: &str) -> Result<Self, Invalid> {
        let mut bare = public.clone();
        bare.set_query(None);
        bare.set_fragment(None);
        format!("{}/{part}", bare.as_str().trim_end_matches('/')).parse()
    }

    /// The last part of the address, if it lies right below this public one.
    #[must_use]
    pub fn part_below(&self, public: &Url) -> Option<String> {
        let part = self.0.rsplit('/').next().filter(|part| !part.is_empty())?;
        (Self::below(public, part).ok()?.0 == self.0).then(|| part.to_owned())
    }

    /// The address, if it is sent to without encryption. None for one in the sandbox, wherever that is.
    #[must_use]
    pub fn plain_http(&self) -> Option<Url> {
        Url::parse(&self.0).ok().filter(|url| url.scheme() == "http")
    }

    /// The address as it was given, with `{sandbox}` if it has that.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether two addresses are one for Events, which compares their normal form: beside what parsing makes equal, a character counts the
/// same whether percent-encoded or not, as far as it needs no encoding (facts platform F.1).
#[must_use]
pub fn is_same_endpoint(one: &Url, other: &Url) -> bool {
    let normal = |url: &Url| encoded_where_needed(url.as_str());
    one == other || normal(one) == normal(other)
}

/// Decodes the characters that never need an encoding (RFC 3986, 2.3), and writes the digits of the others in upper case.
fn encoded_where_needed(address: &str) -> String {
    let mut parts = address.split('%');
    let mut normal = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) => normal.push(char::from(byte)),
            Some(byte) => normal.push_str(&format!("%{byte:02X}")),
            None => {
                normal.push('%');
                normal.push_str(part);
                continue;
            }
        }
        normal.push_str(part.get(2..).unwrap_or_default());
    }
    normal
}

impl FromStr for Webhook {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let address = word(text);
        if address.is_empty() {
            return Err(Invalid::Empty);
        }
        let probe = address.replace(SANDBOX, "http://127.0.0.1");
        if let Err(slip @ Invalid::UrlMeant { .. }) = spelled(&probe)
            && probe.get(..4).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http"))
        {
            return Err(slip);
        }
        match Url::parse(&probe) {
            Ok(url) if url.has_host() && matches!(url.scheme(), "http" | "https") => Ok(Self(address)),
            Ok(_) => Err(Invalid::WebhookShape),
            Err(url::ParseError::RelativeUrlWithoutBase) => Err(Invalid::WebhookRelative),
            Err(_) => Err(Invalid::WebhookShape),
        }
    }
}

impl TryFrom<String> for Webhook {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse().map_err(|invalid: Invalid| invalid.id().to_owned())
    }
}

impl From<Webhook> for String {
    fn from(webhook: Webhook) -> Self {
        webhook.0
    }
}

impl fmt::Display for Webhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn needs_a_scheme_and_a_host() {
        assert!("https://hooks.example.no/altinn".parse::<Webhook>().is_ok());
        assert_eq!("hooks.example.no/altinn".parse::<Webhook>(), Err(Invalid::WebhookRelative));
        assert_eq!("mailto:a@b.no".parse::<Webhook>(), Err(Invalid::WebhookShape));
    }

    #[test]
    fn the_secret_part_lies_right_below_the_public_address() {
        let public = |text: &str| Url::parse(text).unwrap_or_else(|error| unreachable!("{error}"));
        for text in ["https://hooks.example.no", "https://hooks.example.no/", "https://hooks.example.no/?x#y"] {
            let below = Webhook::below(&public(text), "3f9c").map(|webhook| webhook.to_string());
            assert_eq!(below, Ok("https://hooks.example.no/3f9c".to_owned()), "{text}");
        }
        let webhook: Webhook = "https://hooks.example.no/altinn/3f9c".parse().unwrap_or_else(|invalid| unreachable!("{invalid:?}"));
        assert_eq!(webhook.part_below(&public("https://hooks.example.no/altinn")), Some("3f9c".to_owned()));
        assert_eq!(webhook.part_below(&public("https://hooks.example.no/")), None);
        assert_eq!(webhook.part_below(&public("https://other.example.no/altinn")), None);
    }

    #[test]
    fn a_slip_is_refused_with_what_was_meant() {
        for text in ["https://https://hooks.example.no/a", "https//hooks.example.no/a", "https:/hooks.example.no/a"] {
            let meant = "https://hooks.example.no/a".to_owned();
            assert_eq!(text.parse::<Webhook>(), Err(Invalid::UrlMeant { meant }), "{text}");
        }
        let pasted = "\u{feff}“https://hooks.example.no/a”\u{a0}".parse::<Webhook>();
        assert_eq!(pasted.map(|webhook| webhook.to_string()), Ok("https://hooks.example.no/a".to_owned()));
    }

    #[test]
    fn an_endpoint_is_the_same_in_each_of_its_spellings() {
        let url = |text: &str| Url::parse(text).unwrap_or_else(|error| unreachable!("{error}"));
        let endpoint = url("https://hooks.example.no/~altinn/%C3%A6?x=%2F");
        for same in ["https://Hooks.example.no:443/%7Ealtinn/%c3%a6?x=%2f", "https://hooks.example.no/%7e%61ltinn/æ?x=%2F"] {
            assert!(is_same_endpoint(&endpoint, &url(same)), "{same}");
        }
        for other in ["https://hooks.example.no/~altinn/%C3%A6?x=/", "https://hooks.example.no/~Altinn/%C3%A6?x=%2F"] {
            assert!(!is_same_endpoint(&endpoint, &url(other)), "{other}");
        }
        assert!(is_same_endpoint(&url("https://hooks.example.no"), &url("https://HOOKS.example.no/")));
    }

    #[test]
    fn follows_the_sandbox_to_its_new_port() {
        let webhook = Webhook::in_sandbox("sandbox/sink/sender");
        let now = Url::parse("http://127.0.0.1:4711/").map(|base| webhook.resolve(&base).map(|url| url.to_string()));
        assert_eq!(now, Ok(Ok("http://127.0.0.1:4711/sandbox/sink/sender".to_owned())));
    }
}
