//! Worlds of one's own: a client with the ids, keys and scopes that it has runs against the sandbox.

mod command;
mod wrong;

use crate::support::caller::Caller;
use crate::support::*;
use altinn_sandbox::{EnterpriseCa, Keys, NumberIn, SEED_EXAMPLE, Seed, Validity, start};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The clients and the organisations of the example.
const VENDOR: &str = "6c1f3a52-2f0e-4b7e-9d35-8a4f0c2b7e11";
const OWNER: &str = "6c1f3a52-2f0e-4b7e-9d35-8a4f0c2b7e12";
const PARTY: &str = "310500038";
const RESOURCE: &str = "arkiv-avlevering";

/// A folder with a seed.
fn folder_with(seed: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("seed.toml");
    fs::write(&file, seed).unwrap();
    (folder, file)
}

fn options(seed: &Path) -> Options {
    let seed = Seed::read(seed).unwrap_or_else(|refused| panic!("{refused}"));
    Options { gateway: Gateway::Open, people: People::Never, seed: Some(seed), ..Options::default() }
}

async fn seeded(seed: &str) -> Sandbox {
    let (_folder, file) = folder_with(seed);
    started(options(&file)).await
}

/// An assertion of a seeded client, whose private key is that of RFC 7515, appendix A.2.
fn assertion(sandbox: &Sandbox, client: &str, scope: &str) -> Assertion {
    let key = EncodingKey::from_rsa_pem(include_bytes!("rfc7515-a2.pem")).unwrap();
    let mut header = Header::new(Algorithm::RS256);
    header.kid = Some("rfc7515-a2".to_owned());
    let now = jiff::Timestamp::now().as_second();
    let claims = json!({"aud": sandbox.origin, "iss": client, "scope": scope, "iat": now, "exp": now + 60, "jti": uuid::Uuid::new_v4()});
    Assertion { header, claims: claims.as_object().unwrap().clone(), key }
}

async fn caller<'s>(sandbox: &'s Sandbox, assertion: Assertion) -> Caller<'s> {
    let raw = assertion.token(sandbox).await;
    Caller { sandbox, token: Some(exchange(sandbox, &raw).await.body) }
}

#[tokio::test]
async fn a_foreign_client_gets_tokens_for_its_own_scopes_and_those_of_other_services() {
    let sandbox = seeded(SEED_EXAMPLE).await;
    let raw = assertion(&sandbox, VENDOR, "arkiv:journal.read arkiv:katalog.read altinn:broker.write").token(&sandbox).await;
    assert_eq!(claims(&raw)["scope"], "arkiv:journal.read arkiv:katalog.read altinn:broker.write");
    assert_eq!(claims(&raw)["consumer"]["ID"], "0192:310500011");
    let exchanged = exchange(&sandbox, &raw).await.is(200).body.clone();
    assert_eq!(claims(&exchanged)["urn:altinn:orgNumber"], "310500011");

    let of_owner = assertion(&sandbox, OWNER, "digdir:dialogporten altinn:serviceowner").token(&sandbox).await;
    assert_eq!(claims(&of_owner)["scope"], "digdir:dialogporten altinn:serviceowner");
    assert_eq!(claims(&exchange(&sandbox, &of_owner).await.body)["urn:altinn:org"], "arkiv");
    // On the client, and not granted to its organisation.
    let refused = assertion(&sandbox, OWNER, "altinn:resourceregistry/accesslist.write").ask(&sandbox).await;
    refused.is(400);
    assert!(refused.json()["error_uri"].as_str().unwrap().ends_with("MP-200"), "{}", refused.body);

    let scopes = sandbox.get("api/v1/scopes/all").await.json();
    let named = |name: &str| scopes.as_array().unwrap().iter().find(|scope| scope["name"] == name).cloned().unwrap();
    assert_eq!(named("arkiv:katalog.read")["accessible_for_all"], true);
    assert_eq!(named("arkiv:journal.read")["owner_orgno"], "310500003");
    assert_eq!(named("digdir:dialogporten")["owner_orgno"], known::SCOPE_OWNER);
    sandbox.stop().await;
}

