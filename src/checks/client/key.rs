//! `client.key`: the private key can sign. Maskinporten takes a key for one year, so an older one is reported; a certificate says
//! itself when it ends.

use super::certificate;
use super::unusable_key::unusable;
use crate::checks::context::CheckContext;
use crate::checks::judgement::{CheckResult, Judgement, Stop, row};
use crate::checks::private_key::NoPrivateKey;
use crate::checks::secret;
use crate::journey::{ClientAuth, FieldId, Mark, Message};
use crate::keys::{self, KeyDescription, KeyRemark};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{ToSpan, Unit};

/// With this many days left, or fewer, the user is told to make a new key or to order a new certificate.
pub(super) const SOON_DAYS: i32 = 60;
/// With so many days left the warning is more urgent, and then once more.
const MONTH: i32 = 30;
const WEEK: i32 = 7;

/// What is known about the key besides its contents.
struct Circumstances<'a> {
    /// The key id (kid) that the user answered.
    answered_kid: Option<&'a str>,
    /// The day the key was added to the client.
    posted: Option<Date>,
    /// Today in the user's time zone.
    today: Date,
    /// The key's file, if other users of this machine can read it.
    open_file: Option<String>,
}

pub(in crate::checks) fn key(context: &CheckContext<'_>) -> CheckResult {
    let auth = context.profile().client.auth;
    let client = &context.profile().client;
    if auth == ClientAuth::Key && client.key.is_none() && client.certificate.is_some() {
        return Ok(Judgement::needs_you(Message::CertificateNotUsed { field: FieldId::ClientAuth.to_string() }));
    }
    let found = match &context.connection.key {
        Ok(found) => found,
        Err(problem) => return unread(problem, auth),
    };
    let open = context.connection.key_files.iter().find(|path| keys::is_open_to_others(path));
    let open_file = open.map(|path| path.display().to_string());
    match auth {
        ClientAuth::Key => judge(
            &found.key.description,
            &Circumstances {
                answered_kid: context.profile().client.kid.as_deref(),
                posted: context.profile().client.key_posted,
                today: context.now.to_zoned(TimeZone::system()).date(),
                open_file,
            },
        ),
        ClientAuth::Certificate => Ok(certificate::judge(
            found,
            &certificate::Circumstances {
                owner: context.profile().client_owner(),
                place: certificate::Place::of(&context.profile().environment),
                now: context.now,
                zone: TimeZone::system(),
                open_file,
            },
        )),
    }
}

fn unread(problem: &NoPrivateKey, auth: ClientAuth) -> CheckResult {
    match problem {
        NoPrivateKey::NotAnswered(field) => Err(Stop::Missing(*field)),
        NoPrivateKey::Secret(problem) => Ok(Judgement::needs_you(secret::phrase(problem))),
        NoPrivateKey::Key(problem) => Ok(unusable(problem, auth)),
        NoPrivateKey::OfOtherSide { made_for_production: true } => Ok(Judgement::needs_you(Message::KeyForProduction)),
        NoPrivateKey::OfOtherSide { made_for_production: false } => Ok(Judgement::needs_you(Message::KeyForTest)),
    }
}

fn judge(key: &KeyDescription, known: &Circumstances<'_>) -> CheckResult {
    let Some(kid) = known.answered_kid.or(key.kid.as_deref()) else { return Err(Stop::Missing(FieldId::ClientKid)) };
    // A day that has not come yet says nothing of when the key's year ends.
    let posted = known.posted.filter(|posted| *posted <= known.today);
    let expires = posted.and_then(|posted| posted.checked_add(1.year()).ok());
    let days = expires.and_then(|day| known.today.until((Unit::Day, day)).ok()).map(|span| span.get_days());
    if let (Some(expired), Some(..=0)) = (expires, days) {
        return Ok(Judgement::needs_you(Message::KeyExpired { expired }));
    }
    let mut remarks = remarks(key, known);
    if let (Some(expires), Some(left)) = (expires, days) {
        let days = i64::from(left);
        remarks.extend(if left <= WEEK {
            Some(Message::KeyExpiresThisWeek { expires, days })
        } else if left <= MONTH {
            Some(Message::KeyExpiresThisMonth { expires, days })
        } else if left <= SOON_DAYS {
            Some(Message::KeyExpiresSoon { expires, days })
        } else {
            None
        });
    }
    let (bits, form, kid) = (key.bits, key.form.to_string(), kid.to_owned());
    let mut remarks = remarks.into_iter();
    let Some(first) = remarks.next() else {
        return Ok(Judgement::pass(match expires {
            Some(expires) => Message::KeyGood { bits, form, kid, expires },
            None => Message::KeyGoodExpiryUnknown { bits, form, kid },
        }));
    };
    let remarks = remarks.map(|remark| row(Mark::Warn, "", remark));
    Ok(Judgement::warn(first).with_rows(remarks.chain([row(Mark::Pass, "", Message::RowKeyForm { form })]).collect()))
}

