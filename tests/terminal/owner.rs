//! A service owner from an empty profile to ready by the line "Next": it publishes its resource and its policy, registers in Broker, and
//! proves it; it asks Altinn for its events, which proves step 5.

use crate::leading::{DOWN, ENTER, Led, MOST_KEYS, MOST_STEPS, awaits_event, next, public_key, scopes};
use crate::outside::Outside;

/// A service owner that Broker does not know, and the id of a resource that is nowhere yet.
const OWNER: &str = "310400505";
const RESOURCE: &str = "nyk-nye-filer";
/// What stands under the line that is not only confirmed.
const EMAIL: &str = "The address that the receiver of a letter";
const UP: &str = "\x1b[A";
const MOST_VALUES: usize = 12;

fn led_to_ready() -> (Led, Outside) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut outside = Outside::start(folder.path(), OWNER);
    outside.scopes_are_withdrawn();
    let home = folder.path().join("home");
    let mut led = Led::start(&outside, folder.path(), &home, 2);
    led.program.wait("the name of the profile, filled in", |screen| screen.contains("Enter accept"));
    led.press(ENTER);
    let mut wanted = Vec::new();
    for _ in 0..MOST_STEPS {
        let screen = led.settled();
        let comes = next(&screen);
        if comes.contains("Nothing is left to do") {
            return (led, outside);
        }
        if screen.contains("Enter accept") {
            match comes.as_str() {
                comes if comes.contains("organisation's number") => led.value(OWNER),
                comes if comes.contains("id of your resource") => led.value(RESOURCE),
                // Several are asked for in one go: the line "Next" stands still meanwhile.
                _ if screen.contains(EMAIL) => led.value("kari@nykommerverket.no"),
                comes if comes.contains("paste its id here") => {
                    let id = outside.client_is_made(&wanted, &public_key(&home));
                    led.value(&id);
                }
                // No is proposed, and who takes no part hears of no event.
                comes if comes.contains("sends or receives too") => {
                    led.press(UP);
                    led.settled();
                }
                comes if comes.contains("Altinn calls your webhook") => {
                    led.press(DOWN);
                    led.settled();
                }
                _ => {}
            }
        } else if screen.contains("I have sent it") {
            wanted = scopes(&screen);
            wanted.push("altinn:events.subscribe".to_owned());
            outside.scopes_are_granted(&wanted);
        } else if awaits_event(&screen) {
            outside.half_a_minute_passes();
            led.press("c");
            continue;
        }
        led.press(if comes.ends_with(" n") { "n" } else { ENTER });
    }
    panic!("after {MOST_STEPS} steps: {}", led.program.screen());
}

fn assert_within_measure(led: &Led, outside: &Outside) {
    println!("owner: {} keys, {} values {:?}, outside {:?}", led.keys, led.values.len(), led.values, outside.trips);
    assert!(led.keys <= MOST_KEYS, "{} keys", led.keys);
    assert!(led.values.len() <= MOST_VALUES, "{:?}", led.values);
    assert_eq!(outside.trips, ["letter to the service desk", "portal"]);
}

#[test]
fn an_owner_is_led_from_an_empty_profile_to_ready() {
    let (led, outside) = led_to_ready();
    assert_within_measure(&led, &outside);
    led.program.wait_for("5 of 5");
}
