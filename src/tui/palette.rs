//! The colours of the themes. Those of 256 are fixed in every terminal; the first 16 are whatever the user has made of them.

use super::theme::Tone;
use ratatui::style::{Color, Modifier, Style};

/// The colours of the tones that have one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Palette {
    success: Color,
    attention: Color,
    failure: Color,
    accent: Color,
    /// Faint, as the terminal shows it, if there is none.
    muted: Option<Color>,
    selection: Style,
    production: (Color, Color),
    /// What a cell without a colour of its own has, text on background: the terminal's own if there is none.
    pub(super) ground: Option<(Color, Color)>,
}

const REVERSED: Style = Style::new().add_modifier(Modifier::REVERSED);

/// The terminal's own colours. Not yellow for attention: it cannot be read on a light background.
pub(super) const TERMINAL: Palette = Palette {
    success: Color::Green,
    attention: Color::Magenta,
    failure: Color::Red,
    accent: Color::Cyan,
    muted: None,
    selection: REVERSED,
    production: (Color::White, Color::Red),
    ground: None,
};

pub(super) const DARK: Palette = Palette {
    success: Color::Indexed(114),
    attention: Color::Indexed(221),
    failure: Color::Indexed(210),
    accent: Color::Indexed(117),
    muted: Some(Color::Indexed(250)),
    selection: REVERSED,
    production: (Color::Indexed(231), Color::Indexed(124)),
    ground: None,
};

pub(super) const LIGHT: Palette = Palette {
    success: Color::Indexed(22),
    attention: Color::Indexed(90),
    failure: Color::Indexed(124),
    accent: Color::Indexed(18),
    muted: Some(Color::Indexed(239)),
    selection: REVERSED,
    production: (Color::Indexed(231), Color::Indexed(124)),
    ground: None,
};

pub(super) const HIGH_CONTRAST: Palette = Palette {
    success: Color::Indexed(46),
    attention: Color::Indexed(226),
    failure: Color::Indexed(217),
    accent: Color::Indexed(51),
    muted: Some(Color::Indexed(231)),
    selection: Style::new().fg(Color::Indexed(16)).bg(Color::Indexed(226)),
    production: (Color::Indexed(231), Color::Indexed(88)),
    ground: Some((Color::Indexed(231), Color::Indexed(16))),
};

impl Palette {
    pub(super) const fn style(self, tone: Tone) -> Style {
        let plain = Style::new();
        match tone {
            Tone::Plain => plain,
            Tone::Success => plain.fg(self.success),
            Tone::Attention => plain.fg(self.attention).add_modifier(Modifier::BOLD),
            Tone::Failure => plain.fg(self.failure).add_modifier(Modifier::BOLD),
            Tone::Accent => plain.fg(self.accent),
            Tone::Muted => match self.muted {
                Some(colour) => plain.fg(colour),
                None => plain.add_modifier(Modifier::DIM),
            },
            Tone::Selection => self.selection,
            Tone::Title => plain.add_modifier(Modifier::BOLD),
            Tone::Production => plain.fg(self.production.0).bg(self.production.1).add_modifier(Modifier::BOLD),
            Tone::Hint => plain.fg(self.accent).add_modifier(Modifier::BOLD),
        }
    }
}

/// Only modifiers, for terminals and eyes that have no colours.
pub(super) const fn mono(tone: Tone) -> Style {
    let plain = Style::new();
    match tone {
        Tone::Success | Tone::Plain => plain,
        Tone::Attention | Tone::Accent | Tone::Title | Tone::Hint => plain.add_modifier(Modifier::BOLD),
        Tone::Failure => plain.add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED)),
        Tone::Muted => plain.add_modifier(Modifier::DIM),
        Tone::Selection | Tone::Production => REVERSED,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Red, green and blue of a colour of the 256, as every terminal shows it.
    fn rgb(colour: Color) -> [f64; 3] {
        let Color::Indexed(index) = colour else { panic!("{colour:?} is whatever the user has made of it") };
        let level = |step: u8| if step == 0 { 0.0 } else { f64::from(55 + 40 * step) };
        match index {
            0..16 => panic!("{index} is whatever the user has made of it"),
            16..232 => [(index - 16) / 36, (index - 16) / 6 % 6, (index - 16) % 6].map(level),
            232.. => [f64::from(8 + 10 * (index - 232)); 3],
        }
    }

    /// The contrast of two colours (WCAG 2.2, "contrast ratio").
    fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
        let luminance = |colour: [f64; 3]| {
            let [red, green, blue] = colour.map(|part| {
                let part = part / 255.0;
                if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
            });
            0.2126 * red + 0.7152 * green + 0.0722 * blue
        };
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    const BLACK: [f64; 3] = [0.0; 3];
    const GREY: [f64; 3] = [46.0, 52.0, 64.0];
    const WHITE: [f64; 3] = [255.0; 3];
    const PAPER: [f64; 3] = [253.0, 246.0, 227.0];

    /// Every tone of a palette on its own background, or on `backgrounds` where it has none.
    fn contrasts(palette: Palette, backgrounds: &[[f64; 3]]) -> Vec<(Tone, f64)> {
        let own = palette.ground.map(|(_, back)| rgb(back));
        let tones = Tone::ALL.iter().copied();
        tones
            .filter_map(|tone| {
                let style = palette.style(tone);
                let text = rgb(style.fg.or(palette.ground.map(|(text, _)| text))?);
                let backs = style.bg.map(rgb).or(own).map_or_else(|| backgrounds.to_vec(), |back| vec![back]);
                Some((tone, backs.into_iter().map(|back| contrast(text, back)).fold(f64::INFINITY, f64::min)))
            })
            .collect()
    }

    #[test]
    fn every_tone_can_be_read_on_the_background_that_its_theme_is_for() {
        for (palette, backgrounds, least) in
            [(DARK, [BLACK, GREY].as_slice(), 4.5), (LIGHT, [WHITE, PAPER].as_slice(), 4.5), (HIGH_CONTRAST, [].as_slice(), 7.0)]
        {
            let contrasts = contrasts(palette, backgrounds);
            assert!(contrasts.len() >= 7, "{palette:?}");
            for (tone, contrast) in contrasts {
                assert!(contrast >= least, "{tone:?} has {contrast:.1}, and {least} is needed: {palette:?}");
            }
        }
    }

    #[test]
    fn nothing_is_faint_in_high_contrast() {
        for tone in Tone::ALL {
            assert!(!HIGH_CONTRAST.style(*tone).add_modifier.contains(Modifier::DIM), "{tone:?}");
        }
    }

    #[test]
    fn without_colours_there_are_none() {
        for tone in Tone::ALL {
            let style = mono(*tone);
            assert!(style.fg.is_none() && style.bg.is_none(), "{tone:?}");
        }
    }
}
