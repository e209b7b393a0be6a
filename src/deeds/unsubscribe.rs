//! `unsubscribe`: takes a subscription away. One of ours, by the journal; any other only after its id is typed. What it was is kept,
//! so that it can be made again.

use super::entries::kept;
use super::identity::{SUBSCRIBE, TokenIdentity};
use super::party::Party;
use super::refusal;
use super::run::{DeedRun, DeedStop};
use super::subscribe;
use crate::checks::Connection;
use crate::journey::{Candidate, CandidateAbout, DeedId, DeedMessage, Entry, EntryState, JournalPlace, MustType, Preview};
use crate::services::{NewSubscription, Subscription};
use crate::values::{OrgNumber, ResourceFilter, ResourceId, SubjectFilter, Value};
use serde_json::json;
use url::Url;

/// The subscription that is to go.
#[derive(Debug)]
struct Chosen {
    subscription: Subscription,
    owner: TokenIdentity,
    is_ours: bool,
}

/// What is to be done.
#[derive(Debug)]
enum Plan {
    Take(Box<Chosen>, Vec<Candidate>),
    /// There are several, none of them ours: the user must say which.
    Choose {
        known: Vec<String>,
        candidates: Vec<Candidate>,
    },
    /// An earlier run has taken it away, and was ended before it could say so.
    Finish(Box<Entry>),
}

/// Looks at the subscriptions, and chooses one: the given one, else one of ours, those first that the answers no longer ask for.
async fn plan(connection: &Connection, party: &Party, given: Option<i64>) -> Result<Plan, DeedStop> {
    let Connection { journal, profile, .. } = connection;
    let identity = TokenIdentity::that_subscribes(profile.role);
    let (own, others) = subscribe::listed(connection, party, identity).await?;
    let is_there = |id: &str| own.iter().chain(&others).any(|known| known.id.to_string() == id);
    let begun = journal.begun(profile, DeedId::Unsubscribe).filter(|entry| !is_there(&entry.made));
    if let Some(entry) = begun.filter(|entry| given.is_none_or(|id| id.to_string() == entry.made)) {
        return Ok(Plan::Finish(Box::new(entry.clone())));
    }
    let is_ours = |found: &Subscription| journal.made_by(profile, DeedId::Subscribe, &found.id.to_string()).is_some();
    let all = own.into_iter().map(|found| (found, identity)).chain(others.into_iter().map(|found| (found, TokenIdentity::Organisation)));
    let all: Vec<Chosen> = all.map(|(found, owner)| Chosen { is_ours: is_ours(&found), subscription: found, owner }).collect();
    let known = || all.iter().map(|one| format!("{} ({})", one.subscription.id, one.subscription.endpoint)).collect::<Vec<_>>();
    if all.is_empty() {
        return Err(DeedMessage::NoSubscription.into());
    }
    let known = known();
    if let Some(id) = given {
        let found = all.into_iter().find(|one| one.subscription.id == id);
        let unknown = || DeedMessage::SubscriptionUnknown { subscription: id.into(), known };
        return Ok(Plan::Take(Box::new(found.ok_or_else(unknown)?), Vec::new()));
    }
    let everything: Vec<(i64, String)> = all.iter().map(|one| (one.subscription.id, one.subscription.endpoint.clone())).collect();
    let wanted = subscribe::wanted_now(connection, party);
    let is_wanted = |one: &Chosen| wanted.iter().any(|new| subscribe::is_same(&one.subscription, new));
    let filter = ResourceFilter::of(&party.resource);
    let is_about_us =
        |one: &Chosen| one.subscription.resource_filter.as_deref().is_some_and(|resource| resource.eq_ignore_ascii_case(filter.as_str()));
    let (ours, elsewhere): (Vec<Chosen>, Vec<Chosen>) = all.into_iter().filter(|one| is_about_us(one)).partition(|one| one.is_ours);
    let mut candidates = if ours.is_empty() { elsewhere } else { ours };
    candidates.sort_unstable_by_key(|one| (is_wanted(one), one.subscription.id));
    match candidates.as_slice() {
        [] => Ok(Plan::Choose { known, candidates: among(&everything, None) }),
        [first, _, ..] if !first.is_ours => Ok(Plan::Choose { known, candidates: among(&everything, None) }),
        [first, ..] => {
            let others = among(&everything, Some(first.subscription.id));
            Ok(Plan::Take(Box::new(candidates.swap_remove(0)), others))
        }
    }
}

