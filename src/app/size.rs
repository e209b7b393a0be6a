//! The terminal's size in cells, and what there is room for.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub width: u16,
    pub height: u16,
}

impl Size {
    /// Under this many columns one pane is shown at a time.
    const TWO_PANES: u16 = 72;

    /// Whether there is room for both panes.
    #[must_use]
    pub const fn has_two_panes(self) -> bool {
        self.width >= Self::TWO_PANES
    }

    /// Whether there is room for anything but one sentence.
    #[must_use]
    pub const fn is_enough(self) -> bool {
        self.width >= 40 && self.height >= 12
    }
}
