//! The webhook receiver: accepts events from Altinn Events, on this machine's own address only (facts platform F.2 and F.3).
//!
//! Altinn sends no credential with its calls, so the address has a random part that only the subscription knows. Each call is
//! answered at once, and what came in is sent through a channel.

mod envelope;

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::routing::get;
use envelope::Envelope;
use jiff::Timestamp;
use std::collections::{HashSet, VecDeque};
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;
use url::Url;
use uuid::Uuid;

use crate::journey::ReceivedEvent;

/// The largest body that is read, in bytes. Broker's events have some 500.
const LARGEST_BODY: usize = 64 * 1024;
/// How long a body may take to arrive.
const BODY_PATIENCE: Duration = Duration::from_secs(10);
/// How many arrivals the channel holds. When it is full, events are answered with 503 and Altinn sends them again later.
const WAITING: usize = 256;
/// How many event ids are remembered, to recognise repeated deliveries.
const REMEMBERED: usize = 4096;
/// How long open connections may take to finish when the receiver stops.
const FAREWELL: Duration = Duration::from_millis(500);

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arrival {
    /// Altinn validated the webhook. The subscription's id is None if the event's source does not name it.
    Validation { subscription: Option<i64>, at: Timestamp },
    /// An event. It is reported once, even if it is delivered several times.
    Event {
        event: ReceivedEvent,
        /// The type as it was sent, even if it is not one of Broker's.
        kind: String,
    },
    /// A request at the right address that is not an event.
    Refused {
        /// The HTTP status of our answer.
        status: u16,
        at: Timestamp,
    },
}

/// A running receiver. Dropping it stops it.
#[derive(Debug)]
pub struct Receiver {
    /// The address to subscribe, with its secret part.
    pub url: Url,
    pub arrivals: mpsc::Receiver<Arrival>,
    stop: Option<oneshot::Sender<()>>,
    task: JoinHandle<()>,
}

#[derive(Debug)]
struct Desk {
    secret: String,
    arrivals: mpsc::Sender<Arrival>,
    seen: Mutex<Seen>,
}

/// The latest event ids, oldest first in `order`.
#[derive(Debug, Default)]
struct Seen {
    ids: HashSet<String>,
    order: VecDeque<String>,
}

/// Listens on a loopback address. Port 0 takes any free port.
///
/// # Errors
/// The system's error if the address cannot be used, and `InvalidInput` for an address that other machines can reach.
pub async fn listen(addr: SocketAddr) -> io::Result<Receiver> {
    listen_at(addr, &Uuid::new_v4().simple().to_string()).await
}

/// Listens with a given secret, so that a subscription made earlier still leads here.
///
/// # Errors
/// As [`listen`], and `InvalidInput` for a secret with characters other than letters, digits, `-` and `_`.
pub async fn listen_at(addr: SocketAddr, secret: &str) -> io::Result<Receiver> {
    let plain = !secret.is_empty() && secret.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    if !addr.ip().is_loopback() || !plain {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let listener = TcpListener::bind(addr).await?;
    let url = Url::parse(&format!("http://{}/{secret}", listener.local_addr()?)).map_err(io::Error::other)?;
    let (sender, arrivals) = mpsc::channel(WAITING);
    let desk = Arc::new(Desk { secret: secret.to_owned(), arrivals: sender, seen: Mutex::default() });
    let routes = Router::new().route("/{secret}", get(look).post(take)).with_state(desk);
    let (stop, stopped) = oneshot::channel::<()>();
    let task = tokio::spawn(async move {
        let farewell = async {
            // A message and a dropped sender both mean stop.
            let _ = stopped.await;
        };
        // If the listener fails, the task ends and the channel closes, which the reader notices.
        let _ = axum::serve(listener, routes).with_graceful_shutdown(farewell).await;
    });
    Ok(Receiver { url, arrivals, stop: Some(stop), task })
}

impl Receiver {
    /// Stops listening and lets answers that are under way finish.
    pub async fn stop(mut self) {
        drop(self.stop.take());
        // Connections that are still open after this are closed when the receiver is dropped.
        let _ = tokio::time::timeout(FAREWELL, &mut self.task).await;
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Answers a GET, with which a user or a check looks whether the receiver runs. 404 for anyone without the secret.
async fn look(State(desk): State<Arc<Desk>>, Path(secret): Path<String>) -> StatusCode {
    if secret == desk.secret { StatusCode::OK } else { StatusCode::NOT_FOUND }
}

async fn take(State(desk): State<Arc<Desk>>, Path(secret): Path<String>, headers: HeaderMap, body: Body) -> StatusCode {
    if secret != desk.secret {
        return StatusCode::NOT_FOUND;
    }
    match read(&headers, body).await {
        Ok(envelope) => desk.file(envelope),
        Err(status) => {
            desk.tell(Arrival::Refused { status: status.as_u16(), at: Timestamp::now() });
            status
        }
    }
}

async fn read(headers: &HeaderMap, body: Body) -> Result<Envelope, StatusCode> {
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !envelope::is_taken(content_type) {
        return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE);
    }
    match tokio::time::timeout(BODY_PATIENCE, axum::body::to_bytes(body, LARGEST_BODY)).await {
        Ok(Ok(bytes)) => Envelope::read(&bytes).ok_or(StatusCode::BAD_REQUEST),
        Ok(Err(_)) => Err(StatusCode::PAYLOAD_TOO_LARGE),
        Err(_) => Err(StatusCode::REQUEST_TIMEOUT),
    }
}

impl Desk {
    /// Reports an event unless its id was seen before. Returns 503 if the channel is full, and Altinn sends the event again later.
    fn file(&self, envelope: Envelope) -> StatusCode {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.ids.contains(&envelope.id) {
            return StatusCode::OK;
        }
        let id = envelope.id.clone();
        if !self.tell(envelope.arrival(Timestamp::now())) {
            return StatusCode::SERVICE_UNAVAILABLE;
        }
        seen.remember(id);
        StatusCode::OK
    }

    fn tell(&self, arrival: Arrival) -> bool {
        self.arrivals.try_send(arrival).is_ok()
    }
}

impl Seen {
    fn remember(&mut self, id: String) {
        if self.order.len() == REMEMBERED
            && let Some(oldest) = self.order.pop_front()
        {
            self.ids.remove(&oldest);
        }
        self.order.push_back(id.clone());
        self.ids.insert(id);
    }
}

#[cfg(test)]
#[allow(clippy::expect_used, clippy::panic)]
mod tests;
