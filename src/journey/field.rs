//! The fields: what the program asks the user for. The wizard, the flags, the environment variables, the answers file and `--plain`
//! are all made from this one list.

mod asked;
mod needed;
mod place;
mod source;

pub use needed::FieldCase;
pub use source::FieldSource;

crate::choice! {
    /// One field. The names are public and never change (contract 2).
    pub enum FieldId {
        Role = "role",
        Environment = "environment",
        /// Who runs the system.
        Acting = "acting",
        /// The organisation that sends, receives or owns.
        Organisation = "organisation",
        /// Who owns the Maskinporten client.
        ClientOwner = "client.owner",
        ClientId = "client.id",
        /// How the client proves that it is itself: with a registered key, or with an enterprise certificate.
        ClientAuth = "client.auth",
        /// A reference to the enterprise certificate.
        ClientCertificate = "client.certificate",
        /// A reference to the private key.
        ClientKey = "client.key",
        ClientKid = "client.kid",
        /// Where the password is that the private key is encrypted with.
        ClientKeyPassword = "client.key_password",
        /// The day the key was added to the client in Maskinporten.
        ClientKeyPosted = "client.key_posted",
        /// The organisation's other client, which may list its clients and change their keys.
        AdminId = "admin.id",
        AdminAuth = "admin.auth",
        AdminCertificate = "admin.certificate",
        AdminKey = "admin.key",
        AdminKid = "admin.kid",
        AdminKeyPassword = "admin.key_password",
        /// A file with certificates to trust besides the system's.
        Ca = "ca",
        /// A reference to the gateway's API key.
        ApiKey = "api_key",
        /// The day the user asked Altinn's service desk for the scopes.
        ScopesRequested = "scopes_requested",
        /// The day the user asked the service owner for access.
        AccessRequested = "access_requested",
        /// The day the user asked the approver to approve the system user.
        ApprovalRequested = "approval_requested",
        /// Whom the receiver of a letter may answer.
        ContactName = "contact.name",
        ContactEmail = "contact.email",
        ContactPhone = "contact.phone",
        Resource = "resource",
        SystemId = "system.id",
        /// The external reference of the system-user request, if it had one.
        SystemExternalRef = "system.external_ref",
        /// The system's name in Bokmål. One language is enough; it is then used for all.
        SystemNameNb = "system.name.nb",
        SystemNameNn = "system.name.nn",
        SystemNameEn = "system.name.en",
        /// The pages that the approver's browser may be sent to afterwards.
        SystemRedirectUrls = "system.redirect_urls",
        /// What the published resource is called, in each language. One language is enough; it is then used for all.
        PublishTitleNb = "publish.title.nb",
        PublishTitleNn = "publish.title.nn",
        PublishTitleEn = "publish.title.en",
        /// What the published resource is for.
        PublishDescriptionNb = "publish.description.nb",
        PublishDescriptionNn = "publish.description.nn",
        PublishDescriptionEn = "publish.description.en",
        /// What an approver gives away with it.
        PublishRightDescriptionNb = "publish.right_description.nb",
        PublishRightDescriptionNn = "publish.right_description.nn",
        PublishRightDescriptionEn = "publish.right_description.en",
        /// The roles and access packages whose holders may approve.
        PolicyApprovers = "policy.approvers",
        /// Whether the service owner itself sends, receives or subscribes.
        PolicyOwnerActs = "policy.owner_acts",
        /// Which organisations may use the resource.
        PolicyAdmits = "policy.admits",
        /// The largest file that Broker takes for the resource.
        BrokerMaxSize = "broker.max_size",
        BrokerTimeToLive = "broker.time_to_live",
        /// How long a file stays after all have confirmed it.
        BrokerGrace = "broker.grace",
        /// Whether a file goes before its time, once all have confirmed it.
        BrokerPurge = "broker.purge",
        /// The organisation that must be sender or recipient of each transfer.
        BrokerRequiredParty = "broker.required_party",
        /// The access list that says who may use the resource.
        AccessListId = "access_list.id",
        /// The vendor that runs the system for us.
        VendorName = "vendor.name",
        /// The day our organisation approved the vendor's system user.
        VendorApprovedOn = "vendor.approved_on",
        /// The day a test transfer through the vendor's system was seen.
        VendorTransferSeenOn = "vendor.transfer_seen_on",
        /// The organisations that the test file is sent to.
        TransferRecipients = "transfer.recipients",
        /// A file to send instead of a made-up one.
        TransferFile = "transfer.file",
        /// A transfer to fetch or look at.
        TransferId = "transfer.id",
        /// Why step 5 is set aside.
        EventsSetAside = "events.set_aside",
        /// How events come: Altinn calls a webhook, or we ask.
        EventsBy = "events.by",
        EventsEndpoint = "events.endpoint",
        /// The event types to subscribe to. Empty means all.
        EventsTypes = "events.types",
        /// The day the user's own application received an event.
        EventsReceivedByApplication = "events.received_by_application",
        /// The address under which Altinn reaches `listen`.
        ListenPublicUrl = "listen.public_url",
    }
}

