//! The recipient's side of a test transfer: find, download, compare, confirm. Takes a marked test only, or what was chosen.

use super::choose::{self, Refused, Wanted};
use super::course::{Course, Stop};
use super::mark;
use super::party::Party;
use super::refusal::{self, Asked};
use super::send;
use super::size;
use super::speaker::{READ, Speaker};
use super::test_file;
use crate::checks::Connection;
use crate::journey::{Cause, DeedMessage, DeedOptions, TransferEvidence};
use crate::services::{FileTransfer, Side, Token, TransferStatus};
use crate::values::OrgNumber;
use jiff::Timestamp;
use std::path::Path;
use tokio::sync::watch;

/// How many transfers are looked at while searching for a marked one.
const LOOKED_AT: usize = 10;

/// A transfer that was fetched.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fetched {
    /// As it was found.
    pub(super) transfer: FileTransfer,
    /// Whether it is confirmed by now.
    pub(super) confirmed: bool,
}

/// What the options and answers ask for. An answer of the profile is not a choice for this deed: it must be marked.
pub(super) fn wanted(connection: &Connection, options: &DeedOptions) -> Wanted {
    match (options.transfer, connection.profile.transfer.id) {
        (Some(id), _) => Wanted::Chosen(id),
        (None, Some(id)) => Wanted::Test(id),
        (None, None) => Wanted::NewestTest,
    }
}

/// The transfer that would be fetched. Changes nothing.
pub(super) async fn find(connection: &Connection, token: &Token, party: &Party, wanted: Wanted) -> Result<FileTransfer, Stop> {
    let services = &connection.services;
    let asked = Asked::of(party, READ);
    let ids = match wanted.id() {
        Some(id) => vec![id],
        None => services
            .search(token, &party.resource, Some(Side::Recipient), Some(TransferStatus::Published))
            .await
            .map_err(|problem| asked.refused(&problem))?,
    };
    let mut seen = Vec::new();
    for id in ids.into_iter().take(LOOKED_AT) {
        seen.push(services.transfer(token, id).await.map_err(|problem| asked.clone().about(id).refused(&problem))?);
        // Newest first: the first that may be taken is the one.
        if let Ok(found) = choose::choose(&seen, &party.organisation, wanted) {
            return Ok(found.clone());
        }
    }
    choose::choose(&seen, &party.organisation, wanted).cloned().map_err(|refused| stop(refused, party))
}

/// Fetches what is wanted and, if wanted, confirms it.
pub(super) async fn fetch(course: &mut Course<'_>, party: &Party, speaker: Speaker, wanted: Wanted) -> Result<Fetched, Stop> {
    course.token(speaker, party, READ).await?;
    let phase = course.begin(match wanted.id() {
        Some(id) => DeedMessage::LookingAt { transfer: id.to_string() },
        None => DeedMessage::Looking { resource: party.resource.clone() },
    });
    let token = speaker.token(course.connection, party, READ).await?;
    let transfer = find(course.connection, &token, party, wanted).await?;
    course.end(phase, DeedMessage::Found { transfer: transfer.id.to_string(), sender: sender(&transfer) });

    let copy = test_file::scratch().await?;
    download(course, party, speaker, &transfer, copy.path()).await?;
    compare(course, &transfer, copy.path()).await?;
    drop(copy);

    let already = is_confirmed(&transfer, &party.organisation);
    let found = TransferEvidence { id: transfer.id, at: Timestamp::now(), reference: transfer.reference.clone(), confirmed: already };
    course.record(|evidence| evidence.transfer = Some(found));
    let confirmed = already || (course.options.confirm && confirm(course, party, speaker, &transfer).await?);
    Ok(Fetched { transfer, confirmed })
}

