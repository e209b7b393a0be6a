//! Doing what comes next, and its two screens: the errand to a portal, and the question whether there is a client.

use super::moving::{moved, scroll};
use super::reading::copy;
use super::{deed, role, waiting};
use crate::app::reaction::Reaction;
use crate::app::screens::{ErrandScreen, HaveClient, Reading};
use crate::app::{Action, Effect, Model, Screen};
use crate::journey::{Act, DeedId, Errand, FieldId, FillPreset, GuidePage, Next, StepId, scopes};

/// Does what comes next, as far as a program can: opens the field, the deed, the errand, or runs the checks.
pub(super) fn act(model: &mut Model) -> Reaction {
    let Some(session) = model.session.as_mut() else { return Reaction::none() };
    if session.is_checking() {
        return Reaction::none();
    }
    // The line says so too.
    if session.can_be_filled() {
        return Reaction::redraw().with(session.fill(&mut model.ids, FillPreset::Filled));
    }
    let Some(next) = session.next().first().cloned() else { return Reaction::none() };
    session.follow();
    match next.act {
        Act::Answer(field) | Act::Choose(field) => role::edit_field(model, field),
        Act::HaveClient => {
            model.push(Screen::HaveClient(HaveClient::default()));
            Reaction::redraw()
        }
        Act::Deed(deed) | Act::Person(deed) => deed::begin(model, deed),
        Act::Portal(errand) => {
            if errand == Errand::MakeClient {
                // Its page says what the guide of the step says.
                session.has_been_guided([GuidePage::Step(StepId::Client)].into());
            }
            model.push(Screen::Errand(ErrandScreen { errand, next }));
            Reaction::redraw()
        }
        Act::Wait => wait(model, &next),
        Act::Check => role::check(model),
    }
}

fn wait(model: &mut Model, next: &Next) -> Reaction {
    let Some(check) = next.check else { return role::check(model) };
    waiting::open(model, check)
}

pub(super) fn have_client(model: &mut Model, action: Action) -> Reaction {
    let Some(Screen::HaveClient(selected)) = model.stack.last_mut() else { return Reaction::none() };
    let choices = HaveClient::ORDER;
    match action {
        Action::Up | Action::Down | Action::First | Action::Last => {
            let line = moved(selected.line(), choices.len(), action);
            *selected = choices.get(line).copied().unwrap_or_default();
            Reaction::redraw()
        }
        Action::Choose => {
            let selected = *selected;
            model.pop();
            match selected {
                HaveClient::No => deed::begin(model, DeedId::MakeKey),
                HaveClient::Yes => role::edit_field(model, FieldId::ClientId),
            }
        }
        Action::Back => model.back(),
        _ => Reaction::none(),
    }
}

pub(super) fn errand(model: &mut Model, action: Action) -> Reaction {
    let Some(Screen::Errand(screen)) = model.top() else { return Reaction::none() };
    let errand = screen.errand;
    match action {
        Action::Choose => {
            model.pop();
            match errand {
                Errand::MakeClient => role::edit_field(model, FieldId::ClientId),
                Errand::AddScopes | Errand::CompareClient | Errand::Approve => role::check(model),
            }
        }
        Action::OpenLink => model.link_here().map_or(Reaction::none(), |link| Reaction::none().with([Effect::OpenLink(link)])),
        Action::Copy => copy_for(model, errand),
        Action::CopyScopes => copy(scopes_of(model)),
        Action::Code => {
            let check = model.check_here();
            check.map_or(Reaction::none(), |check| {
                model.push(Screen::Reading(Reading::Code(check)));
                Reaction::redraw()
            })
        }
        Action::Back => model.back(),
        _ => scroll(model, action),
    }
}

/// Copies what is pasted in the portal: the public key, the scopes, the client's id, or the link.
fn copy_for(model: &mut Model, errand: Errand) -> Reaction {
    let Some(session) = &model.session else { return Reaction::none() };
    match errand {
        Errand::MakeClient => Reaction::none().with([Effect::CopyPublicKey(Box::new(session.profile().clone()))]),
        Errand::AddScopes => copy(scopes_of(model)),
        Errand::CompareClient => copy(session.profile().client.id.as_ref().map(ToString::to_string)),
        Errand::Approve => copy(model.link_here()),
    }
}

fn scopes_of(model: &Model) -> Option<String> {
    let profile = model.session.as_ref()?.profile();
    Some(scopes(profile).iter().map(|wanted| wanted.scope.to_string()).collect::<Vec<_>>().join("\n"))
}
