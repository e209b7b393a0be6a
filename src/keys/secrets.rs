//! Secrets by reference: read when needed, never kept.

use crate::files::{Limits, ReadProblem, paths, read_given};
use crate::values::{FileKind, SecretRef, decode_text};
use secrecy::{ExposeSecret, SecretSlice, SecretString};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt};

/// The most bytes that are read. A key store with every authority that a system trusts has a quarter of it.
pub const LARGEST: u64 = Limits::SECRET.size.0;
const COMMAND_TIME: Duration = Duration::from_secs(10);

/// Why a secret could not be read. Names the reference, never a part of the secret.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SecretProblem {
    /// There is no such file.
    #[error("{0} does not exist")]
    FileMissing(PathBuf),
    /// The file is there, and the system refuses.
    #[error("{path} cannot be read: {reason}")]
    FileUnreadable {
        path: PathBuf,
        /// The system's own words.
        reason: String,
    },
    /// It is something else than a file.
    #[error("{path} is no file but a {kind}")]
    FileNotRegular { path: PathBuf, kind: FileKind },
    #[error("{path} is a link to {target}, where there is nothing")]
    FileLeadsNowhere { path: PathBuf, target: PathBuf },
    /// It is a pipe whose other end gave nothing more within 30 s.
    #[error("{0} did not end in time")]
    FileTookTooLong(PathBuf),
    /// The environment variable is not set.
    #[error("the environment variable {0} is not set")]
    VariableUnset(String),
    #[error("the program {0} was not found")]
    CommandMissing(String),
    /// The program failed. Its output is left out: it could hold a part of the secret.
    #[error("the program {program} failed{}", status.map(|status| format!(" with exit code {status}")).unwrap_or_default())]
    CommandFailed {
        /// Without its arguments, which could hold a secret.
        program: String,
        /// The exit code; `None` when a signal ended the program or it did not start.
        status: Option<i32>,
    },
    /// The program did not end within 10 s, and was killed.
    #[error("the program {0} did not end in time")]
    CommandTimedOut(String),
    /// More than [`LARGEST`].
    #[error("more than 1 MiB")]
    TooLarge,
    /// Nothing, or nothing but a line break.
    #[error("nothing in it")]
    Empty,
    /// Binary, where text is meant.
    #[error("not text")]
    NotText,
}

/// Reads the secret as text. A relative `file:` starts in `folder`, the one of the file that holds the reference.
///
/// # Errors
/// Why it could not be read.
pub async fn resolve(reference: &SecretRef, folder: &Path) -> Result<SecretString, SecretProblem> {
    text(resolve_bytes(reference, folder).await?.expose_secret())
}

/// Reads the secret as it lies there: a key may be binary.
///
/// # Errors
/// Why it could not be read.
pub async fn resolve_bytes(reference: &SecretRef, folder: &Path) -> Result<SecretSlice<u8>, SecretProblem> {
    let bytes = match reference {
        SecretRef::File(path) => file(&paths::lead(folder, path)).await,
        SecretRef::Env(name) => variable(name),
        SecretRef::Command(argv) => command(argv, folder).await,
    }?;
    if too_large(&bytes) {
        return Err(SecretProblem::TooLarge);
    }
    if bytes.iter().all(u8::is_ascii_whitespace) { Err(SecretProblem::Empty) } else { Ok(bytes.into()) }
}

async fn file(path: &Path) -> Result<Vec<u8>, SecretProblem> {
    let path = path.to_owned();
    match read_given(&path, Limits::SECRET).await {
        Ok(bytes) => Ok(bytes),
        Err(ReadProblem::Missing) => Err(SecretProblem::FileMissing(path)),
        Err(ReadProblem::NotRegular(kind)) => Err(SecretProblem::FileNotRegular { path, kind }),
        Err(ReadProblem::LeadsNowhere(target)) => Err(SecretProblem::FileLeadsNowhere { path, target }),
        Err(ReadProblem::TooLarge(_)) => Err(SecretProblem::TooLarge),
        Err(ReadProblem::TookTooLong(_)) => Err(SecretProblem::FileTookTooLong(path)),
        Err(ReadProblem::Disk { reason, .. }) => Err(SecretProblem::FileUnreadable { path, reason: plain_reason(&reason) }),
    }
}

fn variable(name: &str) -> Result<Vec<u8>, SecretProblem> {
    let value = std::env::var_os(name).ok_or_else(|| SecretProblem::VariableUnset(name.to_owned()))?;
    Ok(value.into_encoded_bytes())
}

