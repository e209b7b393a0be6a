//! Asking for a token to tell of.

use super::Session;
use crate::app::Effect;
use crate::journey::WantedToken;

impl Session {
    pub(in crate::app) fn look_at_token(&self, id: u64, wanted: &WantedToken) -> Effect {
        let (profile, evidence) = (Box::new(self.profile().clone()), Box::new(self.findings.evidence().clone()));
        Effect::LookAtToken { id, profile, evidence, wanted: wanted.clone() }
    }
}
