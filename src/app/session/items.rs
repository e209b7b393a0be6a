//! The selectable lines of a step, in order: the next action first, then the answers, then the checks.

use super::{Opened, Shown};
use crate::app::Preset;
use crate::journey::{CheckId, DeedId, FieldId, StepId};

/// A line that can be selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// Let the sandbox answer.
    Fill(Preset),
    /// Let the program do something.
    Deed(DeedId),
    Field(FieldId),
    Check(CheckId),
}

/// The lines of what the right pane shows.
#[must_use]
pub fn of(opened: &Opened) -> Vec<Item> {
    match opened.shown {
        Shown::Ready => Vec::new(),
        Shown::Step(step) => of_step(opened, step),
    }
}

fn of_step(opened: &Opened, step: StepId) -> Vec<Item> {
    let profile = &opened.profile;
    let fills = if opened.can_be_filled() { Preset::ALL } else { &[] };
    let deeds = DeedId::ALL.iter().filter(|deed| deed.step() == step && deed.is_for(profile.role) && opened.can_do(**deed));
    let mut fields: Vec<FieldId> = FieldId::ALL.iter().copied().filter(|field| field.step() == Some(step)).collect();
    fields.retain(|field| field.is_for(profile.role, profile.acting));
    // What is asked for comes first; the way out of the step last.
    fields.sort_by_key(|field| *field == FieldId::EventsSetAside);
    let checks = opened.plan.checks.iter().map(|planned| planned.check).filter(|check| check.step() == step);
    let lines = fills.iter().copied().map(Item::Fill);
    let lines = lines.chain(deeds.copied().map(Item::Deed)).chain(fields.into_iter().map(Item::Field));
    lines.chain(checks.map(Item::Check)).collect()
}

impl Opened {
    /// Whether a deed can be asked for at all: there are answers, and the step is neither set aside nor someone else's.
    #[must_use]
    pub fn can_do(&self, deed: DeedId) -> bool {
        let aside = self.plan.checks.iter().filter(|planned| planned.check.step() == deed.step()).all(|planned| planned.skip.is_some());
        !aside && self.profile.client.id.is_some() && self.profile.resource.is_some()
    }
}
