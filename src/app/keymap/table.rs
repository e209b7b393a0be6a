//! The table: what each key does on each screen.

use super::Action as A;
use crate::app::Key as K;
use crate::app::screens::{Reading, Stage};
use crate::app::{Action, Key, Screen};

/// Where a key is listed for the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListedIn {
    Footer,
    Help,
    /// Not listed: a second key for an action that is listed with another.
    Nowhere,
}

#[derive(Debug, Clone, Copy)]
pub struct Binding {
    pub key: Key,
    pub action: Action,
    pub listed_in: ListedIn,
}

const fn foot(key: Key, action: Action) -> Binding {
    Binding { key, action, listed_in: ListedIn::Footer }
}
const fn help(key: Key, action: Action) -> Binding {
    Binding { key, action, listed_in: ListedIn::Help }
}
const fn also(key: Key, action: Action) -> Binding {
    Binding { key, action, listed_in: ListedIn::Nowhere }
}

const EVERYWHERE: &[Binding] = &[help(K::Ctrl('c'), A::Leave), help(K::Ctrl('l'), A::Repaint), help(K::Ctrl('z'), A::Suspend)];
const MOVING: &[Binding] = &[
    help(K::Up, A::Up),
    help(K::Down, A::Down),
    also(K::Char('k'), A::Up),
    also(K::Char('j'), A::Down),
    also(K::Home, A::First),
    also(K::End, A::Last),
    also(K::Char('G'), A::Last),
    also(K::PageUp, A::PageUp),
    also(K::PageDown, A::PageDown),
];
const HOME: &[Binding] = &[
    foot(K::Enter, A::Choose),
    foot(K::Char('n'), A::New),
    foot(K::Char('r'), A::Rename),
    foot(K::Delete, A::Remove),
    foot(K::Char('/'), A::Find),
    foot(K::Char('x'), A::Explain),
    foot(K::Char('e'), A::LookUp),
    also(K::Char('E'), A::LookUp),
    foot(K::Char('L'), A::Language),
    foot(K::Char('?'), A::Help),
    foot(K::Char('q'), A::Quit),
];
const FIND: &[Binding] = &[foot(K::Enter, A::Choose), foot(K::Esc, A::Back), help(K::Up, A::Up), help(K::Down, A::Down)];
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
    foot(K::Char('n'), A::DoNext),
    foot(K::Char('c'), A::Check),
    foot(K::Char('e'), A::Edit),
    foot(K::Char('d'), A::Do),
    foot(K::Char('g'), A::Guide),
    foot(K::Char('o'), A::OpenLink),
    foot(K::Char('y'), A::Copy),
    foot(K::Char('m'), A::Letter),
    foot(K::Char('s'), A::SetAside),
    foot(K::Char('t'), A::Traffic),
    foot(K::Char('x'), A::Explain),
    foot(K::Char('f'), A::Faults),
    foot(K::Char('?'), A::Help),
    foot(K::Esc, A::Back),
    help(K::Char('N'), A::AllNext),
    help(K::Char('p'), A::Plan),
    help(K::Char('E'), A::LookUp),
    help(K::Char('T'), A::Token),
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
    foot(K::Down, A::Down),
    also(K::Up, A::Up),
    help(K::PageUp, A::PageUp),
    help(K::PageDown, A::PageDown),
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
    foot(K::Char('a'), A::Anew),
    foot(K::Char('s'), A::Size),
    foot(K::Char('v'), A::Body),
    foot(K::Char('o'), A::OpenLink),
    foot(K::Char('y'), A::Copy),
    foot(K::Char('Q'), A::Code),
    foot(K::Char('?'), A::Help),
    foot(K::Esc, A::Back),
];
const HAVE_CLIENT: &[Binding] = &[foot(K::Enter, A::Choose), foot(K::Char('?'), A::Help), foot(K::Esc, A::Back)];
const ERRAND: &[Binding] = &[
    foot(K::Enter, A::Choose),
    foot(K::Char('o'), A::OpenLink),
    foot(K::Char('y'), A::Copy),
    foot(K::Char('u'), A::CopyScopes),
    foot(K::Char('Q'), A::Code),
    foot(K::Char('?'), A::Help),
    foot(K::Esc, A::Back),
];
const GUIDE: &[Binding] = &[
    foot(K::Enter, A::Choose),
    foot(K::Char('o'), A::OpenLink),
    foot(K::Char('y'), A::Copy),
    foot(K::Tab, A::NextPage),
    foot(K::Char('?'), A::Help),
    foot(K::Esc, A::Back),
    help(K::Char('n'), A::DoNext),
    also(K::Char('g'), A::Back),
];
const PLAN: &[Binding] = &[foot(K::Esc, A::Back), also(K::Char('p'), A::Back)];
const ALL_NEXT: &[Binding] = &[foot(K::Esc, A::Back), also(K::Char('N'), A::Back)];
const TYPING: &[Binding] = &[foot(K::Enter, A::Choose), foot(K::Esc, A::Back)];
const WAITING: &[Binding] = &[
    foot(K::Enter, A::Choose),
    foot(K::Char('m'), A::Letter),
    foot(K::Char('y'), A::Copy),
    foot(K::Char('Q'), A::Code),
    foot(K::Char('o'), A::OpenLink),
    foot(K::Char('c'), A::Check),
    foot(K::Char('x'), A::Explain),
    foot(K::Char('?'), A::Help),
    foot(K::Esc, A::Back),
];
const LETTER: &[Binding] = &[
    foot(K::Enter, A::Choose),
    foot(K::Char('y'), A::Copy),
    foot(K::Char('o'), A::OpenLink),
    foot(K::Char('s'), A::Save),
    foot(K::Char('l'), A::Language),
    foot(K::Char('a'), A::Address),
    foot(K::Char('e'), A::Edit),
    foot(K::Char('Q'), A::Code),
    foot(K::Char('x'), A::Explain),
    foot(K::Char('?'), A::Help),
    foot(K::Esc, A::Back),
    also(K::Char('m'), A::Back),
];
const CODE: &[Binding] = &[
    foot(K::Char('y'), A::Copy),
    foot(K::Char('o'), A::OpenLink),
    foot(K::Char('x'), A::Explain),
    foot(K::Char('?'), A::Help),
    foot(K::Esc, A::Back),
    also(K::Char('Q'), A::Back),
];
const SIFT: &[Binding] = &[foot(K::Enter, A::Choose), foot(K::Esc, A::Back)];
const TRAFFIC: &[Binding] = &[
    foot(K::Enter, A::Choose),
    foot(K::Char('/'), A::Find),
    foot(K::Char('y'), A::Copy),
    foot(K::Char('t'), A::Back),
    foot(K::Char('?'), A::Help),
    foot(K::Esc, A::Back),
];
const EXCHANGE: &[Binding] = &[foot(K::Char('y'), A::Copy), foot(K::Char('?'), A::Help), foot(K::Esc, A::Back)];
const LISTED: &[Binding] = &[foot(K::Char('?'), A::Help), foot(K::Esc, A::Back), also(K::Char('x'), A::Back)];
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
const LOOK_UP: &[Binding] = &[
    foot(K::Enter, A::Choose),
    foot(K::Ctrl('y'), A::Copy),
    foot(K::Esc, A::Back),
    help(K::Up, A::Up),
    help(K::Down, A::Down),
    also(K::PageUp, A::PageUp),
    also(K::PageDown, A::PageDown),
];
const TOKEN: &[Binding] = &[
    foot(K::Char('a'), A::Exchange),
    foot(K::Char('c'), A::Fetch),
    foot(K::Char('i'), A::Inspect),
    foot(K::Char('x'), A::Explain),
    foot(K::Char('t'), A::Traffic),
    foot(K::Char('?'), A::Help),
    foot(K::Esc, A::Back),
    also(K::Char('T'), A::Back),
];
const EXPLAIN: &[Binding] = &[
    foot(K::Char('m'), A::Letter),
    foot(K::Char('o'), A::OpenLink),
    foot(K::Char('y'), A::Copy),
    foot(K::Char('?'), A::Help),
    foot(K::Esc, A::Back),
    also(K::Char('x'), A::Back),
];
const HELP: &[Binding] = &[foot(K::Esc, A::Back), also(K::Char('?'), A::Back), also(K::Char('q'), A::Back)];
const REMOVE: &[Binding] = &[foot(K::Enter, A::Choose), foot(K::Char('?'), A::Help), foot(K::Esc, A::Back)];

