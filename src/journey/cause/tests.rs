use super::*;
use crate::journey::Message;

fn cause(service: Service, status: u16, code: Option<&str>, text: Option<&str>) -> Cause {
    Cause::of(&Said { service, status, code, error: None, text }).0
}

/// Each text of the documentation, with its code and in the older form without one (facts platform A.4).
#[test]
fn maskinporten_is_understood_with_and_without_a_code() {
    let failed = "Invalid assertion. Client authentication failed.";
    let documented = [
        ("MP-011", "Invalid assertion. Invalid parameter value", Cause::RequestUnreadable),
        ("MP-012", "Grant is used before", Cause::ClientReplay),
        ("MP-100", "Client not found", Cause::ClientUnknown),
        ("MP-110", "Invalid JWT claim aud", Cause::ClientAudience),
        ("MP-120", "The JWT is signed with an invalid certificate.", Cause::ClientCertificate),
        ("MP-121", "Expired key.", Cause::ClientKeyExpired),
        ("MP-122", "Invalid organization number for client. Does not match certificate orgno", Cause::ClientCertificateOwner),
        ("MP-123", "Invalid JWT header x5c", Cause::ClientCertificate),
        ("MP-124", "Invalid JWT signature", Cause::ClientWrongKey),
        ("MP-130", "JWT is expired", Cause::ClientClock),
        ("MP-200", "Token request contains invalid scopes for client, altinn:broker.write", Cause::ScopeNotOnClient),
        ("MP-201", "Token request contains scopes not allowed for maskinporten", Cause::ScopeNotForMaskinporten),
        ("MP-250", "Consumer has not been granted access to the scope altinn:broker.write.", Cause::ScopeNotGranted),
        ("MP-251", "Consumer 1 has not delegated access to the scope altinn:broker.write to supplier 2.", Cause::ScopeNotDelegated),
        ("MP-301", "Unknown authorization details type", Cause::AuthorizationDetails),
        ("MP-302", "Unknown fields in the authorization details", Cause::AuthorizationDetails),
        ("MP-303", "Invalid authorization details values", Cause::NoSystemUser),
    ];
    for (code, text, meant) in documented {
        let text = format!("{failed} {text} (trace_id: 00)");
        assert_eq!(cause(Service::Maskinporten, 400, Some(code), None), meant, "{code}");
        assert_eq!(cause(Service::Maskinporten, 400, Some(code), Some(&text)), meant, "{code}");
        let said = Said { service: Service::Maskinporten, status: 400, code: None, error: None, text: Some(&text) };
        assert_eq!(Cause::of(&said), (meant, Some(code)), "{text}");
    }
    for (text, meant) in [
        ("Unknown key identifier (kid) for client.", Cause::ClientUnknownKid),
        ("Invalid JWT. The client requires pre-registered jwk and no key identifier (kid) provided", Cause::ClientNoKid),
        ("Issue time is after now", Cause::ClientClock),
        ("The combination consumer_org in claim and delegation scope on client is invalid", Cause::Unrecognised),
    ] {
        assert_eq!(cause(Service::Maskinporten, 400, None, Some(&format!("{failed} {text}"))), meant, "{text}");
    }
    let error = Some("invalid_altinn_customer_configuration");
    let said = Said { service: Service::Maskinporten, status: 400, code: None, error, text: Some("") };
    assert_eq!(Cause::of(&said), (Cause::NoSystemUser, Some("MP-303")));
}

/// The statuses of the API for clients (facts platform B.2).
#[test]
fn the_api_for_clients_is_understood_by_its_statuses() {
    for (status, meant) in [(401, Cause::AdminTokenNotTaken), (403, Cause::AdminScopeMissing), (404, Cause::AdminClientUnknown)] {
        assert_eq!(cause(Service::Admin, status, None, Some("Not here")), meant, "{status}");
        assert_eq!(cause(Service::Admin, status, None, Some("anything")), meant, "{status}");
    }
}

/// Each code with Broker's status and text for it (facts broker-api 4.2).
#[test]
fn broker_is_understood_by_its_codes() {
    let facts: serde_json::Value = serde_json::from_str(include_str!("../../../docs/facts/broker-errors.json")).unwrap_or_default();
    let errors = facts["errors"].as_array().cloned().unwrap_or_default();
    for error in &errors {
        let (code, detail) = (error["code"].as_str().unwrap_or_default(), error["detail"].as_str());
        let status = error["status"].as_u64().and_then(|status| u16::try_from(status).ok()).unwrap_or_default();
        assert_ne!(cause(Service::Broker, status, Some(code), detail), Cause::Unrecognised, "{code}");
    }
    for (cause, sign) in SIGNS.iter().filter(|(_, sign)| sign.service == Some(Service::Broker)) {
        assert!(sign.code.is_none_or(|code| errors.iter().any(|error| error["code"] == code)), "{cause} has a code that is not Broker's");
    }
    let meant = [
        ("BRO-00001", Cause::TransferUnknown),
        ("BRO-00006", Cause::NoAccess),
        ("BRO-00015", Cause::LimitRefused),
        ("BRO-00022", Cause::LimitNeedsAltinn),
        ("BRO-00024", Cause::ServiceOwnerNotSetUp),
        ("BRO-00025", Cause::ResourceNotSetUp),
        ("BRO-00028", Cause::RecipientNotOnList),
        ("BRO-07001", Cause::CallerNotTold),
    ];
    for (code, meant) in meant {
        assert_eq!(cause(Service::Broker, 400, Some(code), None), meant, "{code}");
    }
}

