//! Facts broker-api 2.6: transfers are searched for.

use crate::support::*;
use crate::transfer::*;

async fn found(caller: &Caller<'_>, query: &str) -> Vec<String> {
    let answer = caller.get(format!("{BASE}/filetransfer?resourceId={}{query}", known::RESOURCE)).await;
    answer.is(200);
    serde_json::from_str(&answer.body).unwrap()
}

#[tokio::test]
async fn the_resource_is_required_and_what_is_wrong_is_told_at_once() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let required = json!({"resourceId": ["The resourceId field is required."]});
    for query in ["", "?resourceId=", "?resourceId=%20"] {
        sender.get(format!("{BASE}/filetransfer{query}")).await.invalid(&required);
    }
    let all = "status=x&recipientStatus=y&from=z&to=q&orderAscending=w&role=v";
    let told = |value: &str| json!([format!("The value '{value}' is not valid.")]);
    let errors = json!({"status": told("x"), "recipientStatus": told("y"), "from": told("z"), "to": told("q"), "orderAscending": told("w"), "role": told("v")});
    sender.get(format!("{BASE}/filetransfer?resourceId=r&{all}")).await.invalid(&errors);
    for resource in [format!("urn:altinn:resource:{}", known::RESOURCE), "unknown-one".to_owned(), "prov-ikke-konfigurert".to_owned()] {
        sender.get(format!("{BASE}/filetransfer?resourceId={resource}")).await.refused(401, "BRO-00006");
    }
}

#[tokio::test]
async fn filters_by_status_role_and_time_and_orders_by_the_same_time() {
    let sandbox = open().await;
    let (sender, recipient) = (Caller::sender(&sandbox).await, Caller::recipient(&sandbox).await);
    let first = initialized(&sender, &plain()).await;
    let second = published(&sender, FOX).await;
    // The first transfer is published last, so ordered by the time of Published the order is reversed.
    upload(&sender, &first, FOX).await.is(200);
    let third = initialized(&sender, &plain()).await;
    assert_eq!(found(&sender, "").await, [&*third, &second, &first]);
    assert_eq!(found(&sender, "&orderAscending=True").await, [&*first, &second, &third]);
    for published in ["Published", "published", "3", "%20Published"] {
        assert_eq!(found(&sender, &format!("&status={published}")).await, [&*first, &second], "{published}");
    }
    assert_eq!(found(&sender, "&role=Recipient").await, [""; 0]);
    assert_eq!(found(&sender, "&role=%20&status=&from=&to=&orderAscending=").await.len(), 3, "blanks count as nothing");
    assert_eq!(found(&sender, "&role=sender&status=Initialized").await, [&*third]);
    download(&recipient, &second).await;
    assert_eq!(found(&recipient, "&recipientStatus=DownloadStarted&role=Sender").await, [&*second]);
    let created = |shown: &Value| shown["created"].as_str().unwrap().replace('+', "%2B");
    let at = created(&overview(&sender, &second).await);
    assert_eq!(found(&sender, &format!("&from={at}")).await, [&*third], "strictly after");
    assert_eq!(found(&sender, &format!("&to={at}")).await, [&*first], "strictly before");
    assert_eq!(found(&sender, &format!("&from={at}&to={at}")).await, [&*second], "both: inclusive");
    // A time without an offset is UTC, and other formats are accepted too.
    for long_ago in ["2020-01-01", "2020-01-01T00:00:00", "01/31/2020", "2020-01-01T00:00:00Z"] {
        assert_eq!(found(&sender, &format!("&from={long_ago}")).await.len(), 3, "{long_ago}");
    }
}

#[tokio::test]
async fn recipient_status_is_the_latest_row_and_failed_ones_are_found_too() {
    let sandbox = open().await;
    let (sender, recipient) = (Caller::sender(&sandbox).await, Caller::recipient(&sandbox).await);
    let id = published(&sender, FOX).await;
    download(&recipient, &id).await;
    confirm(&recipient, &id).await;
    assert_eq!(found(&recipient, "&recipientStatus=DownloadConfirmed").await, [&*id]);
    download(&recipient, &id).await;
    assert!(!found(&recipient, "&recipientStatus=DownloadConfirmed").await.contains(&id));
    assert!(found(&recipient, "&recipientStatus=1").await.contains(&id));
    let mut wrong = plain();
    wrong["checksum"] = json!("0".repeat(32));
    let failed = initialized(&sender, &wrong).await;
    upload(&sender, &failed, FOX).await;
    assert_eq!(found(&sender, "&status=Failed").await, [&*failed]);
}

#[tokio::test]
async fn at_most_a_hundred_and_there_is_no_second_page() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let first = initialized(&sender, &plain()).await;
    {
        let mut world = sandbox.shared().world.lock().await;
        let mut value = serde_json::to_value(&*world).unwrap();
        let transfers = value["broker"]["transfers"].as_array_mut().unwrap();
        let model = transfers.iter().find(|transfer| transfer["id"] == first.as_str()).unwrap().clone();
        transfers.extend((0..100).map(|_| {
            let mut copy = model.clone();
            copy["id"] = json!(uuid::Uuid::new_v4());
            copy["created"] = json!("2026-12-01T00:00:00Z");
            copy
        }));
        *world = serde_json::from_value(value).unwrap();
    }
    let newest = found(&sender, "").await;
    assert!(newest.len() == 100 && !newest.contains(&first));
    let oldest = found(&sender, "&orderAscending=true").await;
    assert!(oldest.len() == 100 && oldest[0] == first);
}

#[tokio::test]
async fn each_filter_finds_its_transfers_and_no_others() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let id = scanned_and_published(&sender).await;
    for (filters, finds) in [
        ("", true),
        ("&status=published&role=Sender", true),
        ("&status=3", true),
        ("&role=Recipient", false),
        ("&recipientStatus=DownloadConfirmed", false),
        ("&from=2020-01-01", true),
        ("&to=2020-01-01T00:00:00Z", false),
    ] {
        let answer = sender.get(format!("{BASE}/filetransfer?resourceId={}{filters}", known::RESOURCE)).await;
        assert_eq!(answer.json(), if finds { json!([id]) } else { json!([]) }, "{filters}");
    }
}

#[tokio::test]
async fn a_filter_that_cannot_be_read_is_named() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    for name in ["status", "from", "role"] {
        sender
            .get(format!("{BASE}/filetransfer?resourceId={}&{name}=x", known::RESOURCE))
            .await
            .has(&format!("/errors/{name}"), json!(["The value 'x' is not valid."]));
    }
}

#[tokio::test]
async fn a_search_without_a_resource_is_400() {
    let sandbox = open().await;
    let answer = Caller::sender(&sandbox).await.get(format!("{BASE}/filetransfer")).await;
    assert!(answer.is(400).json()["errors"]["resourceId"].is_array(), "{answer}");
}
