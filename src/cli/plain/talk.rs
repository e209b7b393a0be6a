//! Lines out and lines in. A line is written whole: a screen reader reads whole lines, a terminal wraps them by itself, and a log is
//! searched by line. Nothing moves the cursor, and nothing is said by a colour or a sign alone.

use crate::cli::console::Console;
use crate::cli::end::Stop;
use crate::values::{Value, one_line};
use std::io::{self, BufRead, IsTerminal, Read};
use std::time::Duration;
use tokio::task::JoinHandle;

/// The longest line that is read, in bytes: more than any answer.
const LONGEST: u64 = 64 * 1024;

/// What the user has said to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    /// An answer, without blanks around it. Empty for Enter alone.
    Typed(String),
    Turn(Turn),
}

/// Where the user goes from a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// On: it is answered or done.
    On,
    /// To the question before it.
    Back,
    /// To what can be done without it.
    Later,
    /// Out: by the word for it, or by the end of the input.
    Quit,
}

/// What is read out to whoever asks for it, at any question.
#[derive(Debug, Default)]
pub(super) struct Aside {
    /// The guide of the step.
    pub(super) guide: Vec<String>,
    /// All that is left to do.
    pub(super) left: Vec<String>,
}

/// What a word means that is no answer.
#[derive(Clone, Copy)]
enum Command {
    Explain,
    Guide,
    Left,
    Turn(Turn),
}

/// The words. Each is known in the reader's language and in English. A question mark is `help` too: most screen readers pass over it in a
/// sentence, so that the sentences name the word.
const COMMANDS: [(&str, Command); 6] = [
    ("help", Command::Explain),
    ("guide", Command::Guide),
    ("left", Command::Left),
    ("back", Command::Turn(Turn::Back)),
    ("later", Command::Turn(Turn::Later)),
    ("quit", Command::Turn(Turn::Quit)),
];

#[derive(Debug)]
pub(super) struct Talk<'a> {
    console: &'a Console,
    pub(super) aside: Aside,
    /// The line that is being read. It stays while nobody has typed it, whatever was asked meanwhile.
    reading: Option<JoinHandle<Option<String>>>,
    /// Whether the output ends with a question, without a line break after it.
    is_asked: bool,
}

impl<'a> Talk<'a> {
    pub(super) fn new(console: &'a Console) -> Self {
        Self { console, aside: Aside::default(), reading: None, is_asked: false }
    }

    /// Writes one line.
    pub(super) fn say(&mut self, line: &str) -> Result<(), Stop> {
        let breaks = if std::mem::take(&mut self.is_asked) { "\n" } else { "" };
        self.console.print(&format!("{breaks}{}\n", one_line(line)))
    }

    pub(super) fn say_all<T: AsRef<str>>(&mut self, lines: impl IntoIterator<Item = T>) -> Result<(), Stop> {
        lines.into_iter().try_for_each(|line| self.say(line.as_ref()))
    }

    /// An empty line, before something new.
    pub(super) fn gap(&mut self) -> Result<(), Stop> {
        self.say("")
    }

