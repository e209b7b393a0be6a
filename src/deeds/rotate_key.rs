//! `rotate-key`: a new key beside the old one. It is made, put on the client, and proven by a token; only then does the profile sign
//! with it. The old key stays valid.

use super::client_keys::{Held, own_key, signs_with_key};
use super::own_key::{made, read_own_key};
use super::party::missing;
use super::refusal;
use super::run::{DeedRun, DeedStop};
use crate::checks::Connection;
use crate::journey::{ChangeKind, ChangeLine, DeedId, DeedMessage, Entry, EntryState, FieldId, JournalPlace, Preview};
use crate::keys::{OwnKey, SigningKey, public_jwk};
use crate::services::{Client, ClientKey, Problem, Proof};
use crate::values::SecretRef;
use jiff::Zoned;
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// How long a new key is tried before the user is told to come back: most changes are there at once.
const PATIENCE: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_secs(2);

/// The key of an earlier run of the deed that is not in use yet.
fn begun(connection: &Connection) -> Option<(OwnKey, Entry)> {
    let entry = connection.journal.latest(&connection.profile, DeedId::RotateKey)?;
    let own = OwnKey { folder: connection.keys.clone(), kid: entry.made.clone() };
    let is_open = entry.state == EntryState::Begun || !is_answered(connection, &own);
    (own.is_whole() && is_open).then(|| (own, entry.clone()))
}

/// Whether the profile was told to sign with the key. A kill may come after the entry is ended, and before the answers are kept.
fn is_answered(connection: &Connection, own: &OwnKey) -> bool {
    let client = &connection.profile.client;
    let replaced = own.note().and_then(|note| note.replaces);
    let is_old = |kid: &String| replaced.as_ref() == Some(kid) || *kid == own.kid;
    client.key == Some(SecretRef::File(own.private())) || !client.kid.as_ref().is_some_and(is_old)
}

/// Shows what the deed would do. With an admin client it reads the list of keys.
pub(super) async fn preview(connection: &Connection, chosen: Option<&str>) -> Result<Preview, DeedStop> {
    signs_with_key(connection)?;
    let signing = own_key(connection)?;
    let folder = connection.keys.display().to_string();
    let begun = begun(connection);
    let first = match &begun {
        Some((own, _)) => DeedMessage::WouldGoOnWithKey { kid: own.kid.clone() },
        None => DeedMessage::WouldRotateKey { kid: signing.kid().to_owned() },
    };
    let mut says = vec![first, DeedMessage::KeyStaysHere { folder }];
    let shown = |says| Preview::new(DeedId::RotateKey, &connection.profile, says);
    if connection.profile.admin.id.is_none() {
        says.push(DeedMessage::RotateByHand);
        return Ok(shown(says));
    }
    let held = Held::read(connection).await?;
    let own = begun.as_ref().map(|(own, _)| own.kid.as_str());
    let goes = match own {
        Some(kid) if held.keys.find(kid).is_some() => None,
        _ => held.to_go(chosen, &[signing.kid()])?.map(|key| key.kid().to_owned()),
    };
    let candidates = held.candidates(goes.as_deref(), &[signing.kid()]);
    says.splice(0..0, goes.clone().map(|kid| DeedMessage::KeyWouldGo { kid }));
    says.push(DeedMessage::ListIsKept);
    let rest = goes.as_deref().map_or_else(|| held.keys.clone(), |kid| held.keys.without(kid));
    let mut preview = held.preview(shown(says), &rest);
    if own.is_none_or(|kid| held.keys.find(kid).is_none()) {
        let what = own.map_or_else(|| "…".to_owned(), ToOwned::to_owned);
        preview.changes.push(ChangeLine::new(ChangeKind::Added, what));
    }
    // The new key does not exist yet, so its body cannot be shown.
    Ok(Preview { bodies: Vec::new(), candidates, ..preview })
}

