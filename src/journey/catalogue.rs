//! Everything that can be explained: each cause of a refusal, each finding that somebody must act on, each check, each field, and what
//! newcomers ask. What is looked up in it is a code, a pasted text or an id; it needs no network.
//!
//! The words of causes and findings are those that checks and deeds show. Only what is shown nowhere else stands in `explain.ftl`.

mod code;
mod example;
mod look_alikes;
mod outdated;
mod pasted;
mod phrases;
mod question;
mod wait;

pub use code::{Code, Family};
pub use example::{Example, example};
pub use look_alikes::LookAlikes;
pub use pasted::may_hold_secret;
pub use question::Question;
pub use wait::Wait;

use super::{Cause, CheckId, FieldId, Message, Service, Who, links};
use pasted::Pasted;
use phrases::PHRASES;
use serde_json::{Map, Value, json};

/// How many topics are shown for one text.
const MOST: usize = 4;

/// One thing that can be explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    Cause(Cause),
    /// A finding that somebody must act on, by the id of its message.
    Finding(&'static str),
    Check(CheckId),
    Field(FieldId),
    Question(Question),
}

crate::choice! {
    pub enum TopicKind {
        Cause = "cause",
        Finding = "finding",
        Check = "check",
        Field = "field",
        Question = "question",
    }
}

impl Topic {
    /// Everything that there is, kind by kind.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let causes = Cause::ALL.iter().filter(|cause| **cause != Cause::Unrecognised).map(|cause| Self::Cause(*cause));
        let findings = Message::ADVISED.iter().filter(|id| **id != "refused").map(|id| Self::Finding(id));
        let rest = CheckId::ALL.iter().map(|check| Self::Check(*check)).chain(FieldId::ALL.iter().map(|field| Self::Field(*field)));
        causes.chain(findings).chain(rest).chain(Question::ALL.iter().map(|question| Self::Question(*question))).collect()
    }

    #[must_use]
    pub fn by_id(id: &str) -> Option<Self> {
        Self::all().into_iter().find(|topic| topic.id() == id)
    }

    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Cause(cause) => cause.name(),
            Self::Finding(id) => id,
            Self::Check(check) => check.name(),
            Self::Field(field) => field.name(),
            Self::Question(question) => question.name(),
        }
    }

    #[must_use]
    pub const fn kind(self) -> TopicKind {
        match self {
            Self::Cause(_) => TopicKind::Cause,
            Self::Finding(_) => TopicKind::Finding,
            Self::Check(_) => TopicKind::Check,
            Self::Field(_) => TopicKind::Field,
            Self::Question(_) => TopicKind::Question,
        }
    }

    /// The services' codes for it.
    #[must_use]
    pub fn codes(self) -> Vec<&'static str> {
        match self {
            Self::Cause(cause) => cause.codes(),
            Self::Finding(_) | Self::Check(_) | Self::Field(_) | Self::Question(_) => Vec::new(),
        }
    }

    /// Who must act. None where there is nothing to do.
    #[must_use]
    pub fn who(self) -> Option<Who> {
        match self {
            Self::Cause(cause) => Some(cause.who()),
            Self::Finding(id) => sample(id).and_then(|message| message.who()),
            Self::Question(_) => Some(Who::You),
            Self::Check(_) | Self::Field(_) => None,
        }
    }

    /// How long it takes after that. None where there is nothing to wait for.
    #[must_use]
    pub fn wait(self) -> Option<Wait> {
        Wait::of(self)
    }

    /// Where to read about it or do it.
    #[must_use]
    pub fn link(self) -> Option<&'static str> {
        match self {
            Self::Cause(cause) => cause.link().or_else(|| cause.service().and_then(documentation)),
            Self::Finding(id) => sample(id).and_then(|message| message.link()),
            Self::Question(question) => Some(question.link()),
            Self::Check(_) | Self::Field(_) => None,
        }
    }

    /// The group of what it is taken for.
    #[must_use]
    pub fn look_alikes(self) -> Option<LookAlikes> {
        match self {
            Self::Cause(_) | Self::Finding(_) => LookAlikes::of(self.id()),
            Self::Check(_) | Self::Field(_) | Self::Question(_) => None,
        }
    }

    /// What says more about it.
    #[must_use]
    pub fn see(self) -> Vec<&'static str> {
        match self {
            Self::Question(question) => question.see().to_vec(),
            Self::Cause(_) | Self::Finding(_) => {
                let group = self.look_alikes().map(LookAlikes::members).unwrap_or_default();
                group.iter().copied().filter(|id| *id != self.id()).collect()
            }
            Self::Check(_) | Self::Field(_) => Vec::new(),
        }
    }
}

