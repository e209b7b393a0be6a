//! The query of the calls that read access lists: `include`, `resource`, `token` (facts platform E.2).

use super::access_list::AccessList;
use crate::http::reply;
use axum::http::StatusCode;
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value, json};

/// What an answer holds besides the lists themselves.
#[derive(Debug, Clone, Default)]
pub(super) struct Include {
    connections: bool,
    actions: bool,
    members: bool,
    resource: Option<String>,
}

impl Include {
    /// Reads the query of an address.
    pub(super) fn read(query: &str) -> Result<Self, Response> {
        let mut include = Self::default();
        let mut errors: Vec<(&str, String)> = Vec::new();
        for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
            if name.eq_ignore_ascii_case("include") {
                for word in value.split(',').map(str::trim).filter(|word| !word.is_empty()) {
                    match word {
                        "resources" => include.connections = true,
                        "resource-actions" => (include.connections, include.actions) = (true, true),
                        "members" => include.members = true,
                        other => errors.push(("include", format!("Invalid value: '{other}'"))),
                    }
                }
            } else if name.eq_ignore_ascii_case("resource") {
                include.resource = Some(value.into_owned());
            } else if name.eq_ignore_ascii_case("token") && !is_token(&value) {
                errors.push(("token", format!("The value '{value}' is not valid.")));
            }
        }
        let errors: Vec<(&str, &str)> = errors.iter().map(|(key, text)| (*key, text.as_str())).collect();
        if errors.is_empty() { Ok(include) } else { Err(reply::validation_problem(&errors)) }
    }

    /// Whether all lists of an owner can be answered with this: members cannot, and connections only those of one resource.
    pub(super) fn for_all(&self) -> Result<(), Response> {
        if self.members {
            let title = "Members are not supported yet as an include option for this endpoint.";
            return Err(reply::coded_problem(StatusCode::NOT_IMPLEMENTED, "RR-00000", title, Map::new()));
        }
        if self.connections && self.resource.as_ref().is_none_or(|resource| resource.trim().is_empty()) {
            let row = json!({"code": "RR.VLD-00002", "title": "Resource identifier is required when including resource connections.",
                             "paths": ["/$QUERY/include", "/$QUERY/resource"]});
            let mut extra = Map::new();
            extra.insert("validationErrors".to_owned(), json!([row]));
            let title = "One or more validation errors occurred.";
            return Err(reply::coded_problem(StatusCode::BAD_REQUEST, "STD-00000", title, extra));
        }
        Ok(())
    }

    /// A list as the answer holds it.
    pub(super) fn json(&self, list: &AccessList) -> Value {
        let mut json = list.json();
        if self.connections {
            let wanted = |resource: &str| self.resource.as_ref().is_none_or(|only| only == resource);
            let rows = list.connections.iter().filter(|connection| wanted(&connection.resource)).map(|connection| {
                let mut row = connection.json();
                if let (false, Some(row)) = (self.actions, row.as_object_mut()) {
                    row.remove("actionFilters");
                }
                row
            });
            json["resourceConnections"] = rows.collect();
        }
        json
    }
}

/// Whether a text can be a page's token: JSON in base64url.
fn is_token(text: &str) -> bool {
    URL_SAFE_NO_PAD.decode(text).is_ok_and(|bytes| serde_json::from_slice::<Value>(&bytes).is_ok())
}
