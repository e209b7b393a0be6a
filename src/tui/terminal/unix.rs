//! Signals on Unix.

use super::Signal;
use crate::app::Leave;
use signal_hook::consts::{SIGCONT, SIGTSTP};
use std::io;
use tokio::signal::unix::{Signal as Listener, SignalKind, signal};

/// Handlers for the signals that end, suspend or continue the wizard.
#[derive(Debug)]
pub struct Signals {
    interrupt: Listener,
    terminate: Listener,
    hang_up: Listener,
    stop: Listener,
    proceed: Listener,
}

impl Signals {
    /// Sets the handlers.
    ///
    /// # Errors
    /// Fails when the system refuses a handler.
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

/// Suspends this process as Ctrl-Z does; returns when it is continued.
pub fn stop_process() {
    // The handler of `Signals` replaces the system's default action for SIGTSTP; this runs that action.
    let _ = signal_hook::low_level::emulate_default_handler(SIGTSTP);
}
