use super::*;
use crate::journey::Cause;
use crate::services::stub_server::{API_KEY, Reply, StubServer, text_reply, token, with_headers};
use crate::services::{FileLimits, GivenUp, Patience, Problem, Unreachable};
use crate::values::{FileSize, Lasting};
use serde_json::{Value, json};
use std::time::Duration;

const ID: &str = "8d0a1b2c-3d4e-4f5a-9b6c-7d8e9f0a1b2c";

fn id() -> Uuid {
    ID.parse().unwrap()
}

fn sends(path: &Path) -> Content {
    Content::File(path.to_owned())
}

fn resource() -> ResourceId {
    "acme-broker-test".parse().unwrap()
}

fn new() -> NewTransfer {
    NewTransfer {
        file_name: "test.bin".to_owned(),
        resource: resource(),
        reference: "broker-setup-test-7f3a".to_owned(),
        sender: "310456780".parse().unwrap(),
        recipients: vec!["991825827".parse().unwrap()],
        properties: BTreeMap::from([("broker-setup".to_owned(), "test".to_owned())]),
        checksum: Some("d41d8cd98f00b204e9800998ecf8427e".to_owned()),
    }
}

/// (facts broker-api 2.1)
#[tokio::test]
async fn the_golden_request_of_a_new_transfer() {
    let stub = StubServer::json(200, &json!({"fileTransferId": ID}));
    let (token, text) = token();
    assert_eq!(stub.services.initialize(&token, &new()).await, Ok(id()));
    let request = stub.request();
    assert_eq!(request.line(), "POST /broker/api/v1/filetransfer");
    assert_eq!((request.header("accept"), request.header("content-type")), (Some("application/json"), Some("application/json")));
    assert_eq!(request.header("authorization"), Some(format!("Bearer {text}").as_str()));
    assert_eq!(request.header("ocp-apim-subscription-key"), Some(API_KEY));
    let expected = json!({"fileName": "test.bin", "resourceId": "acme-broker-test",
        "sendersFileTransferReference": "broker-setup-test-7f3a", "sender": "0192:310456780", "recipients": ["0192:991825827"],
        "propertyList": {"broker-setup": "test"}, "checksum": "d41d8cd98f00b204e9800998ecf8427e"});
    assert_eq!(request.json(), expected);
}

#[tokio::test]
async fn no_checksum_is_left_out_and_no_properties_are_an_empty_object() {
    let stub = StubServer::json(200, &json!({"fileTransferId": ID}));
    stub.services.initialize(&token().0, &NewTransfer { checksum: None, properties: BTreeMap::new(), ..new() }).await.unwrap();
    let body = stub.request().json();
    assert_eq!((body.get("checksum"), &body["propertyList"]), (None, &json!({})));
}

/// An overview as Broker returns it (facts broker-api 2.4).
fn overview() -> Value {
    json!({"fileTransferId": ID, "resourceId": "acme-broker-test", "fileName": "test.bin",
        "sendersFileTransferReference": "broker-setup-test-7f3a", "checksum": "", "useVirusScan": true, "fileTransferSize": 65536,
        "fileTransferStatus": "Published", "fileTransferStatusText": "Ready for download",
        "fileTransferStatusChanged": "2026-09-21T14:13:20.12+00:00", "created": "2026-09-21T14:13:20+00:00",
        "expirationTime": "2026-10-21T14:13:20+00:00", "sender": "0192:310456780",
        "recipients": [{"recipient": "0192:991825827", "currentRecipientFileTransferStatusCode": "Initialized",
            "currentRecipientFileTransferStatusText": "Initialized", "currentRecipientFileTransferStatusChanged": "2026-09-21T14:13:20+00:00"},
            {"recipient": "", "currentRecipientFileTransferStatusCode": "Initialized"}],
        "propertyList": {"broker-setup": "test", "Capital": null}, "published": null})
}

#[tokio::test]
async fn the_golden_request_of_an_overview() {
    let stub = StubServer::json(200, &overview());
    let transfer = stub.services.transfer(&token().0, id()).await.unwrap();
    assert_eq!(stub.request().line(), format!("GET /broker/api/v1/filetransfer/{ID}"));
    assert_eq!((transfer.status, transfer.size, transfer.checksum), (TransferStatus::Published, 65536, None));
    assert_eq!(transfer.created.map(Timestamp::as_second), Some(1_790_000_000));
    assert_eq!(transfer.recipients[0].organisation.as_ref().map(OrgNumber::digits), Some("991825827"));
    assert_eq!(transfer.recipients[1].organisation, None);
    assert_eq!(transfer.properties["broker-setup"], "test");
    assert!(transfer.properties.contains_key("Capital"), "the sender's own names stay as they are");
}

