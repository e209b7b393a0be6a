//! Who signs tokens.

/// Which issuer signed the token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Altinn: an exchanged token.
    Altinn,
    /// Maskinporten: a raw one.
    Maskinporten,
}

impl TokenKind {
    pub const ALL: [Self; 2] = [Self::Altinn, Self::Maskinporten];

    /// Whose it is, as the sandbox's own pages say it.
    #[must_use]
    pub const fn issuer(self) -> &'static str {
        match self {
            Self::Altinn => "altinn",
            Self::Maskinporten => "maskinporten",
        }
    }
}
