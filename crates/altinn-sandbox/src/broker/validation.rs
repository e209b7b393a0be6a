//! Reads and checks the body of initialize (facts broker-api 2.1).

use crate::http::fields;
use serde_json::{Map, Value};

const SENDER_FORM: &str = "Organization numbers should be on the form countrycode:organizationnumber (e.g. 0192:910753614) or urn:altinn:organization:identifier-no:organizationnumber";
const RECIPIENT_FORM: &str = "Each recipient should be on the form countrycode:organizationnumber (e.g. 0192:910753614) or urn:altinn:organization:identifier-no:organizationnumber";
const ORGANISATION_URN: &str = "urn:altinn:organization:identifier-no:";
const RESOURCE_URN: &str = "urn:altinn:resource:";

/// A body that passed all checks.
#[derive(Debug, Clone)]
pub(super) struct NewTransfer {
    pub file_name: String,
    pub resource: String,
    pub reference: String,
    pub sender: String,
    pub recipients: Vec<String>,
    pub properties: Map<String, Value>,
    pub checksum: Option<String>,
    pub scanned: bool,
}

/// Why a body was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum BodyRefused {
    /// The error texts by key, as `errors` lists them.
    Invalid(Vec<(String, String)>),
    /// It passes the validation, but the service then fails with 500.
    Breaks,
}

type Errors = Vec<(String, String)>;

pub(super) fn asked(body: &Map<String, Value>) -> Result<NewTransfer, BodyRefused> {
    let mut errors = Errors::new();
    let file_name = bounded(body, "fileName", "FileName", 255, &mut errors);
    let resource = resource(body, &mut errors);
    let reference = reference(body, &mut errors);
    let sender = sender(body, &mut errors);
    let recipients = recipients(body, &mut errors);
    let properties = properties(body, &mut errors)?;
    let checksum = checksum(body, &mut errors);
    if !errors.is_empty() {
        return Err(BodyRefused::Invalid(errors));
    }
    let null_recipient = recipients.iter().any(Option::is_none);
    // The column in the service's table holds 500 characters.
    if null_recipient || reference.chars().count() > 500 {
        return Err(BodyRefused::Breaks);
    }
    let scanned = !fields::member(body, "disableVirusScan").and_then(Value::as_bool).unwrap_or(false);
    let recipients = recipients.into_iter().flatten().collect();
    Ok(NewTransfer { file_name, resource, reference, sender, recipients, properties, checksum, scanned })
}

fn complain(errors: &mut Errors, key: &str, text: impl Into<String>) {
    errors.push((key.to_owned(), text.into()));
}

fn text<'a>(body: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    fields::member(body, name).and_then(Value::as_str)
}

fn is_null(body: &Map<String, Value>, name: &str) -> bool {
    fields::member(body, name).is_some_and(Value::is_null)
}

/// The length in UTF-16 units, as .NET counts.
fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

fn length_text(key: &str, most: usize) -> String {
    format!("The field {key} must be a string with a minimum length of 1 and a maximum length of {most}.")
}

/// A missing member and "" break both rules, "required" and "length"; null and blanks break only the first.
fn bounded(body: &Map<String, Value>, name: &str, key: &str, most: usize, errors: &mut Errors) -> String {
    let given = text(body, name).unwrap_or_default();
    if given.trim().is_empty() {
        complain(errors, key, format!("The {key} field is required."));
    }
    if (given.is_empty() && !is_null(body, name)) || length(given) > most {
        complain(errors, key, length_text(key, most));
    }
    given.to_owned()
}

fn resource(body: &Map<String, Value>, errors: &mut Errors) -> String {
    let given = bounded(body, "resourceId", "ResourceId", 255, errors);
    let bare = given.strip_prefix(RESOURCE_URN).unwrap_or(&given);
    if !given.is_empty() && (bare.is_empty() || bare.contains(':') || length(bare) > 255) {
        complain(errors, "ResourceId", "Invalid Resource identifier format");
    }
    bare.to_owned()
}

fn reference(body: &Map<String, Value>, errors: &mut Errors) -> String {
    let (name, key) = ("sendersFileTransferReference", "SendersFileTransferReference");
    let given = text(body, name).unwrap_or_default();
    if is_null(body, name) {
        complain(errors, key, format!("The {key} field is required."));
    } else if given.is_empty() || length(given) > 4096 {
        complain(errors, key, length_text(key, 4096));
    }
    given.to_owned()
}

fn is_organisation(text: &str) -> bool {
    let nine = |digits: &str| digits.len() == 9 && digits.bytes().all(|byte| byte.is_ascii_digit());
    match text.strip_prefix(ORGANISATION_URN) {
        Some(digits) => nine(digits),
        None => text
            .split_once(':')
            .is_some_and(|(code, digits)| code.len() == 4 && code.bytes().all(|byte| byte.is_ascii_digit()) && nine(digits)),
    }
}

fn sender(body: &Map<String, Value>, errors: &mut Errors) -> String {
    let given = text(body, "sender").unwrap_or_default();
    if given.trim().is_empty() {
        complain(errors, "Sender", "The Sender field is required.");
    }
    if !given.is_empty() && !is_organisation(given) {
        complain(errors, "Sender", SENDER_FORM);
    }
    given.to_owned()
}

