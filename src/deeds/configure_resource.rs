//! `configure-resource`: the resource in Broker, with the limits that are answered. What has no answer stays as Broker has it.

mod undo;

pub(super) use undo::{preview_undo, undo};

use super::entries::Replaced;
use super::identity::{SERVICE_OWNER, TokenIdentity};
use super::owner;
use super::party::Party;
use super::run::{DeedRun, DeedStop};
use crate::checks::Connection;
use crate::journey::{ChangeKind, ChangeLine, DeedId, DeedMessage, Entry, EntryState, JournalPlace, MustType, Preview, Profile, YesNo};
use crate::services::{ConfigChange, ResourceConfig, Token};
use crate::values::{FileSize, Lasting, OrgNumber, Value};

type Kept = Replaced<ResourceConfig>;

pub(super) async fn preview(connection: &Connection) -> Result<Preview, DeedStop> {
    let profile = &connection.profile;
    let party = Party::of(profile)?;
    let token = TokenIdentity::Organisation.token(connection, &party, SERVICE_OWNER).await?;
    let resource = party.resource.clone();
    let before = read(connection, &party, &token).await?;
    let change = change(profile, before.as_ref());
    let address = connection.services.config_address(&resource).to_string();
    let get = ("GET".to_owned(), address.clone());
    let shown = |says| Preview::new(DeedId::ConfigureResource, profile, says);
    let Some(change) = change else {
        return Ok(Preview { requests: vec![get], ..shown(vec![DeedMessage::WouldKeepConfig { resource }]) });
    };
    let mut preview = shown(Vec::new());
    preview.says.push(match &before {
        None => DeedMessage::WouldConfigure { resource: resource.clone() },
        Some(_) => DeedMessage::WouldSetLimits { resource: resource.clone() },
    });
    if sets_for_good(before.as_ref(), &change) {
        preview.says.push(DeedMessage::SettingsStay);
    }
    if let Some(size) = profile.broker.max_size.filter(|size| profile.environment.is_production() && size.needs_approval()) {
        preview.says.push(DeedMessage::LimitNeedsApproval { size: size.size() });
    }
    if before.is_some() && !is_ours(connection, &party) {
        preview.says.push(DeedMessage::ConfigMadeElsewhere { resource: resource.clone() });
        preview.must_type.push(MustType::Id(resource.to_string()));
    }
    Ok(Preview {
        requests: vec![get, ("PUT".to_owned(), address.clone())],
        bodies: vec![(format!("PUT {address}"), change.body())],
        rows: rows(profile, &change),
        changes: changes(&before.clone().unwrap_or_default(), &after(&before.clone().unwrap_or_default(), &change)),
        seen: Some(seen(before.as_ref())),
        ..preview
    })
}

pub(super) async fn perform(run: &mut DeedRun<'_>) -> Result<Vec<DeedMessage>, DeedStop> {
    let connection = run.connection;
    let party = Party::of(&connection.profile)?;
    let resource = party.resource.clone();
    let token = TokenIdentity::Organisation.token(connection, &party, SERVICE_OWNER).await?;
    let phase = run.begin(DeedMessage::ReadingConfig { resource: resource.clone() });
    let before = read(connection, &party, &token).await?;
    run.end(phase, DeedMessage::ConfigRead { resource: resource.clone() });
    let Some(change) = change(&connection.profile, before.as_ref()) else {
        run.settle(DeedId::ConfigureResource, resource.as_str())?;
        return Ok(vec![DeedMessage::ConfigStands { resource }]);
    };
    if run.options.agreed.saw_other(&seen(before.as_ref())) {
        return Err(DeedMessage::ConfigChangedSince { resource }.into());
    }
    if before.is_some() && !is_ours(connection, &party) && !run.options.agreed.names(resource.as_str()) {
        return Err(DeedMessage::ConfigNotFromHere { resource }.into());
    }
    let entry = put(run, &party, &token, before, &change).await?;
    let mut says = vec![DeedMessage::ConfigStands { resource }];
    says.extend(entry.kept.map(|path| DeedMessage::KeptInFile { path, entry: entry.id }));
    Ok(says)
}

