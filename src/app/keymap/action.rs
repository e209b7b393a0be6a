//! The actions that keys stand for.

/// One thing a key can do. What it does exactly depends on the screen (`actions`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    Up,
    Down,
    First,
    Last,
    PageUp,
    PageDown,
    /// To the list of steps.
    Left,
    Right,
    /// Do what the selected line offers: open, edit, accept.
    Choose,
    Back,
    /// To the next field, or the other pane.
    Next,
    /// Do what comes next.
    DoNext,
    /// Show all that is left to do.
    AllNext,
    /// Copy the scopes to add to the client.
    CopyScopes,
    /// Run the checks, or stop them.
    Check,
    Edit,
    /// Open the deed of the step that is shown.
    Do,
    OpenLink,
    Copy,
    /// Set step 5 aside, or take it up again.
    SetAside,
    /// Show the message to send.
    Letter,
    /// Save the letter to a file.
    Save,
    /// The letter in the next language; on Home, everything.
    Language,
    /// Type the address that the letter goes to.
    Address,
    /// Show the link as a QR code.
    Code,
    /// Show or hide the bodies of the requests that a deed would send.
    Body,
    /// Type the size of the file that is made up and sent.
    Size,
    /// Send a new file although one can be gone on with, or the other way.
    Anew,
    Traffic,
    /// The guide of the step.
    Guide,
    /// The next page of the guide.
    NextPage,
    /// The whole way: who does what, and how long it takes.
    Plan,
    /// Open the screen that sets faults in the sandbox.
    Faults,
    /// Set the selected fault for the next call only.
    Once,
    ClearAll,
    /// Show everything the finding contains.
    Explain,
    /// Open the screen that explains what is typed or pasted.
    LookUp,
    /// Open the screen that tells what is in a token.
    Token,
    /// Have the token exchanged at Altinn, or not.
    Exchange,
    /// Get the token anew.
    Fetch,
    /// Open the line that a token is pasted into.
    Inspect,
    Help,
    /// On Home, select the first line that starts a new profile.
    New,
    Rename,
    /// Find profiles or calls by typing.
    Find,
    Remove,
    /// Show or hide typed text that may be a secret.
    Reveal,
    Quit,
    /// Save and quit, from anywhere.
    Leave,
    Repaint,
    /// Stop the program as a shell's job (Ctrl-Z).
    Suspend,
    /// Choose the line with this number, from 1.
    Pick(u8),
    /// Go to the step with this number, 1 to 5.
    Step(u8),
}
