use super::*;
use crate::journey::Cause;
use crate::services::http::Mask;
use secrecy::SecretString;
use serde_json::json;

fn read(status: u16, body: &str) -> Refusal {
    read_from(Service::Broker, status, body)
}

fn read_from(service: Service, status: u16, body: &str) -> Refusal {
    let mask = Mask::of(Some(&SecretString::from("3f9c8b7a6d5e")));
    Refusal::read(service, status, &[], &OutsideText::new(body, &mask))
}

/// A refusal without a body, with these challenges.
fn challenged(challenges: &[&str]) -> Refusal {
    let challenges: Vec<String> = challenges.iter().map(ToString::to_string).collect();
    Refusal::read(Service::Broker, 401, &challenges, &OutsideText::new("", &Mask::default()))
}

fn says(refusal: &Refusal, words: &str) -> bool {
    refusal.text.as_ref().is_some_and(|text| text.contains(words))
}

fn coded(refusal: &Refusal) -> (Option<&str>, Option<&str>) {
    assert!(refusal.invalid.is_empty(), "{refusal:?}");
    (refusal.code.as_deref(), refusal.text.as_deref())
}

/// The six lines of (facts examples 4), and the older form without `error_uri`.
#[test]
fn maskinporten() {
    let line = |error: &str, description: &str, code: Option<&str>| {
        let mut body = json!({"error": error, "error_description": format!("{description} (trace_id: 5f0c1f7d2b9a4e6c8d3e1a2b3c4d5e6f)")});
        if let Some(code) = code {
            body["error_uri"] = format!("https://test.maskinporten.no/errors/{code}").into();
        }
        read_from(Service::Maskinporten, 400, &body.to_string())
    };
    let failed = "Invalid assertion. Client authentication failed.";
    let scopes = line("invalid_scope", "Token request contains invalid scopes for client, altinn:broker.write", Some("MP-200"));
    assert_eq!(coded(&scopes), (Some("MP-200"), Some("Token request contains invalid scopes for client, altinn:broker.write")));
    assert_eq!(scopes.trace_id.as_deref(), Some("5f0c1f7d2b9a4e6c8d3e1a2b3c4d5e6f"));
    assert_eq!(coded(&line("invalid_grant", &format!("{failed} Expired key."), Some("MP-121"))).0, Some("MP-121"));

    let kid = line("invalid_grant", &format!("{failed} Unknown key identifier (kid) for client."), None);
    assert_eq!(coded(&kid).0, None);
    assert!(says(&kid, "Unknown key identifier (kid)"));
    let no_kid = format!("{failed} Invalid JWT. The client requires pre-registered jwk and no key identifier (kid) provided");
    assert_eq!(coded(&line("invalid_grant", &no_kid, None)).0, None);
    assert_eq!(coded(&line("invalid_grant", "Issue time is after now", None)).0, None);

    // Without `error_uri` they are recognised by their text.
    for (error, description, code) in [
        ("forbidden", "Consumer has not been granted access to the scope altinn:broker.write.", "MP-250"),
        ("forbidden", "Consumer 310100013 has not delegated access to the scope altinn:broker.write to supplier 310100005.", "MP-251"),
        ("invalid_altinn_customer_configuration", "Invalid authorization details values", "MP-303"),
        ("invalid_grant", "Invalid assertion. Client authentication failed. Invalid JWT signature", "MP-124"),
        ("invalid_client", "Invalid assertion. Client authentication failed. Client not found", "MP-100"),
    ] {
        assert_eq!(coded(&line(error, description, None)).0, Some(code), "{description}");
    }
    let older = r#"{"error":"forbidden","error_description":"Consumer has not been granted access to the scope altinn:broker.write. (correlation id: 2f1b9b3e-6f4e-4a10-9d2a-0c5e7b1f3a44)"}"#;
    let older = read_from(Service::Maskinporten, 403, older);
    assert_eq!(coded(&older), (Some("MP-250"), Some("Consumer has not been granted access to the scope altinn:broker.write.")));
    assert_eq!(older.trace_id.as_deref(), Some("2f1b9b3e-6f4e-4a10-9d2a-0c5e7b1f3a44"));
}

