//! A deed: what it would do, how far it is, what came of it.

use super::Onboarding;
use super::agreeing::Agreed;
use super::checking::CALM;
use super::talk::{Said, Turn};
use crate::cli::end::Stop;
use crate::engine::OpenConnection;
use crate::journey::{DeedId, DeedMessage, DeedOptions, DeedProgress, LetterGround, LetterKind, Outcome, Preview, SavedState, Stopped};
use crate::report::{Names, Statement, preview_statements, stopped_statements};
use crate::values::Value;
use jiff::Timestamp;
use tokio::sync::mpsc;
use tokio::time::{Instant, interval_at};

impl Onboarding<'_> {
    /// Shows a deed, and does it if the user agrees. A letter is read out instead, and the answer that a deed lacks is asked for.
    pub(super) async fn deed(&mut self, deed: DeedId) -> Result<Turn, Stop> {
        if let Some(missing) = deed.missing(&self.profile) {
            return self.answer(missing, None).await;
        }
        if let Some(kind) = LetterKind::of(deed) {
            let SavedState { findings, journal, evidence, .. } = self.state();
            let act = LetterGround::of(&self.profile, &findings, &journal, &evidence).act(kind);
            return self.letter(kind, act).await;
        }
        let (file, transfer) = (self.profile.transfer.file.clone(), self.profile.transfer.id);
        let mut options = DeedOptions { file, transfer, confirm: true, ..DeedOptions::default() };
        if deed == DeedId::Admit {
            match self.whom().await? {
                Ok(whom) => options = DeedOptions { confirm: true, ..whom },
                Err(turn) => return Ok(turn),
            }
        }
        self.shown(deed, options).await
    }

    async fn shown(&mut self, deed: DeedId, mut options: DeedOptions) -> Result<Turn, Stop> {
        let opened = self.open().await?;
        loop {
            let preview = match opened.preview(deed, &options).await {
                Ok(preview) => preview,
                Err(stopped) => return self.stopped(&stopped).await,
            };
            if !preview.candidates.is_empty() && !options.names_one() {
                match self.which(&preview).await? {
                    Ok(id) => options = options.with_one(deed, &id),
                    Err(turn) => return Ok(turn),
                }
                continue;
            }
            self.say_preview(&preview)?;
            match self.agreed(&preview, &options).await? {
                Agreed::Yes => return self.perform(&opened, deed, DeedOptions { agreed: preview.agreed(), ..options }).await,
                Agreed::Otherwise(other) => options = *other,
                Agreed::Turn(turn) => return Ok(turn),
            }
        }
    }

    fn say_preview(&mut self, preview: &Preview) -> Result<(), Stop> {
        let (says, details) = preview_statements(preview, &self.text());
        self.say_statements(&says)?;
        // The addresses are read to whoever asks.
        let is_read = |statement: &&Statement| !matches!(statement, Statement::Request { .. });
        self.talk.say_all(details.iter().filter(is_read).map(Statement::in_one))
    }

    /// Does it, says what came of it, and asks the checks what has changed.
    pub(super) async fn perform(&mut self, opened: &OpenConnection, deed: DeedId, options: DeedOptions) -> Result<Turn, Stop> {
        match self.watched(opened, deed, &options).await? {
            Err(stopped) => return self.stopped(&stopped).await,
            Ok(outcome) => {
                // The engine holds what could not be saved, and the end of the program tells it.
                let _ = self.engine.keep_evidence(&self.profile, &outcome.evidence);
                let text = self.text();
                // A new key is read out where it is pasted. What is to be done, and on which page, comes next.
                let is_pasted_later = |message: &&DeedMessage| deed == DeedId::MakeKey && message.to_copy().is_some();
                let told = outcome.says.iter().take_while(|message| !is_pasted_later(message));
                self.talk.say_all(told.map(|message| text.deed(message).says))?;
            }
        }
        self.looks = 0;
        self.run_checks(&[]).await?;
        Ok(Turn::On)
    }

    /// Waits for a deed. What takes longer than a few seconds is said, at a calm pace.
    async fn watched(
        &mut self,
        opened: &OpenConnection,
        deed: DeedId,
        options: &DeedOptions,
    ) -> Result<Result<Outcome, Box<Stopped>>, Stop> {
        let (sender, mut progress) = mpsc::unbounded_channel();
        let work = opened.perform(deed, options, sender);
        tokio::pin!(work);
        let mut calm = interval_at(Instant::now() + CALM, CALM);
        let (mut latest, mut said) = (String::new(), String::new());
        loop {
            tokio::select! {
                // In this order, progress that was sent before the end is taken in before it.
                biased;
                Some(step) = progress.recv() => self.take_in(step, &mut latest)?,
                ended = &mut work => {
                    while let Ok(step) = progress.try_recv() {
                        self.take_in(step, &mut latest)?;
                    }
                    return Ok(ended);
                }
                _ = calm.tick() => {
                    if latest != said {
                        self.talk.say(&latest)?;
                        said.clone_from(&latest);
                    }
                }
            }
        }
    }

    fn take_in(&mut self, step: DeedProgress, latest: &mut String) -> Result<(), Stop> {
        match step {
            DeedProgress::Started(message) => *latest = self.text().deed(&message).says,
            DeedProgress::Moved(moved) => {
                let percent = moved.done.saturating_mul(100).checked_div(moved.total).unwrap_or(0);
                let rate = self.console.text.moving(moved).map(|rate| format!(", {rate}")).unwrap_or_default();
                *latest = format!("{}{rate}.", self.word("percent", &[("percent", Value::from(&percent))]));
            }
            DeedProgress::Recorded(evidence) => {
                // The engine holds what could not be saved, and the end of the program tells it.
                let _ = self.engine.keep_evidence(&self.profile, &evidence);
            }
            DeedProgress::Answered { field, text } => {
                let mut answered = self.profile.clone();
                // A deed gives only answers that the field takes.
                if answered.set_at(field, &text, Timestamp::now()).is_ok() {
                    self.keep(answered)?;
                }
            }
            // The engine has them on disk.
            DeedProgress::Done { .. } | DeedProgress::Noted(_) => {}
        }
        Ok(())
    }

    /// Says why a deed stopped. It is tried again after the next look, or later.
    async fn stopped(&mut self, stopped: &Stopped) -> Result<Turn, Stop> {
        // The engine holds what could not be saved, and the end of the program tells it.
        let _ = self.engine.keep_evidence(&self.profile, &stopped.evidence);
        self.say_statements(&stopped_statements(stopped, &self.text(), Names::Titles))?;
        let question = self.word("enter-checks", &[]);
        match self.talk.ask(&question, &[]).await? {
            Said::Typed(_) => {
                self.check().await?;
                Ok(Turn::On)
            }
            Said::Turn(turn) => Ok(turn),
        }
    }
}
