//! Runs a program in a pseudo-terminal: press keys, read the screen, wait for a text. Nothing here sleeps for a fixed time: every
//! wait has a deadline, and its failure prints the screen.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

/// The longest wait for a state. It is far more than a working program needs, also on a busy machine.
const DEADLINE: Duration = Duration::from_secs(15);

/// The marks around an update that is drawn as one.
const UPDATE_BEGINS: &[u8] = b"\x1b[?2026h";
const UPDATE_ENDS: &[u8] = b"\x1b[?2026l";

/// What the program has written, and what a terminal shows of it.
struct Output {
    terminal: vt100::Parser,
    raw: Vec<u8>,
    /// How many bytes of it are shown.
    shown: usize,
    ended: bool,
}

impl Output {
    /// Takes what the program wrote. An update is shown once it is complete, as terminals do: nobody sees half a frame, and a test
    /// that did would press a key for the frame before.
    fn take(&mut self, bytes: &[u8]) {
        self.raw.extend_from_slice(bytes);
        let looked_at = self.shown.saturating_sub(UPDATE_BEGINS.len() - 1);
        let last = |mark: &[u8]| self.raw[looked_at..].windows(mark.len()).rposition(|bytes| bytes == mark);
        let complete = match (last(UPDATE_BEGINS), last(UPDATE_ENDS)) {
            (Some(begin), end) if end.is_none_or(|end| end < begin) => self.shown.max(looked_at + begin),
            _ => self.raw.len(),
        };
        self.show(complete);
    }

    /// The program has ended: what it left behind stands there, be it half a frame.
    fn end(&mut self) {
        self.show(self.raw.len());
        self.ended = true;
    }

    fn show(&mut self, until: usize) {
        self.terminal.process(&self.raw[self.shown..until]);
        self.shown = until;
    }
}

/// A running program with its pseudo-terminal; dropping this kills the program.
pub struct Program {
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    input: Box<dyn Write + Send>,
    modes: String,
    output: Arc<(Mutex<Output>, Condvar)>,
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("a terminal has at least one cell")
}

fn pty_size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

/// The command with its own home, and with none of the user's own variables.
fn at_home(mut command: CommandBuilder, home: &Path, variables: &[(&str, &str)]) -> CommandBuilder {
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("BROKER_SETUP") || name.to_lowercase().ends_with("_proxy")) {
        command.env_remove(name);
    }
    command.env_remove("NO_COLOR");
    command.env("HOME", home);
    command.env("BROKER_SETUP_HOME", home);
    command.env("TERM", "xterm-256color");
    command.env("LANG", "en_GB.UTF-8");
    command.env("LC_ALL", "en_GB.UTF-8");
    for (name, value) in variables {
        command.env(name, value);
    }
    command
}

/// Starts a command, closes its terminal once it has written this, and returns the exit code.
#[cfg(unix)]
pub fn hung_up(command: CommandBuilder, home: &Path, shows: &str) -> u32 {
    let pair = native_pty_system().openpty(pty_size(80, 24)).expect("a pseudo-terminal");
    let mut child = pair.slave.spawn_command(at_home(command, home, &[])).expect("the program starts");
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().expect("the terminal's output");
    let (mut drawn, mut chunk) = (Vec::new(), [0_u8; 8192]);
    while !String::from_utf8_lossy(&drawn).contains(shows) {
        let count = reader.read(&mut chunk).expect("the program draws");
        drawn.extend_from_slice(&chunk[..count]);
    }
    drop((reader, pair.master));
    let begin = Instant::now();
    loop {
        if let Some(status) = child.try_wait().expect("it can be waited for") {
            return status.exit_code();
        }
        if begin.elapsed() > DEADLINE {
            let _ = child.kill();
            panic!("it outlives its terminal");
        }
        std::thread::yield_now();
    }
}

impl Program {
    /// Starts a command in a terminal with its own home, so that it does not read or write the user's own files.
    pub fn spawn(command: CommandBuilder, home: &Path, columns: u16, rows: u16, variables: &[(&str, &str)]) -> Self {
        let pair = native_pty_system().openpty(pty_size(columns, rows)).expect("a pseudo-terminal");
        let command = at_home(command, home, variables);
        let modes = modes(&*pair.master);
        let child = pair.slave.spawn_command(command).expect("the program starts");
        drop(pair.slave);
        let input = pair.master.take_writer().expect("the terminal's input");
        let reader = pair.master.try_clone_reader().expect("the terminal's output");
        let terminal = vt100::Parser::new(cells(rows), cells(columns), 0);
        let output = Arc::new((Mutex::new(Output { terminal, raw: Vec::new(), shown: 0, ended: false }), Condvar::new()));
        let shared = Arc::clone(&output);
        std::thread::spawn(move || watch(reader, &shared));
        Self { master: pair.master, child, input, modes, output }
    }

    /// The text that the terminal shows now.
    pub fn screen(&self) -> String {
        let output = self.output.0.lock().expect("no reader panics");
        output.terminal.screen().contents()
    }

    /// Every byte that the program has sent to the terminal.
    pub fn raw(&self) -> Vec<u8> {
        self.output.0.lock().expect("no reader panics").raw.clone()
    }

    pub fn pid(&self) -> u32 {
        self.child.process_id().expect("it runs")
    }

    /// Waits until the screen satisfies `condition`, and returns the screen. `what` names it in the message of a failure.
    pub fn wait(&self, what: &str, condition: impl Fn(&str) -> bool) -> String {
        self.wait_within(DEADLINE, what, condition)
    }

