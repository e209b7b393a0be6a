//! The checklist of the open profile: steps left, the step right.

use super::{Edit, Screen, begin_deed, faults, moved};
use crate::app::session::{Poll, Running};
use crate::app::{Action, Effect, Item, ListedProfile, Model, Notice, Opened, Pane, SavedState, Shown, letter};
use crate::journey::{CheckId, DeedId, Evidence, FieldId, Profile, StepId, Verdict};
use std::time::Duration;

/// Opens a profile's checklist above Home.
pub(in crate::app) fn open(model: &mut Model, name: String, profile: Profile, kept: SavedState) -> Vec<Effect> {
    model.stack.clear();
    model.push(Screen::Role);
    let known = ListedProfile { name: name.clone(), profile: Ok(profile.clone()), kept: kept.clone() };
    match model.profiles.iter_mut().find(|other| other.name == name) {
        Some(other) => *other = known,
        None => model.profiles.push(known),
    }
    model.profiles.sort_by(|one, other| one.name.cmp(&other.name));
    model.home = model.profiles.iter().position(|known| known.name == name).unwrap_or(0);
    let mut opened = Opened::new(name, profile, kept);
    if !model.size.has_two_panes() {
        opened.pane = Pane::Steps;
    }
    model.opened = Some(opened);
    let name = model.opened.as_ref().map(|opened| opened.name.clone()).unwrap_or_default();
    let mut effects = vec![Effect::CancelRun, Effect::ClearTimer, Effect::RememberOpened(name)];
    effects.extend(auto_run(model));
    effects
}

pub(super) fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    let Some(opened) = model.opened.as_mut() else {
        model.pop();
        return Vec::new();
    };
    match action {
        Action::Up | Action::Down | Action::First | Action::Last => {
            let before = opened.kept().step;
            travel(opened, action);
            return save_if_moved(opened, before);
        }
        Action::Left | Action::Right | Action::Next => {
            opened.pane = match (action, opened.pane) {
                (Action::Left, _) | (Action::Next, Pane::Step) => Pane::Steps,
                (Action::Right | Action::Next, _) | (_, Pane::Step | Pane::Steps) => Pane::Step,
            }
        }
        Action::Step(number) => {
            if let Some(step) = StepId::ALL.iter().find(|step| step.number() == number) {
                opened.follows = false;
                opened.attend_within(*step);
                opened.pane = Pane::Step;
                return save_kept(opened);
            }
        }
        Action::PageUp => model.scroll = model.scroll.saturating_sub(10),
        Action::PageDown => model.scroll = model.scroll.saturating_add(10),
        Action::Choose => return choose(model),
        Action::Check => return check(model),
        Action::Edit => return edit(model),
        Action::Do => return do_deed(model),
        Action::SetAside => return set_aside(model),
        Action::Copy | Action::OpenLink => return with_link(model, action),
        Action::Letter => show_letter(model),
        Action::Traffic => model.push(Screen::Traffic),
        Action::Faults => return faults::open(model),
        Action::Explain => {
            if let Some(check) = selected_check(model) {
                model.push(Screen::Explain(check));
            }
        }
        Action::Back => return leave(model),
        _ => model.dirty = false,
    }
    Vec::new()
}

fn travel(opened: &mut Opened, action: Action) {
    opened.follows = false;
    match opened.pane {
        Pane::Steps => {
            let choices = opened.shown_choices();
            let line = choices.iter().position(|shown| *shown == opened.shown).unwrap_or(0);
            match choices.get(moved(line, choices.len(), action)) {
                Some(Shown::Step(step)) => opened.attend_within(*step),
                Some(Shown::Ready) => opened.show(Shown::Ready),
                None => {}
            }
        }
        Pane::Step => opened.line = moved(opened.line, opened.items().len(), action),
    }
}

/// Enter: from the list into the step; in the step, whatever the line offers.
fn choose(model: &mut Model) -> Vec<Effect> {
    let Some(opened) = model.opened.as_mut() else { return Vec::new() };
    if opened.pane == Pane::Steps {
        opened.pane = Pane::Step;
        return save_kept(opened);
    }
    match opened.item() {
        None => Vec::new(),
        Some(Item::Fill(preset)) => {
            let role = opened.profile.role;
            let id = model.fresh_id();
            if let Some(opened) = model.opened.as_mut() {
                opened.filling = Some(id);
                opened.follows = true;
            }
            vec![Effect::FillSandbox { id, role, preset }]
        }
        Some(Item::Deed(deed)) => begin_deed(model, deed),
        Some(Item::Field(field)) => {
            let edit = Edit::new(field, opened);
            model.push(Screen::Edit(edit));
            Vec::new()
        }
        Some(Item::Check(check)) => {
            let waits = opened.finding(check).is_some_and(|finding| matches!(finding.outcome, Verdict::Waiting(_)));
            match opened.open == Some(check) {
                true if waits => model.push(Screen::Waiting(check)),
                true => opened.open = None,
                false => opened.open = Some(check),
            }
            Vec::new()
        }
    }
}

