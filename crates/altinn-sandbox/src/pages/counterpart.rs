//! The page of a transfer's other organisation, which sends, fetches and confirms files.

use super::acting::{Acting, Outcome, read};
use super::back::{back_to_form, back_with};
use super::guard::{PageRequest, Posted};
use super::note::{Form, Note};
use super::respond::page;
use super::world;
use crate::broker::transfer::{RecipientStatus, Status, Transfer};
use crate::known;
use crate::shared::Shared;
use crate::values::OrgNumber;
use crate::world::World;
use crate::world::organisations::Organisation;
use aws_lc_rs::digest::{Context, SHA256, digest};
use axum::body::Body;
use axum::extract::State;
use axum::http::Method;
use axum::response::Response;
use futures_util::StreamExt;
use serde_json::{Value, json};
use std::sync::Arc;
use uuid::Uuid;

/// How many of the newest transfers are shown.
const SHOWN: usize = 20;
/// The prefix of a test transfer's reference (contract 6).
const MARK: &str = "broker-setup-test-";

fn of_organisation(number: &str) -> String {
    format!("/sandbox/counterpart?org={number}")
}

pub(super) async fn show(State(shared): State<Arc<Shared>>, page_request: PageRequest) -> Response {
    let feedback = shared.notes.take(page_request.one("note"));
    let world = shared.world.lock().await;
    let number =
        world::chosen(&world, page_request.one("org"), known::RECIPIENT.number).map_or("", |found| found.number.digits()).to_owned();
    let received: Vec<Value> = world.broker.newest_first().filter_map(|transfer| received(&world, transfer, &number)).take(SHOWN).collect();
    let sent = world.broker.newest_first().filter(|transfer| transfer.sender.ends_with(&number)).take(SHOWN);
    let other = if number == known::SENDER.number { known::RECIPIENT.number } else { known::SENDER.number };
    let values = json!({
        "organisations": world::organisations(&world, &number),
        "recipients": world::organisations(&world, feedback.typed("send", "recipient").unwrap_or(other)),
        "org": world::named(&world, &number), "received": received,
        "resources": world::choices(world::configured(&world), feedback.typed("send", "resource")),
        "sent": sent.map(|transfer| sent_json(&world, transfer)).collect::<Vec<_>>(),
    });
    drop(world);
    page(feedback, "counterpart", values)
}

/// A transfer as one of its recipients sees it.
fn received(world: &World, transfer: &Transfer, number: &str) -> Option<Value> {
    let recipient = transfer.recipients().into_iter().find(|recipient| recipient.ends_with(number))?;
    let highest = transfer.highest(recipient)?;
    let open = transfer.status() == Status::Published && highest != RecipientStatus::DownloadConfirmed;
    Some(json!({
        "id": transfer.id, "file": transfer.file_name, "size": transfer.size, "status": transfer.status(), "resource": transfer.resource,
        "sender": world::named(world, &transfer.sender), "fetchable": open, "confirmable": open && highest == RecipientStatus::DownloadStarted,
        "confirmed": highest == RecipientStatus::DownloadConfirmed,
    }))
}

fn sent_json(world: &World, transfer: &Transfer) -> Value {
    let recipients: Vec<Value> = transfer.recipients().into_iter().map(|recipient| world::named(world, recipient)).collect();
    json!({"id": transfer.id, "file": transfer.file_name, "size": transfer.size, "status": transfer.status(), "recipients": recipients})
}

/// The organisation that the form acts for.
fn played(world: &World, posted: &Posted) -> Option<Organisation> {
    world.organisations.by_number(&posted.read("org")?).cloned()
}

/// Redirects to the organisation's page with the outcome.
fn back_with_outcome(shared: &Shared, organisation: &Organisation, outcome: Outcome<Note>) -> Response {
    let note = outcome.unwrap_or_else(|refused| refused);
    back_with(shared, &of_organisation(organisation.number.digits()), note)
}

pub(super) async fn send(State(shared): State<Arc<Shared>>, posted: Posted) -> Response {
    let organisation = played(&*shared.world.lock().await, &posted);
    let Some(organisation) = organisation else { return back_with(&shared, "/sandbox/counterpart", Note::Nothing {}) };
    match sent(&shared, &organisation, &posted).await {
        Ok(note) => back_with_outcome(&shared, &organisation, Ok(note)),
        Err(note) => {
            let form = Form { name: "send", beside: "send" };
            back_to_form(&shared, &of_organisation(organisation.number.digits()), note, form, &posted)
        }
    }
}

