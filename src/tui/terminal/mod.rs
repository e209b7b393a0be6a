//! Takes the terminal (raw mode, alternate screen) and restores it in every case: at the end, on errors and on panics. What differs
//! between systems is in `unix` and `windows`.

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

mod links;

#[cfg(unix)]
pub use unix::{Signals, stop_process};
#[cfg(windows)]
pub use windows::{Signals, stop_process};

use super::view::PlacedLink;
use crate::app::{Leave, Size};
use crate::report::takes_links;
use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute, queue};
use ratatui::Frame;
use ratatui::backend::CrosstermBackend;
use ratatui::style::Style;
use std::io::{self, BufWriter, Stdout, Write};
use std::mem::ManuallyDrop;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether the wizard has the terminal. [`leave`] is called from several places and must restore the terminal only once.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// What the program must do for a signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    Leave(Leave),
    /// Suspend the program, as Ctrl-Z does.
    Stop,
    Continue,
}

fn enter() -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, cursor::Hide)
}

/// Restores the terminal. It can be called from a panic hook, and more than once.
pub fn leave() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        // After a hang-up writing fails, and the terminal is gone anyway.
        let _ = execute!(io::stdout(), EndSynchronizedUpdate, DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
        let _ = disable_raw_mode();
    }
}

/// The terminal while the wizard has it; dropping this restores it.
pub struct TerminalScreen {
    /// Never dropped: what it does then has been done by [`leave`], and where the terminal is gone it panics.
    terminal: ManuallyDrop<ratatui::Terminal<CrosstermBackend<BufWriter<Stdout>>>>,
    /// Whether the terminal is told which text is a link.
    links: bool,
}

impl TerminalScreen {
    /// Takes the terminal.
    ///
    /// # Errors
    /// Fails when there is no terminal.
    pub fn take() -> io::Result<Self> {
        // The theme obeys NO_COLOR by itself. If crossterm did as well, it would also drop bold and reverse (crossterm 0.29).
        crossterm::style::force_color_output(true);
        enter()?;
        let taken = Taken;
        let backend = CrosstermBackend::new(BufWriter::with_capacity(1 << 16, io::stdout()));
        let terminal = ManuallyDrop::new(ratatui::Terminal::new(backend)?);
        std::mem::forget(taken);
        let links = takes_links(std::env::var("TERM").ok().as_deref());
        Ok(Self { terminal, links })
    }

    /// The size that the next frame will have, as far as is known: each frame asks the terminal once more.
    pub fn size(&mut self) -> Size {
        let area = self.terminal.current_buffer_mut().area;
        Size { width: area.width, height: area.height }
    }

    /// Draws one frame as a synchronized update: the terminal shows it only when it is complete. `render` returns the links that it
    /// has drawn in this style.
    ///
    /// # Errors
    /// Fails when the terminal is gone.
    pub fn draw(&mut self, style: Style, render: impl FnOnce(&mut Frame<'_>) -> Vec<PlacedLink>) -> io::Result<()> {
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        let mut drawn = Vec::new();
        self.terminal.draw(|frame| drawn = render(frame))?;
        if self.links {
            links::write(self.terminal.backend_mut(), &drawn, style)?;
        }
        execute!(self.terminal.backend_mut(), EndSynchronizedUpdate)
    }

    /// Makes the next frame paint every cell. `Terminal::clear` would do it too, but it asks the terminal for the cursor's position
    /// and waits for the answer.
    ///
    /// # Errors
    /// Fails when the terminal is gone.
    pub fn repaint(&mut self) -> io::Result<()> {
        let size = self.terminal.size()?;
        self.terminal.resize(size.into())
    }

    /// Copies a text to the clipboard of the terminal (OSC 52). It reaches the user's own machine also over SSH.
    ///
    /// # Errors
    /// Fails when the terminal is gone.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        execute!(self.terminal.backend_mut(), CopyToClipboard::to_clipboard_from(text))
    }

    /// Takes the terminal again after the program was suspended.
    ///
    /// # Errors
    /// Fails when the terminal is gone.
    pub fn retake(&mut self) -> io::Result<()> {
        enter()?;
        self.repaint()
    }
}

impl Drop for TerminalScreen {
    fn drop(&mut self) {
        let _ = self.terminal.backend_mut().flush();
        leave();
    }
}

/// Restores the terminal if a later step of taking it fails.
struct Taken;

impl Drop for Taken {
    fn drop(&mut self) {
        leave();
    }
}
