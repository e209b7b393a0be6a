//! One message in, effects out.

use super::reaction::Reaction;
use super::screens::{Reading, Screen};
use super::{Action, Effect, Ids, Key, Leave, Model, Msg, Session, WizardMessage, actions, keymap};
use crate::values::Call;
use std::time::Duration;

/// How long a look at what waits is put off while a question of the reader's is under way.
const LATER: Duration = Duration::from_secs(5);

/// Takes in what happened. Sets `model.dirty` where the picture no longer shows what is so.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let Reaction { changed, notice, effects } = react(model, msg);
    model.notice = notice.or(model.notice.take());
    model.dirty |= changed;
    effects
}

fn react(model: &mut Model, msg: Msg) -> Reaction {
    match msg {
        Msg::Now(now) => {
            model.now = now;
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
        Msg::Told(message) => Reaction::say(message),
        Msg::Changed(notice) => Reaction::say(notice),
        Msg::CheckStarted { run, check } => in_session(model, |session, _| session.check_started(run, check)),
        Msg::CheckFound { run, finding } => in_session(model, |session, _| session.check_found(run, *finding)),
        Msg::RunEnded { run, result } => {
            let (now, is_answering) = (model.now, model.is_answering());
            in_session(model, |session, ids| session.run_ended(ids, run, result.map(|evidence| *evidence), now, is_answering))
        }
        Msg::Called(call) => called(model, *call),
        Msg::Previewed { id, result } => actions::deed_previewed(model, id, result),
        Msg::DeedWent { id, progress } => in_session(model, |session, _| session.deed_went(id, *progress)),
        Msg::DeedEnded { id, result } => actions::deed_ended(model, id, result),
        Msg::NotBegun { id, message } => actions::not_begun(model, id, message),
        Msg::Filled { id, profile, notice } => in_session(model, |session, ids| session.filled(ids, id, *profile, notice)),
        Msg::FaultsTold { id, result } => actions::faults_told(model, id, result.map(|faults| *faults)),
        Msg::FaultsChanged { id, result } => actions::faults_changed(model, id, result),
        Msg::SandboxAt(origin) => in_session(model, |session, _| Reaction::redraw_if(session.sandbox_answers_at(origin))),
        Msg::Timer(id) => timer(model, id),
        Msg::LinkOpened { link, taken: true } => Reaction::say(WizardMessage::LinkOpened { link }),
        Msg::LinkOpened { link, taken: false } => Reaction::say(WizardMessage::LinkNotOpened { link }),
        Msg::Panicked(what) => panicked(model, what),
        Msg::Leave(leave) => quit(model, leave),
        Msg::Continued => Reaction::redraw().with([Effect::Repaint]),
    }
}

/// What comes of it for the open profile; nothing where none is open.
fn in_session(model: &mut Model, take: impl FnOnce(&mut Session, &mut Ids) -> Reaction) -> Reaction {
    model.with_session(take).unwrap_or_default()
}

fn press(model: &mut Model, key: Key) -> Reaction {
    let was_told = Reaction::redraw_if(model.notice.take().is_some());
    let Some(action) = keymap::action(model, key) else { return was_told.then(actions::type_key(model, key)) };
    was_told.then(match action {
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

/// Whatever ran has ended without a word: nothing may turn for ever.
fn panicked(model: &mut Model, what: String) -> Reaction {
    if let Some(session) = &mut model.session {
        session.work_is_lost();
    }
    model.stack.retain(|screen| !screen.is_busy());
    Reaction::say(WizardMessage::Panicked { what })
}

/// Everything said so far was saved as it was said; what the reader looks at is kept too.
fn quit(model: &mut Model, leave: Leave) -> Reaction {
    model.leaving = Some(leave);
    let save = model.session.as_ref().map(Session::save_state);
    Reaction::redraw().with(save).with([Effect::Quit(leave)])
}

fn called(model: &mut Model, call: Call) -> Reaction {
    let is_shown = matches!(model.top(), Some(Screen::Reading(Reading::Traffic)));
    in_session(model, |session, _| {
        session.called(call);
        // The first call brings `t` into the footer.
        Reaction::redraw_if(is_shown || session.calls().count() == 1)
    })
}

/// Time to look again at what is waited for. A question of the reader's does not want company: later.
fn timer(model: &mut Model, id: u64) -> Reaction {
    let is_asked = model.stack.iter().any(Screen::is_busy);
    in_session(model, |session, ids| match (session.is_next_look(id), is_asked) {
        (false, _) => Reaction::none(),
        (true, true) => Reaction::none().with([Effect::SetTimer { id, after: LATER }]),
        (true, false) => session.look_again(ids),
    })
}
