//! altinn-orgs.json, the list of service owners that Altinn's content network publishes (platform facts, C.2; examples, EX 9).

use super::{Organisation, Shared, World, reply};
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use serde_json::{Map, Value, json};
use std::sync::Arc;

/// Where the sandbox keeps it; through the proxy it is at the address that everybody knows.
pub(super) const PATH: &str = "/sandbox/altinn-orgs.json";

/// Its route, at the root.
pub fn routes() -> Router<Arc<Shared>> {
    Router::new().route(PATH, get(list))
}

async fn list(State(shared): State<Arc<Shared>>) -> Response {
    let mut orgs = orgs(&*shared.world.lock().await);
    let name = json!({"en": "Test Ministry", "nb": "Testdepartementet", "nn": "Testdepartementet"});
    // Its number is empty there too: no organisation is it.
    orgs.insert("ttd".to_owned(), json!({"name": name, "logo": "", "orgnr": "", "homepage": "", "environments": ["tt02"]}));
    reply::json(StatusCode::OK, &json!({"orgs": orgs}))
}

/// The service owners of this world, by their codes.
pub(super) fn orgs(world: &World) -> Map<String, Value> {
    let row = |organisation: &Organisation| {
        let name = &organisation.name;
        let row = json!({"name": {"en": name, "nb": name, "nn": name}, "logo": "", "orgnr": organisation.number.digits(), "homepage": "",
                         "environments": ["tt02", "production"]});
        Some((organisation.org_code.clone()?, row))
    };
    world.organisations.all.iter().filter_map(row).collect()
}
