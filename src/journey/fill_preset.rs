//! Which answers the sandbox gives.

crate::choice! {
    /// How far the setup has come that the sandbox fills in.
    pub enum FillPreset {
        /// Everything is in order but for the deeds.
        Filled = "filled",
        /// Something waits and something is wrong: what the program is for.
        HalfDone = "half-done",
    }
}
