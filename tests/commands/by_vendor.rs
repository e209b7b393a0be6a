//! What the user says of a vendor's work, where it can be told without a service.

use crate::program::{Home, flat};

const ANSWERS: &str = "role = \"sender\"\nenvironment = \"tt02\"\nacting = \"by-vendor\"\norganisation = \"310400203\"\nresource = \"smart-files\"\n\
    [vendor]\nname = \"Acme Files AS\"\napproved_on = 2025-11-20\n";

#[test]
fn a_day_that_is_still_to_come_is_refused_wherever_it_stands() {
    let home = Home::new();
    let later = format!("{ANSWERS}transfer_seen_on = 2999-01-01\n");
    home.write("a.toml", later.as_bytes());
    let said = home.run(&["status", "--answers", "a.toml"]);
    assert!(said.code == 2 && flat(&said.err).contains("vendor.transfer_seen_on: This day is still to come."), "{}", said.err);
    home.write("b.toml", ANSWERS.as_bytes());
    let said = home.run(&["status", "--answers", "b.toml", "--vendor-transfer-seen-on", "2999-01-01"]);
    assert!(said.code == 2 && said.err.contains("--vendor-transfer-seen-on"), "{}", said.err);
    let made = home.run(&["profile", "new", "made", "--role", "sender"]).err;
    let path = made.split_once(": ").map(|(_, path)| path.trim().to_owned()).expect("the profile's path");
    std::fs::write(path, later.as_bytes()).expect("the profile");
    for command in ["check", "status"] {
        let said = home.run(&[command, "--profile", "made"]);
        assert!(said.code == 2 && said.err.contains("still to come"), "{command}: {}{}", said.out, said.err);
    }
}
