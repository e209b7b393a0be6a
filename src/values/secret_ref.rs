//! References to secrets. The answers never contain a secret itself.

use super::file_path::{file_path, is_surely_a_path, spelled};
use super::typed::visible;
use super::{Invalid, is_invisible};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

/// Where a secret can be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum SecretRef {
    /// `file:<path>`, relative to the file that holds the reference.
    File(PathBuf),
    /// `env:<NAME>`.
    Env(String),
    /// `cmd:<program> <argument>…`, run without a shell for at most 10 s. Only allowed in a profile or a flag.
    Command(Vec<String>),
}

/// Whether a text is likely a key itself, in base64: a pasted one has hundreds of these characters and nothing else.
#[must_use]
pub fn is_key_material(text: &str) -> bool {
    let is_base64 = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=' | '-' | '_');
    let text = text.trim();
    text.contains("-----BEGIN") || text.contains("\"d\":") || (text.len() >= 100 && text.chars().all(is_base64))
}

impl SecretRef {
    /// Reads a reference where a secret itself cannot be meant, because it would be longer: a text without a kind is a path.
    ///
    /// # Errors
    /// Why it is no reference; [`Invalid::PrivateKeyPasted`] for what is likely a key itself.
    pub fn or_path(text: &str) -> Result<Self, Invalid> {
        match text.parse() {
            Err(Invalid::SecretLiteral) if is_key_material(text) => Err(Invalid::PrivateKeyPasted),
            Err(Invalid::SecretLiteral) => file_path(text).map(Self::File),
            read => read,
        }
    }
}

impl FromStr for SecretRef {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let trimmed = text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
        if trimmed.contains("-----BEGIN") || trimmed.contains("\"d\":") {
            return Err(Invalid::PrivateKeyPasted);
        }
        if is_surely_a_path(trimmed) {
            return file_path(trimmed).map(Self::File);
        }
        let (kind, rest) = trimmed.split_once(':').map_or((String::new(), trimmed), |(kind, rest)| (kind.to_ascii_lowercase(), rest));
        match kind.as_str() {
            "" if trimmed.is_empty() => Err(Invalid::Empty),
            "file" if !rest.trim().is_empty() => file_path(rest).map(Self::File),
            "env" => variable(rest).map(Self::Env).ok_or(Invalid::SecretRefShape),
            "cmd" => command(rest).map(Self::Command),
            "file" => Err(Invalid::SecretRefShape),
            _ => Err(Invalid::SecretLiteral),
        }
    }
}

/// The program and its arguments, split as a shell would, so that `"my key"` is one argument. Nothing else of a shell applies.
fn command(line: &str) -> Result<Vec<String>, Invalid> {
    // Where the backslash parts the names of a path, a shell of POSIX would drop it.
    let is_windows_path = cfg!(windows) && !line.contains('\'');
    let line = if is_windows_path { line.replace('\\', "\\\\") } else { line.to_owned() };
    let argv = shell_words::split(&line).map_err(|_| Invalid::CommandQuotes)?;
    if argv.is_empty() { Err(Invalid::CommandEmpty) } else { Ok(argv) }
}

/// A word as [`command`] reads it again. A blank or invisible character at the end of a line would be taken for what came along with a
/// paste, so it stands in quotation marks.
fn quoted(word: &str) -> Cow<'_, str> {
    let hides = word.chars().any(|c| c.is_whitespace() || is_invisible(c));
    if hides { format!("'{}'", word.replace('\'', r"'\''")).into() } else { shell_words::quote(word) }
}

/// The name of a variable, also as a shell writes it: `$NAME`, `${NAME}`.
fn variable(text: &str) -> Option<String> {
    let typed = visible(text);
    let bare = typed.strip_prefix('$').unwrap_or(&typed);
    let bare = bare.strip_prefix('{').and_then(|bare| bare.strip_suffix('}')).unwrap_or(bare);
    is_variable_name(bare).then(|| bare.to_owned())
}

