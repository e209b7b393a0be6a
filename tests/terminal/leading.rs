//! From an empty profile to ready by following the line "Next", under the services' own names: key presses and typed values are
//! counted, and so is every trip outside the program. The test plays the people: at the portal, the service desk, the approver's page.
//! Who acts for itself asks Altinn for its events, which proves step 5; a vendor sets it aside.

use crate::outside::{COUNTERPART, NEWCOMER, Outside};
use crate::practising::settled;
use crate::program::Program;
use portable_pty::CommandBuilder;
use std::path::Path;
use std::time::Duration;

pub const ENTER: &str = "\r";
pub const DOWN: &str = "\x1b[B";
/// Enough for any way that leads somewhere.
pub const MOST_STEPS: usize = 60;
/// A service that was asked too often answers again within a minute.
pub const A_MINUTE: Duration = Duration::from_secs(75);
/// What is wanted of each role: the characters of a value are not counted.
const MOST_VALUES: usize = 5;
pub const MOST_KEYS: usize = 70;

pub fn public_key(home: &Path) -> String {
    let folders = std::fs::read_dir(home.join("config/keys")).expect("keys").flatten();
    let files = folders.flat_map(|folder| std::fs::read_dir(folder.path()).into_iter().flatten().flatten());
    let jwk = files.map(|file| file.path()).find(|path| path.to_string_lossy().ends_with(".public.jwk.json"));
    std::fs::read_to_string(jwk.expect("a public key")).expect("it reads")
}

/// The id of the request that waits for its approval, from the link that the terminal opens: on screen the end of it may be cut off.
/// The links of a frame are written after its text.
fn request(program: &Program) -> String {
    let last = || {
        let drawn = program.raw();
        let drawn = String::from_utf8_lossy(&drawn);
        let links = drawn.split("\u{1b}]8;").filter_map(|link| link.split_once("request?id=")?.1.get(..36));
        links.last().map(ToOwned::to_owned)
    };
    program.wait_until("a link with the request's id", || last().is_some());
    last().expect("the request's id")
}

pub fn scopes(screen: &str) -> Vec<String> {
    screen.split_whitespace().filter(|word| word.starts_with("altinn:")).map(ToOwned::to_owned).collect()
}

/// The wizard, with what a person has pressed and typed so far.
pub struct Led {
    pub program: Program,
    pub keys: usize,
    pub values: Vec<String>,
    pub seen: String,
}

impl Led {
    /// Starts with no profile, and chooses a role in the test environment. `down` says which.
    pub fn start(outside: &Outside, folder: &Path, home: &Path, down: usize) -> Self {
        std::fs::create_dir(home).expect("a home");
        let authority = folder.join("ca.pem");
        let variables = [("HTTPS_PROXY", outside.proxy.as_str()), ("SSL_CERT_FILE", authority.to_str().expect("a path"))];
        let program = Program::spawn(CommandBuilder::new(env!("CARGO_BIN_EXE_broker-setup")), home, 100, 40, &variables);
        program.wait_for("Set up for test (TT02)");
        let mut led = Self { program, keys: 0, values: Vec::new(), seen: String::new() };
        led.press(DOWN);
        led.settled();
        led.press(ENTER);
        for _ in 0..down {
            led.settled();
            led.press(DOWN);
        }
        led.settled();
        led.press(ENTER);
        led
    }

    pub fn press(&mut self, key: &str) {
        self.keys += 1;
        self.seen = self.program.screen();
        self.program.press(key);
    }

    pub fn value(&mut self, text: &str) {
        self.values.push(text.to_owned());
        self.seen = self.program.screen();
        self.program.paste(text);
        self.program.wait_for(text);
    }

    /// The screen once it has changed and nothing runs any more.
    pub fn settled(&mut self) -> String {
        let asked_too_often = |screen: &str| next(screen).contains("asked too often");
        let screen = settled(&self.program, &self.seen);
        if !asked_too_often(&screen) {
            return screen;
        }
        // A script asks more often than a person. The program asks again by itself.
        self.program.wait_within(A_MINUTE, "the service to be asked again", |screen| !asked_too_often(screen));
        settled(&self.program, &screen)
    }
}

/// Whether the program waits for an event to show, with the reason and the time on screen: it asks again by itself then.
pub fn awaits_event(screen: &str) -> bool {
    // Not while what was done before lies over it.
    let waits = next(screen).contains("Wait for Altinn Events, until") && screen.contains("Esc home");
    if waits {
        assert!(screen.contains("no event shows yet") && screen.contains("half a minute after"), "{screen}");
        assert!(screen.contains("Looks again at"), "{screen}");
    }
    waits
}

/// What stands on the line "Next".
pub fn next(screen: &str) -> String {
    let line = screen.lines().rev().find(|line| line.trim_start().starts_with("Next "));
    line.unwrap_or_default().trim().to_owned()
}

/// Whose system it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Runs {
    /// The newcomer's own.
    Own,
    /// The newcomer is a vendor, and acts for an organisation that is there already.
    ForCustomer,
    /// Its vendor's.
    ByVendor,
}

