//! The issuers of tokens.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// An exchanged token, signed by Altinn.
    Altinn,
    /// A raw token, signed by Maskinporten.
    Maskinporten,
}

impl TokenKind {
    pub const ALL: [Self; 2] = [Self::Altinn, Self::Maskinporten];

    /// The issuer's name on the sandbox's own pages.
    #[must_use]
    pub const fn issuer(self) -> &'static str {
        match self {
            Self::Altinn => "altinn",
            Self::Maskinporten => "maskinporten",
        }
    }
}