/// The kind of a field's answer. It decides how the field is edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// One of these values.
    Choice(&'static [&'static str]),
    /// A line of text.
    Line,
    /// A line that refers to a secret: `file:`, `env:` or `cmd:`.
    SecretReference,
    /// A day, kept as `2026-11-28` and read in every way that people write one.
    Day,
    /// Several values, separated by commas.
    Several,
    /// The path of a file on this machine.
    Path,
}

impl FieldId {
    /// The flag on the command line, such as `--client-id`.
    #[must_use]
    pub fn flag(self) -> String {
        format!("--{}", self.name().replace(['.', '_'], "-"))
    }

    /// The environment variable, such as `BROKER_SETUP_CLIENT_ID`.
    #[must_use]
    pub fn variable(self) -> String {
        format!("BROKER_SETUP_{}", self.name().replace('.', "_").to_uppercase())
    }

    #[must_use]
    pub const fn kind(self) -> FieldKind {
        match self {
            Self::Role => FieldKind::Choice(&["service-owner", "sender", "recipient"]),
            Self::Environment => FieldKind::Choice(&["sandbox", "tt02", "prod"]),
            Self::Acting => FieldKind::Choice(&["own", "for-customer", "by-vendor"]),
            Self::ClientAuth | Self::AdminAuth => FieldKind::Choice(&["key", "certificate"]),
            Self::PolicyOwnerActs | Self::BrokerPurge => FieldKind::Choice(&["yes", "no"]),
            Self::PolicyAdmits => FieldKind::Choice(&["any", "listed"]),
            Self::EventsBy => FieldKind::Choice(&["webhook", "poll"]),
            Self::ClientCertificate | Self::ClientKey | Self::ClientKeyPassword | Self::ApiKey => FieldKind::SecretReference,
            Self::AdminCertificate | Self::AdminKey | Self::AdminKeyPassword => FieldKind::SecretReference,
            Self::ClientKeyPosted
            | Self::ScopesRequested
            | Self::AccessRequested
            | Self::ApprovalRequested
            | Self::VendorApprovedOn
            | Self::VendorTransferSeenOn
            | Self::EventsReceivedByApplication => FieldKind::Day,
            Self::TransferRecipients | Self::EventsTypes | Self::SystemRedirectUrls | Self::PolicyApprovers => FieldKind::Several,
            Self::Ca | Self::TransferFile => FieldKind::Path,
            Self::Organisation
            | Self::ClientOwner
            | Self::ClientId
            | Self::ClientKid
            | Self::AdminId
            | Self::AdminKid
            | Self::ContactName
            | Self::ContactEmail
            | Self::ContactPhone
            | Self::Resource
            | Self::SystemId
            | Self::SystemExternalRef
            | Self::SystemNameNb
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
            | Self::BrokerMaxSize
            | Self::BrokerTimeToLive
            | Self::BrokerGrace
            | Self::BrokerRequiredParty
            | Self::AccessListId
            | Self::ListenPublicUrl
            | Self::VendorName
            | Self::TransferId
            | Self::EventsSetAside
            | Self::EventsEndpoint => FieldKind::Line,
        }
    }
}