/// (facts examples 29; facts platform G)
#[test]
fn the_gateway() {
    let missing = r#"{ "statusCode": 401, "message": "Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API." }"#;
    let invalid = r#"{ "statusCode": 401, "message": "Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription." }"#;
    assert_eq!(read(401, missing).cause, Cause::ApiKeyMissing);
    assert_eq!(read(401, invalid).cause, Cause::ApiKeyUnknown);
    assert_eq!(read(404, r#"{ "statusCode": 404, "message": "Resource not found" }"#).cause, Cause::NoRoute);
    let challenge =
        r#"AzureApiManagementKey realm="https://platform.tt02.altinn.no/authorization",name="Ocp-Apim-Subscription-Key",type="header""#;
    assert_eq!(challenged(&[challenge]).cause, Cause::ApiKeyMissing);
}

/// Authentication and the Resource Registry, in today's form and in the one before it (facts examples 30).
#[test]
fn problems_with_a_code() {
    let today = r#"{"type":"urn:altinn:error:AUTH-00011","title":"The Id does not refer to a Registered System.","status":404,"code":"AUTH-00011","statusDescription":"Not Found","traceId":"00-abc"}"#;
    let before = r#"{"type":"https://tools.ietf.org/html/rfc9110#section-15.5.5","title":"Not Found","status":404,"detail":"The Id does not refer to a Registered System.","code":"AUTH-00011"}"#;
    for body in [today, before] {
        assert_eq!(coded(&read(404, body)), (Some("AUTH-00011"), Some("The Id does not refer to a Registered System.")));
    }
    assert_eq!(read(404, today).trace_id.as_deref(), Some("00-abc"));
    let packages = r#"{"type":"urn:altinn:error:AUTH-00063","title":"One or more accesspackage is not found in the referenced system in the System Register.","status":400,"code":"AUTH-00063","statusDescription":"Bad Request","NotFoundPackages":"urn:altinn:accesspackage:x"}"#;
    assert!(says(&read(400, packages), "NotFoundPackages: urn:altinn:accesspackage:x"));
}

#[test]
fn broker_says_its_trace_twice() {
    let body = r#"{"type":"https://tools.ietf.org/html/rfc9110#section-15.5.2","title":"Unauthorized","status":401,
        "detail":"You must use a bearer token that represents a system user with access to the resource in the Resource Rights Registry",
        "code":"BRO-00006","traceId":"00-abc","statusDescription":"Unauthorized","traceId":"00-abc"}"#;
    let refusal = read(401, body);
    assert_eq!(coded(&refusal).0, Some("BRO-00006"));
    assert!(says(&refusal, "You must use a bearer token"));
    assert_eq!(refusal.trace_id.as_deref(), Some("00-abc"));
}

#[test]
fn validation_of_the_register_in_both_generations() {
    let two = json!({"type": "urn:altinn:error:STD-00000", "title": "One or more validation errors occurred.", "status": 400,
        "code": "STD-00000", "statusDescription": "Bad Request", "validationErrors": [
        {"code": "AUTH.VLD-00002", "title": "The system id already exists", "paths": ["/registersystemrequest/systemid"]},
        {"code": "AUTH.VLD-00003", "title": "One or more resources specified in rights were not found in Altinn's resource register.",
         "paths": ["/registersystemrequest/rights/resource"], "ResourceIds Not Found : ": "acme-broker-tset"}]});
    let refusal = read(400, &two.to_string());
    assert_eq!(refusal.code.as_deref(), Some("AUTH.VLD-00002"));
    let findings = &refusal.invalid;
    assert_eq!(findings[0], ("/registersystemrequest/systemid".to_owned(), "The system id already exists".to_owned()));
    assert!(findings[1].1.ends_with("ResourceIds Not Found: acme-broker-tset"));

    let before = json!({"title": "Bad Request", "status": 400, "detail": "One or more validation errors occurred.", "code": "STD-00000",
        "validationErrors": [{"code": "AUTH.VLD-00002", "detail": "The system id already exists", "paths": ["/registersystemrequest/systemid"]}]});
    assert_eq!(read(400, &before.to_string()).text.as_deref(), Some("The system id already exists"));
}

#[test]
fn problems_of_the_framework() {
    let two = json!({"title": "One or more validation errors occurred.", "status": 400, "traceId": "00-abc", "errors": {
        "$": ["JSON deserialization for type 'X' was missing required properties including: 'systemId', 'partyOrgNo'."],
        "createRequest": ["The createRequest field is required."]}});
    let refusal = read(400, &two.to_string());
    let findings = &refusal.invalid;
    assert_eq!(findings.len(), 2);
    assert_eq!((refusal.code.as_deref(), findings[0].0.as_str()), (None, "$"));
    for (status, title) in
        [(415, "Unsupported Media Type"), (500, "An error occurred while processing your request."), (401, "Unauthorized")]
    {
        let body = json!({"type": "https://tools.ietf.org/html/rfc9110", "title": title, "status": status, "traceId": "00-abc"});
        assert_eq!(coded(&read(status, &body.to_string())), (None, Some(title)));
    }
}

#[test]
fn bare_statuses_strings_and_texts() {
    assert_eq!(read(403, "").cause, Cause::ScopeMissing);
    assert_eq!(read(401, "").cause, Cause::TokenNotTaken);
    assert_eq!(read(404, " \r\n").cause, Cause::Unrecognised);
    let events = read(400, "\"Resource filter is required.\"");
    assert_eq!((events.cause, events.text.as_deref()), (Cause::Unrecognised, Some("Resource filter is required.")));
    let accept = "This endpoint does not support the requested Accept header. Supported Accept headers are: application/json, */*.";
    assert_eq!(read(406, accept).cause, Cause::NotAcceptable);
    assert_eq!(read(404, "Unable to find resource").text.as_deref(), Some("Unable to find resource"));
    assert_eq!(read(500, "null").cause, Cause::Unrecognised);
}

/// Broker sends a challenge for each kind of token it accepts. The one for the token's own kind says that it has expired
/// (facts broker-api 1.2).
#[test]
fn of_two_bearer_challenges_the_one_about_expiry_counts() {
    let issuer = r#"Bearer error="invalid_token", error_description="The issuer 'x' is invalid""#;
    let expired = r#"Bearer error="invalid_token", error_description="The token expired at '11/23/2026 09:00:00'""#;
    let text_of = |challenges: &[&str]| {
        let refusal = challenged(challenges);
        assert_eq!(refusal.cause, Cause::TokenNotTaken);
        refusal.text
    };
    let expiry = Some("The token expired at '11/23/2026 09:00:00'".to_owned());
    assert_eq!(text_of(&[issuer, expired]), expiry);
    assert_eq!(text_of(&[&format!("{issuer}, {expired}")]), expiry);
    assert_eq!(text_of(&["Bearer", "Bearer"]), None);
}

#[test]
fn an_echoed_secret_is_masked_wherever_it_stands() {
    let body = json!({"title": "t", "code": "X-1", "errors": {"key": ["3f9c8b7a6d5e is wrong"]}, "detail": "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln"});
    let shown = format!("{:?}", read(400, &body.to_string()));
    assert!(!shown.contains("3f9c8b7a6d5e") && !shown.contains("eyJ"), "{shown}");
}

/// Maskinporten refuses a time that is more than 10 s off (facts platform A.2).
#[test]
fn the_date_of_a_refusal_tells_whether_our_clock_can_be_why() {
    let late = || read_from(Service::Maskinporten, 400, r#"{"error":"invalid_grant","error_description":"JWT is expired (trace_id: a)"}"#);
    for (offset, meant) in [
        (Some(900), Cause::ClientTimeDisputed),
        (Some(-5_000), Cause::ClientTimeDisputed),
        (Some(11_000), Cause::ClientClock),
        (None, Cause::ClientClock),
    ] {
        assert_eq!(late().dated(offset).cause, meant, "{offset:?}");
    }
    assert_eq!(read(401, "").dated(Some(0)).cause, Cause::TokenNotTaken);
}
