//! Platform facts, C.3: the test token generator. C.1 and C.2 are held by `tests/sandbox_platform.rs`.

use super::calls::Calls;
use super::sandbox_support::{Answer, Assertion, claims, client, exchange, open};
use broker_setup::sandbox::{Sandbox, known};
use serde_json::json;

const SYSTEM_USER: &str = "0d9b2c4e-6f1a-4b3c-8d5e-7a9b0c1d2e3f";

async fn basic(sandbox: &Sandbox, path: &str) -> Answer {
    let password = sandbox.world().await.api_key.expose().to_owned();
    Answer::of(client().get(sandbox.origin.join(path).unwrap()).basic_auth("anybody", Some(password))).await
}

#[tokio::test]
async fn c3_an_enterprise_token_is_made_and_works() {
    let sandbox = open().await;
    for base in ["testtools/api", "api"] {
        let path = format!(
            "{base}/GetEnterpriseToken?env=tt02&scopes=altinn:authentication/systemregister.write&orgNo={}&org=prov&ttl=60",
            known::SENDER.number
        );
        let made = basic(&sandbox, &path).await;
        assert_eq!((made.status.as_u16(), made.header("content-type")), (200, "text/plain; charset=utf-8"), "{}", made.body);
        let claims = claims(&made.body);
        assert_eq!(claims["actual_iss"], "altinn-test-tools");
        assert_eq!(claims["iss"], format!("{}authentication/api/v1/openid/", sandbox.origin));
        assert_eq!((&claims["urn:altinn:orgNumber"], &claims["urn:altinn:org"]), (&json!(known::SENDER.number), &json!("prov")));
        assert_eq!(claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(), 60);
        let calls = Calls { sandbox: &sandbox, token: Some(made.body) };
        assert_eq!(calls.get("authentication/api/v1/systemregister/vendor").await.status, 200);
    }
    let default = basic(
        &sandbox,
        "testtools/api/GetEnterpriseToken?env=at22&scopes=a:b&supplierOrgNo=310400408&delegationSource=https://tt02.altinn.no/",
    )
    .await;
    let claims = claims(&default.body);
    assert_eq!(claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(), 1800);
    assert!(known::ORGANISATIONS.iter().any(|organisation| claims["urn:altinn:orgNumber"] == organisation.number));
    assert_eq!((&claims["supplier"]["ID"], &claims["delegation_source"]), (&json!("0192:310400408"), &json!("https://tt02.altinn.no/")));
    sandbox.stop().await;
}

#[tokio::test]
async fn c3_a_system_user_token_lacks_the_organisation_number() {
    let sandbox = open().await;
    let path = format!("testtools/api/GetSystemUserToken?env=tt02&systemUserId={SYSTEM_USER}");
    let claims = claims(&basic(&sandbox, &path).await.body);
    assert!(claims.get("urn:altinn:orgNumber").is_none());
    assert_eq!(claims["scope"], "altinn:enduser");
    assert_eq!(claims["consumer"]["ID"], "0192:991825827");
    assert_eq!(claims["authorization_details"]["systemuser_id"], json!([SYSTEM_USER]));
    assert_eq!(claims["authorization_details"]["systemuser_org"]["ID"], "0192:991825827");
    sandbox.stop().await;
}

#[tokio::test]
async fn c3_what_is_missing_or_wrong_is_listed() {
    let sandbox = open().await;
    for (path, complaints) in [
        ("GetEnterpriseToken", 2),
        ("GetEnterpriseToken?env=prod&scopes=a:b", 1),
        ("GetEnterpriseToken?env=tt02&scopes=a:b&orgNo=12&ttl=x", 2),
        ("GetSystemUserToken?env=tt02", 1),
        ("GetSystemUserToken?env=tt02&systemUserId=x", 1),
    ] {
        let answer = basic(&sandbox, &format!("testtools/api/{path}")).await;
        assert_eq!((answer.status.as_u16(), answer.json().as_array().map(Vec::len)), (400, Some(complaints)), "{path}");
    }
    let garbled = client().get(sandbox.origin.join("testtools/api/GetEnterpriseToken").unwrap()).header("Authorization", "Basic %%%");
    assert_eq!(Answer::of(garbled).await.status, 400);
    sandbox.stop().await;
}

#[tokio::test]
async fn c3_who_may_ask() {
    let sandbox = open().await;
    let path = "testtools/api/GetEnterpriseToken?env=tt02&scopes=a:b";
    let nobody = Calls::nobody(&sandbox).get(path).await;
    assert_eq!((nobody.status.as_u16(), nobody.body.as_str()), (401, ""));
    assert_eq!(nobody.header("www-authenticate"), r#"Basic realm="AltinnTestTools - TokenGenerator""#);
    let stranger = Answer::of(client().get(sandbox.origin.join(path).unwrap()).basic_auth("a", Some("b"))).await;
    assert_eq!(stranger.status, 401);

    let scope = "altinn:testtools/tokengenerator/enterprise";
    let with_scope = Calls::raw(&sandbox, "test-tools", scope).await;
    assert_eq!(with_scope.get(path).await.status, 200);
    let other = with_scope.get(&format!("testtools/api/GetSystemUserToken?env=tt02&systemUserId={SYSTEM_USER}")).await;
    assert_eq!(
        (other.status.as_u16(), other.body.as_str()),
        (403, "Missing required scope: altinn:testtools/tokengenerator/enterpriseuser")
    );
    let bad =
        Calls { sandbox: &sandbox, token: Some(format!("{}A", Assertion::of(&sandbox, "test-tools", scope).await.token(&sandbox).await)) };
    let bad = bad.get(path).await;
    assert_eq!((bad.status.as_u16(), bad.body.as_str()), (403, "Invalid bearer token"));
    let mut symmetric = Assertion::of(&sandbox, "test-tools", scope).await;
    symmetric.header.alg = jsonwebtoken::Algorithm::HS256;
    symmetric.key = jsonwebtoken::EncodingKey::from_secret(b"x");
    let symmetric = Calls { sandbox: &sandbox, token: Some(symmetric.compact()) }.get(path).await;
    assert_eq!((symmetric.status.as_u16(), symmetric.json()), (400, json!(["Expected RsaSha256 signature"])));
    sandbox.stop().await;
}

#[tokio::test]
async fn c3_a_scope_above_the_functions_own_is_enough() {
    let sandbox = open().await;
    let scope = "altinn:testtools/tokengenerator";
    let mut world = sandbox.shared().world.lock().await;
    let id = known::client("test-tools").unwrap().id;
    world.maskinporten.clients.iter_mut().find(|client| client.id.to_string() == id).unwrap().scopes.push(scope.to_owned());
    world.maskinporten.granted.get_mut(&known::SENDER.number.parse().unwrap()).unwrap().push(scope.to_owned());
    drop(world);
    let above = Calls::raw(&sandbox, "test-tools", scope).await;
    assert_eq!(above.get("testtools/api/GetEnterpriseToken?env=tt02&scopes=a:b").await.status, 200);
    sandbox.stop().await;
}

#[tokio::test]
async fn c2_a_system_users_details_become_one_object() {
    let sandbox = open().await;
    let raw = Assertion::of(&sandbox, "sender", "altinn:broker.read").await.acting_for(known::SENDER.number, None).token(&sandbox).await;
    let before = claims(&raw);
    let after = claims(&exchange(&sandbox, &raw).await.body);
    assert_eq!(after["authorization_details"], before["authorization_details"][0]);
    assert_eq!(after["authorization_details"]["systemuser_id"], before["authorization_details"][0]["systemuser_id"]);
    sandbox.stop().await;
}
