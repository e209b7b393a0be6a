//! Answers given on the command line or in the environment. Every field has a flag and a variable, both made from
//! [`FieldId::ALL`].

use crate::engine::{ArgumentAnswer, ArgumentSource};
use crate::journey::{FieldId, FieldKind};
use clap::error::Error;
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Args, Command, FromArgMatches};
use std::sync::LazyLock;

/// The answers that were given as flags or variables.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct AnswerArgs {
    pub(super) answers: Vec<ArgumentAnswer>,
}

/// The field that a clap argument with this id answers; `None` for arguments that are no answers.
pub(super) fn field(id: &str) -> Option<FieldId> {
    FieldId::ALL.iter().copied().find(|field| field.name() == id)
}

/// A field with its flag and variable as text. They are kept in a static because clap wants `&'static str`.
struct Spelling {
    field: FieldId,
    flag: String,
    variable: String,
    value: String,
}

/// What stands in place of the value in the help: each choice, or the form that the value has.
fn value_name(field: FieldId) -> String {
    let form = match field.kind() {
        FieldKind::Choice(choices) => return choices.join("|"),
        FieldKind::SecretReference => "file:PATH|env:NAME|cmd:PROGRAM",
        FieldKind::Day => "28.11.2026|2026-11-28|today",
        FieldKind::Several => "VALUE,VALUE",
        FieldKind::Path => "FILE",
        FieldKind::Line => "VALUE",
    };
    form.to_owned()
}

static SPELLINGS: LazyLock<Vec<Spelling>> = LazyLock::new(|| {
    let spelling = |field: &FieldId| Spelling {
        field: *field,
        flag: field.flag().trim_start_matches('-').to_owned(),
        variable: field.variable(),
        value: value_name(*field),
    };
    FieldId::ALL.iter().map(spelling).collect()
});

impl Args for AnswerArgs {
    fn augment_args(command: Command) -> Command {
        SPELLINGS.iter().fold(command, |command, spelling| {
            let arg = Arg::new(spelling.field.name()).long(spelling.flag.as_str()).env(spelling.variable.as_str());
            // Without this, `--help` prints the value of each variable. A value is never a secret, but it can be confidential.
            command.arg(arg.value_name(spelling.value.as_str()).hide_env_values(true))
        })
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for AnswerArgs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let answer = |spelling: &Spelling| {
            let id = spelling.field.name();
            let text = matches.get_one::<String>(id)?.clone();
            let source = match matches.value_source(id)? {
                ValueSource::CommandLine => ArgumentSource::Flag,
                _ => ArgumentSource::Variable,
            };
            // Many CI systems set a variable that has no value to the empty string: that counts as not set.
            let is_set = source == ArgumentSource::Flag || !text.trim().is_empty();
            is_set.then_some(ArgumentAnswer { field: spelling.field, text, source })
        };
        Ok(Self { answers: SPELLINGS.iter().filter_map(answer).collect() })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
