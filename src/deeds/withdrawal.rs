//! Withdraws a request to the approver that nobody has answered yet: the part that requests for a system user and for one more right
//! share.

use super::entries::to_undo;
use super::run::{DeedRun, DeedStop, Phase};
use crate::checks::Connection;
use crate::journey::{DeedId, DeedMessage, Entry, Preview};
use crate::services::RequestStatus;
use crate::values::OrgNumber;
use url::Url;
use uuid::Uuid;

/// What withdrawing would do. `requests` is the address of the requests of this kind.
pub(super) fn preview(entry: &Entry, connection: &Connection, deed: DeedId, requests: &Url) -> Result<Preview, DeedStop> {
    let id: Uuid = to_undo(entry)?;
    let says = vec![DeedMessage::WouldWithdraw { request: id.to_string() }];
    let requests = vec![("DELETE".to_owned(), format!("{requests}/{id}"))];
    Ok(Preview { requests, ..Preview::new(deed, &connection.profile, says) })
}

pub(super) fn begin(run: &DeedRun<'_>, id: Uuid) -> Phase {
    run.begin(DeedMessage::Withdrawing { request: id.to_string() })
}

/// Deleting a request that was approved would leave what was approved (facts platform D.2).
pub(super) fn not_accepted(status: Option<RequestStatus>, organisation: OrgNumber) -> Result<(), DeedStop> {
    match status {
        Some(RequestStatus::Accepted) => Err(DeedMessage::RequestAccepted { organisation }.into()),
        Some(_) | None => Ok(()),
    }
}

pub(super) fn end(run: &DeedRun<'_>, phase: Phase, entry: &Entry, id: Uuid) -> Result<Vec<DeedMessage>, DeedStop> {
    run.undone(phase, entry, DeedMessage::Withdrawn { request: id.to_string() })
}
