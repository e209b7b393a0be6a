//! Words that every front shares: roles, environments, people, states, verdicts, steps, checks, fields and deeds.

use super::Text;
use crate::journey::{
    ChainQuestion, CheckId, DeedId, Environment, FieldId, FieldKind, Mark, Moved, Readiness, Role, Standing, StepId, StepState, Who,
};
use crate::values::{Fault, FileSize, Lasting, Value};

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

    /// What the step is about, for a reader of this role; or what a vendor does in it.
    #[must_use]
    pub fn step_about(&self, step: StepId, role: Role, is_vendors: bool) -> String {
        let key = if is_vendors { format!("{step}.about-by-vendor") } else { format!("{step}.about-{role}") };
        self.line("steps", &key, &[])
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

    /// What is so when the check passes.
    #[must_use]
    pub fn check_proves(&self, check: CheckId) -> String {
        self.line("checks", &format!("{check}.proves"), &[])
    }

    /// Several roles as a list, as written in the middle of a sentence.
    #[must_use]
    pub fn roles(&self, roles: &[Role]) -> String {
        self.value(&Value::List(roles.iter().map(|role| self.role_within(*role)).collect()))
    }

    /// The question of a chain, as a short title like a check's.
    #[must_use]
    pub fn chain_question(&self, question: ChainQuestion) -> String {
        self.line("checks", &format!("question.{question}"), &[])
    }

    /// The field's label with a capital, for the beginning of a line.
    #[must_use]
    pub fn field(&self, field: FieldId) -> String {
        capitalised(&self.field_within(field))
    }

    /// The field's label as written in the middle of a sentence. What a sender sends, a recipient fetches: it may differ by role.
    #[must_use]
    pub fn field_within(&self, field: FieldId) -> String {
        self.line("fields", field.name(), &self.for_reader(Vec::new()))
    }

    /// What the field means. In an environment that has its own words, those.
    #[must_use]
    pub fn field_help(&self, field: FieldId, environment: &Environment) -> String {
        let values = self.for_reader(Vec::new());
        let in_environment = self.find("fields", &format!("{field}.help-{}", environment.name()), &values);
        in_environment.unwrap_or_else(|| self.line("fields", &format!("{field}.help"), &values))
    }

    /// What applies without an answer, if that can be said.
    #[must_use]
    pub fn field_unset(&self, field: FieldId) -> Option<String> {
        self.find("fields", &format!("{field}.unset"), &self.for_reader(Vec::new()))
    }

    /// An answer as a person reads it: a choice in words, a day as the language writes it, anything else as it was given.
    #[must_use]
    pub fn answer(&self, field: FieldId, answer: &str) -> String {
        match field.kind() {
            FieldKind::Choice(_) => self.line("screens", &format!("choice.{answer}"), &[]),
            FieldKind::Day => answer.parse().map_or_else(|_| answer.to_owned(), |day| self.value(&Value::Day(day))),
            FieldKind::Line | FieldKind::SecretReference | FieldKind::Several | FieldKind::Path => answer.to_owned(),
        }
    }

    /// What a fault of the sandbox does: in the sandbox's own text, which is English, if it is newer than this program's.
    #[must_use]
    pub fn fault(&self, fault: &Fault) -> String {
        self.find("faults", &fault.name, &[]).unwrap_or_else(|| fault.does.clone())
    }

    /// What the deed does, for a list of all deeds.
    #[must_use]
    pub fn deed_summary(&self, deed: DeedId) -> String {
        self.line(FILE, &format!("deed.{deed}"), &[])
    }

    /// The deed's title, such as "Fetch the test file": what it does differs by role.
    #[must_use]
    pub fn deed_title(&self, deed: DeedId, role: Role) -> String {
        let title = || self.line(FILE, &format!("deed.{deed}.title"), &[]);
        self.find(FILE, &format!("deed.{deed}.{role}"), &[]).unwrap_or_else(title)
    }

    /// How far all steps have come: "ready 2 of 5". What was set aside, is with a vendor, or was said by the user is named as that
    /// and is not counted.
    #[must_use]
    pub fn standing(&self, readiness: &Readiness) -> String {
        let number = |step: StepId| ("step", Value::from(&usize::from(step.number())));
        match readiness.standing() {
            Standing::Proven { proven, of } => self.line(FILE, "said.ready", &[("done", Value::from(&proven)), ("all", Value::from(&of))]),
            Standing::WithoutStep { step, proven, of } => {
                let key = if readiness.is_ready() { "said.ready-without" } else { "said.ready-of-the-rest" };
                self.line(FILE, key, &[("done", Value::from(&proven)), ("all", Value::from(&of)), number(step)])
            }
            Standing::WithVendor { step, state, others } => {
                let values = [number(step), ("state", Value::Text(self.state(state))), ("others", Value::from(&others))];
                self.line(FILE, "said.with-vendor", &values)
            }
            Standing::SaidByUser { step, day: _, others } => {
                self.line(FILE, "said.ready-with-vendor", &[number(step), ("others", Value::from(&others))])
            }
        }
    }

    /// The state of a step. One that is ready by the user's word says so, with the day.
    #[must_use]
    pub fn step_state(&self, readiness: &Readiness, step: StepId) -> String {
        match readiness.said_on(step) {
            Some(day) => self.line(FILE, "said.by-you", &[("day", Value::from(&day))]),
            None => self.state(readiness.state(step)),
        }
    }

    /// A duration in milliseconds: "142 ms".
    #[must_use]
    pub fn took(&self, ms: u64) -> String {
        if ms >= LONG_MS {
            return self.value(&Value::Lasting(Lasting::of_seconds(ms / 1000)));
        }
        self.line(FILE, "said.took", &[("ms", Value::from(&ms))])
    }

    /// How fast a file moves, and how long the rest takes. None while that cannot be told.
    #[must_use]
    pub fn moving(&self, moved: Moved) -> Option<String> {
        let rate = ("rate", Value::FileSize(FileSize(moved.rate?)));
        Some(match moved.left() {
            Some(seconds) => self.line(FILE, "said.moving-left", &[rate, ("left", Value::Lasting(rounded(seconds)))]),
            None => self.line(FILE, "said.moving", &[rate]),
        })
    }
}

