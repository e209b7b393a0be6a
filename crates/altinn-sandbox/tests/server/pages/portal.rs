//! The self-service portal and the service desk.

use super::*;
use altinn_sandbox::World;
use altinn_sandbox::people::{Actor, Behaviour, YesNo};

/// Facts platform B.1.
#[tokio::test]
async fn only_granted_and_public_scopes_can_be_ticked_and_a_letter_brings_others() {
    let sandbox = open().await;
    let outsider = known::OUTSIDER.number;
    let page = look(&sandbox, &format!("sandbox/portal?org={outsider}")).await;
    let (make, ask) = page.html.split_once("id=\"ask\"").unwrap();
    assert!(make.contains("altinn:events.subscribe") && !make.contains("altinn:broker.write") && ask.contains("altinn:broker.write"));
    // A forged form gives no scope that is not granted.
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

    // The desk refuses the next request.
    submit(&sandbox, "sandbox/portal/letters", &[("org", outsider), ("scope", "altinn:serviceowner")]).await;
    let letter = sandbox.world().await.desk.waiting(Actor::ServiceDesk).next().unwrap().id.to_string();
    submit(&sandbox, "sandbox/desk/letters", &[("letter", &letter), ("answer", "no")]).await;
    let world = sandbox.world().await;
    assert!(!world.maskinporten.is_granted(&outsider.parse().unwrap(), "altinn:serviceowner"));
    assert!(look(&sandbox, &format!("sandbox/portal?org={outsider}")).await.html.contains("denied"));
}

/// Facts platform B.2.
#[tokio::test]
async fn keys_are_added_and_removed_and_private_ones_are_neither_kept_nor_shown() {
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

/// A form's address, the typed fields, the field beside which the note must stand, and the typed values that must be shown again.
type Refused<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a str, &'a [&'a str]);

/// The reason for a refusal stands beside its field, and the typed values are shown again.
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
    let desk = |says| Behaviour { pace: People::Instant, says };
    sandbox.shared().people.tell(Actor::ServiceDesk, desk(YesNo::No));
    until(&sandbox, "the desk denies", |world| world.desk.letters.iter().all(|letter| letter.answer == Some(YesNo::No))).await;
    assert!(sandbox.world().await.desk.keys.is_empty());

    sandbox.shared().people.tell(Actor::ServiceDesk, desk(YesNo::Yes));
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
