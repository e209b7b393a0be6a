//! The screen that asks for the role: one line for each.

use crate::journey::{Environment, Role};

#[derive(Debug, Clone)]
pub struct Roles {
    /// The environment of the new profile.
    pub environment: Environment,
    /// The selected line, from 0.
    pub line: usize,
    /// Whether the profile gets a name without asking, so that a first start in the sandbox asks only this one question.
    pub names_itself: bool,
}

impl Roles {
    /// The order of the lines. Most users are senders, so that role comes first.
    pub const ORDER: [Role; 3] = [Role::Sender, Role::Recipient, Role::ServiceOwner];

    #[must_use]
    pub const fn new(environment: Environment) -> Self {
        Self { environment, line: 0, names_itself: false }
    }

    #[must_use]
    pub fn role(&self) -> Role {
        Self::ORDER.get(self.line).copied().unwrap_or(Role::Sender)
    }
}
