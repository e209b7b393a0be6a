//! The wizard, which starts when no command is given.

use super::choice;
use super::console::Console;
use super::end::{End, Stop};
use crate::journey::{Environment, PublishedEnvironment};
use crate::tui::{self, Leave, WizardOptions};
use crate::values::Value;
use clap::Args;
use std::io::{self, IsTerminal};
use std::sync::Arc;

#[derive(Args)]
pub(super) struct WizardArgs {
    #[arg(long, value_name = "NAME", value_parser = choice::environment())]
    env: Option<PublishedEnvironment>,
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,
}

impl WizardArgs {
    /// Whether no flag of the wizard was given.
    pub(super) const fn is_empty(&self) -> bool {
        self.env.is_none() && self.profile.is_none()
    }
}

pub(super) fn run(args: WizardArgs, console: &Console) -> Result<End, Stop> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        let command = Value::Text("broker-setup check --answers FILE".to_owned());
        return Err(Stop::Usage(console.word("problem.no-terminal", &[("command", command)])));
    }
    let engine = Arc::new(super::open::engine(console)?);
    let environment = args.env.map(Environment::Named);
    let options = WizardOptions { engine: Arc::clone(&engine), environment, profile: args.profile, text: console.text };
    let ended = match tui::run(options) {
        Ok(Leave::Asked) => Ok(End::InOrder),
        Ok(Leave::Interrupted) => Ok(End::Interrupted),
        Ok(Leave::Terminated) => Ok(End::Signalled(15)),
        Ok(Leave::HungUp) => Ok(End::Signalled(1)),
        Err(error) => Err(Stop::Failed(console.word("problem.system", &[("reason", Value::Text(error.to_string()))]))),
    };
    super::told_if_unkept(ended, &engine, console)
}
