//! The deeds: what the program does for the user, one file each. Shown before done; in production only after the profile's
//! name or organisation was typed, which the fronts see to.

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

/// What the deed would do. Asks the network only to show what is to be fetched.
///
/// # Errors
/// Why it cannot be done now.
pub async fn preview(deed: DeedId, connection: &Connection, options: &DeedOptions) -> Result<Preview, Box<Stopped>> {
    let shown = match deed {
        DeedId::SendTest => send_test::preview(connection, options).await,
        DeedId::Subscribe => subscribe::preview(connection),
    };
    shown.map_err(|stop| Box::new(stop.with(connection.evidence.clone())))
}

/// Does it. Dropping the future cancels; what had been made until then was told as [`DeedProgress::Recorded`].
///
/// # Errors
/// Why it stopped.
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