async fn sent(shared: &Arc<Shared>, organisation: &Organisation, posted: &Posted) -> Outcome<Note> {
    let (Some(resource), Some(recipient)) = (posted.one("resource"), posted.read::<OrgNumber>("recipient")) else {
        return Err(Note::Nothing {});
    };
    let acting = Acting::of(shared, &*shared.world.lock().await, organisation, Some(resource))?;
    let bytes = posted.one("text").unwrap_or_default().as_bytes().to_vec();
    let marked = posted.one("marked").is_some();
    let random = Uuid::new_v4().simple().to_string();
    let reference = format!("{}{}", if marked { MARK } else { "by-hand-" }, random.get(..12).unwrap_or(&random));
    let properties = if marked { json!({"broker-setup": "test", "sha256": hex(digest(&SHA256, &bytes).as_ref())}) } else { json!({}) };
    let body = json!({"fileName": posted.one("file").unwrap_or("file.txt"), "resourceId": resource, "sendersFileTransferReference": reference,
                      "sender": organisation.number.iso6523(), "recipients": [recipient.iso6523()], "propertyList": properties});
    let made = read(acting.broker(Method::POST, "/filetransfer", "application/json", body.to_string()).await?).await?;
    let id: Uuid = made.get("fileTransferId").and_then(Value::as_str).and_then(|id| id.parse().ok()).ok_or(Note::Nothing {})?;
    // The user sent this by hand, so the sandbox's own counterpart must not fetch it.
    shared.world.lock().await.broker.is_sent_by_hand(id);
    let size = bytes.len();
    acting.broker(Method::POST, &format!("/filetransfer/{id}/upload"), "application/octet-stream", bytes).await?;
    Ok(Note::FileSent { id, size })
}

pub(super) async fn fetch(State(shared): State<Arc<Shared>>, posted: Posted) -> Response {
    by_recipient(&shared, &posted, Step::Fetch).await
}

pub(super) async fn confirm(State(shared): State<Arc<Shared>>, posted: Posted) -> Response {
    by_recipient(&shared, &posted, Step::Confirm).await
}

/// What a recipient does with a transfer.
#[derive(Debug, Clone, Copy)]
enum Step {
    Fetch,
    Confirm,
}

async fn by_recipient(shared: &Arc<Shared>, posted: &Posted, step: Step) -> Response {
    let (organisation, transfer) = {
        let world = shared.world.lock().await;
        let transfer = posted.read::<Uuid>("transfer").and_then(|id| world.broker.transfer(id).cloned());
        (played(&world, posted), transfer)
    };
    let (Some(organisation), Some(transfer)) = (organisation, transfer) else {
        return back_with(shared, "/sandbox/counterpart", Note::Nothing {});
    };
    let outcome = match step {
        Step::Fetch => fetched(shared, &organisation, &transfer).await,
        Step::Confirm => confirmed(shared, &organisation, &transfer).await,
    };
    back_with_outcome(shared, &organisation, outcome)
}

async fn fetched(shared: &Arc<Shared>, organisation: &Organisation, transfer: &Transfer) -> Outcome<Note> {
    let acting = Acting::of(shared, &*shared.world.lock().await, organisation, Some(&transfer.resource))?;
    let answer = acting.broker(Method::GET, &format!("/filetransfer/{}/download", transfer.id), "", Body::empty()).await?;
    let (mut hash, mut size) = (Context::new(&SHA256), 0_u64);
    let mut chunks = answer.into_body().into_data_stream();
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.map_err(|cause| Note::NotKept { cause: cause.to_string() })?;
        hash.update(&chunk);
        size += chunk.len() as u64;
    }
    let sha256 = hex(hash.finish().as_ref());
    let agrees = transfer.properties.get("sha256").and_then(Value::as_str).map(|announced| announced == sha256);
    Ok(Note::FileFetched { name: transfer.file_name.clone(), size, sha256, agrees })
}

async fn confirmed(shared: &Arc<Shared>, organisation: &Organisation, transfer: &Transfer) -> Outcome<Note> {
    let acting = Acting::of(shared, &*shared.world.lock().await, organisation, Some(&transfer.resource))?;
    acting.broker(Method::POST, &format!("/filetransfer/{}/confirmdownload", transfer.id), "", Body::empty()).await?;
    Ok(Note::FileConfirmed {})
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
