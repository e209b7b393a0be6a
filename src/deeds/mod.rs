//! The deeds: what the program does for the user, one file each. A deed is shown before it is done. In production the user types
//! the profile's name or organisation first; the fronts ask for that.

mod admit;
mod ask_system_user;
mod change_system_user;
mod choose;
mod client_keys;
mod configure_resource;
mod entries;
mod fetch;
mod identity;
mod letters;
mod make_key;
mod own_key;
mod owner;
mod party;
mod planned_file;
mod post_key;
mod publish_policy;
mod publish_resource;
mod receive;
mod refusal;
mod refused;
mod register_owner;
mod register_system;
mod restrict_resource;
mod retire_key;
mod rotate_key;
mod run;
mod send;
mod send_test;
mod speed;
mod subscribe;
mod test_file;
mod unfinished;
mod unsubscribe;
mod update_system;
mod upload;
mod vendor;
mod withdrawal;

use crate::checks::Connection;
use crate::journey::{DeedId, DeedMessage, DeedOptions, DeedProgress, Entry, Outcome, Preview, Role, Stopped};
use run::DeedRun;
use tokio::sync::mpsc;

/// Whether a profile of this role may do the deed. `receive-test` was once called `send-test` on a recipient's profile too, and that
/// goes on working (contract 6).
fn is_done_by(deed: DeedId, role: Role) -> bool {
    deed.is_for(role) || (deed, role) == (DeedId::SendTest, Role::Recipient)
}

/// Shows what a deed would do. Makes calls only to see what is there already.
///
/// # Errors
/// Why the deed cannot be done now.
pub async fn preview(deed: DeedId, connection: &Connection, options: &DeedOptions) -> Result<Preview, Box<Stopped>> {
    let shown = match deed {
        _ if !is_done_by(deed, connection.profile.role) => Err(DeedMessage::NotForRole.into()),
        DeedId::SendTest | DeedId::ReceiveTest => send_test::preview(deed, connection, options).await,
        DeedId::Subscribe => subscribe::preview(connection),
        DeedId::MakeKey => make_key::preview(connection),
        DeedId::AskScopes | DeedId::AskAccess | DeedId::AskApprover | DeedId::AskCounterpart => letters::preview(deed, connection, options),
        DeedId::RegisterSystem => register_system::preview(connection).await,
        DeedId::AskSystemUser => ask_system_user::preview(connection).await,
        DeedId::PostKey => post_key::preview(connection, options.kid.as_deref()).await,
        DeedId::RotateKey => rotate_key::preview(connection, options.kid.as_deref()).await,
        DeedId::RetireKey => retire_key::preview(connection, options.kid.as_deref()).await,
        DeedId::UpdateSystem => update_system::preview(connection).await,
        DeedId::ChangeSystemUser => change_system_user::preview(connection).await,
        DeedId::Unsubscribe => unsubscribe::preview(connection, options.subscription).await,
        DeedId::RegisterOwner => register_owner::preview(connection).await,
        DeedId::ConfigureResource => configure_resource::preview(connection).await,
        DeedId::Admit => admit::preview(connection, options).await,
        DeedId::RestrictResource => restrict_resource::preview(connection).await,
        DeedId::PublishResource => publish_resource::preview(connection).await,
        DeedId::PublishPolicy => publish_policy::preview(connection).await,
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
        _ if !is_done_by(deed, connection.profile.role) => Err(DeedMessage::NotForRole.into()),
        DeedId::SendTest | DeedId::ReceiveTest => send_test::perform(&mut run).await,
        DeedId::Subscribe => subscribe::perform(&mut run).await,
        DeedId::MakeKey => make_key::perform(&mut run).await,
        DeedId::AskScopes | DeedId::AskAccess | DeedId::AskApprover | DeedId::AskCounterpart => letters::perform(&run, deed),
        DeedId::RegisterSystem => register_system::perform(&mut run).await,
        DeedId::AskSystemUser => ask_system_user::perform(&mut run).await,
        DeedId::PostKey => post_key::perform(&mut run).await,
        DeedId::RotateKey => rotate_key::perform(&mut run).await,
        DeedId::RetireKey => retire_key::perform(&mut run).await,
        DeedId::UpdateSystem => update_system::perform(&mut run).await,
        DeedId::ChangeSystemUser => change_system_user::perform(&mut run).await,
        DeedId::Unsubscribe => unsubscribe::perform(&mut run).await,
        DeedId::RegisterOwner => register_owner::perform(&mut run).await,
        DeedId::ConfigureResource => configure_resource::perform(&mut run).await,
        DeedId::Admit => admit::perform(&mut run).await,
        DeedId::RestrictResource => restrict_resource::perform(&mut run).await,
        DeedId::PublishResource => publish_resource::perform(&mut run).await,
        DeedId::PublishPolicy => publish_policy::perform(&mut run).await,
    };
    let (evidence, link) = (run.evidence, run.link);
    match done {
        Ok(says) => Ok(Outcome { says, link, evidence }),
        Err(stop) => Err(Box::new(stop.with(evidence))),
    }
}

