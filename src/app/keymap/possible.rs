//! Whether an action would do something right now. If not, its key does nothing and the footer leaves it out.

use super::Action as A;
use crate::app::screens::{GuideKey, GuideScreen, LookedUp, Reading, Stage, guide_key};
use crate::app::{Action, Item, Model, Pane, Screen, Section};
use crate::journey::{Acting, Errand, FillPreset, GuideCopy, GuideMark, StepId};

pub(super) fn is_possible(model: &Model, action: Action) -> bool {
    match model.top() {
        None => match action {
            A::Rename | A::Remove | A::New => model.home_name().is_some(),
            A::Find => model.profiles.len() > 1,
            A::Explain => model.home_listed().is_some_and(|listed| listed.profile.is_ok() && !listed.state.findings.is_empty()),
            _ => true,
        },
        Some(Screen::Role) => is_possible_on_role(model, action),
        Some(Screen::Edit(edit)) => match action {
            A::Reveal => edit.is_masked() || edit.reveals,
            // The last value stays selected.
            A::Down if edit.choices().is_none() => edit.picked.map_or(0, |picked| picked + 1) < edit.fitting().len(),
            A::Up | A::Down | A::PageUp | A::PageDown => edit.choices().is_some() || !edit.fitting().is_empty(),
            _ => true,
        },
        Some(Screen::Deed(screen)) => match (action, &screen.stage) {
            (A::Choose, Stage::Asking | Stage::Running) => false,
            (A::Copy, _) => model.session.as_ref().is_some_and(|session| screen.to_copy(session.findings().evidence()).is_some()),
            (A::OpenLink | A::Code, _) => screen.link().is_some(),
            (A::Size, _) => screen.may_be_sized(),
            (A::Anew, _) => screen.may_begin_anew(),
            (A::Body, stage) => matches!(stage, Stage::Preview(shown) if !shown.bodies.is_empty()),
            _ => true,
        },
        Some(Screen::Reading(Reading::Explain(_) | Reading::Code(_)) | Screen::Waiting(_)) => match action {
            A::Copy | A::OpenLink | A::Code => model.link_here().is_some(),
            A::Letter => model.letter_here().is_some(),
            _ => true,
        },
        Some(Screen::LookUp(look_up)) => match action {
            A::Choose => !look_up.entry.text().trim().is_empty() && !look_up.answer.as_ref().is_some_and(LookedUp::is_nothing),
            A::Copy => look_up.unknown().is_some(),
            A::Up | A::Down | A::PageUp | A::PageDown => look_up.answer.is_some(),
            _ => true,
        },
        Some(Screen::Token(token)) => match action {
            A::Choose => token.entry.as_ref().is_some_and(|entry| !entry.text().trim().is_empty()),
            A::Exchange | A::Fetch | A::Inspect => token.asking.is_none(),
            A::Explain => model.session.as_ref().is_some_and(|session| token.check(session.profile(), model.now).is_some()),
            A::Traffic => model.session.as_ref().is_some_and(|session| session.calls().count() > 0),
            _ => true,
        },
        Some(Screen::Find(_)) => match action {
            A::Choose => !model.home_lines().is_empty(),
            _ => true,
        },
        Some(Screen::Letter(screen)) => match action {
            A::Choose => screen.noting.is_none(),
            A::Explain => {
                model.check_here().is_some_and(|check| model.session.as_ref().is_some_and(|session| session.finding(check).is_some()))
            }
            A::Code => model.link_here().is_some(),
            _ => true,
        },
        Some(Screen::Faults(faults)) => match action {
            A::Choose => faults.told.is_some() && (faults.setting().is_some() || faults.selected().is_some()),
            A::Once => faults.setting().is_none() && faults.selected().is_some(),
            A::ClearAll => !faults.set().is_empty(),
            _ => true,
        },
        Some(Screen::Reading(Reading::Listed | Reading::AllNext | Reading::Plan | Reading::Help) | Screen::Sift(_)) => true,
        Some(Screen::Reading(Reading::Traffic)) => match action {
            A::Copy | A::Choose => model.session.as_ref().is_some_and(|session| session.calls().fitting().next().is_some()),
            _ => true,
        },
        Some(Screen::Reading(Reading::Exchange(number))) => match action {
            A::Copy => model.session.as_ref().is_some_and(|session| session.calls().of(*number).is_some()),
            _ => true,
        },
        Some(Screen::Guide(screen)) => is_possible_in_guide(model, *screen, action),
        Some(Screen::Errand(screen)) => match action {
            A::OpenLink => model.link_here().is_some(),
            A::Code => screen.errand == Errand::Approve && model.link_here().is_some(),
            A::CopyScopes => matches!(screen.errand, Errand::MakeClient),
            _ => true,
        },
        Some(Screen::Roles(_) | Screen::Naming(_) | Screen::Remove(_) | Screen::HaveClient(_)) => true,
    }
}

fn is_possible_in_guide(model: &Model, screen: GuideScreen, action: Action) -> bool {
    let Some(session) = &model.session else { return action == A::Back };
    let marks = model.guide_marks_here();
    let copies = || match session.profile().client.key {
        Some(_) if marks.contains(&GuideMark::Copy(GuideCopy::PublicKey)) => true,
        _ => model.guide_copyable_here().is_some(),
    };
    let can_do_next = || !session.is_checking() && !session.next().is_empty();
    match action {
        A::DoNext => can_do_next(),
        A::Choose => match guide_key(&marks) {
            None => screen.line.is_none() && can_do_next(),
            Some(GuideKey::Do | GuideKey::Edit) => true,
            Some(GuideKey::Check) => !session.is_checking(),
            Some(GuideKey::Open) => model.guide_link_here().is_some(),
            Some(GuideKey::Copy) => copies(),
        },
        A::OpenLink => model.guide_link_here().is_some(),
        A::Copy => copies(),
        _ => true,
    }
}

fn is_possible_on_role(model: &Model, action: Action) -> bool {
    let Some(session) = &model.session else { return action == A::Back };
    match action {
        A::DoNext if matches!(session.item(), Some(Item::Fill(FillPreset::Filled))) => session.focus().pane == Pane::Steps,
        A::DoNext => !session.is_checking() && !session.leads_here() && !session.next().is_empty(),
        A::AllNext => session.next().len() > 1,
        A::Choose if session.leads_here() => !session.is_checking(),
        A::Choose => match session.item() {
            _ if session.focus().pane == Pane::Steps => true,
            // A check that has never run has no finding to open.
            Some(Item::Check(check)) => session.finding(check).is_some(),
            Some(Item::Fill(_) | Item::Deed(_) | Item::Field(_)) => true,
            None => false,
        },
        A::Check => !session.can_be_filled(),
        A::Edit => session.items().iter().any(|item| matches!(item, Item::Field(_))),
        A::Do => session.deed_here().is_some(),
        A::OpenLink => model.link_here().is_some(),
        A::Copy => model.copyable_here().is_some(),
        A::Letter => model.letter_here().is_some(),
        A::SetAside => session.focus().section == Section::Step(StepId::Events) && session.answers().plan().vendor.is_none(),
        A::Traffic => session.calls().count() > 0,
        A::Faults => session.profile().environment.is_loopback(),
        A::Token => session.profile().acting != Acting::ByVendor,
        A::Explain => model.check_here().is_some(),
        _ => true,
    }
}
