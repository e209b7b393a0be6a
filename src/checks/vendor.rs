//! The judgement of a check that is set aside, by the user or because a vendor runs the system.

use super::judgement::{Judgement, row};
use crate::journey::{Acting, CheckId, Mark, Message, Profile, StepId};
use jiff::civil::Date;

/// A check that is set aside and makes no calls. `day` is when the user did so, if known.
pub(super) fn set_aside(profile: &Profile, check: CheckId, reason: &str, day: Option<Date>) -> Judgement {
    let reason = reason.to_owned();
    if profile.acting != Acting::ByVendor {
        let message = match day {
            Some(day) => Message::SetAsideOn { reason: reason.clone(), day },
            None => Message::SetAside { reason: reason.clone() },
        };
        return Judgement::set_aside(reason, day, message);
    }
    let vendor = profile.client.owner.iter().map(|owner| row(Mark::Skipped, owner.to_string(), Message::RowVendor));
    Judgement::set_aside(reason, None, by_vendor(check)).with_rows(vendor.collect())
}

/// The message that says what the vendor does, what we approve, and how to see that it is done.
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
