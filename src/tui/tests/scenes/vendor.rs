//! Where a vendor runs the system.

use super::*;

/// A profile whose vendor runs the system, with these answers about the vendor. The two checks that are asked pass.
fn run_by_vendor(answers: &[(FieldId, &str)]) -> Model {
    let mut vendor = known("run-for-us", vec![]);
    let mut profile = profile(PublishedEnvironment::Tt02);
    profile.acting = Acting::ByVendor;
    for (field, text) in answers {
        profile.set(*field, text).expect("an answer");
    }
    let said = |field: FieldId, untold: fn(String) -> Message, told: Message| match profile.answer(field) {
        Some(_) => (aside(), told),
        None => (Verdict::NeedsYou, untold(field.to_string())),
    };
    let day = jiff::civil::date(2026, 11, 20);
    let of_check = |check: CheckId| match check {
        CheckId::AccessResource | CheckId::AccessPolicy => (Verdict::Pass, passes(check).message),
        CheckId::AccessSystem => (aside(), Message::VendorSystem { name: "Acme Files AS".to_owned() }),
        CheckId::AccessSystemUser => {
            let untold = |field| Message::VendorApprovalUntold { field };
            said(FieldId::VendorApprovedOn, untold, Message::VendorApproved { day })
        }
        CheckId::AccessSystemUserToken => {
            let untold = |field| Message::VendorTransferUntold { field };
            said(FieldId::VendorTransferSeenOn, untold, Message::VendorTransferSeen { day })
        }
        _ => (aside(), Message::VendorKey),
    };
    let planned = plan(&profile);
    let findings = planned.checks.iter().map(|planned| {
        let (outcome, message) = of_check(planned.check);
        found(planned.check, outcome, message).made_with(&profile)
    });
    vendor.state.findings = findings.collect();
    vendor.profile = Ok(profile);
    let mut model = started(vec![vendor], Some("run-for-us"));
    // Opening a profile starts a run. It is stopped, so that the screen shows the saved findings.
    press(&mut model, &[Key::Char('c')]);
    model.notice = None;
    model
}

fn aside() -> Verdict {
    Verdict::Skipped(Skip::SetAside { reason: "Acme Files AS".to_owned(), date: None })
}

const VENDOR: [(FieldId, &str); 3] =
    [(FieldId::VendorName, "Acme Files AS"), (FieldId::VendorApprovedOn, "2026-11-20"), (FieldId::VendorTransferSeenOn, "2026-11-21")];

pub fn by_vendor() -> Model {
    run_by_vendor(&VENDOR[..1])
}

pub fn by_vendor_key() -> Model {
    let mut model = by_vendor();
    press(&mut model, &[Key::Char('1')]);
    model
}

pub fn by_vendor_said() -> Model {
    run_by_vendor(&VENDOR)
}
