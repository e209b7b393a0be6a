//! The state of each screen. What its keys do is in `actions`.

mod deed;
mod edit;
mod entry;
mod errand;
mod faults;
mod guide;
mod have_client;
mod letter;
mod look_up;
mod naming;
mod path_line;
mod reading;
mod removal;
mod roles;
mod screen;
mod token;
mod waiting;

pub use deed::{DeedResult, DeedScreen, Stage};
pub use edit::Edit;
pub use entry::Entry;
pub use errand::ErrandScreen;
pub use faults::FaultsScreen;
pub(in crate::app) use guide::actions as guide_actions;
pub use guide::{GuideKey, GuideScreen, guide_copy, guide_key, guide_link};
pub use have_client::HaveClient;
pub use letter::{LetterLine, LetterScreen};
pub use look_up::{LookUp, LookedUp};
pub use naming::{Naming, Purpose};
pub use reading::Reading;
pub use removal::Removal;
pub use roles::Roles;
pub use screen::Screen;
pub use token::TokenScreen;
pub use waiting::{WaitingChoice, WaitingScreen};
