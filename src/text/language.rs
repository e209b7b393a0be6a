//! The languages of the program. To add one, add a folder in `assets/text` and a row at the end of this file.

use super::translation::Translation;

macro_rules! languages {
    ($( $variant:ident = $tag:literal ),* $(,)?) => {
        crate::choice! {
            /// A language of the program. Its name is its language tag, such as `en`.
            pub enum Language { $( $variant = $tag ),* }
        }

        impl Language {
            pub(super) fn translation(self) -> &'static Translation {
                match self {
                    $( Self::$variant => {
                        static TRANSLATION: Translation = translation!($tag);
                        &TRANSLATION
                    } )*
                }
            }
        }
    };
}

macro_rules! translation {
    ($tag:literal) => {
        translation!($tag: "findings", "deeds", "invalid", "steps", "fields", "checks", "vocabulary", "values", "engine", "screens", "cli")
    };
    ($tag:literal: $($file:literal),*) => {
        Translation::new([ $( {
            const SOURCE: &str = include_str!(concat!("../../assets/text/", $tag, "/", $file, ".ftl"));
            ($file, SOURCE, std::sync::LazyLock::new(|| super::translation::bundle($tag, SOURCE)))
        } ),*])
    };
}

// A line that another language lacks is shown in English (`Text::find`).
languages! { English = "en" }
