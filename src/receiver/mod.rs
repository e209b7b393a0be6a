//! The webhook receiver: accepts events from Altinn Events, on this machine's own address only (facts platform F.2 and F.3).
//!
//! Altinn sends no credential with its calls, so the address has a random part that only the subscription knows. What comes in is
//! sent through a channel. An event is answered only when the channel's reader has kept it, because Altinn sends an event that was
//! answered with 200 no more:
//!
//! ```text
//!   Altinn ──POST──▶ receiver ──Arrival::Event──▶ reader: keeps it
//!          ◀──200── ◀─────────────Receipt────────────┘
//! ```

mod envelope;
mod forwarding;
mod limits;
mod receipt;
mod seen;
mod serving;

pub use forwarding::{Forwarded, Forwarding};
pub use limits::Limits;
pub use receipt::Receipt;

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::routing::get;
use envelope::Envelope;
use jiff::Timestamp;
use seen::{Coming, Seen};
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::sync::{mpsc, watch};
use tokio::time::timeout;
use url::Url;
use uuid::Uuid;

use crate::journey::ReceivedEvent;

/// The largest body that is read, in bytes. Broker's events have some 500.
const LARGEST_BODY: usize = 64 * 1024;
/// How many arrivals the channel holds. When it is full, events are answered with 503 and Altinn sends them again later.
pub const WAITING: usize = 256;

#[derive(Debug)]
pub enum Arrival {
    /// Altinn validated the webhook. The subscription's id is None if the event's source does not name it.
    Validation {
        subscription: Option<i64>,
        at: Timestamp,
        /// The event as it was sent.
        body: String,
    },
    /// An event. Once it is kept, it is not reported again when it is delivered again.
    Event {
        event: ReceivedEvent,
        /// The type as it was sent, even if it is not one of Broker's.
        kind: String,
        /// The event as it was sent.
        body: String,
        receipt: Receipt,
    },
    /// A request at the right address that is not an event.
    Refused {
        /// The HTTP status of our answer.
        status: u16,
        at: Timestamp,
    },
}

/// A running receiver. Dropping it stops it at once.
#[derive(Debug)]
pub struct Receiver {
    /// The address to subscribe, with its secret part.
    pub url: Url,
    /// It ends when the receiver has stopped and everything that came in has been read.
    pub arrivals: mpsc::Receiver<Arrival>,
    stopping: watch::Sender<bool>,
}

#[derive(Debug)]
struct Desk {
    secret: String,
    limits: Limits,
    arrivals: mpsc::Sender<Arrival>,
    seen: Seen,
}

/// Listens on a loopback address. Port 0 takes any free port. Without `secret` the address has a random one; with one that was
/// given earlier, a subscription made then still leads here.
///
/// # Errors
/// The system's error if the address cannot be used, and `InvalidInput` for an address that other machines can reach, or for a
/// secret with characters other than letters, digits, `-` and `_`.
pub async fn listen(addr: SocketAddr, secret: Option<&str>, limits: Limits) -> io::Result<Receiver> {
    let secret = secret.map_or_else(made_up, str::to_owned);
    if !addr.ip().is_loopback() || !is_plain(&secret) {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let listener = TcpListener::bind(addr).await?;
    let url = Url::parse(&format!("http://{}/{secret}", listener.local_addr()?)).map_err(io::Error::other)?;
    let (sender, arrivals) = mpsc::channel(WAITING);
    let desk = Arc::new(Desk { secret, limits, arrivals: sender, seen: Seen::default() });
    // A tunnel or a proxy may leave in place what comes before the secret part.
    let routes = Router::new().route("/{*path}", get(look).post(take)).with_state(desk);
    let stopping = watch::Sender::new(false);
    let mut told = stopping.subscribe();
    let serving = serving::serve(listener, routes, limits, stopping.subscribe());
    tokio::spawn(async move {
        tokio::select! {
            () = serving => {}
            () = dropped(&mut told) => {}
        }
    });
    Ok(Receiver { url, arrivals, stopping })
}

/// A new secret part of an address, which cannot be guessed.
#[must_use]
pub fn made_up() -> String {
    Uuid::new_v4().simple().to_string()
}

/// Whether this can be the last part of an address as it is.
fn is_plain(secret: &str) -> bool {
    !secret.is_empty() && secret.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

/// Waits until the receiver is dropped.
async fn dropped(told: &mut watch::Receiver<bool>) {
    while told.changed().await.is_ok() {}
}

impl Receiver {
    /// Takes no more connections. What those that are open have brought is still to be read from `arrivals`, until they end.
    pub fn stop(&self) {
        self.stopping.send_replace(true);
    }
}

/// Answers a GET, with which a user or a check looks whether the receiver runs. 404 for anyone without the secret.
async fn look(State(desk): State<Arc<Desk>>, Path(path): Path<String>) -> StatusCode {
    if desk.is_at(&path) { StatusCode::OK } else { StatusCode::NOT_FOUND }
}

async fn take(State(desk): State<Arc<Desk>>, Path(path): Path<String>, headers: HeaderMap, body: Body) -> StatusCode {
    if !desk.is_at(&path) {
        return StatusCode::NOT_FOUND;
    }
    match desk.read(&headers, body).await {
        Ok((envelope, body)) => desk.file(envelope, body).await,
        Err(status) => {
            desk.tell(Arrival::Refused { status: status.as_u16(), at: Timestamp::now() });
            status
        }
    }
}

impl Desk {
    /// Whether the path ends with the secret part.
    fn is_at(&self, path: &str) -> bool {
        path.rsplit('/').next() == Some(self.secret.as_str())
    }

    async fn read(&self, headers: &HeaderMap, body: Body) -> Result<(Envelope, String), StatusCode> {
        let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if !envelope::is_taken(content_type) {
            return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE);
        }
        match timeout(self.limits.body, axum::body::to_bytes(body, LARGEST_BODY)).await {
            Ok(Ok(bytes)) => {
                let text = String::from_utf8(bytes.into()).ok();
                text.and_then(|text| Some((Envelope::read(text.as_bytes())?, text))).ok_or(StatusCode::BAD_REQUEST)
            }
            Ok(Err(_)) => Err(StatusCode::PAYLOAD_TOO_LARGE),
            Err(_) => Err(StatusCode::REQUEST_TIMEOUT),
        }
    }

    /// Reports an event unless it was kept before, and answers as its receipt says. Altinn sends what is answered with 500 or 503
    /// again.
    async fn file(&self, envelope: Envelope, body: String) -> StatusCode {
        let under_way = match self.seen.coming(envelope.id()) {
            Coming::New(under_way) => under_way,
            Coming::UnderWay => return StatusCode::SERVICE_UNAVAILABLE,
            Coming::Kept => return StatusCode::OK,
        };
        let (receipt, given) = Receipt::new();
        if !self.tell(envelope.arrival(body, Timestamp::now(), receipt)) {
            return StatusCode::SERVICE_UNAVAILABLE;
        }
        match timeout(self.limits.receipt, given).await {
            Ok(Ok(true)) => {
                under_way.kept();
                StatusCode::OK
            }
            Ok(Ok(false)) => StatusCode::INTERNAL_SERVER_ERROR,
            Ok(Err(_)) | Err(_) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    fn tell(&self, arrival: Arrival) -> bool {
        self.arrivals.try_send(arrival).is_ok()
    }
}

#[cfg(test)]
#[allow(clippy::expect_used, clippy::panic)]
mod tests;
