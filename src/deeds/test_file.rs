//! The file to send, and the hashes of files. Files are read in chunks, so that large ones do not fill the memory.

use super::run::DeedStop;
use crate::checks::Connection;
use crate::files::{ReadProblem, ScratchFile, open_regular, paths};
use crate::journey::{DeedMessage, DeedOptions};
use crate::values::FileSize;
use aws_lc_rs::digest::{Context, SHA256};
use md5::{Digest, Md5};
use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};
use tokio::io::AsyncReadExt;

/// The size of a made-up file in bytes. Its content is random, so that no compression on the way makes it smaller.
pub(super) const MADE_UP: usize = 64 * 1024;
pub(super) const MADE_UP_NAME: &str = "broker-setup-test.bin";
/// The largest file that Broker scans, in bytes (facts broker-api 7).
const LARGEST: u64 = 50_000_000_000;
/// The longest file name that Broker accepts, in characters (facts broker-api 2.1).
const LONGEST_NAME: usize = 255;
const CHUNK: usize = 64 * 1024;

#[derive(Debug)]
pub(super) struct TestFile {
    /// The name that the recipient sees.
    pub(super) name: String,
    pub(super) size: u64,
    pub(super) hashes: Hashes,
    source: FileSource,
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

#[derive(Debug)]
enum FileSource {
    Given(PathBuf),
    /// Made by us, and deleted when this value is dropped.
    MadeUp(ScratchFile),
}

impl TestFile {
    /// Prepares the file at `path`, or a made-up one below the folder `scratch`, and computes its hashes.
    pub(super) async fn prepare(path: Option<&Path>, scratch: &Path) -> Result<Self, DeedStop> {
        let (name, source) = match path {
            Some(path) => (look(path).await?.0, FileSource::Given(path.to_owned())),
            None => (MADE_UP_NAME.to_owned(), FileSource::MadeUp(make_up(scratch).await?)),
        };
        let hashes = match &source {
            FileSource::Given(path) => hash(path).await.map_err(|error| unreadable(path, &error))?,
            FileSource::MadeUp(file) => hash(file.path()).await.map_err(|error| disk(&error))?,
        };
        Ok(Self { name, size: hashes.size, hashes, source })
    }

    pub(super) fn path(&self) -> &Path {
        match &self.source {
            FileSource::Given(path) => path,
            FileSource::MadeUp(file) => file.path(),
        }
    }
}

/// The path of the file that the user chose to send. None for a made-up one.
pub(super) fn chosen(connection: &Connection, options: &DeedOptions) -> Option<PathBuf> {
    let chosen = options.file.as_ref().or(connection.profile.transfer.file.as_ref())?;
    Some(paths::lead(Path::new(""), chosen))
}

/// The name of a file that the user gave and its size in bytes. The error says why it cannot be sent.
pub(super) async fn look(path: &Path) -> Result<(String, u64), DeedStop> {
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
    if about.len() > LARGEST {
        return Err(DeedMessage::FileTooLarge { name, size: FileSize(about.len()) }.into());
    }
    Ok((name, about.len()))
}

/// An empty file below the folder `scratch`, deleted when the value is dropped.
pub(super) async fn empty(scratch: &Path) -> Result<ScratchFile, DeedStop> {
    let scratch = scratch.to_owned();
    on_a_thread_that_may_wait(move || ScratchFile::make(&scratch, &[])).await
}

async fn make_up(scratch: &Path) -> Result<ScratchFile, DeedStop> {
    let scratch = scratch.to_owned();
    on_a_thread_that_may_wait(move || {
        let mut content = vec![0_u8; MADE_UP];
        aws_lc_rs::rand::fill(&mut content).map_err(|_| io::Error::other("no randomness"))?;
        ScratchFile::make(&scratch, &content)
    })
    .await
}

async fn on_a_thread_that_may_wait<T: Send + 'static>(work: impl FnOnce() -> io::Result<T> + Send + 'static) -> Result<T, DeedStop> {
    match tokio::task::spawn_blocking(work).await {
        Ok(made) => made.map_err(|error| disk(&error)),
        Err(error) => Err(disk(&io::Error::other(error))),
    }
}

/// Computes both hashes in one pass over the file.
pub(super) async fn hash(path: &Path) -> io::Result<Hashes> {
    let mut file = tokio::fs::File::from_std(open_regular(path).map_err(ReadProblem::into_error)?);
    let (mut md5, mut sha256, mut size) = (Md5::new(), Context::new(&SHA256), 0_u64);
    let mut chunk = vec![0_u8; CHUNK];
    loop {
        let read = file.read(&mut chunk).await?;
        let Some(bytes) = chunk.get(..read).filter(|bytes| !bytes.is_empty()) else { break };
        md5.update(bytes);
        sha256.update(bytes);
        size += bytes.len() as u64;
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
        hash(file.path()).await.expect("read")
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
    async fn a_made_up_file_is_ours_alone_and_gone_afterwards() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = TestFile::prepare(None, folder.path()).await.expect("made up");
        let path = file.path().to_owned();
        assert_eq!(file.size, MADE_UP as u64);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o600);
        }
        drop(file);
        assert!(!path.exists());
    }

    #[tokio::test]
    async fn a_file_that_cannot_be_sent_says_why() {
        let folder = tempfile::tempdir().expect("a folder");
        let missing = TestFile::prepare(Some(&folder.path().join("none.txt")), folder.path()).await;
        assert!(matches!(missing, Err(DeedStop { message: DeedMessage::FileMissing { .. }, .. })));
        let a_folder = TestFile::prepare(Some(folder.path()), folder.path()).await;
        assert!(matches!(a_folder, Err(DeedStop { message: DeedMessage::FileNotRegular { .. }, .. })));
    }
}
