//! Letters to the people who must act, and what they have answered.

use super::Session;
use crate::app::Effect;
use crate::app::screens::WaitingChoice;
use crate::journey::{
    CheckId, DeedOptions, FieldId, LETTER_AGE, Letter, LetterAct, LetterGround, LetterKind, LetterOptions, Message, Verdict, Who,
};
use crate::values::{Language, MailAddress};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// What the user has chosen for a letter, until the program ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub to: Option<MailAddress>,
    /// That of the receiver, whatever the reader of the screen reads.
    pub language: Language,
}

/// The drafts by kind.
#[derive(Debug, Default)]
pub struct Drafts(BTreeMap<LetterKind, Draft>);

impl Drafts {
    fn of(&self, kind: LetterKind) -> Draft {
        self.0.get(&kind).cloned().unwrap_or(Draft { to: None, language: Language::Bokmal })
    }
}

impl Session {
    /// The letter as it stands.
    ///
    /// # Errors
    /// The answer without which it cannot be written.
    pub fn letter(&self, kind: LetterKind, act: LetterAct) -> Result<Letter, FieldId> {
        let options = LetterOptions { to: self.drafts.of(kind).to, act: Some(act), reason: None };
        Letter::new(kind, self.letter_ground(), &options)
    }

    fn letter_ground(&self) -> LetterGround<'_> {
        LetterGround::of(self.profile(), self.findings.all(), &self.journal, self.findings.evidence())
    }

    #[must_use]
    pub fn letter_language(&self, kind: LetterKind) -> Language {
        self.drafts.of(kind).language
    }

    pub(in crate::app) fn turn_letter_language(&mut self, kind: LetterKind) {
        let draft = self.drafts.of(kind);
        self.drafts.0.insert(kind, Draft { language: draft.language.next(), ..draft });
    }

    pub(in crate::app) fn address_letter(&mut self, kind: LetterKind, to: Option<MailAddress>) {
        let draft = self.drafts.of(kind);
        self.drafts.0.insert(kind, Draft { to, ..draft });
    }

    /// Notes that a letter was sent, or what its receiver has answered.
    pub(in crate::app) fn note_letter(&mut self, id: u64, kind: LetterKind, act: LetterAct, reason: Option<String>) -> Vec<Effect> {
        let to = self.letter(kind, act).ok().and_then(|letter| letter.mail().cloned());
        let letter = LetterOptions { to, act: Some(act), reason };
        self.perform(id, kind.deed(), DeedOptions { letter, ..DeedOptions::default() })
    }

    /// The letter that a check's finding asks for, or waits for an answer to.
    #[must_use]
    pub fn letter_of(&self, check: CheckId) -> Option<LetterKind> {
        LetterKind::for_check(check, self.findings.all(), self.profile().role)
    }

    /// Whether the letter was sent and is not answered yet.
    #[must_use]
    pub fn is_asked(&self, kind: LetterKind) -> bool {
        kind.is_asked(self.profile(), &self.journal)
    }

    /// What `m` writes: the letter, or a reminder of it, unless the answers have come to need more than it asked for.
    #[must_use]
    pub fn letter_act(&self, kind: LetterKind) -> LetterAct {
        self.letter_ground().act(kind)
    }

    /// Whether a check waits: for somebody by its verdict, for the service desk, which alone knows whether the scopes are granted, or
    /// until a service may be asked again.
    #[must_use]
    pub fn awaits(&self, check: CheckId) -> bool {
        let finding = self.finding(check);
        finding.is_some_and(|finding| match (&finding.outcome, &finding.message) {
            (Verdict::Waiting(_), _) | (Verdict::NeedsYou, Message::ScopesToAdd { .. }) => true,
            (Verdict::Unknown, Message::RateLimited { until }) => *until > self.now,
            (_, _) => false,
        })
    }

    /// Whether the letter is old enough for a reminder.
    #[must_use]
    pub fn is_reminder_due(&self, kind: LetterKind, now: Timestamp) -> bool {
        kind.last_sent(self.profile(), &self.journal).is_some_and(|sent| now.duration_since(sent) >= LETTER_AGE)
    }

    /// What the user can say or do about a check that waits for a person. Nothing if it waits for a service.
    #[must_use]
    pub fn waiting_choices(&self, check: CheckId) -> Vec<WaitingChoice> {
        let Some(kind) = self.letter_of(check).filter(|_| self.awaits(check)) else { return Vec::new() };
        let approves_oneself = kind == LetterKind::Approver && !self.profile().environment.is_production();
        let has_page = self.finding(check).is_some_and(|finding| finding.link.is_some());
        let mut choices = Vec::new();
        if approves_oneself && has_page {
            choices.push(WaitingChoice::Approve);
        }
        if self.is_asked(kind) {
            choices.extend([WaitingChoice::SaidYes, WaitingChoice::SaidNo, WaitingChoice::Remind]);
        } else {
            choices.extend([WaitingChoice::Write, WaitingChoice::SaidYes]);
        }
        choices
    }

    /// Whom a check waits for.
    #[must_use]
    pub fn awaited(&self, check: CheckId) -> Option<Who> {
        match &self.finding(check)?.outcome {
            Verdict::Waiting(waiting) => Some(waiting.on),
            _ => self.letter_of(check).map(|kind| kind.receiver(self.profile().role)),
        }
    }
}
