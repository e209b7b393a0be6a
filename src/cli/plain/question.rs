//! A question about one answer: why it is asked, what is valid, what stands there now, and the values that are known.

use super::Onboarding;
use super::known::{MOST, Meant};
use super::pick::{Offered, Picked};
use super::talk::{Said, Turn};
use crate::cli::end::Stop;
use crate::cli::password;
use crate::engine::answered;
use crate::journey::{Choice, DeedId, FieldId, FieldKind, Finding, Message, Next, Role, StepId};
use crate::values::{Invalid, Value};
use jiff::Timestamp;
use secrecy::ExposeSecret;

impl Onboarding<'_> {
    /// Asks for an answer and keeps it. What is published of a resource is asked for in one go. `next` is what asks for it, if it is not
    /// the user.
    pub(super) async fn answer(&mut self, field: FieldId, next: Option<&Next>) -> Result<Turn, Stop> {
        let publishes = next.is_some() && self.profile.answer(field).is_none() && self.publishes(field);
        let mut turn = self.answer_one(field, false).await?;
        let mut then = field.then_to_publish(&self.profile).filter(|_| publishes);
        while let (Turn::On, Some(field)) = (turn, then) {
            self.talk.gap()?;
            turn = self.answer_one(field, false).await?;
            then = field.then_to_publish(&self.profile);
        }
        Ok(turn)
    }

    /// Whether a field is asked for because a resource or its policy is to be published.
    fn publishes(&mut self, field: FieldId) -> bool {
        let is_new = |finding: &Finding| matches!(finding.message, Message::ResourceNotPublished { .. });
        let mut is_missing = || self.profile.role == Role::ServiceOwner && self.state().findings.iter().any(is_new);
        match field.deed() {
            Some(DeedId::PublishResource | DeedId::PublishPolicy) => true,
            Some(_) => false,
            None => is_missing(),
        }
    }

    /// Asks for one answer. One that `may_be_left_out` needs nothing more than Enter.
    pub(super) async fn answer_one(&mut self, field: FieldId, may_be_left_out: bool) -> Result<Turn, Stop> {
        let help = self.text().field_help(field, &self.profile.environment);
        self.talk.say(&help)?;
        self.ask_for(field, may_be_left_out).await
    }

    /// The same without its help, which is told to whoever asks.
    pub(super) async fn ask_for(&mut self, field: FieldId, may_be_left_out: bool) -> Result<Turn, Stop> {
        let turn = match field.kind() {
            FieldKind::Choice(values) => self.chosen(field, values).await?,
            FieldKind::Line | FieldKind::SecretReference | FieldKind::Day | FieldKind::Several | FieldKind::Path => {
                self.typed(field, may_be_left_out).await?
            }
        };
        if turn == Turn::On {
            self.answered.retain(|other| *other != field);
            self.answered.push(field);
        }
        Ok(turn)
    }

    async fn chosen(&mut self, field: FieldId, values: &[&str]) -> Result<Turn, Stop> {
        let says = |value: &str| self.console.text.line("screens", &format!("choice.{value}"), &[]);
        let mut offered: Vec<Offered> = values.iter().map(|value| Offered { word: (*value).to_owned(), says: says(value) }).collect();
        if self.may_be_set_aside(field) {
            offered.push(Offered { word: self.word("command-aside", &[]), says: self.word("aside-offered", &[]) });
        }
        let stands = self.profile.answer(field).or_else(|| self.proposal(field));
        let default = values.iter().position(|value| Some(*value) == stands.as_deref());
        let (question, explained) = (self.text().field(field), self.explained(field));
        loop {
            let index = match self.talk.pick(&question, &offered, default, &explained).await? {
                Picked::One(index) => index,
                Picked::Turn(turn) => return Ok(turn),
            };
            let Some(value) = values.get(index) else { return Box::pin(self.answer_one(FieldId::EventsSetAside, false)).await };
            match self.take(field, value, None)? {
                Ok(()) => return Ok(Turn::On),
                Err(invalid) => self.refuse(&invalid)?,
            }
        }
    }

    async fn typed(&mut self, field: FieldId, may_be_left_out: bool) -> Result<Turn, Stop> {
        let known = self.known(field).await?;
        let stands = self.profile.answer(field);
        let default = stands.clone().or_else(|| self.proposal(field));
        self.say_form(field, stands.is_some(), default.as_deref(), may_be_left_out)?;
        let mut shown: Vec<Choice> = known.choices.iter().take(MOST).cloned().collect();
        self.say_choices(field, &shown, known.choices.len())?;
        let (question, explained) = (self.text().field(field), self.explained(field));
        loop {
            let text = match self.ask_hidden(field, &question, &explained).await? {
                Said::Typed(text) => text,
                Said::Turn(turn) => return Ok(turn),
            };
            if self.may_be_set_aside(field) && self.talk.is_word(&text, "aside") {
                return Box::pin(self.answer_one(FieldId::EventsSetAside, false)).await;
            }
            let value = match (known.meant(&text, field, &shown), &default) {
                (Meant::Value(value), _) => value,
                (Meant::Nothing, Some(default)) => default.clone(),
                (Meant::Nothing, None) if may_be_left_out => return Ok(Turn::On),
                (Meant::Nothing, None) => {
                    self.refuse(&Invalid::Empty)?;
                    continue;
                }
                (Meant::Some(fitting), _) => {
                    shown = fitting.iter().take(MOST).cloned().collect();
                    self.say_choices(field, &shown, fitting.len())?;
                    continue;
                }
            };
            match self.take(field, &value, default.as_deref())? {
                Ok(()) => return Ok(Turn::On),
                Err(invalid) => self.refuse(&invalid)?,
            }
        }
    }

    /// Asks for a line. What may be a password is not shown while it is typed at a terminal.
    async fn ask_hidden(&mut self, field: FieldId, question: &str, explained: &[String]) -> Result<Said, Stop> {
        if field != FieldId::ClientKeyPassword || !self.console.can_ask() {
            return self.talk.ask(question, explained).await;
        }
        let typed = password::ask(&format!("{question}: "), &mut password::Asking::default(), self.console).await?;
        let Some(typed) = typed else { return Ok(Said::Turn(Turn::Later)) };
        let is_reference = ["file:", "env:", "cmd:"].iter().any(|kind| typed.expose_secret().starts_with(kind));
        if is_reference {
            return Ok(Said::Typed(typed.expose_secret().to_owned()));
        }
        self.engine.use_password(&self.profile, Some(typed));
        self.is_changed = true;
        Ok(Said::Turn(Turn::On))
    }

    /// What is valid, what stands there now or is proposed, and what Enter alone does.
    fn say_form(&mut self, field: FieldId, stands: bool, default: Option<&str>, may_be_left_out: bool) -> Result<(), Stop> {
        let value = |value: &str| [("value", Value::Text(self.console.text.answer(field, value)))];
        let example = self.console.text.find("fields", &format!("{field}.example"), &[]);
        let unset = self.text().field_unset(field).filter(|_| may_be_left_out);
        let told = match (default, unset) {
            (Some(default), _) if stands => Some(self.word("stands", &value(default))),
            (Some(default), _) => Some(self.word("proposed", &value(default))),
            (None, Some(unset)) => Some(self.word("may-be-left-out", &[("value", Value::Text(unset))])),
            (None, None) => example.map(|example| self.word("example", &[("value", Value::Text(example))])),
        };
        let aside = self.may_be_set_aside(field).then(|| self.word("aside", &[]));
        [told, aside].into_iter().flatten().try_for_each(|line| self.talk.say(&line))
    }

    /// Takes an answer, keeps it, and says so.
    fn take(&mut self, field: FieldId, text: &str, proposed: Option<&str>) -> Result<Result<(), Invalid>, Stop> {
        let mut with_answer = match answered(&self.profile, field, text) {
            Ok(profile) => profile,
            Err(invalid) => return Ok(Err(invalid)),
        };
        let journal = self.state().journal;
        if field == FieldId::ClientId
            && let Some(day) = with_answer.newly_posted(&journal, Timestamp::now())
        {
            with_answer.client.key_posted = Some(day);
        }
        if with_answer == self.profile {
            return Ok(Ok(()));
        }
        self.keep(with_answer)?;
        // Nobody needs to hear again what was just proposed.
        if proposed == Some(text) {
            return self.talk.say_word("kept-as-proposed", &[]).map(Ok);
        }
        let value = self.profile.answer(field).unwrap_or_default();
        let shown = self.console.text.answer(field, &value);
        let values = [("field", Value::Text(self.text().field(field))), ("value", Value::Text(shown))];
        self.talk.say_word("kept", &values)?;
        Ok(Ok(()))
    }

    pub(super) fn refuse(&mut self, invalid: &Invalid) -> Result<(), Stop> {
        self.talk.say(&self.console.text.invalid(invalid))
    }

    /// What is proposed where there is no answer.
    fn proposal(&mut self, field: FieldId) -> Option<String> {
        field.deed()?;
        let findings = self.state().findings;
        field.proposal(&self.profile, &findings)
    }

    /// What is told of a field to whoever asks.
    fn explained(&self, field: FieldId) -> Vec<String> {
        let text = self.text();
        let values = [("field", Value::Text(field.to_string())), ("flag", Value::Text(field.flag()))];
        let unset = text.field_unset(field).map(|unset| self.word("without-an-answer", &[("value", Value::Text(unset))]));
        let example = self.console.text.find("fields", &format!("{field}.example"), &[]);
        let example = example.map(|example| self.word("example", &[("value", Value::Text(example))]));
        let help = text.field_help(field, &self.profile.environment);
        [Some(help), example, unset, Some(self.word("also-as", &values))].into_iter().flatten().collect()
    }

    /// Whether the question is about events, which may be set aside instead.
    fn may_be_set_aside(&self, field: FieldId) -> bool {
        field.step() == Some(StepId::Events) && field != FieldId::EventsSetAside && FieldId::EventsSetAside.is_for(&self.profile)
    }
}
