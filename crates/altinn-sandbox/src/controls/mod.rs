//! What the sandbox can be told over HTTP beside its pages; no Altinn service has any of it.

pub(crate) mod signing_keys;
pub(crate) mod time;
