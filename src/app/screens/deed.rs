//! A deed: what it would do, in production only after the profile's name is typed, how it goes on, what came of it.

use super::{Entry, Screen, role};
use crate::app::effect::DeedCall;
use crate::app::{Action, Effect, Model};
use crate::journey::{DeedId, DeedMessage, DeedOptions, DeedProgress, Outcome, Preview, Stopped};

/// One phase of a deed.
#[derive(Debug, Clone, PartialEq)]
pub struct Phase {
    /// What is said of it.
    pub message: DeedMessage,
    /// How long it took, once it is done.
    pub took_ms: Option<u64>,
    /// Bytes so far and in all, where there are bytes.
    pub bytes: Option<(u64, u64)>,
}

/// How far a deed has come.
#[derive(Debug)]
pub enum Stage {
    /// What it would do is being found out.
    Asking,
    /// What it would do.
    Preview(Box<Preview>),
    /// The same, in production: the profile's name is being typed.
    Typing(Box<Preview>, Entry),
    Running(Vec<Phase>),
    Done(Vec<Phase>, Vec<DeedMessage>),
    Stopped(Vec<Phase>, Box<Stopped>),
}

/// A deed on screen.
#[derive(Debug)]
pub struct DeedScreen {
    pub id: u64,
    pub deed: DeedId,
    /// How far it has come.
    pub stage: Stage,
    /// Whether the preview shows what is sent in the requests' bodies.
    pub bodies: bool,
}

impl DeedScreen {
    /// Whether something turns.
    #[must_use]
    pub const fn is_busy(&self) -> bool {
        match self.stage {
            Stage::Asking | Stage::Running(_) => true,
            Stage::Preview(_) | Stage::Typing(..) | Stage::Done(..) | Stage::Stopped(..) => false,
        }
    }

    /// The line that the profile's name is typed in.
    pub(super) const fn typing(&mut self) -> Option<&mut Entry> {
        match &mut self.stage {
            Stage::Typing(_, entry) => Some(entry),
            Stage::Asking | Stage::Preview(_) | Stage::Running(_) | Stage::Done(..) | Stage::Stopped(..) => None,
        }
    }
}

/// Asks what a deed would do.
pub(in crate::app) fn begin(model: &mut Model, deed: DeedId) -> Vec<Effect> {
    let id = model.fresh_id();
    let Some(call) = call(model, id, deed) else { return Vec::new() };
    model.push(Screen::Deed(DeedScreen { id, deed, stage: Stage::Asking, bodies: false }));
    vec![Effect::PreviewDeed(call)]
}

fn call(model: &Model, id: u64, deed: DeedId) -> Option<DeedCall> {
    let opened = model.opened.as_ref()?;
    let transfer = &opened.profile.transfer;
    let options = DeedOptions { file: transfer.file.clone(), transfer: transfer.id, confirm: true };
    Some(DeedCall { id, deed, profile: Box::new(opened.profile.clone()), evidence: Box::new(opened.evidence.clone()), options })
}

pub(super) fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    let due = model.opened.as_ref().and_then(crate::app::Opened::due);
    let name = model.opened.as_ref().map(|opened| opened.name.clone()).unwrap_or_default();
    let Some(Screen::Deed(screen)) = model.stack.last_mut() else { return Vec::new() };
    match (&mut screen.stage, action) {
        (Stage::Preview(preview), Action::Choose) if preview.production => {
            screen.stage = Stage::Typing(preview.clone(), Entry::new(String::new()));
            Vec::new()
        }
        (Stage::Typing(_, entry), Action::Choose) if entry.text().trim() != name => {
            model.dirty = false;
            Vec::new()
        }
        (Stage::Preview(_) | Stage::Typing(..), Action::Choose) => perform(model),
        (Stage::Done(..), Action::Choose) => {
            // The next deed follows at once: the reader has just seen what this one left.
            model.pop();
            due.map_or_else(Vec::new, |deed| begin(model, deed))
        }
        (Stage::Stopped(..), Action::Choose) => {
            model.pop();
            Vec::new()
        }
        (_, Action::Back) => {
            let busy = screen.is_busy();
            model.pop();
            if busy { vec![Effect::CancelDeed] } else { Vec::new() }
        }
        (Stage::Done(..), Action::Copy) => role::copy_outcome(model),
        (Stage::Preview(_), Action::Body) => {
            screen.bodies = !screen.bodies;
            model.scroll = 0;
            Vec::new()
        }
        (_, _) => {
            super::scroll(model, action);
            Vec::new()
        }
    }
}

