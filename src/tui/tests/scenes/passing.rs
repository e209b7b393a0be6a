//! What each check says when it passes.

use super::*;

/// A check of `smart-sender` that passes.
pub fn passes(check: CheckId) -> Finding {
    let party = || "310456780".parse().expect("a number");
    let user = || "5f0f5b8e-3a57-4d8b-8c5a-2a3c8b7f1e10".to_owned();
    let system = "314000005_smart-files";
    let message = match check {
        CheckId::KeyReach => Message::ReachAll { hosts: 2 },
        CheckId::KeyClock => Message::ClockAgrees,
        CheckId::KeyGateway => Message::GatewayOpen,
        CheckId::KeyScopes => Message::ScopesGranted,
        CheckId::ClientKey => {
            let (form, kid) = ("PKCS#8".to_owned(), "smart-2026-11".to_owned());
            Message::KeyGood { bits: 2048, form, kid, expires: jiff::civil::date(2027, 11, 19) }
        }
        CheckId::ClientToken => Message::ClientKnown,
        CheckId::ClientScopes => Message::ScopesAll { scopes: ["altinn:broker.write", "altinn:events.subscribe"].map(Scope::known).into() },
        CheckId::ClientExchange => Message::Exchanged,
        CheckId::ClientIdentity => Message::Identity { owner: party() },
        CheckId::AccessResource => Message::ResourceGood { resource: "smart-files".parse().expect("a resource") },
        CheckId::AccessPolicy => Message::PolicyGood,
        CheckId::AccessSystem => Message::SystemGood { system: system.parse().expect("a system") },
        CheckId::AccessSystemUser => Message::SystemUserGood { party: party(), user: user() },
        CheckId::AccessSystemUserToken => Message::SystemUserTokenGood { party: party(), system: system.to_owned() },
        CheckId::AccessServiceOwner => Message::ServiceOwnerGood { name: "Smart Cloud".to_owned() },
        CheckId::AccessResourceConfig => Message::ConfigGood,
        CheckId::AccessMembers => Message::Members { count: 2 },
        CheckId::IntegrateList => Message::ListAnswers { count: 1 },
        CheckId::IntegrateTransfer => Message::TransferPublished { at: now() },
        CheckId::EventsEndpoint => Message::EndpointGood { host: "hooks.example.no".to_owned() },
        CheckId::EventsSubscription => Message::SubscriptionGood { count: 1 },
        CheckId::EventsValidated => Message::Validated,
        CheckId::EventsReceived => Message::EventAtReceiver { at: now() },
    };
    found(check, Verdict::Pass, message)
}
