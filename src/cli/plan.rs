//! `plan`: prints the whole way before the first step: who does what, how long it takes. It makes no request.

use super::answer_args::AnswerArgs;
use super::console::Console;
use super::end::{End, Stop};
use super::open;
use super::selection::Selection;
use crate::engine::AnswersRequest;
use crate::journey::{Environment, FieldId, Profile, PublishedEnvironment, itinerary};
use crate::report::{Paper, way};
use clap::Args;

/// The widest page, in columns, so that it prints on any paper.
const PAGE: usize = 80;

#[derive(Args)]
pub(super) struct PlanArgs {
    #[command(flatten)]
    selection: Selection,
}

pub(super) async fn run(args: PlanArgs, console: &Console) -> Result<End, Stop> {
    let profile = profile(&args.selection, console).await?;
    let (role, environment, acting) = (profile.role, &profile.environment, profile.acting);
    let paper = console.paper();
    let page = Paper { width: paper.width.min(PAGE), ..paper };
    console.print(&way(&itinerary(role, environment, acting), role, environment, acting, &console.text, page))?;
    Ok(End::InOrder)
}

/// Whose way it is. A role that is given as a flag needs no profile; its environment is then TT02, where everyone begins, unless
/// another one is given.
async fn profile(selection: &Selection, console: &Console) -> Result<Profile, Stop> {
    let AnswerArgs { answers } = selection.arguments();
    let gives = |field: FieldId| answers.iter().any(|answer| answer.field == field);
    let engine = open::engine(console)?;
    if selection.is_named() || (!gives(FieldId::Role) && engine.last_opened().is_some()) {
        return Ok(selection.answers(&engine, console).await?.profile);
    }
    let request = AnswersRequest { arguments: answers.clone(), ..AnswersRequest::default() };
    let mut profile = request.profile_of_arguments().map_err(|problem| Stop::Usage(console.text.answers(&problem)))?;
    if !gives(FieldId::Environment) {
        profile.environment = Environment::Named(PublishedEnvironment::Tt02);
    }
    Ok(profile)
}