/// Sends the change. What was there before is kept first, if anything was: a resource that was new to Broker stays known to it.
async fn put(
    run: &DeedRun<'_>,
    party: &Party,
    token: &Token,
    before: Option<ResourceConfig>,
    change: &ConfigChange,
) -> Result<Entry, DeedStop> {
    let resource = &party.resource;
    let entry = match before {
        None => run.resume_entry(DeedId::ConfigureResource, JournalPlace::Broker, resource.as_str())?,
        Some(before) => {
            let after = after(&before, change);
            run.begin_replacing(DeedId::ConfigureResource, JournalPlace::Broker, resource.as_str(), &Kept { before, after })?
        }
    };
    let phase = run.begin(DeedMessage::ConfiguringResource { resource: resource.clone() });
    if let Err(problem) = run.connection.services.configure(token, resource, change).await {
        run.end_refused(entry, &problem)?;
        return Err(owner::refused(&problem, party, SERVICE_OWNER));
    }
    run.end_entry(entry.clone(), EntryState::Done)?;
    run.end(phase, DeedMessage::ResourceConfigured { resource: resource.clone() });
    Ok(entry)
}

async fn read(connection: &Connection, party: &Party, token: &Token) -> Result<Option<ResourceConfig>, DeedStop> {
    connection.services.resource_config(token, &party.resource).await.map_err(|problem| owner::refused(&problem, party, SERVICE_OWNER))
}

fn is_ours(connection: &Connection, party: &Party) -> bool {
    connection.journal.made_by(&connection.profile, DeedId::ConfigureResource, party.resource.as_str()).is_some()
}

/// What the answers change of what is there. None if nothing; an empty change is what a resource that is new to Broker needs.
fn change(profile: &Profile, before: Option<&ResourceConfig>) -> Option<ConfigChange> {
    let answers = &profile.broker;
    let unset = ResourceConfig::default();
    let there = before.unwrap_or(&unset);
    let size = answers.max_size.map(|limit| limit.size().0);
    let purges = answers.purge.map(|purge| purge == YesNo::Yes);
    let party = answers.required_party.as_ref().map(crate::values::RequiredParty::told);
    let change = ConfigChange {
        max_size: size.filter(|size| there.max_size != Some(*size)),
        time_to_live: answers.time_to_live.map(Lasting::from).filter(|time| there.time_to_live != Some(*time)),
        purges: purges.filter(|purges| there.purges != Some(*purges)),
        grace_period: answers.grace.map(Lasting::from).filter(|time| there.grace_period != Some(*time)),
        required_party: party.filter(|party| number(party) != number(there.required_party.as_deref().unwrap_or_default())),
    };
    (before.is_none() || change != ConfigChange::default()).then_some(change)
}

/// A party as Broker compares it: without its prefix.
fn number(party: &str) -> &str {
    party.rsplit(':').next().unwrap_or_default()
}

fn after(before: &ResourceConfig, change: &ConfigChange) -> ResourceConfig {
    let change = change.clone();
    ResourceConfig {
        max_size: change.max_size.or(before.max_size),
        time_to_live: change.time_to_live.or(before.time_to_live),
        grace_period: change.grace_period.or(before.grace_period),
        purges: change.purges.or(before.purges),
        required_party: change.required_party.or_else(|| before.required_party.clone()).filter(|party| !party.is_empty()),
    }
}

/// Whether the change gives a setting that had none: Broker's own limit then never comes back.
fn sets_for_good(before: Option<&ResourceConfig>, change: &ConfigChange) -> bool {
    let had = |has: fn(&ResourceConfig) -> bool| before.is_some_and(has);
    (change.max_size.is_some() && !had(|before| before.max_size.is_some()))
        || (change.time_to_live.is_some() && !had(|before| before.time_to_live.is_some()))
        || (change.grace_period.is_some() && !had(|before| before.grace_period.is_some()))
}

