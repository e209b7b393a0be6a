//! A page of the guide, shown over the checklist.

use crate::app::session::Session;
use crate::journey::{GuideLink, GuideMark, GuidePage, are_done};
use crate::text::{GuideLine, Text};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GuideScreen {
    pub page: GuidePage,
    /// The selected one of the page's numbered lines, from 0. None if the guide has opened by itself and the user has selected
    /// nothing in it: Enter then does what comes next, as without the guide.
    pub line: Option<usize>,
}

/// What the keys do with a numbered line: Enter does the first kind that the line names, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum GuideKey {
    Do,
    Edit,
    Check,
    Open,
    Copy,
}

impl GuideScreen {
    /// A page that the user has asked for. Its first line that is not done is selected.
    #[must_use]
    pub fn asked(page: GuidePage, text: &Text, session: &Session) -> Self {
        let (profile, findings) = (session.profile(), session.findings().all());
        let open = actions(page, text, session).iter().position(|marks| !are_done(marks, profile, findings));
        Self { page, line: Some(open.unwrap_or(0)) }
    }

    /// A page that opens by itself.
    #[must_use]
    pub const fn by_itself(page: GuidePage) -> Self {
        Self { page, line: None }
    }

    /// What the selected line names.
    #[must_use]
    pub fn marks(&self, text: &Text, session: &Session) -> Vec<GuideMark> {
        let all = actions(self.page, text, session);
        self.line.and_then(|line| all.get(line).cloned()).unwrap_or_default()
    }
}

/// What each numbered line of a page names.
#[must_use]
pub(in crate::app) fn actions(page: GuidePage, text: &Text, session: &Session) -> Vec<Vec<GuideMark>> {
    let lines = text.guide(page, session.profile()).into_iter();
    let marks = lines.filter_map(|line| match line {
        GuideLine::Action { marks, .. } => Some(marks),
        GuideLine::Paragraph(_) | GuideLine::Labelled { .. } | GuideLine::Note(_) => None,
    });
    marks.collect()
}

/// What Enter does with a line that names these.
#[must_use]
pub fn guide_key(marks: &[GuideMark]) -> Option<GuideKey> {
    let key = |mark: &GuideMark| match mark {
        GuideMark::Deed(_) => GuideKey::Do,
        GuideMark::Field(_) => GuideKey::Edit,
        GuideMark::Check(_) => GuideKey::Check,
        GuideMark::Link(_) => GuideKey::Open,
        GuideMark::Copy(_) => GuideKey::Copy,
    };
    marks.iter().map(key).min()
}

/// The address of the first link among them.
#[must_use]
pub fn guide_link(marks: &[GuideMark], session: &Session) -> Option<String> {
    let address = |link: GuideLink| link.address(&session.profile().environment, session.sandbox().address());
    marks.iter().find_map(|mark| match mark {
        GuideMark::Link(link) => address(*link),
        GuideMark::Deed(_) | GuideMark::Field(_) | GuideMark::Check(_) | GuideMark::Copy(_) => None,
    })
}

/// The text to copy: the one that they name, else the link.
#[must_use]
pub fn guide_copy(marks: &[GuideMark], session: &Session) -> Option<String> {
    let named = marks.iter().find_map(|mark| match mark {
        GuideMark::Copy(copy) => copy.text(session.profile()),
        GuideMark::Deed(_) | GuideMark::Field(_) | GuideMark::Check(_) | GuideMark::Link(_) => None,
    });
    named.or_else(|| guide_link(marks, session))
}
