//! What the keys act on right now: the check in question, its link, the text to copy, the message to send.

use super::Model;
use super::screens::{DeedScreen, Screen, guide_copy, guide_link};
use super::session::{Item, Pane};
use crate::journey::{CheckId, GuideMark, LetterKind};

impl Model {
    /// The check that `x`, `o`, `y` and `m` act on: the one of the screen being read, else the selected line's, else the one
    /// unfolded. None if it has no finding yet.
    #[must_use]
    pub fn check_here(&self) -> Option<CheckId> {
        if let Some(Screen::Reading(reading)) = self.top()
            && let Some(check) = reading.check()
        {
            return Some(check);
        }
        match self.top() {
            Some(Screen::Errand(screen)) => return screen.next.check,
            Some(Screen::Waiting(screen)) => return Some(screen.check),
            Some(Screen::Letter(screen)) => return Some(screen.kind.deed().proof()),
            _ => {}
        }
        let session = self.session.as_ref()?;
        let check = match session.item() {
            Some(Item::Check(check)) if session.focus().pane == Pane::Step => Some(check),
            _ => session.focus().open,
        }?;
        session.finding(check).map(|finding| finding.check)
    }

    /// The link of that check's finding: the one in the finding itself, else the one in its text.
    #[must_use]
    pub fn link_here(&self) -> Option<String> {
        if let Some(Screen::Errand(screen)) = self.top() {
            let session = self.session.as_ref()?;
            return screen.errand.page(&screen.next, &session.profile().environment, session.sandbox().address());
        }
        // A deed's own link, on its screen and on that of its QR code.
        if let Some(link) = self.deed_shown().and_then(DeedScreen::link) {
            return Some(link.to_string());
        }
        let finding = self.session.as_ref()?.finding(self.check_here()?)?;
        finding.link.as_ref().map(ToString::to_string).or_else(|| self.text.finding(&finding.message).link)
    }

    /// What the selected line of the guide names. Empty without a guide, and where none of its lines is selected.
    #[must_use]
    pub fn guide_marks_here(&self) -> Vec<GuideMark> {
        match (self.top(), &self.session) {
            (Some(Screen::Guide(screen)), Some(session)) => screen.marks(&self.text, session),
            _ => Vec::new(),
        }
    }

    /// The address that the selected line of the guide names.
    #[must_use]
    pub fn guide_link_here(&self) -> Option<String> {
        guide_link(&self.guide_marks_here(), self.session.as_ref()?)
    }

    /// The text that the selected line of the guide lets the user copy.
    #[must_use]
    pub fn guide_copyable_here(&self) -> Option<String> {
        guide_copy(&self.guide_marks_here(), self.session.as_ref()?)
    }

    fn deed_shown(&self) -> Option<&DeedScreen> {
        match self.stack.as_slice() {
            [.., Screen::Deed(screen)] | [.., Screen::Deed(screen), Screen::Reading(_)] => Some(screen),
            _ => None,
        }
    }

    /// The text that `y` copies: the selected answer, else the link.
    #[must_use]
    pub fn copyable_here(&self) -> Option<String> {
        let session = self.session.as_ref()?;
        match session.item() {
            Some(Item::Field(field)) if session.focus().pane == Pane::Step && matches!(self.top(), Some(Screen::Role)) => {
                session.profile().answer(field)
            }
            _ => self.link_here(),
        }
    }

    /// The letter for that check's finding. None when it needs none.
    #[must_use]
    pub fn letter_here(&self) -> Option<LetterKind> {
        self.session.as_ref()?.letter_of(self.check_here()?)
    }
}
