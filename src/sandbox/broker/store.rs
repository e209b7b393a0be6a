//! The bytes of transfers: small ones with the world, large ones in a folder that goes with the sandbox (CONTRACT 8).

use super::Transfer;
use crate::sandbox::Shared;
use aws_lc_rs::digest;
use axum::body::{Body, Bytes};
use futures_util::{StreamExt, stream};
use md5::{Digest, Md5};
use serde::{Deserialize, Serialize};
use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use tempfile::TempDir;
use tokio::fs::File;
use tokio::io::{AsyncReadExt, AsyncSeekExt, AsyncWriteExt};
use uuid::Uuid;

/// What is kept with the world at most.
const SMALL: usize = 10 * 1024 * 1024;
const CHUNK: u64 = 64 * 1024;
/// How large the files are that the sandbox's own sender makes up.
const MADE_UP: usize = 4096;
/// The harmless file that every scanner finds, in two parts, so that no scanner finds this program.
const EICAR: [&str; 2] = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*"];

/// Where the bytes of a transfer are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stored {
    /// There are none.
    Nowhere,
    /// With the world.
    Kept,
    /// In a folder that goes with the sandbox.
    Large(PathBuf),
    /// Made up from the transfer's id whenever they are asked for.
    MadeUp,
}

/// The folder of the large ones; made when first needed, removed with the world.
#[derive(Debug, Clone, Default)]
pub struct Large(Arc<Mutex<Option<TempDir>>>);

impl Large {
    fn file(&self, id: Uuid) -> io::Result<PathBuf> {
        let mut folder = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let made = match folder.take() {
            Some(made) => made,
            None => TempDir::new()?,
        };
        let path = made.path().join(id.to_string());
        *folder = Some(made);
        Ok(path)
    }
}

/// What an upload brought.
pub(super) struct Received {
    pub stored: Stored,
    pub size: u64,
    pub md5: String,
    pub infected: bool,
}

/// Why an upload brought nothing.
#[derive(Debug)]
pub(super) enum Broken {
    /// The client went away: nothing is recorded.
    Client,
    /// The disk refused.
    Disk,
}

/// Streams a body to where it is kept.
pub(super) async fn receive(shared: &Shared, large: &Large, id: Uuid, body: Body) -> Result<Received, Broken> {
    let mut chunks = body.into_data_stream();
    let (mut hash, mut size, mut head) = (Md5::new(), 0_u64, Vec::new());
    let mut spilt: Option<(PathBuf, File)> = None;
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.map_err(|_| Broken::Client)?;
        hash.update(&chunk);
        size += chunk.len() as u64;
        match &mut spilt {
            Some((_, file)) => file.write_all(&chunk).await.map_err(|_| Broken::Disk)?,
            None if head.len() + chunk.len() <= SMALL => head.extend_from_slice(&chunk),
            None => {
                let path = large.file(id).map_err(|_| Broken::Disk)?;
                let mut file = File::create(&path).await.map_err(|_| Broken::Disk)?;
                file.write_all(&head).await.map_err(|_| Broken::Disk)?;
                file.write_all(&chunk).await.map_err(|_| Broken::Disk)?;
                spilt = Some((path, file));
                head.truncate(EICAR.concat().len());
                head.shrink_to_fit();
            }
        }
    }
    let infected = contains(&head, EICAR.concat().as_bytes());
    let stored = match spilt {
        Some((path, mut file)) => {
            file.flush().await.map_err(|_| Broken::Disk)?;
            Stored::Large(path)
        }
        None => {
            shared.bodies.keep(id, Bytes::from(head)).await.map_err(|_| Broken::Disk)?;
            Stored::Kept
        }
    };
    Ok(Received { stored, size, md5: hex(&hash.finalize()), infected })
}

fn contains(hay: &[u8], needle: &[u8]) -> bool {
    hay.windows(needle.len()).any(|window| window == needle)
}

/// The bytes from `start` on, `length` of them; none when they are gone.
pub(super) async fn read(shared: &Shared, id: Uuid, stored: &Stored, start: u64, length: u64) -> Option<Body> {
    let cut = |bytes: Bytes| {
        let from = usize::try_from(start).ok()?;
        let to = usize::try_from(start + length).ok()?;
        (to <= bytes.len()).then(|| Body::from(bytes.slice(from..to)))
    };
    match stored {
        Stored::Nowhere => None,
        Stored::MadeUp => cut(Bytes::from(made_up(id))),
        Stored::Kept => cut(shared.bodies.fetch(id).await?),
        Stored::Large(path) => {
            let mut file = File::open(path).await.ok()?;
            file.seek(io::SeekFrom::Start(start)).await.ok()?;
            let chunks = stream::unfold((file, length), |(mut file, left)| async move {
                let mut chunk = vec![0; usize::try_from(left.min(CHUNK)).unwrap_or(0)];
                if chunk.is_empty() {
                    return None;
                }
                let read = file.read(&mut chunk).await;
                match read {
                    Ok(0) => None,
                    Ok(count) => {
                        chunk.truncate(count);
                        Some((Ok::<_, io::Error>(Bytes::from(chunk)), (file, left - count as u64)))
                    }
                    Err(cause) => Some((Err(cause), (file, 0))),
                }
            });
            Some(Body::from_stream(chunks))
        }
    }
}

/// Forgets the bytes of a transfer.
pub(super) fn forget(shared: &Arc<Shared>, transfer: &mut Transfer) {
    let (id, stored) = (transfer.id, std::mem::replace(&mut transfer.stored, Stored::Nowhere));
    let acting = Arc::clone(shared);
    match stored {
        Stored::Nowhere | Stored::MadeUp => {}
        Stored::Kept => shared.spawn(async move { acting.bodies.forget(id).await }),
        Stored::Large(path) => shared.spawn(async move {
            // Already gone is as good as removed.
            let _ = tokio::fs::remove_file(path).await;
        }),
    }
}

/// A file that the sandbox's own sender makes up: the same for the same transfer.
pub(super) fn made_up(id: Uuid) -> Vec<u8> {
    let line = format!("A marked test file of the sandbox, transfer {id}\n");
    line.bytes().cycle().take(MADE_UP).collect()
}

/// MD5 in lower-case hex.
pub(super) fn md5(bytes: &[u8]) -> String {
    hex(&Md5::digest(bytes))
}

/// SHA-256 in lower-case hex.
pub(super) fn sha256(bytes: &[u8]) -> String {
    hex(digest::digest(&digest::SHA256, bytes).as_ref())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
