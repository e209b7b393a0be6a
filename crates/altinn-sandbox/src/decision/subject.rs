use crate::identity::caller::Caller;
use uuid::Uuid;

/// The subject of a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A system user by its id; the decision point gets nothing else about it.
    SystemUser(Uuid),
    /// An organisation, by the claims of its token. A raw Maskinporten token has neither claim, so no rule can name its caller.
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
