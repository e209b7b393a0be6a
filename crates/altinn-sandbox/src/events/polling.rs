//! `GET /events`: polling instead of a webhook (facts platform F.1; facts examples 28).

use super::create::may_subscribe;
use super::like::is_like;
use super::logged::LoggedEvent;
use super::subscription::{Consumer, party_of};
use crate::http::answer::with_header;
use crate::http::reply;
use crate::http::target::Target;
use crate::identity::caller::Caller;
use crate::shared::Shared;
use crate::world::World;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use serde_json::{Map, Value};

const TYPE: &str = "application/cloudevents+json; charset=utf-8";
/// A header; a query parameter of a like name is ignored.
const ALTERNATIVE: &str = "Altinn-AlternativeSubject";
/// The number of events per page unless the request gives one, and the largest number.
const PAGE: i32 = 50;
const LARGEST: i32 = 1000;

struct EventQuery<'a> {
    resource: &'a str,
    after: &'a str,
    subject: Option<&'a str>,
    /// Accepted as a filter, but no event of Broker's has an alternative subject.
    alternative: Option<&'a str>,
    types: Vec<&'a str>,
    size: usize,
}

impl<'a> EventQuery<'a> {
    fn read(target: &'a Target, headers: &'a HeaderMap) -> Result<Self, Response> {
        let query = |name: &str| target.query(name).filter(|value| !value.trim().is_empty());
        let (resource, size) = required(query("resource"), target.query("size").unwrap_or("0"))?;
        // A size below 1 gives the usual size; one above the largest gives the largest.
        let size = if size < 1 { PAGE } else { size.min(LARGEST) };
        if !resource.starts_with("urn:altinn:resource:") {
            return Err(refused("The 'resource' parameter must begin with `urn:altinn:resource:`"));
        }
        let Some(after) = query("after") else { return Err(refused("The 'after' parameter must be defined.")) };
        let header = headers.get(ALTERNATIVE).and_then(|value| value.to_str().ok()).filter(|value| !value.is_empty());
        let subject = query("subject");
        if subject.is_some() && header.is_some() {
            return Err(refused("Only one of 'subject' or 'alternativeSubject' can be defined."));
        }
        let types = target.every("type").filter(|kind| !kind.is_empty()).collect();
        Ok(Self { resource, after, subject, alternative: header, types, size: usize::try_from(size).unwrap_or_default() })
    }

    fn fits(&self, event: &LoggedEvent) -> bool {
        event.text("resource") == self.resource
            && self.subject.is_none_or(|subject| event.text("subject") == subject)
            && self.alternative.is_none_or(|alternative| event.text("alternativesubject") == alternative)
            && (self.types.is_empty() || self.types.iter().any(|pattern| is_like(event.text("type"), pattern)))
    }
}

/// Resource and size, which the framework checks at once.
fn required<'a>(resource: Option<&'a str>, size: &str) -> Result<(&'a str, i32), Response> {
    let number = size.trim().parse::<i32>();
    if let (Some(resource), Ok(number)) = (resource, &number) {
        return Ok((resource, *number));
    }
    let text = format!("The value '{size}' is {}.", if size.trim().is_empty() { "invalid" } else { "not valid" });
    let mut errors = Vec::new();
    if resource.is_none() {
        errors.push(("resource", "The resource field is required."));
    }
    if number.is_err() {
        errors.push(("size", text.as_str()));
    }
    Err(reply::validation_problem(&errors))
}

/// Every answer, an error too, is written under one type.
pub(super) fn poll(shared: &Shared, world: &World, caller: &Caller, target: &Target, headers: &HeaderMap) -> Response {
    let mut answer = polled(shared, world, caller, target, headers);
    answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(TYPE));
    answer
}

fn polled(shared: &Shared, world: &World, caller: &Caller, target: &Target, headers: &HeaderMap) -> Response {
    let wanted = match EventQuery::read(target, headers) {
        Ok(wanted) => wanted,
        Err(refused) => return refused,
    };
    let consumer = Consumer::of(caller);
    let log = &world.events.log;
    let start = log.iter().position(|event| event.text("id") == wanted.after).map_or(0, |at| at + 1);
    let now = world.broker.now();
    let visible = |event: &&LoggedEvent| may_subscribe(world, &consumer, wanted.resource, party_of(event.text("subject")));
    let registered = log.iter().skip(start).filter(|event| event.shows_at(now) && wanted.fits(event));
    let page: Vec<&LoggedEvent> = registered.filter(visible).take(wanted.size).collect();
    let answer = reply::json(StatusCode::OK, &page.iter().map(|event| event.json()).collect());
    match page.last() {
        Some(last) => with_header(answer, HeaderName::from_static("next"), &next(shared, target, last.text("id"))),
        None => answer,
    }
}

/// The address of the next page: `after` with the last event, then the rest of the query, each name's values together. Like the
/// service, it writes values decoded, without percent-encoding.
fn next(shared: &Shared, target: &Target, last: &str) -> String {
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in target.queries() {
        if name != "after" && !names.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            names.push(name);
        }
    }
    let rest: String = names.into_iter().flat_map(|name| target.every(name).map(move |value| format!("&{name}={value}"))).collect();
    format!("{}events/api/v1/events?after={last}{rest}", shared.origin)
}

fn refused(text: &str) -> Response {
    let mut extra = Map::new();
    extra.insert("detail".to_owned(), Value::from(text));
    reply::framework_problem_with(StatusCode::BAD_REQUEST, "Bad Request", extra)
}
