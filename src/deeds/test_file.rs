//! The file to send, and the hashes of files. Files are read in chunks, so that large ones do not fill the memory.

use super::run::DeedStop;
use crate::checks::Connection;
use crate::files::{Content, ContentState, MadeContent, ScratchFile, paths};
use crate::journey::{DeedMessage, DeedOptions};
use crate::values::FileSize;
use aws_lc_rs::digest::{Context, SHA256};
use jiff::Timestamp;
use md5::{Digest, Md5};
use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};
use tokio::sync::watch;
use uuid::Uuid;

/// The size of a made-up file in bytes, if none is asked for.
const MADE_UP: FileSize = FileSize(64 * 1024);
pub(super) const MADE_UP_NAME: &str = "broker-setup-test.bin";
/// The largest file that Broker scans, in bytes (facts broker-api 7).
const LARGEST: u64 = 50_000_000_000;
/// The longest file name that Broker accepts, in characters (facts broker-api 2.1).
const LONGEST_NAME: usize = 255;
const CHUNK: usize = 256 * 1024;

/// What the user wants to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Chosen {
    File(PathBuf),
    /// A file of this size, made up while it is sent.
    MadeUp(FileSize),
}

#[derive(Debug)]
pub(super) struct TestFile {
    /// The name that the recipient sees.
    pub(super) name: String,
    pub(super) hashes: Hashes,
    pub(super) content: Content,
    /// When the user's file was last changed.
    pub(super) modified: Option<Timestamp>,
}

/// The hashes of a file, in lower-case hex.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hashes {
    /// For Broker's `checksum`.
    pub(super) md5: String,
    /// For the property that the recipient's side compares with.
    pub(super) sha256: String,
    /// The file's size in bytes.
    pub(super) size: u64,
}

impl Chosen {
    /// What the user has named, else a small file that is made up.
    pub(super) fn of(connection: &Connection, options: &DeedOptions) -> Self {
        Self::named(connection, options).unwrap_or(Self::MadeUp(MADE_UP))
    }

    /// A size that the user gave goes before a file, and one given for this deed before the answer. None if nothing was named.
    pub(super) fn named(connection: &Connection, options: &DeedOptions) -> Option<Self> {
        let file = options.file.as_ref().or(connection.profile.transfer.file.as_ref());
        match (options.size, file) {
            (Some(size), _) => Some(Self::MadeUp(size)),
            (None, Some(path)) => Some(Self::File(paths::whole(&paths::lead(Path::new(""), path)))),
            (None, None) => None,
        }
    }

    pub(super) fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::MadeUp(_) => None,
        }
    }

    /// The file's name and its size. The error says why it cannot be sent.
    pub(super) async fn look(&self) -> Result<(String, FileSize), DeedStop> {
        let (name, size) = match self {
            Self::File(path) => look(path).await?,
            Self::MadeUp(size) => (MADE_UP_NAME.to_owned(), *size),
        };
        if size.0 > LARGEST { Err(DeedMessage::FileTooLarge { name, size }.into()) } else { Ok((name, size)) }
    }

    fn content(&self, size: FileSize) -> Content {
        match self {
            Self::File(path) => Content::File(path.clone()),
            Self::MadeUp(_) => Content::Made(MadeContent { seed: Uuid::new_v4().as_u64_pair().1, size: size.0 }),
        }
    }
}

impl TestFile {
    /// Looks at the file and computes its hashes. `progress` counts the bytes read.
    pub(super) async fn prepare(chosen: &Chosen, progress: &watch::Sender<u64>) -> Result<Self, DeedStop> {
        let (name, size) = chosen.look().await?;
        let content = chosen.content(size);
        let unread = |error| chosen.path().map_or_else(|| disk(&error), |path| unreadable(path, &error));
        let modified = content.open(0).await.map_err(unread)?.1.modified;
        let hashes = hash(&content, progress).await.map_err(unread)?;
        Ok(Self { name, hashes, content, modified })
    }

    pub(super) fn size(&self) -> FileSize {
        FileSize(self.hashes.size)
    }

    /// Whether it is as it was when its hashes were computed, as far as its size and its date tell.
    pub(super) async fn is_unchanged(&self) -> bool {
        let state = self.content.open(0).await.map(|(_, state)| state).ok();
        state == Some(ContentState { size: self.hashes.size, modified: self.modified })
    }
}

async fn look(path: &Path) -> Result<(String, FileSize), DeedStop> {
    let shown = path.display().to_string();
    let about = match tokio::fs::metadata(path).await {
        Ok(about) => about,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(DeedMessage::FileMissing { path: shown }.into()),
        Err(error) => return Err(unreadable(path, &error)),
    };
    if !about.is_file() {
        return Err(DeedMessage::FileNotRegular { path: shown }.into());
    }
    let name = path.file_name().map_or_else(|| MADE_UP_NAME.to_owned(), |name| name.to_string_lossy().into_owned());
    if name.chars().count() > LONGEST_NAME {
        return Err(DeedMessage::FileNameTooLong { name }.into());
    }
    Ok((name, FileSize(about.len())))
}

