//! A refusal of a service as a deed's own words: what is so and what to do, never the raw status alone.

use super::course::Stop;
use super::party::Party;
use super::size;
use crate::journey::DeedMessage;
use crate::services::{Problem, Refusal, RefusalKind};
use crate::values::{OrgNumber, Scope};
use uuid::Uuid;

/// What a call to Broker was about, so that its refusal can name it.
#[derive(Debug, Clone)]
pub(super) struct Asked<'a> {
    pub(super) party: &'a Party,
    pub(super) scope: &'static str,
    pub(super) recipients: &'a [OrgNumber],
    pub(super) transfer: Option<Uuid>,
    /// Which file, and how large.
    pub(super) file: Option<(&'a str, u64)>,
}

impl<'a> Asked<'a> {
    /// About a resource alone.
    pub(super) const fn of(party: &'a Party, scope: &'static str) -> Self {
        Self { party, scope, recipients: &[], transfer: None, file: None }
    }

    pub(super) const fn about(self, transfer: Uuid) -> Self {
        Self { transfer: Some(transfer), ..self }
    }

    /// Broker refused (facts broker-api 4.2).
    pub(super) fn refused(&self, problem: &Problem) -> Stop {
        self.by_code(problem).map_or_else(|| any(problem, self.scope), |message| Stop { message, code: problem.code() })
    }

    fn by_code(&self, problem: &Problem) -> Option<DeedMessage> {
        let Problem::Refused(refusal) = problem else { return None };
        let resource = self.party.resource.clone();
        let transfer = self.transfer.map(|id| id.to_string()).unwrap_or_default();
        let text = refusal.text.clone().unwrap_or_default();
        Some(match refusal.code.as_deref()? {
            "BRO-00001" => DeedMessage::TransferUnknown { transfer },
            "BRO-00002" | "BRO-00024" | "BRO-00025" => DeedMessage::OwnerNotInBroker { resource },
            "BRO-00004" => DeedMessage::TransferStarted { transfer },
            "BRO-00005" => DeedMessage::ResourceUnsound { resource },
            "BRO-00006" => DeedMessage::NoAccess { resource, organisation: self.party.organisation.clone() },
            "BRO-00007" => DeedMessage::TransferNotReady { transfer, text },
            "BRO-00009" => DeedMessage::ChecksumRefused { transfer },
            "BRO-00016" => {
                let (name, bytes) = self.file.unwrap_or_default();
                DeedMessage::FileTooLarge { name: name.to_owned(), size: size::shown(bytes) }
            }
            "BRO-00021" => DeedMessage::StorageNotReady,
            "BRO-00026" => DeedMessage::RequiredPartyMissing { resource },
            "BRO-00027" => DeedMessage::OneRecipientOnly { resource },
            "BRO-00028" => DeedMessage::RecipientNotOnList { recipients: self.recipients.to_vec(), resource },
            _ => return None,
        })
    }
}

/// Maskinporten refused a grant (facts platform A.4).
pub(super) fn grant(problem: &Problem, scope: &'static str, organisation: &OrgNumber) -> Stop {
    let Problem::Refused(refusal) = problem else { return any(problem, scope) };
    let scope = Scope::known(scope);
    let message = match refusal.code.as_deref() {
        Some("MP-200") => DeedMessage::ScopeNotOnClient { scope },
        Some("MP-201") => DeedMessage::ScopeNotForMaskinporten { scope },
        Some("MP-250") => DeedMessage::ScopeNotGranted { scope },
        Some("MP-251") => DeedMessage::ScopeNotDelegated { scope },
        Some("MP-303") => DeedMessage::NoSystemUser { organisation: organisation.clone() },
        _ => DeedMessage::GrantRefused { text: words(refusal) },
    };
    Stop { message, code: problem.code() }
}

/// Altinn refused to exchange a token.
pub(super) fn exchange(problem: &Problem, scope: &'static str) -> Stop {
    match problem {
        Problem::Refused(refusal) if !is_the_gateways(&refusal.kind) => {
            Stop { message: DeedMessage::ExchangeRefused { text: words(refusal) }, code: problem.code() }
        }
        _ => any(problem, scope),
    }
}

/// Altinn Events refused a subscription (facts platform F.1).
pub(super) fn subscription(problem: &Problem, party: &Party, scope: &'static str, endpoint: &str) -> Stop {
    let Problem::Refused(refusal) = problem else { return any(problem, scope) };
    let message = match (refusal.status, &refusal.kind) {
        (403, RefusalKind::Coded | RefusalKind::Plain) => {
            DeedMessage::SubscribeNotAllowed { resource: party.resource.clone(), organisation: party.organisation.clone() }
        }
        (400, RefusalKind::Coded | RefusalKind::Plain) if words(refusal).to_ascii_lowercase().contains("endpoint") => {
            DeedMessage::EndpointNotTaken { endpoint: endpoint.to_owned() }
        }
        (400, RefusalKind::Coded | RefusalKind::Plain | RefusalKind::Validation(_)) => DeedMessage::FilterRefused { text: words(refusal) },
        _ => return any(problem, scope),
    };
    Stop { message, code: problem.code() }
}

/// Whatever else a service can answer.
pub(super) fn any(problem: &Problem, scope: &'static str) -> Stop {
    let message = match problem {
        Problem::Unreachable { host, .. } => DeedMessage::NoAnswer { host: host.clone() },
        Problem::Foreign { host, .. } => DeedMessage::ForeignAnswer { host: host.clone() },
        Problem::TooOften { host, until } => DeedMessage::TooOften { host: host.clone(), until: *until },
        Problem::NotOurHost { host } => DeedMessage::NotOurHost { host: host.clone() },
        Problem::Local(kind) => DeedMessage::StoppedHere { reason: kind.to_string() },
        Problem::Refused(refusal) => match &refusal.kind {
            RefusalKind::GatewayKeyMissing => DeedMessage::GatewayKeyMissing,
            RefusalKind::GatewayKeyInvalid => DeedMessage::GatewayKeyInvalid,
            RefusalKind::TokenNotTaken(_) => DeedMessage::TokenNotTaken,
            RefusalKind::ScopeMissing => DeedMessage::ScopeMissing { scope: Scope::known(scope) },
            RefusalKind::GatewayRoute
            | RefusalKind::NotAcceptable
            | RefusalKind::Coded
            | RefusalKind::Validation(_)
            | RefusalKind::Plain => DeedMessage::Refused { status: refusal.status, text: words(refusal) },
        },
    };
    Stop { message, code: problem.code() }
}

/// Whether the answer may have been lost although the call was carried out.
pub(super) fn may_have_been_done(problem: &Problem) -> bool {
    match problem {
        Problem::Unreachable { .. } => true,
        Problem::Foreign { status, .. } => *status >= 500,
        Problem::Refused(refusal) => refusal.status >= 500,
        Problem::TooOften { .. } | Problem::NotOurHost { .. } | Problem::Local(_) => false,
    }
}

const fn is_the_gateways(kind: &RefusalKind) -> bool {
    matches!(kind, RefusalKind::GatewayKeyMissing | RefusalKind::GatewayKeyInvalid | RefusalKind::GatewayRoute)
}

fn words(refusal: &Refusal) -> String {
    match (&refusal.text, &refusal.kind) {
        (Some(text), _) => text.clone(),
        (None, RefusalKind::Validation(entries)) => {
            entries.iter().map(|(path, text)| format!("{path}: {text}")).collect::<Vec<_>>().join("; ")
        }
        (None, _) => format!("HTTP {}", refusal.status),
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
#[path = "refusal_tests.rs"]
mod tests;
