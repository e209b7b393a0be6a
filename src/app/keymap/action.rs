//! What keys can mean.

/// What a key can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// One line up.
    Up,
    /// One line down.
    Down,
    /// To the first line.
    First,
    /// To the last line.
    Last,
    PageUp,
    PageDown,
    /// To the list of steps.
    Left,
    Right,
    /// What the selected line offers.
    Choose,
    Back,
    /// To the next field, or the other pane.
    Next,
    /// Run the checks, or stop them.
    Check,
    Edit,
    /// Let the program do it.
    Do,
    OpenLink,
    Copy,
    /// Set step 5 aside, or take it up again.
    SetAside,
    /// Show the message to send.
    Letter,
    /// Show the link as a QR code.
    Code,
    /// Show what is sent in the bodies, or no longer.
    Body,
    Traffic,
    /// Show how the sandbox misbehaves.
    Faults,
    /// For the next call only.
    Once,
    /// Take every fault back.
    ClearAll,
    /// Show all that is known of the finding.
    Explain,
    /// Help for this screen.
    Help,
    /// To the ways to start.
    New,
    /// Give the profile another name.
    Rename,
    Remove,
    /// Show what may be a secret, or hide it.
    Reveal,
    Quit,
    /// Save and quit, from anywhere.
    Leave,
    Repaint,
    /// Stop the program as a shell's job.
    Suspend,
    /// Choose the line of this number.
    Pick(u8),
    /// To the step of this number.
    Step(u8),
}
