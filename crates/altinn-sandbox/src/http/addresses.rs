//! Addresses that more than one part of the sandbox knows.

const APIS: [&str; 5] = ["authentication", "authorization", "broker", "events", "resourceregistry"];

pub(crate) fn api_of(path: &str) -> Option<&'static str> {
    let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
    APIS.into_iter().find(|api| api.eq_ignore_ascii_case(first))
}

/// Where the sandbox serves altinn-orgs.json; through the proxy it has its real address.
pub(crate) const ORG_LIST: &str = "/sandbox/altinn-orgs.json";
