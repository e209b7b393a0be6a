//! Signals on Windows.

use super::Signal;
use crate::app::Leave;
use std::io;
use tokio::signal::windows::{CtrlBreak, CtrlC, CtrlClose, ctrl_break, ctrl_c, ctrl_close};

/// Handlers for the signals that end the wizard.
#[derive(Debug)]
pub struct Signals {
    interrupt: CtrlC,
    terminate: CtrlBreak,
    close: CtrlClose,
}

impl Signals {
    /// Sets the handlers.
    ///
    /// # Errors
    /// Fails when the system refuses a handler.
    pub fn listen() -> io::Result<Self> {
        Ok(Self { interrupt: ctrl_c()?, terminate: ctrl_break()?, close: ctrl_close()? })
    }

    pub async fn next(&mut self) -> Signal {
        tokio::select! {
            _ = self.close.recv() => Signal::Leave(Leave::HungUp),
            _ = self.terminate.recv() => Signal::Leave(Leave::Terminated),
            _ = self.interrupt.recv() => Signal::Leave(Leave::Interrupted),
        }
    }
}

/// Does nothing: Windows cannot suspend a program as Ctrl-Z does on Unix.
pub const fn stop_process() {}