/// Warnings about a key that can sign, the most serious first.
fn remarks(key: &KeyDescription, known: &Circumstances<'_>) -> Vec<Message> {
    let open = known.open_file.clone().map(|path| Message::KeyFileOpen { path });
    let other_kid = match (known.answered_kid, key.kid.as_deref()) {
        (Some(answered), Some(inside)) if answered != inside => {
            Some(Message::KeyKidDiffers { answered: answered.to_owned(), inside: inside.to_owned() })
        }
        (Some(_) | None, Some(_) | None) => None,
    };
    // Digdir documents 2048 bits only, so a longer key may not be accepted (facts platform A.1).
    let large = (key.bits > 2048).then_some(Message::KeyLarge { bits: key.bits });
    let own = key.remarks.iter().map(|remark| match remark {
        KeyRemark::ForEncryption => Message::KeyForEncryption,
        KeyRemark::OtherAlgorithm(algorithm) => Message::KeyOtherAlgorithm { algorithm: algorithm.clone() },
        KeyRemark::OneOfSeveral(keys) => Message::KeyOneOfSeveral { keys: *keys },
    });
    let later = known.posted.filter(|posted| *posted > known.today).map(|posted| Message::KeyPostedLater { posted });
    [open, other_kid, later, large].into_iter().flatten().chain(own).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::Verdict;
    use crate::keys::secrets::SecretProblem;
    use crate::keys::{KeyForm, KeyKind, KeyProblem, Packing};
    use jiff::civil::date;

    fn rsa(bits: usize, kid: Option<&str>) -> KeyDescription {
        let form = KeyForm { kind: KeyKind::Pkcs8, packing: Packing::Pem, member: None };
        KeyDescription { form, bits, kid: kid.map(ToOwned::to_owned), place: 1, remarks: Vec::new() }
    }

    fn known(posted: Option<Date>) -> Circumstances<'static> {
        Circumstances { answered_kid: Some("smart-2026-11"), posted, today: date(2026, 11, 23), open_file: None }
    }

    fn outcome(asked: CheckResult) -> (Verdict, &'static str) {
        asked.map_or((Verdict::Unknown, "stopped"), |judged| (judged.verdict, judged.message.id()))
    }

    #[test]
    fn a_key_lives_one_year_from_the_day_it_was_posted() {
        let cases = [
            (None, Verdict::Pass, "key-good-expiry-unknown"),
            (Some(date(2026, 11, 20)), Verdict::Pass, "key-good"),
            (Some(date(2026, 1, 23)), Verdict::Pass, "key-good"),
            (Some(date(2026, 1, 22)), Verdict::Warn, "key-expires-soon"),
            (Some(date(2025, 12, 24)), Verdict::Warn, "key-expires-soon"),
            (Some(date(2025, 12, 23)), Verdict::Warn, "key-expires-this-month"),
            (Some(date(2025, 12, 1)), Verdict::Warn, "key-expires-this-month"),
            (Some(date(2025, 11, 30)), Verdict::Warn, "key-expires-this-week"),
            (Some(date(2025, 11, 24)), Verdict::Warn, "key-expires-this-week"),
            // The day that was added has not come.
            (Some(date(2026, 11, 24)), Verdict::Warn, "key-posted-later"),
            (Some(date(2025, 11, 23)), Verdict::NeedsYou, "key-expired"),
            (Some(date(2024, 1, 1)), Verdict::NeedsYou, "key-expired"),
        ];
        for (posted, verdict, id) in cases {
            assert_eq!(outcome(judge(&rsa(2048, None), &known(posted))), (verdict, id), "{posted:?}");
        }
    }

    #[test]
    fn a_doubtful_key_is_a_warning() {
        assert_eq!(outcome(judge(&rsa(4096, None), &known(None))), (Verdict::Warn, "key-large"));
        assert_eq!(outcome(judge(&rsa(2048, Some("other")), &known(None))), (Verdict::Warn, "key-kid-differs"));
        let open = Circumstances { open_file: Some("tt02.pem".to_owned()), ..known(None) };
        assert_eq!(outcome(judge(&rsa(4096, None), &open)), (Verdict::Warn, "key-file-open"));
        for (remark, id) in [
            (KeyRemark::ForEncryption, "key-for-encryption"),
            (KeyRemark::OtherAlgorithm("PS256".to_owned()), "key-other-algorithm"),
            (KeyRemark::OneOfSeveral(2), "key-one-of-several"),
        ] {
            let remarked = KeyDescription { remarks: vec![remark], ..rsa(2048, None) };
            assert_eq!(outcome(judge(&remarked, &known(None))), (Verdict::Warn, id));
        }
    }

    #[test]
    fn a_key_needs_a_kid_and_can_have_it_inside() {
        let no_kid = Circumstances { answered_kid: None, ..known(None) };
        assert_eq!(judge(&rsa(2048, None), &no_kid), Err(Stop::Missing(FieldId::ClientKid)));
        assert_eq!(outcome(judge(&rsa(2048, Some("in-jwk")), &no_kid)), (Verdict::Pass, "key-good-expiry-unknown"));
    }

    #[test]
    fn what_could_not_be_read_says_why() {
        let result = |problem: NoPrivateKey| unread(&problem, ClientAuth::Key);
        assert_eq!(result(NoPrivateKey::NotAnswered(FieldId::ClientKey)), Err(Stop::Missing(FieldId::ClientKey)));
        let unset = NoPrivateKey::Secret(SecretProblem::VariableUnset("KEY".to_owned()));
        assert_eq!(outcome(result(unset)), (Verdict::NeedsYou, "secret-variable-unset"));
        assert_eq!(outcome(result(NoPrivateKey::Key(KeyProblem::Damaged))), (Verdict::Fail, "key-damaged"));
    }

    #[test]
    fn the_form_that_was_found_is_told() {
        let form = "PKCS#8 PEM".to_owned();
        let good = judge(&rsa(2048, None), &known(None)).unwrap();
        assert_eq!(good.message, Message::KeyGoodExpiryUnknown { bits: 2048, form: form.clone(), kid: "smart-2026-11".to_owned() });
        let large = judge(&rsa(4096, None), &known(None)).unwrap();
        assert_eq!(large.rows, [row(Mark::Pass, "", Message::RowKeyForm { form })]);
    }
}
