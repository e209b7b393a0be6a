//! The addresses that the program shows to people. They are listed once; a test holds that nothing of the program names another.

/// How an organisation gets its scopes, its client and its system.
pub(super) const GETTING_STARTED: &str = "https://docs.altinn.studio/en/broker/getting-started/common-steps/";
pub(super) const OWNER_GUIDE: &str = "https://docs.altinn.studio/en/broker/getting-started/service-owner/";
pub(super) const DEVELOPER_GUIDES: &str = "https://docs.altinn.studio/en/broker/getting-started/developer-guides/";
pub(super) const EVENTS_GUIDE: &str = "https://docs.altinn.studio/en/events/subscribe-to-events/developer-guides/";
pub(super) const SUBSCRIBING: &str = "https://docs.altinn.studio/en/events/subscribe-to-events/developer-guides/setup-subscription/";
pub(super) const SYSTEM_USERS: &str = "https://docs.altinn.studio/authorization/getting-started/systemuser/";
/// Maskinporten's own list of what can go wrong.
pub(super) const TROUBLESHOOTING: &str = "https://docs.digdir.no/docs/Maskinporten/maskinporten_feilsoking";
/// The self-service portal's manual.
pub(super) const SELF_SERVICE: &str = "https://docs.digdir.no/docs/Maskinporten/maskinporten_sjolvbetjening_web";
/// The form with which an organisation begins with Maskinporten (facts platform B.1).
pub(super) const TERMS: &str = "https://samarbeid.digdir.no/maskinporten/konsument/119";
/// The search in synthetic people and organisations (facts platform B.1).
pub(super) const TENOR: &str = "https://www.skatteetaten.no/testdata/";
pub(super) const STUDIO: &str = "https://altinn.studio/";

/// All of them, with the documentation of Broker as a whole, which the screens name.
pub const LINKS: &[&str] = &[
    GETTING_STARTED,
    OWNER_GUIDE,
    DEVELOPER_GUIDES,
    EVENTS_GUIDE,
    SUBSCRIBING,
    SYSTEM_USERS,
    TROUBLESHOOTING,
    SELF_SERVICE,
    TERMS,
    TENOR,
    STUDIO,
    "https://docs.altinn.studio/broker/",
];
