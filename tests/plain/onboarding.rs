//! Each role from nothing to ready, by a script that answers what is asked over a pipe.

use crate::conversation::Conversation;
use crate::outside::{COUNTERPART, NEWCOMER, Outside};
use crate::person::Person;

/// A service owner that Broker does not know, and the id of a resource that is nowhere yet.
const OWNER: &str = "310400505";

struct Way {
    role: &'static str,
    acting: &'static str,
    party: &'static str,
    newcomer: &'static str,
    resource: &'static str,
}

impl Way {
    const fn of(role: &'static str) -> Self {
        Self { role, acting: "own", party: NEWCOMER, newcomer: NEWCOMER, resource: "prov-filutveksling" }
    }

    /// Goes it. Returns all that was said, and the trips outside.
    fn gone(self) -> (String, Vec<&'static str>) {
        let folder = tempfile::tempdir().expect("a folder");
        let mut outside = Outside::start(folder.path(), self.newcomer);
        if self.role == "service-owner" {
            outside.scopes_are_withdrawn();
        }
        let authority = folder.path().join("ca.pem");
        let proxy = outside.proxy.clone();
        let variables = [("HTTPS_PROXY", proxy.as_str()), ("SSL_CERT_FILE", authority.to_str().expect("a path"))];
        let talk = Conversation::start(&folder.path().join("home"), &[], &variables);
        let mut person = Person::new(talk, &mut outside, self.role, self.party);
        (person.acting, person.resource) = (self.acting, self.resource);
        let transcript = person.led();
        println!("{transcript}");
        (transcript, outside.trips.clone())
    }
}

#[test]
fn a_sender_is_led_from_nothing_to_ready() {
    let (transcript, trips) = Way::of("sender").gone();
    assert!(transcript.contains("Ready 5 of 5.") && transcript.contains("can send files through Altinn Broker"), "{transcript}");
    assert_eq!(trips, ["letter to the service desk", "portal", "approval"]);
}

#[test]
fn a_recipient_is_led_from_nothing_to_ready() {
    let (transcript, trips) = Way::of("recipient").gone();
    assert!(transcript.contains("Ready 5 of 5.") && transcript.contains("can receive files through Altinn Broker"), "{transcript}");
    assert_eq!(trips, ["letter to the service desk", "portal", "approval", "message to the sender"]);
}

#[test]
fn an_owner_is_led_from_nothing_to_ready() {
    let way = Way { party: OWNER, newcomer: OWNER, resource: "nyk-nye-filer", ..Way::of("service-owner") };
    let (transcript, trips) = way.gone();
    assert!(transcript.contains("Ready 5 of 5.") && transcript.contains("Your service is ready for files"), "{transcript}");
    // An id stays as it is where a sentence begins with it, and what is not so is not said first as if it were.
    assert!(transcript.contains("Needs you: nyk-nye-filer is not published") && !transcript.contains("Nyk-nye-filer"), "{transcript}");
    assert_eq!(trips, ["letter to the service desk", "portal"]);
}

/// A vendor runs the system: nothing of it is proven here, and the way has two answers that the user gives when it is done.
#[test]
fn a_sender_whose_vendor_runs_the_system_says_what_was_done() {
    let (transcript, trips) = Way { acting: "by-vendor", party: COUNTERPART[0], ..Way::of("sender") }.gone();
    assert!(transcript.contains("You say that your vendor sends files for you") && transcript.contains("Acme Files AS"), "{transcript}");
    assert!(transcript.contains("20 November 2025") && !transcript.contains("Ready 5 of 5."), "{transcript}");
    assert!(trips.is_empty(), "{trips:?}");
}

#[test]
fn a_vendor_is_led_to_send_for_its_customer() {
    let (transcript, trips) = Way { acting: "for-customer", party: COUNTERPART[0], ..Way::of("sender") }.gone();
    assert!(transcript.contains("Ready 5 of 5.") || transcript.contains("Ready: 4 proven"), "{transcript}");
    assert_eq!(trips, ["letter to the service desk", "portal", "approval"]);
}