    /// The text with this key in `plain.ftl`.
    pub(super) fn word(&self, key: &str, values: &[(&'static str, Value)]) -> String {
        self.console.text.line("plain", key, values)
    }

    /// Says the text with this key in `plain.ftl`.
    pub(super) fn say_word(&mut self, key: &str, values: &[(&'static str, Value)]) -> Result<(), Stop> {
        let said = self.word(key, values);
        self.say(&said)
    }

    /// Whether this is the word with this key, in the reader's language or in English.
    pub(super) fn is_word(&self, typed: &str, word: &str) -> bool {
        let typed = typed.to_lowercase();
        typed == word || typed == self.word(&format!("command-{word}"), &[])
    }

    /// Asks for a line. Whoever asks what the question means, for the guide or for what is left is told, and asked again.
    pub(super) async fn ask(&mut self, question: &str, explained: &[String]) -> Result<Said, Stop> {
        loop {
            self.question(question)?;
            let line = self.line().await;
            if let Some(said) = self.heard(line, explained)? {
                return Ok(said);
            }
        }
    }

    /// The same, for as long as this. None if nobody has said anything by then: the question still stands.
    pub(super) async fn ask_within(&mut self, question: &str, explained: &[String], patience: Duration) -> Result<Option<Said>, Stop> {
        loop {
            if !self.is_asked {
                self.question(question)?;
            }
            let Ok(line) = tokio::time::timeout(patience, self.line()).await else { return Ok(None) };
            if let Some(said) = self.heard(line, explained)? {
                return Ok(Some(said));
            }
        }
    }

    /// Forgets what was typed at a terminal before a question was there: it must not agree to what nobody had read. What comes through a
    /// pipe was meant for the question, however early it came.
    pub(super) fn forget_what_was_typed(&mut self) {
        if io::stdin().is_terminal() {
            forget_terminals_input();
            self.reading.take_if(|reading| reading.is_finished());
        }
    }

    fn question(&mut self, question: &str) -> Result<(), Stop> {
        let breaks = if std::mem::replace(&mut self.is_asked, true) { "\n" } else { "" };
        self.console.print(&format!("{breaks}{}: ", one_line(question)))
    }

    /// The next line of the input. None at its end. Dropping the future loses nothing: the line is there for the next question.
    async fn line(&mut self) -> Option<String> {
        let reading = self.reading.get_or_insert_with(|| tokio::task::spawn_blocking(line_of_input));
        let line = reading.await.ok().flatten();
        self.reading = None;
        line
    }

    /// What the line says. None if it was a question of the user's, which is answered by then.
    fn heard(&mut self, line: Option<String>, explained: &[String]) -> Result<Option<Said>, Stop> {
        self.is_asked = false;
        // Nobody has broken the line where the input is no terminal.
        if line.is_none() || !io::stdin().is_terminal() {
            self.console.print("\n")?;
        }
        let Some(typed) = line else { return Ok(Some(Said::Turn(Turn::Quit))) };
        match self.command(&typed) {
            None => return Ok(Some(Said::Typed(typed))),
            Some(Command::Turn(turn)) => return Ok(Some(Said::Turn(turn))),
            Some(Command::Explain) => {
                self.say_all(explained)?;
                self.say_word("commands", &[])?;
            }
            Some(Command::Guide) => self.read_out(|aside| &mut aside.guide, "no-guide")?,
            Some(Command::Left) => self.read_out(|aside| &mut aside.left, "none-left")?,
        }
        Ok(None)
    }

    fn command(&self, typed: &str) -> Option<Command> {
        if typed == "?" {
            return Some(Command::Explain);
        }
        COMMANDS.into_iter().find(|(word, _)| self.is_word(typed, word)).map(|(_, command)| command)
    }

    fn read_out(&mut self, part: fn(&mut Aside) -> &mut Vec<String>, none: &str) -> Result<(), Stop> {
        let lines = std::mem::take(part(&mut self.aside));
        if lines.is_empty() {
            self.say_word(none, &[])?;
        }
        self.say_all(&lines)?;
        *part(&mut self.aside) = lines;
        Ok(())
    }
}

#[cfg(unix)]
fn forget_terminals_input() {
    // A terminal that cannot forget is asked as it is.
    let _ = rustix::termios::tcflush(io::stdin(), rustix::termios::QueueSelector::IFlush);
}

/// Windows forgets by a call that only unsafe code can make.
#[cfg(windows)]
const fn forget_terminals_input() {}

/// A line of standard input; more of them where a private key was pasted, whose lines must not answer the questions that follow.
fn line_of_input() -> Option<String> {
    let mut input = io::stdin().lock();
    let mut text = one(&mut input)?;
    while is_cut_short(&text) {
        let Some(more) = one(&mut input) else { break };
        text.push(' ');
        text.push_str(more.trim());
    }
    Some(text)
}

fn one(input: &mut impl BufRead) -> Option<String> {
    let mut bytes = Vec::new();
    let read = input.take(LONGEST).read_until(b'\n', &mut bytes).ok()?;
    (read > 0).then(|| String::from_utf8_lossy(&bytes).trim().to_owned())
}

/// Whether a pasted key, PEM or JSON, goes on in the next line.
fn is_cut_short(text: &str) -> bool {
    let count = |c: char| text.chars().filter(|other| *other == c).count();
    let is_pem = text.contains("-----BEGIN") && !text.contains("-----END");
    let is_json = text.starts_with('{') && count('{') > count('}');
    (is_pem || is_json) && (text.len() as u64) < LONGEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_key_is_one_answer() {
        assert!(is_cut_short("-----BEGIN PRIVATE KEY-----") && is_cut_short("-----BEGIN PRIVATE KEY----- MIIE"));
        assert!(!is_cut_short("-----BEGIN PRIVATE KEY----- MIIE -----END PRIVATE KEY-----"));
        assert!(is_cut_short("{") && is_cut_short("{ \"d\": \"x\",") && !is_cut_short("{ \"d\": \"x\" }"));
        assert!(!is_cut_short("310 400 602") && !is_cut_short(""));
    }
}
