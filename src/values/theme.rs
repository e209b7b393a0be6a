//! The themes of the wizard.

crate::choice! {
    /// Which colours the wizard uses.
    pub enum Theme {
        /// The terminal's own 16 colours on its own background.
        Terminal = "terminal",
        /// For a dark background.
        Dark = "dark",
        /// For a light background.
        Light = "light",
        /// White and yellow on black, nothing faint, whatever the terminal's background is.
        HighContrast = "high-contrast",
        /// No colour: only bold, underlined, reversed.
        Mono = "mono",
    }
}
