//! The customer's access manager, who answers requests for system users.

use super::cast::Word;
use crate::faults::Faults;
use crate::faults::table::Fault;
use crate::systems::approval;
use crate::systems::refused::ApprovalRefused;
use crate::systems::request::RequestStatus;
use crate::world::World;
use uuid::Uuid;

/// Why an approval came to nothing: the service's own reason, or a fault that was asked for.
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
pub fn answer(faults: &Faults, world: &mut World, request: Uuid, word: Word) -> Result<(), Declined> {
    match word {
        Word::No => approval::reject(world, request).map_err(Declined::Service),
        Word::Yes => {
            if let Some(fault) = waits(world, request).then(|| faults.take_approval()).flatten() {
                return Err(Declined::Fault(fault));
            }
            approval::try_approve(world, request).map_err(Declined::Service)
        }
    }
}

/// Whether a request, or a change, has not been answered and is not too old.
fn waits(world: &World, request: Uuid) -> bool {
    let made = world.systems.request(request).map(|request| (request.status, request.timed_out()));
    let changed = || world.systems.change_request(request).map(|change| (change.status, change.timed_out()));
    made.or_else(changed) == Some((RequestStatus::New, false))
}
