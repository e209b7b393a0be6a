//! `GET /events`: polling instead of a webhook (platform facts, F.1; examples, EX 28).

use super::Consumer;
use super::create::may_subscribe;
use super::subscription::party_of;
use crate::sandbox::answer::with_header;
use crate::sandbox::target::Target;
use crate::sandbox::{Caller, Shared, World, reply};
use axum::http::{HeaderName, StatusCode};
use axum::response::Response;
use serde_json::{Map, Value};

pub(super) fn poll(shared: &Shared, world: &World, caller: &Caller, target: &Target) -> Response {
    let query = |name: &str| target.query(name).filter(|value| !value.is_empty());
    let resource = query("resource").unwrap_or_default();
    if !resource.starts_with("urn:altinn:resource:") {
        return refused("The 'resource' parameter must begin with `urn:altinn:resource:`");
    }
    let Some(after) = query("after") else { return refused("The 'after' parameter must be defined.") };
    if query("subject").is_some() && query("alternativeSubject").is_some() {
        return refused("Only one of 'subject' or 'alternativeSubject' can be defined.");
    }
    let size = match query("size").map(str::parse::<usize>) {
        None => 50,
        Some(Ok(size)) if (1..=1000).contains(&size) => size,
        Some(_) => return refused("The 'size' parameter must be a number between 1 and 1000."),
    };
    let consumer = Consumer::of(caller);
    let text = |event: &Value, name: &str| event.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let fits = |event: &&Value, name: &str, wanted: Option<&str>| wanted.is_none_or(|wanted| text(event, name) == wanted);
    let start = world.events.log.iter().position(|event| text(event, "id") == after).map_or(0, |at| at + 1);
    let page: Vec<&Value> = world
        .events
        .log
        .iter()
        .skip(start)
        .filter(|event| {
            fits(event, "resource", Some(resource)) && fits(event, "subject", query("subject")) && fits(event, "type", query("type"))
        })
        .filter(|event| {
            query("alternativeSubject").is_none() && may_subscribe(world, &consumer, resource, party_of(&text(event, "subject")))
        })
        .take(size)
        .collect();
    let body = Value::from(page.iter().map(|event| (*event).clone()).collect::<Vec<_>>());
    let answer = reply::body(StatusCode::OK, "application/cloudevents+json", body.to_string());
    match page.last() {
        Some(last) => with_header(answer, HeaderName::from_static("next"), &next(shared, target, &text(last, "id"))),
        None => answer,
    }
}

fn next(shared: &Shared, target: &Target, after: &str) -> String {
    let mut url = shared.origin.clone();
    url.set_path("events/api/v1/events");
    for name in ["resource", "after", "subject", "type", "size"] {
        let value = if name == "after" { Some(after) } else { target.query(name) };
        if let Some(value) = value {
            url.query_pairs_mut().append_pair(name, value);
        }
    }
    url.to_string()
}

fn refused(text: &str) -> Response {
    let mut extra = Map::new();
    extra.insert("detail".to_owned(), Value::from(text));
    reply::framework_problem_with(StatusCode::BAD_REQUEST, "Bad Request", extra)
}
