//! Facts platform D: the system register, requests for system users, and system users.

mod agents;
mod approval;
mod changes;
mod reading;
mod register;
mod register_findings;
mod registering;
mod request_refusals;
mod requests;
mod vendor;

use crate::support::*;

const REGISTER: &str = "authentication/api/v1/systemregister/vendor";
const REQUEST: &str = "authentication/api/v1/systemuser/request/vendor";
const CHANGE: &str = "authentication/api/v1/systemuser/changerequest/vendor";
const USERS: &str = "authentication/api/v1/systemuser/vendor";
const ALL: &str = "altinn:authentication/systemregister.write altinn:authentication/systemuser.request.write altinn:authentication/systemuser.request.read";

fn right(resource: &str) -> Value {
    json!({"resource": [{"id": "urn:altinn:resource", "value": resource}]})
}

const WRITE: &str = "altinn:authentication/systemregister.write";

async fn sender(sandbox: &Sandbox) -> Caller<'_> {
    Caller::organisation(sandbox, "sender", ALL).await
}

fn request(reference: &str) -> Value {
    json!({"externalRef": reference, "systemId": known::SENDER_SYSTEM, "partyOrgNo": known::VENDOR.number, "rights": [right(known::RESOURCE)]})
}
