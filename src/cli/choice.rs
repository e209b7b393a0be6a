//! Parsers for flags whose value is one name of a list. The names come from the type itself, so that the list is always complete.
use clap::builder::{PossibleValuesParser, TypedValueParser};
/// Makes a parser for a type that has `ALL` and `name()`.
macro_rules! choice_parser {
    ($name:ident, $ty:ty) => {
        pub(super) fn $name() -> impl TypedValueParser<Value = $ty> {
            PossibleValuesParser::new(<$ty>::ALL.iter().map(|choice| choice.name()))
                .try_map(|name| <$ty>::ALL.iter().copied().find(|choice| choice.name() == name).ok_or(std::fmt::Error))
        }
    };
}
choice_parser!(format, crate::report::Format);
choice_parser!(list_format, crate::report::ListFormat);
choice_parser!(check, crate::journey::CheckId);
choice_parser!(deed, crate::journey::DeedId);
choice_parser!(language, crate::values::Language);
choice_parser!(theme, crate::values::Theme);
choice_parser!(environment, crate::journey::PublishedEnvironment);
