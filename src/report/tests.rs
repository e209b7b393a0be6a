//! Tests of every format, with a finding of every verdict.

use super::*;
use crate::journey::{
    Acting, CheckId, Environment, FieldId, Fingerprint, Mark, Message, PublishedEnvironment, Role, Row, Skip, Waiting, Who, plan,
};
use crate::values::Language;

fn finding(check: CheckId, outcome: Verdict) -> Finding {
    let code = (outcome == Verdict::Fail).then(|| "MP-200".to_owned());
    let row = Row { mark: Mark::Fail, subject: "altinn:broker.write\u{1b}[31m".to_owned(), message: Message::RowScopeMissing };
    let evidence = if outcome == Verdict::Fail { vec![row] } else { Vec::new() };
    let (answers, checked_at) = (Fingerprint::default(), Timestamp::UNIX_EPOCH);
    Finding { check, answers, outcome, message: Message::RowOk, code, link: None, checked_at, took_ms: 1234, evidence, asked: Vec::new() }
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
    written_with(format, findings, &[], partial)
}

fn written_with(format: Format, findings: &[Finding], next: &[Next], partial: bool) -> String {
    written_in(Language::English, format, findings, next, partial)
}

fn written_in(language: Language, format: Format, findings: &[Finding], next: &[Next], partial: bool) -> String {
    let mut profile = Profile::new(Role::Sender, Environment::Named(PublishedEnvironment::Tt02));
    assert_eq!(profile.set(FieldId::Organisation, "991825827"), Ok(()));
    let plan = plan(&profile);
    let report = Report {
        name: Some("a \"b\" & <c>"),
        named_by: "--profile files",
        profile: &profile,
        plan: &plan,
        findings,
        next,
        checked_at: Timestamp::UNIX_EPOCH,
        partial,
        strict: false,
    };
    report.write(format, &Text::new(language), Paper::new(100, Glyphs::Unicode))
}

/// The sentence says what is done, and the command stands under it, naming the same profile.
#[test]
fn the_command_that_does_it_stands_under_what_to_do() {
    let profile = sender();
    let missing = Message::SubscriptionNone;
    let found = Finding { message: missing, ..finding(CheckId::EventsSubscription, Verdict::NeedsYou) };
    let situation = crate::journey::Situation {
        profile: &profile,
        findings: std::slice::from_ref(&found),
        journal: &crate::journey::Journal::default(),
        now: Timestamp::UNIX_EPOCH,
    };
    let left: Vec<Next> = crate::journey::next(situation).into_iter().filter(|next| next.check == Some(found.check)).collect();
    let text = written_with(Format::Text, &[found], &left, false);
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let command = "broker-setup do subscribe --profile files";
    let after = |lead: &str| lines.iter().position(|line| line.starts_with(lead)).and_then(|at| lines.get(at + 1..));
    assert!(after("Do: Subscribe the webhook.").is_some_and(|rest| rest.iter().take(3).any(|line| *line == command)), "{text}");
    assert_eq!(after("Next: Subscribe to events").and_then(|rest| rest.first()), Some(&command), "{text}");
}

#[test]
fn the_document_keeps_to_its_schema_in_every_language() {
    let schema: serde_json::Value = serde_json::from_str(include_str!("../../assets/schema/check.v1.json")).unwrap_or_default();
    let validator = jsonschema::validator_for(&schema).unwrap_or_else(|error| panic!("{error}"));
    for language in Language::ALL {
        for (findings, partial) in [(findings(), false), (Vec::new(), false), (findings(), true), (Vec::new(), true)] {
            let document = written_in(*language, Format::Json, &findings, &[], partial);
            let document: serde_json::Value = serde_json::from_str(&document).unwrap_or_default();
            let broken: Vec<String> = validator.iter_errors(&document).map(|error| format!("{}: {error}", error.instance_path)).collect();
            assert!(broken.is_empty(), "{broken:#?}\n{document:#}");
        }
    }
}

/// The parts of the document that are sentences.
const SENTENCES: [&str; 5] = ["summary", "cause", "fix", "asked", "answer"];

/// The document with what stands in its sentences apart.
fn parted(document: &mut serde_json::Value, sentences: &mut Vec<String>) {
    match document {
        serde_json::Value::Object(members) => {
            for (name, member) in members {
                if SENTENCES.contains(&name.as_str()) {
                    sentences.push(std::mem::take(member).to_string());
                } else {
                    parted(member, sentences);
                }
            }
        }
        serde_json::Value::Array(members) => members.iter_mut().for_each(|member| parted(member, sentences)),
        _ => {}
    }
}

