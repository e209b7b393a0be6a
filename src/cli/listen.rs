//! `listen`: receives events on this machine and shows them. With a profile or an answers file it also keeps them as evidence of
//! that connection.

use super::console::Console;
use super::end::{End, Stop};
use super::selection::Selection;
use super::{open, signals};
use crate::engine::{Arrival, ChosenAnswers, Engine};
use crate::journey::{Evidence, ReceivedEvent};
use crate::values::Value;
use clap::Args;
use std::net::SocketAddr;

#[derive(Args)]
pub(super) struct ListenArgs {
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<SocketAddr>,
    #[arg(long, value_name = "WORD")]
    secret: Option<String>,
    #[command(flatten)]
    selection: Selection,
}

pub(super) async fn run(args: ListenArgs, console: &Console) -> Result<End, Stop> {
    let engine = open::engine(console)?;
    let selected = if args.selection.is_named() { Some(args.selection.answers(&engine, console)?) } else { None };
    let stopped = signals::stopped();
    let listening = engine.listen(args.listen, args.secret.as_deref()).await;
    let mut receiver = listening.map_err(|message| Stop::Failed(console.text.engine(&message)))?;
    console.print(&format!("{}\n", receiver.url))?;
    console.say(&console.word("said.listening", &[]));
    tokio::pin!(stopped);
    loop {
        tokio::select! {
            () = &mut stopped => return Ok(End::InOrder),
            arrival = receiver.arrivals.recv() => match arrival {
                Some(arrival) => show(&arrival, selected.as_ref(), &engine, console)?,
                None => return Ok(End::NotAsked),
            },
        }
    }
}

fn show(arrival: &Arrival, selected: Option<&ChosenAnswers>, engine: &Engine, console: &Console) -> Result<(), Stop> {
    let line = match arrival {
        Arrival::Validation { subscription, at } => match subscription {
            Some(id) => console.word("arrival.validation-of", &[("at", at.into()), ("subscription", id.into())]),
            None => console.word("arrival.validation", &[("at", at.into())]),
        },
        Arrival::Event { event, kind } => {
            if let Some(selected) = selected {
                keep(event, selected, engine, console);
            }
            let values = [("at", Value::Moment(event.at)), ("kind", kind.into()), ("id", (&event.id).into())];
            match event.transfer {
                Some(transfer) => {
                    let [at, kind, id] = values;
                    console.word("arrival.event-about", &[at, kind, id, ("transfer", Value::Text(transfer.to_string()))])
                }
                None => console.word("arrival.event", &values),
            }
        }
        Arrival::Refused { status, at } => console.word("arrival.refused", &[("at", at.into()), ("status", status.into())]),
    };
    // An event's text comes from outside: control characters in it could rewrite the terminal.
    let plain: String = line.chars().filter(|c| !c.is_control()).collect();
    console.print(&format!("{plain}\n"))
}

fn keep(event: &ReceivedEvent, selected: &ChosenAnswers, engine: &Engine, console: &Console) {
    let evidence = Evidence { events: vec![event.clone()], ..Evidence::default() };
    open::say_if_not_kept(engine.keep_evidence(&selected.profile, &evidence), console);
}
