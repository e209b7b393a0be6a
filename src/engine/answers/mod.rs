//! Which answers a piece of work is about: a profile, an answers file, or arguments alone; over them the arguments.

mod file;

#[cfg(test)]
mod tests;

use super::Engine;
use crate::journey::{AnswerPlace, AnswersProblem, EngineMessage, Environment, FieldId, Profile, Role};
use crate::values::{Invalid, SecretRef};
use file::AnswersFile;
use std::path::{Path, PathBuf};

/// What a front was told of whose answers are meant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AnswersRequest {
    /// A profile by its name.
    pub profile: Option<String>,
    /// An answers file; counts before a profile.
    pub file: Option<PathBuf>,
    /// Single answers, which count before those of the file or the profile.
    pub arguments: Vec<ArgumentAnswer>,
}

/// An answer of the command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArgumentAnswer {
    pub field: FieldId,
    pub text: String,
    pub source: ArgumentSource,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArgumentSource {
    /// `--client-id`.
    Flag,
    /// `BROKER_SETUP_CLIENT_ID`.
    Variable,
}

/// The answers that are meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenAnswers {
    /// The profile's name; none for an answers file.
    pub name: Option<String>,
    pub profile: Profile,
    /// What `file:` is relative to.
    pub folder: PathBuf,
    /// Whether nothing was named, and the profile opened last stands in.
    pub is_last_opened: bool,
}

impl ArgumentAnswer {
    /// Where to correct it.
    #[must_use]
    pub const fn place(&self) -> AnswerPlace {
        match self.source {
            ArgumentSource::Flag => AnswerPlace::Flag(self.field),
            ArgumentSource::Variable => AnswerPlace::Variable(self.field),
        }
    }
}

impl AnswersRequest {
    /// A profile from the arguments alone.
    ///
    /// # Errors
    /// Which of them is not taken, or that the role is missing.
    pub fn profile_of_arguments(&self) -> Result<Profile, AnswersProblem> {
        let mut profile = self.empty_profile(&AnswersFile::default())?;
        self.apply(&mut profile)?;
        Ok(profile)
    }

    fn argument(&self, field: FieldId) -> Option<&ArgumentAnswer> {
        self.arguments.iter().find(|answer| answer.field == field)
    }

    /// Everything starts with the role, wherever it is given.
    fn empty_profile(&self, file: &AnswersFile) -> Result<Profile, AnswersProblem> {
        let in_file = || file.answers.iter().find(|answer| answer.field == FieldId::Role);
        let named = self.argument(FieldId::Role).map(|answer| (&answer.text, answer.place()));
        let named = named.or_else(|| in_file().map(|answer| (&answer.text, answer.place.clone())));
        let (text, place) = named.ok_or(EngineMessage::NoRole)?;
        let role: Role = text.parse().map_err(|invalid| AnswersProblem::invalid(place, FieldId::Role.name(), invalid))?;
        Ok(Profile::new(role, Environment::SANDBOX))
    }

    fn profile_of_file(&self, path: &Path) -> Result<(Profile, PathBuf), AnswersProblem> {
        let shown = || path.display().to_string();
        let source = std::fs::read_to_string(path);
        let source = source.map_err(|error| EngineMessage::AnswersUnreadable { path: shown(), reason: error.to_string() })?;
        let file = file::read(&source, path)?;
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
        let folder = parent.map_or_else(working_folder, |parent| working_folder().join(parent));
        let mut profile = self.empty_profile(&file)?;
        for answer in file.answers.iter().filter(|answer| answer.field != FieldId::Role) {
            let set = profile.set(answer.field, &answer.text);
            set.map_err(|problem| AnswersProblem::invalid(answer.place.clone(), answer.field.name(), problem.invalid))?;
        }
        if let Some(custom) = file.custom {
            profile.environment = custom;
        }
        below(&mut profile.transfer.file, &folder);
        Ok((profile, folder))
    }

    fn apply(&self, profile: &mut Profile) -> Result<(), AnswersProblem> {
        for answer in &self.arguments {
            take(answer, profile).map_err(|invalid| AnswersProblem::invalid(answer.place(), answer.field.name(), invalid))?;
        }
        Ok(())
    }
}

impl Engine {
    /// The answers in their order: flag, variable, answers file, profile.
    ///
    /// # Errors
    /// Which answer is not taken and where it stands, or why there are none.
    pub fn answers(&self, request: &AnswersRequest) -> Result<ChosenAnswers, AnswersProblem> {
        let mut chosen = if let Some(path) = &request.file {
            let (profile, folder) = request.profile_of_file(path)?;
            ChosenAnswers { name: None, profile, folder, is_last_opened: false }
        } else if let Some(name) = &request.profile {
            self.answers_of_profile(name, false)?
        } else if let Some(name) = self.last_opened() {
            self.answers_of_profile(&name, true)?
        } else if request.argument(FieldId::Role).is_some() {
            let profile = request.empty_profile(&AnswersFile::default())?;
            ChosenAnswers { name: None, profile, folder: working_folder(), is_last_opened: false }
        } else {
            return Err(EngineMessage::NoAnswers.into());
        };
        request.apply(&mut chosen.profile)?;
        Ok(chosen)
    }

    fn answers_of_profile(&self, name: &str, is_last_opened: bool) -> Result<ChosenAnswers, AnswersProblem> {
        let profile = self.profile(name)?;
        Ok(ChosenAnswers { name: Some(name.to_owned()), profile, folder: self.profile_folder(), is_last_opened })
    }
}

/// A path on the command line starts where the command was typed.
fn take(answer: &ArgumentAnswer, profile: &mut Profile) -> Result<(), Invalid> {
    if answer.source == ArgumentSource::Variable && file::is_command(answer.field, &answer.text) {
        return Err(Invalid::CommandFromFlagOrProfileOnly);
    }
    profile.set(answer.field, &answer.text).map_err(|problem| problem.invalid)?;
    match answer.field {
        FieldId::ClientKey => absolute(&mut profile.client.key),
        FieldId::ClientKeyPassword => absolute(&mut profile.client.key_password),
        FieldId::ApiKey => absolute(&mut profile.api_key),
        FieldId::TransferFile => below(&mut profile.transfer.file, &working_folder()),
        _ => {}
    }
    Ok(())
}

fn absolute(reference: &mut Option<SecretRef>) {
    if let Some(SecretRef::File(path)) = reference
        && !path.starts_with("~")
    {
        *path = working_folder().join(&*path);
    }
}

fn below(file: &mut Option<PathBuf>, folder: &Path) {
    if let Some(path) = file {
        *path = folder.join(&*path);
    }
}

fn working_folder() -> PathBuf {
    std::env::current_dir().unwrap_or_default()
}
