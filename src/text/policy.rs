//! A policy in words. Checks and deeds name its subjects and actions by their codes, which JSON and the journal keep; the reader is
//! told what each is, with the code (facts terms 3).

use super::Text;
use crate::values::{Approver, OrgNumber, Value};

const FILE: &str = "vocabulary";

/// The actions of a policy that Broker and Events ask for (facts platform E.1).
const ACTIONS: [&str; 3] = ["read", "write", "subscribe"];

impl Text {
    /// Whom a rule is for, from the kind and the code: `rolecode dagl` reads "general manager (dagl)". Any other text stays.
    #[must_use]
    pub fn policy_subject(&self, subject: &str) -> String {
        self.known_subject(subject).unwrap_or_else(|| subject.to_owned())
    }

    /// A rule, from its subject and its action: `rolecode dagl read`. Any other text stays.
    #[must_use]
    pub fn policy_rule(&self, rule: &str) -> String {
        let parts = rule.rsplit_once(' ').and_then(|(subject, action)| Some((self.known_subject(subject)?, self.policy_action(action))));
        let Some((subject, action)) = parts else { return rule.to_owned() };
        self.line(FILE, "policy.rule", &[("subject", Value::Text(subject)), ("action", Value::Text(action))])
    }

    /// A row of a preview: those who may approve are named in words.
    #[must_use]
    pub fn preview_value(&self, label: &str, value: &Value) -> String {
        match (label, value) {
            ("may-approve", Value::List(codes)) => self.value(&Value::List(self.approvers(codes.iter().map(String::as_str)))),
            ("may-approve", Value::Proposed(codes)) => {
                let named = Value::List(self.approvers(codes.split(", ")));
                self.value(&Value::Proposed(self.value(&named)))
            }
            (_, value) => self.value(value),
        }
    }

    /// A value of a message by its name, where it is one of a policy.
    pub(super) fn of_a_policy(&self, name: &str, codes: &[String]) -> Option<Vec<String>> {
        match name {
            "actions" | "has" | "lacks" => Some(codes.iter().map(|action| self.policy_action(action)).collect()),
            "who" => Some(codes.iter().map(|subject| self.policy_subject(subject)).collect()),
            "approvers" => Some(self.approvers(codes.iter().map(String::as_str))),
            _ => None,
        }
    }

    fn approvers<'a>(&self, codes: impl Iterator<Item = &'a str>) -> Vec<String> {
        let named = |code: &str| code.parse().map_or_else(|_| code.to_owned(), |approver| self.approver(&approver));
        codes.map(named).collect()
    }

    fn known_subject(&self, subject: &str) -> Option<String> {
        let (kind, code) = subject.split_once(' ')?;
        Some(match kind {
            "rolecode" => self.approver(&Approver::Role(code.to_lowercase())),
            "accesspackage" => self.approver(&Approver::Package(code.to_owned())),
            "org" => self.line(FILE, "policy.owner", &[("code", Value::Text(code.to_owned()))]),
            "identifier-no" => {
                let number = code.parse::<OrgNumber>().map_or_else(|_| code.to_owned(), |number| number.to_string());
                self.line(FILE, "policy.organisation", &[("number", Value::Text(number))])
            }
            _ => return None,
        })
    }

    fn approver(&self, approver: &Approver) -> String {
        let with_code = |code: &String| ("code", Value::Text(code.clone()));
        match approver {
            Approver::Role(code) => match self.find(FILE, &format!("policy.role-{code}"), &[]) {
                Some(name) => self.line(FILE, "policy.named-role", &[("name", Value::Text(name)), with_code(code)]),
                None => self.line(FILE, "policy.other-role", &[with_code(code)]),
            },
            Approver::Package(name) => self.line(FILE, "policy.package", &[with_code(name)]),
        }
    }

    fn policy_action(&self, action: &str) -> String {
        match ACTIONS.iter().find(|known| known.eq_ignore_ascii_case(action)) {
            Some(known) => self.line(FILE, &format!("policy.action-{known}"), &[]),
            None => action.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::Message;
    use crate::values::Language;

    #[test]
    fn subjects_and_actions_are_told_in_words_with_their_codes() {
        let text = Text::new(Language::Bokmal);
        assert_eq!(text.policy_subject("rolecode DAGL"), "daglig leder (dagl)");
        assert_eq!(text.policy_subject("rolecode other"), "rollen other");
        assert_eq!(text.policy_subject("accesspackage post"), "tilgangspakken post");
        assert_eq!(text.policy_subject("org acme"), "tjenesteeieren acme");
        assert_eq!(text.policy_subject("identifier-no 991825827"), "virksomheten 991 825 827");
        assert_eq!(text.policy_rule("rolecode dagl read"), "daglig leder (dagl): motta filer (read)");
        assert_eq!(text.policy_rule("org acme delete"), "tjenesteeieren acme: delete");
        let proposed = Value::Proposed("dagl, informasjon-og-kommunikasjon".to_owned());
        assert_eq!(
            text.preview_value("may-approve", &proposed),
            "daglig leder (dagl) og tilgangspakken informasjon-og-kommunikasjon (forslag)"
        );
        let lacks = Message::RowLacks { has: vec!["write".to_owned()], lacks: vec!["read".to_owned(), "subscribe".to_owned()] };
        assert_eq!(
            text.finding(&lacks).summary,
            "kan sende filer (write), men ikke motta filer (read) og abonnere på hendelser (subscribe)"
        );
    }

    #[test]
    fn what_is_no_subject_stays_as_it_is() {
        let text = Text::new(Language::English);
        for other in ["Acme (ACME)", "smart-2026-11", "write", "altinn:broker.write", "0192:991825827", ""] {
            assert_eq!((text.policy_subject(other).as_str(), text.policy_rule(other).as_str()), (other, other));
        }
    }
}
