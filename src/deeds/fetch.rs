//! The recipient's side of a test transfer: find, download, compare, confirm. Fetches only a marked test, or the transfer that the
//! user chose.

use super::choose::{self, NotTaken, WantedTransfer};
use super::identity::{READ, TokenIdentity};
use super::party::Party;
use super::refusal::{self, BrokerCall};
use super::run::{DeedRun, DeedStop};
use super::send;
use super::test_file;
use super::upload::until_then;
use crate::checks::Connection;
use crate::checks::mark;
use crate::files::Content;
use crate::journey::{Cause, DeedMessage, DeedOptions, TransferEvidence};
use crate::services::{FileTransfer, Problem, Side, Token, TransferStatus};
use crate::values::{FileSize, OrgNumber};
use jiff::Timestamp;
use std::path::Path;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{Instant, sleep};

/// How many transfers to look at, at most, while searching for a marked one.
const LOOKED_AT: usize = 10;
/// The pauses between looks while a file is waited for, in seconds; the last one repeats. Broker allows ten searches a minute for all
/// programs together (facts broker-api 4.3).
const PAUSES: [u64; 6] = [2, 5, 10, 15, 15, 30];
/// How many answers in a row may be lost while waiting, before the deed stops.
const LOST_IN_A_ROW: u32 = 3;

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fetched {
    /// Its overview before it was downloaded.
    pub(super) transfer: FileTransfer,
    /// Whether this party has confirmed it, now or earlier.
    pub(super) confirmed: bool,
}

/// Which transfer the options and answers ask for. One from the options was chosen for this deed; one from the profile must be
/// marked.
pub(super) fn wanted(connection: &Connection, options: &DeedOptions) -> WantedTransfer {
    match (options.transfer, connection.profile.transfer.id) {
        (Some(id), _) => WantedTransfer::Chosen(id),
        (None, Some(id)) => WantedTransfer::Test(id),
        (None, None) => WantedTransfer::NewestTest,
    }
}

/// Looks for the transfer to fetch. Changes nothing in Broker. `seen` keeps what was looked at and is not it, so that it is not asked
/// for again.
pub(super) async fn look(
    connection: &Connection,
    token: &Token,
    party: &Party,
    wanted: WantedTransfer,
    seen: &mut Vec<FileTransfer>,
) -> Result<Result<FileTransfer, NotTaken>, Problem> {
    let services = &connection.services;
    let ids = match wanted.id() {
        Some(id) => {
            seen.clear();
            vec![id]
        }
        None => services.search(token, &party.resource, Some(Side::Recipient), Some(TransferStatus::Published)).await?,
    };
    for id in ids.into_iter().take(LOOKED_AT) {
        if seen.iter().any(|seen| seen.id == id) {
            continue;
        }
        seen.push(services.transfer(token, id).await?);
        // Broker lists the newest first, so the first one that fits is taken.
        if let Ok(found) = choose::choose(seen, &party.organisation, wanted) {
            return Ok(Ok(found.clone()));
        }
    }
    Ok(choose::choose(seen, &party.organisation, wanted).cloned())
}

/// The call that looks for it, for the message about a refusal.
pub(super) fn looking(party: &Party, wanted: WantedTransfer) -> BrokerCall<'_> {
    let call = BrokerCall::of(party, READ);
    wanted.id().map_or(call.clone(), |id| call.about(id))
}

