//! As whom the sandbox answers: the names in its answers are those that it was asked by (facts platform 0).

use super::Shared;
use super::options::Options;
use std::io;
use std::sync::OnceLock;
use url::Url;
use uuid::Uuid;

/// The services' names in one environment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Face {
    pub platform: Url,
    /// Maskinporten: its issuer, with the slash.
    pub maskinporten: Url,
}

impl Face {
    /// Everything at one address of this machine.
    #[must_use]
    pub fn here(origin: &Url) -> Self {
        Self { platform: origin.clone(), maskinporten: origin.clone() }
    }

    /// The names that services have elsewhere.
    pub(crate) fn named(platform: &str, maskinporten: &str) -> io::Result<Self> {
        let url = |host: &str| Url::parse(&format!("https://{host}/")).map_err(io::Error::other);
        Ok(Self { platform: url(platform)?, maskinporten: url(maskinporten)? })
    }
}

impl Shared {
    /// The same sandbox, answering as somebody else: one world, other names. A token of one face names an issuer that no other
    /// face takes.
    pub(crate) fn facing(&self, face: Face, options: Options) -> Self {
        Self {
            origin: face.platform,
            maskinporten: face.maskinporten,
            options,
            world: self.world.clone(),
            bodies: self.bodies.clone(),
            scratch: self.scratch.clone(),
            signers: self.signers.clone(),
            replay: self.replay.clone(),
            faults: self.faults.clone(),
            people: self.people.clone(),
            agenda: self.agenda.clone(),
            notes: self.notes.clone(),
            http: OnceLock::new(),
            proxy: self.proxy.clone(),
            stopping: self.stopping.clone(),
        }
    }
}

/// Where the approver answers a request: access management beside a platform that has its real name, else the sandbox's own page.
/// `page` is `request`, `agentrequest` or `changerequest` (facts platform D.2).
pub(crate) fn confirm_url(platform: &Url, page: &str, id: Uuid) -> String {
    match platform.host_str().and_then(|host| host.strip_prefix("platform.")) {
        Some(environment) => {
            format!("https://am.ui.{environment}/accessmanagement/ui/systemuser/{page}?id={id}&DONTCHOOSEREPORTEE=true")
        }
        // A departure: nobody but the sandbox itself has a page here.
        None => format!("{platform}sandbox/approve?id={id}&DONTCHOOSEREPORTEE=true"),
    }
}
