//! How long it takes until what was wrong works, once somebody has acted.

use crate::journey::{Cause, Topic, Who};

crate::choice! {
    /// What one waits for. Its words are in `explain.ftl`, under `wait`.
    pub enum Wait {
        /// It works at once.
        Nothing = "you",
        ServiceDesk = "service-desk",
        Digdir = "digdir",
        ServiceOwner = "service-owner",
        Approver = "approver",
        Customer = "customer",
        Vendor = "vendor",
        Sender = "sender",
        Recipient = "recipient",
        AltinnEvents = "altinn-events",
        AltinnBroker = "altinn-broker",
        Propagation = "propagation",
        Network = "network",
        /// The minute in which the calls are counted (facts platform H).
        RateLimit = "rate-limit",
        /// A failure of the service that passes by itself.
        Trouble = "trouble",
        /// The issuer of a certificate.
        Issuer = "issuer",
        /// An API key of the gateway, which the service desk gives out.
        ApiKey = "api-key",
        /// Altinn's tries of a webhook.
        Validation = "validation",
        /// The list of events, which shows one only after half a minute.
        EventList = "event-list",
    }
}

/// Where the one who acts is not the one who is waited for, or where nobody is. The first group with an id counts.
const BY_TOPIC: &[(Wait, &[&str])] = &[
    (Wait::RateLimit, &["rate-limited"]),
    (
        Wait::Trouble,
        &["service-trouble", "clock-service-off", "client-time-disputed", "systems-failed", "service-owner-failed", "statistics-failed"],
    ),
    (Wait::ServiceDesk, &["scopes-not-granted", "scopes-wanted-not-granted", "scopes-to-add", "limit-needs-altinn"]),
    (Wait::ApiKey, &["gateway-key-missing", "api-key-missing"]),
    (
        Wait::Issuer,
        &["certificate-ends-soon", "certificate-ended", "certificate-of-test", "certificate-of-production", "client-certificate"],
    ),
    (
        Wait::Propagation,
        &[
            "key-expired",
            "key-expires-this-month",
            "key-expires-this-week",
            "key-expires-soon",
            "key-not-rsa",
            "key-too-short",
            "client-key-expired",
            "scopes-missing",
            "scopes-wanted-missing",
            "scope-missing",
            "list-scope-missing",
            "members-may-not-ask",
            "policy-lacks-owner",
            "policy-placeholder-owner",
            "policy-split",
            "policy-lacks-own-rule",
            "policy-numbers-others",
            "policy-nobody-approves",
            "members-none",
            "members-lack",
            "members-not-enforced",
        ],
    ),
    (
        Wait::Approver,
        &[
            "vendor-approval-untold",
            "system-without-resource",
            "system-user-none",
            "system-user-rejected",
            "system-user-denied",
            "system-user-timed-out",
            "system-user-gone",
            "system-user-unknown",
            "request-declined",
        ],
    ),
    (Wait::Customer, &["scopes-not-delegated", "scope-not-delegated"]),
    (Wait::Vendor, &["vendor-transfer-untold"]),
    (Wait::Sender, &["transfer-none-received"]),
    (Wait::AltinnBroker, &["service-owner-missing", "service-owner-unknown"]),
    (Wait::AltinnEvents, &["event-needs-transfer"]),
    (Wait::Validation, &["validation-tried", "not-validated"]),
    (Wait::EventList, &["event-shows-soon", "event-none-polled"]),
    (Wait::Network, &["certificates-none", "proxy-log-in-other"]),
    // The service owner asks for these itself, and Broker answers at once.
    (Wait::Nothing, &["statistics-none", "statistics-asked-wrong", "limit-refused", "manifest-shim", "clock-no-date"]),
];

/// What asks for nothing but another look.
const NOTHING_TO_DO: &[&str] =
    &["reach-others-silent", "resource-generic", "subscription-other-identity", "service-owner-exists", "check-broke", "system-user-there"];

impl Wait {
    /// How long it takes for a topic. None where there is nothing to wait for.
    #[must_use]
    pub fn of(topic: Topic) -> Option<Self> {
        match topic {
            Topic::Check(_) | Topic::Field(_) | Topic::Question(_) => None,
            Topic::Cause(_) | Topic::Finding(_) if NOTHING_TO_DO.contains(&topic.id()) => None,
            Topic::Cause(_) | Topic::Finding(_) => {
                let by_topic = BY_TOPIC.iter().find(|(_, ids)| ids.contains(&topic.id())).map(|(wait, _)| *wait);
                by_topic.or_else(|| Self::on_its_way(topic)).or_else(|| topic.who().map(Self::until))
            }
        }
    }

    /// What may be right already, and not known everywhere yet.
    fn on_its_way(topic: Topic) -> Option<Self> {
        matches!(topic, Topic::Cause(cause) if Cause::may_be_on_its_way(cause)).then_some(Self::Propagation)
    }

    /// How long it takes where this one must act.
    const fn until(who: Who) -> Self {
        match who {
            Who::You => Self::Nothing,
            Who::ServiceDesk => Self::ServiceDesk,
            Who::Digdir => Self::Digdir,
            Who::ServiceOwner => Self::ServiceOwner,
            Who::Approver => Self::Approver,
            Who::Vendor => Self::Vendor,
            Who::Sender => Self::Sender,
            Who::Recipient => Self::Recipient,
            Who::AltinnEvents => Self::AltinnEvents,
            Who::AltinnBroker => Self::AltinnBroker,
            Who::Propagation => Self::Propagation,
            Who::Network => Self::Network,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_exception_is_a_topic_and_stands_once() {
        let all = BY_TOPIC.iter().flat_map(|(_, ids)| ids.iter()).chain(NOTHING_TO_DO);
        let ids: Vec<&str> = all.copied().collect();
        for id in &ids {
            assert!(Topic::by_id(id).is_some(), "{id} is no topic");
            assert_eq!(ids.iter().filter(|other| *other == id).count(), 1, "{id} stands twice");
        }
    }

    #[test]
    fn whom_one_waits_for_is_not_always_who_acts() {
        let wait = |id: &str| Topic::by_id(id).and_then(Wait::of);
        for (id, expected) in [
            ("rate-limited", Some(Wait::RateLimit)),
            ("service-trouble", Some(Wait::Trouble)),
            ("scopes-not-granted", Some(Wait::ServiceDesk)),
            ("system-user-none", Some(Wait::Approver)),
            ("no-answer-refused", Some(Wait::Network)),
            ("client-unknown-kid", Some(Wait::Propagation)),
            ("clock-behind", Some(Wait::Nothing)),
            ("check-broke", None),
            ("client.token", None),
        ] {
            assert_eq!(wait(id), expected, "{id}");
        }
    }
}
