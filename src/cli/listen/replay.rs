//! `listen --replay ID`: sends an event that was kept on to the user's application once more.

use super::super::console::Console;
use super::super::end::{End, Stop};
use super::desk::told;
use crate::engine::{ChosenAnswers, Engine, Forwarding};
use crate::values::Value;

/// The word that stands for the latest event.
const LAST: &str = "last";

pub(super) async fn run(
    id: &str,
    selected: &ChosenAnswers,
    forwarding: &Forwarding,
    engine: &Engine,
    console: &Console,
) -> Result<End, Stop> {
    let events = engine.state(&selected.profile).unwrap_or_default().evidence.events;
    let found = if id == LAST { events.last() } else { events.iter().find(|event| event.id == id) };
    let Some(event) = found else {
        let known = events.iter().map(|event| event.id.clone()).collect();
        let word = if events.is_empty() { "problem.replay-none" } else { "problem.replay-unknown" };
        return Err(Stop::Usage(console.word(word, &[("id", Value::Text(id.to_owned())), ("known", Value::List(known))])));
    };
    let Some(body) = event.body.clone() else {
        return Err(Stop::Usage(console.word("problem.replay-not-whole", &[("id", (&event.id).into())])));
    };
    let forwarded = forwarding.send(body).await;
    console.print(&format!("{}\n", told(&event.id, &forwarded, console)))?;
    Ok(if forwarded.is_receipt() { End::InOrder } else { End::ToDo })
}
