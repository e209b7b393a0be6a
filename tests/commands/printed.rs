//! What a user, a file or a name holds stays on its line: nothing printed acts on the terminal, or is a command to a CI system.

use crate::program::Home;

const HOSTILE: &str = "a\n::error::forged\r\n::stop-commands::x\u{202e}\u{2028}::warning::y\u{1b}[2J ##[error]z ##vso[task.x]w";

fn assert_harmless(name: &str, text: &str) {
    let hidden = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{2028}' | '\u{202e}');
    assert!(!text.contains(hidden), "{name}: {text:?}");
    assert!(!text.contains("##[") && !text.contains("##vso["), "{name}: {text}");
    for line in text.lines() {
        assert!(!line.trim_start().starts_with("::"), "{name}: {text}");
    }
}

#[test]
fn hostile_arguments_stay_on_their_line() {
    let home = Home::new();
    let flag = format!("--{HOSTILE}");
    // A file where a folder would have to be.
    home.write("file", b"");
    let nowhere = format!("file/{HOSTILE}");
    for arguments in [
        vec![HOSTILE],
        vec![flag.as_str()],
        vec!["check", HOSTILE],
        vec!["check", &flag],
        vec!["check", "--answers", HOSTILE],
        vec!["check", "--profile", HOSTILE],
        vec!["check", "--format", HOSTILE],
        vec!["check", "--role", HOSTILE],
        vec!["check", "--client-id", HOSTILE],
        vec!["check", "--log", &nowhere],
        vec!["do", HOSTILE],
        vec!["do", "send-test", "--confirm", HOSTILE],
        vec!["listen", "--listen", HOSTILE],
        vec!["listen", "--secret", HOSTILE],
        vec!["profile", "show", HOSTILE],
        vec!["profile", "new", HOSTILE],
        vec!["profile", "new", "a", "--resource", HOSTILE],
        vec!["profile", "remove", HOSTILE, "--yes"],
        vec!["sandbox", "--fault", HOSTILE],
        vec!["sandbox", "--world", &nowhere],
        vec!["sandbox", "--listen", HOSTILE],
    ] {
        let said = home.run(&arguments);
        assert!(said.code != 0, "{arguments:?}");
        assert_harmless(&format!("{arguments:?}"), &format!("{}{}", said.out, said.err));
    }
}

#[test]
fn hostile_files_and_their_names_stay_on_their_line() {
    let home = Home::new();
    let quoted = toml::Value::String(HOSTILE.to_owned()).to_string();
    for (number, answers) in [
        format!("role = {quoted}\n"),
        format!("{quoted} = 1\n"),
        format!("role = \"sender\"\norganisation = {quoted}\n"),
        format!("role = \"sender\"\n[environment]\nplatform = {quoted}\n"),
        format!("role = \"sender\"\nresource = {quoted}\nclient.key = {quoted}\n"),
        format!("role = \"sender\" ::error::\n::stop-commands::x\n{HOSTILE}"),
    ]
    .iter()
    .enumerate()
    {
        let path = home.write(&format!("{number}\n::error::forged\u{202e}.toml"), answers.as_bytes());
        let said = home.run(&["check", "--answers", path.to_str().expect("UTF-8")]);
        assert_eq!(said.code, 2, "{answers}");
        assert_harmless(answers, &format!("{}{}", said.out, said.err));
    }
    // A profile that somebody else has put there, with such a name and a text that is no answer.
    home.write("config/profiles/::error::x\u{202e}.toml", format!("role = {quoted}\n").as_bytes());
    home.write("config/profiles/good.toml", b"role = \"sender\"\n");
    for arguments in
        [vec!["profile", "list"], vec!["profile", "show", "::error::x\u{202e}"], vec!["status", "--profile", "::error::x\u{202e}"]]
    {
        let said = home.run(&arguments);
        assert_harmless(&format!("{arguments:?}"), &format!("{}{}", said.out, said.err));
    }
}
