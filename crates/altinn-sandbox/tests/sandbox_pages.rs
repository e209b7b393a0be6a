//! The sandbox's pages over HTTP, as a browser's forms would use them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox_support;

use altinn_sandbox::broker::Status;
use altinn_sandbox::people::{Actor, Manner, Word};
use altinn_sandbox::systems::RequestStatus;
use altinn_sandbox::values::OrgNumber;
use altinn_sandbox::{Gateway, Options, People, Sandbox, World, known};
use reqwest::header::{HOST, LOCATION, ORIGIN};
use reqwest::{Client, StatusCode};
use sandbox_support::{Answer, Assertion, client, open, started};
use serde_json::json;
use std::time::{Duration, Instant};

/// What a browser has before it.
struct Page {
    status: StatusCode,
    html: String,
}

async fn look(sandbox: &Sandbox, path: &str) -> Page {
    let response = client().get(sandbox.origin.join(path).unwrap()).send().await.unwrap();
    assert!(response.headers()["content-type"].to_str().unwrap().starts_with("text/html"), "{path}");
    for (header, value) in [("x-content-type-options", "nosniff"), ("x-frame-options", "DENY"), ("cache-control", "no-store")] {
        assert_eq!(response.headers()[header], value, "{path}");
    }
    assert!(response.headers()["content-security-policy"].to_str().unwrap().contains("default-src 'none'"), "{path}");
    Page { status: response.status(), html: response.text().await.unwrap() }
}

/// Sends a form as a browser does, and follows where it is led: never to a page that a reload would post again.
async fn submit(sandbox: &Sandbox, path: &str, fields: &[(&str, &str)]) -> Page {
    let origin = sandbox.origin.as_str().trim_end_matches('/');
    let no_redirect = Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let form = no_redirect.post(sandbox.origin.join(path).unwrap()).form(fields);
    let response = form.header(ORIGIN, origin).header("Sec-Fetch-Site", "same-origin").send().await.unwrap();
    assert_eq!(response.status(), StatusCode::SEE_OTHER, "{path}: {:?}", response.text().await);
    let to = response.headers()[LOCATION].to_str().unwrap().to_owned();
    look(sandbox, &to).await
}

