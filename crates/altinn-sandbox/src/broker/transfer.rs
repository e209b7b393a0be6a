//! A file transfer and the answers that show it (facts broker-api 2.4, 2.5 and 5.1).

use super::stored::Stored;
use crate::clock::with_offset;
use crate::storage::Row;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::collections::HashMap;
use uuid::Uuid;

const STUCK: SignedDuration = SignedDuration::from_hours(24);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Status {
    /// Waits for an upload.
    Initialized,
    UploadStarted,
    UploadProcessing,
    Published,
    Cancelled,
    AllConfirmedDownloaded,
    /// Its bytes are deleted.
    Purged,
    /// The upload, the scan or the checksum failed.
    Failed,
}

impl Status {
    /// All values in the order of their numbers, which the API also accepts.
    pub const ALL: [Self; 8] = [
        Self::Initialized,
        Self::UploadStarted,
        Self::UploadProcessing,
        Self::Published,
        Self::Cancelled,
        Self::AllConfirmedDownloaded,
        Self::Purged,
        Self::Failed,
    ];

    /// The default status text.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Initialized => "Ready for upload",
            Self::UploadStarted => "Upload started",
            Self::UploadProcessing => "Processing upload",
            Self::Published => "Ready for download",
            Self::Cancelled => "FileTransfer cancelled",
            Self::AllConfirmedDownloaded => "All downloaded",
            Self::Purged => "FileTransfer has been purged",
            Self::Failed => "Upload failed",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum RecipientStatus {
    Initialized,
    DownloadStarted,
    DownloadConfirmed,
}

impl RecipientStatus {
    /// All values in the order of their numbers, which the API also accepts.
    pub const ALL: [Self; 3] = [Self::Initialized, Self::DownloadStarted, Self::DownloadConfirmed];

    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Initialized => "Initialized",
            Self::DownloadStarted => "Recipient has attempted to download fileTransfer",
            Self::DownloadConfirmed => "Recipient has downloaded fileTransfer",
        }
    }
}

/// An entry of the transfer's status history.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct StatusRow {
    pub status: Status,
    pub text: String,
    pub at: Timestamp,
}

/// An entry of the recipients' status history.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RecipientRow {
    pub recipient: String,
    pub status: RecipientStatus,
    pub at: Timestamp,
    /// The owner of the client that called, for the statistics.
    #[serde(default)]
    pub vendor: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Transfer {
    pub id: Uuid,
    pub resource: String,
    pub file_name: String,
    pub reference: String,
    pub sender: String,
    /// The owner of the client that sent it, for the statistics.
    #[serde(default)]
    pub sender_vendor: Option<String>,
    /// The sender's own key-value pairs.
    pub properties: Map<String, Value>,
    /// The checksum that answers show; `None` when the sender sent null.
    pub checksum: Option<String>,
    /// Whether the sender supplied a checksum.
    pub supplied: bool,
    /// The MD5 of the received bytes.
    pub md5: Option<String>,
    /// Whether it is scanned for malware.
    pub scanned: bool,
    /// In bytes.
    pub size: u64,
    pub created: Timestamp,
    /// When it is purged at the latest.
    pub expires: Timestamp,
    /// When it is purged because every recipient has confirmed.
    pub purge_at: Option<Timestamp>,
    pub published: Option<Timestamp>,
    /// Oldest first.
    pub history: Vec<StatusRow>,
    /// Oldest first.
    pub recipient_history: Vec<RecipientRow>,
    /// When each recipient last asked for a part of the file.
    pub parts_asked: Vec<(String, Timestamp)>,
    pub stored: Stored,
    /// Sent by the sandbox's own sender; its recipient is left to the user.
    pub by_counterpart: bool,
}

impl Row for Transfer {
    /// The status, and when it was entered last: what a search by status goes by.
    type Place = (Status, Timestamp);

    fn id(&self) -> Option<Uuid> {
        Some(self.id)
    }

    fn place(&self) -> (Status, Timestamp) {
        let status = self.status();
        let entered = self.history.iter().rev().find(|row| row.status == status);
        (status, entered.map_or(self.created, |row| row.at))
    }
}

impl Transfer {
    /// The status of the newest row.
    #[must_use]
    pub fn status(&self) -> Status {
        self.newest_row().map_or(Status::Initialized, |row| row.status)
    }

    /// The newest row by time, not by position: a scanner's row has the scanner's own time (facts broker-api 5.1).
    fn newest_row(&self) -> Option<&StatusRow> {
        self.history.iter().max_by_key(|row| row.at)
    }

    #[must_use]
    pub fn changed(&self) -> Timestamp {
        self.newest_row().map_or(self.created, |row| row.at)
    }

    /// When its upload counts as stuck if nothing more arrives (facts broker-api 5.1).
    #[must_use]
    pub fn stuck_from(&self) -> Timestamp {
        self.changed().checked_add(STUCK).unwrap_or(Timestamp::MAX)
    }

