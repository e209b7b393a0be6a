//! `publish-resource`: the resource in the Resource Registry. One that is not there is made; of one that is, only what was answered
//! otherwise is changed. Its policy is a deed of its own.

mod members;
mod undo;

pub(super) use undo::{preview_undo, undo};

use super::entries::Replaced;
use super::identity::TokenIdentity;
use super::owner::{self, RESOURCES};
use super::party::{self, Party};
use super::run::{DeedRun, DeedStop};
use crate::checks::Connection;
use crate::journey::{ChangeKind, ChangeLine, DeedId, DeedMessage, Entry, EntryState, FieldId, JournalPlace, MustType, Preview};
use crate::services::{AccessListMode, ListedOwner, Problem, ResourceRecord, Token};
use crate::values::Value;
use members::{Texts, changed, new_record};

type Kept = Replaced<ResourceRecord>;

/// A resource that is not there yet.
struct New {
    record: ResourceRecord,
    texts: Texts,
    owner: ListedOwner,
}

/// What would be done.
enum Plan {
    Make(Box<New>),
    Change(Kept),
    Keep,
}

impl Plan {
    async fn of(connection: &Connection, party: &Party) -> Result<Self, DeedStop> {
        let profile = &connection.profile;
        if profile.contact.email.is_none() {
            return Err(party::missing(FieldId::ContactEmail));
        }
        let Some(before) = owner::record(connection, party).await? else {
            let owner = owner::listed(connection, party).await?;
            let texts = Texts::of(profile, party, &owner);
            return Ok(Self::Make(Box::new(New { record: new_record(profile, party, &owner, &texts), texts, owner })));
        };
        let after = changed(profile, &before, owner::has_made(connection, party));
        Ok(if after == before { Self::Keep } else { Self::Change(Kept { before, after }) })
    }

    /// What lies at the registry and is replaced.
    fn seen(&self) -> String {
        match self {
            Self::Make(_) => String::new(),
            Self::Change(kept) => kept.before.text(),
            Self::Keep => "kept".to_owned(),
        }
    }
}

pub(super) async fn preview(connection: &Connection) -> Result<Preview, DeedStop> {
    let profile = &connection.profile;
    let party = Party::of(profile)?;
    let plan = Plan::of(connection, &party).await?;
    let seen = Some(plan.seen());
    let address = connection.services.resource_address(&party.resource).to_string();
    let get = ("GET".to_owned(), address.clone());
    let shown = |says| Preview { seen, ..Preview::new(DeedId::PublishResource, profile, says) };
    Ok(match plan {
        Plan::Keep => Preview { requests: vec![get], ..shown(vec![DeedMessage::WouldKeepResource { resource: party.resource }]) },
        Plan::Make(new) => {
            let at = connection.services.resources_address().to_string();
            Preview {
                requests: vec![get, ("POST".to_owned(), at.clone())],
                bodies: vec![(format!("POST {at}"), new.record.text())],
                rows: rows(connection, &party, &new.texts, &new.owner),
                ..shown(says(connection, &party, &new.texts))
            }
        }
        Plan::Change(Kept { before, after }) => {
            let mut preview = shown(vec![DeedMessage::WouldChangeResource { resource: party.resource.clone() }]);
            if !owner::has_made(connection, &party) {
                preview.says.push(DeedMessage::ResourceMadeElsewhere { resource: party.resource.clone() });
                preview.says.push(DeedMessage::ChangeInStudio);
                preview.must_type.push(MustType::Id(party.resource.to_string()));
            }
            Preview {
                requests: vec![get, ("PUT".to_owned(), address.clone())],
                bodies: vec![(format!("PUT {address}"), after.text())],
                changes: changes(&before, &after),
                ..preview
            }
        }
    })
}

/// What cannot be undone comes first.
fn says(connection: &Connection, party: &Party, texts: &Texts) -> Vec<DeedMessage> {
    let resource = party.resource.clone();
    let mut says = vec![if connection.profile.environment.is_production() {
        DeedMessage::WouldPublishForGood { resource: resource.clone() }
    } else {
        DeedMessage::WouldPublish { resource: resource.clone() }
    }];
    if texts.are_proposed() {
        says.push(DeedMessage::ProposedMayBeChanged);
    }
    says.push(match members::mode(&connection.profile) {
        AccessListMode::Enabled => DeedMessage::OnlyListedMayUse { resource },
        AccessListMode::Disabled => DeedMessage::AnyMayUse { resource },
    });
    says.push(DeedMessage::NobodyBeforePolicy);
    says
}

