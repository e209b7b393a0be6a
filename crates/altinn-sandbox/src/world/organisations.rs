//! The organisations of this world: its register, and its altinn-orgs.json.

use crate::known::{self, KnownOrganisation};
use crate::values::OrgNumber;
use serde::{Deserialize, Serialize};

/// The known organisations: the register of this world, and its altinn-orgs.json.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Organisations {
    /// Every organisation of the register.
    pub all: Vec<Organisation>,
}

/// An organisation of the sandbox's register.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Organisation {
    /// Its number: valid, and synthetic.
    pub number: OrgNumber,
    pub name: String,
    /// Its code in altinn-orgs.json, for service owners only.
    pub org_code: Option<String>,
}

impl Organisations {
    pub(crate) fn known() -> Self {
        Self { all: known::ORGANISATIONS.iter().filter_map(Organisation::known).collect() }
    }

    /// The organisation with a number; none when it is not in this environment's register.
    #[must_use]
    pub fn by_number(&self, number: &OrgNumber) -> Option<&Organisation> {
        self.all.iter().find(|organisation| organisation.number == *number)
    }

    /// The service owner with a code.
    #[must_use]
    pub fn by_code(&self, code: &str) -> Option<&Organisation> {
        self.all.iter().find(|organisation| organisation.org_code.as_deref() == Some(code))
    }

    /// The code of a service owner.
    #[must_use]
    pub fn code_of(&self, number: &OrgNumber) -> Option<&str> {
        if number.digits() == known::DIGDIR.number {
            return known::DIGDIR.code;
        }
        self.by_number(number)?.org_code.as_deref()
    }
}

impl Organisation {
    fn known(known: &KnownOrganisation) -> Option<Self> {
        let number = known.number.parse().ok()?;
        Some(Self { number, name: known.name.to_owned(), org_code: known.code.map(str::to_owned) })
    }
}
