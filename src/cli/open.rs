//! What every command opens first: the engine, the saved state of a connection, the connection.

use super::console::Console;
use super::end::Stop;
use crate::engine::{ChosenAnswers, Engine, OpenConnection};
use crate::journey::{EngineMessage, Evidence, SavedState};

/// The engine in the user's own folders.
pub(super) fn engine(console: &Console) -> Result<Engine, Stop> {
    Engine::of_the_user().map_err(|message| console.usage(&message))
}

/// The connection's saved state. When its file is broken, the user is told and the state is empty.
pub(super) fn state(selected: &ChosenAnswers, engine: &Engine, console: &Console) -> SavedState {
    engine.state(&selected.profile).unwrap_or_else(|message| {
        console.say(&console.text.engine(&message));
        SavedState::default()
    })
}

/// Opens the connection. A sandbox that does not start is a failure of the machine, not a usage error.
pub(super) async fn connect(
    selected: &ChosenAnswers,
    evidence: Evidence,
    engine: &Engine,
    console: &Console,
) -> Result<OpenConnection, Stop> {
    let opened = engine.connect(selected.profile.clone(), &selected.folder, evidence, None).await;
    if let Some(message) = engine.world_set_aside().await {
        console.say(&console.text.engine(&message));
    }
    opened.map_err(|message| Stop::Failed(console.text.engine(&message)))
}

/// Tells the user when something could not be saved.
pub(super) fn say_if_not_kept(kept: Result<(), EngineMessage>, console: &Console) {
    if let Err(message) = kept {
        console.say(&console.text.engine(&message));
    }
}
