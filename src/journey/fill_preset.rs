//! The sets of answers that the sandbox can fill in.

crate::choice! {
    /// How complete the setup is that the sandbox fills in.
    pub enum FillPreset {
        /// Everything is in order except what the deeds do.
        Filled = "filled",
        /// Something waits for someone and something is wrong, to show how the program helps.
        HalfDone = "half-done",
    }
}