fn perform(model: &mut Model) -> Vec<Effect> {
    let id = model.fresh_id();
    let deed = match model.stack.last_mut() {
        Some(Screen::Deed(screen)) => {
            screen.id = id;
            screen.stage = Stage::Running(Vec::new());
            screen.deed
        }
        _ => return Vec::new(),
    };
    // A run under way would see half of what the deed does.
    let mut effects = role::cancel_run(model);
    effects.extend(call(model, id, deed).map(Effect::PerformDeed));
    effects
}

fn current(model: &mut Model, id: u64) -> Option<&mut DeedScreen> {
    model.stack.iter_mut().find_map(|screen| match screen {
        Screen::Deed(deed) if deed.id == id => Some(deed),
        _ => None,
    })
}

/// The preview is there, or why not.
pub(in crate::app) fn previewed(model: &mut Model, id: u64, result: Result<Box<Preview>, Box<Stopped>>) {
    let Some(screen) = current(model, id) else {
        model.dirty = false;
        return;
    };
    screen.stage = match result {
        Ok(preview) => Stage::Preview(preview),
        Err(stopped) => Stage::Stopped(Vec::new(), stopped),
    };
}

/// The deed goes on. What it recorded is kept even if its screen is gone.
pub(in crate::app) fn went(model: &mut Model, id: u64, progress: DeedProgress) -> Vec<Effect> {
    if let DeedProgress::Recorded(evidence) = progress {
        return model.opened.as_mut().map_or_else(Vec::new, |opened| {
            opened.evidence = *evidence;
            role::save_kept(opened)
        });
    }
    let Some(DeedScreen { stage: Stage::Running(phases), .. }) = current(model, id) else {
        model.dirty = false;
        return Vec::new();
    };
    match progress {
        DeedProgress::Started(message) => phases.push(Phase { message, took_ms: None, bytes: None }),
        DeedProgress::Done { message, took_ms } => {
            if let Some(phase) = phases.last_mut() {
                *phase = Phase { message, took_ms: Some(took_ms), bytes: None };
            }
        }
        DeedProgress::Bytes { done, total } => {
            if let Some(phase) = phases.last_mut() {
                phase.bytes = Some((done, total));
            }
        }
        DeedProgress::Recorded(_) => {}
    }
    Vec::new()
}

/// The deed is over: what came of it is kept, and the checks look again.
pub(in crate::app) fn ended(model: &mut Model, id: u64, result: Result<Box<Outcome>, Box<Stopped>>) -> Vec<Effect> {
    let Some(screen) = current(model, id) else {
        model.dirty = false;
        return Vec::new();
    };
    let deed = screen.deed;
    let phases = match &mut screen.stage {
        Stage::Running(phases) => std::mem::take(phases),
        Stage::Asking | Stage::Preview(_) | Stage::Typing(..) | Stage::Done(..) | Stage::Stopped(..) => Vec::new(),
    };
    let (evidence, done) = match result {
        Ok(outcome) => {
            screen.stage = Stage::Done(phases, outcome.says);
            (outcome.evidence, true)
        }
        Err(stopped) => {
            let evidence = stopped.evidence.clone();
            screen.stage = Stage::Stopped(phases, stopped);
            (evidence, false)
        }
    };
    let Some(opened) = model.opened.as_mut() else { return Vec::new() };
    opened.evidence = evidence;
    opened.looks = 0;
    let mut effects = role::save_kept(opened);
    if done {
        opened.just_done = Some(deed);
        opened.follows = true;
        effects.extend(role::start_run(model, Vec::new()));
    }
    effects
}
