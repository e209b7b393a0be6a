//! Prints how fast the program is. It asserts nothing: machines differ, and a limit in seconds would fail on a slow or busy one.
//!
//! `cargo run --example speed`: for each role the depth of its checks (round trips, contract 3), how many calls a whole run
//! makes, and how long it takes against a sandbox that delays every answer by 100 ms. The ideal is depth times 100 ms. Then
//! the time from a key's message to the drawn frame, within the process, on the role screen at 200x60.

use altinn_sandbox::{self as sandbox, Options, People};
use broker_setup::app::{Key, Model, Msg, Size, Start, update};
use broker_setup::checks::{self, Connection};
use broker_setup::deeds;
use broker_setup::journey::{DeedId, DeedOptions, Evidence, Finding, ListedProfile, Profile, SavedState, plan};
use broker_setup::services::Trace;
use broker_setup::text::Text;
use broker_setup::tui::theme::Look;
use broker_setup::tui::view::view;
use broker_setup::values::Language;
use jiff::Timestamp;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};
use tokio::sync::mpsc;

const LATENCY: Duration = Duration::from_millis(100);
const FRAMES: u32 = 500;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let kit = tempfile::tempdir()?;
    let options = Options { latency: LATENCY, people: People::Instant, ..Options::default() };
    let sandbox = sandbox::start(options).await?;
    sandbox::write_kit(kit.path(), &sandbox.world().await, &sandbox.origin)?;
    let mut screen = None;
    println!("role           depth  calls  ideal ms  wall ms  ratio");
    for role in ["sender", "recipient", "service-owner"] {
        let profile: Profile = toml::from_str(&std::fs::read_to_string(kit.path().join(format!("{role}.toml")))?)?;
        let evidence = make_ready(&profile, kit.path()).await?;
        let findings = measure(role, &profile, kit.path(), evidence.clone()).await?;
        if role == "sender" {
            screen = Some((profile, SavedState { evidence, findings, ..SavedState::default() }));
        }
    }
    sandbox.stop().await;
    screen.map_or(Ok(()), |(profile, kept)| draw(profile, kept))
}

/// Presses [`FRAMES`] keys on the role screen at 200x60, draws after each one, and prints the mean time.
fn draw(profile: Profile, kept: SavedState) -> Result<(), Box<dyn Error>> {
    let mut model = Model::new(Text::new(Language::English), Size { width: 200, height: 60 }, Timestamp::now());
    let known = ListedProfile { name: "speed".to_owned(), profile: Ok(profile), state: kept };
    let start = Start { profile: Some("speed".to_owned()), profiles: vec![known], ..Start::default() };
    drop(update(&mut model, Msg::Started(Box::new(start))));
    let mut terminal = Terminal::new(TestBackend::new(200, 60))?;
    let look = Look::of_the_environment(None, |_| None);
    let begin = Instant::now();
    for press in 0..FRAMES {
        let key = if press % 2 == 0 { Key::Down } else { Key::Up };
        drop(update(&mut model, Msg::Key(key)));
        terminal.draw(|frame| {
            let _ = view(frame, &model, look);
        })?;
    }
    println!("key press to frame at 200x60: {} us, mean of {FRAMES}", begin.elapsed().as_micros() / u128::from(FRAMES));
    Ok(())
}

/// Does the deeds `subscribe` and `send-test`: without their evidence some checks have nothing to ask about.
async fn make_ready(profile: &Profile, folder: &Path) -> Result<Evidence, Box<dyn Error>> {
    let mut evidence = Evidence::default();
    for deed in [DeedId::Subscribe, DeedId::SendTest] {
        let connection = Connection::open(profile.clone(), folder, None, evidence.clone(), Trace::default()).await?;
        let (progress, _ignored) = mpsc::unbounded_channel();
        let options = DeedOptions { confirm: true, ..DeedOptions::default() };
        evidence = match deeds::perform(deed, &connection, &options, progress).await {
            Ok(outcome) => outcome.evidence,
            Err(stopped) => return Err(format!("{deed} stopped: {:?}", stopped.message).into()),
        };
    }
    Ok(evidence)
}

async fn measure(role: &str, profile: &Profile, folder: &Path, evidence: Evidence) -> Result<Vec<Finding>, Box<dyn Error>> {
    let trace = Trace::default();
    let plan = plan(profile);
    let begin = Instant::now();
    let connection = Connection::open(profile.clone(), folder, None, evidence, trace.clone()).await?;
    let (progress, _ignored) = mpsc::unbounded_channel();
    let run = checks::run(&connection, &plan, progress).await;
    let wall = begin.elapsed().as_millis();
    let ideal = u128::from(plan.depth()) * LATENCY.as_millis();
    let ratio = u32::try_from(wall).map(f64::from)? / u32::try_from(ideal).map(f64::from)?;
    println!("{role:<14} {:>5}  {:>5}  {ideal:>8}  {wall:>7}  {ratio:>5.2}", plan.depth(), trace.calls().len());
    for finding in run.findings.iter().filter(|finding| !finding.outcome.lets_through()) {
        println!("  {} {}", finding.check, finding.outcome.name());
    }
    Ok(run.findings)
}
