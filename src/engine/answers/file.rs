//! Answers files: TOML with the fields' dotted names, such as `client.id`. An unknown name, a wrong value and a literal secret are
//! refused, and the problem names the line.

use super::slip;
use crate::journey::{AnswerPlace, AnswersProblem, EngineMessage, Environment, FieldId, FieldKind};
use crate::values::{Invalid, SecretRef, base_address};
use std::ops::Range;
use std::path::Path;
use toml::Spanned;
use toml::de::{DeInteger, DeTable, DeValue};
use url::Url;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FileAnswer {
    pub(super) field: FieldId,
    pub(super) text: String,
    pub(super) place: AnswerPlace,
}

#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct AnswersFile {
    pub(super) answers: Vec<FileAnswer>,
    /// The environment, when the file gives its addresses (`[environment]`) instead of its name.
    pub(super) custom: Option<Environment>,
}

/// Collects the answers while it walks through the file's tables.
struct FileReader<'a> {
    source: &'a str,
    name: String,
    custom: Vec<(String, Url)>,
    custom_at: Option<AnswerPlace>,
    found: AnswersFile,
}

/// Reads the text of an answers file; `path` gives the name that problems mention.
///
/// # Errors
/// The problem names the file and the line's number. It never repeats the line, which can hold a secret.
pub(super) fn read(source: &str, path: &Path) -> Result<AnswersFile, AnswersProblem> {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let mut reader = FileReader { source, name, custom: Vec::new(), custom_at: None, found: AnswersFile::default() };
    let table = DeTable::parse(source).map_err(|error| {
        // An error without a span is about the whole file, and is reported on line 1.
        let at = error.span().unwrap_or_default();
        AnswersProblem::at(reader.place(&at), slip::on_line(source, reader.line(&at), error.message()))
    })?;
    reader.table("", table.get_ref())?;
    reader.end()
}

impl FileReader<'_> {
    fn place(&self, span: &Range<usize>) -> AnswerPlace {
        AnswerPlace::File { name: self.name.clone(), line: self.line(span) }
    }

    fn line(&self, span: &Range<usize>) -> usize {
        self.source.get(..span.start).unwrap_or(self.source).matches('\n').count() + 1
    }

    fn table(&mut self, prefix: &str, table: &DeTable) -> Result<(), AnswersProblem> {
        // In the order of the file, so that the first mistake is the one that is reported.
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_unstable_by_key(|(key, _)| key.span().start);
        for (key, value) in entries {
            let name = if prefix.is_empty() { key.get_ref().to_string() } else { format!("{prefix}.{}", key.get_ref()) };
            self.entry(&name, &key.span(), value)?;
        }
        Ok(())
    }

    fn entry(&mut self, name: &str, at: &Range<usize>, value: &Spanned<DeValue>) -> Result<(), AnswersProblem> {
        let place = self.place(at);
        match (name, value.get_ref()) {
            ("environment", DeValue::Table(inner)) => {
                self.custom_at = Some(place);
                self.table(name, inner)
            }
            ("environment.platform" | "environment.maskinporten" | "environment.admin" | "environment.access_management", value) => {
                let url = base_address(&text(name, &place, value)?).map_err(|invalid| AnswersProblem::invalid(place, name, invalid))?;
                self.custom.push((name.trim_start_matches("environment.").to_owned(), url));
                Ok(())
            }
            ("version", value) => version(place, value),
            (name, DeValue::Table(inner)) if is_table_of_answers(name) => self.table(name, inner),
            (name, value) => {
                let field = FieldId::ALL.iter().copied().find(|field| field.name() == name).ok_or_else(|| unknown(place.clone(), name))?;
                let text = answer(field, &place, value)?;
                if is_command(field, &text) {
                    return Err(AnswersProblem::invalid(place, name, Invalid::CommandFromFlagOrProfileOnly));
                }
                self.found.answers.push(FileAnswer { field, text, place });
                Ok(())
            }
        }
    }

    fn end(mut self) -> Result<AnswersFile, AnswersProblem> {
        let Some(place) = self.custom_at.take() else { return Ok(self.found) };
        let of = |name: &str| self.custom.iter().find(|(known, _)| known == name).map(|(_, url)| url.clone());
        let (platform, maskinporten) = (of("platform"), of("maskinporten"));
        let (admin, access_management) = (of("admin"), of("access_management"));
        let (Some(platform), Some(maskinporten)) = (platform, maskinporten) else {
            return Err(AnswersProblem::at(place, EngineMessage::EnvironmentIncomplete));
        };
        self.found.custom = Some(Environment::Custom { platform, maskinporten, admin, access_management });
        Ok(self.found)
    }
}

