//! The end: what was proven when all is ready, or how to go on.

use super::Onboarding;
use crate::cli::end::Stop;
use crate::journey::{SavedState, plan};
use crate::report::{ready_key, ready_proof, ready_said, ready_title};
use crate::values::Value;
use jiff::Timestamp;

impl Onboarding<'_> {
    /// Nothing is left to do.
    pub(super) fn ready(&mut self) -> Result<(), Stop> {
        let (text, SavedState { findings, evidence, .. }) = (self.console.text, self.state());
        let is_said = plan(&self.profile).vendor.is_some();
        self.talk.gap()?;
        self.talk.say(&ready_title(&self.profile, is_said, &text))?;
        if is_said {
            ready_said(&self.profile.vendor, &text).iter().try_for_each(|line| self.talk.say(line))?;
        } else {
            ready_proof(&evidence, &findings, &text).iter().try_for_each(|line| self.talk.say(line))?;
            self.talk.say(&ready_key(&self.profile, Timestamp::now(), &text))?;
        }
        let key = if is_said { "ready.look-again" } else { "ready.check-again" };
        self.talk.say(&text.line("screens", key, &[("name", Value::Text(self.name.clone()))]))?;
        self.talk.say(&text.line("screens", "ready.guide", &[]))?;
        self.talk.say(&text.line("screens", "ready.guide-link", &[]))
    }

    /// The user has ended it: what is kept, and how to go on.
    pub(super) fn parting(&mut self) -> Result<(), Stop> {
        let name = shell_words::quote(&self.name).into_owned();
        let command = Value::Text(format!("broker-setup --plain --profile {name}"));
        self.talk.say_word("parting", &[("name", Value::Text(self.name.clone())), ("command", command)])
    }
}
