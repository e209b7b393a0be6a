//! The glyphs of verdicts and states, each one cell wide, in Unicode or ASCII.
//!
//! A verdict has the glyph of the state that it gives its step. `Warn` gives no state of its own, because the step still works; its
//! glyph is `*`, as for a footnote.

use crate::journey::{Mark, Skip, StepState, Verdict};

/// Which characters the reader's terminal can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glyphs {
    /// `✓ ✗ …`
    Unicode,
    /// `v x ~`
    Ascii,
}

impl Glyphs {
    /// Chosen by the environment variables of the locale. The first that is set decides, as in setlocale(3). Windows sets none of
    /// them; there the terminal takes UTF-8.
    #[must_use]
    pub fn of_the_locale(variable: impl Fn(&str) -> Option<String>) -> Self {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(variable).find(|value| !value.is_empty());
        let utf8 = |locale: String| locale.to_ascii_lowercase().replace('-', "").contains("utf8");
        if locale.map_or(cfg!(windows), utf8) { Self::Unicode } else { Self::Ascii }
    }

    #[must_use]
    pub const fn either(self, unicode: &'static str, ascii: &'static str) -> &'static str {
        match self {
            Self::Unicode => unicode,
            Self::Ascii => ascii,
        }
    }

    /// A text with its quotation marks and dashes as these characters can show them (facts terms 5.3).
    #[must_use]
    pub fn written(self, text: &str) -> String {
        match self {
            Self::Unicode => text.to_owned(),
            Self::Ascii => text.replace(['«', '»', '“', '”'], "\"").replace(['–', '·'], "-").replace('…', "..."),
        }
    }

    #[must_use]
    pub const fn mark(self, mark: Mark) -> &'static str {
        match mark {
            Mark::Pass => self.either("✓", "v"),
            Mark::Warn => "*",
            Mark::NeedsYou => "!",
            Mark::Waiting => self.either("…", "~"),
            Mark::Fail => self.either("✗", "x"),
            Mark::Unknown => "?",
            Mark::Skipped => self.either("·", "."),
        }
    }

    /// A check of a step that was set aside has another glyph than a check that was skipped for any other reason.
    #[must_use]
    pub const fn verdict(self, verdict: &Verdict) -> &'static str {
        match verdict {
            Verdict::Skipped(Skip::SetAside { .. }) => self.state(StepState::SetAside),
            Verdict::Skipped(Skip::NotApplicable | Skip::Needs { .. } | Skip::ThisRun)
            | Verdict::Pass
            | Verdict::Warn
            | Verdict::NeedsYou
            | Verdict::Waiting(_)
            | Verdict::Fail
            | Verdict::Unknown => self.mark(verdict.mark()),
        }
    }

    #[must_use]
    pub const fn state(self, state: StepState) -> &'static str {
        match state {
            StepState::Ready => self.mark(Mark::Pass),
            StepState::Failing => self.mark(Mark::Fail),
            StepState::NeedsYou => self.mark(Mark::NeedsYou),
            StepState::Waiting => self.mark(Mark::Waiting),
            StepState::Unknown => self.mark(Mark::Unknown),
            StepState::NotStarted => self.mark(Mark::Skipped),
            StepState::SetAside => self.either("–", "-"),
            StepState::WithVendor => ">",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_locale_that_is_set_decides() {
        let of = |all: &'static str, lang: &'static str| {
            Glyphs::of_the_locale(move |name| match name {
                "LC_ALL" => Some(all.to_owned()),
                "LANG" => Some(lang.to_owned()),
                _ => None,
            })
        };
        assert_eq!(
            [of("", "nb_NO.UTF-8"), of("", "nb_NO.utf8"), of("C", "nb_NO.UTF-8")],
            [Glyphs::Unicode, Glyphs::Unicode, Glyphs::Ascii]
        );
    }

    #[test]
    fn quotation_marks_and_dashes_are_written_in_ascii() {
        let written = Glyphs::Ascii.written("«Scopes», “The key” – two · three …");
        assert_eq!(written, "\"Scopes\", \"The key\" - two - three ...");
    }

    #[test]
    fn no_two_verdicts_look_alike() {
        for glyphs in [Glyphs::Unicode, Glyphs::Ascii] {
            let mut seen: Vec<_> = Mark::ALL.iter().map(|mark| glyphs.mark(*mark)).collect();
            seen.extend([StepState::SetAside, StepState::WithVendor].map(|state| glyphs.state(state)));
            let all = seen.len();
            seen.sort_unstable();
            seen.dedup();
            assert_eq!(seen.len(), all, "{seen:?}");
        }
    }
}
