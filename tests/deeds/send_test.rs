//! `send-test`: sending, fetching, confirming, and what stops each of them.

use crate::scene::{Scene, done, ids, number, plain_options, row, run, stopped, transfer_of};
use altinn_sandbox::{Part, Preset, known};
use broker_setup::deeds::{perform, preview};
use broker_setup::journey::{DeedId, DeedMessage, DeedOptions, DeedProgress, Environment, Evidence, FieldId, PublishedEnvironment};
use broker_setup::services::TransferStatus;
use broker_setup::values::{FileSize, Value};
use std::collections::BTreeMap;
use std::future::Future as _;
use std::io::Write as _;
use std::task::Poll;
use tempfile::NamedTempFile;
use tokio::sync::mpsc;
use uuid::Uuid;

/// The harmless file that every virus scanner reports. It is split so that no scanner reports this source file.
const EICAR: [&str; 2] = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD", "-ANTIVIRUS-TEST-FILE!$H+H*"];

#[tokio::test]
async fn a_sender_sends_and_a_recipient_fetches_compares_and_confirms() {
    let scene = Scene::set().await;
    let sender = scene.connection(Part::Sender).await;
    let (sent, progress) = run(DeedId::SendTest, &sender, &plain_options()).await;
    let sent = sent.unwrap_or_else(|stopped| panic!("{stopped:?}"));
    assert_eq!(ids(&sent.says), ["sent", "recipient-next", "stays-until"]);
    // The evidence comes before the upload, so that a kill during the upload does not lose it.
    let recorded = progress.iter().position(|p| matches!(p, DeedProgress::Recorded(e) if e.transfer.is_some()));
    let uploading = progress.iter().position(|p| matches!(p, DeedProgress::Started(DeedMessage::Uploading { .. })));
    assert!(recorded < uploading && recorded.is_some(), "{progress:?}");
    assert!(progress.iter().any(|p| matches!(p, DeedProgress::Moved(moved) if moved.done == moved.total && moved.total == 65_536)));

    let recipient = scene.connection(Part::Recipient).await;
    let (fetched, progress) = run(DeedId::SendTest, &recipient, &plain_options()).await;
    let fetched = fetched.unwrap_or_else(|stopped| panic!("{stopped:?}"));
    assert_eq!(ids(&fetched.says), ["fetched"]);
    assert!(progress.iter().any(|p| matches!(p, DeedProgress::Done { message: DeedMessage::SameSha256, .. })), "{progress:?}");
    assert_eq!(transfer_of(&fetched.evidence), transfer_of(&sent.evidence));
    assert!(fetched.evidence.transfer.is_some_and(|transfer| transfer.confirmed));
    assert_eq!(scene.status_of(transfer_of(&sent.evidence)).await.0, TransferStatus::AllConfirmedDownloaded);
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn the_users_own_file_goes_with_the_mark_and_an_empty_one_is_allowed() {
    let scene = Scene::set().await;
    let mut file = NamedTempFile::with_suffix(".xml").unwrap();
    for content in ["", "<a/>"] {
        file.write_all(content.as_bytes()).unwrap();
        let options = DeedOptions { file: Some(file.path().to_owned()), ..plain_options() };
        let sender = scene.connection(Part::Sender).await;
        let shown = preview(DeedId::SendTest, &sender, &options).await.unwrap();
        assert_eq!(row(&shown, "size"), Some(Value::FileSize(FileSize(content.len() as u64))));
        let sent = done(DeedId::SendTest, &sender, &options).await;
        let recipient = scene.connection(Part::Recipient).await;
        let fetched = done(DeedId::SendTest, &recipient, &plain_options()).await;
        assert_eq!(transfer_of(&fetched.evidence), transfer_of(&sent.evidence));
    }
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn a_file_of_a_given_size_is_made_up_and_lies_nowhere() {
    let scene = Scene::set().await;
    let sender = scene.connection(Part::Sender).await;
    let options = DeedOptions { size: Some("3 MiB".parse().unwrap()), ..plain_options() };
    let shown = preview(DeedId::SendTest, &sender, &options).await.unwrap();
    assert_eq!(row(&shown, "size"), Some(Value::FileSize(FileSize(3 << 20))));
    let (sent, progress) = run(DeedId::SendTest, &sender, &options).await;
    let sent = sent.unwrap_or_else(|stopped| panic!("{stopped:?}"));
    // What stays at Altinn is said, with its last day.
    assert_eq!(ids(&sent.says), ["sent", "recipient-next", "stays-until"]);
    // Each phase is timed.
    let timed = progress.iter().filter_map(|step| if let DeedProgress::Done { message, .. } = step { Some(message.id()) } else { None });
    assert_eq!(timed.collect::<Vec<_>>(), ["file-ready", "got-token", "initialized", "uploaded", "published"]);
    assert!(!scene.folder.path().join("scratch").exists(), "nothing of it was on the disk");

    let recipient = scene.connection(Part::Recipient).await;
    let (fetched, progress) = run(DeedId::ReceiveTest, &recipient, &plain_options()).await;
    assert_eq!(transfer_of(&fetched.unwrap().evidence), transfer_of(&sent.evidence));
    assert!(progress.iter().any(|step| matches!(step, DeedProgress::Done { message: DeedMessage::SameSha256, .. })), "{progress:?}");
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn a_service_owner_makes_the_whole_round_itself_where_its_policy_lets_it_in() {
    let scene = Scene::set().await;
    let owner = scene.connection(Part::ServiceOwner).await;
    let shown = preview(DeedId::SendTest, &owner, &plain_options()).await.unwrap();
    assert_eq!(ids(&shown.says)[..2], ["would-go-round", "speaks-for-itself"]);
    let round = done(DeedId::SendTest, &owner, &plain_options()).await;
    assert_eq!(ids(&round.says), ["went-round"]);
    assert!(round.evidence.transfer.is_some_and(|transfer| transfer.confirmed));

    let roles_only = [(FieldId::Resource, "prov-kun-roller")];
    let shut_out = scene.connection_with(Part::ServiceOwner, Preset::Ready, &roles_only).await;
    assert_eq!(stopped(DeedId::SendTest, &shut_out, &plain_options()).await.message.id(), "ask-sender-and-recipient");

    let with_system = [(FieldId::Resource, "prov-kun-roller"), (FieldId::SystemId, known::SERVICE_OWNER_SYSTEM)];
    let through_system = scene.connection_with(Part::ServiceOwner, Preset::Ready, &with_system).await;
    assert_eq!(ids(&done(DeedId::SendTest, &through_system, &plain_options()).await.says), ["went-round"]);
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn whoever_asks_altinn_for_events_is_not_told_to_subscribe_first() {
    let scene = Scene::set().await;
    for (by, is_told) in [("webhook", true), ("poll", false)] {
        let sender = scene.connection_with(Part::Sender, Preset::Ready, &[(FieldId::EventsBy, by)]).await;
        let shown = preview(DeedId::SendTest, &sender, &plain_options()).await.unwrap();
        assert_eq!(ids(&shown.says).contains(&"subscribe-first"), is_told, "{by}");
    }
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn an_unmarked_file_is_never_touched_unless_it_is_chosen() {
    let scene = Scene::set().await.without_waiting_test().await;
    let real = scene.real_file(BTreeMap::new(), "invoice 4711").await;
    let half = scene.real_file(BTreeMap::new(), "broker-setup-test-copied").await;
    let recipient = scene.connection(Part::Recipient).await;
    let refused = stopped(DeedId::SendTest, &recipient, &at_once()).await;
    assert!(matches!(refused.message, DeedMessage::OnlyUnmarked { count: 2, .. }), "{refused:?}");
    assert!(preview(DeedId::SendTest, &recipient, &at_once()).await.is_err());

    // A transfer in the profile's answers does not choose it for this deed.
    let answered = scene.connection_with(Part::Recipient, Preset::Ready, &[(FieldId::TransferId, &real.to_string())]).await;
    assert_eq!(stopped(DeedId::SendTest, &answered, &plain_options()).await.message, DeedMessage::NotMarked { transfer: real.to_string() });
    for id in [real, half] {
        assert_eq!(scene.status_of(id).await, (TransferStatus::Published, "Initialized".to_owned()));
    }

    // A chosen transfer is shown before it is fetched, with what confirming it does.
    let chosen = DeedOptions { transfer: Some(real), ..plain_options() };
    let shown = preview(DeedId::SendTest, &recipient, &chosen).await.unwrap();
    assert_eq!(ids(&shown.says), ["would-fetch-and-confirm-chosen", "confirm-tells", "copy-removed", "now-called-receive-test"]);
    assert_eq!(row(&shown, "from"), Some(Value::Text(number(known::SENDER.number).to_string())));
    assert_eq!(row(&shown, "file"), Some(Value::Text("invoice.xml".to_owned())));
    assert_eq!(row(&shown, "size"), Some(Value::FileSize(FileSize(10))));
    assert!(matches!(row(&shown, "sent"), Some(Value::Moment(_))));
    assert_eq!(scene.status_of(real).await, (TransferStatus::Published, "Initialized".to_owned()));

    // Fetched without confirming, the transfer stays available.
    let unconfirmed = DeedOptions { confirm: false, ..chosen.clone() };
    let (fetched, progress) = run(DeedId::SendTest, &recipient, &unconfirmed).await;
    assert_eq!(ids(&fetched.unwrap().says), ["fetched-unconfirmed"]);
    assert!(progress.iter().any(|p| matches!(p, DeedProgress::Done { message: DeedMessage::SameMd5 | DeedMessage::NotCompared, .. })));
    assert_eq!(scene.status_of(real).await, (TransferStatus::Published, "DownloadStarted".to_owned()));

    done(DeedId::SendTest, &recipient, &chosen).await;
    assert_eq!(scene.status_of(real).await.0, TransferStatus::AllConfirmedDownloaded);
    assert_eq!(scene.status_of(half).await, (TransferStatus::Published, "Initialized".to_owned()));
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn nothing_waiting_names_the_sender_and_nothing_is_fetched_for_others() {
    let scene = Scene::set().await.without_waiting_test().await;
    let recipient = scene.connection(Part::Recipient).await;
    let refused = stopped(DeedId::SendTest, &recipient, &at_once()).await;
    assert_eq!(refused.message.id(), "none-waiting");
    let unknown = DeedOptions { transfer: Some(Uuid::from_u128(7)), ..plain_options() };
    let refused = stopped(DeedId::SendTest, &recipient, &unknown).await;
    assert_eq!((refused.message.id(), refused.code.as_deref()), ("transfer-unknown", Some("BRO-00001")));
    scene.sandbox.stop().await;
}

/// Without waiting for what is not there.
fn at_once() -> DeedOptions {
    DeedOptions { wait: Some("PT0S".parse().unwrap()), ..plain_options() }
}

#[tokio::test]
async fn a_file_that_is_not_there_yet_is_waited_for_and_fetched_when_it_comes() {
    let scene = Scene::set().await.without_waiting_test().await;
    let recipient = scene.connection(Part::Recipient).await;
    let shown = preview(DeedId::ReceiveTest, &recipient, &plain_options()).await.unwrap();
    assert_eq!(ids(&shown.says), ["would-await-file", "ask-sender-meanwhile", "confirm-tells", "copy-removed"]);
    let options = plain_options();
    let waiting = run(DeedId::ReceiveTest, &recipient, &options);
    let sending = async {
        let sender = scene.connection(Part::Sender).await;
        done(DeedId::SendTest, &sender, &plain_options()).await
    };
    let ((fetched, progress), sent) = tokio::join!(waiting, sending);
    let fetched = fetched.unwrap_or_else(|stopped| panic!("{stopped:?}"));
    assert_eq!((ids(&fetched.says), transfer_of(&fetched.evidence)), (vec!["fetched"], transfer_of(&sent.evidence)));
    // What is waited for is said, with its bound; and Broker was searched far less than ten times a minute.
    assert!(progress.iter().any(|step| matches!(step, DeedProgress::Started(DeedMessage::AwaitingFile { .. }))), "{progress:?}");
    let searches = recipient.services.traffic().into_iter().filter(|call| call.path.contains("status=Published")).count();
    assert!(searches <= 6, "{searches}");

    // The bound: without a file in time the deed says what it said at once before.
    let soon = DeedOptions { wait: Some("PT3S".parse().unwrap()), ..plain_options() };
    assert_eq!(stopped(DeedId::ReceiveTest, &recipient, &soon).await.message.id(), "none-waiting");
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn whoever_may_only_send_is_refused_to_fetch_and_that_is_tried_in_the_sandbox_only() {
    let scene = Scene::set().await;
    let options = DeedOptions { prove_refusal: true, ..plain_options() };
    let sender = scene.connection(Part::Sender).await;
    assert!(ids(&preview(DeedId::SendTest, &sender, &options).await.unwrap().says).contains(&"would-prove-refusal"));
    let (sent, progress) = run(DeedId::SendTest, &sender, &options).await;
    let id = transfer_of(&sent.unwrap_or_else(|stopped| panic!("{stopped:?}")).evidence);
    assert!(progress.iter().any(|step| matches!(step, DeedProgress::Done { message: DeedMessage::RefusalProven { status: 403 }, .. })));
    // It has left no trace: nobody has begun to fetch it.
    assert_eq!(scene.status_of(id).await, (TransferStatus::Published, "Initialized".to_owned()));

    let mut elsewhere = scene.connection(Part::Sender).await;
    elsewhere.profile.environment = Environment::Named(PublishedEnvironment::Tt02);
    for refused in [
        preview(DeedId::SendTest, &elsewhere, &options).await.unwrap_err(),
        Box::new(stopped(DeedId::SendTest, &elsewhere, &options).await),
    ] {
        assert_eq!(refused.message.id(), "refusal-only-in-sandbox");
    }
    let recipient = scene.connection(Part::Recipient).await;
    assert_eq!(preview(DeedId::ReceiveTest, &recipient, &options).await.unwrap_err().message.id(), "refusal-is-of-sender");
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn content_that_differs_is_not_confirmed() {
    let scene = Scene::set().await;
    let properties = BTreeMap::from([("broker-setup".to_owned(), "test".to_owned()), ("sha256".to_owned(), "00".repeat(32))]);
    let forged = scene.real_file(properties, "broker-setup-test-forged").await;
    let recipient = scene.connection(Part::Recipient).await;
    let refused = stopped(DeedId::SendTest, &recipient, &plain_options()).await;
    assert_eq!(refused.message, DeedMessage::ContentDiffers { transfer: forged.to_string() });
    assert_eq!(scene.status_of(forged).await, (TransferStatus::Published, "DownloadStarted".to_owned()));
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn malware_is_told_and_the_transfer_is_known() {
    let scene = Scene::set().await;
    let mut file = NamedTempFile::new().unwrap();
    file.write_all(EICAR.concat().as_bytes()).unwrap();
    let sender = scene.connection(Part::Sender).await;
    let options = DeedOptions { file: Some(file.path().to_owned()), ..plain_options() };
    let refused = stopped(DeedId::SendTest, &sender, &options).await;
    assert_eq!(refused.message, DeedMessage::ScanFoundMalware { transfer: transfer_of(&refused.evidence).to_string() });
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn what_is_missing_is_told_before_anything_is_made() {
    let scene = Scene::set().await;
    let half_done = scene.connection_with(Part::Sender, Preset::HalfDone, &[]).await;
    for deed in [DeedId::SendTest] {
        let refused = stopped(deed, &half_done, &plain_options()).await;
        assert_eq!((refused.message.id(), refused.code.as_deref()), ("no-system-user", Some("MP-303")));
        assert_eq!(refused.evidence, Evidence::default());
    }
    // The webhook of this preset is not https, which Altinn refuses.
    assert_eq!(preview(DeedId::Subscribe, &half_done, &plain_options()).await.unwrap_err().message.id(), "endpoint-not-taken");

    let no_write = known::client("no-write").unwrap();
    let changes = [(FieldId::ClientId, no_write.id), (FieldId::ClientKid, &no_write.kid())];
    let refused = stopped(DeedId::SendTest, &scene.connection_with(Part::Sender, Preset::Ready, &changes).await, &plain_options()).await;
    assert_eq!((refused.message.id(), refused.code.as_deref()), ("scope-not-on-client", Some("MP-200")));

    let nobody = scene.connection_with(Part::Sender, Preset::Ready, &[(FieldId::TransferRecipients, "")]).await;
    let refused = stopped(DeedId::SendTest, &nobody, &plain_options()).await;
    assert_eq!(refused.message, DeedMessage::FieldMissing { field: "transfer.recipients".to_owned() });

    let gone = DeedOptions { file: Some(scene.folder.path().join("none.txt")), ..plain_options() };
    let sender = scene.connection(Part::Sender).await;
    assert_eq!(stopped(DeedId::SendTest, &sender, &gone).await.message.id(), "file-missing");
    assert_eq!(preview(DeedId::SendTest, &sender, &gone).await.unwrap_err().message.id(), "file-missing");
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn whoever_stops_in_the_middle_keeps_what_was_made() {
    let scene = Scene::set().await;
    let sender = scene.connection(Part::Sender).await;
    let (progress_sender, mut progress_receiver) = mpsc::unbounded_channel();
    let options = plain_options();
    let mut deed = Box::pin(perform(DeedId::SendTest, &sender, &options, progress_sender));
    // Polls the deed by hand and drops it at the first recorded evidence. One poll runs only until the deed must wait, so even a
    // fast upload cannot finish before this test looks.
    let mut recorded = None;
    std::future::poll_fn(|task| {
        let step = deed.as_mut().poll(task);
        while let Ok(progress) = progress_receiver.try_recv() {
            if let DeedProgress::Recorded(evidence) = progress {
                recorded.get_or_insert(evidence);
            }
        }
        assert!(step.is_pending(), "done before it told");
        if recorded.is_some() { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    drop(deed);
    let id = transfer_of(&recorded.expect("evidence"));
    // How much was uploaded by then is not fixed. The transfer exists, and the evidence names it.
    scene.status_of(id).await;
    scene.sandbox.stop().await;
}
