//! Each call that the program makes × each hostile answer: what comes out of the services holds no secret and nothing hidden.

use crate::cases::{self, Case};
use crate::echo::{KEY_FILE, canaries};
use crate::stage::Stage;
use altinn_sandbox::Part;
use broker_setup::checks::Connection;
use broker_setup::files::Content;
use broker_setup::journey::{Evidence, Profile};
use broker_setup::services::{Client, NewSubscription, NewTransfer, Patience, Proof, Services, Token, Trace};
use broker_setup::values::{Body, Endpoints, FaultChange, OrgNumber, ResourceFilter, ResourceId, SubjectFilter, SystemId};
use secrecy::SecretString;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use url::Url;
use uuid::Uuid;

/// How long one call may take. It is far more than any needs, so that only a hang fails.
const DEADLINE: Duration = Duration::from_secs(60);

/// Every call, with the beginning of its path. `POST /token` goes to Maskinporten, all others to the platform.
const CALLS: &[(&str, &str)] = &[
    ("grant", "/token"),
    ("exchange", "/authentication/api/v1/exchange"),
    ("reach the platform", "/authentication/api/v1/openid"),
    ("reach Maskinporten", "/.well-known"),
    ("look at a webhook", "/hook"),
    ("ask the gateway", "/broker/api/v1/filetransfer"),
    ("resource", "/resourceregistry/api/v1/resource/"),
    ("policy rules", "/resourceregistry/api/v1/resource/"),
    ("access lists", "/resourceregistry/api/v1/access-lists"),
    ("systems", "/authentication/api/v1/systemregister"),
    ("system", "/authentication/api/v1/systemregister"),
    ("system user", "/authentication/api/v1/systemuser"),
    ("system user request", "/authentication/api/v1/systemuser"),
    ("transfer", "/broker/api/v1/filetransfer"),
    ("search", "/broker/api/v1/filetransfer"),
    ("initialize", "/broker/api/v1/filetransfer"),
    ("upload", "/broker/api/v1/filetransfer"),
    ("download", "/broker/api/v1/filetransfer"),
    ("confirm", "/broker/api/v1/filetransfer"),
    ("service owner", "/broker/api/v1/serviceowner"),
    ("resource configuration", "/broker/api/v1/resource"),
    ("subscriptions", "/events"),
    ("one subscription", "/events"),
    ("subscribe", "/events"),
    ("sink", "/sandbox/sink"),
    ("faults", "/sandbox/faults"),
    ("set a fault", "/sandbox/faults"),
];

/// What a call needs besides the services.
struct Given {
    connection: Connection,
    client: Client,
    resource: ResourceId,
    party: OrgNumber,
    system: SystemId,
    file: std::path::PathBuf,
}

impl Given {
    async fn of(stage: &Stage) -> Self {
        let profile = stage.profile(Part::Sender, stage.sandbox.origin.clone()).await;
        let opened = Connection::open(profile, stage.folder.path(), None, Evidence::default(), Trace::default()).await;
        let connection = opened.expect("open");
        let profile = &connection.profile;
        let file = stage.folder.path().join("file");
        std::fs::write(&file, b"<invoice/>").expect("written");
        Self {
            client: client(profile, stage.folder.path()).await,
            resource: profile.resource.clone().expect("a resource"),
            party: profile.organisation.clone().expect("an organisation"),
            system: "310400203_filer".parse().expect("a system"),
            file,
            connection,
        }
    }

    /// Services that know the same secrets, without a 429 of an earlier case. The token call goes to the server too.
    async fn services(&self, stage: &Stage) -> (Services, Token) {
        let fresh = self.connection.again(Evidence::default());
        let patience = Patience { whole: DEADLINE, ..Patience::default() };
        // A token that these services got themselves is one that they know.
        let real = Services::new(
            Endpoints { maskinporten: stage.sandbox.origin.clone(), ..Endpoints::sandbox(&stage.base()) },
            Some(SecretString::from(KEY_FILE.trim_end_matches('\n'))),
            Trace::default(),
        );
        let token = real.grant(&self.client, &fresh.own_grant().expect("a grant")).await.expect("a token");
        (real.with_patience(patience), token)
    }
}

async fn client(profile: &Profile, folder: &Path) -> Client {
    use secrecy::ExposeSecret;
    let reference = profile.client.key.as_ref().expect("a key");
    let bytes = broker_setup::keys::secrets::resolve_bytes(reference, folder).await.expect("readable");
    let found = broker_setup::keys::read(bytes.expose_secret(), profile.client.kid.as_deref(), None).expect("a key");
    let proof = Proof::Kid(profile.client.kid.clone().expect("a kid"));
    Client { id: profile.client.id.clone().expect("an id"), key: found.key, proof }
}

/// What is left of an outcome for everything after the services, as text with escapes for what is hidden.
fn left<T: Debug, E: Debug>(outcome: Result<T, E>) -> String {
    match outcome {
        Ok(value) => format!("{value:?}"),
        Err(problem) => format!("{problem:?}"),
    }
}

