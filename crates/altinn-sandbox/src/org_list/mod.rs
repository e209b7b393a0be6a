//! altinn-orgs.json, the list of service owners that Altinn's content network publishes (facts platform C.2; facts examples 9).

use crate::http::addresses::ORG_LIST;
use crate::http::reply;
use crate::known;
use crate::shared::Shared;
use crate::world::World;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use serde_json::{Map, Value, json};
use std::sync::Arc;

/// The route at the root.
pub fn routes() -> Router<Arc<Shared>> {
    Router::new().route(ORG_LIST, get(list))
}

async fn list(State(shared): State<Arc<Shared>>) -> Response {
    let world = shared.world.lock().await;
    reply::json(StatusCode::OK, &json!({"orgs": orgs(&world)}))
}

/// The service owners of this world by their codes, with Digdir and the test owner. The test owner's number is empty, as in the
/// real list.
pub(crate) fn orgs(world: &World) -> Map<String, Value> {
    let of_the_world =
        world.organisations.all.iter().filter_map(|found| Some((found.org_code.as_deref()?, found.name.as_str(), found.number.digits())));
    let digdir = known::DIGDIR.code.map(|code| (code, known::DIGDIR.name, known::DIGDIR.number));
    let (test_owner, its_name) = known::TEST_OWNER;
    of_the_world.chain(digdir).chain([(test_owner, its_name, "")]).map(row).collect()
}

fn row((code, name, number): (&str, &str, &str)) -> (String, Value) {
    let environments = if number.is_empty() { json!(["tt02"]) } else { json!(["tt02", "production"]) };
    let name = json!({"en": name, "nb": name, "nn": name});
    (code.to_owned(), json!({"name": name, "logo": "", "orgnr": number, "homepage": "", "environments": environments}))
}
