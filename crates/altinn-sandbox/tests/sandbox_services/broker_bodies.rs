use super::broker::{BASE, body, initialized, published, status, upload};
use super::calls::{Calls, assert_coded, until};
use super::sandbox_support::{Answer, open, started};
use altinn_sandbox::{Gateway, Options, People, known};
use md5::Digest as _;
use reqwest::Method;
use serde_json::{Value, json};

const FOX: &str = "the quick brown fox";

#[tokio::test]
async fn broker_2_2_a_scanned_upload_is_published_in_a_moment_and_gets_its_checksum() {
    let sandbox = open().await;
    let sender = Calls::sender(&sandbox).await;
    let id = initialized(&sender, &body(known::RESOURCE)).await;
    assert_eq!(upload(&sender, &id, FOX).await.json(), json!({"fileTransferId": id}));
    assert_eq!(status(&sender, &id).await, "UploadProcessing");
    let path = format!("{BASE}/filetransfer/{id}");
    until("a checksum", async || sender.get(&path).await.json()["checksum"].as_str().is_some_and(|sum| sum.len() == 32)).await;
    let details = sender.get(&format!("{path}/details")).await.json();
    let history: Vec<&str> =
        details["fileTransferStatusHistory"].as_array().unwrap().iter().filter_map(|row| row["fileTransferStatus"].as_str()).collect();
    assert_eq!(history, ["Initialized", "UploadStarted", "UploadProcessing", "Published"]);
    assert!(details["created"].as_str().unwrap().ends_with("+00:00"));
    assert_eq!(details["fileTransferSize"], FOX.len());
    assert_coded(&upload(&sender, &id, FOX).await, 409, "BRO-00004");
}

#[tokio::test]
async fn broker_2_2_an_unscanned_upload_is_published_at_once() {
    let sandbox = open().await;
    let sender = Calls::sender(&sandbox).await;
    let mut body = body(known::RESOURCE);
    body["disableVirusScan"] = json!(true);
    let id = initialized(&sender, &body).await;
    upload(&sender, &id, "").await;
    assert_eq!(status(&sender, &id).await, "Published");
}

#[tokio::test]
async fn broker_2_2_a_wrong_checksum_fails_the_transfer_for_good() {
    let sandbox = open().await;
    let sender = Calls::sender(&sandbox).await;
    let mut body = body(known::RESOURCE);
    body["checksum"] = json!("d41d8cd98f00b204e9800998ecf8427e");
    let id = initialized(&sender, &body).await;
    assert_coded(&upload(&sender, &id, FOX).await, 400, "BRO-00009");
    let overview = sender.get(&format!("{BASE}/filetransfer/{id}")).await.json();
    assert_eq!(
        (overview["fileTransferStatusText"].as_str(), &overview["fileTransferSize"]),
        (Some("Checksum mismatch"), &json!(FOX.len()))
    );
    assert_coded(&upload(&sender, &id, "").await, 409, "BRO-00004");
}

