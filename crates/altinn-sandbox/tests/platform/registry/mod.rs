//! Facts platform E: the Resource Registry and the decision point.

mod access_lists;
mod decision_caches;
mod decisions;
mod policies;
mod publishing;
mod reading;

use crate::support::*;

const RESOURCES: &str = "resourceregistry/api/v1/resource";

pub(super) async fn owner(sandbox: &Sandbox) -> Caller<'_> {
    Caller::organisation(sandbox, "service-owner", "altinn:resourceregistry/resource.write").await
}

pub(super) fn resource(id: &str) -> Value {
    let three = json!({"en": "a", "nb": "b", "nn": "c"});
    json!({"identifier": id, "title": three, "description": three, "rightDescription": three, "resourceType": "BrokerService",
           "contactPoints": [], "hasCompetentAuthority": {"name": three, "organization": known::SERVICE_OWNER.number, "orgcode": "prov"}})
}

fn with(member: &str, value: Value) -> Value {
    let mut body = resource("nytt-eksempel");
    body[member] = value;
    body
}

pub(super) async fn upload(calls: &Caller<'_>, target: &str, part: &str, file: &str) -> Answer {
    let body = format!("--b\r\nContent-Disposition: form-data; name=\"{part}\"; filename=\"policy.xml\"\r\n\r\n{file}\r\n--b--\r\n");
    let request = calls.request(Method::POST, format!("{RESOURCES}/{target}/policy"));
    Answer::of(request.header("Content-Type", "multipart/form-data; boundary=b").body(body)).await
}
