//! The target of a request. Paths are compared without regard to case, as the services' framework does.

use axum::http::{Method, Uri};

/// The path below the service's prefix, split at slashes, with the method and the query.
#[derive(Debug, Clone)]
pub(crate) struct Target {
    /// The segments with percent-encoding decoded and case kept, for reading ids.
    pub given: Vec<String>,
    /// The same segments in lower case, for matching routes.
    pub lower: Vec<String>,
    pub method: Method,
    query: Vec<(String, String)>,
}

impl Target {
    /// Reads method, path and query. One trailing slash is ignored; a second one counts as an empty segment (facts broker-api 0).
    pub(crate) fn of(method: &Method, uri: &Uri) -> Self {
        let path = uri.path();
        let path = path.strip_prefix('/').unwrap_or(path);
        let path = path.strip_suffix('/').unwrap_or(path);
        let given: Vec<String> = path.split('/').map(percent_decoded).collect();
        let lower = given.iter().map(|segment| segment.to_lowercase()).collect();
        let query = url::form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes()).into_owned().collect();
        Self { given, lower, method: method.clone(), query }
    }

    /// The lower-case segments, for matching routes.
    pub(crate) fn segments(&self) -> Vec<&str> {
        self.lower.iter().map(String::as_str).collect()
    }

    /// A segment with its case kept; empty when there is none at this index.
    pub(crate) fn id(&self, index: usize) -> &str {
        self.given.get(index).map_or("", String::as_str)
    }

    /// The first value of a query parameter, whose name is compared without regard to case.
    pub(crate) fn query(&self, name: &str) -> Option<&str> {
        self.every(name).next()
    }

    /// All values of a query parameter that may be repeated.
    pub(crate) fn every(&self, name: &str) -> impl Iterator<Item = &str> {
        self.query.iter().filter(move |(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// All query parameters in the order of the request.
    pub(crate) fn queries(&self) -> impl Iterator<Item = (&str, &str)> {
        self.query.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

fn percent_decoded(segment: &str) -> String {
    let bytes = segment.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let escaped = (byte == b'%').then(|| segment.get(at + 1..at + 3)).flatten().and_then(|hex| u8::from_str_radix(hex, 16).ok());
        decoded.push(escaped.unwrap_or(byte));
        at += if escaped.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    #[test]
    fn paths_lose_case_and_one_trailing_slash_but_ids_keep_theirs() {
        let target = Target::of(&Method::GET, &"/FileTransfer/AbC%20d/?ResourceId=x%2By".parse().expect("a uri"));
        assert_eq!(target.segments(), ["filetransfer", "abc d"]);
        assert_eq!(target.id(1), "AbC d");
        assert_eq!(target.query("resourceid"), Some("x+y"));
        assert_eq!(Target::of(&Method::GET, &"//filetransfer//".parse().expect("a uri")).segments(), ["", "filetransfer", ""]);
    }
}
