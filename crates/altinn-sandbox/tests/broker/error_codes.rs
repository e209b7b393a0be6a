//! Facts broker-api 4.2: every error code of the service is produced by a test, or a reason says why it cannot be.

use crate::refusal::catalogue;

/// The sources of this suite: a code counts as produced when a test here asserts it.
const SOURCES: &[&str] = &[
    include_str!("configure.rs"),
    include_str!("download.rs"),
    include_str!("form.rs"),
    include_str!("initialize.rs"),
    include_str!("internal.rs"),
    include_str!("lifecycle.rs"),
    include_str!("overview.rs"),
    include_str!("routing.rs"),
    include_str!("search.rs"),
    include_str!("statistics.rs"),
    include_str!("tokens.rs"),
    include_str!("upload.rs"),
];

/// Codes that no caller can cause, with the reason.
const UNREACHABLE: &[(&str, &str)] = &[
    ("BRO-00002", "a resource is configured only for a registered service owner (2.9), and none is ever removed"),
    ("BRO-00013", "production only (4.2)"),
    ("BRO-00020", "production only (4.2)"),
    ("BRO-00023", "the validation of the body comes first (2.9)"),
    ("BRO-06004", "practically unreachable (4.2)"),
    ("BRO-07001", "every token of Maskinporten names its consumer, so that the caller is always known (1.3)"),
    ("BRO-07003", "a failure of the service's own storage"),
];

#[test]
fn each_code_is_produced_by_a_test_or_said_to_be_out_of_reach() {
    let errors = catalogue();
    assert!(!errors.is_empty());
    for error in &errors {
        let code = error["code"].as_str().expect("a code");
        let quoted = format!("\"{code}\"");
        let produced = SOURCES.iter().any(|source| source.contains(&quoted));
        let unreachable = UNREACHABLE.iter().any(|(listed, _)| *listed == code);
        assert!(produced != unreachable, "{code}: produced {produced}, listed as out of reach {unreachable}");
    }
}