async fn command(argv: &[String], folder: &Path) -> Result<Vec<u8>, SecretProblem> {
    let (program, arguments) = argv.split_first().ok_or_else(|| SecretProblem::CommandMissing(String::new()))?;
    let failed = |status| SecretProblem::CommandFailed { program: program.clone(), status };
    let mut command = tokio::process::Command::new(program);
    // Standard error is dropped: on a terminal it would be written over the wizard's screen.
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).kill_on_drop(true);
    if folder.is_dir() {
        command.current_dir(folder);
    }
    let mut child = command.spawn().map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => SecretProblem::CommandMissing(program.clone()),
        _ => failed(None),
    })?;
    let output = child.stdout.take().ok_or_else(|| failed(None))?;
    let ran = async {
        let bytes = read_limited(output).await;
        if bytes.as_ref().is_ok_and(|bytes| too_large(bytes)) {
            // This does not wait for the program: it can block for ever, because the rest of its output is not read.
            return Err(SecretProblem::TooLarge);
        }
        let status = child.wait().await.map_err(|_| failed(None))?;
        if status.success() { bytes.map_err(|_| failed(None)) } else { Err(failed(status.code())) }
    };
    tokio::time::timeout(COMMAND_TIME, ran).await.map_err(|_| SecretProblem::CommandTimedOut(program.clone()))?
}

/// Reads at most one byte more than the limit: with that byte, [`too_large`] sees that the source is over the limit.
async fn read_limited(source: impl AsyncRead + Unpin) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(LARGEST + 1).read_to_end(&mut bytes).await?;
    Ok(bytes)
}

fn too_large(bytes: &[u8]) -> bool {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX) > LARGEST
}

/// The line break at the end belongs to the file or the program, not to the secret.
fn text(bytes: &[u8]) -> Result<SecretString, SecretProblem> {
    let text = decode_text(bytes).ok_or(SecretProblem::NotText)?;
    let trimmed = text.trim_end_matches(['\n', '\r']);
    if trimmed.trim().is_empty() {
        return Err(SecretProblem::Empty);
    }
    Ok(SecretString::from(trimmed.to_owned()))
}

/// The system's error text without the number at its end, such as "(os error 13)".
fn plain_reason(text: &str) -> String {
    text.split(" (os error").next().unwrap_or_default().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use secrecy::ExposeSecret;

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().unwrap_or_else(|error| unreachable!("{error}"))
    }

    async fn read(reference: &str, folder: &Path) -> Result<String, SecretProblem> {
        let reference: SecretRef = reference.parse().unwrap_or_else(|invalid| unreachable!("{invalid:?}"));
        resolve(&reference, folder).await.map(|secret| secret.expose_secret().to_owned())
    }

    #[tokio::test]
    async fn a_file_is_relative_to_the_file_that_names_it() {
        let folder = folder();
        assert!(std::fs::write(folder.path().join("api-key.txt"), "3f9c8b7a\r\n").is_ok());
        assert!(std::fs::write(folder.path().join("empty"), "\n").is_ok());
        assert!(std::fs::write(folder.path().join("binary"), [0xff, 0xfe, 0x00]).is_ok());
        assert!(std::fs::write(folder.path().join("large"), vec![b'a'; 1024 * 1024 + 1]).is_ok());
        assert_eq!(read("file:api-key.txt", folder.path()).await, Ok("3f9c8b7a".to_owned()));
        assert_eq!(read("file:none", folder.path()).await, Err(SecretProblem::FileMissing(folder.path().join("none"))));
        assert_eq!(read("file:empty", folder.path()).await, Err(SecretProblem::Empty));
        assert_eq!(read("file:large", folder.path()).await, Err(SecretProblem::TooLarge));
        assert!(std::fs::write(folder.path().join("utf-16"), [0xff, 0xfe, b'3', 0, b'f', 0, b'\r', 0, b'\n', 0]).is_ok());
        assert_eq!(read("file:utf-16", folder.path()).await, Ok("3f".to_owned()));
        assert_eq!(read("file:binary", folder.path()).await, Err(SecretProblem::NotText));
        let binary: SecretRef = "file:binary".parse().unwrap_or_else(|invalid| unreachable!("{invalid:?}"));
        let bytes = resolve_bytes(&binary, folder.path()).await.map(|bytes| bytes.expose_secret().to_vec());
        assert_eq!(bytes, Ok(vec![0xff, 0xfe, 0x00]));
        assert!(matches!(read("file:.", folder.path()).await, Err(SecretProblem::FileNotRegular { kind: FileKind::Folder, .. })));
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn a_command_runs_without_a_shell() {
        let folder = folder();
        assert_eq!(read("cmd:echo $HOME ; ls", folder.path()).await, Ok("$HOME ; ls".to_owned()));
        assert_eq!(
            read("cmd:false", folder.path()).await,
            Err(SecretProblem::CommandFailed { program: "false".to_owned(), status: Some(1) })
        );
        assert_eq!(read("cmd:no-such-program x", folder.path()).await, Err(SecretProblem::CommandMissing("no-such-program".to_owned())));
        assert_eq!(read("cmd:true", folder.path()).await, Err(SecretProblem::Empty));
        assert_eq!(read("cmd:yes", folder.path()).await, Err(SecretProblem::TooLarge));
    }

    #[tokio::test]
    async fn a_variable_that_is_not_set_is_named() {
        let folder = folder();
        assert_eq!(
            read("env:BROKER_SETUP_NO_SUCH_VARIABLE", folder.path()).await,
            Err(SecretProblem::VariableUnset("BROKER_SETUP_NO_SUCH_VARIABLE".to_owned()))
        );
    }
}
