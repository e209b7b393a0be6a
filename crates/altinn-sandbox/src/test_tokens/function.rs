//! The functions of the test token generator.

use crate::known;
use uuid::Uuid;

/// The kind of token requested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Function {
    Enterprise,
    SystemUser,
    Personal,
}

impl Function {
    pub(super) fn named(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "getenterprisetoken" => Some(Self::Enterprise),
            "getsystemusertoken" => Some(Self::SystemUser),
            "getpersonaltoken" => Some(Self::Personal),
            _ => None,
        }
    }

    pub(super) const fn scope(self) -> &'static str {
        match self {
            Self::Enterprise => "altinn:testtools/tokengenerator/enterprise",
            Self::SystemUser => "altinn:testtools/tokengenerator/enterpriseuser",
            Self::Personal => "altinn:testtools/tokengenerator/personal",
        }
    }
}

/// The list, starting at a random item.
fn shuffled(mut all: Vec<&'static str>) -> Vec<&'static str> {
    let (random, length) = (usize::from(Uuid::new_v4().into_bytes()[0]), all.len().max(1));
    all.rotate_left(random % length);
    all
}

pub(super) fn any_organisation() -> Vec<&'static str> {
    shuffled(known::ORGANISATIONS.iter().map(|organisation| organisation.number).collect())
}

pub(super) fn any_person() -> Vec<&'static str> {
    shuffled(known::PERSONS.to_vec())
}
