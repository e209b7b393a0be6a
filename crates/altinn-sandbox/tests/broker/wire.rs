//! Raw requests that no HTTP library would send, and the answers that the services' own server gives to them.

use crate::support::*;
use crate::transfer::*;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{Duration, timeout};
use uuid::Uuid;

/// A connection on which a test writes raw bytes.
struct Wire(TcpStream);

impl Wire {
    async fn to(caller: &Caller<'_>) -> Self {
        let origin = &caller.sandbox.origin;
        Self(TcpStream::connect((origin.host_str().unwrap(), origin.port().unwrap())).await.unwrap())
    }

    async fn write(&mut self, bytes: &[u8]) {
        timeout(Duration::from_secs(30), self.0.write_all(bytes)).await.expect("in time").expect("taken");
    }

    /// Reads until the text has arrived.
    async fn until(&mut self, end: &str) -> String {
        let mut seen = String::new();
        let read = async {
            while !seen.contains(end) {
                let mut bytes = [0; 4096];
                let count = self.0.read(&mut bytes).await.expect("readable");
                assert!(count > 0, "closed after {seen}");
                seen.push_str(&String::from_utf8_lossy(&bytes[..count]));
            }
        };
        timeout(Duration::from_secs(30), read).await.expect("in time");
        seen
    }
}

fn head(caller: &Caller<'_>, id: &str, more: &str) -> String {
    let token = caller.token.as_deref().unwrap_or_default();
    format!("POST /{BASE}/filetransfer/{id}/upload HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n{more}\r\n\r\n")
}

/// Facts broker-api 2.2.
#[tokio::test]
async fn a_client_that_sends_everything_before_it_reads_gets_the_answer() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let mut wire = Wire::to(&sender).await;
    let bytes = vec![0; 24 << 20];
    wire.write(head(&sender, &Uuid::new_v4().to_string(), &format!("Content-Length: {}", bytes.len())).as_bytes()).await;
    wire.write(&bytes).await;
    assert!(wire.until("BRO-00001").await.starts_with("HTTP/1.1 404 Not Found\r\n"));
    // The connection can still be used.
    let id = initialized(&sender, &plain()).await;
    wire.write(format!("{}{FOX}", head(&sender, &id, "Content-Length: 19")).as_bytes()).await;
    assert!(wire.until(&format!("{{\"fileTransferId\":\"{id}\"}}")).await.contains("HTTP/1.1 200 OK\r\n"));
}

/// Facts broker-api 2.2.
#[tokio::test]
async fn who_asks_for_leave_to_send_gets_it_only_when_the_bytes_are_wanted() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let more = "Content-Length: 19\r\nContent-Type: application/octet-stream\r\nExpect: 100-continue";
    let mut refused = Wire::to(&sender).await;
    refused.write(head(&sender, &Uuid::new_v4().to_string(), more).as_bytes()).await;
    assert!(refused.until("BRO-00001").await.starts_with("HTTP/1.1 404 Not Found\r\n"));
    let id = initialized(&sender, &plain()).await;
    let mut taken = Wire::to(&sender).await;
    taken.write(head(&sender, &id, more).as_bytes()).await;
    assert!(taken.until("\r\n\r\n").await.starts_with("HTTP/1.1 100 Continue\r\n"));
    taken.write(FOX.as_bytes()).await;
    assert!(taken.until(&id).await.starts_with("HTTP/1.1 200 OK\r\n"));
    assert_eq!(status(&sender, &id).await, "Published");
}

/// Facts broker-api 2.2.
#[tokio::test]
async fn what_comes_in_chunks_has_no_known_length_and_passes_the_limit() {
    let sandbox = open().await;
    let (sender, owner) = (Caller::sender(&sandbox).await, Caller::service_owner(&sandbox).await);
    let id = initialized(&sender, &plain()).await;
    configured(&owner, json!({"maxFileTransferSize": 1})).await;
    upload(&sender, &id, FOX).await.refused(400, "BRO-00016");
    let mut wire = Wire::to(&sender).await;
    wire.write(head(&sender, &id, "Transfer-Encoding: chunked").as_bytes()).await;
    wire.write(format!("9\r\n{}\r\na\r\n{}\r\n0\r\n\r\n", &FOX[..9], &FOX[9..]).as_bytes()).await;
    assert!(wire.until(&id).await.starts_with("HTTP/1.1 200 OK\r\n"));
    assert_eq!(overview(&sender, &id).await["fileTransferSize"], 19);
}

/// Facts broker-api 2.2.
#[tokio::test]
async fn a_client_that_is_gone_half_way_leaves_no_bytes_behind() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let id = initialized(&sender, &plain()).await;
    let files = || {
        let place = sandbox.shared().scratch.place().unwrap();
        std::fs::read_dir(place.path().parent().unwrap()).unwrap().filter(|entry| entry.as_ref().unwrap().file_name() != "alive").count()
    };
    let mut wire = Wire::to(&sender).await;
    wire.write(head(&sender, &id, "Content-Length: 99999999").as_bytes()).await;
    wire.write(&vec![0; 3 << 20]).await;
    until("bytes on disk", async || files() == 1).await;
    drop(wire);
    until("none left", async || files() == 0).await;
    assert_eq!(status(&sender, &id).await, "UploadStarted");
    upload(&sender, &id, FOX).await.is(200);
}

/// Facts broker-api 0.
#[tokio::test]
async fn a_byte_order_mark_is_passed_over_and_ids_have_the_forms_of_dot_net() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let request = sender.post(format!("{BASE}/filetransfer")).header("Content-Type", "application/json");
    let marked = request.body(format!("\u{feff}{}", scanned())).await;
    let id = marked.json()["fileTransferId"].as_str().unwrap().to_owned();
    let plain = id.replace('-', "");
    for form in [id.to_uppercase(), plain, format!("%7B{id}%7D"), format!("({id})"), format!("%20{id}")] {
        assert_eq!(sender.get(format!("{BASE}/filetransfer/{form}")).await.json()["fileTransferId"], id.as_str(), "{form}");
    }
    for form in [format!("urn:uuid:{id}"), id[1..].to_owned(), "1".to_owned()] {
        sender
            .get(format!("{BASE}/filetransfer/{form}"))
            .await
            .invalid(json!({"fileTransferId": [format!("The value '{form}' is not valid.")]}));
    }
}

/// Facts broker-api 2.2.
#[tokio::test]
async fn what_is_scanned_has_a_cap_of_its_own() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let id = initialized(&sender, &scanned()).await;
    let mut wire = Wire::to(&sender).await;
    wire.write(head(&sender, &id, "Content-Length: 50000000001").as_bytes()).await;
    assert!(wire.until("BRO-00016").await.starts_with("HTTP/1.1 400 Bad Request\r\n"));
    assert_eq!(status(&sender, &id).await, "Initialized");
}

/// Facts broker-api 2.3.
#[tokio::test]
async fn a_form_of_two_gibibytes_is_too_long() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let mut wire = Wire::to(&sender).await;
    let more = "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 2147483648";
    wire.write(head(&sender, "ID", more).replace("/ID/upload", "/upload").as_bytes()).await;
    let answer = wire.until("traceId").await;
    assert!(answer.starts_with("HTTP/1.1 400 Bad Request\r\n") && answer.contains("2147483647"), "{answer}");
}
