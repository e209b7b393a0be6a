//! How the text of an answer is read. An empty one takes the answer away.

use super::{FieldId, FieldKind};
use crate::values::{self, Invalid, SecretRef, file_path, visible, word};
use jiff::civil::Date;
use std::path::PathBuf;
use std::str::FromStr;
use uuid::Uuid;

/// The text as the field reads it: a path may hold blanks of every kind, in other answers they came along with a paste.
pub(super) fn typed(field: FieldId, text: &str) -> String {
    match field.kind() {
        FieldKind::Path | FieldKind::SecretReference => text.trim().to_owned(),
        FieldKind::Day => word(text),
        FieldKind::Choice(_) | FieldKind::Line | FieldKind::Several => visible(text),
    }
}

pub(super) fn joined<T: ToString>(values: &[T]) -> Option<String> {
    (!values.is_empty()).then(|| values.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
}

pub(super) fn optional<T: FromStr<Err = Invalid>>(text: &str) -> Result<Option<T>, Invalid> {
    if text.is_empty() { Ok(None) } else { text.parse().map(Some) }
}

/// A private key and a certificate are in files, mostly.
pub(super) fn reference(text: &str) -> Result<Option<SecretRef>, Invalid> {
    if text.is_empty() { Ok(None) } else { SecretRef::or_path(text).map(Some) }
}

pub(super) fn several<T: FromStr<Err = Invalid>>(text: &str) -> Result<Vec<T>, Invalid> {
    text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()).map(str::parse).collect()
}

pub(super) fn line(text: &str, limit: usize) -> Result<Option<String>, Invalid> {
    if text.chars().count() > limit {
        return Err(Invalid::TooLong { limit });
    }
    Ok((!text.is_empty()).then(|| text.to_owned()))
}

pub(super) fn path(text: &str) -> Result<Option<PathBuf>, Invalid> {
    line(text, 4096)?.map(|text| file_path(&text)).transpose()
}

pub(super) fn day(text: &str) -> Result<Option<Date>, Invalid> {
    if text.is_empty() { Ok(None) } else { values::day(text, None).map(Some) }
}

pub(super) fn transfer_id(text: &str) -> Result<Option<Uuid>, Invalid> {
    if text.is_empty() { Ok(None) } else { Uuid::parse_str(&word(text)).map(Some).map_err(|_| Invalid::TransferIdShape) }
}
