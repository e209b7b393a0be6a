//! The mark on test transfers: what makes a file one that this program may fetch unasked (contract 6).

use crate::services::FileTransfer;
use std::collections::BTreeMap;
use uuid::Uuid;

const REFERENCE: &str = "broker-setup-test-";
const PROPERTY: (&str, &str) = ("broker-setup", "test");
const HASH: &str = "sha256";

/// A new reference for `sendersFileTransferReference`.
pub(super) fn reference() -> String {
    format!("{REFERENCE}{}", Uuid::new_v4().simple())
}

/// The reference as the preview shows it, before there is one.
pub(super) fn shown() -> String {
    format!("{REFERENCE}…")
}

/// The properties of a test file with this SHA-256.
pub(super) fn properties(sha256: &str) -> BTreeMap<String, String> {
    BTreeMap::from([(PROPERTY.0.to_owned(), PROPERTY.1.to_owned()), (HASH.to_owned(), sha256.to_owned())])
}

/// Whether a transfer carries both halves of the mark. One alone is not enough: a reference is easily copied.
pub(super) fn is_on(transfer: &FileTransfer) -> bool {
    transfer.reference.starts_with(REFERENCE) && transfer.properties.get(PROPERTY.0).is_some_and(|value| value == PROPERTY.1)
}

/// The SHA-256 that the sender put on it, in lower-case hex.
pub(super) fn sha256(transfer: &FileTransfer) -> Option<String> {
    transfer.properties.get(HASH).map(|hex| hex.trim().to_ascii_lowercase()).filter(|hex| !hex.is_empty())
}
