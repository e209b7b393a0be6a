//! The limits that a service owner sets for a resource in Broker, within Broker's own (facts broker-api 2.9).

use super::typed::word;
use super::{FileSize, Invalid, Lasting, OrgNumber};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;
use std::str::FromStr;

/// The most that Broker can store of a file whose viruses are not scanned, in bytes.
const LARGEST: u64 = 1_677_721_600_000;
/// The most that Broker scans for viruses, in bytes. In production more than this needs an approval by Digdir.
const LARGEST_SCANNED: u64 = 50_000_000_000;

/// How a refusal is told where a file is read.
fn named(invalid: Invalid) -> String {
    invalid.id().to_owned()
}

macro_rules! lasting_at_most {
    ($(#[$meta:meta])* $name:ident, $most:expr, $refused:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Lasting);

        impl TryFrom<Lasting> for $name {
            type Error = Invalid;

            fn try_from(lasting: Lasting) -> Result<Self, Invalid> {
                if lasting > $most { Err(Invalid::$refused) } else { Ok(Self(lasting)) }
            }
        }

        impl From<$name> for Lasting {
            fn from(limited: $name) -> Self {
                limited.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = String;

            fn try_from(text: String) -> Result<Self, String> {
                text.parse().map_err(named)
            }
        }

        impl From<$name> for String {
            fn from(limited: $name) -> Self {
                limited.to_string()
            }
        }

        impl FromStr for $name {
            type Err = Invalid;

            fn from_str(text: &str) -> Result<Self, Invalid> {
                text.parse::<Lasting>()?.try_into()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

lasting_at_most! {
    /// How long a file is kept: at most 365 days.
    TimeToLive, Lasting::of_days(365), TimeToLiveTooLong
}

lasting_at_most! {
    /// How long a file is kept after every recipient has confirmed it: at most 24 hours.
    GracePeriod, Lasting::of_days(1), GraceTooLong
}

/// The largest file of a resource: at least one byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct SizeLimit(FileSize);

impl SizeLimit {
    #[must_use]
    pub const fn size(self) -> FileSize {
        self.0
    }

    /// Whether it is more than Broker scans for viruses, so that production wants an approval.
    #[must_use]
    pub const fn needs_approval(self) -> bool {
        self.0.0 > LARGEST_SCANNED
    }
}

impl TryFrom<FileSize> for SizeLimit {
    type Error = Invalid;

    fn try_from(size: FileSize) -> Result<Self, Invalid> {
        match size.0 {
            0 => Err(Invalid::SizeLimitZero),
            1..=LARGEST => Ok(Self(size)),
            _ => Err(Invalid::SizeLimitTooLarge),
        }
    }
}

impl FromStr for SizeLimit {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        text.parse::<FileSize>()?.try_into()
    }
}

impl fmt::Display for SizeLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.0.fmt(f)
    }
}

/// A number of bytes, or a text with a unit.
impl<'de> Deserialize<'de> for SizeLimit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Bytes(u64),
            Text(String),
        }
        let read = match Written::deserialize(deserializer)? {
            Written::Bytes(bytes) => FileSize(bytes).try_into(),
            Written::Text(text) => text.parse(),
        };
        read.map_err(named).map_err(serde::de::Error::custom)
    }
}

/// Who must be the sender or the only recipient of every transfer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RequiredParty {
    /// Nobody in particular. Told to Broker, this takes a requirement off.
    Nobody,
    Party(OrgNumber),
}

impl RequiredParty {
    const NOBODY: &str = "none";

    /// As Broker takes it: an empty text is nobody. A number is compared without its prefix.
    #[must_use]
    pub fn told(&self) -> String {
        match self {
            Self::Nobody => String::new(),
            Self::Party(party) => party.iso6523(),
        }
    }
}

impl FromStr for RequiredParty {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        if word(text).eq_ignore_ascii_case(Self::NOBODY) { Ok(Self::Nobody) } else { text.parse().map(Self::Party) }
    }
}

impl fmt::Display for RequiredParty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nobody => f.write_str(Self::NOBODY),
            Self::Party(party) => party.fmt(f),
        }
    }
}

impl Serialize for RequiredParty {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Nobody => serializer.serialize_str(Self::NOBODY),
            Self::Party(party) => party.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for RequiredParty {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(named).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brokers_limits_hold() {
        assert_eq!("P365D".parse::<TimeToLive>().map(|time| time.to_string()), Ok("P365D".to_owned()));
        assert_eq!("365.00:00:01".parse::<TimeToLive>(), Err(Invalid::TimeToLiveTooLong));
        assert_eq!("24h".parse::<GracePeriod>().map(|time| time.to_string()), Ok("P1D".to_owned()));
        assert_eq!("PT24H1S".parse::<GracePeriod>(), Err(Invalid::GraceTooLong));
        assert_eq!("0".parse::<SizeLimit>(), Err(Invalid::SizeLimitZero));
        assert_eq!("1677721600001".parse::<SizeLimit>(), Err(Invalid::SizeLimitTooLarge));
        let needs = |text: &str| text.parse::<SizeLimit>().map(SizeLimit::needs_approval);
        assert_eq!((needs("50 GB"), needs("50000000001")), (Ok(false), Ok(true)));
    }

    #[test]
    fn a_requirement_is_taken_off_by_saying_so() {
        let told = |text: &str| text.parse::<RequiredParty>().map(|party| party.told());
        assert_eq!(told("None"), Ok(String::new()));
        assert_eq!(told("991 825 827"), Ok("0192:991825827".to_owned()));
    }

    #[test]
    fn they_are_kept_in_a_profile() {
        #[derive(Debug, PartialEq, Serialize, Deserialize)]
        struct Kept {
            life: TimeToLive,
            size: SizeLimit,
            party: RequiredParty,
        }
        let read = toml::from_str::<Kept>("life = \"30.00:00:00\"\nsize = \"2 GB\"\nparty = \"none\"");
        let written = read.as_ref().map(toml::to_string);
        assert_eq!(written, Ok(Ok("life = \"P30D\"\nsize = 2000000000\nparty = \"none\"\n".to_owned())));
        assert!(toml::from_str::<Kept>("life = \"P2Y\"\nsize = 1\nparty = \"none\"").is_err());
    }
}