fn edit(model: &mut Model) -> Vec<Effect> {
    let Some(opened) = model.opened.as_mut() else { return Vec::new() };
    let items = opened.items();
    let is_field = |line: &usize| matches!(items.get(*line), Some(Item::Field(_)));
    let line = Some(opened.line).filter(is_field).or_else(|| (0..items.len()).find(is_field));
    if let Some((line, Item::Field(field))) = line.and_then(|line| items.get(line).map(|item| (line, *item))) {
        opened.line = line;
        opened.pane = Pane::Step;
        opened.follows = false;
        let edit = Edit::new(field, opened);
        model.push(Screen::Edit(edit));
    }
    Vec::new()
}

fn do_deed(model: &mut Model) -> Vec<Effect> {
    match deed_here(model) {
        Some(deed) => begin_deed(model, deed),
        None => Vec::new(),
    }
}

/// The deed of the step that is shown.
pub(in crate::app) fn deed_here(model: &Model) -> Option<DeedId> {
    let items = model.opened.as_ref()?.items();
    items.into_iter().find_map(|item| match item {
        Item::Deed(deed) => Some(deed),
        Item::Fill(_) | Item::Field(_) | Item::Check(_) => None,
    })
}

/// Step 5 may be left out, with a reason; `s` on what was left out takes it up again.
fn set_aside(model: &mut Model) -> Vec<Effect> {
    let Some(opened) = model.opened.as_mut() else { return Vec::new() };
    opened.follows = false;
    if opened.profile.events.set_aside.is_some() {
        let selected = opened.item();
        opened.profile.events.set_aside = None;
        opened.plan_anew(selected);
        let mut effects = save(opened);
        effects.extend(auto_run(model));
        return effects;
    }
    opened.attend_within(StepId::Events);
    opened.line = opened.items().iter().position(|item| *item == Item::Field(FieldId::EventsSetAside)).unwrap_or(0);
    opened.pane = Pane::Step;
    let edit = Edit::new(FieldId::EventsSetAside, opened);
    model.push(Screen::Edit(edit));
    Vec::new()
}

/// Back to Home: nothing runs and nothing is looked at from there.
fn leave(model: &mut Model) -> Vec<Effect> {
    let narrow = !model.size.has_two_panes();
    let Some(opened) = model.opened.as_mut() else { return Vec::new() };
    if narrow && opened.pane == Pane::Step {
        opened.pane = Pane::Steps;
        return Vec::new();
    }
    let mut effects = save_kept(opened);
    let (name, profile, kept) = (opened.name.clone(), opened.profile.clone(), opened.kept());
    if let Some(known) = model.profiles.iter_mut().find(|known| known.name == name) {
        *known = ListedProfile { name, profile: Ok(profile), kept };
    }
    model.opened = None;
    model.stack.clear();
    effects.extend([Effect::CancelRun, Effect::CancelDeed, Effect::ClearTimer]);
    effects
}

/// `c`: asks everything, or stops asking.
fn check(model: &mut Model) -> Vec<Effect> {
    if model.opened.as_ref().is_some_and(|opened| opened.run.is_some()) {
        model.notice = Some(Notice::Stopped);
        return cancel_run(model);
    }
    if let Some(opened) = model.opened.as_mut() {
        opened.looks = 0;
    }
    start_run(model, Vec::new())
}

/// Starts a run where checks run by themselves.
pub(in crate::app) fn auto_run(model: &mut Model) -> Vec<Effect> {
    match &model.opened {
        Some(opened) if opened.checks_by_itself() && !opened.can_be_filled() => start_run(model, Vec::new()),
        _ => Vec::new(),
    }
}

/// Starts a run of some checks with what they need, or of all. A run under way is dropped.
pub(in crate::app) fn start_run(model: &mut Model, only: Vec<CheckId>) -> Vec<Effect> {
    let run = model.fresh_id();
    let Some(opened) = model.opened.as_mut() else { return Vec::new() };
    let planned = if only.is_empty() { opened.plan.clone() } else { opened.plan.only(&opened.profile, &only) };
    opened.run = Some(Running { id: run, asking: Vec::new(), done: 0, total: planned.checks.len() });
    opened.poll = None;
    let (profile, evidence) = (Box::new(opened.profile.clone()), Box::new(opened.evidence.clone()));
    vec![Effect::ClearTimer, Effect::RunChecks { run, profile, evidence, only }]
}

/// Drops the run under way, if there is one.
pub(super) fn cancel_run(model: &mut Model) -> Vec<Effect> {
    let ran = model.opened.as_mut().and_then(|opened| opened.run.take());
    ran.map_or_else(Vec::new, |_| vec![Effect::CancelRun])
}

