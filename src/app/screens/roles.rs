//! Which role? Three lines, one sentence each.

use crate::journey::{Environment, Role};

#[derive(Debug, Clone)]
pub struct Roles {
    /// Where the profile will be.
    pub environment: Environment,
    /// The selected line.
    pub line: usize,
    /// Whether the name is chosen for the user: the first minute asks one question only.
    pub names_itself: bool,
}

impl Roles {
    /// The order in which they are asked: most who come here send.
    pub const ORDER: [Role; 3] = [Role::Sender, Role::Recipient, Role::ServiceOwner];

    /// The question for an environment.
    #[must_use]
    pub const fn new(environment: Environment) -> Self {
        Self { environment, line: 0, names_itself: false }
    }

    #[must_use]
    pub fn role(&self) -> Role {
        Self::ORDER.get(self.line).copied().unwrap_or(Role::Sender)
    }
}
