//! Facts platform F.1: subscriptions, whose they are and what they match.

use super::scripted_webhook::{Hook, Meets};
use super::*;

#[tokio::test]
async fn a_repeat_is_201_with_the_same_row_and_only_its_identity_sees_it() {
    let sandbox = open().await;
    let sender = Calls::sender(&sandbox).await;
    let body = subscription_at("https://127.0.0.1:1/a", known::SENDER.number);
    let made = sender.post(SUBSCRIPTIONS, &body).await;
    assert_eq!(made.status, 201);
    let id = made.json()["id"].as_u64().unwrap();
    assert_eq!(made.header("location"), format!("/events/api/v1/subscription/{id}"));
    assert!(made.json()["consumer"].as_str().unwrap().starts_with("/systemuser/"));
    assert!(made.json()["created"].as_str().unwrap().ends_with('Z'));
    let again = sender.post(SUBSCRIPTIONS, &body).await;
    assert_eq!((again.status.as_u16(), again.json()["id"].as_u64()), (201, Some(id)));
    assert_eq!(sender.get(SUBSCRIPTIONS).await.json()["count"], 1);
    let one = format!("{SUBSCRIPTIONS}/{id}");
    let other = Calls::organisation(&sandbox, "sender", "altinn:events.subscribe").await;
    assert_eq!(other.get(SUBSCRIPTIONS).await.json()["count"], 0);
    assert_eq!(other.get(&one).await.status, 403);
    assert_eq!(sender.get(&format!("{SUBSCRIPTIONS}/1")).await.status, 404);
    assert_eq!(sender.get(&format!("{SUBSCRIPTIONS}/x")).await.status, 400);
    let deleted = sender.bare(Method::DELETE, &one).await;
    assert_eq!((deleted.status.as_u16(), deleted.body.as_str()), (200, ""));
}

#[tokio::test]
async fn a_rule_that_names_the_owner_lets_it_subscribe_without_a_party() {
    let sandbox = open().await;
    let owner = Calls::service_owner(&sandbox).await;
    let body = json!({"endPoint": "https://127.0.0.1:1/a", "resourceFilter": urn(known::RESOURCE)});
    let made = owner.post(SUBSCRIPTIONS, &body).await;
    assert_eq!((made.status.as_u16(), made.json()["consumer"].as_str()), (201, Some("/org/prov")));
}

#[tokio::test]
async fn always_201_one_row_and_one_identity_each() {
    let sandbox = open().await;
    let sender = Calls::sender(&sandbox).await;
    let made = sender.post(SUBSCRIPTIONS, &subscription(&sandbox)).await;
    let id = made.json()["id"].as_u64().unwrap();
    assert_eq!((made.status.as_u16(), made.header("location")), (201, format!("/events/api/v1/subscription/{id}").as_str()));
    let names: Vec<String> = made.json().as_object().unwrap().keys().cloned().collect();
    assert_eq!(
        names,
        [
            "id",
            "endPoint",
            "resourceFilter",
            "subjectFilter",
            "typeFilter",
            "consumer",
            "createdBy",
            "created",
            "validated",
            "includeSubunits"
        ]
    );
    let again = sender.post(SUBSCRIPTIONS, &subscription(&sandbox)).await;
    assert_eq!((again.status.as_u16(), again.json()["id"].as_u64()), (201, Some(id)));
    assert!(made.json()["consumer"].as_str().unwrap().starts_with("/systemuser/"));
    let one = format!("{SUBSCRIPTIONS}/{id}");
    let organisation = Calls::organisation(&sandbox, "sender", "altinn:events.subscribe").await;
    for method in [Method::GET, Method::DELETE] {
        let theirs = organisation.bare(method, &one).await;
        assert_eq!((theirs.status.as_u16(), theirs.body.as_str()), (403, ""));
    }
    assert_eq!(organisation.get(SUBSCRIPTIONS).await.json()["count"], 0);
    let wrong = sender.get(&format!("{SUBSCRIPTIONS}/x")).await;
    assert_eq!((wrong.status.as_u16(), wrong.json()["errors"]["id"].clone()), (400, json!(["The value 'x' is not valid."])));
    let deleted = sender.bare(Method::DELETE, &one).await;
    assert_eq!((deleted.status.as_u16(), deleted.body.as_str()), (200, ""));
    let gone = sender.get(&one).await;
    assert_eq!((gone.status.as_u16(), gone.body.as_str()), (404, ""));
    sandbox.stop().await;
}

#[tokio::test]
async fn filters_are_equal_letter_by_letter_and_an_empty_one_matches_nothing() {
    let sandbox = open().await;
    // A rule names the service owner: it may ask for anybody's events, so that the filter alone decides.
    let owner = Calls::service_owner(&sandbox).await;
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
        let made = owner.post(SUBSCRIPTIONS, &body).await;
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
    let sender = Calls::organisation(&sandbox, "sender", "altinn:events.subscribe").await;
    let body = |resource: &str| json!({"endPoint": "https://127.0.0.1:1/a", "resourceFilter": format!("urn:altinn:resource:{resource}")});
    let made = sender.post(SUBSCRIPTIONS, &body("prov-kun-organisasjon")).await;
    let identity = json!(format!("/organisation/{}", known::SENDER.number));
    assert_eq!((made.status.as_u16(), &made.json()["consumer"], &made.json()["createdBy"]), (201, &identity, &identity), "{}", made.body);
    assert_eq!(sender.get(SUBSCRIPTIONS).await.json()["count"], 1);
    assert_eq!(Calls::sender(&sandbox).await.get(SUBSCRIPTIONS).await.json()["count"], 0, "its system user is another");
    // A rule that names it lets it in for every party; roles never do.
    assert_eq!(sender.post(SUBSCRIPTIONS, &body("prov-kun-roller")).await.status, 403);
    sandbox.stop().await;
}
