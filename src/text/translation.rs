//! The files of one language, embedded in the program. A message is parsed when it is first shown: the first frame needs some twenty of
//! more than two thousand, and a command even fewer.

use super::write::number;
use crate::values::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast;
use fluent_syntax::parser::parse_runtime;
use std::collections::HashMap;
use std::fmt;
use std::sync::{LazyLock, OnceLock};

const FILES: usize = 17;

pub(super) struct Translation {
    /// Name, source text, and its messages.
    files: [(&'static str, &'static str, LazyLock<Messages>); FILES],
}

impl Translation {
    pub(super) const fn new(files: [(&'static str, &'static str, LazyLock<Messages>); FILES]) -> Self {
        Self { files }
    }

    /// One line with its placeholders filled. A placeholder without a value is shown as `{$name}`.
    pub(super) fn line(&self, file: &str, key: &str, arguments: &FluentArgs<'_>) -> Option<String> {
        self.messages(file)?.line(key, arguments)
    }

    /// Lists the messages of a file, if that has not been done.
    pub(super) fn list(&self, file: &str) {
        self.messages(file).map(LazyLock::force);
    }

    fn messages(&self, file: &str) -> Option<&LazyLock<Messages>> {
        self.files.iter().find(|(name, _, _)| *name == file).map(|(_, _, messages)| messages)
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

/// The messages of a file by their ids. None refers to another one (a test holds that), so each is parsed alone.
pub(super) struct Messages {
    /// Holds no message: it knows how the language writes values and chooses between variants.
    bundle: FluentBundle<FluentResource>,
    by_id: HashMap<&'static str, Message>,
}

struct Message {
    source: &'static str,
    /// `None` for one that does not parse; a test checks that every file parses.
    parsed: OnceLock<Option<Box<ast::Message<&'static str>>>>,
}

impl Messages {
    pub(super) fn of(language: Language, source: &'static str) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.name().parse().unwrap_or_default()]);
        bundle.set_formatter(Some(match language {
            Language::Bokmal => |value, _| written(value, Language::Bokmal),
            Language::Nynorsk => |value, _| written(value, Language::Nynorsk),
            Language::English => |value, _| written(value, Language::English),
        }));
        // Fluent can put marks around each value for texts that mix writing directions. Terminals would show them as visible
        // characters.
        bundle.set_use_isolating(false);
        // Listed first: a map that grows finds a new place for each message several times.
        let listed: Vec<_> = divided(source).collect();
        let by_id = listed.into_iter().map(|(id, source)| (id, Message { source, parsed: OnceLock::new() })).collect();
        Self { bundle, by_id }
    }

    /// One line with its placeholders filled, by its key: that of a message, or of an attribute of one.
    pub(super) fn line(&self, key: &str, arguments: &FluentArgs<'_>) -> Option<String> {
        let pattern = match (self.message(key), key.rsplit_once('.')) {
            (Some(message), _) => message.value.as_ref()?,
            (None, Some((id, attribute))) => &self.message(id)?.attributes.iter().find(|known| known.id.name == attribute)?.value,
            (None, None) => return None,
        };
        Some(self.bundle.format_pattern(pattern, Some(arguments), &mut Vec::new()).into_owned())
    }

    fn message(&self, key: &str) -> Option<&ast::Message<&'static str>> {
        let message = self.by_id.get(key.replace('.', "-").as_str())?;
        message.parsed.get_or_init(|| parsed(message.source).map(Box::new)).as_deref()
    }
}

/// The messages of a file, by their ids, as they are written. Each begins at the left margin with its id; all else in it is indented.
fn divided(source: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = std::iter::once(0).chain(source.match_indices('\n').map(|(end, _)| end + 1));
    let mut starts = lines.filter(|at| source.as_bytes().get(*at).is_some_and(u8::is_ascii_alphabetic)).peekable();
    std::iter::from_fn(move || {
        let start = starts.next()?;
        let message = source.get(start..starts.peek().copied().unwrap_or(source.len()))?;
        let id = message.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')).count();
        Some((message.get(..id)?, message))
    })
}

fn parsed(source: &'static str) -> Option<ast::Message<&'static str>> {
    let resource = parse_runtime(source).unwrap_or_else(|(resource, _)| resource);
    resource.body.into_iter().find_map(|entry| match entry {
        ast::Entry::Message(message) => Some(message),
        ast::Entry::Term(_)
        | ast::Entry::Comment(_)
        | ast::Entry::GroupComment(_)
        | ast::Entry::ResourceComment(_)
        | ast::Entry::Junk { .. } => None,
    })
}

/// How a line shows a number. A choice between variants is made by the number itself.
fn written(value: &FluentValue<'_>, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(shown) => shown.as_string().parse().ok().map(|whole| number(whole, language)),
        FluentValue::String(_) | FluentValue::Custom(_) | FluentValue::None | FluentValue::Error => None,
    }
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
        Messages::of(Language::English, SOURCE).line(key, &filled)
    }

    #[test]
    fn a_key_names_a_message_or_an_attribute_of_one() {
        assert_eq!(said("client.id", &[]).as_deref(), Some("client id"));
        assert_eq!(said("client.id.help", &[("owner", 1)]).as_deref(), Some("The id of 1."));
        assert_eq!(said("client.id.example", &[]), None);
        assert_eq!(said("client", &[]), None);
    }

    #[test]
    fn a_comment_belongs_to_no_message() {
        let divided: Vec<_> = divided("# a = b\na = b\n    .c = d\n# e\n\n## f\n\ng-h =\n    i\n    j = k").collect();
        assert_eq!(divided, [("a", "a = b\n    .c = d\n# e\n\n## f\n\n"), ("g-h", "g-h =\n    i\n    j = k")]);
        assert!(divided.into_iter().all(|(id, source)| parsed(source).is_some_and(|message| message.id.name == id)));
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
