//! Contract 8: what the disk refuses has not happened, in memory no more than on disk.

use crate::support::*;
use altinn_sandbox::stored_world;
use std::path::Path;

const BROKER: &str = "broker/api/v1";
const REGISTRY: &str = "resourceregistry/api/v1";
const SYSTEMS: &str = "authentication/api/v1";

/// A call that changes something: who makes it, how, and with which body.
struct Change<'a>(&'a Caller<'a>, Method, String, Body);

enum Body {
    Json(Value),
    Bytes,
    Form(&'static [(&'static str, &'static str)]),
    Tus,
}

impl Change<'_> {
    async fn made(&self, sandbox: &Sandbox) -> Answer {
        let request = self.0.request(self.1.clone(), &self.2);
        let request = match &self.3 {
            Body::Json(body) => request.json(body),
            Body::Bytes => request.header("Content-Type", "application/octet-stream").body("a file"),
            Body::Form(fields) => request.header("Origin", sandbox.origin.as_str().trim_end_matches('/')).form(fields),
            Body::Tus => request.header("Tus-Resumable", "1.0.0").header("Upload-Length", "5"),
        };
        Answer::unjudged(request).await
    }
}

fn options(world: &Path) -> Options {
    Options { gateway: Gateway::Open, people: People::Never, world: Some(world.to_owned()), ..Options::default() }
}

fn transfer() -> Value {
    json!({"fileName": "a.txt", "resourceId": known::RESOURCE, "sendersFileTransferReference": "ref", "disableVirusScan": true,
           "sender": format!("0192:{}", known::SENDER.number), "recipients": [format!("0192:{}", known::RECIPIENT.number)]})
}

fn resource(id: &str) -> Value {
    let three = json!({"en": "a", "nb": "b", "nn": "c"});
    json!({"identifier": id, "title": three, "description": three, "rightDescription": three, "resourceType": "BrokerService",
           "contactPoints": [], "hasCompetentAuthority": {"name": three, "organization": known::SERVICE_OWNER.number, "orgcode": "prov"}})
}

fn right() -> Value {
    json!({"resource": [{"id": "urn:altinn:resource", "value": known::RESOURCE}]})
}

fn system() -> Value {
    json!({"id": format!("{}_ny", known::SENDER.number), "vendor": {"authority": "iso6523-actorid-upis", "ID": format!("0192:{}", known::SENDER.number)},
           "name": {"nb": "Ny", "nn": "Ny", "en": "New"}, "description": {"nb": "", "nn": "", "en": ""},
           "rights": [right()], "clientId": [known::client("off-system").unwrap().id], "allowedRedirectUrls": ["https://v.example.no"]})
}

fn subscription(name: &str, sandbox: &Sandbox) -> Value {
    json!({"endPoint": format!("{}sandbox/sink/{name}", sandbox.origin), "resourceFilter": format!("urn:altinn:resource:{}", known::RESOURCE),
           "subjectFilter": format!("urn:altinn:organization:identifier-no:{}", known::SENDER.number)})
}

async fn whole(sandbox: &Sandbox) -> Value {
    serde_json::to_value(sandbox.world().await).unwrap()
}

