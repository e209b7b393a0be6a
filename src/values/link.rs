//! A link that can be shown, copied and opened, whoever sent it.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;
use url::{Host, Url};

/// The longest link, in characters. A longer one would not be shown whole when it is copied.
const LONGEST: usize = 200;

/// An `https` address, or an `http` one on this machine, as the sandbox has. Without a name or password in it: those make another
/// host look like a known one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link(Url);

impl Link {
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

/// The text is not such an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a link")]
pub struct NoLink;

impl FromStr for Link {
    type Err = NoLink;

    fn from_str(text: &str) -> Result<Self, NoLink> {
        let url = Url::parse(text.trim()).map_err(|_| NoLink)?;
        let web = url.scheme() == "https" || (url.scheme() == "http" && is_loopback(&url));
        let named = !url.username().is_empty() || url.password().is_some();
        // A parsed address is ASCII: its other characters are encoded.
        if web && url.has_host() && !named && url.as_str().len() <= LONGEST { Ok(Self(url)) } else { Err(NoLink) }
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Link {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Link {
    /// Reads a link that may be missing. A text that is not a link is taken as missing: what stands around it can still be used.
    ///
    /// # Errors
    /// The value is no text.
    pub fn read_if_any<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        Ok(Option::<String>::deserialize(deserializer)?.and_then(|text| text.parse().ok()))
    }
}

/// Whether an address is on this machine.
#[must_use]
pub fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name.eq_ignore_ascii_case("localhost") || name.ends_with(".localhost"),
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    }
}

/// Whether a host, with or without a port, is this machine itself.
#[must_use]
pub fn is_this_machine(host: &str) -> bool {
    Url::parse(&format!("http://{host}/")).is_ok_and(|url| is_loopback(&url))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_links() {
        for text in [
            "https://am.ui.tt02.altinn.no/accessmanagement/ui/systemuser/request?id=5f0f",
            "http://127.0.0.1:4711/sandbox/",
            "http://localhost/x",
        ] {
            assert_eq!(text.parse::<Link>().map(|link| link.to_string()).as_deref(), Ok(text));
        }
        for text in [
            "http://am.ui.altinn.no/",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "https://altinn.no@evil.example/",
            "rm -rf ~",
            "",
            &format!("https://evil.example/{}", "x".repeat(LONGEST)),
        ] {
            assert_eq!(text.parse::<Link>(), Err(NoLink), "{text}");
        }
        let hidden = "https://altinn.no/\u{202e}x\r\ny".parse::<Link>();
        assert_eq!(hidden.map(|link| link.to_string()).as_deref(), Ok("https://altinn.no/%E2%80%AExy"));
    }
}
