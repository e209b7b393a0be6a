//! The lists of values that a service, or the sandbox, can tell.

use super::{Acting, FieldId, Profile};

/// A list to choose a field's value from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChoiceList {
    /// The resources for files, from the Resource Registry. Anybody may ask (facts platform E).
    Resources,
    /// The organisations of the sandbox.
    Organisations,
    /// Those of the sandbox that a test file can go to.
    Recipients,
    /// The systems that the client's owner has registered.
    Systems,
    /// The webhooks of our own subscriptions.
    Webhooks,
    /// The newest transfers of our side.
    Transfers,
    /// The organisation's Maskinporten clients, which an admin client lists.
    Clients,
}

impl FieldId {
    /// The list that the field's value can be chosen from with what these answers say.
    #[must_use]
    pub fn list(self, profile: &Profile) -> Option<ChoiceList> {
        let has_client = profile.acting != Acting::ByVendor && profile.client.id.is_some();
        let is_sandbox = profile.environment.is_own_sandbox();
        match self {
            Self::Resource => Some(ChoiceList::Resources),
            Self::Organisation => is_sandbox.then_some(ChoiceList::Organisations),
            Self::TransferRecipients => is_sandbox.then_some(ChoiceList::Recipients),
            Self::ClientId => (profile.acting != Acting::ByVendor && profile.admin.id.is_some()).then_some(ChoiceList::Clients),
            Self::SystemId => has_client.then_some(ChoiceList::Systems),
            Self::EventsEndpoint => has_client.then_some(ChoiceList::Webhooks),
            Self::TransferId => {
                (has_client && profile.organisation.is_some() && profile.resource.is_some()).then_some(ChoiceList::Transfers)
            }
            Self::Role
            | Self::Environment
            | Self::Acting
            | Self::ClientOwner
            | Self::AdminId
            | Self::AdminAuth
            | Self::AdminCertificate
            | Self::AdminKey
            | Self::AdminKid
            | Self::AdminKeyPassword
            | Self::ClientAuth
            | Self::ClientCertificate
            | Self::ClientKey
            | Self::ClientKid
            | Self::ClientKeyPassword
            | Self::ClientKeyPosted
            | Self::Ca
            | Self::ApiKey
            | Self::ScopesRequested
            | Self::AccessRequested
            | Self::ApprovalRequested
            | Self::ContactName
            | Self::ContactEmail
            | Self::ContactPhone
            | Self::SystemExternalRef
            | Self::SystemNameNb
            | Self::SystemNameNn
            | Self::SystemNameEn
            | Self::SystemRedirectUrls
            | Self::PublishTitleNb
            | Self::PublishTitleNn
            | Self::PublishTitleEn
            | Self::PublishDescriptionNb
            | Self::PublishDescriptionNn
            | Self::PublishDescriptionEn
            | Self::PublishRightDescriptionNb
            | Self::PublishRightDescriptionNn
            | Self::PublishRightDescriptionEn
            | Self::PolicyApprovers
            | Self::PolicyOwnerActs
            | Self::PolicyAdmits
            | Self::BrokerMaxSize
            | Self::BrokerTimeToLive
            | Self::BrokerGrace
            | Self::BrokerPurge
            | Self::BrokerRequiredParty
            | Self::AccessListId
            | Self::EventsBy
            | Self::ListenPublicUrl
            | Self::VendorName
            | Self::VendorApprovedOn
            | Self::VendorTransferSeenOn
            | Self::TransferFile
            | Self::EventsSetAside
            | Self::EventsTypes
            | Self::EventsReceivedByApplication => None,
        }
    }

    /// Whether a service, or the sandbox, can tell the field's values with what these answers say.
    #[must_use]
    pub fn is_chosen(self, profile: &Profile) -> bool {
        self.list(profile).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::{Environment, PublishedEnvironment, Role};

    #[test]
    fn a_list_needs_what_it_is_asked_with() {
        let chosen = |profile: &Profile| FieldId::ALL.iter().copied().filter(|field| field.is_chosen(profile)).collect::<Vec<_>>();
        let mut profile = Profile::new(Role::Sender, Environment::Named(PublishedEnvironment::Tt02));
        assert_eq!(chosen(&profile), [FieldId::Resource]);
        assert_eq!(profile.set(FieldId::ClientId, "MOVE_IP_910075918"), Ok(()));
        assert_eq!(chosen(&profile), [FieldId::Resource, FieldId::SystemId, FieldId::EventsEndpoint]);
        profile.environment = Environment::SANDBOX;
        for field in [FieldId::Organisation, FieldId::TransferRecipients] {
            assert!(field.is_chosen(&profile), "{field}");
        }
    }
}
