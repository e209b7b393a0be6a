//! References to secrets. The answers never contain a secret itself.

use super::Invalid;
use serde::{Deserialize, Serialize};
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

impl FromStr for SecretRef {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let trimmed = text.trim();
        if trimmed.contains("-----BEGIN") || trimmed.contains("\"d\":") {
            return Err(Invalid::PrivateKeyPasted);
        }
        match trimmed.split_once(':') {
            None if trimmed.is_empty() => Err(Invalid::Empty),
            Some(("file", path)) if !path.trim().is_empty() => Ok(Self::File(PathBuf::from(path.trim()))),
            Some(("env", name)) if is_variable_name(name.trim()) => Ok(Self::Env(name.trim().to_owned())),
            Some(("cmd", line)) => {
                let argv: Vec<String> = line.split_whitespace().map(ToOwned::to_owned).collect();
                if argv.is_empty() { Err(Invalid::CommandEmpty) } else { Ok(Self::Command(argv)) }
            }
            Some(("file" | "env", _)) => Err(Invalid::SecretRefShape),
            _ => Err(Invalid::SecretLiteral),
        }
    }
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
            Self::File(path) => write!(f, "file:{}", path.display()),
            Self::Env(name) => write!(f, "env:{name}"),
            Self::Command(argv) => write!(f, "cmd:{}", argv.join(" ")),
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
    fn reads_the_three_kinds_and_writes_them_back() {
        for text in ["file:keys/tt02.pem", "env:BROKER_KEY", "cmd:pass show broker"] {
            assert_eq!(text.parse::<SecretRef>().map(|r| r.to_string()), Ok(text.to_owned()));
        }
    }
}
