//! The values that a question can be answered with, read out with their numbers.

use super::Onboarding;
use crate::cli::end::Stop;
use crate::journey::{Choice, FieldId, FieldKind, offers, with_told};
use crate::text::Text;
use crate::values::Value;
use tokio::sync::mpsc;

/// So many values are read out. More of them are asked to be narrowed by a word.
pub(super) const MOST: usize = 9;

/// The values to choose from.
pub(super) struct Known {
    pub(super) choices: Vec<Choice>,
    /// Whether a service has told them: a word that is typed then means one of them.
    pub(super) is_told: bool,
}

impl Onboarding<'_> {
    /// The values that are known without asking, and those that a service tells.
    pub(super) async fn known(&mut self, field: FieldId) -> Result<Known, Stop> {
        let state = self.state();
        let mut known = Known { choices: offers(field, &self.profile, &state.findings, &state.evidence), is_told: false };
        let Some(list) = field.list(&self.profile) else { return Ok(known) };
        let (calls, _) = mpsc::unbounded_channel();
        match self.engine.choices(list, self.profile.clone(), || calls).await {
            Ok(told) => {
                let takes = |choice: &Choice| self.profile.clone().set(field, &choice.value).is_ok();
                known = Known { choices: with_told(known.choices, told.into_iter().filter(takes).collect()), is_told: true };
            }
            Err(why) => self.talk.say(&self.console.text.no_choices(&why))?,
        }
        Ok(known)
    }

    /// Reads out values, each with its number.
    pub(super) fn say_choices(&mut self, field: FieldId, shown: &[Choice], count: usize) -> Result<(), Stop> {
        if shown.is_empty() {
            return Ok(());
        }
        for (index, choice) in shown.iter().enumerate() {
            let line = spoken(choice, field, &self.console.text);
            self.talk.say(&format!("{}: {line}", index + 1))?;
        }
        let told = match count.checked_sub(shown.len()).filter(|more| *more > 0) {
            Some(more) => self.word("choices-more", &[("count", Value::from(&more))]),
            None if shown.len() == 1 => self.word("choices-one", &[]),
            None => self.word("choices", &[("count", Value::from(&shown.len()))]),
        };
        self.talk.say(&told)
    }
}

/// What a typed text means.
pub(super) enum Meant {
    Value(String),
    /// One of these, which are read out.
    Some(Vec<Choice>),
    /// Enter alone.
    Nothing,
}

impl Known {
    /// A number is one of those `shown`; a part of a name is those of a service's list that have it; anything else is what it says.
    pub(super) fn meant(&self, text: &str, field: FieldId, shown: &[Choice]) -> Meant {
        if text.is_empty() {
            // The one that is left of a longer list is meant by Enter alone.
            return match shown {
                [only] if self.choices.len() > 1 => Meant::Value(only.value.clone()),
                _ => Meant::Nothing,
            };
        }
        if let Some(value) = numbered(text, field, shown) {
            return Meant::Value(value);
        }
        let fitting: Vec<&Choice> = self.choices.iter().filter(|choice| choice.fits(text)).collect();
        let is_part = self.is_told && !fitting.is_empty() && !fitting.iter().any(|choice| choice.is(text));
        if is_part { Meant::Some(fitting.into_iter().cloned().collect()) } else { Meant::Value(text.to_owned()) }
    }
}

/// The value that a number of the list stands for, or several of them. None where the text is no number of it.
fn numbered(text: &str, field: FieldId, shown: &[Choice]) -> Option<String> {
    let one = |part: &str| {
        let index = part.trim().parse::<usize>().ok()?.checked_sub(1)?;
        shown.get(index).map(|choice| choice.value.clone())
    };
    match field.kind() {
        FieldKind::Several => text.split([',', ';']).map(one).collect::<Option<Vec<_>>>().map(|values| values.join(", ")),
        FieldKind::Line | FieldKind::SecretReference | FieldKind::Day | FieldKind::Path | FieldKind::Choice(_) => one(text),
    }
}

/// A value with its name and what else is told of it.
fn spoken(choice: &Choice, field: FieldId, text: &Text) -> String {
    let is_sandbox = field == FieldId::EventsEndpoint && choice.value.starts_with('{');
    let value = if is_sandbox { text.line("screens", "field.sandbox-webhook", &[]) } else { choice.value.clone() };
    let name = text.name(&choice.names).to_owned();
    let about = choice.about.as_ref().map(|about| text.choice(about)).unwrap_or_default();
    let parts = [name, about].into_iter().filter(|part| !part.is_empty() && *part != value);
    std::iter::once(value.clone()).chain(parts).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_takes_one_a_part_narrows_and_the_rest_is_what_it_says() {
        let choices: Vec<Choice> = ["smart-files", "smart-letters", "other"].map(Choice::plain).into();
        let known = Known { choices: choices.clone(), is_told: true };
        let meant = |text: &str, shown: &[Choice]| match known.meant(text, FieldId::Resource, shown) {
            Meant::Value(value) => value,
            Meant::Some(fitting) => format!("{} fit", fitting.len()),
            Meant::Nothing => "nothing".to_owned(),
        };
        for (text, means) in
            [("2", "smart-letters"), ("SMART", "2 fit"), ("other", "other"), ("new-one", "new-one"), ("9", "9"), ("", "nothing")]
        {
            assert_eq!(meant(text, &choices), means, "{text}");
        }
        let left: Vec<Choice> = choices.iter().take(1).cloned().collect();
        assert_eq!(meant("", &left), "smart-files");
        assert_eq!(numbered("1, 3", FieldId::TransferRecipients, &choices).as_deref(), Some("smart-files, other"));
        assert_eq!(numbered("1, 310400300", FieldId::TransferRecipients, &choices), None);
    }
}
