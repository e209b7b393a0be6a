//! `retire-key`: an old key is taken off the client. Never the one that the profile signs with, and never the last that works.

use super::client_keys::{Held, signs_with_key};
use super::run::{DeedRun, DeedStop};
use crate::checks::Connection;
use crate::journey::{DeedId, DeedMessage, Entry, EntryState, FieldId, JournalPlace, Preview};
use crate::services::ClientKey;
use jiff::Timestamp;

/// The entry of an earlier run that took its key off, and was ended before it could say so.
fn taken_off<'a>(held: &'a Held<'_>, chosen: Option<&str>) -> Option<&'a Entry> {
    let Connection { journal, profile, .. } = held.connection;
    let is_gone = |entry: &&Entry| entry.kept.is_some() && held.keys.find(&entry.made).is_none();
    journal.left_open(profile, DeedId::RetireKey).filter(is_gone).find(|entry| chosen.is_none_or(|kid| kid == entry.made))
}

/// The key to take off: the chosen one, else the one that ends first.
fn to_retire<'a>(held: &'a Held<'_>, chosen: Option<&str>) -> Result<&'a ClientKey, DeedStop> {
    let signing = held.signing_kid().unwrap_or_default();
    let key = match held.to_go(chosen, &[&signing])? {
        Some(key) => Some(key),
        None => held.first_to_go(&[&signing]),
    };
    let key = key.ok_or_else(|| DeedStop::from(DeedMessage::NoKeyToRetire { kid: signing }))?;
    let works = |other: &&ClientKey| other.kid() != key.kid() && other.ends().is_none_or(|ends| ends > Timestamp::now());
    if held.keys.0.iter().any(|other| works(&other)) {
        Ok(key)
    } else {
        Err(DeedMessage::LastKeyThatWorks { kid: key.kid().to_owned() }.into())
    }
}

fn by_admin(connection: &Connection) -> Result<(), DeedStop> {
    signs_with_key(connection)?;
    if connection.profile.admin.id.is_none() {
        return Err(DeedMessage::RetireByHand { field: FieldId::AdminId.to_string() }.into());
    }
    Ok(())
}

/// Shows what the deed would do. It reads the list of keys.
pub(super) async fn preview(connection: &Connection, chosen: Option<&str>) -> Result<Preview, DeedStop> {
    by_admin(connection)?;
    let held = Held::read(connection).await?;
    let shown = |says| Preview::new(DeedId::RetireKey, &connection.profile, says);
    if let Some(entry) = taken_off(&held, chosen) {
        return Ok(shown(vec![DeedMessage::KeyRetired { kid: entry.made.clone(), client: held.client.clone() }]));
    }
    let kid = to_retire(&held, chosen)?.kid().to_owned();
    let after = held.keys.without(&kid);
    let candidates = held.candidates(Some(&kid), &[&held.signing_kid().unwrap_or_default()]);
    let says = vec![DeedMessage::WouldRetireKey { kid, client: held.client.clone() }, DeedMessage::ListIsKept];
    Ok(Preview { candidates, ..held.preview(shown(says), &after) })
}

pub(super) async fn perform(run: &mut DeedRun<'_>) -> Result<Vec<DeedMessage>, DeedStop> {
    let connection = run.connection;
    by_admin(connection)?;
    let held = Held::read(connection).await?;
    if let Some(entry) = taken_off(&held, run.options.kid.as_deref()) {
        run.end_entry(entry.clone(), EntryState::Done)?;
        return Ok(vec![DeedMessage::KeyRetired { kid: entry.made.clone(), client: held.client.clone() }]);
    }
    let kid = to_retire(&held, run.options.kid.as_deref())?.kid().to_owned();
    let entry = run.resume_entry(DeedId::RetireKey, JournalPlace::Maskinporten, &kid)?;
    let (entry, told) = held.replace(run, entry, &held.keys.without(&kid)).await?;
    run.end_entry(entry, EntryState::Done)?;
    Ok([DeedMessage::KeyRetired { kid, client: held.client.clone() }].into_iter().chain(told).collect())
}
