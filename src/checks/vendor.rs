//! What is set aside, and what is said instead: by the user, or because our vendor runs the system.

use super::judgement::{Judgement, row};
use crate::journey::{Acting, CheckId, Mark, Message, Profile, StepId};

/// The words for a check that is set aside before anything is asked.
pub(super) fn set_aside(profile: &Profile, check: CheckId, reason: &str) -> Judgement {
    if profile.acting != Acting::ByVendor {
        return Judgement::not_applicable(Message::SetAside { reason: reason.to_owned() });
    }
    let vendor = profile.client.owner.iter().map(|owner| row(Mark::Skipped, owner.to_string(), Message::RowVendor));
    Judgement::not_applicable(by_vendor(check)).with_rows(vendor.collect())
}

/// What the vendor does, what we approve, and how to see that it is done.
const fn by_vendor(check: CheckId) -> Message {
    match check {
        CheckId::AccessSystem => Message::VendorSystem,
        CheckId::AccessSystemUser => Message::VendorSystemUser,
        CheckId::AccessSystemUserToken => Message::VendorToken,
        _ => match check.step() {
            StepId::Key => Message::VendorKey,
            StepId::Client => Message::VendorClient,
            StepId::Access => Message::NotApplicable,
            StepId::Integrate => Message::VendorIntegrate,
            StepId::Events => Message::VendorEvents,
        },
    }
}
