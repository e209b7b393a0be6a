//! What looks alike is told apart: two situations that people take for each other end in different causes with different fixes.

use crate::desk::{Desk, accusations, accusing};
use crate::met_on_the_way::Proxied;
use crate::program::{at, at_tt02};
use altinn_sandbox::Part;
use altinn_sandbox::faults::Setting;
use broker_setup::checks::{Connection, Keeping, run};
use broker_setup::journey::{CheckId, DeedId, Entry, EntryState, Environment, Evidence, FieldId, Finding, Journal, JournalPlace, plan};
use broker_setup::services::Trace;
use broker_setup::text::Text;
use broker_setup::values::Language;
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::PathBuf;
use tokio::sync::mpsc;

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

/// What is told then: the words of the cause, and what to do.
type Told = (String, String);

#[tokio::test(flavor = "multi_thread")]
async fn what_looks_alike_ends_in_different_causes_with_different_fixes() {
    let obstacles = told_of_obstacles().await;
    let (wrong, spreading) = told_of_an_id().await;
    let mut apart = each_with_each(&obstacles) + told_apart_in_pairs().await;
    assert!(wrong.0 != spreading.0 && wrong.1 != spreading.1, "not told apart: {wrong:?} {spreading:?}");
    apart += 1;
    // On a line of its own, whatever the test runner has begun.
    println!("\nmatrix: {apart} pairs of look-alikes told apart");
}

/// How many pairs of the table are told apart: all, or the test fails.
async fn told_apart_in_pairs() -> usize {
    assert!(PAIRS.len() >= 25);
    let desk = Desk::open().await.expect("a desk");
    let mut known: BTreeMap<Situation, Told> = BTreeMap::new();
    for situation in PAIRS.iter().flat_map(|(one, other)| [*one, *other]) {
        if !known.contains_key(situation) {
            known.insert(situation, accused(&desk, situation).await);
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
    PAIRS.len()
}

/// The same of what stands between the program and the services.
fn each_with_each(obstacles: &[(&str, Told)]) -> usize {
    let pairs = || obstacles.iter().enumerate().flat_map(|(place, one)| obstacles.iter().skip(place + 1).map(move |other| (one, other)));
    let alike: Vec<_> = pairs().filter(|((_, one), (_, other))| one.0 == other.0 || one.1 == other.1).collect();
    assert!(alike.is_empty(), "not told apart: {alike:#?}");
    pairs().count()
}

/// No name, nobody there, somebody who opens the connection, a proxy that is gone and one that does not let through: each looks like
/// "it does not work from here".
async fn told_of_obstacles() -> Vec<(&'static str, Told)> {
    let proxied = Proxied::start().await;
    let denies = denying();
    let kit = proxied.program.folder().join("kit");
    let tt02 = || at_tt02(&kit, "sender");
    tokio::task::block_in_place(|| {
        let told = |answers: PathBuf, variables: &[(&str, &str)]| {
            let found = proxied.program.check(&["key.reach"], &answers, variables);
            let accused = accusing(&found);
            let [finding] = accused.as_slice() else { panic!("{variables:?}: {accused:#?}") };
            words(finding)
        };
        vec![
            ("no such name", told(at(&kit, "https://platform.broker-setup.invalid/"), &[])),
            ("refused", told(at(&kit, "http://127.0.0.1:1/"), &[])),
            ("intercepted", told(tt02(), &[("HTTPS_PROXY", &proxied.proxy)])),
            ("the proxy is gone", told(tt02(), &[("HTTPS_PROXY", "http://127.0.0.1:1")])),
            ("the proxy does not let through", told(tt02(), &[("HTTPS_PROXY", &denies)])),
        ]
    })
}

/// The address of a proxy that lets nobody through. It stops with the test's process.
fn denying() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    std::thread::spawn(move || {
        for mut client in listener.incoming().flatten() {
            let mut head = Vec::new();
            let mut byte = [0];
            while !head.ends_with(b"\r\n\r\n") && client.read(&mut byte).is_ok_and(|read| read == 1) {
                head.extend(byte);
            }
            // Whoever is gone by now needs no answer.
            let _ = client.write_all(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        }
    });
    format!("http://{address}")
}

/// Maskinporten does not know the client: its id was typed wrong just now, or a deed of ours changed the client a moment ago and not all
/// of Maskinporten knows it yet.
async fn told_of_an_id() -> (Told, Told) {
    let desk = Desk::open().await.expect("a desk");
    let mut profile = desk.profile(Part::Sender, &[(FieldId::ClientId, "7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11")]).await.expect("answers");
    // In the sandbox a change takes effect at once, so the platform is elsewhere; nothing of it is asked for this.
    profile.environment = Environment::Custom {
        platform: "https://platform.broker-setup.invalid/".parse().expect("an address"),
        maskinporten: desk.sandbox.origin.clone(),
        admin: None,
        access_management: None,
    };
    let changed =
        Entry::begun("00000001".to_owned(), DeedId::PostKey, JournalPlace::Maskinporten, "kid".to_owned(), &profile, Timestamp::now());
    let mut told = Vec::new();
    for entries in [Vec::new(), vec![changed.with_state(EntryState::Done)]] {
        let connection = Connection::open(profile.clone(), desk.folder.path(), None, Evidence::default(), Trace::default()).await;
        let connection = connection.expect("open").with_journal(Journal { entries }, Keeping::default());
        let part = plan(&profile).only(&profile, &[CheckId::ClientToken]);
        let run = run(&connection, &part, mpsc::unbounded_channel().0).await;
        let finding = run.findings.into_iter().find(|finding| finding.check == CheckId::ClientToken).expect("it was asked");
        told.push(words(&finding));
    }
    let [wrong, spreading] = told.try_into().expect("both");
    (wrong, spreading)
}

fn words(finding: &Finding) -> Told {
    let words = Text::new(Language::English).finding(&finding.message);
    let name = finding.message.words().to_owned();
    let fix = words.fix.unwrap_or_else(|| panic!("{name} says nothing to do"));
    (name, fix)
}

/// The cause that accuses then, and what to do.
async fn accused(desk: &Desk, situation: Situation) -> Told {
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
    words(finding)
}
