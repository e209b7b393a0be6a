//! Letters to people, and the API keys that they have issued.

use super::cast::{Actor, Word};
use crate::clock;
use crate::values::{OrgNumber, Secret};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What lies with people.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct DeskState {
    /// The letters, oldest first.
    pub letters: Vec<Letter>,
    /// The keys that the desk has issued; they work beside the world's own.
    pub keys: Vec<IssuedKey>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Letter {
    pub id: Uuid,
    pub organisation: OrgNumber,
    /// What is asked for.
    pub wish: Wish,
    pub at: Timestamp,
    /// What was answered; none while it waits.
    pub answer: Option<Word>,
    /// The API key that lies in the answer, until somebody opens it.
    #[serde(default)]
    pub enclosed: Option<Uuid>,
}

/// What a letter asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wish {
    Scopes(Vec<String>),
    /// A key for the gateway.
    ApiKey,
    /// A place on an access list.
    Membership {
        /// The code of the list's owner.
        owner: String,
        list: String,
    },
}

/// A key for the gateway.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct IssuedKey {
    /// Its id: never the key.
    pub id: Uuid,
    pub organisation: OrgNumber,
    pub at: Timestamp,
    pub key: Secret,
}

impl DeskState {
    /// A letter by its id.
    #[must_use]
    pub fn letter(&self, id: Uuid) -> Option<&Letter> {
        self.letters.iter().find(|letter| letter.id == id)
    }

    /// The letters that wait for somebody.
    pub fn waiting(&self, actor: Actor) -> impl Iterator<Item = &Letter> {
        self.letters.iter().filter(move |letter| letter.answer.is_none() && letter.addressee() == actor)
    }

    pub fn issue(&mut self, organisation: OrgNumber) -> IssuedKey {
        let key = Secret::new(Uuid::new_v4().simple().to_string());
        let issued = IssuedKey { id: Uuid::new_v4(), organisation, at: clock::now(), key };
        self.keys.push(issued.clone());
        issued
    }

    /// Opens the answer to a letter: the key in it, which is told once.
    pub fn open(&mut self, letter: Uuid) -> Option<IssuedKey> {
        let key = self.letters.iter_mut().find(|known| known.id == letter)?.enclosed.take()?;
        self.keys.iter().find(|known| known.id == key).cloned()
    }

    /// Whether the desk has issued this key.
    #[must_use]
    pub fn has_issued(&self, key: &[u8]) -> bool {
        self.keys.iter().any(|issued| issued.key.expose().as_bytes() == key)
    }
}

impl Letter {
    /// Who has to answer.
    #[must_use]
    pub fn addressee(&self) -> Actor {
        match self.wish {
            Wish::Scopes(_) | Wish::ApiKey => Actor::ServiceDesk,
            Wish::Membership { .. } => Actor::ServiceOwner,
        }
    }
}
