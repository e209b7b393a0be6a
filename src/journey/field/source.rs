//! Where an answer comes from: who gives it, and where it is found.

use super::FieldId;
use crate::journey::{Acting, ClientAuth, PublishedEnvironment};

crate::choice! {
    /// Who gives an answer. The sentences are in `explain.ftl`, under `source`.
    pub enum FieldSource {
        /// The user's own choice.
        You = "you",
        /// The public register of organisations.
        Register = "register",
        /// The page of the client in the self-service portal.
        Portal = "portal",
        /// Whoever made the key, or the deed that makes one.
        Key = "key",
        /// Whoever issued the enterprise certificate.
        Issuer = "issuer",
        /// Whoever keeps the organisation's client for Digdir's administration.
        Admin = "admin",
        ServiceDesk = "service-desk",
        /// Whoever runs the network.
        Network = "network",
        /// The program, when the letter is noted as sent.
        Letter = "letter",
        ServiceOwner = "service-owner",
        /// Whoever registered the system, or the deed that registers it.
        System = "system",
        /// Whoever asked for the system user.
        Request = "request",
        /// The program proposes it.
        Proposed = "proposed",
        Vendor = "vendor",
        Counterpart = "counterpart",
        /// Broker, which names each transfer.
        Broker = "broker",
        /// Whoever runs the web server that events come to.
        Webhook = "webhook",
        /// The user's own application.
        Application = "application",
    }
}

impl FieldId {
    #[must_use]
    pub const fn source(self) -> FieldSource {
        match self {
            Self::Role
            | Self::Environment
            | Self::Acting
            | Self::ClientAuth
            | Self::AdminAuth
            | Self::ContactName
            | Self::ContactEmail
            | Self::ContactPhone
            | Self::SystemRedirectUrls
            | Self::PolicyApprovers
            | Self::PolicyOwnerActs
            | Self::PolicyAdmits
            | Self::BrokerMaxSize
            | Self::BrokerTimeToLive
            | Self::BrokerGrace
            | Self::BrokerPurge
            | Self::BrokerRequiredParty
            | Self::TransferFile
            | Self::EventsSetAside
            | Self::EventsBy
            | Self::EventsTypes => FieldSource::You,
            Self::Organisation | Self::ClientOwner => FieldSource::Register,
            Self::ClientId | Self::ClientKid | Self::ClientKeyPosted => FieldSource::Portal,
            Self::ClientKey | Self::ClientKeyPassword => FieldSource::Key,
            Self::ClientCertificate | Self::AdminCertificate => FieldSource::Issuer,
            Self::AdminId | Self::AdminKey | Self::AdminKid | Self::AdminKeyPassword => FieldSource::Admin,
            Self::Ca => FieldSource::Network,
            Self::ApiKey => FieldSource::ServiceDesk,
            Self::ScopesRequested | Self::AccessRequested | Self::ApprovalRequested => FieldSource::Letter,
            Self::Resource => FieldSource::ServiceOwner,
            Self::SystemId => FieldSource::System,
            Self::SystemExternalRef => FieldSource::Request,
            Self::SystemNameNb
            | Self::SystemNameNn
            | Self::SystemNameEn
            | Self::PublishTitleNb
            | Self::PublishTitleNn
            | Self::PublishTitleEn
            | Self::PublishDescriptionNb
            | Self::PublishDescriptionNn
            | Self::PublishDescriptionEn
            | Self::PublishRightDescriptionNb
            | Self::PublishRightDescriptionNn
            | Self::PublishRightDescriptionEn
            | Self::AccessListId => FieldSource::Proposed,
            Self::VendorName | Self::VendorApprovedOn | Self::VendorTransferSeenOn => FieldSource::Vendor,
            Self::TransferRecipients => FieldSource::Counterpart,
            Self::TransferId => FieldSource::Broker,
            Self::EventsEndpoint | Self::ListenPublicUrl => FieldSource::Webhook,
            Self::EventsReceivedByApplication => FieldSource::Application,
        }
    }

    /// The choice that applies without an answer. What applies to other fields is said in words.
    #[must_use]
    pub fn default_choice(self) -> Option<&'static str> {
        let defaults = [
            (Self::Environment, PublishedEnvironment::Sandbox.name()),
            (Self::Acting, Acting::Own.name()),
            (Self::ClientAuth, ClientAuth::default().name()),
            (Self::AdminAuth, ClientAuth::default().name()),
        ];
        defaults.iter().find(|(field, _)| *field == self).map(|(_, choice)| *choice)
    }
}
