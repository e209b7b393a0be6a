//! The sender's side of a test transfer: initialise, upload, and wait until it is published. One that was begun and not ended is gone
//! on with.

use super::identity::{TokenIdentity, WRITE};
use super::party::Party;
use super::refusal::{self, BrokerCall};
use super::run::{DeedRun, DeedStop};
use super::test_file::{Chosen, TestFile};
use super::unfinished::{Sending, Unfinished};
use super::upload::{Upload, until_then};
use crate::checks::mark;
use crate::journey::{DeedMessage, EntryState, TransferEvidence};
use crate::services::{FileTransfer, NewTransfer, Problem, Side, Token, TransferStatus};
use crate::values::OrgNumber;
use jiff::Timestamp;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{Instant, sleep};
use uuid::Uuid;

/// How long we wait for the virus scan. After that the deed stops watching; Broker still publishes the file.
const PATIENCE: Duration = Duration::from_secs(120);
/// The pauses between looks at the overview in milliseconds; the last one repeats. Far fewer calls than the 120 a minute that
/// Broker allows (facts broker-api 4.3).
const PAUSES: [u64; 8] = [300, 700, 1000, 1000, 1500, 2000, 3000, 5000];
/// How many answers in a row may be lost while waiting, before the deed stops.
const LOST_IN_A_ROW: u32 = 3;
/// How many transfers to look at, at most, while searching for one whose announcement was not answered.
const LOOKED_AT: usize = 5;
/// How the status text begins when Broker found malware (facts broker-api 5.1).
const MALWARE: &str = "Malware scan failed";

/// A transfer that is published, and what stands of it on this machine until the deed is done.
pub(super) struct Sent {
    pub(super) transfer: FileTransfer,
    pub(super) unfinished: Unfinished,
}

/// Sends a marked test file to the recipients, or goes on with one.
pub(super) async fn send(
    run: &mut DeedRun<'_>,
    party: &Party,
    identity: TokenIdentity,
    recipients: &[OrgNumber],
) -> Result<Sent, DeedStop> {
    let mut begun = taken_up(run, party, identity, recipients).await?;
    let mut more = LOST_IN_A_ROW;
    loop {
        let (unfinished, file, standing) = match begun {
            Begun::GoesOn(found, file, status) => (*found, file, status),
            Begun::Nothing(chosen) => {
                let file = prepare(run, &chosen).await?;
                run.token(identity, party, WRITE).await?;
                let sending = Sending::new(party.resource.clone(), recipients, mark::reference(), &file);
                (Unfinished::begin(run, sending)?, file, TransferStatus::Initialized)
            }
        };
        match carried(run, party, identity, unfinished, &file, standing).await? {
            Carried::Published(sent) => return Ok(*sent),
            Carried::Lost(_, stop) if more == 0 => return Err(stop),
            Carried::Lost(again, _) => (begun, more) = (Begun::Nothing(again), more - 1),
        }
    }
}

/// How the sending of one transfer has ended.
enum Carried {
    Published(Box<Sent>),
    /// The line broke, and Altinn gave the transfer up. Nobody else sees it, and this goes in a new one.
    Lost(Chosen, DeedStop),
}

/// Announces a transfer, sends its file, and waits until it is published.
async fn carried(
    run: &mut DeedRun<'_>,
    party: &Party,
    identity: TokenIdentity,
    mut unfinished: Unfinished,
    file: &TestFile,
    standing: TransferStatus,
) -> Result<Carried, DeedStop> {
    let transfer = match unfinished.sending.transfer {
        Some(transfer) => transfer,
        None => initialize(run, party, identity, &mut unfinished, file).await?,
    };
    let mut breaks = 0;
    if standing.is_open() {
        breaks = match (Upload { party, identity, transfer, file }).go(run).await {
            Ok(breaks) => breaks,
            Err(stop) => {
                if matches!(stop.message, DeedMessage::UploadExpired { .. }) {
                    unfinished.end(run, EntryState::Refused)?;
                }
                return Err(stop);
            }
        };
    }
    let phase = run.begin(DeedMessage::AwaitingPublished);
    match published(run, party, identity, transfer).await {
        Ok(transfer) => {
            run.end(phase, DeedMessage::Published);
            Ok(Carried::Published(Box::new(Sent { transfer, unfinished })))
        }
        Err(stop) => {
            let is_failed = matches!(stop.message, DeedMessage::TransferFailed { .. });
            let again = unfinished.sending.chosen();
            if is_failed || matches!(stop.message, DeedMessage::ScanFoundMalware { .. }) {
                unfinished.end(run, EntryState::Refused)?;
            }
            if is_failed && breaks > 0 {
                run.end(phase, DeedMessage::UploadLost { transfer: transfer.to_string() });
                return Ok(Carried::Lost(again, stop));
            }
            Err(stop)
        }
    }
}

