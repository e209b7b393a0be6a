//! One resumable upload: its accepted bytes, in blocks.

use jiff::{SignedDuration, Timestamp};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// How long an upload lives after its last use.
pub(super) const LIFETIME: SignedDuration = SignedDuration::from_hours(24);

/// How an upload relates to the complete file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum UploadKind {
    Whole,
    /// One part, with its id.
    Partial(String),
    /// The joined parts, with the addresses that were listed.
    Final(String),
}

/// A range of the upload's file. Blocks are numbered; a new block with the same number replaces the old one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Block {
    pub start: u64,
    pub length: u64,
    /// From this time on, `HEAD` counts the block.
    pub staged: Timestamp,
}

#[derive(Debug, Clone)]
pub(super) struct Upload {
    pub kind: UploadKind,
    pub length: u64,
    /// The offset that the next `PATCH` must have.
    pub accepted: u64,
    pub next_block: usize,
    pub blocks: Vec<Block>,
    /// The file on disk.
    pub file: PathBuf,
    /// How many bytes of the file are in use.
    pub end: u64,
    pub expires: Timestamp,
    /// Ended by `DELETE` or expired; its stored blocks stay.
    pub ended: bool,
    /// Whether the job that finishes it has begun.
    pub finishing: bool,
    busy: Arc<AtomicBool>,
}

impl Upload {
    pub(super) fn new(kind: UploadKind, length: u64, file: PathBuf, now: Timestamp) -> Self {
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

    /// Starts again when the same upload is created once more. Stored blocks stay until new blocks replace them, from the first on;
    /// those of a deleted upload no longer count for `HEAD`.
    pub(super) fn begin_again(&mut self, length: u64, now: Timestamp) {
        if self.ended {
            self.blocks.iter_mut().for_each(|block| block.staged = Timestamp::MAX);
        }
        (self.length, self.accepted, self.next_block, self.expires, self.ended) = (length, 0, 0, expiry(now), false);
    }

    /// Whether all announced bytes were accepted. An upload of length 0 never completes.
    pub(super) fn is_complete(&self) -> bool {
        self.length > 0 && self.accepted >= self.length
    }

    /// The offset that `HEAD` reports: the bytes in staged blocks, or all of them once the last ones were accepted.
    pub(super) fn staged(&self, now: Timestamp) -> u64 {
        match self.kind {
            UploadKind::Final(_) => self.length,
            UploadKind::Whole | UploadKind::Partial(_) if self.is_complete() => self.length,
            UploadKind::Whole | UploadKind::Partial(_) => {
                self.blocks.iter().filter(|block| block.staged <= now).map(|block| block.length).sum()
            }
        }
    }

    /// Records a block at the end of the file.
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

    /// Whether the blocks have exactly the announced length together.
    pub(super) fn adds_up(&self) -> bool {
        self.blocks.iter().map(|block| block.length).sum::<u64>() == self.length
    }

    /// Whether the blocks follow one another in the file without gaps.
    pub(super) fn is_in_order(&self) -> bool {
        let mut at = 0;
        self.blocks.iter().all(|block| {
            let follows = block.start == at;
            at += block.length;
            follows
        }) && at == self.end
    }

    /// Reserves the upload for one request; `None` while another one has it.
    pub(super) fn take(&self) -> Option<UploadReservation> {
        let free = self.busy.compare_exchange(false, true, Ordering::AcqRel, Ordering::Acquire).is_ok();
        free.then(|| UploadReservation(Arc::clone(&self.busy)))
    }
}

/// Reserves an upload; dropping it frees the upload.
#[derive(Debug)]
pub(super) struct UploadReservation(Arc<AtomicBool>);

impl Drop for UploadReservation {
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
        Upload::new(UploadKind::Whole, length, PathBuf::new(), Timestamp::UNIX_EPOCH)
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
    fn head_counts_all_bytes_as_soon_as_the_upload_is_complete_and_none_of_a_deleted_one() {
        let now = Timestamp::UNIX_EPOCH;
        let later = now + SignedDuration::from_secs(1);
        let mut one = upload(6);
        one.accept(6, later, now);
        assert_eq!(one.staged(now), 6);
        one.ended = true;
        one.begin_again(6, now);
        assert_eq!((one.staged(now), one.staged(later)), (0, 0));
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
