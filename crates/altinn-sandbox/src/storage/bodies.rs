//! The bytes of transfers. They lie beside the world's file.

use super::{file, folder};
use axum::body::Bytes;
use std::collections::{HashMap, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use tokio::sync::Mutex;
use tokio::task::spawn_blocking;
use uuid::Uuid;

#[derive(Debug)]
pub enum Bodies {
    /// For an ephemeral world.
    Memory(Mutex<HashMap<Uuid, Bytes>>),
    /// One file per transfer, in a folder beside the world's file.
    Folder(PathBuf),
}

/// The folder for the bodies of a world.
pub(crate) fn beside(world: &Path) -> PathBuf {
    world.with_extension("bodies")
}

/// A stored body.
#[derive(Debug)]
pub enum KeptBody {
    Bytes(Bytes),
    /// The path of the file that holds it.
    File(PathBuf),
}

impl Bodies {
    /// The most bytes of a body held in memory; a larger one goes to disk while it is received.
    pub const HELD: usize = 64 * 1024;

    /// The store that belongs to a world's file, or to an ephemeral world.
    #[must_use]
    pub fn of(world: Option<&PathBuf>) -> Self {
        world.map_or_else(|| Self::Memory(Mutex::default()), |file| Self::Folder(beside(file)))
    }

    /// Removes every body but these: a sandbox that was killed before a change was on disk left its body. Another user may read none
    /// of them.
    pub(crate) fn sweep(&self, needed: &HashSet<Uuid>) -> io::Result<()> {
        let Self::Folder(folder) = self else { return Ok(()) };
        let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
        folder::own(folder)?;
        for entry in entries.flatten() {
            let id = entry.file_name().to_str().and_then(|name| name.parse().ok());
            if id.is_none_or(|id| !needed.contains(&id)) {
                let _ = fs::remove_file(entry.path());
            }
        }
        Ok(())
    }

    /// The largest body kept here, in bytes; larger ones lie in [`crate::storage::scratch`] until the sandbox ends.
    #[must_use]
    pub const fn most(&self) -> u64 {
        match self {
            // An ephemeral world's bodies end with the sandbox as well, so anything that is not small goes to disk.
            Self::Memory(_) => Self::HELD as u64,
            Self::Folder(_) => 10 << 20,
        }
    }

    /// Stores bytes under an id.
    ///
    /// # Errors
    /// When the disk refuses.
    pub async fn keep(&self, id: Uuid, bytes: Bytes) -> io::Result<()> {
        match self {
            Self::Memory(kept) => {
                kept.lock().await.insert(id, bytes);
                Ok(())
            }
            Self::Folder(folder) => {
                let file = folder.join(id.to_string());
                let folder = folder.clone();
                spawn_blocking(move || folder::own(&folder).and_then(|()| file::write(&file, &bytes))).await.map_err(io::Error::other)?
            }
        }
    }

    /// Stores a copy of a file under an id.
    ///
    /// # Errors
    /// When the file cannot be read or the disk refuses.
    pub async fn keep_file(&self, id: Uuid, source: &Path) -> io::Result<()> {
        match self {
            Self::Memory(_) => self.keep(id, tokio::fs::read(source).await?.into()).await,
            Self::Folder(folder) => {
                let (file, source, folder) = (folder.join(id.to_string()), source.to_owned(), folder.clone());
                let copying = spawn_blocking(move || {
                    folder::own(&folder)?;
                    file::write_from(&file, &mut file::open_to_read(&source)?)
                });
                copying.await.map_err(io::Error::other)?
            }
        }
    }

    /// `None` when nothing is stored under the id.
    pub async fn find(&self, id: Uuid) -> Option<KeptBody> {
        match self {
            Self::Memory(kept) => kept.lock().await.get(&id).cloned().map(KeptBody::Bytes),
            Self::Folder(folder) => Some(KeptBody::File(folder.join(id.to_string()))),
        }
    }

    /// Deletes what is stored under the id.
    pub async fn forget(&self, id: Uuid) {
        match self {
            Self::Memory(kept) => {
                kept.lock().await.remove(&id);
            }
            Self::Folder(folder) => {
                // The file may be gone already; that is fine.
                let _ = tokio::fs::remove_file(folder.join(id.to_string())).await;
            }
        }
    }
}

#[cfg(all(test, unix))]
#[allow(clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[tokio::test]
    async fn what_is_kept_on_disk_can_be_read_by_the_user_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let bodies = Bodies::of(Some(&folder.path().join("world.json")));
        let id = Uuid::new_v4();
        bodies.keep(id, Bytes::from_static(b"a file")).await.expect("kept");
        let source = folder.path().join("source");
        std::fs::write(&source, "another").expect("written");
        let other = Uuid::new_v4();
        bodies.keep_file(other, &source).await.expect("kept");
        for (id, text) in [(id, "a file"), (other, "another")] {
            let Some(KeptBody::File(file)) = bodies.find(id).await else { panic!("not in a file") };
            assert_eq!(std::fs::metadata(&file).expect("there").permissions().mode() & 0o077, 0);
            assert_eq!(std::fs::read_to_string(file).expect("readable"), text);
        }
    }
}
