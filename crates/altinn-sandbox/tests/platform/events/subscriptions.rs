//! Facts platform F.1: subscriptions, their owners and the events that they match.

use super::scripted_webhook::{Hook, Meets};
use super::*;

/// Creates a subscription of the sender. Returns the sender, the answer, and the subscription's address.
async fn subscribed(sandbox: &Sandbox) -> (Caller<'_>, Answer, String) {
    let sender = Caller::sender(sandbox).await;
    let made = sender.post(SUBSCRIPTIONS).json(subscription(sandbox)).await;
    let one = format!("{SUBSCRIPTIONS}/{}", made.is(201).json()["id"]);
    (sender, made, one)
}

#[tokio::test]
async fn a_subscription_is_201_and_its_location_leads_nowhere() {
    let sandbox = open().await;
    let (_, made, _) = subscribed(&sandbox).await;
    made.header_is("location", format!("/events/api/v1/subscription/{}", made.json()["id"]));
}

#[tokio::test]
async fn a_subscription_comes_back_with_its_members_and_its_identity() {
    let sandbox = open().await;
    let (_, made, _) = subscribed(&sandbox).await;
    let members = [
        "id",
        "endPoint",
        "resourceFilter",
        "subjectFilter",
        "typeFilter",
        "consumer",
        "createdBy",
        "created",
        "validated",
        "includeSubunits",
    ];
    assert_eq!(made.members(), members);
    assert!(made.json()["consumer"].as_str().unwrap().starts_with("/systemuser/"), "{made}");
    assert!(made.json()["created"].as_str().unwrap().ends_with('Z'), "{made}");
}

#[tokio::test]
async fn a_repeat_is_201_with_the_same_row() {
    let sandbox = open().await;
    let (sender, made, _) = subscribed(&sandbox).await;
    sender.post(SUBSCRIPTIONS).json(subscription(&sandbox)).await.is(201).has("/id", made.json()["id"].clone());
    sender.get(SUBSCRIPTIONS).await.has("/count", 1);
}

#[tokio::test]
async fn an_endpoint_is_stored_compared_and_answered_in_its_normal_form() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let end_point = "https://hooks.example.no/";
    for given in ["https://Hooks.example.no", "HTTPS://hooks.example.no:443/", end_point] {
        let made = sender.post(SUBSCRIPTIONS).json(subscription_at(given, known::SENDER.number)).await;
        made.is(201).has("/endPoint", end_point);
    }
    sender.get(SUBSCRIPTIONS).await.has("/count", 1).has("/subscriptions/0/endPoint", end_point);
}

/// The number that the access lists show for a party.
async fn party_id(sandbox: &Sandbox, number: &str) -> String {
    let owner =
        Caller::organisation(sandbox, "service-owner", "altinn:resourceregistry/accesslist.write altinn:resourceregistry/accesslist.read")
            .await;
    let list = "resourceregistry/api/v1/access-lists/prov/numbers";
    owner.put(list).json(json!({"name": "Numbers", "description": "Numbers"})).await;
    let members = format!("{list}/members");
    let added = owner.put(&members).json(json!({"data": [subject(number)]})).await;
    added.is(200).json()["data"][0]["identifiers"]["urn:altinn:party:id"].to_string()
}

#[tokio::test]
async fn an_old_subject_is_taken_and_never_matches() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let number = known::SENDER.number;
    let party = party_id(&sandbox, number).await;
    for old in [format!("/organisation/{number}"), format!("/party/{party}"), format!("urn:altinn:organizationnumber:{number}")] {
        let hook = Hook::that(vec![Meets::Status(200)]).await;
        let mut body = subscription_at(&hook.url, number);
        body["subjectFilter"] = json!(old);
        let made = sender.post(SUBSCRIPTIONS).json(&body).await;
        made.is(201).has("/subjectFilter", old.clone());
        let row = format!("{SUBSCRIPTIONS}/{}", made.json()["id"]);
        until("validated", async || sender.get(&row).await.json()["validated"] == true).await;
        happens(&sandbox, "published", 1).await;
        assert_eq!(sandbox.world().await.events.waiting(), 0, "{old}");
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn a_subscription_is_seen_by_its_identity_alone() {
    let sandbox = open().await;
    let (_, _, one) = subscribed(&sandbox).await;
    let organisation = Caller::organisation(&sandbox, "sender", "altinn:events.subscribe").await;
    organisation.get(SUBSCRIPTIONS).await.has("/count", 0);
    for method in [Method::GET, Method::DELETE] {
        organisation.call(method, &one).await.is(403).empty();
    }
}

#[tokio::test]
async fn an_id_that_nobody_has_is_404_and_one_that_is_no_number_400() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    sender.get(format!("{SUBSCRIPTIONS}/1")).await.is(404);
    sender.get(format!("{SUBSCRIPTIONS}/x")).await.is(400).has("/errors/id", json!(["The value 'x' is not valid."]));
}

