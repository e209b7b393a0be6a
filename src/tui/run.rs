//! The event loop. It waits for a signal, a message or a key and calls `update` once for each. It draws one frame for all that have
//! come by then, and only if something changed. A timer runs only while the screen shows that something is under way, so that an
//! idle wizard never wakes up.

use super::effects::{Effects, LoopTask, suspend};
use super::events::KeyReader;
use super::messages::read_start;
use super::terminal::{self, Signal, Signals, TerminalScreen};
use super::theme::{Look, Tone};
use super::view;
use crate::app::{Leave, Model, Msg, Size, update};
use crate::engine::Engine;
use crate::journey::Environment;
use crate::text::Text;
use crate::values::{Language, Theme};
use jiff::Timestamp;
use std::io;
use std::sync::{Arc, mpsc as std_mpsc};
use std::time::Duration;
use tokio::runtime::Handle;
use tokio::sync::mpsc;
use tokio::time::Instant;

/// The most messages that are handled before a frame is drawn.
const BURST: usize = 64;
/// The time between two frames of the spinner.
const TURN: Duration = Duration::from_millis(125);
/// How long the first frame waits for the profiles to be read. On a slower disk Home is drawn without them first.
const PATIENCE: Duration = Duration::from_millis(6);
const CHANNEL: usize = 256;

#[derive(Debug)]
pub struct WizardOptions {
    /// After the wizard has ended, it tells what is not on disk.
    pub engine: Arc<Engine>,
    /// From `--env`: the wizard starts a new profile there.
    pub environment: Option<Environment>,
    /// From `--profile`: the profile to open first.
    pub profile: Option<String>,
    pub text: Text,
    /// The colours that the user has chosen.
    pub theme: Option<Theme>,
}

/// How the wizard has ended.
#[derive(Debug)]
pub struct Ended {
    pub leave: Leave,
    /// The language that the user was spoken to in at last.
    pub language: Language,
}

/// Runs the wizard until it ends.
///
/// # Errors
/// Fails when there is no terminal, or when it is gone.
pub fn run(options: WizardOptions) -> io::Result<Ended> {
    run_with(options, |_| Ok(()))
}

/// Like [`run`]; calls `begun` after the first frame. Tests use it to make something fail while the wizard has the terminal.
pub(super) fn run_with(options: WizardOptions, begun: impl FnOnce(&Handle) -> io::Result<()>) -> io::Result<Ended> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let (started, start) = std_mpsc::channel();
    let engine = options.engine;
    let reader = Arc::clone(&engine);
    // The workers have nothing else to do yet, and a thread of its own would take longer to start than to read.
    runtime.spawn(async move { options.text.list_screens() });
    runtime.spawn(async move {
        reader.sweep();
        drop(started.send(read_start(&reader, options.environment, options.profile)));
    });
    // The handlers come before the terminal is taken: a signal in between would end the program and leave the terminal unusable.
    let signals = {
        let _inside = runtime.enter();
        Signals::listen()?
    };
    let mut screen = TerminalScreen::take()?;
    let (to, from) = mpsc::channel(CHANNEL);
    watch_panics(to.clone());
    let look = Look::of_the_environment(options.theme, |name| std::env::var(name).ok());
    let mut model = Model::new(options.text, screen.size(), Timestamp::now());
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
        Ok(live(shell, &mut model, signals, from, events, pending).await)
    });
    drop(screen);
    // Tasks that still run are dropped: everything to save went through the writer, which has finished.
    runtime.shutdown_background();
    ended.map(|leave| Ended { leave, language: model.text.language() })
}

struct Shell<'a> {
    screen: &'a mut TerminalScreen,
    effects: Effects,
    look: Look,
    events_to: mpsc::Sender<Msg>,
    reader: Option<KeyReader>,
}

/// Runs the wizard in the terminal that it has taken, and waits until all that is to be saved is on disk.
async fn live(
    mut shell: Shell<'_>,
    model: &mut Model,
    signals: Signals,
    mut messages: mpsc::Receiver<Msg>,
    events: mpsc::Receiver<Msg>,
    pending: Vec<crate::app::Effect>,
) -> Leave {
    // Only the terminal fails here. It is gone, and the signal that says so may be on its way.
    let leave = until_left(&mut shell, model, signals, &mut messages, events, pending).await.unwrap_or(Leave::HungUp);
    // Closed before `finish` waits for the writer: with a full channel the writer would wait for this loop to receive, and the loop
    // for the writer.
    messages.close();
    shell.effects.finish();
    leave
}

async fn until_left(
    shell: &mut Shell<'_>,
    model: &mut Model,
    mut signals: Signals,
    messages: &mut mpsc::Receiver<Msg>,
    mut events: mpsc::Receiver<Msg>,
    pending: Vec<crate::app::Effect>,
) -> io::Result<Leave> {
    shell.reader = Some(KeyReader::start(shell.events_to.clone()));
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
    Ok(ended.unwrap_or(Leave::Asked))
}

impl Shell<'_> {
    /// Runs effects; returns a reason when the program must end.
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
                // The shell can have changed the terminal's modes while the program was stopped.
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
        self.reader = Some(KeyReader::start(self.events_to.clone()));
        Ok(())
    }
}

fn draw(screen: &mut TerminalScreen, model: &mut Model, look: Look) -> io::Result<()> {
    let mut furthest = 0;
    let mut size = model.size;
    let style = look.style(Tone::Accent);
    screen.draw(style, |frame| {
        size = Size { width: frame.area().width, height: frame.area().height };
        let drawn = view::view(frame, model, look);
        furthest = drawn.furthest;
        drawn.links
    })?;
    model.size = size;
    model.scrolls_to(furthest);
    model.dirty = false;
    Ok(())
}

/// Sets the panic hook. A panic in a task or another thread becomes a message, and the wizard goes on. A panic of the loop's own
/// thread ends the wizard: the hook restores the terminal, then prints the panic as usual.
fn watch_panics(to: mpsc::Sender<Msg>) {
    let before = std::panic::take_hook();
    let ours = std::thread::current().id();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().id() != ours {
            // Only the place is reported, because the panic's text can hold a secret.
            let place = panic.location().map(|place| format!("{}:{}", place.file(), place.line())).unwrap_or_default();
            let _ = to.try_send(Msg::Panicked(place));
            return;
        }
        terminal::leave();
        before(panic);
    }));
}
