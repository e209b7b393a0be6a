//! Each role gets from the kit's files to five ready steps with commands alone.

use crate::sandbox::Sandbox;

#[test]
fn every_role_gets_from_the_kit_to_ready() {
    let sandbox = Sandbox::start(&[]);
    for role in ["sender", "recipient", "service-owner"] {
        for deed in ["subscribe", "send-test"] {
            let done = sandbox.run(role, &["do", deed, "--yes"]);
            assert!(done.status.success(), "{role} {deed}: {}", String::from_utf8_lossy(&done.stderr));
        }
        let (code, document) = sandbox.check(role, &[]);
        assert_eq!((code, &document["ready"]), (0, &serde_json::Value::Bool(true)), "{role}: {document:#}");
    }
}

#[test]
fn what_is_missing_ends_with_1_and_accuses_one_cause() {
    let sandbox = Sandbox::start(&[]);
    let (code, document) = sandbox.check("sender", &["--client-kid", "not-posted"]);
    assert_eq!(code, 1);
    let accused: Vec<_> = document["steps"]
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|step| step["checks"].as_array().cloned().unwrap_or_default())
        .filter(|check| matches!(check["verdict"].as_str(), Some("fail" | "needs-you")))
        .map(|check| check["id"].clone())
        .collect();
    assert!(accused.contains(&"client.token".into()), "{document:#}");
    assert!(!accused.contains(&"client.exchange".into()) && !accused.contains(&"access.system-user-token".into()), "{accused:?}");
}

#[test]
fn part_of_the_checks_runs_what_it_needs_too() {
    let sandbox = Sandbox::start(&[]);
    let (code, document) = sandbox.check("sender", &["client.scopes"]);
    assert_eq!((code, &document["partial"]), (0, &serde_json::Value::Bool(true)), "{document:#}");
    let checked: Vec<_> = document["steps"]
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|step| step["checks"].as_array().cloned().unwrap_or_default())
        .map(|check| check["id"].as_str().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(checked, ["client.key", "client.token", "client.scopes"]);
}
