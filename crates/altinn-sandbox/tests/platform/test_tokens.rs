//! Facts platform C.3: the test token generator. Texts and formats that are not in the facts come from the generator's public
//! source.

use crate::support::*;

const MISSING: &str = "Parameter must be supplied";
const WRONG: &str = "Parameter was supplied with a invalid value";
const SYSTEM_USER: &str = "0d9b2c4e-6f1a-4b3c-8d5e-7a9b0c1d2e3f";

async fn basic(sandbox: &Sandbox, path: &str) -> Answer {
    let password = sandbox.world().await.api_key.expose().to_owned();
    sandbox.get(path).basic_auth("anybody", Some(password)).await
}

#[tokio::test]
async fn an_enterprise_token_is_made_and_works() {
    let sandbox = open().await;
    for base in ["testtools/api", "api"] {
        let path = format!(
            "{base}/GetEnterpriseToken?env=tt02&scopes=altinn:authentication/systemregister.write&orgNo={}&org=prov&ttl=60",
            known::SENDER.number
        );
        let made = basic(&sandbox, &path).await;
        made.is(200).header_is("content-type", "text/plain; charset=utf-8");
        let claims = claims(&made.body);
        assert_eq!(claims["actual_iss"], "altinn-test-tools");
        assert_eq!(claims["iss"], format!("{}authentication/api/v1/openid/", sandbox.origin));
        assert_eq!((&claims["urn:altinn:orgNumber"], &claims["urn:altinn:org"]), (&json!(known::SENDER.number), &json!("prov")));
        assert_eq!(claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(), 60);
        let caller = Caller { sandbox: &sandbox, token: Some(made.body) };
        caller.get("authentication/api/v1/systemregister/vendor").await.is(200);
    }
    let default = basic(
        &sandbox,
        "testtools/api/GetEnterpriseToken?env=at22&scopes=a:b&supplierOrgNo=310400408&delegationSource=https://tt02.altinn.no/",
    )
    .await;
    let claims = claims(&default.body);
    assert_eq!(claims["iss"], "https://platform.at22.altinn.cloud/authentication/api/v1/openid/", "the environment's own");
    let elsewhere = Caller { sandbox: &sandbox, token: Some(default.body.clone()) };
    assert_eq!(elsewhere.get("authentication/api/v1/systemregister/vendor").await.status, 401, "another environment's token");
    assert_eq!(claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(), 1800);
    assert!(known::ORGANISATIONS.iter().any(|organisation| claims["urn:altinn:orgNumber"] == organisation.number));
    assert_eq!((&claims["supplier"]["ID"], &claims["delegation_source"]), (&json!("0192:310400408"), &json!("https://tt02.altinn.no/")));
    sandbox.stop().await;
}

#[tokio::test]
async fn a_system_user_token_lacks_the_organisation_number() {
    let sandbox = open().await;
    let path = format!("testtools/api/GetSystemUserToken?env=tt02&systemUserId={SYSTEM_USER}");
    let claims = claims(&basic(&sandbox, &path).await.body);
    assert!(claims.get("urn:altinn:orgNumber").is_none());
    assert_eq!(claims["scope"], "altinn:enduser");
    assert_eq!(claims["consumer"]["ID"], "0192:991825827");
    let details = &claims["authorization_details"];
    assert_eq!(details.as_array().map(Vec::len), Some(1), "a list: nothing has flattened it");
    assert_eq!((&details[0]["systemuser_id"], &details[0]["systemuser_org"]["ID"]), (&json!([SYSTEM_USER]), &json!("0192:991825827")));
    sandbox.stop().await;
}

