//! What comes next: from the answers, the findings, the evidence and the journal, the ordered list of what is left to do. The first
//! is what every front shows as the one thing to do now.

mod basics;
mod remedy;

#[cfg(test)]
mod tests;

use super::{CheckId, DeedId, Environment, FieldId, Finding, Journal, Plan, Profile, Readiness, StepId, VendorWord, Waiting, Who, plan};
use crate::values::Link;
use jiff::Timestamp;
use url::Url;

crate::choice! {
    /// What kind of thing it is (contract 5).
    pub enum NextKind {
        /// Give an answer.
        Answer = "answer",
        /// Choose from what is offered.
        Choose = "choose",
        /// Have the program do something.
        Deed = "deed",
        /// Do something in a portal.
        Portal = "portal",
        /// Ask a person, with a message that is written for you.
        Person = "person",
        /// Wait: nothing else can be done about it.
        Wait = "wait",
        /// Look again.
        Check = "check",
    }
}

crate::choice! {
    /// What is done in a portal.
    pub enum Errand {
        /// Make a client in Maskinporten's portal, with the key made here, and bring its id.
        MakeClient = "make-client",
        /// Add scopes to the client.
        AddScopes = "add-scopes",
        /// Compare the client's id, key and kid with what the portal shows.
        CompareClient = "compare-client",
        /// Approve the system user oneself.
        Approve = "approve",
    }
}

impl Errand {
    /// The step whose guide tells the way.
    #[must_use]
    pub const fn step(self) -> StepId {
        match self {
            Self::MakeClient | Self::AddScopes | Self::CompareClient => StepId::Client,
            Self::Approve => StepId::Access,
        }
    }

    /// Its page: of what is to be approved, else the portal of the environment. `sandbox` is the address of the sandbox that runs now.
    #[must_use]
    pub fn page(self, next: &Next, environment: &Environment, sandbox: Option<&Url>) -> Option<String> {
        match self {
            Self::Approve => next.link.as_ref().map(ToString::to_string),
            Self::MakeClient | Self::AddScopes | Self::CompareClient => {
                environment.endpoints(sandbox)?.self_service.map(|page| page.to_string())
            }
        }
    }
}

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    Answer(FieldId),
    /// A field whose values a service can tell.
    Choose(FieldId),
    /// Whether there is a Maskinporten client already. If there is, its id is asked for; if not, a key is made for a new one.
    HaveClient,
    Deed(DeedId),
    Portal(Errand),
    /// Ask a person, with the message that this deed writes.
    Person(DeedId),
    Wait,
    Check,
}

/// One thing that is left to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next {
    pub step: StepId,
    pub act: Act,
    /// Who must act.
    pub who: Who,
    /// The check whose finding asks for it.
    pub check: Option<CheckId>,
    /// The page that belongs to it.
    pub link: Option<Link>,
    /// Since when one waits, if known.
    pub since: Option<Timestamp>,
    /// Until when, if there is a limit.
    pub until: Option<Timestamp>,
}

/// What everything here is computed from.
#[derive(Debug, Clone, Copy)]
pub struct Situation<'a> {
    pub profile: &'a Profile,
    /// Those that stand for the answers.
    pub findings: &'a [Finding],
    pub journal: &'a Journal,
    /// A wait that is over at this time is a look again.
    pub now: Timestamp,
}

/// All that is left to do, what can be done now first and what one waits for last. Empty if nothing is left.
#[must_use]
pub fn next(situation: Situation<'_>) -> Vec<Next> {
    let plan = plan(situation.profile);
    let readiness = Readiness::of(&plan, situation.findings);
    if readiness.is_ready() {
        return Vec::new();
    }
    let mut list = basics::missing(situation);
    let may_check = list.is_empty();
    let asks_for_client = list.iter().any(|next| next.step == StepId::Client);
    for found in asked_for(situation, &plan, may_check) {
        // The findings about a client that is not there yet say no more than that.
        if asks_for_client && found.step == StepId::Client {
            continue;
        }
        if list.iter().all(|known| known.act != found.act || matches!(found.act, Act::Wait)) {
            list.push(found);
        }
    }
    vendors_word(situation.profile, &plan, &mut list);
    if list.is_empty() {
        // Nothing says what is missing: the checks will.
        let step = readiness.next().unwrap_or(StepId::Key);
        list.push(Next::new(step, Act::Check));
    }
    in_order(list)
}

