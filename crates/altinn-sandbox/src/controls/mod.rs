//! Calls that control the sandbox over HTTP. No Altinn service has them.

pub(crate) mod signing_keys;
pub(crate) mod time;
pub(crate) mod trigger;
