//! The table of faults, read from `assets/faults.toml`.

use super::pattern::Pattern;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::sync::LazyLock;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Service {
    Any,
    Maskinporten,
    Exchange,
    /// The system register and the system users.
    Systems,
    Registry,
    Broker,
    Events,
    /// Every other address except the sandbox's own: the self-service API and the test token generator.
    SelfService,
    /// The person who approves a system user. The fault strikes the decision, not a call.
    Approval,
}

impl Service {
    /// Every service that answers calls: all but [`Self::Approval`].
    pub const ANSWERING: [Self; 7] =
        [Self::Maskinporten, Self::Exchange, Self::Systems, Self::Registry, Self::Broker, Self::Events, Self::SelfService];

    /// The services whose clock decides whether an assertion or a token is valid now. The Resource Registry uses the clock of the
    /// system register.
    pub const WITH_A_CLOCK: [Self; 5] = [Self::Maskinporten, Self::Exchange, Self::Systems, Self::Broker, Self::Events];

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Maskinporten => "maskinporten",
            Self::Exchange => "exchange",
            Self::Systems => "systems",
            Self::Registry => "registry",
            Self::Broker => "broker",
            Self::Events => "events",
            Self::SelfService => "self-service",
            Self::Approval => "approval",
        }
    }

    /// The service of a path; none for the sandbox's own pages.
    #[must_use]
    pub fn of(path: &str) -> Option<Self> {
        let lower = path.to_ascii_lowercase();
        let segments: Vec<&str> = lower.trim_matches('/').split('/').collect();
        Some(match segments.as_slice() {
            ["sandbox", ..] => return None,
            ["token" | "jwk" | "errors", ..] | [".well-known", ..] => Self::Maskinporten,
            ["authentication", "api", "v1", "exchange" | "openid", ..] => Self::Exchange,
            // The decision point accepts the same tokens and has no faults of its own.
            ["authentication" | "authorization", ..] => Self::Systems,
            ["resourceregistry", ..] => Self::Registry,
            ["broker" | "health", ..] => Self::Broker,
            ["events", ..] => Self::Events,
            _ => Self::SelfService,
        })
    }
}

/// What a fault sends, or what it does to the service's answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    Maskinporten,
    /// A problem with a code, as Authentication writes it.
    Auth,
    /// A validation problem with one finding.
    Finding,
    /// A problem as Broker writes it.
    Broker,
    /// A plain text.
    Text,
    /// A plain text, or a JSON string if the caller accepts JSON.
    Words,
    /// A text as a JSON string.
    Quoted,
    /// A problem of the framework's own with a detail.
    Detail,
    /// The exchange's answer about enterprise users.
    EnterpriseUser,
    /// A refused approval; it answers no call.
    Approval,
    Gateway,
    Empty,
    /// The service's answer to an invalid token.
    Token,
    /// Broker's answer to an `Accept` header that it does not support.
    NotAcceptable,
    /// The service's answer to an unsupported content type.
    UnsupportedType,
    /// The service's answer when it fails.
    Unhandled,
    /// An HTML page from a server in between.
    BadGateway,
    LoginPage,
    LoginRedirect,
    /// Maskinporten's own refusal, in the format that it had before trace ids.
    OlderEnvelope,
    /// The service's own answer, delayed.
    Slow,
    /// The service's own answer, whose connection closes before the end.
    HalfClosed,
    /// The service's own answer as complete HTTP, with only half of the JSON.
    Truncated,
    /// The service's own answer, given by a clock that is wrong.
    Clock,
    /// A failed TLS handshake, before any call.
    Tls,
}

/// Through which of the sandbox's addresses the fault can be met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Face {
    /// The HTTP address and `--proxy`.
    #[default]
    Http,
    /// Only `--proxy`.
    Proxy,
}

#[derive(Debug, Clone)]
pub struct Fault {
    /// The service's own code, or a name of the sandbox's where there is none.
    pub name: String,
    pub code: Option<String>,
    /// The services whose calls it may strike.
    pub services: Vec<Service>,
    /// The calls that it strikes; empty means every call of the services.
    pub calls: Vec<Pattern>,
    /// The HTTP status; none if the shape decides it.
    pub status: Option<u16>,
    pub shape: Shape,
    /// The claim that an assertion must have to be answered so (facts platform A.2); none if any can be.
    pub claim: Option<String>,
    /// Maskinporten's `error`.
    pub error: Option<String>,
    /// The service's own text, with placeholders such as `{scope}`.
    pub text: Option<String>,
    /// An extra member of a problem, or the path of a finding.
    pub member: Option<String>,
    /// An extra member of a finding.
    pub extra: Option<String>,
    /// Whether the answer has `Retry-After`.
    pub retry_after: bool,
    /// The default of what `NAME=VALUE` sets, in seconds; none if it takes no value.
    pub value: Option<i64>,
    pub face: Face,
    /// A description in one sentence.
    pub does: String,
}

impl Fault {
    /// Whether it may strike a call of a service.
    #[must_use]
    pub fn strikes(&self, service: Service, method: &str, path: &str) -> bool {
        let of_service = self.services.contains(&service) || self.services.contains(&Service::Any);
        of_service && (self.calls.is_empty() || self.calls.iter().any(|call| call.fits(method, path)))
    }
}

#[derive(Deserialize)]
struct File {
    group: Vec<Group>,
}

