//! The profile that is open: its answers, its findings, where the reader is.

mod items;
mod offers;

pub use items::Item;

use super::SavedState;
use crate::journey::{
    CheckId, DeedId, Evidence, FieldId, Finding, Plan, Profile, PublishedEnvironment, Readiness, StepId, Verdict, Waiting, plan,
};
use crate::journey::{Environment, StepState};
use crate::values::Call;
use jiff::Timestamp;
use std::collections::BTreeSet;
use url::Url;

/// Which pane has the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// The list of steps.
    Steps,
    /// What the step says.
    Step,
}

/// What the right pane shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    Step(StepId),
    /// What was proven, when all five are ready.
    Ready,
}

/// A run of checks under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Running {
    pub id: u64,
    /// The checks being asked.
    pub asking: Vec<CheckId>,
    /// How many have their finding.
    pub done: usize,
    /// How many there are.
    pub total: usize,
}

/// The next look at what is waited for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Poll {
    pub id: u64,
    pub at: Timestamp,
}

#[derive(Debug)]
pub struct Opened {
    pub name: String,
    pub profile: Profile,
    pub plan: Plan,
    /// The last finding of each check.
    pub findings: Vec<Finding>,
    /// The checks whose finding is of this session; the others are shown as stored.
    pub renewed: BTreeSet<CheckId>,
    pub evidence: Evidence,
    /// What the right pane shows.
    pub shown: Shown,
    /// The line selected there.
    pub line: usize,
    /// The check whose finding is open.
    pub open: Option<CheckId>,
    /// Which pane has the keys.
    pub pane: Pane,
    /// Whether the selection goes where attention belongs by itself: until the reader moves it.
    pub follows: bool,
    /// The checks under way.
    pub run: Option<Running>,
    /// The fill under way.
    pub filling: Option<u64>,
    /// The deed done last, until the checks have seen what came of it.
    pub just_done: Option<DeedId>,
    /// The next look, while something waits.
    pub poll: Option<Poll>,
    /// How many looks there have been since the reader last did something about it.
    pub looks: u32,
    pub calls: Vec<Call>,
    /// Where the sandbox answers, once it was asked.
    pub sandbox: Option<Url>,
    /// The names of the faults that it was told to have, as last seen.
    pub faults: Vec<String>,
    /// The question about them after a run: some strike a number of times only.
    pub asks_faults: Option<u64>,
}

impl Opened {
    /// Opens a profile where the reader left it.
    #[must_use]
    pub fn new(name: String, profile: Profile, kept: SavedState) -> Self {
        let step = kept.step.unwrap_or(StepId::Key);
        let mut opened = Self {
            plan: plan(&profile),
            name,
            profile,
            findings: kept.findings,
            renewed: BTreeSet::new(),
            evidence: kept.evidence,
            shown: Shown::Step(step),
            line: 0,
            open: None,
            pane: Pane::Step,
            follows: kept.step.is_none(),
            run: None,
            filling: None,
            just_done: None,
            poll: None,
            looks: 0,
            calls: Vec::new(),
            sandbox: None,
            faults: Vec::new(),
            asks_faults: None,
        };
        if opened.follows {
            opened.attend()
        } else {
            opened.attend_within(step)
        }
        opened
    }

    /// What is to be kept of it. The step only where the reader chose it: else the next start goes where attention belongs, as
    /// this one did.
    #[must_use]
    pub fn kept(&self) -> SavedState {
        let step = match self.shown {
            Shown::Step(step) if !self.follows => Some(step),
            Shown::Step(_) | Shown::Ready => None,
        };
        SavedState { step, evidence: self.evidence.clone(), findings: self.findings.clone() }
    }

    /// How far it has come.
    #[must_use]
    pub fn readiness(&self) -> Readiness {
        Readiness::of(&self.plan, &self.findings)
    }

    /// Whether checks run by themselves here: not where they meet production.
    #[must_use]
    pub fn checks_by_itself(&self) -> bool {
        matches!(self.profile.environment, Environment::Named(PublishedEnvironment::Sandbox | PublishedEnvironment::Tt02))
    }

    /// A sandbox profile that nothing has been answered in: the sandbox can.
    #[must_use]
    pub const fn can_be_filled(&self) -> bool {
        matches!(self.profile.environment, Environment::Named(PublishedEnvironment::Sandbox))
            && self.profile.client.id.is_none()
            && self.profile.organisation.is_none()
    }

