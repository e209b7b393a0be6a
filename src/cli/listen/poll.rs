//! `listen --poll`: asks Altinn Events again and again, for those whom Altinn cannot reach.

use super::super::end::{End, Stop};
use super::desk::Desk;
use crate::journey::{Evidence, NoChoices};
use crate::values::{Call, EventType};
use futures_util::StreamExt;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep_until};

/// The pauses between questions in seconds; the last one repeats. An event shows half a minute after it happened.
const PAUSES: [u64; 6] = [5, 5, 10, 10, 15, 30];

pub(super) async fn run(desk: &mut Desk<'_>) -> Result<End, Stop> {
    desk.console.say(&desk.console.word("said.polling", &[]));
    if desk.selected.as_ref().is_some_and(|selected| !selected.profile.events.is_polled()) {
        desk.console.say(&desk.console.word("said.polling-proves-nothing", &[]));
    }
    let mut told: Option<NoChoices> = None;
    for question in 0_usize.. {
        let mut evidence = desk.evidence();
        match asked(desk, evidence.clone()).await? {
            Ok(events) => {
                told = None;
                let known = |evidence: &Evidence, id: &str| evidence.events.iter().any(|event| event.id == id);
                let new: Vec<_> = events.into_iter().filter(|event| !known(&evidence, &event.id)).collect();
                desk.keep(new.clone()).map_err(|message| Stop::NotKept(desk.console.text.engine(&message)))?;
                evidence.add_events(new.clone());
                for event in new {
                    desk.quiet();
                    let kind = event.event_type.as_ref().map(EventType::to_string).unwrap_or_default();
                    desk.show_event(&event, &kind, &evidence)?;
                    if let Some(body) = event.body {
                        desk.forward(event.id, body);
                    }
                }
            }
            Err(why) if told.as_ref() == Some(&why) => {}
            Err(why) => {
                desk.console.say(&desk.console.text.no_choices(&why));
                told = Some(why);
            }
        }
        let seconds = PAUSES.get(question).or(PAUSES.last()).copied().unwrap_or(30);
        let next = Instant::now() + Duration::from_secs(seconds);
        loop {
            tokio::select! {
                () = sleep_until(next) => break,
                Some((id, forwarded)) = desk.forwards.next(), if !desk.forwards.is_empty() => desk.forwarded(&id, &forwarded)?,
            }
        }
    }
    Ok(End::InOrder)
}

/// One question, with a token that is still good.
async fn asked(desk: &Desk<'_>, evidence: Evidence) -> Result<Result<Vec<crate::journey::ReceivedEvent>, NoChoices>, Stop> {
    let Some(selected) = &desk.selected else { return Ok(Ok(Vec::new())) };
    let (calls, _) = mpsc::unbounded_channel::<Call>();
    let opened = desk.engine.reconnect(selected.profile.clone(), &selected.folder, evidence, || calls).await;
    let opened = opened.map_err(|message| Stop::Failed(desk.console.text.engine(&message)))?;
    Ok(opened.poll().await)
}
