//! The wizard does nothing while nothing happens, and draws little for a small change. The tests count bytes, frames and wake-ups,
//! which do not depend on how fast the machine is.

use crate::practising::practising;
use crate::program::Program;
use std::time::Duration;

/// The escape sequence at the start of each frame: begin a synchronized update.
const FRAME: &[u8] = b"\x1b[?2026h";

fn frames(program: &Program) -> usize {
    program.raw().windows(FRAME.len()).filter(|window| *window == FRAME).count()
}

/// How often the program's threads have gone to sleep since its start. Each wake-up adds one.
#[cfg(target_os = "linux")]
fn sleeps(program: &Program) -> u64 {
    let tasks = std::fs::read_dir(format!("/proc/{}/task", program.pid())).expect("it runs").flatten();
    let of = |path: std::path::PathBuf| {
        let status = std::fs::read_to_string(path.join("status")).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:").map(str::trim).map(ToOwned::to_owned));
        line.and_then(|number| number.parse::<u64>().ok()).unwrap_or_default()
    };
    tasks.map(|task| of(task.path())).sum()
}

#[cfg(not(target_os = "linux"))]
fn sleeps(_program: &Program) -> u64 {
    0
}

/// Waits for two seconds without any output or wake-up. Fails when 30 tries find none.
fn assert_falls_quiet(program: &Program, when: &str) {
    let sample = || (program.raw().len(), sleeps(program));
    let mut before = sample();
    for _ in 0..30 {
        program.wait_for_output(Duration::from_secs(2));
        let now = sample();
        if now == before {
            return;
        }
        before = now;
    }
    panic!("{when}: it never falls quiet");
}

/// Waits for a frame after the first `before`, then until no more output comes. Returns how many frames there were.
fn frames_after(program: &Program, before: usize) -> usize {
    program.wait_until("a frame", || frames(program) > before);
    while program.wait_for_output(Duration::from_millis(150)) {}
    frames(program) - before
}

#[test]
fn an_idle_wizard_writes_no_byte_and_wakes_never() {
    let home = tempfile::tempdir().expect("a home");
    let mut program = Program::start(home.path(), &[], 80, 24);
    program.wait_for("Connect your organisation");
    assert_falls_quiet(&program, "Home");
    // An arrow between them: two letters at once would be a pasted text.
    program.press("n\x1b[A?");
    program.wait_for("Paint the screen anew");
    assert_falls_quiet(&program, "Help");
}

#[test]
fn after_its_checks_it_is_idle_again_with_the_sandbox_inside() {
    let home = tempfile::tempdir().expect("a home");
    let mut program = practising(home.path());
    // Go to a step that waits for no person: a waiting step checks again by itself.
    program.press("1");
    assert_falls_quiet(&program, "a checked profile");
}

#[test]
fn a_key_is_one_frame_of_few_bytes_and_one_that_does_nothing_says_so_in_a_line() {
    let home = tempfile::tempdir().expect("a home");
    let mut program = Program::start(home.path(), &[], 200, 60);
    program.wait_for("Connect your organisation");
    while program.wait_for_output(Duration::from_millis(150)) {}
    let (before, bytes) = (frames(&program), program.raw().len());
    program.press("j");
    assert_eq!(frames_after(&program, before), 1);
    // The selection and the lines about it are drawn, not all 12000 cells of the screen.
    let written = program.raw().len() - bytes;
    assert!(written < 2500, "{written} bytes for a cursor's move");
    let (before, bytes) = (frames(&program), program.raw().len());
    program.press("z");
    assert_eq!(frames_after(&program, before), 1);
    let written = program.raw().len() - bytes;
    assert!(written < 500, "{written} bytes for a line");
}

#[test]
fn a_burst_is_not_drawn_key_by_key() {
    let home = tempfile::tempdir().expect("a home");
    let mut program = Program::start(home.path(), &[], 80, 24);
    program.wait_for("Connect your organisation");
    while program.wait_for_output(Duration::from_millis(150)) {}
    let before = frames(&program);
    program.press(&"jk".repeat(200));
    let drawn = frames_after(&program, before);
    assert!(drawn < 200, "{drawn} frames for 400 keys that came together");
}
