//! What another program has written into the same files: its answers and findings are taken in, and what the user has given since stays.

use super::Session;
use super::answers::Difference;
use crate::app::Effect;
use crate::app::reaction::Reaction;
use crate::journey::{EngineMessage, FieldId, Profile, SavedState};

impl Session {
    /// Takes in the answers of another program, after the answers `given` were saved and those on disk are `merged`. What is being typed
    /// stays as it is typed. Not while a deed is under way, which a change could stop half done: a later save brings them.
    pub(in crate::app) fn profile_merged(&mut self, name: &str, given: &Profile, merged: &Profile) -> Reaction {
        if self.name() != name || self.work.doing().is_some() {
            return Reaction::none();
        }
        let before = self.profile().clone();
        let selected = self.item();
        let (now, _) = merged.with_changes(Some(given), &before);
        let difference = self.answers.take_in(now);
        let changed = before.differences(self.profile());
        if changed.is_empty() {
            return Reaction::none();
        }
        let said = EngineMessage::AnswersTaken { answers: listed(&changed, self.profile()), earlier: listed(&changed, &before) };
        if difference != Difference::Connection {
            self.findings.forget_those_of_other_answers(self.answers.profile());
            self.reconsider_at_rest();
            self.stay_on(selected);
            return Reaction::say(said);
        }
        self.findings.forget_connection();
        let stopped = self.work.stop();
        self.reconsider();
        self.stay_on(selected);
        Reaction::say(said).with(stopped).with([Effect::LoadState(Box::new(self.profile().clone()))])
    }

    /// Takes in what another program has found of this connection.
    pub(in crate::app) fn state_merged(&mut self, profile: &Profile, merged: SavedState) -> Reaction {
        let is_current = self.answers.are_about_connection_of(profile);
        let selected = self.item();
        let is_new = is_current && self.findings.take_in(merged.for_answers(self.answers.profile()));
        if is_new {
            self.reconsider_at_rest();
            self.stay_on(selected);
        }
        Reaction::redraw_if(is_new)
    }
}

/// Answers as the engine's messages have them: `client.id=7e1c…`.
fn listed(fields: &[FieldId], profile: &Profile) -> Vec<String> {
    fields.iter().map(|field| format!("{field}={}", profile.answer(*field).unwrap_or_default())).collect()
}
