//! What the message line says. It stays until the next key.

use crate::journey::EngineMessage;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// From the engine: what it could not do, or what the user should know.
    Engine(EngineMessage),
    /// From the wizard itself.
    Wizard(WizardMessage),
}

crate::phrases! {
    /// The texts are under `notice` in `screens.ftl`.
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
        SavedNow = "saved-now",
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
