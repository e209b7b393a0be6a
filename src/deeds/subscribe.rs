//! `subscribe`: subscribes a webhook to the resource's events, once for each event type that is wanted, and waits until Altinn has
//! validated it.

mod plan;
mod undo;

pub(super) use undo::{preview_undo, undo};

use super::identity::{SUBSCRIBE, TokenIdentity};
use super::party::Party;
use super::refusal;
use super::run::{DeedRun, DeedStop};
use crate::checks::Connection;
use crate::journey::{DeedId, DeedMessage, Entry, EntryState, JournalPlace, Preview, SubscriptionEvidence};
use crate::services::{NewSubscription, Problem, Subscription, Token};
use crate::values::Value;
use jiff::Timestamp;
pub(super) use plan::is_same;
use plan::{Standing, endpoint, standing, wanted};
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// The pauses between looks in milliseconds; the last one repeats.
const PAUSES: [u64; 5] = [200, 500, 1000, 2000, LONGEST_PAUSE];
const LONGEST_PAUSE: u64 = 3000;

/// Shows what the deed would do. Makes no calls.
pub(super) fn preview(connection: &Connection) -> Result<Preview, DeedStop> {
    let party = Party::of(&connection.profile)?;
    let endpoint = endpoint(connection)?;
    let types = connection.profile.events.types.clone();
    let about = if types.is_empty() {
        DeedMessage::WouldSubscribeAll { resource: party.resource.clone() }
    } else {
        DeedMessage::WouldSubscribeTypes { resource: party.resource.clone(), types: types.clone() }
    };
    let address = connection.services.subscriptions_address().to_string();
    let mut requests = vec![("GET".to_owned(), address.clone())];
    requests.extend(std::iter::repeat_n(("POST".to_owned(), address.clone()), types.len().max(1)));
    requests.push(("GET".to_owned(), format!("{address}/{{id}}")));
    let mut rows = vec![("webhook", Value::Text(endpoint.to_string()))];
    let wanted = wanted(connection, &party, &endpoint);
    let bodies = wanted.iter().map(|new| (format!("POST {address}"), new.body())).collect();
    if let Some(first) = wanted.first() {
        rows.push(("resource-filter", Value::Text(first.resource.as_str().to_owned())));
        rows.push(("subject-filter", Value::Text(first.subject.as_str().to_owned())));
    }
    if !types.is_empty() {
        rows.push(("type-filter", Value::from(&types)));
    }
    let says = vec![about, DeedMessage::WebhookMustAnswer, DeedMessage::RepeatIsSafe];
    Ok(Preview { requests, bodies, rows, ..Preview::new(DeedId::Subscribe, &connection.profile, says) })
}

pub(super) async fn perform(run: &mut DeedRun<'_>) -> Result<Vec<DeedMessage>, DeedStop> {
    let party = Party::of(&run.connection.profile)?;
    let endpoint = endpoint(run.connection)?;
    // If a file was sent before, Events may have cached that nobody subscribes (facts platform F.2).
    let remembered = run.evidence.transfer.is_some();
    let identity = TokenIdentity::that_subscribes(run.connection.profile.role);
    run.token(identity, &party, SUBSCRIBE).await?;

    let phase = run.begin(DeedMessage::Listing);
    let (ours, others) = listed(run.connection, &party, identity).await?;
    run.end(phase, DeedMessage::Listed { count: ours.len() + others.len() });

    let mut made = Vec::new();
    for new in wanted(run.connection, &party, &endpoint) {
        made.push(stand(run, &party, identity, &new, &standing(&new, &ours, &others)).await?);
    }
    let deadline = Instant::now() + run.connection.services.patience().validation;
    for (subscription, owner) in made.iter().filter(|(subscription, _)| !subscription.validated) {
        validate(run, &party, *owner, subscription, deadline).await?;
    }
    let subscriptions = made.iter().map(|(subscription, _)| subscription.id.to_string()).collect();
    let next = if remembered { DeedMessage::TestOnceMore } else { DeedMessage::TestToHearOf };
    Ok(vec![DeedMessage::SubscriptionsStand { subscriptions, endpoint: endpoint.to_string() }, next])
}

