//! Values of flags, read by the types' own parsers.
use clap::builder::{PossibleValuesParser, TypedValueParser};
/// The same for our own choices, which know their names.
macro_rules! choice_parser {
    ($name:ident, $ty:ty) => {
        pub(super) fn $name() -> impl TypedValueParser<Value = $ty> {
            PossibleValuesParser::new(<$ty>::ALL.iter().map(|choice| choice.name()))
                .try_map(|given| <$ty>::ALL.iter().copied().find(|choice| choice.name() == given).ok_or(std::fmt::Error))
        }
    };
}
choice_parser!(format, crate::report::Format);
choice_parser!(check, crate::journey::CheckId);
choice_parser!(deed, crate::journey::DeedId);
choice_parser!(environment, crate::journey::PublishedEnvironment);
