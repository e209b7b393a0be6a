//! JUnit XML: a suite for each step, a case for each check. A check that could not be asked is an error; one that fails, waits or
//! needs somebody is a failure.

use super::{Names, Report, Statement, finding_words, plain};
use crate::journey::{Finding, StepId, Verdict};
use crate::text::Text;
use crate::values::one_line;
use std::fmt::Write;

pub(super) fn write(report: &Report, words: &Text) -> String {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let about = escaped(&report.about(words).join(" · "));
    let _ = writeln!(xml, "<testsuites name=\"{about}\">");
    for step in report.steps() {
        suite(&mut xml, report, step, words);
    }
    xml.push_str("</testsuites>\n");
    xml
}

fn suite(xml: &mut String, report: &Report, step: StepId, words: &Text) {
    let findings: Vec<&Finding> = report.of_step(step).collect();
    let count = |wanted: fn(&Verdict) -> bool| findings.iter().filter(|finding| wanted(&finding.outcome)).count();
    let _ = writeln!(
        xml,
        "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\" time=\"{}\" timestamp=\"{}\">",
        escaped(&words.step(step)),
        findings.len(),
        count(|verdict| matches!(verdict, Verdict::Fail | Verdict::NeedsYou | Verdict::Waiting(_)))
            + if report.strict { count(|verdict| *verdict == Verdict::Warn) } else { 0 },
        count(|verdict| matches!(verdict, Verdict::Unknown)),
        count(|verdict| matches!(verdict, Verdict::Skipped(_))),
        seconds(findings.iter().map(|finding| finding.took_ms).sum()),
        report.checked_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
    );
    for finding in findings {
        case(xml, finding, report, words);
    }
    xml.push_str("  </testsuite>\n");
}

fn case(xml: &mut String, finding: &Finding, report: &Report, words: &Text) {
    let summary = escaped(&finding_words(finding, words, Names::Ids).summary);
    let mut detail: Vec<String> = Vec::new();
    detail.extend(finding.code.as_deref().map(one_line));
    detail.extend(report.statements(finding, words).iter().map(Statement::in_one));
    let (detail, verdict) = (escaped(&detail.join("\n")), finding.outcome.name());
    let inside = match &finding.outcome {
        Verdict::Pass => String::new(),
        Verdict::Warn if !report.strict => format!("<system-out>{summary}\n{detail}</system-out>"),
        Verdict::Warn | Verdict::NeedsYou | Verdict::Waiting(_) | Verdict::Fail => {
            format!("<failure type=\"{verdict}\" message=\"{summary}\">{detail}</failure>")
        }
        Verdict::Unknown => format!("<error type=\"{verdict}\" message=\"{summary}\">{detail}</error>"),
        Verdict::Skipped(_) => format!("<skipped message=\"{summary}\"/>"),
    };
    let opening =
        format!("    <testcase classname=\"{}\" name=\"{}\" time=\"{}\"", finding.check.step(), finding.check, seconds(finding.took_ms));
    let _ = if inside.is_empty() { writeln!(xml, "{opening}/>") } else { writeln!(xml, "{opening}>{inside}</testcase>") };
}

fn seconds(milliseconds: u64) -> String {
    format!("{}.{:03}", milliseconds / 1000, milliseconds % 1000)
}

/// Escapes for text and attributes. `plain` replaces control characters first: XML 1.0 does not allow them even when escaped.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in plain(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\u{fffe}' | '\u{ffff}' => {}
            other => out.push(other),
        }
    }
    out
}
