//! The bytes of transfers, kept beside the world and not in it: a world is written whole at each change.

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
                tokio::fs::create_dir_all(folder).await?;
                tokio::fs::write(folder.join(id.to_string()), &bytes).await
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
