//! The world outside the program: a sandbox in another process, which answers under the services' own names, and its people, whom the
//! test plays: at the portal, the service desk, the approver's page.

#[allow(dead_code, reason = "not every test goes to production")]
pub mod production;

use crate::browser::Browser;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// An organisation that has been granted nothing yet, and those that take part already: a sender and a recipient.
pub const NEWCOMER: &str = "310400602";
pub const COUNTERPART: [&str; 2] = ["310400203", "310400300"];

/// A sandbox in another process, which answers under the services' own names. It ends with the test.
pub struct Outside {
    pub newcomer: &'static str,
    child: Child,
    pages: String,
    pub proxy: String,
    pub trips: Vec<&'static str>,
}

impl Drop for Outside {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Outside {
    pub fn start(folder: &Path, newcomer: &'static str) -> Self {
        Self::start_with(folder, newcomer, &[])
    }

    /// The same, and those that take part already have their answers in the folder `kit`.
    #[allow(dead_code, reason = "not every test begins with somebody who takes part")]
    pub fn with_kit(folder: &Path) -> Self {
        let kit = folder.join("kit");
        Self::start_with(folder, NEWCOMER, &["--kit", kit.to_str().expect("a path")])
    }

    fn start_with(folder: &Path, newcomer: &'static str, further: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_broker-setup"));
        command.env("BROKER_SETUP_HOME", folder.join("sandbox")).args(["sandbox", "--json", "--people", "never", "--proxy", "127.0.0.1:0"]);
        command.arg("--ca-out").arg(folder.join("ca.pem")).args(further).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("it starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line).expect("its addresses");
        let said: serde_json::Value = serde_json::from_str(&line).expect("JSON");
        let text = |value: &serde_json::Value| value.as_str().expect("a text").to_owned();
        Self { newcomer, child, pages: text(&said["platform"]), proxy: text(&said["proxy"]["address"]), trips: Vec::new() }
    }

    /// Runs a browser's work: pages over plain HTTP on this machine.
    pub fn browse<T>(&self, work: impl AsyncFnOnce(Browser) -> T) -> T {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(work(Browser::new(&self.pages)))
    }

    /// The letter to the service desk, and its yes.
    pub fn scopes_are_granted(&mut self, scopes: &[String]) {
        self.trips.push("letter to the service desk");
        self.browse(async |browser| {
            browser.ask_for_scopes(self.newcomer, scopes).await;
            browser.submit("sandbox/desk", "sandbox/desk/letters", &[("answer", "yes")]).await;
        });
    }

    /// The organisation has been granted nothing yet.
    pub fn scopes_are_withdrawn(&self) {
        const SCOPES: [&str; 5] = [
            "altinn:serviceowner",
            "altinn:broker.write",
            "altinn:broker.read",
            "altinn:resourceregistry/resource.write",
            "altinn:resourceregistry/accesslist.write",
        ];
        self.browse(async |browser| {
            for scope in SCOPES {
                let no = [("org", self.newcomer), ("scope", scope), ("answer", "no")];
                browser.submit("sandbox/desk", "sandbox/desk/scopes", &no).await;
            }
        });
    }

    /// The trip to the portal: a client with the scopes and the public key. Returns its id.
    pub fn client_is_made(&mut self, scopes: &[String], key: &str) -> String {
        self.trips.push("portal");
        self.browse(async |browser| browser.make_client(self.newcomer, scopes, key).await)
    }

    /// The approver's page of the request with this id.
    pub fn request_is_approved(&mut self, id: &str) {
        self.trips.push("approval");
        self.browse(async |browser| {
            let address = format!("{}sandbox/approve?id={id}", browser.pages);
            let answered = browser.client.post(address).form(&[("answer", "yes")]).send().await.expect("a page");
            let html = answered.text().await.expect("html");
            assert!(html.contains("<dd>approved</dd>"), "{html}");
        });
    }

    /// Half a minute lies between an event and its place in the list of those who ask for events.
    pub fn half_a_minute_passes(&self) {
        self.browse(async |browser| {
            let asked = browser.client.post(format!("{}sandbox/time", browser.pages)).json(&serde_json::json!({"pass": "PT31S"}));
            assert!(asked.send().await.expect("an answer").status().is_success());
        });
    }

    /// A test file from a sender to the newcomer.
    pub fn counterpart_sends(&mut self) {
        self.trips.push("message to the sender");
        self.browse(async |browser| browser.send_test(COUNTERPART[0], NEWCOMER).await);
    }
}
