//! The bytes of transfers, kept beside the world and not in it: a world is written whole at each change.

use super::disk;
use axum::body::Bytes;
use std::collections::HashMap;
use std::io;
use std::path::PathBuf;
use tokio::sync::Mutex;
use uuid::Uuid;

/// Where the bytes are.
#[derive(Debug)]
pub enum Bodies {
    /// In memory: an ephemeral world.
    Memory(Mutex<HashMap<Uuid, Bytes>>),
    /// One file each in a folder beside the world's file.
    Folder(PathBuf),
}

impl Bodies {
    /// Those of a world.
    #[must_use]
    pub fn of(world: Option<&PathBuf>) -> Self {
        world.map_or_else(|| Self::Memory(Mutex::default()), |file| Self::Folder(file.with_extension("bodies")))
    }

    /// How large a body is kept here; larger ones go with the sandbox.
    #[must_use]
    pub const fn most(&self) -> usize {
        match self {
            // These go with the sandbox too: what is not small lies on disk and not in memory.
            Self::Memory(_) => 1 << 20,
            Self::Folder(_) => 10 << 20,
        }
    }

    /// Keeps bytes.
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
                tokio::task::spawn_blocking(move || disk::write(&file, &bytes)).await.map_err(io::Error::other)?
            }
        }
    }

    /// The bytes kept under an id.
    pub async fn fetch(&self, id: Uuid) -> Option<Bytes> {
        match self {
            Self::Memory(kept) => kept.lock().await.get(&id).cloned(),
            Self::Folder(folder) => tokio::fs::read(folder.join(id.to_string())).await.ok().map(Bytes::from),
        }
    }

    /// Forgets bytes.
    pub async fn forget(&self, id: Uuid) {
        match self {
            Self::Memory(kept) => {
                kept.lock().await.remove(&id);
            }
            Self::Folder(folder) => {
                // Already gone is as good as removed.
                let _ = tokio::fs::remove_file(folder.join(id.to_string())).await;
            }
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[tokio::test]
    async fn what_is_kept_on_disk_can_be_read_by_the_user_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let bodies = Bodies::of(Some(&folder.path().join("world.json")));
        let id = Uuid::new_v4();
        bodies.keep(id, Bytes::from_static(b"a file")).await.expect("kept");
        let mode = std::fs::metadata(folder.path().join("world.bodies").join(id.to_string())).expect("there").permissions().mode();
        assert_eq!(mode & 0o077, 0);
        assert_eq!(bodies.fetch(id).await, Some(Bytes::from_static(b"a file")));
    }
}