async fn until(sandbox: &Sandbox, what: &str, holds: impl Fn(&World) -> bool) {
    let deadline = Instant::now() + Duration::from_secs(20);
    while !holds(&sandbox.world().await) {
        assert!(Instant::now() < deadline, "never: {what}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

const PAGES: [&str; 8] = [
    "sandbox/",
    "sandbox/portal",
    "sandbox/desk",
    "sandbox/owner",
    "sandbox/counterpart",
    "sandbox/systems",
    "sandbox/access",
    "sandbox/portal/client?id=5a0c0002-7d1e-4f6a-9b1c-000000000002",
];

/// The value of an attribute wherever it stands.
fn values<'h>(html: &'h str, attribute: &str) -> Vec<&'h str> {
    let sign = format!(" {attribute}=\"");
    html.split(sign.as_str()).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

fn assert_accessible(path: &str, html: &str) {
    assert!(html.starts_with("<!doctype html>\n<html lang=\"en\">"), "{path}");
    assert_eq!(html.matches("<h1>").count(), 1, "{path}");
    assert!(html.contains("<title>") && html.contains("<main id=\"main\">") && html.contains("href=\"#main\""), "{path}");
    assert!(!html.contains("<script") && !html.contains(" onclick=") && !html.contains("{{"), "{path}: {html}");
    let ids = values(html, "id");
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "{path}: an id stands twice: {ids:?}");
    let described = values(html, "aria-describedby").into_iter().flat_map(str::split_whitespace);
    for wanted in values(html, "for").into_iter().chain(described).chain(values(html, "list")) {
        assert!(ids.contains(&wanted), "{path}: {wanted} is nobody's id");
    }
    // Whatever takes input has a name that is said: a label for its id, a label around it, or one of its own.
    let labelled = values(html, "for");
    for tag in html.split('<').filter(|tag| ["input ", "select ", "textarea "].iter().any(|kind| tag.starts_with(kind))) {
        let tag = tag.split('>').next().unwrap();
        let hidden = tag.contains("type=\"hidden\"") || tag.contains("type=\"checkbox\"");
        let id = values(tag, "id");
        assert!(hidden || tag.contains("aria-label") || id.iter().any(|id| labelled.contains(id)), "{path}: {tag}");
    }
    assert_eq!(html.matches("type=\"checkbox\"").count(), html.matches("<label><input type=\"checkbox\"").count(), "{path}");
    assert_eq!(html.matches("tabindex").count(), 0, "{path}: the order of reading is the order of focus");
    let heading = |level: &str| html.find(level).unwrap_or(usize::MAX);
    assert!(heading("<h1") < heading("<h2") && heading("<h2") <= heading("<h3"), "{path}");
}

#[tokio::test]
async fn every_page_is_plain_and_whole_without_script_or_style() {
    let sandbox = open().await;
    let world = sandbox.world().await;
    let approve = format!("sandbox/approve?id={}&DONTCHOOSEREPORTEE=true", world.systems.pending().next().unwrap().id);
    for path in PAGES.into_iter().chain([approve.as_str()]) {
        let page = look(&sandbox, path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert_accessible(path, &page.html);
    }
    let style = client().get(sandbox.origin.join("sandbox/style.css").unwrap()).send().await.unwrap();
    assert_eq!(style.headers()["content-type"], "text/css; charset=utf-8");
    let short = client().get(sandbox.origin.join("sandbox").unwrap()).send().await.unwrap();
    assert_eq!(short.url().path(), "/sandbox/");
}

#[tokio::test]
async fn no_page_tells_a_secret() {
    let sandbox = open().await;
    let world = sandbox.world().await;
    let key = world.keys.holders.values().next().unwrap().pem.expose().lines().nth(2).unwrap().to_owned();
    for path in PAGES {
        let html = look(&sandbox, path).await.html;
        assert!(!html.contains(world.api_key.expose()) && !html.contains(&key) && !html.contains("PRIVATE"), "{path}");
    }
}

#[tokio::test]
async fn the_confirm_page_says_who_asks_whom_for_what_and_takes_one_answer() {
    let sandbox = open().await;
    let id = sandbox.world().await.systems.pending().next().unwrap().id;
    let path = format!("sandbox/approve?id={id}&DONTCHOOSEREPORTEE=true");
    let page = look(&sandbox, &path).await;
    let number = known::SENDER.number.parse::<OrgNumber>().unwrap().to_string();
    for said in [known::SENDER.name, number.as_str(), known::SENDER_SYSTEM, known::RESOURCE, known::HALF_DONE, ">Approve<", ">Reject<"] {
        assert!(page.html.contains(said), "{said}");
    }
    let answered = submit(&sandbox, &path, &[("answer", "yes")]).await;
    assert!(answered.html.contains("approved") && !answered.html.contains(">Approve<"), "{}", answered.html);
    assert_eq!(sandbox.world().await.systems.request(id).unwrap().status, RequestStatus::Accepted);
    let again = submit(&sandbox, &path, &[("answer", "no")]).await;
    assert!(again.html.contains("AUTH-00013") && again.html.contains("role=\"alert\""), "{}", again.html);
    for strange in [uuid::Uuid::new_v4().to_string(), "cut-sho".to_owned(), String::new()] {
        let absent = look(&sandbox, &format!("sandbox/approve?id={strange}")).await;
        assert_eq!(absent.status, StatusCode::NOT_FOUND);
        assert_accessible("absent", &absent.html);
    }
}

#[tokio::test]
async fn what_others_typed_is_shown_as_text_only() {
    let sandbox = open().await;
    let evil = "<img src=x onerror=alert(1)>\"'&";
    let made = submit(&sandbox, "sandbox/portal/clients", &[("org", known::SENDER.number), ("name", evil)]).await;
    assert!(!made.html.contains("<img") && made.html.contains("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;"), "{}", made.html);
    for path in ["sandbox/", "sandbox/portal", "sandbox/systems"] {
        let html = look(&sandbox, path).await.html;
        assert!(!html.contains("<img") && html.contains("&lt;img"), "{path}");
    }
    let asked = submit(&sandbox, "sandbox/misbehave", &[("fault", evil)]).await;
    assert!(!asked.html.contains("<img") && asked.html.contains("cannot be set"), "{}", asked.html);
}

#[tokio::test]
async fn only_these_pages_may_post_and_only_this_machine_may_look() {
    let sandbox = open().await;
    let post = || client().post(sandbox.origin.join("sandbox/desk/keys").unwrap()).form(&[("org", known::SENDER.number)]);
    let own = sandbox.origin.as_str().trim_end_matches('/').to_owned();
    let other_port = "http://127.0.0.1:1";
    for (header, value) in [
        ("Origin", "https://evil.example"),
        ("Origin", "null"),
        ("Origin", other_port),
        ("Referer", "https://evil.example/page"),
        ("Sec-Fetch-Site", "cross-site"),
        ("Sec-Fetch-Site", "same-site"),
    ] {
        let refused = post().header(header, value).send().await.unwrap();
        assert_eq!(refused.status(), StatusCode::FORBIDDEN, "{header}: {value}");
    }
    // A name of another's that leads to this machine.
    let port = sandbox.origin.port().unwrap();
    let rebound =
        post().header(HOST, format!("evil.example:{port}")).header("Origin", format!("http://evil.example:{port}")).send().await.unwrap();
    assert_eq!(rebound.status(), StatusCode::FORBIDDEN);
    let looked = client().get(sandbox.origin.join("sandbox/desk").unwrap()).header(HOST, "evil.example").send().await.unwrap();
    assert_eq!(looked.status(), StatusCode::FORBIDDEN);
    assert!(sandbox.world().await.desk.keys.is_empty());
    for request in [post(), post().header("Origin", &own), post().header("Referer", format!("{own}/sandbox/desk"))] {
        assert_eq!(request.send().await.unwrap().status(), StatusCode::OK);
    }
    let named = client().get(sandbox.origin.join("sandbox/").unwrap()).header(HOST, format!("localhost:{port}")).send().await.unwrap();
    assert_eq!(named.status(), StatusCode::OK);
    assert_eq!(sandbox.world().await.desk.keys.len(), 3);
}

#[tokio::test]
async fn b1_only_granted_and_public_scopes_can_be_ticked_and_a_letter_brings_others() {
    let sandbox = open().await;
    let outsider = known::OUTSIDER.number;
    let page = look(&sandbox, &format!("sandbox/portal?org={outsider}")).await;
    let (make, ask) = page.html.split_once("id=\"ask\"").unwrap();
    assert!(make.contains("altinn:events.subscribe") && !make.contains("altinn:broker.write") && ask.contains("altinn:broker.write"));
    // A form that somebody else made up gives nothing that was not granted.
    let fields = [("org", outsider), ("name", "Mine"), ("scope", "altinn:broker.write"), ("scope", "altinn:events.subscribe")];
    submit(&sandbox, "sandbox/portal/clients", &fields).await;
    let client_of = |world: &World| world.maskinporten.clients.last().cloned().unwrap();
    assert_eq!(client_of(&sandbox.world().await).scopes, ["altinn:events.subscribe"]);

    let sent =
        submit(&sandbox, "sandbox/portal/letters", &[("org", outsider), ("scope", "altinn:broker.write"), ("scope", "altinn:broker.read")])
            .await;
    assert!(sent.html.contains("waits for the service desk"), "{}", sent.html);
    let again = submit(&sandbox, "sandbox/portal/letters", &[("org", outsider), ("scope", "altinn:broker.write")]).await;
    assert!(again.html.contains("nothing to ask for"), "{}", again.html);
    let letter = sandbox.world().await.desk.waiting(Actor::ServiceDesk).next().unwrap().id.to_string();
    let desk = submit(&sandbox, "sandbox/desk/letters", &[("letter", &letter), ("answer", "yes")]).await;
    assert!(desk.html.contains("None waits."), "{}", desk.html);
    let id = client_of(&sandbox.world().await).id.to_string();
    let page = look(&sandbox, &format!("sandbox/portal/client?id={id}")).await;
    assert!(page.html.contains("value=\"altinn:broker.write\""), "the portal offers it now");
    let saved = submit(&sandbox, "sandbox/portal/scopes", &[("client", &id), ("scope", "altinn:broker.write")]).await;
    assert!(saved.html.contains("value=\"altinn:broker.write\" checked"), "{}", saved.html);

    // The desk says no to the next one.
    submit(&sandbox, "sandbox/portal/letters", &[("org", outsider), ("scope", "altinn:serviceowner")]).await;
    let letter = sandbox.world().await.desk.waiting(Actor::ServiceDesk).next().unwrap().id.to_string();
    submit(&sandbox, "sandbox/desk/letters", &[("letter", &letter), ("answer", "no")]).await;
    let world = sandbox.world().await;
    assert!(!world.maskinporten.is_granted(&outsider.parse().unwrap(), "altinn:serviceowner"));
    assert!(look(&sandbox, &format!("sandbox/portal?org={outsider}")).await.html.contains("denied"));
}

#[tokio::test]
async fn b2_keys_are_added_and_removed_and_private_ones_are_neither_kept_nor_shown() {
    let sandbox = open().await;
    let world = sandbox.world().await;
    let key = &world.keys.holders[&known::KeyHolder::Vendor];
    let sender = known::client("sender").unwrap().id;
    let private = key.pem.expose();
    let refused = submit(&sandbox, "sandbox/portal/keys", &[("client", sender), ("key", private)]).await;
    let line = private.lines().nth(2).unwrap();
    assert!(refused.html.contains("private half") && !refused.html.contains(line), "{}", refused.html);
    let half = format!("{{\"kty\": \"RSA\", \"d\": \"{line}");
    let refused = submit(&sandbox, "sandbox/portal/keys", &[("client", sender), ("key", &half)]).await;
    assert!(refused.html.contains("private half") && !refused.html.contains(line), "{}", refused.html);
    let jwk = key.jwk("theirs").to_string();
    let added = submit(&sandbox, "sandbox/portal/keys", &[("client", sender), ("key", &jwk), ("kid", "mine")]).await;
    assert!(added.html.contains("<code>mine</code>"), "{}", added.html);
    let taken = submit(&sandbox, "sandbox/portal/keys", &[("client", sender), ("key", &jwk), ("kid", "mine")]).await;
    assert!(taken.html.contains("a key with this id already"), "{}", taken.html);

    // The vendor's key now signs for the sender's client.
    let mut assertion = Assertion::of(&sandbox, "vendor", "altinn:broker.write").await.with("iss", sender);
    assertion.header.kid = Some("mine".to_owned());
    assertion.token(&sandbox).await;
    submit(&sandbox, "sandbox/portal/keys/remove", &[("client", sender), ("kid", "mine")]).await;
    let mut assertion = Assertion::of(&sandbox, "vendor", "altinn:broker.write").await.with("iss", sender);
    assertion.header.kid = Some("mine".to_owned());
    assert!(assertion.ask(&sandbox).await.body.contains("Unknown key identifier"));
}

#[tokio::test]
async fn an_issued_api_key_is_shown_once_and_opens_the_gateway() {
    let sandbox = started(Options { gateway: Gateway::Keyed, people: People::Never, ..Options::default() }).await;
    let page = submit(&sandbox, "sandbox/desk/keys", &[("org", known::SENDER.number)]).await;
    let key = page.html.split("id=\"api-key\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
    assert!(!look(&sandbox, "sandbox/desk").await.html.contains(&key));
    let url = sandbox.origin.join("resourceregistry/api/v1/resource/orgs").unwrap();
    for (given, status) in [(key.as_str(), 200), ("another", 401)] {
        let answer = client().get(url.clone()).header("Ocp-Apim-Subscription-Key", given).send().await.unwrap();
        assert_eq!(answer.status().as_u16(), status);
    }
}

/// A form's address, what is typed into it, what it is refused beside, and what of the typed stands there again.
type Refused<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a str, &'a [&'a str]);

/// What a form is refused for stands beside its field, and what was typed stands there again.
#[tokio::test]
async fn a_refused_form_keeps_what_was_typed_and_says_why_beside_the_field() {
    let sandbox = open().await;
    let (sender, org) = (known::client("sender").unwrap().id, known::SENDER.number);
    let cases: [Refused; 7] = [
        (
            "sandbox/portal/keys",
            &[("client", sender), ("key", "nonsense"), ("kid", "mine")],
            "key",
            &[">nonsense</textarea>", "value=\"mine\""],
        ),
        ("sandbox/portal/clients", &[("org", org), ("scope", "altinn:broker.read")], "name", &["value=\"altinn:broker.read\" checked"]),
        ("sandbox/portal/letters", &[("org", org)], "ask", &[]),
        (
            "sandbox/systems/register",
            &[("org", org), ("name", "has space"), ("client", sender), ("resource", "prov-kun-roller")],
            "name",
            &["value=\"has space\"", "<option selected>prov-kun-roller<"],
        ),
        (
            "sandbox/systems/ask",
            &[("org", org), ("system", known::SENDER_SYSTEM), ("customer", org), ("resource", known::RESOURCE)],
            "reference",
            &["AUTH-00004"],
        ),
        (
            "sandbox/counterpart/send",
            &[("org", org), ("resource", "prov-tilgangsliste"), ("recipient", known::RECIPIENT.number), ("file", "a.txt"), ("text", "<b>")],
            "send",
            &["BRO-00028", "value=\"a.txt\"", ">&lt;b&gt;</textarea>", "<option selected>prov-tilgangsliste<"],
        ),
        ("sandbox/misbehave", &[("fault", "MP-2000"), ("times", "3")], "fault", &["value=\"MP-2000\"", "value=\"3\""]),
    ];
    for (path, fields, field, kept) in cases {
        let page = submit(&sandbox, path, fields).await.html;
        assert_accessible(path, &page);
        assert!(page.contains("<title>Error: ") && page.contains("role=\"alert\""), "{path}: {page}");
        assert!(values(&page, "id").contains(&field), "{path}");
        if !matches!(field, "ask" | "send") {
            assert!(values(&page, "aria-describedby").iter().any(|ids| ids.contains(&format!("{field}-error"))), "{path}: {page}");
            assert_eq!(page.matches("aria-invalid").count(), 1, "{path}");
        }
        for text in kept {
            assert!(page.contains(text), "{path}: {text}: {page}");
        }
    }
}

#[tokio::test]
async fn the_desk_answers_a_letter_for_an_api_key_with_one_that_is_read_once() {
    let sandbox = started(Options { gateway: Gateway::Keyed, people: People::Never, ..Options::default() }).await;
    let ask = [("org", known::OUTSIDER.number), ("wish", "api-key")];
    let asked = submit(&sandbox, "sandbox/portal/letters", &ask).await;
    assert!(asked.html.contains("waits for the service desk: an API key"), "{}", asked.html);
    assert!(submit(&sandbox, "sandbox/portal/letters", &ask).await.html.contains("nothing to ask for"));
    let desk = |says| Manner { pace: People::Instant, says };
    sandbox.shared().people.tell(Actor::ServiceDesk, desk(Word::No));
    until(&sandbox, "the desk denies", |world| world.desk.letters.iter().all(|letter| letter.answer == Some(Word::No))).await;
    assert!(sandbox.world().await.desk.keys.is_empty());

    sandbox.shared().people.tell(Actor::ServiceDesk, desk(Word::Yes));
    submit(&sandbox, "sandbox/portal/letters", &ask).await;
    until(&sandbox, "the desk grants", |world| world.desk.keys.len() == 1).await;
    let letter = sandbox.world().await.desk.letters.last().unwrap().id.to_string();
    let opened = submit(&sandbox, "sandbox/portal/letters/open", &[("letter", &letter)]).await.html;
    let key = opened.split("id=\"api-key\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
    assert!(!submit(&sandbox, "sandbox/portal/letters/open", &[("letter", &letter)]).await.html.contains(&key));
    let url = sandbox.origin.join("resourceregistry/api/v1/resource/orgs").unwrap();
    let answer = client().get(url).header("Ocp-Apim-Subscription-Key", key).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
}

#[tokio::test]
async fn e2_the_owner_adds_and_removes_members_and_answers_letters() {
    let sandbox = open().await;
    let (owner, list) = (known::SERVICE_OWNER.number, "partnere");
    let member = |world: &World, number: &str| world.registry.is_member("prov-tilgangsliste", number, None);
    let add = |answer: &'static str| vec![("org", owner), ("list", list), ("member", known::RECIPIENT.number), ("answer", answer)];
    submit(&sandbox, "sandbox/owner/members", &add("yes")).await;
    assert!(member(&sandbox.world().await, known::RECIPIENT.number));
    let removed = submit(&sandbox, "sandbox/owner/members", &add("no")).await;
    assert!(!member(&sandbox.world().await, known::RECIPIENT.number), "{}", removed.html);

    submit(&sandbox, "sandbox/owner/ask", &[("org", owner), ("list", list), ("member", known::VENDOR.number)]).await;
    let letter = sandbox.world().await.desk.waiting(Actor::ServiceOwner).next().unwrap().id.to_string();
    let page = submit(&sandbox, "sandbox/owner/letters", &[("letter", &letter), ("answer", "yes")]).await;
    assert!(member(&sandbox.world().await, known::VENDOR.number) && page.html.contains("None waits."), "{}", page.html);
    let wrong = submit(
        &sandbox,
        "sandbox/owner/members",
        &[("org", owner), ("list", "no-such"), ("member", known::VENDOR.number), ("answer", "yes")],
    )
    .await;
    assert!(wrong.html.contains("Nothing was done"), "{}", wrong.html);
}

#[tokio::test]
async fn the_counterpart_sends_fetches_and_confirms_by_brokers_own_rules() {
    let sandbox = open().await;
    let send = |resource: &'static str| {
        [
            ("org", known::SENDER.number),
            ("resource", resource),
            ("recipient", known::RECIPIENT.number),
            ("file", "hei.txt"),
            ("text", "Hei på deg"),
            ("marked", "yes"),
        ]
    };
    // Its access list does not hold the recipient.
    let refused = submit(&sandbox, "sandbox/counterpart/send", &send("prov-tilgangsliste")).await;
    assert!(refused.html.contains("BRO-00028"), "{}", refused.html);
    let sent = submit(&sandbox, "sandbox/counterpart/send", &send(known::RESOURCE)).await;
    assert!(sent.html.contains("11 bytes"), "{}", sent.html);
    let id = sandbox.world().await.broker.newest_first().next().unwrap().id;
    until(&sandbox, "it is published", |world| world.broker.transfer(id).unwrap().status() == Status::Published).await;
    let transfer = id.to_string();
    let recipient = [("org", known::RECIPIENT.number), ("transfer", transfer.as_str())];
    let early = submit(&sandbox, "sandbox/counterpart/confirm", &recipient).await;
    assert!(early.html.contains("BRO-00019"), "{}", early.html);
    let fetched = submit(&sandbox, "sandbox/counterpart/fetch", &recipient).await;
    assert!(fetched.html.contains("Fetched hei.txt: 11 bytes") && fetched.html.contains("what the sender announced"), "{}", fetched.html);
    let confirmed = submit(&sandbox, "sandbox/counterpart/confirm", &recipient).await;
    assert!(confirmed.html.contains("Confirmed."), "{}", confirmed.html);
    assert_eq!(sandbox.world().await.broker.transfer(id).unwrap().status(), Status::AllConfirmedDownloaded);
    let stranger = submit(&sandbox, "sandbox/counterpart/fetch", &[("org", known::OUTSIDER.number), ("transfer", &transfer)]).await;
    assert!(stranger.html.contains("BRO-00006"), "{}", stranger.html);
}

#[tokio::test]
async fn people_can_be_told_to_say_no_and_to_act_later_and_sooner() {
    let sandbox = open().await;
    let page = submit(
        &sandbox,
        "sandbox/people",
        &[("pace-approver", "instant"), ("says-approver", "no"), ("pace-service-desk", "instant"), ("says-service-desk", "no")],
    )
    .await;
    assert!(page.html.contains("They act so from now on"), "{}", page.html);
    assert_eq!(sandbox.shared().people.manner(Actor::Approver), Manner { pace: People::Instant, says: Word::No });
    assert_eq!(sandbox.shared().people.manner(Actor::Counterpart), Manner { pace: People::Never, says: Word::Yes });

    let ask = [
        ("org", known::SENDER.number),
        ("system", known::SENDER_SYSTEM),
        ("customer", known::SENDER.number),
        ("resource", known::RESOURCE),
    ];
    let with = |reference: &'static str| [ask.as_slice(), &[("reference", reference)]].concat();
    submit(&sandbox, "sandbox/systems/ask", &with("told-no")).await;
    let status = |reference: &'static str| {
        move |world: &World| world.systems.requests().find(|request| request.external_ref == reference).unwrap().status
    };
    until(&sandbox, "the approver declines", |world| status("told-no")(world) == RequestStatus::Rejected).await;
    submit(&sandbox, "sandbox/portal/letters", &[("org", known::OUTSIDER.number), ("scope", "altinn:broker.read")]).await;
    until(&sandbox, "the desk declines", |world| world.desk.letters.iter().all(|letter| letter.answer == Some(Word::No))).await;

    // What waits for somebody follows what they are told later.
    sandbox.shared().people.tell(Actor::Approver, Manner { pace: People::Never, says: Word::Yes });
    submit(&sandbox, "sandbox/systems/ask", &with("told-later")).await;
    assert_eq!(status("told-later")(&sandbox.world().await), RequestStatus::New);
    submit(&sandbox, "sandbox/people", &[("pace-approver", "instant")]).await;
    until(&sandbox, "the approver agrees", |world| status("told-later")(world) == RequestStatus::Accepted).await;
}