/// The rows of a screen, or of Home for `None`. The first row with a key counts, so the keys that hold on all screens come last.
pub(super) fn rows(screen: Option<&Screen>) -> impl Iterator<Item = &'static Binding> {
    let (own, moving): (&[Binding], &[Binding]) = match screen {
        None => (HOME, MOVING),
        Some(Screen::Roles(_)) => (ROLES, MOVING),
        Some(Screen::Naming(_)) => (NAMING, &[]),
        Some(Screen::Role) => (ROLE, MOVING),
        Some(Screen::Edit(edit)) if edit.choices().is_some() => (EDIT_CHOICE, &[]),
        Some(Screen::Edit(_)) => (EDIT_LINE, &[]),
        Some(Screen::HaveClient(_)) => (HAVE_CLIENT, MOVING),
        Some(Screen::Errand(_)) => (ERRAND, MOVING),
        Some(Screen::Guide(_)) => (GUIDE, MOVING),
        Some(Screen::Reading(Reading::AllNext)) => (ALL_NEXT, MOVING),
        Some(Screen::Reading(Reading::Plan)) => (PLAN, MOVING),
        Some(Screen::Deed(deed)) if matches!(deed.stage, Stage::Whom(_) | Stage::Sizing { .. } | Stage::Typing { .. }) => (TYPING, &[]),
        Some(Screen::Deed(_)) => (DEED, MOVING),
        Some(Screen::Faults(_)) => (FAULTS, &[]),
        Some(Screen::LookUp(_)) => (LOOK_UP, &[]),
        Some(Screen::Token(token)) if token.entry.is_some() => (TYPING, &[]),
        Some(Screen::Token(_)) => (TOKEN, MOVING),
        Some(Screen::Remove(removal)) if removal.entry.is_some() => (TYPING, &[]),
        Some(Screen::Remove(_)) => (REMOVE, &[]),
        Some(Screen::Find(_)) => (FIND, &[]),
        Some(Screen::Sift(_)) => (SIFT, &[]),
        Some(Screen::Letter(letter)) if letter.typing.is_some() => (TYPING, &[]),
        Some(Screen::Letter(_)) => (LETTER, MOVING),
        Some(Screen::Waiting(waiting)) if waiting.reason.is_some() => (TYPING, &[]),
        Some(Screen::Waiting(_)) => (WAITING, MOVING),
        Some(Screen::Reading(Reading::Code(_))) => (CODE, &[]),
        Some(Screen::Reading(Reading::Explain(_))) => (EXPLAIN, MOVING),
        Some(Screen::Reading(Reading::Listed)) => (LISTED, MOVING),
        Some(Screen::Reading(Reading::Traffic)) => (TRAFFIC, MOVING),
        Some(Screen::Reading(Reading::Exchange(_))) => (EXCHANGE, MOVING),
        Some(Screen::Reading(Reading::Help)) => (HELP, MOVING),
    };
    own.iter().chain(moving).chain(EVERYWHERE)
}

#[cfg(test)]
pub(super) fn tables() -> impl Iterator<Item = &'static [Binding]> {
    [
        HOME,
        ROLES,
        NAMING,
        ROLE,
        EDIT_LINE,
        EDIT_CHOICE,
        DEED,
        HAVE_CLIENT,
        ERRAND,
        GUIDE,
        PLAN,
        ALL_NEXT,
        TYPING,
        WAITING,
        LETTER,
        CODE,
        TRAFFIC,
        EXCHANGE,
        FAULTS,
        LOOK_UP,
        TOKEN,
        EXPLAIN,
        HELP,
        LISTED,
        FIND,
        SIFT,
        REMOVE,
        MOVING,
        EVERYWHERE,
    ]
    .into_iter()
}
