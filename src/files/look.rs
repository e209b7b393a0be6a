//! What is at a path that is being typed, and which paths begin so. It may wait for a drive in the network: not for the thread that
//! draws.

use super::{open_regular, paths, system};
use crate::values::{FileKind, FileSize, Holds, PathLook, There};
use std::ffi::OsString;
use std::fs;
use std::io::{ErrorKind, Read};
use std::path::{MAIN_SEPARATOR, Path};

/// How many entries of a folder are read at most.
const MOST_READ: usize = 5000;
/// How many paths are given at most.
const MOST_GIVEN: usize = 200;
/// How much of a file is read to see what it holds, in bytes.
const BEGINNING: u64 = 64 * 1024;

/// Looks from `folder` at a path as [`crate::values::file_path`] reads it.
#[must_use]
pub fn look(folder: &Path, typed: &str) -> PathLook {
    PathLook { there: there(&paths::lead(folder, Path::new(typed))), goes_on: goes_on(folder, typed) }
}

fn there(path: &Path) -> There {
    let about = match fs::metadata(path) {
        Ok(about) => about,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return There::Nothing,
        Err(_) => return There::Hidden,
    };
    match system::kind(&about) {
        FileKind::Folder => There::Folder,
        FileKind::Regular => There::File { size: FileSize(about.len()), holds: holds(path) },
        other => There::Other(other),
    }
}

fn holds(path: &Path) -> Holds {
    let mut beginning = Vec::new();
    let read = open_regular(path).map(|file| file.take(BEGINNING).read_to_end(&mut beginning));
    let has = |words: &str| beginning.windows(words.len()).any(|part| part == words.as_bytes());
    match read {
        Ok(Ok(_)) if has("PRIVATE KEY-----") || (has("\"kty\"") && has("\"d\"")) => Holds::PrivateKey,
        Ok(Ok(_)) if has("-----BEGIN CERTIFICATE-----") => Holds::Certificate,
        Ok(_) | Err(_) => Holds::SomethingElse,
    }
}

/// The paths that begin so. Hidden ones only after a dot.
fn goes_on(folder: &Path, typed: &str) -> Vec<String> {
    let (parent, begun) = typed.rfind(['/', MAIN_SEPARATOR]).map_or(("", typed), |slash| typed.split_at(slash + 1));
    let within = if parent.is_empty() { folder.to_owned() } else { paths::lead(folder, Path::new(parent)) };
    let Ok(entries) = fs::read_dir(within) else { return Vec::new() };
    let fits = |name: &str| name.starts_with(begun) && (begun.starts_with('.') || !name.starts_with('.'));
    let named = |entry: fs::DirEntry| {
        let name = entry.file_name().into_string().ok().filter(|name| fits(name) && !name.chars().any(char::is_control))?;
        let is_folder = fs::metadata(entry.path()).is_ok_and(|about| about.is_dir());
        Some(format!("{parent}{name}{}", if is_folder { "/" } else { "" }))
    };
    let mut all: Vec<String> = entries.take(MOST_READ).filter_map(Result::ok).filter_map(named).take(MOST_GIVEN).collect();
    all.sort_unstable();
    all
}

/// The folder that a shell's relative paths start from.
#[must_use]
pub fn working_folder() -> std::path::PathBuf {
    std::env::current_dir().unwrap_or_else(|_| OsString::from(".").into())
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_and_what_begins_so() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir_all(folder.path().join("keys/old")).expect("a folder");
        let write = |name: &str, content: &str| fs::write(folder.path().join(name), content).expect("written");
        write("keys/my key.pem", "-----BEGIN PRIVATE KEY-----\n");
        write("keys/.hidden", "");
        write("keyring.json", "{\"kty\":\"RSA\",\"n\":\"x\"}");
        let at = |typed: &str| look(folder.path(), typed);
        assert_eq!(at("key").goes_on, ["keyring.json", "keys/"]);
        assert_eq!(at("key").completed(), "key");
        assert_eq!(at("keys/").goes_on, ["keys/my key.pem", "keys/old/"]);
        assert_eq!(at("keys/.").goes_on, ["keys/.hidden"]);
        assert_eq!((at("keys").there, at("keys/none").there), (There::Folder, There::Nothing));
        assert_eq!(at("keys/my key.pem").there, There::File { size: FileSize(28), holds: Holds::PrivateKey });
        assert_eq!(at("keyring.json").there, There::File { size: FileSize(21), holds: Holds::SomethingElse }, "a public key");
        let whole = format!("{}/keys/m", folder.path().display());
        assert_eq!(look(Path::new("/"), &whole).completed(), format!("{}/keys/my key.pem", folder.path().display()));
    }
}