/// Reads the recipients. An empty string passes; a null element makes the service fail with 500 later.
fn recipients(body: &Map<String, Value>, errors: &mut Errors) -> Vec<Option<String>> {
    if is_null(body, "recipients") {
        complain(errors, "Recipients", "The Recipients field is required.");
        return Vec::new();
    }
    let list = fields::member(body, "recipients").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    if list.is_empty() {
        complain(errors, "Recipients", "One or more recipients are required");
    }
    let malformed = |value: &Value| value.as_str().is_some_and(|text| !text.is_empty() && !is_organisation(text));
    if list.iter().any(malformed) {
        complain(errors, "Recipients", RECIPIENT_FORM);
    }
    list.iter().map(|value| value.as_str().map(str::to_owned)).collect()
}

/// Checks one property after the other and reports only the first error. A null value makes the service fail with 500.
fn properties(body: &Map<String, Value>, errors: &mut Errors) -> Result<Map<String, Value>, BodyRefused> {
    if is_null(body, "propertyList") {
        complain(errors, "PropertyList", "The PropertyList field is required.");
    }
    let list = fields::member(body, "propertyList").and_then(Value::as_object).cloned().unwrap_or_default();
    if list.len() > 10 {
        complain(errors, "PropertyList", "PropertyList can contain at most 10 properties");
        return Ok(list);
    }
    for (key, value) in &list {
        if length(key) > 50 {
            let text = format!("PropertyList Key can not be longer than 50. Length:{}, KeyValue:{key}", length(key));
            complain(errors, "PropertyList", text);
            break;
        }
        let value = value.as_str().ok_or(BodyRefused::Breaks)?;
        if length(value) > 3000 {
            let text = format!("PropertyList Value can not be longer than 3000. Length:{}, Value:{value}", length(value));
            complain(errors, "PropertyList", text);
            break;
        }
    }
    Ok(list)
}

/// The checksum: "" when omitted, `None` when sent as null.
fn checksum(body: &Map<String, Value>, errors: &mut Errors) -> Option<String> {
    let given = match fields::member(body, "checksum") {
        None => return Some(String::new()),
        Some(Value::Null) => return None,
        Some(value) => value.as_str().unwrap_or_default(),
    };
    if !given.trim().is_empty() {
        if length(given) != 32 {
            complain(errors, "Checksum", "The checksum, if used, must be a MD5 hash with a length of 32 characters");
        } else if given.chars().any(char::is_uppercase) {
            complain(errors, "Checksum", "The checksum, if used, must be a MD5 hash in lower case");
        }
    }
    Some(given.to_owned())
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use serde_json::json;

    fn sound() -> Value {
        json!({"fileName": "a.txt", "resourceId": "acme-broker-test", "sendersFileTransferReference": "r", "sender": "0192:310100013",
               "recipients": ["0192:310100021"]})
    }

    fn complaints(change: impl FnOnce(&mut Map<String, Value>)) -> Vec<String> {
        let mut body = sound();
        change(body.as_object_mut().expect("an object"));
        match asked(body.as_object().expect("an object")) {
            Ok(_) => vec![],
            Err(BodyRefused::Invalid(errors)) => errors.into_iter().map(|(key, text)| format!("{key}: {text}")).collect(),
            Err(BodyRefused::Breaks) => vec!["500".to_owned()],
        }
    }

    /// Facts broker-api 2.1.
    #[test]
    fn each_field_is_refused_in_the_services_words() {
        let name = "FileName: The FileName field is required.".to_owned();
        let name_length = format!("FileName: {}", length_text("FileName", 255));
        assert!(complaints(|_| {}).is_empty());
        assert_eq!(
            complaints(|body| {
                body.remove("fileName");
            }),
            [name.clone(), name_length]
        );
        assert_eq!(
            complaints(|body| {
                body.insert("fileName".into(), Value::Null);
            }),
            [name]
        );
        let reference = format!("SendersFileTransferReference: {}", length_text("SendersFileTransferReference", 4096));
        assert_eq!(
            complaints(|body| {
                body.remove("sendersFileTransferReference");
            }),
            [reference]
        );
        assert_eq!(
            complaints(|body| {
                body.insert("resourceId".into(), json!("a:b"));
            }),
            ["ResourceId: Invalid Resource identifier format"]
        );
        assert_eq!(
            complaints(|body| {
                body.insert("sender".into(), json!("310100013"));
            }),
            [format!("Sender: {SENDER_FORM}")]
        );
        assert_eq!(
            complaints(|body| {
                body.insert("recipients".into(), json!([]));
            }),
            ["Recipients: One or more recipients are required"]
        );
        assert_eq!(
            complaints(|body| {
                body.insert("recipients".into(), json!([null]));
            }),
            ["500"]
        );
        assert!(
            complaints(|body| {
                body.insert("recipients".into(), json!([""]));
            })
            .is_empty()
        );
        assert_eq!(
            complaints(|body| {
                body.insert("propertyList".into(), Value::Null);
            }),
            ["PropertyList: The PropertyList field is required."]
        );
        assert_eq!(
            complaints(|body| {
                body.insert("checksum".into(), json!("D41D8CD98F00B204E9800998ECF8427E"));
            }),
            ["Checksum: The checksum, if used, must be a MD5 hash in lower case"]
        );
        assert!(
            complaints(|body| {
                let sender = body.remove("sender").expect("it");
                body.insert("SENDER".into(), sender);
            })
            .is_empty()
        );
    }
}
