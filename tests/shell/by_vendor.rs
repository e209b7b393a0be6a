//! A setup that a vendor runs: nothing of it is proven, and it is ready only by the user's word (contract 1 and 4).

use crate::sandbox::Sandbox;

const SAID: [(&str, &str); 3] = [("name", "Acme Files AS"), ("approved_on", "2025-11-20"), ("transfer_seen_on", "2025-11-21")];

/// Writes the kit's answers for a role as those of an organisation whose vendor runs the system, with these answers about the vendor.
fn answers(sandbox: &Sandbox, role: &str, said: &[(&str, &str)]) -> String {
    let kit = std::fs::read_to_string(sandbox.kit(&format!("{role}.toml"))).expect("the kit");
    let mut answers: toml::Table = kit.parse().expect("TOML");
    answers.insert("acting".to_owned(), "by-vendor".into());
    let vendor: toml::Table = said.iter().map(|(name, text)| ((*name).to_owned(), (*text).into())).collect();
    answers.insert("vendor".to_owned(), vendor.into());
    let name = format!("{role}-by-vendor-{}", said.len());
    std::fs::write(sandbox.kit(&format!("{name}.toml")), answers.to_string()).expect("written");
    name
}

fn states(document: &serde_json::Value) -> Vec<&str> {
    document["steps"].as_array().into_iter().flatten().filter_map(|step| step["state"].as_str()).collect()
}

fn status(sandbox: &Sandbox, name: &str, arguments: &[&str]) -> (Option<i32>, String) {
    let output = sandbox.run(name, &[&["status"], arguments].concat());
    (output.status.code(), String::from_utf8_lossy(&output.stdout).split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn nothing_is_ready_until_the_user_has_said_so_and_then_it_is_shown_as_said() {
    let sandbox = Sandbox::start(&[]);
    for role in ["sender", "recipient"] {
        for said in 0..SAID.len() {
            let untold = answers(&sandbox, role, &SAID[..said]);
            let (code, document) = sandbox.check(&untold, &[]);
            assert_eq!((code, &document["ready"]), (1, &false.into()), "{role}: {document:#}");
            assert_eq!(states(&document), ["with-vendor", "with-vendor", "needs-you", "with-vendor", "with-vendor"]);
            let (code, text) = status(&sandbox, &untold, &[]);
            assert!(code == Some(1) && text.contains("step 3 needs you, 4 with your vendor") && !text.contains("of 5"), "{role}: {text}");
        }
        let told = answers(&sandbox, role, &SAID);
        let (code, document) = sandbox.check(&told, &[]);
        assert_eq!((code, &document["ready"]), (0, &true.into()), "{role}: {document:#}");
        assert_eq!(states(&document), ["with-vendor", "with-vendor", "ready", "with-vendor", "with-vendor"]);
        for format in ["text", "github"] {
            let (code, text) = status(&sandbox, &told, &["--format", format]);
            assert!(code == Some(0) && text.contains("ready: step 3 said by you, 4 with your vendor"), "{role}: {text}");
        }
        let (_, text) = status(&sandbox, &told, &[]);
        assert!(text.contains("said by you on 21 November 2025") && text.contains("approved on 20 November 2025, as you say"), "{text}");
        // What was said of this resource was not said of another one.
        let (code, text) = status(&sandbox, &told, &["--resource", "prov-generell"]);
        assert!(code == Some(1) && text.contains("step 3 needs you"), "{role}: {text}");
    }
}

#[test]
fn what_the_user_says_does_not_stand_in_for_the_resource_and_its_rules() {
    let sandbox = Sandbox::start(&[]);
    let told = answers(&sandbox, "sender", &SAID);
    let said = ["--vendor-approved-on", "2025-11-22", "--vendor-transfer-seen-on", "2025-11-22"];
    let (code, document) = sandbox.check(&told, &[&["--resource", "no-such-resource"], &said[..]].concat());
    assert_eq!((code, states(&document)[2]), (1, "needs-you"), "{document:#}");
    assert_eq!(document["steps"][2]["checks"][0]["verdict"], "needs-you", "{document:#}");
}
