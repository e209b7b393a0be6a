//! The fields: what the program asks the user for. One list; the wizard, the flags, the environment variables, the answers
//! file and `--plain` are all made from it.

use super::{Acting, Role, StepId};

crate::choice! {
    /// An answer. The names are public and never change (contract 2).
    pub enum FieldId {
        Role = "role",
        Environment = "environment",
        /// Who runs the system.
        Acting = "acting",
        /// The party that sends, receives or owns.
        Organisation = "organisation",
        /// Who owns the Maskinporten client.
        ClientOwner = "client.owner",
        ClientId = "client.id",
        /// Where the private key is.
        ClientKey = "client.key",
        ClientKid = "client.kid",
        /// Where the password is that the private key is encrypted with.
        ClientKeyPassword = "client.key_password",
        /// When the key was posted to Maskinporten.
        ClientKeyPosted = "client.key_posted",
        /// Where the gateway's API key is.
        ApiKey = "api_key",
        /// When the mail to the service desk was sent.
        ScopesRequested = "scopes_requested",
        Resource = "resource",
        SystemId = "system.id",
        /// The reference that the system-user request had, if it had one.
        SystemExternalRef = "system.external_ref",
        /// Who shall receive the test file.
        TransferRecipients = "transfer.recipients",
        /// A file to send instead of a made-up one.
        TransferFile = "transfer.file",
        /// A transfer to fetch or look at.
        TransferId = "transfer.id",
        /// Why step 5 is set aside.
        EventsSetAside = "events.set_aside",
        EventsEndpoint = "events.endpoint",
        /// The event types to subscribe to; none means all.
        EventsTypes = "events.types",
        /// When the user's own application received an event.
        EventsReceivedByApplication = "events.received_by_application",
    }
}

/// What kind of answer a field takes, which decides how it is edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// One of a few.
    Choice(&'static [&'static str]),
    /// A line of text.
    Line,
    /// A line that names where a secret is: `file:`, `env:`, `cmd:`.
    SecretReference,
    /// A day, `YYYY-MM-DD`.
    Day,
    /// Several, separated by commas.
    Several,
    /// A file on this machine.
    Path,
}

impl FieldId {
    /// The flag of the command line: `--client-id`.
    #[must_use]
    pub fn flag(self) -> String {
        format!("--{}", self.name().replace(['.', '_'], "-"))
    }

    /// The environment variable: `BROKER_SETUP_CLIENT_ID`.
    #[must_use]
    pub fn variable(self) -> String {
        format!("BROKER_SETUP_{}", self.name().replace('.', "_").to_uppercase())
    }

    /// How it is edited.
    #[must_use]
    pub const fn kind(self) -> FieldKind {
        match self {
            Self::Role => FieldKind::Choice(&["service-owner", "sender", "recipient"]),
            Self::Environment => FieldKind::Choice(&["sandbox", "tt02", "prod"]),
            Self::Acting => FieldKind::Choice(&["own", "for-customer", "by-vendor"]),
            Self::ClientKey | Self::ClientKeyPassword | Self::ApiKey => FieldKind::SecretReference,
            Self::ClientKeyPosted | Self::ScopesRequested | Self::EventsReceivedByApplication => FieldKind::Day,
            Self::TransferRecipients | Self::EventsTypes => FieldKind::Several,
            Self::TransferFile => FieldKind::Path,
            Self::Organisation
            | Self::ClientOwner
            | Self::ClientId
            | Self::ClientKid
            | Self::Resource
            | Self::SystemId
            | Self::SystemExternalRef
            | Self::TransferId
            | Self::EventsSetAside
            | Self::EventsEndpoint => FieldKind::Line,
        }
    }

    /// The step whose panel shows it; none for what is asked before the steps.
    #[must_use]
    pub const fn step(self) -> Option<StepId> {
        match self {
            Self::Role | Self::Environment => None,
            Self::Acting | Self::Organisation | Self::ApiKey | Self::ScopesRequested => Some(StepId::Key),
            Self::ClientOwner | Self::ClientId | Self::ClientKey | Self::ClientKid | Self::ClientKeyPassword | Self::ClientKeyPosted => {
                Some(StepId::Client)
            }
            Self::Resource | Self::SystemId | Self::SystemExternalRef => Some(StepId::Access),
            Self::TransferRecipients | Self::TransferFile | Self::TransferId => Some(StepId::Integrate),
            Self::EventsSetAside | Self::EventsEndpoint | Self::EventsTypes | Self::EventsReceivedByApplication => Some(StepId::Events),
        }
    }

    /// Whether the field is asked for at all of someone with this role who acts so.
    #[must_use]
    pub const fn is_for(self, role: Role, acting: Acting) -> bool {
        let owner = matches!(role, Role::ServiceOwner);
        let by_vendor = matches!(acting, Acting::ByVendor);
        match self {
            Self::Acting => !owner,
            Self::ClientId
            | Self::ClientKey
            | Self::ClientKid
            | Self::ClientKeyPassword
            | Self::ClientKeyPosted
            | Self::ApiKey
            | Self::ScopesRequested => !by_vendor,
            Self::TransferRecipients => !by_vendor && !matches!(role, Role::Recipient),
            Self::TransferFile | Self::TransferId => !by_vendor,
            Self::EventsSetAside | Self::EventsEndpoint | Self::EventsTypes | Self::EventsReceivedByApplication => !by_vendor,
            Self::SystemId | Self::SystemExternalRef => !by_vendor,
            Self::Role | Self::Environment | Self::Organisation | Self::ClientOwner | Self::Resource => true,
        }
    }

    /// Whether the journey cannot be completed without an answer (contract 2). The API key is needed only if the gateway asks.
    #[must_use]
    pub const fn is_required(self, role: Role, acting: Acting) -> bool {
        self.is_for(role, acting)
            && matches!(
                self,
                Self::Role
                    | Self::Environment
                    | Self::Acting
                    | Self::Organisation
                    | Self::ClientId
                    | Self::ClientKey
                    | Self::ClientKid
                    | Self::Resource
                    | Self::EventsEndpoint
            )
    }
}
