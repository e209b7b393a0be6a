//! The screens above Home.

use super::{
    DeedScreen, Edit, Entry, ErrandScreen, FaultsScreen, GuideScreen, HaveClient, LetterScreen, LookUp, Naming, Reading, Removal, Roles,
    TokenScreen, WaitingScreen,
};

#[derive(Debug)]
pub enum Screen {
    Roles(Roles),
    /// Asks for the name of a profile.
    Naming(Naming),
    /// Asks whether to remove a profile.
    Remove(Removal),
    /// The words that Home's profiles are found by. Drawn inside Home.
    Find(Entry),
    /// The words that calls are found by. Drawn above the traffic.
    Sift(Entry),
    /// The checklist of the open profile.
    Role,
    /// One answer being typed or chosen. Drawn inside the checklist.
    Edit(Edit),
    /// Asks whether there is a Maskinporten client.
    HaveClient(HaveClient),
    /// Something to do in a portal.
    Errand(ErrandScreen),
    /// A page of the guide.
    Guide(GuideScreen),
    /// A deed: its preview, its progress, its result.
    Deed(DeedScreen),
    /// A letter to somebody who must act.
    Letter(LetterScreen),
    /// Whom a check waits for.
    Waiting(WaitingScreen),
    /// The faults of the sandbox.
    Faults(FaultsScreen),
    /// A code, a text or an id to explain, and what it means.
    LookUp(LookUp),
    /// What is in a token.
    Token(TokenScreen),
    /// A screen that is only read.
    Reading(Reading),
}

impl Screen {
    /// Whether the screen waits for an answer that it has asked for.
    #[must_use]
    pub const fn is_busy(&self) -> bool {
        match self {
            Self::Deed(deed) => deed.is_busy(),
            Self::Letter(letter) => letter.noting.is_some(),
            Self::Waiting(waiting) => waiting.noting.is_some(),
            Self::Faults(faults) => faults.asking.is_some(),
            Self::Token(token) => token.asking.is_some(),
            Self::Roles(_) | Self::Naming(_) | Self::Remove(_) | Self::Find(_) | Self::Role | Self::Edit(_) | Self::Reading(_) => false,
            Self::Sift(_) | Self::HaveClient(_) | Self::Errand(_) | Self::Guide(_) | Self::LookUp(_) => false,
        }
    }

    /// The task that was asked has panicked. Ends the wait of a screen that can be used without its answer.
    pub(in crate::app) fn answer_is_lost(&mut self) {
        if let Self::Edit(edit) = self {
            edit.lists.lost();
        }
    }

    /// The line of text to type into. None on a screen without one.
    pub(in crate::app) fn typing(&mut self) -> Option<&mut Entry> {
        match self {
            Self::Naming(naming) => Some(&mut naming.entry),
            Self::Edit(edit) => edit.typing(),
            Self::Deed(deed) => deed.typing(),
            Self::Letter(letter) => letter.typing.as_mut().map(|(_, entry)| entry),
            Self::Waiting(waiting) => waiting.typing(),
            Self::Faults(faults) => Some(faults.typing()),
            Self::Remove(removal) => removal.entry.as_mut(),
            Self::Find(entry) | Self::Sift(entry) => Some(entry),
            Self::LookUp(look_up) => Some(look_up.typing()),
            Self::Token(token) => token.entry.as_mut(),
            Self::Roles(_) | Self::Role | Self::Reading(_) | Self::HaveClient(_) | Self::Errand(_) | Self::Guide(_) => None,
        }
    }
}
