//! `/sandbox/faults`, as programs and the wizard use it, and the form of the sandbox's own page.

use super::calls::{current, post, seen};
use crate::support::{Answer, GRANT_TYPE, client, open, started};
use altinn_sandbox::{Gateway, Options, Sandbox, faults};
use reqwest::StatusCode;
use serde_json::json;

#[tokio::test]
async fn faults_are_set_cleared_and_listed_while_it_runs() {
    let set_at_start = vec!["MP-200:2".parse().unwrap()];
    let sandbox = started(Options { gateway: Gateway::Open, faults: set_at_start, ..Options::default() }).await;
    let list = || seen(client().get(sandbox.origin.join("sandbox/faults").unwrap()));
    let names = |answer: &Answer| -> Vec<String> {
        answer.json()["faults"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
    };
    let first = list().await;
    assert_eq!((names(&first), &first.json()["faults"][0]["times"]), (vec!["MP-200".to_owned()], &json!(2)));
    let asked = client().post(sandbox.origin.join("token").unwrap()).form(&[("grant_type", GRANT_TYPE), ("assertion", "x")]);
    assert!(seen(asked).await.body.contains("MP-200"));
    list().await.has("/faults/0/times", json!(1));
    let added = post(&sandbox, &json!({"set": ["http-429@events=9:3", "bro-00001"]})).await;
    assert_eq!((added.status, names(&added)), (StatusCode::OK, vec!["MP-200".into(), "http-429".into(), "BRO-00001".into()]));
    added.has("/faults/1/value", 9).has("/faults/1/service", "events");
    let cleared = post(&sandbox, &json!({"clear": "http-429", "set": "http-500"})).await;
    assert_eq!(names(&cleared), ["MP-200", "BRO-00001", "http-500"]);
    let none = post(&sandbox, &json!({"clear": "all"})).await;
    assert!(names(&none).is_empty());
    let table = seen(client().get(sandbox.origin.join("sandbox/faults/list").unwrap())).await;
    assert_eq!(table.json()["faults"].as_array().unwrap().len(), faults::all().len());
}

#[tokio::test]
async fn an_unknown_name_changes_nothing_and_the_near_ones_are_named() {
    let sandbox = open().await;
    let refused = post(&sandbox, &json!({"set": ["http-500", "MP-20"]})).await;
    refused.is(400).has("/error", "unknown-fault");
    assert!(refused.json()["near"].as_array().unwrap().contains(&json!("MP-200")), "{}", refused.body);
    post(&sandbox, &json!({"clear": "nothing-of-the-kind"})).await.is(400);
    for wrong in [json!({"set": ["MP-200:none"]}), json!({"set": ["slow=long"]}), json!({"sets": []}), json!([])] {
        assert_eq!(post(&sandbox, &wrong).await.status, StatusCode::BAD_REQUEST, "{wrong}");
    }
    assert!(sandbox.shared().faults.current().is_empty());
    let untyped = client().post(sandbox.origin.join("sandbox/faults").unwrap()).body(r#"{"set":"http-500"}"#);
    seen(untyped).await.is(415);
    let foreign = client()
        .post(sandbox.origin.join("sandbox/faults").unwrap())
        .json(&json!({"set": "http-500"}))
        .header("Origin", "https://evil.example");
    seen(foreign).await.is(403);
    assert!(sandbox.shared().faults.current().is_empty());
}

/// Other programs read these names, so they must not change.
#[tokio::test]
async fn the_list_and_what_is_set_have_stable_members() {
    let sandbox = open().await;
    let list = seen(client().get(sandbox.origin.join("sandbox/faults/list").unwrap())).await.json();
    assert_eq!(list["version"], json!(1));
    for row in list["faults"].as_array().unwrap() {
        let row = row.as_object().unwrap();
        for needed in ["name", "services", "shape", "face", "does"] {
            assert!(row.contains_key(needed), "{row:?}");
        }
        let known = ["name", "code", "services", "calls", "status", "shape", "claim", "value", "face", "does"];
        assert!(row.keys().all(|name| known.contains(&name.as_str())), "{row:?}");
    }
    let row = list["faults"].as_array().unwrap().iter().find(|row| row["name"] == "BRO-00007").unwrap();
    assert_eq!(
        *row,
        json!({"name": "BRO-00007", "code": "BRO-00007", "services": ["broker"], "calls": ["GET /broker/api/v1/filetransfer/{}/download"],
               "status": 403, "shape": "broker", "face": "http", "does": "The file is not published."})
    );
    let rows = list["faults"].as_array().unwrap().iter();
    let by_claim: Vec<_> = rows.filter_map(|row| Some((row["name"].as_str()?, row.get("claim")?.as_str()?))).collect();
    let of_system_users = ["MP-301", "MP-302", "MP-303"].map(|name| (name, "authorization_details"));
    assert_eq!(by_claim, [&of_system_users[..], &[("own-consumer-org", "consumer_org")]].concat());
    let set = post(&sandbox, &json!({"set": ["slow@broker=3:2", "RR-00001"]})).await.json();
    let does = |name: &str| faults::find(name).unwrap().does.clone();
    assert_eq!(
        set,
        json!({"faults": [{"name": "slow", "service": "broker", "value": 3, "times": 2, "does": does("slow")},
                          {"name": "RR-00001", "does": does("RR-00001")}]})
    );
}

async fn form(sandbox: &Sandbox, fields: &[(&str, &str)]) -> Answer {
    seen(client().post(sandbox.origin.join("sandbox/misbehave").unwrap()).form(fields)).await
}

#[tokio::test]
async fn the_form_of_the_page_sets_and_clears_the_same_faults() {
    let sandbox = open().await;
    let page = form(&sandbox, &[("fault", "http-429@events=9"), ("times", "2")]).await;
    assert_eq!(page.status, StatusCode::OK, "it leads back to the page");
    assert!(page.body.contains("http-429=9") && page.body.contains("at events") && page.body.contains("2 times more"), "{}", page.body);
    form(&sandbox, &[("fault", "events-subunits"), ("times", "")]).await;
    let set = current(&sandbox).await;
    assert_eq!((&set[0]["value"], &set[0]["service"], &set[0]["times"]), (&json!(9), &json!("events"), &json!(2)));
    assert_eq!((&set[1]["name"], set[1].get("times")), (&json!("events-subunits"), None));
    let wrong = form(&sandbox, &[("fault", "BRO-0006")]).await;
    assert!(wrong.body.contains("cannot be set") && wrong.body.contains("BRO-00006"), "the near ones are named");
    form(&sandbox, &[("clear", "http-429")]).await;
    assert_eq!(current(&sandbox).await.as_array().map(Vec::len), Some(1));
    form(&sandbox, &[("clear", "all")]).await;
    assert_eq!(current(&sandbox).await, json!([]));
    let every = seen(client().get(sandbox.origin.join("sandbox/").unwrap())).await.body;
    assert!(faults::all().iter().all(|fault| every.contains(&format!("<option value=\"{}\" ", fault.name))), "each can be chosen");
}
