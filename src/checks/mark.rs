//! The mark on test transfers. This program fetches a file without being told to only if it is marked (contract 6).

use crate::services::FileTransfer;
use std::collections::BTreeMap;
use uuid::Uuid;

const REFERENCE: &str = "broker-setup-test-";
const PROPERTY: (&str, &str) = ("broker-setup", "test");
const HASH: &str = "sha256";

/// A new reference for `sendersFileTransferReference`.
#[must_use]
pub fn reference() -> String {
    format!("{REFERENCE}{}", Uuid::new_v4().simple())
}

/// How the preview shows the reference, which is made only when the file is sent.
#[must_use]
pub fn shown() -> String {
    format!("{REFERENCE}…")
}

/// The properties of a test file. `sha256` is the hash in lower-case hex.
#[must_use]
pub fn properties(sha256: &str) -> BTreeMap<String, String> {
    BTreeMap::from([(PROPERTY.0.to_owned(), PROPERTY.1.to_owned()), (HASH.to_owned(), sha256.to_owned())])
}

/// Whether a transfer has both the marked reference and the marked property. One is not enough, since a reference is easily copied.
#[must_use]
pub fn is_on(transfer: &FileTransfer) -> bool {
    transfer.reference.starts_with(REFERENCE) && transfer.properties.get(PROPERTY.0).is_some_and(|value| value == PROPERTY.1)
}

/// The SHA-256 that the sender gave, in lower-case hex.
#[must_use]
pub fn sha256(transfer: &FileTransfer) -> Option<String> {
    transfer.properties.get(HASH).map(|hex| hex.trim().to_ascii_lowercase()).filter(|hex| !hex.is_empty())
}
