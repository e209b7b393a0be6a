//! Facts platform A: what `tests/sandbox_maskinporten.rs` does not hold already.

use super::sandbox_support::{Answer, Assertion, claims, client, exchange, open, post_assertion, started};
use altinn_sandbox::{AssertionClaims, Audience, EnterpriseCa, Gateway, Options, People, RsaKey, Sandbox, Strictness, Validity, known};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use reqwest::StatusCode;
use serde_json::{Value, json};

const READ: &str = "altinn:broker.read";

async fn strict(strictness: Strictness) -> Sandbox {
    started(Options { gateway: Gateway::Open, people: People::Never, strictness, ..Options::default() }).await
}

fn assert_refused(answer: &Answer, status: u16, error: &str, code: Option<&str>, text: &str) {
    let body = answer.json();
    let given = body["error_uri"].as_str().and_then(|uri| uri.rsplit('/').next());
    assert_eq!((answer.status.as_u16(), body["error"].as_str(), given), (status, Some(error), code), "{}", answer.body);
    assert!(body["error_description"].as_str().unwrap().starts_with(text), "{}", answer.body);
}

/// An assertion of the client without a registered key, with an `x5c` of its own.
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

/// A header that no library writes; what is refused about it is refused before the signature is looked at.
fn with_header(assertion: &Assertion, header: &Value) -> String {
    let compact = assertion.compact();
    let rest = compact.split_once('.').unwrap().1;
    format!("{}.{rest}", URL_SAFE_NO_PAD.encode(header.to_string()))
}

pub async fn chain(sandbox: &Sandbox, issuer: Option<EnterpriseCa>, organisation: &str, validity: Validity) -> Value {
    let keys = sandbox.world().await.keys;
    let key: &RsaKey = &keys.holders[&known::client("enterprise").unwrap().key];
    let issuer = issuer.or(keys.enterprise.clone()).unwrap();
    json!(issuer.chain(organisation, key, validity).unwrap())
}

#[tokio::test]
async fn a1_the_metadata_names_both_types_of_authorization_details() {
    let sandbox = open().await;
    let metadata = Answer::of(client().get(sandbox.origin.join(".well-known/oauth-authorization-server").unwrap())).await.json();
    assert_eq!(metadata["authorization_details_types_supported"], json!(["urn:altinn:systemuser", "urn:altinn:consent"]));
    assert!(metadata.get("authorization_endpoint").is_none());
    assert_eq!(metadata["token_endpoint_auth_methods_supported"], json!(["private_key_jwt"]));
    sandbox.stop().await;
}

#[tokio::test]
async fn a2_x5c_of_the_clients_organisation_stands_for_a_registered_key() {
    let sandbox = open().await;
    let good = chain(&sandbox, None, known::SENDER.number, Validity::Current).await;
    let answer = post_assertion(&sandbox, &certified(&sandbox, READ, good).await).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    let token = answer.json()["access_token"].as_str().unwrap().to_owned();
    assert_eq!(claims(&token)["client_amr"], "virksomhetssertifikat");
    assert!(claims(&exchange(&sandbox, &token).await.body).get("client_amr").is_none());
    sandbox.stop().await;
}

#[tokio::test]
async fn a2_a_client_with_registered_keys_must_name_one_and_never_both() {
    let sandbox = open().await;
    let good: Vec<String> = serde_json::from_value(chain(&sandbox, None, known::SENDER.number, Validity::Current).await).unwrap();
    let mut registered = Assertion::of(&sandbox, "sender", READ).await;
    registered.header.x5c = Some(good.clone());
    assert_refused(
        &registered.ask(&sandbox).await,
        400,
        "invalid_grant",
        Some("MP-123"),
        "Invalid assertion. Client authentication failed. Invalid JWT header x5c",
    );
    registered.header.kid = None;
    let text = "Invalid assertion. Client authentication failed. Invalid JWT. The client requires pre-registered jwk and no key identifier (kid) provided";
    assert_refused(&registered.ask(&sandbox).await, 400, "invalid_grant", None, text);
    sandbox.stop().await;
}

