//! Keys that deeds make: how they are named, and how they come to lie in the keys folder.

use super::run::{DeedRun, DeedStop};
use crate::journey::{DeedId, DeedMessage, Entry, JournalPlace};
use crate::keys::{KeyNote, OwnKey, SigningKey, jwks, read};
use crate::values::{FileSize, OrgNumber};
use jiff::Zoned;
use std::io;
use std::path::Path;
use uuid::Uuid;

/// No file of a key is larger.
const LARGEST: FileSize = FileSize(64 * 1024);

/// A key that does not exist yet. Its kid is the organisation, the day and something random, because it is not known whether a kid
/// must differ from those of all other customers (facts platform B.2).
fn fresh(folder: &Path, owner: &OrgNumber) -> OwnKey {
    let random: String = Uuid::new_v4().simple().to_string().chars().take(8).collect();
    OwnKey { folder: folder.to_owned(), kid: format!("{}-{}-{random}", owner.digits(), Zoned::now().date()) }
}

/// Makes a key and its files, as a phase of the deed, under an entry of its own. One that a kill has left open before its key was there
/// is taken up: nobody else has seen its kid. `replaces` is the kid of the key whose place it takes.
pub(super) async fn made(run: &DeedRun<'_>, deed: DeedId, owner: &OrgNumber, replaces: Option<&str>) -> Result<(OwnKey, Entry), DeedStop> {
    let connection = run.connection;
    let of_entry = |entry: &Entry| OwnKey { folder: connection.keys.clone(), kid: entry.made.clone() };
    let open = connection.journal.left_open(&connection.profile, deed).map(|entry| (of_entry(entry), entry.clone()));
    let (own, entry) = match open.into_iter().find(|(own, _)| !own.is_whole()) {
        Some(open) => open,
        None => {
            let own = fresh(&connection.keys, owner);
            let entry = run.begin_entry(deed, JournalPlace::Machine, &own.kid)?;
            (own, entry)
        }
    };
    let phase = run.begin(DeedMessage::MakingKey);
    let note = KeyNote {
        kid: own.kid.clone(),
        environment: entry.environment.clone(),
        production: connection.profile.environment.is_production(),
        made: Zoned::now().date(),
        replaces: replaces.map(ToOwned::to_owned),
    };
    let making = own.clone();
    let key = tokio::task::spawn_blocking(move || making.make(&note)).await.unwrap_or_else(|broken| Err(io::Error::other(broken)));
    key.map_err(|error| not_written(&own, &error))?;
    run.end(phase, DeedMessage::MadeKey { kid: own.kid.clone() });
    Ok((own, entry))
}

/// The key as it lies in its file.
pub(super) fn read_own_key(own: &OwnKey) -> Result<SigningKey, DeedStop> {
    let bytes = crate::files::read_own(&own.private(), LARGEST).map_err(|problem| not_written(own, &problem.into_error()))?;
    let found = bytes.and_then(|bytes| read(&bytes, Some(&own.kid), None).ok());
    found.map(|found| found.key).ok_or_else(|| DeedMessage::KeyUnusable.into())
}

/// The public half as a JWKS on one line.
pub(super) fn public_half(own: &OwnKey) -> Result<String, DeedStop> {
    Ok(jwks(&read_own_key(own)?, &own.kid).to_string())
}

fn not_written(own: &OwnKey, error: &io::Error) -> DeedStop {
    DeedMessage::KeyNotWritten { path: own.folder.display().to_string(), reason: error.to_string() }.into()
}
