//! `post-key`: the public key comes to stand on the client. With an admin client the program does it; without one a person does it in
//! the portal, and says when it is done.

use super::client_keys::{Held, own_key, signs_with_key};
use super::run::{DeedRun, DeedStop};
use crate::checks::Connection;
use crate::journey::{DeedId, DeedMessage, EntryState, FieldId, JournalPlace, Preview};
use crate::services::{ClientKey, ClientKeys};
use crate::values::Value;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};

/// What is to be done with the list of the client's keys.
enum Standing {
    /// The key is on the client already.
    Posted(ClientKey),
    /// The list with the key, and the kid of the one that goes for it.
    ToPost { after: ClientKeys, goes: Option<String> },
}

fn standing(held: &Held<'_>, own: &ClientKey, chosen: Option<&str>) -> Result<Standing, DeedStop> {
    match held.keys.find(own.kid()) {
        Some(known) if known.is_same(own) => return Ok(Standing::Posted(known.clone())),
        Some(_) => return Err(DeedMessage::KidTaken { kid: own.kid().to_owned() }.into()),
        None => {}
    }
    let goes = held.to_go(chosen, &[own.kid()])?.map(|key| key.kid().to_owned());
    let rest = goes.as_deref().map_or_else(|| held.keys.clone(), |kid| held.keys.without(kid));
    Ok(Standing::ToPost { after: rest.with(own.clone()), goes })
}

/// Shows what the deed would do. With an admin client it reads the list of keys.
pub(super) async fn preview(connection: &Connection, chosen: Option<&str>) -> Result<Preview, DeedStop> {
    signs_with_key(connection)?;
    let own = own_key(connection)?;
    let shown = |says| Preview::new(DeedId::PostKey, &connection.profile, says);
    if connection.profile.admin.id.is_none() {
        let portal = connection.services.endpoints().self_service.as_ref();
        let rows = portal.map(|portal| ("portal", Value::Text(portal.to_string()))).into_iter().collect();
        let jwks = ClientKeys(vec![own]).body().to_string();
        let says = vec![DeedMessage::PostByHand, DeedMessage::PublicKeyIs { jwks }, DeedMessage::PostByHandThen];
        return Ok(Preview { rows, ..shown(says) });
    }
    let held = Held::read(connection).await?;
    Ok(match standing(&held, &own, chosen)? {
        Standing::Posted(_) => {
            let says = vec![DeedMessage::KeyIsOnClient { kid: own.kid().to_owned(), client: held.client.clone() }];
            Preview { requests: Vec::new(), bodies: Vec::new(), ..held.preview(shown(says), &held.keys) }
        }
        Standing::ToPost { after, goes } => {
            let candidates = held.candidates(goes.as_deref(), &[own.kid()]);
            let first = goes.map(|kid| DeedMessage::KeyWouldGo { kid });
            let would = DeedMessage::WouldPostKey { kid: own.kid().to_owned(), client: held.client.clone() };
            let says = first.into_iter().chain([would, DeedMessage::ListIsKept]).collect();
            Preview { candidates, ..held.preview(shown(says), &after) }
        }
    })
}

pub(super) async fn perform(run: &mut DeedRun<'_>) -> Result<Vec<DeedMessage>, DeedStop> {
    let connection = run.connection;
    signs_with_key(connection)?;
    let own = own_key(connection)?;
    let kid = own.kid().to_owned();
    let today = Zoned::now().date();
    if connection.profile.admin.id.is_none() {
        run.answer(FieldId::ClientKeyPosted, today.to_string());
        return Ok(vec![DeedMessage::PostedByHand { kid, day: today }]);
    }
    let phase = run.begin(DeedMessage::ReadingKeys);
    let held = Held::read(connection).await?;
    run.end(phase, DeedMessage::ReadKeys { count: held.keys.0.len() });
    let client = held.client.clone();
    match standing(&held, &own, run.options.kid.as_deref())? {
        Standing::Posted(known) => {
            let year_before = |ends: Timestamp| ends.to_zoned(TimeZone::system()).date().checked_sub(1.year()).ok();
            let posted = known.ends().and_then(year_before).unwrap_or(today).min(today);
            run.answer(FieldId::ClientKeyPosted, posted.to_string());
            // An earlier run of the deed posted it, and was ended before it could say so.
            run.settle(DeedId::PostKey, &kid)?;
            Ok(vec![DeedMessage::KeyIsOnClient { kid, client }])
        }
        Standing::ToPost { after, .. } => {
            let entry = run.resume_entry(DeedId::PostKey, JournalPlace::Maskinporten, &kid)?;
            let (entry, told) = held.replace(run, entry, &after).await?;
            run.answer(FieldId::ClientKeyPosted, today.to_string());
            run.end_entry(entry, EntryState::Done)?;
            Ok([DeedMessage::KeyPosted { kid, client }].into_iter().chain(told).collect())
        }
    }
}
