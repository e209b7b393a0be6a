//! The profile that is open: its answers, its findings, the work under way, and where the user is.
//!
//! Its parts are types of their own: [`Answers`], [`Findings`], [`Work`], [`Focus`], [`SandboxStatus`], [`Calls`]. Each kind of
//! event has its own file: an answer (`answering`), a run (`checking`), a deed (`deed`), the sandbox's answers (`filling`) and
//! faults (`faults`), a guide (`guiding`), what another program has written (`merging`), the user moving the selection (`travel`) and the program moving it (`attention`).

mod answering;
mod answers;
mod attention;
mod calls;
mod checking;
mod deed;
mod faults;
mod filling;
mod findings;
mod focus;
mod guiding;
mod items;
mod kept_lists;
mod leading;
mod letters;
mod lists;
mod merging;
mod offers;
mod sandbox_status;
mod token;
mod travel;
mod work;

pub use answers::Answers;
pub use calls::Calls;
pub use findings::Findings;
pub use focus::{Focus, Pane, Section};
pub use items::Item;
use letters::Drafts;
pub use lists::{FieldList, Lists};
pub use sandbox_status::SandboxStatus;
pub use work::{Checking, DeedPhase, Doing, NextLook, Work};

pub(in crate::app) use answering::Accepted;

use super::Effect;
use crate::journey::{CheckId, Finding, GuidePage, Journal, Next, Profile, Readiness, SavedState, StepId, StepState, Verdict, Waiting};
use crate::values::Call;
use jiff::Timestamp;
use kept_lists::KeptLists;
use std::collections::HashSet;
use url::Url;

#[derive(Debug)]
pub struct Session {
    answers: Answers,
    findings: Findings,
    work: Work,
    /// How many timers for another look were set since the user last started a run or did a deed. Each makes the next pause longer.
    looks: u32,
    focus: Focus,
    calls: Calls,
    sandbox: SandboxStatus,
    lists: KeptLists,
    /// What deeds have made for the profile's organisation.
    journal: Journal,
    /// All that is left to do, as it follows from the answers, the findings and the journal.
    next: Vec<Next>,
    /// What the user has chosen for letters.
    drafts: Drafts,
    /// Whether the private key is opened with a password that was typed.
    has_typed_password: bool,
    /// The guides that have opened by themselves.
    guided: HashSet<GuidePage>,
    /// The time of the message that is handled.
    pub(in crate::app) now: Timestamp,
    /// Where the selection was when it was last looked whether a guide opens.
    arrived: Option<(Section, bool)>,
}

impl Session {
    /// Opens a profile at the step where the user left it.
    #[must_use]
    pub fn new(name: String, profile: Profile, state: SavedState, pane: Pane, now: Timestamp) -> Self {
        let step = state.step.unwrap_or(StepId::Key);
        let follows = state.step.is_none();
        let mut session = Self {
            answers: Answers::new(name, profile),
            findings: Findings::stored(state.findings, state.evidence),
            work: Work::IDLE,
            looks: 0,
            focus: Focus::new(pane, Section::Step(step), follows),
            calls: Calls::default(),
            sandbox: SandboxStatus::default(),
            lists: KeptLists::default(),
            journal: state.journal,
            next: Vec::new(),
            drafts: Drafts::default(),
            has_typed_password: false,
            guided: HashSet::new(),
            now,
            arrived: None,
        };
        session.reconsider();
        if follows {
            session.attend();
        } else {
            session.attend_within(step);
        }
        session
    }

    #[must_use]
    pub const fn answers(&self) -> &Answers {
        &self.answers
    }

    #[must_use]
    pub fn name(&self) -> &str {
        self.answers.name()
    }

    #[must_use]
    pub const fn profile(&self) -> &Profile {
        self.answers.profile()
    }

    #[must_use]
    pub const fn findings(&self) -> &Findings {
        &self.findings
    }

    #[must_use]
    pub fn finding(&self, check: CheckId) -> Option<&Finding> {
        self.findings.of(check)
    }

    #[must_use]
    pub const fn work(&self) -> &Work {
        &self.work
    }

    #[must_use]
    pub const fn focus(&self) -> &Focus {
        &self.focus
    }

    #[must_use]
    pub const fn calls(&self) -> &Calls {
        &self.calls
    }

    /// What deeds have made for the profile's organisation.
    #[must_use]
    pub const fn journal(&self) -> &Journal {
        &self.journal
    }

    #[must_use]
    pub const fn sandbox(&self) -> &SandboxStatus {
        &self.sandbox
    }

    /// Whether the private key is opened with a password that was typed, until the program ends.
    #[must_use]
    pub const fn has_typed_password(&self) -> bool {
        self.has_typed_password
    }

    #[must_use]
    pub fn readiness(&self) -> Readiness {
        Readiness::of(self.answers.plan(), self.findings.all())
    }

    #[must_use]
    pub fn state(&self, step: StepId) -> StepState {
        self.readiness().state(step)
    }

    /// Whether a check of the step is running now.
    #[must_use]
    pub fn is_asking(&self, step: StepId) -> bool {
        self.work.checking().is_some_and(|checking| checking.asking.iter().any(|check| check.step() == step))
    }

    /// The checks that wait for someone, with whom they wait for.
    pub fn waiting(&self) -> impl Iterator<Item = (CheckId, &Waiting)> {
        self.findings.all().iter().filter_map(|finding| match &finding.outcome {
            Verdict::Waiting(waiting) if self.answers.plan().contains(finding.check) => Some((finding.check, waiting)),
            _ => None,
        })
    }

    /// The step to open next time, if the user chose it. Otherwise none is stored, and the next start opens what the user should
    /// look at then.
    const fn saved_step(&self) -> Option<StepId> {
        match self.focus.section {
            Section::Step(step) if !self.focus.follows => Some(step),
            Section::Step(_) | Section::Ready => None,
        }
    }

    /// The state of the connection to store on disk.
    #[must_use]
    pub fn saved_state(&self) -> SavedState {
        SavedState {
            step: self.saved_step(),
            evidence: self.findings.evidence().clone(),
            findings: self.findings.all().to_vec(),
            journal: self.journal.clone(),
        }
    }

    pub(in crate::app) fn save_state(&self) -> Effect {
        Effect::SaveState { profile: Box::new(self.profile().clone()), state: Box::new(self.saved_state()) }
    }

    fn save_profile(&self) -> Effect {
        Effect::SaveProfile { name: self.name().to_owned(), profile: Box::new(self.profile().clone()) }
    }

    /// The profile is closed: stops the work under way.
    pub(in crate::app) fn close(&mut self) -> Option<Effect> {
        self.work.stop()
    }

    /// The task that did the work has panicked and sends no result. The work ends here, or the spinner would turn for ever.
    pub(in crate::app) fn work_is_lost(&mut self) {
        if self.work.is_busy() {
            self.work = Work::IDLE;
            self.reconsider();
        }
    }

    /// Shows the calls with these words only.
    pub(in crate::app) fn seek_calls(&mut self, words: &str) {
        self.calls.seek(words);
    }

    /// Selects another one of the shown calls.
    pub(in crate::app) fn travel_calls(&mut self, moved: impl FnOnce(usize, usize) -> usize) {
        self.calls.travel(moved);
    }

    /// A call over the network has ended.
    pub(in crate::app) fn called(&mut self, call: Call) {
        self.calls.add(call);
    }

    /// Notes the sandbox's address. Returns whether it is another one than before.
    pub(in crate::app) fn sandbox_answers_at(&mut self, address: Url) -> bool {
        self.sandbox.answers_at(address)
    }
}
