//! Deeds: what the program does for the user. Checks never change anything; deeds do.

use super::{Role, StepId};

crate::choice! {
    /// Something the program can do for the user, asked for and shown before it is done.
    pub enum DeedId {
        /// Sends a marked test file, or fetches and confirms one, or both for a service owner.
        SendTest = "send-test",
        /// Subscribes a webhook to the events of the resource.
        Subscribe = "subscribe",
    }
}

impl DeedId {
    /// The step it belongs to.
    #[must_use]
    pub const fn step(self) -> StepId {
        match self {
            Self::SendTest => StepId::Integrate,
            Self::Subscribe => StepId::Events,
        }
    }

    /// Whether a role can ask for it.
    #[must_use]
    pub const fn is_for(self, role: Role) -> bool {
        match (self, role) {
            (Self::SendTest | Self::Subscribe, Role::Sender | Role::Recipient | Role::ServiceOwner) => true,
        }
    }
}
