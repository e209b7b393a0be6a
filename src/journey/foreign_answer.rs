//! What answered in place of a service.

use crate::values::Value;

crate::choice! {
    /// What stood in the answer, as far as it was told.
    #[derive(Default)]
    pub enum ForeignAnswer {
        WebPage = "web-page",
        /// A proxy that no setting names asks who calls (407).
        LogIn = "log-in",
        /// A redirect, which no service sends.
        Redirect = "redirect",
        TooLarge = "too-large",
        /// It ended too early, or was not in the service's form.
        Unreadable = "unreadable",
        /// A journal of an older version does not tell.
        #[default]
        Untold = "untold",
    }
}

impl From<&ForeignAnswer> for Value {
    fn from(found: &ForeignAnswer) -> Self {
        Self::Text(found.name().to_owned())
    }
}
