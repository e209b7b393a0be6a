//! The paged feeds of changes: `updated` and `changes` (facts platform E).

use super::resource::Resource;
use crate::clock;
use crate::http::reply;
use crate::http::target::Target;
use crate::shared::Shared;
use crate::world::World;
use axum::http::StatusCode;
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use serde_json::{Map, Value, json};
use url::form_urlencoded::Serializer;

/// The most rows in a page, and the default of `limit`.
const MOST: usize = 1000;

/// `updated`: the subjects of each policy that has changed since a time. Policies of the known world count as changed when the
/// world was created.
pub(super) fn updated(shared: &Shared, world: &World, target: &Target) -> Response {
    let since = match target.query("since").map(str::parse::<Timestamp>) {
        None => None,
        Some(Ok(since)) => Some(since),
        Some(Err(_)) => return not_valid(target, "since"),
    };
    let limit = match limit(target) {
        Ok(limit) => limit,
        Err(refused) => return refused,
    };
    let changed = oldest_change_first(world);
    let rows = changed.into_iter().filter(|resource| since.is_none_or(|since| resource.changed() >= since)).flat_map(|resource| {
        let urn = format!("urn:altinn:resource:{}", resource.identifier);
        let subjects = resource.policy.as_ref().map(super::Policy::subject_urns).unwrap_or_default();
        subjects.into_iter().map(move |subject| FeedRow {
            place: json!([urn, subject]),
            at: resource.changed(),
            shown: json!({"subjectUrn": subject, "resourceUrn": urn, "updatedAt": clock::with_offset(resource.changed()), "deleted": false}),
        })
    });
    let rows: Vec<FeedRow> = rows.collect();
    page(rows, limit, target, |last, token| {
        format!(
            "{}resourceregistry/api/v1/resource/updated?{}",
            shared.origin,
            Serializer::new(String::new())
                .append_pair("since", &clock::with_offset(last.at))
                .append_pair("token", token)
                .append_pair("limit", &limit.to_string())
                .finish()
        )
    })
}

/// The resources with a policy.
fn oldest_change_first(world: &World) -> Vec<&Resource> {
    let mut changed: Vec<&Resource> = world.registry.resources().filter(|resource| resource.policy.is_some()).collect();
    changed.sort_by_key(|resource| resource.changed());
    changed
}

/// `changes`: every resource with a policy, and when it last changed.
pub(super) fn changes(shared: &Shared, world: &World, target: &Target) -> Response {
    let limit = match limit(target) {
        Ok(limit) => limit,
        Err(refused) => return refused,
    };
    let changed = oldest_change_first(world);
    let rows = changed.into_iter().map(|resource| FeedRow {
        place: json!(resource.changed().as_microsecond()),
        at: resource.changed(),
        shown: json!({"resourceId": resource.identifier, "changedAt": clock::with_offset(resource.changed())}),
    });
    let rows: Vec<FeedRow> = rows.collect();
    page(rows, limit, target, |_, token| format!("{}resourceregistry/api/v1/resource/changes?token={token}&limit={limit}", shared.origin))
}

struct FeedRow {
    /// The row's key. The continuation token of the next page holds it.
    place: Value,
    at: Timestamp,
    shown: Value,
}

fn page(rows: Vec<FeedRow>, limit: usize, target: &Target, next: impl Fn(&FeedRow, &str) -> String) -> Response {
    let start = match target.query("token").map(opened) {
        None => 0,
        Some(None) => return not_valid(target, "token"),
        // If the row no longer exists its place is unknown, so the feed starts again.
        Some(Some(place)) => rows.iter().rposition(|row| row.place == place).map_or(0, |at| at + 1),
    };
    let shown = rows.get(start..).unwrap_or_default();
    let data: Vec<&Value> = shown.iter().take(limit).map(|row| &row.shown).collect();
    let last = shown.get(limit.saturating_sub(1)).filter(|_| shown.len() > limit);
    let links = last.map_or_else(|| json!({}), |last| json!({"next": next(last, &URL_SAFE_NO_PAD.encode(last.place.to_string()))}));
    reply::json(StatusCode::OK, &json!({"links": links, "data": data}))
}

fn opened(token: &str) -> Option<Value> {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(token).ok()?).ok()
}

fn not_valid(target: &Target, name: &str) -> Response {
    let text = format!("The value '{}' is not valid.", target.query(name).unwrap_or_default());
    reply::validation_problem(&[(name, &text)])
}

fn limit(target: &Target) -> Result<usize, Response> {
    let Some(given) = target.query("limit") else { return Ok(MOST) };
    match given.parse::<i32>() {
        Err(_) => Err(not_valid(target, "limit")),
        Ok(limit) => usize::try_from(limit).ok().filter(|limit| (1..=MOST).contains(limit)).ok_or_else(|| {
            let row = json!([{"code": "RR.VLD-00008", "title": "Limit must be between 1 and 1000.", "paths": []}]);
            let extra = Map::from_iter([("validationErrors".to_owned(), row)]);
            reply::coded_problem(StatusCode::BAD_REQUEST, "STD-00000", "One or more validation errors occurred.", extra)
        }),
    }
}
