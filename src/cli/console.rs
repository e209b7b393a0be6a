//! Standard input, output and error, with the language, the time zone, the width and the glyphs of the person who reads them.

use super::end::Stop;
use super::language;
use crate::engine::TraceFile;
use crate::journey::EngineMessage;
use crate::report::{Format, Glyphs, Paper, Report, line, printed, printed_commands, takes_links, with_links};
use crate::text::Text;
use crate::values::{Language, Value};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::io::{self, BufRead, ErrorKind, IsTerminal, Write};
use std::sync::LazyLock;

static ZONE: LazyLock<TimeZone> = LazyLock::new(zone);
/// The width in columns when the output is no terminal.
const WIDTH: usize = 100;

#[derive(Debug)]
pub(super) struct Console {
    pub(super) text: Text,
    glyphs: Glyphs,
    /// Where each call to a service is written too.
    pub(super) trace: Option<TraceFile>,
    layout: Layout,
}

/// How lines are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layout {
    /// Wrapped at the width, with links marked where the terminal takes that.
    Wrapped,
    /// Each line whole and without any mark, for a screen reader: the terminal wraps it by itself.
    Whole,
}

impl Console {
    pub(super) fn of_this_process() -> Self {
        Self {
            text: Text::new(language::of_this_process()).local(&ZONE, Timestamp::now()),
            glyphs: Glyphs::of_the_locale(|name| std::env::var(name).ok()),
            trace: None,
            layout: Layout::Wrapped,
        }
    }

    /// The same console, for a command that writes its calls to a file.
    pub(super) fn tracing(&self, trace: Option<TraceFile>) -> Self {
        Self { text: self.text, glyphs: self.glyphs, trace, layout: self.layout }
    }

    /// The same console in another language.
    pub(super) fn in_language(&self, language: Language) -> Self {
        Self { text: self.text.in_language(language), glyphs: self.glyphs, trace: self.trace.clone(), layout: self.layout }
    }

    /// The same console with each line whole, and without any mark.
    pub(super) fn in_whole_lines(&self) -> Self {
        Self { text: self.text, glyphs: self.glyphs, trace: self.trace.clone(), layout: Layout::Whole }
    }

    /// The width and glyphs for standard output, which carries the result.
    pub(super) fn paper(&self) -> Paper {
        Paper::new(width(io::stdout().is_terminal()), self.glyphs)
    }

    /// The glyphs that the terminal can show.
    pub(super) const fn glyphs(&self) -> Glyphs {
        self.glyphs
    }

    fn margin(&self) -> Paper {
        Paper::new(width(io::stderr().is_terminal()), self.glyphs)
    }

    /// The stop of a command that the engine refuses because of how it was called, with the engine's message in words; or because the
    /// disk refuses.
    pub(super) fn usage(&self, message: &EngineMessage) -> Stop {
        let words = self.text.engine(message);
        if message.is_not_saved() { Stop::NotKept(words) } else { Stop::Usage(words) }
    }

