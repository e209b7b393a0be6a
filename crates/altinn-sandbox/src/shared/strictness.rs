//! Settings for two cases: the facts allow two readings, or the services' caches would delay each of the user's tries.

/// What an assertion's `aud` may be (facts platform A.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Audience {
    /// The issuer or the token endpoint; Altinn's own older tests send the latter.
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

/// Whether answers are cached, so that a change takes effect only after a while (facts platform A.4, E.1 and F.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Caches {
    /// Every change takes effect at once.
    #[default]
    Off,
    /// Cached as long as the services do: keys and scopes 2 minutes; delegations 5; policies, resources and list members 10; the
    /// subscriptions that match an event 60.
    AsAltinn,
}

/// Whether an access package of a system user gives it access (facts platform E.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PackageAccess {
    /// It does not: the platform's base configuration has this switched off.
    #[default]
    Off,
    /// It does where a rule of the policy names the package.
    On,
}

/// How strictly the sandbox judges, where this can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Strictness {
    pub audience: Audience,
    pub claims: AssertionClaims,
    pub caches: Caches,
    pub package_access: PackageAccess,
}
