//! What is at a path that is being typed.

use super::{FileKind, FileSize};

/// What is there, and how the path can go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathLook {
    pub there: There,
    /// The paths that begin as the typed one does, folders with a slash at their end; at most some hundred.
    pub goes_on: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum There {
    Nothing,
    Folder,
    File {
        size: FileSize,
        holds: Holds,
    },
    Other(FileKind),
    /// The system does not let us look.
    Hidden,
}

/// What a file begins with, as far as it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    PrivateKey,
    Certificate,
    SomethingElse,
}

impl PathLook {
    /// How the path goes on for sure: to the only one that begins so, or as far as all of them are the same.
    #[must_use]
    pub fn completed(&self) -> &str {
        let Some((first, others)) = self.goes_on.split_first() else { return "" };
        let shared = |end: usize| others.iter().all(|other| other.get(..end) == first.get(..end));
        let ends = first.char_indices().map(|(at, c)| at + c.len_utf8());
        ends.take_while(|end| shared(*end)).last().and_then(|end| first.get(..end)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_goes_on_as_far_as_all_are_the_same() {
        let completed = |paths: &[&str]| {
            let goes_on = paths.iter().map(|path| (*path).to_owned()).collect();
            PathLook { there: There::Nothing, goes_on }.completed().to_owned()
        };
        assert_eq!(completed(&["keys/tt02.pem"]), "keys/tt02.pem");
        assert_eq!(completed(&["keys/ærlig.pem", "keys/ærend.pem"]), "keys/ær");
        assert_eq!(completed(&["a", "b"]), "");
        assert_eq!(completed(&[]), "");
    }
}
