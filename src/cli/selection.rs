//! The flags that choose whose answers a command works with: a profile, an answers file, or single answers.

use super::answer_args::AnswerArgs;
use super::console::Console;
use super::end::Stop;
use crate::engine::{AnswersRequest, ChosenAnswers, Engine};
use crate::journey::{EngineMessage, FieldId};
use clap::Args;
use std::path::PathBuf;

#[derive(Args)]
pub(super) struct Selection {
    #[arg(long, value_name = "NAME", conflicts_with = "answers")]
    profile: Option<String>,
    #[arg(long, value_name = "FILE")]
    answers: Option<PathBuf>,
    #[command(flatten)]
    arguments: AnswerArgs,
}

impl Selection {
    /// Whether `--profile` or `--answers` was given.
    pub(super) const fn is_named(&self) -> bool {
        self.profile.is_some() || self.answers.is_some()
    }

    /// Whether the role is given as an argument.
    pub(super) fn names_role(&self) -> bool {
        self.arguments.answers.iter().any(|answer| answer.field == FieldId::Role)
    }

    /// The arguments that name the same profile or file again, for a command that is proposed.
    pub(super) fn named_by(&self, chosen: &ChosenAnswers) -> String {
        let named = |flag: &str, value: &str| format!("{flag} {}", shell_words::quote(value));
        match (&self.answers, &chosen.name) {
            (Some(file), _) => named("--answers", &file.to_string_lossy()),
            (None, Some(name)) => named("--profile", name),
            (None, None) => String::new(),
        }
    }

    /// The answers that were given as flags or variables.
    pub(super) const fn arguments(&self) -> &AnswerArgs {
        &self.arguments
    }

    /// The chosen answers. Without `--profile` and `--answers` the profile opened last is used, and the user is told its name.
    pub(super) async fn answers(&self, engine: &Engine, console: &Console) -> Result<ChosenAnswers, Stop> {
        let request =
            AnswersRequest { profile: self.profile.clone(), file: self.answers.clone(), arguments: self.arguments.answers.clone() };
        let chosen = engine.answers(&request).await.map_err(|problem| Stop::Usage(console.text.answers(&problem)))?;
        if let Some(name) = chosen.name.as_ref().filter(|_| chosen.is_last_opened) {
            console.say(&console.text.engine(&EngineMessage::UsingLast { name: name.clone() }));
        }
        Ok(chosen)
    }
}
