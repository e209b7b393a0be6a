//! How the wizard looks: its tones, the themes that give them colours, and the glyphs, which are those of the reports.

use super::palette::{DARK, HIGH_CONTRAST, LIGHT, Palette, TERMINAL, mono};
use crate::journey::{Mark, StepState, Verdict};
use crate::report::Glyphs;
use crate::values::Theme;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Style};
use ratatui::symbols::border;

/// What a text on the screen is, whatever colour that has.
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
    /// Everything else.
    Plain,
}

impl Tone {
    #[cfg(test)]
    pub(super) const ALL: &[Self] = &[
        Self::Success,
        Self::Attention,
        Self::Failure,
        Self::Accent,
        Self::Muted,
        Self::Selection,
        Self::Title,
        Self::Production,
        Self::Hint,
        Self::Plain,
    ];
}

/// How the wizard looks in this terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    pub theme: Theme,
    pub glyphs: Glyphs,
}

impl Look {
    /// The theme that the user has chosen. Without one the terminal's own colours, and none if `NO_COLOR` is set and not empty or if
    /// `TERM` names a terminal that has none: who chooses a theme overrules these (no-color.org). The locale chooses the glyphs.
    #[must_use]
    pub fn of_the_environment(chosen: Option<Theme>, variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        let plain_terminal = set("TERM").is_some_and(|term| term == "dumb" || term.starts_with("vt") || term.ends_with("-m"));
        let is_colourless = set("NO_COLOR").is_some() || plain_terminal;
        let theme = chosen.unwrap_or(if is_colourless { Theme::Mono } else { Theme::Terminal });
        Self { theme, glyphs: Glyphs::of_the_locale(variable) }
    }

    /// The colours of the theme; none in one without.
    const fn palette(self) -> Option<Palette> {
        match self.theme {
            Theme::Mono => None,
            Theme::Terminal => Some(TERMINAL),
            Theme::Dark => Some(DARK),
            Theme::Light => Some(LIGHT),
            Theme::HighContrast => Some(HIGH_CONTRAST),
        }
    }

    #[must_use]
    pub const fn style(self, tone: Tone) -> Style {
        match self.palette() {
            Some(palette) => palette.style(tone),
            None => mono(tone),
        }
    }

    /// Makes the cells such as this terminal shows them: with the theme's own colours where they have none, and with characters
    /// that it has.
    pub(super) fn fill(self, buffer: &mut Buffer) {
        if self.glyphs == Glyphs::Ascii {
            buffer.content.iter_mut().for_each(in_ascii);
        }
        let Some((text, back)) = self.palette().and_then(|palette| palette.ground) else { return };
        for cell in &mut buffer.content {
            if cell.fg == Color::Reset {
                cell.fg = text;
            }
            if cell.bg == Color::Reset {
                cell.bg = back;
            }
        }
    }

    /// The black modules of a code that a phone reads must be dark, whatever the terminal's colours are.
    #[must_use]
    pub const fn code(self) -> Style {
        match self.theme {
            Theme::Mono => Style::new(),
            Theme::Terminal | Theme::Dark | Theme::Light | Theme::HighContrast => Style::new().fg(Color::White).bg(Color::Black),
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

/// Writes a quotation mark, a dash or a dot in ASCII, in the one cell that it has. Letters stay: a terminal without them shows some
/// sign of its own.
fn in_ascii(cell: &mut Cell) {
    if cell.symbol().is_ascii() {
        return;
    }
    let written = Glyphs::Ascii.written(cell.symbol()).chars().next();
    if let Some(written) = written.filter(char::is_ascii) {
        cell.set_char(written);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn theme(chosen: Option<Theme>, set: &[(&str, &str)]) -> Theme {
        Look::of_the_environment(chosen, |name| set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())).theme
    }

    #[test]
    fn an_empty_no_color_means_colour() {
        assert_eq!(theme(None, &[("NO_COLOR", ""), ("LANG", "en_US.UTF-8")]), Theme::Terminal);
        assert_eq!(theme(None, &[("NO_COLOR", "1")]), Theme::Mono);
        assert_eq!(theme(None, &[("TERM", "dumb")]), Theme::Mono);
    }

    #[test]
    fn a_theme_that_was_chosen_overrules_no_color() {
        assert_eq!(theme(Some(Theme::Light), &[("NO_COLOR", "1"), ("TERM", "vt100")]), Theme::Light);
    }

    #[test]
    fn high_contrast_leaves_no_cell_to_the_terminals_own_colours() {
        let mut buffer = Buffer::with_lines(["a", "b"]);
        buffer[(0, 0)].set_style(Look { theme: Theme::HighContrast, glyphs: Glyphs::Unicode }.style(Tone::Failure));
        Look { theme: Theme::HighContrast, glyphs: Glyphs::Unicode }.fill(&mut buffer);
        assert!(buffer.content.iter().all(|cell| cell.fg != Color::Reset && cell.bg != Color::Reset));
        let own = Buffer::with_lines(["a"]);
        let mut left = own.clone();
        Look { theme: Theme::Dark, glyphs: Glyphs::Unicode }.fill(&mut left);
        assert_eq!(left, own);
    }
}
