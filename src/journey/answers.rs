//! The answers of a profile that stand together, each group a table of its file.

use super::ClientAuth;
use super::owner_answers::EventsBy;
use crate::values::{ClientId, EventType, MailAddress, OrgNumber, RedirectUrl, SecretRef, SomeLanguages, SystemId, Webhook};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use uuid::Uuid;

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ClientAnswers {
    /// None if the organisation itself owns the client.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<OrgNumber>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<ClientId>,
    /// How it proves that it is itself.
    #[serde(skip_serializing_if = "ClientAuth::is_default")]
    pub auth: ClientAuth,
    /// Where the enterprise certificate is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certificate: Option<SecretRef>,
    /// Where the private key is; beside a certificate that has its key in the same file, none is needed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<SecretRef>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kid: Option<String>,
    /// Where the password is that its private key is encrypted with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key_password: Option<SecretRef>,
    /// The day the key was added to the client.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key_posted: Option<Date>,
}

/// Whom the receiver of a letter may answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ContactAnswers {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<MailAddress>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
}

impl ContactAnswers {
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Answers about the admin client: the organisation's other client, which may list its clients and change their keys.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AdminAnswers {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<ClientId>,
    #[serde(skip_serializing_if = "ClientAuth::is_default")]
    pub auth: ClientAuth,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certificate: Option<SecretRef>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<SecretRef>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kid: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key_password: Option<SecretRef>,
}

impl AdminAnswers {
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The same answers, as those of any client.
    #[must_use]
    pub fn as_client(&self) -> ClientAnswers {
        ClientAnswers {
            id: self.id.clone(),
            auth: self.auth,
            certificate: self.certificate.clone(),
            key: self.key.clone(),
            kid: self.kid.clone(),
            key_password: self.key_password.clone(),
            ..ClientAnswers::default()
        }
    }
}

/// Answers about the system and its system user.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SystemAnswers {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<SystemId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_ref: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub redirect_urls: Vec<RedirectUrl>,
    #[serde(skip_serializing_if = "SomeLanguages::is_empty")]
    pub name: SomeLanguages,
}

/// What the user says of the vendor that runs the system. Nothing of it can be asked of a service.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct VendorAnswers {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The day our organisation approved the vendor's system user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approved_on: Option<Date>,
    /// The day a test transfer through the vendor's system was seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transfer_seen_on: Option<Date>,
}

impl VendorAnswers {
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TransferAnswers {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub recipients: Vec<OrgNumber>,
    /// A file to send instead of a made-up one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<PathBuf>,
    /// A transfer to fetch or look at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Uuid>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EventAnswers {
    /// The reason for setting step 5 aside. None if it is not set aside.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set_aside: Option<String>,
    /// How events come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<EventsBy>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<Webhook>,
    /// The event types to subscribe to. Empty means one subscription for all types.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub types: Vec<EventType>,
    /// The day the user's own application received an event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub received_by_application: Option<Date>,
}

impl EventAnswers {
    /// Whether we ask Altinn for events. Without an answer Altinn calls a webhook.
    #[must_use]
    pub fn is_polled(&self) -> bool {
        self.by == Some(EventsBy::Poll)
    }
}
