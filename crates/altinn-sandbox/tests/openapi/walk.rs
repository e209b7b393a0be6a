//! Makes every documented call that the sandbox has, accepted and refused.

use crate::support::openapi::Exchange;
use crate::support::{Answer, Assertion, Requests, client, exchange, started, until};
use crate::tap::Tap;
use altinn_sandbox::{Gateway, Options, People, RateLimits, Sandbox, known};
use reqwest::Method;
use serde_json::{Value, json};

/// The least number of documented operations that the walk must call.
pub const LEAST_OPERATIONS: usize = 40;
const BROKER: &str = "broker/api/v1";
const REGISTER: &str = "authentication/api/v1/systemregister/vendor";
const REQUESTS: &str = "authentication/api/v1/systemuser/request/vendor";
const REGISTRY: &str = "resourceregistry/api/v1";
const EVENTS: &str = "events/api/v1";
const BROKER_SCOPES: &str = "altinn:broker.write altinn:broker.read altinn:events.subscribe";

/// A caller whose requests go through the tap.
struct Caller<'a> {
    tap: &'a Tap,
    token: String,
}

impl Caller<'_> {
    async fn call(&self, method: Method, path: &str, content_type: &str, body: String) -> Answer {
        let request = client().request(method, self.tap.origin.join(path).unwrap());
        let request = if self.token.is_empty() { request } else { request.bearer_auth(&self.token) };
        let request = if content_type.is_empty() { request } else { request.header("Content-Type", content_type) };
        Answer::unjudged(request.body(body)).await
    }

    async fn with_header(&self, path: &str, name: &str, value: &str) -> Answer {
        Answer::unjudged(client().get(self.tap.origin.join(path).unwrap()).bearer_auth(&self.token).header(name, value)).await
    }

    async fn bare(&self, method: Method, path: &str) -> Answer {
        self.call(method, path, "", String::new()).await
    }

    async fn get(&self, path: &str) -> Answer {
        self.bare(Method::GET, path).await
    }

    async fn send(&self, method: Method, path: &str, body: &Value) -> Answer {
        self.call(method, path, "application/json", body.to_string()).await
    }

    async fn post(&self, path: &str, body: &Value) -> Answer {
        self.send(Method::POST, path, body).await
    }
}

async fn organisation<'a>(sandbox: &Sandbox, tap: &'a Tap, name: &str, scope: &str) -> Caller<'a> {
    let raw = Assertion::of(sandbox, name, scope).await.token(sandbox).await;
    Caller { tap, token: exchange(sandbox, &raw).await.body }
}

async fn system_user<'a>(sandbox: &Sandbox, tap: &'a Tap, name: &str, party: &str) -> Caller<'a> {
    let raw = Assertion::of(sandbox, name, BROKER_SCOPES).await.acting_for(party, None).token(sandbox).await;
    Caller { tap, token: exchange(sandbox, &raw).await.body }
}

/// Makes all calls and returns the recorded exchanges.
pub async fn all() -> Vec<Exchange> {
    let sandbox = started(Options { gateway: Gateway::Open, people: People::Never, ..Options::default() }).await;
    let tap = Tap::before(&sandbox.origin).await;
    transfers(&sandbox, &tap).await;
    service_owner(&sandbox, &tap).await;
    exchanges(&sandbox, &tap).await;
    systems(&sandbox, &tap).await;
    resources(&sandbox, &tap).await;
    access_lists(&sandbox, &tap).await;
    subscriptions(&sandbox, &tap).await;
    sandbox.stop().await;
    let keyed = started(Options { people: People::Never, ..Options::default() }).await;
    let at_gateway = Tap::before(&keyed.origin).await;
    Caller { tap: &at_gateway, token: String::new() }.get("authentication/api/v1/exchange/maskinporten").await;
    keyed.stop().await;
    let counting =
        started(Options { gateway: Gateway::Open, people: People::Never, rate_limits: RateLimits::On, ..Options::default() }).await;
    let counted = Tap::before(&counting.origin).await;
    let nobody = Caller { tap: &counted, token: String::new() };
    while nobody.get(&format!("{BROKER}/filetransfer?resourceId=x")).await.status != 429 {}
    counting.stop().await;
    [tap.exchanges(), at_gateway.exchanges(), counted.exchanges()].concat()
}

