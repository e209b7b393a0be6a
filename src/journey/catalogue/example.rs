//! What stands in an explained text for a value that only a real finding has: an example, or words of `explain.ftl`.

use crate::journey::FieldId;
use crate::values::Value;
use jiff::civil::{Date, date};

const SOME_DAY: Date = date(2026, 11, 28);

/// A value that is no finding's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Example {
    Value(Value),
    /// A field by its label.
    Field(FieldId),
}

/// The example of a value by its name in the message of a finding. None where words say it better: they stand in `explain.ftl`.
#[must_use]
pub fn example(finding: &str, name: &str) -> Option<Example> {
    let text = |text: &str| Some(Example::Value(Value::Text(text.to_owned())));
    let list = |items: &[&str]| Some(Example::Value(Value::List(items.iter().map(|item| (*item).to_owned()).collect())));
    let number = |number: i64| Some(Example::Value(Value::Number(number)));
    match (finding, name) {
        (_, "field") => field(finding).map(Example::Field),

        ("endpoint-private" | "endpoint-no-answer" | "endpoint-certificate", "host") => text("hooks.example.no"),
        ("gateway-no-route" | "not-our-host", "host") => text("platform.example.no"),
        ("no-answer-here", "host") => text("127.0.0.1:4711"),
        (_, "host") => text("platform.altinn.no"),
        ("foreign-redirect", "target") => text("login.example.no"),
        (_, "target") => text("keys/of-last-year.pem"),
        (_, "endpoint") => text("https://hooks.example.no/altinn"),
        (_, "proxy") => text("proxy.example.no:3128"),
        ("secret-variable-unset", "variable") => text("KEY_PASSWORD"),
        (_, "variable") => text("HTTPS_PROXY"),
        (_, "offered") => list(&["Negotiate", "NTLM"]),
        (_, "character") => text("#"),
        (_, "encoded") => text("%23"),
        ("proxy-variable-scheme", "scheme") => text("ftp"),
        ("certificates-missing" | "certificates-unreadable" | "certificates-none", "path") => text("company-ca.pem"),
        (_, "path") => text("keys/tt02.pem"),
        (_, "named_by") => text("SSL_CERT_FILE"),
        ("local", "reason") => text("no storage space"),
        ("transfer-failed", "reason") => text("Malware detected"),
        (_, "reason") => text("permission denied"),
        (_, "program") => text("pass"),
        ("exchange-other-environment", "issuer") => text("https://test.maskinporten.no/"),
        (_, "issuer") => text("Example CA"),

        ("secret-command-failed-with", "status") => number(1),
        ("proxy-no-way", "status") => number(502),
        ("service-trouble", "status") => number(503),
        ("resource-ending", "status") => text("Deprecated"),
        (_, "status") => number(403),
        ("clock-far-behind" | "clock-far-ahead", "seconds") => number(90),
        (_, "seconds") => number(8),
        ("key-expires-this-week", "days") => number(5),
        (_, "days") => number(25),
        (_, "all") => number(2),
        (_, "granted" | "found") => number(1),
        (_, "keys") => number(3),
        ("key-too-short", "bits") => number(1024),
        (_, "bits") => number(8192),
        (_, "at" | "asked" | "begins" | "ended" | "ends" | "expired" | "expires" | "posted") => Some(Example::Value(Value::Day(SOME_DAY))),

        ("key-not-rsa", "command") => text("openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out NEW"),
        (_, "command") => text("openssl pkcs8 -topk8 -in OLD -out NEW"),
        ("key-other-encryption", "scheme") => text("DEK-Info"),
        (_, "format") => text("PuTTY"),
        (_, "algorithm") => text("ES256"),
        ("key-kid-differs", "answered") => text("smart-2026-11"),
        (_, "inside") => text("smart-2025-11"),
        (_, "kids") => list(&["smart-2025-11", "smart-2026-11"]),

        ("system-user-other-reference", "reference") => text("customer-41"),
        ("system-user-other-reference", "references") => list(&["customer-42"]),
        ("scopes-old" | "scopes-old-granted", "scope") => text("altinn:authorization:pdp"),
        ("members-may-not-ask", "scope") => text("altinn:resourceregistry/accesslist.write"),
        ("scopes-wanted-not-granted" | "scopes-wanted-missing", "scopes") => list(&["altinn:events.subscribe"]),
        (_, "scopes") => list(&["altinn:broker.write"]),
        (_, "client") => text("7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11"),
        (_, "resource") => text("smart-files"),
        (_, "actions") => list(&["subscribe"]),
        (_, "system") => text("991825827_smart-files"),
        (_, "answered") => text("991825827_invoices"),
        ("resource-wrong-type", "kind") => text("GenericAccessResource"),
        (_, "kind") => text("folder"),
        (_, "transfer") => text("3fa85f64-5717-4562-b3fc-2c963f66afa6"),
        ("system-user-token-other", "party") | (_, "organisation" | "consumer" | "sender") => text("310 456 780"),
        (_, "organisations" | "others") => list(&["310 456 780"]),
        ("resource-not-yours" | "identity-no-org-code" | "certificate-of-other" | "identity-other", "owner") => text("991 825 827"),
        _ => None,
    }
}

/// The field that a finding is about.
fn field(finding: &str) -> Option<FieldId> {
    match finding {
        "key-not-given" | "certificate-key-missing" => Some(FieldId::ClientKey),
        "key-encrypted" | "key-password-wrong" => Some(FieldId::ClientKeyPassword),
        "certificate-not-used" => Some(FieldId::ClientAuth),
        "gateway-key-missing" => Some(FieldId::ApiKey),
        "vendor-approval-untold" => Some(FieldId::VendorApprovedOn),
        "vendor-transfer-untold" => Some(FieldId::VendorTransferSeenOn),
        _ => None,
    }
}
