//! Makes each kind of Broker's events happen, for who waits for one: a file of the sandbox's own goes as far on its way as the event
//! asks for, so that every event is about a transfer that is there (facts platform F.3).

use super::counterpart::{marked, marked_and_waiting, take};
use super::lifecycle;
use crate::known;
use crate::values::OrgNumber;
use crate::world::World;
use crate::world::happened::Happened;
use jiff::Timestamp;
use serde::Deserialize;
use uuid::Uuid;

/// Broker's events, by the last part of their type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum EventKind {
    FileTransferInitialized,
    UploadProcessing,
    UploadFailed,
    Published,
    DownloadConfirmed,
    AllConfirmedDownloaded,
    FileNeverConfirmedDownloaded,
    FilePurged,
}

impl EventKind {
    pub(crate) const NAMES: [&'static str; 8] = [
        "filetransferinitialized",
        "uploadprocessing",
        "uploadfailed",
        "published",
        "downloadconfirmed",
        "allconfirmeddownloaded",
        "fileneverconfirmeddownloaded",
        "filepurged",
    ];
}

/// What is to happen, and between whom.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Trigger {
    pub event: EventKind,
    #[serde(default)]
    pub resource: Option<String>,
    /// Nine digits.
    #[serde(default)]
    pub sender: Option<String>,
    /// Nine digits.
    #[serde(default)]
    pub recipient: Option<String>,
}

/// Why an event cannot happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TriggerRefused {
    /// Broker has no configuration of this resource.
    ResourceUnknown(String),
    OrganisationUnknown(String),
}

/// The transfer that goes as far as the event asks for, and what happened on its way.
pub(crate) fn triggered(world: &mut World, asked: &Trigger, at: Timestamp) -> Result<(Uuid, Vec<Happened>), TriggerRefused> {
    let resource = asked.resource.as_deref().unwrap_or(known::RESOURCE);
    if world.broker.configuration(resource).is_none() {
        return Err(TriggerRefused::ResourceUnknown(resource.to_owned()));
    }
    let sender = organisation(world, asked.sender.as_deref().unwrap_or(known::SENDER.number))?;
    let recipient = organisation(world, asked.recipient.as_deref().unwrap_or(known::RECIPIENT.number))?;
    let (sender, recipient) = (sender.as_str(), recipient.as_str());
    let broker = &mut world.broker;
    let waiting = marked_and_waiting(resource, sender, recipient, at);
    let there = marked(resource, sender, recipient, at);
    let confirmed_by = format!("0192:{recipient}");
    Ok(match asked.event {
        EventKind::FileTransferInitialized => (waiting.id, lifecycle::initialized(broker, waiting)),
        EventKind::UploadProcessing | EventKind::UploadFailed => {
            let id = waiting.id;
            let mut happened = lifecycle::initialized(broker, waiting);
            happened.extend(lifecycle::upload_started(broker, id, &format!("0192:{sender}"), at));
            happened.extend(if asked.event == EventKind::UploadFailed {
                lifecycle::failed(broker, id, "Checksum mismatch", at)
            } else {
                lifecycle::uploaded(broker, id, at)
            });
            (id, happened)
        }
        EventKind::Published => (there.id, lifecycle::sent(broker, there)),
        EventKind::DownloadConfirmed | EventKind::AllConfirmedDownloaded => {
            let id = there.id;
            let mut happened = lifecycle::sent(broker, there);
            happened.extend(take(broker, id, &confirmed_by, at));
            (id, happened)
        }
        EventKind::FilePurged => {
            let id = there.id;
            let mut happened = lifecycle::sent(broker, there);
            happened.extend(take(broker, id, &confirmed_by, at));
            happened.extend(lifecycle::purged(broker, id, at));
            (id, happened)
        }
        EventKind::FileNeverConfirmedDownloaded => {
            let id = there.id;
            let mut happened = lifecycle::sent(broker, there);
            happened.extend(lifecycle::purged(broker, id, at));
            (id, happened)
        }
    })
}

fn organisation(world: &World, digits: &str) -> Result<String, TriggerRefused> {
    let number: Option<OrgNumber> = digits.parse().ok();
    let known = number.and_then(|number| world.organisations.by_number(&number));
    known.map(|found| found.number.digits().to_owned()).ok_or_else(|| TriggerRefused::OrganisationUnknown(digits.to_owned()))
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use crate::signing::keys::Keys;

    fn events(event: &str) -> Vec<(&'static str, String)> {
        let mut world = World::new(url::Url::parse("http://127.0.0.1:1/").expect("a url"), Keys::ephemeral().expect("keys"));
        let asked: Trigger = serde_json::from_value(serde_json::json!({"event": event})).expect("a trigger");
        let at = world.broker.now();
        let (transfer, happened) = triggered(&mut world, &asked, at).expect("it happens");
        assert!(world.broker.transfer(transfer).is_some(), "{event}: the event is about a transfer that is there");
        happened
            .into_iter()
            .filter_map(|one| if let Happened::EventPublished(event) = one { Some((event.name, event.organisation)) } else { None })
            .collect()
    }

    /// Facts platform F.3.
    #[test]
    fn each_event_happens_and_goes_to_whom_broker_tells() {
        let (sender, recipient) = (known::SENDER.number, known::RECIPIENT.number);
        for name in EventKind::NAMES {
            let told: Vec<String> = events(name).into_iter().filter(|(event, _)| *event == name).map(|(_, to)| to).collect();
            assert!(told.iter().any(|to| to == sender), "{name}: {told:?}");
            let both = ["published", "downloadconfirmed", "fileneverconfirmeddownloaded"].contains(&name);
            assert_eq!(told.iter().any(|to| to == recipient), both, "{name}: {told:?}");
        }
    }

    #[test]
    fn what_is_not_in_the_world_is_named() {
        let mut world = World::new(url::Url::parse("http://127.0.0.1:1/").expect("a url"), Keys::ephemeral().expect("keys"));
        let at = world.broker.now();
        let trigger = |resource: Option<&str>, sender: Option<&str>| Trigger {
            event: EventKind::Published,
            resource: resource.map(str::to_owned),
            sender: sender.map(str::to_owned),
            recipient: None,
        };
        let refused = triggered(&mut world, &trigger(Some("no-such-one"), None), at).err();
        assert_eq!(refused, Some(TriggerRefused::ResourceUnknown("no-such-one".to_owned())));
        let refused = triggered(&mut world, &trigger(None, Some("999999999")), at).err();
        assert_eq!(refused, Some(TriggerRefused::OrganisationUnknown("999999999".to_owned())));
    }
}
