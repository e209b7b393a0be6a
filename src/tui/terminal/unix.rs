//! Signals of Unix.

use super::Signal;
use crate::app::Leave;
use signal_hook::consts::{SIGCONT, SIGTSTP};
use std::io;
use tokio::signal::unix::{Signal as Listener, SignalKind, signal};

/// The signals that the wizard answers.
#[derive(Debug)]
pub struct Signals {
    interrupt: Listener,
    terminate: Listener,
    hang_up: Listener,
    stop: Listener,
    proceed: Listener,
}

impl Signals {
    /// Begins to listen.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn listen() -> io::Result<Self> {
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
            hang_up: signal(SignalKind::hangup())?,
            stop: signal(SignalKind::from_raw(SIGTSTP))?,
            proceed: signal(SignalKind::from_raw(SIGCONT))?,
        })
    }

    pub async fn next(&mut self) -> Signal {
        tokio::select! {
            _ = self.hang_up.recv() => Signal::Leave(Leave::HungUp),
            _ = self.terminate.recv() => Signal::Leave(Leave::Terminated),
            _ = self.interrupt.recv() => Signal::Leave(Leave::Interrupted),
            _ = self.stop.recv() => Signal::Stop,
            _ = self.proceed.recv() => Signal::Continue,
        }
    }
}

/// Stops this process as Ctrl-Z does; returns when it is continued.
pub fn stop_process() {
    // Our own listener holds SIGTSTP: what the system would have done without it.
    let _ = signal_hook::low_level::emulate_default_handler(SIGTSTP);
}