#[tokio::test]
async fn what_the_disk_refuses_has_not_happened_on_any_route() {
    let folder = tempfile::tempdir().unwrap();
    let (file, journal) = (folder.path().join("world.json"), folder.path().join("world.json.journal"));
    let first = started(options(&file)).await;
    let sender = Caller::sender(&first).await;
    let made = async || -> String {
        let answer = sender.post(format!("{BROKER}/filetransfer")).json(transfer()).await;
        answer.json()["fileTransferId"].as_str().unwrap().to_owned()
    };
    let (waiting, resumable, ready) = (made().await, made().await, made().await);
    let upload = Change(&sender, Method::POST, format!("{BROKER}/filetransfer/{ready}/upload"), Body::Bytes);
    upload.made(&first).await.is(200);
    Caller::recipient(&first).await.get(format!("{BROKER}/filetransfer/{ready}/download")).await.is(200);
    let known_subscription = sender.post("events/api/v1/subscriptions").json(subscription("before", &first)).await.json()["id"].to_string();
    first.stop().await;

    let sandbox = started(options(&file)).await;
    let sender = Caller::sender(&sandbox).await;
    let recipient = Caller::recipient(&sandbox).await;
    let owner = Caller::service_owner(&sandbox).await;
    let publisher = Caller::organisation(&sandbox, "service-owner", "altinn:resourceregistry/resource.write").await;
    let lists =
        Caller::organisation(&sandbox, "service-owner", "altinn:resourceregistry/accesslist.write altinn:resourceregistry/accesslist.read")
            .await;
    let vendor = Caller::organisation(
        &sandbox,
        "sender",
        "altinn:authentication/systemregister.write altinn:authentication/systemuser.request.write altinn:authentication/systemuser.request.read",
    )
    .await;
    let admin = Caller::raw(&sandbox, "admin", "idporten:dcr.read idporten:dcr.write").await;
    let nobody = Caller::nobody(&sandbox);
    // Does what was left to do since the start, so that the calls below change only what they are asked to.
    sender.get(format!("{BROKER}/filetransfer/{waiting}")).await.is(200);
    sender.get("events/api/v1/subscriptions").await.is(200);
    let new_client = json!({"integration_type": "maskinporten", "client_name": "New", "description": "New", "application_type": "web",
                            "token_endpoint_auth_method": "private_key_jwt", "grant_types": ["urn:ietf:params:oauth:grant-type:jwt-bearer"],
                            "scopes": ["altinn:broker.write"]});
    let request = json!({"externalRef": "new", "systemId": known::SENDER_SYSTEM, "partyOrgNo": known::VENDOR.number, "rights": [right()]});
    let (post, put, delete) = (Method::POST, Method::PUT, Method::DELETE);
    let changes = [
        Change(&sender, post.clone(), format!("{BROKER}/filetransfer"), Body::Json(transfer())),
        Change(&sender, post.clone(), format!("{BROKER}/filetransfer/{waiting}/upload"), Body::Bytes),
        Change(&sender, post.clone(), format!("{BROKER}/filetransfer/upload/tus/{resumable}"), Body::Tus),
        Change(&recipient, Method::GET, format!("{BROKER}/filetransfer/{ready}/download"), Body::Json(json!({}))),
        Change(&recipient, post.clone(), format!("{BROKER}/filetransfer/{ready}/confirmdownload"), Body::Json(json!({}))),
        Change(&owner, put.clone(), format!("{BROKER}/resource/{}", known::RESOURCE), Body::Json(json!({"maxFileTransferSize": 5000}))),
        Change(&sender, post.clone(), "events/api/v1/subscriptions".to_owned(), Body::Json(subscription("after", &sandbox))),
        Change(&sender, delete.clone(), format!("events/api/v1/subscriptions/{known_subscription}"), Body::Json(json!({}))),
        Change(&publisher, post.clone(), format!("{REGISTRY}/resource"), Body::Json(resource("nytt-eksempel"))),
        Change(&lists, put.clone(), format!("{REGISTRY}/access-lists/prov/nye"), Body::Json(json!({"name": "Nye", "description": "New"}))),
        Change(&vendor, post.clone(), format!("{SYSTEMS}/systemregister/vendor"), Body::Json(system())),
        Change(&vendor, post.clone(), format!("{SYSTEMS}/systemuser/request/vendor"), Body::Json(request)),
        Change(&admin, post.clone(), "api/v1/clients".to_owned(), Body::Json(new_client)),
        Change(&nobody, post.clone(), "sandbox/signing-keys".to_owned(), Body::Json(json!({"rotate": "altinn"}))),
        Change(&nobody, post.clone(), "sandbox/time".to_owned(), Body::Json(json!({"pass": "PT1H"}))),
        Change(&nobody, post.clone(), "sandbox/desk/keys".to_owned(), Body::Form(&[("org", known::SENDER.number)])),
    ];
    // Where the journal should be lies a folder, so that nobody can write it, not even root.
    let _ = std::fs::remove_file(&journal);
    std::fs::create_dir(&journal).unwrap();
    let before = whole(&sandbox).await;
    for change in &changes {
        let answer = change.made(&sandbox).await;
        let is_page = matches!(change.3, Body::Form(_));
        assert!(answer.status == 500 || (is_page && answer.status == 200), "{answer}");
        assert_eq!(whole(&sandbox).await, before, "{answer}");
    }
    Caller::sender(&sandbox).await.get("events/api/v1/subscriptions").await.is(200);

    // Nothing but the disk was in their way, and what is answered now is on it.
    std::fs::remove_dir(&journal).unwrap();
    for change in &changes {
        let answer = change.made(&sandbox).await;
        assert!(answer.status.as_u16() < 400, "{answer}");
    }
    let after = whole(&sandbox).await;
    assert_ne!(after, before);
    assert_eq!(serde_json::to_value(stored_world(&file).unwrap()).unwrap(), after);
    sandbox.stop().await;
}

/// What no request waits for is tried again until it is on disk.
#[tokio::test]
async fn an_approval_that_the_disk_refused_comes_when_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    let (file, journal) = (folder.path().join("world.json"), folder.path().join("world.json.journal"));
    let sandbox = started(Options { people: People::Instant, ..options(&file) }).await;
    let reads = "altinn:authentication/systemuser.request.read";
    let vendor = Caller::organisation(&sandbox, "sender", reads).await;
    let waits = {
        let world = sandbox.world().await;
        world.systems.pending().find(|request| request.system_id == known::SENDER_SYSTEM).unwrap().id
    };
    std::fs::create_dir(&journal).unwrap();
    let status = async || vendor.get(format!("{SYSTEMS}/systemuser/request/vendor/{waits}")).await.json()["status"].clone();
    for _ in 0..20 {
        assert_eq!(status().await, "New");
    }
    std::fs::remove_dir(&journal).unwrap();
    until("approved", async || status().await == "Accepted").await;
    assert!(stored_world(&file).unwrap().systems.user(waits).is_some());
    sandbox.stop().await;
}
