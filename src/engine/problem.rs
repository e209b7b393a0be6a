//! Problems of the store, the sandbox and the services, turned into the engine's messages.

use super::Engine;
use crate::files::ReadProblem;
use crate::journey::EngineMessage;
use crate::services::Problem;
use crate::store::StoreProblem;
use altinn_sandbox::StartError;
use std::io;
use std::path::Path;

impl Engine {
    /// The message for a profile that could not be read.
    pub(super) fn unreadable(&self, name: &str, problem: StoreProblem) -> EngineMessage {
        match problem {
            StoreProblem::Disk { path, reason } => EngineMessage::ProfileUnreadable { name: name.to_owned(), path: shown(&path), reason },
            problem => self.unwritten(name, problem),
        }
    }

    /// The message for a profile that could not be written.
    pub(super) fn unwritten(&self, name: &str, problem: StoreProblem) -> EngineMessage {
        let name = name.to_owned();
        match problem {
            StoreProblem::Missing => self.missing(name),
            StoreProblem::NotAName => EngineMessage::ProfileName { name },
            StoreProblem::Taken => EngineMessage::ProfileTaken { name },
            StoreProblem::SetAside(path) => EngineMessage::ProfileBroken { name, path: shown(&path) },
            StoreProblem::Foreign => EngineMessage::ProfileForeign { name },
            StoreProblem::FromTheFuture => EngineMessage::ProfileNewer { name },
            StoreProblem::Locked(folder) => EngineMessage::NotSavedLocked { path: shown(&folder) },
            StoreProblem::Unreadable { path, problem } => unreadable_file(&path, problem),
            StoreProblem::Disk { path, reason } => EngineMessage::NotSaved { path: shown(&path), reason },
        }
    }

    fn missing(&self, name: String) -> EngineMessage {
        EngineMessage::profile_missing(name, self.store.names())
    }

    /// The message for a connection's state that could not be read or written.
    pub(super) fn state_problem(&self, problem: StoreProblem) -> EngineMessage {
        match problem {
            StoreProblem::SetAside(path) => EngineMessage::StateBroken { path: shown(&path) },
            StoreProblem::FromTheFuture => EngineMessage::StateNewer,
            problem => self.unwritten("", problem),
        }
    }
}

pub(super) fn not_started(problem: StartError) -> EngineMessage {
    match problem {
        StartError::NotLoopback(address) => EngineMessage::SandboxNotLoopback { address: address.to_string() },
        StartError::Listen { address, cause } => EngineMessage::SandboxListen { address: address.to_string(), reason: cause.to_string() },
        StartError::Served(_) => EngineMessage::SandboxServed,
        StartError::Newer(_) => EngineMessage::SandboxWorldNewer,
        StartError::World(cause) => world_problem(&cause),
        // Only the command gives its sandbox a seed.
        StartError::Seed(refused) => EngineMessage::SandboxWorld { reason: refused.to_string() },
    }
}

pub(super) fn world_problem(cause: &io::Error) -> EngineMessage {
    EngineMessage::SandboxWorld { reason: cause.to_string() }
}

/// The message for a sandbox whose faults could not be read or changed.
pub(super) fn no_faults(problem: Problem) -> EngineMessage {
    match problem {
        Problem::Refused(refusal) => EngineMessage::FaultsRefused { status: refusal.status },
        Problem::TooOften { .. } => EngineMessage::FaultsRefused { status: 429 },
        Problem::Unreachable { host, .. } | Problem::GivenUp { host, .. } => EngineMessage::FaultsNoAnswer { host },
        // Never for the sandbox, which is on this machine.
        Problem::Proxy { proxy, .. } => EngineMessage::FaultsNoAnswer { host: proxy },
        Problem::NoCertificates { path, .. } => EngineMessage::FaultsForeign { host: shown(&path) },
        Problem::ProxyUnreadable { variable, .. } => EngineMessage::FaultsForeign { host: variable.to_owned() },
        Problem::Foreign { host, .. } | Problem::NotOurHost { host } => EngineMessage::FaultsForeign { host },
        Problem::Local(kind) => EngineMessage::FaultsLocal { reason: kind.to_string() },
    }
}

/// The message for a file that cannot be read.
pub(super) fn unreadable_file(path: &Path, problem: ReadProblem) -> EngineMessage {
    let path = shown(path);
    match problem {
        ReadProblem::Missing => EngineMessage::FileMissing { path },
        ReadProblem::NotRegular(kind) => EngineMessage::FileNotRegular { path, kind },
        ReadProblem::LeadsNowhere(target) => EngineMessage::FileLeadsNowhere { path, target: shown(&target) },
        ReadProblem::TooLarge(limit) => EngineMessage::FileTooLarge { path, limit },
        ReadProblem::TookTooLong(time) => EngineMessage::FileTookTooLong { path, seconds: time.as_secs() },
        ReadProblem::Disk { reason, .. } => EngineMessage::AnswersUnreadable { path, reason },
    }
}

pub(super) fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// The system's own words about a problem of the disk.
pub(super) fn disk_words(problem: &StoreProblem) -> String {
    match problem {
        StoreProblem::Disk { path, reason } => format!("{}: {reason}", path.display()),
        StoreProblem::Locked(folder) => format!("{}: locked", folder.display()),
        problem => format!("{problem:?}"),
    }
}
