//! Annotations of GitHub Actions: an error for what somebody has to do, a warning for the rest, a notice with the readiness.

use super::{Report, plain, proof};
use crate::journey::{Finding, StepId, Verdict};
use crate::text::Text;

pub(super) fn write(report: &Report, words: &Text) -> String {
    let findings = report.steps().flat_map(|step| report.of_step(step));
    let mut out: String = findings.filter_map(|finding| annotation(finding, words)).collect();
    let ready = words.line("cli", "report.ready", &[("done", (&report.readiness().done()).into()), ("all", (&StepId::ALL.len()).into())]);
    out.push_str(&command("notice", &report.about(words).join(" · "), &ready));
    out
}

fn annotation(finding: &Finding, words: &Text) -> Option<String> {
    let level = match finding.outcome {
        Verdict::Fail | Verdict::NeedsYou => "error",
        Verdict::Warn | Verdict::Waiting(_) | Verdict::Unknown => "warning",
        Verdict::Pass | Verdict::Skipped(_) => return None,
    };
    let said = words.finding(&finding.message);
    let mut lines = vec![said.summary];
    lines.extend(finding.evidence.iter().map(|row| proof(row, words)));
    lines.extend(said.cause);
    lines.extend(said.fix.map(|fix| words.line("cli", "report.do", &[("fix", (&fix).into())])));
    lines.extend(finding.link.clone().or(said.link));
    let title: Vec<&str> = [Some(finding.check.name()), finding.code.as_deref()].into_iter().flatten().collect();
    Some(command(level, &title.join(" "), &lines.join("\n")))
}

fn command(level: &str, title: &str, message: &str) -> String {
    let message = plain(message).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let title = plain(title).replace('%', "%25").replace('\n', "%0A").replace(':', "%3A").replace(',', "%2C");
    format!("::{level} title={title}::{message}\n")
}
