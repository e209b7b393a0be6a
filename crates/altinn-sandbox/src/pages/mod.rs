//! The sandbox's own pages: an overview of the world, and a page for each played person, so that a user can act for them by hand.
//! They are plain HTML without scripts. Whatever a service can do, the pages do through that service.

mod access;
mod acting;
mod approve;
pub(crate) mod back;
mod counterpart;
mod desk;
pub(crate) mod guard;
pub(crate) mod note;
mod overview;
mod owner;
mod portal;
mod respond;
mod systems;
mod template;
mod world;

use crate::http::reply;
use crate::shared::Shared;
use crate::world::World;
use axum::Router;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use axum::routing::{get, post};
use back::back_with;
use note::Note;
use std::sync::Arc;

const STYLE: &str = include_str!("../../assets/pages/style.css");

/// The routes at the root.
pub fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/sandbox", get(|| async { respond::back("/sandbox/") }))
        .route("/sandbox/", get(overview::show))
        .route("/sandbox/style.css", get(style))
        .route("/sandbox/people", post(overview::tell_people))
        .route("/sandbox/misbehave", post(overview::misbehave))
        .route("/sandbox/portal", get(portal::show))
        .route("/sandbox/portal/clients", post(portal::make))
        .route("/sandbox/portal/client", get(portal::client))
        .route("/sandbox/portal/keys", post(portal::add_key))
        .route("/sandbox/portal/keys/remove", post(portal::remove_key))
        .route("/sandbox/portal/scopes", post(portal::set_scopes))
        .route("/sandbox/portal/letters", post(portal::ask))
        .route("/sandbox/portal/letters/open", post(portal::open))
        .route("/sandbox/desk", get(desk::show))
        .route("/sandbox/desk/letters", post(desk::answer))
        .route("/sandbox/desk/scopes", post(desk::scopes))
        .route("/sandbox/desk/keys", post(desk::issue))
        .route("/sandbox/owner", get(owner::show))
        .route("/sandbox/owner/members", post(owner::members))
        .route("/sandbox/owner/ask", post(owner::ask))
        .route("/sandbox/owner/letters", post(owner::answer))
        .route("/sandbox/counterpart", get(counterpart::show))
        .route("/sandbox/counterpart/send", post(counterpart::send))
        .route("/sandbox/counterpart/fetch", post(counterpart::fetch))
        .route("/sandbox/counterpart/confirm", post(counterpart::confirm))
        .route("/sandbox/systems", get(systems::show))
        .route("/sandbox/systems/register", post(systems::register))
        .route("/sandbox/systems/clients", post(systems::add_client))
        .route("/sandbox/systems/ask", post(systems::ask))
        .route("/sandbox/access", get(access::show))
        .route("/sandbox/access/users", post(access::delete_user))
        .route("/sandbox/access/given", post(access::give))
        .route("/sandbox/approve", get(approve::show).post(approve::answer))
}

async fn style() -> Response {
    let mut answer = reply::body(axum::http::StatusCode::OK, "text/css; charset=utf-8", STYLE);
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    answer
}

/// Saves the world, then redirects to a page that shows what happened.
async fn saved_and_back(shared: &Shared, world: &mut World, to: &str, note: Note) -> Response {
    match shared.save(world).await {
        Ok(()) => back_with(shared, to, note),
        Err(cause) => back_with(shared, to, Note::NotKept { cause: cause.to_string() }),
    }
}
