//! The Broker API (facts broker-api).

mod files;
mod pace;
mod resumable;
mod wire;

use super::http::{Answer, Endpoint};
use super::wire::none_for;
use super::{Foreign, Services, Token};
use crate::files::Content;
use crate::journey::{Cause, Service};
use crate::values::{Lasting, OrgNumber, ResourceId};
use jiff::Timestamp;
use reqwest::Method;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;
use tokio::sync::watch;
use url::Url;
use uuid::Uuid;
use wire::{WireConfig, WireCreated, WireNewTransfer, WireOwner, WireTransfer};

const BASE: &str = "broker/api/v1";

/// Which side of a transfer to search for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Sender,
    Recipient,
}

impl Side {
    /// The value of the query parameter `role`.
    const fn name(self) -> &'static str {
        match self {
            Self::Sender => "Sender",
            Self::Recipient => "Recipient",
        }
    }
}

crate::choice! {
    /// The status of a file transfer (facts broker-api 5.1).
    pub enum TransferStatus {
        Initialized = "Initialized",
        UploadStarted = "UploadStarted",
        UploadProcessing = "UploadProcessing",
        Published = "Published",
        /// Never set by Broker.
        Cancelled = "Cancelled",
        /// Every recipient has confirmed it.
        AllConfirmedDownloaded = "AllConfirmedDownloaded",
        Purged = "Purged",
        Failed = "Failed",
    }
}

impl TransferStatus {
    /// Whether bytes may still be sent to it.
    #[must_use]
    pub const fn is_open(self) -> bool {
        match self {
            Self::Initialized | Self::UploadStarted => true,
            Self::UploadProcessing | Self::Published | Self::AllConfirmedDownloaded | Self::Purged | Self::Failed | Self::Cancelled => {
                false
            }
        }
    }
}

/// A recipient of a transfer, and how far it has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecipientStatus {
    /// The recipient. None if its number is not valid.
    pub organisation: Option<OrgNumber>,
    /// `Initialized`, `DownloadStarted` or `DownloadConfirmed`.
    pub status: String,
}

/// The overview of a file transfer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileTransfer {
    pub id: Uuid,
    /// The id of the resource that it was sent on.
    pub resource: String,
    pub file_name: String,
    /// The sender's own reference. Our test transfers are marked in it.
    pub reference: String,
    /// MD5 in lower-case hex. None until Broker knows it.
    pub checksum: Option<String>,
    pub size: u64,
    pub status: TransferStatus,
    /// Broker's text about the status.
    pub status_text: String,
    pub status_changed: Option<Timestamp>,
    pub created: Option<Timestamp>,
    /// When Broker deletes the file, if it is still there.
    pub expires: Option<Timestamp>,
    /// The sender as Broker stores it, usually `0192:<digits>`.
    pub sender: String,
    pub recipients: Vec<RecipientStatus>,
    pub properties: BTreeMap<String, String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTransfer {
    pub file_name: String,
    pub resource: ResourceId,
    pub reference: String,
    pub sender: OrgNumber,
    pub recipients: Vec<OrgNumber>,
    pub properties: BTreeMap<String, String>,
    /// MD5 in lower-case hex.
    pub checksum: Option<String>,
}

/// A storage that Broker has made for a service owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StorageProvider {
    /// `AltinnAzure` (files are scanned for viruses) or `AltinnAzureWithoutVirusScan`.
    pub kind: String,
    /// `NotStarted`, `DeployingResources` or `Ready`.
    pub status: String,
}

/// A service owner that is registered in Broker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceOwner {
    pub name: String,
    /// Empty while Broker has not begun to make it.
    pub storage: Vec<StorageProvider>,
}

/// The storage whose files are scanned for viruses; the other kind needs an approval (facts broker-api 2.11).
const SCANNED: &str = "AltinnAzure";

impl StorageProvider {
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.status == "Ready"
    }
}

impl ServiceOwner {
    /// Whether there is a storage whose files are scanned for viruses, and it can be used.
    #[must_use]
    pub fn has_storage(&self) -> bool {
        self.storage.iter().any(|storage| storage.kind == SCANNED && storage.is_ready())
    }
}