fn rows(connection: &Connection, party: &Party, texts: &Texts, owner: &ListedOwner) -> Vec<(&'static str, Value)> {
    let mut rows = vec![("resource", Value::from(&party.resource))];
    rows.extend(texts.rows());
    rows.push(("owner", Value::List(vec![party.organisation.to_string(), owner.code.clone()])));
    rows.push(("owner-name", Value::Names(owner.names.clone())));
    let contact = &connection.profile.contact;
    let reached = [contact.email.as_ref().map(ToString::to_string), contact.phone.clone()];
    rows.push(("contact", Value::List(reached.into_iter().flatten().collect())));
    rows
}

/// Each member that becomes another, as it was and as it will be.
fn changes(before: &ResourceRecord, after: &ResourceRecord) -> Vec<ChangeLine> {
    let line = |kind, name: &str, value: String| ChangeLine::new(kind, format!("{name} {value}"));
    let differing = after.members().into_iter().filter(|(name, value)| before.member(name) != Some(value));
    let of_one = |(name, value): (String, serde_json::Value)| {
        let goes = before.member(&name).map(|old| line(ChangeKind::Goes, &name, old.to_string()));
        goes.into_iter().chain([line(ChangeKind::Added, &name, value.to_string())]).collect::<Vec<_>>()
    };
    differing.flat_map(of_one).collect()
}

pub(super) async fn perform(run: &mut DeedRun<'_>) -> Result<Vec<DeedMessage>, DeedStop> {
    let connection = run.connection;
    let party = Party::of(&connection.profile)?;
    let resource = party.resource.clone();
    let phase = run.begin(DeedMessage::ReadingResource { resource: resource.clone() });
    let plan = Plan::of(connection, &party).await?;
    run.end(phase, DeedMessage::ResourceRead { resource: resource.clone() });
    if run.options.agreed.saw_other(&plan.seen()) {
        return Err(DeedMessage::ResourceChangedSince { resource }.into());
    }
    let mut says = vec![DeedMessage::ResourceStands { resource: resource.clone() }];
    match plan {
        Plan::Keep => run.settle(DeedId::PublishResource, resource.as_str())?,
        Plan::Make(new) => {
            let token = run.token(TokenIdentity::Organisation, &party, RESOURCES).await?;
            make(run, &party, &token, &new.record).await?;
            says.push(DeedMessage::PolicyNext);
        }
        Plan::Change(kept) => {
            if !owner::has_made(connection, &party) && !run.options.agreed.names(resource.as_str()) {
                return Err(DeedMessage::ResourceNotFromHere { resource }.into());
            }
            let token = run.token(TokenIdentity::Organisation, &party, RESOURCES).await?;
            let entry = replace(run, &party, &token, &kept).await?;
            says.push(DeedMessage::KeptInFile { path: entry.kept.unwrap_or_default(), entry: entry.id });
        }
    }
    Ok(says)
}

async fn make(run: &DeedRun<'_>, party: &Party, token: &Token, record: &ResourceRecord) -> Result<(), DeedStop> {
    let resource = || party.resource.clone();
    let entry = run.resume_entry(DeedId::PublishResource, JournalPlace::Registry, party.resource.as_str())?;
    let phase = run.begin(DeedMessage::PublishingResource { resource: resource() });
    if let Err(problem) = run.connection.services.add_resource(token, record).await {
        run.end_refused(entry, &problem)?;
        return Err(match &problem {
            // It was not there a moment ago: the id of a resource that was deleted is used up (facts platform E).
            Problem::Refused(refused) if refused.status == 409 => DeedMessage::ResourceIdUsed { resource: resource() }.into(),
            _ => owner::refused(&problem, party, RESOURCES),
        });
    }
    run.end_entry(entry, EntryState::Done)?;
    run.end(phase, DeedMessage::ResourcePublished { resource: resource() });
    Ok(())
}

async fn replace(run: &DeedRun<'_>, party: &Party, token: &Token, kept: &Kept) -> Result<Entry, DeedStop> {
    let resource = || party.resource.clone();
    let entry = run.begin_replacing(DeedId::PublishResource, JournalPlace::Registry, party.resource.as_str(), kept)?;
    let phase = run.begin(DeedMessage::PublishingResource { resource: resource() });
    if let Err(problem) = run.connection.services.replace_resource(token, &party.resource, &kept.after).await {
        run.end_refused(entry, &problem)?;
        return Err(owner::refused(&problem, party, RESOURCES));
    }
    run.end_entry(entry.clone(), EntryState::Done)?;
    run.end(phase, DeedMessage::ResourcePublished { resource: resource() });
    Ok(entry)
}
