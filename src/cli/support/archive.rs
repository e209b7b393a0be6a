//! The archive: a zip file, which a service desk opens with a double click.

use jiff::Timestamp;
use rawzip::time::UtcDateTime;
use rawzip::{Error, ZipArchiveWriter};
use std::io::Write;

crate::choice! {
    /// What the archive holds, in the order of its listing.
    pub(super) enum PartKind {
        Versions = "versions",
        Answers = "answers",
        Findings = "findings",
        FindingsJson = "findings-json",
        Chains = "chains",
        Journal = "journal",
        Traffic = "traffic",
    }
}

impl PartKind {
    /// The name of its file in the archive.
    pub(super) const fn file(self) -> &'static str {
        match self {
            Self::Versions => "versions.txt",
            Self::Answers => "answers.txt",
            Self::Findings => "findings.txt",
            Self::FindingsJson => "findings.json",
            Self::Chains => "chains.txt",
            Self::Journal => "journal.jsonl",
            Self::Traffic => "traffic.jsonl",
        }
    }
}

/// One file of the archive.
pub(super) struct Part {
    pub(super) kind: PartKind,
    pub(super) text: String,
}

/// The archive's bytes. Its files are below a folder, so that unpacking it litters nothing, and only their user may read them.
///
/// # Errors
/// What the archive's format refuses; writing into memory itself does not fail.
pub(super) fn packed(parts: &[Part], now: Timestamp) -> Result<Vec<u8>, Error> {
    let mut archive = ZipArchiveWriter::new(Vec::new());
    for part in parts {
        let path = format!("broker-setup-support/{}", part.kind.file());
        let new = archive.new_file(&path).last_modified(UtcDateTime::from_unix(now.as_second())).unix_permissions(0o600);
        let (mut entry, config) = new.start()?;
        let mut data = config.wrap(&mut entry);
        data.write_all(part.text.as_bytes())?;
        let (_, written) = data.finish()?;
        entry.finish(written)?;
    }
    archive.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rawzip::ZipArchive;

    #[test]
    fn what_is_packed_is_read_back_with_its_name_and_its_mode() -> Result<(), Box<dyn std::error::Error>> {
        let parts: Vec<Part> = PartKind::ALL.iter().map(|kind| Part { kind: *kind, text: format!("{kind} æøå\n") }).collect();
        let archive = ZipArchive::from_slice(packed(&parts, Timestamp::UNIX_EPOCH)?)?;
        let mut entries = archive.entries();
        for part in &parts {
            let entry = entries.next_entry()?.ok_or("a file is missing")?;
            assert_eq!(entry.file_path().as_ref(), format!("broker-setup-support/{}", part.kind.file()).as_bytes());
            assert_eq!(entry.mode().permissions(), 0o600);
            assert_eq!(archive.get_entry(entry.wayfinder())?.data(), part.text.as_bytes());
        }
        assert!(entries.next_entry()?.is_none());
        Ok(())
    }
}
