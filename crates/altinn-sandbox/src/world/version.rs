//! The format version of the world's file.

pub const VERSION: u32 = 1;