/// A resource's configuration in Broker.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResourceConfig {
    /// In bytes. None if Broker's own limit holds.
    pub max_size: Option<u64>,
    /// How long a file is kept.
    pub time_to_live: Option<Lasting>,
    /// How long a file is kept after every recipient has confirmed it.
    pub grace_period: Option<Lasting>,
    /// Whether a file goes once every recipient has confirmed it and the grace period is over.
    pub purges: Option<bool>,
    /// A party that must be the sender or the only recipient of every transfer.
    pub required_party: Option<String>,
}

/// What is to be changed of a resource's configuration. What is None stays as it is: Broker cannot take a setting back (facts
/// broker-api 2.9).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ConfigChange {
    /// In bytes.
    #[serde(rename = "maxFileTransferSize", skip_serializing_if = "Option::is_none")]
    pub max_size: Option<u64>,
    /// Sent in the form of ISO 8601, which Broker reads, and not in the one that it writes.
    #[serde(rename = "fileTransferTimeToLive", skip_serializing_if = "Option::is_none")]
    pub time_to_live: Option<Lasting>,
    #[serde(rename = "purgeFileTransferAfterAllRecipientsConfirmed", skip_serializing_if = "Option::is_none")]
    pub purges: Option<bool>,
    /// As `time_to_live`.
    #[serde(rename = "purgeFileTransferGracePeriod", skip_serializing_if = "Option::is_none")]
    pub grace_period: Option<Lasting>,
    /// An empty text takes the requirement off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub required_party: Option<String>,
}

