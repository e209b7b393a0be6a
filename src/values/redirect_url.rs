//! The pages of a vendor that an approver's browser may be sent to.

use super::Invalid;
use super::base_address::spelled;
use super::typed::word;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use url::Url;

/// An https address that is registered with a system (facts platform D.1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RedirectUrl(String);

impl RedirectUrl {
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for RedirectUrl {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let text = word(text);
        let url = Url::parse(spelled(&text)?).map_err(|_| Invalid::UrlShape)?;
        match url.scheme() {
            "https" if !url.username().is_empty() || url.password().is_some() => Err(Invalid::UrlCredentials),
            "https" => Ok(Self(text)),
            "http" => Err(Invalid::UrlPlainHttp { meant: text.replacen("http:", "https:", 1) }),
            _ => Err(Invalid::UrlShape),
        }
    }
}

impl TryFrom<String> for RedirectUrl {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse().map_err(|invalid: Invalid| invalid.id().to_owned())
    }
}

impl From<RedirectUrl> for String {
    fn from(url: RedirectUrl) -> Self {
        url.0
    }
}

impl fmt::Display for RedirectUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_https_is_taken() {
        assert!("https://vendor.example.no/altinn".parse::<RedirectUrl>().is_ok());
        let meant = "https://vendor.example.no/".to_owned();
        assert_eq!("http://vendor.example.no/".parse::<RedirectUrl>(), Err(Invalid::UrlPlainHttp { meant }));
        assert_eq!("https://a:b@vendor.example.no/".parse::<RedirectUrl>(), Err(Invalid::UrlCredentials));
        assert!("ftp://vendor.example.no/".parse::<RedirectUrl>().is_err());
    }
}
