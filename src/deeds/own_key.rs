//! Keys that deeds make: how they are named, and how they come to lie in the keys folder.

use super::run::{DeedRun, DeedStop};
use crate::journey::DeedMessage;
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
pub(super) fn fresh(folder: &Path, owner: &OrgNumber) -> OwnKey {
    let random: String = Uuid::new_v4().simple().to_string().chars().take(8).collect();
    OwnKey { folder: folder.to_owned(), kid: format!("{}-{}-{random}", owner.digits(), Zoned::now().date()) }
}

/// Makes the key and its files, as a phase of the deed. `environment` is how the journal names it.
pub(super) async fn made(run: &DeedRun<'_>, own: &OwnKey, environment: &str) -> Result<SigningKey, DeedStop> {
    let phase = run.begin(DeedMessage::MakingKey);
    let note = KeyNote {
        kid: own.kid.clone(),
        environment: environment.to_owned(),
        production: run.connection.profile.environment.is_production(),
        made: Zoned::now().date(),
    };
    let making = own.clone();
    let key = tokio::task::spawn_blocking(move || making.make(&note)).await.unwrap_or_else(|broken| Err(io::Error::other(broken)));
    let key = key.map_err(|error| not_written(own, &error))?;
    run.end(phase, DeedMessage::MadeKey { kid: own.kid.clone() });
    Ok(key)
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
