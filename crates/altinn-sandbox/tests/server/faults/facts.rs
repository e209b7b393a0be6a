//! Compares the list of faults with the tables in the facts, row by row: status and text must be equal.

use altinn_sandbox::faults::{Fault, all, find};
use serde_json::Value;

const PLATFORM: &str = include_str!("../../../../../docs/facts/platform.md");
const BROKER_ERRORS: &str = include_str!("../../../../../docs/facts/broker-errors.json");

/// A section of platform.md, up to the next heading of the same level.
fn section(heading: &str) -> &'static str {
    let text = PLATFORM;
    let begins = text.find(&format!("\n{heading} ")).unwrap_or_else(|| unreachable!("no section {heading}")) + 1;
    let rest = &text[begins..];
    let depth = heading.split(' ').next().unwrap();
    let ends = rest[1..].find(&format!("\n{depth} ")).map_or(rest.len(), |end| end + 1);
    &rest[..ends]
}

/// The rows of a section's tables as cells.
fn rows(section: &str) -> Vec<Vec<&str>> {
    let lines = section.lines().filter_map(|line| line.strip_prefix("| ")?.trim_end().strip_suffix('|'));
    lines.map(|line| line.split(" | ").map(str::trim).collect()).collect()
}

fn known(code: &str) -> &'static Fault {
    find(code).unwrap_or_else(|| unreachable!("{code} is in the facts and not in the list"))
}

