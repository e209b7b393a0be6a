//! Hostile answers as they reach the user: a whole run of checks with one hostile service, in every format, in the wizard, and in
//! the files that are kept.

use crate::cases::{self, Case};
use crate::echo::{KEY_FILE, Place, assert_harmless, canaries};
use crate::stage::Stage;
use altinn_sandbox::Part;
use broker_setup::app::{Effect, Key, Model, Msg, Size, Start, update};
use broker_setup::engine::{Engine, Folders};
use broker_setup::journey::{Evidence, Finding, ListedProfile, Profile, SavedState, plan};
use broker_setup::report::{Format, Glyphs, Names, Paper, Report, finding_statements, printed, printed_commands};
use broker_setup::text::Text;
use broker_setup::tui::theme::Look;
use broker_setup::tui::view::view;
use broker_setup::values::{Language, Link, Theme};
use jiff::Timestamp;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use tokio::sync::mpsc;

/// Each role with the paths of the services that its checks call.
const SERVICES: &[(Part, &str)] = &[
    (Part::Sender, "/token"),
    (Part::Sender, "/authentication/api/v1/exchange"),
    (Part::Sender, "/authentication/api/v1/openid"),
    (Part::Sender, "/resourceregistry"),
    (Part::Sender, "/authentication/api/v1/systemregister"),
    (Part::Sender, "/authentication/api/v1/systemuser"),
    (Part::Sender, "/broker"),
    (Part::Recipient, "/events"),
    (Part::ServiceOwner, "/broker/api/v1/serviceowner"),
    (Part::ServiceOwner, "/broker/api/v1/resource"),
    (Part::ServiceOwner, "/resourceregistry"),
];

/// The cases that a check can tell apart; all others end in the same messages as one of these.
const TOLD: &[&str] = &[
    "200 with a body: a hostile problem",
    "200 with an echo in a token",
    "400 with an echo in a problem",
    "403 with an echo in Maskinporten's form",
    "401 with an echo in the gateway's form",
    "404 with an echo in a list",
    "403 with an echo in plain text",
    "500 with an echo in a problem",
    "302 with an echo in the address",
    "401 with echoes in headers",
    "429 with echoes in headers",
];

struct Shown {
    findings: Vec<Finding>,
    evidence: Evidence,
    profile: Profile,
    requests: Vec<String>,
    traffic: String,
}

async fn checked(stage: &Stage, part: Part, path: &str, home: &Path) -> Shown {
    let maskinporten = if path == "/token" { stage.base() } else { stage.sandbox.origin.clone() };
    let profile = stage.profile(part, maskinporten).await;
    let engine = Engine::new(Folders::below(home));
    engine.create_profile("hostile", &profile).expect("a profile");
    let opened = engine.connect(profile.clone(), stage.folder.path(), Evidence::default(), None).await.expect("a connection");
    let (sender, _progress) = mpsc::unbounded_channel();
    let run = engine.check(&opened, &plan(&profile), sender).await;
    assert!(engine.unkept().is_empty(), "kept");
    let traffic = format!("{:?}", opened.calls());
    engine.close().await;
    Shown { findings: run.findings, evidence: run.evidence, profile, requests: stage.server.take_heard(), traffic }
}

impl Shown {
    fn in_format(&self, format: Format) -> String {
        let plan = plan(&self.profile);
        let report = Report {
            name: Some("hostile"),
            named_by: "--profile hostile",
            profile: &self.profile,
            plan: &plan,
            findings: &self.findings,
            next: &[],
            checked_at: Timestamp::now(),
            partial: false,
            strict: false,
        };
        let text = report.write(format, &Text::new(Language::English), Paper::new(100, Glyphs::Unicode));
        if format == Format::Github { printed_commands(&text) } else { printed(&text) }
    }

    /// The findings in the wizard: the screens of the five steps, the unfolded findings, and what `y` copies on each.
    fn in_the_wizard(&self) -> String {
        let words = Text::new(Language::English);
        let state = SavedState { evidence: self.evidence.clone(), findings: self.findings.clone(), ..SavedState::default() };
        let listed = ListedProfile { name: "hostile".to_owned(), profile: Ok(self.profile.clone()), state };
        let mut model = Model::new(words, Size { width: 120, height: 40 }, Timestamp::now());
        update(&mut model, Msg::Started(Box::new(Start { profiles: vec![listed], last: Some("hostile".to_owned()), ..Start::default() })));
        // Opening a profile starts a run; the saved findings are what is shown here.
        update(&mut model, Msg::Key(Key::Char('c')));
        let mut out: Vec<String> = Vec::new();
        for step in '1'..='5' {
            update(&mut model, Msg::Key(Key::Char(step)));
            out.push(drawn(&mut model));
            for effect in update(&mut model, Msg::Key(Key::Char('y'))) {
                if let Effect::Copy(text) = effect {
                    assert!(text.parse::<Link>().is_ok() || answers(&self.profile).contains(&text), "copied: {text}");
                    out.push(text);
                }
            }
        }
        let statements = self.findings.iter().flat_map(|finding| finding_statements(finding, &words, Names::Titles));
        out.extend(statements.map(|statement| statement.in_one()));
        out.join("\n")
    }
}

