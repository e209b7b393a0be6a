//! The organisations of this world, as the register of organisations and altinn-orgs.json list them.

use crate::known::{self, KnownOrganisation};
use crate::values::OrgNumber;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Organisations {
    pub all: Vec<Organisation>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Organisation {
    /// Valid check digit, but synthetic.
    pub number: OrgNumber,
    pub name: String,
    /// The code in altinn-orgs.json; only service owners have one.
    pub org_code: Option<String>,
}

impl Organisations {
    pub(crate) fn known() -> Self {
        Self { all: known::ORGANISATIONS.iter().filter_map(Organisation::known).collect() }
    }

    /// `None` when the number is not in this environment's register.
    #[must_use]
    pub fn by_number(&self, number: &OrgNumber) -> Option<&Organisation> {
        self.all.iter().find(|organisation| organisation.number == *number)
    }

    /// The service owner that has this code.
    #[must_use]
    pub fn by_code(&self, code: &str) -> Option<&Organisation> {
        self.all.iter().find(|organisation| organisation.org_code.as_deref() == Some(code))
    }

    /// The org code of a service owner.
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
