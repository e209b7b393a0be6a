//! Practice from "Start half-done": what waits and what is wrong is put right by following the line "Next". The test is the approver,
//! on the page that the link on screen leads to.

use crate::leading::{ENTER, next};
use crate::practising::settled;
use crate::program::Program;

const DOWN: &str = "\x1b[B";
/// Enough for any way that leads somewhere.
const MOST_STEPS: usize = 30;

#[test]
fn a_sender_that_is_half_done_is_led_to_ready() {
    led_to_ready(0);
}

#[test]
fn a_recipient_that_is_half_done_is_led_to_ready() {
    led_to_ready(1);
}

#[test]
fn a_service_owner_that_is_half_done_is_led_to_ready() {
    led_to_ready(2);
}

/// Follows the line "Next" from half-done. `down` chooses the role.
fn led_to_ready(down: usize) {
    let home = tempfile::tempdir().expect("a home");
    let mut program = Program::start(home.path(), &["--env", "sandbox"], 120, 40);
    program.wait_for("We send files");
    for _ in 0..down {
        pressed(&mut program, DOWN);
    }
    program.press(ENTER);
    program.wait_for("Start half-done");
    pressed(&mut program, DOWN);
    program.press(ENTER);
    let mut seen = String::new();
    for _ in 0..MOST_STEPS {
        let screen = settled(&program, &seen);
        if next(&screen).contains("Nothing is left to do") {
            program.wait_for("ready 5 of 5");
            return;
        }
        if screen.contains("Enter accept") && next(&screen).contains("webhook") {
            // The sandbox's own webhook is in the list below the line.
            program.press(DOWN);
            program.wait_until_changed(&screen);
        } else if screen.contains("Enter done, check") {
            approve(&screen);
        }
        seen = program.screen();
        program.press(if next(&screen).ends_with(" n") { "n" } else { ENTER });
    }
    panic!("after {MOST_STEPS} steps: {}", program.screen());
}

fn pressed(program: &mut Program, key: &str) {
    let before = program.screen();
    program.press(key);
    program.wait_until_changed(&before);
}

/// The approver says yes on the page of the link, which may break over lines.
fn approve(screen: &str) {
    let joined: String = screen.lines().map(|line| line.trim_matches(['│', ' '])).collect();
    let link = joined.split("http://").nth(1).expect("a link");
    let end = link.find("id=").expect("the request's id") + "id=".len() + 36;
    let page = format!("http://{}", link.get(..end).expect("a whole link"));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let client = reqwest::Client::builder().no_proxy().build().expect("a client");
        let answered = client.post(page).form(&[("answer", "yes")]).send().await.expect("a page");
        let html = answered.text().await.expect("html");
        assert!(html.contains("<dd>approved</dd>"), "{html}");
    });
}
