//! Deeds: what the program does for the user. Unlike checks, deeds change things.

use super::{Acting, CheckId, ClientAuth, Evidence, FieldId, Profile, Role, StepId};

crate::choice! {
    /// Something the program does when the user asks for it, after showing what it would do.
    pub enum DeedId {
        /// A sender sends a marked test file, a recipient fetches and confirms one, a service owner does both.
        SendTest = "send-test",
        /// Subscribes a webhook to the resource's events.
        Subscribe = "subscribe",
        /// A key pair for the client, in the profile's own keys folder.
        MakeKey = "make-key",
        /// The public key to the client: by an admin client, or by hand in the portal.
        PostKey = "post-key",
        /// A new key beside the old one, proven before it is used.
        RotateKey = "rotate-key",
        /// An old key taken off the client.
        RetireKey = "retire-key",
        /// The letter to the service desk.
        AskScopes = "ask-scopes",
        /// The letter to the service owner.
        AskAccess = "ask-access",
        /// The message to the approver.
        AskApprover = "ask-approver",
        /// The message to whom must send or fetch a test.
        AskCounterpart = "ask-counterpart",
        /// The system in the system register.
        RegisterSystem = "register-system",
        /// Adds rights and clients to a system.
        UpdateSystem = "update-system",
        /// A request that the approver answers.
        AskSystemUser = "ask-system-user",
        /// A request for one more right of a system user, which the approver answers.
        ChangeSystemUser = "change-system-user",
        /// A recipient fetches a marked test and confirms it.
        ReceiveTest = "receive-test",
        /// A resource in the Resource Registry.
        PublishResource = "publish-resource",
        /// The policy of a resource: who may approve, and for what.
        PublishPolicy = "publish-policy",
        /// The service owner in Broker.
        RegisterOwner = "register-owner",
        /// The resource in Broker: its limits.
        ConfigureResource = "configure-resource",
        /// Members of an access list, come or gone.
        Admit = "admit",
        /// The access list is enforced.
        RestrictResource = "restrict-resource",
        /// Takes away a subscription of ours.
        Unsubscribe = "unsubscribe",
    }
}

impl DeedId {
    /// The command that does it: `broker-setup do send-test`.
    #[must_use]
    pub fn command(self) -> String {
        format!("broker-setup do {self}")
    }

    #[must_use]
    pub const fn step(self) -> StepId {
        match self {
            Self::AskScopes => StepId::Key,
            Self::MakeKey | Self::PostKey | Self::RotateKey | Self::RetireKey => StepId::Client,
            Self::AskAccess
            | Self::AskApprover
            | Self::RegisterSystem
            | Self::UpdateSystem
            | Self::AskSystemUser
            | Self::ChangeSystemUser => StepId::Access,
            Self::SendTest | Self::ReceiveTest | Self::AskCounterpart => StepId::Integrate,
            Self::PublishResource
            | Self::PublishPolicy
            | Self::RegisterOwner
            | Self::ConfigureResource
            | Self::Admit
            | Self::RestrictResource => StepId::Access,
            Self::Subscribe | Self::Unsubscribe => StepId::Events,
        }
    }

    /// The check that passes once the deed, and what follows from it, is done.
    #[must_use]
    pub const fn proof(self) -> CheckId {
        match self {
            Self::AskScopes => CheckId::KeyScopes,
            Self::MakeKey => CheckId::ClientKey,
            Self::PostKey | Self::RotateKey | Self::RetireKey => CheckId::ClientToken,
            Self::AskAccess => CheckId::IntegrateList,
            Self::RegisterSystem | Self::UpdateSystem => CheckId::AccessSystem,
            Self::AskSystemUser | Self::AskApprover | Self::ChangeSystemUser => CheckId::AccessSystemUser,
            Self::SendTest | Self::ReceiveTest | Self::AskCounterpart => CheckId::IntegrateTransfer,
            Self::Subscribe | Self::Unsubscribe => CheckId::EventsSubscription,
            Self::PublishResource | Self::RestrictResource => CheckId::AccessResource,
            Self::PublishPolicy => CheckId::AccessPolicy,
            Self::RegisterOwner => CheckId::AccessServiceOwner,
            Self::ConfigureResource => CheckId::AccessResourceConfig,
            Self::Admit => CheckId::AccessMembers,
        }
    }