fn version(place: AnswerPlace, value: &DeValue) -> Result<(), AnswersProblem> {
    let version = value.as_integer().map_or_else(|| value.type_str().to_owned(), |number| number.as_str().to_owned());
    if version == "1" { Ok(()) } else { Err(AnswersProblem::at(place, EngineMessage::AnswersVersion { version })) }
}

/// The text of an answer. A number without quotation marks is one too, where no other kind of value is meant: an organisation number,
/// a key id.
fn answer(field: FieldId, place: &AnswerPlace, value: &DeValue) -> Result<String, AnswersProblem> {
    let takes_numbers = match field.kind() {
        FieldKind::Line | FieldKind::Several => true,
        FieldKind::Choice(_) | FieldKind::SecretReference | FieldKind::Day | FieldKind::Path => false,
    };
    let number = |value: &DeValue| value.as_integer().filter(|number| number.radix() == 10).map(digits);
    let items = |items: &[Spanned<DeValue>]| {
        let text = |item: &DeValue| number(item).or_else(|| item.as_str().map(ToOwned::to_owned));
        Some(items.iter().map(|item| text(item.get_ref())).collect::<Option<Vec<_>>>()?.join(", "))
    };
    let read = match value {
        DeValue::Array(array) if takes_numbers => items(array),
        value if takes_numbers => number(value),
        _ => None,
    };
    read.map_or_else(|| text(field.name(), place, value), Ok)
}

/// The number as it is written, without the underscores that TOML lets stand in it.
fn digits(number: &DeInteger) -> String {
    number.as_str().replace('_', "")
}

fn text(key: &str, place: &AnswerPlace, value: &DeValue) -> Result<String, AnswersProblem> {
    let shape = || {
        let message = EngineMessage::AnswerShape { key: key.to_owned(), kind: value.type_str().to_owned() };
        AnswersProblem::at(place.clone(), message)
    };
    match value {
        DeValue::String(text) => Ok(text.to_string()),
        DeValue::Datetime(day) => Ok(day.to_string()),
        DeValue::Array(items) => {
            let items: Option<Vec<&str>> = items.iter().map(|item| item.get_ref().as_str()).collect();
            Ok(items.ok_or_else(shape)?.join(", "))
        }
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Table(_) => Err(shape()),
    }
}

fn unknown(place: AnswerPlace, key: &str) -> AnswersProblem {
    let close = FieldId::ALL.iter().map(|field| field.name()).find(|name| is_close(name, key));
    let key = key.to_owned();
    AnswersProblem::at(
        place,
        match close {
            Some(close) => EngineMessage::AnswerUnknownNear { key, close: close.to_owned() },
            None => EngineMessage::AnswerUnknown { key },
        },
    )
}

/// Whether an answer would run a program (`cmd:`). Answers files can come from someone else, so they must not do that.
pub(super) fn is_command(field: FieldId, text: &str) -> bool {
    let read = text.parse::<SecretRef>();
    field.kind() == FieldKind::SecretReference
        && matches!(read, Ok(SecretRef::Command(_)) | Err(Invalid::CommandEmpty | Invalid::CommandQuotes))
}

fn is_table_of_answers(name: &str) -> bool {
    FieldId::ALL.iter().any(|field| field.name().strip_prefix(name).is_some_and(|rest| rest.starts_with('.')))
}

/// Whether a field's name is likely what an unknown name meant: equal without separators, case and a plural's s, or equal to the
/// name's last part.
fn is_close(field: &str, key: &str) -> bool {
    let letters = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let (field, key) = (letters(field), letters(key));
    !key.is_empty()
        && (field == key || (key.len() > 2 && field.ends_with(&key)) || field.trim_end_matches('s') == key.trim_end_matches('s'))
}
