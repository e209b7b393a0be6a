//! Facts platform A.2 to A.4: a supplier's token for the consumer that delegated a scope to it.

use super::*;

/// Facts platform A.2.
#[tokio::test]
async fn consumer_org_gives_the_consumers_token_with_supplier_and_source() {
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

/// Facts platform C.2.
#[tokio::test]
async fn supplier_and_delegation_source_are_kept_in_the_exchange() {
    let sandbox = open().await;
    let token = Assertion::of(&sandbox, "vendor", READ).await.with("consumer_org", known::RECIPIENT.number).token(&sandbox).await;
    let exchanged = claims(&exchange(&sandbox, &token).await.body);
    assert_eq!(exchanged["urn:altinn:orgNumber"], known::RECIPIENT.number);
    assert_eq!(exchanged["supplier"]["ID"], format!("0192:{}", known::VENDOR.number));
    assert_eq!(exchanged["delegation_source"], "https://tt02.altinn.no/");
    sandbox.stop().await;
}

/// Facts platform A.4.
#[tokio::test]
async fn mp_251_a_scope_that_the_consumer_has_not_delegated() {
    let sandbox = open().await;
    let answer =
        Assertion::of(&sandbox, "vendor", "altinn:broker.write").await.with("consumer_org", known::RECIPIENT.number).ask(&sandbox).await;
    let text = format!(
        "Consumer {} has not delegated access to the scope altinn:broker.write to supplier {}.",
        known::RECIPIENT.number,
        known::VENDOR.number
    );
    answer.refused(403, "forbidden", Some("MP-251"), &text);
    Assertion::of(&sandbox, "vendor", READ).await.with("consumer_org", known::OUTSIDER.number).ask(&sandbox).await.refused(
        403,
        "forbidden",
        Some("MP-250"),
        "Consumer has not been granted access to the scope altinn:broker.read.",
    );
    sandbox.stop().await;
}

/// Facts platform A.2.
#[tokio::test]
async fn consumer_org_excludes_the_older_form_and_must_be_a_number() {
    let sandbox = open().await;
    let with = async |value: Value| Assertion::of(&sandbox, "vendor", READ).await.with("consumer_org", value);
    with(json!(known::RECIPIENT.number)).await.with("iss_onbehalfof", "x").ask(&sandbox).await.refused(
        400,
        "invalid_request",
        Some("MP-011"),
        "Invalid assertion. Invalid parameter value",
    );
    for bad in [json!("31040030"), json!(310_400_300), json!("NO310400300")] {
        with(bad).await.ask(&sandbox).await.refused(400, "invalid_request", Some("MP-011"), "Invalid assertion");
    }
    sandbox.stop().await;
}

/// Facts platform A.4.
#[tokio::test]
async fn consumer_org_own_and_others() {
    let sandbox = open().await;
    let own = sound(&sandbox).await.with("consumer_org", known::SENDER.number);
    own.refused(&sandbox, "invalid_request", None, "The combination consumer_org in claim and delegation scope").await;
    let other = sound(&sandbox).await.with("consumer_org", known::RECIPIENT.number);
    let text =
        format!("Consumer {} has not delegated access to the scope {WRITE} to supplier {}.", known::RECIPIENT.number, known::SENDER.number);
    other.refused(&sandbox, "forbidden", Some("MP-251"), &text).await;
    sandbox.stop().await;
}
