//! Whom one waits for: the services are asked again by themselves, and the user says what they know of the answer.

use super::Onboarding;
use super::talk::{Said, Turn};
use crate::cli::end::Stop;
use crate::journey::{
    Act, CheckId, LetterAct, LetterGround, LetterKind, Message, Next, SavedState, Situation, Verdict, next as comes_next, pause,
};
use crate::values::Value;
use jiff::{SignedDuration, Timestamp};
use std::time::Duration;

impl Onboarding<'_> {
    /// Waits until something has changed, or the user goes on.
    pub(super) async fn wait(&mut self, next: &Next) -> Result<Turn, Stop> {
        let SavedState { findings, journal, evidence, .. } = self.state();
        let kind = next.check.and_then(|check| LetterKind::for_check(check, &findings, self.profile.role));
        let act = kind.map(|kind| LetterGround::of(&self.profile, &findings, &journal, &evidence).act(kind));
        match act {
            Some(LetterAct::Reminded) => self.talk.say_word("wait-asked", &[])?,
            Some(LetterAct::Sent | LetterAct::Refused) => self.talk.say_word("wait-unasked", &[])?,
            None => {}
        }
        self.until_changed(next, "enter-looks", kind).await
    }

    /// Asks the services again, by themselves in growing pauses and at once when Enter is pressed, until what comes next has changed.
    pub(super) async fn until_changed(&mut self, next: &Next, question: &str, kind: Option<LetterKind>) -> Result<Turn, Stop> {
        let question = self.word(question, &[]);
        let before = self.whats_left();
        let at = Timestamp::now().checked_add(SignedDuration::try_from(self.patience(next)).unwrap_or_default()).unwrap_or_default();
        let again = [self.word("looks-again", &[("at", Value::Moment(at))])];
        self.talk.say_all(&again)?;
        loop {
            let patience = self.patience(next);
            let said = match self.talk.ask_within(&question, &again, patience).await? {
                Some(said) => said,
                None => {
                    self.looks += 1;
                    let checks = self.looked_for(next);
                    self.run_checks(&checks).await?;
                    if self.whats_left() != before {
                        self.looks = 0;
                        return Ok(Turn::On);
                    }
                    continue;
                }
            };
            match (said, kind) {
                (Said::Turn(turn), _) => return Ok(turn),
                (Said::Typed(typed), Some(kind)) if self.talk.is_word(&typed, "no") => return self.said_no(kind).await,
                (Said::Typed(typed), Some(kind)) if self.talk.is_word(&typed, "remind") => {
                    return self.letter(kind, LetterAct::Reminded).await;
                }
                (Said::Typed(typed), Some(kind)) if self.talk.is_word(&typed, "write") => return self.letter(kind, LetterAct::Sent).await,
                (Said::Typed(_), _) => {
                    self.looks = 0;
                    self.check().await?;
                    if self.whats_left() != before {
                        return Ok(Turn::On);
                    }
                    self.talk.say_word("unchanged", &[])?;
                }
            }
        }
    }

    /// How long until the next look. A service that was asked too often says from when it may be asked.
    fn patience(&self, next: &Next) -> Duration {
        let usual = pause(&self.profile.environment, self.looks);
        let until = next.until.filter(|_| matches!(next.act, Act::Wait)).map(|until| until.duration_since(Timestamp::now()));
        until.and_then(|until| Duration::try_from(until).ok()).map_or(usual, |until| until.clamp(Duration::from_secs(1), usual))
    }

    /// What is left to do, as far as a look can change it.
    fn whats_left(&mut self) -> Vec<(Act, Option<CheckId>)> {
        let SavedState { findings, journal, .. } = self.state();
        let situation = Situation { profile: &self.profile, findings: &findings, journal: &journal, now: Timestamp::now() };
        comes_next(situation).into_iter().map(|next| (next.act, next.check)).collect()
    }

    /// The checks that are asked again: those that wait for someone, and the one in question.
    fn looked_for(&mut self, next: &Next) -> Vec<CheckId> {
        let findings = self.state().findings;
        let waits = findings.iter().filter(|finding| matches!(finding.outcome, Verdict::Waiting(_)) || is_over(&finding.message));
        let mut checks: Vec<CheckId> = waits.map(|finding| finding.check).collect();
        checks.extend(next.check.filter(|check| !checks.contains(check)));
        checks
    }

    async fn said_no(&mut self, kind: LetterKind) -> Result<Turn, Stop> {
        let question = self.console.text.line("screens", "waiting.reason", &[]);
        let explained = [self.word("no-explained", &[])];
        loop {
            match self.talk.ask(question.trim_end_matches(':'), &explained).await? {
                Said::Typed(reason) if reason.is_empty() => {}
                Said::Typed(reason) => return self.note(kind, LetterAct::Refused, Some(reason), None).await,
                Said::Turn(turn) => return Ok(turn),
            }
        }
    }
}

/// Whether a service that was asked too often may be asked again.
fn is_over(message: &Message) -> bool {
    matches!(message, Message::RateLimited { until } if *until <= Timestamp::now())
}
