//! Who may approve a system user: holders of a role or of an access package.

use super::Invalid;
use super::typed::word;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

const ROLE: &str = "urn:altinn:rolecode:";
const PACKAGE: &str = "urn:altinn:accesspackage:";

/// The longest role code: `hadm`, `dagl`, `admai`, `apiadm` (facts terms 3). Names of access packages are longer.
const LONGEST_ROLE: usize = 6;

/// A role or an access package, as a policy's rule names it (facts platform E.1).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Approver {
    /// A role's code, such as `dagl`.
    Role(String),
    /// An access package, such as `informasjon-og-kommunikasjon`.
    Package(String),
}

impl Approver {
    /// As policies spell it.
    #[must_use]
    pub fn urn(&self) -> String {
        match self {
            Self::Role(code) => format!("{ROLE}{code}"),
            Self::Package(name) => format!("{PACKAGE}{name}"),
        }
    }
}

impl FromStr for Approver {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let typed = word(text).to_lowercase();
        let is_name = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        let of = |name: &str, make: fn(String) -> Self| is_name(name).then(|| make(name.to_owned())).ok_or(Invalid::ApproverShape);
        match (typed.strip_prefix(ROLE), typed.strip_prefix(PACKAGE)) {
            (Some(code), _) => of(code, Self::Role),
            (_, Some(name)) => of(name, Self::Package),
            (None, None) if typed.len() <= LONGEST_ROLE => of(&typed, Self::Role),
            (None, None) => of(&typed, Self::Package),
        }
    }
}

impl TryFrom<String> for Approver {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse().map_err(|invalid: Invalid| invalid.id().to_owned())
    }
}

impl From<Approver> for String {
    fn from(approver: Approver) -> Self {
        approver.to_string()
    }
}

/// As people write it: without the prefix, where that reads back as the same.
impl fmt::Display for Approver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Role(code) if code.len() <= LONGEST_ROLE => f.write_str(code),
            Self::Package(name) if name.len() > LONGEST_ROLE => f.write_str(name),
            Self::Role(_) | Self::Package(_) => f.write_str(&self.urn()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_and_packages_are_told_apart_and_read_back() {
        let role = |code: &str| Ok(Approver::Role(code.to_owned()));
        let package = |name: &str| Ok(Approver::Package(name.to_owned()));
        assert_eq!("DAGL".parse(), role("dagl"));
        assert_eq!("urn:altinn:rolecode:DAGL".parse(), role("dagl"));
        assert_eq!("informasjon-og-kommunikasjon".parse(), package("informasjon-og-kommunikasjon"));
        assert_eq!("urn:altinn:accesspackage:post".parse(), package("post"));
        for text in ["dagl", "informasjon-og-kommunikasjon", "urn:altinn:accesspackage:post", "urn:altinn:rolecode:verylong"] {
            assert_eq!(text.parse::<Approver>().map(|approver| approver.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn what_is_no_name_is_refused() {
        for text in ["", "da gl!", "urn:altinn:rolecode:", "informasjon og kommunikasjon/alt"] {
            assert_eq!(text.parse::<Approver>(), Err(Invalid::ApproverShape), "{text}");
        }
    }
}
