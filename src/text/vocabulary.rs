//! Words that every front shares: roles, environments, people, states, verdicts, steps, checks, fields and deeds.

use super::Text;
use crate::journey::{CheckId, DeedId, Environment, FieldId, Mark, Role, StepId, StepState, Who};
use crate::values::Value;

const FILE: &str = "vocabulary";

impl Text {
    /// The role with a capital, for the beginning of a line.
    #[must_use]
    pub fn role(&self, role: Role) -> String {
        capitalised(&self.role_within(role))
    }

    /// The role as written in the middle of a sentence.
    #[must_use]
    pub fn role_within(&self, role: Role) -> String {
        self.line(FILE, &format!("role.{role}"), &[])
    }

    #[must_use]
    pub fn environment(&self, environment: &Environment) -> String {
        self.line(FILE, &format!("environment.{environment}"), &[])
    }

    /// Who acts, as written in the middle of a sentence.
    #[must_use]
    pub fn who(&self, who: Who) -> String {
        self.line(FILE, &format!("who.{who}"), &[])
    }

    /// Who acts, with an explanation where there is one: "the approver: an access manager in your organisation".
    #[must_use]
    pub fn who_in_full(&self, who: Who) -> String {
        self.find(FILE, &format!("who.{who}.in-full"), &[]).unwrap_or_else(|| self.who(who))
    }

    #[must_use]
    pub fn state(&self, state: StepState) -> String {
        self.line(FILE, &format!("state.{state}"), &[])
    }

    #[must_use]
    pub fn verdict(&self, mark: Mark) -> String {
        self.line(FILE, &format!("verdict.{mark}"), &[])
    }

    #[must_use]
    pub fn step(&self, step: StepId) -> String {
        self.line("steps", step.name(), &[])
    }

    /// The step's short name, for lists.
    #[must_use]
    pub fn step_in_short(&self, step: StepId) -> String {
        self.line("steps", &format!("{step}.short"), &[])
    }

    /// The check's title, such as "This machine's clock is right".
    #[must_use]
    pub fn check(&self, check: CheckId) -> String {
        self.line("checks", check.name(), &[])
    }

    /// The field's label with a capital, for the beginning of a line.
    #[must_use]
    pub fn field(&self, field: FieldId) -> String {
        capitalised(&self.field_within(field))
    }

    /// The field's label as written in the middle of a sentence.
    #[must_use]
    pub fn field_within(&self, field: FieldId) -> String {
        self.line("fields", field.name(), &[])
    }

    /// What the deed does, for a list of all deeds.
    #[must_use]
    pub fn deed_summary(&self, deed: DeedId) -> String {
        self.line(FILE, &format!("deed.{deed}"), &[])
    }

    /// The deed's title, such as "Fetch the test file": what it does differs by role.
    #[must_use]
    pub fn deed_title(&self, deed: DeedId, role: Role) -> String {
        self.line(FILE, &format!("deed.{deed}.{role}"), &[])
    }

    /// How many steps are ready: "ready 2 of 5".
    #[must_use]
    pub fn ready(&self, done: usize) -> String {
        self.line(FILE, "said.ready", &[("done", Value::from(&done)), ("all", Value::from(&StepId::ALL.len()))])
    }

    /// A duration in milliseconds: "142 ms".
    #[must_use]
    pub fn took(&self, ms: u64) -> String {
        self.line(FILE, "said.took", &[("ms", Value::from(&ms))])
    }
}

/// The words with their first letter as a capital.
#[must_use]
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::PublishedEnvironment;
    use crate::text::Language;

    #[test]
    fn everything_has_a_word() {
        let text = Text::new(Language::English);
        let mut words: Vec<String> = Vec::new();
        words.extend(Role::ALL.iter().map(|role| text.role_within(*role)));
        words.extend(PublishedEnvironment::ALL.iter().map(|named| text.environment(&Environment::Named(*named))));
        words.extend(Who::ALL.iter().map(|who| text.who(*who)));
        words.extend(DeedId::ALL.iter().map(|deed| text.deed_summary(*deed)));
        words.extend(DeedId::ALL.iter().flat_map(|deed| Role::ALL.iter().map(|role| text.deed_title(*deed, *role))));
        words.extend(StepState::ALL.iter().map(|state| text.state(*state)));
        words.extend(Mark::ALL.iter().map(|mark| text.verdict(*mark)));
        // A missing key is shown as it is, with its dots.
        assert!(words.iter().all(|word| !word.contains(['.', '{']) && !word.is_empty()), "{words:?}");
        assert_eq!((text.ready(2).as_str(), text.took(142).as_str()), ("ready 2 of 5", "142 ms"));
    }
}
