//! Norwegian organisation numbers.

use super::Invalid;
use super::typed::word;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

const URN: &str = "urn:altinn:organization:identifier-no:";
const ICD: &str = "0192:";
const WEIGHTS: [u32; 8] = [3, 2, 7, 6, 5, 4, 3, 2];
/// Real organisations have numbers that begin with 8 or 9, the synthetic ones of the test environments begin with 2 or 3.
const FIRST: [u32; 4] = [2, 3, 8, 9];
/// The words that stand beside the digits on letterheads, in registers and in URNs.
const WORDS: [&str; 17] = [
    "no",
    "mva",
    "vat",
    "org",
    "nr",
    "orgnr",
    "orgno",
    "organisasjonsnr",
    "organisasjonsnummer",
    "foretaksregisteret",
    "organisation",
    "organization",
    "number",
    "iso",
    "urn",
    "altinn",
    "identifier",
];

/// A Norwegian organisation number: nine digits, of which the last is a modulus-11 check digit.
///
/// Reads digits with or without spaces, dots or hyphens, `0192:<digits>` (ISO 6523), `urn:altinn:organization:identifier-no:<digits>`,
/// and digits with the words that stand beside them on paper (`NO 310 456 780 MVA`, `Org.nr. 310 456 780`). `Display` writes it for
/// people (`310 456 780`).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OrgNumber(String);

impl OrgNumber {
    /// The nine digits without spaces, as Altinn's addresses and bodies need them.
    #[must_use]
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// `0192:<digits>` (ISO 6523), the form in tokens and in Broker's bodies.
    #[must_use]
    pub fn iso6523(&self) -> String {
        format!("{ICD}{}", self.0)
    }

    /// `urn:altinn:organization:identifier-no:<digits>`, the form of subjects and access lists.
    #[must_use]
    pub fn urn(&self) -> String {
        format!("{URN}{}", self.0)
    }

    fn checks_out(digits: &[u32]) -> bool {
        let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
        let check = (11 - sum % 11) % 11;
        digits.last() == Some(&check)
    }
}

impl FromStr for OrgNumber {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let typed = word(text).to_lowercase();
        if typed.is_empty() {
            return Err(Invalid::Empty);
        }
        let bare = typed.rsplit_once(ICD).map_or(typed.as_str(), |(_, number)| number);
        let digits: Vec<u32> = bare.chars().filter_map(|c| c.to_digit(10)).collect();
        if digits.is_empty() || !is_only_digits_and_words(bare) {
            return Err(Invalid::OrgNumberCharacters);
        }
        if digits.len() != 9 {
            return Err(Invalid::OrgNumberShape { digits: digits.len() });
        }
        if !Self::checks_out(&digits) {
            return Err(Invalid::OrgNumberChecksum);
        }
        match digits.first() {
            Some(first) if !FIRST.contains(first) => Err(Invalid::OrgNumberFirstDigit { digit: *first }),
            Some(_) | None => Ok(Self(bare.chars().filter(char::is_ascii_digit).collect())),
        }
    }
}

/// Whether nothing stands beside the digits but known words and the marks that group and introduce digits.
fn is_only_digits_and_words(text: &str) -> bool {
    let mut parts = text.split(|c: char| !c.is_alphabetic()).filter(|part| !part.is_empty());
    let mark = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '.' | '-' | ':' | '/');
    let is_digit = |c: char| c.is_ascii_digit() || !c.is_numeric();
    parts.all(|part| WORDS.contains(&part)) && text.chars().all(|c| mark(c) && is_digit(c))
}

impl TryFrom<String> for OrgNumber {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse().map_err(|invalid: Invalid| invalid.id().to_owned())
    }
}

impl From<OrgNumber> for String {
    fn from(number: OrgNumber) -> Self {
        number.0
    }
}

impl fmt::Display for OrgNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, rest) = self.0.split_at(3);
        let (second, third) = rest.split_at(3);
        write!(f, "{first} {second} {third}")
    }
}

impl fmt::Debug for OrgNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_form_that_services_and_people_write() {
        for text in [
            "991825827",
            "991 825 827",
            " 991825827 ",
            "0192:991825827",
            "iso6523-actorid-upis::0192:991825827",
            "urn:altinn:organization:identifier-no:991825827",
            "/organisation/991825827",
            "NO 991 825 827 MVA",
            "no991825827mva",
            "991.825.827",
            "Org.nr. 991 825 827",
            "Orgnr: 991825827",
            "Organisasjonsnummer 991-825-827",
            "\u{feff}991\u{a0}825\u{202f}827\u{200b}",
            "“991825827”",
        ] {
            assert_eq!(text.parse::<OrgNumber>().map(|n| n.digits().to_owned()), Ok("991825827".to_owned()), "{text}");
        }
    }

    #[test]
    fn refuses_a_wrong_length_and_a_wrong_check_digit_for_different_reasons() {
        assert_eq!("12345".parse::<OrgNumber>(), Err(Invalid::OrgNumberShape { digits: 5 }));
        assert_eq!("991825827abc".parse::<OrgNumber>(), Err(Invalid::OrgNumberCharacters));
        assert_eq!("991825828".parse::<OrgNumber>(), Err(Invalid::OrgNumberChecksum));
        assert_eq!("".parse::<OrgNumber>(), Err(Invalid::Empty));
        assert_eq!("no".parse::<OrgNumber>(), Err(Invalid::OrgNumberCharacters));
        assert_eq!("991825827 Tolldata".parse::<OrgNumber>(), Err(Invalid::OrgNumberCharacters));
    }

    #[test]
    fn a_number_that_no_organisation_can_have_is_refused_although_its_last_digit_fits() {
        for (text, digit) in [("000000000", 0), ("100000008", 1), ("500000007", 5), ("600000004", 6), ("700000001", 7)] {
            assert_eq!(text.parse::<OrgNumber>(), Err(Invalid::OrgNumberFirstDigit { digit }), "{text}");
        }
        assert!("310456780".parse::<OrgNumber>().is_ok(), "a synthetic one");
    }

    #[test]
    fn is_written_spaced_for_people() {
        assert_eq!("991825827".parse::<OrgNumber>().map(|n| n.to_string()), Ok("991 825 827".to_owned()));
    }
}
