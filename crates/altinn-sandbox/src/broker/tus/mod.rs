//! Resumable uploads, TUS 1.0.0 (facts broker-api 3).

mod answer;
mod concatenation;
mod create;
mod finish;
mod info;
mod metadata;
mod serve;
mod session;
mod upload;
mod write;

pub(super) use serve::{Address, serve};
pub use session::Sessions;
