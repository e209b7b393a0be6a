//! Running the checks: a sentence for each result that is new, once.

use super::Onboarding;
use super::talk::{Said, Turn};
use crate::cli::end::Stop;
use crate::engine::Progress;
use crate::journey::{Act, CheckId, Finding, Mark, Message, Next, Readiness, Verdict, plan};
use crate::report::{Names, finding_statements, verdict_and_summary};
use crate::text::capitalised;
use crate::values::Value;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{Instant, interval_at};

/// How often it is said how far something has come.
pub(super) const CALM: Duration = Duration::from_secs(5);

impl Onboarding<'_> {
    /// Runs every check because the user wants it, and says what is new.
    pub(super) async fn check(&mut self) -> Result<(), Stop> {
        self.talk.say_word("checking", &[])?;
        self.run_checks(&[]).await
    }

    /// Runs these checks with those that they need, or all of them if none is named. Says what is new, and nothing else.
    pub(super) async fn run_checks(&mut self, only: &[CheckId]) -> Result<(), Stop> {
        let all = plan(&self.profile);
        let planned = if only.is_empty() { all.clone() } else { all.only(&self.profile, only) };
        let opened = self.open().await?;
        let (sender, mut progress) = mpsc::unbounded_channel();
        let running = self.engine.check(&opened, &planned, sender);
        tokio::pin!(running);
        let mut calm = interval_at(Instant::now() + CALM, CALM);
        let mut done = 0_usize;
        let run = loop {
            tokio::select! {
                run = &mut running => break run,
                Some(step) = progress.recv() => done += usize::from(matches!(step, Progress::Found(_))),
                _ = calm.tick() => {
                    let values = [("done", Value::from(&done)), ("all", Value::from(&planned.checks.len()))];
                    let still = self.console.text.line("plain", "still-checking", &values);
                    self.talk.say(&still)?;
                }
            }
        };
        self.is_changed = false;
        // What comes next says itself what is so.
        let next = self.left().first().filter(|next| next.act != Act::Check).and_then(|next| next.check);
        run.findings.iter().try_for_each(|finding| self.tell(finding, next))?;
        let findings = self.state().findings;
        let standing = format!("{}.", capitalised(&self.console.text.standing(&Readiness::of(&all, &findings))));
        if standing == self.standing {
            return Ok(());
        }
        self.standing = standing;
        self.talk.say(&self.standing)
    }

    /// Says a result, unless it was said before, or comes `next`.
    fn tell(&mut self, finding: &Finding, next: Option<CheckId>) -> Result<(), Stop> {
        if matches!(finding.outcome, Verdict::Skipped(_)) {
            self.told.remove(&finding.check);
            return Ok(());
        }
        let said = self.told_of(finding);
        // An answer that is missing is asked for by and by.
        let is_asked_for = matches!(finding.message, Message::FieldMissing { .. } | Message::KeyNotGiven { .. });
        let is_known = self.told.insert(finding.check, said.clone()).as_ref() == Some(&said);
        if is_known || is_asked_for || next == Some(finding.check) {
            return Ok(());
        }
        self.talk.say(&said)?;
        // A remark asks for nothing, so nothing else would say it.
        if finding.outcome == Verdict::Warn {
            self.say_statements(&finding_statements(finding, &self.text(), Names::Titles))?;
        }
        Ok(())
    }

    /// "The clock of this machine is right: in order." What a check proves is not said of one that has not proven it: what is so is.
    fn told_of(&self, finding: &Finding) -> String {
        let (text, mark) = (self.text(), finding.outcome.mark());
        if mark == Mark::Pass {
            let verdict = text.verdict(mark);
            return self.word("result", &[("check", Value::Text(text.check(finding.check))), ("verdict", Value::Text(verdict))]);
        }
        let (verdict, summary) = verdict_and_summary(finding, &text, Names::Titles);
        format!("{verdict}: {}.", summary.trim_end_matches('.'))
    }

    /// The checks come next: for the first time, or once more after what they have found.
    pub(super) async fn check_again(&mut self, next: &Next) -> Result<Turn, Stop> {
        let question = self.word("enter-checks", &[]);
        let explained = [self.console.text.next(next, &self.profile, &[])];
        match self.talk.ask(&question, &explained).await? {
            Said::Typed(_) => {
                self.looks = 0;
                let told = self.told.clone();
                self.check().await?;
                if self.told == told {
                    self.talk.say_word("unchanged", &[])?;
                }
                Ok(Turn::On)
            }
            Said::Turn(turn) => Ok(turn),
        }
    }
}
