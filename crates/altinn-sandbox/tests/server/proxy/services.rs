//! Services whose answers name other hosts, under their real names.

use super::*;
use jiff::Timestamp;
use jsonwebtoken::{Algorithm, EncodingKey, Header};

/// Facts platform C.2 and facts examples 9.
#[tokio::test]
async fn the_list_of_service_owners_is_where_everybody_reads_it() {
    let sandbox = proxied(Gateway::Open).await;
    let list = get(&sandbox, "https://altinncdn.no/orgs/altinn-orgs.json").await.json();
    let owner = &list["orgs"]["prov"];
    assert_eq!(owner["orgnr"], known::SERVICE_OWNER.number);
    assert_eq!(owner["name"]["nb"], known::SERVICE_OWNER.name);
    // TTD has no organisation number.
    assert_eq!(list["orgs"]["ttd"]["orgnr"], "");
    sandbox.stop().await;
}

#[tokio::test]
async fn a_request_is_approved_at_access_management() {
    let sandbox = proxied(Gateway::Open).await;
    let world = sandbox.world().await;
    let request = world.systems.pending().next().expect("a known request that waits").id;
    drop(world);
    let url = format!("https://am.ui.tt02.altinn.no/accessmanagement/ui/systemuser/request?id={request}&DONTCHOOSEREPORTEE=true");
    let page = get(&sandbox, &url).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.header("content-type").starts_with("text/html"));
    sandbox.stop().await;
}

/// Each kind of request has its own page at access management.
/// Facts platform D.2.
#[tokio::test]
async fn every_confirm_url_opens_through_the_proxy() {
    let sandbox = proxied(Gateway::Open).await;
    let scopes = "altinn:authentication/systemregister.write altinn:authentication/systemuser.request.write altinn:authentication/systemuser.request.read";
    let raw = token(&sandbox, MASKINPORTEN, scopes).await.json()["access_token"].as_str().expect("a token").to_owned();
    let exchange = format!("{PLATFORM}authentication/api/v1/exchange/maskinporten");
    let token = Answer::of(client(&sandbox).get(exchange).bearer_auth(&raw)).await.body;
    let authentication = format!("{PLATFORM}authentication/api/v1");
    let number = known::SENDER.number;
    let query =
        format!("{authentication}/systemuser/vendor/byquery?system-id={}&orgno={number}&external-ref={number}", known::SENDER_SYSTEM);
    let user = Answer::of(client(&sandbox).get(query).bearer_auth(&token)).await.json()["id"].as_str().expect("a system user").to_owned();
    let system = format!("{number}_byraa");
    let packages = json!([{"urn": "urn:altinn:accesspackage:regnskapsforer-lonn"}]);
    let names = json!({"nb": "Byrå", "nn": "Byrå", "en": "Office"});
    let body = json!({"id": system, "vendor": {"ID": format!("0192:{number}")}, "name": names, "description": names,
                      "isVisible": false, "accessPackages": packages});
    let registered =
        Answer::of(client(&sandbox).post(format!("{authentication}/systemregister/vendor")).bearer_auth(&token).json(&body)).await;
    registered.is(200);
    let waits = sandbox.world().await.systems.pending().next().expect("one that waits").id;
    let right = json!([{"resource": [{"id": "urn:altinn:resource", "value": known::RESOURCE}]}]);
    let asked = [
        ("request", format!("systemuser/request/vendor/{waits}"), None),
        (
            "agentrequest",
            "systemuser/request/vendor/agent".to_owned(),
            Some(json!({"systemId": system, "partyOrgNo": known::RECIPIENT.number, "accessPackages": packages})),
        ),
        (
            "changerequest",
            format!("systemuser/changerequest/vendor?correlation-id={}&system-user-id={user}", uuid::Uuid::new_v4()),
            Some(json!({"requiredRights": [], "unwantedRights": right, "requiredAccessPackages": [], "unwantedAccessPackages": []})),
        ),
    ];
    for (page, path, body) in asked {
        let call = match body {
            Some(body) => client(&sandbox).post(format!("{authentication}/{path}")).json(&body),
            None => client(&sandbox).get(format!("{authentication}/{path}")),
        };
        let answer = Answer::of(call.bearer_auth(&token)).await;
        let confirm = answer.json()["confirmUrl"].as_str().unwrap_or_else(|| panic!("{page}: {}", answer.body)).to_owned();
        assert!(confirm.starts_with(&format!("https://am.ui.tt02.altinn.no/accessmanagement/ui/systemuser/{page}?id=")), "{confirm}");
        let shown = get(&sandbox, &confirm).await;
        assert!(shown.status == StatusCode::OK && shown.body.contains(">Approve<"), "{page}: {}", shown.body);
    }
    sandbox.stop().await;
}