    /// The first field that the deed needs and that has no answer yet.
    #[must_use]
    pub fn missing(self, profile: &Profile) -> Option<FieldId> {
        use FieldId::{AdminId, ClientId, ClientKey, ContactEmail, EventsEndpoint, Organisation, Resource, TransferRecipients};
        use FieldId::{PolicyAdmits, PolicyOwnerActs};
        let needs: &[FieldId] = match self {
            Self::MakeKey | Self::AskScopes => &[Organisation],
            Self::PostKey => &[ClientKey],
            Self::RotateKey => &[Organisation, ClientId, ClientKey],
            Self::RetireKey => &[ClientId, AdminId],
            Self::AskAccess | Self::AskApprover | Self::AskCounterpart => &[Organisation, Resource],
            Self::RegisterSystem | Self::UpdateSystem | Self::AskSystemUser | Self::ChangeSystemUser => {
                &[Organisation, ClientId, ClientKey, Resource]
            }
            Self::SendTest if profile.acts_itself() => &[Organisation, ClientId, Resource],
            Self::SendTest => &[Organisation, ClientId, Resource, TransferRecipients],
            Self::ReceiveTest => &[Organisation, ClientId, Resource],
            Self::Subscribe => &[Organisation, ClientId, Resource, EventsEndpoint],
            Self::Unsubscribe => &[Organisation, ClientId, Resource],
            Self::PublishResource => &[Organisation, ClientId, ClientKey, Resource, ContactEmail],
            Self::PublishPolicy => &[Organisation, ClientId, ClientKey, Resource, PolicyOwnerActs, PolicyAdmits],
            Self::RegisterOwner | Self::ConfigureResource | Self::Admit | Self::RestrictResource => {
                &[Organisation, ClientId, ClientKey, Resource]
            }
        };
        needs.iter().copied().find(|field| field.is_for(profile) && profile.answer(*field).is_none())
    }

    /// The service's id of what the deed made last.
    #[must_use]
    pub fn made(self, evidence: &Evidence) -> Option<String> {
        match self {
            Self::SendTest | Self::ReceiveTest => evidence.transfer.as_ref().map(|transfer| transfer.id.to_string()),
            Self::Subscribe => evidence.subscriptions.last().map(|subscription| subscription.id.to_string()),
            Self::MakeKey | Self::PostKey | Self::RotateKey | Self::RetireKey => None,
            Self::PublishResource | Self::PublishPolicy | Self::RegisterOwner | Self::ConfigureResource => None,
            Self::Admit | Self::RestrictResource | Self::Unsubscribe => None,
            Self::RegisterSystem | Self::UpdateSystem | Self::AskSystemUser | Self::ChangeSystemUser => None,
            Self::AskScopes | Self::AskAccess | Self::AskApprover | Self::AskCounterpart => None,
        }
    }

