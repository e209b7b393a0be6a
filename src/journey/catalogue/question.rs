//! What newcomers to Broker ask before any service has refused anything (facts newcomers).

use crate::journey::links;

crate::choice! {
    /// One question, in the order of the facts. Its words are in `explain.ftl`, under `question`.
    pub enum Question {
        ApiKey = "api-key",
        WhichScopes = "which-scopes",
        ScopeStillRefused = "scope-still-refused",
        Kid = "kid",
        WrongEnvironment = "wrong-environment",
        ClockSkew = "clock-skew",
        KeyYear = "key-year",
        SystemUserRefused = "system-user-refused",
        TokenExchange = "token-exchange",
        Approval = "approval",
        NotDelegable = "not-delegable",
        SystemIdForm = "system-id-form",
        OrgPlaceholder = "org-placeholder",
        SubscribeRight = "subscribe-right",
        BrokerRefuses = "broker-refuses",
        EventFilters = "event-filters",
        EmptyFilters = "empty-filters",
        EventDelay = "event-delay",
        WebhookDemands = "webhook-demands",
        SubscriptionRefused = "subscription-refused",
        TestOrganisations = "test-organisations",
        TermsOfUse = "terms-of-use",
        PortalMenus = "portal-menus",
        OwnerOrder = "owner-order",
        OldDocumentation = "old-documentation",
        RateLimits = "rate-limits",
        LibraryUpgrade = "library-upgrade",
        OfficeNetwork = "office-network",
        SamplesDiffer = "samples-differ",
        ResourceType = "resource-type",
        OldHosts = "old-hosts",
    }
}

impl Question {
    /// The ids of what says more: causes, findings, checks and fields.
    #[must_use]
    pub const fn see(self) -> &'static [&'static str] {
        match self {
            Self::ApiKey => &["api-key-missing", "gateway-key-missing", "key.gateway"],
            Self::WhichScopes => &["key.scopes", "client.scopes", "scope-not-granted"],
            Self::ScopeStillRefused => &["scope-not-on-client", "scope-not-for-maskinporten", "scope-not-granted"],
            Self::Kid => &["client-unknown-kid", "client-no-kid", "client.kid"],
            Self::WrongEnvironment => &["client-unknown", "client-audience", "client-certificate", "exchange-refused"],
            Self::ClockSkew => &["client-clock", "key.clock"],
            Self::KeyYear => &["client-key-expired", "key-expires-soon"],
            Self::SystemUserRefused | Self::SamplesDiffer => &["no-system-user", "authorization-details", "system.external_ref"],
            Self::TokenExchange => &["exchange-refused", "client.exchange"],
            Self::Approval => &["approver-may-not", "request-pending", "request-declined", "system-user-there"],
            Self::NotDelegable => &["system-resource-not-delegable", "resource-not-delegable", "access.resource"],
            Self::SystemIdForm => &["system-id-refused", "system-id-taken", "system-client-taken"],
            Self::OrgPlaceholder => &["policy-placeholder", "access.policy"],
            Self::SubscribeRight => &["subscribe-not-allowed", "policy-lacks"],
            Self::BrokerRefuses => &["no-access", "recipient-not-on-list", "resource-not-set-up", "resource-unsound"],
            Self::EventFilters | Self::EmptyFilters => &["filter-refused", "subscription-faulty", "events.subscription"],
            Self::EventDelay => &["event-awaited", "events.received"],
            Self::WebhookDemands => &["endpoint-private", "not-validated", "events.validated"],
            Self::SubscriptionRefused => &["token-not-taken", "scope-missing", "subscribe-not-allowed"],
            Self::TestOrganisations => &["party-not-in-register", "scope-not-delegated"],
            Self::TermsOfUse | Self::PortalMenus => &["client.id", "client.scopes"],
            Self::OwnerOrder => &["service-owner-unknown", "resource-not-set-up", "storage-not-ready"],
            Self::OldDocumentation => &["filter-refused", "key.gateway"],
            Self::RateLimits => &["rate-limited"],
            Self::LibraryUpgrade => &["token-not-taken", "exchange-refused"],
            Self::OfficeNetwork => &["no-answer-timeout", "no-answer-tls-issuer", "proxy-denies", "key.reach"],
            Self::ResourceType => &["resource-wrong-type", "access.resource"],
            Self::OldHosts => &["client-audience", "no-answer-dns", "key.reach"],
        }
    }

    pub(super) const fn link(self) -> &'static str {
        match self {
            Self::ApiKey | Self::WhichScopes | Self::TokenExchange | Self::SamplesDiffer => links::GETTING_STARTED,
            Self::ScopeStillRefused | Self::Kid | Self::WrongEnvironment | Self::ClockSkew | Self::OfficeNetwork | Self::OldHosts => {
                links::TROUBLESHOOTING
            }
            Self::KeyYear | Self::PortalMenus => links::SELF_SERVICE,
            Self::SystemUserRefused | Self::Approval | Self::NotDelegable | Self::SystemIdForm => links::SYSTEM_USERS,
            Self::OrgPlaceholder | Self::SubscribeRight | Self::OwnerOrder | Self::ResourceType => links::OWNER_GUIDE,
            Self::BrokerRefuses | Self::OldDocumentation | Self::RateLimits | Self::LibraryUpgrade => links::DEVELOPER_GUIDES,
            Self::EventFilters | Self::EmptyFilters | Self::EventDelay | Self::WebhookDemands | Self::SubscriptionRefused => {
                links::SUBSCRIBING
            }
            Self::TestOrganisations => links::TENOR,
            Self::TermsOfUse => links::TERMS,
        }
    }
}
