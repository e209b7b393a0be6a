//! Turns a service's refusal into a message of the deed that says what is wrong and what to do, not only the status.

use super::party::Party;
use super::run::DeedStop;
use crate::journey::{Cause, DeedMessage, ForeignAnswer};
use crate::services::{Foreign, GivenUp, Problem, Refusal};
use crate::values::{FileSize, OrgNumber, Scope};
use std::io::ErrorKind;
use uuid::Uuid;

/// What a call to Broker was about, so that the message about its refusal can name it.
#[derive(Debug, Clone)]
pub(super) struct BrokerCall<'a> {
    pub(super) party: &'a Party,
    pub(super) scope: &'static str,
    pub(super) recipients: &'a [OrgNumber],
    pub(super) transfer: Option<Uuid>,
    /// The file's name and its size in bytes.
    pub(super) file: Option<(&'a str, u64)>,
}

impl<'a> BrokerCall<'a> {
    /// A call about the party's resource, without a transfer or a file.
    pub(super) const fn of(party: &'a Party, scope: &'static str) -> Self {
        Self { party, scope, recipients: &[], transfer: None, file: None }
    }

    pub(super) const fn about(self, transfer: Uuid) -> Self {
        Self { transfer: Some(transfer), ..self }
    }

    /// The message for Broker's refusal (facts broker-api 4.2).
    pub(super) fn refused(&self, problem: &Problem) -> DeedStop {
        let Problem::Refused(refusal) = problem else { return any(problem, self.scope) };
        let resource = self.party.resource.clone();
        let transfer = self.transfer.map(|id| id.to_string()).unwrap_or_default();
        let message = match refusal.cause {
            Cause::TransferUnknown => DeedMessage::TransferUnknown { transfer },
            Cause::ServiceOwnerNotSetUp | Cause::ResourceNotSetUp => DeedMessage::OwnerNotInBroker { resource },
            Cause::TransferStarted => DeedMessage::TransferStarted { transfer },
            Cause::ResourceUnsound => DeedMessage::ResourceUnsound { resource },
            Cause::NoAccess => DeedMessage::NoAccess { resource, organisation: self.party.organisation.clone() },
            Cause::TransferNotReady => DeedMessage::TransferNotReady { transfer, text: refusal.text.clone().unwrap_or_default() },
            Cause::ChecksumDiffers => DeedMessage::ChecksumRefused { transfer },
            Cause::FileTooLarge => {
                let (name, bytes) = self.file.unwrap_or_default();
                DeedMessage::FileTooLarge { name: name.to_owned(), size: FileSize(bytes) }
            }
            Cause::StorageNotReady => DeedMessage::StorageNotReady,
            Cause::RequiredPartyMissing => DeedMessage::RequiredPartyMissing { resource },
            Cause::OneRecipientOnly => DeedMessage::OneRecipientOnly { resource },
            Cause::RecipientNotOnList => DeedMessage::RecipientNotOnList { recipients: self.recipients.to_vec(), resource },
            _ => return any(problem, self.scope),
        };
        DeedStop { message, code: problem.code() }
    }
}

/// The message when Maskinporten refused a grant (facts platform A.4).
pub(super) fn grant(problem: &Problem, scope: &'static str, organisation: &OrgNumber) -> DeedStop {
    let Some(refusal) = problem.refusal().filter(|refusal| !is_trouble(refusal)) else { return any(problem, scope) };
    let scope = Scope::known(scope);
    let message = match refusal.cause {
        Cause::ScopeNotOnClient => DeedMessage::ScopeNotOnClient { scope },
        Cause::ScopeNotForMaskinporten => DeedMessage::ScopeNotForMaskinporten { scope },
        Cause::ScopeNotGranted => DeedMessage::ScopeNotGranted { scope },
        Cause::ScopeNotDelegated => DeedMessage::ScopeNotDelegated { scope },
        Cause::NoSystemUser => DeedMessage::NoSystemUser { organisation: organisation.clone() },
        cause => DeedMessage::GrantRefused { text: words(refusal), cause },
    };
    DeedStop { message, code: problem.code() }
}

/// The message when Altinn refused to exchange a token.
pub(super) fn exchange(problem: &Problem, scope: &'static str) -> DeedStop {
    match problem {
        Problem::Refused(refusal) if !refusal.cause.is_the_gateways() && !is_trouble(refusal) => {
            DeedStop { message: DeedMessage::ExchangeRefused { text: words(refusal), cause: refusal.cause }, code: problem.code() }
        }
        _ => any(problem, scope),
    }
}

