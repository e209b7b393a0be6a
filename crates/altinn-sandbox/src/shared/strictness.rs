//! Where the facts leave two readings, or where the services' caches would make every try wait: which one is played.

/// What an assertion's `aud` may be (facts platform A.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Audience {
    /// The issuer or the token endpoint, which Altinn's own older tests send.
    #[default]
    IssuerOrTokenUrl,
    /// The issuer alone, as the documentation says today.
    IssuerOnly,
}

/// Which claims an assertion may hold (facts platform A.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AssertionClaims {
    /// Undocumented ones are ignored, as seen with real clients.
    #[default]
    Any,
    /// Undocumented ones are refused, as the documentation says.
    DocumentedOnly,
}

/// Whether what was decided once stays so for a while (facts platform A.4, E.1 and F.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Caches {
    /// Every change works at once.
    #[default]
    Off,
    /// As the services: keys and scopes 2 minutes; delegations 5; policies, resources and members 10; the subscriptions of an event an hour.
    AsAltinn,
}

/// Whether an access package that a system user holds lets it in (facts platform E.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PackageAccess {
    /// It does not: the platform's switch is off in its base configuration.
    #[default]
    Off,
    /// It does, where a rule names the package.
    On,
}

/// How strict the sandbox is where it can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Strictness {
    /// What `aud` may be.
    pub audience: Audience,
    /// Which claims an assertion may hold.
    pub claims: AssertionClaims,
    /// Whether caches are played.
    pub caches: Caches,
    /// Whether access packages let system users in.
    pub package_access: PackageAccess,
}
