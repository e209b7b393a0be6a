//! One table says what each key does on each screen. The footer shows the keys that would do something now; help lists them all.

mod action;
mod label;
mod possible;
mod table;

pub use action::Action;
pub use table::{Binding, ListedIn};

use super::screens::Reading;
use super::{Key, Model, Screen};
use label::{general, label};
use possible::is_possible;
use table::rows;

/// What a key does on the top screen right now. None if it does nothing.
#[must_use]
pub fn action(model: &Model, key: Key) -> Option<Action> {
    rows(model.top()).find(|binding| binding.key == key).map(|binding| binding.action).filter(|action| is_possible(model, *action))
}

/// The footer: the keys that would do something right now, with their labels.
#[must_use]
pub fn footer(model: &Model) -> Vec<(Key, &'static str)> {
    let listed = rows(model.top()).filter(|binding| binding.listed_in == ListedIn::Footer && is_possible(model, binding.action));
    listed.map(|binding| (binding.key, label(model, binding.action))).collect()
}

/// The rows of help: every key of the screen below help, whether or not it does something right now.
#[must_use]
pub fn help_rows(model: &Model) -> Vec<(Key, &'static str)> {
    let under = model.stack.iter().rev().find(|screen| !matches!(screen, Screen::Reading(Reading::Help)));
    rows(under).filter(|binding| binding.listed_in != ListedIn::Nowhere).map(|binding| (binding.key, general(binding.action))).collect()
}

/// Every label that the footer can show, for the tests that look for its text.
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
        "do-next",
        "complete",
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
        "client-id",
        "done",
        "copy-key",
        "copy-curl",
        "copy-letter",
        "not-exchange",
        "read",
        "sent",
        "mail",
        "contact",
        "go-on",
    ];
    let listed = table::tables().flatten().filter(|binding| binding.listed_in == ListedIn::Footer).map(|binding| general(binding.action));
    let mut labels: Vec<_> = listed.filter(|label| !matches!(*label, "next" | "down")).chain(here_and_now).collect();
    labels.sort_unstable();
    labels.dedup();
    labels
}

/// Every label that help can show.
#[cfg(test)]
pub(crate) fn general_labels() -> Vec<&'static str> {
    table::tables().flatten().filter(|binding| binding.listed_in != ListedIn::Nowhere).map(|binding| general(binding.action)).collect()
}
