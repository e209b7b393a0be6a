//! Large bodies: in little memory, interrupted, on a full disk, and their files after the sandbox has ended.

use crate::program::*;
use crate::support::*;
use crate::transfer::*;
use axum::Router;
use axum::body::Body as ServerBody;
use axum::routing::post;
use futures_util::{Stream, StreamExt, stream};
use reqwest::{Body, RequestBuilder, Response};
use rustix::process::Signal;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tokio::io::AsyncWriteExt as _;
use tokio::net::{TcpListener, TcpStream};

const MIB: u64 = 1 << 20;
const LARGE: u64 = 96 * MIB;
const MOST_MEMORY: u64 = 64 << 10;
const PAGE: usize = 4096;

/// Bytes in which every page contains its own offset, so that a misplaced page is noticed.
fn pages(from: u64, length: u64) -> Vec<u8> {
    let mut bytes = vec![b'.'; usize::try_from(length).unwrap()];
    for (at, page) in bytes.chunks_mut(PAGE).enumerate() {
        page[..8].copy_from_slice(&(from + (at * PAGE) as u64).to_be_bytes());
    }
    bytes
}

fn content(from: u64, length: u64) -> impl Stream<Item = io::Result<Vec<u8>>> + Send + 'static {
    const CHUNK: u64 = 256 << 10;
    stream::iter((0..length.div_ceil(CHUNK)).map(move |at| Ok(pages(from + at * CHUNK, CHUNK.min(length - at * CHUNK)))))
}

fn streamed(from: u64, length: u64) -> Body {
    Body::wrap_stream(content(from, length))
}

/// A running sandbox program with a client and tokens for it.
pub struct Scene {
    pub program: Program,
    sender: String,
    recipient: String,
}

impl Scene {
    pub async fn of(program: Program) -> Self {
        let sender = program.token("sender", known::SENDER.number).await;
        let recipient = program.token("recipient", known::RECIPIENT.number).await;
        Self { program, sender, recipient }
    }

    fn request(&self, method: Method, tail: &str) -> RequestBuilder {
        client().request(method, self.program.url(&format!("{BASE}/filetransfer{tail}"))).bearer_auth(&self.sender)
    }

    pub async fn initialized(&self) -> String {
        let mut body = scanned();
        body["disableVirusScan"] = json!(true);
        let answer = self.request(Method::POST, "").json(&body).send().await.unwrap();
        answer.json::<Value>().await.unwrap()["fileTransferId"].as_str().unwrap().to_owned()
    }

    pub async fn upload(&self, id: &str, length: u64) -> Response {
        let request = self.request(Method::POST, &format!("/{id}/upload")).header("Content-Type", "application/octet-stream");
        request.header("Content-Length", length).body(streamed(0, length)).send().await.unwrap()
    }

    async fn form(&self, length: u64) -> Response {
        let field = |(name, value): (&str, &str)| format!("--b\r\nContent-Disposition: form-data; name=Metadata.{name}\r\n\r\n{value}\r\n");
        let (sender, recipient) = (format!("0192:{}", known::SENDER.number), format!("0192:{}", known::RECIPIENT.number));
        let fields = [
            ("FileName", "a"),
            ("ResourceId", known::RESOURCE),
            ("SendersFileTransferReference", "a"),
            ("Sender", &sender),
            ("Recipients", &recipient),
            ("DisableVirusScan", "true"),
        ];
        let file = "--b\r\nContent-Disposition: form-data; name=FileTransfer; filename=a\r\n\r\n";
        let once = |text: String| stream::once(async { Ok(text.into_bytes()) });
        let whole = once(fields.map(field).concat() + file).chain(content(0, length)).chain(once("\r\n--b--\r\n".to_owned()));
        let request = self.request(Method::POST, "/upload").header("Content-Type", "multipart/form-data; boundary=b");
        request.body(Body::wrap_stream(whole)).send().await.unwrap()
    }

    pub fn tus(&self, method: &str, id: &str) -> RequestBuilder {
        self.request(Method::from_bytes(method.as_bytes()).unwrap(), &format!("/upload/tus/{id}")).header("Tus-Resumable", "1.0.0")
    }

    pub async fn patch(&self, id: &str, from: u64, length: u64) -> Response {
        let request = self.tus("PATCH", id).header("Upload-Offset", from).header("Content-Type", "application/offset+octet-stream");
        request.body(streamed(from, length)).send().await.unwrap()
    }

    pub async fn resumable(&self, id: &str, length: u64) {
        assert_eq!(self.tus("POST", id).header("Upload-Length", length).send().await.unwrap().status(), 201);
        for from in (0..length).step_by(usize::try_from(32 * MIB).unwrap()) {
            assert_eq!(self.patch(id, from, (32 * MIB).min(length - from)).await.status(), 204);
        }
    }

