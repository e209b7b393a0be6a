//! `sandbox`: the same arguments and code as the program `altinn-sandbox`. The one difference: `--fresh` without `--world` renews
//! the world that the wizard uses.

use super::console::Console;
use super::end::{End, Stop};
use super::open;
use altinn_sandbox::command::{self, Arguments};

pub(super) async fn run(arguments: Arguments, console: &Console) -> Result<End, Stop> {
    let own_world = open::engine(console).ok().map(|engine| engine.sandbox_world());
    match command::run(arguments, own_world).await {
        Ok(()) => Ok(End::InOrder),
        Err(command::Stop::Usage(sentence)) => Err(Stop::Usage(sentence)),
        Err(command::Stop::Failed(sentence)) => Err(Stop::Failed(sentence)),
        Err(command::Stop::NobodyReads) => Err(Stop::NobodyReads),
    }
}
