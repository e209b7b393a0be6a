//! Facts platform B.2: the admin API of the self-service portal.

use crate::maskinporten::certificates;
use crate::support::*;
use altinn_sandbox::Validity;

const PREFIXES: [&str; 3] = ["", "api/v1/", "external/api/v1/"];

async fn token(sandbox: &Sandbox, name: &str, scope: &str) -> String {
    Assertion::of(sandbox, name, scope).await.token(sandbox).await
}

async fn admin(sandbox: &Sandbox) -> String {
    token(sandbox, "admin", "idporten:dcr.read idporten:dcr.write").await
}

pub async fn call(sandbox: &Sandbox, token: Option<&str>, method: Method, path: &str, body: Option<&Value>) -> Answer {
    let mut request = client().request(method, sandbox.origin.join(path).unwrap());
    if let Some(token) = token {
        request = request.bearer_auth(token);
    }
    if let Some(body) = body {
        request = request.header("Content-Type", "application/json").body(body.to_string());
    }
    Answer::of(request).await
}

fn new_client() -> Value {
    json!({"integration_type": "maskinporten", "client_name": "Broker sender TT02", "description": "Broker sender TT02",
           "application_type": "web", "token_endpoint_auth_method": "private_key_jwt",
           "grant_types": ["urn:ietf:params:oauth:grant-type:jwt-bearer"], "scopes": ["altinn:broker.write", "altinn:broker.read"]})
}

pub async fn jwk(sandbox: &Sandbox, kid: &str) -> Value {
    let keys = sandbox.world().await.keys;
    keys.holders[&known::client("sender").unwrap().key].jwk(kid)
}

