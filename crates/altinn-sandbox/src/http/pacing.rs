//! A body that ends with an error when it comes too slowly, as it does at the services' own web server (facts broker-api 0).

use crate::shared::limits::Limits;
use axum::Error;
use axum::body::{Body, Bytes, HttpBody};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::time::{Instant, Sleep, sleep};

/// Why a body ended early.
#[derive(Debug, thiserror::Error)]
#[error("the body came too slowly")]
pub(crate) struct TooSlow;

/// Counts only the time for which the sandbox waits for the client; its own work on the body takes none of it.
pub(crate) struct Paced {
    body: Body,
    limits: Limits,
    came: u64,
    waited: Duration,
    wait: Option<Wait>,
}

struct Wait {
    since: Instant,
    end: Pin<Box<Sleep>>,
}

impl Paced {
    pub(crate) const fn new(body: Body, limits: Limits) -> Self {
        Self { body, limits, came: 0, waited: Duration::ZERO, wait: None }
    }

    /// How much longer the client may take to send something.
    fn patience(&self) -> Duration {
        let earned = Duration::from_secs(self.came / u64::from(self.limits.body_rate.max(1)));
        (self.limits.body_grace + earned).saturating_sub(self.waited)
    }
}

impl HttpBody for Paced {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<hyper::body::Frame<Bytes>, Error>>> {
        let polled = Pin::new(&mut self.body).poll_frame(context);
        if let Poll::Ready(frame) = polled {
            if let Some(wait) = self.wait.take() {
                self.waited += wait.since.elapsed();
            }
            let data = frame.as_ref().and_then(|frame| frame.as_ref().ok()).and_then(|frame| frame.data_ref());
            self.came += data.map_or(0, |data| data.len() as u64);
            return Poll::Ready(frame);
        }
        let patience = self.patience();
        let wait = self.wait.get_or_insert_with(|| Wait { since: Instant::now(), end: Box::pin(sleep(patience)) });
        ready!(wait.end.as_mut().poll(context));
        Poll::Ready(Some(Err(Error::new(TooSlow))))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> hyper::body::SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use futures_util::{StreamExt as _, stream};

    /// How many pieces of `size` bytes arrive when one is sent every `pause`.
    async fn arrived(body_grace: Duration, size: usize, pause: Duration, count: usize) -> usize {
        let limits = Limits { body_grace, body_rate: 100, ..Limits::default() };
        let pieces = stream::iter(0..count).then(move |_| async move {
            tokio::time::sleep(pause).await;
            Ok::<_, std::io::Error>(Bytes::from(vec![b'a'; size]))
        });
        let mut paced = Body::new(Paced::new(Body::from_stream(pieces), limits)).into_data_stream();
        let mut came = 0;
        while let Some(Ok(_)) = paced.next().await {
            came += 1;
        }
        came
    }

    /// Facts broker-api 0.
    #[tokio::test]
    async fn what_drips_or_stalls_ends_and_what_flows_does_not() {
        let (short, long) = (Duration::from_millis(300), Duration::from_secs(30));
        let millisecond = Duration::from_millis(1);
        assert_eq!(arrived(short, 1, Duration::from_secs(60), 1).await, 0, "nothing comes");
        assert!(arrived(short, 1, millisecond * 20, 1000).await < 100, "fifty bytes a second");
        assert_eq!(arrived(long, 10_000, millisecond, 20).await, 20);
    }

    #[tokio::test]
    async fn the_time_that_we_take_ourselves_does_not_count() {
        let limits = Limits { body_grace: Duration::from_millis(100), ..Limits::default() };
        let pieces = stream::iter((0..5).map(|_| Ok::<_, std::io::Error>(Bytes::from_static(b"a"))));
        let mut paced = Body::new(Paced::new(Body::from_stream(pieces), limits)).into_data_stream();
        for _ in 0..5 {
            tokio::time::sleep(Duration::from_millis(50)).await;
            assert!(matches!(paced.next().await, Some(Ok(_))));
        }
        assert!(paced.next().await.is_none());
    }
}
