//! What the user chooses for a deed, and has agreed to.

use super::{DeedId, LetterOptions};
use crate::values::{FileSize, Invalid, Lasting, OrgNumber};
use std::path::PathBuf;
use uuid::Uuid;

/// The user's choices for one deed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeedOptions {
    /// A file to send instead of a made-up one.
    pub file: Option<PathBuf>,
    /// The size of a file to make up and send.
    pub size: Option<FileSize>,
    /// Whether a new transfer begins although one is begun and can be gone on with.
    pub anew: bool,
    /// How long to wait for a file that is not there yet. None for the usual time.
    pub wait: Option<Lasting>,
    /// Whether to try what the sender must not do too: to fetch. In the sandbox only.
    pub prove_refusal: bool,
    /// A transfer to fetch even if it is not a marked test.
    pub transfer: Option<Uuid>,
    /// Whether to confirm the fetched file.
    pub confirm: bool,
    /// The kid of the key that is to go.
    pub kid: Option<String>,
    /// The subscription that is to go.
    pub subscription: Option<i64>,
    /// Who shall be on the access list.
    pub add: Vec<OrgNumber>,
    /// Who shall not be on it any more.
    pub remove: Vec<OrgNumber>,
    /// For a letter.
    pub letter: LetterOptions,
    /// What the user has agreed to, from the preview.
    pub agreed: Agreed,
}

impl DeedOptions {
    /// Whether the user has said which of several things goes.
    #[must_use]
    pub const fn names_one(&self) -> bool {
        self.kid.is_some() || self.subscription.is_some()
    }

    /// The same, with this one of several things to go. A deed that takes nothing away has none.
    #[must_use]
    pub fn with_one(self, deed: DeedId, id: &str) -> Self {
        match deed {
            DeedId::Unsubscribe => Self { subscription: id.parse().ok(), ..self },
            DeedId::RetireKey | DeedId::PostKey | DeedId::RotateKey => Self { kid: Some(id.to_owned()), ..self },
            DeedId::SendTest | DeedId::ReceiveTest | DeedId::Subscribe | DeedId::MakeKey => self,
            DeedId::AskScopes | DeedId::AskAccess | DeedId::AskApprover | DeedId::AskCounterpart => self,
            DeedId::RegisterSystem | DeedId::UpdateSystem | DeedId::AskSystemUser | DeedId::ChangeSystemUser => self,
            DeedId::PublishResource | DeedId::PublishPolicy | DeedId::RegisterOwner | DeedId::ConfigureResource => self,
            DeedId::Admit | DeedId::RestrictResource => self,
        }
    }

    /// Reads who shall be on a list and who shall not, as typed: numbers between commas, those to take off with a minus before them.
    ///
    /// # Errors
    /// Why one of them is no organisation number.
    pub fn whom(text: &str) -> Result<Self, Invalid> {
        let mut options = Self::default();
        for part in text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
            match part.strip_prefix(['-', '\u{2212}', '\u{2013}']) {
                Some(number) => options.remove.push(number.parse()?),
                None => options.add.push(part.parse()?),
            }
        }
        Ok(options)
    }
}

/// What the user saw and typed before a deed is done. A deed that finds something else by then stops.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Agreed {
    /// The ids of things made elsewhere that the user typed.
    pub ids: Vec<String>,
    /// What lay at the service and is replaced.
    pub seen: Option<String>,
}

impl Agreed {
    /// Whether the user was shown something else than what lies there now.
    #[must_use]
    pub fn saw_other(&self, now: &str) -> bool {
        self.seen.as_deref().is_some_and(|seen| seen != now)
    }

    /// Whether the user typed this id.
    #[must_use]
    pub fn names(&self, id: &str) -> bool {
        self.ids.iter().any(|typed| typed == id)
    }
}
