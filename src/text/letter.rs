//! The words of letters. They are in the language of the receiver, in `assets/letters/<language>`, whatever the language of the screen.

use super::translation::Messages;
use crate::journey::{Environment, Letter, LetterKind, LetterNeed, Role, Who};
use crate::values::{Language, OrgNumber, Scope, one_line};
use fluent_bundle::FluentArgs;
use jiff::civil::Date;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::sync::LazyLock;

/// What may stand in a `mailto` link as it is (RFC 6068): the unreserved characters, and those of an address.
const IN_LINK: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'@');

macro_rules! letters {
    ($($variant:ident = $tag:literal),*) => {
        const fn source(language: Language) -> &'static str {
            match language {
                $( Language::$variant => include_str!(concat!("../../assets/letters/", $tag, "/letters.ftl")) ),*
            }
        }

        fn words(language: Language) -> &'static Messages {
            match language {
                $( Language::$variant => {
                    static MESSAGES: LazyLock<Messages> = LazyLock::new(|| Messages::of(Language::$variant, source(Language::$variant)));
                    &MESSAGES
                } )*
            }
        }
    };
}

letters! { Bokmal = "nb", Nynorsk = "nn", English = "en" }

/// A letter in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterWords {
    /// The receiver in words: "the service owner".
    pub receiver: String,
    pub subject: String,
    pub body: String,
}

impl LetterWords {
    #[must_use]
    pub fn of(letter: &Letter, language: Language) -> Self {
        let writer = Writer { letter, words: words(language) };
        Self { receiver: writer.receiver(), subject: writer.subject(), body: writer.body() }
    }

    /// The text that is copied and printed: the subject, an empty line, the body.
    #[must_use]
    pub fn whole(&self) -> String {
        format!("{}\n\n{}\n", self.subject, self.body)
    }

    /// The link that opens the letter in a mail program (RFC 6068).
    #[must_use]
    pub fn mailto(&self, to: Option<&str>) -> String {
        let encoded = |text: &str| utf8_percent_encode(text, IN_LINK).to_string();
        let body = self.body.replace('\n', "\r\n");
        format!("mailto:{}?subject={}&body={}", encoded(to.unwrap_or_default()), encoded(&self.subject), encoded(&body))
    }
}

struct Writer<'a> {
    letter: &'a Letter,
    words: &'static Messages,
}

