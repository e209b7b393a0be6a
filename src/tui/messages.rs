//! Turns the engine's answers into messages of the wizard.

use crate::app::{Msg, Start, WizardMessage};
use crate::engine::{Engine, WriteAnswer};
use crate::journey::{EngineMessage, Environment};

/// The message for the result of a job of the writer.
pub fn message(answer: WriteAnswer) -> Msg {
    let changed = |result: Result<WizardMessage, EngineMessage>| Msg::Changed(result.map_or_else(Into::into, Into::into));
    match answer {
        WriteAnswer::Listed(list) => Msg::Profiles(list.profiles),
        WriteAnswer::Opened { name, result } => Msg::Opened { name, result },
        WriteAnswer::StateRead { profile, state } => Msg::StateRead { profile, state },
        WriteAnswer::ProfileMerged { name, given, merged } => Msg::ProfileMerged { name, given, merged },
        WriteAnswer::StateMerged { profile, merged } => Msg::StateMerged { profile, merged },
        WriteAnswer::Told(message) => Msg::Told(message),
        WriteAnswer::Unkept(problems) => Msg::Unkept(problems),
        WriteAnswer::Renamed(result) => changed(result.map(|name| WizardMessage::Renamed { name })),
        WriteAnswer::LetterSaved(result) => changed(result.map(|path| WizardMessage::LetterSaved { path })),
        WriteAnswer::Removed(result) => changed(result.map(|name| WizardMessage::Removed { name })),
    }
}

/// Reads what the first screen shows: the profiles, their saved states, and which was opened last. These are a few small files.
#[must_use]
pub fn read_start(engine: &Engine, environment: Option<Environment>, profile: Option<String>) -> Vec<Msg> {
    let list = engine.profiles();
    let start = Start {
        environment,
        profile,
        profiles: list.profiles,
        last: engine.last_opened(),
        folder: engine.working_folder(),
        home: engine.home_folder(),
    };
    std::iter::once(Msg::Started(Box::new(start))).chain(list.messages.into_iter().map(Msg::Told)).collect()
}
