//! The terminal: taken, and given back whatever happens. What differs by system is in `unix` and `windows`.

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
pub use unix::{Signals, stop_process};
#[cfg(windows)]
pub use windows::{Signals, stop_process};

use crate::app::{Leave, Size};
use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute, queue};
use ratatui::Frame;
use ratatui::backend::CrosstermBackend;
use std::io::{self, BufWriter, Stdout, Write};
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether the terminal is ours now: `leave` runs from several places, and acts once.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// What a signal asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    Leave(Leave),
    /// Stop as a shell's job.
    Stop,
    Continue,
}

fn enter() -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, cursor::Hide)
}

/// Gives the terminal back. Safe to call from a panic hook and any number of times.
pub fn leave() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        // Whoever hung up cannot be written to: nothing more can be done for that terminal.
        let _ = execute!(io::stdout(), EndSynchronizedUpdate, DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
        let _ = disable_raw_mode();
    }
}

/// The terminal while it is ours.
pub struct Screen {
    terminal: ratatui::Terminal<CrosstermBackend<BufWriter<Stdout>>>,
}

impl Screen {
    /// Takes the terminal.
    ///
    /// # Errors
    /// When there is none.
    pub fn take() -> io::Result<Self> {
        // Our own look decides about colour: with NO_COLOR set, this version of crossterm resets bold and reverse too.
        crossterm::style::force_color_output(true);
        enter()?;
        let taken = Taken;
        let backend = CrosstermBackend::new(BufWriter::with_capacity(1 << 16, io::stdout()));
        let terminal = ratatui::Terminal::new(backend)?;
        std::mem::forget(taken);
        Ok(Self { terminal })
    }

    /// Its size.
    ///
    /// # Errors
    /// When it is gone.
    pub fn size(&self) -> io::Result<Size> {
        let size = self.terminal.size()?;
        Ok(Size { width: size.width, height: size.height })
    }

    /// Draws one frame, at once.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw(&mut self, render: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        self.terminal.draw(render)?;
        execute!(self.terminal.backend_mut(), EndSynchronizedUpdate)
    }

    /// Makes the next frame paint everything. `Terminal::clear` would ask the terminal where the cursor is, and wait.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn repaint(&mut self) -> io::Result<()> {
        let size = self.terminal.size()?;
        self.terminal.resize(size.into())
    }

    /// Puts a text on the clipboard of the terminal, which may be on another machine (OSC 52).
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        execute!(self.terminal.backend_mut(), CopyToClipboard::to_clipboard_from(text))
    }

    /// Takes the terminal again, after a stop or after someone else had it.
    ///
    /// # Errors
    /// When it is gone.
    pub fn retake(&mut self) -> io::Result<()> {
        enter()?;
        self.repaint()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.terminal.backend_mut().flush();
        leave();
    }
}

/// Gives the terminal back when the rest of taking it fails.
struct Taken;

impl Drop for Taken {
    fn drop(&mut self) {
        leave();
    }
}
