//! The checks: their stable ids, the step each belongs to, and the checks that each needs.

mod accuses;
mod asks;

pub use asks::Asks;

use super::{Role, StepId};

crate::choice! {
    /// One question to the services. The names are public and never change (contract 3).
    pub enum CheckId {
        /// Each host of the profile answers.
        KeyReach = "key.reach",
        /// Our clock agrees with the clocks of the services.
        KeyClock = "key.clock",
        /// The gateway lets us through, with an API key if it asks for one.
        KeyGateway = "key.gateway",
        /// Altinn has granted the role's scopes to the client's owner.
        KeyScopes = "key.scopes",
        /// The private key can be read and can sign.
        ClientKey = "client.key",
        /// Maskinporten knows the client and its key.
        ClientToken = "client.token",
        /// Each scope that the role needs is on the client.
        ClientScopes = "client.scopes",
        /// Altinn exchanges Maskinporten's token for its own.
        ClientExchange = "client.exchange",
        /// The token names the client's owner.
        ClientIdentity = "client.identity",
        /// The resource exists and is of the right type.
        AccessResource = "access.resource",
        /// The resource's policy has rules for the actions that the role needs.
        AccessPolicy = "access.policy",
        /// The system is registered, with our resource and our client in it.
        AccessSystem = "access.system",
        /// A system user acts for the party.
        AccessSystemUser = "access.system-user",
        /// Maskinporten issues a token for that system user.
        AccessSystemUserToken = "access.system-user-token",
        /// The organisation is a service owner in Broker, with storage.
        AccessServiceOwner = "access.service-owner",
        /// The resource is configured in Broker.
        AccessResourceConfig = "access.resource-config",
        /// Who is on the resource's access list.
        AccessMembers = "access.members",
        /// Broker accepts our token and answers about the resource.
        IntegrateList = "integrate.list",
        /// A marked test transfer went through.
        IntegrateTransfer = "integrate.transfer",
        /// Altinn accepts the webhook's address.
        EventsEndpoint = "events.endpoint",
        /// There is a subscription with matching filters.
        EventsSubscription = "events.subscription",
        /// Altinn has validated the webhook.
        EventsValidated = "events.validated",
        /// An event has arrived.
        EventsReceived = "events.received",
    }
}

impl CheckId {
    #[must_use]
    pub const fn step(self) -> StepId {
        match self {
            Self::KeyReach | Self::KeyClock | Self::KeyGateway | Self::KeyScopes => StepId::Key,
            Self::ClientKey | Self::ClientToken | Self::ClientScopes | Self::ClientExchange | Self::ClientIdentity => StepId::Client,
            Self::AccessResource
            | Self::AccessPolicy
            | Self::AccessSystem
            | Self::AccessSystemUser
            | Self::AccessSystemUserToken
            | Self::AccessServiceOwner
            | Self::AccessResourceConfig
            | Self::AccessMembers => StepId::Access,
            Self::IntegrateList | Self::IntegrateTransfer => StepId::Integrate,
            Self::EventsEndpoint | Self::EventsSubscription | Self::EventsValidated | Self::EventsReceived => StepId::Events,
        }
    }

    /// Whether the check is in the plan of this role.
    #[must_use]
    pub const fn is_for(self, role: Role) -> bool {
        match self {
            Self::AccessSystem | Self::AccessSystemUser | Self::AccessSystemUserToken => !matches!(role, Role::ServiceOwner),
            Self::AccessServiceOwner | Self::AccessResourceConfig | Self::AccessMembers => matches!(role, Role::ServiceOwner),
            Self::KeyReach | Self::KeyClock | Self::KeyGateway | Self::KeyScopes => true,
            Self::ClientKey | Self::ClientToken | Self::ClientScopes | Self::ClientExchange | Self::ClientIdentity => true,
            Self::AccessResource | Self::AccessPolicy | Self::IntegrateList | Self::IntegrateTransfer => true,
            Self::EventsEndpoint | Self::EventsSubscription | Self::EventsValidated | Self::EventsReceived => true,
        }
    }

    /// The checks that this one needs directly, in the order in which they are blamed.
    #[must_use]
    pub const fn needs(self, role: Role) -> &'static [Self] {
        let owner = matches!(role, Role::ServiceOwner);
        match self {
            Self::KeyScopes => &[Self::ClientScopes],
            Self::ClientToken => &[Self::ClientKey],
            Self::ClientScopes | Self::AccessSystemUserToken => &[Self::ClientToken],
            Self::ClientExchange => &[Self::ClientToken, Self::ClientScopes],
            Self::ClientIdentity | Self::AccessServiceOwner | Self::AccessResourceConfig | Self::AccessMembers => &[Self::ClientExchange],
            Self::AccessSystem | Self::AccessSystemUser => &[Self::ClientToken, Self::AccessSystemUserToken],
            Self::IntegrateList | Self::EventsSubscription if owner => &[Self::ClientExchange],
            Self::IntegrateList | Self::EventsSubscription => &[Self::AccessSystemUserToken],
            Self::IntegrateTransfer => &[Self::IntegrateList],
            Self::EventsValidated | Self::EventsReceived => &[Self::EventsSubscription],
            Self::KeyReach
            | Self::KeyClock
            | Self::KeyGateway
            | Self::ClientKey
            | Self::AccessResource
            | Self::AccessPolicy
            | Self::EventsEndpoint => &[],
        }
    }

    /// How many calls the check makes one after the other when all is well, those for its tokens included (contract 3).
    #[must_use]
    pub const fn depth(self) -> u32 {
        match self {
            Self::ClientKey => 0,
            Self::ClientExchange | Self::ClientIdentity => 2,
            Self::AccessSystemUser => 4,
            Self::AccessSystem
            | Self::AccessServiceOwner
            | Self::AccessResourceConfig
            | Self::AccessMembers
            | Self::IntegrateList
            | Self::IntegrateTransfer
            | Self::EventsSubscription
            | Self::EventsValidated => 3,
            Self::KeyReach | Self::KeyClock | Self::KeyGateway | Self::KeyScopes | Self::ClientToken | Self::ClientScopes => 1,
            Self::AccessResource | Self::AccessPolicy | Self::AccessSystemUserToken | Self::EventsEndpoint | Self::EventsReceived => 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_needs_only_checks_of_its_own_role() {
        for role in Role::ALL {
            for check in CheckId::ALL.iter().filter(|check| check.is_for(*role)) {
                for need in check.needs(*role) {
                    assert!(need.is_for(*role), "{check} of {role} needs {need}");
                }
            }
        }
    }

    #[test]
    fn every_name_starts_with_its_step() {
        for check in CheckId::ALL {
            assert!(check.name().starts_with(check.step().name()), "{check}");
        }
    }
}
