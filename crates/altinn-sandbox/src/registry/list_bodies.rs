//! The bodies of the calls that change access lists (facts platform E.2).

use crate::http::reply;
use crate::json::{self, Record, Shape, optional};
use axum::body::Body;
use axum::http::HeaderMap;
use axum::response::Response;
use serde_json::{Map, Value};

pub(super) const ORGANISATION: &str = "urn:altinn:organization:identifier-no:";
pub(super) const PARTY: &str = "urn:altinn:party:uuid:";
const PARTY_ID: &str = "urn:altinn:party:id:";

static LIST: Record = Record {
    name: "Altinn.ResourceRegistry.Models.CreateAccessListModel",
    members: &[optional("name", Shape::Text), optional("description", Shape::Text)],
};
static CONNECTION: Record = Record {
    name: "Altinn.ResourceRegistry.Models.UpsertAccessListResourceConnectionDto",
    members: &[optional("actionFilters", Shape::List("System.Collections.Generic.IReadOnlyList`1[System.String]", &Shape::Text))],
};

/// A list's name and description.
pub(super) async fn list(headers: &HeaderMap, body: Body) -> Result<(String, String), Response> {
    let body = read(headers, body, &LIST).await?;
    let text = |name: &str| crate::http::fields::member(&body, name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let name = text("name");
    if name.trim().is_empty() {
        return Err(reply::validation_problem(&[("Name", "The Name field is required.")]));
    }
    Ok((name, text("description")))
}

/// The actions of a connection; none and an empty list mean all.
pub(super) async fn connection(headers: &HeaderMap, body: Body) -> Result<Option<Vec<String>>, Response> {
    let body = read(headers, body, &CONNECTION).await?;
    let filters = crate::http::fields::member(&body, "actionFilters").and_then(Value::as_array);
    let filters = filters.map(|list| list.iter().filter_map(Value::as_str).map(str::to_owned).collect::<Vec<_>>());
    Ok(filters.filter(|filters| !filters.is_empty()))
}

async fn read(headers: &HeaderMap, body: Body, record: &'static Record) -> Result<Map<String, Value>, Response> {
    match json::read(headers, body, &Shape::Object(record)).await {
        Ok(Value::Object(body)) => Ok(body),
        Ok(_) => Ok(Map::new()),
        Err(refused) => Err(refused.answer(Some("model"), std::convert::identity)),
    }
}

/// The parties that a body names, as they were sent. The service reads this body with code of its own: the one member is called
/// `data`, letter for letter, and each value must be a party's URN.
pub(super) async fn parties(headers: &HeaderMap, body: Body) -> Result<Vec<String>, Response> {
    let body = json::read(headers, body, &Shape::Any).await.map_err(|refused| refused.answer(Some("members"), std::convert::identity))?;
    let refused = |key: &str, text: &str| reply::validation_problem(&[(key, text), ("members", "The members field is required.")]);
    let Value::Object(body) = body else { return Err(refused("$", "Expected object")) };
    let mut members = body.into_iter();
    let Some((_, data)) = members.next().filter(|(name, _)| name == "data") else {
        return Err(refused("$", "Expected property 'data'"));
    };
    let Value::Array(data) = data else { return Err(refused("$", "Expected array")) };
    let mut parties = Vec::new();
    for (at, party) in data.iter().enumerate() {
        let urn = party.as_str().filter(|urn| is_party(urn));
        parties.push(urn.ok_or_else(|| refused(&format!("$[{at}]"), "Invalid PartyUrn"))?.to_owned());
    }
    if members.next().is_some() {
        return Err(refused("$", "Expected end of object"));
    }
    Ok(parties)
}

fn is_party(urn: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    urn.strip_prefix(ORGANISATION).is_some_and(|number| number.len() == 9 && digits(number))
        || urn.strip_prefix(PARTY_ID).is_some_and(digits)
        || urn.strip_prefix(PARTY).is_some_and(|id| uuid::Uuid::parse_str(id).is_ok())
}
