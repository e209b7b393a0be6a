//! Filling the sandbox's answers into a profile that has none yet.

use super::{Session, Work};
use crate::app::reaction::Reaction;
use crate::app::{Effect, Ids, Notice};
use crate::journey::{FillPreset, Profile};

impl Session {
    /// Whether the sandbox can fill in the answers: the profile is a sandbox profile and has none yet.
    #[must_use]
    pub const fn can_be_filled(&self) -> bool {
        self.answers.can_be_filled()
    }

    pub(in crate::app) fn fill(&mut self, ids: &mut Ids, preset: FillPreset) -> Vec<Effect> {
        let id = ids.fresh();
        self.focus.follows = true;
        let mut effects: Vec<Effect> = self.work.begin(Work::Filling { id }).into_iter().collect();
        self.reconsider();
        effects.push(Effect::FillSandbox { id, role: self.profile().role, preset });
        effects
    }

    fn is_filling(&self, fill: u64) -> bool {
        matches!(self.work, Work::Filling { id } if id == fill)
    }

    pub(in crate::app) fn filled(&mut self, ids: &mut Ids, id: u64, profile: Profile, notice: Notice) -> Reaction {
        if !self.is_filling(id) {
            return Reaction::none();
        }
        self.work = Work::IDLE;
        self.answers.replace(profile);
        self.findings.forget_findings();
        self.reconsider();
        self.focus.follows = true;
        self.attend();
        Reaction::say(notice).with([self.save_profile()]).with(self.check_by_itself(ids))
    }

    /// Filling could not begin. Returns whether it was the one under way.
    pub(in crate::app) fn fill_not_begun(&mut self, id: u64) -> bool {
        let was_filling = self.is_filling(id);
        if was_filling {
            self.work = Work::IDLE;
        }
        was_filling
    }
}
