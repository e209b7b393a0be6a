//! What mends a finding, as its message has it. `next` makes of it what this profile can do.

use super::{Cause, DeedId, FieldId};
use crate::values::SystemId;

/// What mends what a message says. Each message that somebody must act on names one, in `message.rs`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mend {
    /// The answer or the deed that its check is most about; else a look again, once the user has done what the message says.
    ByCheck,
    Answer(FieldId),
    /// The field that it names; chosen where a service can tell its values.
    Field(Option<FieldId>),
    Deed(DeedId),
    /// A letter that this deed writes.
    Letter(DeedId),
    /// The scopes: the letter to the service desk, or the portal once it was sent.
    Scopes,
    /// The client's scopes, in the portal.
    ScopesOfClient,
    /// Another resource. A service owner looks at its own again.
    OtherResource,
    /// Who uses a resource asks its owner for it. A service owner looks again.
    AskOwner,
    /// The resource is published, once its answers are given.
    Publish,
    /// It is published again.
    PublishAgain,
    /// The policy is published, once its answers are given.
    Policy,
    /// A system with this id is registered by whom it belongs to; anyone else names another one.
    System(SystemId),
    /// The test transfer of the role.
    Test,
    /// One more test, of which an event comes.
    AnotherTest,
    /// Nothing that the program can open or do: a look again, once the user has done what the message says.
    LookAgain,
}

impl Mend {
    /// What mends a refusal.
    #[must_use]
    pub fn of_cause(cause: Cause) -> Self {
        if cause == Cause::ClientKeyExpired {
            return Self::Deed(DeedId::RotateKey);
        }
        // What the client's page in the portal shows tells nothing of these.
        if matches!(
            cause,
            Cause::ClientClock | Cause::ClientTimeDisputed | Cause::ClientReplay | Cause::RequestUnreadable | Cause::AuthorizationDetails
        ) {
            return Self::LookAgain;
        }
        if matches!(cause, Cause::ClientCertificate | Cause::ClientCertificateOwner) {
            return Self::Answer(FieldId::ClientCertificate);
        }
        Self::ByCheck
    }
}
