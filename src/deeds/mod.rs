//! deeds