/// What there is to go on with.
enum Begun {
    /// What was begun and not ended, with its file and the status that its transfer has now.
    GoesOn(Box<Unfinished>, TestFile, TransferStatus),
    /// Nothing: a new transfer of this begins.
    Nothing(Chosen),
}

/// Looks for what was begun and not ended. What cannot be gone on with is ended.
async fn taken_up(run: &mut DeedRun<'_>, party: &Party, identity: TokenIdentity, recipients: &[OrgNumber]) -> Result<Begun, DeedStop> {
    let found = Unfinished::find(run.connection, run.options, &party.resource, recipients);
    let Some(mut found) = found else { return Ok(Begun::Nothing(Chosen::of(run.connection, run.options))) };
    let (file, again) = (found.sending.file(), found.sending.chosen());
    if run.options.anew || !file.is_unchanged().await {
        found.end(run, EntryState::Refused)?;
        return Ok(Begun::Nothing(if run.options.anew { Chosen::of(run.connection, run.options) } else { again }));
    }
    run.token(identity, party, WRITE).await?;
    let phase = run.begin(DeedMessage::LookingForUpload);
    let token = identity.token(run.connection, party, WRITE).await?;
    let services = &run.connection.services;
    let looked = match found.sending.transfer {
        Some(transfer) => services.transfer(&token, transfer).await.map(Some),
        None => unanswered(run, party, &token, &found.sending.reference).await,
    };
    let transfer = match looked {
        Ok(transfer) => transfer,
        Err(Problem::Refused(refusal)) if refusal.status == 404 => None,
        Err(problem) => return Err(BrokerCall::of(party, WRITE).refused(&problem)),
    };
    let Some(transfer) = transfer else {
        run.end(phase, DeedMessage::UploadUnknown);
        if found.sending.transfer.is_none() {
            // It was never announced: what was prepared is announced now.
            return Ok(Begun::GoesOn(Box::new(found), file, TransferStatus::Initialized));
        }
        found.end(run, EntryState::Refused)?;
        return Ok(Begun::Nothing(again));
    };
    if matches!(failed_as(&transfer), Some(DeedMessage::TransferFailed { .. })) {
        run.end(phase, DeedMessage::UploadLost { transfer: transfer.id.to_string() });
        found.end(run, EntryState::Refused)?;
        return Ok(Begun::Nothing(again));
    }
    run.end(phase, DeedMessage::TakenUp { transfer: transfer.id.to_string() });
    if found.sending.transfer.is_none() {
        found.announced(run, transfer.id)?;
    }
    record(run, transfer.id, &found.sending.reference);
    Ok(Begun::GoesOn(Box::new(found), file, transfer.status))
}

/// The transfer with this reference, whose announcement we have no answer to.
async fn unanswered(run: &DeedRun<'_>, party: &Party, token: &Token, reference: &str) -> Result<Option<FileTransfer>, Problem> {
    let services = &run.connection.services;
    let ids = services.search(token, &party.resource, Some(Side::Sender), Some(TransferStatus::Initialized)).await?;
    for id in ids.into_iter().take(LOOKED_AT) {
        let transfer = services.transfer(token, id).await?;
        if transfer.reference == reference {
            return Ok(Some(transfer));
        }
    }
    Ok(None)
}

fn record(run: &mut DeedRun<'_>, id: Uuid, reference: &str) {
    let known = run.evidence.transfer.as_ref().is_some_and(|known| known.id == id);
    if !known {
        let made = TransferEvidence { id, at: Timestamp::now(), reference: reference.to_owned(), confirmed: false };
        run.record(|evidence| evidence.transfer = Some(made));
    }
}

