use super::*;
use crate::journey::{Said, Service, Who};
use crate::services::Unreachable;
use crate::values::FileSize;

fn party() -> Party {
    Party { organisation: "991825827".parse().expect("a number"), resource: "acme-files".parse().expect("a resource") }
}

fn refusal(service: Service, status: u16, code: Option<&str>, text: Option<&str>) -> Problem {
    Problem::Refused(Refusal::of(&Said { service, status, code, error: None, text }))
}

#[test]
fn each_refusal_of_a_scope_by_maskinporten_has_its_own_message() {
    let said =
        |code| grant(&refusal(Service::Maskinporten, 400, Some(code), None), "altinn:broker.write", &party().organisation).message.id();
    assert_eq!(
        ["MP-200", "MP-201", "MP-250", "MP-251", "MP-303", "MP-100"].map(said),
        [
            "scope-not-on-client",
            "scope-not-for-maskinporten",
            "scope-not-granted",
            "scope-not-delegated",
            "no-system-user",
            "grant-refused"
        ]
    );
}

#[test]
fn a_403_of_events_means_two_things_by_its_body() {
    let said = |problem: &Problem| subscription(problem, &party(), "altinn:events.subscribe", "https://a.no/").message.id();
    assert_eq!(said(&refusal(Service::Events, 403, None, None)), "scope-missing");
    let text = "Not authorized to create a subscription for resource urn:altinn:resource:acme-files.";
    assert_eq!(said(&refusal(Service::Events, 403, None, Some(text))), "subscribe-not-allowed");
}

#[test]
fn a_400_of_events_names_the_endpoint_or_the_filter() {
    let said = |text: &str| {
        subscription(&refusal(Service::Events, 400, None, Some(text)), &party(), "altinn:events.subscribe", "http://a.no/").message.id()
    };
    assert_eq!(said("Missing or invalid endpoint to push events towards"), "endpoint-not-taken");
    assert_eq!(said("Resource filter must be a valid urn"), "filter-refused");
}

#[test]
fn brokers_codes_name_what_they_are_about() {
    let party = party();
    let call = BrokerCall { file: Some(("big.zip", 70_000_000_000)), ..BrokerCall::of(&party, "altinn:broker.write") };
    let stop = call.refused(&refusal(Service::Broker, 400, Some("BRO-00016"), None));
    assert_eq!(stop.message, DeedMessage::FileTooLarge { name: "big.zip".to_owned(), size: FileSize(70_000_000_000) });
    assert_eq!(stop.code.as_deref(), Some("BRO-00016"));
    assert_eq!(call.refused(&refusal(Service::Broker, 503, Some("BRO-00021"), None)).message, DeedMessage::StorageNotReady);
    assert_eq!(call.refused(&refusal(Service::Broker, 409, None, None)).message.id(), "refused");
}

#[test]
fn a_service_that_fails_is_nobodys_mistake_whichever_it_is() {
    let said = |stop: DeedStop| (stop.message.id(), stop.message.who(), stop.code);
    let trouble = |status: u16| ("service-trouble", Some(Who::ServiceDesk), Some(format!("http-{status}")));
    let party = party();
    let failed = |service, status| refusal(service, status, None, None);
    let scope = "altinn:broker.write";
    assert_eq!(said(grant(&failed(Service::Maskinporten, 500), scope, &party.organisation)), trouble(500));
    assert_eq!(said(exchange(&failed(Service::Exchange, 503), scope)), trouble(503));
    assert_eq!(said(subscription(&failed(Service::Events, 500), &party, scope, "https://a.no/")), trouble(500));
    assert_eq!(said(BrokerCall::of(&party, scope).refused(&failed(Service::Broker, 503))), trouble(503));
}

#[test]
fn only_a_lost_answer_may_have_been_done() {
    let lost = Problem::Unreachable { host: "a.no".to_owned(), cause: Unreachable::Broken };
    assert!(may_have_been_done(&lost));
    assert!(may_have_been_done(&refusal(Service::Broker, 502, None, None)));
    assert!(!may_have_been_done(&refusal(Service::Broker, 400, Some("BRO-00019"), None)));
}
