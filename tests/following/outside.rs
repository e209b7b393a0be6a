//! The world outside the program: the sandbox's pages, on which the user does errands and the others answer.

use crate::browser::Browser;
use crate::cast::{Actor, Cast, Others, SENDER};

pub struct Outside {
    browser: Browser,
    cast: Cast,
    /// Who has said no once.
    refused: Vec<Actor>,
}

impl Outside {
    /// Sets everybody's pace and first answer.
    pub async fn set(pages: &str, cast: Cast) -> Self {
        let outside = Self { browser: Browser::new(pages), cast, refused: Vec::new() };
        let says = if cast.others == Others::NoThenYes { "no" } else { "yes" };
        for actor in Actor::ALL {
            outside.tell(actor, says).await;
        }
        outside
    }

    async fn tell(&self, actor: Actor, says: &str) {
        let (pace, answer) = (format!("pace-{}", actor.name()), format!("says-{}", actor.name()));
        let told = [(pace.as_str(), self.cast.others.pace(actor)), (answer.as_str(), says)];
        self.browser.submit("sandbox/", "sandbox/people", &told).await;
    }

    /// Whether this one says no the next time.
    pub fn will_say_no(&self, actor: Actor) -> bool {
        self.cast.others == Others::NoThenYes && !self.refused.contains(&actor)
    }

    /// Whether this one has just said no. From now on the answer is yes.
    pub async fn says_no(&mut self, actor: Actor) -> bool {
        let no = self.will_say_no(actor);
        if no {
            self.refused.push(actor);
            self.tell(actor, "yes").await;
        }
        no
    }

    /// The letter reaches the service desk, which answers it when it does.
    pub async fn letter_to_the_desk(&self, scopes: &[String]) {
        self.browser.ask_for_scopes(self.cast.client_owner(), scopes).await;
    }

    /// A client with the scopes that the portal offers. Returns its id.
    pub async fn client_is_made(&self, scopes: &[String], key: &str) -> String {
        self.browser.make_client(self.cast.client_owner(), scopes, key).await
    }

    /// The scopes that the portal offers are added to the client.
    pub async fn scopes_are_added(&self, client: &str, scopes: &[String]) {
        let filled: Vec<(&str, &str)> = scopes.iter().map(|scope| ("scope", scope.as_str())).collect();
        self.browser.submit(&format!("sandbox/portal/client?id={client}"), "sandbox/portal/scopes", &filled).await;
    }

    /// The message reaches the sender, who sends a test unless asked in vain.
    pub async fn message_to_the_sender(&self) {
        if self.cast.others.answers(Actor::Counterpart) {
            self.browser.send_test(SENDER, self.cast.party()).await;
        }
    }

    /// Broker's and Events' clock goes on.
    pub async fn time_passes(&self, duration: &str) {
        let body = serde_json::json!({"pass": duration});
        let asked = self.browser.client.post(format!("{}sandbox/time", self.browser.pages)).json(&body);
        assert!(asked.send().await.expect("an answer").status().is_success());
    }
}