#[tokio::test]
async fn a_foreign_client_sends_a_file_for_its_customer_and_hears_of_it() {
    let sandbox = seeded(SEED_EXAMPLE).await;
    let scopes = "altinn:broker.write altinn:broker.read altinn:events.subscribe";
    let sender = caller(&sandbox, assertion(&sandbox, VENDOR, scopes).acting_for(PARTY, None)).await;
    assert_eq!(claims(sender.token.as_ref().unwrap())["authorization_details"]["system_id"], "310500011_sak");

    let sink = sandbox.origin.join("sandbox/sink/sak").unwrap();
    let subscription = json!({"endPoint": sink, "resourceFilter": format!("urn:altinn:resource:{RESOURCE}"),
                              "subjectFilter": format!("urn:altinn:organization:identifier-no:{PARTY}")});
    let id = sender.post("events/api/v1/subscriptions").json(subscription).await.is(201).json()["id"].to_string();
    let one = format!("events/api/v1/subscriptions/{id}");
    until("validated", async || sender.get(&one).await.json()["validated"] == true).await;

    let transfer = json!({"fileName": "a.txt", "resourceId": RESOURCE, "sendersFileTransferReference": "1", "sender": format!("0192:{PARTY}"),
                          "recipients": [format!("0192:{}", known::RECIPIENT.number)]});
    let made = sender.post("broker/api/v1/filetransfer").json(transfer).await.is(200).json();
    let path = format!("broker/api/v1/filetransfer/{}", made["fileTransferId"].as_str().unwrap());
    let upload = sender.post(format!("{path}/upload")).header("Content-Type", "application/octet-stream").body("a file");
    upload.await.is(200);
    until("published", async || sender.get(&path).await.json()["fileTransferStatus"] == "Published").await;

    let recipient = Caller::organisation(&sandbox, "recipient", "altinn:broker.read").await;
    recipient.get(format!("{path}/download")).await.is(200).text("a file");
    let heard = async || sandbox.get("sandbox/sink/sak").await.body.contains("no.altinn.broker.published");
    until("the event came", heard).await;
    sandbox.stop().await;
}

/// Facts platform E.
#[tokio::test]
async fn an_owner_publishes_resources_with_scopes_of_its_own_prefix_only() {
    let sandbox = seeded(SEED_EXAMPLE).await;
    let owner = caller(&sandbox, assertion(&sandbox, OWNER, "altinn:resourceregistry/resource.write")).await;
    assert_eq!(claims(owner.token.as_ref().unwrap())["consumer_prefix"], "arkiv");
    let three = json!({"en": "a", "nb": "b", "nn": "c"});
    let resource = |id: &str, scope: &str| {
        json!({"identifier": id, "title": three, "description": three, "rightDescription": three, "resourceType": "MaskinportenSchema",
               "contactPoints": [], "hasCompetentAuthority": {"name": three, "organization": "310500003", "orgcode": "arkiv"},
               "resourceReferences": [{"referenceSource": "ExternalPlatform", "referenceType": "MaskinportenScope", "reference": scope}]})
    };
    let path = "resourceregistry/api/v1/resource";
    owner.post(path).json(resource("arkiv-journal", "arkiv:journal.read")).await.is(201);
    let refused = owner.put(format!("{path}/arkiv-journal")).json(resource("arkiv-journal", "arkivet:journal.read")).await;
    refused.is(401).body_is(json!({"title": "Unauthorized", "status": 401,
                                   "detail": "Not authorized for creating resource with the listed scopes",
                                   "errors": {"InvalidPrefix": ["arkivet:journal.read"]}}));
    owner.post(path).json(resource("arkiv-annen", "altinn:broker.read")).await.is(401);
    sandbox.stop().await;
}

