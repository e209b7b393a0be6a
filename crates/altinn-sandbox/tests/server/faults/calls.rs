//! Calls that faults strike, and their unchecked answers.

use crate::support::{Answer, client};
use altinn_sandbox::Sandbox;
use altinn_sandbox::faults::{Fault, Service};
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};
use std::sync::LazyLock;

/// A call of a service without a token; the service may refuse it for that.
pub fn any_call(service: Service) -> (Method, String) {
    let path = match service {
        Service::Maskinporten => "/.well-known/oauth-authorization-server",
        Service::Exchange => "/authentication/api/v1/openid/.well-known/openid-configuration",
        Service::Systems => "/authentication/api/v1/systemregister/vendor",
        Service::Registry => "/resourceregistry/api/v1/resource/orgs",
        Service::Broker => "/broker/api/v1/filetransfer",
        Service::Events => "/events/api/v1/subscriptions",
        Service::SelfService => "/api/v1/scopes/all",
        Service::Any | Service::Approval => unreachable!("no service of its own"),
    };
    (Method::GET, path.to_owned())
}

/// Calls that a fault strikes: one for each of its patterns, or without patterns one for each service.
pub fn struck(fault: &'static Fault) -> Vec<(Service, Method, String)> {
    let called = |call: (Method, String)| (Service::of(&call.1).expect("a service's address"), call.0, call.1);
    if !fault.calls.is_empty() {
        let method = |name: &str| Method::from_bytes(name.as_bytes()).unwrap();
        return fault.calls.iter().map(|call| called((method(call.example().0), call.example().1))).collect();
    }
    let services: Vec<Service> = if fault.services.contains(&Service::Any) { Service::ANSWERING.to_vec() } else { fault.services.clone() };
    services.into_iter().map(|service| called(any_call(service))).collect()
}

/// A request that follows no redirect, because a fault's redirect would lead to another host. It has a body where the service
/// repeats part of it.
pub fn request(sandbox: &Sandbox, method: &Method, path: &str) -> RequestBuilder {
    static CLIENT: LazyLock<reqwest::Client> = LazyLock::new(|| {
        let builder = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none());
        // Each test has its own runtime, so connections must not be shared between tests.
        builder.pool_max_idle_per_host(0).build().unwrap()
    });
    let request = CLIENT.request(method.clone(), sandbox.origin.join(path).unwrap());
    if *method == Method::POST || *method == Method::PUT { request.json(&sent(path)) } else { request }
}

/// The body for a path.
pub fn sent(path: &str) -> Value {
    if path.contains("/systemregister/") {
        json!({"id": "310100005_x"})
    } else {
        json!({"identifier": "acme-x", "resourceFilter": "urn:a:b"})
    }
}

/// The answer without a comparison with the published documents, because faults may differ from them.
pub async fn seen(request: RequestBuilder) -> Answer {
    Answer::unjudged(request).await
}

/// Changes the faults over HTTP, as any program would.
pub async fn post(sandbox: &Sandbox, body: &Value) -> Answer {
    seen(client().post(sandbox.origin.join("sandbox/faults").unwrap()).json(body)).await
}

/// Sets a fault for one call.
pub async fn set_once(sandbox: &Sandbox, name: &str) {
    let answer = post(sandbox, &json!({"set": format!("{name}:1")})).await;
    assert_eq!((answer.status.as_u16(), &answer.json()["faults"][0]["times"]), (200, &json!(1)), "{name}: {}", answer.body);
}

pub async fn current(sandbox: &Sandbox) -> Value {
    seen(client().get(sandbox.origin.join("sandbox/faults").unwrap())).await.json()["faults"].clone()
}
