//! Tests the life of a transfer without a server: each changes Broker's state at a given time and looks at what happened (facts
//! broker-api 2 and 5).

#![allow(clippy::expect_used, clippy::indexing_slicing)]

use super::*;
use crate::broker::due;
use crate::broker::examination::{Examined, examined, summed};
use jiff::SignedDuration;
use serde_json::Map;
use std::path::Path;
use url::Url;

const ONE: &str = "0192:310400203";
const OTHER: &str = "0192:310400211";
const MD5: &str = "d41d8cd98f00b204e9800998ecf8427e";

fn at(hours: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + hours * 3600).expect("a time")
}

/// Broker with one new transfer to these recipients, created at hour 0 with a lifetime of 100 hours.
struct Scene {
    broker: BrokerState,
    id: Uuid,
}

fn scene(recipients: &[&str]) -> Scene {
    let mut broker = BrokerState::default();
    broker.configurations.push(Configuration::of("files", "310400200"));
    let mut transfer = Transfer {
        id: Uuid::new_v4(),
        resource: "files".to_owned(),
        file_name: "a.txt".to_owned(),
        reference: "a".to_owned(),
        sender: "0192:310400238".to_owned(),
        sender_vendor: None,
        properties: Map::new(),
        checksum: None,
        supplied: false,
        md5: None,
        scanned: true,
        size: 0,
        created: at(0),
        expires: at(100),
        purge_at: None,
        published: None,
        history: Vec::new(),
        recipient_history: recipients
            .iter()
            .map(|recipient| RecipientRow {
                recipient: (*recipient).to_owned(),
                status: RecipientStatus::Initialized,
                at: at(0),
                vendor: None,
            })
            .collect(),
        parts_asked: Vec::new(),
        stored: Stored::Nowhere,
        by_counterpart: false,
    };
    transfer.become_status(Status::Initialized, Status::Initialized.text(), at(0));
    let id = transfer.id;
    assert_eq!(told(&initialized(&mut broker, transfer)), ["Sender filetransferinitialized"]);
    Scene { broker, id }
}

impl Scene {
    fn transfer(&self) -> &Transfer {
        self.broker.transfer(self.id).expect("the transfer")
    }

    fn upload(&mut self) -> Vec<Happened> {
        let began = upload_started(&mut self.broker, self.id, "0192:310400238", at(1));
        assert_eq!(began, [Happened::TransferDue(at(25))], "stuck after a day");
        self.broker.transfer_mut(self.id).expect("the transfer").stored = Stored::Kept;
        uploaded(&mut self.broker, self.id, at(2))
    }

    fn examine(&mut self, malware: Option<&str>) -> Vec<Happened> {
        let found = Examined { md5: MD5.to_owned(), malware: malware.map(str::to_owned) };
        examined(&mut self.broker, self.id, &found, &Url::parse("http://127.0.0.1/").expect("a url"), at(3))
    }

    fn publish(&mut self) {
        assert_eq!(told(&self.upload()), ["Sender uploadprocessing"]);
        assert_eq!(self.examine(None).last(), Some(&Happened::TransferPublished(self.id)));
    }
}

/// The events, in order, each as the role of who gets it and the event's name.
fn told(happened: &[Happened]) -> Vec<String> {
    let event = |one: &Happened| match one {
        Happened::EventPublished(event) => Some(format!("{:?} {}", event.party, event.name)),
        _ => None,
    };
    happened.iter().filter_map(event).collect()
}

#[test]
fn bytes_that_are_scanned_wait_for_the_scanner() {
    let mut scene = scene(&[ONE]);
    let happened = scene.upload();
    assert_eq!(told(&happened), ["Sender uploadprocessing"]);
    assert_eq!(happened.last(), Some(&Happened::BytesReceived(scene.id)));
    assert_eq!(scene.transfer().status(), Status::UploadProcessing);
}

#[test]
fn bytes_that_are_not_scanned_are_published_at_once() {
    let mut scene = scene(&[ONE]);
    scene.broker.transfer_mut(scene.id).expect("there").scanned = false;
    assert_eq!(told(&scene.upload()), ["Sender published", "Recipient published"]);
    assert_eq!(scene.transfer().status(), Status::Published);
}

#[test]
fn what_passes_the_scan_is_published_and_its_checksum_is_still_missing() {
    let mut scene = scene(&[ONE, OTHER]);
    drop(scene.upload());
    let happened = scene.examine(None);
    assert_eq!(told(&happened), ["Sender published", "Recipient published", "Recipient published"]);
    assert_eq!(happened[3..], [Happened::ChecksumMissing(scene.id), Happened::TransferPublished(scene.id)]);
    assert_eq!((scene.transfer().published, scene.transfer().checksum.as_deref()), (Some(at(3)), None));
    summed(&mut scene.broker, scene.id, MD5);
    assert_eq!(scene.transfer().checksum.as_deref(), Some(MD5));
}

