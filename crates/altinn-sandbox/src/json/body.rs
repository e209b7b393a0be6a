//! Reads the JSON body of a request as the services' framework does: media type, charset, then the shape.

use super::bind::{Unbound, bind};
use super::shape::Shape;
use crate::http::body::{self, Unread};
use crate::http::reply;
use axum::body::Body;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use serde_json::Value;
use std::borrow::Cow;

/// Why a body was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum BodyRefused {
    /// The content type is missing or no JSON, or the charset is neither UTF-8 nor UTF-16: 415.
    MediaType,
    /// It could not be read to its end.
    Unread(Unread),
    /// There is no body, or it is `null`.
    Missing,
    Unbound(Unbound),
}

impl BodyRefused {
    /// The refusal as the framework writes it, in the way the service sends problems. Where the service names the parameter of its
    /// action, that is the second key of the error.
    pub(crate) fn answer(&self, parameter: Option<&str>, sent: impl FnOnce(Response) -> Response) -> Response {
        let required = parameter.map(|parameter| (parameter, format!("The {parameter} field is required.")));
        let second = required.as_ref().map(|(parameter, text)| (*parameter, text.as_str()));
        match (self, self.error()) {
            (_, Some(error)) => sent(reply::validation_problem(&[error].into_iter().chain(second).collect::<Vec<_>>())),
            (Self::Unread(unread), None) => unread.answer(),
            (_, None) => sent(reply::framework_problem(StatusCode::UNSUPPORTED_MEDIA_TYPE)),
        }
    }

    /// The key and text of the error, where the refusal is a validation problem.
    fn error(&self) -> Option<(&str, &str)> {
        match self {
            Self::MediaType | Self::Unread(_) => None,
            Self::Missing => Some(("", "A non-empty request body is required.")),
            Self::Unbound(unbound) => Some((&unbound.path, &unbound.text)),
        }
    }
}

/// Reads a body of at most [`body::MOST`] bytes into a shape.
pub(crate) async fn read(headers: &HeaderMap, body: Body, shape: &Shape) -> Result<Value, BodyRefused> {
    let charset = charset(headers).ok_or(BodyRefused::MediaType)?;
    let bytes = body::read(body, body::MOST).await.map_err(BodyRefused::Unread)?;
    let bytes = match charset {
        Charset::Utf8 => Cow::Borrowed(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes)),
        Charset::Utf16 => Cow::Owned(from_utf16(&bytes)),
    };
    if bytes.is_empty() {
        return Err(BodyRefused::Missing);
    }
    match bind(&bytes, shape).map_err(BodyRefused::Unbound)? {
        Value::Null => Err(BodyRefused::Missing),
        value => Ok(value),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Charset {
    Utf8,
    Utf16,
}

/// The charset of a JSON content type; `None` for any other type or charset.
fn charset(headers: &HeaderMap) -> Option<Charset> {
    let given = headers.get(header::CONTENT_TYPE)?.to_str().ok()?.to_ascii_lowercase();
    let mut parts = given.split(';').map(str::trim);
    let kind = parts.next()?;
    if !(matches!(kind, "application/json" | "text/json") || (kind.starts_with("application/") && kind.ends_with("+json"))) {
        return None;
    }
    match parts.find_map(|part| part.strip_prefix("charset=")).map(|charset| charset.trim_matches('"')) {
        None | Some("utf-8") => Some(Charset::Utf8),
        Some("utf-16") => Some(Charset::Utf16),
        Some(_) => None,
    }
}

fn from_utf16(bytes: &[u8]) -> Vec<u8> {
    let units = bytes.as_chunks::<2>().0.iter().map(|pair| u16::from_le_bytes(*pair));
    let text: String = char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    text.strip_prefix('\u{feff}').unwrap_or(&text).as_bytes().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn of(content_type: &'static str) -> Option<Charset> {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
        charset(&headers)
    }

    #[test]
    fn json_comes_in_utf_8_or_utf_16() {
        for utf8 in ["application/json", "text/json; charset=UTF-8", "application/x+json;charset=\"utf-8\""] {
            assert_eq!(of(utf8), Some(Charset::Utf8), "{utf8}");
        }
        assert_eq!(of("application/json; charset=utf-16"), Some(Charset::Utf16));
        for other in ["text/plain", "application/json; charset=iso-8859-1", "application/jsonp", ""] {
            assert_eq!(of(other), None, "{other}");
        }
        assert_eq!(from_utf16(b"\xff\xfe{\0}\0"), b"{}");
    }
}