/// A run is over: the selection goes where attention belongs, and what waits is looked at again later.
pub(in crate::app) fn run_ended(model: &mut Model, run: u64, result: Result<Box<Evidence>, Notice>) -> Vec<Effect> {
    let timer = model.fresh_id();
    let now = model.now;
    let Some(opened) = model.opened.as_mut().filter(|opened| opened.run.as_ref().is_some_and(|current| current.id == run)) else {
        model.dirty = false;
        return Vec::new();
    };
    opened.run = None;
    opened.just_done = None;
    match result {
        Ok(evidence) => opened.evidence = *evidence,
        Err(notice) => {
            model.notice = Some(notice);
            return Vec::new();
        }
    }
    let edits = model.stack.iter().any(|screen| matches!(screen, Screen::Edit(_)));
    if opened.follows && !edits {
        opened.attend();
    }
    let mut effects = save_kept(opened);
    if opened.waiting().next().is_some() {
        let after = pause(opened);
        let at = now.checked_add(jiff::SignedDuration::try_from(after).unwrap_or_default()).unwrap_or(now);
        opened.poll = Some(Poll { id: timer, at });
        opened.looks += 1;
        effects.push(Effect::SetTimer { id: timer, after });
    }
    effects.extend(faults::ask_again(model));
    effects
}

/// From 30 s slowing to 5 min; the sandbox's people are quicker (contract 6).
fn pause(opened: &Opened) -> Duration {
    let (first, last) = if opened.profile.environment.is_local() { (1, 30) } else { (30, 300) };
    let doubled = 1_u64.checked_shl(opened.looks.min(16)).unwrap_or(u64::MAX);
    Duration::from_secs(doubled.saturating_mul(first).min(last))
}

/// What must be written after an answer.
pub(super) fn save(opened: &Opened) -> Vec<Effect> {
    let mut effects = vec![Effect::SaveProfile { name: opened.name.clone(), profile: Box::new(opened.profile.clone()) }];
    effects.extend(save_kept(opened));
    effects
}

/// What must be written after the reader moved: the step where the next start begins, if it is another one now.
fn save_if_moved(opened: &Opened, before: Option<StepId>) -> Vec<Effect> {
    if opened.kept().step == before { Vec::new() } else { save_kept(opened) }
}

/// What must be written after a finding.
pub(in crate::app) fn save_kept(opened: &Opened) -> Vec<Effect> {
    vec![Effect::SaveState { profile: Box::new(opened.profile.clone()), kept: Box::new(opened.kept()) }]
}

/// The check that `x`, `o` and `y` are about.
pub(in crate::app) fn selected_check(model: &Model) -> Option<CheckId> {
    if let Some(Screen::Waiting(check) | Screen::Explain(check) | Screen::Letter(check) | Screen::Code(check)) = model.top() {
        return Some(*check);
    }
    let opened = model.opened.as_ref()?;
    let check = match opened.item() {
        Some(Item::Check(check)) if opened.pane == Pane::Step => Some(check),
        _ => opened.open,
    }?;
    opened.finding(check).map(|finding| finding.check)
}

/// The link of the selected finding: its own, else the one its words have.
#[must_use]
pub fn link(model: &Model) -> Option<String> {
    let opened = model.opened.as_ref()?;
    let finding = opened.finding(selected_check(model)?)?;
    finding.link.clone().or_else(|| model.text.finding(&finding.message).link)
}

/// What `y` copies here: the selected answer, else the link.
pub(in crate::app) fn copyable(model: &Model) -> Option<String> {
    let opened = model.opened.as_ref()?;
    match opened.item() {
        Some(Item::Field(field)) if opened.pane == Pane::Step && matches!(model.top(), Some(Screen::Role)) => opened.profile.answer(field),
        _ => link(model),
    }
}

/// The message to send, for the finding that the keys are about.
pub(super) fn show_letter(model: &mut Model) {
    if letter::letter_here(model).is_some()
        && let Some(check) = selected_check(model)
    {
        model.push(Screen::Letter(check));
    }
}

/// `o` opens the link, `y` copies.
pub(super) fn with_link(model: &mut Model, action: Action) -> Vec<Effect> {
    if let (Some(Screen::Letter(check)), Action::Copy) = (model.top(), action) {
        let Some(letter) = letter::letter(model, *check) else { return Vec::new() };
        model.notice = Some(Notice::LetterCopied);
        return vec![Effect::Copy(letter.whole())];
    }
    let wanted = if action == Action::Copy { copyable(model) } else { link(model) };
    match wanted {
        Some(what) if action == Action::Copy => {
            model.notice = Some(Notice::Copied { what: what.clone() });
            vec![Effect::Copy(what)]
        }
        Some(link) => vec![Effect::OpenLink(link)],
        None => Vec::new(),
    }
}

/// `y` on a deed that is done: its ids, which the evidence holds.
pub(super) fn copy_outcome(model: &mut Model) -> Vec<Effect> {
    let Some(opened) = &model.opened else { return Vec::new() };
    let what = match model.top() {
        Some(Screen::Deed(screen)) => match screen.deed {
            DeedId::SendTest => opened.evidence.transfer.as_ref().map(|transfer| transfer.id.to_string()),
            DeedId::Subscribe => opened.evidence.subscriptions.last().map(|subscription| subscription.id.to_string()),
        },
        _ => None,
    };
    let Some(what) = what else { return Vec::new() };
    model.notice = Some(Notice::Copied { what: what.clone() });
    vec![Effect::Copy(what)]
}
