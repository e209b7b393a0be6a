//! Facts platform F and F.1: refusals of subscriptions, row by row.

use super::*;

/// Facts platform F.1.
#[tokio::test]
async fn without_a_token_events_answers_401_and_no_challenge() {
    let sandbox = open().await;
    sandbox.get(SUBSCRIPTIONS).await.is(401).empty().header_is("www-authenticate", "");
}

/// Facts platform F and F.1.
#[tokio::test]
async fn a_raw_token_neither_lists_nor_subscribes() {
    let sandbox = open().await;
    let raw = Caller::raw(&sandbox, "sender", "altinn:events.subscribe").await;
    raw.get(SUBSCRIPTIONS).await.is(401);
    raw.post(SUBSCRIPTIONS).json(subscription(&sandbox)).await.is(401).empty().header_is("www-authenticate", "");
}

/// Facts platform F.1.
#[tokio::test]
async fn a_subscription_of_another_type_is_415() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    sender.post(SUBSCRIPTIONS).header("Content-Type", "text/plain").body("{}").await.is(415).empty();
    sender.get(SUBSCRIPTIONS).await.body_is(json!({"count": 0, "subscriptions": []}));
}

/// Facts platform F.1.
#[tokio::test]
async fn a_subscription_that_is_no_json_is_400_by_the_framework() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let broken = sender.post(SUBSCRIPTIONS).header("Content-Type", "application/json").body("{").await;
    assert!(broken.is(400).json()["errors"]["$"].is_array(), "{broken}");
}

/// Facts platform F.1.
#[tokio::test]
async fn an_endpoint_that_is_no_uri_is_400_by_the_framework() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    for body in [json!({"endPoint": "https://["}), subscription_with(&sandbox, "endPoint", json!("https://"))] {
        let answer = sender.post(SUBSCRIPTIONS).json(&body).await;
        assert!(answer.is(400).json()["errors"]["$.endPoint"].is_array(), "{answer}");
    }
}

/// Facts platform F.1.
#[tokio::test]
async fn without_its_scope_a_caller_subscribes_to_nothing_and_lists_all_the_same() {
    let sandbox = open().await;
    for scope in ["altinn:broker.write", "altinn:broker.read"] {
        let scopeless = Caller::system_user(&sandbox, "sender", known::SENDER.number, scope).await;
        scopeless.post(SUBSCRIPTIONS).json(subscription(&sandbox)).await.is(403).empty();
        scopeless.get(SUBSCRIPTIONS).await.body_is(json!({"count": 0, "subscriptions": []}));
    }
}

/// Facts platform F.1.
#[tokio::test]
async fn subunits_ask_for_a_subject() {
    let sandbox = open().await;
    let mut subunits = subscription_with(&sandbox, "includeSubunits", json!(true));
    subunits["subjectFilter"] = Value::Null;
    Caller::sender(&sandbox).await.post(SUBSCRIPTIONS).json(&subunits).await.body_is("IncludeSubunits requires a subject filter.");
}

/// Facts platform F.1.
#[tokio::test]
async fn validating_and_publishing_are_the_platforms_own() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    sender.put(format!("{SUBSCRIPTIONS}/validate/1")).await.is(403);
    sender.post("events/api/v1/events").header("Content-Type", "application/cloudevents+json").body("{}").await.is(403);
}

/// Facts platform F.1.
#[tokio::test]
async fn the_platforms_test_receiver_takes_json_from_anybody() {
    let sandbox = open().await;
    sandbox.post("events/api/v1/tests/webhookreceiver").json(json!({})).await.is(200);
    sandbox.post("events/api/v1/tests/webhookreceiver").await.is(415);
}

