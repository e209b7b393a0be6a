//! The languages of the program. To add one, add a folder in `assets/text` and its name in `languages!` below.

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

            /// The pages of the guide, by name.
            pub(super) const fn guides(self) -> &'static [(&'static str, &'static str)] {
                match self { $( Self::$variant => guides!($tag) ),* }
            }
        }
    };
}

macro_rules! translation {
    ($tag:literal) => {
        translation!($tag: "findings", "deeds", "choices", "invalid", "steps", "fields", "checks", "vocabulary", "values", "engine", "next", "screens", "cli", "plan", "explain")
    };
    ($tag:literal: $($file:literal),*) => {
        Translation::new([ $( {
            const SOURCE: &str = include_str!(concat!("../../assets/text/", $tag, "/", $file, ".ftl"));
            ($file, SOURCE, std::sync::LazyLock::new(|| super::translation::bundle($tag, SOURCE)))
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
languages! { English = "en", Bokmal = "nb" }

impl Language {
    /// Chosen by the environment variables of the locale, the first that is set, as in setlocale(3). Nynorsk is read in bokmål; every
    /// other language in English.
    #[must_use]
    pub fn of_the_locale(variable: impl Fn(&str) -> Option<String>) -> Self {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(variable).find(|value| !value.is_empty());
        let locale = locale.unwrap_or_default().to_ascii_lowercase();
        match locale.split(['_', '-', '.', '@']).next() {
            Some("nb" | "no" | "nn") => Self::Bokmal,
            Some(_) | None => Self::English,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn the_locale_chooses_the_language_by_its_first_variable_that_is_set() {
        let language = |set: &[(&str, &str)]| {
            let set = set.to_vec();
            Language::of_the_locale(move |name| set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
        };
        for locale in ["nb_NO.UTF-8", "no_NO", "nn_NO.utf8", "nb", "nb-NO", "NB_NO@euro"] {
            assert_eq!(language(&[("LANG", locale)]), Language::Bokmal, "{locale}");
        }
        for locale in ["C", "C.UTF-8", "en_GB.UTF-8", "da_DK", "nbx_NO", ""] {
            assert_eq!(language(&[("LANG", locale)]), Language::English, "{locale}");
        }
        assert_eq!(language(&[]), Language::English);
        assert_eq!(language(&[("LC_ALL", "C"), ("LC_MESSAGES", "nb_NO"), ("LANG", "nb_NO")]), Language::English);
        assert_eq!(language(&[("LC_ALL", ""), ("LC_MESSAGES", "nb_NO"), ("LANG", "en_US")]), Language::Bokmal);
    }
}
