//! Handles one message: changes the model and returns the effects to run.

use super::reaction::Reaction;
use super::screens::{Reading, Screen};
use super::{Action, Effect, Ids, Key, Leave, Model, Msg, Notice, Session, WizardMessage, actions, keymap};
use crate::values::Call;
use std::time::Duration;

/// How long a look at the waiting checks is put off while the user waits for a preview, a deed or the sandbox's faults.
const LATER: Duration = Duration::from_secs(5);

/// Handles one message. Sets `model.dirty` if something on screen has changed.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let Reaction { changed, notice, effects } = react(model, msg);
    model.notice = notice.or(model.notice.take());
    model.dirty |= changed;
    model.dirty |= actions::arrive(model);
    effects
}

fn react(model: &mut Model, msg: Msg) -> Reaction {
    match msg {
        Msg::Now(now) => {
            model.now = now;
            if let Some(session) = &mut model.session {
                session.now = now;
            }
            Reaction::none()
        }
        Msg::Resized(size) => {
            model.size = size;
            Reaction::redraw()
        }
        Msg::Key(key) => press(model, key),
        Msg::Pasted(text) => Reaction::redraw_if(model.notice.take().is_some()).then(actions::paste(model, &text)),
        Msg::Tick => {
            model.spin = model.spin.wrapping_add(1);
            Reaction::redraw_if(model.is_busy())
        }
        Msg::Started(begin) => actions::start(model, *begin),
        Msg::Profiles(profiles) => {
            model.profiles = profiles;
            model.home = model.home.min(model.home_lines().len().saturating_sub(1));
            Reaction::redraw()
        }
        Msg::Opened { name, result: Ok(read) } => actions::open(model, name, read.0, read.1),
        Msg::Opened { result: Err(message), .. } => Reaction::say(message),
        Msg::StateRead { profile, state } => actions::state_read(model, &profile, *state),
        Msg::ProfileMerged { name, given, merged } => in_session(model, |session, _| session.profile_merged(&name, &given, &merged)),
        Msg::StateMerged { profile, merged } => in_session(model, |session, _| session.state_merged(&profile, *merged)),
        Msg::Told(message) => Reaction::say(message),
        Msg::Unkept(problems) => {
            let is_saved = problems.is_empty() && !model.unkept.is_empty();
            model.unkept = problems;
            if is_saved { Reaction::say(WizardMessage::SavedNow) } else { Reaction::redraw() }
        }
        Msg::Changed(notice) => Reaction::say(notice),
        Msg::CheckStarted { run, check } => in_session(model, |session, _| session.check_started(run, check)),
        Msg::CheckFound { run, finding } => in_session(model, |session, _| session.check_found(run, *finding)),
        Msg::RunEnded { run, result } => {
            let (now, is_answering) = (model.now, model.is_answering());
            in_session(model, |session, ids| session.run_ended(ids, run, result.map(|evidence| *evidence), now, is_answering))
        }
        Msg::Called(call) => called(model, *call),
        Msg::Previewed { id, result } => actions::deed_previewed(model, id, result),
        Msg::DeedWent { id, progress } => {
            let now = model.now;
            in_session(model, |session, _| session.deed_went(id, *progress, now))
        }
        Msg::DeedEnded { id, result } => actions::deed_ended(model, id, result),
        Msg::NotBegun { id, message } => actions::not_begun(model, id, message),
        Msg::Filled { id, profile, notice } => in_session(model, |session, ids| session.filled(ids, id, *profile, notice)),
        Msg::TokenTold { id, answer } => actions::token_told(model, id, *answer),
        Msg::FaultsTold { id, result } => actions::faults_told(model, id, result.map(|faults| *faults)),
        Msg::FaultsChanged { id, result } => actions::faults_changed(model, id, result),
        Msg::Choices { id, result } => actions::choices_told(model, id, result),
        Msg::PathSeen { typed, look } => actions::path_seen(model, &typed, look),
        Msg::SandboxAt(origin) => in_session(model, |session, _| Reaction::redraw_if(session.sandbox_answers_at(origin))),
        Msg::PublicKey(Ok(key)) => Reaction::say(WizardMessage::PublicKeyCopied).with([Effect::Copy(key)]),
        Msg::PublicKey(Err(message)) => Reaction::say(message),
        Msg::Timer(id) => timer(model, id),
        Msg::LinkOpened { link, taken } if link.starts_with("mailto:") => {
            Reaction::say(if taken { WizardMessage::MailOpened } else { WizardMessage::MailNotOpened })
        }
        Msg::LinkOpened { link, taken: true } => Reaction::say(WizardMessage::LinkOpened { link }),
        Msg::LinkOpened { link, taken: false } => Reaction::say(WizardMessage::LinkNotOpened { link }),
        Msg::Panicked(what) => panicked(model, what),
        Msg::Leave(leave) => quit(model, leave),
        Msg::Continued => Reaction::redraw().with([Effect::Repaint]),
    }
}

