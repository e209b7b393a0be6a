//! The wizard, which starts when no command is given.

use super::choice;
use super::console::Console;
use super::end::{End, Stop};
use super::plain::{self, PlainOptions};
use super::settings;
use crate::journey::{Environment, PublishedEnvironment};
use crate::tui::{self, Ended, Leave, WizardOptions};
use crate::values::Theme;
use crate::values::Value;
use clap::Args;
use std::io::{self, IsTerminal};
use std::sync::Arc;

/// The variable for `--theme`.
pub(super) const THEME_VARIABLE: &str = "BROKER_SETUP_THEME";

#[derive(Default, Args)]
pub(super) struct WizardArgs {
    #[arg(long, value_name = "NAME", value_parser = choice::environment())]
    env: Option<PublishedEnvironment>,
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,
    #[arg(long)]
    plain: bool,
    #[arg(long, value_name = "THEME", env = THEME_VARIABLE, value_parser = choice::theme())]
    theme: Option<Theme>,
}

impl WizardArgs {
    /// Whether no flag was given that says where the wizard begins. How it looks may stand in a variable, for all commands.
    pub(super) const fn is_empty(&self) -> bool {
        self.env.is_none() && self.profile.is_none() && !self.plain
    }
}

pub(super) fn run(args: WizardArgs, console: &Console) -> Result<End, Stop> {
    let is_at_terminal = io::stdin().is_terminal() && io::stdout().is_terminal();
    if args.plain || (is_at_terminal && super::console::is_dumb()) {
        return in_lines(PlainOptions { environment: args.env, profile: args.profile }, console);
    }
    if !is_at_terminal {
        let command = Value::Text("broker-setup check --answers FILE".to_owned());
        return Err(Stop::Usage(console.word("problem.no-terminal", &[("command", command)])));
    }
    let engine = Arc::new(super::open::unswept(console)?);
    let environment = args.env.map(Environment::Named);
    let theme = args.theme.or_else(|| settings::of_this_process().theme);
    let options = WizardOptions { engine: Arc::clone(&engine), environment, profile: args.profile, text: console.text, theme };
    match tui::run(options) {
        // What is told afterwards is told in the language that the user turned to.
        Ok(Ended { leave, language }) => super::told_if_unkept(Ok(end(leave)), &engine, &console.in_language(language)),
        Err(error) => {
            let stop = Stop::Failed(console.word("problem.system", &[("reason", Value::Text(error.to_string()))]));
            super::told_if_unkept(Err(stop), &engine, console)
        }
    }
}

// Not a part of its caller, for its stack: see `run_command`.
#[inline(never)]
fn in_lines(options: PlainOptions, console: &Console) -> Result<End, Stop> {
    super::keeping(console, |engine| super::until_done(console, super::interruptible(plain::run(options, engine, console))))
}

const fn end(leave: Leave) -> End {
    match leave {
        Leave::Asked => End::InOrder,
        Leave::Interrupted => End::Interrupted,
        Leave::Terminated => End::Signalled(15),
        Leave::HungUp => End::Signalled(1),
    }
}
