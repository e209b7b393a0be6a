//! The webhook receiver: takes what Altinn Events delivers, on this machine alone (facts platform F.2 and F.3).
//!
//! Altinn sends no credential with its calls, so the address itself is the secret: a random segment that only the
//! subscription knows. Everything is answered at once; what came in is told through a channel.

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

/// The largest body taken: an event of Broker has some 500 bytes.
const LARGEST_BODY: usize = 64 * 1024;
/// How long a body may take to arrive.
const BODY_PATIENCE: Duration = Duration::from_secs(10);
/// How many arrivals wait for whoever reads them; beyond that Altinn is asked to come again.
const WAITING: usize = 256;
/// How many ids are remembered, so that a repeat is told once.
const REMEMBERED: usize = 4096;
/// How long open connections get to end.
const FAREWELL: Duration = Duration::from_millis(500);

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arrival {
    /// Altinn validated the webhook; which subscription, where the event's source names it.
    Validation { subscription: Option<i64>, at: Timestamp },
    /// An event. Each id is told once, however often it is delivered.
    Event {
        event: ReceivedEvent,
        /// Its type as it was sent, whether or not it is one of Broker's.
        kind: String,
    },
    /// Something that is no event: refused.
    Refused {
        /// The status it was answered with.
        status: u16,
        at: Timestamp,
    },
}

/// A receiver that listens. Dropping it stops it.
#[derive(Debug)]
pub struct Receiver {
    /// Where it listens, secret segment included.
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

/// The ids seen last.
#[derive(Debug, Default)]
struct Seen {
    ids: HashSet<String>,
    order: VecDeque<String>,
}

/// Listens on a loopback address; port 0 takes any free one.
///
/// # Errors
/// The system's own when the address cannot be had; `InvalidInput` for an address that others can reach.
pub async fn listen(addr: SocketAddr) -> io::Result<Receiver> {
    listen_at(addr, &Uuid::new_v4().simple().to_string()).await
}

/// Listens under a secret of one's own, so that a subscription made earlier still fits.
///
/// # Errors
/// As [`listen`]; `InvalidInput` also for a secret that is no plain path segment.
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
            // Both a word and a dropped sender mean stop.
            let _ = stopped.await;
        };
        // A listener on loopback that breaks has nobody to tell: the channel closes.
        let _ = axum::serve(listener, routes).with_graceful_shutdown(farewell).await;
    });
    Ok(Receiver { url, arrivals, stop: Some(stop), task })
}

impl Receiver {
    /// Stops listening and lets answers under way leave.
    pub async fn stop(mut self) {
        drop(self.stop.take());
        // Whoever still holds a connection after that is cut off by the drop.
        let _ = tokio::time::timeout(FAREWELL, &mut self.task).await;
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Somebody looks whether anybody is here: yes, for those who know the address.
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
    /// Tells of an event unless it was told before. Nobody reads fast enough: 503, and Altinn comes again.
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
