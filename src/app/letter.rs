//! The message that the user can send to the person who must act. It says what is needed, with the numbers and names they need for
//! it.

use super::Session;
use crate::journey::{CheckId, Message};
use crate::text::Text;
use crate::values::{Scope, Value};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The recipient, in words: "the service owner".
    pub to: String,
    pub subject: String,
    pub body: String,
}

impl Letter {
    /// The text that is copied: the subject, an empty line, the body.
    #[must_use]
    pub fn whole(&self) -> String {
        format!("{}\n\n{}\n", self.subject, self.body)
    }
}

/// The message to send for a check's finding. None when nobody else has to act.
#[must_use]
pub fn letter(session: &Session, words: &Text, check: CheckId) -> Option<Letter> {
    let finding = session.finding(check)?;
    let (name, asked) = kind(&finding.message)?;
    let profile = session.profile();
    let text = |value: Option<String>| Value::Text(value.unwrap_or_default());
    let link = finding.link.as_ref().map(ToString::to_string).or_else(|| words.finding(&finding.message).link);
    let values = [
        ("organisation", text(profile.organisation.as_ref().map(ToString::to_string))),
        ("owner", text(profile.client_owner().map(ToString::to_string))),
        ("client", text(profile.client.id.as_ref().map(ToString::to_string))),
        ("resource", text(profile.resource.as_ref().map(ToString::to_string))),
        ("system", text(profile.system.id.as_ref().map(ToString::to_string))),
        ("environment", Value::Text(words.environment(&profile.environment))),
        ("does", Value::Text(words.line("screens", &format!("role.{}.does", profile.role), &[]))),
        ("asked", Value::List(asked)),
        ("link", text(link)),
    ];
    let part = |part: &str| words.line("screens", &format!("letter.{name}.{part}"), &values);
    Some(Letter { to: part("to"), subject: part("subject"), body: part("body") })
}

/// Every kind of letter. Each has its texts under `letter` in `screens.ftl`.
pub const KINDS: &[&str] = &["approver", "scopes", "policy", "publish", "access", "sender"];

/// The kind of letter for a finding's message, with the scopes or actions it asks for.
fn kind(message: &Message) -> Option<(&'static str, Vec<String>)> {
    let scopes = |scopes: &[Scope]| scopes.iter().map(ToString::to_string).collect();
    match message {
        Message::SystemUserWaits { .. } => Some(("approver", Vec::new())),
        Message::ScopesNotGranted { scopes: asked }
        | Message::ScopesAsked { scopes: asked, .. }
        | Message::ScopesToAdd { scopes: asked, .. }
        | Message::ScopesWantedNotGranted { scopes: asked }
        | Message::ScopesMissing { scopes: asked, .. } => Some(("scopes", scopes(asked))),
        Message::PolicyLacks { actions, .. } => Some(("policy", actions.clone())),
        Message::PolicyPlaceholder { .. } => Some(("publish", Vec::new())),
        Message::ListNoAccess { .. } => Some(("access", Vec::new())),
        Message::TransferNoneReceived => Some(("sender", Vec::new())),
        _ => None,
    }
}
