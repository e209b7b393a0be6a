//! Refusals and failures that are taken for one another, and the sentence that tells them apart.

crate::choice! {
    /// A group of look-alikes. The sentence that tells its members apart is in `explain.ftl`, under `apart`.
    pub enum LookAlikes {
        Scopes = "scopes",
        ClientAndKey = "client-and-key",
        Assertion = "assertion",
        Certificates = "certificates",
        SystemUserGrant = "system-user-grant",
        Unauthorised = "unauthorised",
        Forbidden = "forbidden",
        SystemIds = "system-ids",
        SystemRights = "system-rights",
        SystemParts = "system-parts",
        Requests = "requests",
        SetUp = "set-up",
        TransferStates = "transfer-states",
        Files = "files",
        Limits = "limits",
        Recipients = "recipients",
        Subscriptions = "subscriptions",
        AccessLists = "access-lists",
        Statistics = "statistics",
        Administration = "administration",
        Failed = "failed",
        Silence = "silence",
        Tls = "tls",
        Proxies = "proxies",
        Clock = "clock",
        KeyFiles = "key-files",
    }
}

impl LookAlikes {
    /// The ids of its causes and findings.
    #[must_use]
    pub const fn members(self) -> &'static [&'static str] {
        match self {
            Self::Scopes => &["scope-not-on-client", "scope-not-for-maskinporten", "scope-not-granted", "scope-not-delegated"],
            Self::ClientAndKey => &["client-unknown", "client-unknown-kid", "client-no-kid", "client-key-expired", "client-wrong-key"],
            Self::Assertion => &["request-unreadable", "client-audience", "client-replay"],
            Self::Certificates => &["client-certificate", "client-certificate-owner"],
            Self::SystemUserGrant => &["authorization-details", "no-system-user"],
            Self::Unauthorised => {
                &["token-not-taken", "exchange-refused", "api-key-missing", "api-key-unknown", "no-access", "caller-not-told"]
            }
            Self::Forbidden => {
                &["scope-missing", "no-route", "not-acceptable", "body-not-taken", "exchange-address", "enterprise-user-gone"]
            }
            Self::SystemIds => {
                &["system-id-refused", "system-id-taken", "system-deleted-before", "system-unknown", "system-vendor-refused"]
            }
            Self::SystemRights => &["system-resource-unknown", "system-resource-not-delegable", "right-not-on-system", "party-not-on-list"],
            Self::SystemParts => &[
                "system-client-taken",
                "system-redirect-refused",
                "system-rights-twice",
                "system-package-refused",
                "system-for-agents",
                "system-name-missing",
                "request-not-valid",
            ],
            Self::Requests => &[
                "request-pending",
                "request-declined",
                "request-answered",
                "request-unknown",
                "system-user-there",
                "system-user-unknown",
                "approver-may-not",
            ],
            Self::SetUp => &[
                "resource-unsound",
                "policy-refused",
                "resource-not-set-up",
                "service-owner-not-set-up",
                "service-owner-unknown",
                "service-owner-exists",
                "storage-not-ready",
            ],
            Self::TransferStates => &[
                "transfer-unknown",
                "no-file-yet",
                "transfer-started",
                "transfer-not-ready",
                "transfer-not-published",
                "not-downloaded-yet",
                "scan-not-ready",
            ],
            Self::Files => &["upload-failed", "checksum-differs", "range-refused"],
            Self::Limits => &["file-too-large", "limit-refused", "limit-needs-altinn", "manifest-shim"],
            Self::Recipients => {
                &["recipient-not-on-list", "required-party-missing", "one-recipient-only", "party-not-in-register", "party-unknown"]
            }
            Self::Subscriptions => &["endpoint-not-taken", "filter-refused", "subscribe-not-allowed"],
            Self::AccessLists => {
                &["list-resource-unknown", "list-resource-of-other", "list-too-many", "list-include-refused", "list-owner-refused"]
            }
            Self::Statistics => &["statistics-none", "statistics-failed", "statistics-asked-wrong"],
            Self::Administration => &["admin-token-not-taken", "admin-scope-missing", "admin-client-unknown"],
            Self::Failed => &["systems-failed", "service-owner-failed", "service-trouble", "rate-limited"],
            Self::Silence => &["no-answer-dns", "no-answer-refused", "no-answer-here", "no-answer-timeout", "no-answer-broken"],
            Self::Tls => &[
                "no-answer-tls",
                "no-answer-tls-issuer",
                "no-answer-tls-expired",
                "no-answer-tls-early",
                "no-answer-tls-name",
                "foreign-html",
            ],
            Self::Proxies => &[
                "proxy-dns",
                "proxy-refused",
                "proxy-timeout",
                "proxy-broken",
                "proxy-certificate",
                "proxy-certificate-issuer",
                "proxy-log-in",
                "proxy-log-in-refused",
                "proxy-log-in-other",
                "proxy-denies",
                "proxy-denies-untold",
                "proxy-no-way",
            ],
            Self::Clock => &[
                "client-clock",
                "client-time-disputed",
                "clock-service-off",
                "clock-behind",
                "clock-ahead",
                "clock-far-behind",
                "clock-far-ahead",
            ],
            Self::KeyFiles => &[
                "key-unknown-format",
                "key-public-only",
                "key-encrypted",
                "key-password-wrong",
                "key-other-encryption",
                "key-other-format",
                "key-truncated",
                "key-damaged",
                "key-is-certificate",
                "key-not-rsa",
                "key-for-encryption",
                "key-other-algorithm",
            ],
        }
    }

    /// The group that an id belongs to.
    pub(super) fn of(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|group| group.members().contains(&id))
    }
}
