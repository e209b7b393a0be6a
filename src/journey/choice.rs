//! Values of a field that a service has told, to choose from instead of typing them.

use super::{EngineMessage, Message};
use crate::values::{Names, OrgNumber, Scope, Value};
use jiff::Timestamp;

/// A value to choose, with what it is recognised by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The answer, as the user would type it.
    pub value: String,
    /// What those who made it call it.
    pub names: Names,
    pub about: Option<ChoiceMessage>,
    /// All of it in small letters, then all of it without blanks: what typed words are looked for in.
    found_by: String,
}

crate::phrases! {
    /// What is told of a value to choose. The texts are in `choices.ftl`.
    pub enum ChoiceMessage {
        // A resource.
        OwnedBy { owner: Names, number: OrgNumber } = "owned-by",
        OwnedByName { owner: Names } = "owned-by-name",
        OwnedByNumber { number: OrgNumber } = "owned-by-number",
        // A system.
        SystemFor { resources: Vec<String> } = "system-for",
        SystemForNothing = "system-for-nothing",
        // A webhook.
        Subscribed { count: usize } = "subscribed",
        SubscribedUnvalidated { count: usize } = "subscribed-unvalidated",
        // A transfer.
        SentBy { sender: String, status: String, at: Timestamp } = "sent-by",
        SentAtNoTime { sender: String, status: String } = "sent-at-no-time",
        // An organisation of the sandbox.
        SandboxOwner { code: String } = "sandbox-owner",
        SandboxOrganisation = "sandbox-organisation",
    }
}

/// Why there is no list to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoChoices {
    /// The connection could not be opened.
    NotOpened(EngineMessage),
    /// The client's id, key or kid is missing, or the key cannot be read.
    NoClient,
    /// The client may not ask: it lacks this scope.
    NoScope(Scope),
    /// The service was asked, and gave no list.
    NotTold(Box<Message>),
}

impl Choice {
    #[must_use]
    pub fn new(value: impl Into<String>, names: Names, about: Option<ChoiceMessage>) -> Self {
        let value = value.into();
        let told: Vec<String> = about.iter().flat_map(ChoiceMessage::values).flat_map(|(_, value)| words(value)).collect();
        let all = std::iter::once(value.as_str()).chain(names.all()).chain(told.iter().map(String::as_str));
        let spaced = all.collect::<Vec<_>>().join("\n").to_lowercase();
        let dense: String = spaced.chars().filter(|c| *c == '\n' || !c.is_whitespace()).collect();
        Self { value, names, about, found_by: format!("{spaced}\n{dense}") }
    }

    /// A value of which nothing else is told.
    #[must_use]
    pub fn plain(value: impl Into<String>) -> Self {
        Self::new(value, Names::default(), None)
    }

    /// Whether every word of the text is somewhere in it, in any order and in letters of any size.
    #[must_use]
    pub fn fits(&self, typed: &str) -> bool {
        let typed = typed.to_lowercase();
        let dense: String = typed.split_whitespace().collect();
        typed.split_whitespace().all(|word| self.found_by.contains(word)) || self.found_by.contains(&dense)
    }

    /// Whether the text is this value, whatever the size of its letters and its blanks.
    #[must_use]
    pub fn is(&self, typed: &str) -> bool {
        let dense = |text: &str| text.split_whitespace().collect::<String>().to_lowercase();
        dense(&self.value) == dense(typed)
    }
}

fn words(value: Value) -> Vec<String> {
    match value {
        Value::Text(text) => vec![text],
        Value::List(texts) => texts,
        Value::Names(names) => names.all().map(ToOwned::to_owned).collect(),
        Value::Proposed(text) => vec![text.clone()],
        Value::Number(_) | Value::Moment(_) | Value::Day(_) | Value::FileSize(_) | Value::Lasting(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_found_by_any_part_in_any_order() {
        let names = Names { nb: Some("Smarte filer".to_owned()), nn: None, en: Some("Smart files".to_owned()) };
        let owner = Names::everywhere("Digitaliseringsdirektoratet");
        let about = "991825827".parse().ok().map(|number| ChoiceMessage::OwnedBy { owner, number });
        let choice = Choice::new("smart-files", names, about);
        for typed in ["", "SMART", "filer digital", "direktoratet files", "991825827", "991 825", "smart-files", "99182 smarte"] {
            assert!(choice.fits(typed), "{typed}");
        }
        for typed in ["smarter", "filer toll", "310"] {
            assert!(!choice.fits(typed), "{typed}");
        }
        assert!(choice.is("Smart-Files ") && !choice.is("smart"));
    }
}