async fn download(course: &Course<'_>, party: &Party, speaker: Speaker, transfer: &FileTransfer, copy: &Path) -> Result<(), Stop> {
    let shown = size::shown(transfer.size);
    let phase = course.begin(DeedMessage::Downloading { size: shown.clone() });
    let token = speaker.token(course.connection, party, READ).await?;
    let counter = watch::Sender::new(0);
    let work = course.connection.services.download(&token, transfer.id, copy, &counter);
    let fetched = course.counting(transfer.size, counter.clone(), work).await;
    fetched.map_err(|problem| Asked::of(party, READ).about(transfer.id).refused(&problem))?;
    course.end(phase, DeedMessage::Downloaded { size: shown });
    Ok(())
}

async fn compare(course: &Course<'_>, transfer: &FileTransfer, copy: &Path) -> Result<(), Stop> {
    let phase = course.begin(DeedMessage::Comparing);
    let hashes = test_file::hash(copy).await.map_err(|error| test_file::disk(&error))?;
    let md5 = transfer.checksum.as_deref().map(str::trim).filter(|checksum| !checksum.is_empty());
    let (same, message) = match (mark::sha256(transfer), md5) {
        (Some(sha256), _) => (sha256 == hashes.sha256, DeedMessage::SameSha256),
        (None, Some(md5)) => (md5.eq_ignore_ascii_case(&hashes.md5), DeedMessage::SameMd5),
        (None, None) => (transfer.size == hashes.size, DeedMessage::NotCompared),
    };
    if !same {
        return Err(DeedMessage::ContentDiffers { transfer: transfer.id.to_string() }.into());
    }
    course.end(phase, message);
    Ok(())
}

async fn confirm(course: &mut Course<'_>, party: &Party, speaker: Speaker, transfer: &FileTransfer) -> Result<bool, Stop> {
    let phase = course.begin(DeedMessage::Confirming);
    let token = speaker.token(course.connection, party, READ).await?;
    let services = &course.connection.services;
    let asked = Asked::of(party, READ).about(transfer.id);
    if let Err(problem) = services.confirm(&token, transfer.id).await {
        // Once the last recipient's confirmation is in, repeating it is refused: after a lost answer the overview knows.
        let lost = refusal::may_have_been_done(&problem) || problem.cause() == Some(Cause::TransferNotPublished);
        if !lost {
            return Err(asked.refused(&problem));
        }
        let now = services.transfer(&token, transfer.id).await.map_err(|problem| asked.refused(&problem))?;
        if !is_confirmed(&now, &party.organisation) {
            let message = DeedMessage::NotConfirmed { transfer: transfer.id.to_string(), text: now.status_text };
            return Err(Stop { message, code: problem.code() });
        }
    }
    course.record(|evidence| {
        if let Some(found) = &mut evidence.transfer {
            found.confirmed = true;
        }
    });
    course.end(phase, DeedMessage::Confirmed);
    Ok(true)
}

/// Whether nothing is left for this party to confirm.
pub(super) fn is_confirmed(transfer: &FileTransfer, party: &OrgNumber) -> bool {
    transfer.status == TransferStatus::AllConfirmedDownloaded || choose::is_confirmed_by(transfer, party)
}

/// The sender as people read it.
pub(super) fn sender(transfer: &FileTransfer) -> String {
    transfer.sender.parse::<OrgNumber>().map_or_else(|_| transfer.sender.clone(), |number| number.to_string())
}

fn stop(refused: Refused, party: &Party) -> Stop {
    let (resource, organisation) = (party.resource.clone(), party.organisation.clone());
    let message = match refused {
        Refused::Nothing => DeedMessage::NoneWaiting { resource, organisation },
        Refused::OnlyUnmarked { count } => DeedMessage::OnlyUnmarked { count, resource, organisation },
        Refused::Unmarked(id) => DeedMessage::NotMarked { transfer: id.to_string() },
        Refused::NotForUs(id) => DeedMessage::NotForUs { transfer: id.to_string(), organisation },
        Refused::NotReady(id, text) => DeedMessage::TransferNotReady { transfer: id.to_string(), text },
        Refused::Failed(id, text) => send::failed(id, &text),
        Refused::Gone(id) => DeedMessage::TransferGone { transfer: id.to_string() },
    };
    message.into()
}