fn transfer() -> Value {
    json!({"fileName": "a.txt", "resourceId": known::RESOURCE, "sendersFileTransferReference": "ref", "propertyList": {"a": "b"},
           "sender": format!("0192:{}", known::SENDER.number), "recipients": [format!("0192:{}", known::RECIPIENT.number)]})
}

async fn transfers(sandbox: &Sandbox, tap: &Tap) {
    let sender = system_user(sandbox, tap, "sender", known::SENDER.number).await;
    let recipient = system_user(sandbox, tap, "recipient", known::RECIPIENT.number).await;
    let stranger = organisation(sandbox, tap, "sender", "altinn:broker.write").await;
    let path = format!("{BROKER}/filetransfer");
    let nobody = Caller { tap, token: String::new() };
    for refused in [
        nobody.post(&path, &transfer()).await,
        sender.post(&path, &json!({})).await,
        stranger.post(&path, &json!({"resourceId": "x"})).await,
    ] {
        assert!(refused.status.is_client_error(), "{}", refused.body);
    }
    let mut elsewhere = transfer();
    elsewhere["resourceId"] = "prov-ikke-konfigurert".into();
    sender.post(&path, &elsewhere).await;
    let id = sender.post(&path, &transfer()).await.json()["fileTransferId"].as_str().unwrap().to_owned();
    let of = |rest: &str| format!("{path}/{id}{rest}");
    recipient.get(&of("/download")).await;
    nobody.bare(Method::POST, &of("/upload")).await;
    let sent = sender.call(Method::POST, &of("/upload"), "application/octet-stream", "bytes".to_owned()).await;
    assert_eq!(sent.status, 200, "{}", sent.body);
    until("published", async || sender.get(&of("")).await.json()["fileTransferStatus"] == "Published").await;
    sender.call(Method::POST, &of("/upload"), "application/octet-stream", "again".to_owned()).await;
    for rest in ["", "/details"] {
        for caller in [&sender, &recipient, &stranger, &nobody] {
            caller.get(&of(rest)).await;
        }
    }
    recipient.bare(Method::POST, &of("/confirmdownload")).await;
    assert_eq!(recipient.get(&of("/download")).await.body, "bytes");
    for (rest, name, value) in [("/download", "Range", "bytes=0-1"), ("/download", "Range", "bytes=99-"), ("", "Accept", "application/*")] {
        recipient.with_header(&of(rest), name, value).await;
    }
    sender.call(Method::POST, &path, "", "{}".to_owned()).await;
    for caller in [&nobody, &stranger, &recipient, &recipient] {
        caller.bare(Method::POST, &of("/confirmdownload")).await;
    }
    recipient.get(&of("/details")).await;
    for query in [format!("?resourceId={}", known::RESOURCE), "?resourceId=x".to_owned(), String::new()] {
        sender.get(&format!("{path}{query}")).await;
        nobody.get(&format!("{path}{query}")).await;
    }
    sender.get(&format!("{path}/{}", uuid::Uuid::new_v4())).await;
    sender.get(&format!("{path}/x")).await;
    sender.get(&format!("{path}/x/details")).await;
    in_one_go(&sender, &nobody).await;
}

async fn in_one_go(sender: &Caller<'_>, nobody: &Caller<'_>) {
    let part = |name: &str, text: &str| format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n");
    let sound = [
        part("Metadata.FileName", "a.txt"),
        part("Metadata.ResourceId", known::RESOURCE),
        part("Metadata.SendersFileTransferReference", "ref"),
        part("Metadata.Sender", &format!("0192:{}", known::SENDER.number)),
        part("Metadata.Recipients", &format!("0192:{}", known::RECIPIENT.number)),
        "--b\r\nContent-Disposition: form-data; name=\"FileTransfer\"; filename=\"a.txt\"\r\n\r\nbytes\r\n--b--\r\n".to_owned(),
    ];
    let path = format!("{BROKER}/filetransfer/upload");
    for (caller, body) in [(sender, sound.concat()), (sender, "--b--\r\n".to_owned()), (nobody, sound.concat())] {
        caller.call(Method::POST, &path, "multipart/form-data; boundary=b", body).await;
    }
}