pub(super) async fn perform(run: &mut DeedRun<'_>) -> Result<Vec<DeedMessage>, DeedStop> {
    let connection = run.connection;
    signs_with_key(connection)?;
    let signing = own_key(connection)?;
    let owner = connection.profile.client_owner().ok_or_else(|| missing(FieldId::Organisation))?;
    let (own, entry) = match begun(connection) {
        Some((own, entry)) => (own, entry),
        None => made(run, DeedId::RotateKey, owner, Some(signing.kid())).await?,
    };
    let key = read_own_key(&own)?;
    let told = if connection.profile.admin.id.is_some() { post(run, &own, &key, &signing).await? } else { Vec::new() };
    prove(run, &own, key).await?;
    run.answer(FieldId::ClientKeyPosted, Zoned::now().date().to_string());
    run.answer(FieldId::ClientKid, own.kid.clone());
    run.answer(FieldId::ClientKey, SecretRef::File(own.private()).to_string());
    run.end_entry(entry, EntryState::Done)?;
    let lies = DeedMessage::KeyLies { kid: own.kid.clone(), path: own.private().display().to_string() };
    let rotated = DeedMessage::KeyRotated { kid: own.kid.clone(), old: signing.kid().to_owned() };
    Ok([rotated, lies].into_iter().chain(told).collect())
}

/// Puts the new key on the client by the admin client, if it is not there yet. Its entry is one of `post-key`, which takes it back.
async fn post(run: &DeedRun<'_>, own: &OwnKey, key: &SigningKey, signing: &ClientKey) -> Result<Vec<DeedMessage>, DeedStop> {
    let connection = run.connection;
    let new = ClientKey::of(&public_jwk(key, &own.kid)).ok_or(DeedMessage::KeyUnusable)?;
    let held = Held::read(connection).await?;
    if held.keys.find(&own.kid).is_some_and(|known| known.is_same(&new)) {
        run.settle(DeedId::PostKey, &own.kid)?;
        return Ok(Vec::new());
    }
    let goes = held.to_go(run.options.kid.as_deref(), &[signing.kid(), &own.kid])?.map(|key| key.kid().to_owned());
    let rest = goes.as_deref().map_or_else(|| held.keys.clone(), |kid| held.keys.without(kid));
    let entry = run.resume_entry(DeedId::PostKey, JournalPlace::Maskinporten, &own.kid)?;
    let (entry, told) = held.replace(run, entry, &rest.with(new)).await?;
    run.end_entry(entry, EntryState::Done)?;
    Ok(told)
}

/// Asks Maskinporten for a token with the new key, until it takes it.
async fn prove(run: &DeedRun<'_>, own: &OwnKey, key: SigningKey) -> Result<(), DeedStop> {
    let connection = run.connection;
    let id = connection.profile.client.id.clone().ok_or_else(|| missing(FieldId::ClientId))?;
    let client = Client { id, key, proof: Proof::Kid(own.kid.clone()) };
    let grant = connection.plain(&connection.role_scope());
    let phase = run.begin(DeedMessage::ProvingKey { kid: own.kid.clone() });
    let is_posted = connection.profile.admin.id.is_some();
    let deadline = Instant::now() + PATIENCE;
    loop {
        match connection.services.grant(&client, &grant).await {
            Ok(_) => {
                run.end(phase, DeedMessage::KeyProven { kid: own.kid.clone() });
                return Ok(());
            }
            Err(Problem::Refused(_)) if is_posted && Instant::now() + PAUSE < deadline => sleep(PAUSE).await,
            Err(Problem::Refused(refusal)) => {
                let (kid, path) = (own.kid.clone(), own.public_jwks().display().to_string());
                let message = if is_posted {
                    DeedMessage::NewKeyNotTakenYet { kid, text: refusal.text.clone().unwrap_or_default() }
                } else {
                    DeedMessage::NewKeyNotOnClient { kid, path }
                };
                return Err(DeedStop { message, code: refusal.code });
            }
            Err(problem) => return Err(refusal::any(&problem, "idporten:dcr.modify")),
        }
    }
}
