//! One message in, effects out.

use super::screens::{self, Screen};
use super::{Action, Effect, Key, Leave, Model, Msg, Notice, keymap};
use crate::journey::{CheckId, Finding, plan};

const CALLS_KEPT: usize = 500;

/// Takes in what happened. Sets `model.dirty` when the picture no longer shows what is so.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    if let Msg::Now(now) = msg {
        model.now = now;
        return Vec::new();
    }
    let was_dirty = std::mem::replace(&mut model.dirty, true);
    let effects = take(model, msg);
    model.dirty |= was_dirty;
    effects
}

fn take(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Now(_) => Vec::new(),
        Msg::Resized(size) => {
            model.size = size;
            Vec::new()
        }
        Msg::Key(key) => press(model, key),
        Msg::Pasted(text) => {
            model.notice = None;
            screens::paste(model, &text);
            Vec::new()
        }
        Msg::Tick => {
            model.spin = model.spin.wrapping_add(1);
            model.dirty = model.is_busy();
            Vec::new()
        }
        Msg::Started(begin) => super::start(model, *begin),
        Msg::Profiles(profiles) => {
            model.profiles = profiles;
            model.home = model.home.min(model.home_lines().len().saturating_sub(1));
            Vec::new()
        }
        Msg::Opened { name, result } => match result {
            Ok(read) => screens::open_role(model, name, read.0, read.1),
            Err(notice) => say(model, notice),
        },
        Msg::StateRead { profile, kept } => screens::kept_read(model, &profile, *kept),
        Msg::Saved(Ok(())) => quiet(model),
        Msg::Saved(Err(notice)) | Msg::Changed(Ok(notice) | Err(notice)) => say(model, notice),
        Msg::CheckStarted { run, check } => check_started(model, run, check),
        Msg::CheckFound { run, finding } => check_found(model, run, *finding),
        Msg::RunEnded { run, result } => screens::run_ended(model, run, result),
        Msg::Called(call) => called(model, *call),
        Msg::Previewed { id, result } => {
            screens::deed_previewed(model, id, result);
            Vec::new()
        }
        Msg::DeedWent { id, progress } => screens::deed_went(model, id, *progress),
        Msg::DeedEnded { id, result } => screens::deed_ended(model, id, result),
        Msg::NotBegun { id, notice } => not_begun(model, id, notice),
        Msg::Filled { id, profile, notice } => filled(model, id, *profile, notice),
        Msg::FaultsTold { id, result } => screens::faults_told(model, id, result.map(|faults| *faults)),
        Msg::FaultsChanged { id, result } => screens::faults_changed(model, id, result),
        Msg::SandboxAt(origin) => {
            if let Some(opened) = &mut model.opened {
                model.dirty = opened.sandbox.as_ref() != Some(&origin);
                opened.sandbox = Some(origin);
            }
            Vec::new()
        }
        Msg::Timer(id) => timer(model, id),
        Msg::LinkOpened { link, taken: true } => say(model, Notice::LinkOpened { link }),
        Msg::LinkOpened { link, taken: false } => say(model, Notice::LinkNotOpened { link }),
        Msg::Panicked(what) => panicked(model, what),
        Msg::Leave(leave) => quit(model, leave),
        Msg::Continued => vec![Effect::Repaint],
    }
}

/// Whatever ran has ended without a word: nothing may turn for ever.
fn panicked(model: &mut Model, what: String) -> Vec<Effect> {
    if let Some(opened) = &mut model.opened {
        opened.run = None;
        opened.filling = None;
    }
    model.stack.retain(|screen| !screen.is_busy());
    say(model, Notice::Panicked { what })
}

fn say(model: &mut Model, notice: Notice) -> Vec<Effect> {
    model.notice = Some(notice);
    Vec::new()
}

fn quiet(model: &mut Model) -> Vec<Effect> {
    model.dirty = false;
    Vec::new()
}

fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    let told = model.notice.take().is_some();
    let Some(action) = keymap::action(model, key) else {
        screens::type_key(model, key);
        model.dirty |= told;
        return Vec::new();
    };
    match action {
        Action::Leave => quit(model, Leave::Asked),
        Action::Repaint => vec![Effect::Repaint],
        Action::Suspend => vec![Effect::Suspend],
        Action::Help => {
            model.push(Screen::Help);
            Vec::new()
        }
        _ => {
            let effects = screens::act(model, action);
            model.dirty |= told;
            effects
        }
    }
}

/// Everything said so far was saved as it was said; what the reader looks at is kept too.
fn quit(model: &mut Model, leave: Leave) -> Vec<Effect> {
    model.leaving = Some(leave);
    let mut effects = model.opened.as_ref().map_or_else(Vec::new, screens::save_kept);
    effects.push(Effect::Quit(leave));
    effects
}

fn check_started(model: &mut Model, run: u64, check: CheckId) -> Vec<Effect> {
    match model.opened.as_mut().and_then(|opened| opened.run.as_mut()).filter(|current| current.id == run) {
        Some(current) => {
            current.asking.push(check);
            Vec::new()
        }
        None => quiet(model),
    }
}

fn check_found(model: &mut Model, run: u64, finding: Finding) -> Vec<Effect> {
    let Some(opened) = model.opened.as_mut() else { return quiet(model) };
    let Some(current) = opened.run.as_mut().filter(|current| current.id == run) else { return quiet(model) };
    current.asking.retain(|check| *check != finding.check);
    current.done = (current.done + 1).min(current.total);
    opened.renewed.insert(finding.check);
    match opened.findings.iter_mut().find(|old| old.check == finding.check) {
        Some(old) => *old = finding,
        None => opened.findings.push(finding),
    }
    screens::save_kept(opened)
}

fn called(model: &mut Model, call: crate::values::Call) -> Vec<Effect> {
    let shown = matches!(model.top(), Some(Screen::Traffic));
    let Some(opened) = model.opened.as_mut() else { return quiet(model) };
    if opened.calls.len() == CALLS_KEPT {
        opened.calls.remove(0);
    }
    opened.calls.push(call);
    // The first call brings `t` into the footer.
    model.dirty = shown || opened.calls.len() == 1;
    Vec::new()
}

fn not_begun(model: &mut Model, id: u64, notice: Notice) -> Vec<Effect> {
    let filled = model.opened.as_mut().is_some_and(|opened| opened.filling == Some(id) && opened.filling.take().is_some());
    let deeds = model.stack.len();
    model.stack.retain(|screen| !matches!(screen, Screen::Deed(deed) if deed.id == id));
    if filled || model.stack.len() < deeds { say(model, notice) } else { quiet(model) }
}

fn filled(model: &mut Model, id: u64, profile: crate::journey::Profile, notice: Notice) -> Vec<Effect> {
    let Some(opened) = model.opened.as_mut().filter(|opened| opened.filling == Some(id)) else { return quiet(model) };
    opened.filling = None;
    opened.plan = plan(&profile);
    opened.profile = profile;
    opened.findings.clear();
    opened.follows = true;
    opened.attend();
    model.notice = Some(notice);
    let Some(opened) = &model.opened else { return Vec::new() };
    let mut effects = vec![Effect::SaveProfile { name: opened.name.clone(), profile: Box::new(opened.profile.clone()) }];
    effects.extend(screens::auto_run(model));
    effects
}

/// Time to look again at what is waited for.
fn timer(model: &mut Model, id: u64) -> Vec<Effect> {
    let Some(opened) = model.opened.as_ref() else { return quiet(model) };
    if opened.run.is_some() || opened.poll.as_ref().is_none_or(|poll| poll.id != id) {
        return quiet(model);
    }
    // A deed on its way does not want company: later.
    if model.stack.iter().any(Screen::is_busy) {
        model.dirty = false;
        return vec![Effect::SetTimer { id, after: std::time::Duration::from_secs(5) }];
    }
    let waiting: Vec<CheckId> = opened.waiting().map(|(check, _)| check).collect();
    if waiting.is_empty() { quiet(model) } else { screens::start_run(model, waiting) }
}
