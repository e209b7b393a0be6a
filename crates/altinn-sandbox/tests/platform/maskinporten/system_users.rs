//! Facts platform A.2 and A.4: a token for a system user.

use super::*;
use std::time::Duration;

/// The `authorization_details` for the sender's system user.
fn detail() -> Value {
    let org = json!({"authority": "iso6523-actorid-upis", "ID": format!("0192:{}", known::SENDER.number)});
    json!({"type": "urn:altinn:systemuser", "systemuser_org": org})
}

/// Facts platform A.4.
#[tokio::test]
async fn mp_301_authorization_details_of_another_type() {
    let sandbox = open().await;
    let mut typo = detail();
    typo["type"] = json!("urn:altinn:systemusr");
    let assertion = sound(&sandbox).await.with("authorization_details", json!([typo]));
    let text = "Unknown authorization details type";
    assertion.refused(&sandbox, "invalid_authorization_details", Some("MP-301"), text).await;
}

/// Facts platform A.4.
#[tokio::test]
async fn mp_302_authorization_details_with_other_members() {
    let sandbox = open().await;
    let mut more = detail();
    more["externalReference"] = json!("x");
    let mut misspelt = detail();
    misspelt["systemuser_org"] = json!({"authority": "iso6523-actorid-upis", "id": "0192:310400203"});
    for detail in [more, misspelt] {
        let assertion = sound(&sandbox).await.with("authorization_details", json!([detail]));
        let text = "Unknown fields in the authorization details";
        assertion.refused(&sandbox, "invalid_authorization_details", Some("MP-302"), text).await;
    }
}

/// Facts platform A.2.
#[tokio::test]
async fn mp_011_several_authorization_details() {
    let sandbox = open().await;
    let several = sound(&sandbox).await.with("authorization_details", json!([detail(), detail()]));
    several.refused(&sandbox, "invalid_request", Some("MP-011"), "Invalid parameter value").await;
}

/// Facts platform A.4.
#[tokio::test]
async fn mp_303_no_such_system_user() {
    let sandbox = open().await;
    let error = "invalid_altinn_customer_configuration";
    for (client_name, party, reference) in [
        ("off-system", known::SENDER.number, None),
        ("sender", known::RECIPIENT.number, None),
        ("sender", known::SENDER.number, Some("no-such-reference")),
        ("sender", known::SENDER.number, Some(known::HALF_DONE)),
        ("sender", known::SENDER.number, Some("rejected")),
    ] {
        let assertion = Assertion::of(&sandbox, client_name, WRITE).await.acting_for(party, reference);
        assertion.refused(&sandbox, error, Some("MP-303"), "Invalid authorization details values").await;
    }
    sandbox.stop().await;
}

/// Facts platform A.2.
#[tokio::test]
async fn a_system_user_is_found_by_client_vendor_party_and_reference() {
    let sandbox = open().await;
    let vendors_token_for_sender = ("vendor", known::SENDER.number, None, known::VENDOR_SYSTEM, known::VENDOR.number);
    let own = ("sender", known::SENDER.number, None, known::SENDER_SYSTEM, known::SENDER.number);
    let with_its_number = ("sender", known::SENDER.number, Some(known::SENDER.number), known::SENDER_SYSTEM, known::SENDER.number);
    for (client_name, party, reference, system, consumer) in [own, with_its_number, vendors_token_for_sender] {
        let token = Assertion::of(&sandbox, client_name, WRITE).await.acting_for(party, reference).token(&sandbox).await;
        let claims = claims(&token);
        let detail = &claims["authorization_details"][0];
        assert_eq!(detail["type"], "urn:altinn:systemuser");
        assert!(detail["systemuser_id"][0].is_string());
        assert_eq!(detail["systemuser_org"], json!({"authority": "iso6523-actorid-upis", "ID": format!("0192:{party}")}));
        assert_eq!(detail["system_id"], system);
        assert_eq!(detail.get("externalRef").and_then(Value::as_str), reference);
        assert_eq!(claims["consumer"]["ID"], format!("0192:{consumer}"), "the client's owner");

        let exchanged = crate::support::claims(&crate::support::exchange(&sandbox, &token).await.body);
        assert_eq!(exchanged["authorization_details"], *detail, "one element becomes an object (C.2)");
    }
    let bare =
        json!([{"type": "urn:altinn:systemuser", "systemuser_org": {"authority": "iso6523-actorid-upis", "ID": known::SENDER.number}}]);
    let assertion = sound(&sandbox).await.with("authorization_details", bare);
    assert_eq!(assertion.ask(&sandbox).await.status, StatusCode::OK, "some of Broker's own files leave the prefix out");
    sandbox.stop().await;
}

/// Facts platform D.2.
#[tokio::test]
async fn the_approver_acts_once_somebody_asks_and_the_system_user_works_at_once() {
    let options = Options { gateway: Gateway::Open, people: People::Instant, ..Options::default() };
    let sandbox = crate::support::started(options).await;
    let ask = || async { sound(&sandbox).await.acting_for(known::SENDER.number, Some(known::HALF_DONE)).ask(&sandbox).await };
    assert_eq!(refused(&sandbox, &ask().await).1.as_deref(), Some("MP-303"), "it waits until somebody asks");
    let approved = async { while ask().await.status != StatusCode::OK {} };
    tokio::time::timeout(Duration::from_secs(20), approved).await.expect("approved");
    sandbox.stop().await;
}

/// Facts platform A.2.
#[tokio::test]
async fn systemuser_org_with_or_without_its_prefix() {
    let sandbox = open().await;
    for id in [known::SENDER.number.to_owned(), format!("0192:{}", known::SENDER.number)] {
        let details = json!([{"type": "urn:altinn:systemuser", "systemuser_org": {"authority": "iso6523-actorid-upis", "ID": id}}]);
        let token = Assertion::of(&sandbox, "sender", READ).await.with("authorization_details", details).token(&sandbox).await;
        assert_eq!(claims(&token)["authorization_details"][0]["systemuser_org"]["ID"], format!("0192:{}", known::SENDER.number));
    }
    sandbox.stop().await;
}