/// Where a service's own documentation is.
const fn documentation(service: Service) -> Option<&'static str> {
    match service {
        Service::Maskinporten => Some(links::TROUBLESHOOTING),
        Service::Systems => Some(links::SYSTEM_USERS),
        Service::Broker | Service::Gateway => Some(links::DEVELOPER_GUIDES),
        Service::Events => Some(links::SUBSCRIBING),
        Service::Exchange => Some(links::GETTING_STARTED),
        Service::Admin => Some(links::SELF_SERVICE),
        Service::ResourceRegistry => Some(links::OWNER_GUIDE),
        Service::Other => None,
    }
}

/// A message with made-up values, to ask it what does not depend on them.
fn sample(id: &str) -> Option<Message> {
    let (_, names) = Message::ALL.iter().find(|(known, _)| *known == id)?;
    // A value of the same name can be a number in one message and a text in another.
    [true, false].into_iter().find_map(|numbers| {
        let members = names.iter().map(|name| ((*name).to_owned(), made_up(name, numbers)));
        let all: Map<String, Value> = members.chain([("id".to_owned(), json!(id))]).collect();
        serde_json::from_value(Value::Object(all)).ok()
    })
}

fn made_up(name: &str, numbers: bool) -> Value {
    match name {
        "seconds" | "days" | "keys" | "found" | "all" | "granted" | "count" | "bits" => json!(2),
        "status" if numbers => json!(400),
        "asked" | "begins" | "ended" | "ends" | "expired" | "expires" | "posted" => json!("2026-11-28"),
        "until" | "at" => json!("2026-11-28T12:00:00Z"),
        "organisation" | "owner" | "party" | "consumer" => json!("991825827"),
        "system" | "answered" => json!("991825827_files"),
        "scopes" | "references" | "types" | "kids" | "actions" | "offered" | "others" => json!(["altinn:broker.read"]),
        "scope" => json!("altinn:broker.read"),
        "organisations" => json!(["991825827"]),
        "kind" => json!("folder"),
        _ => json!("files"),
    }
}

/// A refusal that is not in the catalogue, as far as its text tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownRefusal {
    pub code: Option<Code>,
    pub status: Option<u16>,
    pub service: Option<Service>,
    /// The service's own words, masked.
    pub words: Option<String>,
    pub trace_id: Option<String>,
}

/// What was found for a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Explained {
    /// The most certain first.
    pub topics: Vec<Topic>,
    /// A code, a status or an answer that is not in the catalogue.
    pub unknown: Option<UnknownRefusal>,
    /// The services' trace id, to quote to their service desk.
    pub trace_id: Option<String>,
    /// Whether a token or a private key stands in the text.
    pub holds_secret: bool,
}

/// Looks up a code in any spelling, the id of a check, a field, a finding or a question, or a pasted text.
#[must_use]
pub fn explained(text: &str) -> Explained {
    let text = text.trim();
    let topics = named(text);
    if !topics.is_empty() {
        return Explained { topics, ..Explained::default() };
    }
    if let Some(code) = Code::alone(text) {
        let topics = of_code(&code, None);
        let unknown = topics.is_empty().then(|| UnknownRefusal::of(Some(code), &Pasted::default()));
        return Explained { topics, unknown, ..Explained::default() };
    }
    let pasted = Pasted::read(text);
    let codes = Code::all_in(&pasted.lower);
    let mut topics: Vec<Topic> = Vec::new();
    let mut unknown = None;
    for code in codes {
        let found = of_code(&code, pasted.service);
        if found.is_empty() {
            unknown = unknown.or_else(|| Some(UnknownRefusal::of(Some(code), &pasted)));
        }
        topics.extend(found);
    }
    if topics.is_empty() && unknown.is_none() {
        topics = of_words(&pasted);
    }
    if topics.is_empty() && unknown.is_none() {
        topics = pasted.statuses.iter().flat_map(|status| of_status(*status, pasted.service)).collect();
        let says_something = !pasted.statuses.is_empty() || pasted.words.is_some();
        unknown = (topics.is_empty() && says_something).then(|| UnknownRefusal::of(None, &pasted));
    }
    // What is of older guides is why the rest of the text went wrong, whatever a service made of it.
    let outdated: Vec<Topic> = pasted.outdated.iter().copied().map(Topic::Question).collect();
    if !outdated.is_empty() {
        unknown = unknown.filter(|unknown: &UnknownRefusal| unknown.code.is_some());
    }
    let mut distinct: Vec<Topic> = Vec::new();
    for topic in outdated.into_iter().chain(topics) {
        if !distinct.contains(&topic) && distinct.len() < MOST {
            distinct.push(topic);
        }
    }
    Explained { topics: distinct, unknown, trace_id: pasted.trace_id, holds_secret: pasted.holds_secret }
}

