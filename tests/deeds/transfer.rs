//! Large files: sent in parts, and gone on with after the line broke, and after the program was killed.

use crate::line::BreakingLine;
use crate::scene::{DEADLINE, Scene, acting, done, ids, plain_options, row, run, stopped, transfer_of, until};
use altinn_sandbox::{Part, write_kit};
use broker_setup::checks::{Connection, Keeping, Kept};
use broker_setup::deeds::preview;
use broker_setup::journey::{DeedId, DeedMessage, DeedOptions, DeedProgress, EntryState, Environment, Evidence, Journal};
use broker_setup::services::{FileLimits, Patience, Side, TransferStatus};
use broker_setup::values::{FileSize, Value};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use url::Url;
use uuid::Uuid;

const KIB: u64 = 1024;
const MIB: u64 = 1024 * KIB;

fn made_up(size: u64) -> DeedOptions {
    DeedOptions { size: Some(FileSize(size)), ..plain_options() }
}

/// A sender that reaches the platform by this address, and sends parts of this size.
async fn sender_by(scene: &Scene, platform: &Url, part: u64) -> Connection {
    let profile = scene.connection(Part::Sender).await.profile;
    let maskinporten = scene.sandbox.origin.clone();
    let environment = Environment::Custom { platform: platform.clone(), maskinporten, admin: None, access_management: None };
    let opened = scene.open(broker_setup::journey::Profile { environment, ..profile }, Evidence::default()).await;
    in_parts(opened, part)
}

fn in_parts(mut connection: Connection, part: u64) -> Connection {
    let file = FileLimits { part, ..FileLimits::default() };
    connection.services =
        connection.services.clone().with_patience(Patience { file, line: Duration::from_secs(20), ..Patience::default() });
    connection
}

/// A journal, and the way to it.
fn journal() -> (Arc<Mutex<Journal>>, Keeping) {
    let journal = Arc::new(Mutex::new(Journal::default()));
    let noting = Arc::clone(&journal);
    let keep = move |kept: Kept<'_>| {
        if let Kept::Entry(entry) = kept {
            noting.lock().unwrap().add(entry.clone());
        }
        Ok(())
    };
    (journal, Keeping::to(keep))
}

/// How many transfers the sender has announced.
async fn announced(scene: &Scene) -> usize {
    let sender = scene.connection(Part::Sender).await;
    let token = sender.exchanged(&acting(&sender, "altinn:broker.write")).await.expect("a token");
    let resource = sender.profile.resource.clone().expect("a resource");
    sender.services.search(&token, &resource, Some(Side::Sender), None).await.expect("a list").len()
}

/// Fetches the transfer as its recipient, and compares it with what was sent.
async fn arrives_whole(scene: &Scene, transfer: Uuid) {
    let recipient = scene.connection(Part::Recipient).await;
    let options = DeedOptions { transfer: Some(transfer), ..plain_options() };
    let (fetched, progress) = run(DeedId::ReceiveTest, &recipient, &options).await;
    assert_eq!(ids(&fetched.unwrap_or_else(|stopped| panic!("{stopped:?}")).says), ["fetched"]);
    assert!(progress.iter().any(|step| matches!(step, DeedProgress::Done { message: DeedMessage::SameSha256, .. })), "{progress:?}");
}

#[tokio::test]
async fn twenty_breaks_of_the_line_in_one_upload_lose_no_byte() {
    let scene = Scene::set().await;
    let before = announced(&scene).await;
    let line = BreakingLine::to(&scene.sandbox.origin, 300 * 1024, 20);
    let sender = sender_by(&scene, &line.url, MIB).await;
    let (sent, progress) = run(DeedId::SendTest, &sender, &made_up(8 * MIB + 7)).await;
    let sent = sent.unwrap_or_else(|stopped| panic!("{stopped:?}"));
    assert_eq!(line.breaks(), 20);
    let told = progress.iter().find_map(|step| match step {
        DeedProgress::Done { message: DeedMessage::UploadedAfterBreaks { breaks, .. }, .. } => Some(*breaks),
        _ => None,
    });
    assert!(told.is_some_and(|told| (1..=20).contains(&told)), "{told:?}");
    arrives_whole(&scene, transfer_of(&sent.evidence)).await;
    assert_eq!(announced(&scene).await, before + 1);
    scene.sandbox.stop().await;
}

