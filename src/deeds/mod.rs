//! The deeds: what the program does for the user, one file each. Shown before done; in production only after the profile's
//! name or organisation was typed, which the fronts see to.

use crate::checks::Connection;
use crate::journey::{DeedId, DeedMessage, DeedOptions, DeedProgress, Outcome, Preview, Stopped};
use tokio::sync::mpsc;

/// What the deed would do. Asks the network only to show what is to be fetched.
///
/// # Errors
/// Why it cannot be done now.
pub async fn preview(deed: DeedId, connection: &Connection, options: &DeedOptions) -> Result<Preview, Box<Stopped>> {
    let _ = (deed, options);
    Err(Box::new(Stopped { message: DeedMessage::NothingToDo, code: None, evidence: connection.evidence.clone() }))
}

/// Does it. Dropping the future cancels; what had been made until then is in the last progress.
///
/// # Errors
/// Why it stopped.
pub async fn perform(
    deed: DeedId,
    connection: &Connection,
    options: &DeedOptions,
    progress: mpsc::UnboundedSender<DeedProgress>,
) -> Result<Outcome, Box<Stopped>> {
    let _ = (deed, options, progress);
    Err(Box::new(Stopped { message: DeedMessage::NothingToDo, code: None, evidence: connection.evidence.clone() }))
}
