//! The plan: the checks of a profile in their order, and which of them are set aside.

use super::{Acting, CheckId, Profile, Skip, StepId, VendorWord};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    pub check: CheckId,
    /// Why the check is skipped, if that follows from the answers alone.
    pub skip: Option<Skip>,
}

/// The checks of a profile, in the order of the steps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub checks: Vec<Planned>,
    /// The checks of a part that were not asked for. One is asked where a check of the part fails and it is the next question.
    pub further: Vec<CheckId>,
    /// What the user has said of the vendor's work. None if no vendor runs the system.
    pub vendor: Option<VendorWord>,
}

#[must_use]
pub fn plan(profile: &Profile) -> Plan {
    let checks = CheckId::ALL.iter().copied().filter(|check| check.is_for(profile.role));
    let vendor = (profile.acting == Acting::ByVendor).then(|| profile.vendor.word());
    Plan { checks: checks.map(|check| Planned { check, skip: skip(profile, check) }).collect(), further: Vec::new(), vendor }
}

fn skip(profile: &Profile, check: CheckId) -> Option<Skip> {
    if profile.acting == Acting::ByVendor && !matches!(check, CheckId::AccessResource | CheckId::AccessPolicy) {
        return Some(Skip::SetAside { reason: profile.vendor.name.clone().unwrap_or_default(), date: None });
    }
    if profile.events.set_aside.is_none() && profile.events.is_polled() && is_of_a_webhook(check) {
        return Some(Skip::NotApplicable);
    }
    let aside = profile.events.set_aside.as_ref().filter(|_| check.step() == StepId::Events)?;
    Some(Skip::SetAside { reason: aside.clone(), date: None })
}

/// Whether the check is about a webhook, which who asks Altinn for events does not have (contract 3).
const fn is_of_a_webhook(check: CheckId) -> bool {
    matches!(check, CheckId::EventsEndpoint | CheckId::EventsSubscription | CheckId::EventsValidated)
}

impl Plan {
    /// The part of the plan with these checks and all that they need, directly or not.
    #[must_use]
    pub fn only(&self, profile: &Profile, wanted: &[CheckId]) -> Self {
        let mut kept: Vec<CheckId> = Vec::new();
        let mut open: Vec<CheckId> = wanted.to_vec();
        while let Some(check) = open.pop() {
            if !kept.contains(&check) {
                kept.push(check);
                open.extend(check.needs(profile.role));
            }
        }
        let (checks, others): (Vec<Planned>, Vec<Planned>) = self.checks.iter().cloned().partition(|planned| kept.contains(&planned.check));
        // What is skipped for the answers alone has nothing to say.
        let further = others.into_iter().filter(|planned| planned.skip.is_none()).map(|planned| planned.check).collect();
        Self { checks, further, vendor: self.vendor }
    }

    /// The plan without these checks, which are not asked as a next question either.
    #[must_use]
    pub fn without(&self, left_out: &[CheckId]) -> Self {
        let is_kept = |check: CheckId| !left_out.contains(&check);
        Self {
            checks: self.checks.iter().filter(|planned| is_kept(planned.check)).cloned().collect(),
            further: self.further.iter().copied().filter(|check| is_kept(*check)).collect(),
            vendor: self.vendor,
        }
    }

    #[must_use]
    pub fn contains(&self, check: CheckId) -> bool {
        self.checks.iter().any(|planned| planned.check == check)
    }

    /// The largest number of calls that must be made one after the other. A run takes at least that many round trips.
    #[must_use]
    pub fn depth(&self) -> u32 {
        self.checks.iter().filter(|planned| planned.skip.is_none()).map(|planned| planned.check.depth()).max().unwrap_or(0)
    }
}