/// What the recipient may fetch.
async fn published(scene: &Scene) -> usize {
    let recipient = scene.connection(Part::Recipient).await;
    let token = recipient.exchanged(&acting(&recipient, "altinn:broker.read")).await.expect("a token");
    let resource = recipient.profile.resource.clone().expect("a resource");
    recipient.services.search(&token, &resource, Some(Side::Recipient), Some(TransferStatus::Published)).await.expect("a list").len()
}

#[tokio::test]
async fn a_small_file_is_sent_again_by_itself_when_the_line_breaks() {
    let scene = Scene::set().await;
    let (before, seen) = (announced(&scene).await, published(&scene).await);
    let line = BreakingLine::to(&scene.sandbox.origin, 100 * 1024, 3);
    let sender = sender_by(&scene, &line.url, MIB).await;
    let (sent, progress) = run(DeedId::SendTest, &sender, &made_up(512 * KIB)).await;
    let sent = sent.unwrap_or_else(|stopped| panic!("{stopped:?}"));
    assert_eq!(line.breaks(), 3);
    let told = |step: &DeedProgress| matches!(step, DeedProgress::Done { message: DeedMessage::UploadedAfterBreaks { breaks: 3, .. }, .. });
    assert!(progress.iter().any(told), "{progress:?}");
    assert_eq!((announced(&scene).await, published(&scene).await), (before + 1, seen + 1));
    arrives_whole(&scene, transfer_of(&sent.evidence)).await;
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn a_small_file_whose_transfer_altinn_gave_up_goes_in_a_new_one_and_the_recipient_sees_one() {
    let scene = Scene::set().await;
    let seen = published(&scene).await;
    let (journal, keeping) = journal();
    let line = BreakingLine::to(&scene.sandbox.origin, 100 * 1024, 1_000_000);
    let mut sender = sender_by(&scene, &line.url, MIB).await.with_journal(Journal::default(), keeping.clone());
    sender.services = sender.services.clone().with_patience(Patience { line: Duration::from_millis(1), ..Patience::default() });
    let broken = stopped(DeedId::SendTest, &sender, &made_up(512 * KIB)).await;
    assert_eq!(broken.message.id(), "upload-broke-off");
    // A day later Altinn fails what was never sent to its end (facts broker-api 5.1).
    let time = scene.sandbox.origin.join("sandbox/time").unwrap();
    let passed = reqwest::Client::new().post(time).json(&serde_json::json!({"pass": "PT26H"})).send().await.unwrap();
    assert!(passed.status().is_success(), "{passed:?}");
    assert_eq!(scene.status_of(transfer_of(&broken.evidence)).await.0, TransferStatus::Failed);

    line.mend();
    let begun = journal.lock().unwrap().clone();
    let again = scene.open(sender.profile.clone(), broken.evidence.clone()).await.with_journal(begun, keeping);
    let (sent, progress) = run(DeedId::SendTest, &again, &plain_options()).await;
    let sent = transfer_of(&sent.unwrap_or_else(|stopped| panic!("{stopped:?}")).evidence);
    assert!(progress.iter().any(|step| matches!(step, DeedProgress::Done { message: DeedMessage::UploadLost { .. }, .. })), "{progress:?}");
    assert_ne!(sent, transfer_of(&broken.evidence));
    assert_eq!(published(&scene).await, seen + 1);
    let states: Vec<EntryState> = journal.lock().unwrap().entries.iter().map(|entry| entry.state).collect();
    assert_eq!(states, [EntryState::Refused, EntryState::Done]);
    arrives_whole(&scene, sent).await;
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn a_large_file_goes_in_parts_over_the_addresses_that_the_preview_shows() {
    let scene = Scene::set().await;
    let sender = in_parts(scene.connection(Part::Sender).await, 256 * KIB);
    let shown = preview(DeedId::SendTest, &sender, &made_up(MIB)).await.unwrap();
    let methods: Vec<&str> = shown.requests.iter().map(|(method, _)| method.as_str()).collect();
    assert_eq!(methods, ["POST", "POST", "HEAD", "PATCH", "GET"]);
    assert!(shown.requests[3].1.ends_with("/filetransfer/upload/tus/{id}"), "{:?}", shown.requests);
    let sent = done(DeedId::SendTest, &sender, &made_up(MIB)).await;
    let patches = sender.services.traffic().into_iter().filter(|call| call.method == "PATCH").count();
    assert_eq!(patches, 4);
    arrives_whole(&scene, transfer_of(&sent.evidence)).await;
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn a_line_that_stays_down_ends_the_deed_and_the_next_one_goes_on() {
    let scene = Scene::set().await;
    let before = announced(&scene).await;
    let (journal, keeping) = journal();
    // Each connection is cut from then on, so no part arrives whole.
    let line = BreakingLine::to(&scene.sandbox.origin, 700 * 1024, 1_000_000);
    let mut sender = sender_by(&scene, &line.url, 8 * MIB).await.with_journal(Journal::default(), keeping.clone());
    let patience = Patience { line: Duration::from_millis(1), ..sender.services.patience() };
    sender.services = sender.services.clone().with_patience(patience);
    let broken = stopped(DeedId::SendTest, &sender, &made_up(20 * MIB)).await;
    assert!(matches!(&broken.message, DeedMessage::UploadBrokeOff { size: FileSize(size), .. } if *size == 20 * MIB), "{broken:?}");
    let begun = journal.lock().unwrap().clone();
    let [entry] = begun.entries.as_slice() else { panic!("{begun:?}") };
    assert_eq!((entry.state, entry.made.clone()), (EntryState::Begun, transfer_of(&broken.evidence).to_string()));

    line.mend();
    // Without a file or a size named, what was begun goes on. The preview says so, and what it shows is that file.
    let again = in_parts(scene.open(sender.profile.clone(), broken.evidence.clone()).await, 8 * MIB);
    let again = again.with_journal(begun.clone(), keeping);
    let shown = preview(DeedId::SendTest, &again, &plain_options()).await.unwrap();
    assert_eq!(ids(&shown.says)[0], "would-go-on");
    assert_eq!(row(&shown, "size"), Some(Value::FileSize(FileSize(20 * MIB))));
    let sent = done(DeedId::SendTest, &again, &plain_options()).await;
    assert_eq!(transfer_of(&sent.evidence), transfer_of(&broken.evidence));
    arrives_whole(&scene, transfer_of(&sent.evidence)).await;
    assert_eq!(announced(&scene).await, before + 1);
    assert_eq!(journal.lock().unwrap().entries[0].state, EntryState::Done);

    // Another size is another transfer, and one that is to begin anew is too.
    let other = again.with_journal(begun, Keeping::default());
    assert_eq!(ids(&preview(DeedId::SendTest, &other, &made_up(MIB)).await.unwrap().says)[0], "would-send");
    let anew = DeedOptions { anew: true, ..plain_options() };
    assert_eq!(ids(&preview(DeedId::SendTest, &other, &anew).await.unwrap().says)[0], "would-send");
    scene.sandbox.stop().await;
}

/// The real binary with a home of its own, and the sandbox in this process.
struct Desk {
    scene: Scene,
    home: PathBuf,
}

impl Desk {
    async fn set() -> Self {
        let scene = Scene::set().await;
        let home = scene.folder.path().join("home");
        std::fs::create_dir_all(&home).unwrap();
        write_kit(&home.join("kit"), &scene.sandbox.world().await, &scene.sandbox.origin).expect("a kit");
        Self { scene, home }
    }

    fn command(&self, more: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_broker-setup"));
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("BROKER_SETUP") || name.to_lowercase().ends_with("_proxy")) {
            command.env_remove(name);
        }
        command.env("BROKER_SETUP_HOME", &self.home).env("LC_ALL", "C.UTF-8").current_dir(&self.home);
        command.args(["do", "send-test", "--yes", "--answers", "kit/sender.toml"]).args(more).stdin(Stdio::null());
        command
    }

    /// Runs it to its end; returns what it said on both outputs.
    async fn run(&self, more: &[&str]) -> String {
        let mut command = self.command(more);
        let output = tokio::task::spawn_blocking(move || command.output().expect("it runs")).await.unwrap();
        let said = [output.stdout, output.stderr].map(|text| String::from_utf8(text).expect("UTF-8")).concat();
        assert_eq!(output.status.code(), Some(0), "{said}");
        said
    }

    fn start(&self, more: &[&str]) -> Child {
        self.command(more).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts")
    }

    /// The journal's entries by their last line: state and transfer.
    fn journal(&self) -> Vec<(String, String)> {
        let text = std::fs::read_to_string(self.home.join("state/journal.jsonl")).unwrap_or_default();
        let mut all: Vec<(String, String, String)> = Vec::new();
        for entry in text.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok()) {
            let word = |name: &str| entry[name].as_str().unwrap_or_default().to_owned();
            all.retain(|known| known.0 != word("id"));
            all.push((word("id"), word("state"), word("made")));
        }
        all.into_iter().map(|(_, state, made)| (state, made)).collect()
    }

    /// Waits until Altinn has some of the file, but not all of it, and kills the program then. Returns the transfer.
    async fn killed_midway(&self, mut child: Child) -> Uuid {
        let sender = self.scene.connection(Part::Sender).await;
        let token = sender.exchanged(&acting(&sender, "altinn:broker.write")).await.expect("a token");
        let midway = async {
            loop {
                let transfer = self.journal().last().and_then(|(_, made)| made.parse::<Uuid>().ok());
                if let Some(transfer) = transfer
                    && matches!(sender.services.uploaded(&token, transfer).await, Ok(Some(1..)))
                {
                    return transfer;
                }
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        let transfer = tokio::time::timeout(DEADLINE, midway).await.expect("in time");
        child.kill().and_then(|()| child.wait()).expect("it ends");
        transfer
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_upload_killed_midway_goes_on_where_it_was() {
    let desk = Desk::set().await;
    let before = announced(&desk.scene).await;
    let transfer = desk.killed_midway(desk.start(&["--size", "200MiB"])).await;
    assert_eq!(desk.journal(), [("begun".to_owned(), transfer.to_string())]);
    // No size is named this time.
    let said = desk.run(&[]).await;
    assert!(said.contains("goes on where it was") && said.contains(&transfer.to_string()), "{said}");
    assert_eq!(desk.journal(), [("done".to_owned(), transfer.to_string())]);
    assert_eq!(announced(&desk.scene).await, before + 1);
    arrives_whole(&desk.scene, transfer).await;
    // There is nothing to go on with any more: the next one is a new transfer.
    let said = desk.run(&[]).await;
    assert!(!said.contains("goes on where it was"), "{said}");
    assert_eq!(announced(&desk.scene).await, before + 2);
    desk.scene.sandbox.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_changed_since_is_said_and_not_mixed() {
    let desk = Desk::set().await;
    let path = desk.home.join("large.bin");
    std::fs::write(&path, vec![7; 150 << 20]).unwrap();
    let name = path.to_str().unwrap();
    let left = desk.killed_midway(desk.start(&["--file", name])).await;
    changed(&path);
    let said = desk.run(&["--file", name]).await;
    assert!(said.contains("has changed since its upload began") && said.contains(&left.to_string()), "{said}");
    let journal = desk.journal();
    assert_eq!(journal[0], ("refused".to_owned(), left.to_string()));
    assert_eq!(journal[1].0, "done");
    arrives_whole(&desk.scene, journal[1].1.parse().unwrap()).await;
    desk.scene.sandbox.stop().await;
}

fn changed(path: &Path) {
    std::fs::OpenOptions::new().append(true).open(path).and_then(|mut file| file.write_all(b"more")).expect("written");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sending_killed_anywhere_is_announced_once() {
    let desk = Desk::set().await;
    let before = announced(&desk.scene).await;
    let kills = std::env::var("BROKER_SETUP_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(5);
    for kill in 0..kills {
        let mut child = desk.start(&["--size", "40MiB"]);
        // The moment is what is tried here, so no state is waited for.
        tokio::time::sleep(Duration::from_millis(u64::try_from(Uuid::new_v4().as_u128() % 1500).unwrap())).await;
        child.kill().and_then(|()| child.wait()).expect("it ends");
        let was_done = desk.journal().len() == kill + 1 && desk.journal().iter().all(|(state, _)| state == "done");
        if !was_done {
            desk.run(&["--size", "40MiB"]).await;
        }
        let journal = desk.journal();
        assert!(journal.len() == kill + 1 && journal.iter().all(|(state, _)| state == "done"), "kill {kill}: {journal:?}");
        until(|| async { announced(&desk.scene).await == before + kill + 1 }).await;
    }
    desk.scene.sandbox.stop().await;
}