    /// The checks whose findings the deed may change. They are asked anew after it.
    #[must_use]
    pub const fn renews(self) -> &'static [CheckId] {
        match self {
            Self::AskScopes => &[CheckId::KeyScopes],
            Self::MakeKey => &[CheckId::ClientKey],
            Self::PostKey | Self::RotateKey | Self::RetireKey => &[CheckId::ClientKey, CheckId::ClientToken, CheckId::ClientScopes],
            Self::RegisterSystem | Self::UpdateSystem | Self::AskSystemUser | Self::ChangeSystemUser => {
                &[CheckId::AccessSystem, CheckId::AccessSystemUser, CheckId::AccessSystemUserToken, CheckId::IntegrateList]
            }
            Self::SendTest | Self::ReceiveTest => &[CheckId::IntegrateList, CheckId::IntegrateTransfer, CheckId::EventsReceived],
            Self::PublishResource | Self::PublishPolicy | Self::RestrictResource => &[
                CheckId::AccessResource,
                CheckId::AccessPolicy,
                CheckId::AccessResourceConfig,
                CheckId::AccessMembers,
                CheckId::IntegrateList,
            ],
            Self::RegisterOwner | Self::ConfigureResource => {
                &[CheckId::AccessServiceOwner, CheckId::AccessResourceConfig, CheckId::IntegrateList]
            }
            Self::Admit => &[CheckId::AccessResource, CheckId::AccessMembers, CheckId::IntegrateList],
            Self::Subscribe | Self::Unsubscribe => {
                &[CheckId::EventsEndpoint, CheckId::EventsSubscription, CheckId::EventsValidated, CheckId::EventsReceived]
            }
            Self::AskAccess => &[CheckId::AccessResource, CheckId::AccessPolicy, CheckId::IntegrateList],
            Self::AskApprover => &[CheckId::AccessSystemUser],
            Self::AskCounterpart => &[CheckId::IntegrateTransfer],
        }
    }

    /// Whether the program can take back what the deed has made.
    #[must_use]
    pub const fn can_be_undone(self) -> bool {
        match self {
            Self::Subscribe | Self::RegisterSystem | Self::UpdateSystem | Self::AskSystemUser | Self::ChangeSystemUser => true,
            Self::MakeKey | Self::PostKey | Self::RetireKey => true,
            Self::PublishResource | Self::PublishPolicy | Self::Admit | Self::RestrictResource | Self::Unsubscribe => true,
            // A setting that was there before can be put back. Broker has no call for anything else (facts broker-api 2.9, 2.11).
            Self::ConfigureResource => true,
            Self::RegisterOwner => false,
            Self::SendTest | Self::ReceiveTest | Self::RotateKey => false,
            // Of a letter only the note that it was sent can be taken back.
            Self::AskScopes | Self::AskAccess | Self::AskApprover | Self::AskCounterpart => true,
        }
    }

    /// Whether the answers leave room for the deed: a key that they name is not made again.
    #[must_use]
    pub fn has_room(self, profile: &Profile) -> bool {
        let signs_with_key = profile.acting != Acting::ByVendor && profile.client.auth == ClientAuth::Key;
        match self {
            Self::MakeKey => signs_with_key && profile.client.key.is_none(),
            // What is posted is known to be there; an admin client can look whether it still is.
            Self::PostKey => signs_with_key && profile.client.key.is_some() && profile.client.key_posted.is_none(),
            Self::RotateKey => signs_with_key && profile.client.key_posted.is_some(),
            Self::RetireKey => signs_with_key && profile.admin.id.is_some(),
            Self::AskScopes | Self::AskAccess | Self::AskApprover | Self::AskCounterpart => true,
            Self::RegisterSystem | Self::UpdateSystem | Self::AskSystemUser | Self::ChangeSystemUser => true,
            // Who asks Altinn for events needs no subscription.
            Self::Subscribe => !profile.events.is_polled(),
            Self::SendTest | Self::ReceiveTest | Self::Unsubscribe => true,
            Self::PublishResource | Self::PublishPolicy | Self::RegisterOwner | Self::ConfigureResource => true,
            Self::Admit | Self::RestrictResource => true,
        }
    }

    /// Whether the deed is offered to this role.
    #[must_use]
    pub const fn is_for(self, role: Role) -> bool {
        match (self, role) {
            (Self::MakeKey | Self::PostKey | Self::RotateKey | Self::RetireKey, _) => true,
            (Self::AskScopes | Self::Subscribe | Self::Unsubscribe, _) => true,
            (Self::PublishResource | Self::PublishPolicy, role) => matches!(role, Role::ServiceOwner),
            (Self::RegisterOwner | Self::ConfigureResource | Self::Admit | Self::RestrictResource, role) => {
                matches!(role, Role::ServiceOwner)
            }
            (Self::SendTest, Role::Sender | Role::ServiceOwner) | (Self::ReceiveTest, Role::Recipient) => true,
            (Self::SendTest, Role::Recipient) | (Self::ReceiveTest, Role::Sender | Role::ServiceOwner) => false,
            (Self::AskCounterpart | Self::AskAccess | Self::AskApprover, role) => !matches!(role, Role::ServiceOwner),
            (Self::RegisterSystem | Self::UpdateSystem | Self::AskSystemUser | Self::ChangeSystemUser, role) => {
                !matches!(role, Role::ServiceOwner)
            }
        }
    }
}
