//! What is said of a check: what it proves, whom it asks, what it needs first, what it may find, and how to run it alone.

use super::Labels;
use crate::journey::{Asks, CheckId, Role, Topic};
use crate::report::Statement;
use crate::text::Text;
use crate::values::Value;
use serde_json::{Value as Json, json};

pub(super) fn statements(check: CheckId, text: &Text) -> Vec<Statement> {
    let labels = Labels(text);
    let mut said = vec![labels.with("proves", text.check_proves(check))];
    said.extend(labels.each("asks", asked(check, text)));
    said.extend(labels.each("needs", needed(check, text)));
    said.push(labels.with("step", format!("{}  {}", check.step().number(), text.step(check.step()))));
    said.push(labels.with("roles", text.roles(&roles(check))));
    said.push(labels.with("accuses", check.accuses().iter().map(|id| with_code(id)).collect::<Vec<_>>().join(", ")));
    said.push(labels.with("alone", alone(check)));
    said
}

pub(super) fn json(check: CheckId, text: &Text) -> Json {
    let asks: Vec<Json> = asks(check)
        .iter()
        .map(|asks| json!({ "service": asks.service, "method": asks.method, "path": asks.path, "at_times": asks.at_times }))
        .collect();
    let needs = roles(check).into_iter().map(|role| (role.name().to_owned(), json!(check.needs(role))));
    json!({
        "proves": text.check_proves(check),
        "asks": asks,
        "needs": Json::Object(needs.collect()),
        "step": check.step(),
        "roles": roles(check),
        "accuses": check.accuses(),
        "command": alone(check),
    })
}

fn roles(check: CheckId) -> Vec<Role> {
    Role::ALL.iter().copied().filter(|role| check.is_for(*role)).collect()
}

/// The calls for every role, each once.
fn asks(check: CheckId) -> Vec<Asks> {
    let mut all: Vec<Asks> = Vec::new();
    for asks in roles(check).into_iter().flat_map(|role| check.asks(role)) {
        if !all.contains(asks) {
            all.push(*asks);
        }
    }
    all
}

fn asked(check: CheckId, text: &Text) -> Vec<String> {
    let line = |key: &str, values: &[(&'static str, Value)]| text.line("explain", key, values);
    let call = |asks: &Asks| match asks.path {
        Some(path) => format!("{}: {} {path}", text.service(asks.service), asks.method),
        None => line("asks-own", &[]),
    };
    let said = |asks: &Asks| match (asks.at_times, asks.path) {
        (true, Some(_)) => line("asks-at-times", &[("call", Value::Text(call(asks)))]),
        (true, None) | (false, _) => call(asks),
    };
    let calls: Vec<String> = asks(check).iter().map(said).collect();
    if calls.is_empty() { vec![line("asks-nobody", &[])] } else { calls }
}

/// What must pass before it is asked. Where it is not the same for every role, with the roles.
fn needed(check: CheckId, text: &Text) -> Vec<String> {
    let mut groups: Vec<(&[CheckId], Vec<Role>)> = Vec::new();
    for role in roles(check) {
        match groups.iter_mut().find(|(needs, _)| *needs == check.needs(role)) {
            Some((_, roles)) => roles.push(role),
            None => groups.push((check.needs(role), vec![role])),
        }
    }
    let names = |needs: &[CheckId]| match needs {
        [] => text.line("explain", "needs-nothing", &[]),
        needs => needs.iter().map(|need| need.name()).collect::<Vec<_>>().join(", "),
    };
    let is_one = groups.len() == 1;
    let say = |(needs, roles): &(&[CheckId], Vec<Role>)| match is_one {
        true => names(needs),
        false => {
            let values = [("checks", Value::Text(names(needs))), ("roles", Value::Text(text.roles(roles)))];
            text.line("explain", "needs-for", &values)
        }
    };
    groups.iter().map(say).collect()
}

/// An id that can be looked up, with the service's code where it has one.
fn with_code(id: &str) -> String {
    let code = Topic::by_id(id).and_then(|topic| topic.codes().first().copied());
    code.map_or_else(|| id.to_owned(), |code| format!("{id} ({code})"))
}

fn alone(check: CheckId) -> String {
    format!("broker-setup check {check}")
}
