//! The content of a file to send: one of the user's, or one of a given size that is made while it is read.

use super::{ReadProblem, open_regular};
use jiff::Timestamp;
use std::io::{self, SeekFrom};
use std::path::{Path, PathBuf};
use tokio::fs::File;
use tokio::io::{AsyncReadExt, AsyncSeekExt};

/// What is read from its beginning or from any place in it, again and again, and is the same each time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    File(PathBuf),
    Made(MadeContent),
}

/// Bytes that lie nowhere: each follows from the seed and its place (SplitMix64), so that any part can be made again. No compression
/// on the way makes them fewer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MadeContent {
    pub seed: u64,
    /// In bytes.
    pub size: u64,
}

/// How large a content is, and when it was last changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContentState {
    /// In bytes.
    pub size: u64,
    /// None for one that is made, and where the file system does not tell.
    pub modified: Option<Timestamp>,
}

#[derive(Debug)]
pub struct ContentReader(Source);

#[derive(Debug)]
enum Source {
    File(File),
    Made { made: MadeContent, at: u64 },
}

impl Content {
    /// The path of a user's file.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Made(_) => None,
        }
    }

    /// Opens it for reading at a place, and says how it is now.
    ///
    /// # Errors
    /// The error of the file system.
    pub async fn open(&self, at: u64) -> io::Result<(ContentReader, ContentState)> {
        match self {
            Self::File(path) => {
                let mut file = File::from_std(open_regular(path).map_err(ReadProblem::into_error)?);
                let about = file.metadata().await?;
                if at > 0 {
                    file.seek(SeekFrom::Start(at)).await?;
                }
                let state = ContentState { size: about.len(), modified: about.modified().ok().and_then(|at| Timestamp::try_from(at).ok()) };
                Ok((ContentReader(Source::File(file)), state))
            }
            Self::Made(made) => Ok((ContentReader(Source::Made { made: *made, at }), ContentState { size: made.size, modified: None })),
        }
    }
}

impl ContentReader {
    /// Reads the next bytes. Returns how many; 0 at the end.
    ///
    /// # Errors
    /// The error of the file system.
    pub async fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match &mut self.0 {
            Source::File(file) => file.read(into).await,
            Source::Made { made, at } => {
                let left = usize::try_from(made.size.saturating_sub(*at)).unwrap_or(usize::MAX);
                let count = left.min(into.len());
                made.fill(*at, into.get_mut(..count).unwrap_or_default());
                *at += count as u64;
                Ok(count)
            }
        }
    }
}

impl MadeContent {
    /// Writes the bytes that begin at this place.
    fn fill(&self, at: u64, into: &mut [u8]) {
        const WORD: u64 = size_of::<u64>() as u64;
        let (mut index, skipped) = (at / WORD, usize::try_from(at % WORD).unwrap_or_default());
        let mut rest = into;
        if skipped > 0 {
            let word = self.word(index);
            let end = word.get(skipped..).unwrap_or_default();
            let (head, after) = rest.split_at_mut(end.len().min(rest.len()));
            head.copy_from_slice(end.get(..head.len()).unwrap_or_default());
            (rest, index) = (after, index + 1);
        }
        let (words, tail) = rest.as_chunks_mut::<{ size_of::<u64>() }>();
        for chunk in words {
            *chunk = self.word(index);
            index += 1;
        }
        tail.copy_from_slice(self.word(index).get(..tail.len()).unwrap_or_default());
    }

    fn word(&self, index: u64) -> [u8; size_of::<u64>()] {
        let mixed = self.seed.wrapping_add((index + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)).to_le_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn read(content: &Content, at: u64, piece: usize) -> Vec<u8> {
        let (mut reader, _) = content.open(at).await.unwrap();
        let (mut all, mut buffer) = (Vec::new(), vec![0; piece]);
        loop {
            match reader.read(&mut buffer).await.unwrap() {
                0 => return all,
                count => all.extend_from_slice(&buffer[..count]),
            }
        }
    }

    #[tokio::test]
    async fn a_made_content_is_the_same_from_any_place_and_in_any_pieces() {
        let made = |seed| Content::Made(MadeContent { seed, size: 1003 });
        let whole = read(&made(7), 0, 4096).await;
        assert_eq!(whole.len(), 1003);
        assert_ne!(whole, read(&made(8), 0, 4096).await);
        for (at, piece) in [(0, 1), (1, 3), (5, 8), (8, 13), (997, 64), (1003, 1)] {
            assert_eq!(read(&made(7), at as u64, piece).await, whole[at..], "{at}, {piece}");
        }
    }

    #[tokio::test]
    async fn a_file_is_read_from_any_place() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        std::fs::write(&path, "the quick brown fox").unwrap();
        let content = Content::File(path);
        assert_eq!(read(&content, 4, 3).await, b"quick brown fox");
        assert_eq!(content.open(0).await.unwrap().1.size, 19);
    }
}
