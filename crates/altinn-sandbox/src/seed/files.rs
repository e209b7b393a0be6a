//! The files of a seed: itself, and those that it names.

use crate::storage::file;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

/// The most bytes of a seed, and of a file that it names.
const MOST: u64 = 2 << 20;

/// Where the files lie that a seed names by a relative path.
#[derive(Debug, Clone)]
pub(super) struct Folder(PathBuf);

impl Folder {
    pub(super) fn of(seed: &Path) -> Self {
        Self(file::folder_of(seed).to_owned())
    }

    /// A file that the seed names, or a sentence that says why it cannot be read.
    pub(super) fn file(&self, path: &str) -> Result<Vec<u8>, String> {
        let path = self.0.join(path);
        let read = std::fs::metadata(&path).and_then(|found| if found.is_file() { std::fs::File::open(&path) } else { Err(no_file()) });
        read.and_then(limited).map_err(|cause| format!("{} cannot be read: {cause}.", path.display()))
    }
}

/// The text of a seed; `-` stands for standard input.
pub(super) fn text(seed: &Path) -> io::Result<String> {
    let bytes = if seed == Path::new("-") { limited(io::stdin())? } else { limited(std::fs::File::open(seed)?)? };
    String::from_utf8(bytes).map_err(|_| io::Error::other("it is no text in UTF-8"))
}

fn limited(source: impl io::Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(MOST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST { Err(io::Error::other("it is larger than 2 MiB")) } else { Ok(bytes) }
}

fn no_file() -> io::Error {
    io::Error::other("it is no file")
}
