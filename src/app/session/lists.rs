//! The values to choose from while a field is edited.

use crate::journey::{Choice, NoChoices, with_told};

/// The list of a service, on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldList {
    /// No service can tell the field's values.
    None,
    Asked {
        id: u64,
    },
    Told,
    NotTold(NoChoices),
}

/// What can be chosen: what the findings hold, and what a service has told.
#[derive(Debug)]
pub struct Lists {
    pub choices: Vec<Choice>,
    pub list: FieldList,
}

impl Lists {
    /// Takes the list of a service in place of the values that were known before. Those that it lacks stay in front of it.
    pub(in crate::app) fn take(&mut self, told: Vec<Choice>) {
        self.list = FieldList::Told;
        self.choices = with_told(std::mem::take(&mut self.choices), told);
    }

    /// Whether this answer is still waited for.
    #[must_use]
    pub fn waits_for(&self, answer: u64) -> bool {
        matches!(self.list, FieldList::Asked { id } if id == answer)
    }

    #[must_use]
    pub const fn is_asked(&self) -> bool {
        matches!(self.list, FieldList::Asked { .. })
    }

    pub(in crate::app) fn lost(&mut self) {
        if self.is_asked() {
            self.list = FieldList::None;
        }
    }
}