/// The user's own sender sends a file to the counterpart.
async fn sends(sandbox: &Sandbox, token: &str) -> uuid::Uuid {
    let base = sandbox.origin.join("broker/api/v1/filetransfer").unwrap();
    let body = json!({"fileName": "a.txt", "resourceId": known::RESOURCE, "sendersFileTransferReference": "a",
                      "sender": format!("0192:{}", known::SENDER.number), "recipients": [format!("0192:{}", known::RECIPIENT.number)]});
    let made = Answer::of(client().post(base.clone()).bearer_auth(token).json(&body)).await.json();
    let id = made["fileTransferId"].as_str().unwrap();
    let upload = client().post(format!("{base}/{id}/upload")).bearer_auth(token);
    let upload = upload.header("Content-Type", "application/octet-stream").body("bytes");
    assert_eq!(Answer::of(upload).await.status, StatusCode::OK);
    id.parse().unwrap()
}

#[tokio::test]
async fn a_counterpart_that_says_no_leaves_files_where_they_are() {
    let sandbox = started(Options { gateway: Gateway::Open, people: People::Instant, ..Options::default() }).await;
    let token = Assertion::of(&sandbox, "sender", "altinn:broker.write").await.acting_for(known::SENDER.number, None).token(&sandbox).await;
    let status = |id| move |world: &World| world.broker.transfer(id).unwrap().status();
    sandbox.shared().people.tell(Actor::Counterpart, Manner { pace: People::Instant, says: Word::No });
    let left = sends(&sandbox, &token).await;
    until(&sandbox, "it is published", |world| status(left)(world) == Status::Published).await;
    // Whoever took it would have left nothing to confirm.
    let transfer = left.to_string();
    let recipient = [("org", known::RECIPIENT.number), ("transfer", transfer.as_str())];
    submit(&sandbox, "sandbox/counterpart/fetch", &recipient).await;
    let confirmed = submit(&sandbox, "sandbox/counterpart/confirm", &recipient).await;
    assert!(confirmed.html.contains("Confirmed."), "{}", confirmed.html);
    sandbox.shared().people.tell(Actor::Counterpart, Manner { pace: People::Instant, says: Word::Yes });
    let taken = sends(&sandbox, &token).await;
    until(&sandbox, "the other one is taken", |world| status(taken)(world) == Status::AllConfirmedDownloaded).await;
}