fn answers(profile: &Profile) -> Vec<String> {
    broker_setup::journey::FieldId::ALL.iter().filter_map(|field| profile.answer(*field)).collect()
}

fn drawn(model: &mut Model) -> String {
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).expect("a terminal");
    let look = Look { theme: Theme::Mono, glyphs: Glyphs::Unicode };
    terminal.draw(|frame| _ = view(frame, model, look)).expect("drawn");
    let buffer = terminal.backend().buffer();
    let rows = buffer.content().chunks(120);
    rows.map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect::<String>() + "\n").collect()
}

/// The content of every file below a folder.
fn kept(folder: &Path) -> String {
    let mut out = String::new();
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            out.push_str(&kept(&path));
        } else {
            out.push_str(&String::from_utf8_lossy(&std::fs::read(&path).expect("readable")));
        }
    }
    out
}

#[tokio::test(flavor = "multi_thread")]
async fn no_format_shows_a_secret_or_a_hidden_character() {
    let stage = Stage::set().await;
    let address = stage.sandbox.origin.socket_addrs(|| None).expect("an address")[0];
    let mut told: Vec<Arc<Case>> = cases::all().into_iter().filter(|case| TOLD.contains(&case.name.as_str())).map(Arc::new).collect();
    assert_eq!(told.len(), TOLD.len(), "every case is in the table");
    told.push(Arc::new(cases::readable(address)));
    let (mut looked_at, mut hostile_seen) = (0, 0);
    for (part, path) in SERVICES {
        for case in &told {
            let name = format!("{} {path}, {}", part.name(), case.name);
            let home = tempfile::tempdir().expect("a home");
            stage.is_hostile(Some((path, Arc::clone(case))));
            let shown = checked(&stage, *part, path, home.path()).await;
            let canaries = canaries(&shown.requests);
            for format in Format::ALL {
                let text = shown.in_format(*format);
                hostile_seen += usize::from(text.contains("forged"));
                assert_harmless(&format!("{name}, {format}"), &text, &canaries, place(*format));
            }
            assert_harmless(&format!("{name}, wizard"), &shown.in_the_wizard(), &canaries, Place::Inside);
            assert_harmless(&format!("{name}, kept"), &kept(home.path()), &canaries, Place::Inside);
            assert_harmless(&format!("{name}, trace"), &shown.traffic, &canaries, Place::Inside);
            looked_at += Format::ALL.len() + 1;
        }
    }
    println!("{looked_at} hostile runs: {} services, {} cases, 4 formats and the wizard", SERVICES.len(), told.len());
    assert!(hostile_seen > 50, "the hostile texts reached the reports, without what makes them hostile: {hostile_seen}");
    stage.sandbox.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_program_itself_prints_and_logs_nothing_of_it() {
    let stage = Stage::set().await;
    let address = stage.sandbox.origin.socket_addrs(|| None).expect("an address")[0];
    let echo = cases::all().into_iter().find(|case| case.name == "400 with an echo in a problem").expect("a case");
    let cases = [("/resourceregistry", Arc::new(cases::readable(address))), ("/broker", Arc::new(echo))];
    for (path, case) in &cases {
        stage.is_hostile(Some((path, Arc::clone(case))));
        for format in Format::ALL {
            let name = format!("{path}, {}, {format}", case.name);
            let home = tempfile::tempdir().expect("a home");
            let profile = stage.profile(Part::Sender, stage.sandbox.origin.clone()).await;
            let engine = Engine::new(Folders::below(home.path()));
            engine.create_profile("hostile", &profile).expect("a profile");
            let arguments = ["check", "--profile", "hostile", "--format", format.name(), "--log", "log.txt"];
            let output = command(home.path(), &arguments).output().expect("it runs");
            let canaries = canaries(&stage.server.take_heard());
            let (out, err) = (text(&output.stdout), text(&output.stderr));
            assert!(matches!(output.status.code(), Some(1 | 3)) && !out.is_empty(), "{name}: {err}");
            assert!(*path == "/broker" || *format == Format::Github || out.contains("forged"), "{name}: {out}");
            assert_harmless(&name, &out, &canaries, place(*format));
            assert_harmless(&name, &err, &canaries, Place::Printed);
            assert_harmless(&format!("{name}, files"), &kept(home.path()), &canaries, Place::Inside);
            assert!(home.path().join("log.txt").exists(), "{name}");
            let status = command(home.path(), &["status", "--format", format.name()]).output().expect("it runs");
            assert_harmless(&format!("{name}, status"), &text(&status.stdout), &canaries, place(*format));
        }
    }
    assert!(KEY_FILE.len() > KEY_FILE.trim().len(), "the key's file has blanks around the key");
    stage.sandbox.stop().await;
}

fn place(format: Format) -> Place {
    if format == Format::Github { Place::Commands } else { Place::Printed }
}

fn command(home: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_broker-setup"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("BROKER_SETUP") || name.to_lowercase().ends_with("_proxy")) {
        command.env_remove(name);
    }
    command.env("BROKER_SETUP_HOME", home).env("LC_ALL", "C.UTF-8").current_dir(home).stdin(Stdio::null()).args(arguments);
    command
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}
