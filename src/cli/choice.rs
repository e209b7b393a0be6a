//! Values of flags, read by the types' own parsers.

use clap::builder::{PossibleValuesParser, TypedValueParser};

/// One of a few names, each of which stands for a value.
pub(super) fn one_of<T: Copy + Send + Sync + 'static>(all: &'static [(&'static str, T)]) -> impl TypedValueParser<Value = T> {
    let names = PossibleValuesParser::new(all.iter().map(|(name, _)| *name));
    names.try_map(move |given| {
        // clap has refused every other name before this.
        all.iter().find(|(name, _)| *name == given).map(|(_, value)| *value).ok_or(std::fmt::Error)
    })
}

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
