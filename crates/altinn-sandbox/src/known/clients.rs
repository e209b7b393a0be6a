//! The Maskinporten clients of the known world.

use super::scopes::{ADMIN_SCOPES, EVERY_SCOPE, OWNER_SCOPES, PARTICIPANT_SCOPES, SCOPE_OWNER};
use super::{NEWCOMER, OUTSIDER, RECIPIENT, SENDER, SERVICE_OWNER, VENDOR};
use serde::{Deserialize, Serialize};

/// Whose key pair a known client uses. Making an RSA key takes about a second, so clients of one organisation share one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyHolder {
    ServiceOwner,
    Sender,
    Recipient,
    Vendor,
    Newcomer,
}

/// How old a known client's key is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyAge {
    /// Posted when the world was created.
    Fresh,
    /// Posted more than a year before that, so Maskinporten refuses it with MP-121.
    Expired,
    /// No key is posted; the client signs with an enterprise certificate of this world.
    Certified,
}

/// A known Maskinporten client.
#[derive(Debug, Clone, Copy)]
pub struct KnownClient {
    /// The name by which tests and the kit refer to it.
    pub name: &'static str,
    /// The situation that it stands for.
    pub about: &'static str,
    pub organisation: &'static str,
    pub id: &'static str,
    pub key: KeyHolder,
    pub age: KeyAge,
    pub scopes: &'static [&'static str],
}