#[tokio::test]
async fn older_client_ids_key_files_and_enterprise_certificates_of_others_work() {
    let keys = Keys::ephemeral().unwrap();
    let key = &keys.holders.values().next().unwrap().clone();
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("key.json"), json!({"keys": [key.jwk("old-key")]}).to_string()).unwrap();
    let chain = EnterpriseCa::generate().unwrap().chain("310400203", key, Validity::Current, NumberIn::OrganisationIdentifier).unwrap();
    let pem = format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n", chain[0]);
    fs::write(folder.path().join("certificate.pem"), pem).unwrap();
    let file = folder.path().join("seed.toml");
    let client = |id: &str| format!("[[client]]\nid = \"{id}\"\norganisation = \"310400203\"\nscopes = [\"altinn:broker.write\"]\n");
    let certified = format!("{}certificate_file = \"certificate.pem\"\n", client("with-certificate"));
    fs::write(&file, format!("{}[[client.keys]]\nfile = \"key.json\"\n{certified}", client("MOVE_IP_310400203"))).unwrap();
    let sandbox = started(options(&file)).await;

    let mut older = assertion(&sandbox, "MOVE_IP_310400203", "altinn:broker.write");
    older.key = EncodingKey::from_rsa_pem(key.pem.expose().as_bytes()).unwrap();
    older.header.kid = Some("old-key".to_owned());
    let token = older.token(&sandbox).await;
    assert_eq!(claims(&token)["client_id"], "MOVE_IP_310400203");
    exchange(&sandbox, &token).await.is(200);

    let mut certified = assertion(&sandbox, "with-certificate", "altinn:broker.write");
    certified.key = older.key;
    (certified.header.kid, certified.header.x5c) = (None, Some(chain));
    assert_eq!(claims(&certified.token(&sandbox).await)["client_amr"], "virksomhetssertifikat");
    let others = EnterpriseCa::generate().unwrap().chain("310400203", key, Validity::Current, NumberIn::OrganisationIdentifier).unwrap();
    let unknown = Assertion { header: Header { x5c: Some(others), ..certified.header.clone() }, ..certified };
    unknown.with("jti", "another").ask(&sandbox).await.is(400);
    sandbox.stop().await;
}

#[tokio::test]
async fn the_same_seed_again_changes_nothing_and_another_one_is_refused_until_the_world_begins_anew() {
    let (folder, file) = folder_with(SEED_EXAMPLE);
    let world = folder.path().join("world.json");
    let stored = |options: Options| Options { world: Some(world.clone()), ..options };
    let first = started(stored(options(&file))).await;
    assert_eq!(
        first.planted.as_ref().unwrap().to_string(),
        format!("New from {}: 3 organisations, 1 scope, 2 clients, 1 resource, 1 system, 1 system user.", file.display())
    );
    // The world goes on: a scope is granted to the vendor at the service desk.
    let origin = first.origin.as_str().trim_end_matches('/').to_owned();
    let form = [("org", "310500011"), ("scope", "altinn:serviceowner"), ("answer", "yes")];
    first.post("sandbox/desk/scopes").header("Origin", origin).form(&form).await.is(200);
    let users = json!(first.world().await.systems);
    first.stop().await;

    let again = started(stored(options(&file))).await;
    assert_eq!(again.planted.as_ref().unwrap().to_string(), format!("This world has all of {} already.", file.display()));
    let after = again.world().await;
    assert!(after.maskinporten.granted[&"310500011".parse().unwrap()].contains(&"altinn:serviceowner".to_owned()));
    assert_eq!(json!(after.systems), users);
    assert_eq!(after.maskinporten.clients.iter().filter(|client| client.id.to_string() == VENDOR).count(), 1);
    again.stop().await;

    fs::write(&file, SEED_EXAMPLE.replace("\"arkiv:katalog.read\",\n]", "]").replace("Fjordvik", "Fjellvik")).unwrap();
    let before = fs::read(&world).unwrap();
    let refused = start(stored(options(&file))).await.err().unwrap().to_string();
    assert!(refused.contains("This world got the organisation 310500038 from a seed with another `name`."), "{refused}");
    assert!(refused.contains(&format!("This world got the client {VENDOR} from a seed with another `scopes`.")), "{refused}");
    assert_eq!(fs::read(&world).unwrap(), before);
    let fresh = started(Options { fresh: true, ..stored(options(&file)) }).await;
    assert!(fresh.world().await.organisations.all.iter().any(|organisation| organisation.name == "Fjellvik kommune"));
    fresh.stop().await;
}