    async fn shown(&self, id: &str) -> Value {
        self.request(Method::GET, &format!("/{id}")).send().await.unwrap().json().await.unwrap()
    }

    pub async fn until_summed(&self, id: &str) {
        until("a checksum", async || self.shown(id).await["checksum"].as_str().is_some_and(|sum| sum.len() == 32)).await;
    }

    fn download(&self, id: &str) -> RequestBuilder {
        client().get(self.program.url(&format!("{BASE}/filetransfer/{id}/download"))).bearer_auth(&self.recipient)
    }

    /// Downloads the file and checks that every page is where it was.
    async fn comes_back(&self, id: &str, length: u64) {
        let mut answer = self.download(id).send().await.unwrap();
        assert_eq!(answer.headers()["content-length"], length.to_string().as_str());
        let (mut at, mut rest) = (0_u64, Vec::new());
        while let Some(chunk) = answer.chunk().await.unwrap() {
            rest.extend_from_slice(&chunk);
            let whole = rest.len() - rest.len() % PAGE;
            assert!(rest[..whole] == pages(at, whole as u64), "other bytes from {at} on");
            at += whole as u64;
            rest.drain(..whole);
        }
        assert!(rest == pages(at, length - at));
    }

    async fn part(&self, id: &str, from: u64, length: u64) {
        let range = format!("bytes={from}-{}", from + length - 1);
        let answer = self.download(id).header("Range", range).send().await.unwrap();
        assert_eq!((answer.status().as_u16(), answer.headers()["content-length"].to_str().unwrap()), (206, length.to_string().as_str()));
        assert!(answer.bytes().await.unwrap() == pages(from, length));
    }
}

/// A bare server with the same HTTP stack, which only writes a body to a folder.
async fn bare(folder: PathBuf) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let take = move |body: ServerBody| async move {
        let mut file = tokio::fs::File::create(folder.join("bare")).await.unwrap();
        let mut chunks = body.into_data_stream();
        while let Some(chunk) = chunks.next().await {
            file.write_all(&chunk.unwrap()).await.unwrap();
        }
        file.flush().await.unwrap();
    };
    tokio::spawn(async move { axum::serve(listener, Router::new().route("/", post(take))).await });
    format!("http://{address}/")
}

fn timed(way: &str, took: Duration, beside: Duration) {
    let rate = |took: Duration| (LARGE / MIB) as f64 / took.as_secs_f64();
    println!(
        "{way:<9} {:>6.0} MiB/s, the bare stack {:>6.0}, ratio {:.2}",
        rate(took),
        rate(beside),
        beside.as_secs_f64() / took.as_secs_f64()
    );
}

#[tokio::test]
async fn a_large_body_goes_up_on_every_way_and_down_again_in_64_mib_of_memory() {
    let temporary = tempfile::tempdir().unwrap();
    let scene = Scene::of(Program::started(temporary.path(), &[])).await;
    let beside = bare(temporary.path().to_owned()).await;
    let begin = Instant::now();
    client().post(beside).header("Content-Length", LARGE).body(streamed(0, LARGE)).send().await.unwrap();
    let beside = begin.elapsed();

    let id = scene.initialized().await;
    let begin = Instant::now();
    assert_eq!(scene.upload(&id, LARGE).await.status(), 200);
    timed("upload", begin.elapsed(), beside);
    // The checksum is computed after the answer.
    scene.until_summed(&id).await;
    let begin = Instant::now();
    let form = scene.form(LARGE).await;
    timed("form", begin.elapsed(), beside);
    let form = form.json::<Value>().await.unwrap()["fileTransferId"].as_str().unwrap().to_owned();
    scene.until_summed(&form).await;
    let resumable = scene.initialized().await;
    let begin = Instant::now();
    scene.resumable(&resumable, LARGE).await;
    timed("resumable", begin.elapsed(), beside);
    scene.until_summed(&resumable).await;
    for id in [&id, &form, &resumable] {
        scene.comes_back(id, LARGE).await;
        scene.part(id, 48 * MIB, 4 * MIB).await;
        scene.part(id, LARGE - PAGE as u64, PAGE as u64).await;
    }
    assert_eq!(bodies(temporary.path()), 3);
    if let Some(peak) = scene.program.peak() {
        println!("peak memory {} MiB", peak >> 10);
        assert!(peak < MOST_MEMORY, "{peak} KiB");
    }
}

