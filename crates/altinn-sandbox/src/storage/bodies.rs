//! The bytes of transfers. They lie beside the world's file, because the whole file is written anew at each change.

use super::file;
use axum::body::Bytes;
use std::collections::HashMap;
use std::fs::File;
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
        world.map_or_else(|| Self::Memory(Mutex::default()), |file| Self::Folder(file.with_extension("bodies")))
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
                spawn_blocking(move || file::write(&file, &bytes)).await.map_err(io::Error::other)?
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
                let (file, source) = (folder.join(id.to_string()), source.to_owned());
                spawn_blocking(move || file::write_from(&file, &mut File::open(source)?)).await.map_err(io::Error::other)?
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
