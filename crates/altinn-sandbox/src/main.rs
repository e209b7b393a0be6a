//! `altinn-sandbox`: a local Maskinporten and Altinn for any program, until it is stopped.

use altinn_sandbox::command::{self, Arguments, Stop};
use clap::{CommandFactory as _, FromArgMatches as _, Parser};
use std::process::ExitCode;

/// A local Maskinporten and Altinn, as strict as the services themselves: for tests of integrations in any language.
#[derive(Parser)]
#[command(name = "altinn-sandbox", version)]
struct Cli {
    #[command(flatten)]
    arguments: Arguments,
}

fn main() -> ExitCode {
    let matches = Cli::command().after_help(command::departures()).get_matches();
    let cli = Cli::from_arg_matches(&matches).unwrap_or_else(|misread| misread.exit());
    let runtime = match tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            command::say(&format!("This program could not start: {error}"));
            return ExitCode::from(3);
        }
    };
    let ended = runtime.block_on(command::run(cli.arguments, None));
    runtime.shutdown_background();
    match ended {
        Ok(()) | Err(Stop::NobodyReads) => ExitCode::SUCCESS,
        Err(Stop::Usage(sentence)) => {
            command::say(&sentence);
            ExitCode::from(2)
        }
        Err(Stop::Failed(sentence)) => {
            command::say(&sentence);
            ExitCode::from(3)
        }
    }
}
