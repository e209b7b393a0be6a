//! The actions of the screen where one answer is typed or chosen.

use super::moving::select;
use crate::app::reaction::Reaction;
use crate::app::screens::Edit;
use crate::app::session::{Accepted, FieldList, Session};
use crate::app::{Action, Effect, Model, Screen, WizardMessage};
use crate::journey::{Choice, FieldId, NoChoices, Profile, SavedState};
use crate::values::{Invalid, PathLook};

pub(super) fn act(model: &mut Model, action: Action) -> Reaction {
    let profile = model.session.as_ref().map(Session::profile);
    let Some(Screen::Edit(edit)) = model.stack.last_mut() else { return Reaction::none() };
    let is_needed = profile.is_some_and(|profile| edit.field.is_required(profile) && profile.answer(edit.field).is_none());
    match (action, edit.choices()) {
        (Action::Up, None) => edit.pick_above(),
        (Action::Down, None) => edit.pick_below(),
        (Action::PageUp | Action::PageDown, None) => edit.pick_page(action),
        (Action::Up | Action::Down | Action::First | Action::Last, choices) => {
            return select(&mut edit.choice, choices.map_or(0, <[_]>::len), action);
        }
        (Action::Reveal, _) => edit.reveals = !edit.reveals,
        // Of an empty line with a list above it a value is meant, not that there is none.
        (Action::Choose, None) if is_needed && edit.needs_choice() => edit.pick_below(),
        (Action::Choose, None) if is_needed && edit.is_empty() => edit.entry.refused = Some(Invalid::Empty),
        (Action::Choose, _) => {
            let field = edit.field;
            let is_new = profile.is_some_and(|profile| profile.answer(field).is_none());
            return accept(model, |session| if is_new { go_on(session, field) } else { None });
        }
        (Action::Next, None) if edit.can_complete() => {
            edit.complete();
            let looks = look(edit);
            return Reaction::redraw().with(looks);
        }
        (Action::Next, _) => return accept(model, Session::select_next_field),
        (Action::Back, _) => return close(model),
        _ => return Reaction::none(),
    }
    Reaction::redraw()
}

/// What is published is asked for in one go.
fn go_on(session: &mut Session, field: FieldId) -> Option<FieldId> {
    let next = session.then_to_publish(field)?;
    session.go_to_field(next);
    Some(next)
}

/// The line has changed: the list is narrowed, and the path in it is looked at.
pub(super) fn typed(model: &mut Model) -> Option<Effect> {
    let Some(Screen::Edit(edit)) = model.stack.last_mut() else { return None };
    edit.pick_what_fits();
    edit.stays();
    look(edit)
}

/// A text was pasted into the line.
pub(super) fn pasted(model: &mut Model) -> Option<Effect> {
    let Some(Screen::Edit(edit)) = model.stack.last_mut() else { return None };
    // A pasted text is whole: it means no part of an offer.
    edit.picked = None;
    look(edit)
}

fn look(edit: &mut Edit) -> Option<Effect> {
    edit.look().map(|(typed, path)| Effect::LookAtPath { typed, path })
}

/// What is at the path in the line was seen.
pub(in crate::app) fn path_seen(model: &mut Model, typed: &str, look: PathLook) -> Reaction {
    let Some(Screen::Edit(edit)) = model.stack.last_mut() else { return Reaction::none() };
    let again = edit.path_seen(typed, look).map(|(typed, path)| Effect::LookAtPath { typed, path });
    Reaction::redraw().with(again)
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
    let answer = if password.is_some() { String::new() } else { edit.answer_from(&model.folder, model.home_folder.as_deref()) };
    let Ok(Accepted { effects, may_run }) = session.answer(edit.field, &answer, model.now) else {
        return Reaction::say(WizardMessage::NotTaken);
    };
    let posted = (edit.field == FieldId::ClientId).then(|| session.note_posted(model.now)).into_iter().flatten();
    let used = (edit.field == FieldId::ClientKeyPassword).then(|| session.use_password(password)).flatten();
    let reaction = Reaction::redraw().with(effects).with(posted).with(used);
    let next = next(session);
    let runs = if next.is_none() && may_run { session.check_by_itself(&mut model.ids) } else { Vec::new() };
    let reaction = reaction.then(close(model)).with(runs);
    match next {
        Some(field) => reaction.then(open(model, field)),
        None => reaction,
    }
}

/// Opens a field, and asks for the list of its values where a service can tell them.
pub(super) fn open(model: &mut Model, field: FieldId) -> Reaction {
    let now = model.now;
    let opened = model.with_session(|session, ids| {
        let (lists, asks) = session.lists(field, ids, now);
        (Edit::new(field, session, lists), asks)
    });
    let Some((edit, asks)) = opened else { return Reaction::none() };
    model.push(Screen::Edit(edit));
    Reaction::redraw().with(asks)
}

/// Closes the field. A list on its way is not waited for.
fn close(model: &mut Model) -> Reaction {
    let asked = matches!(model.top(), Some(Screen::Edit(edit)) if edit.lists.is_asked());
    model.back().with(asked.then_some(Effect::CancelChoices))
}

/// The list of a field's values has come, or why there is none. Dropped if the field was left.
pub(in crate::app) fn choices_told(model: &mut Model, id: u64, result: Result<Vec<Choice>, NoChoices>) -> Reaction {
    let now = model.now;
    let edit = model.stack.iter_mut().find_map(|screen| match screen {
        Screen::Edit(edit) if edit.lists.waits_for(id) => Some(edit),
        _ => None,
    });
    let (Some(edit), Some(session)) = (edit, model.session.as_mut()) else { return Reaction::none() };
    let picked = edit.picked.and_then(|picked| edit.fitting().get(picked).map(|choice| choice.value.clone()));
    match result {
        Ok(told) => edit.lists.take(session.list_told(edit.field, told, now)),
        Err(why) => edit.lists.list = FieldList::NotTold(why),
    }
    // What was selected before stays selected.
    edit.picked = picked.and_then(|value| edit.fitting().iter().position(|choice| choice.value == value));
    Reaction::redraw()
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
