//! Contract 8: the sandbox's counterpart sends, fetches and confirms files.

use crate::support::*;
use crate::transfer::*;

pub async fn instant() -> Sandbox {
    started(Options { gateway: Gateway::Open, people: People::Instant, ..Options::default() }).await
}

#[tokio::test]
async fn the_counterpart_takes_what_a_sender_publishes() {
    let sandbox = instant().await;
    let sender = Caller::sender(&sandbox).await;
    let id = initialized(&sender, &scanned()).await;
    upload(&sender, &id, "bytes").await;
    until("taken", async || status(&sender, &id).await == "AllConfirmedDownloaded").await;
}

#[tokio::test]
async fn a_marked_file_always_waits_for_the_recipient() {
    let sandbox = instant().await;
    let recipient = Caller::recipient(&sandbox).await;
    let search = format!("{BASE}/filetransfer?resourceId={}&status=Published&role=Recipient", known::RESOURCE);
    let first = recipient.get(&search).await.json()[0].as_str().unwrap().to_owned();
    let overview = recipient.get(format!("{BASE}/filetransfer/{first}")).await.json();
    assert!(overview["sendersFileTransferReference"].as_str().unwrap().starts_with("broker-setup-test-"));
    assert_eq!(overview["propertyList"]["broker-setup"], "test");
    let bytes = recipient.get(format!("{BASE}/filetransfer/{first}/download")).await;
    assert_eq!(bytes.body.len() as u64, overview["fileTransferSize"].as_u64().unwrap());
    recipient.post(format!("{BASE}/filetransfer/{first}/confirmdownload")).await.is(204);
    until("another", async || recipient.get(&search).await.json().as_array().is_some_and(|ids| ids.len() == 1 && ids[0] != json!(first)))
        .await;
}

#[tokio::test]
async fn a_service_owner_with_a_rule_of_its_own_makes_the_round_trip_alone() {
    let sandbox = instant().await;
    let owner = Caller::service_owner(&sandbox).await;
    let mut body = scanned();
    let own = json!(format!("0192:{}", known::SERVICE_OWNER.number));
    (body["sender"], body["recipients"]) = (own.clone(), json!([own]));
    let id = initialized(&owner, &body).await;
    upload(&owner, &id, "bytes").await;
    until("published", async || status(&owner, &id).await == "Published").await;
    owner.get(format!("{BASE}/filetransfer/{id}/download")).await.text("bytes");
    owner.post(format!("{BASE}/filetransfer/{id}/confirmdownload")).await.is(204);
    assert_eq!(status(&owner, &id).await, "AllConfirmedDownloaded");
}