impl Writer<'_> {
    fn line(&self, key: &str) -> String {
        let letter = self.letter;
        let mut values = FluentArgs::new();
        let text = |value: Option<String>| one_line(&value.unwrap_or_default());
        let party = letter.organisation.as_ref();
        values.set("organisation", text(party.map(ToString::to_string)));
        values.set("owner", text(letter.vendor.as_ref().or(party).map(OrgNumber::to_string)));
        values.set("vendor", text(letter.vendor.as_ref().map(OrgNumber::to_string)));
        values.set("resource", text(letter.resource.as_ref().map(ToString::to_string)));
        values.set("system", text(letter.system.clone()));
        values.set("system-user", text(letter.system_user.clone()));
        match &letter.need {
            LetterNeed::Rules(actions) => values.set("actions", text(Some(actions.join(", ")))),
            LetterNeed::Download(transfer) => values.set("transfer", text(transfer.map(|id| id.to_string()))),
            LetterNeed::Scopes(_)
            | LetterNeed::Access
            | LetterNeed::Publish
            | LetterNeed::Delegable
            | LetterNeed::Approval(_)
            | LetterNeed::TestFile => {}
        }
        if !matches!(key.split('-').next(), Some("does" | "environment")) {
            values.set("does", self.line(&format!("does-{}", letter.role)));
            values.set("environment", self.environment());
        }
        self.words.line(key, &values).unwrap_or_default()
    }

    fn line_with(&self, key: &str, name: &'static str, value: String) -> String {
        let mut values = FluentArgs::new();
        values.set(name, value);
        self.words.line(key, &values).unwrap_or_default()
    }

    fn environment(&self) -> String {
        match &self.letter.environment {
            Environment::Named(named) => self.line_with(&format!("environment-{named}"), "address", String::new()),
            Environment::Custom { platform, .. } => {
                self.line_with("environment-own", "address", platform.host_str().unwrap_or_default().to_owned())
            }
        }
    }

    fn day(&self, day: Date) -> String {
        let mut number = FluentArgs::new();
        number.set("number", i64::from(day.month()));
        let mut values = FluentArgs::new();
        values.set("day", i64::from(day.day()));
        values.set("month", self.words.line("month", &number).unwrap_or_default());
        values.set("year", day.year().to_string());
        self.words.line("day", &values).unwrap_or_default()
    }

    fn receiver(&self) -> String {
        self.line(match self.letter.kind.receiver(self.letter.role) {
            Who::ServiceDesk => "to-service-desk",
            Who::ServiceOwner => "to-service-owner",
            Who::Approver => "to-approver",
            Who::Sender => "to-sender",
            _ => "to-recipient",
        })
    }

    fn subject(&self) -> String {
        let subject = self.line(match (self.letter.kind, self.letter.role) {
            (LetterKind::Scopes, _) => "scopes-subject",
            (LetterKind::Access, _) => "access-subject",
            (LetterKind::Approver, _) => "approver-subject",
            (LetterKind::Counterpart, Role::Recipient) => "counterpart-send-subject",
            (LetterKind::Counterpart, Role::Sender | Role::ServiceOwner) => "counterpart-fetch-subject",
        });
        if self.letter.reminds_of.is_some() { self.line_with("reminder-subject", "subject", subject) } else { subject }
    }

    fn body(&self) -> String {
        let reminder = self.letter.reminds_of.map(|day| self.line_with("reminder", "day", self.day(day)));
        let mut parts: Vec<String> = std::iter::once(self.line("greeting")).chain(reminder).collect();
        parts.extend(self.request());
        parts.push(self.signature());
        parts.retain(|part| !part.is_empty());
        parts.join("\n\n")
    }

    /// The paragraphs that ask, with the numbers that the receiver needs.
    fn request(&self) -> Vec<String> {
        let letter = self.letter;
        let is_test = matches!(&letter.environment, Environment::Named(crate::journey::PublishedEnvironment::Tt02));
        match &letter.need {
            LetterNeed::Scopes(scopes) => {
                let ask = if letter.vendor.is_some() { "scopes-ask-vendor" } else { "scopes-ask" };
                let scopes = scopes.iter().map(Scope::as_str).collect::<Vec<_>>().join("\n");
                let numbers = self.numbers(&["owner", "for", "environment", "resource"]);
                vec![self.line(ask), scopes, numbers, self.line("scopes-answer")]
            }
            LetterNeed::Access => self.to_owner("access-do"),
            LetterNeed::Rules(_) => self.to_owner("access-rules-do"),
            LetterNeed::Publish => self.to_owner("access-publish-do"),
            LetterNeed::Delegable => self.to_owner("access-delegable-do"),
            LetterNeed::Approval(page) => {
                let way = match page {
                    Some(page) => vec![self.line("approver-open"), page.to_string()],
                    None => vec![self.line("approver-find")],
                };
                let only = letter.resource.is_some().then(|| self.line("approver-only"));
                let numbers = self.numbers(&["party", "vendor", "system", "environment"]);
                let ask = std::iter::once(self.line("approver-ask")).chain(way).chain(is_test.then(|| self.line("approver-testid")));
                ask.chain(only).chain([numbers, self.line("approver-role")]).collect()
            }
            LetterNeed::TestFile => vec![
                self.line("counterpart-send-ask"),
                self.numbers(&["party", "environment", "resource"]),
                self.line("counterpart-send-do"),
            ],
            LetterNeed::Download(transfer) => vec![
                self.line("counterpart-fetch-ask"),
                self.numbers(&["party", "environment", "resource", "transfer"]),
                self.line(if transfer.is_some() { "counterpart-fetch-do" } else { "counterpart-fetch-ready" }),
            ],
        }
    }

    fn to_owner(&self, task: &str) -> Vec<String> {
        let numbers = self.numbers(&["party", "vendor", "environment", "resource", "system", "system-user"]);
        vec![self.line("access-ask"), numbers, self.line(task), self.line("access-answer")]
    }

    /// One line for each number that is known.
    fn numbers(&self, names: &[&str]) -> String {
        let letter = self.letter;
        let known = |name: &str| match name {
            "owner" => Some(self.line_with(
                "label-organisation",
                "organisation",
                letter.vendor.as_ref().or(letter.organisation.as_ref())?.to_string(),
            )),
            "party" => letter.organisation.as_ref().map(|_| self.line("label-organisation")),
            "for" => letter.vendor.as_ref().and(letter.organisation.as_ref()).map(|_| self.line("label-for")),
            "vendor" => letter.vendor.as_ref().map(|_| self.line("label-vendor")),
            "environment" => Some(self.line("label-environment")),
            "resource" => letter.resource.as_ref().map(|_| self.line("label-resource")),
            "system" => letter.system.as_ref().map(|_| self.line("label-system")),
            "system-user" => letter.system_user.as_ref().map(|_| self.line("label-system-user")),
            "transfer" => matches!(letter.need, LetterNeed::Download(Some(_))).then(|| self.line("label-transfer")),
            _ => None,
        };
        names.iter().filter_map(|name| known(name)).collect::<Vec<_>>().join("\n")
    }

    fn signature(&self) -> String {
        let contact = &self.letter.contact;
        let lines = [contact.name.clone(), contact.email.as_ref().map(ToString::to_string), contact.phone.clone()];
        let lines = lines.into_iter().flatten().map(|line| one_line(&line));
        std::iter::once(self.line("closing")).chain(lines).collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests;
