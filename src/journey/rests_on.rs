//! Which answers a finding rests on. A finding that was made with other answers says nothing about those of now: a key that was
//! replaced since may not sign, and a connection that was ready with the former one is not known to be.

use super::{CheckId, FieldId, Finding, Profile, StepId, scopes};
use serde::{Deserialize, Serialize};
use std::hash::{DefaultHasher, Hash, Hasher};

/// A hash of the answers that a check was made with. Where nothing is known of them it is empty, and fits no answers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fingerprint(String);

impl Fingerprint {
    /// The hash is for noticing a change, not for safety. If a later version hashes in another way, the checks are only run again.
    #[must_use]
    pub fn of(check: CheckId, profile: &Profile) -> Self {
        let mut hasher = DefaultHasher::new();
        for field in FieldId::ALL.iter().filter(|field| check.rests_on(**field)) {
            (field.name(), profile.answer(*field)).hash(&mut hasher);
        }
        // Which scopes the role needs follows from many answers.
        if matches!(check, CheckId::KeyScopes | CheckId::ClientScopes) {
            scopes(profile).iter().for_each(|wanted| wanted.scope.as_str().hash(&mut hasher));
        }
        // All environments with own addresses have the same name.
        format!("{:?}", profile.environment).hash(&mut hasher);
        Self(format!("{:016x}", hasher.finish()))
    }
}

impl Finding {
    /// The same finding, marked as made with these answers.
    #[must_use]
    pub fn made_with(self, profile: &Profile) -> Self {
        Self { answers: Fingerprint::of(self.check, profile), ..self }
    }

    /// Whether the finding was made with these answers.
    #[must_use]
    pub fn stands_for(&self, profile: &Profile) -> bool {
        self.answers == Fingerprint::of(self.check, profile)
    }
}

impl CheckId {
    /// Whether another answer to this field can change what the check finds.
    #[must_use]
    pub const fn rests_on(self, field: FieldId) -> bool {
        match field {
            FieldId::Role | FieldId::Environment | FieldId::Acting | FieldId::Organisation | FieldId::ClientId | FieldId::Resource => true,
            // With every call: what is sent along, and whom we trust to be the host.
            FieldId::ApiKey | FieldId::Ca => !matches!(self, Self::ClientKey),
            FieldId::ClientOwner => matches!(self, Self::ClientIdentity),
            FieldId::ClientAuth | FieldId::ClientCertificate | FieldId::ClientKey | FieldId::ClientKid | FieldId::ClientKeyPassword => {
                self.needs_a_token() || matches!(self, Self::ClientKey)
            }
            FieldId::ClientKeyPosted => matches!(self, Self::ClientKey),
            FieldId::AdminId
            | FieldId::AdminAuth
            | FieldId::AdminCertificate
            | FieldId::AdminKey
            | FieldId::AdminKid
            | FieldId::AdminKeyPassword => matches!(self, Self::KeyScopes),
            FieldId::ScopesRequested => matches!(self, Self::KeyScopes | Self::ClientScopes),
            FieldId::AccessRequested => matches!(self, Self::AccessResource | Self::AccessPolicy | Self::IntegrateList),
            FieldId::ApprovalRequested | FieldId::ContactName | FieldId::ContactEmail | FieldId::ContactPhone => false,
            FieldId::SystemId => matches!(self, Self::AccessSystem | Self::AccessSystemUser | Self::IntegrateTransfer),
            FieldId::SystemExternalRef => {
                matches!(self.step(), StepId::Access | StepId::Integrate | StepId::Events) && self.needs_a_token()
            }
            FieldId::VendorName | FieldId::VendorApprovedOn | FieldId::VendorTransferSeenOn => {
                matches!(self, Self::AccessSystem | Self::AccessSystemUser | Self::AccessSystemUserToken)
            }
            FieldId::SystemNameNb | FieldId::SystemNameNn | FieldId::SystemNameEn | FieldId::SystemRedirectUrls => false,
            FieldId::TransferRecipients | FieldId::TransferFile => false,
            // What a deed publishes is asked of the service that has it then.
            FieldId::PublishTitleNb
            | FieldId::PublishTitleNn
            | FieldId::PublishTitleEn
            | FieldId::PublishDescriptionNb
            | FieldId::PublishDescriptionNn
            | FieldId::PublishDescriptionEn
            | FieldId::PublishRightDescriptionNb
            | FieldId::PublishRightDescriptionNn
            | FieldId::PublishRightDescriptionEn
            | FieldId::PolicyApprovers
            | FieldId::BrokerMaxSize
            | FieldId::BrokerTimeToLive
            | FieldId::BrokerGrace
            | FieldId::BrokerPurge
            | FieldId::BrokerRequiredParty => false,
            FieldId::PolicyOwnerActs => matches!(self, Self::AccessPolicy | Self::IntegrateTransfer),
            FieldId::PolicyAdmits => matches!(self, Self::KeyScopes | Self::ClientScopes | Self::AccessResource | Self::AccessMembers),
            FieldId::AccessListId => matches!(self, Self::AccessMembers),
            FieldId::TransferId => matches!(self, Self::IntegrateTransfer),
            // It decides whether the role needs the scope and the rule for events.
            FieldId::EventsSetAside => {
                matches!(self.step(), StepId::Events) || matches!(self, Self::KeyScopes | Self::ClientScopes | Self::AccessPolicy)
            }
            FieldId::EventsBy | FieldId::EventsEndpoint | FieldId::EventsTypes => matches!(self.step(), StepId::Events),
            FieldId::ListenPublicUrl => false,
            FieldId::EventsReceivedByApplication => matches!(self, Self::EventsReceived),
        }
    }