    /// The text with this key in `cli.ftl`.
    pub(super) fn word(&self, key: &str, values: &[(&'static str, Value)]) -> String {
        self.text.line("cli", key, values)
    }

    /// Writes the result, or a part of it, to standard output.
    pub(super) fn print(&self, result: &str) -> Result<(), Stop> {
        self.write(&self.printed_to(result, &io::stdout()))
    }

    /// Writes a report to standard output.
    pub(super) fn print_report(&self, report: &Report, format: Format) -> Result<(), Stop> {
        let text = report.write(format, &self.text, self.paper());
        self.write(&match format {
            Format::Github => printed_commands(&text),
            Format::Text => self.printed_to(&text, &io::stdout()),
            Format::Json | Format::Junit => printed(&text),
        })
    }

    /// Whether the result goes to a terminal that can be drawn on.
    pub(super) fn can_draw(&self) -> bool {
        io::stdout().is_terminal() && !is_dumb()
    }

    /// A report as standard output shows it, and a line under it.
    pub(super) fn report_and(&self, report: &Report, under: &str) -> String {
        let text = report.write(Format::Text, &self.text, self.paper()) + "\n" + &line(under, 0, self.paper());
        self.printed_to(&text, &io::stdout())
    }

    /// Writes to standard output what may also move the cursor. Texts of others must have been printed into it.
    pub(super) fn draw_result(&self, drawn: &str) -> Result<(), Stop> {
        self.write(drawn)
    }

    fn write(&self, result: &str) -> Result<(), Stop> {
        let mut out = io::stdout().lock();
        match out.write_all(result.as_bytes()).and_then(|()| out.flush()) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Err(Stop::NobodyReads),
            Err(error) => Err(self.unwritten(&error)),
        }
    }

    /// The stop of a command whose result could not be written.
    pub(super) fn unwritten(&self, error: &io::Error) -> Stop {
        Stop::Failed(self.word("problem.output", &[("reason", (&error.to_string()).into())]))
    }

    /// Writes a sentence to standard error. A failure is ignored: the result on standard output does not depend on it.
    pub(super) fn say(&self, sentence: &str) {
        match self.layout {
            Layout::Wrapped => self.say_as_is(&line(sentence.trim_end(), 0, self.margin())),
            Layout::Whole => self.say_as_is(&format!("{}\n", sentence.trim_end())),
        }
    }

    /// Writes a text that is already wrapped to standard error; a failure is ignored as in [`Self::say`].
    pub(super) fn say_as_is(&self, text: &str) {
        self.draw(&self.printed_to(&self.glyphs.written(text), &io::stderr()));
    }

    /// The text as it is printed; where it goes to a terminal, its links are marked.
    fn printed_to(&self, text: &str, to: &impl IsTerminal) -> String {
        let text = printed(text);
        if self.layout == Layout::Wrapped && marks_links(to) { with_links(&text) } else { text }
    }

    /// Writes to standard error what may also move the cursor. Texts of others must not be in it.
    pub(super) fn draw(&self, text: &str) {
        let mut err = io::stderr().lock();
        let _ = err.write_all(text.as_bytes()).and_then(|()| err.flush());
    }

    /// Whether standard error is a terminal that can draw a line of progress over the one before.
    pub(super) fn is_watched(&self) -> bool {
        io::stderr().is_terminal() && !is_dumb()
    }

    /// Whether a question can be asked: input and standard error are both terminals.
    pub(super) fn can_ask(&self) -> bool {
        io::stdin().is_terminal() && io::stderr().is_terminal()
    }

    /// Asks for a line; `None` when there is no terminal to ask at.
    pub(super) fn ask(&self, question: &str) -> Option<String> {
        if !self.can_ask() {
            return None;
        }
        self.say_as_is(question);
        line_of_input()
    }

    /// Like [`Self::ask`], but on another thread, so that Ctrl-C still ends the command while the question waits.
    pub(super) async fn ask_and_listen(&self, question: &str) -> Option<String> {
        if !self.can_ask() {
            return None;
        }
        self.say_as_is(question);
        tokio::task::spawn_blocking(line_of_input).await.ok().flatten()
    }

    /// Like [`Self::agrees`], while Ctrl-C still ends the command.
    pub(super) async fn agrees_and_listens(&self) -> Option<bool> {
        self.ask_and_listen(&self.word("said.confirm", &[])).await.map(|answer| self.is_yes(&answer))
    }

    /// Asks whether to go on: anything but a yes is a no. `None` when there is no terminal to ask at.
    pub(super) fn agrees(&self) -> Option<bool> {
        self.ask(&self.word("said.confirm", &[])).map(|answer| self.is_yes(&answer))
    }

    /// Whether the answer is "yes" in the reader's language, or its first letter. Case does not count.
    pub(super) fn is_yes(&self, answer: &str) -> bool {
        let yes = self.word("said.yes", &[]);
        let answer = answer.to_lowercase();
        answer == yes || yes.chars().next().is_some_and(|letter| answer == letter.to_string())
    }
}

/// Whether the terminal says of itself that it only shows lines.
pub(super) fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

fn marks_links(to: &impl IsTerminal) -> bool {
    to.is_terminal() && takes_links(std::env::var("TERM").ok().as_deref())
}

fn line_of_input() -> Option<String> {
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer).ok()?;
    Some(answer.trim().to_owned())
}

/// The system's time zone. Without `TZ`, the rules are read straight from `/etc/localtime`: jiff would look up the zone's name,
/// for which it reads the whole time zone database.
fn zone() -> TimeZone {
    let has_variable = std::env::var_os("TZ").is_some();
    let own = (!has_variable).then(|| std::fs::read("/etc/localtime").ok()).flatten();
    own.and_then(|rules| TimeZone::tzif("Local", &rules).ok()).unwrap_or_else(TimeZone::system)
}

fn width(is_terminal: bool) -> usize {
    let columns = is_terminal.then(|| crossterm::terminal::size().ok()).flatten().map(|(columns, _)| usize::from(columns));
    columns.filter(|columns| *columns > 0).unwrap_or(WIDTH)
}
