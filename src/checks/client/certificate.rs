//! `client.key` of a client that signs with an enterprise certificate: it is the organisation's own, valid today, and of this
//! environment.

use super::key::SOON_DAYS;
use crate::checks::judgement::{Judgement, row};
use crate::journey::{Environment, Mark, Message, Row};
use crate::keys::{Certificate, Found, IssuedFor};
use crate::values::OrgNumber;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Unit};

/// What is known besides the certificate.
pub(super) struct Circumstances<'a> {
    /// Who owns the client.
    pub(super) owner: Option<&'a OrgNumber>,
    pub(super) place: Place,
    pub(super) now: Timestamp,
    /// The user's time zone.
    pub(super) zone: TimeZone,
    /// The file with the key, if other users of this machine can read it.
    pub(super) open_file: Option<String>,
}

/// Which issuers an environment takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Production,
    /// TT02, and environments like it.
    Test,
    /// A sandbox on this machine has an issuer of its own.
    OwnIssuer,
}

impl Place {
    pub(super) fn of(environment: &Environment) -> Self {
        if environment.is_production() {
            Self::Production
        } else if environment.is_loopback() {
            Self::OwnIssuer
        } else {
            Self::Test
        }
    }
}

pub(super) fn judge(found: &Found, known: &Circumstances<'_>) -> Judgement {
    let Some(certificate) = found.certificates.first() else { return Judgement::fail(Message::CertificateMissing) };
    let shown = shown(found, certificate, known);
    if let Some(message) = refused(certificate, known) {
        return Judgement::needs_you(message).with_rows(vec![shown]);
    }
    let mut remarks = remarks(&found.certificates, certificate, known).into_iter();
    match (remarks.next(), &certificate.organisation) {
        (Some(first), _) => {
            let further = remarks.map(|remark| row(Mark::Warn, "", remark));
            Judgement::warn(first).with_rows(further.chain([shown]).collect())
        }
        (None, None) => Judgement::warn(Message::CertificateNoOrganisation).with_rows(vec![shown]),
        (None, Some(organisation)) => {
            let ends = certificate.ends.to_zoned(known.zone.clone()).date();
            let (organisation, issuer) = (organisation.clone(), certificate.issuer.clone());
            Judgement::pass(Message::CertificateGood { organisation, issuer, ends, form: found.key.description.form.to_string() })
        }
    }
}

/// What the certificate says of itself, and in which form it was found.
fn shown(found: &Found, certificate: &Certificate, known: &Circumstances<'_>) -> Row {
    let subject = certificate.organisation.as_ref().map(ToString::to_string).unwrap_or_default();
    let ends = certificate.ends.to_zoned(known.zone.clone()).date();
    let form = found.key.description.form.to_string();
    row(Mark::Pass, subject, Message::RowCertificate { issuer: certificate.issuer.clone(), ends, form })
}

/// Why Maskinporten refuses it: MP-120 for its time and its environment, MP-122 for its organisation (facts platform A.4).
fn refused(certificate: &Certificate, known: &Circumstances<'_>) -> Option<Message> {
    let day = |at: Timestamp| at.to_zoned(known.zone.clone()).date();
    let issuer = || certificate.issuer.clone();
    if certificate.ends <= known.now {
        return Some(Message::CertificateEnded { ended: day(certificate.ends) });
    }
    if certificate.begins > known.now {
        return Some(Message::CertificateBegins { begins: day(certificate.begins) });
    }
    match (certificate.issued_for, known.place) {
        (Some(IssuedFor::Test), Place::Production) => return Some(Message::CertificateOfTest { issuer: issuer() }),
        (Some(IssuedFor::Production), Place::Test | Place::OwnIssuer) => {
            return Some(Message::CertificateOfProduction { issuer: issuer() });
        }
        (Some(IssuedFor::Test), Place::Test | Place::OwnIssuer) | (Some(IssuedFor::Production), Place::Production) | (None, _) => {}
    }
    let (organisation, owner) = (certificate.organisation.as_ref()?, known.owner?);
    (organisation != owner).then(|| Message::CertificateOfOther { organisation: organisation.clone(), owner: owner.clone() })
}