async fn prepare(run: &DeedRun<'_>, chosen: &Chosen) -> Result<TestFile, DeedStop> {
    let phase = run.begin(DeedMessage::PreparingFile);
    let (_, size) = chosen.look().await?;
    let counter = watch::Sender::new(0);
    let file = run.counting(size.0, counter.clone(), TestFile::prepare(chosen, &counter)).await?;
    run.end(phase, DeedMessage::FileReady { name: file.name.clone(), size: file.size() });
    Ok(file)
}

async fn initialize(
    run: &mut DeedRun<'_>,
    party: &Party,
    identity: TokenIdentity,
    unfinished: &mut Unfinished,
    file: &TestFile,
) -> Result<Uuid, DeedStop> {
    let Sending { recipients, reference, .. } = unfinished.sending.clone();
    let new = NewTransfer {
        file_name: file.name.clone(),
        resource: party.resource.clone(),
        reference: reference.clone(),
        sender: party.organisation.clone(),
        recipients: recipients.clone(),
        properties: mark::properties(&file.hashes.sha256),
        checksum: Some(file.hashes.md5.clone()),
    };
    let phase = run.begin(DeedMessage::Initializing);
    let token = identity.token(run.connection, party, WRITE).await?;
    let id = match run.connection.services.initialize(&token, &new).await {
        Ok(id) => id,
        Err(problem) => {
            if !refusal::may_have_been_done(&problem) {
                unfinished.clone().end(run, EntryState::Refused)?;
            }
            let call = BrokerCall { recipients: &recipients, file: Some((&file.name, file.hashes.size)), ..BrokerCall::of(party, WRITE) };
            return Err(call.refused(&problem));
        }
    };
    unfinished.announced(run, id)?;
    record(run, id, &reference);
    run.end(phase, DeedMessage::Initialized { transfer: id.to_string() });
    Ok(id)
}

/// Reads the overview, with longer and longer pauses, until the transfer is published or has failed.
async fn published(run: &DeedRun<'_>, party: &Party, identity: TokenIdentity, id: Uuid) -> Result<FileTransfer, DeedStop> {
    let deadline = Instant::now() + PATIENCE;
    let mut lost = 0;
    for look in 0_usize.. {
        let token = identity.token(run.connection, party, WRITE).await?;
        let mut pause = PAUSES.get(look).or(PAUSES.last()).copied().map_or(PATIENCE, Duration::from_millis);
        match run.connection.services.transfer(&token, id).await {
            Ok(transfer) if is_published(&transfer)? => return Ok(transfer),
            Ok(_) => lost = 0,
            Err(Problem::TooOften { until, .. }) => pause = pause.max(until_then(until)),
            Err(problem) if refusal::may_have_been_done(&problem) && lost < LOST_IN_A_ROW => lost += 1,
            Err(problem) => return Err(BrokerCall::of(party, WRITE).about(id).refused(&problem)),
        }
        if Instant::now() + pause > deadline {
            break;
        }
        sleep(pause).await;
    }
    Err(DeedMessage::NotPublishedYet { transfer: id.to_string() }.into())
}

fn is_published(transfer: &FileTransfer) -> Result<bool, DeedStop> {
    match transfer.status {
        TransferStatus::Initialized | TransferStatus::UploadStarted | TransferStatus::UploadProcessing => Ok(false),
        TransferStatus::Published | TransferStatus::AllConfirmedDownloaded | TransferStatus::Purged => Ok(true),
        TransferStatus::Failed | TransferStatus::Cancelled => Err(failed(transfer.id, &transfer.status_text).into()),
    }
}

/// Why a transfer has failed. None if it has not.
fn failed_as(transfer: &FileTransfer) -> Option<DeedMessage> {
    is_published(transfer).err().map(|stop| stop.message)
}

/// The message for a failed transfer. Malware has its own, because then the file must be replaced.
pub(super) fn failed(id: Uuid, text: &str) -> DeedMessage {
    let transfer = id.to_string();
    if text.starts_with(MALWARE) {
        DeedMessage::ScanFoundMalware { transfer }
    } else {
        DeedMessage::TransferFailed { transfer, text: text.to_owned() }
    }
}
