//! One table: what each key does on each screen. The footer shows of it what does something here and now; help lists it all.

use super::screens::{DeedScreen, Stage};
use super::{Item, Key, Model, Pane, Screen, Shown, letter, screens};
use crate::journey::{StepId, Verdict};
use Action as A;
use Key as K;

/// What a key can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// One line up.
    Up,
    /// One line down.
    Down,
    /// To the first line.
    First,
    /// To the last line.
    Last,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the list of steps.
    Left,
    /// Into the step.
    Right,
    /// What the selected line offers.
    Choose,
    /// One screen back.
    Back,
    /// To the next field, or the other pane.
    Next,
    /// Run the checks, or stop them.
    Check,
    /// Give an answer.
    Edit,
    /// Let the program do it.
    Do,
    /// Open the link.
    OpenLink,
    /// Copy.
    Copy,
    /// Set step 5 aside, or take it up again.
    SetAside,
    /// Show the message to send.
    Letter,
    /// Show the link as a QR code.
    Code,
    /// Show what is sent in the bodies, or no longer.
    Body,
    /// Show the calls.
    Traffic,
    /// Show how the sandbox misbehaves.
    Faults,
    /// For the next call only.
    Once,
    /// Take every fault back.
    ClearAll,
    /// Show all that is known of the finding.
    Explain,
    /// Help for this screen.
    Help,
    /// To the ways to start.
    New,
    /// Give the profile another name.
    Rename,
    /// Remove the profile.
    Remove,
    /// Show what may be a secret, or hide it.
    Reveal,
    /// Quit from Home.
    Quit,
    /// Save and quit, from anywhere.
    Leave,
    /// Paint everything anew.
    Repaint,
    /// Stop the program as a shell's job.
    Suspend,
    /// Choose the line of this number.
    Pick(u8),
    /// To the step of this number.
    Step(u8),
}

/// Where a binding is told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// In the footer, and in help.
    Footer,
    /// In help only.
    Help,
    /// Nowhere: a second key for the same.
    Nowhere,
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// The key.
    pub key: Key,
    /// What it means.
    pub action: Action,
    /// Where it is told of.
    pub told: Told,
}

const fn foot(key: Key, action: Action) -> Binding {
    Binding { key, action, told: Told::Footer }
}
const fn help(key: Key, action: Action) -> Binding {
    Binding { key, action, told: Told::Help }
}
const fn also(key: Key, action: Action) -> Binding {
    Binding { key, action, told: Told::Nowhere }
}