#[tokio::test]
async fn broker_5_1_malware_fails_the_transfer() {
    let sandbox = open().await;
    let sender = Calls::sender(&sandbox).await;
    let id = initialized(&sender, &body(known::RESOURCE)).await;
    upload(&sender, &id, ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*"].concat()).await;
    until("failed", async || status(&sender, &id).await == "Failed").await;
    let text = sender.get(&format!("{BASE}/filetransfer/{id}")).await.json()["fileTransferStatusText"].as_str().unwrap().to_owned();
    assert!(text.starts_with("Malware scan failed: Malicious. Extra details: {"), "{text}");
}

#[tokio::test]
async fn broker_2_2_a_file_over_ten_mebibytes_is_streamed_and_comes_back() {
    let sandbox = open().await;
    let (sender, recipient) = (Calls::sender(&sandbox).await, Calls::recipient(&sandbox).await);
    let id = initialized(&sender, &body(known::RESOURCE)).await;
    let bytes = vec![7_u8; 11 * 1024 * 1024];
    assert_eq!(upload(&sender, &id, bytes.clone()).await.status, 200);
    until("published", async || status(&sender, &id).await == "Published").await;
    let answer = recipient.request(Method::GET, &format!("{BASE}/filetransfer/{id}/download")).send().await.unwrap();
    assert_eq!(answer.headers()["content-length"], "11534336");
    assert!(answer.bytes().await.unwrap() == bytes);
    let part =
        recipient.request(Method::GET, &format!("{BASE}/filetransfer/{id}/download")).header("Range", "bytes=-5").send().await.unwrap();
    assert_eq!(part.headers()["content-range"], "bytes 11534331-11534335/11534336");
}

/// Before the file it is summed up as it comes, after it once more from where it lies.
#[tokio::test]
async fn broker_2_3_a_checksum_is_compared_wherever_it_stands_in_the_form() {
    let sandbox = open().await;
    let sender = Calls::sender(&sandbox).await;
    for length in [FOX.len(), 1 << 20] {
        let content = FOX.repeat(length / FOX.len());
        let right = md5::Md5::digest(&content).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        for (checksum, status) in [(right.clone(), 200), ("0".repeat(32), 400)] {
            let field =
                |(name, value): (&str, &str)| format!("--b\r\nContent-Disposition: form-data; name=Metadata.{name}\r\n\r\n{value}\r\n");
            let (from, to) = (format!("0192:{}", known::SENDER.number), format!("0192:{}", known::RECIPIENT.number));
            let others = [
                ("FileName", "a"),
                ("ResourceId", known::RESOURCE),
                ("SendersFileTransferReference", "a"),
                ("Sender", &from),
                ("Recipients", &to),
            ];
            let sum = field(("Checksum", &checksum));
            let file = format!("--b\r\nContent-Disposition: form-data; name=FileTransfer; filename=a\r\n\r\n{content}\r\n");
            for form in [format!("{sum}{file}"), format!("{file}{sum}")] {
                let form = format!("{}{form}--b--\r\n", others.map(field).concat());
                let request = sender.request(Method::POST, &format!("{BASE}/filetransfer/upload"));
                let answer = Answer::of(request.header("Content-Type", "multipart/form-data; boundary=b").body(form)).await;
                assert_eq!(answer.status, status, "{}", answer.body);
            }
        }
    }
}

#[tokio::test]
async fn broker_2_2_the_resources_limit_holds_for_a_known_length() {
    let sandbox = open().await;
    let owner = Calls::service_owner(&sandbox).await;
    owner.send(Method::PUT, &format!("{BASE}/resource/{}", known::RESOURCE), &json!({"maxFileTransferSize": 5})).await;
    let sender = Calls::sender(&sandbox).await;
    let id = initialized(&sender, &body(known::RESOURCE)).await;
    assert_coded(&upload(&sender, &id, FOX).await, 400, "BRO-00016");
}

#[tokio::test]
async fn broker_2_7_and_2_8_download_then_confirm_in_the_services_order() {
    let sandbox = open().await;
    let (sender, recipient) = (Calls::sender(&sandbox).await, Calls::recipient(&sandbox).await);
    let id = initialized(&sender, &body(known::RESOURCE)).await;
    let (download, confirm) = (format!("{BASE}/filetransfer/{id}/download"), format!("{BASE}/filetransfer/{id}/confirmdownload"));
    let early = recipient.get(&download).await;
    assert_coded(&early, 403, "BRO-00007");
    assert!(early.header("content-type").starts_with("application/problem+json"));
    assert_coded(&recipient.bare(Method::POST, &confirm).await, 400, "BRO-00003");
    assert_coded(&sender.get(&download).await, 401, "BRO-00006");
    upload(&sender, &id, FOX).await;
    until("published", async || status(&sender, &id).await == "Published").await;
    assert_coded(&recipient.bare(Method::POST, &confirm).await, 400, "BRO-00019");
    let whole = recipient.get(&download).await;
    assert_eq!((whole.status.as_u16(), whole.body.as_str(), whole.header("accept-ranges")), (200, FOX, "bytes"));
    assert_eq!(whole.header("content-disposition"), "attachment; filename=a.txt; filename*=UTF-8''a.txt");
    let ranged = |range: &'static str| Answer::of(recipient.request(Method::GET, &download).header("Range", range));
    let part = ranged("bytes=4-8").await;
    assert_eq!((part.status.as_u16(), part.body.as_str(), part.header("content-range")), (206, "quick", "bytes 4-8/19"));
    let beyond = ranged("bytes=19-").await;
    assert_coded(&beyond, 416, "BRO-00029");
    assert_eq!(beyond.header("content-range"), "");
    let confirmed = recipient.bare(Method::POST, &confirm).await;
    assert_eq!((confirmed.status.as_u16(), confirmed.body.as_str()), (204, ""));
    assert_coded(&recipient.bare(Method::POST, &confirm).await, 400, "BRO-00010");
    let overview = sender.get(&format!("{BASE}/filetransfer/{id}")).await.json();
    assert_eq!(overview["fileTransferStatus"], "AllConfirmedDownloaded");
    assert_eq!(overview["recipients"][0]["currentRecipientFileTransferStatusCode"], "DownloadConfirmed");
}

#[tokio::test]
async fn broker_2_6_search_filters_and_refuses_what_it_cannot_read() {
    let sandbox = open().await;
    let sender = Calls::sender(&sandbox).await;
    let id = published(&sender, FOX).await;
    let search = async |filters: &str| sender.get(&format!("{BASE}/filetransfer?resourceId={}{filters}", known::RESOURCE)).await;
    assert_eq!(search("").await.json(), json!([id]));
    assert_eq!(search("&status=published&role=Sender").await.json(), json!([id]));
    assert_eq!(search("&status=3").await.json(), json!([id]));
    assert_eq!(search("&role=Recipient").await.json(), json!([]));
    assert_eq!(search("&recipientStatus=DownloadConfirmed").await.json(), json!([]));
    assert_eq!(search("&from=2020-01-01").await.json(), json!([id]));
    assert_eq!(search("&to=2020-01-01T00:00:00Z").await.json(), json!([]));
    for (filter, key) in [("status=x", "status"), ("from=x", "from"), ("role=x", "role")] {
        assert_eq!(search(&format!("&{filter}")).await.json()["errors"][key], json!(["The value 'x' is not valid."]));
    }
    let without = sender.get(&format!("{BASE}/filetransfer")).await;
    assert_eq!((without.status.as_u16(), without.json()["errors"]["resourceId"].is_array()), (400, true));
}

#[tokio::test]
async fn broker_2_4_the_overview_has_the_services_members() {
    let sandbox = open().await;
    let sender = Calls::sender(&sandbox).await;
    let id = initialized(&sender, &body(known::RESOURCE)).await;
    let overview = sender.get(&format!("{BASE}/filetransfer/{id}")).await.json();
    let members: Vec<&str> = overview.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(
        members,
        [
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
            "published"
        ]
    );
    assert_eq!((&overview["published"], &overview["checksum"]), (&Value::Null, &json!("")));
    let stranger = Calls::organisation(&sandbox, "vendor", "altinn:broker.read").await;
    assert_coded(&stranger.get(&format!("{BASE}/filetransfer/{id}")).await, 401, "BRO-00006");
}

#[tokio::test]
async fn contract_8_a_scan_that_was_under_way_at_a_stop_is_taken_up_again() {
    let folder = tempfile::tempdir().unwrap();
    let options =
        || Options { gateway: Gateway::Open, people: People::Never, world: Some(folder.path().join("world.json")), ..Options::default() };
    let sandbox = started(options()).await;
    let sender = Calls::sender(&sandbox).await;
    let id = initialized(&sender, &body(known::RESOURCE)).await;
    assert_eq!(upload(&sender, &id, FOX).await.status, 200);
    assert_eq!(status(&sender, &id).await, "UploadProcessing");
    sandbox.stop().await;

    let sandbox = started(options()).await;
    let recipient = Calls::recipient(&sandbox).await;
    until("published", async || status(&recipient, &id).await == "Published").await;
    assert_eq!(recipient.get(&format!("{BASE}/filetransfer/{id}/download")).await.body, FOX);
}
