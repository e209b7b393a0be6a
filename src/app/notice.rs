//! What the wizard says on its message line.

crate::phrases! {
    /// One line that stays until the next key. Words under `notice` in `screens.ftl`.
    pub enum Notice {
        NotSaved { path: String, reason: String } = "not-saved",
        NotSavedNewer { name: String } = "not-saved-newer",
        ProfileMissing { name: String } = "profile-missing",
        ProfileBroken { name: String, path: String } = "profile-broken",
        SetAside { path: String } = "set-aside",
        ProfileForeign { name: String } = "profile-foreign",
        ProfileTaken { name: String } = "profile-taken",
        NoFolder = "no-folder",
        ProfileNewer { name: String } = "profile-newer",
        ProfileUnreadable { name: String, path: String, reason: String } = "profile-unreadable",
        Renamed { name: String } = "renamed",
        Removed { name: String } = "removed",
        SandboxFailed { reason: String } = "sandbox-failed",
        Filled = "filled",
        HalfDone = "half-done",
        Stopped = "stopped",
        FaultsUnknown { reason: String } = "faults-unknown",
        LetterCopied = "letter-copied",
        Copied { what: String } = "copied",
        LinkOpened { link: String } = "link-opened",
        LinkNotOpened { link: String } = "link-not-opened",
        FirstLineOnly { lines: usize } = "first-line-only",
        Panicked { what: String } = "panicked",
    }
}
