//! What the message line says. It stays until the next key.

use super::Key;
use crate::journey::EngineMessage;
use crate::values::Endpoints;
use url::Url;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// From the engine: what it could not do, or what the user should know.
    Engine(EngineMessage),
    /// From the wizard itself.
    Wizard(WizardMessage),
    /// A key was pressed that does nothing here. `has_help`: `?` shows those that do something.
    Unused { key: Key, has_help: bool },
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
        LetterSaved { path: String } = "letter-saved",
        LetterNoted = "letter-noted",
        ReminderNoted = "reminder-noted",
        NoNoted = "no-noted",
        MailOpened = "mail-opened",
        MailNotOpened = "mail-not-opened",
        PublicKeyCopied = "public-key-copied",
        Copied { what: String } = "copied",
        LinkOpened { link: String } = "link-opened",
        LinkNotOpened { link: String } = "link-not-opened",
        OwnAddresses { maskinporten: String, platform: String } = "own-addresses",
        PasteIgnored = "paste-ignored",
        OtherWord { wanted: String } = "other-word",
        NotTaken = "not-taken",
        CallsCopied { count: usize } = "calls-copied",
        CurlCopied = "curl-copied",
        CurlCopiedWith { variables: Vec<String> } = "curl-copied-with",
        FirstLineOnly { lines: usize } = "first-line-only",
        SeveralFit = "several-fit",
        ClientIdUnusual = "client-id-unusual",
        Proposed = "proposed",
        ProposedChoice = "proposed-choice",
        SavedNow = "saved-now",
        StillChecking = "still-checking",
        Panicked { what: String } = "panicked",
    }
}

impl WizardMessage {
    /// Names the hosts of an environment of one's own, before anything is sent there.
    pub(super) fn own_addresses(own: &Endpoints) -> Self {
        let host = |url: &Url| url.origin().ascii_serialization();
        Self::OwnAddresses { maskinporten: host(&own.maskinporten), platform: host(&own.platform) }
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
