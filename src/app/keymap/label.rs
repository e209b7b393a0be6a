//! What the footer and help call an action: ids under `keys` and `keys-long` in `screens.ftl`.

use super::Action as A;
use crate::app::screens::{DeedScreen, GuideKey, Reading, Stage, guide_key};
use crate::app::{Action, Item, Model, Pane, Screen, Session};
use crate::journey::Errand;

/// The footer's label for an action, which depends on the screen and on what is selected: an id under `keys` in `screens.ftl`.
pub(super) fn label(model: &Model, action: Action) -> &'static str {
    match (model.top(), action) {
        (Some(Screen::Role), A::Choose) if model.session.as_ref().is_some_and(Session::leads_here) => "do-next",
        (Some(Screen::Role), A::Choose) => choose_label(model),
        (Some(Screen::HaveClient(_)), A::Choose) => "choose",
        (Some(Screen::Guide(_)), A::Choose) => match guide_key(&model.guide_marks_here()) {
            None => "do-next",
            Some(GuideKey::Do) => "show",
            Some(GuideKey::Edit) => "edit",
            Some(GuideKey::Check) => "check",
            Some(GuideKey::Open) => "open-link",
            Some(GuideKey::Copy) => "copy",
        },
        (Some(Screen::Guide(_)), A::Back) => "close",
        (Some(Screen::Errand(errand)), A::Choose) => match errand.errand {
            Errand::MakeClient => "client-id",
            Errand::AddScopes | Errand::CompareClient | Errand::Approve => "done",
        },
        (Some(Screen::Errand(errand)), A::Copy) if errand.errand == Errand::MakeClient => "copy-key",
        (Some(Screen::Role), A::Check) if model.session.as_ref().is_some_and(Session::is_checking) => "stop",
        (Some(Screen::Role), A::SetAside) if is_set_aside(model) => "take-up",
        (Some(Screen::Role), A::Back) => "home",
        (Some(Screen::Naming(_) | Screen::Edit(_) | Screen::Sift(_)), A::Choose) => "accept",
        (Some(Screen::Naming(_) | Screen::Edit(_) | Screen::Remove(_) | Screen::Find(_) | Screen::Sift(_)), A::Back) => "cancel",
        (Some(Screen::Edit(edit)), A::Next) if edit.can_complete() => "complete",
        (Some(Screen::Edit(_)), A::Next) => "next-field",
        (Some(Screen::Edit(_)), A::Down) => "found",
        (Some(Screen::Deed(DeedScreen { bodies: true, .. })), A::Body) => "no-body",
        (Some(Screen::Deed(deed)), A::Anew) if deed.options.anew => "go-on",
        (Some(Screen::Remove(_)), A::Choose) => "remove",
        (Some(Screen::Token(token)), A::Exchange) if token.wanted.exchange => "not-exchange",
        (Some(Screen::Token(token)), A::Back) if token.entry.is_some() || token.asking.is_some() => "cancel",
        (Some(Screen::Token(_)), A::Choose) => "read",
        (Some(Screen::LookUp(_)), A::Choose) => "explain",
        (Some(Screen::LookUp(_)), A::Copy) => "copy-letter",
        (Some(Screen::Faults(faults)), A::Choose) => match faults.selected() {
            Some(name) if faults.setting().is_none() && faults.is_set(name) => "clear",
            _ => "set",
        },
        (Some(Screen::Letter(letter)), A::Choose) if letter.typing.is_none() => "sent",
        (Some(Screen::Letter(_)), A::Choose) => "accept",
        (Some(Screen::Letter(letter)), A::Back) if letter.typing.is_some() => "cancel",
        (Some(Screen::Letter(_)), A::OpenLink) => "mail",
        (Some(Screen::Letter(_)), A::Edit) => "contact",
        (Some(Screen::Waiting(waiting)), A::Choose) if waiting.reason.is_some() => "accept",
        (Some(Screen::Waiting(waiting)), A::Choose) => {
            let has_choices = model.session.as_ref().is_some_and(|session| !session.waiting_choices(waiting.check).is_empty());
            if has_choices { "choose" } else { "close" }
        }
        (Some(Screen::Reading(Reading::Exchange(_))), A::Copy) => "copy-curl",
        (Some(Screen::Roles(_)), A::Choose) => "choose",
        (Some(Screen::Deed(deed)), A::Choose) => match &deed.stage {
            Stage::Preview(preview) if preview.goes_on() => "go-on",
            Stage::Whom(_) | Stage::Sizing { .. } => "accept",
            Stage::Which { .. } => "choose",
            Stage::Preview(_) | Stage::Typing { .. } => "do-it",
            Stage::Done(..) if model.session.as_ref().and_then(Session::due).is_some() => "next-deed",
            Stage::Done(..) | Stage::Stopped(..) | Stage::Asking | Stage::Running => "close",
        },
        (Some(Screen::Deed(deed)), A::Back) => match deed.stage {
            Stage::Whom(_) | Stage::Which { .. } | Stage::Preview(_) | Stage::Sizing { .. } => "cancel",
            Stage::Typing { .. } | Stage::Asking => "cancel",
            Stage::Running => "stop",
            Stage::Done(..) | Stage::Stopped(..) => "close",
        },
        _ => general(action),
    }
}

