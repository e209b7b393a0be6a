//! What a newcomer's people do in the browser: make a client, ask for scopes, send a test.

use crate::browser::Browser;

impl Browser {
    /// A new client of the organisation with these scopes and this public key. Returns its id. The portal leaves out what was not
    /// granted.
    pub async fn make_client(&self, organisation: &str, scopes: &[String], key: &str) -> String {
        let kid = serde_json::from_str::<serde_json::Value>(key).expect("a JWK")["kid"].as_str().expect("a kid").to_owned();
        let mut filled: Vec<(&str, &str)> = scopes.iter().map(|scope| ("scope", scope.as_str())).collect();
        filled.push(("name", "Mine"));
        let made = self.submit(&format!("sandbox/portal?org={organisation}"), "sandbox/portal/clients", &filled).await;
        let id = made.split("id=\"client-id\">").nth(1).and_then(|rest| rest.split('<').next()).expect("an id").to_owned();
        self.submit(&format!("sandbox/portal/client?id={id}"), "sandbox/portal/keys", &[("key", key), ("kid", kid.as_str())]).await;
        id
    }

    /// The letter to the service desk, as it reaches it.
    pub async fn ask_for_scopes(&self, organisation: &str, scopes: &[String]) {
        // Every organisation has this one.
        let asked = scopes.iter().filter(|scope| *scope != "altinn:events.subscribe");
        let filled: Vec<(&str, &str)> = asked.map(|scope| ("scope", scope.as_str())).collect();
        self.submit(&format!("sandbox/portal?org={organisation}"), "sandbox/portal/letters", &filled).await;
    }

    /// A marked test file from one organisation to another.
    pub async fn send_test(&self, sender: &str, recipient: &str) {
        let file =
            [("resource", "prov-filutveksling"), ("recipient", recipient), ("file", "test.txt"), ("text", "test"), ("marked", "yes")];
        self.submit(&format!("sandbox/counterpart?org={sender}"), "sandbox/counterpart/send", &file).await;
    }
}
