//! Facts platform A.2 and A.4: an enterprise certificate in place of a registered key.

use super::*;
use altinn_sandbox::{EnterpriseCa, NumberIn, RsaKey, Validity};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// An assertion of the client that has no registered key, with this `x5c`.
pub async fn certified(sandbox: &Sandbox, scope: &str, chain: Value) -> String {
    let mut assertion = Assertion::of(sandbox, "enterprise", scope).await;
    assertion.header.kid = None;
    let Value::Array(list) = &chain else { return with_header(&assertion, &json!({"alg": "RS256", "x5c": chain})) };
    assertion.header.x5c = list.iter().map(|entry| entry.as_str().map(str::to_owned)).collect();
    match assertion.header.x5c {
        Some(_) => assertion.compact(),
        None => with_header(&assertion, &json!({"alg": "RS256", "x5c": chain})),
    }
}

/// The assertion with a header that no library would write. Its signature is wrong, but the header is refused before the signature
/// is checked.
fn with_header(assertion: &Assertion, header: &Value) -> String {
    let compact = assertion.compact();
    let rest = compact.split_once('.').unwrap().1;
    format!("{}.{rest}", URL_SAFE_NO_PAD.encode(header.to_string()))
}

pub async fn chain(sandbox: &Sandbox, issuer: Option<EnterpriseCa>, organisation: &str, validity: Validity) -> Value {
    let keys = sandbox.world().await.keys;
    let key: &RsaKey = &keys.holders[&known::client("enterprise").unwrap().key];
    let issuer = issuer.or(keys.enterprise.clone()).unwrap();
    json!(issuer.chain(organisation, key, validity, NumberIn::OrganisationIdentifier).unwrap())
}

/// Facts platform A.2.
#[tokio::test]
async fn older_certificates_have_the_number_in_their_serial_number() {
    let sandbox = open().await;
    let keys = sandbox.world().await.keys;
    let key = &keys.holders[&known::client("enterprise").unwrap().key];
    let older = |number| json!(keys.enterprise.as_ref().unwrap().chain(number, key, Validity::Current, NumberIn::SerialNumber).unwrap());
    post_assertion(&sandbox, &certified(&sandbox, READ, older(known::SENDER.number)).await).await.is(200);
    let text = "Invalid assertion. Client authentication failed. Invalid JWT. Invalid organization number for client. Does not match certificate orgno";
    let answer = post_assertion(&sandbox, &certified(&sandbox, READ, older(known::RECIPIENT.number)).await).await;
    answer.refused(400, "invalid_grant", Some("MP-122"), text);
    sandbox.stop().await;
}

/// Facts platform A.2.
#[tokio::test]
async fn x5c_of_the_clients_organisation_stands_for_a_registered_key() {
    let sandbox = open().await;
    let good = chain(&sandbox, None, known::SENDER.number, Validity::Current).await;
    let answer = post_assertion(&sandbox, &certified(&sandbox, READ, good).await).await;
    answer.is(200);
    let token = answer.json()["access_token"].as_str().unwrap().to_owned();
    assert_eq!(claims(&token)["client_amr"], "virksomhetssertifikat");
    assert!(claims(&exchange(&sandbox, &token).await.body).get("client_amr").is_none());
    sandbox.stop().await;
}

/// Facts platform A.2.
#[tokio::test]
async fn a_client_with_registered_keys_must_name_one_and_never_both() {
    let sandbox = open().await;
    let good: Vec<String> = serde_json::from_value(chain(&sandbox, None, known::SENDER.number, Validity::Current).await).unwrap();
    let mut registered = Assertion::of(&sandbox, "sender", READ).await;
    registered.header.x5c = Some(good.clone());
    registered.ask(&sandbox).await.refused(
        400,
        "invalid_grant",
        Some("MP-123"),
        "Invalid assertion. Client authentication failed. Invalid JWT header x5c",
    );
    registered.header.kid = None;
    let text = "Invalid assertion. Client authentication failed. Invalid JWT. The client requires pre-registered jwk and no key identifier (kid) provided";
    registered.ask(&sandbox).await.refused(400, "invalid_grant", None, text);
    sandbox.stop().await;
}

/// Facts platform A.4.
#[tokio::test]
async fn mp_120_a_certificate_of_another_issuer_or_past_its_end() {
    let sandbox = open().await;
    let other = EnterpriseCa::generate().unwrap();
    let text = "Invalid assertion. Client authentication failed. The JWT is signed with an invalid certificate.";
    for bad in [
        chain(&sandbox, Some(other), known::SENDER.number, Validity::Current).await,
        chain(&sandbox, None, known::SENDER.number, Validity::Ended).await,
        json!(["bm90IGEgY2VydGlmaWNhdGU="]),
    ] {
        post_assertion(&sandbox, &certified(&sandbox, READ, bad).await).await.refused(400, "invalid_grant", Some("MP-120"), text);
    }
    sandbox.stop().await;
}

/// Facts platform A.4.
#[tokio::test]
async fn mp_122_a_certificate_of_another_organisation() {
    let sandbox = open().await;
    let theirs = chain(&sandbox, None, known::RECIPIENT.number, Validity::Current).await;
    let answer = post_assertion(&sandbox, &certified(&sandbox, READ, theirs).await).await;
    let text = "Invalid assertion. Client authentication failed. Invalid JWT. Invalid organization number for client. Does not match certificate orgno";
    answer.refused(400, "invalid_grant", Some("MP-122"), text);
    sandbox.stop().await;
}

/// Facts platform A.4.
#[tokio::test]
async fn mp_123_x5c_must_be_an_array_of_strings() {
    let sandbox = open().await;
    for bad in [json!("MIIC"), json!([1]), json!([]), json!({"a": "b"})] {
        post_assertion(&sandbox, &certified(&sandbox, READ, bad).await).await.refused(
            400,
            "invalid_grant",
            Some("MP-123"),
            "Invalid assertion. Client authentication failed. Invalid JWT header x5c",
        );
    }
    sandbox.stop().await;
}
