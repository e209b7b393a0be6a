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
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the list of steps.
    Left,
    /// Into the step.
    Right,
    /// What the selected line offers.
    Choose,
    /// One screen back.
    Back,
    /// To the next field, or the other pane.
    Next,
    /// Run the checks, or stop them.
    Check,
    /// Give an answer.
    Edit,
    /// Let the program do it.
    Do,
    /// Open the link.
    OpenLink,
    /// Copy.
    Copy,
    /// Set step 5 aside, or take it up again.
    SetAside,
    /// Show the message to send.
    Letter,
    /// Show the link as a QR code.
    Code,
    /// Show what is sent in the bodies, or no longer.
    Body,
    /// Show the calls.
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
    /// Remove the profile.
    Remove,
    /// Show what may be a secret, or hide it.
    Reveal,
    /// Quit from Home.
    Quit,
    /// Save and quit, from anywhere.
    Leave,
    /// Paint everything anew.
    Repaint,
    /// Stop the program as a shell's job.
    Suspend,
    /// Choose the line of this number.
    Pick(u8),
    /// To the step of this number.
    Step(u8),
}
