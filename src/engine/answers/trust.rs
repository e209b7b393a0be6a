//! An answers file can come from somebody else. What it takes from this machine, and to whom that goes, is for the user to agree to.

use super::{AnswersRequest, ChosenAnswers};
use crate::engine::Engine;
use crate::files::paths;
use crate::journey::{EngineMessage, FieldId, FieldKind, Profile};
use crate::values::SecretRef;
use aws_lc_rs::digest::{SHA256, digest};
use std::path::Path;

/// Variables with this prefix are set for this program, so a file may name them.
const OURS: &str = "BROKER_SETUP_";

/// What an answers file takes from outside its own folder, and to whom it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Takes {
    /// The answers that refer to a secret outside, each with where that secret is. Empty unless the file names its own addresses.
    pub secrets: Vec<(FieldId, String)>,
    /// The whole path of the file to send, where the answers file names one outside its folder.
    pub transfer_file: Option<String>,
    /// The hosts of the file's own addresses, else the recipients of its transfer.
    pub goes_to: Vec<String>,
    /// Changes with the answers file's content, its folder, and the files that its paths lead to.
    fingerprint: String,
}

impl Takes {
    /// None if the file takes nothing from outside its folder.
    /// With `has_folder` false the answers came through a pipe: no folder is theirs, and relative paths start from `folder`.
    pub(super) fn of(request: &AnswersRequest, source: &str, profile: &Profile, folder: &Path, has_folder: bool) -> Option<Self> {
        let own = has_folder.then(|| paths::whole(folder));
        let from_file = |field: &FieldId| request.argument(*field).is_none();
        let own_addresses = profile.environment.own_addresses();
        let references = FieldId::ALL.iter().filter(|field| field.kind() == FieldKind::SecretReference && from_file(field));
        let outside = |field: &FieldId| Some((*field, outside(&profile.answer(*field)?.parse().ok()?, folder, own.as_deref())?));
        let secrets: Vec<_> = references.filter(|_| own_addresses.is_some()).filter_map(outside).collect();
        let sent = profile.transfer.file.as_deref().filter(|_| from_file(&FieldId::TransferFile));
        let transfer_file = sent.and_then(|path| path_outside(path, folder, own.as_deref()));
        if secrets.is_empty() && transfer_file.is_none() {
            return None;
        }
        let recipients = || profile.transfer.recipients.iter().map(ToString::to_string).collect();
        let goes_to = own_addresses.map_or_else(recipients, |endpoints| endpoints.hosts());
        let whole = format!("{source}\n{}\n{secrets:?}\n{transfer_file:?}", paths::whole(folder).display());
        let hash = digest(&SHA256, whole.as_bytes());
        let fingerprint = hash.as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
        Some(Self { secrets, transfer_file, goes_to, fingerprint })
    }
}

fn outside(reference: &SecretRef, folder: &Path, own: Option<&Path>) -> Option<String> {
    match reference {
        SecretRef::Env(name) => (!name.starts_with(OURS)).then(|| reference.to_string()),
        SecretRef::File(path) => path_outside(path, folder, own).map(|path| format!("file:{path}")),
        // Refused when the file is read.
        SecretRef::Command(_) => Some(reference.to_string()),
    }
}

/// The whole path, if it leads out of the answers file's own folder.
fn path_outside(path: &Path, folder: &Path, own: Option<&Path>) -> Option<String> {
    let whole = paths::whole(&paths::lead(folder, path));
    let is_inside = own.is_some_and(|own| whole.starts_with(own));
    (!is_inside).then(|| whole.display().to_string())
}

impl Engine {
    /// Whether the user has agreed before to what these answers take.
    #[must_use]
    pub fn has_agreed_to(&self, takes: &Takes) -> bool {
        self.store.has_agreed_to(&takes.fingerprint)
    }

    /// Saves that the user agrees to what these answers take. With another content the same file is asked about again.
    ///
    /// # Errors
    /// The error says why nothing was written.
    pub fn remember_agreement(&self, takes: &Takes) -> Result<(), EngineMessage> {
        self.store.remember_agreement(&takes.fingerprint).map_err(|problem| self.unwritten("", problem))
    }
}

impl ChosenAnswers {
    /// What a command takes that only reads, or one that sends the transfer's file too. None if that is nothing.
    #[must_use]
    pub fn takes(&self, sends_file: bool) -> Option<&Takes> {
        self.takes.as_ref().filter(|takes| !takes.secrets.is_empty() || (sends_file && takes.transfer_file.is_some()))
    }
}
