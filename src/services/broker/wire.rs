//! Broker's bodies (facts broker-api 2).

use super::{FileTransfer, NewTransfer, RecipientStatus, ResourceConfig, ServiceOwner, StorageProvider, TransferStatus};
use crate::services::wire::moment;
use crate::values::{Lasting, OrgNumber};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct WireNewTransfer<'a> {
    file_name: &'a str,
    resource_id: &'a str,
    senders_file_transfer_reference: &'a str,
    // `0192:<digits>`. Broker also takes the URN form, but stores it unchanged and then does not find it in a search (facts
    // broker-api 2.1).
    sender: String,
    recipients: Vec<String>,
    // Always sent: Broker refuses null, but accepts an empty object.
    property_list: &'a BTreeMap<String, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    checksum: Option<&'a str>,
}

impl<'a> From<&'a NewTransfer> for WireNewTransfer<'a> {
    fn from(new: &'a NewTransfer) -> Self {
        Self {
            file_name: &new.file_name,
            resource_id: new.resource.as_str(),
            senders_file_transfer_reference: &new.reference,
            sender: new.sender.iso6523(),
            recipients: new.recipients.iter().map(OrgNumber::iso6523).collect(),
            property_list: &new.properties,
            checksum: new.checksum.as_deref(),
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct WireCreated {
    pub file_transfer_id: Uuid,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct WireTransfer {
    file_transfer_id: Uuid,
    resource_id: Option<String>,
    file_name: Option<String>,
    senders_file_transfer_reference: Option<String>,
    checksum: Option<String>,
    file_transfer_size: Option<u64>,
    file_transfer_status: String,
    file_transfer_status_text: Option<String>,
    #[serde(default, deserialize_with = "moment")]
    file_transfer_status_changed: Option<Timestamp>,
    #[serde(default, deserialize_with = "moment")]
    created: Option<Timestamp>,
    #[serde(default, deserialize_with = "moment")]
    expiration_time: Option<Timestamp>,
    sender: Option<String>,
    recipients: Option<Vec<WireRecipient>>,
    property_list: Option<BTreeMap<String, Option<String>>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WireRecipient {
    recipient: Option<String>,
    current_recipient_file_transfer_status_code: Option<String>,
}

impl WireTransfer {
    /// None if the status is not one of the documented ones.
    pub(super) fn into_transfer(self) -> Option<FileTransfer> {
        let known = |status: &&TransferStatus| status.name().eq_ignore_ascii_case(&self.file_transfer_status);
        let status = TransferStatus::ALL.iter().find(known).copied()?;
        let properties = self.property_list.unwrap_or_default();
        Some(FileTransfer {
            id: self.file_transfer_id,
            resource: self.resource_id.unwrap_or_default(),
            file_name: self.file_name.unwrap_or_default(),
            reference: self.senders_file_transfer_reference.unwrap_or_default(),
            checksum: self.checksum.map(|sum| sum.trim().to_ascii_lowercase()).filter(|sum| !sum.is_empty()),
            size: self.file_transfer_size.unwrap_or_default(),
            status,
            status_text: self.file_transfer_status_text.unwrap_or_default(),
            status_changed: self.file_transfer_status_changed,
            created: self.created,
            expires: self.expiration_time,
            sender: self.sender.unwrap_or_default(),
            recipients: self.recipients.unwrap_or_default().into_iter().map(RecipientStatus::from).collect(),
            properties: properties.into_iter().map(|(name, value)| (name, value.unwrap_or_default())).collect(),
        })
    }
}

impl From<WireRecipient> for RecipientStatus {
    fn from(wire: WireRecipient) -> Self {
        Self {
            organisation: wire.recipient.and_then(|number| number.parse().ok()),
            status: wire.current_recipient_file_transfer_status_code.unwrap_or_default(),
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct WireOwner {
    name: Option<String>,
    storage_providers: Option<Vec<WireStorage>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WireStorage {
    r#type: Option<String>,
    deployment_status: Option<String>,
}

impl From<WireOwner> for ServiceOwner {
    fn from(wire: WireOwner) -> Self {
        let storage = wire.storage_providers.unwrap_or_default().into_iter().map(|provider| StorageProvider {
            kind: provider.r#type.unwrap_or_default(),
            status: provider.deployment_status.unwrap_or_default(),
        });
        Self { name: wire.name.unwrap_or_default(), storage: storage.collect() }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct WireConfig {
    max_file_transfer_size: Option<u64>,
    file_transfer_time_to_live: Option<String>,
    purge_file_transfer_grace_period: Option<String>,
    purge_file_transfer_after_all_recipients_confirmed: Option<bool>,
    required_party: Option<String>,
}

/// A duration as Broker writes it, `30.00:00:00`, without the fraction of a second that it may have. Less than nothing, which Broker
/// takes too, is nothing (facts broker-api 2.9 and 2.10).
fn lasting(text: &str) -> Option<Lasting> {
    if text.starts_with('-') {
        return Some(Lasting::of_seconds(0));
    }
    let (clock, fraction) = text.rsplit_once('.').unwrap_or((text, ""));
    if fraction.contains(':') { text.parse().ok() } else { clock.parse().ok() }
}

impl From<WireConfig> for ResourceConfig {
    fn from(wire: WireConfig) -> Self {
        Self {
            max_size: wire.max_file_transfer_size,
            time_to_live: wire.file_transfer_time_to_live.as_deref().and_then(lasting),
            grace_period: wire.purge_file_transfer_grace_period.as_deref().and_then(lasting),
            purges: wire.purge_file_transfer_after_all_recipients_confirmed,
            // An empty text means that no party is required (facts broker-api 2.9).
            required_party: wire.required_party.filter(|party| !party.trim().is_empty()),
        }
    }
}