    /// Each recipient once.
    #[must_use]
    pub fn recipients(&self) -> Vec<&str> {
        self.by_recipient().into_iter().map(|(recipient, _)| recipient).collect()
    }

    #[must_use]
    pub fn is_for(&self, recipient: &str) -> bool {
        self.rows_of(recipient).next().is_some()
    }

    /// Each recipient with its rows.
    fn by_recipient(&self) -> Vec<(&str, Vec<&RecipientRow>)> {
        let mut found: Vec<(&str, Vec<&RecipientRow>)> = Vec::new();
        let mut places: HashMap<&str, usize> = HashMap::new();
        for row in &self.recipient_history {
            let place = *places.entry(&row.recipient).or_insert(found.len());
            match found.get_mut(place) {
                Some((_, rows)) => rows.push(row),
                None => found.push((&row.recipient, vec![row])),
            }
        }
        found
    }

    /// The highest status that a recipient ever had.
    #[must_use]
    pub fn highest(&self, recipient: &str) -> Option<RecipientStatus> {
        self.rows_of(recipient).map(|row| row.status).max()
    }

    #[must_use]
    pub fn newest(&self, recipient: &str) -> Option<RecipientStatus> {
        self.rows_of(recipient).last().map(|row| row.status)
    }

    fn rows_of(&self, recipient: &str) -> impl Iterator<Item = &RecipientRow> {
        self.recipient_history.iter().filter(move |row| row.recipient == recipient)
    }

    /// The recipients that have not confirmed.
    #[must_use]
    pub fn unconfirmed(&self) -> Vec<String> {
        let confirmed = |rows: &[&RecipientRow]| highest_of(rows) == Some(RecipientStatus::DownloadConfirmed);
        self.by_recipient().into_iter().filter(|(_, rows)| !confirmed(rows)).map(|(recipient, _)| recipient.to_owned()).collect()
    }

    pub fn become_status(&mut self, status: Status, text: &str, at: Timestamp) {
        self.history.push(StatusRow { status, text: text.to_owned(), at });
    }

    /// The answer of `GET /filetransfer/{id}` (facts broker-api 2.4).
    #[must_use]
    pub fn overview(&self) -> Value {
        let newest = self.newest_row();
        let recipients: Vec<Value> = self.by_recipient().into_iter().map(|(recipient, rows)| recipient_json(recipient, &rows)).collect();
        json!({
            "fileTransferId": self.id, "resourceId": self.resource, "fileName": self.file_name,
            "sendersFileTransferReference": self.reference, "checksum": self.checksum, "useVirusScan": self.scanned,
            "fileTransferSize": self.size, "fileTransferStatus": self.status(),
            "fileTransferStatusText": newest.map(|row| row.text.as_str()),
            "fileTransferStatusChanged": newest.map(|row| with_offset(row.at)),
            "created": with_offset(self.created), "expirationTime": with_offset(self.expires), "sender": self.sender,
            "recipients": recipients, "propertyList": self.properties, "published": self.published.map(with_offset),
        })
    }

    /// The answer of `GET /filetransfer/{id}/details` (facts broker-api 2.5), in which the histories come first.
    #[must_use]
    pub fn details(&self) -> Value {
        let history: Vec<Value> = self
            .history
            .iter()
            .map(|row| json!({"fileTransferStatus": row.status, "fileTransferStatusText": row.text, "fileTransferStatusChanged": with_offset(row.at)}))
            .collect();
        // The service gives these rows in no order; in large tables the newest were seen first (facts broker-api 2.5).
        let recipients: Vec<Value> = self
            .recipient_history
            .iter()
            .rev()
            .map(|row| {
                json!({"recipient": row.recipient, "recipientFileTransferStatusCode": row.status,
                       "recipientFileTransferStatusText": row.status.text(), "recipientFileTransferStatusChanged": with_offset(row.at)})
            })
            .collect();
        let mut details = Map::new();
        details.insert("fileTransferStatusHistory".to_owned(), Value::from(history));
        details.insert("recipientFileTransferStatusHistory".to_owned(), Value::from(recipients));
        if let Value::Object(overview) = self.overview() {
            details.extend(overview);
        }
        Value::Object(details)
    }
}

fn highest_of(rows: &[&RecipientRow]) -> Option<RecipientStatus> {
    rows.iter().map(|row| row.status).max()
}

fn recipient_json(recipient: &str, rows: &[&RecipientRow]) -> Value {
    let highest = highest_of(rows).unwrap_or(RecipientStatus::Initialized);
    let changed = rows.last().map(|row| with_offset(row.at));
    json!({"recipient": recipient, "currentRecipientFileTransferStatusCode": highest,
           "currentRecipientFileTransferStatusText": highest.text(), "currentRecipientFileTransferStatusChanged": changed})
}
