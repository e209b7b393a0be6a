//! MP-303: does the external reference match that of the party's system user? A request keeps the reference that it was made with, and
//! Maskinporten finds the system user by no other (facts platform A.4).

use crate::checks::context::{CheckContext, REGISTER};
use crate::checks::judgement::answer;
use crate::journey::{ChainAnswer, ChainQuestion, Mark, Message};
use crate::services::SystemUser;
use crate::values::OrgNumber;

/// What the system's list of system users says of the party's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reference {
    /// There is one with the answered reference.
    Same { reference: String },
    /// There are some, each with another reference.
    Other { reference: String, references: Vec<String> },
    /// The party has none in this system.
    None,
    /// The list may not be read, or could not be.
    Untold,
}

fn compare(users: &[SystemUser], party: &OrgNumber, reference: String) -> Reference {
    let references: Vec<String> = users.iter().filter(|user| user.party == *party).map(|user| user.external_ref.clone()).collect();
    if references.is_empty() {
        Reference::None
    } else if references.contains(&reference) {
        Reference::Same { reference }
    } else {
        Reference::Other { reference, references }
    }
}

impl Reference {
    /// Asks for the system's system users, where our client may.
    pub(super) async fn ask(context: &CheckContext<'_>, party: &OrgNumber) -> Self {
        let reference = context.profile().external_ref().unwrap_or_else(|| party.digits()).to_owned();
        let Ok(Some(system)) = context.system_id().await else { return Self::Untold };
        let Ok(Some(token)) = context.exchanged_if_granted(REGISTER).await else { return Self::Untold };
        match context.connection.services.system_users_of(&token, &system).await {
            Ok(users) => compare(&users, party, reference),
            Err(_) => Self::Untold,
        }
    }

    pub(super) fn answer(&self) -> ChainAnswer {
        let (mark, message) = match self {
            Self::Same { reference } => (Mark::Pass, Message::AnswerReferenceSame { reference: reference.clone() }),
            Self::Other { reference, references } => {
                (Mark::NeedsYou, Message::AnswerReferenceOther { reference: reference.clone(), references: references.clone() })
            }
            Self::None => (Mark::Pass, Message::AnswerReferenceNone),
            Self::Untold => (Mark::Unknown, Message::AnswerReferenceUntold { scope: REGISTER.to_owned() }),
        };
        answer(ChainQuestion::ExternalReference, mark, message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn user(party: &str, reference: &str) -> SystemUser {
        let party = party.parse().unwrap_or_else(|invalid| unreachable!("{invalid:?}"));
        SystemUser { id: Uuid::nil(), party, external_ref: reference.to_owned() }
    }

    #[test]
    fn only_the_partys_own_system_users_count_and_their_references_are_compared_letter_by_letter() {
        let party: OrgNumber = "310456780".parse().unwrap_or_else(|invalid| unreachable!("{invalid:?}"));
        let users = [user("310456780", "customer-42"), user("991825827", "991825827")];
        let compared = |reference: &str| compare(&users, &party, reference.to_owned());
        assert_eq!(compared("customer-42"), Reference::Same { reference: "customer-42".to_owned() });
        let other = Reference::Other { reference: "Customer-42".to_owned(), references: vec!["customer-42".to_owned()] };
        assert_eq!(compared("Customer-42"), other);
        assert_eq!(compare(&users[1..], &party, "customer-42".to_owned()), Reference::None);
        let marks = [&other, &Reference::None, &Reference::Untold].map(|reference| reference.answer().mark);
        assert_eq!(marks, [Mark::NeedsYou, Mark::Pass, Mark::Unknown]);
    }
}
