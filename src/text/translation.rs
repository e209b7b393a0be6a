//! The files of one language, embedded in the program. A file is parsed when one of its lines is first needed, because the first
//! frame needs only one or two files.

use super::write::number;
use crate::values::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::fmt;
use std::sync::LazyLock;

type Bundle = FluentBundle<FluentResource>;

const FILES: usize = 16;

pub(super) struct Translation {
    /// Name, source text, and the bundle parsed from it.
    files: [(&'static str, &'static str, LazyLock<Bundle>); FILES],
}

impl Translation {
    pub(super) const fn new(files: [(&'static str, &'static str, LazyLock<Bundle>); FILES]) -> Self {
        Self { files }
    }

    /// One line with its placeholders filled. A placeholder without a value is shown as `{$name}`.
    pub(super) fn line(&self, file: &str, key: &str, arguments: &FluentArgs<'_>) -> Option<String> {
        let (_, _, bundle) = self.files.iter().find(|(name, _, _)| *name == file)?;
        line(bundle, key, arguments)
    }

    /// The name and source text of each file.
    #[cfg(test)]
    pub(super) fn sources(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.files.iter().map(|(name, source, _)| (*name, *source))
    }
}

impl fmt::Debug for Translation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Translation").finish_non_exhaustive()
    }
}

/// Parses a file. Messages that do not parse are left out; a test checks that every file parses.
pub(super) fn bundle(language: Language, source: &str) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![language.name().parse().unwrap_or_default()]);
    bundle.set_formatter(Some(match language {
        Language::Bokmal => |value, _| written(value, Language::Bokmal),
        Language::Nynorsk => |value, _| written(value, Language::Nynorsk),
        Language::English => |value, _| written(value, Language::English),
    }));
    // Fluent can put marks around each value for texts that mix writing directions. Terminals would show them as visible
    // characters.
    bundle.set_use_isolating(false);
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
    // Two messages with the same id are an error, and the first is used. A test finds such pairs.
    let _ = bundle.add_resource(resource);
    bundle
}

/// How a line shows a number. A choice between variants is made by the number itself.
fn written(value: &FluentValue<'_>, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(shown) => shown.as_string().parse().ok().map(|whole| number(whole, language)),
        FluentValue::String(_) | FluentValue::Custom(_) | FluentValue::None | FluentValue::Error => None,
    }
}

pub(super) fn line(bundle: &Bundle, key: &str, arguments: &FluentArgs<'_>) -> Option<String> {
    let message = |key: &str| bundle.get_message(&key.replace('.', "-"));
    let (whole, part) = (message(key), key.rsplit_once('.'));
    let pattern = match (&whole, part) {
        (Some(message), _) => message.value()?,
        (None, Some((id, attribute))) => message(id)?.get_attribute(attribute)?.value(),
        (None, None) => return None,
    };
    Some(bundle.format_pattern(pattern, Some(arguments), &mut Vec::new()).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "client-id = client id\n    .help = The id of { $owner }.\nfiles = { $count ->\n    [one] { $count } file\n   *[other] { $count } files\n  }\n";

    fn said(key: &str, arguments: &[(&'static str, i64)]) -> Option<String> {
        let mut filled = FluentArgs::new();
        for (name, value) in arguments {
            filled.set(*name, *value);
        }
        line(&bundle(Language::English, SOURCE), key, &filled)
    }

    #[test]
    fn a_key_names_a_message_or_an_attribute_of_one() {
        assert_eq!(said("client.id", &[]).as_deref(), Some("client id"));
        assert_eq!(said("client.id.help", &[("owner", 1)]).as_deref(), Some("The id of 1."));
        assert_eq!(said("client.id.example", &[]), None);
        assert_eq!(said("client", &[]), None);
    }

    #[test]
    fn numbers_choose_their_nouns() {
        let files = |count| said("files", &[("count", count)]).unwrap_or_default();
        assert_eq!([0, 1, 2].map(files), ["0 files", "1 file", "2 files"]);
    }

    #[test]
    fn a_placeholder_without_a_value_is_shown() {
        assert_eq!(said("client.id.help", &[]).as_deref(), Some("The id of {$owner}."));
    }
}
