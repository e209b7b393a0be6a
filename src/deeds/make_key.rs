//! `make-key`: makes a key pair in the profile's own keys folder, and answers where it is. The private key never leaves the folder.

use super::own_key::{made, public_half};
use super::party::missing;
use super::run::{DeedRun, DeedStop};
use crate::checks::Connection;
use crate::journey::{Acting, ClientAuth, DeedId, DeedMessage, Entry, EntryState, FieldId, Preview};
use crate::keys::OwnKey;
use crate::values::{OrgNumber, SecretRef};

/// The key that the deed is about.
enum Standing {
    /// An earlier run of the deed made it, and was ended before it could answer it.
    TakeUp(OwnKey, Box<Entry>),
    New(OrgNumber),
}

fn standing(connection: &Connection) -> Result<Standing, DeedStop> {
    let profile = &connection.profile;
    if profile.acting == Acting::ByVendor {
        return Err(DeedMessage::RunByVendor.into());
    }
    if profile.client.auth == ClientAuth::Certificate {
        return Err(DeedMessage::CertificateSigns.into());
    }
    if let Some(key) = &profile.client.key {
        return Err(DeedMessage::KeyIsThere { key: key.to_string() }.into());
    }
    let owner = profile.client_owner().ok_or_else(|| missing(FieldId::Organisation))?;
    if let Some(entry) = connection.journal.latest(profile, DeedId::MakeKey) {
        let own = OwnKey { folder: connection.keys.clone(), kid: entry.made.clone() };
        if own.is_whole() {
            return Ok(Standing::TakeUp(own, Box::new(entry.clone())));
        }
    }
    Ok(Standing::New(owner.clone()))
}

/// Shows what the deed would do. Makes no calls.
pub(super) fn preview(connection: &Connection) -> Result<Preview, DeedStop> {
    let first = match standing(connection)? {
        Standing::TakeUp(own, _) => DeedMessage::WouldTakeUpKey { kid: own.kid },
        Standing::New(_) if connection.profile.environment.is_production() => DeedMessage::WouldMakeProductionKey,
        Standing::New(_) => DeedMessage::WouldMakeTestKey,
    };
    let folder = connection.keys.display().to_string();
    let says = vec![first, DeedMessage::KeyStaysHere { folder }, DeedMessage::KeyIsNotThePrograms];
    Ok(Preview::new(DeedId::MakeKey, &connection.profile, says))
}

pub(super) async fn perform(run: &mut DeedRun<'_>) -> Result<Vec<DeedMessage>, DeedStop> {
    let (own, entry) = match standing(run.connection)? {
        Standing::TakeUp(own, entry) => (own, *entry),
        Standing::New(owner) => made(run, DeedId::MakeKey, &owner, None).await?,
    };
    let public = public_half(&own)?;
    // A day that was answered is that of another key.
    if run.connection.profile.client.key_posted.is_some() {
        run.answer(FieldId::ClientKeyPosted, String::new());
    }
    run.answer(FieldId::ClientKid, own.kid.clone());
    run.answer(FieldId::ClientKey, SecretRef::File(own.private()).to_string());
    run.end_entry(entry, EntryState::Done)?;
    Ok(vec![
        DeedMessage::KeyLies { kid: own.kid.clone(), path: own.private().display().to_string() },
        DeedMessage::PublicKeyIs { jwks: public },
        DeedMessage::PublicKeyIsSaved,
    ])
}

/// Shows what taking it back would do: the answers go, the key's files stay.
pub(super) fn preview_undo(entry: &Entry, connection: &Connection) -> Result<Preview, DeedStop> {
    to_let_go(entry, connection)?;
    let own = OwnKey { folder: connection.keys.clone(), kid: entry.made.clone() };
    let says = vec![DeedMessage::WouldLetGoOfKey { kid: entry.made.clone(), path: own.private().display().to_string() }];
    Ok(Preview::new(DeedId::MakeKey, &connection.profile, says))
}

pub(super) fn undo(run: &DeedRun<'_>, entry: &Entry) -> Result<Vec<DeedMessage>, DeedStop> {
    to_let_go(entry, run.connection)?;
    let client = &run.connection.profile.client;
    if signs_with(run.connection, entry) {
        for (field, is_answered) in [
            (FieldId::ClientKey, client.key.is_some()),
            (FieldId::ClientKid, client.kid.is_some()),
            (FieldId::ClientKeyPosted, client.key_posted.is_some()),
        ] {
            if is_answered {
                run.answer(field, String::new());
            }
        }
    }
    run.end_entry(entry.clone(), EntryState::Undone)?;
    Ok(vec![DeedMessage::LetGoOfKey { kid: entry.made.clone() }])
}

/// A kill may come after the entry is ended, and before all of the answers are gone.
fn to_let_go(entry: &Entry, connection: &Connection) -> Result<(), DeedStop> {
    if signs_with(connection, entry) { Ok(()) } else { not_undone(entry) }
}

/// Whether an answer still names the key.
fn signs_with(connection: &Connection, entry: &Entry) -> bool {
    let client = &connection.profile.client;
    let own = OwnKey { folder: connection.keys.clone(), kid: entry.made.clone() };
    client.kid.as_deref() == Some(entry.made.as_str()) || client.key == Some(SecretRef::File(own.private()))
}

pub(super) fn not_undone(entry: &Entry) -> Result<(), DeedStop> {
    if entry.can_be_undone() { Ok(()) } else { Err(DeedMessage::UndoneAlready { made: entry.made.clone() }.into()) }
}
