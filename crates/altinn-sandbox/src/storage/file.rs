//! The one way in which this crate opens and makes files: for the user alone, whatever the umask. Nothing is opened that could make
//! the sandbox wait, such as a named pipe, and no link is followed but one that the user named (see [`followed`]).

use super::folder;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The end of the name of a file that takes another's place when it is complete; random characters follow.
const NEW: &str = ".new-";
/// The most links that lead to one file.
const MOST_LINKS: usize = 32;

/// Whether the file to open is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    /// It must not be.
    New,
    /// It must be.
    Known,
    /// It is made if it is not.
    Either,
}

/// The same path with `suffix` appended to the file name.
pub(crate) fn beside(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.file_name().map_or_else(OsString::new, ToOwned::to_owned);
    name.push(suffix);
    file.with_file_name(name)
}

/// Opens a file to read and to write.
pub(crate) fn open(path: &Path, presence: Presence) -> io::Result<File> {
    let mut options = File::options();
    options.read(true).write(true).create(presence == Presence::Either).create_new(presence == Presence::New);
    let file = opened(&mut options, path)?;
    #[cfg(unix)]
    close(&file)?;
    Ok(file)
}

/// Opens a file to read it.
pub(crate) fn open_to_read(path: &Path) -> io::Result<File> {
    opened(File::options().read(true), path)
}

/// Reads a whole file.
pub(crate) fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open_to_read(path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn opened(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt as _;
        // Without NONBLOCK, opening a pipe would wait for somebody at its other end.
        options.mode(0o600).custom_flags((OFlags::NONBLOCK | OFlags::NOFOLLOW).bits().cast_signed());
    }
    let file = options.open(path)?;
    if takes_no_waiting(&file.metadata()?.file_type()) { Ok(file) } else { Err(io::Error::other("this is no regular file")) }
}

#[cfg(unix)]
fn takes_no_waiting(kind: &fs::FileType) -> bool {
    // `/dev/null` is a character device.
    kind.is_file() || std::os::unix::fs::FileTypeExt::is_char_device(kind)
}

#[cfg(not(unix))]
fn takes_no_waiting(kind: &fs::FileType) -> bool {
    kind.is_file()
}

/// Closes a file that an earlier version left open to other users.
#[cfg(unix)]
fn close(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let found = file.metadata()?;
    let is_open = found.is_file() && found.permissions().mode() & 0o077 != 0;
    if is_open && folder::is_ours(&found) { file.set_permissions(fs::Permissions::from_mode(0o600)) } else { Ok(()) }
}

/// The file to which a path of the user's leads: links are followed, even to a file that is not there yet.
pub(crate) fn followed(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&path) {
            Ok(to) => path = folder_of(&path).join(to),
            // Not a link, or nothing is there.
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::other("too many links lead from one to the next"))
}

/// From this age on, what was not written completely is what a kill left, and no process writes it any more.
pub(crate) const LEFT: Duration = Duration::from_secs(60);

/// Replaces a file atomically: a reader sees the old content or the new.
pub(crate) fn write(file: &Path, mut bytes: &[u8]) -> io::Result<()> {
    write_from(file, &mut bytes)
}

/// Like [`write`], reading the bytes from a source.
pub(crate) fn write_from(file: &Path, source: &mut impl io::Read) -> io::Result<()> {
    let folder = folder_of(file);
    folder::make(folder)?;
    let prefix = beside(file, NEW);
    let mut new =
        tempfile::Builder::new().prefix(prefix.file_name().unwrap_or(OsStr::new(NEW))).make_in(folder, |path| open(path, Presence::New))?;
    io::copy(source, new.as_file_mut())?;
    new.as_file().sync_all()?;
    new.persist(file).map_err(|refused| refused.error)?;
    // Some file systems cannot sync a folder; the file has taken its place by now.
    sync_folder(folder);
    Ok(())
}

/// Removes what a kill left of writing this file, if it is at least this old: a younger one may still be written by another process.
pub(crate) fn sweep(file: &Path, age: Duration) {
    let left = beside(file, NEW);
    let Some(prefix) = left.file_name().and_then(OsStr::to_str) else { return };
    let Ok(entries) = fs::read_dir(folder_of(file)) else { return };
    for entry in entries.flatten() {
        let is_left = entry.file_name().to_str().is_some_and(|name| name.starts_with(prefix));
        if is_left && is_older(&entry.path(), age) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Whether a file or a folder has not changed for this long.
pub(crate) fn is_older(path: &Path, age: Duration) -> bool {
    let changed = fs::symlink_metadata(path).and_then(|found| found.modified());
    changed.is_ok_and(|at| at.elapsed().is_ok_and(|elapsed| elapsed >= age))
}

pub(crate) fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
}

/// Makes a rename durable.
fn sync_folder(folder: &Path) {
    #[cfg(unix)]
    if let Ok(folder) = fs::File::open(folder) {
        let _ = folder.sync_all();
    }
    #[cfg(not(unix))]
    let _ = folder;
}

#[cfg(all(test, unix))]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use rustix::fs::{CWD, Mode};
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    #[test]
    fn a_pipe_makes_nobody_wait_and_a_link_is_followed_only_where_the_user_named_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        rustix::fs::mkfifoat(CWD, at("pipe"), Mode::RWXU).expect("a pipe");
        assert!(read(&at("pipe")).is_err() && open(&at("pipe"), Presence::Known).is_err());
        symlink("real", at("link")).expect("a link");
        symlink("link", at("another")).expect("a link");
        symlink("round", at("round")).expect("a link");
        assert!(open(&at("link"), Presence::Either).is_err() && read(&at("link")).is_err());
        assert!(!at("real").exists(), "a read makes nothing");
        assert_eq!(followed(&at("another")).expect("followed"), at("real"));
        write(&followed(&at("another")).expect("followed"), b"text").expect("written");
        assert_eq!(read(&at("real")).expect("read"), b"text");
        assert!(followed(&at("round")).is_err());
    }

    #[test]
    fn what_a_kill_left_of_a_write_is_swept_and_other_files_are_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        for name in ["world.json", "world.json.new-a1b2c3", "other.new-a1b2c3", "world.json.newer"] {
            write(&at(name), b"text").expect("written");
        }
        sweep(&at("world.json"), Duration::from_secs(60));
        assert!(at("world.json.new-a1b2c3").exists(), "it is young");
        sweep(&at("world.json"), Duration::ZERO);
        assert!(!at("world.json.new-a1b2c3").exists());
        assert!(["world.json", "other.new-a1b2c3", "world.json.newer"].iter().all(|name| at(name).exists()));
    }

    #[test]
    fn a_file_that_was_left_open_to_others_is_closed_when_it_is_opened() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("file");
        fs::write(&file, "text").expect("written");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o666)).expect("opened");
        open(&file, Presence::Known).expect("opened");
        assert_eq!(fs::metadata(&file).expect("there").permissions().mode() & 0o777, 0o600);
    }
}
