//! Facts broker-api 2.4 and 2.5: a transfer's overview and details.

use crate::support::*;
use crate::transfer::*;
use uuid::Uuid;

const OVERVIEW: [&str; 16] = [
    "fileTransferId",
    "resourceId",
    "fileName",
    "sendersFileTransferReference",
    "checksum",
    "useVirusScan",
    "fileTransferSize",
    "fileTransferStatus",
    "fileTransferStatusText",
    "fileTransferStatusChanged",
    "created",
    "expirationTime",
    "sender",
    "recipients",
    "propertyList",
    "published",
];

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

/// Facts broker-api 2.4.
#[tokio::test]
async fn an_overview_has_every_member_in_order_and_nulls_are_written() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let id = initialized(&sender, &scanned()).await;
    let answer = sender.get(format!("{BASE}/filetransfer/{id}")).await;
    answer.fixed();
    let shown = answer.json();
    assert_eq!(keys(&shown), OVERVIEW);
    assert_eq!((&shown["checksum"], &shown["published"], &shown["fileTransferSize"]), (&json!(""), &Value::Null, &json!(0)));
    assert_eq!((&shown["fileTransferStatus"], &shown["fileTransferStatusText"]), (&json!("Initialized"), &json!("Ready for upload")));
    let recipient = &shown["recipients"][0];
    let members = [
        "recipient",
        "currentRecipientFileTransferStatusCode",
        "currentRecipientFileTransferStatusText",
        "currentRecipientFileTransferStatusChanged",
    ];
    assert_eq!(keys(recipient), members);
    assert_eq!((&recipient[members[1]], &recipient[members[2]]), (&json!("Initialized"), &json!("Initialized")));
    for member in ["created", "expirationTime", "fileTransferStatusChanged"] {
        let text = shown[member].as_str().unwrap();
        let fraction = text.strip_suffix("+00:00").and_then(|text| text.split_once('.')).map_or("", |(_, fraction)| fraction);
        assert!(text.ends_with("+00:00") && fraction.len() <= 6 && !fraction.ends_with('0'), "{text}");
    }
    let mut null = scanned();
    null["checksum"] = Value::Null;
    let id = initialized(&sender, &null).await;
    assert_eq!(overview(&sender, &id).await["checksum"], Value::Null);
}

/// Facts broker-api 2.5.
#[tokio::test]
async fn details_begin_with_both_histories() {
    let sandbox = open().await;
    let (sender, recipient) = (Caller::sender(&sandbox).await, Caller::recipient(&sandbox).await);
    let id = published(&sender, FOX).await;
    download(&recipient, &id).await;
    confirm(&recipient, &id).await;
    let details = recipient.get(format!("{BASE}/filetransfer/{id}/details")).await.json();
    assert_eq!(keys(&details)[..2], ["fileTransferStatusHistory", "recipientFileTransferStatusHistory"]);
    assert_eq!(keys(&details)[2..], OVERVIEW);
    let rows = details["recipientFileTransferStatusHistory"].as_array().unwrap();
    let texts: Vec<_> =
        rows.iter().map(|row| (row["recipientFileTransferStatusCode"].clone(), row["recipientFileTransferStatusText"].clone())).collect();
    // The service gives these rows in no order; the sandbox gives the newest first.
    let expected = [
        ("DownloadConfirmed", "Recipient has downloaded fileTransfer"),
        ("DownloadStarted", "Recipient has attempted to download fileTransfer"),
        ("Initialized", "Initialized"),
    ];
    assert_eq!(texts, expected.map(|(code, text)| (json!(code), json!(text))));
    assert_eq!(
        keys(&rows[0]),
        ["recipient", "recipientFileTransferStatusCode", "recipientFileTransferStatusText", "recipientFileTransferStatusChanged"]
    );
    assert_eq!(
        keys(&details["fileTransferStatusHistory"][0]),
        ["fileTransferStatus", "fileTransferStatusText", "fileTransferStatusChanged"]
    );
    let last = details["fileTransferStatusHistory"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (&last["fileTransferStatus"], &last["fileTransferStatusText"]),
        (&json!("AllConfirmedDownloaded"), &json!("All downloaded"))
    );
}

