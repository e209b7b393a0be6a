//! One reader for every shape in which a service refuses (facts examples 30; facts platform A.4, D.3, G; facts broker-api 4.1).

use super::http::{capped, plain};
use super::{Refusal, RefusalKind};
use serde_json::{Map, Value};

/// Texts of Maskinporten that stand for a code where `error_uri` is missing, as in its older answers. A refusal in none of
/// them (an unknown kid, an issue time after now) has no code in the documentation either.
const MASKINPORTEN: [(&str, &str); 16] = [
    ("Client not found", "MP-100"),
    ("Grant is used before", "MP-012"),
    ("Invalid parameter value", "MP-011"),
    ("Invalid JWT claim aud", "MP-110"),
    ("signed with an invalid certificate", "MP-120"),
    ("Expired key", "MP-121"),
    ("Invalid organization number for client", "MP-122"),
    ("Invalid JWT header x5c", "MP-123"),
    ("Invalid JWT signature", "MP-124"),
    ("JWT is expired", "MP-130"),
    ("invalid scopes for client", "MP-200"),
    ("scopes not allowed for maskinporten", "MP-201"),
    ("has not been granted access to the scope", "MP-250"),
    ("has not delegated access to the scope", "MP-251"),
    ("Unknown authorization details type", "MP-301"),
    ("Unknown fields in the authorization details", "MP-302"),
];

impl Refusal {
    /// Reads a refusal from its status, its `WWW-Authenticate` values and its body. `secrets` are masked in its texts.
    pub(super) fn read(status: u16, challenges: &[&str], body: &str, secrets: &[&str]) -> Self {
        let body = body.trim_start_matches('\u{feff}').trim();
        let reader = Reader { status, secrets };
        match serde_json::from_str::<Value>(body) {
            Ok(Value::Object(members)) => reader.object(&members),
            Ok(Value::String(text)) => reader.text(&text),
            Ok(Value::Array(lines)) => reader.text(&lines.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" ")),
            Ok(Value::Null | Value::Bool(_) | Value::Number(_)) => reader.text(body),
            Err(_) if body.is_empty() => reader.empty(challenges),
            Err(_) => reader.text(body),
        }
    }
}

struct Reader<'a> {
    status: u16,
    secrets: &'a [&'a str],
}

