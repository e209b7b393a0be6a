//! `--wait` and `--watch`: the checks are run again, from 30 s slowing to 5 min, within the call budgets.

use super::watched::WatchedScreen;
use super::{Checking, Look};
use crate::cli::end::{End, Stop};
use crate::cli::signals;
use crate::journey::{Finding, may_be_asked_at, may_come_by_itself, pause};
use crate::report::{Conclusion, Format};
use crate::values::{Lasting, Value};
use jiff::{SignedDuration, Timestamp};
use std::time::{Duration, Instant};

/// Looks again until everything is ready, or until all that is left waits on somebody, or the time is over. The report is that of the
/// last look.
pub(super) async fn wait(checking: &Checking<'_>, longest: Option<Lasting>) -> Result<End, Stop> {
    let begun = Instant::now();
    for looks in 0_u32.. {
        let look = checking.look().await?;
        let conclusion = checking.report(&look).conclusion();
        let left = longest.map(|longest| Duration::from_secs(longest.seconds()).saturating_sub(begun.elapsed()));
        let is_over = left.is_some_and(|left| left.is_zero());
        let can_come = conclusion != Conclusion::InOrder && may_come_by_itself(&look.findings);
        if can_come && !is_over {
            let next = until_next(checking, &look, looks);
            let next = left.map_or(next, |left| next.min(left));
            checking.console.say(&says_when(checking, &look, next));
            tokio::time::sleep(next).await;
            continue;
        }
        if can_come {
            let waited = longest.unwrap_or(Lasting::of_seconds(0));
            checking.console.say(&checking.console.word("said.wait-over", &[("waited", Value::Lasting(waited))]));
        } else if conclusion != Conclusion::InOrder {
            checking.console.say(&checking.console.word("said.wait-people", &[]));
        }
        let end = checking.print(&look)?;
        return Ok(if can_come { End::ToDo } else { end });
    }
    Ok(End::NotAsked)
}

/// Looks again and again until Ctrl-C. On a terminal that can be drawn on, each report is drawn over the one before; elsewhere each look is
/// one line.
pub(super) async fn watch(checking: &Checking<'_>, format: Format) -> Result<End, Stop> {
    let terminated = signals::terminated();
    // Whatever ends it, the terminal is given back.
    tokio::select! {
        ended = look_on(checking, format) => ended,
        number = terminated => Err(Stop::Signalled(number)),
    }
}

async fn look_on(checking: &Checking<'_>, format: Format) -> Result<End, Stop> {
    let console = checking.console;
    let draws = format == Format::Text && console.can_draw();
    let mut screen = WatchedScreen::new(console);
    let (mut looks, mut before) = (0_u32, Vec::new());
    loop {
        let look = checking.look().await?;
        let now: Vec<_> = look.findings.iter().map(|finding: &Finding| (finding.check, finding.outcome.mark())).collect();
        // What changes is looked at closely again.
        looks = if now == before { looks.saturating_add(1) } else { 0 };
        before = now;
        let next = until_next(checking, &look, looks);
        let report = checking.report(&look);
        if draws {
            screen.draw(console.report_and(&report, &says_when(checking, &look, next)))?;
        } else {
            console.print(&match format {
                Format::Json => report.write_on_one_line(&console.text),
                Format::Text | Format::Junit | Format::Github => in_one_line(checking, &look),
            })?;
        }
        if let Some(unwritten) = look.unwritten {
            console.say(&unwritten);
        }
        tokio::time::sleep(next).await;
    }
}

fn until_next(checking: &Checking<'_>, look: &Look, looks: u32) -> Duration {
    let grown = pause(&checking.selected.profile.environment, looks);
    let allowed = may_be_asked_at(&look.findings).map(|at| at.duration_since(Timestamp::now()));
    allowed.and_then(|left| Duration::try_from(left).ok()).map_or(grown, |left| left.max(Duration::from_secs(1)))
}

fn says_when(checking: &Checking<'_>, look: &Look, next: Duration) -> String {
    let text = &checking.console.text;
    let at = Timestamp::now().checked_add(SignedDuration::try_from(next).unwrap_or_default()).unwrap_or(Timestamp::MAX);
    let report = checking.report(look);
    let values = [("standing", Value::Text(text.standing(&report.readiness()))), ("at", Value::Text(text.clock(at)))];
    checking.console.word("said.looks-again", &values)
}

/// The time, how far it has come, and what comes next.
fn in_one_line(checking: &Checking<'_>, look: &Look) -> String {
    let text = &checking.console.text;
    let report = checking.report(look);
    let standing = text.standing(&report.readiness());
    let next = text.next_line(report.next.first(), report.profile, report.findings);
    format!("{}  {standing}  {next}\n", look.checked_at.strftime("%Y-%m-%dT%H:%M:%SZ"))
}
