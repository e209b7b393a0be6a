//! The organisations of the known world.

use super::scopes::{EVERY_SCOPE, PARTICIPANT_SCOPES, SENDER_SCOPES};

#[derive(Debug, Clone, Copy)]
pub struct KnownOrganisation {
    /// Its number, nine digits.
    pub number: &'static str,
    pub name: &'static str,
    /// Its code in altinn-orgs.json: service owners only.
    pub code: Option<&'static str>,
    /// The scopes that their owner has granted it.
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
/// Makes a system that the sender uses too.
pub const VENDOR: KnownOrganisation =
    KnownOrganisation { number: "310400408", name: "Fagsystem AS", code: None, granted: PARTICIPANT_SCOPES };
/// A service owner with a published resource and a ready client, and nothing yet in Broker or the system register.
pub const NEWCOMER: KnownOrganisation =
    KnownOrganisation { number: "310400505", name: "Nykommerverket", code: Some("nyk"), granted: EVERY_SCOPE };
/// On no access list, in no policy, granted only what everybody may have.
pub const OUTSIDER: KnownOrganisation =
    KnownOrganisation { number: "310400602", name: "Utenfor AS", code: None, granted: &["altinn:events.subscribe"] };

/// Owns every scope here, as in the real portal; the one owner whose exchanged token may be told to speak for [`TEST_OWNER`]. It is in
/// the list of owners and not in this world's register.
pub const DIGDIR: KnownOrganisation = KnownOrganisation {
    number: "991825827",
    name: "Digitaliseringsdirektoratet",
    code: Some("digdir"),
    granted: &["idporten:scopes.write", "altinn:serviceowner"],
};

pub const ORGANISATIONS: &[KnownOrganisation] = &[SERVICE_OWNER, SENDER, RECIPIENT, VENDOR, NEWCOMER, OUTSIDER];

/// The code and the name of a test owner, which has no organisation number (facts examples 9).
pub const TEST_OWNER: (&str, &str) = ("ttd", "Testdepartementet");

/// Persons whom the test token generator takes at random: synthetic, with 80 added to the month.
pub const PERSONS: [&str; 3] = ["14928420036", "22859020015", "03887120047"];