/// From so many milliseconds on, a time is told in seconds and minutes.
const LONG_MS: u64 = 10_000;

/// A time that is only guessed: from two minutes on in whole minutes, rounded up.
const fn rounded(seconds: u64) -> Lasting {
    const MINUTE: u64 = 60;
    Lasting::of_seconds(if seconds < 2 * MINUTE { seconds } else { seconds.div_ceil(MINUTE) * MINUTE })
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
    use crate::journey::{Acting, Finding, Profile, PublishedEnvironment, plan};
    use crate::values::Language;

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
        assert_eq!(text.took(142).as_str(), "142 ms");
    }

    #[test]
    fn the_line_about_all_steps_counts_what_is_proven_alone() {
        let text = Text::new(Language::English);
        let standing = |profile: &Profile| {
            let plan = plan(profile);
            let asked = plan.checks.iter().filter(|planned| planned.skip.is_none());
            let passed: Vec<Finding> = asked.map(|planned| Finding::passed(planned.check, 1)).collect();
            [text.standing(&Readiness::of(&plan, &[])), text.standing(&Readiness::of(&plan, &passed))]
        };
        let mut profile = Profile::new(Role::Sender, Environment::SANDBOX);
        assert_eq!(standing(&profile), ["ready 0 of 5", "ready 5 of 5"]);
        profile.events.set_aside = Some("later".to_owned());
        assert_eq!(standing(&profile), ["ready 0 of 5, step 5 set aside", "ready: 4 proven, step 5 set aside"]);
        profile.acting = Acting::ByVendor;
        assert_eq!(standing(&profile), ["step 3 needs you, 4 with your vendor"; 2]);
        for (field, answer) in [
            (FieldId::VendorName, "Acme Files AS"),
            (FieldId::VendorApprovedOn, "2026-11-20"),
            (FieldId::VendorTransferSeenOn, "2026-11-21"),
        ] {
            assert_eq!(profile.set(field, answer), Ok(()));
        }
        assert_eq!(standing(&profile), ["step 3 not started, 4 with your vendor", "ready: step 3 said by you, 4 with your vendor"]);
    }
}
