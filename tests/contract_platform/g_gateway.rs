//! Platform facts, G: an API that asks for a key whatever the others do.

use super::calls::Calls;
use super::sandbox_support::{Answer, open};
use reqwest::Method;
use serde_json::json;

const PATH: &str = "authorization/api/v1/authorize";
const KEY: &str = "Ocp-Apim-Subscription-Key";

#[tokio::test]
async fn g_the_decision_point_is_keyed_even_behind_an_open_gateway() {
    let sandbox = open().await;
    let world = sandbox.world().await;
    let calls = Calls::nobody(&sandbox);
    let with = |key: &str| calls.request(Method::POST, PATH).header(KEY, key);
    let missing = Answer::of(calls.request(Method::POST, PATH)).await;
    assert_eq!(missing.status, 401);
    assert_eq!(
        missing.json(),
        json!({"statusCode": 401, "message": "Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API."})
    );
    assert!(missing.header("www-authenticate").starts_with("AzureApiManagementKey realm=\""));
    assert!(missing.header("www-authenticate").ends_with(r#"authorization",name="Ocp-Apim-Subscription-Key",type="header""#));
    let wrong = Answer::of(with(world.foreign_api_key.expose())).await;
    assert_eq!(
        wrong.json()["message"],
        "Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription."
    );
    let taken = Answer::of(with(world.api_key.expose())).await;
    assert_eq!((taken.status.as_u16(), taken.body.as_str()), (401, ""), "the key is taken, the token is missing");
    let token = Calls::organisation(&sandbox, "sender", "altinn:broker.read").await;
    let scopeless = Answer::of(token.request(Method::POST, PATH).header(KEY, world.api_key.expose())).await;
    assert_eq!((scopeless.status.as_u16(), scopeless.body.as_str()), (403, ""));
    sandbox.stop().await;
}

#[tokio::test]
async fn g_an_open_gateway_ignores_a_wrong_key_elsewhere() {
    let sandbox = open().await;
    let request = Calls::nobody(&sandbox).request(Method::GET, "resourceregistry/api/v1/resource/orgs").header(KEY, "wrong");
    assert_eq!(Answer::of(request).await.status, 200);
    let unknown = Calls::nobody(&sandbox).get("nothing/here").await;
    assert_eq!((unknown.status.as_u16(), unknown.json()), (404, json!({"statusCode": 404, "message": "Resource not found"})));
    sandbox.stop().await;
}
