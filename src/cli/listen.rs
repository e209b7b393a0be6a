//! `listen`: receives events on this machine and shows them. With a profile or an answers file it also keeps them as evidence of
//! that connection, each before it is answered.

use super::console::Console;
use super::end::{End, Stop};
use super::selection::Selection;
use super::signals;
use crate::engine::{Arrival, ChosenAnswers, Engine, WAITING};
use crate::journey::{EngineMessage, Evidence, ReceivedEvent};
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

pub(super) async fn run(args: ListenArgs, engine: &Engine, console: &Console) -> Result<End, Stop> {
    let stopped = signals::stopped();
    tokio::pin!(stopped);
    let selected = if args.selection.is_named() {
        // Answers may come through a pipe, which nobody may ever write to.
        tokio::select! {
            selected = args.selection.answers(engine, console) => Some(selected?),
            () = &mut stopped => return Err(Stop::Interrupted),
        }
    } else {
        None
    };
    let listening = engine.listen(args.listen, args.secret.as_deref()).await;
    let mut receiver = listening.map_err(|message| Stop::Failed(console.text.engine(&message)))?;
    console.print(&format!("{}\n", receiver.url))?;
    console.say(&console.word("said.listening", &[]));
    if selected.is_none() {
        console.say(&console.word("said.listening-keeps-nothing", &[]));
    }
    let desk = Desk { selected, engine, console };
    let mut told = false;
    loop {
        let mut arrived = Vec::new();
        tokio::select! {
            // What has come in by now is still kept and answered.
            () = &mut stopped, if !told => {
                told = true;
                receiver.stop();
            }
            count = receiver.arrivals.recv_many(&mut arrived, WAITING) => match count {
                0 if told => return Ok(End::InOrder),
                0 => return Ok(End::NotAsked),
                _ => desk.take(arrived)?,
            },
        }
    }
}

/// Takes what arrives: keeps it, shows it, and lets the receiver answer.
struct Desk<'a> {
    selected: Option<ChosenAnswers>,
    engine: &'a Engine,
    console: &'a Console,
}

impl Desk<'_> {
    /// Keeps the events of all arrivals in one write, so that many at once cost little more than one.
    fn take(&self, arrived: Vec<Arrival>) -> Result<(), Stop> {
        let events = arrived.iter().filter_map(|arrival| match arrival {
            Arrival::Event { event, .. } => Some(event.clone()),
            Arrival::Validation { .. } | Arrival::Refused { .. } => None,
        });
        let kept = self.keep(events.collect());
        if let Err(message) = &kept {
            self.console.say(&self.console.text.engine(message));
        }
        for arrival in arrived {
            self.show(&arrival, kept.is_ok())?;
            if let Arrival::Event { receipt, .. } = arrival {
                if kept.is_ok() { receipt.kept() } else { receipt.not_kept() }
            }
        }
        Ok(())
    }

    fn keep(&self, events: Vec<ReceivedEvent>) -> Result<(), EngineMessage> {
        match &self.selected {
            Some(selected) if !events.is_empty() => {
                self.engine.keep_evidence(&selected.profile, &Evidence { events, ..Evidence::default() })
            }
            Some(_) | None => Ok(()),
        }
    }

    fn show(&self, arrival: &Arrival, kept: bool) -> Result<(), Stop> {
        let console = self.console;
        let line = match arrival {
            Arrival::Validation { subscription, at } => match subscription {
                Some(id) => console.word("arrival.validation-of", &[("at", at.into()), ("subscription", id.into())]),
                None => console.word("arrival.validation", &[("at", at.into())]),
            },
            Arrival::Event { event, .. } if !kept => {
                console.word("arrival.event-not-kept", &[("at", Value::Moment(event.at)), ("id", (&event.id).into())])
            }
            Arrival::Event { event, kind, .. } => {
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
        console.print(&format!("{line}\n"))
    }
}
