//! A policy's rules: subjects, actions and resources (facts platform E.1; facts examples 11–14).

use md5::{Digest, Md5};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::{BTreeSet, HashMap, HashSet};

pub mod attribute {
    /// A person's role in an organisation.
    pub const ROLE: &str = "urn:altinn:rolecode";
    pub const PACKAGE: &str = "urn:altinn:accesspackage";
    /// An organisation by its number.
    pub const ORG_NUMBER: &str = "urn:altinn:organization:identifier-no";
    /// A service owner by its code.
    pub const ORG_CODE: &str = "urn:altinn:org";
    pub const RESOURCE: &str = "urn:altinn:resource";
    pub const ACTION: &str = "urn:oasis:names:tc:xacml:1.0:action:action-id";
}

/// How a policy's value is compared with the request's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Comparison {
    /// Ignores case; Altinn Studio writes this for subjects.
    #[default]
    AnyCase,
    Exact,
    /// By a function that the decision point does not support, so it never matches.
    Never,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written")]
pub struct Attribute {
    #[serde(rename = "type")]
    pub kind: String,
    pub value: String,
    pub compared: Comparison,
}

/// The stored form. Older world files store an action as a plain string.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Action(String),
    Whole {
        #[serde(rename = "type")]
        kind: String,
        value: String,
        #[serde(default)]
        compared: Comparison,
    },
}

impl From<Written> for Attribute {
    fn from(written: Written) -> Self {
        match written {
            Written::Action(value) => Self::exactly(attribute::ACTION, &value),
            Written::Whole { kind, value, compared } => Self { kind, value, compared },
        }
    }
}

impl Attribute {
    /// An attribute that is compared without regard to case.
    #[must_use]
    pub fn new(kind: &str, value: &str) -> Self {
        Self { kind: kind.to_owned(), value: value.to_owned(), compared: Comparison::AnyCase }
    }

    /// An attribute that is compared exactly.
    #[must_use]
    pub fn exactly(kind: &str, value: &str) -> Self {
        Self { compared: Comparison::Exact, ..Self::new(kind, value) }
    }

    /// Whether a value matches.
    #[must_use]
    pub fn is(&self, value: &str) -> bool {
        match self.compared {
            Comparison::AnyCase => self.value.eq_ignore_ascii_case(value),
            Comparison::Exact => self.value == value,
            Comparison::Never => false,
        }
    }

    fn urn(&self) -> String {
        format!("{}:{}", self.kind, self.value)
    }

    fn json(&self) -> Value {
        json!({"type": self.kind, "value": self.value})
    }
}

/// What a rule decides when it matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Effect {
    #[default]
    Permit,
    Deny,
    /// A rule with a condition. Conditions are not evaluated here, so the rule never applies.
    Conditional,
}

/// A rule. It matches any of its subjects, actions and resources; an empty list matches everything.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Rule {
    /// Alternatives. Within one, every attribute must match.
    pub subjects: Vec<Vec<Attribute>>,
    pub actions: Vec<Attribute>,
    /// Alternatives, each with the resource's id and possibly more attributes.
    #[serde(default)]
    pub resources: Vec<Vec<Attribute>>,
    #[serde(default)]
    pub effect: Effect,
}

/// A policy. Its XACML file is written from the rules unless one was uploaded.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Policy {
    pub rules: Vec<Rule>,
    /// The uploaded file; none if there was no upload.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uploaded: Option<String>,
    #[serde(default)]
    pub combining: Combining,
    /// The authentication level that a Permit demands.
    #[serde(default)]
    pub minimum_level: Option<i64>,
    /// The authentication level for service owners, if it is lower.
    #[serde(default)]
    pub minimum_level_of_owners: Option<i64>,
}

impl Policy {
    /// A policy with one rule for these subjects and actions.
    #[must_use]
    pub fn of(subjects: &[Attribute], actions: &[&str]) -> Self {
        Self { rules: vec![Rule::of(subjects, actions)], ..Self::default() }
    }

    /// Whether any rule permits the action to anyone.
    #[must_use]
    pub fn names_action(&self, action: &str) -> bool {
        self.permitting().flat_map(|rule| &rule.actions).any(|named| named.is(action))
    }

    fn permitting(&self) -> impl Iterator<Item = &Rule> {
        self.rules.iter().filter(|rule| rule.effect == Effect::Permit)
    }

