//! A body that a call does not read to its end. The services' server answers at once and goes on taking what still comes for a
//! moment: a client that sends everything before it reads, as many do, gets the answer and no broken pipe.

use axum::body::{Body, BodyDataStream, Bytes};
use axum::http::{HeaderMap, header};
use futures_util::{Stream, StreamExt};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

/// How long the server goes on reading.
const PATIENCE: Duration = Duration::from_secs(5);

/// The body; what is left of it when nobody wants it any more is read and dropped.
struct Lent(Option<BodyDataStream>);

/// The same body. Who waits for leave to send (`Expect`) is given none by reading on.
pub(super) fn lent(body: Body, headers: &HeaderMap) -> Body {
    if headers.contains_key(header::EXPECT) { body } else { Body::from_stream(Lent(Some(body.into_data_stream()))) }
}

impl Stream for Lent {
    type Item = Result<Bytes, axum::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Some(body) = &mut self.0 else { return Poll::Ready(None) };
        let next = ready!(body.poll_next_unpin(context));
        if !matches!(next, Some(Ok(_))) {
            self.0 = None;
        }
        Poll::Ready(next)
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        let (Some(mut rest), Ok(runtime)) = (self.0.take(), tokio::runtime::Handle::try_current()) else { return };
        runtime.spawn(async move {
            let read = async { while let Some(Ok(_)) = rest.next().await {} };
            // Whoever sends longer than that is cut off, as by the services.
            let _ = tokio::time::timeout(PATIENCE, read).await;
        });
    }
}