/// Passes an event to the open profile. Does nothing if none is open.
fn in_session(model: &mut Model, take: impl FnOnce(&mut Session, &mut Ids) -> Reaction) -> Reaction {
    model.with_session(take).unwrap_or_default()
}

fn press(model: &mut Model, key: Key) -> Reaction {
    let notice_cleared = Reaction::redraw_if(model.notice.take().is_some());
    let screens = model.stack.len();
    let action = keymap::action(model, key).or_else(|| actions::pass_by_guide(model, key));
    let Some(action) = action else {
        return notice_cleared.then(actions::type_key(model, key).unwrap_or_else(|| unused(model, key)));
    };
    let guide_closed = Reaction::redraw_if(model.stack.len() != screens);
    notice_cleared.then(guide_closed).then(match action {
        Action::Leave => quit(model, Leave::Asked),
        Action::Repaint => Reaction::redraw().with([Effect::Repaint]),
        Action::Suspend => Reaction::redraw().with([Effect::Suspend]),
        Action::Help => {
            model.push(Screen::Reading(Reading::Help));
            Reaction::redraw()
        }
        _ => actions::act(model, action),
    })
}

/// Says that a key does nothing here, so that nobody presses it again and again.
fn unused(model: &Model, key: Key) -> Reaction {
    if key == Key::Enter
        && matches!(model.top(), Some(Screen::Role | Screen::Guide(_)))
        && model.session.as_ref().is_some_and(Session::is_checking)
    {
        return Reaction::say(WizardMessage::StillChecking);
    }
    let has_help = keymap::action(model, Key::Char('?')) == Some(Action::Help);
    Reaction::say(Notice::Unused { key, has_help })
}

/// A task panicked, so its result will never come. Ends the work and closes the screens that wait, or the spinner would turn for
/// ever.
fn panicked(model: &mut Model, what: String) -> Reaction {
    if let Some(session) = &mut model.session {
        session.work_is_lost();
    }
    model.stack.retain(|screen| !screen.is_busy());
    model.stack.iter_mut().for_each(Screen::answer_is_lost);
    Reaction::say(WizardMessage::Panicked { what })
}

/// Ends the program. The answers were saved as they were given, so only the state is saved here.
fn quit(model: &mut Model, leave: Leave) -> Reaction {
    model.leaving = Some(leave);
    let save = model.session.as_ref().map(Session::save_state);
    Reaction::redraw().with(save).with([Effect::Quit(leave)])
}

fn called(model: &mut Model, call: Call) -> Reaction {
    let is_shown = matches!(model.top(), Some(Screen::Reading(Reading::Traffic) | Screen::Sift(_)));
    in_session(model, |session, _| {
        session.called(call);
        // With the first call `t` appears in the footer.
        Reaction::redraw_if(is_shown || session.calls().count() == 1)
    })
}

/// Runs the waiting checks again when their timer has run out. Put off while a screen waits for its own answer, so that a run does
/// not interfere with it.
fn timer(model: &mut Model, id: u64) -> Reaction {
    let is_asked = model.stack.iter().any(Screen::is_busy);
    in_session(model, |session, ids| match (session.is_next_look(id), is_asked) {
        (false, _) => Reaction::none(),
        (true, true) => Reaction::none().with([Effect::SetTimer { id, after: LATER }]),
        (true, false) => session.look_again(ids),
    })
}