#[tokio::test]
async fn faults_are_set_and_cleared_on_the_overview() {
    let sandbox = open().await;
    let page = submit(&sandbox, "sandbox/misbehave", &[("fault", "BRO-00006"), ("times", "2")]).await;
    assert!(page.html.contains("2 times more") && page.html.contains("Clear BRO-00006"), "{}", page.html);
    let wrong = submit(&sandbox, "sandbox/misbehave", &[("fault", "BRO-0006")]).await;
    assert!(wrong.html.contains("Near it:") && wrong.html.contains("role=\"alert\""), "{}", wrong.html);
    let cleared = submit(&sandbox, "sandbox/misbehave", &[("clear", "all")]).await;
    assert!(cleared.html.contains("every service behaves"), "{}", cleared.html);
}

#[tokio::test]
async fn each_row_shows_what_is_its_own() {
    let sandbox = open().await;
    submit(&sandbox, "sandbox/misbehave", &[("fault", "BRO-00006"), ("times", "2")]).await;
    let page = submit(&sandbox, "sandbox/misbehave", &[("fault", "slow=5")]).await;
    assert_eq!(page.html.matches("times more").count(), 1, "{}", page.html);
}

/// A request of the half-done setup that waits for the customer.
async fn waiting(sandbox: &Sandbox) -> uuid::Uuid {
    sandbox.world().await.systems.pending().next().unwrap().id
}

