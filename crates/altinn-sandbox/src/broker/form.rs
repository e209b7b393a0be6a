//! `POST /filetransfer/upload`: initialize and upload in one multipart form (facts broker-api 2.3).

use super::call::{BrokerCall, broke};
use super::intake::{Hashing, Intake, Received};
use super::multipart::{Part, Parts, Unreadable};
use super::problem::{Bro, validation};
use super::validation::{BodyRefused, asked};
use super::{initialize, upload};
use crate::http::reply;
use crate::scheduler;
use axum::body::Body;
use axum::http::{StatusCode, header};
use axum::response::Response;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

const LIMIT: u64 = 2_147_483_647;
/// The most bytes of all fields that are no file.
const FIELDS: usize = 4 << 20;
/// The most parts of a form, as the services' framework takes.
const PARTS: usize = 1024;
const METADATA: &str = "metadata.";

#[derive(Default)]
struct Form {
    /// The fields as JSON, in the shape initialize takes; `None` when there were none.
    metadata: Option<Map<String, Value>>,
    recipients: Recipients,
    file: Option<Received>,
    errors: Vec<(String, String)>,
}

/// The recipients as sent: in repeated fields, or in fields with an index each.
#[derive(Default)]
struct Recipients {
    repeated: Vec<String>,
    indexed: BTreeMap<usize, String>,
}

impl Recipients {
    fn take(&mut self, rest: &str, value: String) {
        match rest.trim_matches(['[', ']']).parse() {
            Ok(index) => {
                self.indexed.entry(index).or_insert(value);
            }
            Err(_) => self.repeated.push(value),
        }
    }

    /// Repeated fields take precedence. Indexed ones count from 0, and the list ends at the first gap.
    fn list(self) -> Option<Vec<String>> {
        let any = !(self.repeated.is_empty() && self.indexed.is_empty());
        let counted = self.indexed.into_iter().enumerate().take_while(|(at, (index, _))| at == index).map(|(_, (_, value))| value);
        any.then(|| if self.repeated.is_empty() { counted.collect() } else { self.repeated })
    }
}

pub(super) async fn upload(call: &BrokerCall, body: Body, path: &str) -> Result<Response, Response> {
    let mut form = read(call, body).await?;
    let file = form.file.take();
    match (checked(form), file) {
        (Ok(asked), Some(mut file)) => {
            let id = {
                let mut world = call.shared.world.lock().await;
                let (id, happened) = initialize::begun(call, &mut world, asked).map_err(Bro::json)?;
                scheduler::carry_out(&call.shared, &mut world, happened);
                id
            };
            // If the upload fails from here on, the transfer stays, but the answer does not contain its id.
            if upload::begin(call, id, Some(file.size)).await? == Hashing::Now {
                file.sum().await.map_err(|_| Bro::UploadFailed.json())?;
            }
            upload::finish(call, id, file).await
        }
        (outcome, file) => Err(refused(outcome.err(), file.is_none(), path)),
    }
}

async fn read(call: &BrokerCall, body: Body) -> Result<Form, Response> {
    let text = |name| call.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if text(header::CONTENT_LENGTH).parse::<u64>().is_ok_and(|length| length > LIMIT) {
        return Err(unreadable(Unreadable::TooLong));
    }
    // Without a content type the framework reads no form.
    if text(header::CONTENT_TYPE).is_empty() {
        return Ok(Form::default());
    }
    let Some(mut parts) = Parts::of(text(header::CONTENT_TYPE), body, LIMIT) else {
        return Err(validation(&[("", "Failed to read the request form. Missing content-type boundary.")]));
    };
    let mut form = Form::default();
    let (mut count, mut room) = (0, FIELDS);
    while let Some(part) = parts.next().await.map_err(unreadable)? {
        count += 1;
        if count > PARTS {
            return Err(validation(&[("", &format!("Failed to read the request form. Form value count limit {PARTS} exceeded."))]));
        }
        if part.is_file {
            let taken = file(call, &mut parts, form.hashing()).await?;
            if part.name.eq_ignore_ascii_case("FileTransfer") && form.file.is_none() {
                form.file = Some(taken);
            }
        } else {
            let value = value(&mut parts, &mut room).await?;
            form.take(&part, value);
        }
    }
    Ok(form)
}

/// Reads the file's bytes; the file name and content type of the part are ignored.
async fn file(call: &BrokerCall, parts: &mut Parts, hashing: Hashing) -> Result<Received, Response> {
    let mut intake = Intake::new(&call.shared, hashing);
    loop {
        match parts.data().await {
            Ok(Some(chunk)) => intake.push(chunk).await.map_err(|_| Bro::UploadFailed.json())?,
            Ok(None) => return intake.finish().await.map_err(|_| Bro::UploadFailed.json()),
            Err(cause) => return Err(unreadable(cause)),
        }
    }
}