impl Runs {
    /// The keys that answer the question with which the page before the first step begins.
    const fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Own => &[],
            Self::ForCustomer => &[DOWN, ENTER, DOWN, ENTER],
            Self::ByVendor => &[DOWN, ENTER, DOWN, DOWN, ENTER],
        }
    }
}

/// Follows the line "Next" from an empty profile. `down` chooses the role.
fn led_to_ready(down: usize, runs: Runs) -> (Led, Outside) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut outside = Outside::start(folder.path(), NEWCOMER);
    let home = folder.path().join("home");
    let mut led = Led::start(&outside, folder.path(), &home, down);
    let mut wanted = Vec::new();
    led.program.wait("the name of the profile, filled in", |screen| screen.contains("Enter accept"));
    led.press(ENTER);
    for key in runs.keys() {
        led.settled();
        led.press(key);
    }
    for _ in 0..MOST_STEPS {
        let screen = led.settled();
        let comes = next(&screen);
        if comes.contains("Nothing is left to do") {
            return (led, outside);
        }
        if screen.contains("Enter accept") {
            match comes.as_str() {
                comes if comes.contains("synthetic organisation") => {
                    led.value(if runs == Runs::ForCustomer { COUNTERPART[down] } else { NEWCOMER });
                }
                comes if comes.contains("which vendor") => led.value("Fagsystem AS"),
                comes if comes.contains("fill in the day") => led.value("today"),
                comes if comes.contains("as the vendor") => led.value(NEWCOMER),
                comes if comes.contains("Choose the resource") => {
                    led.program.wait_for("prov-filutveksling");
                    for _ in 0..2 {
                        led.press(DOWN);
                        led.settled();
                    }
                }
                comes if comes.contains("paste its id here") => {
                    let id = outside.client_is_made(&wanted, &public_key(&home));
                    led.value(&id);
                }
                comes if comes.contains("receive a test file") => led.value(COUNTERPART[1]),
                comes if comes.contains("Altinn calls your webhook") && runs == Runs::Own => {
                    led.press(DOWN);
                    led.settled();
                }
                comes if comes.contains("set events aside") => led.value("later"),
                // The name of the profile, which is filled in.
                _ => {}
            }
        } else if screen.contains("I have sent it") {
            if comes.contains("scopes") {
                wanted = scopes(&screen);
                wanted.push("altinn:events.subscribe".to_owned());
                outside.scopes_are_granted(&wanted);
            } else {
                outside.counterpart_sends();
            }
        } else if screen.contains("Enter done, check") {
            outside.request_is_approved(&request(&led.program));
        } else if comes.contains("set events aside") && screen.contains("Enter do next") {
            led.press("s");
            continue;
        } else if awaits_event(&screen) {
            outside.half_a_minute_passes();
            led.press("c");
            continue;
        }
        // Where the selection was moved, n does what comes next.
        led.press(if comes.ends_with(" n") { "n" } else { ENTER });
    }
    panic!("after {MOST_STEPS} steps: {}", led.program.screen());
}

fn assert_within_measure(led: &Led, outside: &Outside, role: &str) {
    println!("{role}: {} keys, {} values {:?}, outside {:?}", led.keys, led.values.len(), led.values, outside.trips);
    assert!(led.keys <= MOST_KEYS, "{role}: {} keys", led.keys);
    assert!(led.values.len() <= MOST_VALUES, "{role}: {:?}", led.values);
}

#[test]
fn a_sender_is_led_from_an_empty_profile_to_ready() {
    let (led, outside) = led_to_ready(0, Runs::Own);
    assert_within_measure(&led, &outside, "sender");
    assert_eq!(outside.trips, ["letter to the service desk", "portal", "approval"]);
    led.program.wait_for("5 of 5");
}

#[test]
fn a_recipient_is_led_from_an_empty_profile_to_ready() {
    let (led, outside) = led_to_ready(1, Runs::Own);
    assert_within_measure(&led, &outside, "recipient");
    assert_eq!(outside.trips, ["letter to the service desk", "portal", "approval", "message to the sender"]);
    led.program.wait_for("5 of 5");
}

#[test]
fn a_vendor_is_led_to_send_for_its_customer() {
    let (led, outside) = led_to_ready(0, Runs::ForCustomer);
    assert_within_measure(&led, &outside, "sender, for a customer");
    assert_eq!(outside.trips, ["letter to the service desk", "portal", "approval"]);
    led.program.wait_for("4 of 5");
}

#[test]
fn a_vendor_is_led_to_receive_for_its_customer() {
    let (led, outside) = led_to_ready(1, Runs::ForCustomer);
    assert_within_measure(&led, &outside, "recipient, for a customer");
    // A test lies there already.
    assert_eq!(outside.trips, ["letter to the service desk", "portal", "approval"]);
    led.program.wait_for("4 of 5");
}

#[test]
fn a_vendors_customer_is_led_to_what_it_must_say_itself() {
    let (led, outside) = led_to_ready(0, Runs::ByVendor);
    assert_within_measure(&led, &outside, "sender, by a vendor");
    assert!(outside.trips.is_empty(), "{:?}", outside.trips);
}