#[test]
fn only_the_sentences_of_the_document_follow_the_language() {
    let mut found = findings();
    let lacks = |role: &str| Row {
        mark: Mark::Warn,
        subject: format!("rolecode {role}"),
        message: Message::RowLacks { has: vec!["read".to_owned()], lacks: vec!["write".to_owned()] },
    };
    found.iter_mut().for_each(|finding| finding.evidence.push(lacks("dagl")));
    let in_language = |language: &Language| {
        let written = written_in(*language, Format::Json, &found, &[], false);
        let mut document = serde_json::from_str(&written).unwrap_or_default();
        let mut sentences = Vec::new();
        parted(&mut document, &mut sentences);
        (document, sentences)
    };
    let all: Vec<_> = Language::ALL.iter().map(in_language).collect();
    for pair in all.windows(2) {
        let [(one, said), (other, also_said)] = pair else { continue };
        assert_eq!(one, other);
        assert!(said.len() == also_said.len() && said != also_said, "{said:?}");
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

/// The conclusion of a run in which all checks of the profile pass but for these.
fn concluded(profile: &Profile, partial: bool, verdicts: &[(CheckId, Verdict)]) -> Conclusion {
    let plan = plan(profile);
    let asked = plan.checks.iter().filter(|planned| planned.skip.is_none()).map(|planned| planned.check);
    let verdict = |check| verdicts.iter().find(|(of, _)| *of == check).map_or(Verdict::Pass, |(_, verdict)| verdict.clone());
    let asked = asked.filter(|check| !partial || verdicts.iter().any(|(of, _)| of == check));
    let findings: Vec<Finding> = asked.map(|check| finding(check, verdict(check))).collect();
    Report {
        name: None,
        named_by: "",
        profile,
        plan: &plan,
        findings: &findings,
        next: &[],
        checked_at: Timestamp::UNIX_EPOCH,
        partial,
        strict: false,
    }
    .conclusion()
}

fn sender() -> Profile {
    Profile::new(Role::Sender, Environment::Named(PublishedEnvironment::Tt02))
}

#[test]
fn to_do_wins_over_not_asked() {
    let (reach, clock) = (CheckId::KeyReach, CheckId::KeyClock);
    let of = |verdicts: &[(CheckId, Verdict)]| concluded(&sender(), false, verdicts);
    assert_eq!(of(&[(reach, Verdict::Unknown), (clock, Verdict::Fail)]), Conclusion::ToDo);
    assert_eq!(of(&[(reach, Verdict::Unknown)]), Conclusion::NotAsked);
    assert_eq!(of(&[]), Conclusion::InOrder);
    assert_eq!(of(&[(reach, Verdict::Warn)]), Conclusion::InOrder);
}

#[test]
fn a_full_run_is_in_order_only_when_everything_is_ready() {
    let needs = Verdict::Skipped(Skip::Needs { check: CheckId::KeyReach });
    let list = CheckId::IntegrateList;
    assert_eq!(concluded(&sender(), false, &[(list, needs)]), Conclusion::NotAsked);
    // After a partial run nothing is said of what was not asked for.
    assert_eq!(concluded(&sender(), true, &[(list, Verdict::Pass)]), Conclusion::InOrder);
    assert_eq!(concluded(&sender(), true, &[(list, Verdict::Fail)]), Conclusion::ToDo);
    let mut aside = sender();
    aside.events.set_aside = Some("later".to_owned());
    assert_eq!(concluded(&aside, false, &[]), Conclusion::InOrder);
}

#[test]
fn what_a_vendor_does_is_in_order_only_by_the_users_word() {
    let mut profile = sender();
    profile.acting = Acting::ByVendor;
    let answers =
        [(FieldId::VendorName, "Acme Files AS"), (FieldId::VendorApprovedOn, "2026-11-20"), (FieldId::VendorTransferSeenOn, "2026-11-21")];
    for (field, text) in answers {
        assert_eq!(concluded(&profile, false, &[]), Conclusion::ToDo, "before {field}");
        assert_eq!(profile.set(field, text), Ok(()));
    }
    assert_eq!(concluded(&profile, false, &[]), Conclusion::InOrder);
    assert_eq!(concluded(&profile, false, &[(CheckId::AccessResource, Verdict::NeedsYou)]), Conclusion::ToDo);
    assert_eq!(concluded(&profile, false, &[(CheckId::AccessResource, Verdict::Unknown)]), Conclusion::NotAsked);
}
