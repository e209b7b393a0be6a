//! The types that the services read JSON into, with the names that .NET gives them in its errors.

/// A type of .NET.
pub(crate) enum Shape {
    Text,
    Boolean,
    Int32,
    Int64,
    /// An address, absolute or relative.
    Uri,
    /// A value type that may be null.
    Nullable(&'static Shape),
    /// The enum's full name, and its values; they are read without regard to case, and by their number.
    Enum(&'static str, &'static [&'static str]),
    /// The full name of the list, and what it holds.
    List(&'static str, &'static Shape),
    /// The full name of the dictionary, and what its values are.
    Map(&'static str, &'static Shape),
    Object(&'static Record),
    /// Whatever it is; nothing in it is looked at.
    Any,
}

/// A class: its full name and its members.
pub(crate) struct Record {
    pub(crate) name: &'static str,
    pub(crate) members: &'static [Member],
}

pub(crate) struct Member {
    pub(crate) name: &'static str,
    pub(crate) shape: Shape,
    /// C#'s `required`: a body without the member is refused.
    pub(crate) required: bool,
}

pub(crate) const fn optional(name: &'static str, shape: Shape) -> Member {
    Member { name, shape, required: false }
}

pub(crate) const fn required(name: &'static str, shape: Shape) -> Member {
    Member { name, shape, required: true }
}

impl Shape {
    /// The full name, as errors spell it.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Text => "System.String".to_owned(),
            Self::Boolean => "System.Boolean".to_owned(),
            Self::Int32 => "System.Int32".to_owned(),
            Self::Int64 => "System.Int64".to_owned(),
            Self::Uri => "System.Uri".to_owned(),
            Self::Nullable(shape) => format!("System.Nullable`1[{}]", shape.name()),
            Self::Enum(name, _) | Self::List(name, _) | Self::Map(name, _) => (*name).to_owned(),
            Self::Object(record) => record.name.to_owned(),
            Self::Any => "System.Object".to_owned(),
        }
    }

    /// Whether null may stand for it: a reference, or a nullable value.
    pub(super) fn takes_null(&self) -> bool {
        match self {
            Self::Text | Self::Uri | Self::Nullable(_) | Self::List(..) | Self::Map(..) | Self::Object(_) | Self::Any => true,
            Self::Boolean | Self::Int32 | Self::Int64 | Self::Enum(..) => false,
        }
    }
}
