//! Redirects from a form back to its page, which then shows what happened.

use super::guard::Posted;
use super::note::{Form, Led, Note};
use super::public_key::KeyRefused;
use super::respond::back;
use crate::shared::Shared;
use axum::response::Response;

/// Redirects to a page that shows the note.
pub(super) fn back_with(shared: &Shared, to: &str, note: Note) -> Response {
    led_back(shared, to, "", Led { note: Some(note), ..Led::default() })
}

/// Redirects to a form, with the typed values and the note beside its field.
pub(super) fn back_to_form(shared: &Shared, to: &str, note: Note, form: Form, posted: &Posted) -> Response {
    // A private key is never stored, not even to fill in the form again.
    let is_secret = matches!(note, Note::KeyRefused { reason: KeyRefused::Private });
    let typed = if is_secret { posted.without("key") } else { posted.without("") };
    let fragment = format!("#{}", form.beside);
    led_back(shared, to, &fragment, Led { note: Some(note), form: Some(form), typed })
}

fn led_back(shared: &Shared, to: &str, fragment: &str, led: Led) -> Response {
    let id = shared.notes.keep(led);
    let sign = if to.contains('?') { '&' } else { '?' };
    back(&format!("{to}{sign}note={id}{fragment}"))
}
