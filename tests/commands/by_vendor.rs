//! A setup that a vendor runs: nothing of it is proven, and it is ready only by the user's word (contract 1 and 4).

use crate::program::{Home, flat};

/// The sandbox's own sender and resource. Its two public questions are answered there.
const ANSWERS: &str = "role = \"sender\"\nenvironment = \"sandbox\"\nacting = \"by-vendor\"\norganisation = \"310400203\"\nresource = \"prov-filutveksling\"\n";
const SAID: &str = "[vendor]\nname = \"Acme Files AS\"\napproved_on = 2025-11-20\ntransfer_seen_on = 2025-11-21\n";

fn states(document: &str) -> Vec<String> {
    let document: serde_json::Value = serde_json::from_str(document).expect("one document");
    let steps = document["steps"].as_array().expect("the steps").iter();
    steps.map(|step| step["state"].as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn nothing_is_ready_until_the_user_has_said_so_and_then_it_is_shown_as_said() {
    let home = Home::new();
    home.write("untold.toml", ANSWERS.as_bytes());
    home.write("told.toml", format!("{ANSWERS}{SAID}").as_bytes());

    let untold = home.run(&["check", "--answers", "untold.toml", "--format", "json"]);
    assert_eq!(untold.code, 1, "{}{}", untold.out, untold.err);
    assert_eq!(states(&untold.out), ["with-vendor", "with-vendor", "needs-you", "with-vendor", "with-vendor"]);
    let text = home.run(&["status", "--answers", "untold.toml"]);
    assert_eq!(text.code, 1, "{}", text.out);
    assert!(text.out.contains("step 3 needs you, 4 with your vendor"), "{}", text.out);
    assert!(!text.out.contains("of 5"), "{}", text.out);

    let told = home.run(&["check", "--answers", "told.toml", "--format", "json"]);
    assert_eq!(told.code, 0, "{}{}", told.out, told.err);
    assert_eq!(states(&told.out), ["with-vendor", "with-vendor", "ready", "with-vendor", "with-vendor"]);
    for format in ["text", "github"] {
        let status = home.run(&["status", "--answers", "told.toml", "--format", format]);
        assert_eq!(status.code, 0, "{}", status.out);
        assert!(status.out.contains("ready: step 3 said by you, 4 with your vendor"), "{}", status.out);
    }
    let text = flat(&home.run(&["status", "--answers", "told.toml"]).out);
    assert!(text.contains("said by you on 21 November 2025") && text.contains("approved on 20 November 2025, as you say"), "{text}");

    // What was said of this resource is not said of another one, and its findings are not of that one.
    let other = home.run(&["status", "--answers", "told.toml", "--resource", "prov-generell", "--format", "json"]);
    assert_eq!((other.code, states(&other.out)[2].as_str()), (1, "needs-you"), "{}", other.out);
}

#[test]
fn what_the_user_says_does_not_stand_in_for_the_resource_and_its_rules() {
    let home = Home::new();
    let missing = format!("{ANSWERS}{SAID}").replace("prov-filutveksling", "no-such-resource");
    home.write("a.toml", missing.as_bytes());
    let said = home.run(&["check", "--answers", "a.toml", "--format", "json"]);
    assert_eq!((said.code, states(&said.out)[2].as_str()), (1, "needs-you"), "{}", said.out);
}

#[test]
fn a_day_that_is_still_to_come_is_refused_wherever_it_stands() {
    let home = Home::new();
    let later = format!("{ANSWERS}{SAID}").replace("2025-11-21", "2999-01-01");
    home.write("a.toml", later.as_bytes());
    let said = home.run(&["check", "--answers", "a.toml"]);
    assert!(said.code == 2 && flat(&said.err).contains("vendor.transfer_seen_on: This day is still to come."), "{}", said.err);
    home.write("b.toml", ANSWERS.as_bytes());
    let said = home.run(&["check", "--answers", "b.toml", "--vendor-approved-on", "2999-01-01"]);
    assert!(said.code == 2 && said.err.contains("--vendor-approved-on"), "{}", said.err);
    let path = home.run(&["profile", "new", "made", "--role", "sender"]);
    let made = path.err.split_once(": ").map(|(_, path)| path.trim().to_owned()).expect("the profile's path");
    std::fs::write(&made, later.as_bytes()).expect("the profile");
    for command in ["check", "status"] {
        let said = home.run(&[command, "--profile", "made"]);
        assert!(said.code == 2 && said.err.contains("still to come"), "{command}: {}{}", said.out, said.err);
    }
}
