//! What older guides have in common, found in a pasted text: it is why the rest went wrong (facts platform H and K).

use super::Question;
use crate::journey::scopes::OLD_SCOPE;
use crate::values::names_retired_host;

/// Where transfers were. Today's path goes on: `/filetransfer`.
const OLD_PATH: &str = "/broker/api/v1/file";
/// Events of today have their last word in small letters.
const EVENT_TYPE: &str = "no.altinn.broker.";

/// The questions that say what replaced it. `lower` is the text in small letters.
pub(super) fn outdated(text: &str, lower: &str) -> Vec<Question> {
    let follows = |place: &str, is: fn(char) -> bool, text: &str| {
        text.match_indices(place).any(|(at, _)| text.get(at + place.len()..).is_some_and(|rest| rest.starts_with(is)))
    };
    let ends = lower.trim_end().ends_with(OLD_PATH);
    let has_old_path = ends || follows(OLD_PATH, |c| !c.is_ascii_alphanumeric(), lower);
    let has_old_type = follows(EVENT_TYPE, |c| c.is_ascii_uppercase(), text);
    [
        (names_retired_host(lower), Question::OldHosts),
        (lower.contains(OLD_SCOPE) || has_old_path || has_old_type, Question::OldDocumentation),
    ]
    .into_iter()
    .filter_map(|(is_there, question)| is_there.then_some(question))
    .collect()
}
