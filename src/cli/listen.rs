//! `listen`: receives events on this machine and shows them. With a profile or an answers file it also keeps them as evidence of
//! that connection, each before it is answered. `--poll` asks Altinn Events instead, `--replay` sends a kept event on once more.

mod address;
mod desk;
mod poll;
mod replay;

use super::console::Console;
use super::end::{End, Stop};
use super::selection::Selection;
use super::signals;
use crate::engine::{ChosenAnswers, Engine, Forwarding, WAITING};
use clap::Args;
use desk::Desk;
use futures_util::StreamExt;
use std::net::SocketAddr;
use url::Url;

#[derive(Args)]
pub(super) struct ListenArgs {
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<SocketAddr>,
    #[arg(long, value_name = "WORD")]
    secret: Option<String>,
    #[arg(long, value_name = "URL")]
    public_url: Option<Url>,
    #[arg(long, value_name = "URL")]
    forward_to: Option<Url>,
    #[arg(long, conflicts_with_all = ["listen", "secret", "public_url"])]
    poll: bool,
    #[arg(long, value_name = "ID", requires = "forward_to", conflicts_with_all = ["listen", "secret", "public_url", "poll"])]
    replay: Option<String>,
    #[command(flatten)]
    selection: Selection,
}

pub(super) async fn run(args: ListenArgs, engine: &Engine, console: &Console) -> Result<End, Stop> {
    let stopped = signals::stopped();
    tokio::pin!(stopped);
    let must_know = args.poll || args.replay.is_some() || args.public_url.is_some();
    let selected = if args.selection.is_named() || must_know {
        // Answers may come through a pipe, which nobody may ever write to.
        tokio::select! {
            selected = args.selection.answers(engine, console) => Some(selected?),
            () = &mut stopped => return Err(Stop::Interrupted),
        }
    } else {
        None
    };
    let forwarding = args.forward_to.clone().map(|to| forwarding(to, console)).transpose()?;
    if let (Some(id), Some(selected), Some(forwarding)) = (&args.replay, &selected, &forwarding) {
        return tokio::select! {
            ended = replay::run(id, selected, forwarding, engine, console) => ended,
            () = &mut stopped => Err(Stop::Interrupted),
        };
    }
    match selected {
        Some(selected) if args.poll => {
            let mut desk = Desk::new(Some(selected), forwarding, engine, console);
            tokio::select! {
                ended = poll::run(&mut desk) => ended,
                () = &mut stopped => Ok(End::InOrder),
            }
        }
        selected => receive(&args, selected, forwarding, engine, console, stopped).await,
    }
}

/// The way to the user's application.
fn forwarding(to: Url, console: &Console) -> Result<Forwarding, Stop> {
    if !matches!(to.scheme(), "http" | "https") || !to.has_host() {
        return Err(Stop::Usage(console.word("problem.forward-to", &[("url", crate::values::Value::Text(to.to_string()))])));
    }
    Forwarding::to(to).map_err(Stop::Failed)
}

async fn receive(
    args: &ListenArgs,
    selected: Option<ChosenAnswers>,
    forwarding: Option<Forwarding>,
    engine: &Engine,
    console: &Console,
    mut stopped: std::pin::Pin<&mut impl Future<Output = ()>>,
) -> Result<End, Stop> {
    let kept = selected.as_ref().and_then(|selected| selected.profile.listen.public_url.as_ref());
    let public = args.public_url.clone().or_else(|| kept.and_then(|kept| kept.as_str().parse().ok()));
    let at = address::of(args.listen, args.secret.as_deref(), public.as_ref(), selected.as_ref(), console)?;
    let listening = engine.listen(at.listen, at.secret.as_deref()).await;
    let mut receiver = listening.map_err(|message| Stop::Failed(console.text.engine(&message)))?;
    console.print(&format!("{}\n", receiver.url))?;
    match (&at.public, &selected) {
        (Some(webhook), Some(selected)) => address::keep(webhook, public.as_ref(), selected, engine, console)?,
        (Some(_) | None, _) => console.say(&console.word("said.listening", &[])),
    }
    if selected.is_none() {
        console.say(&console.word("said.listening-keeps-nothing", &[]));
    }
    let mut desk = Desk::new(selected, forwarding, engine, console);
    let mut told = false;
    loop {
        let mut arrived = Vec::new();
        let waits = desk.waits(!told);
        tokio::select! {
            // What has come in by now is still kept and answered.
            () = &mut stopped, if !told => {
                told = true;
                desk.quiet();
                receiver.stop();
            }
            count = receiver.arrivals.recv_many(&mut arrived, WAITING) => match count {
                0 => {
                    desk.forward_the_rest().await?;
                    return Ok(if told { End::InOrder } else { End::NotAsked });
                }
                _ => desk.take(arrived)?,
            },
            Some((id, forwarded)) = desk.forwards.next(), if !desk.forwards.is_empty() => desk.forwarded(&id, &forwarded)?,
            () = waits => desk.say_why_nothing_came(),
        }
    }
}
