//! The styles of the wizard: the 16 ANSI colours on the terminal's own background, or only modifiers such as bold. The glyphs are
//! those of the reports.

use crate::journey::{Mark, StepState, Verdict};
use crate::report::Glyphs;
use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::border;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// In order.
    Success,
    /// Somebody should look or act.
    Attention,
    Failure,
    /// Work that is running, and links.
    Accent,
    Muted,
    /// The selected line.
    Selection,
    Title,
    /// The header of a profile in production, which must not be taken for one of a test.
    Production,
    Hint,
    /// Everything else, in the terminal's own colour.
    Plain,
}

/// How the wizard looks in this terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Without colours: only modifiers such as bold.
    pub mono: bool,
    pub glyphs: Glyphs,
}

impl Look {
    /// Without colours if `NO_COLOR` is set and not empty, or if `TERM` names a terminal that has none. The locale chooses the
    /// glyphs.
    #[must_use]
    pub fn of_the_environment(variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        let plain_terminal = set("TERM").is_some_and(|term| term == "dumb" || term.starts_with("vt") || term.ends_with("-m"));
        Self { mono: set("NO_COLOR").is_some() || plain_terminal, glyphs: Glyphs::of_the_locale(variable) }
    }

    #[must_use]
    pub const fn style(self, tone: Tone) -> Style {
        let plain = Style::new();
        if self.mono {
            return match tone {
                Tone::Success | Tone::Plain => plain,
                Tone::Attention | Tone::Accent | Tone::Title | Tone::Hint => plain.add_modifier(Modifier::BOLD),
                Tone::Failure => plain.add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED)),
                Tone::Muted => plain.add_modifier(Modifier::DIM),
                Tone::Selection | Tone::Production => plain.add_modifier(Modifier::REVERSED),
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
            Tone::Production => plain.fg(Color::White).bg(Color::Red).add_modifier(Modifier::BOLD),
            Tone::Hint => plain.fg(Color::Cyan).add_modifier(Modifier::BOLD),
        }
    }

    #[must_use]
    pub const fn glyph(self, unicode: &'static str, ascii: &'static str) -> &'static str {
        self.glyphs.either(unicode, ascii)
    }

    #[must_use]
    pub const fn mark(self, mark: Mark) -> (&'static str, Tone) {
        let tone = match mark {
            Mark::Pass => Tone::Success,
            Mark::Warn | Mark::NeedsYou | Mark::Unknown => Tone::Attention,
            Mark::Waiting | Mark::Skipped => Tone::Muted,
            Mark::Fail => Tone::Failure,
        };
        (self.glyphs.mark(mark), tone)
    }

    #[must_use]
    pub const fn verdict(self, verdict: &Verdict) -> (&'static str, Tone) {
        let (_, tone) = self.mark(verdict.mark());
        (self.glyphs.verdict(verdict), tone)
    }

    #[must_use]
    pub const fn state(self, state: StepState) -> (&'static str, Tone) {
        let tone = match state {
            StepState::Ready => Tone::Success,
            StepState::NeedsYou | StepState::Unknown => Tone::Attention,
            StepState::Waiting | StepState::SetAside | StepState::NotStarted | StepState::WithVendor => Tone::Muted,
            StepState::Failing => Tone::Failure,
        };
        (self.glyphs.state(state), tone)
    }

    /// The sign that is shown while something runs. It changes with each `turn`.
    #[must_use]
    pub fn spinner(self, turn: usize) -> &'static str {
        let frames: &[&'static str] = match self.glyphs {
            Glyphs::Unicode => &["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧"],
            Glyphs::Ascii => &["|", "/", "-", "\\"],
        };
        frames.get(turn % frames.len()).copied().unwrap_or("*")
    }

    /// The lines around a pane.
    #[must_use]
    pub const fn border(self) -> border::Set<'static> {
        match self.glyphs {
            Glyphs::Unicode => border::ROUNDED,
            Glyphs::Ascii => border::Set {
                top_left: "+",
                top_right: "+",
                bottom_left: "+",
                bottom_right: "+",
                vertical_left: "|",
                vertical_right: "|",
                horizontal_top: "-",
                horizontal_bottom: "-",
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(set: &[(&str, &str)]) -> Look {
        Look::of_the_environment(|name| set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn an_empty_no_color_means_colour() {
        assert!(!look(&[("NO_COLOR", ""), ("LANG", "en_US.UTF-8")]).mono);
        assert!(look(&[("NO_COLOR", "1")]).mono);
        assert!(look(&[("TERM", "dumb")]).mono);
    }

    #[test]
    fn a_monochrome_look_never_sets_a_colour() {
        let mono = Look { mono: true, glyphs: Glyphs::Unicode };
        let tones = [
            Tone::Success,
            Tone::Attention,
            Tone::Failure,
            Tone::Accent,
            Tone::Muted,
            Tone::Selection,
            Tone::Title,
            Tone::Production,
            Tone::Hint,
        ];
        for tone in tones {
            let style = mono.style(tone);
            assert!(style.fg.is_none() && style.bg.is_none(), "{tone:?}");
        }
    }
}