/// Facts platform F.1.
#[tokio::test]
async fn each_row_of_the_subscriptions_table_refuses_in_its_own_words() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let end_point = "Missing or invalid endpoint to push events towards";
    let source = "Source filter is not supported for subscriptions on this resource.";
    let alternative = "AlternativeSubject filter is not supported for subscriptions on this resource.";
    let denied = |resource: &str| format!("Not authorized to create a subscription for resource {}.", urn(resource));
    for (member, value, status, text) in [
        ("endPoint", Value::Null, 400, end_point),
        ("endPoint", json!("/relative"), 400, end_point),
        ("endPoint", json!("http://hooks.example.no/a"), 400, end_point),
        ("sourceFilter", json!("http://x.no"), 400, "SourceFilter must be an absolute URL with the https scheme."),
        ("sourceFilter", json!("http://a.no/x"), 400, "SourceFilter must be an absolute URL with the https scheme."),
        ("resourceFilter", json!("urn:altinn:resource:Stor"), 400, "Resource filter must be a valid urn"),
        ("resourceFilter", json!("URN:altinn:resource:x"), 400, "Resource filter must be a valid urn"),
        ("resourceFilter", json!(""), 400, "Resource filter must be a valid urn"),
        ("resourceFilter", Value::Null, 400, "Resource filter is required."),
        ("sourceFilter", json!("https://a.no/x"), 400, source),
        ("sourceFilter", json!("https://platform.tt02.altinn.no/broker/api/v1/file"), 400, source),
        ("alternativeSubjectFilter", json!("/organisation/1"), 400, alternative),
        ("subjectFilter", Value::Null, 403, &denied(known::RESOURCE)),
        ("subjectFilter", json!(subject(known::RECIPIENT.number)), 403, &denied(known::RESOURCE)),
        ("subjectFilter", json!(format!("/organisation/{}", known::RECIPIENT.number)), 403, &denied(known::RESOURCE)),
        ("subjectFilter", json!("/party/1"), 403, &denied(known::RESOURCE)),
        ("resourceFilter", json!(urn("prov-uten-abonnement")), 403, &denied("prov-uten-abonnement")),
    ] {
        sender.post(SUBSCRIPTIONS).json(subscription_with(&sandbox, member, value)).await.is(status).body_is(text);
    }
}

/// Events allows no clock skew: it refuses a token one second after it has expired, and a new token if its clock is behind that of
/// the exchange.
/// Facts platform F.
#[tokio::test]
async fn no_skew_a_token_ends_on_its_second_and_begins_on_it() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let exp = claims(sender.token.as_deref().unwrap())["exp"].as_i64().unwrap();
    let at = async |service: &str, after_its_end: i64, path: &str| {
        let ahead = exp - jiff::Timestamp::now().as_second() + after_its_end;
        sandbox.shared().faults.clear_all();
        sandbox.shared().faults.set(format!("clock@{service}={ahead}").parse().unwrap());
        let answer = sender.get(path).await;
        (answer.status.as_u16(), answer.body.clone(), answer.header("www-authenticate").to_owned())
    };
    let refused = (401, String::new(), String::new());
    assert_eq!(at("events", -10, SUBSCRIPTIONS).await.0, 200);
    assert_eq!(at("events", 2, SUBSCRIPTIONS).await, refused);
    assert_eq!(at("events", -1810, SUBSCRIPTIONS).await, refused, "not yet: ten seconds before it was made");
    let register = "authentication/api/v1/systemregister/vendor";
    assert_eq!(at("systems", 2, register).await.0, 403, "Authentication allows ten seconds, and misses the scope");
    assert_eq!(at("systems", 15, register).await, refused);
    assert_eq!(at("systems", 15, SUBSCRIPTIONS).await.0, 200, "each service has a clock of its own");
    sandbox.stop().await;
}

