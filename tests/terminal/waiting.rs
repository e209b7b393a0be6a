//! The wait for a person, in production under its own names: they are asked, they say no with a reason, and they are asked again.

use crate::outside::Outside;
use crate::outside::production::{nothing_waits, profile};
use crate::practising::settled;
use crate::program::Program;
use portable_pty::CommandBuilder;

const ENTER: &str = "\r";
const DOWN: &str = "\x1b[B";

/// Types a line, and presses Enter once it stands there: what comes all at once is taken for a paste.
fn typed(program: &mut Program, text: &str) {
    program.press(text);
    program.wait_for(&format!("  {text} "));
    program.press(ENTER);
}

#[test]
fn they_say_no_in_production_and_are_asked_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let outside = Outside::with_kit(folder.path());
    nothing_waits(folder.path());
    let home = folder.path().join("home");
    profile(folder.path(), &home, "recipient");
    let authority = folder.path().join("ca.pem");
    let variables = [("HTTPS_PROXY", outside.proxy.as_str()), ("SSL_CERT_FILE", authority.to_str().expect("a path"))];
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_broker-setup"));
    command.args(["--profile", "live"]);
    let mut program = Program::spawn(command, &home, 100, 40, &variables);
    // In production nobody is asked anything before the user says so.
    program.wait_for("Run the checks");
    program.press("c");
    program.wait("the checks are over", |screen| screen.contains("3 of 5") && !screen.contains("checking") && screen.contains("Next"));
    // The letter is sent, in production under the profile's name.
    program.press("m");
    program.wait_for("I have sent it");
    program.press(ENTER);
    program.wait_for("Type the profile's name");
    typed(&mut program, "live");
    let waits = |screen: &str| screen.contains("Wait for") && !screen.contains("checking") && !screen.contains("I have sent it");
    program.wait("the wait", waits);
    settled(&program, "");
    program.press(ENTER);
    program.wait_for("They said no, for this reason");
    program.press(DOWN);
    program.press(ENTER);
    program.wait_for("Why did they say no?");
    typed(&mut program, "not before the new year");
    program.wait_for("Type the profile's name");
    typed(&mut program, "live");
    program.wait_for("The answer is kept");
    program.wait("the letter again", |screen| !screen.contains("Wait for") && !screen.contains("checking"));
    program.press("\x03");
    assert_eq!(program.ending(), Ok(0));
    program.assert_terminal_given_back("the wait");
}
