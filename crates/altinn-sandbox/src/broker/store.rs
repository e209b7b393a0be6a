//! The bytes of transfers: small ones are stored with the world, large ones in a folder that is deleted with the sandbox (contract
//! 8).

use super::examination::Examined;
use super::stored::Stored;
use crate::storage::bodies::{Bodies, KeptBody};
use crate::storage::file;
use crate::storage::scratch::Unclaimed;
use aws_lc_rs::digest;
use axum::body::{Body, Bytes};
use futures_util::stream;
use md5::{Digest, Md5};
use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};
use tokio::task::{JoinHandle, spawn_blocking};
use uuid::Uuid;

/// How many bytes are read at once.
const CHUNK: u64 = 256 * 1024;
/// How many bytes of a file the scanner looks at; the EICAR test file has its mark at the beginning.
const SCANNED: u64 = 1 << 20;
/// The size in bytes of the files that the sandbox's own sender sends.
const MADE_UP: usize = 4096;
/// The EICAR test file, which every scanner reports. It is split in two so that scanners do not report this program.
const EICAR: [&str; 2] = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*"];

/// Where the bytes can be read; `None` when they are gone.
async fn source(bodies: &Bodies, id: Uuid, stored: &Stored) -> Option<KeptBody> {
    match stored {
        Stored::Nowhere => None,
        Stored::MadeUp => Some(KeptBody::Bytes(made_up(id).into())),
        Stored::Kept => bodies.find(id).await,
        Stored::Large(path) => Some(KeptBody::File(path.clone())),
    }
}

/// Stores a received file as that of a transfer; small ones are stored with the world.
pub(super) async fn kept(bodies: &Bodies, id: Uuid, place: Unclaimed, size: u64) -> io::Result<Stored> {
    if size > bodies.most() {
        return Ok(Stored::Large(place.claim()));
    }
    bodies.keep_file(id, place.path()).await?;
    Ok(Stored::Kept)
}

/// Deletes the bytes of a transfer.
pub(crate) async fn delete(bodies: &Bodies, id: Uuid, stored: &Stored) {
    match stored {
        Stored::Nowhere | Stored::MadeUp => {}
        Stored::Kept => bodies.forget(id).await,
        Stored::Large(path) => {
            // The file may be gone already; that is fine.
            let _ = tokio::fs::remove_file(path).await;
        }
    }
}

/// Reads a whole file for the scan and the checksum; `None` when its bytes are gone.
pub(crate) async fn examine(bodies: &Bodies, id: Uuid, stored: &Stored) -> Option<Examined> {
    let source = source(bodies, id, stored).await?;
    let examined = spawn_blocking(move || match source {
        KeptBody::Bytes(bytes) => Ok(Examined { md5: md5(&bytes), malware: found(&bytes).then(|| sha256(&bytes)) }),
        KeptBody::File(path) => examine_file(&path),
    });
    examined.await.ok()?.ok()
}

fn examine_file(path: &Path) -> io::Result<Examined> {
    let mut head = Vec::new();
    file::open_to_read(path)?.take(SCANNED).read_to_end(&mut head)?;
    let found = found(&head);
    drop(head);
    let (mut file, mut md5, mut sha) = (file::open_to_read(path)?, Md5::new(), digest::Context::new(&digest::SHA256));
    let mut chunk = vec![0; usize::try_from(CHUNK).unwrap_or(1 << 16)];
    loop {
        let count = file.read(&mut chunk)?;
        let read = chunk.get(..count).unwrap_or_default();
        if read.is_empty() {
            break;
        }
        md5.update(read);
        if found {
            sha.update(read);
        }
    }
    Ok(Examined { md5: hex(&md5.finalize()), malware: found.then(|| hex(sha.finish().as_ref())) })
}

pub(super) async fn md5_of(path: PathBuf) -> io::Result<String> {
    spawn_blocking(move || examine_file(&path)).await.map_err(io::Error::other)?.map(|examined| examined.md5)
}

fn found(bytes: &[u8]) -> bool {
    let eicar = EICAR.concat();
    let head = bytes.get(..usize::try_from(SCANNED).unwrap_or(usize::MAX)).unwrap_or(bytes);
    head.windows(eicar.len()).any(|window| window == eicar.as_bytes())
}

/// Reads `length` bytes from `start` on; `None` when they are gone.
pub(super) async fn read(bodies: &Bodies, id: Uuid, stored: &Stored, start: u64, length: u64) -> Option<Body> {
    match source(bodies, id, stored).await? {
        KeptBody::Bytes(bytes) => {
            let (from, to) = (usize::try_from(start).ok()?, usize::try_from(start + length).ok()?);
            (to <= bytes.len()).then(|| Body::from(bytes.slice(from..to)))
        }
        KeptBody::File(path) => {
            let opened = spawn_blocking(move || {
                let mut file = file::open_to_read(&path)?;
                file.seek(SeekFrom::Start(start))?;
                Ok::<_, io::Error>(file)
            });
            let file = opened.await.ok()?.ok()?;
            Some(Body::from_stream(stream::unfold(ahead(file, length), next)))
        }
    }
}

/// A read of the next chunk, which runs while the chunk before it is sent; `None` at the end.
type Ahead = Option<JoinHandle<io::Result<(Bytes, File, u64)>>>;

fn ahead(mut file: File, left: u64) -> Ahead {
    let wanted = left.min(CHUNK);
    (wanted > 0).then(|| {
        spawn_blocking(move || {
            let mut chunk = Vec::with_capacity(usize::try_from(wanted).unwrap_or(0));
            file.by_ref().take(wanted).read_to_end(&mut chunk)?;
            if chunk.is_empty() {
                return Err(io::Error::from(io::ErrorKind::UnexpectedEof));
            }
            let left = left - chunk.len() as u64;
            Ok((Bytes::from(chunk), file, left))
        })
    })
}

async fn next(reading: Ahead) -> Option<(io::Result<Bytes>, Ahead)> {
    match reading?.await.map_err(io::Error::other).and_then(|read| read) {
        Ok((chunk, file, left)) => Some((Ok(chunk), ahead(file, left))),
        Err(cause) => Some((Err(cause), None)),
    }
}

/// The content of a file from the sandbox's own sender. It depends only on the transfer's id.
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

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