async fn service_owner(sandbox: &Sandbox, tap: &Tap) {
    let newcomer = organisation(sandbox, tap, "newcomer", "altinn:serviceowner").await;
    let scopeless = organisation(sandbox, tap, "newcomer", "altinn:broker.write").await;
    let (owner, resource) = (format!("{BROKER}/serviceowner"), format!("{BROKER}/resource/{}", known::NEWCOMER_RESOURCE));
    let foreign = format!("{BROKER}/resource/{}", known::RESOURCE);
    newcomer.get(&owner).await;
    newcomer.get(&resource).await;
    newcomer.send(Method::PUT, &resource, &json!({})).await;
    newcomer.send(Method::PUT, &foreign, &json!({})).await;
    newcomer.send(Method::PUT, &format!("{BROKER}/resource/unknown-one"), &json!({})).await;
    Caller { tap, token: String::new() }.get(&owner).await;
    for body in [json!({}), json!({"name": "n".repeat(501)}), json!({"name": "Nykommerverket"}), json!({"name": "again"})] {
        newcomer.post(&owner, &body).await;
    }
    for caller in [&newcomer, &scopeless] {
        caller.get(&owner).await;
        caller.send(Method::PUT, &resource, &json!({"fileTransferTimeToLive": "P30D"})).await;
        caller.get(&resource).await;
        caller.get(&foreign).await;
    }
    until("storage", async || newcomer.get(&owner).await.json()["storageProviders"].as_array().is_some_and(|all| all.len() == 2)).await;
}

async fn exchanges(sandbox: &Sandbox, tap: &Tap) {
    let token = Assertion::of(sandbox, "sender", "altinn:broker.write").await.token(sandbox).await;
    let path = "authentication/api/v1/exchange";
    let (good, nobody) = (Caller { tap, token }, Caller { tap, token: String::new() });
    good.get(&format!("{path}/maskinporten")).await;
    good.with_header(&format!("{path}/maskinporten"), "X-Altinn-EnterpriseUser-Authentication", "x").await;
    good.get(&format!("{path}/maskinporten?test=x")).await;
    good.get(&format!("{path}/somebody")).await;
    nobody.get(&format!("{path}/maskinporten")).await;
    nobody.get("authentication/api/v1/openid/.well-known/openid-configuration").await;
    nobody.get("authentication/api/v1/openid/.well-known/openid-configuration/jwks").await;
}

