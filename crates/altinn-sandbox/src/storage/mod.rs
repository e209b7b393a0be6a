//! What lies on disk: the world's file and its lock, the bytes of transfers, and large bodies until the sandbox ends.

pub(crate) mod bodies;
pub(crate) mod disk;
pub(crate) mod file;
pub(crate) mod lock;
pub(crate) mod scratch;

pub use bodies::{Bodies, KeptBody};
pub use scratch::{Scratch, Unclaimed};