/// (facts broker-api 2.6)
#[tokio::test]
async fn the_golden_request_of_a_search() {
    let stub = StubServer::json(200, &json!([ID]));
    let found = stub.services.search(&token().0, &resource(), Some(Side::Recipient), Some(TransferStatus::Published)).await;
    assert_eq!(found, Ok(vec![id()]));
    let query = "resourceId=acme-broker-test&status=Published&role=Recipient";
    assert_eq!(stub.request().line(), format!("GET /broker/api/v1/filetransfer?{query}"));
}

#[tokio::test]
async fn an_upload_is_streamed_with_its_length_and_counted() {
    let stub = StubServer::json(200, &json!({"fileTransferId": ID}));
    let file = tempfile::NamedTempFile::new().unwrap();
    let content: Vec<u8> = (0..200_000_u32).map(|number| number.to_le_bytes()[0]).collect();
    std::fs::write(file.path(), &content).unwrap();
    let (progress, seen) = watch::channel(7);
    stub.services.upload(&token().0, id(), &sends(file.path()), &progress).await.unwrap();
    let request = stub.request();
    assert_eq!(request.line(), format!("POST /broker/api/v1/filetransfer/{ID}/upload"));
    assert_eq!(request.header("content-type"), Some("application/octet-stream"));
    assert_eq!((request.header("content-length"), request.header("transfer-encoding")), (Some("200000"), None));
    assert_eq!(request.header("accept"), Some("application/json"));
    assert!(request.body == content);
    assert_eq!(*seen.borrow(), 200_000);
}

#[tokio::test]
async fn an_empty_file_is_an_upload_too() {
    let stub = StubServer::json(200, &json!({"fileTransferId": ID}));
    let file = tempfile::NamedTempFile::new().unwrap();
    stub.services.upload(&token().0, id(), &sends(file.path()), &watch::channel(0).0).await.unwrap();
    assert_eq!(stub.request().header("content-length"), Some("0"));
}

#[tokio::test]
async fn a_file_that_is_not_there_is_a_problem_of_this_machine() {
    let stub = StubServer::new(vec![]);
    let problem = stub.services.upload(&token().0, id(), &sends(Path::new("/nonexistent/file")), &watch::channel(0).0).await;
    assert_eq!(problem, Err(Problem::Local(std::io::ErrorKind::NotFound)));
    assert!(stub.services.traffic().is_empty());
}

/// A service may refuse before it has read the whole file. We must read its answer while we are still sending.
#[tokio::test]
async fn an_upload_refused_early_is_a_refusal() {
    let body = json!({"title": "Conflict", "status": 409, "code": "BRO-00004", "detail": "…", "traceId": "1"}).to_string();
    let head = format!("HTTP/1.1 409 Conflict\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
    let stub = StubServer::new(vec![Reply::Early([head.into_bytes(), body.into_bytes()].concat())]);
    let file = tempfile::NamedTempFile::new().unwrap();
    file.as_file().set_len(8 * 1024 * 1024).unwrap();
    let problem = stub.services.upload(&token().0, id(), &sends(file.path()), &watch::channel(0).0).await.unwrap_err();
    assert_eq!(problem.code().as_deref(), Some("BRO-00004"));
}

#[tokio::test]
async fn an_upload_that_is_never_answered_ends() {
    let stub = StubServer::new(vec![Reply::Stall("")]).impatient();
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), b"hello").unwrap();
    let problem = stub.services.upload(&token().0, id(), &sends(file.path()), &watch::channel(0).0).await.unwrap_err();
    assert!(matches!(problem, Problem::Unreachable { cause: Unreachable::Timeout, .. }), "{problem:?}");
}