const EVERYWHERE: &[Binding] = &[help(K::Ctrl('c'), A::Leave), help(K::Ctrl('l'), A::Repaint), help(K::Ctrl('z'), A::Suspend)];
const MOVING: &[Binding] = &[
    help(K::Up, A::Up),
    help(K::Down, A::Down),
    also(K::Char('k'), A::Up),
    also(K::Char('j'), A::Down),
    also(K::Home, A::First),
    also(K::End, A::Last),
    also(K::Char('g'), A::First),
    also(K::Char('G'), A::Last),
    also(K::PageUp, A::PageUp),
    also(K::PageDown, A::PageDown),
];
const HOME: &[Binding] = &[
    foot(K::Enter, A::Choose),
    foot(K::Char('n'), A::New),
    foot(K::Char('r'), A::Rename),
    foot(K::Char('x'), A::Remove),
    foot(K::Char('?'), A::Help),
    foot(K::Char('q'), A::Quit),
];
const ROLES: &[Binding] = &[
    foot(K::Enter, A::Choose),
    foot(K::Char('?'), A::Help),
    foot(K::Esc, A::Back),
    help(K::Char('1'), A::Pick(1)),
    help(K::Char('2'), A::Pick(2)),
    help(K::Char('3'), A::Pick(3)),
];
const NAMING: &[Binding] = &[foot(K::Enter, A::Choose), foot(K::Esc, A::Back)];
const ROLE: &[Binding] = &[
    foot(K::Enter, A::Choose),
    foot(K::Char('c'), A::Check),
    foot(K::Char('e'), A::Edit),
    foot(K::Char('d'), A::Do),
    foot(K::Char('o'), A::OpenLink),
    foot(K::Char('y'), A::Copy),
    foot(K::Char('m'), A::Letter),
    foot(K::Char('s'), A::SetAside),
    foot(K::Char('t'), A::Traffic),
    foot(K::Char('x'), A::Explain),
    foot(K::Char('f'), A::Faults),
    foot(K::Char('?'), A::Help),
    foot(K::Esc, A::Back),
    help(K::Left, A::Left),
    help(K::Right, A::Right),
    help(K::Tab, A::Next),
    also(K::Char('h'), A::Left),
    also(K::Char('l'), A::Right),
    also(K::BackTab, A::Next),
    help(K::Char('1'), A::Step(1)),
    also(K::Char('2'), A::Step(2)),
    also(K::Char('3'), A::Step(3)),
    also(K::Char('4'), A::Step(4)),
    also(K::Char('5'), A::Step(5)),
];
const EDIT_LINE: &[Binding] = &[
    foot(K::Enter, A::Choose),
    foot(K::Up, A::Up),
    also(K::Down, A::Down),
    foot(K::Tab, A::Next),
    foot(K::Ctrl('r'), A::Reveal),
    foot(K::Esc, A::Back),
];
const EDIT_CHOICE: &[Binding] = &[
    foot(K::Enter, A::Choose),
    foot(K::Tab, A::Next),
    foot(K::Esc, A::Back),
    help(K::Up, A::Up),
    help(K::Down, A::Down),
    also(K::Char('k'), A::Up),
    also(K::Char('j'), A::Down),
];
const DEED: &[Binding] = &[
    foot(K::Enter, A::Choose),
    foot(K::Char('v'), A::Body),
    foot(K::Char('y'), A::Copy),
    foot(K::Char('?'), A::Help),
    foot(K::Esc, A::Back),
];
const TYPING: &[Binding] = &[foot(K::Enter, A::Choose), foot(K::Esc, A::Back)];
const WAITING: &[Binding] = &[
    foot(K::Char('m'), A::Letter),
    foot(K::Char('y'), A::Copy),
    foot(K::Char('Q'), A::Code),
    foot(K::Char('o'), A::OpenLink),
    foot(K::Char('c'), A::Check),
    foot(K::Char('?'), A::Help),
    foot(K::Esc, A::Back),
    also(K::Enter, A::Back),
];
const LETTER: &[Binding] = &[foot(K::Char('y'), A::Copy), foot(K::Esc, A::Back), also(K::Char('m'), A::Back), also(K::Enter, A::Back)];
const CODE: &[Binding] =
    &[foot(K::Char('y'), A::Copy), foot(K::Char('o'), A::OpenLink), foot(K::Esc, A::Back), also(K::Char('Q'), A::Back)];
const TRAFFIC: &[Binding] = &[foot(K::Char('t'), A::Back), foot(K::Esc, A::Back)];
const FAULTS: &[Binding] = &[
    foot(K::Enter, A::Choose),
    foot(K::Tab, A::Once),
    foot(K::Ctrl('x'), A::ClearAll),
    foot(K::Esc, A::Back),
    help(K::Up, A::Up),
    help(K::Down, A::Down),
    also(K::PageUp, A::PageUp),
    also(K::PageDown, A::PageDown),
];
const EXPLAIN: &[Binding] = &[
    foot(K::Char('m'), A::Letter),
    foot(K::Char('o'), A::OpenLink),
    foot(K::Char('y'), A::Copy),
    foot(K::Esc, A::Back),
    also(K::Char('x'), A::Back),
];
const HELP: &[Binding] = &[foot(K::Esc, A::Back), also(K::Char('?'), A::Back), also(K::Char('q'), A::Back)];
const REMOVE: &[Binding] = &[foot(K::Enter, A::Choose), foot(K::Esc, A::Back)];

/// The rows of a screen, the ones that hold everywhere last.
fn rows(screen: Option<&Screen>) -> impl Iterator<Item = &'static Binding> {
    let (own, moving): (&[Binding], &[Binding]) = match screen {
        None => (HOME, MOVING),
        Some(Screen::Roles(_)) => (ROLES, MOVING),
        Some(Screen::Naming(_)) => (NAMING, &[]),
        Some(Screen::Role) => (ROLE, MOVING),
        Some(Screen::Edit(edit)) if edit.choices().is_some() => (EDIT_CHOICE, &[]),
        Some(Screen::Edit(_)) => (EDIT_LINE, &[]),
        Some(Screen::Deed(deed)) if matches!(deed.stage, Stage::Typing(..)) => (TYPING, &[]),
        Some(Screen::Deed(_)) => (DEED, MOVING),
        Some(Screen::Waiting(_)) => (WAITING, MOVING),
        Some(Screen::Letter(_)) => (LETTER, MOVING),
        Some(Screen::Code(_)) => (CODE, &[]),
        Some(Screen::Traffic) => (TRAFFIC, MOVING),
        Some(Screen::Faults(_)) => (FAULTS, &[]),
        Some(Screen::Help) => (HELP, MOVING),
        Some(Screen::Explain(_)) => (EXPLAIN, MOVING),
        Some(Screen::Remove(_)) => (REMOVE, &[]),
    };
    own.iter().chain(moving).chain(EVERYWHERE)
}

