//! A request to a resumable upload, and the checks it must pass.

use super::super::access::{digits, has_access};
use super::super::problem::Bro;
use super::super::transfer::{Status, Transfer};
use super::super::upload as streamed;
use super::answer::{self, bare, empty, problem, refused};
use crate::clock;
use crate::decision::subject::Subject;
use crate::http::answer::with_header;
use crate::http::reply;
use crate::http::target::Target;
use crate::identity::caller::Caller;
use crate::shared::Shared;
use crate::world::World;

use axum::http::{HeaderMap, HeaderName, Method, StatusCode};
use axum::response::Response;
use std::sync::Arc;
use uuid::Uuid;

pub(super) const SCOPES: &[&str] = &["altinn:broker.write"];

const OVERRIDE: HeaderName = HeaderName::from_static("x-http-method-override");

/// The parts of a resumable upload's address.
#[derive(Debug, Clone)]
pub(in super::super) struct Address {
    /// The transfer's id; `None` when it is missing or no GUID.
    pub transfer: Option<Uuid>,
    pub partial: Option<String>,
    /// Whether the address names an upload.
    pub is_upload: bool,
    pub(super) method: Method,
}

impl Address {
    /// Reads the address; `None` when it is not one of the resumable upload.
    pub(in super::super) fn of(target: &Target) -> Option<Self> {
        let segments = target.segments();
        let (id, partial) = match segments.as_slice() {
            ["filetransfer", "upload", "tus"] => (None, None),
            ["filetransfer", "upload", "tus", id] => (Some(*id), None),
            ["filetransfer", "upload", "tus", id, "partial", partial] => (Some(*id), Some((*partial).to_owned())),
            _ => return None,
        };
        let transfer = id.and_then(|id| Uuid::parse_str(id).ok());
        Some(Self { transfer, partial, is_upload: id.is_some(), method: target.method.clone() })
    }

    /// The id that the TUS library uses for the upload.
    pub(super) fn file(&self) -> Option<String> {
        self.partial.clone().or_else(|| self.transfer.map(|id| id.to_string()))
    }

    pub(super) fn path(&self) -> String {
        let transfer = self.transfer.map(|id| format!("/{id}")).unwrap_or_default();
        let partial = self.partial.as_ref().map(|partial| format!("/partial/{partial}")).unwrap_or_default();
        format!("{}{transfer}{partial}", answer::BASE)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Intent {
    Create,
    Write,
    Info,
    Delete,
}

/// A request whose token and scope were accepted.
pub(super) struct UploadCall {
    pub shared: Arc<Shared>,
    pub caller: Caller,
    pub subject: Subject,
    pub address: Address,
    pub headers: HeaderMap,
}

pub(super) fn in_progress(transfer: &Transfer) -> bool {
    matches!(transfer.status(), Status::UploadStarted | Status::UploadProcessing)
}

impl UploadCall {
    /// A header as text; `None` when it is missing or not readable as text.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// What the request wants, else the answer to `OPTIONS` or an empty 404 for what is no TUS request.
    pub(super) fn intent(&self) -> Result<Intent, Response> {
        let method = self.headers.get(OVERRIDE).and_then(|value| Method::from_bytes(value.as_bytes().to_ascii_uppercase().as_slice()).ok());
        let method = method.unwrap_or_else(|| self.address.method.clone());
        if method == Method::OPTIONS {
            return Err(answer::options());
        }
        let no_request = || Err(reply::empty(StatusCode::NOT_FOUND));
        if !self.headers.contains_key(answer::RESUMABLE) {
            return no_request();
        }
        let (upload, partial) = (self.address.is_upload, self.address.partial.is_some());
        match method.as_str() {
            "POST" if !partial => Ok(Intent::Create),
            "PATCH" if upload => Ok(Intent::Write),
            "HEAD" if upload => Ok(Intent::Info),
            "DELETE" if upload => Ok(Intent::Delete),
            _ => no_request(),
        }
    }

    /// The transfer's id, if the caller has access and then if the request names the supported TUS version.
    pub(super) fn authorized(&self, world: &mut World, intent: Intent) -> Result<Uuid, Response> {
        let id = self.address.transfer.ok_or_else(|| bare(404, "Missing file transfer id"))?;
        self.access(world, id, intent).map_err(problem)?;
        match self.header("tus-resumable") {
            Some(answer::VERSION) => Ok(id),
            given => {
                let text = format!("Tus version {} is not supported. Supported versions: 1.0.0", given.unwrap_or_default());
                Err(with_header(refused(412, text), HeaderName::from_static("tus-version"), answer::VERSION))
            }
        }
    }

    fn access(&self, world: &mut World, id: Uuid, intent: Intent) -> Result<(), Bro> {
        let transfer = world.broker.transfer(id).ok_or(Bro::NotFound)?;
        // Within a session the service does not ask the policy decision point again.
        if matches!(intent, Intent::Info | Intent::Write) && in_session(world, &self.caller, transfer) {
            let progress = in_progress(transfer);
            world.broker.tus.of(id).admit(&self.caller, clock::now());
            return if progress { Ok(()) } else { Err(Bro::AlreadyUploaded) };
        }
        match intent {
            Intent::Info => {
                let permitted = has_access(world, &self.subject, &["write"], &transfer.resource, digits(&transfer.sender));
                return if permitted { Ok(()) } else { Err(Bro::NoAccess) };
            }
            Intent::Create | Intent::Write | Intent::Delete => {
                streamed::admitted(world, &self.subject, id)?;
            }
        }
        let session = world.broker.tus.of(id);
        if intent == Intent::Delete {
            session.dismiss(&self.caller)
        } else {
            session.admit(&self.caller, clock::now())
        }
        Ok(())
    }

    /// An empty 404 for an upload that does not exist.
    pub(super) fn no_upload() -> Response {
        empty(StatusCode::NOT_FOUND)
    }

    /// 423 while another request uses the upload.
    pub(super) fn locked() -> Response {
        refused(423, "File is currently being updated. Please try again later")
    }

    pub(super) fn partial(&self) -> Option<&str> {
        self.address.partial.as_deref()
    }
}

pub(super) fn in_session(world: &World, caller: &Caller, transfer: &Transfer) -> bool {
    let now = clock::now();
    world.broker.tus.known(transfer.id).is_some_and(|session| {
        session.has_admitted(caller, now)
            || (session.is_active(now) && caller.party().digits() == digits(&transfer.sender) && in_progress(transfer))
    })
}