#[tokio::test]
async fn what_is_missing_or_wrong_is_listed() {
    let sandbox = open().await;
    for (path, complaints) in [
        ("GetEnterpriseToken", json!({"env": MISSING, "scopes": MISSING})),
        ("GetEnterpriseToken?env=prod&scopes=a:b", json!({"env": WRONG})),
        ("GetEnterpriseToken?env=TT02&scopes=a:b", json!({"env": WRONG})),
        ("GetEnterpriseToken?env=tt02&scopes=A:b&orgNo=12&ttl=x", json!({"scopes": WRONG, "orgNo": WRONG, "ttl": WRONG})),
        (
            "GetEnterpriseToken?env=tt02&scopes=a:b&delegationSource=here&bulkCount=-1&org=a.b",
            json!({"org": WRONG, "bulkCount": WRONG, "delegationSource": WRONG}),
        ),
        ("GetSystemUserToken?env=tt02", json!({"systemUserId": MISSING})),
        ("GetSystemUserToken?env=tt02&systemUserId=x&clientId=a%20b", json!({"systemUserId": WRONG, "clientId": WRONG})),
        ("GetPersonalToken?pid=123&authLvl=5&userId=x", json!({"env": MISSING, "pid": WRONG, "authLvl": WRONG, "userId": WRONG})),
    ] {
        let answer = basic(&sandbox, &format!("testtools/api/{path}")).await;
        assert_eq!((answer.status.as_u16(), answer.json()), (400, complaints), "{path}");
    }
    for garbled in ["Basic %%%", "Basic", "Basic bm9jb2xvbg=="] {
        let request = client().get(sandbox.origin.join("testtools/api/GetEnterpriseToken").unwrap()).header("Authorization", garbled);
        let answer = Answer::of(request).await;
        assert_eq!((answer.status.as_u16(), answer.body.as_str()), (400, ""), "{garbled}");
    }
    sandbox.stop().await;
}

const ENTERPRISE: &str = "testtools/api/GetEnterpriseToken?env=tt02&scopes=a:b";
const ENTERPRISE_SCOPE: &str = "altinn:testtools/tokengenerator/enterprise";

