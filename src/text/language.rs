//! The files of each language. To add a language, add its folders in `assets` and its tag in `values::Language` and in `files!` below.

use super::translation::Translation;
use crate::values::Language;

macro_rules! files {
    ($( $variant:ident = $tag:literal ),* $(,)?) => {
        impl Language {
            pub(super) fn translation(self) -> &'static Translation {
                match self {
                    $( Self::$variant => {
                        static TRANSLATION: Translation = translation!($variant, $tag);
                        &TRANSLATION
                    } )*
                }
            }

            /// The pages of the guide, by name.
            pub(super) const fn guides(self) -> &'static [(&'static str, &'static str)] {
                match self { $( Self::$variant => guides!($tag) ),* }
            }
        }
    };
}

macro_rules! translation {
    ($variant:ident, $tag:literal) => {
        translation!($variant, $tag: "findings", "deeds", "choices", "invalid", "steps", "fields", "checks", "vocabulary", "values", "engine", "next", "screens", "cli", "plan", "explain", "plain", "faults")
    };
    ($variant:ident, $tag:literal: $($file:literal),*) => {
        Translation::new([ $( {
            const SOURCE: &str = include_str!(concat!("../../assets/text/", $tag, "/", $file, ".ftl"));
            ($file, SOURCE, std::sync::LazyLock::new(|| super::translation::Messages::of(Language::$variant, SOURCE)))
        } ),*])
    };
}

macro_rules! guides {
    ($tag:literal) => {
        guides!($tag: "start", "key", "client", "access", "access.service-owner", "integrate", "events", "by-vendor", "leaked-key")
    };
    ($tag:literal: $($page:literal),*) => {
        &[ $( ($page, include_str!(concat!("../../assets/guide/", $tag, "/", $page, ".md"))) ),* ]
    };
}

// A line that another language lacks is shown in English (`Text::find`).
files! { Bokmal = "nb", Nynorsk = "nn", English = "en" }
