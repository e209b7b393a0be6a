//! The access packages that the sandbox knows, and who may get each (facts platform D.1 and D.3).

use super::system::AccessPackage;

/// Who may get a package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PackageHolder {
    /// A system user that acts for its owner.
    Own,
    /// A system user that acts for its owner's clients.
    Clients,
    /// Only a person.
    People,
}

pub(super) const PREFIX: &str = "urn:altinn:accesspackage:";

const KNOWN: [(&str, PackageHolder); 6] = [
    ("urn:altinn:accesspackage:skatt-naering", PackageHolder::Own),
    ("urn:altinn:accesspackage:post-til-virksomheten", PackageHolder::Own),
    ("urn:altinn:accesspackage:regnskapsforer-lonn", PackageHolder::Clients),
    ("urn:altinn:accesspackage:regnskapsforer-med-signeringsrettighet", PackageHolder::Clients),
    ("urn:altinn:accesspackage:revisormedarbeider", PackageHolder::Clients),
    ("urn:altinn:accesspackage:hovedadministrator", PackageHolder::People),
];

/// Who may get a package; `None` for an unknown package.
pub(super) fn holder(urn: &str) -> Option<PackageHolder> {
    KNOWN.iter().find(|(known, _)| *known == urn).map(|(_, reach)| *reach)
}

/// The URNs of the packages that may not be given to `wanted`.
pub(super) fn not_for(packages: &[AccessPackage], wanted: PackageHolder) -> Vec<&str> {
    packages.iter().map(|package| package.urn.as_str()).filter(|urn| holder(urn) != Some(wanted)).collect()
}