/// What the findings ask for, in the order of the checks.
fn asked_for(situation: Situation<'_>, plan: &Plan, may_check: bool) -> Vec<Next> {
    let mut list = Vec::new();
    for planned in plan.checks.iter().filter(|planned| planned.skip.is_none()) {
        let finding = situation.findings.iter().find(|finding| finding.check == planned.check);
        match finding {
            Some(finding) => list.extend(remedy::of(finding, situation)),
            None if may_check => {
                list.push(Next::new(planned.check.step(), Act::Check));
            }
            None => {}
        }
    }
    list
}

/// What only the user can say of a vendor's work comes after what the checks ask for.
fn vendors_word(profile: &Profile, plan: &Plan, list: &mut Vec<Next>) {
    if let Some(VendorWord::Missing(field)) = plan.vendor {
        let act = Act::Answer(field);
        if list.iter().all(|known| known.act != act) {
            let who = if field == FieldId::VendorName || profile.vendor.name.is_none() { Who::You } else { Who::Vendor };
            list.push(Next { who, ..Next::new(StepId::Access, act) });
        }
    }
}

/// What can be done now comes before what hangs on somebody's answer, and that before what one waits for.
fn in_order(list: Vec<Next>) -> Vec<Next> {
    let (now, waits): (Vec<Next>, Vec<Next>) = list.into_iter().partition(Next::can_be_done_now);
    let (now, of_others): (Vec<Next>, Vec<Next>) = now.into_iter().partition(|next| !next.hangs_on_an_answer());
    let mut list = webhook_first(now);
    list.extend(of_others);
    list.extend(waits);
    list
}

/// A subscription, and the answers that it needs, come before the first transfer, because Events remembers for an hour that nobody
/// subscribes (contract 6).
fn webhook_first(list: Vec<Next>) -> Vec<Next> {
    let Some(transfer) = list.iter().position(|next| next.step == StepId::Integrate) else { return list };
    let is_of_a_webhook = |next: &Next| match next.act {
        Act::Deed(deed) => deed == DeedId::Subscribe,
        Act::Answer(field) | Act::Choose(field) => matches!(field, FieldId::EventsEndpoint | FieldId::EventsBy),
        // What was never asked may say that a webhook is missing.
        Act::Check => next.step == StepId::Events && next.check.is_none(),
        Act::HaveClient | Act::Portal(_) | Act::Person(_) | Act::Wait => false,
    };
    let (before, after) = list.split_at(transfer);
    let (webhook, rest): (Vec<Next>, Vec<Next>) = after.iter().cloned().partition(is_of_a_webhook);
    [before, &webhook, &rest].concat()
}

impl Next {
    fn new(step: StepId, act: Act) -> Self {
        let who = Who::You;
        Self { step, act, who, check: None, link: None, since: None, until: None }
    }

    fn waits(step: StepId, waiting: &Waiting) -> Self {
        Self { who: waiting.on, since: waiting.since, until: waiting.until, ..Self::new(step, Act::Wait) }
    }

    /// The kind. An answer that somebody else must give first is asked of that person.
    #[must_use]
    pub fn kind(&self) -> NextKind {
        match self.act {
            Act::Answer(_) if self.who != Who::You => NextKind::Person,
            Act::Answer(_) => NextKind::Answer,
            Act::Choose(_) | Act::HaveClient => NextKind::Choose,
            Act::Deed(_) => NextKind::Deed,
            Act::Portal(_) => NextKind::Portal,
            Act::Person(_) => NextKind::Person,
            Act::Wait => NextKind::Wait,
            Act::Check => NextKind::Check,
        }
    }

    /// The field that it is about.
    #[must_use]
    pub const fn field(&self) -> Option<FieldId> {
        match self.act {
            Act::Answer(field) | Act::Choose(field) => Some(field),
            Act::HaveClient | Act::Portal(Errand::MakeClient) => Some(FieldId::ClientId),
            Act::Deed(_) | Act::Portal(Errand::AddScopes | Errand::CompareClient | Errand::Approve) | Act::Person(_) => None,
            Act::Wait | Act::Check => None,
        }
    }

    /// The deed that does it or writes the message.
    #[must_use]
    pub const fn deed(&self) -> Option<DeedId> {
        match self.act {
            Act::Deed(deed) | Act::Person(deed) => Some(deed),
            Act::HaveClient => Some(DeedId::MakeKey),
            Act::Answer(_) | Act::Choose(_) | Act::Portal(_) | Act::Wait | Act::Check => None,
        }
    }

    /// Whether it leads nowhere before somebody has answered.
    fn hangs_on_an_answer(&self) -> bool {
        matches!(self.act, Act::Portal(Errand::AddScopes)) && self.who != Who::You
    }

    /// Whether the user can do it now. What one waits for is not.
    #[must_use]
    pub const fn can_be_done_now(&self) -> bool {
        !matches!(self.act, Act::Wait)
    }
}
