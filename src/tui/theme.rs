//! Colour by role, and glyphs: ANSI 16 on the terminal's own background, or modifiers alone; text glyphs of one cell, or ASCII.
//!
//! A verdict has the glyph of the step's state that it leads to. One has no such state: a remark, on what works. It has the
//! sign of a footnote, `*`, in the colour of attention; the word beside it is "remark".

use crate::journey::{Mark, Skip, StepState, Verdict};
use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::border;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// As it should be.
    Success,
    /// Someone has to look.
    Attention,
    Failure,
    /// What goes on now, and links.
    Accent,
    Muted,
    /// The selected line.
    Selection,
    Title,
    Hint,
    /// Everything else: the terminal's own.
    Plain,
}

/// How the wizard looks here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Modifiers alone: no cell ever has a colour.
    pub mono: bool,
    pub ascii: bool,
}

impl Look {
    /// From the environment: `NO_COLOR` when it is not empty, a terminal without colours, a locale that is not UTF-8.
    #[must_use]
    pub fn of_the_environment(variable: impl Fn(&str) -> Option<String>) -> Self {
        let given = |name: &str| variable(name).filter(|value| !value.is_empty());
        let plain_terminal = given("TERM").is_some_and(|term| term == "dumb" || term.starts_with("vt") || term.ends_with("-m"));
        // The first that is set decides, as in setlocale(3). Windows sets none and writes UTF-8.
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(given);
        let utf8 = |locale: String| locale.to_ascii_lowercase().replace('-', "").contains("utf8");
        Self { mono: given("NO_COLOR").is_some() || plain_terminal, ascii: !locale.map_or(cfg!(windows), utf8) }
    }

    /// The style of a role.
    #[must_use]
    pub const fn style(self, tone: Tone) -> Style {
        let plain = Style::new();
        if self.mono {
            return match tone {
                Tone::Success | Tone::Plain => plain,
                Tone::Attention | Tone::Accent | Tone::Title | Tone::Hint => plain.add_modifier(Modifier::BOLD),
                Tone::Failure => plain.add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED)),
                Tone::Muted => plain.add_modifier(Modifier::DIM),
                Tone::Selection => plain.add_modifier(Modifier::REVERSED),
            };
        }
        match tone {
            Tone::Plain => plain,
            Tone::Success => plain.fg(Color::Green),
            // Not yellow: it cannot be read on a light background.
            Tone::Attention => plain.fg(Color::Magenta).add_modifier(Modifier::BOLD),
            Tone::Failure => plain.fg(Color::Red).add_modifier(Modifier::BOLD),
            Tone::Accent => plain.fg(Color::Cyan),
            Tone::Muted => plain.add_modifier(Modifier::DIM),
            Tone::Selection => plain.add_modifier(Modifier::REVERSED),
            Tone::Title => plain.add_modifier(Modifier::BOLD),
            Tone::Hint => plain.fg(Color::Cyan).add_modifier(Modifier::BOLD),
        }
    }

    /// One glyph or the other.
    #[must_use]
    pub const fn glyph(self, text: &'static str, ascii: &'static str) -> &'static str {
        if self.ascii { ascii } else { text }
    }

    /// The glyph and the role of a verdict.
    #[must_use]
    pub const fn mark(self, mark: Mark) -> (&'static str, Tone) {
        match mark {
            Mark::Pass => (self.glyph("✓", "v"), Tone::Success),
            Mark::Warn => ("*", Tone::Attention),
            Mark::NeedsYou => ("!", Tone::Attention),
            Mark::Waiting => (self.glyph("…", "~"), Tone::Muted),
            Mark::Fail => (self.glyph("✗", "x"), Tone::Failure),
            Mark::Unknown => ("?", Tone::Attention),
            Mark::Skipped => (self.glyph("·", "."), Tone::Muted),
        }
    }

    /// The glyph and the role of a finding: what was set aside is not what was merely not asked.
    #[must_use]
    pub const fn verdict(self, verdict: &Verdict) -> (&'static str, Tone) {
        match verdict {
            Verdict::Skipped(Skip::SetAside { .. }) => self.state(StepState::SetAside),
            Verdict::Skipped(Skip::NotApplicable | Skip::Needs { .. })
            | Verdict::Pass
            | Verdict::Warn
            | Verdict::NeedsYou
            | Verdict::Waiting(_)
            | Verdict::Fail
            | Verdict::Unknown => self.mark(verdict.mark()),
        }
    }

    /// The glyph and the role of a step's state.
    #[must_use]
    pub const fn state(self, state: StepState) -> (&'static str, Tone) {
        match state {
            StepState::Ready => self.mark(Mark::Pass),
            StepState::NeedsYou => self.mark(Mark::NeedsYou),
            StepState::Waiting => self.mark(Mark::Waiting),
            StepState::Failing => self.mark(Mark::Fail),
            StepState::Unknown => self.mark(Mark::Unknown),
            StepState::SetAside => (self.glyph("–", "-"), Tone::Muted),
            StepState::NotStarted => self.mark(Mark::Skipped),
        }
    }

    /// What turns while something runs.
    #[must_use]
    pub fn spinner(self, turn: usize) -> &'static str {
        let frames: &[&'static str] =
            if self.ascii { &["|", "/", "-", "\\"] } else { &["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧"] };
        frames.get(turn % frames.len()).copied().unwrap_or("*")
    }

    /// The lines around a pane.
    #[must_use]
    pub const fn border(self) -> border::Set<'static> {
        if self.ascii {
            return border::Set {
                top_left: "+",
                top_right: "+",
                bottom_left: "+",
                bottom_right: "+",
                vertical_left: "|",
                vertical_right: "|",
                horizontal_top: "-",
                horizontal_bottom: "-",
            };
        }
        border::ROUNDED
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(given: &[(&str, &str)]) -> Look {
        Look::of_the_environment(|name| given.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn an_empty_no_color_means_colour_and_the_first_locale_decides() {
        assert!(!look(&[("NO_COLOR", ""), ("LANG", "en_US.UTF-8")]).mono);
        assert!(look(&[("NO_COLOR", "1")]).mono);
        assert!(look(&[("TERM", "dumb")]).mono);
        assert!(!look(&[("LC_ALL", ""), ("LC_CTYPE", "nb_NO.utf8"), ("LANG", "C")]).ascii);
        assert!(look(&[("LC_ALL", "C"), ("LANG", "en_US.UTF-8")]).ascii);
    }

    #[test]
    fn no_two_verdicts_look_alike() {
        for ascii in [false, true] {
            let look = Look { mono: true, ascii };
            let mut glyphs: Vec<_> = Mark::ALL.iter().map(|mark| look.mark(*mark).0).collect();
            glyphs.push(look.verdict(&Verdict::Skipped(Skip::SetAside { reason: String::new(), date: None })).0);
            let all = glyphs.len();
            glyphs.sort_unstable();
            glyphs.dedup();
            assert_eq!(glyphs.len(), all, "{glyphs:?}");
        }
    }

    #[test]
    fn a_monochrome_look_never_sets_a_colour() {
        let mono = Look { mono: true, ascii: false };
        let tones = [Tone::Success, Tone::Attention, Tone::Failure, Tone::Accent, Tone::Muted, Tone::Selection, Tone::Title, Tone::Hint];
        for tone in tones {
            let style = mono.style(tone);
            assert!(style.fg.is_none() && style.bg.is_none(), "{tone:?}");
        }
    }
}
