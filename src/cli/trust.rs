//! An answers file that takes what is the user's own, and sends it where the file says, is agreed to first. The agreement is
//! remembered for exactly this content.

use super::console::Console;
use super::end::Stop;
use crate::engine::{ChosenAnswers, Engine, Takes};
use crate::journey::FieldId;
use crate::values::Value;
use clap::Args;

#[derive(Args)]
pub(super) struct TrustArgs {
    #[arg(long)]
    trust_answers: bool,
}

/// Whether the answers may be used. `sends_file` says whether the command sends the file of `transfer.file`.
///
/// # Errors
/// There is no terminal to ask on, and `--trust-answers` was not given.
pub(super) async fn agreed(
    args: &TrustArgs,
    selected: &ChosenAnswers,
    sends_file: bool,
    engine: &Engine,
    console: &Console,
) -> Result<bool, Stop> {
    let Some(takes) = selected.takes(sends_file) else { return Ok(true) };
    if args.trust_answers || engine.has_agreed_to(takes) {
        return Ok(true);
    }
    let values = [("what", Value::List(what(takes, sends_file, console))), ("whom", Value::List(takes.goes_to.clone()))];
    if !console.can_ask() {
        return Err(Stop::Usage(console.word("problem.needs-trust", &values)));
    }
    console.say(&console.word("said.takes", &values));
    if console.agrees_and_listens().await != Some(true) {
        console.say(&console.word("said.nothing-done", &[]));
        return Ok(false);
    }
    if let Err(message) = engine.remember_agreement(takes) {
        console.say(&console.text.engine(&message));
    }
    Ok(true)
}

/// What is taken, each with the label of its answer: "API key (env:NAME)".
fn what(takes: &Takes, sends_file: bool, console: &Console) -> Vec<String> {
    let file = takes.transfer_file.as_ref().filter(|_| sends_file).map(|path| (FieldId::TransferFile, path.clone()));
    let labelled = |(field, from): (FieldId, String)| {
        console.word("said.taken", &[("label", Value::Text(console.text.field(field))), ("from", Value::Text(from))])
    };
    takes.secrets.iter().cloned().chain(file).map(labelled).collect()
}
