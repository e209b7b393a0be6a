//! The program over two pipes: what it has said since the last answer, and the next answer. Nothing sleeps: each wait has a deadline.

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

/// A service that was asked too often answers again within a minute; the rest is far more than a working program needs.
const DEADLINE: Duration = Duration::from_secs(100);

#[derive(Default)]
struct Heard {
    bytes: Vec<u8>,
    is_over: bool,
}

/// A running program. Dropping this kills it.
pub struct Conversation {
    child: Child,
    input: Option<ChildStdin>,
    heard: Arc<(Mutex<Heard>, Condvar)>,
    /// So many bytes were taken in before the last answer.
    taken: usize,
}

impl Drop for Conversation {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Conversation {
    pub fn start(home: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_broker-setup"));
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("BROKER_SETUP") || name.to_lowercase().ends_with("_proxy")) {
            command.env_remove(name);
        }
        command.env("BROKER_SETUP_HOME", home).env("LC_ALL", "C.UTF-8").env("TERM", "xterm-256color").envs(variables.iter().copied());
        command.arg("--plain").args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("it starts");
        let (mut output, mut errors) = (child.stdout.take().expect("its output"), child.stderr.take().expect("its errors"));
        let heard: Arc<(Mutex<Heard>, Condvar)> = Arc::default();
        let shared = Arc::clone(&heard);
        std::thread::spawn(move || {
            let mut part = vec![0; 1 << 16];
            loop {
                let read = output.read(&mut part).unwrap_or(0);
                let mut heard = shared.0.lock().expect("no reader panics");
                heard.bytes.extend(part.iter().take(read));
                heard.is_over = read == 0;
                shared.1.notify_all();
                if heard.is_over {
                    return;
                }
            }
        });
        // Whatever is said there must not fill the pipe.
        std::thread::spawn(move || std::io::copy(&mut errors, &mut std::io::sink()));
        Self { input: child.stdin.take(), child, heard, taken: 0 }
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Everything that was said so far.
    pub fn transcript(&self) -> String {
        String::from_utf8(self.heard.0.lock().expect("no reader panics").bytes.clone()).expect("UTF-8")
    }

    /// Waits for the next question, and returns what was said since the last one. It ends with the question.
    pub fn asked(&mut self) -> String {
        self.said_until("a question", |said, is_over| !is_over && said.ends_with(": ") && !said.ends_with("\n: "))
    }

    /// The same, or what was said at the end.
    pub fn asked_or_ended(&mut self) -> String {
        self.said_until("a question or the end", |said, is_over| is_over || (said.ends_with(": ") && !said.ends_with("\n: ")))
    }

    /// Waits for the end, and returns what was said since the last question and the exit code.
    pub fn ending(&mut self) -> (String, Option<i32>) {
        let said = self.said_until("the end", |_, is_over| is_over);
        (said, self.child.wait().expect("it ends").code())
    }

    fn said_until(&mut self, what: &str, is_it: impl Fn(&str, bool) -> bool) -> String {
        let begin = Instant::now();
        let mut heard = self.heard.0.lock().expect("no reader panics");
        loop {
            let said = String::from_utf8_lossy(heard.bytes.get(self.taken..).unwrap_or_default()).into_owned();
            if is_it(&said, heard.is_over) {
                self.taken = heard.bytes.len();
                return said;
            }
            let left = DEADLINE.saturating_sub(begin.elapsed());
            let all = || String::from_utf8_lossy(&heard.bytes).into_owned();
            assert!(!left.is_zero() && !heard.is_over, "never heard {what}:\n{}", all());
            heard = self.heard.1.wait_timeout(heard, left).expect("no reader panics").0;
        }
    }

    pub fn answer(&mut self, text: &str) {
        let input = self.input.as_mut().expect("an open input");
        input.write_all(format!("{text}\n").as_bytes()).expect("it reads");
    }

    /// Answers, and waits for the next question.
    pub fn then(&mut self, text: &str) -> String {
        self.answer(text);
        self.asked()
    }

    /// The input ends.
    pub fn hang_up(&mut self) {
        self.input = None;
    }

    pub fn kill(&mut self) {
        self.child.kill().expect("it can be killed");
        self.child.wait().expect("it ends");
    }
}

/// The question that a text ends with.
pub fn question(said: &str) -> &str {
    said.lines().last().unwrap_or_default().trim_end().trim_end_matches(':')
}

/// Nothing in it moves a cursor or colours a word, and each line is one line.
pub fn assert_plain(transcript: &str) {
    let hidden = transcript.chars().find(|c| c.is_control() && *c != '\n');
    assert_eq!(hidden, None, "{transcript}");
    let drawn = transcript.chars().find(|c| ('\u{2500}'..='\u{28ff}').contains(c) || matches!(c, '\u{2713}' | '\u{2717}' | '\u{25b8}'));
    assert_eq!(drawn, None, "{transcript}");
}
