//! The actions of the screen where one answer is typed or chosen.

use super::moving::select;
use crate::app::reaction::Reaction;
use crate::app::screens::Edit;
use crate::app::session::{Accepted, Session};
use crate::app::{Action, Model, Screen, WizardMessage};
use crate::journey::{FieldId, Profile, SavedState};

pub(super) fn act(model: &mut Model, action: Action) -> Reaction {
    let Some(Screen::Edit(edit)) = model.stack.last_mut() else { return Reaction::none() };
    match (action, edit.choices()) {
        (Action::Up, None) => edit.pick_above(),
        (Action::Down, None) => edit.pick_below(),
        (Action::Up | Action::Down | Action::First | Action::Last, choices) => {
            return select(&mut edit.choice, choices.map_or(0, <[_]>::len), action);
        }
        (Action::Reveal, _) => edit.reveals = !edit.reveals,
        (Action::Choose, _) => return accept(model, |_| None),
        (Action::Next, _) => return accept(model, Session::select_next_field),
        (Action::Back, _) => return model.back(),
        _ => return Reaction::none(),
    }
    Reaction::redraw()
}

/// Takes the answer if it is valid and opens the field that `next` gives. Without a next field the checks run, since the user is
/// done editing.
fn accept(model: &mut Model, next: impl Fn(&mut Session) -> Option<FieldId>) -> Reaction {
    let (Some(Screen::Edit(edit)), Some(session)) = (model.stack.last(), model.session.as_mut()) else { return Reaction::none() };
    if edit.entry.refused.is_some() {
        return Reaction::say(WizardMessage::NotTaken);
    }
    let password = edit.password();
    // A typed password is no answer: it stands in place of one.
    let answer = if password.is_some() { String::new() } else { edit.answer() };
    let Ok(Accepted { effects, may_run }) = session.answer(edit.field, &answer, model.now) else {
        return Reaction::say(WizardMessage::NotTaken);
    };
    let posted = (edit.field == FieldId::ClientId).then(|| session.note_posted(model.now)).into_iter().flatten();
    let used = (edit.field == FieldId::ClientKeyPassword).then(|| session.use_password(password)).flatten();
    let reaction = Reaction::redraw().with(effects).with(posted).with(used);
    let next = next(session).map(|field| Edit::new(field, session));
    let runs = if next.is_none() && may_run { session.check_by_itself(&mut model.ids) } else { Vec::new() };
    model.pop();
    if let Some(edit) = next {
        model.push(Screen::Edit(edit));
    }
    reaction.with(runs)
}

/// The stored state of the connection that the answers now describe has been read. The checks run unless another answer is being
/// edited.
pub(in crate::app) fn state_read(model: &mut Model, profile: &Profile, state: SavedState) -> Reaction {
    let is_answering = model.is_answering();
    let Some(session) = model.session.as_mut() else { return Reaction::none() };
    if !session.state_read(profile, state) {
        return Reaction::none();
    }
    let runs = if is_answering { Vec::new() } else { session.check_by_itself(&mut model.ids) };
    Reaction::redraw().with(runs)
}
