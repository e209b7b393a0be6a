//! `--skip ID="reason"`: checks that this run leaves out, and why. Nothing of it is kept, and what was left out is not proven.

use crate::cli::console::Console;
use crate::cli::end::Stop;
use crate::engine::ChosenAnswers;
use crate::journey::{CheckId, Finding, Fingerprint, Message, Plan, Profile, Skip, Verdict};
use crate::values::Value;
use jiff::Timestamp;

/// A check that is left out, and the user's reason.
pub(super) struct Skipped {
    pub(super) check: CheckId,
    reason: String,
}

/// Reads the arguments: checks of this plan that were not asked for by name, each with a reason.
pub(super) fn read(
    arguments: &[String],
    named: &[CheckId],
    plan: &Plan,
    selected: &ChosenAnswers,
    console: &Console,
) -> Result<Vec<Skipped>, Stop> {
    let refused = |key: &str, check: &str| Stop::Usage(console.word(key, &[("check", Value::Text(check.to_owned()))]));
    arguments
        .iter()
        .map(|argument| {
            let (id, reason) = argument.split_once('=').unwrap_or((argument, ""));
            let known = id.trim().parse::<CheckId>().ok().filter(|check| plan.contains(*check));
            match (known, reason.trim()) {
                (None, _) => Err(super::unknown(id.trim(), plan, selected, console)),
                (Some(check), _) if named.contains(&check) => Err(refused("problem.skip-named", check.name())),
                (Some(check), "") => Err(refused("problem.skip-reason", check.name())),
                (Some(check), reason) => Ok(Skipped { check, reason: reason.to_owned() }),
            }
        })
        .collect()
}

/// The plan without the checks that are left out.
pub(super) fn without(skipped: &[Skipped], plan: &Plan) -> Plan {
    plan.without(&skipped.iter().map(|one| one.check).collect::<Vec<_>>())
}

impl Skipped {
    /// What the report says of it.
    pub(super) fn finding(&self, profile: &Profile, at: Timestamp) -> Finding {
        Finding {
            check: self.check,
            answers: Fingerprint::of(self.check, profile),
            outcome: Verdict::Skipped(Skip::ThisRun),
            message: Message::SkippedNow { reason: self.reason.clone() },
            code: None,
            link: None,
            checked_at: at,
            took_ms: 0,
            evidence: Vec::new(),
            asked: Vec::new(),
        }
    }
}
