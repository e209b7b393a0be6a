//! A pasted text presses no key, whether the terminal marks it as a paste or sends its letters like typed ones: it neither quits nor
//! chooses, and no deed is done. In a line of text its first line is taken, and not accepted yet.

use crate::practising::practising;
use crate::program::Program;
use std::time::Duration;

const IGNORED: &str = "Nothing here takes pasted text, so it is ignored.";

/// The name of a way, and how it sends a text.
type Way = (&'static str, fn(&mut Program, &str));

/// The ways in which a terminal sends a paste.
const WAYS: [Way; 2] =
    [("marked", |program, text| program.paste(&text.replace('\r', "\n"))), ("as keys", |program, text| program.press(text))];

/// Pastes and waits for the sentence that says so; the screen must still show `stays`. A key that means nothing here clears the
/// sentence for the next paste.
fn assert_ignored(program: &mut Program, way: Way, text: &str, stays: &str) {
    way.1(program, text);
    let screen = program.wait(&format!("that {text:?}, {}, was ignored", way.0), |screen| flat(screen).contains(IGNORED));
    assert!(screen.contains(stays), "{}: {text:?}\n{screen}", way.0);
    // Again while the rest of a long paste still comes in: the key is then a part of it.
    for _ in 0..60 {
        program.press("%");
        if sentence_is_cleared(program) {
            break;
        }
    }
    assert!(!program.screen().contains("pasted text") && program.is_alive(), "{}: {text:?}\n{}", way.0, program.screen());
}

/// Whether the key cleared the sentence, with all that was pressed taken: the key that comes next must not look pasted with it.
fn sentence_is_cleared(program: &Program) -> bool {
    while program.wait_for_output(Duration::from_millis(500)) {}
    !program.screen().contains("pasted text")
}

fn flat(screen: &str) -> String {
    screen.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn at_home_a_paste_neither_quits_nor_chooses() {
    let home = tempfile::tempdir().expect("a home");
    let mut program = Program::start(home.path(), &[], 120, 40);
    program.wait_for("Connect your organisation");
    for way in WAYS {
        for text in ["q\r", "\r\r", "1\r2\r3\r", "991 825 827\rq\r", "n\rq", &"quit\r".repeat(500)] {
            assert_ignored(&mut program, way, text, "Connect your organisation");
        }
    }
    program.press("q");
    assert_eq!(program.ending(), Ok(0), "a key alone is one");
}

#[test]
fn where_the_role_is_asked_a_paste_makes_no_profile() {
    let home = tempfile::tempdir().expect("a home");
    let mut program = Program::start(home.path(), &["--env", "sandbox"], 120, 40);
    program.wait_for("We send files");
    for way in WAYS {
        for text in ["2\r", "\r\r", "310456780\r"] {
            assert_ignored(&mut program, way, text, "We send files");
        }
    }
    assert!(!home.path().join("config/profiles").exists());
}

#[test]
fn a_paste_does_no_deed_and_checks_nothing() {
    let home = tempfile::tempdir().expect("a home");
    let mut program = practising(home.path());
    for way in WAYS {
        assert_ignored(&mut program, way, "d\r\r\r", "ready 3 of 5");
    }
    program.press("\r");
    program.wait_for("/events/api/v1/subscriptions");
    for way in WAYS {
        assert_ignored(&mut program, way, "\r\r", "/events/api/v1/subscriptions");
        assert_ignored(&mut program, way, "yes\r", "/events/api/v1/subscriptions");
    }
    program.press("\r");
    program.wait_for("ready 4 of 5");
}

#[test]
fn a_line_of_text_takes_the_first_line_of_a_paste_and_waits_for_enter() {
    for way in WAYS {
        let home = tempfile::tempdir().expect("a home");
        let mut program = practising(home.path());
        program.press("3");
        program.wait_for("Resource");
        program.press("e");
        program.wait_for("Enter accept");
        way.1(&mut program, "pasted-files\rsecond\rq\r");
        let screen = program.wait(way.0, |screen| screen.contains("pasted-files") && screen.contains("3 lines were pasted"));
        assert!(screen.contains("Enter accept"), "{}: {screen}", way.0);
        program.press("\r");
        program.wait(way.0, |screen| screen.contains("pasted-files") && !screen.contains("Enter accept"));
    }
}
