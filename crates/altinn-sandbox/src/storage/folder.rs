//! The one way in which this crate makes folders: for the user alone, whatever the umask.

use std::fs::{self, DirBuilder};
use std::io;
use std::path::Path;

/// Makes a folder and the missing ones above it. One that is there already stays as it is, because it may be the user's own.
pub(crate) fn make(path: &Path) -> io::Result<()> {
    builder().recursive(true).create(path)
}

/// Makes a folder that must not be there yet.
pub(crate) fn new(path: &Path) -> io::Result<()> {
    builder().create(path)
}

fn builder() -> DirBuilder {
    #[cfg_attr(not(unix), allow(unused_mut, reason = "only unix has modes"))]
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

/// Makes a folder that belongs to the sandbox. An earlier version may have left it open to other users; then it is closed to them.
pub(crate) fn own(path: &Path) -> io::Result<()> {
    make(path)?;
    close(path)
}

#[cfg(unix)]
fn close(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let found = fs::metadata(path)?;
    let is_open = found.permissions().mode() & 0o077 != 0;
    // The folder of another user, such as one that is mounted into a container, cannot be closed; the files in it are closed anyway.
    if is_open && is_ours(&found) { fs::set_permissions(path, fs::Permissions::from_mode(0o700)) } else { Ok(()) }
}

/// On Windows, a folder in the user's profile inherits its access from the profile.
#[cfg(not(unix))]
fn close(_path: &Path) -> io::Result<()> {
    Ok(())
}

/// Whether a file or a folder belongs to the user that runs this process.
#[cfg(unix)]
pub(crate) fn is_ours(found: &fs::Metadata) -> bool {
    std::os::unix::fs::MetadataExt::uid(found) == rustix::process::geteuid().as_raw()
}

#[cfg(not(unix))]
pub(crate) fn is_ours(_found: &fs::Metadata) -> bool {
    true
}

#[cfg(all(test, unix))]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).expect("there").permissions().mode() & 0o777
    }

    #[test]
    fn a_folder_of_the_sandboxs_own_that_is_open_to_others_is_closed_and_the_users_stays() {
        let top = tempfile::tempdir().expect("a folder");
        let (kit, users) = (top.path().join("a/b/kit"), top.path().join("users"));
        own(&kit).expect("made");
        assert!([top.path().join("a"), top.path().join("a/b"), kit.clone()].iter().all(|folder| mode(folder) == 0o700));
        for folder in [&kit, &users] {
            make(folder).expect("made");
            fs::set_permissions(folder, fs::Permissions::from_mode(0o777)).expect("opened");
        }
        own(&kit).expect("closed");
        make(&users).expect("there already");
        assert_eq!((mode(&kit), mode(&users)), (0o700, 0o777));
    }
}
