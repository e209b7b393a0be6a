//! The sender's side of a test transfer: initialise, upload, and wait until it is published.

use super::identity::{TokenIdentity, WRITE};
use super::party::Party;
use super::refusal::{self, BrokerCall};
use super::run::{DeedRun, DeedStop};
use super::test_file::{Chosen, TestFile};
use crate::checks::mark;
use crate::journey::{DeedMessage, TransferEvidence};
use crate::services::{FileTransfer, NewTransfer, Problem, TransferStatus};
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
/// How the status text begins when Broker found malware (facts broker-api 5.1).
const MALWARE: &str = "Malware scan failed";

/// Sends a marked test file to the recipients. Returns the transfer once it is published.
pub(super) async fn send(
    run: &mut DeedRun<'_>,
    party: &Party,
    identity: TokenIdentity,
    recipients: &[OrgNumber],
) -> Result<FileTransfer, DeedStop> {
    let file = prepare(run).await?;
    run.token(identity, party, WRITE).await?;
    let id = initialize(run, party, identity, recipients, &file).await?;
    upload(run, party, identity, id, &file).await?;
    let phase = run.begin(DeedMessage::AwaitingPublished);
    let transfer = published(run, party, identity, id).await?;
    run.end(phase, DeedMessage::Published);
    Ok(transfer)
}

async fn prepare(run: &DeedRun<'_>) -> Result<TestFile, DeedStop> {
    let phase = run.begin(DeedMessage::PreparingFile);
    let chosen = Chosen::of(run.connection, run.options);
    let (_, size) = chosen.look().await?;
    let counter = watch::Sender::new(0);
    let file = run.counting(size.0, counter.clone(), TestFile::prepare(&chosen, &counter)).await?;
    run.end(phase, DeedMessage::FileReady { name: file.name.clone(), size: file.size() });
    Ok(file)
}

async fn initialize(
    run: &mut DeedRun<'_>,
    party: &Party,
    identity: TokenIdentity,
    recipients: &[OrgNumber],
    file: &TestFile,
) -> Result<Uuid, DeedStop> {
    let new = NewTransfer {
        file_name: file.name.clone(),
        resource: party.resource.clone(),
        reference: mark::reference(),
        sender: party.organisation.clone(),
        recipients: recipients.to_vec(),
        properties: mark::properties(&file.hashes.sha256),
        checksum: Some(file.hashes.md5.clone()),
    };
    let phase = run.begin(DeedMessage::Initializing);
    let token = identity.token(run.connection, party, WRITE).await?;
    let call = BrokerCall { recipients, file: Some((&file.name, file.hashes.size)), ..BrokerCall::of(party, WRITE) };
    let id = run.connection.services.initialize(&token, &new).await.map_err(|problem| call.refused(&problem))?;
    let made = TransferEvidence { id, at: Timestamp::now(), reference: new.reference, confirmed: false };
    run.record(|evidence| evidence.transfer = Some(made));
    run.end(phase, DeedMessage::Initialized { transfer: id.to_string() });
    Ok(id)
}

async fn upload(run: &DeedRun<'_>, party: &Party, identity: TokenIdentity, id: Uuid, file: &TestFile) -> Result<(), DeedStop> {
    let phase = run.begin(DeedMessage::Uploading { size: file.size() });
    let token = identity.token(run.connection, party, WRITE).await?;
    let counter = watch::Sender::new(0);
    let work = run.connection.services.upload(&token, id, &file.content, &counter);
    let sent = run.counting(file.hashes.size, counter.clone(), work).await;
    let call = BrokerCall { file: Some((&file.name, file.hashes.size)), ..BrokerCall::of(party, WRITE).about(id) };
    sent.map_err(|problem| call.refused(&problem))?;
    run.end(phase, DeedMessage::Uploaded { size: file.size() });
    Ok(())
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

/// The message for a failed transfer. Malware has its own, because then the file must be replaced.
pub(super) fn failed(id: Uuid, text: &str) -> DeedMessage {
    let transfer = id.to_string();
    if text.starts_with(MALWARE) {
        DeedMessage::ScanFoundMalware { transfer }
    } else {
        DeedMessage::TransferFailed { transfer, text: text.to_owned() }
    }
}

fn until_then(until: Timestamp) -> Duration {
    Duration::try_from(until.duration_since(Timestamp::now())).unwrap_or(Duration::ZERO)
}
