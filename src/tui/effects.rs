//! Runs the effects of the app. Cancelling drops the task. A message that it had already sent carries the id of the cancelled run
//! or deed, and the app ignores it.

use super::messages::message;
use super::terminal::{self, TerminalScreen};
use super::work::Worker;
use crate::app::{Effect, Leave, Msg};
use crate::engine::{Engine, WriteJob, Writer};
use futures_util::FutureExt;
use std::future::Future;
use std::io;
use std::process::Stdio;
use std::sync::Arc;
use tokio::sync::mpsc::Sender;
use tokio::task::AbortHandle;

/// What the event loop itself must do for an effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoopTask {
    None,
    /// Repaint the whole screen.
    Paint,
    /// Suspend the program, as Ctrl-Z does.
    Suspend,
    End(Leave),
}

pub struct Effects {
    writer: Writer,
    work: Worker,
    to: Sender<Msg>,
    run: Option<AbortHandle>,
    deed: Option<AbortHandle>,
    choices: Option<AbortHandle>,
    token: Option<AbortHandle>,
    timer: Option<AbortHandle>,
}

impl Effects {
    /// Starts no task and no thread yet.
    #[must_use]
    pub fn new(engine: &Arc<Engine>, to: Sender<Msg>) -> Self {
        let answers = to.clone();
        // This blocks the writer's thread while the channel is full. The loop closes the channel before it waits for the writer, so
        // that the two never wait for each other; results that come after that are dropped.
        let writer = Writer::new(Arc::clone(engine), move |answer| drop(answers.blocking_send(message(answer))));
        let work = Worker::new(Arc::clone(engine), to.clone());
        Self { writer, work, to, run: None, deed: None, choices: None, token: None, timer: None }
    }

    /// Runs an effect: starts a task, queues a job for the disk, or returns what the loop must do.
    ///
    /// # Errors
    /// Fails when the terminal is gone.
    pub fn run(&mut self, effect: Effect, screen: &mut TerminalScreen) -> io::Result<LoopTask> {
        match effect {
            Effect::LoadProfiles => self.writer.put(WriteJob::List),
            Effect::OpenProfile(name) => self.writer.put(WriteJob::Open(name)),
            Effect::LoadState(profile) => self.writer.put(WriteJob::ReadState(profile)),
            Effect::RememberOpened(name) => self.writer.put(WriteJob::Remember(name)),
            Effect::SaveProfile { name, profile } => self.writer.put(WriteJob::ChangeProfile(name, profile)),
            Effect::SaveState { profile, state } => self.writer.put(WriteJob::KeepState(profile, state)),
            Effect::RenameProfile { from, to } => self.writer.put(WriteJob::Rename { from, to }),
            Effect::RemoveProfile(name) => self.writer.put(WriteJob::Remove(name)),
            Effect::KeepLanguage(language) => self.writer.put(WriteJob::KeepLanguage(language)),
            Effect::SaveLetter { name, text } => self.writer.put(WriteJob::SaveLetter { name, text }),
            Effect::UsePassword { profile, password } => {
                self.work.use_password(&profile, password);
            }
            Effect::RunChecks { run, profile, evidence, only } => {
                replace(&mut self.run, self.work.clone().run_checks(run, *profile, *evidence, only));
            }
            Effect::CancelRun => stop(&mut self.run),
            Effect::PreviewDeed(call) => replace(&mut self.deed, self.work.clone().preview(call)),
            Effect::PerformDeed(call) => replace(&mut self.deed, self.work.clone().perform(call)),
            Effect::CancelDeed => stop(&mut self.deed),
            Effect::FillSandbox { id, role, preset } => {
                drop(start(self.work.clone().fill(id, role, preset)));
            }
            Effect::AskFaults { id, profile } => {
                drop(start(self.work.clone().ask_faults(id, *profile)));
            }
            Effect::ChangeFaults { id, profile, change } => {
                drop(start(self.work.clone().change_faults(id, *profile, change)));
            }
            Effect::AskChoices { id, list, profile } => replace(&mut self.choices, self.work.clone().ask_choices(id, list, *profile)),
            Effect::CancelChoices => stop(&mut self.choices),
            Effect::LookAtToken { id, profile, evidence, wanted } => {
                replace(&mut self.token, self.work.clone().look_at_token(id, *profile, *evidence, wanted));
            }
            Effect::InspectToken { id, profile, text } => replace(&mut self.token, self.work.clone().inspect_token(id, *profile, text)),
            Effect::CancelToken => stop(&mut self.token),
            Effect::LookAtPath { typed, path } => {
                drop(start(self.work.clone().look_at_path(typed, path)));
            }
            Effect::SetTimer { id, after } => {
                let to = self.to.clone();
                replace(&mut self.timer, async move {
                    tokio::time::sleep(after).await;
                    let _ = to.send(Msg::Timer(id)).await;
                });
            }
            Effect::ClearTimer => stop(&mut self.timer),
            Effect::Copy(text) => screen.copy(&text)?,
            Effect::CopyPublicKey(profile) => {
                drop(start(self.work.clone().public_key(*profile)));
            }
            Effect::OpenLink(link) => {
                drop(start(open(link, self.to.clone())));
            }
            Effect::Repaint => return Ok(LoopTask::Paint),
            Effect::Suspend => return Ok(LoopTask::Suspend),
            Effect::Quit(leave) => return Ok(LoopTask::End(leave)),
        }
        Ok(LoopTask::None)
    }

    /// Cancels all tasks and waits until every save is on disk.
    pub fn finish(&mut self) {
        for task in [&mut self.run, &mut self.deed, &mut self.choices, &mut self.token, &mut self.timer] {
            stop(task);
        }
        self.writer.finish();
    }
}

fn replace(slot: &mut Option<AbortHandle>, work: impl Future<Output = ()> + Send + 'static) {
    stop(slot);
    *slot = Some(start(work));
}

fn start(work: impl Future<Output = ()> + Send + 'static) -> AbortHandle {
    // Boxed, so that all kinds of work are one kind of task to the compiler.
    tokio::spawn(work.boxed()).abort_handle()
}

fn stop(slot: &mut Option<AbortHandle>) {
    if let Some(task) = slot.take() {
        task.abort();
    }
}

/// Opens a link in the user's browser. Without a desktop it does not try: `xdg-open` could start a text browser in this terminal.
async fn open(link: String, to: Sender<Msg>) {
    let is_web = link.starts_with("https://") || link.starts_with("http://") || link.starts_with("mailto:");
    let taken = is_web && has_desktop() && start_browser(&link).await;
    let _ = to.send(Msg::LinkOpened { link, taken }).await;
}

async fn start_browser(link: &str) -> bool {
    let (program, arguments): (&str, &[&str]) = if cfg!(windows) {
        ("rundll32", &["url.dll,FileProtocolHandler"])
    } else if cfg!(target_os = "macos") {
        ("open", &[])
    } else {
        ("xdg-open", &[])
    };
    let mut command = tokio::process::Command::new(program);
    command.args(arguments).arg(link).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().await.is_ok_and(|status| status.success())
}

fn has_desktop() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(windows, target_os = "macos")) || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// Restores the terminal and suspends the program. When the program is continued, takes the terminal again.
///
/// # Errors
/// Fails when the terminal is gone.
pub fn suspend(screen: &mut TerminalScreen) -> io::Result<()> {
    terminal::leave();
    terminal::stop_process();
    screen.retake()
}
