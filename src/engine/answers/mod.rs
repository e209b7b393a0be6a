//! Which answers a command works with: those of a profile, of an answers file, or of the arguments alone. Arguments replace single
//! answers of a profile or file.

mod file;
mod slip;
mod trust;

#[cfg(test)]
mod tests;

use super::Engine;
use super::problem::unreadable_file;
use crate::files::paths;
use crate::files::{Limits, STANDARD_INPUT, read_given};
use crate::journey::{AnswerPlace, AnswersProblem, AnswersReason, EngineMessage, Environment, FieldId, Profile, Role};
use crate::values::{Invalid, SecretRef, decode_text};
use file::AnswersFile;
use jiff::Timestamp;
use std::path::{Path, PathBuf};
pub use trust::Takes;

/// What the user gave to choose the answers. When everything is empty, the profile opened last is meant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AnswersRequest {
    pub profile: Option<String>,
    /// An answers file; when there is one, the profile is ignored.
    pub file: Option<PathBuf>,
    /// Single answers, which replace those of the file or the profile.
    pub arguments: Vec<ArgumentAnswer>,
}

/// An answer given as a flag or in an environment variable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArgumentAnswer {
    pub field: FieldId,
    pub text: String,
    pub source: ArgumentSource,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArgumentSource {
    /// Such as `--client-id`.
    Flag,
    /// Such as `BROKER_SETUP_CLIENT_ID`.
    Variable,
}

/// The answers to work with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenAnswers {
    /// The profile's name; `None` for an answers file or arguments alone.
    pub name: Option<String>,
    pub profile: Profile,
    /// The folder that relative `file:` references start from.
    pub folder: PathBuf,
    /// Whether nothing was named, so that the profile opened last is used.
    pub is_last_opened: bool,
    /// What an answers file takes from outside its folder.
    takes: Option<Takes>,
}

impl ArgumentAnswer {
    /// Where the user can correct the answer.
    #[must_use]
    pub const fn place(&self) -> AnswerPlace {
        match self.source {
            ArgumentSource::Flag => AnswerPlace::Flag(self.field),
            ArgumentSource::Variable => AnswerPlace::Variable(self.field),
        }
    }
}

impl AnswersRequest {
    /// A profile from the arguments alone. The file and the profile of the request are ignored.
    ///
    /// # Errors
    /// The problem names the argument that is refused, or says that the role is missing.
    pub fn profile_of_arguments(&self) -> Result<Profile, AnswersProblem> {
        let mut profile = self.empty_profile(&AnswersFile::default())?;
        self.apply(&mut profile)?;
        Ok(profile)
    }

    fn argument(&self, field: FieldId) -> Option<&ArgumentAnswer> {
        self.arguments.iter().find(|answer| answer.field == field)
    }

    /// A profile with no answer but the role, which is taken from the arguments or else from the file.
    fn empty_profile(&self, file: &AnswersFile) -> Result<Profile, AnswersProblem> {
        let in_file = || file.answers.iter().find(|answer| answer.field == FieldId::Role);
        let named = self.argument(FieldId::Role).map(|answer| (&answer.text, answer.place()));
        let named = named.or_else(|| in_file().map(|answer| (&answer.text, answer.place.clone())));
        let (text, place) = named.ok_or(EngineMessage::NoRole)?;
        let role: Role = text.parse().map_err(|invalid| AnswersProblem::invalid(place, FieldId::Role.name(), invalid))?;
        Ok(Profile::new(role, Environment::SANDBOX))
    }

    async fn profile_of_file(&self, path: &Path) -> Result<(Profile, PathBuf, String), AnswersProblem> {
        let shown = || path.display().to_string();
        let bytes = read_given(path, Limits::ANSWERS).await.map_err(|problem| unreadable_file(path, problem))?;
        let source = decode_text(&bytes).ok_or_else(|| EngineMessage::AnswersNotText { path: shown() })?;
        let file = file::read(&source, path)?;
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
        let folder = parent.map_or_else(working_folder, |parent| working_folder().join(parent));
        let mut profile = self.empty_profile(&file)?;
        for answer in file.answers.iter().filter(|answer| answer.field != FieldId::Role) {
            let set = profile.set_at(answer.field, &answer.text, Timestamp::now());
            set.map_err(|problem| refused(&source, answer, problem.invalid))?;
        }
        if let Some(custom) = file.custom {
            profile.environment = custom;
        }
        below(&mut profile.ca, &folder);
        below(&mut profile.transfer.file, &folder);
        Ok((profile, folder, source))
    }

    fn chosen_of_file(&self, path: &Path, mut profile: Profile, folder: PathBuf, source: &str) -> Result<ChosenAnswers, AnswersProblem> {
        self.apply(&mut profile)?;
        let takes = Takes::of(self, source, &profile, &folder, path != Path::new(STANDARD_INPUT));
        Ok(ChosenAnswers { name: None, profile, folder, is_last_opened: false, takes })
    }

