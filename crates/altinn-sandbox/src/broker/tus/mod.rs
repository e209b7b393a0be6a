//! Resumable uploads, TUS 1.0.0 (facts broker-api 3).

pub(crate) mod answer;
pub(crate) mod call;
pub(crate) mod concatenation;
pub(crate) mod create;
pub(crate) mod finish;
pub(crate) mod info;
pub(crate) mod metadata;
pub(crate) mod serve;
pub(crate) mod session;
pub(crate) mod upload;
pub(crate) mod write;

pub(super) use call::Address;
pub(super) use serve::serve;
pub use session::Sessions;
