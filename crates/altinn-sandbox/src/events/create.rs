//! Checks a new subscription, in the order of the table in facts platform F.1.

use super::address::normal_form;
use super::subscription::{Consumer, Subscription, party_asked_about};
use crate::clock;
use crate::decision::{Asker, Question, permits};
use crate::http::{fields, reply};
use crate::identity::caller::Caller;
use crate::world::World;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Map, Value};
use url::{Host, Url};

const SCOPE: &str = "altinn:events.subscribe";

/// The subscription that the body asks for; its id is assigned when it is stored.
pub(super) fn asked(world: &World, caller: &Caller, body: &Map<String, Value>) -> Result<Subscription, Response> {
    let text = |name: &str| fields::member(body, name).and_then(Value::as_str);
    let source = text("sourceFilter");
    let subject = text("subjectFilter");
    let subunits = fields::member(body, "includeSubunits").and_then(Value::as_bool).unwrap_or_default();

    let end_point = text("endPoint").filter(|url| may_be_pushed_to(url)).and_then(normal_form);
    let end_point = end_point.ok_or_else(|| refused("Missing or invalid endpoint to push events towards"))?;
    if source.is_some_and(|source| !Url::parse(source).is_ok_and(|url| url.scheme() == "https")) {
        return Err(refused("SourceFilter must be an absolute URL with the https scheme."));
    }
    if !caller.has_scope(SCOPE) {
        return Err(reply::forbidden());
    }
    let resource = text("resourceFilter");
    if resource.is_some_and(|resource| !is_urn(resource)) {
        return Err(refused("Resource filter must be a valid urn"));
    }
    let resource = resource.ok_or_else(|| refused("Resource filter is required."))?;
    if source.is_some() {
        return Err(refused("Source filter is not supported for subscriptions on this resource."));
    }
    if text("alternativeSubjectFilter").is_some_and(|alternative| !alternative.is_empty()) {
        return Err(refused("AlternativeSubject filter is not supported for subscriptions on this resource."));
    }
    if subunits && subject.is_none_or(str::is_empty) {
        return Err(refused("IncludeSubunits requires a subject filter."));
    }
    let consumer = Consumer::of(caller);
    let party = subject.and_then(|subject| party_asked_about(world, subject));
    if !may_subscribe(world, &consumer, resource, party.as_deref()) {
        let text = format!("Not authorized to create a subscription for resource {resource}.");
        return Err(reply::json(StatusCode::FORBIDDEN, &Value::from(text)));
    }
    Ok(Subscription {
        id: 0,
        end_point,
        resource_filter: resource.to_lowercase(),
        subject_filter: subject.map(str::to_owned),
        type_filter: text("typeFilter").map(str::to_owned),
        consumer,
        created: clock::now(),
        validated: false,
        include_subunits: subunits,
        validating: false,
    })
}

/// Whether the policy permits `subscribe`. Without a party, only a rule that names the caller itself can permit it.
pub(super) fn may_subscribe(world: &World, consumer: &Consumer, resource: &str, party: Option<&str>) -> bool {
    let Some(id) = resource.strip_prefix("urn:altinn:resource:") else { return false };
    permits(world, &Question { asked: Asker::ByEvents, subject: &consumer.subject(), actions: &["subscribe"], resource: id, party })
}

fn refused(text: &str) -> Response {
    reply::json(StatusCode::BAD_REQUEST, &Value::from(text))
}

/// Whether the webhook uses https. The sandbox also allows http to this machine, which Altinn does not.
fn may_be_pushed_to(text: &str) -> bool {
    let Ok(url) = Url::parse(text) else { return false };
    let loopback = match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    };
    url.scheme() == "https" || (url.scheme() == "http" && loopback)
}

/// Matches `^urn:[a-z0-9-]{1,30}(:[a-z0-9()+,.\-;$_!\/]{1,100}){1,10}$`, with regard to case.
fn is_urn(text: &str) -> bool {
    let mut parts = text.split(':');
    let begins = parts.next() == Some("urn");
    let lower = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    let space = parts.next().is_some_and(|part| (1..=30).contains(&part.len()) && part.chars().all(|c| lower(c) || c == '-'));
    let rest: Vec<&str> = parts.collect();
    let sound = |part: &&str| (1..=100).contains(&part.len()) && part.chars().all(|c| lower(c) || "()+,.-;$_!/".contains(c));
    begins && space && (1..=10).contains(&rest.len()) && rest.iter().all(sound)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Facts platform F.1.
    #[test]
    fn a_urn_is_in_lower_case() {
        assert!(is_urn("urn:altinn:resource:acme-broker_test"));
        for wrong in ["urn:altinn:resource:Acme", "altinn:resource:a", "urn:altinn", "urn:altinn:", "urn:altinn:a b"] {
            assert!(!is_urn(wrong), "{wrong}");
        }
    }

    /// Facts platform F.1.
    #[test]
    fn webhooks_are_https_or_on_this_machine() {
        assert!(may_be_pushed_to("https://hooks.example.no/a"));
        assert!(may_be_pushed_to("http://127.0.0.1:8080/a"));
        assert!(may_be_pushed_to("http://localhost/a"));
        for wrong in ["http://hooks.example.no/a", "/a", "ftp://127.0.0.1/a", ""] {
            assert!(!may_be_pushed_to(wrong), "{wrong}");
        }
    }
}