/// Warnings about a certificate that can sign, the most serious first.
fn remarks(chain: &[Certificate], certificate: &Certificate, known: &Circumstances<'_>) -> Vec<Message> {
    let open = known.open_file.clone().map(|path| Message::KeyFileOpen { path });
    let today = known.now.to_zoned(known.zone.clone()).date();
    let ends = certificate.ends.to_zoned(known.zone.clone()).date();
    let days = today.until((Unit::Day, ends)).map(|span| span.get_days()).ok().filter(|days| *days < SOON_DAYS);
    let soon = days.map(|days| Message::CertificateEndsSoon { ends, days: i64::from(days) });
    let unknown = certificate.issued_for.is_none() && known.place != Place::OwnIssuer;
    let unknown = unknown.then(|| Message::CertificateUnknownIssuer { issuer: certificate.issuer.clone() });
    let alone = (chain.len() == 1).then_some(Message::CertificateAlone);
    [open, soon, unknown, alone].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::Verdict;
    use crate::keys;
    use jiff::ToSpan;
    use std::path::Path;

    const OWNER: &str = "310100005";

    fn found() -> Found {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/keys/certificate-first.pem");
        keys::read_certificate(&std::fs::read(file).unwrap(), None, None).unwrap()
    }

    fn now() -> Timestamp {
        "2027-01-01T12:00:00Z".parse().unwrap()
    }

    /// What is said of the certificate with these changes.
    fn said(place: Place, owner: &str, change: impl FnOnce(&mut Certificate)) -> (Verdict, &'static str) {
        let mut found = found();
        change(&mut found.certificates[0]);
        let owner = owner.parse().unwrap();
        let known = Circumstances { owner: Some(&owner), place, now: now(), zone: TimeZone::UTC, open_file: None };
        let judged = judge(&found, &known);
        assert!(judged.verdict == Verdict::Pass || judged.rows.iter().any(|row| row.message.id() == "row-certificate"));
        (judged.verdict, judged.message.id())
    }

    fn ending_in(days: i64) -> impl FnOnce(&mut Certificate) {
        move |certificate| certificate.ends = now() + (24 * days).hours()
    }

    #[test]
    fn a_certificate_of_this_organisation_and_environment_passes() {
        assert_eq!(said(Place::OwnIssuer, OWNER, |_| {}), (Verdict::Pass, "certificate-good"));
        for (place, issued_for) in [(Place::Test, IssuedFor::Test), (Place::Production, IssuedFor::Production)] {
            assert_eq!(said(place, OWNER, |one| one.issued_for = Some(issued_for)), (Verdict::Pass, "certificate-good"));
        }
    }

    #[test]
    fn what_maskinporten_refuses_is_told_before_it_is_asked() {
        let needs_you = |id| (Verdict::NeedsYou, id);
        let issued_for = |issued_for| move |one: &mut Certificate| one.issued_for = Some(issued_for);
        assert_eq!(said(Place::OwnIssuer, "310400203", |_| {}), needs_you("certificate-of-other"));
        assert_eq!(said(Place::Production, OWNER, issued_for(IssuedFor::Test)), needs_you("certificate-of-test"));
        assert_eq!(said(Place::Test, OWNER, issued_for(IssuedFor::Production)), needs_you("certificate-of-production"));
        assert_eq!(said(Place::OwnIssuer, OWNER, issued_for(IssuedFor::Production)), needs_you("certificate-of-production"));
        assert_eq!(said(Place::OwnIssuer, OWNER, ending_in(0)), needs_you("certificate-ended"));
        assert_eq!(said(Place::OwnIssuer, OWNER, |one| one.begins = now() + 1.hour()), needs_you("certificate-begins"));
    }

    #[test]
    fn its_end_is_watched() {
        for (days, id) in [(400, "certificate-good"), (61, "certificate-good"), (59, "certificate-ends-soon"), (3, "certificate-ends-soon")]
        {
            assert_eq!(said(Place::OwnIssuer, OWNER, ending_in(days)).1, id, "{days}");
        }
    }

    #[test]
    fn what_is_doubtful_is_a_warning() {
        assert_eq!(said(Place::Test, OWNER, |_| {}), (Verdict::Warn, "certificate-unknown-issuer"));
        assert_eq!(said(Place::OwnIssuer, OWNER, |one| one.organisation = None), (Verdict::Warn, "certificate-no-organisation"));
        let mut alone = found();
        alone.certificates.truncate(1);
        let known = Circumstances { owner: None, place: Place::OwnIssuer, now: now(), zone: TimeZone::UTC, open_file: None };
        assert_eq!(judge(&alone, &known).message.id(), "certificate-alone");
    }
}
