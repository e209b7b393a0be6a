//! What a check may accuse of, for `explain`. What keeps any of them from asking is not named: the network, a proxy, a service in
//! trouble.

use super::CheckId;

impl CheckId {
    /// The topics that it may accuse of: findings of its own, and causes of a service's refusal.
    #[must_use]
    pub const fn accuses(self) -> &'static [&'static str] {
        match self {
            Self::KeyReach => &[
                "no-answer-dns",
                "no-answer-refused",
                "no-answer-timeout",
                "no-answer-broken",
                "no-answer-tls-issuer",
                "proxy-log-in",
                "proxy-denies",
                "foreign-html",
                "certificates-missing",
                "reach-others-silent",
            ],
            Self::KeyClock => &["clock-behind", "clock-ahead", "clock-far-behind", "clock-far-ahead", "clock-no-date"],
            Self::KeyGateway => &["gateway-key-missing", "gateway-key-wrong", "gateway-key-lost", "gateway-no-route"],
            Self::KeyScopes => &["scopes-not-granted", "scopes-asked", "scopes-to-add", "scopes-wanted-not-granted"],
            Self::ClientKey => &[
                "key-not-given",
                "key-expired",
                "key-expires-soon",
                "key-for-test",
                "key-for-production",
                "key-public-only",
                "key-encrypted",
                "key-password-wrong",
                "key-not-rsa",
                "key-too-short",
                "key-unknown-format",
                "key-several",
                "key-kid-differs",
                "key-file-open",
                "secret-file-missing",
                "secret-variable-unset",
                "secret-command-failed",
                "certificate-missing",
                "certificate-ended",
                "certificate-of-other",
                "certificate-of-other-key",
            ],
            Self::ClientToken => &[
                "client-unknown",
                "client-unknown-kid",
                "client-no-kid",
                "client-key-expired",
                "client-wrong-key",
                "client-clock",
                "client-audience",
                "client-certificate",
                "client-certificate-owner",
                "client-replay",
                "request-unreadable",
                "client-not-known-yet",
                "client-known-key-not-proven",
            ],
            Self::ClientScopes => {
                &["scopes-missing", "scopes-missing-yet", "scopes-wrong-type", "scopes-not-delegated", "scopes-wanted-missing"]
            }
            Self::ClientExchange => {
                &["exchange-refused", "exchange-address", "enterprise-user-gone", "api-key-missing", "api-key-unknown", "no-route"]
            }
            Self::ClientIdentity => &["identity-other", "identity-no-consumer", "identity-no-org-code"],
            Self::AccessResource => &[
                "resource-missing",
                "resource-not-published",
                "resource-not-yours",
                "resource-wrong-type",
                "resource-generic",
                "resource-not-delegable",
                "resource-not-delegable-owner",
                "resource-ending",
                "api-key-missing",
                "api-key-unknown",
                "no-route",
            ],
            Self::AccessPolicy => &[
                "policy-lacks",
                "policy-lacks-owner",
                "policy-placeholder",
                "policy-placeholder-owner",
                "policy-split",
                "policy-lacks-own-rule",
                "policy-numbers-others",
                "policy-nobody-approves",
            ],
            Self::AccessSystem => &[
                "system-none",
                "system-missing",
                "system-deleted",
                "system-not-yours",
                "system-without-resource",
                "system-without-client",
                "system-other",
            ],
            Self::AccessSystemUser => &[
                "system-user-none",
                "system-user-waits",
                "system-user-rejected",
                "system-user-denied",
                "system-user-timed-out",
                "system-user-gone",
            ],
            Self::AccessSystemUserToken => {
                &["system-user-token-refused", "system-user-token-other", "system-user-token-without", "authorization-details"]
            }
            Self::AccessServiceOwner => &[
                "service-owner-missing",
                "service-owner-storage-waits",
                "scope-missing",
                "token-not-taken",
                "caller-not-told",
                "not-acceptable",
            ],
            Self::AccessResourceConfig => &["config-missing", "config-not-yours", "body-not-taken"],
            Self::AccessMembers => &["members-none", "members-lack", "members-not-enforced", "members-may-not-ask"],
            Self::IntegrateList => {
                &["list-no-access", "list-no-access-yet", "list-token-not-taken", "list-scope-missing", "list-not-acceptable"]
            }
            Self::IntegrateTransfer => &[
                "transfer-none",
                "transfer-none-received",
                "transfer-none-owner",
                "transfer-test-waits",
                "transfer-unconfirmed",
                "transfer-not-fetched",
                "transfer-not-uploaded",
                "transfer-processing",
                "transfer-failed",
                "transfer-gone",
                "transfer-not-ours",
                "transfer-of-other-resource",
                "transfer-of-other-sender",
                "transfer-old",
            ],
            Self::EventsEndpoint => &["endpoint-not-https", "endpoint-private", "endpoint-no-answer", "endpoint-certificate"],
            Self::EventsSubscription => &[
                "subscription-none",
                "subscription-partly",
                "subscription-faulty",
                "subscription-other-identity",
                "scope-missing",
                "token-not-taken",
                "api-key-missing",
                "api-key-unknown",
                "no-route",
            ],
            Self::EventsValidated => &["validation-tried", "not-validated"],
            Self::EventsReceived => &["event-none", "event-needs-transfer", "event-awaited", "event-none-polled", "event-shows-soon"],
        }
    }
}
