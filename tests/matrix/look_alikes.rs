//! What looks alike is told apart: two situations that people take for each other end in different causes with different fixes.

use crate::desk::{Desk, accusations};
use altinn_sandbox::Part;
use altinn_sandbox::faults::Setting;
use broker_setup::journey::FieldId;
use broker_setup::text::{Language, Text};
use std::collections::BTreeMap;

/// A fault of the sandbox (`MP-200`), or an answer that is wrong (`client.kid=no-such-kid`).
type Situation = &'static str;

const PAIRS: &[(Situation, Situation)] = &[
    ("MP-200", "MP-250"),
    ("MP-250", "MP-251"),
    ("MP-200", "MP-251"),
    ("MP-200", "MP-201"),
    ("unknown-kid", "MP-121"),
    ("MP-121", "MP-124"),
    ("unknown-kid", "MP-124"),
    ("unknown-kid", "missing-kid"),
    ("MP-100", "unknown-kid"),
    ("MP-110", "MP-100"),
    ("MP-120", "MP-122"),
    ("MP-130", "MP-012"),
    ("MP-302", "MP-303"),
    ("gateway-key-missing", "http-401-token@broker"),
    ("gateway-key-wrong", "gateway-key-missing"),
    ("http-401-token@broker", "BRO-00006"),
    ("http-401-token", "http-401-token@broker"),
    ("http-403-scope@broker", "BRO-00006"),
    ("http-406", "http-403-scope@broker"),
    ("http-500", "http-429"),
    ("http-502-html", "proxy-redirect"),
    ("proxy-login", "http-500"),
    ("clock", "MP-110"),
    ("gateway-not-found", "resource=no-such-resource"),
    ("system.external_ref=ignored", "system.external_ref=rejected"),
    ("system.external_ref=rejected", "system.external_ref=nobody-asked"),
    ("system.external_ref=timed-out", "system.external_ref=rejected"),
    ("resource=no-such-resource", "resource=prov-ikke-konfigurert"),
    ("resource=prov-ikke-delegerbar", "resource=prov-uten-abonnement"),
    ("client.id=7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11", "client.kid=no-such-kid"),
];

/// What a setup without its deeds has left to do.
const TO_DO: [&str; 2] = ["transfer-none", "subscription-none"];

#[tokio::test(flavor = "multi_thread")]
async fn what_looks_alike_ends_in_different_causes_with_different_fixes() {
    assert!(PAIRS.len() >= 25);
    let desk = Desk::open().await.expect("a desk");
    let text = Text::new(Language::English);
    let mut known: BTreeMap<Situation, (String, String)> = BTreeMap::new();
    for situation in PAIRS.iter().flat_map(|(one, other)| [*one, *other]) {
        if !known.contains_key(situation) {
            known.insert(situation, accused(&desk, situation, &text).await);
        }
    }
    let alike: Vec<_> = PAIRS
        .iter()
        .filter(|(one, other)| {
            let (one, other) = (&known[one], &known[other]);
            one.0 == other.0 || one.1 == other.1
        })
        .collect();
    assert!(alike.is_empty(), "not told apart: {alike:#?} {known:#?}");
}

/// The cause that accuses then, and what to do.
async fn accused(desk: &Desk, situation: Situation, text: &Text) -> (String, String) {
    let answer = situation.split_once('=').map(|(field, text)| (field.parse::<FieldId>().expect("a field"), text));
    let changes: Vec<(FieldId, &str)> = answer.into_iter().collect();
    let profile = desk.profile(Part::Sender, &changes).await.expect("answers");
    let set = &desk.sandbox.shared().faults;
    if changes.is_empty() {
        set.set(situation.parse::<Setting>().expect("a fault"));
    }
    let run = desk.check(profile).await.expect("a run");
    set.clear_all();
    let accused: Vec<_> = accusations(&run).into_iter().filter(|finding| !TO_DO.contains(&finding.message.words())).collect();
    let [finding] = accused.as_slice() else { panic!("{situation}: {accused:#?}") };
    let words = text.finding(&finding.message);
    (finding.message.words().to_owned(), words.fix.unwrap_or_else(|| panic!("{situation} says nothing to do")))
}