/// The subscriptions of which one goes. Empty where there is no other than the one that is taken.
fn among(all: &[(i64, String)], taken: Option<i64>) -> Vec<Candidate> {
    if taken.is_some() && all.len() < 2 {
        return Vec::new();
    }
    let candidate = |(id, endpoint): &(i64, String)| {
        let about = CandidateAbout::LeadsTo(endpoint.clone());
        Candidate { id: id.to_string(), about, is_taken: Some(*id) == taken }
    };
    all.iter().map(candidate).collect()
}

/// Shows what would be taken away. Reads the lists of subscriptions.
pub(super) async fn preview(connection: &Connection, given: Option<i64>) -> Result<Preview, DeedStop> {
    let party = Party::of(&connection.profile)?;
    let list = ("GET".to_owned(), connection.services.subscriptions_address().to_string());
    let (chosen, candidates) = match plan(connection, &party, given).await? {
        Plan::Finish(entry) => {
            let says = vec![DeedMessage::WouldUnsubscribe { subscription: entry.made }];
            return Ok(Preview { requests: vec![list], ..Preview::new(DeedId::Unsubscribe, &connection.profile, says) });
        }
        Plan::Choose { known, candidates } => {
            let says = vec![DeedMessage::SubscriptionsSeveral { known }];
            return Ok(Preview { candidates, ..Preview::new(DeedId::Unsubscribe, &connection.profile, says) });
        }
        Plan::Take(chosen, candidates) => (*chosen, candidates),
    };
    let Chosen { subscription, is_ours, .. } = chosen;
    let id = subscription.id.to_string();
    let mut says = vec![DeedMessage::WouldUnsubscribe { subscription: id.clone() }, DeedMessage::EventsBetweenAreGone];
    if !is_ours {
        says.push(DeedMessage::SubscriptionMadeElsewhere { subscription: subscription.id.into(), endpoint: subscription.endpoint.clone() });
    }
    let requests = vec![list, ("DELETE".to_owned(), connection.services.subscription_address(&id).to_string())];
    let mut preview =
        Preview { requests, candidates, seen: Some(id.clone()), ..Preview::new(DeedId::Unsubscribe, &connection.profile, says) };
    let text = |text: Option<String>| text.map(Value::Text);
    let rows = [
        ("webhook", Some(Value::Text(subscription.endpoint))),
        ("resource-filter", text(subscription.resource_filter)),
        ("subject-filter", text(subscription.subject_filter)),
        ("type-filter", text(subscription.type_filter)),
    ];
    preview.rows.extend(rows.into_iter().filter_map(|(label, value)| Some((label, value?))));
    if !is_ours {
        preview.must_type.push(MustType::Id(id));
    }
    Ok(preview)
}

