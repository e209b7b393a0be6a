//! Where a path leads that a user wrote: from which folder, whose home `~` is, and whether `%20` in it is a blank.

use crate::values::file_path;
use percent_encoding::percent_decode_str;
use std::path::{Component, Path, PathBuf};

/// The file that a path means, from `folder` if it is relative. `~` and `~name` are homes, as for a shell. `my%20key.pem` is decoded
/// only where no file has the name as it stands, and one has the decoded one.
#[must_use]
pub fn lead(folder: &Path, path: &Path) -> PathBuf {
    let as_written = folder.join(at_home(path));
    let decoded = || {
        let text = path.to_str().filter(|text| text.contains('%'))?;
        let decoded = percent_decode_str(text).decode_utf8().ok()?;
        Some(folder.join(at_home(Path::new(decoded.as_ref())))).filter(|decoded| decoded.exists())
    };
    if as_written.exists() { as_written } else { decoded().unwrap_or(as_written) }
}

/// The path of an argument. A shell has read it already, so a file of exactly that name comes first; else it is read as people write
/// and drag paths: `file:///my%20file`, `~/file` after an equals sign, quotation marks within quotation marks.
#[must_use]
pub fn given(path: &Path) -> PathBuf {
    let written = || Some(lead(Path::new(""), &file_path(path.to_str()?).ok()?));
    if path.exists() { path.to_owned() } else { written().unwrap_or_else(|| path.to_owned()) }
}

/// The absolute path without links and `..`, so that two paths of one file are equal. What does not exist is taken by its name.
#[must_use]
pub fn whole(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let known = absolute.ancestors().find_map(|known| Some((known.canonicalize().ok()?, absolute.strip_prefix(known).ok()?)));
    let Some((real, rest)) = known else { return absolute };
    rest.components().fold(real, |mut whole, part| {
        match part {
            Component::ParentDir => drop(whole.pop()),
            Component::CurDir => {}
            Component::Normal(_) | Component::RootDir | Component::Prefix(_) => whole.push(part),
        }
        whole
    })
}

/// The user's own folder. None if the system does not tell.
#[must_use]
pub fn home_folder() -> Option<PathBuf> {
    directories::BaseDirs::new().map(|user| user.home_dir().to_owned())
}

fn at_home(path: &Path) -> PathBuf {
    let mut parts = path.components();
    let home = match parts.next() {
        Some(Component::Normal(first)) => match first.to_str().and_then(|first| first.strip_prefix('~')) {
            Some("") => home_folder(),
            Some(name) => home_of(name),
            None => None,
        },
        _ => None,
    };
    home.map_or_else(|| path.to_owned(), |home| home.join(parts.as_path()))
}

#[cfg(unix)]
fn home_of(user: &str) -> Option<PathBuf> {
    nix::unistd::User::from_name(user).ok().flatten().map(|user| user.dir)
}

#[cfg(not(unix))]
fn home_of(_user: &str) -> Option<PathBuf> {
    None
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    #[test]
    fn a_percent_sign_is_one_where_a_file_has_it_in_its_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| lead(folder.path(), Path::new(name));
        std::fs::write(folder.path().join("my key.pem"), "").expect("written");
        assert_eq!(at("my%20key.pem"), folder.path().join("my key.pem"));
        std::fs::write(folder.path().join("my%20key.pem"), "").expect("written");
        assert_eq!(at("my%20key.pem"), folder.path().join("my%20key.pem"));
        assert_eq!(at("none%20.pem"), folder.path().join("none%20.pem"));
    }

    #[cfg(unix)]
    #[test]
    fn an_argument_is_the_file_of_its_name_or_else_read_as_people_write_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("my file.txt");
        std::fs::write(&file, "").expect("written");
        let shown = file.display();
        for text in [format!("{shown}"), format!("'{shown}'"), format!("file://{}", shown.to_string().replace(' ', "%20"))] {
            assert_eq!(given(Path::new(&text)), file, "{text}");
        }
        let odd = folder.path().join("'my file.txt'");
        std::fs::write(&odd, "").expect("written");
        assert_eq!(given(&odd), odd);
        assert_eq!(given(Path::new("-")), Path::new("-"));
    }

    #[cfg(unix)]
    #[test]
    fn a_tilde_is_a_home() {
        let home = directories::BaseDirs::new().expect("a home").home_dir().to_owned();
        assert_eq!(lead(Path::new("/x"), Path::new("~/k.pem")), home.join("k.pem"));
        let root = home_of("root").expect("every system has this user");
        assert_eq!(lead(Path::new("/x"), Path::new("~root/k.pem")), root.join("k.pem"));
        for other in ["~nobody-of-this-name/k.pem", "a~/k.pem", "keys/~/k.pem"] {
            assert_eq!(lead(Path::new("/x"), Path::new(other)), Path::new("/x").join(other));
        }
    }

    #[cfg(unix)]
    #[test]
    fn links_and_steps_up_are_followed_to_the_file_itself() {
        let folder = tempfile::tempdir().expect("a folder");
        let real = folder.path().canonicalize().expect("it exists");
        std::fs::create_dir(real.join("inside")).expect("a folder");
        std::os::unix::fs::symlink("/etc", real.join("inside/out")).expect("a link");
        assert_eq!(whole(&real.join("inside/out/passwd")), Path::new("/etc/passwd").canonicalize().expect("it exists"));
        assert_eq!(whole(&real.join("inside/../k.pem")), real.join("k.pem"));
        assert_eq!(whole(&real.join("none/../../k.pem")), real.parent().expect("one above").join("k.pem"));
    }
}
