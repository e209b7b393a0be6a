//! Altinn's internal calls: daily summaries, which need a key, and maintenance, which needs a scope that no customer has.

use crate::support::*;
use crate::transfer::*;
use altinn_sandbox::World;

/// The operator of the service, with a token of the test token generator.
async fn operator(sandbox: &Sandbox) -> Caller<'_> {
    let path = format!(
        "testtools/api/GetEnterpriseToken?env=tt02&scopes=altinn:broker.maintenance%20altinn:broker.write&orgNo={}",
        known::SENDER.number
    );
    let password = sandbox.world().await.api_key.expose().to_owned();
    let made = sandbox.get(&path).basic_auth("anybody", Some(password)).await;
    made.is(200);
    Caller { sandbox, token: Some(made.body) }
}

async fn summary(sandbox: &Sandbox, path: &str, key: Option<&str>, body: &Value) -> Answer {
    let request = Caller::nobody(sandbox).post(format!("{BASE}/statistics/{path}")).json(body);
    key.into_iter().fold(request, |request, key| request.header("X-API-Key", key)).await
}

/// Facts broker-api 2.12.
#[tokio::test]
async fn daily_summaries_ask_for_the_services_own_key_and_count_who_asks() {
    let sandbox = open().await;
    let key = sandbox.world().await.api_key.expose().to_owned();
    for path in ["generate-daily-summary", "generate-and-download-daily-summary"] {
        for (given, text) in [
            (None, "API key required for statistics endpoints"),
            (Some(" "), "API key cannot be empty"),
            (Some("another"), "Invalid API key"),
        ] {
            summary(&sandbox, path, given, &json!({})).await.is(401).body_is(json!({"error": text})).fixed();
        }
    }
    let asked = json!({"altinn2Included": true});
    summary(&sandbox, "generate-daily-summary", Some(&key), &asked)
        .await
        .refused(500, "BRO-06002")
        .header_is("x-ratelimit-limit", "10")
        .header_is("x-ratelimit-remaining", "9");
    summary(&sandbox, "generate-and-download-daily-summary", Some(&key), &asked).await.refused_as_problem(500, "BRO-06002");
    summary(&sandbox, "generate-daily-summary", Some(&key), &json!({"altinn2Included": 1}))
        .await
        .has("/errors/request", json!(["The request field is required."]));
    {
        let mut world = sandbox.shared().world.lock().await;
        let mut value = serde_json::to_value(&*world).unwrap();
        value["broker"]["transfers"] = json!([]);
        *world = serde_json::from_value::<World>(value).unwrap();
    }
    for _ in 0..10 {
        summary(&sandbox, "generate-daily-summary", Some(&key), &asked).await.refused(404, "BRO-06001");
    }
    let over = summary(&sandbox, "generate-daily-summary", Some(&key), &asked).await;
    over.is(429).has("/error", "Rate limit exceeded");
    let seconds: u64 = over.header("retry-after").parse().unwrap();
    assert_eq!(over.json()["retryAfter"], seconds);
    let reset: jiff::Timestamp = over.json()["resetTime"].as_str().unwrap().parse().unwrap();
    assert_eq!((over.header("x-ratelimit-remaining"), over.header("x-ratelimit-reset")), ("0", reset.as_second().to_string().as_str()));
    assert!((3500..=3600).contains(&seconds));
    // Each address is counted separately, and after an hour the first one may ask again.
    let request = Caller::nobody(&sandbox).post(format!("{BASE}/statistics/generate-daily-summary")).json(&asked);
    request.header("X-API-Key", &key).header("X-Forwarded-For", "192.0.2.1, 192.0.2.2").await.is(404);
    Caller::nobody(&sandbox).post("sandbox/time").json(json!({"pass": "PT1H1S"})).await;
    summary(&sandbox, "generate-daily-summary", Some(&key), &asked).await.is(404);
}

/// Facts broker-api 2.13.
#[tokio::test]
async fn cleaning_up_deletes_what_the_use_case_tests_left() {
    let sandbox = open().await;
    let (operator, sender) = (operator(&sandbox).await, Caller::sender(&sandbox).await);
    let path = format!("{BASE}/maintenance/cleanup-usecasetests");
    sender.post(&path).await.only(403);
    let (other, left) = (initialized(&sender, &plain()).await, initialized(&sender, &plain()).await);
    aged(&sandbox, &left, |transfer| {
        (transfer["resource"], transfer["created"]) = (json!("bruksmonster-broker"), json!("2026-01-01T00:00:00Z"));
    })
    .await;
    for (query, found) in [("?minAgeDays=100000", 0), ("?minAgeDays=1", 1), ("", 0)] {
        let done = operator.post(format!("{path}{query}")).await.json();
        assert_eq!((&done["resourceId"], &done["fileTransfersFound"]), (&json!("bruksmonster-broker"), &json!(found)), "{query}");
        assert!(done["deleteFileTransfersJobId"].is_string());
    }
    sender.get(format!("{BASE}/filetransfer/{left}")).await.refused(404, "BRO-00001");
    assert_eq!(status(&sender, &other).await, "Initialized");
    operator.post(format!("{path}?minAgeDays=x")).await.invalid(json!({"minAgeDays": ["The value 'x' is not valid."]}));
}

/// Facts broker-api 2.13.
#[tokio::test]
async fn keys_are_rotated_only_when_it_is_confirmed() {
    let sandbox = open().await;
    let operator = operator(&sandbox).await;
    let path = format!("{BASE}/maintenance/maskinporten-jwk-rotation");
    for wrong in [json!({"confirmation": "yes"}), json!({})] {
        operator.post(&path).json(&wrong).await.is(400);
    }
    let done = operator.post(&path).json(json!({"confirmation": "rotate-maskinporten-jwk"})).await;
    done.is(200);
    assert!(done.json()["jobId"].is_string());
}
