//! Answers given on the command line or in the environment: a flag and a variable for every field, made from the one list.

use crate::journey::FieldId;
use clap::error::Error;
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Args, Command, FromArgMatches};
use std::sync::LazyLock;

/// Where an answer was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// `--client-id`.
    Flag,
    /// `BROKER_SETUP_CLIENT_ID`.
    Variable,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct GivenAnswer {
    pub(super) field: FieldId,
    pub(super) text: String,
    pub(super) source: Source,
}

impl GivenAnswer {
    /// Where to correct it.
    pub(super) fn place(&self) -> String {
        match self.source {
            Source::Flag => self.field.flag(),
            Source::Variable => self.field.variable(),
        }
    }
}

/// The answers of the command line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Given {
    pub(super) answers: Vec<GivenAnswer>,
}

impl Given {
    pub(super) fn text(&self, field: FieldId) -> Option<&GivenAnswer> {
        self.answers.iter().find(|answer| answer.field == field)
    }
}

/// The field of an argument's id.
pub(super) fn field(id: &str) -> Option<FieldId> {
    FieldId::ALL.iter().copied().find(|field| field.name() == id)
}

/// clap keeps names by reference.
struct Spelling {
    field: FieldId,
    flag: String,
    variable: String,
}

static SPELLINGS: LazyLock<Vec<Spelling>> = LazyLock::new(|| {
    let spelling =
        |field: &FieldId| Spelling { field: *field, flag: field.flag().trim_start_matches('-').to_owned(), variable: field.variable() };
    FieldId::ALL.iter().map(spelling).collect()
});

impl Args for Given {
    fn augment_args(command: Command) -> Command {
        SPELLINGS.iter().fold(command, |command, spelling| {
            let arg = Arg::new(spelling.field.name()).long(spelling.flag.as_str()).env(spelling.variable.as_str());
            // A variable may hold what is nobody else's business, although never a secret itself.
            command.arg(arg.value_name("VALUE").hide_env_values(true))
        })
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Given {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let answer = |spelling: &Spelling| {
            let id = spelling.field.name();
            let text = matches.get_one::<String>(id)?.clone();
            let source = match matches.value_source(id)? {
                ValueSource::CommandLine => Source::Flag,
                _ => Source::Variable,
            };
            // A variable that is set to nothing is how many CI systems say that it is not set.
            let is_set = source == Source::Flag || !text.trim().is_empty();
            is_set.then_some(GivenAnswer { field: spelling.field, text, source })
        };
        Ok(Self { answers: SPELLINGS.iter().filter_map(answer).collect() })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
