//! Commands and profiles on disk: made, shown, chosen, removed; broken, foreign and newer files.

use crate::program::{Home, flat};

fn new(home: &Home, name: &str) {
    let said = home.run(&["profile", "new", name, "--role", "sender", "--environment", "tt02", "--organisation", "991825827"]);
    assert_eq!(said.code, 0, "{}", said.err);
}

#[test]
fn a_profile_is_made_shown_chosen_and_removed() {
    let home = Home::new();
    let said = home.run(&["profile", "new", "mine", "--role", "recipient", "--client-key", "cmd:pass show key"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let shown = home.run(&["profile", "show", "mine"]);
    assert!(shown.out.contains("role = \"recipient\"") && shown.out.contains("cmd:pass show key"), "{}", shown.out);
    assert_eq!(home.run(&["profile", "new", "mine", "--role", "sender"]).code, 2);
    new(&home, "other");
    assert!(home.run(&["profile", "list"]).out.contains("* other"));
    assert_eq!(home.run(&["profile", "use", "mine"]).code, 0);
    assert!(home.run(&["profile", "list"]).out.contains("* mine"));
    // Removing asks first, and without a terminal it cannot ask.
    assert_eq!(home.run(&["profile", "remove", "mine"]).code, 2);
    assert_eq!(home.run(&["profile", "remove", "mine", "--yes"]).code, 0);
    let gone = home.run(&["profile", "show", "mine"]);
    assert!(gone.code == 2 && flat(&gone.err).contains("other"), "{}", gone.err);
}

#[test]
fn what_is_shown_is_an_answers_file() {
    let home = Home::new();
    new(&home, "mine");
    let shown = home.run(&["profile", "show", "mine"]).out;
    home.write("a.toml", shown.as_bytes());
    let said = home.run(&["status", "--answers", "a.toml", "--format", "json"]);
    assert!(said.out.contains("\"991825827\""), "{} {}", said.out, said.err);
}

#[test]
fn the_last_opened_profile_is_used_and_named() {
    let home = Home::new();
    new(&home, "mine");
    let said = home.run(&["status"]);
    assert!(said.err.contains("mine") && said.out.contains("mine"), "{} {}", said.out, said.err);
    let none = Home::new().run(&["check"]);
    assert!(none.code == 2 && flat(&none.err).contains("broker-setup check --profile NAME"), "{}", none.err);
}

#[test]
fn a_broken_profile_is_named_and_kept_and_a_foreign_one_left_alone() {
    let home = Home::new();
    for (name, content) in [("torn", b"role = \"send".as_slice()), ("binary", &[0, 159, 146, 150]), ("wrong", b"role = 5")] {
        home.write(&format!("config/profiles/{name}.toml"), content);
        let said = home.run(&["status", "--profile", name]);
        let aside = home.path().join(format!("config/profiles/{name}.toml.broken-1"));
        assert!(said.code == 2 && flat(&said.err).replace(' ', "").contains(&format!("{name}.toml.broken-1")), "{}", said.err);
        assert_eq!(std::fs::read(aside).expect("kept"), content);
    }
    for (name, content) in [("foreign", "[package]\nname = \"x\"\n"), ("future", "version = 9\nrole = \"sender\"\n")] {
        let path = home.write(&format!("config/profiles/{name}.toml"), content.as_bytes());
        assert_eq!(home.run(&["status", "--profile", name]).code, 2);
        assert_eq!(home.run(&["profile", "new", name, "--role", "sender"]).code, 2);
        assert_eq!(std::fs::read_to_string(path).expect("left alone"), content);
    }
}

#[test]
fn a_name_cannot_lead_out_of_the_folder() {
    let home = Home::new();
    for name in ["../../escaped", "a/b", ".hidden"] {
        assert_eq!(home.run(&["profile", "new", name, "--role", "sender"]).code, 2, "{name}");
        assert_eq!(home.run(&["profile", "show", name]).code, 2, "{name}");
    }
    assert!(!home.path().join("escaped.toml").exists());
}

#[test]
fn a_home_that_cannot_be_written_to_is_told_of() {
    let home = Home::new();
    home.write("config", b"a file where the folder should be");
    let said = home.run(&["profile", "new", "mine", "--role", "sender"]);
    assert!(said.code == 4 && flat(&said.err).contains("config"), "{} {}", said.code, said.err);
    assert_eq!(home.run(&["status", "--role", "sender"]).code, 3);
}

#[test]
fn many_processes_never_tear_a_file() {
    let home = Home::new();
    std::thread::scope(|scope| {
        for writer in 0..6 {
            let home = &home;
            scope.spawn(move || {
                let name = format!("p{}", writer % 2);
                home.run(&["profile", "new", &name, "--role", "sender", "--client-kid", &"k".repeat(200)]);
                home.run(&["profile", "use", &name]);
            });
        }
    });
    let listed = home.run(&["profile", "list"]);
    assert_eq!(listed.out.lines().count(), 2, "{}", listed.out);
    assert!(!listed.out.contains("cannot be read"), "{}", listed.out);
}