/// Every known client, the correctly set up ones first.
pub const CLIENTS: &[KnownClient] = &[
    KnownClient {
        name: "service-owner",
        about: "everything a service owner needs",
        organisation: SERVICE_OWNER.number,
        id: "5a0c0001-7d1e-4f6a-9b1c-000000000001",
        key: KeyHolder::ServiceOwner,
        age: KeyAge::Fresh,
        scopes: EVERY_SCOPE,
    },
    KnownClient {
        name: "sender",
        about: "everything a sender needs; on the sender's system",
        organisation: SENDER.number,
        id: "5a0c0002-7d1e-4f6a-9b1c-000000000002",
        key: KeyHolder::Sender,
        age: KeyAge::Fresh,
        scopes: PARTICIPANT_SCOPES,
    },
    KnownClient {
        name: "recipient",
        about: "everything a recipient needs; on the recipient's system",
        organisation: RECIPIENT.number,
        id: "5a0c0003-7d1e-4f6a-9b1c-000000000003",
        key: KeyHolder::Recipient,
        age: KeyAge::Fresh,
        scopes: PARTICIPANT_SCOPES,
    },
    KnownClient {
        name: "vendor",
        about: "a vendor's client, on the vendor's system, which acts for the sender",
        organisation: VENDOR.number,
        id: "5a0c0004-7d1e-4f6a-9b1c-000000000004",
        key: KeyHolder::Vendor,
        age: KeyAge::Fresh,
        scopes: PARTICIPANT_SCOPES,
    },
    KnownClient {
        name: "newcomer",
        about: "a service owner with every scope of the guide and nothing in Broker yet",
        organisation: NEWCOMER.number,
        id: "5a0c0005-7d1e-4f6a-9b1c-000000000005",
        key: KeyHolder::Newcomer,
        age: KeyAge::Fresh,
        scopes: EVERY_SCOPE,
    },
    KnownClient {
        name: "no-write",
        about: "nobody added altinn:broker.write to it: MP-200; on the sender's system",
        organisation: SENDER.number,
        id: "5a0c0011-7d1e-4f6a-9b1c-000000000011",
        key: KeyHolder::Sender,
        age: KeyAge::Fresh,
        scopes: &["altinn:broker.read", "altinn:events.subscribe"],
    },
    KnownClient {
        name: "not-granted",
        about: "has altinn:broker.write, which its organisation was never granted: MP-250",
        organisation: OUTSIDER.number,
        id: "5a0c0012-7d1e-4f6a-9b1c-000000000012",
        key: KeyHolder::Sender,
        age: KeyAge::Fresh,
        scopes: PARTICIPANT_SCOPES,
    },
    KnownClient {
        name: "expired-key",
        about: "its key was posted more than a year ago: MP-121; on the sender's system",
        organisation: SENDER.number,
        id: "5a0c0013-7d1e-4f6a-9b1c-000000000013",
        key: KeyHolder::Sender,
        age: KeyAge::Expired,
        scopes: PARTICIPANT_SCOPES,
    },
    KnownClient {
        name: "off-system",
        about: "sound, and on no system: MP-303",
        organisation: SENDER.number,
        id: "5a0c0014-7d1e-4f6a-9b1c-000000000014",
        key: KeyHolder::Sender,
        age: KeyAge::Fresh,
        scopes: PARTICIPANT_SCOPES,
    },
    KnownClient {
        name: "wrong-type",
        about: "asks for openid, which is not a Maskinporten scope: MP-201",
        organisation: SENDER.number,
        id: "5a0c0015-7d1e-4f6a-9b1c-000000000015",
        key: KeyHolder::Sender,
        age: KeyAge::Fresh,
        scopes: &["altinn:broker.write", "openid"],
    },
    KnownClient {
        name: "enterprise",
        about: "has no registered key: it shows an enterprise certificate (x5c); on the sender's system",
        organisation: SENDER.number,
        id: "5a0c0016-7d1e-4f6a-9b1c-000000000016",
        key: KeyHolder::Sender,
        age: KeyAge::Certified,
        scopes: PARTICIPANT_SCOPES,
    },
    KnownClient {
        name: "recipient-enterprise",
        about: "has no registered key: it shows an enterprise certificate (x5c); on the recipient's system",
        organisation: RECIPIENT.number,
        id: "5a0c0020-7d1e-4f6a-9b1c-000000000020",
        key: KeyHolder::Recipient,
        age: KeyAge::Certified,
        scopes: PARTICIPANT_SCOPES,
    },
    KnownClient {
        name: "service-owner-enterprise",
        about: "has no registered key: it shows an enterprise certificate (x5c); everything a service owner needs",
        organisation: SERVICE_OWNER.number,
        id: "5a0c0021-7d1e-4f6a-9b1c-000000000021",
        key: KeyHolder::ServiceOwner,
        age: KeyAge::Certified,
        scopes: EVERY_SCOPE,
    },
    KnownClient {
        name: "admin",
        about: "the sender's admin client for the self-service API",
        organisation: SENDER.number,
        id: "5a0c0017-7d1e-4f6a-9b1c-000000000017",
        key: KeyHolder::Sender,
        age: KeyAge::Fresh,
        scopes: ADMIN_SCOPES,
    },
    KnownClient {
        name: "scope-owner",
        about: "owns every altinn: scope and gives access to them: the service desk's client; its org code is digdir",
        organisation: SCOPE_OWNER,
        id: "5a0c0018-7d1e-4f6a-9b1c-000000000018",
        key: KeyHolder::ServiceOwner,
        age: KeyAge::Fresh,
        scopes: OWNER_SCOPES,
    },
    KnownClient {
        name: "test-tools",
        about: "may ask the token generator for test tokens",
        organisation: SENDER.number,
        id: "5a0c0019-7d1e-4f6a-9b1c-000000000019",
        key: KeyHolder::Sender,
        age: KeyAge::Fresh,
        scopes: &[
            "altinn:testtools/tokengenerator/enterprise",
            "altinn:testtools/tokengenerator/enterpriseuser",
            "altinn:testtools/tokengenerator/personal",
        ],
    },
];

impl KnownClient {
    /// The `kid` of its key.
    #[must_use]
    pub fn kid(&self) -> String {
        format!("sandbox-{}", self.name)
    }
}

#[must_use]
pub fn client(name: &str) -> Option<&'static KnownClient> {
    CLIENTS.iter().find(|client| client.name == name)
}