/// An empty file below the folder `scratch`, deleted when the value is dropped.
pub(super) async fn empty(scratch: &Path) -> Result<ScratchFile, DeedStop> {
    let scratch = scratch.to_owned();
    match tokio::task::spawn_blocking(move || ScratchFile::make(&scratch, &[])).await {
        Ok(made) => made.map_err(|error| disk(&error)),
        Err(error) => Err(disk(&io::Error::other(error))),
    }
}

/// Computes both hashes in one pass. `progress` counts the bytes read.
pub(super) async fn hash(content: &Content, progress: &watch::Sender<u64>) -> io::Result<Hashes> {
    let (mut reader, _) = content.open(0).await?;
    let (mut md5, mut sha256, mut size) = (Md5::new(), Context::new(&SHA256), 0_u64);
    let mut chunk = vec![0_u8; CHUNK];
    loop {
        let read = reader.read(&mut chunk).await?;
        let Some(bytes) = chunk.get(..read).filter(|bytes| !bytes.is_empty()) else { break };
        md5.update(bytes);
        sha256.update(bytes);
        size += bytes.len() as u64;
        progress.send_replace(size);
        // Where nothing is read from a disk, nothing else would let the screen and Ctrl-C have their turn.
        tokio::task::yield_now().await;
    }
    Ok(Hashes { md5: hex(&md5.finalize()), sha256: hex(sha256.finish().as_ref()), size })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn unreadable(path: &Path, error: &io::Error) -> DeedStop {
    DeedMessage::FileUnreadable { path: path.display().to_string(), reason: error.to_string() }.into()
}

/// The message when our temporary file could not be made or read.
pub(super) fn disk(error: &io::Error) -> DeedStop {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => DeedMessage::DiskFull.into(),
        _ => DeedMessage::DiskRefused { reason: error.to_string() }.into(),
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    async fn hashes_of(content: &[u8]) -> Hashes {
        let folder = tempfile::tempdir().expect("a folder");
        let file = ScratchFile::make(folder.path(), content).expect("a file");
        hash(&Content::File(file.path().to_owned()), &watch::Sender::new(0)).await.expect("read")
    }

    async fn prepared(chosen: Chosen) -> Result<TestFile, DeedStop> {
        TestFile::prepare(&chosen, &watch::Sender::new(0)).await
    }

    #[tokio::test]
    async fn hashes_are_those_of_the_standards_own_examples() {
        let empty = hashes_of(b"").await;
        // Broker's own value for an empty file (facts broker-api 2.2).
        assert_eq!(empty.md5, "d41d8cd98f00b204e9800998ecf8427e");
        assert_eq!((empty.sha256.as_str(), empty.size), ("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", 0));
        let abc = hashes_of(b"abc").await;
        assert_eq!(abc.md5, "900150983cd24fb0d6963f7d28e17f72");
        assert_eq!(abc.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[tokio::test]
    async fn a_file_of_many_chunks_is_read_to_its_end() {
        let content = vec![7_u8; CHUNK * 2 + 1];
        let whole = hashes_of(&content).await;
        assert_eq!((whole.size, whole.md5), (content.len() as u64, hex(&Md5::digest(&content))));
    }

    #[tokio::test]
    async fn a_made_up_file_has_the_size_that_was_asked_for_and_is_another_each_time() {
        let made = || prepared(Chosen::MadeUp(FileSize(300_001)));
        let (one, other) = (made().await.expect("made up"), made().await.expect("made up"));
        assert_eq!((one.size(), other.size()), (FileSize(300_001), FileSize(300_001)));
        assert_ne!(one.hashes.sha256, other.hashes.sha256);
        assert_eq!(hash(&one.content, &watch::Sender::new(0)).await.expect("again"), one.hashes);
        let too_large = prepared(Chosen::MadeUp(FileSize(LARGEST + 1))).await;
        assert!(matches!(too_large, Err(DeedStop { message: DeedMessage::FileTooLarge { .. }, .. })));
    }

    #[tokio::test]
    async fn a_file_that_cannot_be_sent_says_why() {
        let folder = tempfile::tempdir().expect("a folder");
        let missing = prepared(Chosen::File(folder.path().join("none.txt"))).await;
        assert!(matches!(missing, Err(DeedStop { message: DeedMessage::FileMissing { .. }, .. })));
        let a_folder = prepared(Chosen::File(folder.path().to_owned())).await;
        assert!(matches!(a_folder, Err(DeedStop { message: DeedMessage::FileNotRegular { .. }, .. })));
    }
}
