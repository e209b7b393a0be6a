//! Previewing a deed, doing it, and taking in its result.

use super::{DeedPhase, Doing, Session, Work};
use crate::app::reaction::Reaction;
use crate::app::{DeedCall, Effect, Ids};
use crate::journey::{DeedId, DeedOptions, DeedProgress, Evidence};
use jiff::Timestamp;

impl Session {
    pub(in crate::app) fn preview(&self, id: u64, deed: DeedId, options: DeedOptions) -> Effect {
        Effect::PreviewDeed(self.deed_call(id, deed, options))
    }

    /// Does a deed. A run of checks under way is stopped, because it would see the deed half done.
    pub(in crate::app) fn perform(&mut self, id: u64, deed: DeedId, options: DeedOptions) -> Vec<Effect> {
        let mut effects: Vec<Effect> = self.work.begin(Work::Doing(Doing::new(id, deed))).into_iter().collect();
        self.reconsider();
        effects.push(Effect::PerformDeed(self.deed_call(id, deed, options)));
        effects
    }

    fn deed_call(&self, id: u64, deed: DeedId, options: DeedOptions) -> DeedCall {
        let transfer = &self.profile().transfer;
        let (file, transfer) = (transfer.file.clone(), transfer.id);
        let options = DeedOptions { file, transfer, confirm: true, ..options };
        let (profile, evidence) = (Box::new(self.profile().clone()), Box::new(self.findings.evidence().clone()));
        DeedCall { id, deed, name: self.name().to_owned(), profile, evidence, options }
    }

    /// A deed reports progress. What it recorded, answered and noted is kept even if the user has left the deed since.
    pub(in crate::app) fn deed_went(&mut self, id: u64, progress: DeedProgress, now: Timestamp) -> Reaction {
        match progress {
            DeedProgress::Recorded(evidence) => {
                self.findings.record(*evidence);
                return Reaction::redraw().with([self.save_state()]);
            }
            DeedProgress::Answered { field, text } => {
                // A deed gives only answers that the field takes.
                let effects = self.answer(field, &text, now).map(|accepted| accepted.effects);
                return Reaction::redraw().with(effects.unwrap_or_default());
            }
            DeedProgress::Noted(entry) => {
                self.journal.add(*entry);
                self.reconsider_at_rest();
                return Reaction::redraw();
            }
            DeedProgress::Started(_) | DeedProgress::Done { .. } | DeedProgress::Moved(_) => {}
        }
        let Some(doing) = self.work.deed(id) else { return Reaction::none() };
        doing.go_on(progress);
        Reaction::redraw()
    }

    /// A deed is over. Its evidence is kept, and all checks run again if it was done. Returns its phases for the screen; None if
    /// another deed is under way by now.
    pub(in crate::app) fn deed_ended(
        &mut self,
        ids: &mut Ids,
        id: u64,
        evidence: Evidence,
        is_done: bool,
        now: Timestamp,
    ) -> Option<(Vec<DeedPhase>, Vec<Effect>)> {
        let Doing { deed, phases, .. } = self.work.deed(id)?;
        let (deed, phases) = (*deed, std::mem::take(phases));
        self.findings.record(evidence);
        self.looks = 0;
        let mut effects = vec![self.save_state()];
        self.work = Work::IDLE;
        if is_done {
            self.findings.deed_done(deed);
            self.reconsider();
            self.focus.follows = true;
            effects.extend(self.check(ids, Vec::new()));
        } else {
            effects.extend(self.rest(ids, now));
        }
        Some((phases, effects))
    }

    /// A deed could not begin, or the user has left it. Does nothing if it is not the one under way.
    pub(in crate::app) fn deed_left(&mut self, ids: &mut Ids, id: u64, now: Timestamp) -> Option<Effect> {
        self.work.deed(id)?;
        self.rest(ids, now)
    }
}
