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
    #[must_use]
    pub const fn new(environment: Environment) -> Self {
        Self { environment, line: 0, names_itself: false }
    }

    #[must_use]
    pub fn role(&self) -> Role {
        Role::ORDER.get(self.line).copied().unwrap_or(Role::Sender)
    }
}
