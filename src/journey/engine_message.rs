//! Every message of the engine: why something could not be opened, saved or done, or what the user should know about it.

use crate::values::{FileKind, FileSize};

crate::phrases! {
    /// The texts are in `engine.ftl`. `field`, `answers` and `earlier` contain ids of fields, which are shown by their labels.
    pub enum EngineMessage {
        // Profiles.
        KeyUnusable = "key-unusable",
        NoFolder = "no-folder",
        ProfileMissing { name: String, names: Vec<String> } = "profile-missing",
        ProfileMissingAlone { name: String } = "profile-missing-alone",
        ProfileName { name: String } = "profile-name",
        ProfileTaken { name: String } = "profile-taken",
        ProfileBroken { name: String, path: String } = "profile-broken",
        ProfileForeign { name: String } = "profile-foreign",
        ProfileNewer { name: String } = "profile-newer",
        ProfileUnreadable { name: String, path: String, reason: String } = "profile-unreadable",
        FileMissing { path: String } = "file-missing",
        FileNotRegular { path: String, kind: FileKind } = "file-not-regular",
        FileLeadsNowhere { path: String, target: String } = "file-leads-nowhere",
        FileTooLarge { path: String, limit: FileSize } = "file-too-large",
        FileTookTooLong { path: String, seconds: u64 } = "file-took-too-long",
        KeysMoved { path: String } = "keys-moved",
        KeysNotMoved { path: String, reason: String } = "keys-not-moved",
        /// Each answer is `field=text`.
        AnswersReplaced { answers: Vec<String> } = "answers-replaced",
        /// Each answer is `field=text`; `earlier` are those that they replace.
        AnswersTaken { answers: Vec<String>, earlier: Vec<String> } = "answers-taken",

        // Answers.
        NoAnswers = "no-answers",
        NoRole = "no-role",
        UsingLast { name: String } = "using-last",
        AnswersUnreadable { path: String, reason: String } = "answers-unreadable",
        AnswersSyntax { reason: String } = "answers-syntax",
        AnswersNotText { path: String } = "answers-not-text",
        AnswersOtherFormat { format: String } = "answers-other-format",
        AnswersUnquoted { key: String } = "answers-unquoted",
        AnswersCurlyQuotes { key: String } = "answers-curly-quotes",
        AnswersBackslash { key: String } = "answers-backslash",
        AnswersNoEquals { key: String } = "answers-no-equals",
        AnswersVersion { version: String } = "answers-version",
        AnswerUnknown { key: String } = "answer-unknown",
        AnswerUnknownNear { key: String, close: String } = "answer-unknown-near",
        AnswerShape { key: String, kind: String } = "answer-shape",
        EnvironmentIncomplete = "environment-incomplete",
        InFile { file: String, line: usize } = "in-file",

        // Addresses of one's own.
        AddressPlainHttp { name: String, meant: String } = "address-plain-http",
        AddressRetired { name: String, host: String, meant: String } = "address-retired",
        AddressMeant { name: String, meant: String } = "address-meant",
        AddressUnusable { name: String, address: String } = "address-unusable",

        // Saving.
        NotSaved { path: String, reason: String } = "not-saved",
        NotSavedLocked { path: String } = "not-saved-locked",
        NotSavedHangs { seconds: u64 } = "not-saved-hangs",
        StateBroken { path: String } = "state-broken",
        StateNewer = "state-newer",
        SettingsBroken { path: String } = "settings-broken",

        // The sandbox.
        SandboxNotRunning = "sandbox-not-running",
        SandboxListen { address: String, reason: String } = "sandbox-listen",
        SandboxNotLoopback { address: String } = "sandbox-not-loopback",
        SandboxServed = "sandbox-served",
        SandboxWorld { reason: String } = "sandbox-world",
        SandboxWorldNewer = "sandbox-world-newer",
        SandboxWorldBroken { path: String } = "sandbox-world-broken",
        SandboxKeys { reason: String } = "sandbox-keys",
        SandboxAnswer { field: String } = "sandbox-answer",
        FaultsNoAnswer { host: String } = "faults-no-answer",
        FaultsRefused { status: u16 } = "faults-refused",
        FaultsForeign { host: String } = "faults-foreign",
        FaultsLocal { reason: String } = "faults-local",

        // The webhook receiver.
        ReceiverListen { address: String, reason: String } = "receiver-listen",
    }
}

impl EngineMessage {
    /// There is no profile of this name; `names` are those that there are.
    #[must_use]
    pub fn profile_missing(name: String, names: Vec<String>) -> Self {
        if names.is_empty() { Self::ProfileMissingAlone { name } } else { Self::ProfileMissing { name, names } }
    }

    /// Whether it says that something could not be written to disk, whatever was asked for.
    #[must_use]
    pub const fn is_not_saved(&self) -> bool {
        matches!(self, Self::NotSaved { .. } | Self::NotSavedLocked { .. } | Self::NotSavedHangs { .. } | Self::StateNewer)
    }
}
