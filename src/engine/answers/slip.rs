//! What most likely went wrong on a line that is not TOML, and what to write instead. A message names the key only: the value can be a
//! secret.

use crate::journey::{EngineMessage, FieldId};

const CURLY: [char; 9] = ['“', '”', '„', '‟', '‘', '’', '‚', '«', '»'];

/// The message for a line (counted from 1) that TOML's reader refused for this reason.
pub(super) fn on_line(source: &str, line: usize, reason: &str) -> EngineMessage {
    if let Some(format) = other_format(source) {
        return EngineMessage::AnswersOtherFormat { format: format.to_owned() };
    }
    let text = source.lines().nth(line.saturating_sub(1)).unwrap_or_default().trim();
    let (key, value) = text.split_once('=').map_or((None, ""), |(key, value)| (name(key), value.trim()));
    let Some(key) = key else { return without_equals(text).unwrap_or_else(|| syntax(reason)) };
    if value.chars().any(|c| CURLY.contains(&c)) {
        EngineMessage::AnswersCurlyQuotes { key }
    } else if value.starts_with('"') && value.contains('\\') {
        EngineMessage::AnswersBackslash { key }
    } else if !value.is_empty() && !value.starts_with(['"', '\'', '[', '{']) {
        EngineMessage::AnswersUnquoted { key }
    } else {
        syntax(reason)
    }
}

/// Whether a line has a backslash in a text in double quotes, where it means something else than itself: `\t` is a tab.
pub(super) fn has_backslash(source: &str, line: usize) -> bool {
    source.lines().nth(line.saturating_sub(1)).is_some_and(|text| text.contains('"') && text.contains('\\'))
}

fn syntax(reason: &str) -> EngineMessage {
    EngineMessage::AnswersSyntax { reason: reason.to_owned() }
}

/// The name of another format that the whole file is in.
fn other_format(source: &str) -> Option<&'static str> {
    let lines = || source.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let first = lines().next()?;
    let is_answer = |name: &str| FieldId::ALL.iter().any(|field| field.name() == name || field.name().starts_with(&format!("{name}.")));
    let leads = |mark: char| lines().take(3).any(|line| line.split_once(mark).is_some_and(|(key, _)| is_answer(unquoted(key))));
    if first.starts_with('{') || first.starts_with("[{") || first == "[" {
        Some("JSON")
    } else if first.starts_with('<') {
        Some("XML")
    } else if first.starts_with("---") || (!first.contains('=') && leads(':')) {
        Some("YAML")
    } else if !first.contains('=') && (leads(',') || leads(';') || leads('\t')) {
        Some("CSV")
    } else {
        None
    }
}

/// `organisation: 310400203` and `organisation 310400203`.
fn without_equals(text: &str) -> Option<EngineMessage> {
    let key = name(text.split([':', ' ', '\t']).next()?)?;
    (text.len() > key.len()).then_some(EngineMessage::AnswersNoEquals { key })
}

fn unquoted(key: &str) -> &str {
    key.trim().trim_matches('"')
}

/// The text, if it can be the name of an answer.
fn name(key: &str) -> Option<String> {
    let key = unquoted(key);
    let fits = !key.is_empty() && key.len() < 60 && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'));
    fits.then(|| key.to_owned())
}
