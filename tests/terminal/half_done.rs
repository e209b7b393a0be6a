//! Practice from "Start half-done": what waits and what is wrong is put right by following the line "Next". The test is the approver,
//! on the page that the link on screen leads to.

use crate::leading::{ENTER, next};
use crate::practising::settled;
use crate::program::Program;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};

const DOWN: &str = "\x1b[B";
/// Enough for any way that leads somewhere.
const MOST_STEPS: usize = 30;

#[test]
fn a_sender_that_is_half_done_is_led_to_ready() {
    led_to_ready(0, sink);
}

#[test]
fn a_recipient_that_is_half_done_is_led_to_ready() {
    led_to_ready(1, sink);
}

#[test]
fn a_service_owner_that_is_half_done_is_led_to_ready() {
    led_to_ready(2, sink);
}

/// `listen` in another process. It ends with the test.
struct Listening(Child);

impl Drop for Listening {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts `listen` under an address of this machine, and returns the webhook's address.
fn listens(home: &Path) -> (Listening, String) {
    let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port").to_string();
    let mut command = Command::new(env!("CARGO_BIN_EXE_broker-setup"));
    command.env("BROKER_SETUP_HOME", home).args(["listen", "--profile", "practice-sender", "--listen", &free, "--public-url"]);
    let mut child = command.arg(format!("http://{free}/")).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it starts");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines().map_while(Result::ok);
    let address = lines.next().expect("its address");
    std::thread::spawn(move || lines.count());
    (Listening(child), address)
}

#[test]
fn a_sender_that_listens_itself_is_led_to_ready() {
    let mut listening = None;
    let home = led_to_ready(0, |program, home| {
        let (child, address) = listens(home);
        listening.replace(child);
        program.press("\x15");
        program.paste(&address);
        program.wait_for(&address);
    });
    let states = crate::killed::files(&home.path().join("state/connections")).into_iter();
    let states: Vec<String> = states.filter_map(|file| std::fs::read_to_string(file).ok()).collect();
    assert!(states.iter().any(|state| state.contains("by = \"receiver\"")), "{states:#?}");
}

/// The sandbox's own webhook is in the list below the line.
fn sink(program: &mut Program, _home: &Path) {
    pressed(program, DOWN);
}

/// Follows the line "Next" from half-done. `down` chooses the role. `webhook` fills in the webhook's address.
fn led_to_ready(down: usize, mut webhook: impl FnMut(&mut Program, &Path)) -> tempfile::TempDir {
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
            return home;
        }
        if screen.contains("Enter accept") && next(&screen).contains("webhook") {
            webhook(&mut program, home.path());
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
