//! The loop: signals, messages, events; one update each; one frame per burst, and only when something changed. Nothing ticks
//! unless something runs.

use super::effects::{Effects, LoopTask, suspend};
use super::events::Reader;
use super::messages::read_start;
use super::terminal::{self, Screen, Signal, Signals};
use super::theme::Look;
use super::view;
use crate::app::{Leave, Model, Msg, Size, update};
use crate::engine::Engine;
use crate::journey::Environment;
use crate::text::Text;
use jiff::Timestamp;
use std::io;
use std::sync::{Arc, mpsc as std_mpsc};
use std::time::Duration;
use tokio::runtime::Handle;
use tokio::sync::mpsc;
use tokio::time::Instant;

/// Messages taken in before a frame is drawn, at the most.
const BURST: usize = 64;
/// Eight times a second something turns, while something runs.
const TURN: Duration = Duration::from_millis(125);
/// How long the first frame waits for a few small files: a slow disk is shown Home first.
const PATIENCE: Duration = Duration::from_millis(6);
const CHANNEL: usize = 256;

/// What the wizard is started with.
#[derive(Debug)]
pub struct WizardOptions {
    pub engine: Engine,
    /// The environment asked for.
    pub environment: Option<Environment>,
    /// The profile asked for.
    pub profile: Option<String>,
    pub text: Text,
}

/// Runs the wizard until it ends; answers why it did.
///
/// # Errors
/// When there is no terminal, or it went away.
pub fn run(options: WizardOptions) -> io::Result<Leave> {
    run_with(options, |_| Ok(()))
}

/// The same; `begun` is called once the terminal is ours and the first frame is there. Tests let things go wrong in it.
pub(super) fn run_with(options: WizardOptions, begun: impl FnOnce(&Handle) -> io::Result<()>) -> io::Result<Leave> {
    let (started, start) = std_mpsc::channel();
    let engine = Arc::new(options.engine);
    let reader = Arc::clone(&engine);
    std::thread::spawn(move || drop(started.send(read_start(&reader, options.environment, options.profile))));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    // Before the terminal is taken: a signal in between would otherwise leave it taken.
    let signals = {
        let _inside = runtime.enter();
        Signals::listen()?
    };
    let mut screen = Screen::take()?;
    let (to, from) = mpsc::channel(CHANNEL);
    watch_panics(to.clone());
    let look = Look::of_the_environment(|name| std::env::var(name).ok());
    let mut model = Model::new(options.text, screen.size()?, Timestamp::now());
    let mut pending = Vec::new();
    let late = match start.recv_timeout(PATIENCE) {
        Ok(begin) => {
            pending.extend(begin.into_iter().flat_map(|msg| update(&mut model, msg)));
            None
        }
        Err(_) => Some(start),
    };
    draw(&mut screen, &mut model, look)?;
    let ended = runtime.block_on(async {
        if let Some(start) = late {
            let to = to.clone();
            std::thread::spawn(move || start.into_iter().flatten().for_each(|msg| drop(to.blocking_send(msg))));
        }
        let (events_to, events) = mpsc::channel(CHANNEL);
        begun(&Handle::current())?;
        let shell = Shell { screen: &mut screen, effects: Effects::new(&engine, to), look, events_to, reader: None };
        live(shell, &mut model, signals, from, events, pending).await
    });
    drop(screen);
    // Whatever still runs holds nothing that is not saved.
    runtime.shutdown_background();
    ended
}

struct Shell<'a> {
    screen: &'a mut Screen,
    effects: Effects,
    look: Look,
    events_to: mpsc::Sender<Msg>,
    reader: Option<Reader>,
}

async fn live(
    mut shell: Shell<'_>,
    model: &mut Model,
    mut signals: Signals,
    mut messages: mpsc::Receiver<Msg>,
    mut events: mpsc::Receiver<Msg>,
    pending: Vec<crate::app::Effect>,
) -> io::Result<Leave> {
    shell.reader = Some(Reader::start(shell.events_to.clone()));
    let mut ended = shell.run_all(model, pending).await?;
    let mut next_turn = Instant::now() + TURN;
    while ended.is_none() {
        if model.dirty {
            draw(shell.screen, model, shell.look)?;
        }
        let first = tokio::select! {
            biased;
            signal = signals.next() => shell.handle_signal(signal).await?,
            Some(msg) = messages.recv() => Some(msg),
            Some(msg) = events.recv() => Some(msg),
            () = tokio::time::sleep_until(next_turn), if model.is_busy() => {
                next_turn = Instant::now() + TURN;
                Some(Msg::Tick)
            }
        };
        update(model, Msg::Now(Timestamp::now()));
        let mut next = first;
        let mut taken = 0;
        while let Some(msg) = next {
            let effects = update(model, msg);
            ended = shell.run_all(model, effects).await?;
            taken += 1;
            let more = taken < BURST && ended.is_none();
            next = if more { messages.try_recv().or_else(|_| events.try_recv()).ok() } else { None };
        }
    }
    // First, or whoever tells us something would wait for us while we wait for them.
    messages.close();
    shell.effects.finish();
    Ok(ended.unwrap_or(Leave::Asked))
}

impl Shell<'_> {
    /// Runs effects; answers why the program ends, if it does.
    async fn run_all(&mut self, model: &mut Model, effects: Vec<crate::app::Effect>) -> io::Result<Option<Leave>> {
        for effect in effects {
            match self.effects.run(effect, self.screen)? {
                LoopTask::None => {}
                LoopTask::Paint => {
                    self.screen.repaint()?;
                    model.dirty = true;
                }
                LoopTask::Suspend => {
                    self.suspend().await?;
                    model.dirty = true;
                }
                LoopTask::End(leave) => return Ok(Some(leave)),
            }
        }
        Ok(None)
    }

    async fn handle_signal(&mut self, signal: Signal) -> io::Result<Option<Msg>> {
        match signal {
            Signal::Leave(leave) => Ok(Some(Msg::Leave(leave))),
            Signal::Stop => {
                self.suspend().await?;
                Ok(Some(Msg::Continued))
            }
            Signal::Continue => {
                // Whoever stopped us may have left the terminal as a shell likes it.
                self.screen.retake()?;
                Ok(Some(Msg::Continued))
            }
        }
    }

    async fn suspend(&mut self) -> io::Result<()> {
        if let Some(reader) = self.reader.take() {
            reader.stop().await;
        }
        suspend(self.screen)?;
        self.reader = Some(Reader::start(self.events_to.clone()));
        Ok(())
    }
}

fn draw(screen: &mut Screen, model: &mut Model, look: Look) -> io::Result<()> {
    let mut furthest = 0;
    let mut size = model.size;
    screen.draw(|frame| {
        size = Size { width: frame.area().width, height: frame.area().height };
        furthest = view::view(frame, model, look);
    })?;
    model.size = size;
    model.scrolls_to(furthest);
    model.dirty = false;
    Ok(())
}

/// A panic in a task or another thread becomes a message: the wizard lives on. One of the loop itself, which would go on
/// painting for nobody, gives the terminal back first and is then told as usual.
fn watch_panics(to: mpsc::Sender<Msg>) {
    let before = std::panic::take_hook();
    let ours = std::thread::current().id();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().id() != ours {
            // Where, not what: what was being said may hold a secret.
            let place = panic.location().map(|place| format!("{}:{}", place.file(), place.line())).unwrap_or_default();
            let _ = to.try_send(Msg::Panicked(place));
            return;
        }
        terminal::leave();
        before(panic);
    }));
}
