//! Letters to people, and the API keys that they have issued.

use super::cast::{Actor, YesNo};
use crate::clock;
use crate::values::{OrgNumber, Secret};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Letters to people, and the keys they issued.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct DeskState {
    /// Oldest first.
    pub letters: Vec<Letter>,
    /// The API keys that the service desk issued; they work as well as the world's own key.
    pub keys: Vec<IssuedKey>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Letter {
    pub id: Uuid,
    pub organisation: OrgNumber,
    pub wish: Wish,
    pub at: Timestamp,
    /// `None` while the letter waits.
    pub answer: Option<YesNo>,
    /// The id of the API key that comes with the answer; gone once the letter has been opened.
    #[serde(default)]
    pub enclosed: Option<Uuid>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wish {
    Scopes(Vec<String>),
    /// An API key for the gateway.
    ApiKey,
    /// Membership of an access list.
    Membership {
        /// The org code of the list's owner.
        owner: String,
        list: String,
    },
}

/// An API key that the service desk issued.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct IssuedKey {
    /// Identifies the key on pages and in files, where the key itself is never shown.
    pub id: Uuid,
    pub organisation: OrgNumber,
    pub at: Timestamp,
    pub key: Secret,
}

impl DeskState {
    #[must_use]
    pub fn letter(&self, id: Uuid) -> Option<&Letter> {
        self.letters.iter().find(|letter| letter.id == id)
    }

    /// The letters that wait for this actor.
    pub fn waiting(&self, actor: Actor) -> impl Iterator<Item = &Letter> {
        self.letters.iter().filter(move |letter| letter.answer.is_none() && letter.addressee() == actor)
    }

    pub fn issue(&mut self, organisation: OrgNumber) -> IssuedKey {
        let key = Secret::new(Uuid::new_v4().simple().to_string());
        let issued = IssuedKey { id: Uuid::new_v4(), organisation, at: clock::now(), key };
        self.keys.push(issued.clone());
        issued
    }

    /// Opens the answer to a letter and returns the key in it. A second call returns nothing: the key is shown once.
    pub fn open(&mut self, letter: Uuid) -> Option<IssuedKey> {
        let key = self.letters.iter_mut().find(|known| known.id == letter)?.enclosed.take()?;
        self.keys.iter().find(|known| known.id == key).cloned()
    }

    /// Whether the service desk issued this key.
    #[must_use]
    pub fn has_issued(&self, key: &[u8]) -> bool {
        self.keys.iter().any(|issued| issued.key.expose().as_bytes() == key)
    }
}

impl Letter {
    /// The actor that must answer.
    #[must_use]
    pub fn addressee(&self) -> Actor {
        match self.wish {
            Wish::Scopes(_) | Wish::ApiKey => Actor::ServiceDesk,
            Wish::Membership { .. } => Actor::ServiceOwner,
        }
    }
}