/// What is there, as text, to tell whether it is still the same when the deed is done.
fn seen(config: Option<&ResourceConfig>) -> String {
    serde_json::to_string(&config).unwrap_or_default()
}

/// Each setting by Broker's own name, with what becomes of it.
fn changes(before: &ResourceConfig, after: &ResourceConfig) -> Vec<ChangeLine> {
    let lines = settings(before).into_iter().zip(settings(after)).flat_map(|((name, old), (_, new))| {
        let line = |kind, value: &String| ChangeLine::new(kind, format!("{name} {value}"));
        match (old, new) {
            (Some(old), Some(new)) if old == new => vec![line(ChangeKind::Stays, &old)],
            (old, new) => {
                old.iter().map(|old| line(ChangeKind::Goes, old)).chain(new.iter().map(|new| line(ChangeKind::Added, new))).collect()
            }
        }
    });
    lines.collect()
}

fn settings(config: &ResourceConfig) -> [(&'static str, Option<String>); 5] {
    [
        ("maxFileTransferSize", config.max_size.map(|size| size.to_string())),
        ("fileTransferTimeToLive", config.time_to_live.map(|time| time.to_string())),
        ("purgeFileTransferAfterAllRecipientsConfirmed", config.purges.map(|purges| purges.to_string())),
        ("purgeFileTransferGracePeriod", config.grace_period.map(|time| time.to_string())),
        ("requiredParty", config.required_party.clone()),
    ]
}

/// The same in the reader's words.
fn rows(profile: &Profile, change: &ConfigChange) -> Vec<(&'static str, Value)> {
    let party = change.required_party.as_ref().map(|party| match number(party).parse::<OrgNumber>() {
        Ok(party) => Value::from(&party),
        Err(_) => Value::Text("–".to_owned()),
    });
    let rows = [
        ("resource", profile.resource.as_ref().map(Value::from)),
        ("largest-file", change.max_size.map(|size| Value::FileSize(FileSize(size)))),
        ("kept-for", change.time_to_live.map(Value::Lasting)),
        ("kept-after-all", change.grace_period.map(Value::Lasting)),
        ("one-side-always", party),
    ];
    rows.into_iter().filter_map(|(label, value)| value.map(|value| (label, value))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::{Environment, FieldId, Role};

    fn answered(answers: &[(FieldId, &str)]) -> Profile {
        let mut profile = Profile::new(Role::ServiceOwner, Environment::SANDBOX);
        for (field, text) in answers {
            assert_eq!(profile.set(*field, text), Ok(()));
        }
        profile
    }

    #[test]
    fn only_what_differs_is_sent_and_nothing_is_sent_twice() {
        let profile = answered(&[(FieldId::BrokerTimeToLive, "30d"), (FieldId::BrokerMaxSize, "2 GB")]);
        let there = ResourceConfig { time_to_live: Some(Lasting::of_days(30)), ..ResourceConfig::default() };
        let sent = change(&profile, Some(&there)).unwrap_or_default();
        assert_eq!(sent, ConfigChange { max_size: Some(2_000_000_000), ..ConfigChange::default() });
        assert_eq!(change(&profile, Some(&after(&there, &sent))), None);
        assert!(sets_for_good(Some(&there), &sent));
        assert_eq!(change(&answered(&[]), None), Some(ConfigChange::default()));
    }

    #[test]
    fn a_requirement_that_is_not_there_is_not_taken_off() {
        let profile = answered(&[(FieldId::BrokerRequiredParty, "none")]);
        assert_eq!(change(&profile, Some(&ResourceConfig::default())), None);
        let there = ResourceConfig { required_party: Some("0192:991825827".to_owned()), ..ResourceConfig::default() };
        assert_eq!(change(&profile, Some(&there)).and_then(|change| change.required_party), Some(String::new()));
        let same = answered(&[(FieldId::BrokerRequiredParty, "991825827")]);
        assert_eq!(change(&same, Some(&there)), None);
    }
}