    /// Whether the check asks with a token of the client.
    const fn needs_a_token(self) -> bool {
        match self {
            Self::KeyReach
            | Self::KeyClock
            | Self::KeyGateway
            | Self::ClientKey
            | Self::AccessResource
            | Self::AccessPolicy
            | Self::EventsEndpoint => false,
            Self::KeyScopes
            | Self::ClientToken
            | Self::ClientScopes
            | Self::ClientExchange
            | Self::ClientIdentity
            | Self::AccessSystem
            | Self::AccessSystemUser
            | Self::AccessSystemUserToken
            | Self::AccessServiceOwner
            | Self::AccessResourceConfig
            | Self::AccessMembers
            | Self::IntegrateList
            | Self::IntegrateTransfer
            | Self::EventsSubscription
            | Self::EventsValidated
            | Self::EventsReceived => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::{Environment, Role};

    fn stands(check: CheckId, field: FieldId, text: &str) -> bool {
        let before = Profile::new(Role::Sender, Environment::SANDBOX);
        let mut after = before.clone();
        assert_eq!(after.set(field, text), Ok(()));
        Finding::passed(check, 1).made_with(&before).stands_for(&after)
    }

    #[test]
    fn a_finding_stands_until_an_answer_that_it_rests_on_changes() {
        assert!(!stands(CheckId::ClientToken, FieldId::ClientKid, "other"));
        assert!(!stands(CheckId::IntegrateList, FieldId::ClientKey, "file:other.pem"));
        assert!(!stands(CheckId::EventsValidated, FieldId::EventsEndpoint, "https://hooks.example.no/b"));
        assert!(!stands(CheckId::AccessPolicy, FieldId::EventsSetAside, "later"));
        assert!(stands(CheckId::KeyReach, FieldId::ClientKid, "other"));
        assert!(stands(CheckId::IntegrateTransfer, FieldId::TransferFile, "invoice.xml"));
    }

    #[test]
    fn a_finding_of_unknown_answers_stands_for_none() {
        assert!(!Finding::passed(CheckId::KeyReach, 1).stands_for(&Profile::new(Role::Sender, Environment::SANDBOX)));
    }
}
