//! `client.key`: the private key can sign. Maskinporten takes a key for one year, so an older one is reported.

use crate::checks::connection::NoPrivateKey;
use crate::checks::context::CheckContext;
use crate::checks::judgement::{CheckResult, Judgement, Stop, row};
use crate::checks::secret;
use crate::journey::{FieldId, Mark, Message};
use crate::keys::{self, KeyDescription, KeyProblem, KeyRemark};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{ToSpan, Unit};

/// With fewer days left than this, the user is told to make a new key.
const SOON_DAYS: i32 = 30;

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
    let connection = context.connection;
    let open = connection.key_file.as_ref().filter(|path| keys::is_open_to_others(path));
    let circumstances = Circumstances {
        answered_kid: context.profile().client.kid.as_deref(),
        posted: context.profile().client.key_posted,
        today: context.now.to_zoned(TimeZone::system()).date(),
        open_file: open.map(|path| path.display().to_string()),
    };
    judge(connection.key.as_ref().map(|key| &key.description), &circumstances)
}

fn judge(key: Result<&KeyDescription, &NoPrivateKey>, known: &Circumstances<'_>) -> CheckResult {
    let key = match key {
        Ok(key) => key,
        Err(NoPrivateKey::NotAnswered) => return Err(Stop::Missing(FieldId::ClientKey)),
        Err(NoPrivateKey::Secret(problem)) => return Ok(Judgement::needs_you(secret::phrase(problem))),
        Err(NoPrivateKey::Key(problem)) => return Ok(unusable(problem)),
    };
    let Some(kid) = known.answered_kid.or(key.kid.as_deref()) else { return Err(Stop::Missing(FieldId::ClientKid)) };
    let expires = known.posted.and_then(|posted| posted.checked_add(1.year()).ok());
    let days = expires.and_then(|day| known.today.until((Unit::Day, day)).ok()).map(|span| span.get_days());
    if let (Some(expired), Some(..=0)) = (expires, days) {
        return Ok(Judgement::needs_you(Message::KeyExpired { expired }));
    }
    let mut remarks = remarks(key, known);
    if let (Some(expires), Some(days @ ..SOON_DAYS)) = (expires, days) {
        remarks.push(Message::KeyExpiresSoon { expires, days: i64::from(days) });
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
    [open, other_kid, large].into_iter().flatten().chain(own).collect()
}

fn unusable(problem: &KeyProblem) -> Judgement {
    let command = problem.conversion().unwrap_or_default().to_owned();
    let other_encryption = |scheme: &str| Message::KeyOtherEncryption { scheme: scheme.to_owned(), command: command.clone() };
    let other_format = |format: &str| Message::KeyOtherFormat { format: format.to_owned(), command: command.clone() };
    let not_rsa = |algorithm: &str| Message::KeyNotRsa { algorithm: algorithm.to_owned(), command: command.clone() };
    Judgement::fail(match problem {
        KeyProblem::UnknownFormat => Message::KeyUnknownFormat,
        KeyProblem::NoKeyInJson => Message::KeyNotInJson,
        KeyProblem::Truncated => Message::KeyTruncated,
        KeyProblem::Damaged => Message::KeyDamaged,
        KeyProblem::PublicOnly => Message::KeyPublicOnly,
        KeyProblem::Certificate => Message::KeyIsCertificate,
        KeyProblem::NotRsa(algorithm) => not_rsa(algorithm),
        KeyProblem::RsaPss => not_rsa("RSA-PSS"),
        KeyProblem::TooShort(bits) => Message::KeyTooShort { bits: *bits },
        KeyProblem::Pbes1 => other_encryption("PBES1"),
        KeyProblem::UnknownEncryption => other_encryption("PBES2"),
        KeyProblem::DekInfo => other_encryption("DEK-Info"),
        KeyProblem::Pkcs12Unread => other_format("PKCS#12"),
        KeyProblem::Jks => other_format("JKS"),
        KeyProblem::OpenSsh => other_format("OpenSSH"),
        KeyProblem::Putty => other_format("PuTTY"),
        KeyProblem::Xml => other_format("XML"),
        // An answer is missing or is to be corrected; nothing is wrong with the key.
        KeyProblem::PasswordMissing => {
            return Judgement::needs_you(Message::KeyEncrypted { field: FieldId::ClientKeyPassword.to_string() });
        }
        KeyProblem::PasswordWrong => {
            return Judgement::needs_you(Message::KeyPasswordWrong { field: FieldId::ClientKeyPassword.to_string() });
        }
        KeyProblem::SeveralKeys { kids } => return Judgement::needs_you(Message::KeySeveral { kids: kids.clone() }),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::Verdict;
    use crate::keys::secrets::SecretProblem;
    use crate::keys::{KeyForm, KeyKind, Packing};
    use jiff::civil::date;

    fn rsa(bits: usize, kid: Option<&str>) -> KeyDescription {
        let form = KeyForm { kind: KeyKind::Pkcs8, packing: Packing::Pem, member: None };
        KeyDescription { form, bits, kid: kid.map(ToOwned::to_owned), remarks: Vec::new() }
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
            (Some(date(2025, 12, 10)), Verdict::Warn, "key-expires-soon"),
            (Some(date(2025, 11, 23)), Verdict::NeedsYou, "key-expired"),
            (Some(date(2024, 1, 1)), Verdict::NeedsYou, "key-expired"),
        ];
        for (posted, verdict, id) in cases {
            assert_eq!(outcome(judge(Ok(&rsa(2048, None)), &known(posted))), (verdict, id), "{posted:?}");
        }
    }

    #[test]
    fn a_doubtful_key_is_a_warning() {
        assert_eq!(outcome(judge(Ok(&rsa(4096, None)), &known(None))), (Verdict::Warn, "key-large"));
        assert_eq!(outcome(judge(Ok(&rsa(2048, Some("other"))), &known(None))), (Verdict::Warn, "key-kid-differs"));
        let open = Circumstances { open_file: Some("tt02.pem".to_owned()), ..known(None) };
        assert_eq!(outcome(judge(Ok(&rsa(4096, None)), &open)), (Verdict::Warn, "key-file-open"));
        for (remark, id) in [
            (KeyRemark::ForEncryption, "key-for-encryption"),
            (KeyRemark::OtherAlgorithm("PS256".to_owned()), "key-other-algorithm"),
            (KeyRemark::OneOfSeveral(2), "key-one-of-several"),
        ] {
            let remarked = KeyDescription { remarks: vec![remark], ..rsa(2048, None) };
            assert_eq!(outcome(judge(Ok(&remarked), &known(None))), (Verdict::Warn, id));
        }
    }

    #[test]
    fn a_key_that_cannot_sign_says_why() {
        assert_eq!(judge(Err(&NoPrivateKey::NotAnswered), &known(None)), Err(Stop::Missing(FieldId::ClientKey)));
        let no_kid = Circumstances { answered_kid: None, ..known(None) };
        assert_eq!(judge(Ok(&rsa(2048, None)), &no_kid), Err(Stop::Missing(FieldId::ClientKid)));
        assert_eq!(outcome(judge(Ok(&rsa(2048, Some("in-jwk"))), &no_kid)), (Verdict::Pass, "key-good-expiry-unknown"));
        let unset = NoPrivateKey::Secret(SecretProblem::VariableUnset("KEY".to_owned()));
        assert_eq!(outcome(judge(Err(&unset), &known(None))), (Verdict::NeedsYou, "secret-variable-unset"));
        for (problem, id) in [
            (KeyProblem::UnknownFormat, "key-unknown-format"),
            (KeyProblem::NoKeyInJson, "key-not-in-json"),
            (KeyProblem::Truncated, "key-truncated"),
            (KeyProblem::Damaged, "key-damaged"),
            (KeyProblem::PublicOnly, "key-public-only"),
            (KeyProblem::Pbes1, "key-other-encryption"),
            (KeyProblem::Jks, "key-other-format"),
            (KeyProblem::NotRsa("EC".to_owned()), "key-not-rsa"),
            (KeyProblem::TooShort(1024), "key-too-short"),
            (KeyProblem::Certificate, "key-is-certificate"),
        ] {
            assert_eq!(outcome(judge(Err(&NoPrivateKey::Key(problem)), &known(None))), (Verdict::Fail, id));
        }
        for (problem, id) in [(KeyProblem::PasswordMissing, "key-encrypted"), (KeyProblem::PasswordWrong, "key-password-wrong")] {
            assert_eq!(outcome(judge(Err(&NoPrivateKey::Key(problem)), &known(None))), (Verdict::NeedsYou, id));
        }
        let several = NoPrivateKey::Key(KeyProblem::SeveralKeys { kids: vec!["a".to_owned(), "b".to_owned()] });
        assert_eq!(outcome(judge(Err(&several), &known(None))), (Verdict::NeedsYou, "key-several"));
    }

    #[test]
    fn the_form_that_was_found_is_told() {
        let form = "PKCS#8 PEM".to_owned();
        let good = judge(Ok(&rsa(2048, None)), &known(None)).unwrap();
        assert_eq!(good.message, Message::KeyGoodExpiryUnknown { bits: 2048, form: form.clone(), kid: "smart-2026-11".to_owned() });
        let large = judge(Ok(&rsa(4096, None)), &known(None)).unwrap();
        assert_eq!(large.rows, [row(Mark::Pass, "", Message::RowKeyForm { form })]);
    }
}
