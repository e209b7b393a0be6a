//! The access packages that the sandbox knows, and who may get each (facts platform D.1 and D.3).

use super::system::AccessPackage;

/// Who may get a package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// A system user that acts for its owner.
    Own,
    /// A system user that acts for its owner's clients.
    Clients,
    /// Only a person.
    People,
}

pub(super) const PREFIX: &str = "urn:altinn:accesspackage:";

const KNOWN: [(&str, Reach); 6] = [
    ("urn:altinn:accesspackage:skatt-naering", Reach::Own),
    ("urn:altinn:accesspackage:post-til-virksomheten", Reach::Own),
    ("urn:altinn:accesspackage:regnskapsforer-lonn", Reach::Clients),
    ("urn:altinn:accesspackage:regnskapsforer-med-signeringsrettighet", Reach::Clients),
    ("urn:altinn:accesspackage:revisormedarbeider", Reach::Clients),
    ("urn:altinn:accesspackage:hovedadministrator", Reach::People),
];

/// Who may get a package; `None` for an unknown package.
pub(super) fn reach(urn: &str) -> Option<Reach> {
    KNOWN.iter().find(|(known, _)| *known == urn).map(|(_, reach)| *reach)
}

/// The URNs of the packages that may not be given to `wanted`.
pub(super) fn not_reaching(packages: &[AccessPackage], wanted: Reach) -> Vec<&str> {
    packages.iter().map(|package| package.urn.as_str()).filter(|urn| reach(urn) != Some(wanted)).collect()
}
