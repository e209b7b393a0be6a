//! A newcomer gets to five ready steps in a sandbox whose people do nothing by themselves: the test plays each person on the
//! sandbox's pages.

use crate::browser::Browser;
use crate::sandbox::Sandbox;
use altinn_sandbox::known;
use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der, PublicKeyX509Der};
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::KeyPair as _;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::fs;
use std::path::PathBuf;

const SCOPES: [&str; 6] = [
    "altinn:broker.write",
    "altinn:broker.read",
    "altinn:events.subscribe",
    "altinn:authentication/systemregister.write",
    "altinn:authentication/systemuser.request.write",
    "altinn:authentication/systemuser.request.read",
];

fn between<'h>(html: &'h str, before: &str, after: char) -> &'h str {
    html.split(before).nth(1).and_then(|rest| rest.split(after).next()).unwrap_or_else(|| panic!("{before}: {html}"))
}

fn pem(label: &str, der: &[u8]) -> String {
    format!("-----BEGIN {label}-----\n{}\n-----END {label}-----\n", STANDARD.encode(der))
}

/// Makes a key, saves its private half to a file, and returns the public half to paste into the portal.
fn made_key(sandbox: &Sandbox) -> String {
    let pair = KeyPair::generate(KeySize::Rsa2048).expect("a key");
    let private = AsDer::<Pkcs8V1Der<'_>>::as_der(&pair).expect("der");
    fs::write(sandbox.kit("mine.pem"), pem("PRIVATE KEY", private.as_ref())).expect("written");
    let public = AsDer::<PublicKeyX509Der<'_>>::as_der(pair.public_key()).expect("der");
    pem("PUBLIC KEY", public.as_ref())
}

fn platform(sandbox: &Sandbox) -> String {
    sandbox.described["platform"].as_str().expect("an address").to_owned()
}

fn answers(sandbox: &Sandbox, client: &str) -> PathBuf {
    let platform = platform(sandbox);
    let text = format!(
        "role = \"sender\"\norganisation = \"{org}\"\nresource = \"{resource}\"\napi_key = \"file:mine.txt\"\n\
         [client]\nid = \"{client}\"\nkey = \"file:mine.pem\"\nkid = \"mine-1\"\n\
         [environment]\nplatform = \"{platform}\"\nmaskinporten = \"{platform}\"\n\
         [system]\nid = \"{org}_filer\"\n[transfer]\nrecipients = [\"{to}\"]\n[events]\nendpoint = \"{platform}sandbox/sink/mine\"\n",
        org = known::OUTSIDER.number,
        resource = known::RESOURCE,
        to = known::RECIPIENT.number,
    );
    let file = sandbox.kit("mine.toml");
    fs::write(&file, text).expect("written");
    file
}

/// Does the work of every person before the first check: the newcomer in the portal, the service desk, the vendor and the
/// customer's approver. Returns the client's id.
async fn set_up(browser: &Browser, sandbox: &Sandbox) -> String {
    let org = known::OUTSIDER.number;
    let portal = format!("sandbox/portal?org={org}");
    let ticked: Vec<(&str, &str)> = SCOPES.iter().map(|scope| ("scope", *scope)).collect();
    browser.submit(&portal, "sandbox/portal/letters", &ticked).await;
    browser.submit("sandbox/desk", "sandbox/desk/letters", &[("answer", "yes")]).await;
    let issued = browser.submit("sandbox/desk", "sandbox/desk/keys", &[("org", org)]).await;
    fs::write(sandbox.kit("mine.txt"), between(&issued, "id=\"api-key\">", '<')).expect("written");
    let made = browser.submit(&portal, "sandbox/portal/clients", &[ticked.as_slice(), &[("name", "Mine")]].concat()).await;
    let client = between(&made, "id=\"client-id\">", '<').to_owned();
    let page = format!("sandbox/portal/client?id={client}");
    browser.submit(&page, "sandbox/portal/keys", &[("key", &made_key(sandbox)), ("kid", "mine-1")]).await;

    let systems = format!("sandbox/systems?org={org}");
    let system = format!("{org}_filer");
    browser.submit(&systems, "sandbox/systems/register", &[("name", "filer"), ("client", &client), ("resource", known::RESOURCE)]).await;
    let asked = [("system", system.as_str()), ("customer", org), ("resource", known::RESOURCE)];
    let asked = browser.submit(&systems, "sandbox/systems/ask", &asked).await;
    let confirm = between(&asked, "<a href=\"/sandbox/approve", '"').to_owned();
    let confirm = format!("{}sandbox/approve{confirm}", browser.pages);
    let approved = browser.client.post(confirm).form(&[("answer", "yes")]).send().await.expect("a page");
    assert!(approved.text().await.expect("html").contains("<dd>approved</dd>"));
    client
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newcomer_gets_to_five_ready_steps_with_every_person_played_by_hand() {
    let sandbox = Sandbox::start(&["--people", "never", "--gateway", "keyed"]);
    let browser = Browser::new(&platform(&sandbox));
    let id = set_up(&browser, &sandbox).await;
    answers(&sandbox, &id);
    for deed in ["subscribe", "send-test"] {
        let done = sandbox.run("mine", &["do", deed, "--yes"]);
        assert!(done.status.success(), "{deed}: {}", String::from_utf8_lossy(&done.stderr));
    }
    let recipient = format!("sandbox/counterpart?org={}", known::RECIPIENT.number);
    let fetched = browser.submit(&recipient, "sandbox/counterpart/fetch", &[]).await;
    assert!(fetched.contains("That is what the sender announced."), "{fetched}");
    browser.submit(&recipient, "sandbox/counterpart/confirm", &[]).await;
    let (code, document) = sandbox.check("mine", &[]);
    assert_eq!((code, &document["ready"]), (0, &serde_json::Value::Bool(true)), "{document:#}");
}