pub(super) async fn perform(run: &mut DeedRun<'_>) -> Result<Vec<DeedMessage>, DeedStop> {
    let connection = run.connection;
    let party = Party::of(&connection.profile)?;
    // What was shown is taken away, also when the lists have changed since.
    let shown = run.options.agreed.seen.as_ref().and_then(|id| id.parse().ok());
    let (id, entry) = match plan(connection, &party, shown.or(run.options.subscription)).await? {
        Plan::Finish(entry) => (entry.made.clone(), *entry),
        Plan::Choose { known, .. } => return Err(DeedMessage::SubscriptionsSeveral { known }.into()),
        Plan::Take(chosen, _) => {
            let Chosen { subscription, owner, is_ours } = *chosen;
            let id = subscription.id.to_string();
            if !is_ours && !run.options.agreed.names(&id) {
                return Err(DeedMessage::SubscriptionMadeElsewhere {
                    subscription: subscription.id.into(),
                    endpoint: subscription.endpoint,
                }
                .into());
            }
            let token = run.token(owner, &party, SUBSCRIBE).await?;
            let entry = run.begin_replacing(DeedId::Unsubscribe, JournalPlace::Events, &id, &described(&subscription))?;
            let phase = run.begin(DeedMessage::Unsubscribing);
            if let Err(problem) = connection.services.unsubscribe(&token, subscription.id).await {
                run.end_refused(entry, &problem)?;
                return Err(refusal::any(&problem, SUBSCRIBE));
            }
            run.end(phase, DeedMessage::Unsubscribed { subscription: id.clone() });
            (id, entry)
        }
    };
    run.record(|evidence| evidence.subscriptions.retain(|known| known.id.to_string() != id));
    if let Some(made) = connection.journal.made_by(&connection.profile, DeedId::Subscribe, &id) {
        run.end_entry(made.clone(), EntryState::Undone)?;
    }
    run.end_entry(entry, EntryState::Done)?;
    Ok(vec![DeedMessage::Unsubscribed { subscription: id }, DeedMessage::EventsBetweenAreGone])
}

/// What the subscription was, to make it again.
fn described(subscription: &Subscription) -> serde_json::Value {
    let Subscription { endpoint, resource_filter, subject_filter, type_filter, source_filter, .. } = subscription;
    json!({"endPoint": endpoint, "resourceFilter": resource_filter, "subjectFilter": subject_filter, "typeFilter": type_filter,
        "sourceFilter": source_filter})
}

/// What an entry has kept, as a subscription to make. None for one that Events would not take today.
fn again(entry: &Entry) -> Result<NewSubscription, DeedStop> {
    let value: serde_json::Value = kept(entry)?;
    let text = |name: &str| value.get(name).and_then(serde_json::Value::as_str);
    let read = || {
        let resource: ResourceId = text("resourceFilter")?.strip_prefix("urn:altinn:resource:")?.parse().ok()?;
        let party: OrgNumber = text("subjectFilter")?.parse().ok()?;
        let event_type = match text("typeFilter") {
            Some(given) => Some(given.parse().ok()?),
            None => None,
        };
        let endpoint = Url::parse(text("endPoint")?).ok()?;
        let is_whole = text("sourceFilter").is_none();
        is_whole.then(|| NewSubscription {
            endpoint,
            resource: ResourceFilter::of(&resource),
            subject: SubjectFilter::of(&party),
            event_type,
        })
    };
    read().ok_or_else(|| DeedMessage::CannotBeUndone.into())
}

pub(super) fn preview_undo(entry: &Entry, connection: &Connection) -> Result<Preview, DeedStop> {
    let new = again(entry)?;
    let address = connection.services.subscriptions_address().to_string();
    let says = vec![DeedMessage::WouldSubscribeAgain { endpoint: new.endpoint.to_string() }, DeedMessage::EventsBetweenAreGone];
    Ok(Preview {
        requests: vec![("GET".to_owned(), address.clone()), ("POST".to_owned(), address.clone())],
        bodies: vec![(format!("POST {address}"), new.body())],
        ..Preview::new(DeedId::Unsubscribe, &connection.profile, says)
    })
}

/// Makes the subscription again. It gets a new id.
pub(super) async fn undo(run: &mut DeedRun<'_>, entry: &Entry) -> Result<Vec<DeedMessage>, DeedStop> {
    if entry.state == EntryState::Undone {
        return Err(DeedMessage::UndoneAlready { made: entry.made.clone() }.into());
    }
    let new = again(entry)?;
    let party = Party::of(&run.connection.profile)?;
    let subscription = subscribe::made_or_found(run, &party, &new).await?;
    run.end_entry(entry.clone(), EntryState::Undone)?;
    Ok(vec![DeedMessage::Subscribed { subscription: subscription.into() }, DeedMessage::EventsBetweenAreGone])
}
