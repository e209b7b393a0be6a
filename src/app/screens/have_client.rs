//! The question whether there is a Maskinporten client already.

/// The selected answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum HaveClient {
    /// There is none: a key is made for a new one.
    #[default]
    No,
    /// There is one: its id is asked for.
    Yes,
}

impl HaveClient {
    pub const ORDER: [Self; 2] = [Self::No, Self::Yes];

    /// The line of the answer, from 0.
    #[must_use]
    pub const fn line(self) -> usize {
        match self {
            Self::No => 0,
            Self::Yes => 1,
        }
    }

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Yes => "yes",
        }
    }
}
