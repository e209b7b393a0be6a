//! What `client.key` says of what was found in place of a key that can sign.

use crate::checks::judgement::Judgement;
use crate::journey::{ClientAuth, FieldId, Message};
use crate::keys::KeyProblem;

/// The judgement of what was found in place of a key that can sign.
pub(super) fn unusable(problem: &KeyProblem, auth: ClientAuth) -> Judgement {
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
        KeyProblem::Certificate => match auth {
            ClientAuth::Key => Message::KeyIsCertificate,
            ClientAuth::Certificate => {
                return Judgement::needs_you(Message::CertificateKeyMissing { field: FieldId::ClientKey.to_string() });
            }
        },
        KeyProblem::NoCertificate => Message::CertificateMissing,
        KeyProblem::OtherCertificate => Message::CertificateOfOtherKey,
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

    fn outcome(problem: KeyProblem, auth: ClientAuth) -> (Verdict, &'static str) {
        let judged = unusable(&problem, auth);
        (judged.verdict, judged.message.id())
    }

    #[test]
    fn a_key_that_cannot_sign_says_why() {
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
            (KeyProblem::NoCertificate, "certificate-missing"),
            (KeyProblem::OtherCertificate, "certificate-of-other-key"),
        ] {
            assert_eq!(outcome(problem, ClientAuth::Key), (Verdict::Fail, id));
        }
        let several = KeyProblem::SeveralKeys { kids: vec!["a".to_owned(), "b".to_owned()] };
        for (problem, id) in
            [(KeyProblem::PasswordMissing, "key-encrypted"), (KeyProblem::PasswordWrong, "key-password-wrong"), (several, "key-several")]
        {
            assert_eq!(outcome(problem, ClientAuth::Key), (Verdict::NeedsYou, id));
        }
    }

    #[test]
    fn a_certificate_alone_is_right_where_one_is_wanted_and_lacks_its_key() {
        assert_eq!(outcome(KeyProblem::Certificate, ClientAuth::Certificate), (Verdict::NeedsYou, "certificate-key-missing"));
    }
}
