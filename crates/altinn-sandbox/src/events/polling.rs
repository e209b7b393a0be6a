//! `GET /events`: polling instead of a webhook (facts platform F.1; facts examples 28).

use super::create::may_subscribe;
use super::subscription::{Consumer, party_of};
use crate::http::answer::with_header;
use crate::http::reply;
use crate::http::target::Target;
use crate::identity::caller::Caller;
use crate::shared::Shared;
use crate::world::World;
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::Response;
use serde_json::{Map, Value};

/// The published document has the alternative subject as a header; it is also accepted as a query parameter.
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
        let query = |name: &str| target.query(name).filter(|value| !value.is_empty());
        let Some(resource) = query("resource") else {
            return Err(reply::validation_problem(&[("resource", "The resource field is required.")]));
        };
        let size = target.query("size").unwrap_or("0");
        let Ok(size) = size.trim().parse::<i32>() else {
            return Err(reply::validation_problem(&[("size", &format!("The value '{size}' is not valid."))]));
        };
        // A size below 1 gives the usual size; one above the largest gives the largest.
        let size = if size < 1 { PAGE } else { size.min(LARGEST) };
        if !resource.starts_with("urn:altinn:resource:") {
            return Err(refused("The 'resource' parameter must begin with `urn:altinn:resource:`"));
        }
        let Some(after) = query("after") else { return Err(refused("The 'after' parameter must be defined.")) };
        let header = headers.get(ALTERNATIVE).and_then(|value| value.to_str().ok()).filter(|value| !value.is_empty());
        let (subject, alternative) = (query("subject"), query("alternativeSubject").or(header));
        if subject.is_some() && alternative.is_some() {
            return Err(refused("Only one of 'subject' or 'alternativeSubject' can be defined."));
        }
        let types = target.every("type").filter(|kind| !kind.is_empty()).collect();
        Ok(Self { resource, after, subject, alternative, types, size: usize::try_from(size).unwrap_or_default() })
    }

    fn fits(&self, event: &Value) -> bool {
        text(event, "resource") == self.resource
            && self.subject.is_none_or(|subject| text(event, "subject") == subject)
            && self.alternative.is_none_or(|alternative| text(event, "alternativesubject") == alternative)
            && (self.types.is_empty() || self.types.contains(&text(event, "type")))
    }
}

pub(super) fn poll(shared: &Shared, world: &World, caller: &Caller, target: &Target, headers: &HeaderMap) -> Response {
    let wanted = match EventQuery::read(target, headers) {
        Ok(wanted) => wanted,
        Err(refused) => return refused,
    };
    let consumer = Consumer::of(caller);
    let log = &world.events.log;
    let start = log.iter().position(|event| text(event, "id") == wanted.after).map_or(0, |at| at + 1);
    let visible = |event: &&Value| may_subscribe(world, &consumer, wanted.resource, party_of(text(event, "subject")));
    let page: Vec<&Value> = log.iter().skip(start).filter(|event| wanted.fits(event)).filter(visible).take(wanted.size).collect();
    let body = Value::from(page.iter().map(|event| (*event).clone()).collect::<Vec<_>>());
    let answer = reply::body(StatusCode::OK, "application/cloudevents+json", body.to_string());
    match page.last() {
        Some(last) => with_header(answer, HeaderName::from_static("next"), &next(shared, target, text(last, "id"))),
        None => answer,
    }
}

fn text<'a>(event: &'a Value, name: &str) -> &'a str {
    event.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// The address of the next page: the same query with `after` set to the last event. Like the service, it writes values decoded,
/// without percent-encoding.
fn next(shared: &Shared, target: &Target, last: &str) -> String {
    let asked = target.queries().map(|(name, value)| (name, if name.eq_ignore_ascii_case("after") { last } else { value }));
    let query: Vec<String> = asked.map(|(name, value)| format!("{name}={value}")).collect();
    format!("{}events/api/v1/events?{}", shared.origin, query.join("&"))
}

fn refused(text: &str) -> Response {
    let mut extra = Map::new();
    extra.insert("detail".to_owned(), Value::from(text));
    reply::framework_problem_with(StatusCode::BAD_REQUEST, "Bad Request", extra)
}