/// (facts broker-api 3)
#[tokio::test]
async fn the_golden_requests_of_a_resumable_upload() {
    let offset = |status, offset: &str| with_headers(status, &format!("Tus-Resumable: 1.0.0\r\nUpload-Offset: {offset}\r\n"), "");
    let stub =
        StubServer::new(vec![with_headers(201, "", ""), offset(200, "4"), offset(204, "9"), with_headers(404, "", ""), offset(409, "9")]);
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), b"the quick brown fox").unwrap();
    let (services, (token, _)) = (&stub.services, token());
    services.begin_upload(&token, id(), 19).await.unwrap();
    assert_eq!(services.uploaded(&token, id()).await, Ok(Some(4)));
    let (progress, seen) = watch::channel(0);
    assert_eq!(services.upload_part(&token, id(), &sends(file.path()), 4..9, &progress).await, Ok(9));
    assert_eq!(*seen.borrow(), 9, "counted from the beginning of the file");
    assert_eq!(services.uploaded(&token, id()).await, Ok(None));
    let over = services.uploaded(&token, id()).await.unwrap_err();
    assert!(matches!(over, Problem::Refused(refusal) if refusal.status == 409));

    let path = format!("/broker/api/v1/filetransfer/upload/tus/{ID}");
    let [begins, asks, sends] = [(); 3].map(|()| stub.request());
    assert_eq!(
        [&begins, &asks, &sends].map(|request| request.line().to_owned()),
        ["POST", "HEAD", "PATCH"].map(|it| format!("{it} {path}"))
    );
    assert!([&begins, &asks, &sends].iter().all(|request| request.header("tus-resumable") == Some("1.0.0")));
    assert!([&begins, &asks, &sends].iter().all(|request| request.header("upload-checksum").is_none()));
    assert_eq!(begins.header("upload-length"), Some("19"));
    // Another content type, or one with parameters, is refused.
    assert_eq!((sends.header("upload-offset"), sends.header("content-type")), (Some("4"), Some("application/offset+octet-stream")));
    assert_eq!((sends.header("content-length"), sends.body.as_slice()), (Some("5"), &b"quick"[..]));
}

#[tokio::test]
async fn a_download_is_streamed_to_a_private_file() {
    let body = "x".repeat(3_000_000);
    let stub = StubServer::new(vec![text_reply(200, "application/octet-stream", &body)]);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    let (progress, seen) = watch::channel(0);
    stub.services.download(&token().0, id(), None, &path, &progress).await.unwrap();
    assert_eq!(stub.request().line(), format!("GET /broker/api/v1/filetransfer/{ID}/download"));
    assert_eq!((*seen.borrow(), std::fs::metadata(&path).unwrap().len()), (3_000_000, 3_000_000));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[tokio::test]
async fn a_download_that_breaks_off_or_stands_still_is_a_problem() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    let head = "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: 100\r\n\r\nhalf";
    let cut = StubServer::new(vec![Reply::Bytes(head.as_bytes().to_vec())]);
    let problem = cut.services.download(&token().0, id(), None, &path, &watch::channel(0).0).await.unwrap_err();
    assert!(matches!(problem, Problem::Foreign { cause: Foreign::Unreadable, .. }), "{problem:?}");
    let still = StubServer::new(vec![Reply::Stall(head)]).impatient();
    let problem = still.services.download(&token().0, id(), None, &path, &watch::channel(0).0).await.unwrap_err();
    assert!(matches!(problem, Problem::GivenUp { cause: GivenUp::StoodStill { .. }, .. }), "{problem:?}");
    assert!(!path.exists(), "half a file is of no use");
}

/// Limits so short that a test meets them.
fn short(fewest: u64, whole: Duration) -> Patience {
    let file = FileLimits { largest: 1_000_000, part: 1_000_000, fewest, stretch: Duration::from_millis(100), whole };
    Patience { file, ..Patience::default() }
}

#[tokio::test]
async fn a_download_that_does_not_end_is_given_up_and_its_file_removed() {
    const OPEN: &str = "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nConnection: close\r\n\r\n";
    const TOLD: &str = "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: 2000000\r\n\r\n";
    let hour = Duration::from_hours(1);
    let larger = |limit| GivenUp::LargerThan { limit: FileSize(limit) };
    for (name, reply, size, limits, expected) in [
        ("endless, with a known size", Reply::Endless(OPEN), Some(5000), short(0, hour), larger(5000)),
        ("endless, of an unknown size", Reply::Endless(OPEN), None, short(0, hour), larger(1_000_000)),
        ("announced larger than the transfer", Reply::Endless(TOLD), Some(5000), short(0, hour), larger(5000)),
        ("a byte now and then", Reply::Drip(OPEN), None, short(6000, hour), GivenUp::TooSlow { fewest: FileSize(6000), seconds: 0 }),
        ("for ever", Reply::Drip(OPEN), None, short(0, Duration::from_millis(200)), GivenUp::TookTooLong { hours: 0 }),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        let stub = StubServer::new(vec![reply]);
        let services = stub.services.clone().with_patience(limits);
        let problem = services.download(&token().0, id(), size, &path, &watch::channel(0).0).await.unwrap_err();
        assert!(matches!(&problem, Problem::GivenUp { cause, .. } if *cause == expected), "{name}: {problem:?}");
        assert!(!path.exists(), "{name}");
    }
}

