//! Redirects from a form back to its page, which then shows what happened.

use super::guard::Posted;
use super::note::{Form, Note, PageFeedback};
use super::respond::back;
use crate::shared::Shared;
use crate::signing::public_key::KeyRefused;
use axum::response::Response;

/// Redirects to a page that shows the note.
pub(super) fn back_with(shared: &Shared, to: &str, note: Note) -> Response {
    redirect_with(shared, to, "", PageFeedback { note: Some(note), ..PageFeedback::default() })
}

/// Redirects to a form, with the typed values and the note beside its field.
pub(super) fn back_to_form(shared: &Shared, to: &str, note: Note, form: Form, posted: &Posted) -> Response {
    // A private key is never stored, not even to fill in the form again.
    let is_secret = matches!(note, Note::KeyRefused { reason: KeyRefused::Private });
    let typed = if is_secret { posted.without("key") } else { posted.without("") };
    let fragment = format!("#{}", form.beside);
    redirect_with(shared, to, &fragment, PageFeedback { note: Some(note), form: Some(form), typed })
}

fn redirect_with(shared: &Shared, to: &str, fragment: &str, feedback: PageFeedback) -> Response {
    let id = shared.notes.keep(feedback);
    let sign = if to.contains('?') { '&' } else { '?' };
    back(&format!("{to}{sign}note={id}{fragment}"))
}
