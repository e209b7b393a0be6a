//! The terminal's size in cells, and what fits into it.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub width: u16,
    pub height: u16,
}

impl Size {
    /// With fewer columns than this only one pane is shown at a time.
    const TWO_PANES: u16 = 72;

    #[must_use]
    pub const fn has_two_panes(self) -> bool {
        self.width >= Self::TWO_PANES
    }

    /// Whether the wizard fits. Otherwise only a sentence that asks for a larger terminal is shown.
    #[must_use]
    pub const fn is_enough(self) -> bool {
        self.width >= 40 && self.height >= 12
    }
}
