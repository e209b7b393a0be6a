//! Tests of every format, with a finding of every verdict.

use super::*;
use crate::journey::{CheckId, Environment, FieldId, Mark, Message, PublishedEnvironment, Role, Row, Skip, Waiting, Who, plan};
use crate::text::Language;

fn finding(check: CheckId, outcome: Verdict) -> Finding {
    let code = (outcome == Verdict::Fail).then(|| "MP-200".to_owned());
    let row = Row { mark: Mark::Fail, subject: "altinn:broker.write\u{1b}[31m".to_owned(), message: Message::RowScopeMissing };
    let evidence = if outcome == Verdict::Fail { vec![row] } else { Vec::new() };
    Finding { check, outcome, message: Message::RowOk, code, link: None, checked_at: Timestamp::UNIX_EPOCH, took_ms: 1234, evidence }
}

fn findings() -> Vec<Finding> {
    let waiting = Waiting { on: Who::Approver, since: Some(Timestamp::UNIX_EPOCH), until: Some(Timestamp::UNIX_EPOCH) };
    vec![
        finding(CheckId::KeyReach, Verdict::Pass),
        finding(CheckId::KeyClock, Verdict::Warn),
        finding(CheckId::ClientScopes, Verdict::Fail),
        finding(CheckId::KeyScopes, Verdict::Skipped(Skip::Needs { check: CheckId::ClientScopes })),
        finding(CheckId::AccessSystemUser, Verdict::Waiting(waiting)),
        finding(CheckId::AccessResource, Verdict::NeedsYou),
        finding(CheckId::IntegrateList, Verdict::Unknown),
        finding(CheckId::EventsEndpoint, Verdict::Skipped(Skip::NotApplicable)),
    ]
}

fn written(format: Format, findings: &[Finding], partial: bool) -> String {
    let mut profile = Profile::new(Role::Sender, Environment::Named(PublishedEnvironment::Tt02));
    assert_eq!(profile.set(FieldId::Organisation, "991825827"), Ok(()));
    let plan = plan(&profile);
    let report =
        Report { name: Some("a \"b\" & <c>"), profile: &profile, plan: &plan, findings, checked_at: Timestamp::UNIX_EPOCH, partial };
    report.write(format, &Text::new(Language::English), Paper::new(100, Glyphs::Unicode))
}

#[test]
fn the_document_keeps_to_its_schema() {
    let schema: serde_json::Value = serde_json::from_str(include_str!("../../assets/schema/check.v1.json")).unwrap_or_default();
    let validator = jsonschema::validator_for(&schema).unwrap_or_else(|error| panic!("{error}"));
    for (findings, partial) in [(findings(), false), (Vec::new(), false), (findings(), true), (Vec::new(), true)] {
        let document: serde_json::Value = serde_json::from_str(&written(Format::Json, &findings, partial)).unwrap_or_default();
        let broken: Vec<String> = validator.iter_errors(&document).map(|error| format!("{}: {error}", error.instance_path)).collect();
        assert!(broken.is_empty(), "{broken:#?}\n{document:#}");
    }
}

#[test]
fn the_document_says_why_a_check_was_skipped_and_on_whom_one_waits() {
    let document: serde_json::Value = serde_json::from_str(&written(Format::Json, &findings(), false)).unwrap_or_default();
    assert_eq!(document["organisation"], "991825827");
    assert_eq!(document["ready"], false);
    assert_eq!(document["steps"][0]["id"], "key");
    let of = |id: &str| {
        let steps = document["steps"].as_array().cloned().unwrap_or_default();
        let checks = steps.iter().flat_map(|step| step["checks"].as_array().cloned().unwrap_or_default());
        checks.into_iter().find(|check| check["id"] == id).unwrap_or_default()
    };
    assert_eq!(of("key.scopes")["needs"], "client.scopes");
    assert_eq!(of("access.system-user")["waiting"]["on"], "approver");
    assert_eq!(of("client.scopes")["code"], "MP-200");
    assert_eq!(of("events.endpoint")["why"], "not-applicable");
}

#[test]
fn escape_sequences_from_a_service_are_removed() {
    for format in Format::ALL {
        assert!(!written(*format, &findings(), false).contains('\u{1b}'), "{format}");
    }
}

#[test]
fn text_fits_its_paper_and_has_the_code_at_the_edge() {
    let text = written(Format::Text, &findings(), false);
    for line in text.lines() {
        assert!(unicode_width::UnicodeWidthStr::width(line) <= 100, "{line}");
    }
    assert!(text.lines().any(|line| line.contains("client.scopes") && line.ends_with("MP-200")), "{text}");
    assert!(text.contains("Waiting on") && text.contains("ready 0 of 5"), "{text}");
}

#[test]
fn xml_is_escaped_and_counted() {
    let xml = written(Format::Junit, &findings(), false);
    assert!(xml.contains("a &quot;b&quot; &amp; &lt;c&gt;"), "{xml}");
    assert!(xml.contains("failures=\"1\"") && xml.contains("<error type=\"unknown\"") && xml.contains("time=\"1.234\""), "{xml}");
}

#[test]
fn annotations_are_one_line_each() {
    let out = written(Format::Github, &findings(), false);
    assert!(out.lines().all(|line| line.starts_with("::")), "{out}");
    assert!(out.contains("::error title=client.scopes MP-200::"), "{out}");
}

#[test]
fn to_do_wins_over_not_asked() {
    let (fail, unknown, pass) = (Verdict::Fail, Verdict::Unknown, Verdict::Pass);
    let of = |verdicts: &[Verdict]| {
        Conclusion::of(&verdicts.iter().map(|verdict| finding(CheckId::KeyReach, verdict.clone())).collect::<Vec<_>>())
    };
    assert_eq!(of(&[pass.clone(), unknown.clone(), fail]), Conclusion::ToDo);
    assert_eq!(of(&[pass.clone(), unknown]), Conclusion::NotAsked);
    assert_eq!(of(&[pass]), Conclusion::InOrder);
}
