//! A host's answer: read completely, then judged.

use super::{Answer, OutsideText};
use crate::journey::Service;
use crate::services::{Foreign, Problem, Refusal};
use jiff::{SignedDuration, Timestamp};
use reqwest::StatusCode;
use reqwest::header::{CONTENT_TYPE, DATE, HeaderName, LOCATION, RETRY_AFTER, WWW_AUTHENTICATE};
use serde::de::DeserializeOwned;
use url::Url;

/// An answer with its whole body.
#[derive(Debug)]
pub(in crate::services) struct Heard {
    pub host: String,
    /// The service that was called.
    pub service: Service,
    pub status: StatusCode,
    pub headers: Vec<(HeaderName, OutsideText)>,
    pub body: OutsideText,
    /// The issuer in the host's own certificate. None without TLS.
    pub certificate_issuer: Option<String>,
    /// Our time in the middle of the call, to compare with the host's clock.
    pub middle: Timestamp,
    /// When the answer was complete.
    pub at: Timestamp,
}

impl Heard {
    /// Returns a successful answer, or the problem that the answer is.
    pub fn judged(self) -> Answer<Self> {
        if self.status.is_redirection() {
            let to = self.headers_named(&LOCATION).next().map(without_query).unwrap_or_default();
            return Err(self.foreign(Foreign::Redirect(to)));
        }
        if self.is_html() {
            return Err(self.foreign(Foreign::Html));
        }
        if self.status == StatusCode::TOO_MANY_REQUESTS {
            return Err(Problem::TooOften { until: self.try_again(), host: self.host });
        }
        if self.status.is_success() {
            return Ok(self);
        }
        if self.is_broken_json() {
            return Err(self.foreign(Foreign::Unreadable));
        }
        Err(Problem::Refused(self.refusal()))
    }

    /// Reads the body as JSON whatever the content type, since the services do not agree on one (facts platform E).
    pub fn json<T: DeserializeOwned>(&self) -> Answer<T> {
        self.body.json().ok_or_else(|| self.foreign(Foreign::Unreadable))
    }

    /// Reads the answer as a refusal, whatever the status.
    pub fn refusal(&self) -> Refusal {
        let challenges: Vec<String> = self.headers_named(&WWW_AUTHENTICATE).map(OutsideText::read).collect();
        Refusal::read(self.service, self.status.as_u16(), &challenges, &self.body).dated(self.clock_offset_ms())
    }

    /// The problem that something other than the service sent this answer.
    pub fn foreign(&self, cause: Foreign) -> Problem {
        Problem::Foreign { host: self.host.clone(), status: self.status.as_u16(), cause }
    }

    /// The host's clock minus ours in milliseconds. `Date` has whole seconds only, so half a second is added as the best guess.
    /// None without that header.
    pub fn clock_offset_ms(&self) -> Option<i64> {
        let date = http_date(&self.header(&DATE)?)?;
        Some(date.as_millisecond() + 500 - self.middle.as_millisecond())
    }

    /// When to try again after a 429: from `Retry-After` in seconds or as a date, else from the gateway's text, else in a minute.
    /// At most an hour.
    pub fn try_again(&self) -> Timestamp {
        const LONGEST: i64 = 3600;
        let header = self.header(&RETRY_AFTER);
        let seconds = header
            .as_deref()
            .and_then(|text| text.parse::<i64>().ok())
            .or_else(|| header.as_deref().and_then(http_date).map(|date| date.as_second() - self.at.as_second()))
            .or_else(|| seconds_in_words(&self.body.shown()))
            .unwrap_or(60);
        self.at.checked_add(SignedDuration::from_secs(seconds.clamp(1, LONGEST))).unwrap_or(self.at)
    }

    /// Whether the answer is a web page, by its content type or its first tag.
    pub fn is_html(&self) -> bool {
        let declared = self.content_type().is_some_and(|kind| kind.starts_with("text/html") || kind.starts_with("application/xhtml"));
        let start = self.body.begin().to_lowercase();
        (declared && !start.is_empty()) || start.starts_with("<!doctype html") || start.starts_with("<html")
    }

    /// Whether the body begins as JSON but is not valid. Such a body must not be shown as the service's text.
    pub fn is_broken_json(&self) -> bool {
        self.body.begin().starts_with(['{', '[']) && !self.body.is_json()
    }

    /// A header that holds a number.
    pub fn number(&self, name: &HeaderName) -> Option<u64> {
        self.header(name)?.trim().parse().ok()
    }

    fn content_type(&self) -> Option<String> {
        self.header(&CONTENT_TYPE).map(|kind| kind.to_ascii_lowercase())
    }

    fn header(&self, name: &HeaderName) -> Option<String> {
        self.headers_named(name).next().map(OutsideText::shown)
    }

    fn headers_named<'a>(&'a self, name: &'a HeaderName) -> impl Iterator<Item = &'a OutsideText> {
        self.headers.iter().filter(move |(known, _)| known == name).map(|(_, value)| value)
    }
}

/// The number in the gateway's `Try again in 7 seconds.` (facts platform G).
fn seconds_in_words(text: &str) -> Option<i64> {
    let (_, after) = text.split_once("ry again in ")?;
    after.split_whitespace().next()?.parse().ok()
}

/// Reads an HTTP date, such as `Mon, 21 Sep 2026 14:13:20 GMT`.
fn http_date(text: &str) -> Option<Timestamp> {
    jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(text.trim()).ok()
}

/// A redirect's address without its query, fragment, name and password, which may be secret.
fn without_query(location: &OutsideText) -> String {
    location.edited(|location| {
        Url::parse(location).map_or_else(
            |_| location.split(['?', '#']).next().unwrap_or_default().to_owned(),
            |mut url| {
                url.set_query(None);
                url.set_fragment(None);
                let _ = (url.set_username(""), url.set_password(None));
                url.to_string()
            },
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::http::Mask;

    #[test]
    fn an_http_date_is_read() {
        assert_eq!(http_date("Mon, 21 Sep 2026 14:13:20 GMT").map(Timestamp::as_second), Some(1_790_000_000));
        assert_eq!(http_date("yesterday"), None);
    }

    #[test]
    fn the_gateways_words_tell_when_to_come_back() {
        assert_eq!(seconds_in_words("Rate limit is exceeded. Try again in 7 seconds."), Some(7));
        assert_eq!(seconds_in_words("Rate limit is exceeded."), None);
    }

    #[test]
    fn a_redirect_is_shown_without_its_query() {
        let shown = |location: &str| without_query(&OutsideText::new(location, &Mask::default()));
        assert_eq!(shown("https://u:p@login.example.no/x?token=abc#y"), "https://login.example.no/x");
        assert_eq!(shown("/login?back=1"), "/login");
    }
}