/// Whether a text is a code or an id and nothing else, so that it holds nothing to hide.
#[must_use]
pub fn is_code_or_id(text: &str) -> bool {
    let text = text.trim();
    !named(text).is_empty() || Code::alone(text).is_some()
}

/// The topics with this id, also as people write it: `api key`, `client-id`, `BROKER_SETUP_CLIENT_ID`. A check and an answer can have
/// the same.
fn named(text: &str) -> Vec<Topic> {
    if text.len() > 64 || text.contains('\n') {
        return Vec::new();
    }
    let lower = text.to_lowercase();
    let joined = lower.split_whitespace().collect::<Vec<_>>().join("-");
    let is_meant = |topic: &Topic| match topic {
        Topic::Field(field) => {
            [field.name(), field.flag().trim_start_matches('-'), &field.variable().to_lowercase()].contains(&lower.trim_start_matches('-'))
        }
        Topic::Cause(_) | Topic::Finding(_) | Topic::Check(_) | Topic::Question(_) => topic.id() == joined,
    };
    Topic::all().into_iter().filter(is_meant).collect()
}

fn of_code(code: &Code, service: Option<Service>) -> Vec<Topic> {
    let finding = |id: &'static str| vec![Topic::Finding(id)];
    match (code.family, code.number) {
        (Family::Http, status) => u16::try_from(status).map(|status| of_status(status, service)).unwrap_or_default(),
        (Family::Proxy, 407) => vec![Topic::Finding("proxy-log-in"), Topic::Finding("proxy-log-in-refused")],
        (Family::Proxy, 500..) => finding("proxy-no-way"),
        (Family::Proxy, _) => finding("proxy-denies"),
        (
            Family::AuthenticationValidation
            | Family::RegistryValidation
            | Family::Authentication
            | Family::Broker
            | Family::Maskinporten
            | Family::Registry
            | Family::Standard,
            _,
        ) => Cause::with_code(&code.to_string()).into_iter().map(Topic::Cause).collect(),
    }
}

fn of_status(status: u16, service: Option<Service>) -> Vec<Topic> {
    match status {
        407 => vec![Topic::Finding("proxy-log-in")],
        429 => vec![Topic::Finding("rate-limited")],
        500.. => vec![Topic::Finding("service-trouble")],
        _ => {
            let mut causes = Cause::with_status(status, service);
            // Broker answers a lack of rights with this status too, always with its code.
            if status == 401 && service.is_none_or(|service| service == Service::Broker) {
                causes.push(Cause::NoAccess);
            }
            causes.into_iter().map(Topic::Cause).collect()
        }
    }
}

/// What the words of a service or of another program stand for.
fn of_words(pasted: &Pasted) -> Vec<Topic> {
    let causes: Vec<Topic> = Cause::said_in(&pasted.lower, pasted.service).into_iter().map(Topic::Cause).collect();
    if !causes.is_empty() {
        return causes;
    }
    let phrase = PHRASES.iter().find(|(phrase, _)| pasted.lower.contains(phrase));
    phrase.and_then(|(_, id)| Topic::by_id(id)).into_iter().collect()
}

impl UnknownRefusal {
    fn of(code: Option<Code>, pasted: &Pasted) -> Self {
        let status = pasted.statuses.first().copied().or_else(|| {
            let code = code.as_ref().filter(|code| matches!(code.family, Family::Http | Family::Proxy))?;
            u16::try_from(code.number).ok()
        });
        let service = code.as_ref().and_then(|code| code.family.service()).or(pasted.service);
        Self { code, status, service, words: pasted.words.clone(), trace_id: pasted.trace_id.clone() }
    }
}

impl Family {
    /// Whose codes they are. None where several services have them.
    #[must_use]
    pub const fn service(self) -> Option<Service> {
        match self {
            Self::Maskinporten => Some(Service::Maskinporten),
            Self::Authentication | Self::AuthenticationValidation => Some(Service::Systems),
            Self::Registry | Self::RegistryValidation => Some(Service::ResourceRegistry),
            Self::Broker => Some(Service::Broker),
            Self::Standard | Self::Http | Self::Proxy => None,
        }
    }
}

#[cfg(test)]
mod tests;