/// The subscriptions of the identity that subscribes, then those of our other identity. The second list is empty if we get no token
/// for it.
pub(super) async fn listed(
    connection: &Connection,
    party: &Party,
    identity: TokenIdentity,
) -> Result<(Vec<Subscription>, Vec<Subscription>), DeedStop> {
    let ours = async {
        let token = identity.token(connection, party, SUBSCRIBE).await?;
        connection.services.subscriptions(&token).await.map_err(|problem| refusal::any(&problem, SUBSCRIBE))
    };
    let others = async {
        let token = TokenIdentity::Organisation.token(connection, party, SUBSCRIBE).await.ok()?;
        connection.services.subscriptions(&token).await.ok()
    };
    let (ours, others) = tokio::join!(ours, others);
    let ours = ours?;
    // Without a service owner code in the token both identities are the same to Events, so each subscription would be listed twice.
    let others = others.unwrap_or_default().into_iter().filter(|other| ours.iter().all(|own| own.id != other.id)).collect();
    Ok((ours, others))
}

/// The subscriptions that the answers ask for. None without a webhook.
pub(super) fn wanted_now(connection: &Connection, party: &Party) -> Vec<NewSubscription> {
    endpoint(connection).map(|endpoint| wanted(connection, party, &endpoint)).unwrap_or_default()
}

/// Makes a subscription, unless it stands already. Returns its id.
pub(super) async fn made_or_found(run: &mut DeedRun<'_>, party: &Party, new: &NewSubscription) -> Result<i64, DeedStop> {
    let identity = TokenIdentity::that_subscribes(run.connection.profile.role);
    run.token(identity, party, SUBSCRIBE).await?;
    let (ours, others) = listed(run.connection, party, identity).await?;
    let (made, _) = stand(run, party, identity, new, &standing(new, &ours, &others)).await?;
    Ok(made.id)
}

/// What the journal calls a subscription until the service has given it an id.
fn described(new: &NewSubscription) -> String {
    match &new.event_type {
        Some(event_type) => format!("{} {event_type}", new.endpoint),
        None => new.endpoint.to_string(),
    }
}

/// What to say of a subscription that stands. It is ours if it was not in the list just before our request and the journal says that
/// we made it; an entry that a kill has left open was written just before that request.
fn found(run: &mut DeedRun<'_>, new: &NewSubscription, found: &Subscription) -> Result<DeedMessage, DeedStop> {
    let Connection { journal, profile, .. } = run.connection;
    if journal.made_by(profile, DeedId::Subscribe, &found.id.to_string()).is_some() {
        return Ok(DeedMessage::SubscriptionKept { subscription: found.id.into() });
    }
    match run.begun(DeedId::Subscribe, &described(new)) {
        Some(entry) => {
            remember(run, found);
            run.end_entry(Entry { made: found.id.to_string(), ..entry.clone() }, EntryState::Done)?;
            Ok(DeedMessage::Subscribed { subscription: found.id.into() })
        }
        None => Ok(DeedMessage::SubscriptionFound { subscription: found.id.into() }),
    }
}

/// Makes a subscription that nobody has made before, so that it is ours in the journal.
async fn journalled(
    run: &mut DeedRun<'_>,
    party: &Party,
    identity: TokenIdentity,
    new: &NewSubscription,
) -> Result<Subscription, DeedStop> {
    let token = identity.token(run.connection, party, SUBSCRIBE).await?;
    let entry = run.resume_entry(DeedId::Subscribe, JournalPlace::Events, &described(new))?;
    match run.connection.services.subscribe(&token, new).await {
        Ok(made) => {
            remember(run, &made);
            run.end_entry(Entry { made: made.id.to_string(), ..entry }, EntryState::Done)?;
            Ok(made)
        }
        Err(problem) => {
            run.end_refused(entry, &problem)?;
            Err(refused(&problem, party, new))
        }
    }
}

