//! The deeds: what the program does for the user, one file each. A deed is shown before it is done. In production the user types
//! the profile's name or organisation first; the fronts ask for that.

mod choose;
mod fetch;
mod identity;
mod mark;
mod party;
mod refusal;
mod run;
mod send;
mod send_test;
mod subscribe;
mod test_file;

use crate::checks::Connection;
use crate::journey::{DeedId, DeedOptions, DeedProgress, Outcome, Preview, Stopped};
use run::DeedRun;
use tokio::sync::mpsc;

/// Shows what a deed would do. Makes calls only to find the transfer to fetch and to read a service owner's policy.
///
/// # Errors
/// Why the deed cannot be done now.
pub async fn preview(deed: DeedId, connection: &Connection, options: &DeedOptions) -> Result<Preview, Box<Stopped>> {
    let shown = match deed {
        DeedId::SendTest => send_test::preview(connection, options).await,
        DeedId::Subscribe => subscribe::preview(connection),
    };
    shown.map_err(|stop| Box::new(stop.with(connection.evidence.clone())))
}

/// Does a deed. Dropping the future cancels it. What it has made by then was already sent as [`DeedProgress::Recorded`].
///
/// # Errors
/// Why the deed stopped, with the evidence of what it had done.
pub async fn perform(
    deed: DeedId,
    connection: &Connection,
    options: &DeedOptions,
    progress: mpsc::UnboundedSender<DeedProgress>,
) -> Result<Outcome, Box<Stopped>> {
    let mut run = DeedRun::new(connection, options, progress);
    let done = match deed {
        DeedId::SendTest => send_test::perform(&mut run).await,
        DeedId::Subscribe => subscribe::perform(&mut run).await,
    };
    let evidence = run.evidence;
    match done {
        Ok(says) => Ok(Outcome { says, evidence }),
        Err(stop) => Err(Box::new(stop.with(evidence))),
    }
}