#[tokio::test]
async fn nobody_gets_a_test_token_without_the_right_password() {
    let sandbox = open().await;
    let nobody = sandbox.get(ENTERPRISE).await;
    nobody.is(401).empty().header_is("www-authenticate", r#"Basic realm="AltinnTestTools - TokenGenerator""#);
    sandbox.get(ENTERPRISE).basic_auth("a", Some("b")).await.is(401);
}

#[tokio::test]
async fn each_function_has_its_scope() {
    let sandbox = open().await;
    let caller = Caller::raw(&sandbox, "test-tools", ENTERPRISE_SCOPE).await;
    caller.get(ENTERPRISE).await.is(200);
    let other = caller.get(format!("testtools/api/GetSystemUserToken?env=tt02&systemUserId={SYSTEM_USER}")).await;
    other.is(403).text("Missing required scope: altinn:testtools/tokengenerator/enterpriseuser");
}

#[tokio::test]
async fn a_bearer_token_with_a_broken_signature_gets_no_test_token() {
    let sandbox = open().await;
    let token = Assertion::of(&sandbox, "test-tools", ENTERPRISE_SCOPE).await.token(&sandbox).await;
    sandbox.get(ENTERPRISE).token(format!("{token}A")).await.is(403).text("Invalid bearer token");
}

#[tokio::test]
async fn a_bearer_token_of_another_algorithm_gets_no_test_token() {
    let sandbox = open().await;
    let mut symmetric = Assertion::of(&sandbox, "test-tools", ENTERPRISE_SCOPE).await;
    symmetric.header.alg = jsonwebtoken::Algorithm::HS256;
    symmetric.key = jsonwebtoken::EncodingKey::from_secret(b"x");
    sandbox.get(ENTERPRISE).token(symmetric.compact()).await.is(400).text("Expected RsaSha256 signature");
}

#[tokio::test]
async fn a_scope_above_the_functions_own_is_enough() {
    let sandbox = open().await;
    let scope = "altinn:testtools/tokengenerator";
    let mut world = sandbox.shared().world.lock().await;
    let id = known::client("test-tools").unwrap().id;
    world.maskinporten.clients.iter_mut().find(|client| client.id.to_string() == id).unwrap().scopes.push(scope.to_owned());
    world.maskinporten.granted.get_mut(&known::SENDER.number.parse().unwrap()).unwrap().push(scope.to_owned());
    drop(world);
    let above = Caller::raw(&sandbox, "test-tools", scope).await;
    above.get("testtools/api/GetEnterpriseToken?env=tt02&scopes=a:b").await.is(200);
    sandbox.stop().await;
}

#[tokio::test]
async fn a_personal_token_has_its_claims_and_no_organisation() {
    let sandbox = open().await;
    let path = "testtools/api/GetPersonalToken?env=tt02&pid=14928420036&userId=7&partyId=8&authLvl=4&userName=ola&ttl=60";
    let token = Caller::raw(&sandbox, "test-tools", "altinn:testtools/tokengenerator/personal").await.get(path).await;
    token.is(200).header_is("content-type", "text/plain; charset=utf-8");
    let claims_of = |token: &str| claims(token);
    let claims = claims_of(&token.body);
    for (name, value) in [
        ("pid", json!("14928420036")),
        ("urn:altinn:authlevel", json!("4")),
        ("urn:altinn:authenticatemethod", json!("NotDefined")),
        ("acr", json!("idporten-loa-high")),
        ("client_amr", json!("virksomhetssertifikat")),
        ("scope", json!("altinn:enduser")),
        ("nameid", json!(7)),
        ("urn:altinn:userid", json!(7)),
        ("urn:altinn:partyid", json!(8)),
        ("urn:altinn:username", json!("ola")),
        ("actual_iss", json!("altinn-test-tools")),
    ] {
        assert_eq!(claims[name], value, "{name}");
    }
    for absent in ["consumer", "client_orgno", "urn:altinn:orgNumber", "urn:altinn:party:uuid", "jti"] {
        assert!(claims.get(absent).is_none(), "{absent}");
    }
    let anybody = claims_of(&basic(&sandbox, "testtools/api/GetPersonalToken?env=tt02&consumerOrgNo=991825827").await.body);
    assert!(known::PERSONS.iter().any(|person| anybody["pid"] == *person) && anybody.get("nameid").is_none());
    assert_eq!((&anybody["acr"], &anybody["consumer"]["ID"]), (&json!("idporten-loa-substantial"), &json!("0192:991825827")));
    Caller::raw(&sandbox, "test-tools", "altinn:testtools/tokengenerator/enterprise")
        .await
        .get(path)
        .await
        .is(403)
        .text("Missing required scope: altinn:testtools/tokengenerator/personal");
    sandbox.stop().await;
}

#[tokio::test]
async fn bulk_count_gives_an_object_of_tokens_and_dump_what_is_in_one() {
    let sandbox = open().await;
    for (function, subject, most) in
        [("GetEnterpriseToken", "urn:altinn:orgNumber", known::ORGANISATIONS.len()), ("GetPersonalToken", "pid", known::PERSONS.len())]
    {
        for (count, given) in [(2, 2), (500, most)] {
            let answer = basic(&sandbox, &format!("testtools/api/{function}?env=tt02&scopes=a:b&bulkCount={count}&dump=1")).await;
            let tokens: Value = answer.json();
            let tokens = tokens.as_object().unwrap();
            assert_eq!(tokens.len(), given, "as many as there are");
            for (whose, token) in tokens {
                assert_eq!(claims(token.as_str().unwrap())[subject], json!(whose));
            }
        }
    }
    let dump = basic(&sandbox, "testtools/api/GetEnterpriseToken?env=tt02&scopes=a:b,c:d&orgNo=123456789&dump=true").await;
    dump.header_is("content-type", "text/plain; charset=utf-8");
    let (header, claims) = dump.body.split_once("\n.\n").unwrap();
    let read = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    assert_eq!(read(header)["alg"], "RS256");
    assert_eq!((&read(claims)["scope"], &read(claims)["urn:altinn:orgNumber"]), (&json!("a:b c:d"), &json!("123456789")));
    assert!(claims.starts_with("{\n  \""), "indented");
    sandbox.stop().await;
}

#[tokio::test]
async fn the_header_has_a_thumbprint_for_x5c_and_the_services_read_it() {
    let sandbox = open().await;
    let token = basic(&sandbox, "testtools/api/GetEnterpriseToken?env=tt02&scopes=altinn:authentication/systemregister.write").await.body;
    let header = header_of(&token);
    let members: Vec<&String> = header.as_object().unwrap().keys().collect();
    assert_eq!(members, ["alg", "kid", "typ", "x5c"]);
    assert_eq!(header["x5c"], header["kid"], "a text, which strict readers of headers refuse");
    let caller = Caller { sandbox: &sandbox, token: Some(token) };
    caller.get("authentication/api/v1/systemregister/vendor").await.is(200);
    sandbox.stop().await;
}

#[tokio::test]
async fn a_bearer_token_may_be_a_second_too_old_and_is_maskinportens_own() {
    let sandbox = open().await;
    let scope = "altinn:testtools/tokengenerator/enterprise";
    let raw = Caller::raw(&sandbox, "test-tools", scope).await;
    let exchanged = Caller::organisation(&sandbox, "test-tools", scope).await;
    let path = "testtools/api/GetEnterpriseToken?env=tt02&scopes=a:b";
    exchanged.get(path).await.is(403).text("Invalid bearer token");
    for (ahead, expected) in [(110, 200), (125, 403)] {
        sandbox.shared().faults.set(format!("clock={ahead}").parse().unwrap());
        assert_eq!(raw.get(path).await.status, expected, "{ahead}");
    }
    sandbox.stop().await;
}
