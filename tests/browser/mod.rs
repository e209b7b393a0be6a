//! A browser for the sandbox's own pages: a person at the portal, at the service desk, at the approver's page.

/// The pages of a sandbox, over plain HTTP on this machine.
pub struct Browser {
    pub client: reqwest::Client,
    /// Their address, with its slash.
    pub pages: String,
}

impl Browser {
    pub fn new(pages: &str) -> Self {
        let client = reqwest::Client::builder().no_proxy().build().expect("a client");
        Self { client, pages: pages.to_owned() }
    }

    pub async fn read(&self, page: &str) -> String {
        self.client.get(format!("{}{page}", self.pages)).send().await.expect("a page").text().await.expect("html")
    }

    /// Submits a form of a page: its hidden fields and what a person fills in.
    pub async fn submit(&self, page: &str, action: &str, filled: &[(&str, &str)]) -> String {
        let html = self.read(page).await;
        let form = html.split("<form ").find(|form| form.contains(&format!("action=\"/{action}\"")));
        let form = form.and_then(|form| form.split("</form>").next()).unwrap_or_else(|| panic!("no form {action} on {page}: {html}"));
        let hidden = form.split("<input type=\"hidden\" name=\"").skip(1).map(|rest| {
            let mut parts = rest.split('"');
            (parts.next().unwrap_or_default(), parts.nth(1).unwrap_or_default())
        });
        let fields: Vec<(&str, &str)> = hidden.chain(filled.iter().copied()).collect();
        let html = self.client.post(format!("{}{action}", self.pages)).form(&fields).send().await.expect("a page");
        let html = html.text().await.expect("html");
        assert!(!html.contains("role=\"alert\""), "{action}: {html}");
        html
    }

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
