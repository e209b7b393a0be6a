//! within