fn text(fault: &'static Fault) -> &'static str {
    fault.text.as_deref().unwrap_or_default()
}

/// The texts between pairs of a mark.
fn quoted(cell: &str, mark: char) -> Vec<&str> {
    cell.split(mark).skip(1).step_by(2).collect()
}

/// broker-errors.json is the service's own list. Codes that are left out of the faults have a reason.
/// Facts broker-api 4.2.
#[test]
fn every_code_that_can_be_reached_is_a_fault_with_the_services_own_text() {
    const UNREACHABLE: [&str; 2] = ["BRO-00023", "BRO-06004"];
    let source = BROKER_ERRORS;
    let list: Value = serde_json::from_str(source).unwrap();
    let list = list["errors"].as_array().unwrap();
    for row in list {
        let code = row["code"].as_str().unwrap();
        assert_eq!(find(code).is_none(), UNREACHABLE.contains(&code), "{code}");
        if let Some(fault) = find(code) {
            assert_eq!(Some(text(fault)), row["detail"].as_str(), "{code}");
            assert_eq!(fault.status.map(u64::from), row["status"].as_u64(), "{code}");
        }
    }
    let ours = all().iter().filter(|fault| fault.name.starts_with("BRO-"));
    assert_eq!(ours.count(), list.len() - UNREACHABLE.len(), "none that the service does not have");
}

/// Facts platform A.4.
#[test]
fn every_code_has_the_documented_error_and_says_the_documented_words() {
    let section = section("### A.4");
    let (mut seen, mut errors) = (0, "");
    // Replaces the placeholders by those that the facts use.
    let words =
        |fault: &'static Fault| text(fault).replace("{scope}", "<scope>").replace("{consumer}", "<org>").replace("{supplier}", "<org>");
    for row in rows(section).iter().filter(|row| row[0].starts_with("MP-") || row[0] == "(none)") {
        let fault = if row[0] == "(none)" { known("own-consumer-org") } else { known(row[0]) };
        errors = if row[2] == "same" { errors } else { row[2] };
        assert!(errors.split(' ').any(|error| Some(error) == fault.error.as_deref()), "{row:?}");
        for said in quoted(row[1], '`').into_iter().filter(|said| !said.starts_with(',')) {
            let said = said.trim_start_matches('…');
            // This text has a fault of its own, because its row has no code.
            let fault = if said == "Issue time is after now" { known("issued-later") } else { fault };
            assert!(words(fault).contains(said), "{row:?}: {said}");
        }
        seen += 1;
    }
    let coded = all().iter().filter(|fault| fault.name.starts_with("MP-")).count();
    assert_eq!((seen, coded), (18, 17), "rows of the table, and codes of the list");
    // The samples, which have the whole text.
    for sample in rows(section).iter().filter(|row| row[0].starts_with("400") || row[0].starts_with("same")) {
        let Some(at) = sample[1].find("\"error_description\":\"") else { continue };
        let said = &sample[1][at + 21..];
        let said = said.split(['"', '(']).next().unwrap().trim_end().trim_end_matches('.');
        let said = if sample[1].contains("(kid)") { "Unknown key identifier (kid) for client" } else { said };
        assert!(all().iter().any(|fault| words(fault).contains(said)), "{sample:?}: {said}");
    }
}

/// Facts platform D.1.
#[test]
fn every_finding_has_the_documented_title_path_and_member() {
    let section = section("### D.1");
    let paths: Vec<&str> =
        section.lines().filter(|line| line.starts_with("| `/registersystemrequest")).flat_map(|line| quoted(line, '`')).collect();
    let mut seen = 0;
    for row in rows(section).iter().filter(|row| row[0].starts_with("000") && row[0] != "00014–00016") {
        let (title, extra) = row[1].split_once(" – ").map_or((row[1], None), |(title, extra)| (title, Some(extra)));
        for (number, title) in row[0].split(" / ").zip(if row[0].contains('/') { title.split(" / ").collect() } else { vec![title] }) {
            let fault = known(&format!("AUTH.VLD-{number}"));
            let allowed = title.split(". Allowed types:").next().unwrap();
            assert_eq!(text(fault).trim_end_matches('.'), allowed.trim_end_matches('.'), "{row:?}");
            assert_eq!(fault.status, Some(400));
            assert!(paths.contains(&fault.member.as_deref().unwrap()), "{:?}", fault.member);
            assert!(extra.is_none_or(|extra| fault.extra.as_deref().is_none_or(|ours| extra.contains(ours))), "{row:?}");
            assert_eq!(extra.is_some_and(|extra| extra.starts_with("`\"")), fault.extra.is_some(), "{row:?}");
            seen += 1;
        }
    }
    assert_eq!(seen, 15);
}

/// Facts platform D.3.
#[test]
fn every_code_has_the_documented_status_and_text() {
    let section = section("### D.3");
    let mut seen = 0;
    for row in rows(section).iter().filter(|row| row[0].starts_with("AUTH-")) {
        let first = &row[0][..10];
        let codes: Vec<String> = match row[0].split_once(" / ") {
            None => vec![row[0].to_owned()],
            Some((code, last)) => vec![code.to_owned(), format!("{}{last}", &first[..8])],
        };
        let statuses: Vec<&str> = row[1].split(" / ").collect();
        let words: Vec<&str> = if codes.len() == 1 { vec![row[2]] } else { row[2].split(" / ").collect() };
        for (at, code) in codes.iter().enumerate() {
            let fault = known(code);
            let status = statuses.get(at).unwrap_or(&statuses[0]);
            assert_eq!(fault.status.map(|status| status.to_string()).as_deref(), Some(*status), "{row:?}");
            let said = words[at].split(" (").next().unwrap();
            // Two rows share the rest of their sentence, so the facts have only a part of each text.
            assert!(text(fault) == said || text(fault).ends_with(said) || text(fault).starts_with(said), "{row:?}: {}", text(fault));
            seen += 1;
        }
    }
    let ours = all().iter().filter(|fault| fault.name.starts_with("AUTH-")).count();
    assert_eq!(seen, ours, "none that the service does not have");
}

/// Facts platform E.2.
#[test]
fn every_code_of_the_registry_is_a_fault_with_its_text() {
    let section = section("### E.2");
    for code in ["RR-00001", "RR-00002", "RR-00004", "RR.VLD-00000", "RR.VLD-00010"] {
        let fault = known(code);
        let at = section.find(code).unwrap_or_else(|| unreachable!("{code} is not in the facts"));
        assert!(section[at..].starts_with(&format!("{code} `{}`", text(fault))), "{code}");
        let status = fault.status.unwrap();
        assert!(section[..at].ends_with(&format!(" {status} ")), "{code}");
    }
    assert!(section.contains(&format!("00001 `{}`", text(known("RR.VLD-00001")))));
}

/// Facts platform F.1.
#[test]
fn every_refusal_of_events_is_a_fault_with_its_text_and_status() {
    let section = section("### F.1");
    let of = |said: &str| all().iter().find(|fault| fault.name.starts_with("events-") && text(fault) == said);
    let mut seen = 0;
    for row in rows(section).iter().filter(|row| row.len() == 4 && row[3].starts_with("`\"")) {
        let said = row[3].trim_matches('`').trim_matches('"').replace("{resourceFilter}", "{resource}");
        let fault = of(&said).unwrap_or_else(|| unreachable!("{said}"));
        assert_eq!(fault.status.map(|status| status.to_string()).as_deref(), Some(row[2]), "{said}");
        seen += 1;
    }
    assert_eq!(seen, 8);
    let polling = section.lines().find(|line| line.contains("polling instead of a webhook")).unwrap();
    for name in ["events-poll-resource", "events-poll-after", "events-poll-subject"] {
        assert!(polling.contains(text(known(name))), "{name}");
    }
}

/// Facts platform D.1, E, C.1 and G.
#[test]
fn the_other_texts_are_the_facts_too() {
    let whole = PLATFORM;
    for name in [
        "system-deleted",
        "system-not-updated",
        "policy-missing",
        "policy-unknown-resource",
        "policy-other-resource",
        "policy-without-resource",
    ] {
        assert!(whole.contains(&format!("`{}`", text(known(name)))), "{name}");
    }
    assert!(whole.contains(&text(known("system-not-found")).replace("{segment}", "{id}")));
    assert!(whole.contains(&text(known("resource-exists")).to_owned()));
    assert!(whole.contains(text(known("system-exists")).split('{').next().unwrap()));
    assert!(whole.contains(&text(known("exchange-provider")).replace("{segment}", "{x}")));
    for name in ["gateway-key-missing", "gateway-key-wrong", "gateway-not-found"] {
        let fault = known(name);
        assert!(whole.contains(&format!(r#"{{ "statusCode": {}, "message": "{}" }}"#, fault.status.unwrap(), text(fault))), "{name}");
    }
    assert!(whole.contains(&text(known("http-429")).replace("{value}", "N")));
}
