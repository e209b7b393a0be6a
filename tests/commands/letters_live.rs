//! The letters after the services were asked: they name what was found.

use crate::journal::sandbox;
use crate::program::Home;
use altinn_sandbox::known;

/// Checks these, whatever they find, then shows a letter.
fn letter(home: &Home, answers: &str, checks: &[&str], deed: &str) -> String {
    let own = ["--answers", answers, "--contact-name", "Kari Nordmann"];
    let checked = home.run(&[&["check"], checks, &own].concat());
    assert!([0, 1, 3].contains(&checked.code), "{}{}", checked.out, checked.err);
    let said = home.run(&[&["do", deed, "--dry-run"], &own[..]].concat());
    assert_eq!(said.code, 0, "{}", said.err);
    format!("{}{}", said.out, said.err)
}

#[test]
fn the_owner_is_asked_at_its_own_address_for_what_the_policy_lacks() {
    let home = Home::new();
    let _sandbox = sandbox(&home);
    let said = letter(&home, "kit/sender.toml", &["access.resource"], "ask-access");
    assert!(said.contains("support@example.no") && said.contains(known::RESOURCE), "{said}");
    let kit = std::fs::read_to_string(home.path().join("kit/sender.toml")).expect("the kit");
    home.write("kit/lacks.toml", kit.replace(known::RESOURCE, "prov-uten-abonnement").as_bytes());
    let said = letter(&home, "kit/lacks.toml", &["access.resource", "access.policy"], "ask-access");
    assert!(said.contains("Tilgangsreglene for prov-uten-abonnement mangler en regel for subscribe"), "{said}");
}

#[test]
fn the_approver_gets_the_page_of_the_request_that_waits() {
    let home = Home::new();
    let _sandbox = sandbox(&home);
    let kit = std::fs::read_to_string(home.path().join("kit/sender.toml")).expect("the kit");
    let mut answers: toml::Table = kit.parse().expect("TOML");
    answers["system"].as_table_mut().expect("a table").insert("external_ref".to_owned(), "branch-north".into());
    home.write("kit/branch.toml", toml::to_string(&answers).expect("TOML").as_bytes());
    let asked = home.run(&["do", "ask-system-user", "--yes", "--answers", "kit/branch.toml"]);
    assert_eq!(asked.code, 0, "{}{}", asked.out, asked.err);
    let page = asked.out.split_whitespace().find(|word| word.starts_with("http")).expect("a page").to_owned();
    let said = letter(&home, "kit/branch.toml", &["access.system-user"], "ask-approver");
    assert!(said.contains(&page) && said.contains(known::SENDER_SYSTEM), "{page}: {said}");
}
