//! Which fields are asked for beside the answers that are there, and which must be answered.

use super::FieldId;
use crate::journey::{Acting, ClientAuth, Profile, Role};

impl FieldId {
    /// Whether the field is asked for beside these answers.
    #[must_use]
    pub fn is_for(self, profile: &Profile) -> bool {
        let owner = profile.role == Role::ServiceOwner;
        let by_vendor = profile.acting == Acting::ByVendor;
        let certificate = profile.client.auth == ClientAuth::Certificate;
        match self {
            Self::Acting | Self::AccessRequested | Self::ApprovalRequested => !owner,
            Self::ContactName | Self::ContactEmail | Self::ContactPhone => true,
            Self::ClientId | Self::ClientAuth | Self::ClientKey | Self::ClientKeyPassword | Self::ScopesRequested => !by_vendor,
            // A kid names a registered key, which lives a year from its posting. A certificate has neither, and says when it ends.
            Self::ClientKid | Self::ClientKeyPosted => !by_vendor && !certificate,
            Self::ClientCertificate => !by_vendor && certificate,
            // Of an admin client nothing more is asked until there is one.
            Self::AdminId => !by_vendor,
            Self::AdminAuth | Self::AdminKey | Self::AdminKeyPassword => !by_vendor && profile.admin.id.is_some(),
            Self::AdminKid => !by_vendor && profile.admin.id.is_some() && profile.admin.auth == ClientAuth::Key,
            Self::AdminCertificate => !by_vendor && profile.admin.id.is_some() && profile.admin.auth == ClientAuth::Certificate,
            Self::TransferRecipients | Self::TransferFile => !by_vendor && profile.role != Role::Recipient,
            Self::TransferId => !by_vendor,
            Self::EventsSetAside | Self::EventsBy | Self::EventsReceivedByApplication => !by_vendor,
            Self::EventsEndpoint => !by_vendor && !profile.events.is_polled(),
            Self::EventsTypes => !by_vendor,
            // Of use to `listen`, while there is no webhook of the user's own.
            Self::ListenPublicUrl => {
                let is_needed = profile.events.endpoint.is_none() || profile.listen.public_url.is_some();
                !by_vendor && !profile.events.is_polled() && !profile.environment.is_loopback() && is_needed
            }
            Self::PublishTitleNb
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
            | Self::AccessListId => owner,
            // A service owner may have a system user of its own (contract 2), but needs none.
            Self::SystemId | Self::SystemExternalRef => !by_vendor && (!owner || profile.system.id.is_some()),
            Self::SystemNameNb | Self::SystemNameNn | Self::SystemNameEn | Self::SystemRedirectUrls => !by_vendor && !owner,
            Self::VendorName | Self::VendorApprovedOn | Self::VendorTransferSeenOn => by_vendor,
            Self::Role | Self::Environment | Self::Organisation | Self::ClientOwner | Self::Ca | Self::ApiKey | Self::Resource => true,
        }
    }

    /// Whether the journey needs an answer to be completed (contract 2). The API key is not among them, since the gateway may not
    /// ask for one.
    #[must_use]
    pub fn is_required(self, profile: &Profile) -> bool {
        let is_needed = matches!(
            self,
            Self::Role
                | Self::Environment
                | Self::Acting
                | Self::Organisation
                | Self::ClientId
                | Self::ClientCertificate
                | Self::ClientKid
                | Self::Resource
                | Self::VendorName
                | Self::VendorApprovedOn
                | Self::VendorTransferSeenOn
                | Self::EventsEndpoint
        );
        // A certificate mostly has its key in the same file.
        let needs_key = self == Self::ClientKey && profile.client.auth == ClientAuth::Key;
        (is_needed || needs_key) && self.is_for(profile)
    }
}
