//! Resumable uploads, TUS 1.0.0 (facts broker-api 3).

use super::{BASE, files};
use crate::files::Content;
use crate::journey::Service;
use crate::services::http::{Accept, Answer, Ask, Endpoint};
use crate::services::{Foreign, Problem, Services, Token};
use reqwest::Method;
use reqwest::header::{HeaderName, HeaderValue};
use std::ops::Range;
use tokio::sync::watch;
use url::Url;
use uuid::Uuid;

const RESUMABLE: HeaderName = HeaderName::from_static("tus-resumable");
const VERSION: HeaderValue = HeaderValue::from_static("1.0.0");
pub(super) const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
const LENGTH: HeaderName = HeaderName::from_static("upload-length");

impl Services {
    /// Whether a file of so many bytes is sent in parts, so that its upload can go on after the line has broken.
    #[must_use]
    pub fn sends_in_parts(&self, size: u64) -> bool {
        size > self.patience().file.part
    }

    /// The address of a transfer's resumable upload.
    #[must_use]
    pub fn resumable_address(&self, transfer: &str) -> Url {
        self.platform(BASE, &["filetransfer", "upload", "tus", transfer])
    }

    /// `POST …/upload/tus/{id}`: begins a resumable upload of `length` bytes. Repeating it is safe only before any byte was sent.
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn begin_upload(&self, token: &Token, id: Uuid, length: u64) -> Answer<()> {
        self.resumable(Method::POST, id, "broker.upload-begin").with(LENGTH, length).bearer(token).answer().await.map(drop)
    }

    /// `HEAD …/upload/tus/{id}`: how many bytes Broker has. None if it knows no such upload. Broker may count those that it took last
    /// a moment later.
    ///
    /// # Errors
    /// A refusal with the status 409 once the upload is over, 423 while another request writes to it; or any other problem.
    pub async fn uploaded(&self, token: &Token, id: Uuid) -> Answer<Option<u64>> {
        match self.resumable(Method::HEAD, id, "broker.upload-offset").bearer(token).answer().await {
            Err(Problem::Refused(refusal)) if refusal.status == 404 => Ok(None),
            Err(problem) => Err(problem),
            Ok(heard) => heard.number(&OFFSET).map(Some).ok_or_else(|| heard.foreign(Foreign::Unreadable)),
        }
    }

    /// `PATCH …/upload/tus/{id}`: sends these bytes of the content, and returns how many Broker has from its beginning on. `progress`
    /// counts from the beginning of the content too.
    ///
    /// # Errors
    /// A refusal with the status 409 if Broker has fewer or more than the first of them, 423 while another request writes; or any
    /// other problem.
    pub async fn upload_part(
        &self,
        token: &Token,
        id: Uuid,
        content: &Content,
        part: Range<u64>,
        progress: &watch::Sender<u64>,
    ) -> Answer<u64> {
        let ask = self.resumable(Method::PATCH, id, "broker.upload-part").with(OFFSET, part.start).bearer(token);
        files::upload_part(ask, content, part, progress).await
    }

    fn resumable(&self, method: Method, id: Uuid, name: &'static str) -> Ask<'_> {
        let address = self.resumable_address(&id.to_string());
        self.ask(method, address, Endpoint::usual(Service::Broker, name)).accept(Accept::Any).with(RESUMABLE, VERSION)
    }
}
