//! What every command opens first: the engine, the saved state of a connection, the connection.

use super::console::Console;
use super::end::Stop;
use super::password;
use crate::engine::{ChosenAnswers, Engine, OpenConnection, PasswordLack};
use crate::journey::{EngineMessage, Evidence, Profile, SavedState};
use crate::values::Value;
use std::path::Path;
use url::Url;

/// The engine in the user's own folders.
pub(super) fn engine(console: &Console) -> Result<Engine, Stop> {
    let engine = unswept(console)?;
    engine.sweep();
    Ok(engine)
}

/// The same for the wizard, which sweeps beside its start.
pub(super) fn unswept(console: &Console) -> Result<Engine, Stop> {
    Ok(Engine::of_the_user().map_err(|message| console.usage(&message))?.tracing(console.trace.clone()))
}

/// The connection's saved state. When its file is broken, the user is told and the state is empty.
pub(super) fn state(selected: &ChosenAnswers, engine: &Engine, console: &Console) -> SavedState {
    engine.state(&selected.profile).unwrap_or_else(|message| {
        console.say(&console.text.engine(&message));
        SavedState::default()
    })
}

/// How often a password may be typed.
const TRIES: u32 = 3;

/// Whose connection is opened.
#[derive(Clone, Copy)]
pub(super) struct Opened<'a> {
    pub(super) profile: &'a Profile,
    /// The folder that relative `file:` references start from.
    pub(super) folder: &'a Path,
    /// The profile's name, if it has one.
    pub(super) name: Option<&'a str>,
}

/// Names the addresses of an environment of one's own, and opens the connection.
pub(super) async fn connect(
    selected: &ChosenAnswers,
    evidence: Evidence,
    engine: &Engine,
    console: &Console,
) -> Result<OpenConnection, Stop> {
    name_own_addresses(&selected.profile, console);
    let whose = Opened { profile: &selected.profile, folder: &selected.folder, name: selected.name.as_deref() };
    unlocked(whose, evidence, engine, console).await
}

/// Opens the connection. A sandbox that does not start is a failure of the machine, not a usage error. A password that no answer
/// leads to is asked for, if somebody is there to type it.
pub(super) async fn unlocked(whose: Opened<'_>, evidence: Evidence, engine: &Engine, console: &Console) -> Result<OpenConnection, Stop> {
    let connect = || engine.connect(whose.profile.clone(), whose.folder, evidence.clone(), None);
    let failed = |message: EngineMessage| Stop::Failed(console.text.engine(&message));
    let opened = connect().await;
    if let Some(message) = engine.world_set_aside().await {
        console.say(&console.text.engine(&message));
    }
    let mut opened = opened.map_err(failed)?;
    let mut asking = password::Asking::default();
    for _ in 0..TRIES {
        let question = match opened.lacks_password() {
            None => break,
            Some(PasswordLack::Missing) => "said.password",
            Some(PasswordLack::Wrong) => "said.password-wrong",
        };
        let Some(typed) = password::ask(&console.word(question, &[]), &mut asking, console).await? else { break };
        engine.use_password(whose.profile, Some(typed));
        opened = connect().await.map_err(failed)?;
    }
    Ok(match whose.name {
        Some(name) => engine.named(&opened, name),
        None => opened,
    })
}

/// Names the addresses of an environment of one's own, before the first token is asked for.
pub(super) fn name_own_addresses(profile: &Profile, console: &Console) {
    let Some(endpoints) = profile.environment.own_addresses() else { return };
    let host = |url: &Url| Value::Text(url.origin().ascii_serialization());
    let values = [("maskinporten", host(&endpoints.maskinporten)), ("platform", host(&endpoints.platform))];
    console.say(&console.word("said.own-addresses", &values));
    if let Some(admin) = &endpoints.admin {
        console.say(&console.word("said.own-admin", &[("admin", host(admin))]));
    }
}