fn is_variable_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') && !name.starts_with(|c: char| c.is_ascii_digit())
}

impl TryFrom<String> for SecretRef {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse().map_err(|invalid: Invalid| invalid.id().to_owned())
    }
}

impl From<SecretRef> for String {
    fn from(reference: SecretRef) -> Self {
        reference.to_string()
    }
}

impl fmt::Display for SecretRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(f, "file:{}", spelled(path)),
            Self::Env(name) => write!(f, "env:{name}"),
            Self::Command(argv) => write!(f, "cmd:{}", argv.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_literal_secret_is_refused_and_a_pasted_key_is_named() {
        assert_eq!("3f9c8b7a6d5e4f3a2b1c".parse::<SecretRef>(), Err(Invalid::SecretLiteral));
        assert_eq!("-----BEGIN PRIVATE KEY-----".parse::<SecretRef>(), Err(Invalid::PrivateKeyPasted));
        assert_eq!("file:".parse::<SecretRef>(), Err(Invalid::SecretRefShape));
        assert_eq!("env:1BAD".parse::<SecretRef>(), Err(Invalid::SecretRefShape));
    }

    #[test]
    fn a_bare_path_is_a_file_where_no_secret_can_be_meant() {
        for (text, reference) in [("keys/tt02.pem", "file:keys/tt02.pem"), ("tt02", "file:tt02"), ("env:KEY", "env:KEY")] {
            assert_eq!(SecretRef::or_path(text).map(|r| r.to_string()), Ok(reference.to_owned()), "{text}");
        }
        assert_eq!(SecretRef::or_path(&"MIIEvQIBADANBgkq".repeat(20)), Err(Invalid::PrivateKeyPasted));
        assert_eq!(SecretRef::or_path("-----BEGIN PRIVATE KEY-----"), Err(Invalid::PrivateKeyPasted));
    }

    #[test]
    fn a_command_is_split_as_a_shell_splits_it() {
        let argv = |text: &str| match text.parse() {
            Ok(SecretRef::Command(argv)) => argv,
            other => panic!("{text}: {other:?}"),
        };
        for text in ["cmd:pass show \"my key\"", "cmd:pass show 'my key'", "cmd: pass  show my\\ key"] {
            assert_eq!(argv(text), ["pass", "show", "my key"], "{text}");
        }
        assert_eq!(argv("cmd:sh -c 'echo $HOME'"), ["sh", "-c", "echo $HOME"]);
        assert_eq!("cmd:pass show \"my key".parse::<SecretRef>(), Err(Invalid::CommandQuotes));
        assert_eq!("cmd: ".parse::<SecretRef>(), Err(Invalid::CommandEmpty));
    }

    #[test]
    fn a_path_and_a_variable_are_read_as_people_write_them() {
        for (text, reference) in [
            ("file:'my key.pem'", "file:my key.pem"),
            ("File: \"my key.pem\"", "file:my key.pem"),
            ("~/keys/tt02.pem", "file:~/keys/tt02.pem"),
            ("'/keys/tt02.pem'", "file:/keys/tt02.pem"),
            ("\u{feff}file:k.pem\u{200b}", "file:k.pem"),
            ("env:$BROKER_KEY", "env:BROKER_KEY"),
            ("ENV: ${BROKER_KEY}", "env:BROKER_KEY"),
        ] {
            assert_eq!(text.parse::<SecretRef>().map(|r| r.to_string()), Ok(reference.to_owned()), "{text}");
        }
    }

    #[test]
    fn reads_the_three_kinds_and_writes_them_back() {
        for text in [
            "file:keys/tt02.pem",
            "env:BROKER_KEY",
            "cmd:pass show broker",
            "cmd:pass show 'my key'",
            "cmd:pass '\u{a0}'",
            "file:my key.pem",
        ] {
            assert_eq!(text.parse::<SecretRef>().map(|r| r.to_string()), Ok(text.to_owned()));
        }
    }
}