impl Reader<'_> {
    fn refusal(&self, kind: RefusalKind, code: Option<&str>, text: Option<&str>, trace_id: Option<&str>) -> Refusal {
        Refusal {
            status: self.status,
            kind,
            code: code.map(capped).filter(|code| !code.is_empty()),
            text: text.map(|text| plain(text, self.secrets)).filter(|text| !text.is_empty()),
            trace_id: trace_id.map(capped).filter(|id| !id.is_empty()),
        }
    }

    /// No body: the status and the challenges are all there is.
    fn empty(&self, challenges: &[&str]) -> Refusal {
        let keyed = challenges.iter().any(|challenge| challenge.contains("AzureApiManagementKey"));
        let kind = match self.status {
            401 if keyed => RefusalKind::GatewayKeyMissing,
            401 => RefusalKind::TokenNotTaken(bearer_error(challenges).map(|error| plain(&error, self.secrets))),
            403 => RefusalKind::ScopeMissing,
            406 => RefusalKind::NotAcceptable,
            _ => RefusalKind::Plain,
        };
        self.refusal(kind, None, None, None)
    }

    fn text(&self, text: &str) -> Refusal {
        let kind = if self.status == 406 { RefusalKind::NotAcceptable } else { RefusalKind::Plain };
        self.refusal(kind, None, Some(text), None)
    }

    fn object(&self, members: &Map<String, Value>) -> Refusal {
        if members.contains_key("statusCode") {
            return self.gateway(members);
        }
        if word(members, "error").is_some() {
            return self.maskinporten(members);
        }
        self.problem(members)
    }

    /// The API gateway (facts platform G).
    fn gateway(&self, members: &Map<String, Value>) -> Refusal {
        let message = word(members, "message").unwrap_or_default();
        let kind = match self.status {
            401 if message.contains("missing subscription key") => RefusalKind::GatewayKeyMissing,
            401 if message.contains("invalid subscription key") => RefusalKind::GatewayKeyInvalid,
            404 => RefusalKind::GatewayRoute,
            _ => RefusalKind::Plain,
        };
        self.refusal(kind, None, Some(message), None)
    }

    /// Maskinporten (facts platform A.4): the code is the end of `error_uri`, where there is one.
    fn maskinporten(&self, members: &Map<String, Value>) -> Refusal {
        let error = word(members, "error").unwrap_or_default();
        let description = word(members, "error_description").unwrap_or(error);
        let told = word(members, "error_uri").and_then(|uri| uri.rsplit('/').next()).filter(|end| end.starts_with("MP-"));
        let configuration = (error == "invalid_altinn_customer_configuration").then_some("MP-303");
        let meant = MASKINPORTEN.iter().find(|(words, _)| description.contains(words)).map(|(_, code)| *code);
        let (text, trace_id) = without_trace(description);
        self.refusal(RefusalKind::Coded, told.or(configuration).or(meant), Some(text), trace_id)
    }

    /// Problem details, with or without a code, validation or not.
    fn problem(&self, members: &Map<String, Value>) -> Refusal {
        let code = word(members, "code");
        let text = word(members, "detail").or_else(|| word(members, "title"));
        let trace_id = word(members, "traceId");
        let (first_code, findings) = self.findings(members);
        if !findings.is_empty() {
            // STD-00000 only says that there are findings: the first of them is the cause.
            let cause = first_code.as_deref().or(code);
            let first_text = findings.first().map(|(_, text)| text.clone());
            return self.refusal(RefusalKind::Validation(findings), cause, first_text.as_deref().or(text), trace_id);
        }
        let extras = extras(members);
        let whole = text.map(|text| if extras.is_empty() { text.to_owned() } else { format!("{text} {extras}") });
        let kind = if code.is_some() || whole.is_some() { RefusalKind::Coded } else { RefusalKind::Plain };
        self.refusal(kind, code, whole.as_deref(), trace_id)
    }

    /// Each path with its text, from `validationErrors` (a list) or `errors` (lists by path); and the first code.
    fn findings(&self, members: &Map<String, Value>) -> (Option<String>, Vec<(String, String)>) {
        let mut code = None;
        let mut findings = Vec::new();
        for finding in members.get("validationErrors").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object) {
            code = code.or_else(|| word(finding, "code").map(ToOwned::to_owned));
            let text = word(finding, "detail").or_else(|| word(finding, "title")).unwrap_or_default();
            let whole = plain(format!("{text} {}", extras(finding)).trim(), self.secrets);
            let paths = finding.get("paths").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
            let mut paths: Vec<String> = paths.map(capped).collect();
            if paths.is_empty() {
                paths.push(String::new());
            }
            findings.extend(paths.into_iter().map(|path| (path, whole.clone())));
        }
        for (path, texts) in members.get("errors").and_then(Value::as_object).into_iter().flatten() {
            let one = texts.as_str().into_iter();
            let several = texts.as_array().into_iter().flatten().filter_map(Value::as_str);
            findings.extend(one.chain(several).map(|text| (capped(path), plain(text, self.secrets))));
        }
        (code, findings)
    }
}

fn word<'a>(members: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    members.get(name).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty())
}

/// Members that a problem adds for its reader: they begin with a capital letter (`NotFoundPackages`, `ResourceIds Not Found : `).
fn extras(members: &Map<String, Value>) -> String {
    let added = members.iter().filter(|(name, _)| name.starts_with(|c: char| c.is_ascii_uppercase()));
    let told = added.filter_map(|(name, value)| value.as_str().map(|value| format!("{}: {value}", name.trim_end_matches([' ', ':']))));
    told.collect::<Vec<_>>().join(" ")
}

/// Takes `(trace_id: …)` or `(correlation id: …)` off the end of a description.
fn without_trace(description: &str) -> (&str, Option<&str>) {
    for mark in ["(trace_id:", "(correlation id:"] {
        if let Some((text, rest)) = description.split_once(mark) {
            return (text.trim(), rest.split(')').next().map(str::trim));
        }
    }
    (description, None)
}

/// What the token was refused for. Broker answers for two kinds of token: the one that knows the issuer tells of expiry
/// (facts broker-api 1.2), so that one counts.
fn bearer_error(challenges: &[&str]) -> Option<String> {
    // Several challenges may share one header line.
    let errors: Vec<String> = challenges.iter().flat_map(|line| line.split("Bearer")).filter_map(parameter).collect();
    errors.iter().find(|error| error.contains("expired")).or_else(|| errors.first()).cloned()
}

fn parameter(challenge: &str) -> Option<String> {
    ["error_description=\"", "error=\""].iter().find_map(|name| {
        let (_, after) = challenge.split_once(name)?;
        after.split('"').next().map(ToOwned::to_owned)
    })
}

#[cfg(test)]
mod tests;
