//! Where a field is shown: its step, and the deed that it is for.

use super::FieldId;
use crate::journey::{DeedId, StepId};

impl FieldId {
    /// The step that shows the field. None for those that are asked before the steps.
    #[must_use]
    pub const fn step(self) -> Option<StepId> {
        match self {
            Self::Role | Self::Environment => None,
            Self::Acting | Self::Organisation | Self::Ca | Self::ApiKey | Self::ScopesRequested => Some(StepId::Key),
            Self::ContactName | Self::ContactEmail | Self::ContactPhone => Some(StepId::Key),
            Self::ClientOwner
            | Self::ClientId
            | Self::ClientAuth
            | Self::ClientCertificate
            | Self::ClientKey
            | Self::ClientKid
            | Self::ClientKeyPassword
            | Self::ClientKeyPosted
            | Self::AdminId
            | Self::AdminAuth
            | Self::AdminCertificate
            | Self::AdminKey
            | Self::AdminKid
            | Self::AdminKeyPassword => Some(StepId::Client),
            Self::Resource
            | Self::AccessRequested
            | Self::ApprovalRequested
            | Self::SystemId
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
            | Self::VendorName
            | Self::VendorApprovedOn
            | Self::VendorTransferSeenOn => Some(StepId::Access),
            Self::TransferRecipients | Self::TransferFile | Self::TransferId => Some(StepId::Integrate),
            Self::EventsSetAside
            | Self::EventsBy
            | Self::EventsEndpoint
            | Self::EventsTypes
            | Self::EventsReceivedByApplication
            | Self::ListenPublicUrl => Some(StepId::Events),
        }
    }

    /// The deed that the answer is for, if it is used for nothing else. Where the deed is not to be done, the field is not shown.
    #[must_use]
    pub const fn deed(self) -> Option<DeedId> {
        match self {
            Self::PublishTitleNb
            | Self::PublishTitleNn
            | Self::PublishTitleEn
            | Self::PublishDescriptionNb
            | Self::PublishDescriptionNn
            | Self::PublishDescriptionEn
            | Self::PublishRightDescriptionNb
            | Self::PublishRightDescriptionNn
            | Self::PublishRightDescriptionEn => Some(DeedId::PublishResource),
            Self::PolicyApprovers | Self::PolicyOwnerActs | Self::PolicyAdmits => Some(DeedId::PublishPolicy),
            Self::BrokerMaxSize | Self::BrokerTimeToLive | Self::BrokerGrace | Self::BrokerPurge | Self::BrokerRequiredParty => {
                Some(DeedId::ConfigureResource)
            }
            Self::AccessListId => Some(DeedId::Admit),
            Self::SystemNameNb | Self::SystemNameNn | Self::SystemNameEn | Self::SystemRedirectUrls => Some(DeedId::RegisterSystem),
            Self::Role
            | Self::Environment
            | Self::Acting
            | Self::Organisation
            | Self::ClientOwner
            | Self::ClientId
            | Self::ClientAuth
            | Self::ClientCertificate
            | Self::ClientKey
            | Self::ClientKid
            | Self::ClientKeyPassword
            | Self::ClientKeyPosted
            | Self::AdminId
            | Self::AdminAuth
            | Self::AdminCertificate
            | Self::AdminKey
            | Self::AdminKid
            | Self::AdminKeyPassword
            | Self::Ca
            | Self::ApiKey
            | Self::ScopesRequested
            | Self::AccessRequested
            | Self::ApprovalRequested
            | Self::ContactName
            | Self::ContactEmail
            | Self::ContactPhone
            | Self::Resource
            | Self::SystemId
            | Self::SystemExternalRef
            | Self::VendorName
            | Self::VendorApprovedOn
            | Self::VendorTransferSeenOn
            | Self::TransferRecipients
            | Self::TransferFile
            | Self::TransferId
            | Self::EventsSetAside
            | Self::EventsBy
            | Self::EventsEndpoint
            | Self::EventsTypes
            | Self::EventsReceivedByApplication
            | Self::ListenPublicUrl => None,
        }
    }
}
