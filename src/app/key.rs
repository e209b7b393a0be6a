//! The keys that the wizard knows. `tui` translates the terminal's key events into them.

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    Char(char),
    /// Ctrl with a lower-case letter.
    Ctrl(char),
    Enter,
    Esc,
    Tab,
    BackTab,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    Backspace,
    Delete,
}

impl Key {
    /// The id of the key's printed name under `cap` in `screens.ftl`. None for a character, which is printed as it is.
    #[must_use]
    pub const fn cap(self) -> Option<&'static str> {
        match self {
            Self::Char(_) => None,
            Self::Ctrl(_) => Some("ctrl"),
            Self::Enter => Some("enter"),
            Self::Esc => Some("esc"),
            Self::Tab => Some("tab"),
            Self::BackTab => Some("back-tab"),
            Self::Up => Some("up"),
            Self::Down => Some("down"),
            Self::Left => Some("left"),
            Self::Right => Some("right"),
            Self::Home => Some("home"),
            Self::End => Some("end"),
            Self::PageUp => Some("page-up"),
            Self::PageDown => Some("page-down"),
            Self::Backspace => Some("backspace"),
            Self::Delete => Some("delete"),
        }
    }
}
