//! Annotations for GitHub Actions: an error for a failure or where the user must act, a warning for a remark, a wait or a check
//! that could not be asked, and one notice with the readiness.

use super::{Names, Report, Statement, finding_words, plain};
use crate::journey::{Finding, Verdict};
use crate::text::Text;
use crate::values::one_line;

pub(super) fn write(report: &Report, words: &Text) -> String {
    let findings = report.steps().flat_map(|step| report.of_step(step));
    let mut out: String = findings.filter_map(|finding| annotation(finding, report, words)).collect();
    out.push_str(&command("notice", &report.about(words).join(" · "), &words.standing(&report.readiness())));
    out
}

fn annotation(finding: &Finding, report: &Report, words: &Text) -> Option<String> {
    let level = match finding.outcome {
        Verdict::Fail | Verdict::NeedsYou => "error",
        Verdict::Warn if report.strict => "error",
        Verdict::Warn | Verdict::Waiting(_) | Verdict::Unknown => "warning",
        Verdict::Pass | Verdict::Skipped(_) => return None,
    };
    let mut lines = vec![finding_words(finding, words, Names::Ids).summary];
    lines.extend(report.statements(finding, words).iter().map(Statement::in_one));
    let title = [Some(finding.check.name()), finding.code.as_deref()].into_iter().flatten().map(one_line);
    Some(command(level, &title.collect::<Vec<_>>().join(" "), &lines.join("\n")))
}

fn command(level: &str, title: &str, message: &str) -> String {
    let message = plain(message).replace('%', "%25").replace('\n', "%0A");
    let title = plain(title).replace('%', "%25").replace('\n', "%0A").replace(':', "%3A").replace(',', "%2C");
    format!("::{level} title={title}::{message}\n")
}