#[tokio::test]
async fn d3_an_approver_who_lacks_something_is_told_so_and_the_request_waits_on() {
    let sandbox = open().await;
    let page = format!("sandbox/approve?id={}", waiting(&sandbox).await);
    for (lacks, code) in [
        ("access-manager", "AUTH-00066"),
        ("role", "AUTH-00016"),
        ("package", "AUTH-00068"),
        ("right", "AUTH-00018"),
        ("service-rights", "AUTH-00019"),
        ("level", "AUTH-00020"),
        ("reason", "AUTH-00014"),
    ] {
        let shown = submit(&sandbox, &page, &[("lacks", lacks), ("answer", "yes")]).await;
        assert!(shown.html.contains(code) && shown.html.contains("waiting for an answer"), "{lacks}: {}", shown.html);
        assert_accessible(&page, &shown.html);
    }
    let passed_on = submit(&sandbox, &page, &[("lacks", "role"), ("answer", "escalate")]).await;
    assert!(passed_on.html.contains("passed on to somebody who may"));
    assert!(submit(&sandbox, &page, &[("answer", "yes")]).await.html.contains("<dd>approved</dd>"));
    let late = submit(&sandbox, &page, &[("lacks", "role"), ("answer", "yes")]).await;
    assert!(late.html.contains("AUTH-00013"), "{}", late.html);
}