#[derive(Deserialize)]
struct Group {
    service: Service,
    shape: Option<Shape>,
    #[serde(default)]
    under: String,
    #[serde(default)]
    calls: Vec<Pattern>,
    status: Option<u16>,
    #[serde(default)]
    face: Face,
    faults: Vec<FaultRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FaultRow {
    name: String,
    #[serde(default)]
    uncoded: bool,
    shape: Option<Shape>,
    services: Option<Vec<Service>>,
    calls: Option<Vec<Pattern>>,
    status: Option<u16>,
    claim: Option<String>,
    error: Option<String>,
    text: Option<String>,
    member: Option<String>,
    extra: Option<String>,
    #[serde(default)]
    retry_after: bool,
    value: Option<i64>,
    does: String,
}

impl FaultRow {
    /// The fault of a row. A row without a shape is left out; a test fails if there is one.
    fn fault(self, group: &Group) -> Option<Fault> {
        let shape = self.shape.or(group.shape)?;
        let has_code = matches!(shape, Shape::Maskinporten | Shape::Auth | Shape::Finding | Shape::Broker | Shape::Approval);
        let calls = self.calls.unwrap_or_else(|| group.calls.clone());
        Some(Fault {
            code: (has_code && !self.uncoded).then(|| self.name.clone()),
            name: self.name,
            services: self.services.unwrap_or_else(|| vec![group.service]),
            calls: calls.iter().map(|call| call.under(&group.under)).collect(),
            status: self.status.or(group.status),
            shape,
            claim: self.claim,
            error: self.error,
            text: self.text,
            member: self.member,
            extra: self.extra,
            retry_after: self.retry_after,
            value: self.value,
            face: group.face,
            does: self.does,
        })
    }
}

static TABLE: LazyLock<Vec<Fault>> = LazyLock::new(|| read(include_str!("../../assets/faults.toml")).unwrap_or_default());

pub(super) fn read(source: &str) -> Result<Vec<Fault>, toml::de::Error> {
    let file: File = toml::from_str(source)?;
    let of_group = |mut group: Group| {
        let rows = std::mem::take(&mut group.faults);
        rows.into_iter().filter_map(|row| row.fault(&group)).collect::<Vec<_>>()
    };
    Ok(file.group.into_iter().flat_map(of_group).collect())
}

/// Every fault, in the order of the table.
#[must_use]
pub fn all() -> &'static [Fault] {
    &TABLE
}

/// The fault with a name, compared without regard to case.
#[must_use]
pub fn find(name: &str) -> Option<&'static Fault> {
    all().iter().find(|fault| fault.name.eq_ignore_ascii_case(name))
}

/// How many similar names are suggested.
const TOLD: usize = 5;
/// The longest name that others are compared with: longer than any fault's.
const LONGEST: usize = 100;

/// Names similar to a misspelled one, the most similar first.
#[must_use]
pub fn near(name: &str) -> Vec<&'static str> {
    if name.len() > LONGEST {
        return Vec::new();
    }
    let wanted = name.to_ascii_lowercase();
    let reach = (wanted.chars().count() / 3).max(2);
    let mut found: Vec<(usize, &'static str)> = Vec::new();
    for fault in all() {
        let known = fault.name.to_ascii_lowercase();
        let steps = if wanted.len() > 2 && known.contains(&wanted) { 1 } else { distance(&wanted, &known) };
        if steps <= reach {
            found.push((steps, &fault.name));
        }
    }
    found.sort_by_key(|(steps, _)| *steps);
    found.into_iter().take(TOLD).map(|(_, name)| name).collect()
}

/// The edit distance: how many letters must be added, removed or changed.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (at, letter) in from.chars().enumerate() {
        let mut before = at;
        let mut left = at + 1;
        for (cell, other) in row.iter_mut().skip(1).zip(&to) {
            let changed = before + usize::from(letter != *other);
            before = *cell;
            left = changed.min(before + 1).min(left + 1);
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = at + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

/// A row of `--list-faults --json`.
#[must_use]
pub fn listed(fault: &Fault) -> Value {
    let mut row = Map::new();
    let mut put = |name: &str, value: Value| row.insert(name.to_owned(), value);
    put("name", json!(fault.name));
    if let Some(code) = &fault.code {
        put("code", json!(code));
    }
    put("services", json!(fault.services));
    if !fault.calls.is_empty() {
        put("calls", fault.calls.iter().map(ToString::to_string).collect::<Vec<_>>().into());
    }
    if let Some(status) = fault.status {
        put("status", json!(status));
    }
    put("shape", json!(fault.shape));
    if let Some(claim) = &fault.claim {
        put("claim", json!(claim));
    }
    if let Some(value) = fault.value {
        put("value", json!(value));
    }
    put("face", json!(fault.face));
    put("does", json!(fault.does));
    Value::Object(row)
}

pub(super) fn answers_itself(shape: Shape) -> bool {
    match shape {
        Shape::Maskinporten
        | Shape::Auth
        | Shape::Finding
        | Shape::Broker
        | Shape::Text
        | Shape::Words
        | Shape::Quoted
        | Shape::Detail
        | Shape::EnterpriseUser
        | Shape::Empty
        | Shape::Token
        | Shape::NotAcceptable
        | Shape::UnsupportedType
        | Shape::Unhandled => true,
        Shape::Gateway | Shape::BadGateway | Shape::LoginPage | Shape::LoginRedirect => false,
        Shape::OlderEnvelope | Shape::Slow | Shape::HalfClosed | Shape::Truncated | Shape::Clock | Shape::Tls | Shape::Approval => false,
    }
}
