//! The rest of a body that nobody reads.
//!
//! The services' server goes on reading it for a while after it has answered. A client that is still sending meets the answer, and not
//! a connection that was reset under it.

use axum::body::{Body, BodyDataStream, Bytes, HttpBody as _};
use axum::http::{HeaderMap, header};
use futures_util::{Stream, StreamExt as _};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::time::timeout;

/// How long the rest is read.
const PATIENCE: Duration = Duration::from_secs(5);

/// The body, whose rest is read when it is dropped.
pub(crate) fn drained(body: Body, headers: &HeaderMap) -> Body {
    if body.is_end_stream() {
        return body;
    }
    // Whoever waits for a sign to send sends nothing when there is none.
    let waits = headers.get(header::EXPECT).is_some_and(|value| value.as_bytes().eq_ignore_ascii_case(b"100-continue"));
    Body::from_stream(Drained { rest: Some(body.into_data_stream()), comes: !waits })
}

struct Drained {
    /// None at its end.
    rest: Option<BodyDataStream>,
    /// Whether the client sends without, or after, a sign.
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
