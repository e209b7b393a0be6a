//! Reads and drops the rest of a body that a handler left unread.
//!
//! The services' web server does the same for a while after it has answered. Without it, a client that is still sending would see a
//! connection reset instead of the answer.

use axum::body::{Body, BodyDataStream, Bytes, HttpBody as _};
use axum::http::{HeaderMap, header};
use futures_util::{Stream, StreamExt as _};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::time::timeout;

/// How long to go on reading.
const PATIENCE: Duration = Duration::from_secs(5);

/// Wraps a body: when it is dropped, the unread rest is read in the background.
pub(crate) fn drained(body: Body, headers: &HeaderMap) -> Body {
    if body.is_end_stream() {
        return body;
    }
    // With `Expect: 100-continue` the client sends nothing until the server starts reading.
    let waits = headers.get(header::EXPECT).is_some_and(|value| value.as_bytes().eq_ignore_ascii_case(b"100-continue"));
    Body::from_stream(Drained { rest: Some(body.into_data_stream()), comes: !waits })
}

struct Drained {
    /// `None` once the body has been read to its end.
    rest: Option<BodyDataStream>,
    /// Whether the client is sending: it did not wait for `100 Continue`, or has been sent it.
    comes: bool,
}

impl Stream for Drained {
    type Item = Result<Bytes, axum::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.comes = true;
        let Some(rest) = &mut self.rest else { return Poll::Ready(None) };
        let next = ready!(rest.poll_next_unpin(context));
        if !matches!(next, Some(Ok(_))) {
            self.rest = None;
        }
        Poll::Ready(next)
    }
}

impl Drop for Drained {
    fn drop(&mut self) {
        let Some(mut rest) = self.rest.take().filter(|_| self.comes) else { return };
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(timeout(PATIENCE, async move { while let Some(Ok(_)) = rest.next().await {} }));
        }
    }
}
