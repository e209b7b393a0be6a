//! The format version of the world's file.

/// Version 1 had no journal; it is still read.
pub(crate) const VERSION: u32 = 2;