    fn apply(&self, profile: &mut Profile) -> Result<(), AnswersProblem> {
        let before = profile.clone();
        for answer in &self.arguments {
            take(answer, profile).map_err(|invalid| AnswersProblem::invalid(answer.place(), answer.field.name(), invalid))?;
        }
        profile.forget_what_was_said_with(&before);
        Ok(())
    }
}

/// The answers with one more, typed on this machine at a prompt: a relative path in it starts from the working folder. What was said
/// of another answer than before is taken back.
///
/// # Errors
/// Why the answer was refused.
pub fn answered(profile: &Profile, field: FieldId, text: &str) -> Result<Profile, Invalid> {
    let mut with_answer = profile.clone();
    take(&ArgumentAnswer { field, text: text.to_owned(), source: ArgumentSource::Flag }, &mut with_answer)?;
    with_answer.forget_what_was_said_with(profile);
    Ok(with_answer)
}

impl Engine {
    /// The answers of a request. A flag wins over a variable, a variable over the answers file, and the file over a profile.
    ///
    /// # Errors
    /// The problem names the answer that is refused and where it stands, or says why there are no answers.
    pub async fn answers(&self, request: &AnswersRequest) -> Result<ChosenAnswers, AnswersProblem> {
        let mut chosen = if let Some(path) = &request.file {
            let (profile, folder, source) = request.profile_of_file(&paths::given(path)).await?;
            return request.chosen_of_file(path, profile, folder, &source);
        } else if let Some(name) = &request.profile {
            self.answers_of_profile(name, false)?
        } else if let Some(name) = self.last_opened() {
            self.answers_of_profile(&name, true)?
        } else if request.argument(FieldId::Role).is_some() {
            let profile = request.empty_profile(&AnswersFile::default())?;
            ChosenAnswers { name: None, profile, folder: working_folder(), is_last_opened: false, takes: None }
        } else {
            return Err(EngineMessage::NoAnswers.into());
        };
        request.apply(&mut chosen.profile)?;
        match chosen.profile.day_to_come(Timestamp::now()) {
            Some(field) => Err(AnswersProblem {
                place: None,
                reason: AnswersReason::Invalid { field: field.to_string(), invalid: Invalid::DateFuture },
            }),
            None => Ok(chosen),
        }
    }

    fn answers_of_profile(&self, name: &str, is_last_opened: bool) -> Result<ChosenAnswers, AnswersProblem> {
        let profile = self.profile(name)?;
        Ok(ChosenAnswers { name: Some(name.to_owned()), profile, folder: self.profile_folder(), is_last_opened, takes: None })
    }
}

/// Puts an argument into the profile. A relative path in an argument starts from the working folder, unlike one in a profile.
fn take(answer: &ArgumentAnswer, profile: &mut Profile) -> Result<(), Invalid> {
    if answer.source == ArgumentSource::Variable && file::is_command(answer.field, &answer.text) {
        return Err(Invalid::CommandFromFlagOrProfileOnly);
    }
    profile.set_at(answer.field, &answer.text, Timestamp::now()).map_err(|problem| problem.invalid)?;
    match answer.field {
        FieldId::ClientCertificate => absolute(&mut profile.client.certificate),
        FieldId::ClientKey => absolute(&mut profile.client.key),
        FieldId::ClientKeyPassword => absolute(&mut profile.client.key_password),
        FieldId::AdminCertificate => absolute(&mut profile.admin.certificate),
        FieldId::AdminKey => absolute(&mut profile.admin.key),
        FieldId::AdminKeyPassword => absolute(&mut profile.admin.key_password),
        FieldId::ApiKey => absolute(&mut profile.api_key),
        FieldId::Ca => below(&mut profile.ca, &working_folder()),
        FieldId::TransferFile => below(&mut profile.transfer.file, &working_folder()),
        _ => {}
    }
    Ok(())
}

fn absolute(reference: &mut Option<SecretRef>) {
    if let Some(SecretRef::File(path)) = reference {
        *path = paths::lead(&working_folder(), path);
    }
}

fn below(file: &mut Option<PathBuf>, folder: &Path) {
    if let Some(path) = file {
        *path = paths::lead(folder, path);
    }
}

/// Why an answer of the file is refused. A control character in it most likely comes from a path in double quotes: `"C:\temp"`.
fn refused(source: &str, answer: &file::FileAnswer, invalid: Invalid) -> AnswersProblem {
    let name = answer.field.name();
    match &answer.place {
        AnswerPlace::File { line, .. } if invalid == Invalid::ControlCharacters && slip::has_backslash(source, *line) => {
            AnswersProblem::at(answer.place.clone(), EngineMessage::AnswersBackslash { key: name.to_owned() })
        }
        place => AnswersProblem::invalid(place.clone(), name, invalid),
    }
}

fn working_folder() -> PathBuf {
    std::env::current_dir().unwrap_or_default()
}
