//! Which answers a command is about: a profile, an answers file, or flags alone; over them flags and variables.

use super::Stop;
use super::answers_file::{self, AnswersFile};
use super::console::Console;
use super::given::{Given, GivenAnswer, Source};
use crate::engine::Engine;
use crate::journey::{Environment, FieldId, FieldProblem, Profile, Role};
use crate::values::{Invalid, SecretRef, Value};
use clap::Args;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub(super) struct Selection {
    #[arg(long, value_name = "NAME", conflicts_with = "answers")]
    pub(super) profile: Option<String>,
    #[arg(long, value_name = "FILE")]
    answers: Option<PathBuf>,
    #[command(flatten)]
    given: Given,
}

#[derive(Debug)]
pub(super) struct Selected {
    /// The profile's name; none for an answers file.
    pub(super) name: Option<String>,
    pub(super) profile: Profile,
    /// What `file:` is relative to.
    pub(super) folder: PathBuf,
}

impl Selection {
    /// Whether a profile or a file was named, and nothing has to be guessed.
    pub(super) const fn is_named(&self) -> bool {
        self.profile.is_some() || self.answers.is_some()
    }

    /// The answers in their order: flag, variable, answers file, profile.
    pub(super) fn settle(&self, engine: &Engine, console: &Console) -> Result<Selected, Stop> {
        let mut selected = if let Some(path) = &self.answers {
            self.of_file(path, console)?
        } else if let Some(name) = self.profile.clone().or_else(|| last_opened(engine, console)) {
            let profile = engine.profile(&name).map_err(|message| console.usage(&message))?;
            Selected { profile, folder: engine.profile_folder(), name: Some(name) }
        } else if self.given.text(FieldId::Role).is_some() {
            Selected { name: None, profile: empty(&self.given, &AnswersFile::default(), console)?, folder: working_folder() }
        } else {
            let command = Value::Text("broker-setup check --profile NAME".to_owned());
            return Err(Stop::Usage(console.word("problem.no-profile", &[("command", command)])));
        };
        apply(&self.given, &mut selected.profile, console)?;
        Ok(selected)
    }

    fn of_file(&self, path: &Path, console: &Console) -> Result<Selected, Stop> {
        let source = std::fs::read_to_string(path).map_err(|error| {
            let values = [("path", Value::Text(path.display().to_string())), ("reason", Value::Text(error.to_string()))];
            Stop::Usage(console.word("problem.answers-unreadable", &values))
        })?;
        let file = answers_file::read(&source, path, console).map_err(Stop::Usage)?;
        let folder = path
            .parent()
            .filter(|parent| !parent.as_os_str().is_empty())
            .map_or_else(working_folder, |parent| working_folder().join(parent));
        let mut profile = empty(&self.given, &file, console)?;
        for answer in file.answers.iter().filter(|answer| answer.field != FieldId::Role) {
            profile.set(answer.field, &answer.text).map_err(|problem| refused(&answer.place, &problem, console))?;
        }
        if let Some(custom) = file.custom {
            profile.environment = custom;
        }
        below(&mut profile.transfer.file, &folder);
        Ok(Selected { name: None, profile, folder })
    }
}

/// A profile from flags alone, for `profile new`.
pub(super) fn from_flags(given: &Given, console: &Console) -> Result<Profile, Stop> {
    let mut profile = empty(given, &AnswersFile::default(), console)?;
    apply(given, &mut profile, console)?;
    Ok(profile)
}

fn last_opened(engine: &Engine, console: &Console) -> Option<String> {
    let name = engine.last_opened()?;
    console.say(&console.word("said.using-last", &[("name", (&name).into())]));
    Some(name)
}

/// Everything starts with the role, wherever it is given.
fn empty(given: &Given, file: &AnswersFile, console: &Console) -> Result<Profile, Stop> {
    let from_file =
        || file.answers.iter().find(|answer| answer.field == FieldId::Role).map(|answer| (answer.text.as_str(), answer.place.clone()));
    let named = given.text(FieldId::Role).map(|answer| (answer.text.as_str(), answer.place())).or_else(from_file);
    let (text, place) = named.ok_or_else(|| Stop::Usage(console.word("problem.no-role", &[])))?;
    let role: Role = text.parse().map_err(|invalid| refused(&place, &FieldProblem { field: FieldId::Role, invalid }, console))?;
    Ok(Profile::new(role, Environment::SANDBOX))
}

fn apply(given: &Given, profile: &mut Profile, console: &Console) -> Result<(), Stop> {
    for answer in &given.answers {
        take(answer, profile).map_err(|problem| refused(&answer.place(), &problem, console))?;
    }
    Ok(())
}

/// A path on the command line starts where the command was typed.
fn take(answer: &GivenAnswer, profile: &mut Profile) -> Result<(), FieldProblem> {
    if answer.source == Source::Variable && answers_file::is_command(answer.field, &answer.text) {
        return Err(FieldProblem { field: answer.field, invalid: Invalid::CommandFromFlagOrProfileOnly });
    }
    profile.set(answer.field, &answer.text)?;
    match answer.field {
        FieldId::ClientKey => absolute(&mut profile.client.key),
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

fn refused(place: &str, problem: &FieldProblem, console: &Console) -> Stop {
    let reason = console.text.invalid(&problem.invalid);
    let field = problem.field.to_string();
    let values = [("place", Value::Text(place.to_owned())), ("field", (&field).into()), ("reason", (&reason).into())];
    Stop::Usage(console.word("problem.answer", &values))
}