#[test]
fn malware_ends_it_and_who_has_not_confirmed_never_will() {
    let mut scene = scene(&[ONE]);
    drop(scene.upload());
    let happened = scene.examine(Some("0a"));
    assert_eq!(happened[0], Happened::BytesReleased(scene.id, Stored::Kept));
    assert_eq!(told(&happened), ["Sender uploadfailed", "Recipient fileneverconfirmeddownloaded", "Sender fileneverconfirmeddownloaded"]);
    assert_eq!(scene.transfer().status(), Status::Failed);
}

#[test]
fn another_checksum_than_the_supplied_one_ends_it() {
    let mut scene = scene(&[ONE]);
    let mut transfer = scene.broker.transfer_mut(scene.id).expect("there");
    (transfer.supplied, transfer.checksum) = (true, Some("another".to_owned()));
    drop(transfer);
    drop(scene.upload());
    assert_eq!(told(&scene.examine(None)), ["Sender uploadfailed"]);
    assert_eq!(scene.transfer().history.last().map(|row| row.text.as_str()), Some("Checksum mismatch"));
}

#[test]
fn a_scan_that_comes_too_late_changes_nothing() {
    let mut scene = scene(&[ONE]);
    scene.publish();
    assert_eq!(scene.examine(Some("0a")), []);
    assert_eq!(scene.transfer().status(), Status::Published);
}

#[test]
fn the_last_confirmation_moves_it_on_and_the_bytes_go_after_the_grace() {
    let mut scene = scene(&[ONE, OTHER]);
    scene.publish();
    assert_eq!(told(&confirmed(&mut scene.broker, scene.id, ONE, at(4))), ["Recipient downloadconfirmed", "Sender downloadconfirmed"]);
    assert_eq!(scene.transfer().status(), Status::Published);
    let happened = confirmed(&mut scene.broker, scene.id, OTHER, at(5));
    assert_eq!(told(&happened), ["Recipient downloadconfirmed", "Sender downloadconfirmed", "Sender allconfirmeddownloaded"]);
    assert!(happened.contains(&Happened::TransferDue(at(7))), "two hours of grace");
    assert_eq!(due::settle(&mut scene.broker, at(6), at(6)), []);
    assert_eq!(told(&due::settle(&mut scene.broker, at(7), at(7))), ["Sender filepurged"]);
    assert_eq!(scene.transfer().status(), Status::Purged);
    assert_eq!(due::settle(&mut scene.broker, at(8), at(8)), [], "once");
}

#[test]
fn without_the_purge_it_stays_until_its_expiry() {
    let mut scene = scene(&[ONE]);
    scene.broker.configurations[0].purges = false;
    scene.publish();
    drop(confirmed(&mut scene.broker, scene.id, ONE, at(4)));
    assert_eq!(due::settle(&mut scene.broker, at(99), at(99)), []);
    assert_eq!(told(&due::settle(&mut scene.broker, at(100), at(100))), ["Sender filepurged"]);
}

#[test]
fn what_nobody_confirms_is_purged_at_its_expiry_and_everybody_hears_of_it() {
    let mut scene = scene(&[ONE]);
    scene.publish();
    let happened = due::settle(&mut scene.broker, at(100), at(100));
    assert_eq!(happened[0], Happened::BytesReleased(scene.id, Stored::Kept));
    assert_eq!(told(&happened), ["Sender filepurged", "Recipient fileneverconfirmeddownloaded", "Sender fileneverconfirmeddownloaded"]);
}

#[test]
fn an_upload_without_a_byte_for_a_day_has_failed() {
    let mut scene = scene(&[ONE]);
    drop(upload_started(&mut scene.broker, scene.id, "0192:310400238", at(1)));
    assert_eq!(due::settle(&mut scene.broker, at(24), at(24)), []);
    assert_eq!(told(&due::settle(&mut scene.broker, at(25), at(25))), ["Sender uploadfailed"]);
    assert_eq!(scene.transfer().status(), Status::Failed);
}

#[test]
fn a_new_start_takes_up_what_was_under_way_once() {
    let mut scene = scene(&[ONE]);
    drop(scene.upload());
    let nothing_is_there = |_: &Path| false;
    let due = scene.transfer().expires;
    assert_eq!(due::resumed(&mut scene.broker, nothing_is_there), [Happened::TransferDue(due), Happened::BytesReceived(scene.id)]);
    assert_eq!(due::resumed(&mut scene.broker, nothing_is_there), []);
}

#[test]
fn large_bytes_went_with_the_sandbox_that_took_them() {
    let mut scene = scene(&[ONE]);
    scene.publish();
    scene.broker.transfer_mut(scene.id).expect("there").stored = Stored::Large("/gone".into());
    let kept_at = scene.transfer().created + SignedDuration::from_hours(100);
    let happened = due::resumed(&mut scene.broker, |_| false);
    assert_eq!(happened, [Happened::TransferDue(kept_at), Happened::ChecksumMissing(scene.id), Happened::TransferPublished(scene.id)]);
    assert_eq!(scene.transfer().stored, Stored::Nowhere);
}
