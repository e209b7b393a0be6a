//! The way back from a form to its page, which then says what happened.

use super::guard::Posted;
use super::note::{Form, Note, PageFeedback};
use super::public_key::KeyRefused;
use super::respond::back;
use crate::shared::Shared;
use axum::response::Response;

/// Back to a page, which then says what happened.
pub(super) fn back_with(shared: &Shared, to: &str, note: Note) -> Response {
    redirect_with(shared, to, "", PageFeedback { note: Some(note), ..PageFeedback::default() })
}

/// Back to a form, with what was typed and the note beside its field.
pub(super) fn back_to_form(shared: &Shared, to: &str, note: Note, form: Form, posted: &Posted) -> Response {
    // A private key is not kept, not even for its form.
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