    /// The same, for what takes its time.
    pub fn wait_within(&self, deadline: Duration, what: &str, condition: impl Fn(&str) -> bool) -> String {
        let begin = Instant::now();
        let mut output = self.output.0.lock().expect("no reader panics");
        loop {
            let screen = output.terminal.screen().contents();
            if condition(&screen) {
                return screen;
            }
            let left = deadline.saturating_sub(begin.elapsed());
            assert!(!left.is_zero() && !output.ended, "never saw {what}; the screen was:\n{screen}");
            output = self.output.1.wait_timeout(output, left).expect("no reader panics").0;
        }
    }

    /// Waits for output for at most this long; returns whether any came.
    pub fn wait_for_output(&self, patience: Duration) -> bool {
        let begin = Instant::now();
        let mut output = self.output.0.lock().expect("no reader panics");
        let before = output.raw.len();
        while output.raw.len() == before && !output.ended && begin.elapsed() < patience {
            output = self.output.1.wait_timeout(output, patience.saturating_sub(begin.elapsed())).expect("no reader panics").0;
        }
        output.raw.len() != before
    }

    /// Waits until a condition holds. It is checked again after each output, and at least every 50 ms.
    pub fn wait_until(&self, what: &str, condition: impl Fn() -> bool) {
        let begin = Instant::now();
        while !condition() {
            assert!(begin.elapsed() < DEADLINE, "never saw {what}; the screen was:\n{}", self.screen());
            self.wait_for_output(Duration::from_millis(50));
        }
    }

    /// Waits until a text is on the screen, and returns the screen.
    pub fn wait_for(&self, text: &str) -> String {
        self.wait(&format!("{text:?}"), |screen| screen.contains(text))
    }

    /// Waits until the screen is another than this.
    pub fn wait_until_changed(&self, before: &str) -> String {
        self.wait("another screen", |screen| screen != before)
    }

    /// Sends keys, as the bytes that a terminal sends for them.
    pub fn press(&mut self, keys: &str) {
        self.input.write_all(keys.as_bytes()).expect("the terminal takes keys");
        self.input.flush().expect("the terminal takes keys");
    }

    /// Sends a text as a bracketed paste, which a terminal marks so that it does not look typed.
    pub fn paste(&mut self, text: &str) {
        self.press(&format!("\x1b[200~{text}\x1b[201~"));
    }

    pub fn resize(&self, columns: u16, rows: u16) {
        self.output.0.lock().expect("no reader panics").terminal.screen_mut().set_size(cells(rows), cells(columns));
        self.master.resize(pty_size(columns, rows)).expect("the terminal changes size");
    }

    #[cfg(unix)]
    pub fn signal(&self, signal: rustix::process::Signal) {
        let pid = self.child.process_id().and_then(|pid| i32::try_from(pid).ok()).and_then(rustix::process::Pid::from_raw);
        let pid = pid.expect("it runs");
        rustix::process::kill_process(pid, signal).expect("it takes signals");
    }

    /// Waits until the program ends and all that it wrote is on the screen. Returns its exit code, or as an error the name of the
    /// signal that killed it.
    pub fn ending(&mut self) -> Result<u32, String> {
        let begin = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("it can be waited for") {
                self.wait_until_read();
                return status.signal().map_or_else(|| Ok(status.exit_code()), |signal| Err(signal.to_owned()));
            }
            assert!(begin.elapsed() < DEADLINE, "it never ended; the screen was:\n{}", self.screen());
            std::thread::yield_now();
        }
    }

    pub fn is_alive(&mut self) -> bool {
        self.child.try_wait().expect("it can be waited for").is_none()
    }

    /// Asserts that the terminal is as before the start: main screen, cursor shown, no mouse or paste mode, the same modes for
    /// input.
    pub fn assert_terminal_given_back(&self, when: &str) {
        let output = self.output.0.lock().expect("no reader panics");
        let screen = output.terminal.screen();
        assert!(!screen.alternate_screen(), "{when}: still on the alternate screen");
        assert!(!screen.hide_cursor(), "{when}: the cursor is hidden");
        assert!(!screen.bracketed_paste(), "{when}: bracketed paste is on");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None, "{when}: the mouse is captured");
        assert_eq!(modes(&*self.master), self.modes, "{when}: the terminal's modes are not those of before");
    }

    /// Waits for the end of what it wrote. Windows does not tell that end, so that a while must do.
    fn wait_until_read(&self) {
        let (begin, patience) = (Instant::now(), if cfg!(unix) { DEADLINE } else { Duration::from_secs(1) });
        while !self.output.0.lock().expect("no reader panics").ended && begin.elapsed() < patience {
            self.wait_for_output(Duration::from_millis(50));
        }
    }
}

/// The terminal's modes as text: echo, line editing, signals and so on.
#[cfg(unix)]
fn modes(master: &dyn MasterPty) -> String {
    master
        .get_termios()
        .map_or_else(String::new, |modes| format!("{:?} {:?} {:?}", modes.local_flags, modes.input_flags, modes.output_flags))
}

#[cfg(not(unix))]
fn modes(_master: &dyn MasterPty) -> String {
    String::new()
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn watch(mut reader: Box<dyn Read + Send>, shared: &(Mutex<Output>, Condvar)) {
    let mut chunk = [0_u8; 8192];
    loop {
        let count = reader.read(&mut chunk).unwrap_or(0);
        let mut output = shared.0.lock().expect("no writer panics");
        match chunk.get(..count) {
            Some(bytes) if !bytes.is_empty() => output.take(bytes),
            _ => output.end(),
        }
        let ended = output.ended;
        drop(output);
        shared.1.notify_all();
        if ended {
            return;
        }
    }
}
