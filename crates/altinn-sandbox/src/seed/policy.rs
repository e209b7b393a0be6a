//! A resource of a seed, and its policy: a XACML file, or in short who may read, write and subscribe.

use super::entries::SeededResource;
use super::fields::{Field, Fields, Placed};
use super::files::Folder;
use super::names::Holder;
use super::refused::Report;
use crate::registry::binding::RESOURCE_TYPES;
use crate::registry::policy::{Policy, Rule};
use crate::registry::xacml;
use serde::Serialize;

const ACTIONS: [&str; 3] = ["read", "write", "subscribe"];
const HOLDERS: &str = "a list of \"owner\", \"role:dagl\", \"package:NAME\", \"organisation:NUMBER\" and \"org:CODE\"";
const POLICY: (&str, &[Field]) = (
    "a policy",
    &[("file", "the path of a XACML file from the folder of the seed"), ("read", HOLDERS), ("write", HOLDERS), ("subscribe", HOLDERS)],
);

#[derive(Debug, Clone, Serialize)]
pub(super) enum SeededPolicy {
    /// The owner, and the role `dagl`, may do everything.
    Usual,
    /// A XACML file.
    File(Box<Policy>),
    /// Who may do each of [`ACTIONS`].
    Holders([Vec<Placed<Holder>>; 3]),
}

impl SeededResource {
    pub(super) fn read(fields: &Fields<'_, '_>, folder: &Folder, report: &Report) -> Option<Self> {
        let (id, owner) = (fields.needed::<super::names::ResourceId>("id"), fields.needed("owner"));
        let asked: Option<Placed<String>> = fields.read("type");
        let resource_type = asked.as_ref().map_or("BrokerService", |asked| kind(asked, report));
        let policy = match (&id, fields.below("policy", POLICY)) {
            (Some(id), Some(policy)) => SeededPolicy::read(&policy, &id.value.0, folder, report),
            _ => SeededPolicy::Usual,
        };
        let (delegable, in_broker) = (fields.flag("delegable", true), fields.flag("in_broker", true));
        Some(Self { title: fields.read("title"), id: id?, owner: owner?, resource_type, delegable, in_broker, policy })
    }
}

fn kind(asked: &Placed<String>, report: &Report) -> &'static str {
    let allowed = &RESOURCE_TYPES[1..];
    let found = allowed.iter().find(|known| known.eq_ignore_ascii_case(&asked.value)).copied();
    if found.is_none() {
        report.note(asked.line, format!("`type` should be one of {}.", allowed.join(", ")));
    }
    found.unwrap_or_default()
}

impl SeededPolicy {
    fn read(fields: &Fields<'_, '_>, resource: &str, folder: &Folder, report: &Report) -> Self {
        let holders = ACTIONS.map(|action| fields.list(action));
        if !fields.is_there("file") {
            return Self::Holders(holders);
        }
        if ACTIONS.iter().any(|action| fields.is_there(action)) {
            report.note(fields.line, "A policy is a file, or says who may read, write and subscribe, not both.");
        }
        let Some(Placed { line, value: path }) = fields.read::<String>("file") else { return Self::Usual };
        let policy = folder.file(&path).and_then(|file| xacml::read(&file, resource).map_err(|refused| sentence(refused, resource)));
        match policy {
            Ok(policy) => Self::File(Box::new(policy)),
            Err(sentence) => {
                report.note(line, sentence);
                Self::Usual
            }
        }
    }

    /// The policy of a resource whose owner has this code.
    pub(super) fn rules(&self, owners_code: &str) -> Policy {
        let usual = [Holder::Role("dagl".to_owned()), Holder::Owner].map(|holder| holder.subject(owners_code));
        match self {
            Self::Usual => Policy::of(&usual, &ACTIONS),
            Self::File(policy) => (**policy).clone(),
            Self::Holders(holders) => {
                let given = ACTIONS.iter().zip(holders).filter(|(_, holders)| !holders.is_empty());
                let rule = |(action, holders): (&&str, &Vec<Placed<Holder>>)| {
                    let subjects: Vec<_> = holders.iter().map(|holder| holder.value.subject(owners_code)).collect();
                    Rule::of(&subjects, &[action])
                };
                Policy { rules: given.map(rule).collect(), ..Policy::default() }
            }
        }
    }
}

fn sentence(refused: xacml::Refused, resource: &str) -> String {
    match refused {
        xacml::Refused::OtherResource => format!("This policy has rules for another resource than {resource}."),
        xacml::Refused::NoResource => format!("This policy has a rule that names no resource; it should name {resource}."),
        xacml::Refused::Unreadable => "This should be a policy in XACML 3.0.".to_owned(),
        xacml::Refused::TooLarge => "This policy is larger than the sandbox takes.".to_owned(),
    }
}