fn is_set_aside(model: &Model) -> bool {
    model.session.as_ref().is_some_and(|session| session.profile().events.set_aside.is_some())
}

fn choose_label(model: &Model) -> &'static str {
    let Some(session) = &model.session else { return "open" };
    match session.item() {
        _ if session.focus().pane == Pane::Steps => "open",
        Some(Item::Fill(_)) => "fill",
        Some(Item::Deed(_)) => "show",
        Some(Item::Field(_)) => "edit",
        Some(Item::Check(check)) if session.focus().open == Some(check) => {
            if session.awaits(check) {
                "waiting"
            } else {
                "fold"
            }
        }
        Some(Item::Check(_)) | None => "open",
    }
}

/// The label of an action that holds on every screen.
pub(super) const fn general(action: Action) -> &'static str {
    match action {
        A::Up => "up",
        A::Down => "down",
        A::First => "first",
        A::Last => "last",
        A::PageUp => "page-up",
        A::PageDown => "page-down",
        A::Left => "left",
        A::Right => "right",
        A::Choose => "open",
        A::Back => "back",
        A::Next => "next",
        A::DoNext => "do-next",
        A::AllNext => "all-next",
        A::CopyScopes => "copy-scopes",
        A::Check => "check",
        A::Edit => "edit",
        A::Do => "do",
        A::OpenLink => "open-link",
        A::Copy => "copy",
        A::SetAside => "set-aside",
        A::Letter => "letter",
        A::Save => "save",
        A::Language => "language",
        A::Address => "address",
        A::Code => "code",
        A::Body => "body",
        A::Size => "size",
        A::Anew => "anew",
        A::Traffic => "traffic",
        A::Guide => "guide",
        A::NextPage => "next-page",
        A::Plan => "plan",
        A::Faults => "faults",
        A::Once => "once",
        A::ClearAll => "clear-all",
        A::Explain => "explain",
        A::LookUp => "look-up",
        A::Token => "token",
        A::Exchange => "exchange",
        A::Fetch => "fetch",
        A::Inspect => "inspect",
        A::Help => "help",
        A::New => "new",
        A::Rename => "rename",
        A::Find => "find",
        A::Remove => "remove",
        A::Reveal => "reveal",
        A::Quit => "quit",
        A::Leave => "leave",
        A::Repaint => "repaint",
        A::Suspend => "suspend",
        A::Pick(1) => "pick-1",
        A::Pick(2) => "pick-2",
        A::Pick(_) => "pick-3",
        A::Step(_) => "step",
    }
}
