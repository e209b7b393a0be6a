//! A letter: read out in full, saved where the user names a file, and noted once the user has sent it. The program sends none.

use super::Onboarding;
use super::talk::{Said, Turn};
use crate::cli::end::Stop;
use crate::cli::letter::{goes_to, save};
use crate::files::paths;
use crate::journey::{DeedOptions, FieldId, Letter, LetterAct, LetterGround, LetterKind, LetterOptions, MustType, Preview, SavedState};
use crate::text::LetterWords;
use crate::values::{Language, MailAddress, Value};
use std::path::Path;

/// What the user has chosen for the letter.
struct Draft {
    to: Option<MailAddress>,
    language: Language,
}

/// What is done with the letter next.
enum Asked {
    /// It is read out, as it is now.
    Again,
    Sent,
    Nothing,
    Turn(Turn),
}

impl Onboarding<'_> {
    /// Reads out the letter until the user says that it is sent.
    pub(super) async fn letter(&mut self, kind: LetterKind, act: LetterAct) -> Result<Turn, Stop> {
        let mut draft = Draft { to: None, language: Language::Bokmal };
        let mut is_read = false;
        loop {
            let letter = match self.written(kind, act, &draft) {
                Ok(letter) => letter,
                Err(missing) => return self.answer(missing, None).await,
            };
            if !is_read {
                self.read_out(&letter, draft.language)?;
                is_read = true;
            }
            match self.after_reading(&letter, &mut draft).await? {
                Asked::Again => is_read = false,
                Asked::Nothing => {}
                Asked::Sent => return self.note(kind, act, None, letter.mail().cloned()).await,
                Asked::Turn(turn) => return Ok(turn),
            }
        }
    }

    fn written(&mut self, kind: LetterKind, act: LetterAct, draft: &Draft) -> Result<Letter, FieldId> {
        let SavedState { findings, journal, evidence, .. } = self.state();
        let options = LetterOptions { to: draft.to.clone(), act: Some(act), reason: None };
        Letter::new(kind, LetterGround::of(&self.profile, &findings, &journal, &evidence), &options)
    }

    fn read_out(&mut self, letter: &Letter, language: Language) -> Result<(), Stop> {
        let words = LetterWords::of(letter, language);
        let to = match &letter.to {
            Some(_) => goes_to(letter, &words, self.console),
            None => self.word("letter-to-nobody", &[("receiver", Value::Text(words.receiver.clone()))]),
        };
        self.talk.say(&to)?;
        self.talk.say_word("letter-subject", &[("subject", Value::Text(words.subject.clone()))])?;
        self.talk.say_all(words.body.lines())?;
        ["letter-ends", "letter-sent", "letter-words"].iter().try_for_each(|key| self.talk.say_word(key, &[]))
    }

    async fn after_reading(&mut self, letter: &Letter, draft: &mut Draft) -> Result<Asked, Stop> {
        let (question, explained) = (self.word("letter-question", &[]), [self.word("letter-sent", &[]), self.word("letter-words", &[])]);
        let typed = match self.talk.ask(&question, &explained).await? {
            Said::Typed(typed) => typed,
            Said::Turn(turn) => return Ok(Asked::Turn(turn)),
        };
        let (word, rest) = typed.split_once(' ').map_or((typed.as_str(), ""), |(word, rest)| (word, rest.trim()));
        if self.talk.is_word(word, "sent") {
            return Ok(Asked::Sent);
        }
        if self.talk.is_word(word, "save") {
            self.save_letter(letter, draft.language, rest)?;
            return Ok(Asked::Nothing);
        }
        if self.talk.is_word(word, "to") {
            match rest.parse() {
                Ok(to) => draft.to = Some(to),
                Err(invalid) => {
                    self.refuse(&invalid)?;
                    return Ok(Asked::Nothing);
                }
            }
            return Ok(Asked::Again);
        }
        if self.talk.is_word(word, "mailto") {
            let mailto = LetterWords::of(letter, draft.language).mailto(letter.mail().map(MailAddress::as_str));
            self.talk.say(&mailto)?;
            return Ok(Asked::Nothing);
        }
        if self.talk.is_word(word, "contact") {
            return self.contact().await;
        }
        if let Some(language) = Language::ALL.iter().find(|language| language.name() == word) {
            draft.language = *language;
            return Ok(Asked::Again);
        }
        self.talk.say_all(&explained)?;
        Ok(Asked::Nothing)
    }

    /// Whom the receiver may answer.
    async fn contact(&mut self) -> Result<Asked, Stop> {
        for field in [FieldId::ContactName, FieldId::ContactEmail, FieldId::ContactPhone] {
            match self.answer_one(field, true).await? {
                Turn::On => {}
                Turn::Quit => return Ok(Asked::Turn(Turn::Quit)),
                Turn::Back | Turn::Later => break,
            }
        }
        Ok(Asked::Again)
    }

    /// Writes the letter to a file: the one that is named, else one in the program's folder of letters.
    fn save_letter(&mut self, letter: &Letter, language: Language, file: &str) -> Result<(), Stop> {
        let text = LetterWords::of(letter, language).whole();
        let said = if file.is_empty() {
            match self.engine.save_letter(&format!("{}-{}", self.name, letter.kind), &text) {
                Ok(path) => self.console.word("said.letter-saved", &[("path", Value::Text(path))]),
                Err(message) => self.console.text.engine(&message),
            }
        } else {
            match save(&paths::given(Path::new(file)), &text, self.console) {
                Ok(saved) | Err(Stop::Usage(saved) | Stop::NotKept(saved)) => saved,
                Err(stop) => return Err(stop),
            }
        };
        self.talk.say(&said)
    }

    /// Notes that a letter was sent, or what its receiver has answered. In production the profile's name is typed first.
    pub(super) async fn note(
        &mut self,
        kind: LetterKind,
        act: LetterAct,
        reason: Option<String>,
        to: Option<MailAddress>,
    ) -> Result<Turn, Stop> {
        let letter = LetterOptions { to, act: Some(act), reason };
        let options = DeedOptions { letter, ..DeedOptions::default() };
        let preview = Preview::new(kind.deed(), &self.profile, Vec::new());
        if preview.must_type.contains(&MustType::ProfileName)
            && let Some(turn) = self.means_it(&preview).await?
        {
            return Ok(turn);
        }
        let opened = self.open().await?;
        self.perform(&opened, kind.deed(), options).await
    }
}
