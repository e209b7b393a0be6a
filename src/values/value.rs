//! A value inside a phrase, before it is written in a language.

use super::{ClientId, EventType, FileKind, FileSize, Lasting, Names, OrgNumber, ResourceId, Scope, SubscriptionNumber, SystemId, Webhook};
use jiff::Timestamp;
use jiff::civil::Date;

/// The value of a placeholder. `text` writes it, because dates, numbers and lists look different in each language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Shown unchanged.
    Text(String),
    Number(i64),
    /// A point in time, shown in the user's time zone.
    Moment(Timestamp),
    Day(Date),
    /// Several texts, joined with commas.
    List(Vec<String>),
    FileSize(FileSize),
    /// Shown in days, hours, minutes and seconds.
    Lasting(Lasting),
    /// Shown in the reader's language, as far as there is a name in it.
    Names(Names),
    /// A text that the program proposes, marked as proposed.
    Proposed(String),
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

macro_rules! shown_as_text {
    ($($ty:ty),*) => { $(
        impl From<&$ty> for Value {
            fn from(value: &$ty) -> Self {
                Self::Text(value.to_string())
            }
        }
        impl From<&Vec<$ty>> for Value {
            fn from(values: &Vec<$ty>) -> Self {
                Self::List(values.iter().map(ToString::to_string).collect())
            }
        }
    )* };
}
// An organisation number is shown with spaces, as its `Display` writes it: 310 456 780.
shown_as_text!(OrgNumber, Scope, ResourceId, SystemId, ClientId, EventType, FileKind, SubscriptionNumber, Webhook);

impl From<&Vec<String>> for Value {
    fn from(texts: &Vec<String>) -> Self {
        Self::List(texts.clone())
    }
}

macro_rules! shown_as_number {
    ($($ty:ty),*) => { $(
        impl From<&$ty> for Value {
            fn from(number: &$ty) -> Self {
                Self::Number(i64::try_from(*number).unwrap_or(i64::MAX))
            }
        }
    )* };
}
shown_as_number!(u16, u32, u64, i64, usize);

impl From<&Timestamp> for Value {
    fn from(at: &Timestamp) -> Self {
        Self::Moment(*at)
    }
}

impl From<&FileSize> for Value {
    fn from(size: &FileSize) -> Self {
        Self::FileSize(*size)
    }
}

impl From<&Lasting> for Value {
    fn from(lasting: &Lasting) -> Self {
        Self::Lasting(*lasting)
    }
}

impl From<&Names> for Value {
    fn from(names: &Names) -> Self {
        Self::Names(names.clone())
    }
}

impl From<&Date> for Value {
    fn from(day: &Date) -> Self {
        Self::Day(*day)
    }
}
