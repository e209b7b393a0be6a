//! The languages that the program speaks and writes letters in.

crate::choice! {
    /// A language of the screen, of reports and of letters. Its name is its language tag, such as `nb`.
    pub enum Language {
        Bokmal = "nb",
        Nynorsk = "nn",
        English = "en",
    }
}

impl Language {
    /// The language after this one, and after the last one the first.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Bokmal => Self::Nynorsk,
            Self::Nynorsk => Self::English,
            Self::English => Self::Bokmal,
        }
    }

    /// Chosen by the environment variables of the locale, the first that is set, as in setlocale(3). `no` is read in bokmål; every
    /// language that the program does not have, in English.
    #[must_use]
    pub fn of_the_locale(variable: impl Fn(&str) -> Option<String>) -> Self {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(variable).find(|value| !value.is_empty());
        let locale = locale.unwrap_or_default().to_ascii_lowercase();
        match locale.split(['_', '-', '.', '@']).next() {
            Some("nb" | "no") => Self::Bokmal,
            Some("nn") => Self::Nynorsk,
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
        for locale in ["nb_NO.UTF-8", "no_NO", "nb", "nb-NO", "NB_NO@euro"] {
            assert_eq!(language(&[("LANG", locale)]), Language::Bokmal, "{locale}");
        }
        for locale in ["nn_NO.utf8", "nn", "NN-NO"] {
            assert_eq!(language(&[("LANG", locale)]), Language::Nynorsk, "{locale}");
        }
        for locale in ["C", "C.UTF-8", "en_GB.UTF-8", "da_DK", "nbx_NO", ""] {
            assert_eq!(language(&[("LANG", locale)]), Language::English, "{locale}");
        }
        assert_eq!(language(&[]), Language::English);
        assert_eq!(language(&[("LC_ALL", "C"), ("LC_MESSAGES", "nb_NO"), ("LANG", "nb_NO")]), Language::English);
        assert_eq!(language(&[("LC_ALL", ""), ("LC_MESSAGES", "nn_NO"), ("LANG", "en_US")]), Language::Nynorsk);
    }

    #[test]
    fn each_language_comes_once_before_the_first_comes_again() {
        let turned = std::iter::successors(Some(Language::Bokmal), |language| Some(language.next()));
        assert_eq!(turned.take(Language::ALL.len() + 1).collect::<Vec<_>>(), [Language::ALL, &[Language::Bokmal]].concat());
    }
}