/// Waits until the wanted transfer is there to be fetched, or for as long as the user waits for it.
pub(super) async fn arrived(
    run: &DeedRun<'_>,
    party: &Party,
    identity: TokenIdentity,
    wanted: WantedTransfer,
) -> Result<FileTransfer, DeedStop> {
    let wait = waits(run.connection, run.options);
    let (deadline, until) = (Instant::now() + wait, Timestamp::now() + wait);
    let mut phase = run.begin(match wanted.id() {
        Some(id) => DeedMessage::LookingAt { transfer: id.to_string() },
        None => DeedMessage::Looking { resource: party.resource.clone() },
    });
    let (mut seen, mut lost, mut is_waiting) = (Vec::new(), 0, false);
    for turn in 0_usize.. {
        let token = identity.token(run.connection, party, READ).await?;
        let mut pause = PAUSES.get(turn).or(PAUSES.last()).copied().map_or(wait, Duration::from_secs);
        let why = match look(run.connection, &token, party, wanted, &mut seen).await {
            Ok(Ok(found)) => {
                run.end(phase, DeedMessage::Found { transfer: found.id.to_string(), sender: sender(&found) });
                return Ok(found);
            }
            Ok(Err(not_taken)) => {
                lost = 0;
                let may_come = not_taken.may_come();
                let why = stop(not_taken, party);
                if may_come { why } else { return Err(why) }
            }
            Err(problem) => {
                let why = looking(party, wanted).refused(&problem);
                match problem {
                    Problem::TooOften { until, .. } if is_waiting => pause = pause.max(until_then(until)),
                    problem if is_waiting && lost < LOST_IN_A_ROW && refusal::may_have_been_done(&problem) => lost += 1,
                    _ => return Err(why),
                }
                why
            }
        };
        if Instant::now() + pause > deadline {
            return Err(why);
        }
        if !is_waiting {
            run.end(phase, DeedMessage::NotThereYet);
            (phase, is_waiting) = (run.begin(DeedMessage::AwaitingFile { until }), true);
        }
        sleep(pause).await;
    }
    Err(stop(NotTaken::Nothing, party))
}

/// How long a file that is not there yet is waited for.
pub(super) fn waits(connection: &Connection, options: &DeedOptions) -> Duration {
    options.wait.map_or(connection.services.patience().arrival, |wait| Duration::from_secs(wait.seconds()))
}

/// Finds, downloads and compares the wanted transfer, and confirms it unless the options say not to.
pub(super) async fn fetch(
    run: &mut DeedRun<'_>,
    party: &Party,
    identity: TokenIdentity,
    wanted: WantedTransfer,
) -> Result<Fetched, DeedStop> {
    run.token(identity, party, READ).await?;
    let transfer = arrived(run, party, identity, wanted).await?;
    take(run, party, identity, &transfer).await?;
    let confirmed = see_to_confirmation(run, party, identity, &transfer).await?;
    Ok(Fetched { transfer, confirmed })
}

/// Downloads a transfer and compares it with what was sent. The evidence knows of it then.
pub(super) async fn take(run: &mut DeedRun<'_>, party: &Party, identity: TokenIdentity, transfer: &FileTransfer) -> Result<(), DeedStop> {
    let copy = test_file::empty(&run.connection.scratch).await?;
    download(run, party, identity, transfer, copy.path()).await?;
    compare(run, transfer, copy.path()).await?;
    remember(run, party, transfer);
    Ok(())
}

pub(super) fn remember(run: &mut DeedRun<'_>, party: &Party, transfer: &FileTransfer) {
    let confirmed = is_confirmed(transfer, &party.organisation);
    let found = TransferEvidence { id: transfer.id, at: Timestamp::now(), reference: transfer.reference.clone(), confirmed };
    run.record(|evidence| evidence.transfer = Some(found));
}

/// Confirms what was fetched, unless that was done before or the options say not to. Returns whether it is confirmed.
pub(super) async fn see_to_confirmation(
    run: &mut DeedRun<'_>,
    party: &Party,
    identity: TokenIdentity,
    transfer: &FileTransfer,
) -> Result<bool, DeedStop> {
    Ok(is_confirmed(transfer, &party.organisation) || (run.options.confirm && confirm(run, party, identity, transfer).await?))
}

async fn download(run: &DeedRun<'_>, party: &Party, identity: TokenIdentity, transfer: &FileTransfer, copy: &Path) -> Result<(), DeedStop> {
    let size = FileSize(transfer.size);
    let phase = run.begin(DeedMessage::Downloading { size });
    let token = identity.token(run.connection, party, READ).await?;
    let counter = watch::Sender::new(0);
    // Broker writes 0 where it does not know the size yet.
    let told = (transfer.size > 0).then_some(transfer.size);
    let work = run.connection.services.download(&token, transfer.id, told, copy, &counter);
    let fetched = run.counting(transfer.size, counter.clone(), work).await;
    fetched.map_err(|problem| BrokerCall::of(party, READ).about(transfer.id).refused(&problem))?;
    run.end(phase, DeedMessage::Downloaded { size });
    Ok(())
}