async fn make(call: &str, services: &Services, token: &Token, given: &Given, base: &Url) -> String {
    let Given { client, resource, party, system, file, .. } = given;
    let id = Uuid::from_u128(7);
    let at = |path: &str| base.join(path).expect("an address");
    match call {
        "grant" => {
            // The server is Maskinporten here. The token's secret is no part of its `Debug`.
            let endpoints = Endpoints::sandbox(base);
            let at_the_server = Services::new(endpoints, Some(SecretString::from(KEY_FILE)), Trace::default());
            let grant = given.connection.own_grant().expect("a grant");
            let outcome = at_the_server.grant(client, &grant).await;
            format!("{} {}", left(outcome.map(|token| token.claims)), traffic(&at_the_server))
        }
        "exchange" => left(services.exchange(token).await.map(|token| token.claims)),
        "reach the platform" => left(services.reach(base).await),
        "reach Maskinporten" => {
            let at_the_server = Services::new(Endpoints::sandbox(&at("/maskinporten/")), None, Trace::default());
            left(at_the_server.reach(base).await)
        }
        "look at a webhook" => left(services.look_at(&at("/hook")).await),
        "ask the gateway" => left(services.ask_gateway(true).await) + &left(services.ask_gateway(false).await),
        "resource" => left(services.resource(resource).await),
        "policy rules" => left(services.policy_rules(resource).await),
        "access lists" => left(services.access_list_members(token, "prov", resource).await),
        "systems" => left(services.systems(token).await),
        "system" => left(services.system(token, system).await),
        "system user" => left(services.system_user(token, system, party, None).await),
        "system user request" => left(services.system_user_request(token, system, party, Some("x")).await),
        "transfer" => left(services.transfer(token, id).await),
        "search" => left(services.search(token, resource, None, None).await),
        "initialize" => left(services.initialize(token, &new_transfer(resource, party)).await),
        "upload" => left(services.upload(token, id, &Content::File(file.to_owned()), &watch::Sender::new(0)).await),
        "download" => left(services.download(token, id, None, &file.with_extension("got"), &watch::Sender::new(0)).await),
        "confirm" => left(services.confirm(token, id).await),
        "service owner" => left(services.service_owner(token).await),
        "resource configuration" => left(services.resource_config(token, resource).await),
        "subscriptions" => left(services.subscriptions(token).await),
        "one subscription" => left(services.subscription(token, 7).await),
        "subscribe" => left(services.subscribe(token, &new_subscription(resource, party)).await),
        "sink" => left(services.sink_events(&at("/sandbox/sink/sender")).await),
        "faults" => left(services.faults().await),
        "set a fault" => left(services.change_faults(&FaultChange::Set("slow=1".to_owned())).await),
        other => unreachable!("{other}"),
    }
}

fn new_transfer(resource: &ResourceId, party: &OrgNumber) -> NewTransfer {
    NewTransfer {
        file_name: "invoice.xml".to_owned(),
        resource: resource.clone(),
        reference: "r".to_owned(),
        sender: party.clone(),
        recipients: vec![party.clone()],
        properties: BTreeMap::new(),
        checksum: None,
    }
}

fn new_subscription(resource: &ResourceId, party: &OrgNumber) -> NewSubscription {
    NewSubscription {
        endpoint: "https://hooks.example.no/altinn".parse().expect("an address"),
        resource: ResourceFilter::of(resource),
        subject: SubjectFilter::of(party),
        event_type: None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_call_lets_a_secret_or_a_hidden_character_through() {
    let stage = Stage::set().await;
    let given = Given::of(&stage).await;
    let cases: Vec<Arc<Case>> = cases::all().into_iter().map(Arc::new).collect();
    let mut made = 0;
    for (call, path) in CALLS {
        stage.is_hostile(None);
        let (mut services, mut token) = given.services(&stage).await;
        for case in &cases {
            let name = format!("{call}, {}", case.name);
            stage.is_hostile(Some((path, Arc::clone(case))));
            let outcome = tokio::time::timeout(DEADLINE, make(call, &services, &token, &given, &stage.base())).await;
            let left = format!("{} {}", outcome.unwrap_or_else(|_| panic!("{name}: no end")), traffic(&services));
            assert_clean(&name, &left, &stage.server.take_heard());
            made += 1;
            if left.contains("TooOften") {
                stage.is_hostile(None);
                (services, token) = given.services(&stage).await;
            }
        }
    }
    println!("{made} hostile answers: {} calls, {} cases", CALLS.len(), cases.len());
    stage.sandbox.stop().await;
}

/// The calls with their headers and bodies. The lines of JSON are our own, and are put together: a line break that came in a text would
/// make it no JSON.
fn traffic(services: &Services) -> String {
    let mut calls = services.traffic();
    for call in &mut calls {
        for body in [&mut call.sent.body, &mut call.answered.body] {
            if let Body::Text { text, is_whole } = body {
                let is_json = serde_json::from_str::<serde_json::Value>(text).is_ok();
                assert!(is_json || !*is_whole || !text.contains('\n'), "a line break came through: {text:?}");
                *text = text.lines().map(str::trim_start).collect::<String>().into();
            }
        }
    }
    format!("{calls:?}")
}

/// `Debug` writes hidden characters as escapes, so an escape is one that was let through.
fn assert_clean(name: &str, left: &str, requests: &[String]) {
    for canary in canaries(requests) {
        assert!(!left.contains(&canary), "{name}: {canary} in {left}");
    }
    for escape in ["\\u{", "\\n", "\\r", "\\0", "\\t"] {
        assert!(!left.contains(escape), "{name}: {escape} in {left}");
    }
}
