//! `If-Match`, `If-None-Match`, `If-Modified-Since` and `If-Unmodified-Since` of the calls for access lists (facts platform E.2).

use super::access_list::AccessList;
use crate::http::answer::with_header;
use crate::http::reply;
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::Response;
use jiff::Timestamp;
use jiff::fmt::rfc2822;

/// The entity tags of one header.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Tags {
    /// `*`: any version that there is.
    Any,
    Versions(Vec<u64>),
}

/// What a call asks of a list before it is answered.
#[derive(Debug, Clone, Default)]
pub(super) struct Conditions {
    matches: Option<Tags>,
    none_matches: Option<Tags>,
    modified_since: Option<Timestamp>,
    unmodified_since: Option<Timestamp>,
}

impl Conditions {
    /// Reads the headers. Only weak tags of the registry's own form are taken.
    pub(super) fn read(headers: &HeaderMap) -> Result<Self, Response> {
        Ok(Self {
            matches: tags(headers, &header::IF_MATCH)?,
            none_matches: tags(headers, &header::IF_NONE_MATCH)?,
            modified_since: date(headers, &header::IF_MODIFIED_SINCE)?,
            unmodified_since: date(headers, &header::IF_UNMODIFIED_SINCE)?,
        })
    }

    /// Compares with a list. `unchanged` is the status for a list that is as the caller knows it, which depends on the method.
    pub(super) fn hold(&self, list: Option<&AccessList>, unchanged: StatusCode) -> Result<(), Response> {
        let named = |tags: &Tags| {
            list.is_some_and(|list| match tags {
                Tags::Any => true,
                Tags::Versions(versions) => versions.contains(&list.version),
            })
        };
        let changed = list.map(|list| Timestamp::from_second(list.changed().as_second()).unwrap_or_default());
        let is_stale = self.matches.as_ref().is_some_and(|tags| !named(tags))
            || self.unmodified_since.zip(changed).is_some_and(|(since, changed)| changed > since);
        if is_stale {
            return Err(reply::framework_problem(StatusCode::PRECONDITION_FAILED));
        }
        let is_known = self.none_matches.as_ref().is_some_and(named)
            || (self.none_matches.is_none() && self.modified_since.zip(changed).is_some_and(|(since, changed)| changed <= since));
        match (is_known, list) {
            (true, Some(list)) if unchanged == StatusCode::NOT_MODIFIED => {
                Err(with_header(reply::empty(unchanged), header::ETAG, &list.tag()))
            }
            (true, _) => Err(reply::framework_problem(unchanged)),
            (false, _) => Ok(()),
        }
    }
}

fn tags(headers: &HeaderMap, name: &HeaderName) -> Result<Option<Tags>, Response> {
    let lines: Vec<&str> = headers.get_all(name).iter().filter_map(|value| value.to_str().ok()).collect();
    let given: Vec<&str> = lines.iter().flat_map(|line| line.split(',')).map(str::trim).filter(|tag| !tag.is_empty()).collect();
    if given.is_empty() {
        return Ok(None);
    }
    if given == ["*"] {
        return Ok(Some(Tags::Any));
    }
    let mut versions = Vec::new();
    for tag in given {
        if !tag.trim_start_matches("W/").starts_with('"') {
            return Err(refused(name, ""));
        }
        if !tag.starts_with("W/") {
            return Err(refused(name, " Only weak etags are supported."));
        }
        versions.push(AccessList::version_in(tag).ok_or_else(|| refused(name, " Invalid etag."))?);
    }
    Ok(Some(Tags::Versions(versions)))
}

fn date(headers: &HeaderMap, name: &HeaderName) -> Result<Option<Timestamp>, Response> {
    let Some(value) = headers.get(name).and_then(|value| value.to_str().ok()) else { return Ok(None) };
    rfc2822::parse(value.trim()).map(|at| Some(at.timestamp())).map_err(|_| refused(name, ""))
}

fn refused(name: &HeaderName, why: &str) -> Response {
    // The service spells the names of its headers with capitals.
    let spelled: Vec<String> = name.as_str().split('-').map(capitalised).collect();
    let text = format!("Invalid {} header.{why}", spelled.join("-"));
    reply::validation_problem(&[("", &text), ("conditions", "The conditions field is required.")])
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase().to_string() + letters.as_str()).unwrap_or_default()
}
