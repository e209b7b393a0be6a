//! The actions of a guide's page, and when one opens by itself.

use super::moving::{moved, scroll};
use super::reading::copy;
use super::{deed, leading, role};
use crate::app::reaction::Reaction;
use crate::app::screens::{GuideKey, GuideScreen, guide_actions, guide_key};
use crate::app::session::{Section, Session};
use crate::app::{Action, Effect, Key, Model, Screen, keymap};
use crate::journey::{CheckId, GuideCopy, GuideMark, GuidePage};

/// Opens the guide of the step that is shown, as the user has asked.
pub(super) fn open(model: &mut Model) -> Reaction {
    let Some(session) = &model.session else { return Reaction::none() };
    let page = match session.focus().section {
        Section::Step(step) => GuidePage::Step(step),
        Section::Ready => GuidePage::Start,
    };
    show(model, page)
}

fn show(model: &mut Model, page: GuidePage) -> Reaction {
    let Some(session) = &model.session else { return Reaction::none() };
    let screen = GuideScreen::asked(page, &model.text, session);
    model.push(Screen::Guide(screen));
    Reaction::redraw()
}

/// The user has come to a step: its guide opens by itself if nothing of it is proven, once.
pub(super) fn come_to(model: &mut Model) {
    let page = model.session.as_mut().and_then(Session::guide_due);
    opens(model, page);
}

/// The user has opened a profile at this step.
pub(super) fn come_to_opened(model: &mut Model) {
    let page = model.session.as_mut().and_then(Session::guide_due_at_opening);
    opens(model, page);
}

/// The program has moved on to another step by itself. Returns whether a guide has opened.
pub(in crate::app) fn arrive(model: &mut Model) -> bool {
    if !matches!(model.top(), Some(Screen::Role)) {
        return false;
    }
    let page = model.session.as_mut().and_then(Session::guide_due_on_arrival);
    opens(model, page);
    page.is_some()
}

fn opens(model: &mut Model, page: Option<GuidePage>) {
    if let Some(page) = page {
        model.push(Screen::Guide(GuideScreen::by_itself(page)));
    }
}

pub(super) fn act(model: &mut Model, action: Action) -> Reaction {
    let (Some(Screen::Guide(screen)), Some(session)) = (model.top(), &model.session) else { return Reaction::none() };
    let screen = *screen;
    let marks = screen.marks(&model.text, session);
    match action {
        Action::Up | Action::Down | Action::First | Action::Last => select(model, screen, action),
        Action::Choose if screen.line.is_none() => do_next(model),
        Action::DoNext => do_next(model),
        Action::Choose => choose(model, &marks),
        Action::OpenLink => open_link(model),
        Action::Copy => copy_named(model),
        Action::NextPage => {
            let page = screen.page.next(session.profile());
            model.pop();
            show(model, page)
        }
        Action::Back => model.back(),
        _ => scroll(model, action),
    }
}

/// Does what comes next, without the guide in the way.
fn do_next(model: &mut Model) -> Reaction {
    let closed = model.back();
    closed.then(leading::act(model))
}

/// Selects another numbered line. Beyond the last one the notes scroll into sight.
fn select(model: &mut Model, screen: GuideScreen, action: Action) -> Reaction {
    let Some(session) = &model.session else { return Reaction::none() };
    let count = guide_actions(screen.page, &model.text, session).len();
    let line = screen.line.map_or(0, |line| moved(line, count, action));
    let scrolls = screen.line == Some(line) || (action == Action::Up && model.scroll > 0);
    if scrolls {
        return scroll(model, action);
    }
    model.scroll = 0;
    if let Some(Screen::Guide(screen)) = model.stack.last_mut() {
        screen.line = Some(line);
    }
    Reaction::redraw()
}

/// Does what the selected line names. What opens a screen of its own takes the guide's place.
fn choose(model: &mut Model, marks: &[GuideMark]) -> Reaction {
    let deed = marks.iter().find_map(|mark| if let GuideMark::Deed(deed) = mark { Some(*deed) } else { None });
    let field = marks.iter().find_map(|mark| if let GuideMark::Field(field) = mark { Some(*field) } else { None });
    match (guide_key(marks), deed, field) {
        (Some(GuideKey::Do), Some(deed), _) => model.back().then(deed::begin(model, deed)),
        (Some(GuideKey::Edit), _, Some(field)) => model.back().then(role::edit_field(model, field)),
        (Some(GuideKey::Check), _, _) => check(model, marks),
        (Some(GuideKey::Open), _, _) => open_link(model),
        (Some(GuideKey::Copy), _, _) => copy_named(model),
        (Some(GuideKey::Do | GuideKey::Edit) | None, _, _) => Reaction::none(),
    }
}

/// Runs the checks that the line names. The guide stays, and shows what they find.
fn check(model: &mut Model, marks: &[GuideMark]) -> Reaction {
    let checks: Vec<CheckId> =
        marks.iter().filter_map(|mark| if let GuideMark::Check(check) = mark { Some(*check) } else { None }).collect();
    let run = model.with_session(|session, ids| session.check(ids, checks));
    Reaction::redraw().with(run.unwrap_or_default())
}

/// Copies what the line names. The public key is read from the file of the private one.
fn copy_named(model: &Model) -> Reaction {
    let Some(session) = &model.session else { return Reaction::none() };
    if model.guide_marks_here().contains(&GuideMark::Copy(GuideCopy::PublicKey)) {
        return Reaction::none().with([Effect::CopyPublicKey(Box::new(session.profile().clone()))]);
    }
    copy(model.guide_copyable_here())
}

fn open_link(model: &Model) -> Reaction {
    model.guide_link_here().map_or(Reaction::none(), |link| Reaction::none().with([Effect::OpenLink(link)]))
}

/// A key that the guide has no use for and the checklist under it has: the guide closes, and the key does there what it does. So a
/// guide that opened by itself is in nobody's way. None if the key is of no use there either.
pub(in crate::app) fn pass(model: &mut Model, key: Key) -> Option<Action> {
    let Some(Screen::Guide(screen)) = model.top() else { return None };
    let (screen, scrolled) = (*screen, model.scroll);
    model.pop();
    let action = keymap::action(model, key);
    if action.is_none() {
        model.push(Screen::Guide(screen));
        model.scroll = scrolled;
    }
    action
}
