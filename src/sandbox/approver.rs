//! The page where a person at the customer answers a system-user request: what `confirmUrl` leads to.

use super::systems::{self, RequestStatus};
use super::{Shared, World, reply};
use axum::Router;
use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;
use url::form_urlencoded;
use uuid::Uuid;

const PAGE: &str = include_str!("../../assets/sandbox/approve.html");
const HTML: &str = "text/html; charset=utf-8";
const BUTTONS: &str =
    r#"<form method="post"><button name="answer" value="yes">Approve</button><button name="answer" value="no">Reject</button></form>"#;

/// Its route, at the root.
pub fn routes() -> Router<Arc<Shared>> {
    Router::new().route("/sandbox/approve", get(show).post(answer))
}

/// `?id=`.
#[derive(Debug, Deserialize)]
struct Asked {
    id: Uuid,
}

async fn show(State(shared): State<Arc<Shared>>, Query(asked): Query<Asked>) -> Response {
    let world = shared.world.lock().await;
    page(&world, asked.id, "")
}

/// The approver's answer; what the service refuses is shown as its page would show it.
async fn answer(State(shared): State<Arc<Shared>>, Query(asked): Query<Asked>, body: Bytes) -> Response {
    let said = form_urlencoded::parse(&body).find(|(name, _)| name == "answer").map(|(_, value)| value.into_owned());
    let mut world = shared.world.lock().await;
    let outcome = match said.as_deref() {
        Some("yes") => systems::try_approve(&mut world, asked.id),
        Some("no") => systems::reject(&mut world, asked.id),
        _ => return reply::empty(StatusCode::BAD_REQUEST),
    };
    if let Err(refused) = outcome {
        return page(&world, asked.id, &format!("<p><strong>{}</strong> {}</p>", refused.code(), escaped(refused.title())));
    }
    match shared.save(&world).await {
        Ok(()) => page(&world, asked.id, ""),
        Err(cause) => reply::broken(&cause),
    }
}

fn page(world: &World, id: Uuid, note: &str) -> Response {
    let Some(request) = world.systems.request(id) else { return reply::empty(StatusCode::NOT_FOUND) };
    let name = request.party.parse().ok().and_then(|number| world.organisations.by_number(&number)).map(|found| found.name.as_str());
    let rights: Vec<&str> = request.rights.iter().flat_map(|right| &right.resource).map(|resource| resource.value.as_str()).collect();
    let status = match request.status {
        RequestStatus::New if request.timed_out() => "timed out",
        RequestStatus::New => "waiting for an answer",
        RequestStatus::Accepted => "approved",
        RequestStatus::Rejected => "rejected",
    };
    let buttons = if request.status == RequestStatus::New { BUTTONS } else { "" };
    let filled = [
        ("{title}", escaped(&request.integration_title)),
        ("{party}", escaped(&format!("{} {}", request.party, name.unwrap_or_default()))),
        ("{system}", escaped(&request.system_id)),
        ("{reference}", escaped(&request.external_ref)),
        ("{rights}", escaped(&rights.join(", "))),
        ("{status}", status.to_owned()),
        ("{answer}", format!("{note}{buttons}")),
    ];
    let html: String = PAGE.split_inclusive('\n').map(|line| fill(line, &filled)).collect();
    reply::body(StatusCode::OK, HTML, html)
}

/// A line has one mark at most: what was filled in is not looked at again for another.
fn fill(line: &str, filled: &[(&str, String)]) -> String {
    let marked = filled.iter().find_map(|(mark, text)| line.split_once(mark).map(|(before, after)| format!("{before}{text}{after}")));
    marked.unwrap_or_else(|| line.to_owned())
}

fn escaped(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            plain => out.push(plain),
        }
        out
    })
}
