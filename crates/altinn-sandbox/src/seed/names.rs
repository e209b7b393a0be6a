//! Names in a seed, which hold only what is well formed.

use crate::registry::policy::{Attribute, attribute};
use crate::values::OrgNumber;
use serde::Serialize;
use std::str::FromStr;

/// Says nothing more: what the line should be stands with its field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct IllFormed;

/// A text of its own kind.
macro_rules! names {
    ($($(#[$about:meta])* $name:ident: $is_well_formed:expr;)*) => {$(
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub(super) struct $name(pub(super) String);

        impl FromStr for $name {
            type Err = IllFormed;

            fn from_str(text: &str) -> Result<Self, IllFormed> {
                let is_well_formed: fn(&str) -> bool = $is_well_formed;
                if is_well_formed(text) { Ok(Self(text.to_owned())) } else { Err(IllFormed) }
            }
        }
    )*};
}

names! {
    /// A scope: `prefix:subscope`.
    ScopeName: |text| {
        text.split_once(':').is_some_and(|(prefix, subscope)| is_prefix(prefix) && !subscope.is_empty() && is_one_word(subscope))
    };
    /// The prefix of scopes.
    Prefix: is_prefix;
    /// The code of a service owner in altinn-orgs.json.
    OrgCode: |text| text.len() >= 2 && text.bytes().all(|byte| byte.is_ascii_lowercase());
    /// A resource's id (facts platform E).
    ResourceId: |text| {
        let characters = text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'-'));
        text.len() >= 4 && characters && !text.starts_with("se_") && !text.starts_with("app_")
    };
    /// A system's id: the vendor's number, an underscore, a name (facts platform D.1).
    SystemId: |text| text.split_once('_').is_some_and(|(vendor, name)| is_number(vendor) && !name.is_empty()) && is_one_word(text);
    /// An external reference (facts platform D.2).
    Reference: |text| text.chars().count() <= 255 && !text.chars().any(char::is_control);
    /// A `kid`.
    KeyId: is_one_word;
}

fn is_prefix(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
}

fn is_number(text: &str) -> bool {
    text.parse::<OrgNumber>().is_ok_and(|number| number.digits() == text)
}

fn is_one_word(text: &str) -> bool {
    !text.is_empty() && !text.chars().any(|character| character.is_whitespace() || character.is_control())
}

/// Whom a policy gives something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) enum Holder {
    /// The resource's owner.
    Owner,
    Role(String),
    Package(String),
    Organisation(OrgNumber),
    OrgCode(String),
}

impl FromStr for Holder {
    type Err = IllFormed;

    fn from_str(text: &str) -> Result<Self, IllFormed> {
        if text == "owner" {
            return Ok(Self::Owner);
        }
        let (kind, name) = text.split_once(':').ok_or(IllFormed)?;
        match kind {
            "role" if is_one_word(name) => Ok(Self::Role(name.to_owned())),
            "package" if is_one_word(name) => Ok(Self::Package(name.to_owned())),
            "organisation" => name.parse().map(Self::Organisation).map_err(|_| IllFormed),
            "org" => name.parse().map(|OrgCode(code)| Self::OrgCode(code)),
            _ => Err(IllFormed),
        }
    }
}

impl Holder {
    /// The subject of a rule (facts platform E.1).
    pub(super) fn subject(&self, owners_code: &str) -> Attribute {
        match self {
            Self::Owner => Attribute::new(attribute::ORG_CODE, owners_code),
            Self::Role(role) => Attribute::new(attribute::ROLE, role),
            Self::Package(package) => Attribute::new(attribute::PACKAGE, package),
            Self::Organisation(number) => Attribute::new(attribute::ORG_NUMBER, number.digits()),
            Self::OrgCode(code) => Attribute::new(attribute::ORG_CODE, code),
        }
    }
}
