//! What the message line says, until the next key.

use crate::journey::EngineMessage;

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// What the engine could not do, or says of what it did.
    Engine(EngineMessage),
    /// What the wizard itself says.
    Wizard(WizardMessage),
}

crate::phrases! {
    /// Words under `notice` in `screens.ftl`.
    pub enum WizardMessage {
        Renamed { name: String } = "renamed",
        Removed { name: String } = "removed",
        Filled = "filled",
        HalfDone = "half-done",
        Stopped = "stopped",
        LetterCopied = "letter-copied",
        Copied { what: String } = "copied",
        LinkOpened { link: String } = "link-opened",
        LinkNotOpened { link: String } = "link-not-opened",
        FirstLineOnly { lines: usize } = "first-line-only",
        Panicked { what: String } = "panicked",
    }
}

impl From<EngineMessage> for Notice {
    fn from(message: EngineMessage) -> Self {
        Self::Engine(message)
    }
}

impl From<WizardMessage> for Notice {
    fn from(message: WizardMessage) -> Self {
        Self::Wizard(message)
    }
}
