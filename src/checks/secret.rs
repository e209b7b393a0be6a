//! The message for a secret that could not be read. It names the file, variable or program, never the secret.

use crate::journey::Message;
use crate::keys::secrets::SecretProblem;

pub(super) fn phrase(problem: &SecretProblem) -> Message {
    match problem {
        SecretProblem::FileMissing(path) => Message::SecretFileMissing { path: path.display().to_string() },
        SecretProblem::FileUnreadable { path, reason } => {
            Message::SecretFileUnreadable { path: path.display().to_string(), reason: reason.clone() }
        }
        SecretProblem::FileNotRegular { path, kind } => Message::SecretFileNotRegular { path: path.display().to_string(), kind: *kind },
        SecretProblem::FileLeadsNowhere { path, target } => {
            Message::SecretFileLeadsNowhere { path: path.display().to_string(), target: target.display().to_string() }
        }
        SecretProblem::FileTookTooLong(path) => Message::SecretFileTookTooLong { path: path.display().to_string() },
        SecretProblem::VariableUnset(variable) => Message::SecretVariableUnset { variable: variable.clone() },
        SecretProblem::CommandMissing(program) => Message::SecretCommandMissing { program: program.clone() },
        SecretProblem::CommandFailed { program, status: Some(status) } => {
            Message::SecretCommandFailedWith { program: program.clone(), status: i64::from(*status) }
        }
        SecretProblem::CommandFailed { program, status: None } => Message::SecretCommandFailed { program: program.clone() },
        SecretProblem::CommandTimedOut(program) => Message::SecretCommandTimedOut { program: program.clone() },
        SecretProblem::TooLarge => Message::SecretTooLarge,
        SecretProblem::Empty => Message::SecretEmpty,
        SecretProblem::NotText => Message::SecretNotText,
    }
}