/// Facts platform F.1.
#[tokio::test]
async fn a_body_that_is_none_and_members_of_another_kind() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let sent = async |body: &str| {
        let request = sender.post(SUBSCRIPTIONS).header("Content-Type", "application/json; charset=utf-8");
        request.body(body.to_owned()).await
    };
    for (body, key) in [
        ("", ""),
        ("null", ""),
        ("[]", "$"),
        ("{", "$"),
        (r#"{"endPoint":7}"#, "$.endPoint"),
        (r#"{"sourceFilter":"https://"}"#, "$.sourceFilter"),
        (r#"{"typeFilter":[]}"#, "$.typeFilter"),
        (r#"{"includeSubunits":"yes"}"#, "$.includeSubunits"),
        (r#"{"includeSubunits":null}"#, "$.includeSubunits"),
    ] {
        let refused = sent(body).await;
        assert_eq!(refused.status, 400, "{body}: {}", refused.body);
        refused.header_is("content-type", "application/json; charset=utf-8");
        let errors = refused.json()["errors"].as_object().cloned().unwrap_or_default();
        assert_eq!(errors.keys().collect::<Vec<_>>(), [key], "{body}: {}", refused.body);
    }
    let ids = async |id: &str| sender.get(format!("{SUBSCRIPTIONS}/{id}")).await.status.as_u16();
    assert_eq!((ids("x").await, ids("99999999999").await, ids("-1").await, ids("7").await), (400, 400, 404, 404), "a number of 32 bits");
    sandbox.stop().await;
}

/// Starts with a body that breaks every row and corrects one row at a time: each refusal must be the next row's.
/// Facts platform F.1.
#[tokio::test]
async fn the_rows_come_in_their_order() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let scopeless = Caller::system_user(&sandbox, "sender", known::SENDER.number, "altinn:broker.read").await;
    let mut body = json!({"endPoint": "https://[", "sourceFilter": "/x", "resourceFilter": "urn:altinn:resource:Stor",
                          "alternativeSubjectFilter": "/organisation/1", "includeSubunits": true});
    let told = async |caller: &Caller<'_>, body: &Value| {
        let answer = caller.post(SUBSCRIPTIONS).json(body).await;
        (answer.status.as_u16(), if answer.body.is_empty() { Value::Null } else { answer.json() })
    };
    assert_eq!(told(&Caller::nobody(&sandbox), &body).await, (401, Value::Null));
    let row_2 = told(&scopeless, &body).await;
    assert!(row_2.0 == 400 && row_2.1["errors"]["$.endPoint"].is_array(), "{row_2:?}");
    body["endPoint"] = json!("ftp://a.no/x");
    assert_eq!(told(&scopeless, &body).await, (400, json!("Missing or invalid endpoint to push events towards")));
    body["endPoint"] = json!("https://hooks.example.no/a");
    assert_eq!(told(&scopeless, &body).await, (400, json!("SourceFilter must be an absolute URL with the https scheme.")));
    body["sourceFilter"] = json!("https://platform.tt02.altinn.no/broker/api/v1/file");
    assert_eq!(told(&scopeless, &body).await, (403, Value::Null));
    assert_eq!(told(&sender, &body).await, (400, json!("Resource filter must be a valid urn")));
    body["resourceFilter"] = Value::Null;
    assert_eq!(told(&sender, &body).await, (400, json!("Resource filter is required.")));
    body["resourceFilter"] = json!(urn(known::RESOURCE));
    assert_eq!(told(&sender, &body).await, (400, json!("Source filter is not supported for subscriptions on this resource.")));
    body["sourceFilter"] = Value::Null;
    assert_eq!(told(&sender, &body).await, (400, json!("AlternativeSubject filter is not supported for subscriptions on this resource.")));
    body["alternativeSubjectFilter"] = json!("");
    assert_eq!(told(&sender, &body).await, (400, json!("IncludeSubunits requires a subject filter.")));
    body["subjectFilter"] = json!(subject(known::RECIPIENT.number));
    assert_eq!(
        told(&sender, &body).await,
        (403, json!(format!("Not authorized to create a subscription for resource {}.", urn(known::RESOURCE))))
    );
    body["subjectFilter"] = json!(subject(known::SENDER.number));
    let made = told(&sender, &body).await;
    assert_eq!((made.0, &made.1["includeSubunits"]), (201, &json!(true)));
    sandbox.stop().await;
}

/// Routing refuses a content type that the call does not declare before the token is checked. A missing content type is refused
/// when the body is read.
/// Facts platform F.
#[tokio::test]
async fn types_methods_and_addresses_are_refused_before_the_token_and_empty() {
    let sandbox = open().await;
    let nobody = Caller::nobody(&sandbox);
    for (method, path) in [(Method::POST, SUBSCRIPTIONS), (Method::GET, "events/api/v1/events"), (Method::POST, "events/api/v1/events")] {
        let typed = nobody.call(method.clone(), path).header("Content-Type", "text/plain").await;
        assert_eq!((typed.status.as_u16(), typed.body.as_str()), (415, ""), "{method} {path}");
        assert_eq!(nobody.call(method, path).await.status, 401, "{path}");
    }
    for (method, path, allowed) in [
        (Method::PATCH, SUBSCRIPTIONS.to_owned(), "GET, POST"),
        (Method::PUT, format!("{SUBSCRIPTIONS}/1"), "DELETE, GET"),
        (Method::GET, format!("{SUBSCRIPTIONS}/validate/1"), "PUT"),
        (Method::DELETE, "events/api/v1/events".to_owned(), "GET, POST"),
    ] {
        let refused = Answer::unjudged(nobody.request(method, &path)).await;
        assert_eq!((refused.status.as_u16(), refused.header("allow"), refused.body.as_str()), (405, allowed, ""), "{path}");
    }
    let lost = nobody.get("events/api/v1/subscription/1").await;
    assert_eq!((lost.status.as_u16(), lost.body.as_str()), (404, ""), "where Location leads");
    Answer::of(Caller::sender(&sandbox).await.request(Method::POST, SUBSCRIPTIONS)).await.is(415).has("/title", "Unsupported Media Type");
    sandbox.stop().await;
}
