//! What comes next, in words: one line that begins with what to do.

use super::Text;
use crate::journey::{Act, Errand, Finding, Message, Next, Profile, Skip, Verdict, Who};
use crate::values::Value;

const FILE: &str = "next";

impl Text {
    /// The line of a thing that is left to do.
    #[must_use]
    pub fn next(&self, next: &Next, profile: &Profile, findings: &[Finding]) -> String {
        let text = |text: String| Value::Text(text);
        let mut values = vec![
            ("role", text(profile.role.name().to_owned())),
            ("acting", text(profile.acting.name().to_owned())),
            ("environment", text(profile.environment.name().to_owned())),
            ("who", text(self.who(next.who))),
            ("field", text(next.field().map(|field| self.for_role(profile.role).field(field)).unwrap_or_default())),
            ("deed", text(next.deed().map(|deed| self.deed_title(deed, profile.role)).unwrap_or_default())),
            ("check", text(next.check.map(|check| self.check(check)).unwrap_or_default())),
        ];
        values.extend(next.since.map(|since| ("since", text(self.date(since)))));
        values.extend(next.until.map(|until| ("until", Value::Moment(until))));
        let own = |kind: &str, id: &str| self.find(FILE, &format!("{kind}.{id}"), &values);
        let line = |key: &str| self.line(FILE, key, &values);
        match next.act {
            Act::Answer(field) => own("answer", field.name()).unwrap_or_else(|| line("answer")),
            Act::Choose(field) => own("choose", field.name()).unwrap_or_else(|| line("choose")),
            Act::HaveClient => line("have-client"),
            Act::Deed(deed) => own("deed", deed.name()).unwrap_or_else(|| line("deed")),
            Act::Portal(Errand::AddScopes) if next.who != Who::You => line("portal-add-scopes-asked"),
            Act::Portal(errand) => line(&format!("portal.{errand}")),
            Act::Person(deed) => own("person", deed.name()).unwrap_or_else(|| line("deed")),
            Act::Wait if is_asked_too_often(next, findings) => line("wait-asked-too-often"),
            Act::Wait if next.until.is_some() => line("wait-until"),
            Act::Wait if next.since.is_some() => line("wait-since"),
            Act::Wait => line("wait"),
            Act::Check => line(match next.check.map(|check| findings.iter().find(|finding| finding.check == check)) {
                None | Some(None) => "check",
                Some(Some(finding)) if finding.outcome == Verdict::Unknown => "check-asked-again",
                Some(Some(_)) => "check-again",
            }),
        }
    }

    /// A part of the page of an errand to a portal, such as `about`, from this file. None where it has no such part.
    #[must_use]
    pub fn errand(&self, file: &str, errand: Errand, part: &str, profile: &Profile) -> Option<String> {
        let told = |value: Option<String>| Value::Text(value.unwrap_or_default());
        let values = [
            ("owner", told(profile.client_owner().map(ToString::to_string))),
            ("client", told(profile.client.id.as_ref().map(ToString::to_string))),
            ("kid", told(profile.client.kid.clone())),
            ("party", told(profile.organisation.as_ref().map(ToString::to_string))),
        ];
        self.find(file, &format!("errand.{errand}.{part}"), &values)
    }

    /// What is done in the portal, one sentence each: as the guide tells it, and what is done here with it.
    #[must_use]
    pub fn errand_lines(&self, file: &str, errand: Errand, profile: &Profile) -> Vec<String> {
        let own = (1_usize..).map_while(|number| self.errand(file, errand, &number.to_string(), profile));
        self.for_role(profile.role).errand_way(errand, profile).into_iter().chain(own).collect()
    }

    /// The same with "Next:" before it, or that nothing is left to do.
    #[must_use]
    pub fn next_line(&self, next: Option<&Next>, profile: &Profile, findings: &[Finding]) -> String {
        match next {
            Some(next) => self.line(FILE, "line", &[("what", Value::Text(self.next(next, profile, findings)))]),
            None if findings.iter().any(|finding| finding.outcome == Verdict::Skipped(Skip::ThisRun)) => {
                self.line(FILE, "nothing-but-left-out", &[])
            }
            None => self.line(FILE, "nothing", &[]),
        }
    }
}

fn is_asked_too_often(next: &Next, findings: &[Finding]) -> bool {
    let finding = next.check.and_then(|check| findings.iter().find(|finding| finding.check == check));
    finding.is_some_and(|finding| matches!(finding.message, Message::RateLimited { .. }))
}
