//! A sandbox with a server before it that is hostile where a test says so.

use crate::cases::Case;
use crate::echo::KEY_FILE;
use crate::server::{Manner, Server, path_of};
use altinn_sandbox::{self as sandbox, Options, Part, Preset, Sandbox, answers};
use broker_setup::journey::{Environment, FieldId, Profile, Role};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tempfile::TempDir;
use url::Url;

/// The beginning of a path, and how it is answered.
type Chosen = (&'static str, Arc<Case>);

/// A sandbox, and a server before it that answers below one path by itself when told to.
pub struct Stage {
    pub sandbox: Sandbox,
    pub folder: TempDir,
    pub server: Server,
    hostile: Arc<Mutex<Option<Chosen>>>,
}

impl Stage {
    pub async fn set() -> Self {
        let sandbox = sandbox::start(Options::default()).await.expect("a sandbox");
        let address: SocketAddr = sandbox.origin.socket_addrs(|| None).expect("an address")[0];
        let hostile = Arc::<Mutex<Option<Chosen>>>::default();
        let chosen = Arc::clone(&hostile);
        let server = Server::by_request(move |request| {
            let chosen = chosen.lock().expect("no test panics").clone();
            match chosen.filter(|(path, _)| path_of(request).starts_with(path)) {
                Some((_, case)) => case.answer(request),
                None => Manner::Forward(address),
            }
        });
        Self { sandbox, folder: tempfile::tempdir().expect("a folder"), server, hostile }
    }

    pub fn base(&self) -> Url {
        self.server.base().parse().expect("an address")
    }

    /// From now on the server answers below this path by itself, or nowhere.
    pub fn is_hostile(&self, at: Option<Chosen>) {
        *self.hostile.lock().expect("no test panics") = at;
    }

    /// The answers of this part, with the server in place of the platform.
    pub async fn profile(&self, part: Part, maskinporten: Url) -> Profile {
        let answers = answers(&self.sandbox.world().await, part, Preset::Ready, self.folder.path()).expect("answers");
        let role: Role = part.name().parse().expect("a role");
        let environment = Environment::Custom { platform: self.base(), maskinporten, admin: None, access_management: None };
        let mut profile = Profile::new(role, environment);
        for (name, text) in &answers.fields {
            let field: FieldId = name.parse().expect("a field");
            if !matches!(field, FieldId::Environment | FieldId::Role) {
                profile.set(field, text).unwrap_or_else(|problem| panic!("{name}: {problem:?}"));
            }
        }
        let key = self.folder.path().join("api-key");
        std::fs::write(&key, KEY_FILE).expect("written");
        profile.set(FieldId::ApiKey, &format!("file:{}", key.display())).expect("a reference");
        profile
    }
}
