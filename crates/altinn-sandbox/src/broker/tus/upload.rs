//! One upload: the bytes accepted so far, in blocks.

use jiff::{SignedDuration, Timestamp};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// How long an upload lives after it was last touched.
pub(super) const LIFETIME: SignedDuration = SignedDuration::from_hours(24);

/// What an upload is of the whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    Whole,
    /// A part, by its id.
    Partial(String),
    /// The parts put together, by the addresses it was asked with.
    Final(String),
}

/// A stretch of the file. A block is known by its number: the same number again replaces it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Block {
    pub start: u64,
    pub length: u64,
    /// From when on `HEAD` counts it.
    pub staged: Timestamp,
}

#[derive(Debug, Clone)]
pub(super) struct Upload {
    pub kind: Kind,
    pub length: u64,
    /// What `PATCH` expects next.
    pub accepted: u64,
    pub next_block: usize,
    pub blocks: Vec<Block>,
    /// Where its bytes lie.
    pub file: PathBuf,
    /// How much of the file is used.
    pub end: u64,
    pub expires: Timestamp,
    /// Ended by `DELETE`; what was staged stays in the storage.
    pub ended: bool,
    /// The finishing job has begun.
    pub finishing: bool,
    busy: Arc<AtomicBool>,
}

impl Upload {
    pub(super) fn new(kind: Kind, length: u64, file: PathBuf, now: Timestamp) -> Self {
        Self {
            kind,
            length,
            accepted: 0,
            next_block: 0,
            blocks: Vec::new(),
            file,
            end: 0,
            expires: expiry(now),
            ended: false,
            finishing: false,
            busy: Arc::default(),
        }
    }

    /// Created once more: what was staged stays, and the next blocks replace it from the first on.
    pub(super) fn begin_again(&mut self, length: u64, now: Timestamp) {
        (self.length, self.accepted, self.next_block, self.expires, self.ended) = (length, 0, 0, expiry(now), false);
    }

    /// Whether every announced byte was accepted. Nothing announced is never complete.
    pub(super) fn is_complete(&self) -> bool {
        self.length > 0 && self.accepted >= self.length
    }

    /// What `HEAD` tells: the bytes that are staged by now.
    pub(super) fn staged(&self, now: Timestamp) -> u64 {
        match self.kind {
            Kind::Final(_) => self.length,
            Kind::Whole | Kind::Partial(_) => self.blocks.iter().filter(|block| block.staged <= now).map(|block| block.length).sum(),
        }
    }

    /// Takes a block that lies at the end of the file.
    pub(super) fn accept(&mut self, length: u64, staged: Timestamp, now: Timestamp) {
        self.expires = expiry(now);
        if length == 0 {
            return;
        }
        let block = Block { start: self.end, length, staged };
        match self.blocks.get_mut(self.next_block) {
            Some(known) => *known = block,
            None => self.blocks.push(block),
        }
        self.end += length;
        self.next_block += 1;
        self.accepted += length;
    }

    /// Whether the blocks are the announced bytes and nothing else.
    pub(super) fn adds_up(&self) -> bool {
        self.blocks.iter().map(|block| block.length).sum::<u64>() == self.length
    }

    /// Whether the blocks lie in the file one after the other.
    pub(super) fn is_in_order(&self) -> bool {
        let mut at = 0;
        self.blocks.iter().all(|block| {
            let follows = block.start == at;
            at += block.length;
            follows
        }) && at == self.end
    }

    /// Takes the upload for one request; none while another has it.
    pub(super) fn take(&self) -> Option<Taken> {
        let free = self.busy.compare_exchange(false, true, Ordering::AcqRel, Ordering::Acquire).is_ok();
        free.then(|| Taken(Arc::clone(&self.busy)))
    }
}

/// The right to an upload, for one request.
#[derive(Debug)]
pub(super) struct Taken(Arc<AtomicBool>);

impl Drop for Taken {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Release);
    }
}

fn expiry(now: Timestamp) -> Timestamp {
    now.checked_add(LIFETIME).unwrap_or(now)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn upload(length: u64) -> Upload {
        Upload::new(Kind::Whole, length, PathBuf::new(), Timestamp::UNIX_EPOCH)
    }

    /// Facts broker-api 3.
    #[test]
    fn an_upload_created_again_counts_what_was_staged_before_and_needs_as_many_blocks() {
        let now = Timestamp::UNIX_EPOCH;
        let mut one = upload(6);
        one.accept(2, now, now);
        one.accept(2, now, now);
        one.begin_again(6, now);
        assert_eq!((one.accepted, one.staged(now)), (0, 4));
        one.accept(6, now, now);
        assert!(one.is_complete() && !one.adds_up());
        let mut other = upload(6);
        other.accept(2, now, now);
        other.begin_again(6, now);
        other.accept(3, now, now);
        other.accept(3, now, now);
        assert!(other.is_complete() && other.adds_up() && !other.is_in_order());
    }

    /// Facts broker-api 3.
    #[test]
    fn head_counts_a_block_once_it_is_staged_and_patch_at_once() {
        let now = Timestamp::UNIX_EPOCH;
        let later = now + SignedDuration::from_secs(1);
        let mut one = upload(6);
        one.accept(4, later, now);
        assert_eq!((one.accepted, one.staged(now), one.staged(later)), (4, 0, 4));
    }

    /// Facts broker-api 3.
    #[test]
    fn an_upload_of_nothing_never_completes() {
        assert!(!upload(0).is_complete());
    }

    /// Facts broker-api 3.
    #[test]
    fn only_one_request_has_an_upload() {
        let one = upload(1);
        let taken = one.take();
        assert!(taken.is_some() && one.take().is_none());
        drop(taken);
        assert!(one.take().is_some());
    }
}