/// Every code of the facts has a cause (facts platform D.1, D.3).
#[test]
fn the_system_register_is_understood_by_its_codes() {
    let facts = include_str!("../../../docs/facts/platform.md");
    let (_, register) = facts.split_once("| VLD | Title").unwrap_or_default();
    let (register, rest) = register.split_once("\n\n").unwrap_or_default();
    let (_, codes) = rest.split_once("### D.3").unwrap_or_default();
    let (codes, _) = codes.split_once("\n---").unwrap_or_default();
    let first = |line: &'static str| line.split('|').nth(1).map(|cell| cell.trim().to_owned()).unwrap_or_default();
    let numbers = |cell: &str| {
        cell.split(['/', '–', ' ']).filter(|part| part.chars().all(|c| c.is_ascii_digit())).map(str::to_owned).collect::<Vec<_>>()
    };
    let mut seen = 0;
    for line in register.lines().filter(|line| line.starts_with("| 0")) {
        for number in numbers(&first(line)).into_iter().filter(|number| number.len() == 5) {
            let code = format!("AUTH.VLD-{number}");
            assert_ne!(cause(Service::Systems, 400, Some(&code), Some("")), Cause::Unrecognised, "{code}");
            seen += 1;
        }
    }
    for line in codes.lines().filter(|line| line.starts_with("| AUTH-")) {
        for number in numbers(first(line).trim_start_matches("AUTH-")).into_iter().filter(|number| !number.is_empty()) {
            let code = format!("AUTH-{number:0>5}");
            assert_ne!(cause(Service::Systems, 400, Some(&code), Some("")), Cause::Unrecognised, "{code}");
            seen += 1;
        }
    }
    assert!(seen > 50, "{seen} codes of the facts");
    let said = |status, text| cause(Service::Systems, status, None, Some(text));
    assert_eq!(said(409, "The System already exist: 991825827_files"), Cause::SystemIdUsed);
    assert_eq!(said(404, "System with ID '991825827_files' not found."), Cause::SystemUnknown);
    assert_eq!(said(400, "Cannot update a system marked as deleted."), Cause::SystemDeletedBefore);
}

#[test]
fn a_code_counts_from_its_own_service_only() {
    assert_eq!(cause(Service::Broker, 401, Some("BRO-00006"), Some("You must use …")), Cause::NoAccess);
    assert_eq!(cause(Service::Events, 401, Some("BRO-00006"), Some("You must use …")), Cause::Unrecognised);
    assert_eq!(cause(Service::Broker, 400, Some("MP-100"), Some("Client not found")), Cause::Unrecognised);
}

/// The texts come in the order of Events' own checks (facts platform F.1).
#[test]
fn events_names_the_endpoint_the_filter_or_the_policy() {
    let said = |status, text| cause(Service::Events, status, None, text);
    assert_eq!(said(400, Some("Missing or invalid endpoint to push events towards")), Cause::EndpointNotTaken);
    assert_eq!(said(400, Some("Resource filter must be a valid urn")), Cause::FilterRefused);
    assert_eq!(said(403, Some("Not authorized to create a subscription for resource x.")), Cause::SubscribeNotAllowed);
    assert_eq!(said(403, None), Cause::ScopeMissing);
}

#[test]
fn a_bare_status_means_the_same_from_every_service_but_the_exchange_and_the_gateway() {
    assert_eq!(cause(Service::Broker, 401, None, None), Cause::TokenNotTaken);
    assert_eq!(cause(Service::Broker, 401, None, Some("Unauthorized")), Cause::Unrecognised);
    assert_eq!(cause(Service::Systems, 403, None, None), Cause::ScopeMissing);
    assert_eq!(cause(Service::Exchange, 401, None, None), Cause::ExchangeRefused);
    assert_eq!(cause(Service::Exchange, 401, None, Some("Unauthorized")), Cause::ExchangeRefused);
    assert_eq!(cause(Service::Gateway, 401, None, None), Cause::ApiKeyMissing);
    assert_eq!(cause(Service::Broker, 406, None, Some("Supported Accept headers are: …")), Cause::NotAcceptable);
    assert_eq!(cause(Service::Broker, 415, None, None), Cause::BodyNotTaken);
    assert_eq!(cause(Service::Exchange, 410, None, Some("Virksomhetsbruker is no longer available")), Cause::EnterpriseUserGone);
    assert_eq!(cause(Service::Exchange, 400, None, Some("Invalid token provider: x. Trusted …")), Cause::ExchangeAddress);
    let registry = |text| cause(Service::ResourceRegistry, 400, None, Some(text));
    assert_eq!(registry("Policy not accepted: Contains rules for a different registry resource"), Cause::PolicyRefused);
    assert_eq!(registry("The policy file can not be null"), Cause::PolicyRefused);
}

#[test]
fn every_cause_has_a_sign_and_a_name_that_no_finding_has() {
    for cause in Cause::ALL {
        // The one is no cause, the other is told from its neighbour by the refusal's date.
        let is_signed = !matches!(cause, Cause::Unrecognised | Cause::ClientTimeDisputed);
        assert_eq!(!is_signed, SIGNS.iter().all(|(signed, _)| signed != cause), "{cause}");
        assert!(Message::ALL.iter().all(|(id, _)| *id != cause.name()), "{cause}");
        assert!(cause.link().is_none_or(|link| link.starts_with("https://")), "{cause}");
    }
}

#[test]
fn a_cause_that_a_newer_version_wrote_is_read_as_unrecognised() {
    assert_eq!(serde_json::from_str::<Cause>("\"of-tomorrow\"").ok(), Some(Cause::Unrecognised));
    assert_eq!(serde_json::from_str::<Cause>("\"no-access\"").ok(), Some(Cause::NoAccess));
}
