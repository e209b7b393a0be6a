//! Chooses the transfer that the recipient's side of a test fetches. Pure, so that tests can cover it fully: a mistake here would
//! fetch and confirm somebody's real file.

use crate::checks::mark;
use crate::services::{FileTransfer, TransferStatus};
use crate::values::OrgNumber;
use uuid::Uuid;

/// Broker's status for a recipient that has confirmed (facts broker-api 2.6).
const CONFIRMED: &str = "DownloadConfirmed";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WantedTransfer {
    /// The newest marked test transfer that we have not confirmed yet.
    NewestTest,
    /// This one, if it is marked as a test: the profile's answer, or one that we have just sent.
    Test(Uuid),
    /// This one, marked or not: the user chose it for this deed.
    Chosen(Uuid),
}

impl WantedTransfer {
    /// The id of the wanted transfer. None if Broker must be searched.
    pub(super) const fn id(self) -> Option<Uuid> {
        match self {
            Self::NewestTest => None,
            Self::Test(id) | Self::Chosen(id) => Some(id),
        }
    }
}

/// Why no transfer can be fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NotTaken {
    Nothing,
    /// Files are waiting, but none is a marked test.
    OnlyUnmarked {
        /// How many files are waiting among those looked at.
        count: usize,
    },
    /// The wanted transfer is not a marked test.
    Unmarked(Uuid),
    /// The wanted transfer is for other recipients. Fetching it would make us one of them (facts broker-api 2.7).
    NotForUs(Uuid),
    /// The wanted transfer is not published yet; with Broker's status text.
    NotReady(Uuid, String),
    /// The wanted transfer has failed; with Broker's status text.
    Failed(Uuid, String),
    /// The wanted transfer has been deleted.
    Gone(Uuid),
}

impl NotTaken {
    /// Whether it may be there to be fetched a while later, without anybody changing what is there now.
    pub(super) const fn may_come(&self) -> bool {
        match self {
            Self::Nothing | Self::OnlyUnmarked { .. } | Self::NotReady(..) => true,
            Self::Unmarked(_) | Self::NotForUs(_) | Self::Failed(..) | Self::Gone(_) => false,
        }
    }
}

/// Chooses one of the transfers. The first one that fits is taken, so the caller sorts them by preference.
pub(super) fn choose<'a>(transfers: &'a [FileTransfer], party: &OrgNumber, wanted: WantedTransfer) -> Result<&'a FileTransfer, NotTaken> {
    match wanted {
        WantedTransfer::NewestTest => newest_test(transfers, party),
        WantedTransfer::Test(id) => {
            one(transfers, party, id).and_then(|found| if mark::is_on(found) { Ok(found) } else { Err(NotTaken::Unmarked(id)) })
        }
        WantedTransfer::Chosen(id) => one(transfers, party, id),
    }
}

/// Whether this party has confirmed the transfer.
pub(super) fn is_confirmed_by(transfer: &FileTransfer, party: &OrgNumber) -> bool {
    transfer.recipients.iter().any(|recipient| recipient.organisation.as_ref() == Some(party) && recipient.status == CONFIRMED)
}

fn newest_test<'a>(transfers: &'a [FileTransfer], party: &OrgNumber) -> Result<&'a FileTransfer, NotTaken> {
    let waits = |transfer: &&FileTransfer| {
        is_for(transfer, party) && transfer.status == TransferStatus::Published && !is_confirmed_by(transfer, party)
    };
    let waiting: Vec<&FileTransfer> = transfers.iter().filter(waits).collect();
    match waiting.iter().find(|transfer| mark::is_on(transfer)) {
        Some(found) => Ok(found),
        None if waiting.is_empty() => Err(NotTaken::Nothing),
        None => Err(NotTaken::OnlyUnmarked { count: waiting.len() }),
    }
}

fn one<'a>(transfers: &'a [FileTransfer], party: &OrgNumber, id: Uuid) -> Result<&'a FileTransfer, NotTaken> {
    let found = transfers.iter().find(|transfer| transfer.id == id).ok_or(NotTaken::Nothing)?;
    if !is_for(found, party) {
        return Err(NotTaken::NotForUs(id));
    }
    match found.status {
        TransferStatus::Published | TransferStatus::AllConfirmedDownloaded => Ok(found),
        TransferStatus::Initialized | TransferStatus::UploadStarted | TransferStatus::UploadProcessing => {
            Err(NotTaken::NotReady(id, found.status_text.clone()))
        }
        TransferStatus::Failed | TransferStatus::Cancelled => Err(NotTaken::Failed(id, found.status_text.clone())),
        TransferStatus::Purged => Err(NotTaken::Gone(id)),
    }
}

fn is_for(transfer: &FileTransfer, party: &OrgNumber) -> bool {
    transfer.recipients.iter().any(|recipient| recipient.organisation.as_ref() == Some(party))
}

#[cfg(test)]
#[allow(clippy::expect_used)]
#[path = "choose_tests.rs"]
mod tests;