async fn systems(sandbox: &Sandbox, tap: &Tap) {
    let scopes = "altinn:authentication/systemregister.write altinn:authentication/systemuser.request.write altinn:authentication/systemuser.request.read";
    let vendor = organisation(sandbox, tap, "sender", scopes).await;
    let nobody = Caller { tap, token: String::new() };
    let id = format!("{}_ny", known::SENDER.number);
    let right = json!({"resource": [{"id": "urn:altinn:resource", "value": known::RESOURCE}]});
    let names = json!({"nb": "Ny", "nn": "Ny", "en": "New"});
    let system = json!({"id": id, "vendor": {"authority": "iso6523-actorid-upis", "ID": format!("0192:{}", known::SENDER.number)},
        "name": names, "description": names, "rights": [right], "clientId": [known::client("off-system").unwrap().id],
        "allowedRedirectUrls": ["https://v.example.no"]});
    for body in [json!({}), system.clone(), system.clone()] {
        vendor.post(REGISTER, &body).await;
        nobody.post(REGISTER, &body).await;
    }
    let one = format!("{REGISTER}/{id}");
    vendor.get(REGISTER).await;
    vendor.get(&one).await;
    vendor.get(&format!("{REGISTER}/310100005_unknown")).await;
    vendor.send(Method::PUT, &one, &system).await;
    vendor.send(Method::PUT, &format!("{REGISTER}/{}_none/rights", known::SENDER.number), &json!([right])).await;
    vendor.send(Method::PUT, &format!("{one}/rights"), &json!([right])).await;
    let request = json!({"systemId": id, "partyOrgNo": known::RECIPIENT.number, "externalRef": "r-1", "rights": [right], "redirectUrl": "https://v.example.no"});
    for body in [json!({}), json!({"systemId": "x", "partyOrgNo": "1"}), request.clone(), request] {
        vendor.post(REQUESTS, &body).await;
        nobody.post(REQUESTS, &body).await;
    }
    vendor.get(&format!("{REQUESTS}/bysystem/{id}")).await;
    let by_reference = format!("{REQUESTS}/byexternalref/{id}/{}/r-1", known::RECIPIENT.number);
    let made = vendor.get(&by_reference).await.json()["id"].as_str().unwrap().to_owned();
    vendor.get(&format!("{REQUESTS}/byexternalref/{id}/{}/none", known::RECIPIENT.number)).await;
    for method in [Method::GET, Method::DELETE, Method::GET] {
        vendor.bare(method, &format!("{REQUESTS}/{made}")).await;
    }
    vendor.get(&format!("authentication/api/v1/systemuser/vendor/bysystem/{}", known::SENDER_SYSTEM)).await;
    let query = format!("system-id={id}&orgno={}", known::RECIPIENT.number);
    vendor.get(&format!("authentication/api/v1/systemuser/vendor/byquery?{query}")).await;
    vendor.bare(Method::DELETE, &one).await;
}

async fn resources(sandbox: &Sandbox, tap: &Tap) {
    let owner = organisation(sandbox, tap, "service-owner", "altinn:resourceregistry/resource.write").await;
    let scopeless = organisation(sandbox, tap, "service-owner", "altinn:serviceowner").await;
    let nobody = Caller { tap, token: String::new() };
    let path = format!("{REGISTRY}/resource");
    let three = json!({"en": "a", "nb": "b", "nn": "c"});
    let body = json!({"identifier": "nytt-eksempel", "title": three, "description": three, "rightDescription": three,
        "resourceType": "BrokerService", "contactPoints": [], "availableForType": [],
        "hasCompetentAuthority": {"name": three, "organization": known::SERVICE_OWNER.number, "orgcode": "prov"}});
    for caller in [&owner, &scopeless, &nobody] {
        caller.post(&path, &body).await;
        caller.send(Method::PUT, &format!("{path}/nytt-eksempel"), &body).await;
    }
    owner.post(&path, &body).await;
    owner.post(&path, &json!({"identifier": "Feil Id"})).await;
    for of in [known::RESOURCE, "unknown-one"] {
        for rest in ["", "/policy", "/policy/subjects", "/policy/rules", "/policy/rights"] {
            nobody.get(&format!("{path}/{of}{rest}")).await;
        }
    }
    owner.call(Method::POST, &path, "text/plain", "x".to_owned()).await;
    let policy = nobody.get(&format!("{path}/{}/policy", known::RESOURCE)).await.body;
    let form = |policy: &str| {
        format!("--b\r\nContent-Disposition: form-data; name=\"policyFile\"; filename=\"policy.xml\"\r\n\r\n{policy}\r\n--b--\r\n")
    };
    let file = form(&policy);
    for (caller, of) in [(&owner, known::RESOURCE), (&owner, "unknown-one"), (&owner, "prov-kun-roller"), (&scopeless, known::RESOURCE)] {
        for method in [Method::POST, Method::PUT] {
            caller.call(method, &format!("{path}/{of}/policy"), "multipart/form-data; boundary=b", file.clone()).await;
        }
    }
    let own = format!("{path}/{}/policy", known::RESOURCE);
    owner.call(Method::POST, &own, "multipart/form-data; boundary=b", form(&"x".repeat(5 << 20))).await;
    nobody.get(&format!("{path}/resourcelist")).await;
    nobody.get(&format!("{path}/Search?Id={}", known::RESOURCE)).await;
    for caller in [&scopeless, &owner] {
        caller.bare(Method::DELETE, &format!("{path}/nytt-eksempel")).await;
    }
}

