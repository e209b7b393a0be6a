//! A file transfer and what it shows of itself (facts broker-api 2.4, 2.5 and 5.1).

use super::stored::Stored;
use crate::clock::with_offset;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use uuid::Uuid;

const STUCK: SignedDuration = SignedDuration::from_hours(24);

/// Where a transfer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Status {
    /// Waits for its bytes.
    Initialized,
    UploadStarted,
    UploadProcessing,
    Published,
    Cancelled,
    /// Every recipient has confirmed.
    AllConfirmedDownloaded,
    /// The bytes are gone.
    Purged,
    /// It came to nothing.
    Failed,
}

impl Status {
    /// Every status, in the order of their numbers.
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

    /// The text it has unless a better one is known.
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

/// Where a recipient stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum RecipientStatus {
    Initialized,
    /// A download has begun.
    DownloadStarted,
    /// The recipient says that it has it.
    DownloadConfirmed,
}

impl RecipientStatus {
    /// Every status, in the order of their numbers.
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

/// A row of the history.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct StatusRow {
    pub status: Status,
    pub text: String,
    pub at: Timestamp,
}

/// A row of the recipients' history.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RecipientRow {
    pub recipient: String,
    pub status: RecipientStatus,
    pub at: Timestamp,
    /// Whose client called, for the statistics.
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
    /// Whose client sent it, for the statistics.
    #[serde(default)]
    pub sender_vendor: Option<String>,
    /// What the sender told about it.
    pub properties: Map<String, Value>,
    /// The checksum shown; none when it was sent as null.
    pub checksum: Option<String>,
    /// Whether the sender supplied one.
    pub supplied: bool,
    /// The MD5 of what was received.
    pub md5: Option<String>,
    /// Whether it is scanned.
    pub scanned: bool,
    /// How many bytes.
    pub size: u64,
    /// When it was made.
    pub created: Timestamp,
    /// When it is purged at the latest.
    pub expires: Timestamp,
    /// When it is purged because everybody has it.
    pub purge_at: Option<Timestamp>,
    /// When it was published.
    pub published: Option<Timestamp>,
    /// What it was, oldest first.
    pub history: Vec<StatusRow>,
    /// What its recipients did, oldest first.
    pub recipient_history: Vec<RecipientRow>,
    /// When a recipient last asked for a part.
    pub parts_asked: Vec<(String, Timestamp)>,
    /// Where the bytes are.
    pub stored: Stored,
    /// Made by the sandbox's own sender: its recipient is left to the user.
    pub by_counterpart: bool,
}

impl Transfer {
    /// Where it stands: the newest row.
    #[must_use]
    pub fn status(&self) -> Status {
        self.newest_row().map_or(Status::Initialized, |row| row.status)
    }

    /// The newest by time: a scanner dates its own row (5.1).
    fn newest_row(&self) -> Option<&StatusRow> {
        self.history.iter().max_by_key(|row| row.at)
    }

    #[must_use]
    pub fn changed(&self) -> Timestamp {
        self.newest_row().map_or(self.created, |row| row.at)
    }

    /// When its upload counts as stuck, if no more comes of it (5.1).
    #[must_use]
    pub fn stuck_from(&self) -> Timestamp {
        self.changed().checked_add(STUCK).unwrap_or(Timestamp::MAX)
    }

    /// The recipients, each once.
    #[must_use]
    pub fn recipients(&self) -> Vec<&str> {
        let mut found: Vec<&str> = Vec::new();
        for row in &self.recipient_history {
            if !found.contains(&row.recipient.as_str()) {
                found.push(&row.recipient);
            }
        }
        found
    }

    /// The highest status a recipient ever reached.
    #[must_use]
    pub fn highest(&self, recipient: &str) -> Option<RecipientStatus> {
        self.rows_of(recipient).map(|row| row.status).max()
    }

    /// The newest status of a recipient.
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
        let confirmed = |recipient: &&str| self.highest(recipient) == Some(RecipientStatus::DownloadConfirmed);
        self.recipients().into_iter().filter(|recipient| !confirmed(recipient)).map(str::to_owned).collect()
    }

    pub fn become_status(&mut self, status: Status, text: &str, at: Timestamp) {
        self.history.push(StatusRow { status, text: text.to_owned(), at });
    }

    /// `GET /filetransfer/{id}` (2.4).
    #[must_use]
    pub fn overview(&self) -> Value {
        let newest = self.newest_row();
        let recipients: Vec<Value> = self.recipients().into_iter().map(|recipient| self.recipient_json(recipient)).collect();
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

    fn recipient_json(&self, recipient: &str) -> Value {
        let highest = self.highest(recipient).unwrap_or(RecipientStatus::Initialized);
        let changed = self.rows_of(recipient).last().map(|row| with_offset(row.at));
        json!({"recipient": recipient, "currentRecipientFileTransferStatusCode": highest,
               "currentRecipientFileTransferStatusText": highest.text(), "currentRecipientFileTransferStatusChanged": changed})
    }

    /// `GET /filetransfer/{id}/details` (2.5): the histories come first.
    #[must_use]
    pub fn details(&self) -> Value {
        let history: Vec<Value> = self
            .history
            .iter()
            .map(|row| json!({"fileTransferStatus": row.status, "fileTransferStatusText": row.text, "fileTransferStatusChanged": with_offset(row.at)}))
            .collect();
        let recipients: Vec<Value> = self
            .recipient_history
            .iter()
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