/// Sees to one subscription: keeps one that is validated, has one validated again that is not, and makes one that is missing.
/// Returns it with the identity that owns it.
async fn stand(
    run: &mut DeedRun<'_>,
    party: &Party,
    identity: TokenIdentity,
    new: &NewSubscription,
    standing: &Standing,
) -> Result<(Subscription, TokenIdentity), DeedStop> {
    let phase = run.begin(match &new.event_type {
        Some(event_type) => DeedMessage::SubscribingType { event_type: event_type.clone() },
        None => DeedMessage::Subscribing,
    });
    let (subscription, owner, message) = match standing {
        Standing::Ours(known) if known.validated => (known.clone(), identity, found(run, new, known)?),
        Standing::Others(found) if found.validated => {
            let message = DeedMessage::KeptByOther { subscription: found.id.into(), identity: found.consumer.clone() };
            (found.clone(), TokenIdentity::Organisation, message)
        }
        // The same request again makes nothing new: the webhook is validated anew (facts platform F.1).
        Standing::Ours(known) => {
            let message = found(run, new, known)?;
            (post(run.connection, party, identity, new).await?, identity, message)
        }
        Standing::Missing => {
            let made = journalled(run, party, identity, new).await?;
            let message = DeedMessage::Subscribed { subscription: made.id.into() };
            (made, identity, message)
        }
        // Only the identity that owns it can have it validated again, and a second subscription would deliver each event twice.
        Standing::Others(found) => match post(run.connection, party, TokenIdentity::Organisation, new).await {
            Ok(again) => {
                let message = DeedMessage::KeptByOther { subscription: again.id.into(), identity: found.consumer.clone() };
                (again, TokenIdentity::Organisation, message)
            }
            Err(DeedStop { code, .. }) => {
                let message = DeedMessage::OwnedByOther { subscription: found.id.into(), identity: found.consumer.clone() };
                return Err(DeedStop { message, code });
            }
        },
    };
    remember(run, &subscription);
    run.end(phase, message);
    Ok((subscription, owner))
}

/// Adds a subscription to the evidence, unless it is there.
fn remember(run: &mut DeedRun<'_>, subscription: &Subscription) {
    let id = subscription.id;
    if run.evidence.subscriptions.last().is_some_and(|known| known.id == id) {
        return;
    }
    run.record(|evidence| {
        evidence.subscriptions.retain(|known| known.id != id);
        evidence.subscriptions.push(SubscriptionEvidence { id, at: subscription.created.unwrap_or_else(Timestamp::now) });
    });
}

async fn post(connection: &Connection, party: &Party, owner: TokenIdentity, new: &NewSubscription) -> Result<Subscription, DeedStop> {
    let token = owner.token(connection, party, SUBSCRIBE).await?;
    let made = connection.services.subscribe(&token, new).await;
    made.map_err(|problem| refused(&problem, party, new))
}

fn refused(problem: &Problem, party: &Party, new: &NewSubscription) -> DeedStop {
    refusal::subscription(problem, party, SUBSCRIBE, new.endpoint.as_str())
}

async fn validate(run: &DeedRun<'_>, party: &Party, owner: TokenIdentity, made: &Subscription, deadline: Instant) -> Result<(), DeedStop> {
    let phase = run.begin(DeedMessage::AwaitingValidation { endpoint: made.endpoint.clone() });
    let token: Token = owner.token(run.connection, party, SUBSCRIBE).await?;
    for look in 0_usize.. {
        let mut pause = Duration::from_millis(PAUSES.get(look).copied().unwrap_or(LONGEST_PAUSE));
        match run.connection.services.subscription(&token, made.id).await {
            Ok(now) if now.validated => {
                run.end(phase, DeedMessage::Validated { subscription: made.id.into() });
                return Ok(());
            }
            Ok(_) => {}
            Err(problem) if refusal::may_have_been_done(&problem) => pause = pause.max(Duration::from_secs(1)),
            Err(problem) => return Err(refusal::any(&problem, SUBSCRIBE)),
        }
        if Instant::now() + pause > deadline {
            break;
        }
        sleep(pause).await;
    }
    Err(DeedMessage::NotValidatedYet { subscription: made.id.into(), endpoint: made.endpoint.clone() }.into())
}