/// A subscription names the platform's own test receiver by its real name (facts platform F.2); the sandbox delivers to its own.
#[tokio::test]
async fn an_event_finds_a_webhook_under_one_of_the_names() {
    let sandbox = proxied(Gateway::Open).await;
    let raw = token(&sandbox, MASKINPORTEN, "altinn:broker.write altinn:events.subscribe").await;
    let raw = raw.json()["access_token"].as_str().expect("a token").to_owned();
    let exchange = format!("{PLATFORM}authentication/api/v1/exchange/maskinporten");
    let exchanged = Answer::of(client(&sandbox).get(exchange).bearer_auth(&raw)).await.body;
    let subscriptions = format!("{PLATFORM}events/api/v1/subscriptions");
    let subscribed = Answer::of(client(&sandbox).post(&subscriptions).bearer_auth(&exchanged).json(&json!({
        "endPoint": "https://am.ui.tt02.altinn.no/sandbox/sink/sender",
        "resourceFilter": format!("urn:altinn:resource:{}", known::RESOURCE),
        "subjectFilter": format!("urn:altinn:organization:identifier-no:{}", known::SENDER.number)})))
    .await;
    subscribed.is(201);
    let id = subscribed.json()["id"].clone();
    let mut validated = false;
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(20);
    while !validated && std::time::Instant::now() < deadline {
        let one = Answer::of(client(&sandbox).get(format!("{subscriptions}/{id}")).bearer_auth(&exchanged)).await;
        validated = one.json()["validated"] == true;
    }
    assert!(validated, "the sink answers the validation");
    let kept = get(&sandbox, "https://am.ui.tt02.altinn.no/sandbox/sink/sender").await.json();
    let source = kept["events"][0]["source"].as_str().expect("a source");
    assert!(source.starts_with("https://platform.tt02.altinn.no/events/api/v1/subscriptions/"), "{source}");
    sandbox.stop().await;
}

/// Facts platform E.
#[tokio::test]
async fn delete_of_a_resource_is_refused_in_production_alone() {
    let sandbox = proxied(Gateway::Open).await;
    for (maskinporten, platform, status) in
        [("https://maskinporten.no/", "https://platform.altinn.no/", 403), (MASKINPORTEN, PLATFORM, 204)]
    {
        let raw = owners_token(&sandbox, maskinporten).await;
        let url = format!("{platform}resourceregistry/api/v1/resource/prov-generell");
        let answer = Answer::of(client(&sandbox).delete(url).bearer_auth(raw)).await;
        let text = if status == 403 { "Delete operation is not allowed in PROD environment" } else { "" };
        assert_eq!((answer.status.as_u16(), answer.body.as_str()), (status, text), "{platform}");
    }
    sandbox.stop().await;
}

/// A raw token of the service owner, for publishing a resource.
async fn owners_token(sandbox: &Sandbox, aud: &str) -> String {
    let known = known::client("service-owner").unwrap();
    let world = sandbox.world().await;
    let key = EncodingKey::from_rsa_pem(world.keys.holders[&known.key].pem.expose().as_bytes()).unwrap();
    let mut header = Header::new(Algorithm::RS256);
    header.kid = Some(known.kid());
    let now = Timestamp::now().as_second();
    let claims = json!({"aud": aud, "iss": known.id, "scope": "altinn:resourceregistry/resource.write", "iat": now, "exp": now + 100,
                        "jti": uuid::Uuid::new_v4()});
    let assertion = jsonwebtoken::encode(&header, &claims, &key).unwrap();
    let form = [("grant_type", crate::support::GRANT_TYPE), ("assertion", &assertion)];
    let answer = Answer::of(client(sandbox).post(format!("{aud}token")).form(&form)).await;
    answer.json()["access_token"].as_str().unwrap().to_owned()
}