/// The message when Altinn Events refused a subscription (facts platform F.1).
pub(super) fn subscription(problem: &Problem, party: &Party, scope: &'static str, endpoint: &str) -> DeedStop {
    let Problem::Refused(refusal) = problem else { return any(problem, scope) };
    let message = match refusal.cause {
        Cause::SubscribeNotAllowed => {
            DeedMessage::SubscribeNotAllowed { resource: party.resource.clone(), organisation: party.organisation.clone() }
        }
        Cause::EndpointNotTaken => DeedMessage::EndpointNotTaken { endpoint: endpoint.to_owned() },
        Cause::FilterRefused => DeedMessage::FilterRefused { text: words(refusal) },
        _ => return any(problem, scope),
    };
    DeedStop { message, code: problem.code() }
}

/// The message for any other problem.
pub(super) fn any(problem: &Problem, scope: &'static str) -> DeedStop {
    let message = match problem {
        Problem::Unreachable { host, .. } => DeedMessage::NoAnswer { host: host.clone() },
        Problem::Proxy { proxy, host, .. } => DeedMessage::ProxyHoldsUp { proxy: proxy.clone(), host: host.clone() },
        Problem::ProxyUnreadable { variable, .. } => DeedMessage::ProxyUnreadable { variable: (*variable).to_owned() },
        Problem::NoCertificates { path, .. } => DeedMessage::CertificatesUnusable { path: path.display().to_string() },
        Problem::Foreign { host, cause, .. } => DeedMessage::ForeignAnswer { host: host.clone(), found: found(cause) },
        Problem::TooOften { host, until } => DeedMessage::TooOften { host: host.clone(), until: *until },
        Problem::NotOurHost { host } => DeedMessage::NotOurHost { host: host.clone() },
        Problem::GivenUp { host, cause } => given_up(host.clone(), *cause),
        Problem::Local(ErrorKind::StorageFull | ErrorKind::QuotaExceeded) => DeedMessage::DiskFull,
        Problem::Local(kind) => DeedMessage::StoppedHere { reason: kind.to_string() },
        Problem::Refused(refusal) if is_trouble(refusal) => DeedMessage::ServiceTrouble { status: refusal.status },
        Problem::Refused(refusal) => match refusal.cause {
            Cause::ApiKeyMissing => DeedMessage::GatewayKeyMissing,
            Cause::ApiKeyUnknown => DeedMessage::GatewayKeyInvalid,
            Cause::TokenNotTaken => DeedMessage::TokenNotTaken,
            Cause::ScopeMissing => DeedMessage::ScopeMissing { scope: Scope::known(scope) },
            cause => DeedMessage::Refused { status: refusal.status, text: words(refusal), cause },
        },
    };
    DeedStop { message, code: problem.code() }
}

fn found(answered: &Foreign) -> ForeignAnswer {
    match answered {
        Foreign::Html => ForeignAnswer::WebPage,
        Foreign::LogIn => ForeignAnswer::LogIn,
        Foreign::Redirect(_) => ForeignAnswer::Redirect,
        Foreign::TooLarge => ForeignAnswer::TooLarge,
        Foreign::Unreadable => ForeignAnswer::Unreadable,
    }
}

/// The message when we stopped a file on its way.
fn given_up(host: String, cause: GivenUp) -> DeedMessage {
    match cause {
        GivenUp::LargerThan { limit } => DeedMessage::FileLargerThanTold { host, size: limit },
        GivenUp::StoodStill { seconds } => DeedMessage::FileStoodStill { host, seconds },
        GivenUp::TooSlow { fewest, seconds } => DeedMessage::FileTooSlow { host, size: fewest, seconds },
        GivenUp::TookTooLong { hours } => DeedMessage::FileTookTooLong { host, hours },
    }
}

/// Whether the service says no more than that it failed.
pub(super) fn is_trouble(refusal: &Refusal) -> bool {
    refusal.status >= 500 && refusal.cause == Cause::Unrecognised
}

/// Whether the service may have carried out the call although we got no proper answer.
pub(super) fn may_have_been_done(problem: &Problem) -> bool {
    match problem {
        Problem::Unreachable { .. } | Problem::GivenUp { .. } => true,
        Problem::Foreign { status, .. } => *status >= 500,
        Problem::Refused(refusal) => refusal.status >= 500,
        Problem::Proxy { trouble, .. } => !trouble.stays(),
        Problem::TooOften { .. }
        | Problem::NotOurHost { .. }
        | Problem::ProxyUnreadable { .. }
        | Problem::NoCertificates { .. }
        | Problem::Local(_) => false,
    }
}

fn words(refusal: &Refusal) -> String {
    match &refusal.text {
        Some(text) => text.clone(),
        None if refusal.invalid.is_empty() => format!("HTTP {}", refusal.status),
        None => refusal.invalid.iter().map(|(path, text)| format!("{path}: {text}")).collect::<Vec<_>>().join("; "),
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
#[path = "refusal_tests.rs"]
mod tests;
