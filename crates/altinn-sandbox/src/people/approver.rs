//! The customer's access manager, who answers requests for system users.

use super::cast::YesNo;
use crate::faults::Faults;
use crate::faults::table::Fault;
use crate::systems::approval;
use crate::systems::refused::ApprovalRefused;
use crate::systems::request::RequestStatus;
use crate::world::World;
use uuid::Uuid;

/// Why an approval had no effect: the service refused it, or a fault was set.
#[derive(Debug, Clone, Copy)]
pub enum Declined {
    Service(ApprovalRefused),
    Fault(&'static Fault),
}

impl Declined {
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Service(refused) => refused.code(),
            Self::Fault(fault) => &fault.name,
        }
    }

    #[must_use]
    pub fn title(&self) -> &str {
        match self {
            Self::Service(refused) => refused.title(),
            Self::Fault(fault) => fault.text.as_deref().unwrap_or_default(),
        }
    }
}

/// The approver answers a request.
///
/// # Errors
/// When the answer cannot be carried out; nothing has changed then.
pub fn answer(faults: &Faults, world: &mut World, request: Uuid, says: YesNo) -> Result<(), Declined> {
    match says {
        YesNo::No => approval::reject(world, request).map_err(Declined::Service),
        YesNo::Yes => {
            if let Some(fault) = waits(world, request).then(|| faults.take_approval()).flatten() {
                return Err(Declined::Fault(fault));
            }
            approval::try_approve(world, request).map_err(Declined::Service)
        }
    }
}

/// Whether a request, or a request to change a system user, is unanswered and not timed out.
fn waits(world: &World, request: Uuid) -> bool {
    let made = world.systems.request(request).map(|request| (request.status, request.timed_out()));
    let changed = || world.systems.change_request(request).map(|change| (change.status, change.timed_out()));
    made.or_else(changed) == Some((RequestStatus::New, false))
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    //! Tests the life of a request without a server: each test changes a world and looks at the result (facts platform D.2).

    use super::*;
    use crate::known;
    use crate::signing::keys::Keys;
    use jiff::SignedDuration;
    use url::Url;

    /// A new world, and the request in it that waits for the sender's approver.
    fn scene() -> (World, Uuid) {
        let origin = Url::parse("http://127.0.0.1:1/").expect("a url");
        let world = World::new(origin, Keys::ephemeral().expect("keys"));
        let request = world.systems.pending().find(|request| request.system_id == known::SENDER_SYSTEM).expect("a request").id;
        (world, request)
    }

    fn answered(world: &mut World, request: Uuid, says: YesNo) -> Result<RequestStatus, String> {
        let done = answer(&Faults::new(Vec::new()), world, request, says);
        done.map(|()| world.systems.request(request).expect("the request").status).map_err(|declined| declined.code().to_owned())
    }

    #[test]
    fn a_yes_makes_the_system_user() {
        let (mut world, request) = scene();
        assert!(world.systems.user(request).is_none());
        assert_eq!(answered(&mut world, request, YesNo::Yes), Ok(RequestStatus::Accepted));
        assert!(world.systems.user(request).is_some(), "under the id of the request");
    }

    #[test]
    fn a_no_makes_none() {
        let (mut world, request) = scene();
        assert_eq!(answered(&mut world, request, YesNo::No), Ok(RequestStatus::Rejected));
        assert!(world.systems.user(request).is_none());
    }

    #[test]
    fn a_request_is_answered_once() {
        let (mut world, request) = scene();
        assert_eq!(answered(&mut world, request, YesNo::No), Ok(RequestStatus::Rejected));
        assert!(answered(&mut world, request, YesNo::Yes).is_err());
        assert!(world.systems.user(request).is_none());
    }

    #[test]
    fn after_180_days_nobody_answers_it_any_more() {
        let (mut world, request) = scene();
        let known = world.systems.requests.iter_mut().find(|known| known.id == request).expect("the request");
        known.created -= SignedDuration::from_hours(180 * 24 + 1);
        assert!(world.systems.pending().all(|pending| pending.id != request));
        assert!(answered(&mut world, request, YesNo::Yes).is_err());
    }

    #[test]
    fn a_fault_that_was_asked_for_declines_one_yes() {
        let (mut world, request) = scene();
        let faults = Faults::new(vec!["AUTH-00016:1".parse().expect("a setting")]);
        let declined = answer(&faults, &mut world, request, YesNo::Yes).expect_err("the fault");
        assert_eq!(declined.code(), "AUTH-00016");
        assert!(answer(&faults, &mut world, request, YesNo::Yes).is_ok(), "once");
    }
}
