//! A vendor whose system has a right and packages, and the bodies of its requests.

use super::*;
use altinn_sandbox::systems;

pub const OWN_PACKAGE: &str = "urn:altinn:accesspackage:skatt-naering";
pub const CLIENT_PACKAGE: &str = "urn:altinn:accesspackage:regnskapsforer-lonn";

pub fn package(urn: &str) -> Value {
    json!([{"urn": urn}])
}

pub fn system() -> String {
    format!("{}_pakker", known::SENDER.number)
}

/// The sender as a vendor, with a system that has a right, both kinds of packages, and redirect addresses.
pub async fn vendor(sandbox: &Sandbox) -> Caller<'_> {
    let vendor = Caller::organisation(sandbox, "sender", ALL).await;
    let body = json!({"id": system(), "vendor": {"ID": format!("0192:{}", known::SENDER.number)}, "name": {"en": "a", "nb": "Pakker", "nn": "c"},
                      "description": {}, "rights": [right(known::RESOURCE)], "isVisible": false,
                      "accessPackages": [{"urn": OWN_PACKAGE}, {"urn": CLIENT_PACKAGE}], "allowedRedirectUrls": ["https://vendor.example.no/altinn"]});
    vendor.post(REGISTER).json(&body).await.is(200);
    vendor
}

pub fn request_with(member: &str, value: Value) -> Value {
    let mut body =
        json!({"systemId": system(), "partyOrgNo": known::RECIPIENT.number, "externalRef": "kunde-42", "rights": [right(known::RESOURCE)]});
    body[member] = value;
    body
}

pub async fn approve(sandbox: &Sandbox, id: &Value) {
    let mut world = sandbox.shared().world.lock().await;
    systems::try_approve(&mut world, id.as_str().unwrap().parse().unwrap()).expect("approved");
}