#[tokio::test]
async fn a4_mp_120_a_certificate_of_another_issuer_or_past_its_end() {
    let sandbox = open().await;
    let other = EnterpriseCa::generate().unwrap();
    let text = "Invalid assertion. Client authentication failed. The JWT is signed with an invalid certificate.";
    for bad in [
        chain(&sandbox, Some(other), known::SENDER.number, Validity::Current).await,
        chain(&sandbox, None, known::SENDER.number, Validity::Ended).await,
        json!(["bm90IGEgY2VydGlmaWNhdGU="]),
    ] {
        let answer = post_assertion(&sandbox, &certified(&sandbox, READ, bad).await).await;
        assert_refused(&answer, 400, "invalid_grant", Some("MP-120"), text);
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn a4_mp_122_a_certificate_of_another_organisation() {
    let sandbox = open().await;
    let theirs = chain(&sandbox, None, known::RECIPIENT.number, Validity::Current).await;
    let answer = post_assertion(&sandbox, &certified(&sandbox, READ, theirs).await).await;
    let text = "Invalid assertion. Client authentication failed. Invalid JWT. Invalid organization number for client. Does not match certificate orgno";
    assert_refused(&answer, 400, "invalid_grant", Some("MP-122"), text);
    sandbox.stop().await;
}

#[tokio::test]
async fn a4_mp_123_x5c_must_be_an_array_of_strings() {
    let sandbox = open().await;
    for bad in [json!("MIIC"), json!([1]), json!([]), json!({"a": "b"})] {
        let answer = post_assertion(&sandbox, &certified(&sandbox, READ, bad).await).await;
        assert_refused(
            &answer,
            400,
            "invalid_grant",
            Some("MP-123"),
            "Invalid assertion. Client authentication failed. Invalid JWT header x5c",
        );
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn a2_consumer_org_gives_the_consumers_token_with_supplier_and_source() {
    let sandbox = open().await;
    for given in [known::RECIPIENT.number.to_owned(), format!("0192:{}", known::RECIPIENT.number)] {
        let token = Assertion::of(&sandbox, "vendor", READ).await.with("consumer_org", given).token(&sandbox).await;
        let claims = claims(&token);
        let organisation = |number: &str| json!({"authority": "iso6523-actorid-upis", "ID": format!("0192:{number}")});
        assert_eq!(claims["consumer"], organisation(known::RECIPIENT.number));
        assert_eq!(claims["supplier"], organisation(known::VENDOR.number));
        assert_eq!(claims["delegation_source"], "https://tt02.altinn.no/");
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn c2_supplier_and_delegation_source_are_kept_in_the_exchange() {
    let sandbox = open().await;
    let token = Assertion::of(&sandbox, "vendor", READ).await.with("consumer_org", known::RECIPIENT.number).token(&sandbox).await;
    let exchanged = claims(&exchange(&sandbox, &token).await.body);
    assert_eq!(exchanged["urn:altinn:orgNumber"], known::RECIPIENT.number);
    assert_eq!(exchanged["supplier"]["ID"], format!("0192:{}", known::VENDOR.number));
    assert_eq!(exchanged["delegation_source"], "https://tt02.altinn.no/");
    sandbox.stop().await;
}

#[tokio::test]
async fn a4_mp_251_a_scope_that_the_consumer_has_not_delegated() {
    let sandbox = open().await;
    let answer =
        Assertion::of(&sandbox, "vendor", "altinn:broker.write").await.with("consumer_org", known::RECIPIENT.number).ask(&sandbox).await;
    let text = format!(
        "Consumer {} has not delegated access to the scope altinn:broker.write to supplier {}.",
        known::RECIPIENT.number,
        known::VENDOR.number
    );
    assert_refused(&answer, 403, "forbidden", Some("MP-251"), &text);
    let ungranted = Assertion::of(&sandbox, "vendor", READ).await.with("consumer_org", known::OUTSIDER.number).ask(&sandbox).await;
    assert_refused(&ungranted, 403, "forbidden", Some("MP-250"), "Consumer has not been granted access to the scope altinn:broker.read.");
    sandbox.stop().await;
}

#[tokio::test]
async fn a2_consumer_org_excludes_the_older_form_and_must_be_a_number() {
    let sandbox = open().await;
    let with = async |value: Value| Assertion::of(&sandbox, "vendor", READ).await.with("consumer_org", value);
    let both = with(json!(known::RECIPIENT.number)).await.with("iss_onbehalfof", "x").ask(&sandbox).await;
    assert_refused(&both, 400, "invalid_request", Some("MP-011"), "Invalid assertion. Invalid parameter value");
    for bad in [json!("31040030"), json!(310_400_300), json!("NO310400300")] {
        assert_refused(&with(bad).await.ask(&sandbox).await, 400, "invalid_request", Some("MP-011"), "Invalid assertion");
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn a2_resource_is_an_array_of_strings_or_one_string() {
    let sandbox = open().await;
    for given in [json!(["https://a.no/", "https://b.no/"]), json!("https://a.no/")] {
        let token = Assertion::of(&sandbox, "sender", READ).await.with("resource", given.clone()).token(&sandbox).await;
        assert_eq!(claims(&token)["aud"], given);
        assert!(claims(&exchange(&sandbox, &token).await.body).get("aud").is_none() || given.as_array().is_some_and(|list| list.len() > 1));
    }
    for bad in [json!([1]), json!(7), json!({"a": "b"})] {
        let answer = Assertion::of(&sandbox, "sender", READ).await.with("resource", bad).ask(&sandbox).await;
        assert_refused(&answer, 400, "invalid_request", Some("MP-011"), "Invalid assertion. Invalid parameter value");
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn a2_systemuser_org_with_or_without_its_prefix() {
    let sandbox = open().await;
    for id in [known::SENDER.number.to_owned(), format!("0192:{}", known::SENDER.number)] {
        let details = json!([{"type": "urn:altinn:systemuser", "systemuser_org": {"authority": "iso6523-actorid-upis", "ID": id}}]);
        let token = Assertion::of(&sandbox, "sender", READ).await.with("authorization_details", details).token(&sandbox).await;
        assert_eq!(claims(&token)["authorization_details"][0]["systemuser_org"]["ID"], format!("0192:{}", known::SENDER.number));
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn a2_a_switch_refuses_the_token_endpoint_as_aud() {
    let sandbox = strict(Strictness { audience: Audience::IssuerOnly, ..Strictness::default() }).await;
    let sound = Assertion::of(&sandbox, "sender", READ).await;
    assert_eq!(sound.ask(&sandbox).await.status, StatusCode::OK);
    let token_url = Assertion::of(&sandbox, "sender", READ).await.with("aud", format!("{}token", sandbox.origin)).ask(&sandbox).await;
    assert_refused(
        &token_url,
        400,
        "invalid_grant",
        Some("MP-110"),
        "Invalid assertion. Client authentication failed. Invalid JWT claim aud",
    );
    sandbox.stop().await;
}

#[tokio::test]
async fn a2_a_switch_refuses_undocumented_claims() {
    let sandbox = strict(Strictness { claims: AssertionClaims::DocumentedOnly, ..Strictness::default() }).await;
    for name in ["nbf", "sub"] {
        let answer = Assertion::of(&sandbox, "sender", READ).await.with(name, 1).ask(&sandbox).await;
        assert_refused(&answer, 400, "invalid_request", Some("MP-011"), "Invalid assertion");
    }
    let documented = Assertion::of(&sandbox, "sender", READ).await.with("resource", "https://a.no/").with("pid", "x");
    assert_eq!(documented.ask(&sandbox).await.status, StatusCode::OK);
    sandbox.stop().await;
}
