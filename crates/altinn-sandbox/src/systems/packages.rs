//! The access packages that the sandbox knows, and to whom each may be given (facts platform D.1 and D.3).

use super::system::AccessPackage;

/// To whom a package may be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// A system user of one's own.
    Own,
    /// A system user for client relations: it serves the clients of its owner.
    Clients,
    /// A person only.
    People,
}

/// How every package's URN begins.
pub(super) const PREFIX: &str = "urn:altinn:accesspackage:";

const KNOWN: [(&str, Reach); 6] = [
    ("urn:altinn:accesspackage:skatt-naering", Reach::Own),
    ("urn:altinn:accesspackage:post-til-virksomheten", Reach::Own),
    ("urn:altinn:accesspackage:regnskapsforer-lonn", Reach::Clients),
    ("urn:altinn:accesspackage:regnskapsforer-med-signeringsrettighet", Reach::Clients),
    ("urn:altinn:accesspackage:revisormedarbeider", Reach::Clients),
    ("urn:altinn:accesspackage:hovedadministrator", Reach::People),
];

/// To whom a package may be given; none when there is no such package.
pub(super) fn reach(urn: &str) -> Option<Reach> {
    KNOWN.iter().find(|(known, _)| *known == urn).map(|(_, reach)| *reach)
}

/// The packages, by their URNs, that do not reach so far.
pub(super) fn not_reaching(packages: &[AccessPackage], wanted: Reach) -> Vec<&str> {
    packages.iter().map(|package| package.urn.as_str()).filter(|urn| reach(urn) != Some(wanted)).collect()
}
