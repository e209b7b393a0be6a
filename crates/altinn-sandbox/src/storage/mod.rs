//! What lies on disk: the world's file and who may serve it, the bytes of transfers, large bodies until the sandbox ends.

pub(crate) mod bodies;
pub(crate) mod disk;
pub(crate) mod file;
pub(crate) mod lock;
pub(crate) mod scratch;

pub use bodies::{Bodies, KeptBody};
pub use scratch::{Scratch, Unclaimed};
