//! Why a text is not a valid value. The words are in `assets/text/<language>/invalid.toml`.

phrases! {
    /// Why an input was refused. Nothing typed is ever lost: the field keeps the text and shows this under it.
    pub enum Invalid {
        Empty = "empty",
        OrgNumberShape { digits: usize } = "org-number-shape",
        OrgNumberCharacters = "org-number-characters",
        OrgNumberChecksum = "org-number-checksum",
        ClientIdShape = "client-id-shape",
        ResourceIdShape = "resource-id-shape",
        ResourceIdUpperCase { lower: String } = "resource-id-upper-case",
        SystemIdShape = "system-id-shape",
        SystemIdSpaces = "system-id-spaces",
        ScopeShape = "scope-shape",
        SecretLiteral = "secret-literal",
        PrivateKeyPasted = "private-key-pasted",
        SecretRefShape = "secret-ref-shape",
        CommandEmpty = "command-empty",
        CommandFromFlagOrProfileOnly = "command-not-here",
        WebhookShape = "webhook-shape",
        WebhookRelative = "webhook-relative",
        EventTypeUnknown { given: String } = "event-type-unknown",
        SubjectShape = "subject-shape",
        DateShape = "date-shape",
        DateFuture = "date-future",
        TransferIdShape = "transfer-id-shape",
        TooLong { limit: usize } = "too-long",
        ControlCharacters = "control-characters",
        ChoiceUnknown { given: String, choices: Vec<String> } = "choice-unknown",
        UrlShape = "url-shape",
        ProfileNameShape = "profile-name-shape",
        ProfileNameTaken { name: String } = "profile-name-taken",
    }
}
