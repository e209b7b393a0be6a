//! At a terminal an answers file that takes what is the user's is asked about once for its content.

use crate::program::Program;
use portable_pty::CommandBuilder;
use std::net::TcpListener;
use std::path::Path;

const QUESTION: &str = "Agree only if you know who wrote the file.";

fn checking(home: &Path) -> Program {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_broker-setup"));
    command.args(["check", "client.key", "--answers", "theirs/a.toml"]);
    command.cwd(home);
    Program::spawn(command, home, 200, 40, &[("AWS_SECRET_ACCESS_KEY", "canary-5f2e8a1c")])
}

fn write(home: &Path, host: &str, further: &str) {
    let content = format!(
        "role = \"sender\"\napi_key = \"env:AWS_SECRET_ACCESS_KEY\"\n{further}\n[environment]\nplatform = \"http://{host}/\"\n\
         maskinporten = \"http://{host}/\"\n"
    );
    std::fs::create_dir_all(home.join("theirs")).expect("a folder");
    std::fs::write(home.join("theirs/a.toml"), content).expect("written");
}

fn flat(screen: &str) -> String {
    screen.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_file_is_agreed_to_once_and_another_content_is_asked_about_again() {
    let home = tempfile::tempdir().expect("a home");
    let stranger = TcpListener::bind("127.0.0.1:0").expect("a port");
    stranger.set_nonblocking(true).expect("it does not wait");
    let host = stranger.local_addr().expect("an address").to_string();
    write(home.path(), &host, "");
    let asked = |program: &Program| {
        let screen = program.wait("the question", |screen| flat(screen).contains(QUESTION) && screen.contains("[y/N]"));
        assert!(flat(&screen).contains("env:AWS_SECRET_ACCESS_KEY") && screen.contains(&host), "{screen}");
    };
    for no in ["\r", "n\r"] {
        let mut program = checking(home.path());
        asked(&program);
        program.press(no);
        assert_eq!(program.ending(), Ok(1));
        assert!(program.wait_for("Nothing was done.").contains("[y/N]"));
        assert!(stranger.accept().is_err(), "the stranger's server was asked");
    }
    let mut program = checking(home.path());
    asked(&program);
    program.press("y\r");
    program.ending().expect("an exit code");
    program.wait_for("tokens come from");
    // The same file again: no question.
    let mut program = checking(home.path());
    program.ending().expect("an exit code");
    let screen = program.wait_for("tokens come from");
    assert!(!flat(&screen).contains(QUESTION), "{screen}");
    write(home.path(), &host, "client.kid = \"k\"");
    asked(&checking(home.path()));
}
