//! Paths as people type, paste and drag them in.

use super::Invalid;
use super::one_line::is_invisible;
use super::typed::unquoted;
use percent_encoding::percent_decode_str;
use std::path::{Path, PathBuf};
use url::Url;

/// Reads a path: as it is, in quotation marks, with a shell's backslashes (`my\ key.pem`), or as a `file://` address. A `~` at its
/// start stays: whoever opens the file knows whose home it is.
///
/// # Errors
/// [`Invalid::Empty`], or [`Invalid::InvisibleCharacter`] for a character inside that nobody can see: no file would be found.
pub fn file_path(text: &str) -> Result<PathBuf, Invalid> {
    let typed = trimmed(text);
    let bare = unquoted(typed);
    let path = match address(bare) {
        Some(path) => path,
        None if bare.len() == typed.len() && has_shells_backslashes(bare) => PathBuf::from(without_backslashes(bare)),
        None => PathBuf::from(bare),
    };
    let path = with_one_slash_in_front(path);
    let shown = path.to_string_lossy();
    if shown.is_empty() {
        return Err(Invalid::Empty);
    }
    if shown.chars().any(char::is_control) {
        return Err(Invalid::ControlCharacters);
    }
    match shown.chars().enumerate().find(|(_, c)| is_never_in_a_name(*c)) {
        Some((before, c)) => Err(Invalid::InvisibleCharacter { place: before + 1, code: format!("U+{:04X}", u32::from(c)) }),
        None => Ok(path),
    }
}

/// Two slashes in front mean the same as one on Unix; written so, the path would be read again as an address.
fn with_one_slash_in_front(path: PathBuf) -> PathBuf {
    let doubled = cfg!(unix) && path.as_os_str().as_encoded_bytes().starts_with(b"//");
    if doubled { Path::new("/").join(path.to_string_lossy().trim_start_matches('/')) } else { path }
}

/// The path as the user would type it, so that [`file_path`] reads the same again: in quotation marks where that is needed.
#[must_use]
pub fn spelled(path: &Path) -> String {
    let plain = path.display().to_string();
    if file_path(&plain).is_ok_and(|again| again == path) { plain } else { format!("'{plain}'") }
}

/// Whether a text is the path of a file for sure, and not a secret: base64 has slashes too, but neither a dot nor a `~`.
pub(super) fn is_surely_a_path(text: &str) -> bool {
    let bare = unquoted(trimmed(text));
    let is_windows = is_windows_path(bare);
    let from_home = bare == "~" || bare.starts_with("~/") || (bare.starts_with('~') && bare.contains('/'));
    let is_absolute = bare.starts_with('/') || bare.starts_with("./") || bare.starts_with("../");
    is_windows || from_home || (is_absolute && !bare.starts_with("//") && bare.contains('.'))
}

fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c))
}

/// The path of a `file:` address. `file://keys/tt02.pem` has a host by the letter, and is meant as a path.
fn address(text: &str) -> Option<PathBuf> {
    let scheme = text.get(..5).filter(|scheme| scheme.eq_ignore_ascii_case("file:"));
    let rest = match scheme {
        Some(_) => text.get(5..)?,
        // After `file:` was read as the kind of a reference to a secret.
        None if text.starts_with("///") || (text.starts_with("//") && cfg!(unix)) => text,
        None => return None,
    };
    if !rest.starts_with("//") {
        return Some(address(rest).unwrap_or_else(|| PathBuf::from(rest.trim())));
    }
    let whole = Url::parse(&format!("file:{rest}")).ok().and_then(|url| url.to_file_path().ok());
    let decoded = || PathBuf::from(percent_decode_str(rest.trim_start_matches('/')).decode_utf8_lossy().into_owned());
    Some(whole.unwrap_or_else(decoded))
}

fn is_windows_path(text: &str) -> bool {
    let mut chars = text.chars();
    let drive =
        matches!((chars.next(), chars.next(), chars.next()), (Some(drive), Some(':'), Some('\\' | '/')) if drive.is_ascii_alphabetic());
    drive || text.starts_with("\\\\")
}

fn has_shells_backslashes(text: &str) -> bool {
    cfg!(unix) && text.contains('\\') && !is_windows_path(text)
}

/// What a shell would read: a backslash before anything but a letter or digit stands for that character.
fn without_backslashes(text: &str) -> String {
    let (mut out, mut chars) = (String::with_capacity(text.len()), text.chars().peekable());
    while let Some(c) = chars.next() {
        let escapes = c == '\\' && chars.peek().is_some_and(|next| !next.is_alphanumeric());
        out.extend(if escapes { chars.next() } else { Some(c) });
    }
    out
}

/// A name can hold joiners: emoji and some scripts are written with them.
fn is_never_in_a_name(c: char) -> bool {
    is_invisible(c) && !matches!(c, '\u{200c}' | '\u{200d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, Invalid> {
        file_path(text).map(|path| path.display().to_string())
    }

    #[test]
    fn a_path_is_read_however_it_came_here() {
        for text in ["/k/my key.pem", "'/k/my key.pem'", "\"/k/my key.pem\"", "“/k/my key.pem”", " /k/my key.pem ", "\u{202a}/k/my key.pem"]
        {
            assert_eq!(read(text), Ok("/k/my key.pem".to_owned()), "{text}");
        }
        for (text, path) in [("~/k.pem", "~/k.pem"), ("~ola/k.pem", "~ola/k.pem"), ("k.pem", "k.pem"), ("file:k.pem", "k.pem")] {
            assert_eq!(read(text), Ok(path.to_owned()), "{text}");
        }
        assert_eq!(read("C:\\keys\\x.pem"), Ok("C:\\keys\\x.pem".to_owned()));
        assert_eq!(read("my%20key.pem"), Ok("my%20key.pem".to_owned()), "a name can have a percent sign");
    }

    #[cfg(unix)]
    #[test]
    fn addresses_and_a_shells_backslashes_are_read_too() {
        for text in [
            "/k/my\\ key\\ \\(1\\).pem",
            "file:///k/my%20key%20(1).pem",
            "file://localhost/k/my%20key%20(1).pem",
            "///k/my%20key%20(1).pem",
        ] {
            assert_eq!(read(text), Ok("/k/my key (1).pem".to_owned()), "{text}");
        }
        assert_eq!(read("file://keys/tt02.pem"), Ok("keys/tt02.pem".to_owned()));
        assert_eq!(read("a\\b"), Ok("a\\b".to_owned()));
    }

    #[test]
    fn a_character_that_nobody_sees_is_named_with_its_place() {
        assert_eq!(read("/k/a\u{200b}.pem"), Err(Invalid::InvisibleCharacter { place: 5, code: "U+200B".to_owned() }));
        assert_eq!(read("/k/👩\u{200d}💻.pem"), Ok("/k/👩\u{200d}💻.pem".to_owned()));
        assert_eq!(read("  "), Err(Invalid::Empty));
    }

    #[test]
    fn a_path_is_told_from_a_secret() {
        for path in ["~/k", "/k/x.pem", "./k.pem", "../k.pem", "C:\\k", "'/k/my key.pem'", "~ola/k", "\\\\server\\k"] {
            assert!(is_surely_a_path(path), "{path}");
        }
        for secret in ["/9j4AAQSkZJRg+a", "3f9c8b7a6d5e", "//9j4AA.", "C:k", "~secret", "keys/tt02.pem"] {
            assert!(!is_surely_a_path(secret), "{secret}");
        }
    }
}
