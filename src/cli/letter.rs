//! The letters of `do ask-…`: printed on standard output, saved, or as a link for a mail program. Nothing is sent.

use super::choice;
use super::console::Console;
use super::end::Stop;
use crate::files::{Opening, make_file, paths, read_own};
use crate::journey::{Letter, LetterAct, LetterAddress, LetterOptions};
use crate::text::LetterWords;
use crate::values::{FileSize, Invalid, Language, MailAddress, Value};
use clap::Args;
use std::io::Write;
use std::path::{Path, PathBuf};

/// More than any letter.
const LARGEST: FileSize = FileSize(64 * 1024);

#[derive(Args)]
pub(super) struct LetterArgs {
    #[arg(long, value_name = "nb|nn|en", value_parser = choice::language(), default_value = "nb", hide_possible_values = true)]
    letter_language: Language,
    #[arg(long, value_name = "ADDRESS")]
    to: Option<String>,
    #[arg(long, value_name = "FILE")]
    save: Option<PathBuf>,
    #[arg(long)]
    mailto: bool,
    #[arg(long)]
    remind: bool,
    #[arg(long, value_name = "REASON", conflicts_with = "remind")]
    said_no: Option<String>,
}

impl LetterArgs {
    pub(super) fn options(&self, console: &Console) -> Result<LetterOptions, Stop> {
        let read = |text: &String| text.parse::<MailAddress>();
        let to = self.to.as_ref().map(read).transpose();
        let to = to.map_err(|invalid: Invalid| Stop::Usage(format!("--to: {}", console.text.invalid(&invalid))))?;
        let act = match (&self.said_no, self.remind) {
            (Some(_), _) => Some(LetterAct::Refused),
            (None, true) => Some(LetterAct::Reminded),
            (None, false) => None,
        };
        Ok(LetterOptions { to, act, reason: self.said_no.clone() })
    }

    /// Prints the letter, or its link, and saves it where a file is named. With `dry_run` it saves nothing.
    pub(super) fn show(&self, letter: &Letter, dry_run: bool, console: &Console) -> Result<(), Stop> {
        if self.said_no.is_some() {
            return Ok(());
        }
        let words = LetterWords::of(letter, self.letter_language);
        console.say(&goes_to(letter, &words, console));
        let mailto = || words.mailto(letter.mail().map(MailAddress::as_str));
        console.print(&if self.mailto { format!("{}\n", mailto()) } else { words.whole() })?;
        match &self.save {
            Some(file) if !dry_run => {
                console.say(&save(&paths::given(file), &words.whole(), console)?);
                Ok(())
            }
            Some(_) | None => Ok(()),
        }
    }
}

/// Where the letter goes, and who says so.
pub(super) fn goes_to(letter: &Letter, words: &LetterWords, console: &Console) -> String {
    let receiver = ("receiver", Value::Text(words.receiver.clone()));
    let (key, to) = match &letter.to {
        Some(LetterAddress::Mail(address)) => ("said.letter-to", address.to_string()),
        Some(LetterAddress::Page(page)) => ("said.letter-to-page", page.to_string()),
        Some(LetterAddress::Other(contact)) => ("said.letter-to-page", contact.clone()),
        None => ("said.letter-to-nobody", String::new()),
    };
    console.word(key, &[receiver, ("to", Value::Text(to))])
}

/// Writes the letter to a new file, and returns the sentence that says so. A file that is there stays as it is, unless it is this
/// letter already.
pub(super) fn save(file: &Path, text: &str, console: &Console) -> Result<String, Stop> {
    let path = ("path", Value::Text(file.display().to_string()));
    let written = make_file(file, Opening::New).and_then(|mut made| made.write_all(text.as_bytes()));
    match written {
        Ok(()) => Ok(console.word("said.letter-saved", &[path])),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            let is_same = read_own(file, LARGEST).is_ok_and(|there| there.as_deref() == Some(text.as_bytes()));
            if !is_same {
                return Err(Stop::Usage(console.word("problem.letter-file-taken", &[path])));
            }
            Ok(console.word("said.letter-saved", &[path]))
        }
        Err(error) => {
            let reason = ("reason", Value::Text(error.to_string()));
            Err(Stop::NotKept(console.word("problem.letter-not-saved", &[path, reason])))
        }
    }
}
