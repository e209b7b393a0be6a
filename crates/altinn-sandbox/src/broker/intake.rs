//! Receives bodies: small ones stay in memory, larger ones go to disk as they arrive, with at most two batches in memory.

use super::store::{self, hex};
use super::stored::Stored;
use crate::shared::Shared;
use crate::storage::bodies::Bodies;
use crate::storage::file::{self, Presence};
use crate::storage::scratch::Unclaimed;
use axum::body::{Body, Bytes};
use futures_util::StreamExt;
use md5::{Digest, Md5};
use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write as _};
use std::path::Path;
use tokio::task::{JoinHandle, spawn_blocking};
use uuid::Uuid;

/// How many bytes are written at once.
const BATCH: usize = 512 * 1024;

/// When to compute the MD5. Only a supplied checksum must be compared before the answer (facts broker-api 2.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hashing {
    Now,
    Later,
}

/// Why a body was not received completely.
#[derive(Debug)]
pub(super) enum ReceiveError {
    /// The client disconnected. The upload may be tried again, so nothing is recorded.
    Client,
    Disk,
}

/// A received body that does not belong to a transfer yet.
pub(super) struct Received {
    bytes: Bytes,
    file: Option<Unclaimed>,
    pub size: u64,
    /// `None` until it was computed.
    pub md5: Option<String>,
}

impl Received {
    /// Computes the MD5 unless it is known.
    pub(super) async fn sum(&mut self) -> io::Result<()> {
        if self.md5.is_none() {
            self.md5 = Some(match &self.file {
                Some(place) => store::md5_of(place.path().to_owned()).await?,
                None => store::md5(&self.bytes),
            });
        }
        Ok(())
    }

    /// Stores the bytes as those of a transfer.
    pub(super) async fn keep(self, bodies: &Bodies, id: Uuid) -> io::Result<Stored> {
        match self.file {
            Some(place) => store::kept(bodies, id, place, self.size).await,
            None => {
                bodies.keep(id, self.bytes).await?;
                Ok(Stored::Kept)
            }
        }
    }
}

/// Receives a body into memory or onto disk.
pub(super) async fn receive(shared: &Shared, body: Body, hashing: Hashing) -> Result<Received, ReceiveError> {
    let mut intake = Intake::new(shared, hashing);
    let mut chunks = body.into_data_stream();
    while let Some(chunk) = chunks.next().await {
        intake.push(chunk.map_err(|_| ReceiveError::Client)?).await.map_err(|_| ReceiveError::Disk)?;
    }
    intake.finish().await.map_err(|_| ReceiveError::Disk)
}

/// A body that is being received.
pub(super) struct Intake<'a> {
    shared: &'a Shared,
    hashing: Hashing,
    head: Vec<Bytes>,
    size: u64,
    spilt: Option<(Unclaimed, Writer)>,
}

impl<'a> Intake<'a> {
    pub(super) fn new(shared: &'a Shared, hashing: Hashing) -> Self {
        Self { shared, hashing, head: Vec::new(), size: 0, spilt: None }
    }

    pub(super) async fn push(&mut self, chunk: Bytes) -> io::Result<()> {
        self.size += chunk.len() as u64;
        if let Some((_, writer)) = &mut self.spilt {
            return writer.push(chunk).await;
        }
        self.head.push(chunk);
        if self.size > Bodies::HELD as u64 {
            let place = self.shared.scratch.place()?;
            let mut writer = Writer::create(place.path(), self.hashing).await?;
            for chunk in self.head.drain(..) {
                writer.push(chunk).await?;
            }
            self.spilt = Some((place, writer));
        }
        Ok(())
    }

    pub(super) async fn finish(self) -> io::Result<Received> {
        match self.spilt {
            Some((place, writer)) => {
                let md5 = writer.finish().await?;
                Ok(Received { bytes: Bytes::new(), file: Some(place), size: self.size, md5 })
            }
            None => {
                let bytes = Bytes::from(self.head.concat());
                let md5 = match self.hashing {
                    Hashing::Now => Some(store::md5(&bytes)),
                    Hashing::Later => None,
                };
                Ok(Received { bytes, file: None, size: self.size, md5 })
            }
        }
    }
}

/// Writes in batches: one batch is being written while the next arrives.
pub(super) struct Writer {
    at_rest: Option<Target>,
    under_way: Option<JoinHandle<io::Result<Target>>>,
    pending: Vec<Bytes>,
    queued: usize,
}

struct Target {
    file: File,
    hash: Option<Md5>,
}

impl Writer {
    pub(super) async fn create(path: &Path, hashing: Hashing) -> io::Result<Self> {
        let path = path.to_owned();
        let file = spawn_blocking(move || file::open(&path, Presence::New)).await.map_err(io::Error::other)??;
        let hash = match hashing {
            Hashing::Now => Some(Md5::new()),
            Hashing::Later => None,
        };
        Ok(Self::over(Target { file, hash }))
    }

    /// Writes to an existing file from a position on.
    pub(super) async fn at(path: &Path, position: u64) -> io::Result<Self> {
        let path = path.to_owned();
        let opened = spawn_blocking(move || {
            let mut file = file::open(&path, Presence::Either)?;
            file.seek(SeekFrom::Start(position))?;
            Ok::<_, io::Error>(file)
        });
        let file = opened.await.map_err(io::Error::other)??;
        Ok(Self::over(Target { file, hash: None }))
    }

    fn over(target: Target) -> Self {
        Self { at_rest: Some(target), under_way: None, pending: Vec::new(), queued: 0 }
    }

    pub(super) async fn push(&mut self, chunk: Bytes) -> io::Result<()> {
        self.queued += chunk.len();
        self.pending.push(chunk);
        if self.queued < BATCH {
            return Ok(());
        }
        let target = self.target().await?;
        let batch = std::mem::take(&mut self.pending);
        self.queued = 0;
        self.under_way = Some(spawn_blocking(move || written(target, &batch)));
        Ok(())
    }

    async fn target(&mut self) -> io::Result<Target> {
        match self.under_way.take() {
            Some(under_way) => under_way.await.map_err(io::Error::other)?,
            None => self.at_rest.take().ok_or_else(|| io::Error::other("an earlier write failed")),
        }
    }

    /// Writes the rest; returns the MD5 if it was asked for.
    pub(super) async fn finish(mut self) -> io::Result<Option<String>> {
        let target = self.target().await?;
        let batch = std::mem::take(&mut self.pending);
        let target = spawn_blocking(move || written(target, &batch)).await.map_err(io::Error::other)??;
        Ok(target.hash.map(|hash| hex(&hash.finalize())))
    }
}

fn written(mut target: Target, batch: &[Bytes]) -> io::Result<Target> {
    for chunk in batch {
        target.file.write_all(chunk)?;
        if let Some(hash) = &mut target.hash {
            hash.update(chunk);
        }
    }
    Ok(target)
}