#[tokio::test]
async fn a_client_is_made_used_changed_and_deleted_under_each_prefix() {
    let sandbox = open().await;
    let admin = admin(&sandbox).await;
    for prefix in PREFIXES {
        let made = call(&sandbox, Some(&admin), Method::POST, &format!("{prefix}clients"), Some(&new_client())).await;
        made.is(201);
        let model = made.json();
        let members: Vec<&String> = model.as_object().unwrap().keys().collect();
        assert_eq!(
            members,
            [
                "client_id",
                "client_name",
                "description",
                "integration_type",
                "application_type",
                "client_orgno",
                "token_endpoint_auth_method",
                "grant_types",
                "scopes",
                "access_token_lifetime",
                "authorization_lifetime",
                "refresh_token_lifetime",
                "created",
                "last_updated"
            ]
        );
        assert_eq!((&model["client_orgno"], &model["access_token_lifetime"]), (&json!(known::SENDER.number), &json!(120)));
        let id = model["client_id"].as_str().unwrap();
        let one = format!("{prefix}clients/{id}");
        assert_eq!(call(&sandbox, Some(&admin), Method::GET, &one, None).await.json(), model);

        let mut grant = Assertion::of(&sandbox, "sender", "altinn:broker.read").await.with("iss", id);
        let unknown = grant.ask(&sandbox).await;
        assert_eq!(unknown.status, 400, "no key yet");
        let set = json!({"keys": [jwk(&sandbox, "a-new-key").await]});
        call(&sandbox, Some(&admin), Method::POST, &format!("{one}/jwks"), Some(&set)).await.is(200);
        grant.header.kid = Some("a-new-key".to_owned());
        grant.token(&sandbox).await;

        let mut changed = new_client();
        changed["scopes"] = json!(["altinn:broker.read"]);
        changed["access_token_lifetime"] = json!(600);
        let changed = call(&sandbox, Some(&admin), Method::PUT, &one, Some(&changed)).await.json();
        assert_eq!((&changed["scopes"], &changed["access_token_lifetime"]), (&json!(["altinn:broker.read"]), &json!(600)));
        let answer = grant.with("jti", format!("{prefix}once more")).ask(&sandbox).await;
        assert_eq!(answer.json()["expires_in"], 599, "A.3: the life depends on the client");

        call(&sandbox, Some(&admin), Method::DELETE, &one, None).await.is(204);
        call(&sandbox, Some(&admin), Method::GET, &one, None).await.is(404);
        assert_eq!(call(&sandbox, Some(&admin), Method::PUT, &one, Some(&new_client())).await.status, 409, "none is made again");
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn the_clients_are_ones_own() {
    let sandbox = open().await;
    let admin = admin(&sandbox).await;
    let own = call(&sandbox, Some(&admin), Method::GET, "api/v1/clients", None).await.json();
    assert!(own.as_array().unwrap().iter().all(|client| client["client_orgno"] == known::SENDER.number));
    let others = format!("api/v1/clients/{}", known::client("recipient").unwrap().id);
    call(&sandbox, Some(&admin), Method::GET, &others, None).await.is(404);
    sandbox.stop().await;
}

#[tokio::test]
async fn a_call_needs_a_maskinporten_token_with_its_scope() {
    let sandbox = open().await;
    call(&sandbox, None, Method::GET, "api/v1/clients", None).await.is(401);
    let sender = token(&sandbox, "sender", "altinn:broker.read").await;
    call(&sandbox, Some(&sender), Method::GET, "api/v1/clients", None).await.is(403);
    let exchanged = exchange(&sandbox, &admin(&sandbox).await).await.body;
    call(&sandbox, Some(&exchanged), Method::GET, "api/v1/clients", None).await.is(401);
    let read = token(&sandbox, "admin", "idporten:dcr.read").await;
    let modify = token(&sandbox, "admin", "idporten:dcr.modify").await;
    for (token, method, path, status) in [
        (&read, Method::GET, "api/v1/clients", 200),
        (&read, Method::POST, "api/v1/clients", 403),
        (&modify, Method::POST, "api/v1/clients", 403),
        (&modify, Method::GET, "api/v1/clients", 200),
        (&read, Method::PUT, "api/v1/scopes/access/310400203?scope=altinn:broker.read", 403),
    ] {
        assert_eq!(call(&sandbox, Some(token), method.clone(), path, Some(&new_client())).await.status, status, "{method} {path}");
    }
    let id = known::client("off-system").unwrap().id;
    call(&sandbox, Some(&modify), Method::PUT, &format!("api/v1/clients/{id}"), Some(&new_client())).await.is(200);
    sandbox.stop().await;
}

#[tokio::test]
async fn keys_are_replaced_as_a_whole_and_live_a_year() {
    let sandbox = open().await;
    let admin = admin(&sandbox).await;
    let keys = format!("api/v1/clients/{}/jwks", known::client("off-system").unwrap().id);
    let post = async |method: Method, set: Value| call(&sandbox, Some(&admin), method, &keys, Some(&set)).await;
    let five: Vec<Value> = futures(&sandbox, 5).await;
    assert_eq!(post(Method::POST, json!({"keys": five})).await.json()["keys"].as_array().map(Vec::len), Some(5));
    let one = post(Method::PUT, json!({"keys": [jwk(&sandbox, "only").await]})).await;
    one.is(200);
    let set = one.json();
    assert_eq!(set["keys"].as_array().map(Vec::len), Some(1), "the whole set is replaced");
    let world = sandbox.world().await;
    let posted = world.maskinporten.client(&known::client("off-system").unwrap().id.parse().unwrap()).unwrap().keys[0].posted;
    assert_eq!(set["keys"][0]["exp"], posted.as_second() + 365 * 24 * 3600);
    assert!(set["created"].as_str().unwrap().ends_with('Z') && set["last_updated"].is_string());
    assert_eq!(call(&sandbox, Some(&admin), Method::GET, &keys, None).await.json(), set);
    sandbox.stop().await;
}

async fn futures(sandbox: &Sandbox, count: usize) -> Vec<Value> {
    let mut keys = Vec::new();
    for number in 0..count {
        keys.push(jwk(sandbox, &format!("key-{number}")).await);
    }
    keys
}

#[tokio::test]
async fn keys_that_are_not_taken() {
    let sandbox = open().await;
    let admin = admin(&sandbox).await;
    let keys = format!("api/v1/clients/{}/jwks", known::client("off-system").unwrap().id);
    let before = call(&sandbox, Some(&admin), Method::GET, &keys, None).await.json();
    let with = async |member: &str, value: Value| {
        let mut key = jwk(&sandbox, "a").await;
        key[member] = value;
        json!({"keys": [key]})
    };
    let good = jwk(&sandbox, "a").await;
    for (why, set) in [
        ("six", json!({"keys": futures(&sandbox, 6).await})),
        ("a bare array", json!([good])),
        ("another algorithm", with("alg", json!("RS512")).await),
        ("another type", with("kty", json!("EC")).await),
        ("1024 bits", with("n", json!("A".repeat(171))).await),
        ("a private member", with("d", json!("AQAB")).await),
        ("no kid", with("kid", json!("")).await),
        ("one kid twice", json!({"keys": [good, good]})),
    ] {
        let answer = call(&sandbox, Some(&admin), Method::POST, &keys, Some(&set)).await;
        assert_eq!(answer.status, 400, "{why}: {}", answer.body);
        assert!(answer.json()["error_description"].is_string(), "{why}");
    }
    assert_eq!(call(&sandbox, Some(&admin), Method::GET, &keys, None).await.json(), before);
    let secret = keys.replace("jwks", "secret");
    assert_eq!(call(&sandbox, Some(&admin), Method::POST, &secret, None).await.status, 400, "secrets are not for Maskinporten");
    sandbox.stop().await;
}

#[tokio::test]
async fn every_scope_is_open_and_public_ones_can_be_asked_for() {
    let sandbox = open().await;
    for prefix in PREFIXES {
        let all = call(&sandbox, None, Method::GET, &format!("{prefix}scopes/all"), None).await.json();
        assert!(all.as_array().unwrap().len() > 10);
        let public = call(&sandbox, None, Method::GET, &format!("{prefix}scopes/all?accessible_for_all=true"), None).await.json();
        assert_eq!(public[0]["name"], "altinn:events.subscribe");
        assert_eq!((public.as_array().unwrap().len(), &public[0]["accessible_for_all"]), (1, &json!(true)));
        assert_eq!(
            (&public[0]["prefix"], &public[0]["subscope"], &public[0]["at_max_age"]),
            (&json!("altinn"), &json!("events.subscribe"), &json!(3600))
        );
        call(&sandbox, None, Method::GET, &format!("{prefix}delegationsources"), None)
            .await
            .is(200)
            .has("/0/issuer", "https://tt02.altinn.no/");
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn what_an_organisation_was_granted_asked_for_and_denied() {
    let sandbox = open().await;
    let admin = admin(&sandbox).await;
    let rows = call(&sandbox, Some(&admin), Method::GET, "api/v1/scopes/access/all", None).await.json();
    let state = |scope: &str| {
        let row = rows.as_array().unwrap().iter().find(|row| row["scope"] == scope).cloned().unwrap_or_default();
        (row["state"].as_str().map(str::to_owned), row["consumer_orgno"].as_str().map(str::to_owned))
    };
    for (scope, expected) in
        [("altinn:broker.write", "APPROVED"), ("altinn:serviceowner", "REQUESTED"), ("altinn:resourceregistry/resource.write", "DENIED")]
    {
        assert_eq!(state(scope), (Some(expected.to_owned()), Some(known::SENDER.number.to_owned())), "{scope}");
    }
    let members: Vec<&String> = rows[0].as_object().unwrap().keys().collect();
    assert_eq!(members, ["consumer_orgno", "owner_orgno", "scope", "prefix", "state", "created", "last_updated"]);
    sandbox.stop().await;
}

#[tokio::test]
async fn the_owner_of_a_scope_gives_and_takes_access() {
    let sandbox = open().await;
    let owner = token(&sandbox, "scope-owner", "idporten:scopes.write").await;
    let access = format!("api/v1/scopes/access/{}?scope=altinn:broker.write", known::OUTSIDER.number);
    let ask = async || Assertion::of(&sandbox, "not-granted", "altinn:broker.write").await.ask(&sandbox).await.status.as_u16();
    assert_eq!(ask().await, 403);
    call(&sandbox, Some(&owner), Method::PUT, &access, None).await.is(200).has("/state", "APPROVED");
    assert_eq!(ask().await, 200);
    let rows = call(&sandbox, Some(&owner), Method::GET, "api/v1/scopes/access?scope=altinn:broker.write", None).await.json();
    assert!(rows.as_array().unwrap().iter().any(|row| row["consumer_orgno"] == known::OUTSIDER.number));
    call(&sandbox, Some(&owner), Method::DELETE, &access, None).await.has("/state", "DENIED");
    assert_eq!(ask().await, 403);
    assert!(!call(&sandbox, Some(&owner), Method::GET, "scopes", None).await.json().as_array().unwrap().is_empty());
    sandbox.stop().await;
}

#[tokio::test]
async fn an_admin_client_may_show_an_enterprise_certificate() {
    let sandbox = open().await;
    let mut world = sandbox.shared().world.lock().await;
    let id = known::client("enterprise").unwrap().id;
    world.maskinporten.clients.iter_mut().find(|client| client.id.to_string() == id).unwrap().scopes.push("idporten:dcr.read".to_owned());
    drop(world);
    let chain = certificates::chain(&sandbox, None, known::SENDER.number, Validity::Current).await;
    let answer = post_assertion(&sandbox, &certificates::certified(&sandbox, "idporten:dcr.read", chain).await).await;
    let token = answer.json()["access_token"].as_str().unwrap().to_owned();
    call(&sandbox, Some(&token), Method::GET, "clients", None).await.is(200);
    sandbox.stop().await;
}