    /// The actions that any rule permits, without duplicates, in the order of the rules.
    #[must_use]
    pub fn actions(&self) -> Vec<&str> {
        let mut seen = HashSet::new();
        let actions = self.permitting().flat_map(|rule| &rule.actions).map(|action| action.value.as_str());
        actions.filter(|action| seen.insert(*action)).collect()
    }

    /// The actions that can be delegated: those that a rule gives to a role or a package.
    #[must_use]
    pub fn delegable_actions(&self) -> Vec<String> {
        let of_people = |rule: &&Rule| {
            rule.subjects.iter().flatten().any(|subject| matches!(subject.kind.as_str(), attribute::ROLE | attribute::PACKAGE))
        };
        let (mut exact, mut any_case) = (HashSet::new(), HashSet::new());
        for action in self.permitting().filter(of_people).flat_map(|rule| &rule.actions) {
            match action.compared {
                Comparison::Exact => _ = exact.insert(action.value.as_str()),
                Comparison::AnyCase => _ = any_case.insert(action.value.to_ascii_lowercase()),
                Comparison::Never => {}
            }
        }
        let by_people = |action: &&str| exact.contains(action) || any_case.contains(&action.to_ascii_lowercase());
        self.actions().into_iter().filter(by_people).map(str::to_owned).collect()
    }

    /// How many rows [`Self::rules_json`] has, counted without making them.
    #[must_use]
    pub fn row_count(&self) -> usize {
        let rows = |rule: &Rule| rule.subjects.len().saturating_mul(rule.actions.len()).saturating_mul(rule.resources.len().max(1));
        self.rules.iter().map(rows).fold(0, usize::saturating_add)
    }

    /// One row per subject, action and resource of each rule, whatever the rule's effect.
    fn rows(&self, resource: &str) -> Vec<RightRow<'_>> {
        let itself = [vec![Attribute::exactly(attribute::RESOURCE, resource)]];
        let mut rows = Vec::new();
        for rule in &self.rules {
            let resources = if rule.resources.is_empty() { &itself[..] } else { &rule.resources[..] };
            for subject in &rule.subjects {
                for action in &rule.actions {
                    rows.extend(resources.iter().map(|resource| RightRow { subject, action, resource: resource.clone() }));
                }
            }
        }
        rows
    }

    /// `policy/rules`: one row per subject, action and resource (facts examples 12).
    #[must_use]
    pub fn rules_json(&self, resource: &str) -> Value {
        let row = |row: &RightRow<'_>| json!({"subject": all_json(row.subject), "action": row.action.json(), "resource": all_json(&row.resource)});
        self.rows(resource).iter().map(row).collect()
    }

    /// `policy/rights`: one row per action and resource (facts examples 13).
    #[must_use]
    pub fn rights_json(&self, resource: &str) -> Value {
        let mut rights: Vec<(String, Vec<RightRow<'_>>)> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        for row in self.rows(resource) {
            let key = right_key(&row.action.value, &row.resource);
            let place = *places.entry(key.clone()).or_insert(rights.len());
            match rights.get_mut(place) {
                Some((_, rows)) => rows.push(row),
                None => rights.push((key, vec![row])),
            }
        }
        rights.iter().filter_map(|(key, rows)| right_json(key, rows)).collect()
    }

    fn subjects(&self) -> Vec<&Attribute> {
        let mut seen = HashSet::new();
        let subjects = self.rules.iter().flat_map(|rule| rule.subjects.iter().flatten());
        subjects.filter(|subject| seen.insert((subject.kind.as_str(), subject.value.as_str()))).collect()
    }

    /// The subjects as URNs, without duplicates.
    #[must_use]
    pub fn subject_urns(&self) -> Vec<String> {
        self.subjects().into_iter().map(Attribute::urn).collect()
    }

    /// `policy/subjects`: each subject once, in lower case (facts examples 14); none if the policy has no subjects.
    #[must_use]
    pub fn subjects_json(&self) -> Option<Value> {
        let lower = |text: &str| text.to_lowercase();
        let row = |subject: &Attribute| json!({"type": lower(&subject.kind), "value": lower(&subject.value), "urn": lower(&subject.urn())});
        let mut rows: Vec<Value> = Vec::new();
        for row in self.subjects().into_iter().map(row) {
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
        (!rows.is_empty()).then(|| json!({"links": {}, "data": rows}))
    }
}

/// A row of `policy/rules` and `policy/rights`.
struct RightRow<'p> {
    subject: &'p [Attribute],
    action: &'p Attribute,
    resource: Vec<Attribute>,
}

fn all_json(attributes: &[Attribute]) -> Value {
    attributes.iter().map(Attribute::json).collect()
}

