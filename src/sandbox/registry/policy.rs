//! A policy as it is decided by: subjects and actions (platform facts, E.1; examples, EX 11–14).

use md5::{Digest, Md5};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// The attribute ids of a policy.
pub mod attribute {
    /// A role of a person in an organisation.
    pub const ROLE: &str = "urn:altinn:rolecode";
    /// An access package.
    pub const PACKAGE: &str = "urn:altinn:accesspackage";
    /// An organisation by its number.
    pub const ORG_NUMBER: &str = "urn:altinn:organization:identifier-no";
    /// A service owner by its code.
    pub const ORG_CODE: &str = "urn:altinn:org";
    /// The resource.
    pub const RESOURCE: &str = "urn:altinn:resource";
    /// The action.
    pub const ACTION: &str = "urn:oasis:names:tc:xacml:1.0:action:action-id";
}

/// One attribute and its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribute {
    /// Its id.
    #[serde(rename = "type")]
    pub kind: String,
    /// Its value.
    pub value: String,
}

impl Attribute {
    /// An attribute.
    #[must_use]
    pub fn new(kind: &str, value: &str) -> Self {
        Self { kind: kind.to_owned(), value: value.to_owned() }
    }
}

/// One permitting rule: any of the subjects, any of the actions, on the resource.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Rule {
    /// The alternatives; within one, every attribute must hold.
    pub subjects: Vec<Vec<Attribute>>,
    /// The actions.
    pub actions: Vec<String>,
}

/// A policy. Its file is drawn from this, or kept as it was uploaded.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Policy {
    /// The rules.
    pub rules: Vec<Rule>,
    /// The file as uploaded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uploaded: Option<String>,
}

impl Policy {
    /// One rule for these subjects and actions.
    #[must_use]
    pub fn of(subjects: &[Attribute], actions: &[&str]) -> Self {
        Self { rules: vec![Rule::of(subjects, actions)], uploaded: None }
    }

    /// Whether any rule has the action.
    #[must_use]
    pub fn names_action(&self, action: &str) -> bool {
        self.actions().contains(&action)
    }

    /// The actions, in the order of the rules, each once.
    #[must_use]
    pub fn actions(&self) -> Vec<&str> {
        let mut actions: Vec<&str> = Vec::new();
        for action in self.rules.iter().flat_map(|rule| &rule.actions) {
            if !actions.contains(&action.as_str()) {
                actions.push(action);
            }
        }
        actions
    }

    /// The actions that people may delegate: those a role or a package has. Roles and packages act on systems in no other way.
    #[must_use]
    pub fn delegable_actions(&self) -> Vec<String> {
        let by_people = |action: &str| {
            self.rules.iter().filter(|rule| rule.actions.iter().any(|named| named == action)).any(|rule| {
                rule.subjects.iter().flatten().any(|subject| matches!(subject.kind.as_str(), attribute::ROLE | attribute::PACKAGE))
            })
        };
        self.actions().into_iter().filter(|action| by_people(action)).map(str::to_owned).collect()
    }

    /// `policy/rules`: one row per subject, action and resource (EX 12).
    #[must_use]
    pub fn rules_json(&self, resource: &str) -> Value {
        let rows = self
            .rules
            .iter()
            .flat_map(|rule| rule.actions.iter().flat_map(move |action| rule.subjects.iter().map(move |subject| (subject, action))));
        rows.map(|(subject, action)| json!({"subject": subject, "action": action_json(action), "resource": resource_json(resource)}))
            .collect()
    }

    /// `policy/rights`: one row per action (EX 13).
    #[must_use]
    pub fn rights_json(&self, resource: &str) -> Value {
        self.actions().into_iter().map(|action| self.right_json(resource, action)).collect()
    }

