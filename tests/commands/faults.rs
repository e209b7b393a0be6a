//! `sandbox --list-faults`, and `--fault` with a wrong name: neither starts a sandbox.

use crate::program::Home;

#[test]
fn the_list_names_each_fault_with_what_it_does() {
    let home = Home::new();
    let said = home.run(&["sandbox", "--list-faults"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    for name in ["MP-200 ", "AUTH-00011 ", "AUTH.VLD-00003 ", "BRO-00006 ", "http-429 ", "proxy-login ", "tls-expired "] {
        assert!(said.out.lines().any(|line| line.starts_with(name)), "{name}: {}", said.out);
    }
    let document: serde_json::Value = serde_json::from_str(&home.run(&["sandbox", "--list-faults", "--json"]).out).unwrap();
    let faults = document["faults"].as_array().unwrap();
    assert_eq!(document["version"], 1);
    for member in ["name", "services", "shape", "face", "does"] {
        assert!(faults.iter().all(|fault| !fault[member].is_null()), "{member}");
    }
}

#[test]
fn a_wrong_fault_is_a_wrong_call_that_names_the_near_ones() {
    let home = Home::new();
    for (fault, told) in [
        ("BRO-0006", "BRO-00006"),
        ("nothing of the kind", "--list-faults"),
        ("MP-200@broker", "broker"),
        ("MP-200:often", "often"),
        ("slow=long", "long"),
    ] {
        let said = home.run(&["sandbox", "--fault", fault]);
        assert_eq!(said.code, 2, "{fault}: {}", said.err);
        assert!(said.err.contains(told) && !said.err.contains("problem."), "{fault}: {}", said.err);
    }
}
