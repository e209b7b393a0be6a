//! The judgement of a check that is set aside, by the user or because a vendor runs the system.

use super::judgement::{Judgement, row};
use crate::journey::{Acting, CheckId, FieldId, Mark, Message, Profile, StepId};
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
    match by_vendor(profile, check) {
        VendorWork::Told(message) => {
            let vendor = profile.client.owner.iter().map(|owner| row(Mark::Skipped, owner.to_string(), Message::RowVendor));
            Judgement::set_aside(reason, None, message).with_rows(vendor.collect())
        }
        VendorWork::Untold(message) => Judgement::needs_you(message),
    }
}

enum VendorWork {
    /// What the vendor does, or what the user has said of it.
    Told(Message),
    /// The user has not said yet what only the user can know.
    Untold(Message),
}

/// Three checks of step 3 hold the user's answers about the vendor's work (contract 4).
fn by_vendor(profile: &Profile, check: CheckId) -> VendorWork {
    let vendor = &profile.vendor;
    match check {
        CheckId::AccessSystem => match &vendor.name {
            Some(name) => VendorWork::Told(Message::VendorSystem { name: name.clone() }),
            None => VendorWork::Untold(Message::FieldMissing { field: FieldId::VendorName.to_string() }),
        },
        CheckId::AccessSystemUser => match vendor.approved_on {
            Some(day) => VendorWork::Told(Message::VendorApproved { day }),
            None => VendorWork::Untold(Message::VendorApprovalUntold { field: FieldId::VendorApprovedOn.to_string() }),
        },
        CheckId::AccessSystemUserToken => match vendor.transfer_seen_on {
            Some(day) => VendorWork::Told(Message::VendorTransferSeen { day }),
            None => VendorWork::Untold(Message::VendorTransferUntold { field: FieldId::VendorTransferSeenOn.to_string() }),
        },
        other => VendorWork::Told(match other.step() {
            StepId::Key => Message::VendorKey,
            StepId::Client => Message::VendorClient,
            StepId::Access => Message::NotApplicable,
            StepId::Integrate => Message::VendorIntegrate,
            StepId::Events => Message::VendorEvents,
        }),
    }
}