    /// The finding of a check.
    #[must_use]
    pub fn finding(&self, check: CheckId) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.check == check)
    }

    /// The selectable lines of the right pane.
    #[must_use]
    pub fn items(&self) -> Vec<Item> {
        items::of(self)
    }

    /// The selected line.
    #[must_use]
    pub fn item(&self) -> Option<Item> {
        self.items().get(self.line).copied()
    }

    /// The answers have changed: which checks there are may have, and the selection stays on its line if that is still there.
    pub fn plan_anew(&mut self, selected: Option<Item>) {
        self.plan = plan(&self.profile);
        let items = self.items();
        let same = items.iter().position(|item| Some(*item) == selected);
        self.line = same.unwrap_or_else(|| self.line.min(items.len().saturating_sub(1)));
    }

    /// The checks that wait for someone, with what they wait for.
    pub fn waiting(&self) -> impl Iterator<Item = (CheckId, &Waiting)> {
        self.findings.iter().filter_map(|finding| match &finding.outcome {
            Verdict::Waiting(waiting) if self.plan.contains(finding.check) => Some((finding.check, waiting)),
            _ => None,
        })
    }

    /// The deed that would bring the journey on now: a subscription before the first transfer, because Altinn Events remembers
    /// for an hour that nobody subscribes (contract 6).
    #[must_use]
    pub fn due(&self) -> Option<DeedId> {
        let proof = |deed| match deed {
            DeedId::Subscribe => CheckId::EventsSubscription,
            DeedId::SendTest => CheckId::IntegrateTransfer,
        };
        [DeedId::Subscribe, DeedId::SendTest].into_iter().find(|deed| {
            let asks = self.finding(proof(*deed)).is_some_and(|finding| finding.outcome == Verdict::NeedsYou);
            asks && deed.is_for(self.profile.role) && self.just_done != Some(*deed) && self.missing_for(*deed).is_none()
        })
    }

    /// The answer that a deed still lacks.
    fn missing_for(&self, deed: DeedId) -> Option<FieldId> {
        let field = match deed {
            DeedId::Subscribe => FieldId::EventsEndpoint,
            DeedId::SendTest if FieldId::TransferRecipients.is_for(self.profile.role, self.profile.acting) => FieldId::TransferRecipients,
            DeedId::SendTest => return None,
        };
        self.profile.answer(field).is_none().then_some(field)
    }

    /// Puts the selection where attention belongs.
    pub fn attend(&mut self) {
        if self.can_be_filled() {
            self.show(Shown::Step(StepId::Key));
            return;
        }
        let readiness = self.readiness();
        let Some(step) = readiness.next() else {
            self.show(Shown::Ready);
            return;
        };
        match self.due() {
            Some(deed) if step >= StepId::Integrate => self.attend_within(deed.step()),
            _ => self.attend_within(step),
        }
    }

    /// Shows a step with its most pressing line selected and its finding open.
    pub fn attend_within(&mut self, step: StepId) {
        self.show(Shown::Step(step));
        let items = self.items();
        let pressing = |item: &Item| match item {
            Item::Fill(_) | Item::Deed(_) => self.can_be_filled() || self.due().is_some_and(|due| *item == Item::Deed(due)),
            Item::Field(field) => field.is_required(self.profile.role, self.profile.acting) && self.profile.answer(*field).is_none(),
            Item::Check(check) => self.finding(*check).is_some_and(|finding| needs_attention(&finding.outcome)),
        };
        self.line = items.iter().position(pressing).or_else(|| items.iter().position(|item| matches!(item, Item::Check(_)))).unwrap_or(0);
        self.open = match items.get(self.line) {
            Some(Item::Check(check)) if self.finding(*check).is_some_and(|finding| needs_attention(&finding.outcome)) => Some(*check),
            _ => self.worst(step),
        };
    }

    /// The first check of a step that is not as it should be.
    fn worst(&self, step: StepId) -> Option<CheckId> {
        let of_step = self.plan.checks.iter().map(|planned| planned.check).filter(|check| check.step() == step);
        of_step.into_iter().find(|check| self.finding(*check).is_some_and(|finding| needs_attention(&finding.outcome)))
    }

    /// Shows something else in the right pane, from its top.
    pub fn show(&mut self, shown: Shown) {
        self.shown = shown;
        self.line = 0;
        self.open = match shown {
            Shown::Step(step) => self.worst(step),
            Shown::Ready => None,
        };
    }

    /// Whether the list of steps ends with what was proven.
    #[must_use]
    pub fn shown_choices(&self) -> Vec<Shown> {
        let steps = StepId::ALL.iter().copied().map(Shown::Step);
        steps.chain(self.readiness().is_ready().then_some(Shown::Ready)).collect()
    }

    /// Whether some check of the step is being asked now.
    #[must_use]
    pub fn is_asking(&self, step: StepId) -> bool {
        self.run.as_ref().is_some_and(|run| run.asking.iter().any(|check| check.step() == step))
    }

    /// The state of a step.
    #[must_use]
    pub fn state(&self, step: StepId) -> StepState {
        self.readiness().state(step)
    }
}

const fn needs_attention(verdict: &Verdict) -> bool {
    match verdict {
        Verdict::Fail | Verdict::NeedsYou | Verdict::Waiting(_) | Verdict::Unknown => true,
        Verdict::Pass | Verdict::Warn | Verdict::Skipped(_) => false,
    }
}