/// Facts broker-api 2.4.
#[tokio::test]
async fn a_recipient_shows_its_highest_status_and_the_time_of_its_newest() {
    let sandbox = open().await;
    let (sender, recipient) = (Caller::sender(&sandbox).await, Caller::recipient(&sandbox).await);
    let id = published(&sender, FOX).await;
    download(&recipient, &id).await;
    confirm(&recipient, &id).await;
    let before = overview(&sender, &id).await["recipients"][0].clone();
    download(&recipient, &id).await;
    let after = overview(&sender, &id).await["recipients"][0].clone();
    assert_eq!(after["currentRecipientFileTransferStatusCode"], "DownloadConfirmed");
    assert_ne!(before["currentRecipientFileTransferStatusChanged"], after["currentRecipientFileTransferStatusChanged"]);
}

/// Facts broker-api 2.4.
#[tokio::test]
async fn existence_is_checked_before_access() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let stranger = Caller::organisation(&sandbox, "vendor", "altinn:broker.read").await;
    let id = initialized(&sender, &scanned()).await;
    for tail in ["", "/details"] {
        stranger.get(format!("{BASE}/filetransfer/{}{tail}", Uuid::new_v4())).await.refused(404, "BRO-00001");
        stranger.get(format!("{BASE}/filetransfer/{id}{tail}")).await.refused(401, "BRO-00006");
        stranger.get(format!("{BASE}/filetransfer/x{tail}")).await.invalid(json!({"fileTransferId": ["The value 'x' is not valid."]}));
        Caller::recipient(&sandbox).await.get(format!("{BASE}/filetransfer/{id}{tail}")).await.is(200);
    }
    assert_eq!(known::RESOURCE, overview(&sender, &id).await["resourceId"]);
}

/// Facts broker-api 0.
#[tokio::test]
async fn names_and_keys_come_back_as_they_were_sent() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let mut body = scanned();
    body["fileName"] = json!("Ærlig 文件 <&>.txt");
    body["propertyList"] = json!({"Nøkkel": "Verdi", "camelCase": "a", "UPPER": "b"});
    let id = initialized(&sender, &body).await;
    let answer = sender.get(format!("{BASE}/filetransfer/{id}")).await;
    assert!(answer.body.contains("\"fileName\":\"Ærlig 文件 <&>.txt\""), "{}", answer.body);
    assert!(answer.body.contains("{\"Nøkkel\":\"Verdi\",\"camelCase\":\"a\",\"UPPER\":\"b\"}"), "{}", answer.body);
}

/// Facts broker-api 2.4.
#[tokio::test]
async fn a_recipient_named_twice_is_shown_once() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let mut body = scanned();
    let one = party(known::RECIPIENT.number);
    body["recipients"] = json!([one, format!("urn:altinn:organization:identifier-no:{}", known::RECIPIENT.number), one]);
    let shown = overview(&sender, &initialized(&sender, &body).await).await;
    assert_eq!(shown["recipients"].as_array().map(Vec::len), Some(1));
}

/// Facts broker-api 4.1.
#[tokio::test]
async fn a_problem_has_its_code_and_its_trace_twice() {
    let sandbox = open().await;
    let answer = Caller::sender(&sandbox).await.get(format!("{BASE}/filetransfer/{}", uuid::Uuid::new_v4())).await;
    answer.is(404).code("BRO-00001");
    assert_eq!(answer.body.matches("\"traceId\"").count(), 2);
    answer.has("/statusDescription", "Not Found");
    Caller::sender(&sandbox)
        .await
        .get(format!("{BASE}/filetransfer/x"))
        .await
        .has("/errors", json!({"fileTransferId": ["The value 'x' is not valid."]}));
}

/// Facts broker-api 2.4.
#[tokio::test]
async fn the_overview_has_the_services_members() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let id = initialized(&sender, &scanned()).await;
    let overview = sender.get(format!("{BASE}/filetransfer/{id}")).await.json();
    assert_eq!(keys(&overview), OVERVIEW);
    assert_eq!((&overview["published"], &overview["checksum"]), (&Value::Null, &json!("")));
    let stranger = Caller::organisation(&sandbox, "vendor", "altinn:broker.read").await;
    stranger.get(format!("{BASE}/filetransfer/{id}")).await.is(401).code("BRO-00006");
}