async fn access_lists(sandbox: &Sandbox, tap: &Tap) {
    let scopes = "altinn:serviceowner altinn:resourceregistry/accesslist.read altinn:resourceregistry/accesslist.write";
    let owner = organisation(sandbox, tap, "service-owner", scopes).await;
    let nobody = Caller { tap, token: String::new() };
    for rest in ["", "/partnere", "/partnere/members", "/partnere/resource-connections", "/unknown-one", "/unknown-one/members"] {
        for caller in [&owner, &nobody] {
            caller.get(&format!("{REGISTRY}/access-lists/prov{rest}")).await;
        }
    }
    for query in ["include=everything", "include=members"] {
        owner.get(&format!("{REGISTRY}/access-lists/prov?{query}")).await;
    }
    administrator(sandbox).await;
    let admin = organisation(sandbox, tap, "service-owner", "altinn:resourceregistry/resource.admin").await;
    let query =
        format!("party=urn:altinn:organization:identifier-no:{}&resource=urn:altinn:resource:prov-tilgangsliste", known::SENDER.number);
    admin.get(&format!("{REGISTRY}/access-lists/memberships?{query}")).await;
    owner.call(Method::PUT, &format!("{REGISTRY}/access-lists/prov/partnere"), "text/plain", "x".to_owned()).await;
}

/// Makes a client an administrator, because no known client is one.
async fn administrator(sandbox: &Sandbox) {
    let scope = "altinn:resourceregistry/resource.admin";
    let (client, owner) = (known::client("service-owner").unwrap().id, known::SERVICE_OWNER.number.parse().unwrap());
    let mut world = sandbox.shared().world.lock().await;
    world.maskinporten.clients.iter_mut().find(|known| known.id.to_string() == client).unwrap().scopes.push(scope.to_owned());
    world.maskinporten.granted.get_mut(&owner).unwrap().push(scope.to_owned());
}

async fn subscriptions(sandbox: &Sandbox, tap: &Tap) {
    let sender = system_user(sandbox, tap, "sender", known::SENDER.number).await;
    let other = organisation(sandbox, tap, "sender", "altinn:events.subscribe").await;
    let scopeless = organisation(sandbox, tap, "sender", "altinn:broker.write").await;
    let nobody = Caller { tap, token: String::new() };
    let path = format!("{EVENTS}/subscriptions");
    let sound = json!({"endPoint": "https://127.0.0.1:1/a", "resourceFilter": format!("urn:altinn:resource:{}", known::RESOURCE),
        "subjectFilter": format!("urn:altinn:organization:identifier-no:{}", known::SENDER.number), "typeFilter": "no.altinn.broker.published"});
    let id = sender.post(&path, &sound).await.json()["id"].as_u64().unwrap();
    for body in [json!({}), json!({"endPoint": "https://["}), sound.clone()] {
        for caller in [&sender, &scopeless, &nobody] {
            caller.post(&path, &body).await;
        }
    }
    for caller in [&sender, &other, &nobody] {
        caller.get(&path).await;
        caller.get(&format!("{path}/{id}")).await;
        caller.get(&format!("{path}/1")).await;
    }
    sender.get(&format!("{path}/x")).await;
    sender.call(Method::POST, &path, "text/plain", "x".to_owned()).await;
    other.post(&path, &sound).await;
    let polling = format!("{EVENTS}/events?resource=urn:altinn:resource:{}&after=0", known::RESOURCE);
    // Polling is half a minute behind.
    sandbox.post("sandbox/time").json(json!({"pass": "PT30S"})).await.is(200);
    sender.get(&format!("{polling}&subject=urn:altinn:organization:identifier-no:{}", known::SENDER.number)).await;
    scopeless.get(&polling).await;
    nobody.get(&polling).await;
    sender.get(&format!("{EVENTS}/events?after=0")).await;
    for caller in [&nobody, &other, &sender, &sender] {
        caller.bare(Method::DELETE, &format!("{path}/{id}")).await;
    }
    nobody.post(&format!("{EVENTS}/tests/webhookreceiver"), &json!({"id": "1"})).await;
}