/// What a key does here and now.
#[must_use]
pub fn action(model: &Model, key: Key) -> Option<Action> {
    rows(model.top()).find(|binding| binding.key == key).map(|binding| binding.action).filter(|action| is_possible(model, *action))
}

/// The footer: what does something here and now.
#[must_use]
pub fn footer(model: &Model) -> Vec<(Key, &'static str)> {
    let told = rows(model.top()).filter(|binding| binding.told == Told::Footer && is_possible(model, binding.action));
    told.map(|binding| (binding.key, label(model, binding.action))).collect()
}

/// Help for the screen under it: every key of it, in the footer or not.
#[must_use]
pub fn help_rows(model: &Model) -> Vec<(Key, &'static str)> {
    let under = model.stack.iter().rev().find(|screen| !matches!(screen, Screen::Help));
    rows(under).filter(|binding| binding.told != Told::Nowhere).map(|binding| (binding.key, general(binding.action))).collect()
}

fn is_possible(model: &Model, action: Action) -> bool {
    match model.top() {
        None => match action {
            A::Rename | A::Remove | A::New => model.home_name().is_some(),
            _ => true,
        },
        Some(Screen::Role) => is_possible_on_role(model, action),
        Some(Screen::Edit(edit)) => match action {
            A::Reveal => edit.is_masked() || edit.reveals,
            A::Up | A::Down => edit.choices().is_some() || !edit.found.is_empty(),
            _ => true,
        },
        Some(Screen::Deed(screen)) => match (action, &screen.stage) {
            (A::Choose, Stage::Asking | Stage::Running(_)) => false,
            (A::Copy, stage) => matches!(stage, Stage::Done(..)),
            (A::Body, stage) => matches!(stage, Stage::Preview(shown) if !shown.bodies.is_empty()),
            _ => true,
        },
        Some(Screen::Waiting(_) | Screen::Explain(_) | Screen::Code(_)) => match action {
            A::Copy | A::OpenLink | A::Code => screens_link(model),
            A::Letter => letter::letter_here(model).is_some(),
            _ => true,
        },
        Some(Screen::Faults(faults)) => match action {
            A::Choose => faults.told.is_some() && (faults.setting().is_some() || faults.selected().is_some()),
            A::Once => faults.setting().is_none() && faults.selected().is_some(),
            A::ClearAll => !faults.set().is_empty(),
            _ => true,
        },
        Some(Screen::Roles(_) | Screen::Naming(_) | Screen::Letter(_) | Screen::Traffic | Screen::Help | Screen::Remove(_)) => true,
    }
}

fn screens_link(model: &Model) -> bool {
    screens::link_here(model).is_some()
}

fn is_possible_on_role(model: &Model, action: Action) -> bool {
    let Some(opened) = &model.opened else { return action == A::Back };
    match action {
        A::Choose => match opened.item() {
            _ if opened.pane == Pane::Steps => true,
            // A check that was never asked has nothing to show.
            Some(Item::Check(check)) => opened.finding(check).is_some(),
            Some(Item::Fill(_) | Item::Deed(_) | Item::Field(_)) => true,
            None => false,
        },
        A::Check => !opened.can_be_filled(),
        A::Edit => opened.items().iter().any(|item| matches!(item, Item::Field(_))),
        A::Do => screens::deed_on_role(model).is_some(),
        A::OpenLink => screens_link(model),
        A::Copy => screens::copyable_here(model).is_some(),
        A::Letter => letter::letter_here(model).is_some(),
        A::SetAside => opened.shown == Shown::Step(StepId::Events),
        A::Traffic => !opened.calls.is_empty(),
        A::Faults => opened.profile.environment.is_local(),
        A::Explain => screens::check_here(model).is_some(),
        _ => true,
    }
}