    fn right_json(&self, resource: &str, action: &str) -> Value {
        let mut subjects: Vec<&Vec<Attribute>> = Vec::new();
        for subject in self.rules.iter().filter(|rule| rule.actions.iter().any(|named| named == action)).flat_map(|rule| &rule.subjects) {
            if !subjects.contains(&subject) {
                subjects.push(subject);
            }
        }
        let mut kinds: Vec<&str> = subjects.iter().flat_map(|subject| subject.iter().map(|attribute| attribute.kind.as_str())).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let subjects: Vec<Value> = subjects.into_iter().map(|subject| json!({"subjectAttributes": subject})).collect();
        json!({"action": action_json(action), "resource": resource_json(resource), "subjects": subjects,
               "rightKey": right_key(action, resource), "subjectTypes": kinds})
    }

    /// The subjects as URNs, each once.
    #[must_use]
    pub fn subject_urns(&self) -> Vec<String> {
        let mut urns: Vec<String> = Vec::new();
        for subject in self.rules.iter().flat_map(|rule| rule.subjects.iter().flatten()) {
            let urn = format!("{}:{}", subject.kind, subject.value);
            if !urns.contains(&urn) {
                urns.push(urn);
            }
        }
        urns
    }

    /// `policy/subjects`: each subject once (EX 14); none when there are none.
    #[must_use]
    pub fn subjects_json(&self) -> Option<Value> {
        let mut subjects: Vec<&Attribute> = Vec::new();
        for subject in self.rules.iter().flat_map(|rule| rule.subjects.iter().flatten()) {
            if !subjects.contains(&subject) {
                subjects.push(subject);
            }
        }
        if subjects.is_empty() {
            return None;
        }
        let rows: Vec<Value> = subjects
            .into_iter()
            .map(|subject| json!({"type": subject.kind, "value": subject.value, "urn": format!("{}:{}", subject.kind, subject.value)}))
            .collect();
        Some(json!({"links": {}, "data": rows}))
    }
}

impl Rule {
    /// A rule whose subjects each stand alone.
    #[must_use]
    pub fn of(subjects: &[Attribute], actions: &[&str]) -> Self {
        Self {
            subjects: subjects.iter().map(|subject| vec![subject.clone()]).collect(),
            actions: actions.iter().map(|action| (*action).to_owned()).collect(),
        }
    }
}

fn action_json(action: &str) -> Value {
    json!({"type": attribute::ACTION, "value": action})
}

fn resource_json(resource: &str) -> Value {
    json!([{"type": attribute::RESOURCE, "value": resource}])
}

/// Action, resource, then the MD5 of `action;urn:altinn:resource:id` in UTF-16LE (EX 13).
fn right_key(action: &str, resource: &str) -> String {
    let text = format!("{action};{}:{resource}", attribute::RESOURCE);
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let digest = Md5::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    format!("{action};{resource};{digest}")
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    #[test]
    fn ex_13_the_right_key_is_the_md5_of_the_utf16_text() {
        assert_eq!(right_key("read", "acme-broker-test"), "read;acme-broker-test;d954bacedfb2cc3c7af53facf9fa1b9a");
        assert_eq!(right_key("write", "acme-broker-test"), "write;acme-broker-test;e0346410494acc72cc103eca19306edb");
        assert_eq!(right_key("subscribe", "acme-broker-test"), "subscribe;acme-broker-test;0c930e96b47bf02a327b1c7841f8c204");
    }

    #[test]
    fn ex_12_to_14_one_row_per_subject_and_action_one_per_action_one_per_subject() {
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

    #[test]
    fn e_1_only_what_roles_and_packages_have_can_be_delegated() {
        let mut policy = Policy::of(&[Attribute::new(attribute::ORG_CODE, "acme")], &["read", "write"]);
        assert!(policy.delegable_actions().is_empty());
        policy.rules.push(Rule::of(&[Attribute::new(attribute::ROLE, "dagl")], &["read"]));
        assert_eq!(policy.delegable_actions(), ["read"]);
    }
}