impl ConfigChange {
    /// The request's body as indented JSON, to show to the user.
    #[must_use]
    pub fn body(&self) -> String {
        // This cannot fail: the body is a plain structure.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

/// The body that registers a service owner, as indented JSON.
#[must_use]
pub fn owner_body(name: &str) -> String {
    serde_json::to_string_pretty(&json!({ "name": name })).unwrap_or_default()
}

impl NewTransfer {
    /// The request's body as indented JSON, to show to the user.
    #[must_use]
    pub fn body(&self) -> String {
        // This cannot fail: the body consists of text only.
        serde_json::to_string_pretty(&WireNewTransfer::from(self)).unwrap_or_default()
    }
}

impl Services {
    /// `GET /filetransfer/{id}`: the overview of one transfer.
    ///
    /// # Errors
    /// `BRO-00001` (no such transfer), `BRO-00006` (no access) and others, or any other problem.
    pub async fn transfer(&self, token: &Token, id: Uuid) -> Answer<FileTransfer> {
        let url = self.transfer_url(id, &[]);
        let heard = self.ask(Method::GET, url, Endpoint::usual(Service::Broker, "broker.overview")).bearer(token).answer().await?;
        heard.json::<WireTransfer>()?.into_transfer().ok_or_else(|| heard.foreign(Foreign::Unreadable))
    }

    /// `GET /filetransfer?resourceId=…`: at most 100 ids, newest first. Without `side` those of both sides, without `status` those
    /// of every status.
    ///
    /// # Errors
    /// `BRO-00006` (no access) and others, or any other problem.
    pub async fn search(
        &self,
        token: &Token,
        resource: &ResourceId,
        side: Option<Side>,
        status: Option<TransferStatus>,
    ) -> Answer<Vec<Uuid>> {
        let mut url = self.platform(BASE, &["filetransfer"]);
        url.query_pairs_mut().append_pair("resourceId", resource.as_str());
        if let Some(status) = status {
            url.query_pairs_mut().append_pair("status", status.name());
        }
        if let Some(side) = side {
            url.query_pairs_mut().append_pair("role", side.name());
        }
        self.ask(Method::GET, url, Endpoint::search(Service::Broker, "broker.search")).bearer(token).answer().await?.json()
    }

    /// `POST /filetransfer`: makes a transfer and returns its id.
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn initialize(&self, token: &Token, new: &NewTransfer) -> Answer<Uuid> {
        let url = self.platform(BASE, &["filetransfer"]);
        let body = WireNewTransfer::from(new);
        let heard =
            self.ask(Method::POST, url, Endpoint::usual(Service::Broker, "broker.initialize")).bearer(token).json(&body).answer().await?;
        Ok(heard.json::<WireCreated>()?.file_transfer_id)
    }

    /// `POST /filetransfer/{id}/upload`, streamed. `progress` counts the bytes sent.
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn upload(&self, token: &Token, id: Uuid, content: &Content, progress: &watch::Sender<u64>) -> Answer<()> {
        let url = self.transfer_url(id, &["upload"]);
        files::upload(self.ask(Method::POST, url, Endpoint::usual(Service::Broker, "broker.upload")).bearer(token), content, progress).await
    }

    /// `GET /filetransfer/{id}/download`, streamed to a file. `size` is what the overview tells, in bytes. `progress` counts the
    /// bytes received.
    ///
    /// # Errors
    /// The refusal, or any other problem. The file is then removed.
    pub async fn download(&self, token: &Token, id: Uuid, size: Option<u64>, file: &Path, progress: &watch::Sender<u64>) -> Answer<()> {
        let ask = self.ask(Method::GET, self.transfer_url(id, &["download"]), Endpoint::usual(Service::Broker, "broker.download"));
        files::download(ask.bearer(token), size, file, progress).await
    }

    /// `POST /filetransfer/{id}/confirmdownload`: confirms that the file was fetched.
    ///
    /// # Errors
    /// `BRO-00010` if the last recipient has confirmed already, and others; or any other problem.
    pub async fn confirm(&self, token: &Token, id: Uuid) -> Answer<()> {
        let url = self.transfer_url(id, &["confirmdownload"]);
        self.ask(Method::POST, url, Endpoint::usual(Service::Broker, "broker.confirm")).bearer(token).answer().await.map(drop)
    }

    /// `GET /serviceowner`. None if the token's organisation is not registered (`BRO-07004`).
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn service_owner(&self, token: &Token) -> Answer<Option<ServiceOwner>> {
        let url = self.service_owner_address();
        let answer = self.ask(Method::GET, url, Endpoint::usual(Service::Broker, "broker.serviceowner")).bearer(token).answer().await;
        let heard = none_for(answer, Cause::ServiceOwnerUnknown)?;
        heard.map(|heard| heard.json::<WireOwner>().map(ServiceOwner::from)).transpose()
    }

    /// `GET /resource/{id}`. None if the resource is not configured (`BRO-00025`).
    ///
    /// # Errors
    /// `BRO-00006` if the resource belongs to another owner, or any other problem.
    pub async fn resource_config(&self, token: &Token, id: &ResourceId) -> Answer<Option<ResourceConfig>> {
        let url = self.config_address(id);
        let answer = self.ask(Method::GET, url, Endpoint::usual(Service::Broker, "broker.resource")).bearer(token).answer().await;
        let heard = none_for(answer, Cause::ResourceNotSetUp)?;
        heard.map(|heard| heard.json::<WireConfig>().map(ResourceConfig::from)).transpose()
    }

    /// The address of the service owner in Broker.
    #[must_use]
    pub fn service_owner_address(&self) -> Url {
        self.platform(BASE, &["serviceowner"])
    }

    /// `POST /serviceowner`: registers the token's organisation. Broker then makes its storage. There is no way back.
    ///
    /// # Errors
    /// `BRO-07002` if it is registered already, and others; or any other problem.
    pub async fn register_owner(&self, token: &Token, name: &str) -> Answer<()> {
        let endpoint = Endpoint::usual(Service::Broker, "broker.register-owner");
        let ask = self.ask(Method::POST, self.service_owner_address(), endpoint).bearer(token).json(&json!({ "name": name }));
        ask.answer().await.map(drop)
    }

    /// The address of a resource in Broker.
    #[must_use]
    pub fn config_address(&self, id: &ResourceId) -> Url {
        self.platform(BASE, &["resource", id.as_str()])
    }

    /// `PUT /resource/{id}`: configures a resource. An empty change is enough to have one with Broker's own limits.
    ///
    /// # Errors
    /// `BRO-00005` (not published, or without an owner), `BRO-00006` (another owner's), `BRO-00024` (the owner is not registered), a
    /// field that Broker refuses, or any other problem.
    pub async fn configure(&self, token: &Token, id: &ResourceId, change: &ConfigChange) -> Answer<()> {
        let endpoint = Endpoint::usual(Service::Broker, "broker.configure");
        self.ask(Method::PUT, self.config_address(id), endpoint).bearer(token).json(change).answer().await.map(drop)
    }

    fn transfer_url(&self, id: Uuid, rest: &[&str]) -> Url {
        let id = id.to_string();
        let segments: Vec<&str> = ["filetransfer", &id].into_iter().chain(rest.iter().copied()).collect();
        self.platform(BASE, &segments)
    }
}

#[cfg(test)]
mod tests;