/// The words of an action here and now: an id under `keys` in `screens.toml`.
fn label(model: &Model, action: Action) -> &'static str {
    match (model.top(), action) {
        (Some(Screen::Role), A::Choose) => choose_label(model),
        (Some(Screen::Role), A::Check) if model.opened.as_ref().is_some_and(|opened| opened.run.is_some()) => "stop",
        (Some(Screen::Role), A::SetAside) if model.opened.as_ref().is_some_and(|o| o.profile.events.set_aside.is_some()) => "take-up",
        (Some(Screen::Role), A::Back) => "home",
        (Some(Screen::Naming(_) | Screen::Edit(_)), A::Choose) => "accept",
        (Some(Screen::Naming(_) | Screen::Edit(_) | Screen::Remove(_)), A::Back) => "cancel",
        (Some(Screen::Edit(_)), A::Next) => "next-field",
        (Some(Screen::Edit(_)), A::Up) => "found",
        (Some(Screen::Deed(DeedScreen { bodies: true, .. })), A::Body) => "no-body",
        (Some(Screen::Remove(_)), A::Choose) => "remove",
        (Some(Screen::Faults(faults)), A::Choose) => match faults.selected() {
            Some(name) if faults.setting().is_none() && faults.is_set(name) => "clear",
            _ => "set",
        },
        (Some(Screen::Roles(_)), A::Choose) => "choose",
        (Some(Screen::Deed(deed)), A::Choose) => match deed.stage {
            Stage::Preview(_) | Stage::Typing(..) => "do-it",
            Stage::Done(..) if model.opened.as_ref().and_then(super::Opened::due).is_some() => "next-deed",
            Stage::Done(..) | Stage::Stopped(..) | Stage::Asking | Stage::Running(_) => "close",
        },
        (Some(Screen::Deed(deed)), A::Back) => match deed.stage {
            Stage::Preview(_) | Stage::Typing(..) | Stage::Asking => "cancel",
            Stage::Running(_) => "stop",
            Stage::Done(..) | Stage::Stopped(..) => "close",
        },
        _ => general(action),
    }
}

fn choose_label(model: &Model) -> &'static str {
    let Some(opened) = &model.opened else { return "open" };
    match opened.item() {
        _ if opened.pane == Pane::Steps => "open",
        Some(Item::Fill(_)) => "fill",
        Some(Item::Deed(_)) => "show",
        Some(Item::Field(_)) => "edit",
        Some(Item::Check(check)) if opened.open == Some(check) => {
            let waits = opened.finding(check).is_some_and(|finding| matches!(finding.outcome, Verdict::Waiting(_)));
            if waits { "waiting" } else { "fold" }
        }
        Some(Item::Check(_)) | None => "open",
    }
}

/// The words of an action wherever it is.
const fn general(action: Action) -> &'static str {
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
        A::Check => "check",
        A::Edit => "edit",
        A::Do => "do",
        A::OpenLink => "open-link",
        A::Copy => "copy",
        A::SetAside => "set-aside",
        A::Letter => "letter",
        A::Code => "code",
        A::Body => "body",
        A::Traffic => "traffic",
        A::Faults => "faults",
        A::Once => "once",
        A::ClearAll => "clear-all",
        A::Explain => "explain",
        A::Help => "help",
        A::New => "new",
        A::Rename => "rename",
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

/// Every label a key of the footer can have here or there, for the tests of the words.
#[cfg(test)]
pub(crate) fn labels() -> Vec<&'static str> {
    let here_and_now = [
        "open",
        "fold",
        "waiting",
        "fill",
        "show",
        "edit",
        "accept",
        "choose",
        "next-field",
        "found",
        "no-body",
        "cancel",
        "close",
        "do-it",
        "next-deed",
        "stop",
        "take-up",
        "set",
        "clear",
        "home",
        "remove",
        "reveal",
    ];
    let told = tables().flatten().filter(|binding| binding.told == Told::Footer).map(|binding| general(binding.action));
    let mut labels: Vec<_> = told.filter(|label| !matches!(*label, "next" | "up")).chain(here_and_now).collect();
    labels.sort_unstable();
    labels.dedup();
    labels
}

/// Every label of help.
#[cfg(test)]
pub(crate) fn general_labels() -> Vec<&'static str> {
    tables().flatten().filter(|binding| binding.told != Told::Nowhere).map(|binding| general(binding.action)).collect()
}

#[cfg(test)]
fn tables() -> impl Iterator<Item = &'static [Binding]> {
    [
        HOME,
        ROLES,
        NAMING,
        ROLE,
        EDIT_LINE,
        EDIT_CHOICE,
        DEED,
        TYPING,
        WAITING,
        LETTER,
        CODE,
        TRAFFIC,
        FAULTS,
        EXPLAIN,
        HELP,
        REMOVE,
        MOVING,
        EVERYWHERE,
    ]
    .into_iter()
}
