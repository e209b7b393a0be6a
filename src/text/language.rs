//! The languages there are. A new one is a folder in `assets/text` and a row here.

use super::translation::Translation;

macro_rules! languages {
    ($( $variant:ident = $tag:literal ),* $(,)?) => {
        crate::choice! {
            /// A language that the program speaks, by its tag.
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

// What another language lacks is said in the first one.
languages! { English = "en" }
