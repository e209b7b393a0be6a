//! Ids in the system register.

use super::typed::word;
use super::{Invalid, OrgNumber};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The id of a system: `<vendor's organisation number>_<name>`, without spaces (facts platform D.1).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SystemId(String);

impl SystemId {
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The nine digits before the underscore, the number of the vendor that registered the system.
    #[must_use]
    pub fn vendor_digits(&self) -> &str {
        self.0.split_once('_').map_or("", |(vendor, _)| vendor)
    }
}

impl FromStr for SystemId {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let id = word(text);
        if id.is_empty() {
            return Err(Invalid::Empty);
        }
        if id.chars().any(char::is_whitespace) {
            return Err(Invalid::SystemIdSpaces);
        }
        match id.split_once('_') {
            Some((vendor, name)) if is_number(vendor) && !name.is_empty() => Ok(Self(id)),
            _ => Err(Invalid::SystemIdShape),
        }
    }
}

/// Whether these are the nine digits of an organisation number, without anything beside or between them.
fn is_number(vendor: &str) -> bool {
    vendor.parse::<OrgNumber>().is_ok_and(|number| number.digits() == vendor)
}

impl TryFrom<String> for SystemId {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse().map_err(|invalid: Invalid| invalid.id().to_owned())
    }
}

impl From<SystemId> for String {
    fn from(id: SystemId) -> Self {
        id.0
    }
}

impl fmt::Display for SystemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn starts_with_the_vendors_number() {
        assert_eq!("991825827_files".parse::<SystemId>().map(|id| id.vendor_digits().to_owned()), Ok("991825827".to_owned()));
        assert_eq!("\u{200b}991825827_files\u{a0}".parse::<SystemId>().map(|id| id.to_string()), Ok("991825827_files".to_owned()));
        assert_eq!("991.825.827_files".parse::<SystemId>(), Err(Invalid::SystemIdShape));
        assert_eq!("files".parse::<SystemId>(), Err(Invalid::SystemIdShape));
        assert_eq!("991825827_my files".parse::<SystemId>(), Err(Invalid::SystemIdSpaces));
    }
}