#[tokio::test]
async fn several_bodies_at_once_share_64_mib_those_that_are_kept_with_a_world_too() {
    let (temporary, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let world = folder.path().join("world.json");
    let scene = Scene::of(Program::started(temporary.path(), &["--world", world.to_str().unwrap()])).await;
    for length in [9 * MIB, 24 * MIB] {
        let mut ids = Vec::new();
        for _ in 0..6 {
            ids.push(scene.initialized().await);
        }
        let uploads = ids.iter().map(|id| scene.upload(id, length));
        for answer in futures_util::future::join_all(uploads).await {
            assert_eq!(answer.status(), 200);
        }
        futures_util::future::join_all(ids.iter().map(|id| scene.comes_back(id, length))).await;
        futures_util::future::join_all(ids.iter().map(|id| scene.until_summed(id))).await;
    }
    if let Some(peak) = scene.program.peak() {
        println!("peak memory {} MiB", peak >> 10);
        assert!(peak < MOST_MEMORY, "{peak} KiB");
    }
}

/// Sends the head of a request and half of the announced body, and closes the connection.
async fn hangs_up(scene: &Scene, method: &str, path: &str, headers: &str, length: u64) {
    let mut stream = TcpStream::connect(scene.program.origin.socket_addrs(|| None).unwrap()[0]).await.unwrap();
    let head = format!(
        "{method} /{BASE}/filetransfer{path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {}\r\nContent-Length: {length}\r\n{headers}\r\n",
        scene.sender
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    stream.write_all(&pages(0, length / 2)).await.unwrap();
    stream.shutdown().await.unwrap();
}

/// Facts broker-api 2.2.
#[tokio::test]
async fn a_client_that_breaks_off_leaves_nothing_and_may_begin_again() {
    let temporary = tempfile::tempdir().unwrap();
    let scene = Scene::of(Program::started(temporary.path(), &[])).await;
    let id = scene.initialized().await;
    for _ in 0..3 {
        hangs_up(&scene, "POST", &format!("/{id}/upload"), "", 16 * MIB).await;
        hangs_up(&scene, "POST", "/upload", "Content-Type: multipart/form-data; boundary=b\r\n", 16 * MIB).await;
    }
    until("the attempts have begun", async || scene.shown(&id).await["fileTransferStatus"] == "UploadStarted").await;
    until("their bytes are gone", async || bodies(temporary.path()) == 0).await;
    assert_eq!(scene.upload(&id, 16 * MIB).await.status(), 200);
    scene.comes_back(&id, 16 * MIB).await;
}

/// Facts broker-api 3.
#[tokio::test]
async fn a_patch_that_is_broken_off_has_brought_what_came_of_it() {
    let temporary = tempfile::tempdir().unwrap();
    let scene = Scene::of(Program::started(temporary.path(), &[])).await;
    let id = scene.initialized().await;
    assert_eq!(scene.tus("POST", &id).header("Upload-Length", 16 * MIB).send().await.unwrap().status(), 201);
    let headers = "Tus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: application/offset+octet-stream\r\n";
    hangs_up(&scene, "PATCH", &format!("/upload/tus/{id}"), headers, 16 * MIB).await;
    let offset = async || {
        let answer = scene.tus("HEAD", &id).send().await.unwrap();
        answer.headers().get("upload-offset").map_or(0, |offset| offset.to_str().unwrap().parse::<u64>().unwrap())
    };
    until("half of it is there", async || offset().await == 8 * MIB).await;
    assert_eq!(scene.patch(&id, 8 * MIB, 8 * MIB).await.status(), 204);
    scene.until_summed(&id).await;
    scene.comes_back(&id, 16 * MIB).await;
}

/// Facts broker-api 2.2.
#[tokio::test]
async fn a_full_disk_fails_the_upload_and_nothing_else() {
    let temporary = tempfile::tempdir().unwrap();
    // 2 or 4 MiB, because a block is 512 bytes or 1 KiB depending on the shell.
    let scene = Scene::of(Program::with_little_room(temporary.path(), 4096, &[])).await;
    let id = scene.initialized().await;
    let refused = scene.upload(&id, 16 * MIB).await;
    assert_eq!(refused.status(), 500);
    assert!(refused.text().await.unwrap().contains("BRO-00008"));
    let shown = scene.shown(&id).await;
    assert_eq!(
        (&shown["fileTransferStatus"], &shown["fileTransferStatusText"]),
        (&json!("Failed"), &json!("Error occurred while uploading fileTransfer"))
    );
    let form = scene.form(16 * MIB).await;
    assert_eq!(form.status(), 500);
    assert!(form.text().await.unwrap().contains("BRO-00008"));
    let id = scene.initialized().await;
    assert_eq!(scene.tus("POST", &id).header("Upload-Length", 16 * MIB).send().await.unwrap().status(), 201);
    let refused = scene.patch(&id, 0, 16 * MIB).await;
    assert_eq!(refused.status(), 400);
    let text = refused.text().await.unwrap();
    assert!(text.starts_with(&format!("Buffered TUS upload failed for file id {id}. ")), "{text}");
    assert_eq!(room_taken(temporary.path()), 0, "what was not taken gives its room back");
    // A body that fits on the disk is still accepted.
    let id = scene.initialized().await;
    assert_eq!(scene.upload(&id, MIB).await.status(), 200);
    scene.comes_back(&id, MIB).await;
}

/// Contract 8: a change that there is no room for is refused and has not happened; what was answered before is all there.
#[tokio::test]
async fn a_full_disk_refuses_changes_and_loses_none() {
    let temporary = tempfile::tempdir().unwrap();
    let world = temporary.path().join("world.json");
    let arguments = ["--world", world.to_str().unwrap()];
    let scene = Scene::of(Program::with_little_room(temporary.path(), 512, &arguments)).await;
    let mut made = Vec::new();
    let refused = loop {
        let answer = scene.request(Method::POST, "").json(&scanned()).send().await.unwrap();
        if answer.status() != 200 {
            break answer;
        }
        made.push(answer.json::<Value>().await.unwrap()["fileTransferId"].as_str().unwrap().to_owned());
        assert!(made.len() < 5000, "the disk is never full");
    };
    assert_eq!(refused.status(), 500);
    let on_disk = || {
        let world = altinn_sandbox::stored_world(&world).expect("a whole world");
        world.broker.newest_first().map(|transfer| transfer.id.to_string()).collect::<std::collections::HashSet<_>>()
    };
    let before = on_disk();
    assert!(!made.is_empty() && made.iter().all(|id| before.contains(id)));
    for _ in 0..3 {
        let again = scene.request(Method::POST, "").json(&scanned()).send().await.unwrap();
        assert_eq!(again.status(), 500);
        assert_eq!(on_disk(), before);
    }
    for id in &made {
        assert_eq!(scene.shown(id).await["fileTransferStatus"], "Initialized", "it can be read still");
    }
    scene.program.end(Signal::KILL);
    let scene = Scene::of(Program::started(temporary.path(), &arguments)).await;
    assert_eq!(on_disk(), before);
    let more = scene.initialized().await;
    assert!(on_disk().contains(&more), "and there is room again");
}

/// How many bytes the folders for large bodies contain.
fn room_taken(temporary: &Path) -> u64 {
    let files = folders(temporary).into_iter().flat_map(|folder| std::fs::read_dir(folder).unwrap());
    files.map(|file| file.unwrap().metadata().unwrap().len()).sum()
}

async fn with_a_large_body(temporary: &Path) -> Scene {
    let scene = Scene::of(Program::started(temporary, &[])).await;
    let id = scene.initialized().await;
    assert_eq!(scene.upload(&id, 2 * MIB).await.status(), 200);
    scene
}

/// Contract 8.
#[tokio::test]
async fn large_bodies_go_at_exit_and_after_a_kill_at_the_next_start_but_never_a_living_sandboxs() {
    let temporary = tempfile::tempdir().unwrap();
    for signal in [Signal::TERM, Signal::INT] {
        let scene = with_a_large_body(temporary.path()).await;
        assert_eq!(folders(temporary.path()).len(), 1);
        scene.program.end(signal);
        assert_eq!(folders(temporary.path()).len(), 0, "{signal:?}");
    }
    let living = with_a_large_body(temporary.path()).await;
    let mine = folders(temporary.path());
    with_a_large_body(temporary.path()).await.program.end(Signal::KILL);
    assert_eq!(folders(temporary.path()).len(), 2);
    // The next start of any sandbox deletes the files.
    let next = Program::started(temporary.path(), &[]);
    assert_eq!(folders(temporary.path()), mine);
    next.end(Signal::TERM);
    assert_eq!((folders(temporary.path()), bodies(temporary.path())), (mine, 1));
    living.program.end(Signal::TERM);
    assert_eq!(folders(temporary.path()).len(), 0);
}

/// Facts broker-api 0.
#[tokio::test]
async fn who_is_refused_while_still_sending_hears_of_it() {
    let temporary = tempfile::tempdir().unwrap();
    let scene = Scene::of(Program::started(temporary.path(), &[])).await;
    for _ in 0..3 {
        let url = scene.program.url(&format!("{BASE}/filetransfer/{}/upload", uuid::Uuid::new_v4()));
        let request = |token: &str| client().post(url.clone()).bearer_auth(token).header("Content-Type", "application/octet-stream");
        assert_eq!(request("none").body(streamed(0, 32 * MIB)).send().await.unwrap().status(), 401);
        assert_eq!(request(&scene.sender).body(streamed(0, 32 * MIB)).send().await.unwrap().status(), 404);
    }
}
