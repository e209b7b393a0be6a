//! Makes files and folders that only the user can read.

use super::system;
use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;

/// What a file is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// For a file that must not exist yet.
    New,
    /// To write its whole content: what was in it is gone.
    Overwrite,
    /// To add to its end. It may also be a device or a pipe, such as the terminal.
    Append,
    /// To lock it; nothing is written to it.
    Lock,
}

/// Opens a file for writing, and makes it if there is none. It gets the mode 0600, also if it existed with a wider one. A pipe that
/// nobody reads is an error at once.
///
/// # Errors
/// The error of the file system, also where a regular file is needed and something else is there.
pub fn make_file(path: &Path, opening: Opening) -> io::Result<File> {
    let mut options = OpenOptions::new();
    match opening {
        Opening::New => options.read(true).write(true).create_new(true),
        // Emptied below, when it is known to be a regular file.
        Opening::Overwrite => options.write(true).create(true).truncate(false),
        Opening::Append => options.append(true).create(true),
        // Windows locks only files that are open for reading or writing, not those that are open only for appending.
        Opening::Lock => options.read(true).write(true).create(true).truncate(false),
    };
    system::keep_private(&mut options);
    let file = options.open(path)?;
    let is_regular = file.metadata()?.is_file();
    if !is_regular && opening != Opening::Append {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file"));
    }
    if is_regular {
        system::mend_file(&file);
    }
    if opening == Opening::Overwrite {
        file.set_len(0)?;
    }
    Ok(file)
}

/// Makes a folder and its missing parents with the mode 0700. One that existed is mended ([`mend_folder`]).
///
/// # Errors
/// The error of the file system.
pub fn make_folder(folder: &Path) -> io::Result<()> {
    system::make_folder(folder)?;
    mend_folder(folder);
    Ok(())
}

/// Takes away the rights of others in a folder of the program's own, if it exists. An earlier version or another program can have made
/// it with wider rights. A failure is ignored, because some drives know no rights.
pub fn mend_folder(folder: &Path) {
    system::mend_folder(folder);
}
