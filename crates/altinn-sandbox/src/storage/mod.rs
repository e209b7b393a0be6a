//! What lies on disk: the world's file, its journal and its lock, the bytes of transfers, and large bodies until the sandbox ends.

pub(crate) mod bodies;
pub(crate) mod disk;
pub(crate) mod file;
pub(crate) mod folder;
pub(crate) mod journal;
pub(crate) mod lock;
pub(crate) mod rows;
pub(crate) mod scratch;
pub(crate) mod snapshot;

pub use bodies::{Bodies, KeptBody};
pub use rows::{Changing, Row, Rows};
pub use scratch::{Scratch, Unclaimed};
