//! `GET` and `POST /sandbox/faults`: reads and changes the faults while the sandbox runs.

use super::document;
use super::setting::{Setting, SettingRefused};
use crate::http::reply;
use crate::pages::guard;
use crate::shared::Shared;
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use serde_json::{Value, json};
use std::sync::Arc;

/// The routes at the root.
pub fn routes() -> Router<Arc<Shared>> {
    Router::new().route("/sandbox/faults", get(current).post(change)).route("/sandbox/faults/list", get(list))
}

const ALL: &str = "all";

/// The body of `POST`. Faults are cleared before others are set.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct FaultRequest {
    clear: Names,
    set: Names,
}

/// One name, several, or `"all"`.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Names {
    One(String),
    Several(Vec<String>),
}

impl Default for Names {
    fn default() -> Self {
        Self::Several(Vec::new())
    }
}

impl Names {
    fn each(&self) -> Vec<&str> {
        match self {
            Self::One(name) => vec![name],
            Self::Several(names) => names.iter().map(String::as_str).collect(),
        }
    }
}

async fn current(State(shared): State<Arc<Shared>>) -> Response {
    listed(&shared)
}

async fn list() -> Response {
    reply::json(StatusCode::OK, &document())
}

fn listed(shared: &Shared) -> Response {
    reply::json(StatusCode::OK, &json!({"faults": shared.faults.json()}))
}

/// Applies the whole change or, if a name is unknown, none of it.
async fn change(State(shared): State<Arc<Shared>>, headers: HeaderMap, body: Body) -> Response {
    let expected = json!({"set": ["NAME[@SERVICE][=VALUE][:TIMES]"], "clear": ["NAME"]});
    let change: FaultRequest = match guard::asked(&headers, body, &expected).await {
        Ok(change) => change,
        Err(refused) => return refused,
    };
    let settings: Result<Vec<Setting>, SettingRefused> = change.set.each().into_iter().map(str::parse).collect();
    let settings = match settings {
        Ok(settings) => settings,
        Err(refused) => return reply::json(StatusCode::BAD_REQUEST, &refusal(&refused)),
    };
    if let Some(name) = change.clear.each().into_iter().find(|name| *name != ALL && super::find(name).is_none()) {
        let unknown = SettingRefused::Unknown { name: name.to_owned(), near: super::near(name) };
        return reply::json(StatusCode::BAD_REQUEST, &refusal(&unknown));
    }
    for name in change.clear.each() {
        if name == ALL {
            shared.faults.clear_all();
        } else {
            shared.faults.clear(name);
        }
    }
    for setting in settings {
        shared.faults.set(setting);
    }
    listed(&shared)
}

fn refusal(refused: &SettingRefused) -> Value {
    match refused {
        SettingRefused::Unknown { name, near } => json!({"error": "unknown-fault", "name": name, "near": near}),
        SettingRefused::Service { name, service } => json!({"error": "unknown-service", "name": name, "service": service}),
        SettingRefused::Value { name, value } => json!({"error": "bad-value", "name": name, "value": value}),
        SettingRefused::Times { times } => json!({"error": "bad-times", "times": times}),
    }
}