/// Neither a refusal nor a proxy's web page is written to the file.
#[tokio::test]
async fn a_refused_download_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    let body = json!({"title": "Forbidden", "status": 403, "code": "BRO-00007", "detail": "…", "traceId": "1"});
    let problem = StubServer::json(403, &body).services.download(&token().0, id(), None, &path, &watch::channel(0).0).await.unwrap_err();
    assert_eq!(problem.code().as_deref(), Some("BRO-00007"));
    let page = StubServer::text(200, "text/html", "<html></html>");
    let problem = page.services.download(&token().0, id(), None, &path, &watch::channel(0).0).await.unwrap_err();
    assert!(matches!(problem, Problem::Foreign { cause: Foreign::Html, .. }));
    assert!(!path.exists());
}

#[tokio::test]
async fn confirming_takes_any_success() {
    for status in [200, 204] {
        let stub = StubServer::new(vec![with_headers(status, "", "")]);
        assert_eq!(stub.services.confirm(&token().0, id()).await, Ok(()));
        let request = stub.request();
        assert_eq!(request.line(), format!("POST /broker/api/v1/filetransfer/{ID}/confirmdownload"));
        assert_eq!(request.body.len(), 0);
    }
}

/// (facts broker-api 2.10 and 2.11)
#[tokio::test]
async fn a_service_owner_and_its_resource() {
    let owner = json!({"name": "Acme", "storageProviders": [{"type": "AltinnAzure", "deploymentStatus": "Ready", "deploymentEnvironment": "staging"}]});
    let stub = StubServer::json(200, &owner);
    let found = stub.services.service_owner(&token().0).await.unwrap().unwrap();
    assert_eq!(stub.request().line(), "GET /broker/api/v1/serviceowner");
    assert_eq!((found.storage[0].kind.as_str(), found.storage[0].status.as_str()), ("AltinnAzure", "Ready"));

    let config = json!({"maxFileTransferSize": null, "fileTransferTimeToLive": "30.00:00:00", "purgeFileTransferGracePeriod": "02:00:00",
        "purgeFileTransferAfterAllRecipientsConfirmed": true, "useManifestFileShim": false, "requiredParty": ""});
    let stub = StubServer::json(200, &config);
    let found = stub.services.resource_config(&token().0, &resource()).await.unwrap().unwrap();
    let request = stub.request();
    assert_eq!((request.line().as_str(), request.header("content-type")), ("GET /broker/api/v1/resource/acme-broker-test", None));
    assert_eq!((found.max_size, found.time_to_live, found.required_party), (None, Some(Lasting::of_days(30)), None));
}

#[tokio::test]
async fn not_registered_and_not_configured_are_none_and_anothers_is_refused() {
    let problem = |code: &str| json!({"title": "t", "status": 400, "code": code, "detail": "d", "traceId": "1"});
    assert_eq!(StubServer::json(404, &problem("BRO-07004")).services.service_owner(&token().0).await, Ok(None));
    assert_eq!(StubServer::json(400, &problem("BRO-00025")).services.resource_config(&token().0, &resource()).await, Ok(None));
    let refused = StubServer::json(401, &problem("BRO-00006")).services.resource_config(&token().0, &resource()).await.unwrap_err();
    assert_eq!(refused.code().as_deref(), Some("BRO-00006"));
    assert!(refused.refusal().is_some_and(|refusal| refusal.cause == Cause::NoAccess));
}

/// (facts broker-api 2.9 and 2.11)
#[tokio::test]
async fn the_golden_requests_of_a_service_owner() {
    let (token, _) = token();
    let stub = StubServer::new(vec![with_headers(200, "", "")]);
    stub.services.register_owner(&token, "Acme").await.unwrap();
    let request = stub.request();
    assert_eq!((request.line().as_str(), request.body.as_slice()), ("POST /broker/api/v1/serviceowner", br#"{"name":"Acme"}"#.as_slice()));

    let id: ResourceId = "acme-broker-test".parse().unwrap();
    let sent = async |change: &ConfigChange| {
        let stub = StubServer::new(vec![with_headers(204, "", "")]);
        stub.services.configure(&token, &id, change).await.unwrap();
        let request = stub.request();
        assert_eq!(request.line(), "PUT /broker/api/v1/resource/acme-broker-test");
        serde_json::from_slice::<serde_json::Value>(&request.body).unwrap()
    };
    assert_eq!(sent(&ConfigChange::default()).await, json!({}));
    let change = ConfigChange { time_to_live: Some(Lasting::of_days(30)), required_party: Some(String::new()), ..ConfigChange::default() };
    assert_eq!(sent(&change).await, json!({"fileTransferTimeToLive": "P30D", "requiredParty": ""}));
}