fn right_json(key: &str, rows: &[RightRow<'_>]) -> Option<Value> {
    let first = rows.first()?;
    let subjects: Vec<Value> = rows.iter().map(|row| json!({"subjectAttributes": all_json(row.subject)})).collect();
    let kinds: BTreeSet<String> = rows.iter().flat_map(|row| row.subject).map(|attribute| attribute.kind.to_lowercase()).collect();
    Some(json!({"action": first.action.json(), "resource": all_json(&first.resource), "subjects": subjects, "rightKey": key,
                "subjectTypes": kinds}))
}

impl Rule {
    /// A rule with alternatives of one subject attribute each.
    #[must_use]
    pub fn of(subjects: &[Attribute], actions: &[&str]) -> Self {
        Self {
            subjects: subjects.iter().map(|subject| vec![subject.clone()]).collect(),
            actions: actions.iter().map(|action| Attribute::exactly(attribute::ACTION, action)).collect(),
            resources: Vec::new(),
            effect: Effect::Permit,
        }
    }
}

/// A right's key: the action, the resource's values, and the MD5 of the action and the resource's URNs in UTF-16LE (facts examples
/// 13).
fn right_key(action: &str, resource: &[Attribute]) -> String {
    let mut sorted: Vec<&Attribute> = resource.iter().collect();
    sorted.sort_by_key(|attribute| attribute.urn());
    let (mut urns, mut values) = (action.to_owned(), action.to_owned());
    for attribute in sorted {
        urns.extend([";", &attribute.urn()]);
        values.extend([";", &attribute.value]);
    }
    let bytes: Vec<u8> = urns.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let digest = Md5::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    format!("{values};{digest}")
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    /// Facts examples 13.
    #[test]
    fn the_right_key_is_the_md5_of_the_utf16_text() {
        let right_key = |action: &str, id: &str| right_key(action, &[Attribute::exactly(attribute::RESOURCE, id)]);
        assert_eq!(right_key("read", "acme-broker-test"), "read;acme-broker-test;d954bacedfb2cc3c7af53facf9fa1b9a");
        assert_eq!(right_key("write", "acme-broker-test"), "write;acme-broker-test;e0346410494acc72cc103eca19306edb");
        assert_eq!(right_key("subscribe", "acme-broker-test"), "subscribe;acme-broker-test;0c930e96b47bf02a327b1c7841f8c204");
    }

    /// Facts examples 12, 13 and 14.
    #[test]
    fn rules_have_a_row_per_subject_and_action_rights_per_action_subjects_per_subject() {
        let policy =
            Policy::of(&[Attribute::new(attribute::ROLE, "dagl"), Attribute::new(attribute::ORG_CODE, "acme")], &["read", "write"]);
        assert_eq!(policy.rules_json("acme-broker-test").as_array().map(Vec::len), Some(4));
        let rights = policy.rights_json("acme-broker-test");
        assert_eq!(rights[0]["subjectTypes"], json!(["urn:altinn:org", "urn:altinn:rolecode"]));
        assert_eq!(rights[0]["subjects"][1], json!({"subjectAttributes": [{"type": "urn:altinn:org", "value": "acme"}]}));
        let subjects = policy.subjects_json().expect("subjects");
        assert_eq!(subjects["data"][0], json!({"type": "urn:altinn:rolecode", "value": "dagl", "urn": "urn:altinn:rolecode:dagl"}));
        assert_eq!(Policy::default().subjects_json(), None);
    }

    /// Facts platform E.1.
    #[test]
    fn only_what_roles_and_packages_have_can_be_delegated() {
        let mut policy = Policy::of(&[Attribute::new(attribute::ORG_CODE, "acme")], &["read", "write"]);
        assert!(policy.delegable_actions().is_empty());
        policy.rules.push(Rule::of(&[Attribute::new(attribute::ROLE, "dagl")], &["read"]));
        assert_eq!(policy.delegable_actions(), ["read"]);
    }
}

/// The combining algorithm for rules that match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Combining {
    /// Denied if any rule denies.
    #[default]
    DenyOverrides,
    /// Permitted if any rule permits.
    PermitOverrides,
    /// Permitted if any rule permits, otherwise denied.
    DenyUnlessPermit,
    /// Denied if any rule denies, otherwise permitted.
    PermitUnlessDeny,
    /// The first rule that matches decides.
    FirstApplicable,
    /// An algorithm that the decision point does not know, so everyone is refused.
    Unknown,
}
