//! How the Maskinporten client proves that it is itself.

crate::choice! {
    /// How the client proves to Maskinporten that it is itself. An assertion has a kid or a certificate, never both (facts platform
    /// A.2).
    #[derive(Default)]
    pub enum ClientAuth {
        /// With a key that is registered on the client.
        #[default]
        Key = "key",
        /// With an enterprise certificate (virksomhetssertifikat); the client has no registered key.
        Certificate = "certificate",
    }
}

impl ClientAuth {
    /// Whether it is what applies without an answer.
    #[must_use]
    pub const fn is_default(&self) -> bool {
        matches!(self, Self::Key)
    }
}
