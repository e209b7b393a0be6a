//! Files and folders on this machine, for all that reads or writes them.
//!
//! What the program makes can be read by its user alone from the moment it exists, whatever the umask: files by [`make_file`], folders
//! by [`make_folder`], and nothing else. A file is replaced as a whole ([`Replacement`]). What is read is a regular file, or else a
//! pipe with a limit: [`read_own`] reads what the program keeps, [`read_given`] what its user names.

mod content;
mod given;
mod links;
mod lock;
mod look;
mod make;
mod own;
pub mod paths;
mod problem;
mod published;
mod replacement;
mod scratch;
#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(test)]
mod tests;

#[cfg(unix)]
use unix as system;
#[cfg(windows)]
use windows as system;

pub use content::{Content, ContentReader, ContentState, MadeContent};
pub use given::{Limits, STANDARD_INPUT, read_given};
pub use links::{followed, is_link, rename_link};
pub use lock::{FolderLock, LockProblem, lock, lock_within};
pub use look::{look, working_folder};
pub use make::{Opening, make_file, make_folder, mend_folder};
pub use own::{open_regular, read_own};
pub use problem::ReadProblem;
pub use published::publish;
pub use replacement::Replacement;
pub use scratch::{ScratchFile, sweep};
