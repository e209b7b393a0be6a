//! Who acts, as the decision point is told.

use crate::identity::caller::Caller;
use uuid::Uuid;

/// Who asks, as the decision point is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A system user: its id and nothing else.
    SystemUser(Uuid),
    /// An organisation by what its token says. Neither is in a raw Maskinporten token, so that one is nobody.
    Organisation {
        /// `urn:altinn:orgNumber`.
        number: Option<String>,
        /// `urn:altinn:org`.
        code: Option<String>,
    },
}

impl From<&Caller> for Subject {
    fn from(caller: &Caller) -> Self {
        match &caller.system_user {
            Some(user) => Self::SystemUser(user.id),
            None => Self::Organisation {
                number: caller.org_number.as_ref().map(|number| number.digits().to_owned()),
                code: caller.org_code.clone(),
            },
        }
    }
}
