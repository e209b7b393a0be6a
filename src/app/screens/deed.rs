//! The screen of a deed: its preview, its progress and its result. In production the user types the profile's name before it is
//! done.

use super::Entry;
use crate::app::session::DeedPhase;
use crate::journey::{DeedId, DeedMessage, DeedOptions, Evidence, Preview, Stopped};
use crate::values::Link;

/// How far the deed is.
#[derive(Debug)]
pub enum Stage {
    /// Whom the access list shall admit is typed first.
    Whom(Entry),
    /// The preview has been asked for and is not there yet.
    Asking,
    /// Shows what the deed would do; Enter does it.
    Preview(Box<Preview>),
    /// The size of the file to make up is typed over the preview.
    Sizing {
        preview: Box<Preview>,
        entry: Entry,
    },
    /// Asks which of several things goes; then the preview is of that one. `line` is the selected one, from 0.
    Which {
        preview: Box<Preview>,
        line: usize,
    },
    /// The same, while the user types what says that it is meant. `done` counts what was typed already.
    Typing {
        preview: Box<Preview>,
        done: usize,
        entry: Entry,
    },
    /// The deed is being done. Its phases are in the session (`Doing`), so that they survive this screen.
    Running,
    Done(DeedResult),
    Stopped(Vec<DeedPhase>, Box<Stopped>),
}

/// What is shown when the deed is done.
#[derive(Debug)]
pub struct DeedResult {
    pub phases: Vec<DeedPhase>,
    pub says: Vec<DeedMessage>,
    /// A page that somebody must open next.
    pub link: Option<Link>,
}

#[derive(Debug)]
pub struct DeedScreen {
    pub id: u64,
    pub deed: DeedId,
    pub stage: Stage,
    /// Whether the preview shows the bodies of the requests.
    pub bodies: bool,
    /// What the user has chosen for it.
    pub options: DeedOptions,
}

impl DeedScreen {
    pub(in crate::app) fn new(id: u64, deed: DeedId) -> Self {
        Self { id, deed, stage: Stage::Asking, bodies: false, options: DeedOptions::default() }
    }

    #[must_use]
    pub const fn is_busy(&self) -> bool {
        match self.stage {
            Stage::Asking | Stage::Running => true,
            Stage::Whom(_) | Stage::Which { .. } | Stage::Preview(_) | Stage::Sizing { .. } | Stage::Typing { .. } => false,
            Stage::Done(..) | Stage::Stopped(..) => false,
        }
    }

    /// The public key that is shown, to be copied.
    pub(in crate::app) fn public_key(&self) -> Option<String> {
        let says = match &self.stage {
            Stage::Preview(preview) => &preview.says,
            Stage::Done(result) => &result.says,
            Stage::Whom(_) | Stage::Which { .. } | Stage::Asking | Stage::Sizing { .. } | Stage::Typing { .. } => return None,
            Stage::Running | Stage::Stopped(..) => return None,
        };
        says.iter().find_map(DeedMessage::to_copy).map(ToOwned::to_owned)
    }

    /// What can be copied: a public key, else the page to open next, else the service's id of what the deed has made.
    pub(in crate::app) fn to_copy(&self, evidence: &Evidence) -> Option<String> {
        let made = || matches!(self.stage, Stage::Done(..)).then(|| self.deed.made(evidence)).flatten();
        self.public_key().or_else(|| self.link().map(ToString::to_string)).or_else(made)
    }

    /// The page that somebody must open next, once the deed is done.
    #[must_use]
    pub const fn link(&self) -> Option<&Link> {
        match &self.stage {
            Stage::Done(result) => result.link.as_ref(),
            Stage::Whom(_) | Stage::Which { .. } | Stage::Asking | Stage::Preview(_) | Stage::Sizing { .. } => None,
            Stage::Typing { .. } | Stage::Running | Stage::Stopped(..) => None,
        }
    }

    /// Whether another size of the file may be chosen: it is made up, or may be.
    pub(in crate::app) fn may_be_sized(&self) -> bool {
        matches!(&self.stage, Stage::Preview(preview) if self.deed == DeedId::SendTest && !preview.goes_on())
    }

    /// Whether a new transfer may begin although one can be gone on with, or the other way.
    pub(in crate::app) fn may_begin_anew(&self) -> bool {
        matches!(&self.stage, Stage::Preview(preview) if preview.goes_on() || self.options.anew)
    }

    /// The line that is typed in: whom to admit, a size, or the profile's name.
    pub(super) const fn typing(&mut self) -> Option<&mut Entry> {
        match &mut self.stage {
            Stage::Whom(entry) | Stage::Sizing { entry, .. } | Stage::Typing { entry, .. } => Some(entry),
            Stage::Which { .. } | Stage::Asking | Stage::Preview(_) | Stage::Running | Stage::Done(..) | Stage::Stopped(..) => None,
        }
    }
}