/// Shows what taking back an entry of the journal would do. Makes no change anywhere.
///
/// # Errors
/// Why it cannot be undone.
pub async fn preview_undo(entry: &Entry, connection: &Connection) -> Result<Preview, Box<Stopped>> {
    let shown = match entry.deed {
        DeedId::Subscribe => subscribe::preview_undo(entry, connection),
        DeedId::MakeKey => make_key::preview_undo(entry, connection),
        DeedId::AskScopes | DeedId::AskAccess | DeedId::AskApprover | DeedId::AskCounterpart => letters::preview_undo(entry, connection),
        DeedId::RegisterSystem => register_system::preview_undo(entry, connection),
        DeedId::AskSystemUser => ask_system_user::preview_undo(entry, connection),
        DeedId::PostKey => client_keys::preview_undo(entry, connection, true).await,
        DeedId::RetireKey => client_keys::preview_undo(entry, connection, false).await,
        DeedId::UpdateSystem => update_system::preview_undo(entry, connection),
        DeedId::ChangeSystemUser => change_system_user::preview_undo(entry, connection),
        DeedId::Unsubscribe => unsubscribe::preview_undo(entry, connection),
        DeedId::ConfigureResource => configure_resource::preview_undo(entry, connection),
        DeedId::Admit => admit::preview_undo(entry, connection),
        DeedId::RestrictResource => restrict_resource::preview_undo(entry, connection),
        DeedId::RegisterOwner => Err(DeedMessage::CannotBeUndone.into()),
        DeedId::PublishResource => publish_resource::preview_undo(entry, connection),
        DeedId::PublishPolicy => publish_policy::preview_undo(entry, connection),
        DeedId::SendTest | DeedId::ReceiveTest | DeedId::RotateKey => Err(DeedMessage::CannotBeUndone.into()),
    };
    shown.map_err(|stop| Box::new(stop.with(connection.evidence.clone())))
}

/// Takes back what an entry of the journal has made.
///
/// # Errors
/// Why it stopped.
pub async fn undo(entry: &Entry, connection: &Connection, progress: mpsc::UnboundedSender<DeedProgress>) -> Result<Outcome, Box<Stopped>> {
    let options = DeedOptions::default();
    let mut run = DeedRun::new(connection, &options, progress);
    let undone = match entry.deed {
        DeedId::Subscribe => subscribe::undo(&mut run, entry).await,
        DeedId::MakeKey => make_key::undo(&run, entry),
        DeedId::AskScopes | DeedId::AskAccess | DeedId::AskApprover | DeedId::AskCounterpart => letters::undo(&run, entry),
        DeedId::RegisterSystem => register_system::undo(&mut run, entry).await,
        DeedId::AskSystemUser => ask_system_user::undo(&mut run, entry).await,
        DeedId::PostKey => client_keys::undo(&run, entry, true).await,
        DeedId::RetireKey => client_keys::undo(&run, entry, false).await,
        DeedId::UpdateSystem => update_system::undo(&mut run, entry).await,
        DeedId::ChangeSystemUser => change_system_user::undo(&mut run, entry).await,
        DeedId::Unsubscribe => unsubscribe::undo(&mut run, entry).await,
        DeedId::ConfigureResource => configure_resource::undo(&mut run, entry).await,
        DeedId::Admit => admit::undo(&mut run, entry).await,
        DeedId::RestrictResource => restrict_resource::undo(&mut run, entry).await,
        DeedId::RegisterOwner => Err(DeedMessage::CannotBeUndone.into()),
        DeedId::PublishResource => publish_resource::undo(&mut run, entry).await,
        DeedId::PublishPolicy => publish_policy::undo(&mut run, entry).await,
        DeedId::SendTest | DeedId::ReceiveTest | DeedId::RotateKey => Err(DeedMessage::CannotBeUndone.into()),
    };
    let (evidence, link) = (run.evidence, run.link);
    match undone {
        Ok(says) => Ok(Outcome { says, link, evidence }),
        Err(stop) => Err(Box::new(stop.with(evidence))),
    }
}
