//! Norwegian organisation numbers.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

const URN: &str = "urn:altinn:organization:identifier-no:";
const ICD: &str = "0192:";
const WEIGHTS: [u32; 8] = [3, 2, 7, 6, 5, 4, 3, 2];

/// A Norwegian organisation number: nine digits whose last is a modulus-11 check digit.
///
/// Parses plain and spaced digits, `0192:<digits>` (ISO 6523) and `urn:altinn:organization:identifier-no:<digits>`. `Display`
/// writes it for people (`310 456 780`), [`OrgNumber::digits`] for services.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OrgNumber(String);

impl OrgNumber {
    /// The nine digits, as in Altinn's addresses and bodies.
    #[must_use]
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// `0192:<digits>`, the form in tokens and in Broker's bodies (ISO 6523).
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

/// The text is no organisation number, or its check digit is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an organisation number has nine digits, the last of which is a modulus-11 check digit")]
pub struct NotAnOrgNumber;

impl FromStr for OrgNumber {
    type Err = NotAnOrgNumber;

    fn from_str(text: &str) -> Result<Self, NotAnOrgNumber> {
        let trimmed = text.trim();
        let bare = trimmed.strip_prefix(URN).or_else(|| trimmed.strip_prefix(ICD)).unwrap_or(trimmed);
        let compact: String = bare.chars().filter(|c| !c.is_whitespace()).collect();
        let digits: Vec<u32> = compact.chars().filter_map(|c| c.to_digit(10)).collect();
        let is_number = compact.chars().count() == digits.len() && digits.len() == 9 && Self::checks_out(&digits);
        is_number.then_some(Self(compact)).ok_or(NotAnOrgNumber)
    }
}

impl TryFrom<String> for OrgNumber {
    type Error = NotAnOrgNumber;

    fn try_from(text: String) -> Result<Self, NotAnOrgNumber> {
        text.parse()
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
    fn refuses_a_wrong_length_other_characters_and_a_wrong_check_digit() {
        for text in ["12345", "991825827abc", "991825828", ""] {
            assert_eq!(text.parse::<OrgNumber>(), Err(NotAnOrgNumber), "{text}");
        }
    }

    #[test]
    fn is_written_spaced_for_people() {
        assert_eq!("991825827".parse::<OrgNumber>().map(|n| n.to_string()), Ok("991 825 827".to_owned()));
    }
}