#[tokio::test]
async fn d2_a_request_grows_old_by_hand() {
    for (answer, status, shown) in [
        ("time-out", RequestStatus::New, "timed out"),
        ("denied", RequestStatus::Denied, "rejected"),
        ("timed-out", RequestStatus::Timedout, "timed out"),
    ] {
        let sandbox = open().await;
        let id = waiting(&sandbox).await;
        let page = submit(&sandbox, &format!("sandbox/approve?id={id}"), &[("answer", answer)]).await;
        assert!(page.html.contains(&format!("<dd>{shown}</dd>")), "{}", page.html);
        let world = sandbox.world().await;
        let request = world.systems.request(id).unwrap();
        assert_eq!((request.status, request.timed_out()), (status, answer == "time-out"));
    }
}

#[tokio::test]
async fn d2_the_customer_deletes_a_system_user_and_delegates_to_an_organisation() {
    let sandbox = open().await;
    let (sender, vendor) = (known::SENDER.number, known::VENDOR.number);
    let user = sandbox.world().await.systems.requests().find(|request| request.system_id == known::SENDER_SYSTEM).unwrap().id;
    let form = [("org", sender), ("user", &user.to_string())];
    let page = submit(&sandbox, "sandbox/access/users", &form).await;
    assert!(page.html.contains("Done.") && !page.html.contains(&user.to_string()));
    let world = sandbox.world().await;
    assert!(world.systems.user(user).is_none() && world.systems.request(user).is_none());
    assert!(submit(&sandbox, "sandbox/access/users", &form).await.html.contains("Nothing was done."));

    let given = [("org", sender), ("to", vendor), ("resource", "prov-kun-roller"), ("answer", "yes")];
    let page = submit(&sandbox, "sandbox/access/given", &given).await;
    assert!(page.html.contains("Take prov-kun-roller back from"), "{}", page.html);
    assert_accessible("sandbox/access", &page.html);
    assert_eq!(sandbox.world().await.systems.delegated(sender, vendor)[0].actions, ["read", "write", "subscribe"]);
    let refused = submit(&sandbox, "sandbox/access/given", &[("org", sender), ("to", vendor), ("resource", "prov-ikke-delegerbar")]).await;
    assert!(refused.html.contains("AUTH-00070"), "{}", refused.html);
    let taken = [("org", sender), ("to", vendor), ("resource", "prov-kun-roller"), ("answer", "no")];
    assert!(submit(&sandbox, "sandbox/access/given", &taken).await.html.contains("Nothing is delegated."));
}
