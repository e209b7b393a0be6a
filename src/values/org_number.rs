//! Norwegian organisation numbers.

use super::Invalid;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

const URN: &str = "urn:altinn:organization:identifier-no:";
const ICD: &str = "0192:";
const WEIGHTS: [u32; 8] = [3, 2, 7, 6, 5, 4, 3, 2];

/// A Norwegian organisation number: nine digits, of which the last is a modulus-11 check digit.
///
/// Reads digits with or without spaces, `0192:<digits>` (ISO 6523) and `urn:altinn:organization:identifier-no:<digits>`. `Display`
/// writes it for people (`310 456 780`).
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
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return Err(Invalid::Empty);
        }
        let bare = trimmed.strip_prefix(URN).or_else(|| trimmed.strip_prefix(ICD)).unwrap_or(trimmed);
        let compact: String = bare.chars().filter(|c| !c.is_whitespace()).collect();
        let digits: Vec<u32> = compact.chars().filter_map(|c| c.to_digit(10)).collect();
        if compact.chars().count() != digits.len() {
            return Err(Invalid::OrgNumberCharacters);
        }
        if digits.len() != 9 {
            return Err(Invalid::OrgNumberShape { digits: digits.len() });
        }
        if Self::checks_out(&digits) { Ok(Self(compact)) } else { Err(Invalid::OrgNumberChecksum) }
    }
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
        for text in ["991825827", "991 825 827", " 991825827 ", "0192:991825827", "urn:altinn:organization:identifier-no:991825827"] {
            assert_eq!(text.parse::<OrgNumber>().map(|n| n.digits().to_owned()), Ok("991825827".to_owned()), "{text}");
        }
    }

    #[test]
    fn refuses_a_wrong_length_and_a_wrong_check_digit_for_different_reasons() {
        assert_eq!("12345".parse::<OrgNumber>(), Err(Invalid::OrgNumberShape { digits: 5 }));
        assert_eq!("991825827abc".parse::<OrgNumber>(), Err(Invalid::OrgNumberCharacters));
        assert_eq!("991825828".parse::<OrgNumber>(), Err(Invalid::OrgNumberChecksum));
        assert_eq!("".parse::<OrgNumber>(), Err(Invalid::Empty));
    }

    #[test]
    fn is_written_spaced_for_people() {
        assert_eq!("991825827".parse::<OrgNumber>().map(|n| n.to_string()), Ok("991 825 827".to_owned()));
    }
}