async fn compare(run: &DeedRun<'_>, transfer: &FileTransfer, copy: &Path) -> Result<(), DeedStop> {
    let phase = run.begin(DeedMessage::Comparing);
    let (copy, counter) = (Content::File(copy.to_owned()), watch::Sender::new(0));
    let hashes = run.counting(transfer.size, counter.clone(), test_file::hash(&copy, &counter)).await;
    let hashes = hashes.map_err(|error| test_file::disk(&error))?;
    let md5 = transfer.checksum.as_deref().map(str::trim).filter(|checksum| !checksum.is_empty());
    let (same, message) = match (mark::sha256(transfer), md5) {
        (Some(sha256), _) => (sha256 == hashes.sha256, DeedMessage::SameSha256),
        (None, Some(md5)) => (md5.eq_ignore_ascii_case(&hashes.md5), DeedMessage::SameMd5),
        (None, None) => (transfer.size == hashes.size, DeedMessage::NotCompared),
    };
    if !same {
        return Err(DeedMessage::ContentDiffers { transfer: transfer.id.to_string() }.into());
    }
    run.end(phase, message);
    Ok(())
}

async fn confirm(run: &mut DeedRun<'_>, party: &Party, identity: TokenIdentity, transfer: &FileTransfer) -> Result<bool, DeedStop> {
    let phase = run.begin(DeedMessage::Confirming);
    let token = identity.token(run.connection, party, READ).await?;
    let services = &run.connection.services;
    let call = BrokerCall::of(party, READ).about(transfer.id);
    if let Err(problem) = services.confirm(&token, transfer.id).await {
        // The answer may be lost although Broker took the confirmation, and Broker refuses to repeat the last one. So the overview
        // is read.
        let lost = refusal::may_have_been_done(&problem) || problem.cause() == Some(Cause::TransferNotPublished);
        if !lost {
            return Err(call.refused(&problem));
        }
        let now = services.transfer(&token, transfer.id).await.map_err(|problem| call.refused(&problem))?;
        if !is_confirmed(&now, &party.organisation) {
            let message = DeedMessage::NotConfirmed { transfer: transfer.id.to_string(), text: now.status_text };
            return Err(DeedStop { message, code: problem.code() });
        }
    }
    run.record(|evidence| {
        if let Some(found) = &mut evidence.transfer {
            found.confirmed = true;
        }
    });
    run.end(phase, DeedMessage::Confirmed);
    Ok(true)
}

/// Whether this party has nothing left to confirm.
pub(super) fn is_confirmed(transfer: &FileTransfer, party: &OrgNumber) -> bool {
    transfer.status == TransferStatus::AllConfirmedDownloaded || choose::is_confirmed_by(transfer, party)
}

/// The sender as it is shown: `991 825 827` if its number is valid, else as Broker stores it.
pub(super) fn sender(transfer: &FileTransfer) -> String {
    transfer.sender.parse::<OrgNumber>().map_or_else(|_| transfer.sender.clone(), |number| number.to_string())
}

pub(super) fn stop(not_taken: NotTaken, party: &Party) -> DeedStop {
    let (resource, organisation) = (party.resource.clone(), party.organisation.clone());
    let message = match not_taken {
        NotTaken::Nothing => DeedMessage::NoneWaiting { resource, organisation },
        NotTaken::OnlyUnmarked { count } => DeedMessage::OnlyUnmarked { count, resource, organisation },
        NotTaken::Unmarked(id) => DeedMessage::NotMarked { transfer: id.to_string() },
        NotTaken::NotForUs(id) => DeedMessage::NotForUs { transfer: id.to_string(), organisation },
        NotTaken::NotReady(id, text) => DeedMessage::TransferNotReady { transfer: id.to_string(), text },
        NotTaken::Failed(id, text) => send::failed(id, &text),
        NotTaken::Gone(id) => DeedMessage::TransferGone { transfer: id.to_string() },
    };
    message.into()
}