/// The value of a field, which takes its part of the room for all of them.
async fn value(parts: &mut Parts, room: &mut usize) -> Result<String, Response> {
    let mut bytes = Vec::new();
    while let Some(chunk) = parts.data().await.map_err(unreadable)? {
        *room = room.checked_sub(chunk.len()).ok_or_else(|| reply::empty(StatusCode::PAYLOAD_TOO_LARGE))?;
        bytes.extend_from_slice(&chunk);
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

impl Form {
    /// Whether to compute the MD5 while reading. A checksum field after the file is seen too late for this; then it is computed
    /// afterwards.
    fn hashing(&self) -> Hashing {
        let supplied = self.metadata.as_ref().is_some_and(|metadata| metadata.contains_key("checksum"));
        if supplied { Hashing::Now } else { Hashing::Later }
    }

    fn take(&mut self, part: &Part, value: String) {
        let Some(field) = part.name.get(METADATA.len()..).filter(|_| part.name.to_ascii_lowercase().starts_with(METADATA)) else { return };
        let metadata = self.metadata.get_or_insert_default();
        // The framework turns an empty field into null.
        let text = if value.is_empty() { Value::Null } else { Value::from(value.as_str()) };
        let (name, rest) = field.split_at(field.find(['[', '.']).unwrap_or(field.len()));
        match name.to_ascii_lowercase().as_str() {
            "filename" => set(metadata, "fileName", text),
            "resourceid" => set(metadata, "resourceId", text),
            "sendersfiletransferreference" => set(metadata, "sendersFileTransferReference", text),
            "sender" => set(metadata, "sender", text),
            "checksum" => set(metadata, "checksum", text),
            "disablevirusscan" => match value.to_ascii_lowercase().as_str() {
                "" => {}
                "true" => set(metadata, "disableVirusScan", Value::from(true)),
                "false" => set(metadata, "disableVirusScan", Value::from(false)),
                _ => self
                    .errors
                    .push(("Metadata.DisableVirusScan".to_owned(), format!("The value '{value}' is not valid for DisableVirusScan."))),
            },
            "recipients" => self.recipients.take(rest, value),
            "propertylist" => {
                let key = rest.trim_start_matches(['[', '.']).trim_end_matches(']');
                if let Some(list) = metadata.entry("propertyList").or_insert_with(|| Value::Object(Map::new())).as_object_mut() {
                    list.insert(key.to_owned(), Value::from(value));
                }
            }
            _ => {}
        }
    }
}

/// The first of repeated fields counts.
fn set(metadata: &mut Map<String, Value>, name: &str, value: Value) {
    metadata.entry(name).or_insert(value);
}

fn checked(form: Form) -> Result<super::validation::NewTransfer, BodyRefused> {
    let Some(mut metadata) = form.metadata else {
        return Err(BodyRefused::Invalid(vec![("Metadata".to_owned(), "The Metadata field is required.".to_owned())]));
    };
    if let Some(list) = form.recipients.list() {
        metadata.insert("recipients".to_owned(), Value::from(list));
    }
    let prefixed = |(key, text): (String, String)| (format!("Metadata.{key}"), text);
    match asked(&metadata) {
        Ok(asked) if form.errors.is_empty() => Ok(asked),
        Ok(_) => Err(BodyRefused::Invalid(form.errors)),
        Err(BodyRefused::Breaks) => Err(BodyRefused::Breaks),
        Err(BodyRefused::Invalid(errors)) => {
            Err(BodyRefused::Invalid(form.errors.into_iter().chain(errors.into_iter().map(prefixed)).collect()))
        }
    }
}

fn refused(wrong: Option<BodyRefused>, missing_file: bool, path: &str) -> Response {
    let mut errors = match wrong {
        Some(BodyRefused::Breaks) if !missing_file => return broke(path),
        Some(BodyRefused::Breaks) | None => Vec::new(),
        Some(BodyRefused::Invalid(errors)) => errors,
    };
    if missing_file {
        errors.push(("FileTransfer".to_owned(), "The FileTransfer field is required.".to_owned()));
    }
    let errors: Vec<(&str, &str)> = errors.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
    validation(&errors)
}

fn unreadable(cause: Unreadable) -> Response {
    let text = match cause {
        Unreadable::TooLong => format!("Failed to read the request form. Multipart body length limit {LIMIT} exceeded."),
        Unreadable::Client | Unreadable::Malformed => {
            "Failed to read the request form. Unexpected end of Stream, the content may have already been read by another component. "
                .to_owned()
        }
    };
    validation(&[("", &text)])
}