#[tokio::test]
async fn a_subscription_is_deleted_with_an_empty_answer_and_is_gone() {
    let sandbox = open().await;
    let (sender, _, one) = subscribed(&sandbox).await;
    sender.delete(&one).await.is(200).empty();
    sender.get(&one).await.is(404).empty();
}

#[tokio::test]
async fn a_rule_that_names_the_owner_lets_it_subscribe_without_a_party() {
    let sandbox = open().await;
    let owner = Caller::service_owner(&sandbox).await;
    let body = json!({"endPoint": "https://127.0.0.1:1/a", "resourceFilter": urn(known::RESOURCE)});
    owner.post(SUBSCRIPTIONS).json(&body).await.is(201).has("/consumer", "/org/prov");
}

#[tokio::test]
async fn filters_are_equal_letter_by_letter_and_an_empty_one_matches_nothing() {
    let sandbox = open().await;
    // A rule names the service owner, so it may ask for any organisation's events, and only the filter decides.
    let owner = Caller::service_owner(&sandbox).await;
    let sender = subject(known::SENDER.number);
    let kind = "no.altinn.broker.published";
    let cases = [
        (json!({}), true),
        (json!({"typeFilter": kind}), true),
        (json!({"typeFilter": null, "subjectFilter": null}), true),
        (json!({"typeFilter": kind, "subjectFilter": sender}), true),
        (json!({"TypeFilter": kind, "SUBJECTFILTER": sender}), true),
        (json!({"typeFilter": "no.altinn.broker.Published"}), false),
        (json!({"typeFilter": "no.altinn.broker.publish"}), false),
        (json!({"typeFilter": "no.altinn.broker.*"}), false),
        (json!({"typeFilter": ""}), false),
        (json!({"subjectFilter": ""}), false),
        (json!({"subjectFilter": subject(known::RECIPIENT.number)}), false),
        (json!({"subjectFilter": sender.to_uppercase()}), false),
        (json!({"subjectFilter": format!("/organisation/{}", known::SENDER.number)}), false),
    ];
    let mut hooks = Vec::new();
    for (filters, matches) in cases {
        let hook = Hook::that(vec![Meets::Status(200)]).await;
        let mut body = json!({"endPoint": hook.url, "resourceFilter": urn(known::RESOURCE)});
        body.as_object_mut().unwrap().extend(filters.as_object().unwrap().clone());
        let made = owner.post(SUBSCRIPTIONS).json(&body).await;
        assert_eq!(made.status, 201, "{filters}: {}", made.body);
        let shown = made.json();
        for (name, value) in filters.as_object().unwrap() {
            let name = if name.eq_ignore_ascii_case("typeFilter") { "typeFilter" } else { "subjectFilter" };
            assert_eq!(
                shown.get(name),
                Some(value).filter(|value| !value.is_null()),
                "{filters}: as sent, an empty one too; null is left out"
            );
        }
        let row = format!("{SUBSCRIPTIONS}/{}", shown["id"]);
        until("validated", async || owner.get(&row).await.json()["validated"] == true).await;
        hooks.push((filters, matches, hook));
    }
    happens(&sandbox, "published", 1).await;
    until("delivered", async || sandbox.world().await.events.waiting() == 0).await;
    for (filters, matches, hook) in hooks {
        assert_eq!(hook.events().len(), usize::from(matches), "{filters}");
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn an_organisation_of_its_own_is_an_identity_too() {
    let sandbox = open().await;
    let sender = Caller::organisation(&sandbox, "sender", "altinn:events.subscribe").await;
    let body = |resource: &str| json!({"endPoint": "https://127.0.0.1:1/a", "resourceFilter": format!("urn:altinn:resource:{resource}")});
    let made = sender.post(SUBSCRIPTIONS).json(body("prov-kun-organisasjon")).await;
    let identity = json!(format!("/organisation/{}", known::SENDER.number));
    assert_eq!((made.status.as_u16(), &made.json()["consumer"], &made.json()["createdBy"]), (201, &identity, &identity), "{}", made.body);
    sender.get(SUBSCRIPTIONS).await.has("/count", 1);
    assert_eq!(Caller::sender(&sandbox).await.get(SUBSCRIPTIONS).await.json()["count"], 0, "its system user is another");
    // A rule that names the organisation permits it for every party. Rules about roles never permit an organisation.
    sender.post(SUBSCRIPTIONS).json(body("prov-kun-roller")).await.is(403);
    sandbox.stop().await;
}
