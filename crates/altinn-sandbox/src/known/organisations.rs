//! The organisations of the known world.

use super::scopes::{EVERY_SCOPE, PARTICIPANT_SCOPES, SENDER_SCOPES};

#[derive(Debug, Clone, Copy)]
pub struct KnownOrganisation {
    /// Nine digits.
    pub number: &'static str,
    pub name: &'static str,
    /// The code in altinn-orgs.json; only service owners have one.
    pub code: Option<&'static str>,
    /// Scopes that their owner has granted to the organisation.
    pub granted: &'static [&'static str],
}

/// The service owner that the known resources belong to.
pub const SERVICE_OWNER: KnownOrganisation =
    KnownOrganisation { number: "310400106", name: "Prøvedirektoratet", code: Some("prov"), granted: EVERY_SCOPE };
/// Sends files with its own system.
pub const SENDER: KnownOrganisation =
    KnownOrganisation { number: "310400203", name: "Avsender og Sønner AS", code: None, granted: SENDER_SCOPES };
/// Receives files with its own system.
pub const RECIPIENT: KnownOrganisation =
    KnownOrganisation { number: "310400300", name: "Mottaker kommune", code: None, granted: PARTICIPANT_SCOPES };
/// Vendor of a system that the sender uses too.
pub const VENDOR: KnownOrganisation =
    KnownOrganisation { number: "310400408", name: "Fagsystem AS", code: None, granted: PARTICIPANT_SCOPES };
/// A service owner with a published resource and a working client, not yet registered in Broker or the system register.
pub const NEWCOMER: KnownOrganisation =
    KnownOrganisation { number: "310400505", name: "Nykommerverket", code: Some("nyk"), granted: EVERY_SCOPE };
/// On no access list and in no policy; has only the scopes that need no grant.
pub const OUTSIDER: KnownOrganisation =
    KnownOrganisation { number: "310400602", name: "Utenfor AS", code: None, granted: &["altinn:events.subscribe"] };

/// Owns every scope, as in the real portal. Only Digdir can exchange a token as [`TEST_OWNER`]. It is in the list of service owners
/// (altinn-orgs.json) but not in this world's register.
pub const DIGDIR: KnownOrganisation = KnownOrganisation {
    number: "991825827",
    name: "Digitaliseringsdirektoratet",
    code: Some("digdir"),
    granted: &["idporten:scopes.write", "altinn:serviceowner"],
};

pub const ORGANISATIONS: &[KnownOrganisation] = &[SERVICE_OWNER, SENDER, RECIPIENT, VENDOR, NEWCOMER, OUTSIDER];

/// The code and name of the test service owner, which has no organisation number (facts examples 9).
pub const TEST_OWNER: (&str, &str) = ("ttd", "Testdepartementet");

/// Synthetic national identity numbers (80 is added to the month) from which the test token generator picks at random.
pub const PERSONS: [&str; 3] = ["14928420036", "22859020015", "03887120047"];
