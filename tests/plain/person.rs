//! Somebody who answers what is asked, does outside what is told, and notes nothing: the questions lead.

use crate::conversation::{Conversation, assert_plain, question};
use crate::outside::{COUNTERPART, Outside};

/// Enough for any way that leads somewhere.
const MOST_QUESTIONS: usize = 80;

pub struct Person<'a> {
    pub talk: Conversation,
    pub outside: &'a mut Outside,
    pub role: &'static str,
    pub acting: &'static str,
    /// Who sends, receives or owns.
    pub party: &'static str,
    pub resource: &'static str,
    /// The scopes that the last letter asked for.
    wanted: Vec<String>,
    /// What comes next, as it was last said.
    next: String,
}

impl<'a> Person<'a> {
    pub fn new(talk: Conversation, outside: &'a mut Outside, role: &'static str, party: &'static str) -> Self {
        let resource = "prov-filutveksling";
        Self { talk, outside, role, acting: "own", party, resource, wanted: Vec::new(), next: String::new() }
    }

    /// Answers until nothing is left. Returns all that was said.
    pub fn led(mut self) -> String {
        let mut said = self.talk.asked();
        for _ in 0..MOST_QUESTIONS {
            self.next = said.lines().rev().find(|line| line.starts_with("Next: ")).map_or(self.next, ToOwned::to_owned);
            // It is asked again by itself.
            if self.next.contains("asked too often") {
                said = self.talk.asked();
                continue;
            }
            let answer = self.answer(&said);
            self.talk.answer(&answer);
            match self.more() {
                Some(more) => said = more,
                None => {
                    let transcript = self.talk.transcript();
                    assert_plain(&transcript);
                    return transcript;
                }
            }
        }
        panic!("no end after {MOST_QUESTIONS} questions:\n{}", self.talk.transcript());
    }

    /// What is said next, unless it was the end.
    fn more(&mut self) -> Option<String> {
        let said = self.talk.asked_or_ended();
        said.ends_with(": ").then_some(said)
    }

    fn answer(&mut self, said: &str) -> String {
        let asked = question(said);
        let text = match asked {
            "Your role" => self.role,
            "Who runs the system" => self.acting,
            "Organisation number" => self.party,
            "Owner of the client" => self.outside.newcomer,
            "Vendor" => "Acme Files AS",
            "System access approved on" => "2025-11-20",
            "Test transfer seen on" => "2025-11-21",
            "Resource" => self.resource,
            "Test recipients" => COUNTERPART[1],
            "Events come by" => "poll",
            "Set aside because" => "later",
            "Yes or no" | "We take part ourselves" => "yes",
            "Your e-mail" => "kari@nykommerverket.no",
            "Client id" => return self.client(said),
            "Sent" => {
                self.send(said);
                "sent"
            }
            "Enter when it is done" => {
                self.outside.request_is_approved(request(&self.talk.transcript()));
                ""
            }
            "Enter looks now" => {
                if self.next.contains("Altinn Events") {
                    self.outside.half_a_minute_passes();
                }
                ""
            }
            "Your choice" if said.contains("Where do you want to begin?") => "tt02",
            "Your choice" if said.contains("Maskinporten client for this?") => "no",
            // What is proposed.
            "Name" | "Title" | "Description" | "Right it gives" | "Who may approve" | "Who may use it" => "",
            asked if asked.starts_with("Title in") || asked.starts_with("Description in") || asked.starts_with("Right it gives in") => "",
            "Enter checks now" => "",
            other => panic!("asked for {other}:\n{}", self.talk.transcript()),
        };
        text.to_owned()
    }

    /// The trip to the portal, with what was read out.
    fn client(&mut self, said: &str) -> String {
        let key = said.lines().find(|line| line.starts_with('{')).unwrap_or_else(|| panic!("no public key:\n{said}"));
        self.outside.client_is_made(&self.wanted, key)
    }

    /// The letter reaches its receiver.
    fn send(&mut self, said: &str) {
        if self.next.contains("scopes") {
            let words = said.split(|c: char| c.is_whitespace() || c == ',').map(|word| word.trim_end_matches('.'));
            self.wanted = words.filter(|word| word.starts_with("altinn:")).map(ToOwned::to_owned).collect();
            self.wanted.sort();
            self.wanted.dedup();
            self.wanted.push("altinn:events.subscribe".to_owned());
            self.outside.scopes_are_granted(&self.wanted);
        } else {
            self.outside.counterpart_sends();
        }
    }
}

/// The id of the request that waits for its approval.
fn request(transcript: &str) -> &str {
    let (_, rest) = transcript.rsplit_once("request?id=").expect("the approver's page");
    rest.get(..36).expect("the request's id")
}
