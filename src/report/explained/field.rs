//! What is said of a field: who gives it, its form, what applies without it, who must answer it, and its names.

use super::Labels;
use crate::journey::{FieldId, FieldKind, Role};
use crate::report::Statement;
use crate::text::Text;
use crate::values::Value;
use serde_json::{Value as Json, json};

const FILE: &str = "explain";

pub(super) fn statements(field: FieldId, text: &Text) -> Vec<Statement> {
    let labels = Labels(text);
    let mut said = vec![labels.with("source", source(field, text)), labels.with("form", form(field, text))];
    said.extend(example(field, text).map(|example| labels.with("example", example)));
    said.push(labels.with("default", default(field, text)));
    said.push(labels.with("required", required(field, text)));
    said.extend(asked(field, text).map(|asked| labels.with("roles", asked)));
    said.extend(field.step().map(|step| labels.with("step", format!("{}  {}", step.number(), text.step(step)))));
    said.push(labels.with("flag", field.flag()));
    said.push(labels.with("variable", field.variable()));
    said.push(labels.with("toml", in_toml(field, text)));
    said
}

pub(super) fn json(field: FieldId, text: &Text) -> Json {
    let roles =
        |found: Option<(_, Vec<Role>)>| found.map(|(case, roles): (crate::journey::FieldCase, _)| json!({ "case": case, "roles": roles }));
    json!({
        "source": { "id": field.source(), "says": source(field, text) },
        "form": form(field, text),
        "example": example(field, text),
        "default": default(field, text),
        "required": roles(field.required_of()),
        "asked": roles(field.asked_of()),
        "step": field.step(),
        "flag": field.flag(),
        "variable": field.variable(),
        "toml": in_toml(field, text),
    })
}

fn source(field: FieldId, text: &Text) -> String {
    text.line(FILE, &format!("source.{}", field.source()), &[])
}

fn form(field: FieldId, text: &Text) -> String {
    let say = |key: &str| text.line(FILE, key, &[]);
    match (field, field.kind()) {
        (FieldId::Environment, _) => say("form-environment"),
        (FieldId::Organisation | FieldId::ClientOwner | FieldId::BrokerRequiredParty, _) => say("form-organisation"),
        (FieldId::TransferRecipients, _) => say("form-organisations"),
        (_, FieldKind::Choice(choices)) => text.line(FILE, "form-choice", &[("choices", Value::Text(choices.join(", ")))]),
        (_, FieldKind::Line) => say("form-line"),
        (_, FieldKind::SecretReference) => say("form-secret"),
        (_, FieldKind::Day) => say("form-day"),
        (_, FieldKind::Several) => say("form-several"),
        (_, FieldKind::Path) => say("form-path"),
    }
}

fn example(field: FieldId, text: &Text) -> Option<String> {
    text.find("fields", &format!("{field}.example"), &[])
}

/// What applies without an answer.
fn default(field: FieldId, text: &Text) -> String {
    match field.default_choice() {
        Some(choice) => choice.to_owned(),
        None => text.find("fields", &format!("{field}.unset"), &[]).unwrap_or_else(|| text.line(FILE, "default-none", &[])),
    }
}

fn required(field: FieldId, text: &Text) -> String {
    match field.required_of() {
        None => text.line(FILE, "required-nobody", &[]),
        Some((case, roles)) => text.line(FILE, &format!("required.{case}"), &[("roles", Value::Text(text.roles(&roles)))]),
    }
}

fn asked(field: FieldId, text: &Text) -> Option<String> {
    let (case, roles) = field.asked_of()?;
    Some(text.line(FILE, &format!("asked.{case}"), &[("roles", Value::Text(text.roles(&roles)))]))
}

/// The line of a profile or an answers file, with the example.
fn in_toml(field: FieldId, text: &Text) -> String {
    let example = example(field, text).unwrap_or_default();
    match field.kind() {
        FieldKind::Several => {
            let items: Vec<String> = example.split(',').map(|item| format!("\"{}\"", item.trim())).collect();
            format!("{field} = [{}]", items.join(", "))
        }
        FieldKind::Choice(_) | FieldKind::Line | FieldKind::SecretReference | FieldKind::Day | FieldKind::Path => {
            format!("{field} = \"{example}\"")
        }
    }
}
