//! A connection that ends when it has been idle for a while in both directions. The services do the same, and some clients do not
//! exit before the server has closed the connection.

use std::io::{self, IoSlice};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep};

/// A stream that ends when it is idle.
#[derive(Debug)]
pub(super) struct Idle<S> {
    stream: S,
    patience: Duration,
    until: Pin<Box<Sleep>>,
}

impl<S> Idle<S> {
    pub(super) fn new(stream: S, patience: Duration) -> Self {
        Self { stream, patience, until: Box::pin(sleep(patience)) }
    }

    /// The outcome of a write; an error if the client has read nothing for too long.
    fn unless_idle<T>(&mut self, context: &mut Context<'_>, written: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        let is_idle = written.is_pending() && self.until.as_mut().poll(context).is_ready();
        if is_idle { Poll::Ready(Err(io::ErrorKind::TimedOut.into())) } else { written }
    }

    fn written(&mut self, context: &mut Context<'_>, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        if written.is_ready() {
            self.moved();
        }
        self.unless_idle(context, written)
    }

    fn moved(&mut self) {
        self.until.as_mut().reset(Instant::now() + self.patience);
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Idle<S> {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let read = Pin::new(&mut self.stream).poll_read(context, buffer);
        match read {
            Poll::Ready(_) => self.moved(),
            // Reports the end of the stream, so the server behaves as if the client had closed it.
            Poll::Pending if self.until.as_mut().poll(context).is_ready() => return Poll::Ready(Ok(())),
            Poll::Pending => {}
        }
        read
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Idle<S> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.written(context, written)
    }

    fn poll_write_vectored(mut self: Pin<&mut Self>, context: &mut Context<'_>, parts: &[IoSlice<'_>]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, parts);
        self.written(context, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = Pin::new(&mut self.stream).poll_flush(context);
        self.unless_idle(context, flushed)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let shut = Pin::new(&mut self.stream).poll_shutdown(context);
        self.unless_idle(context, shut)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

    #[tokio::test]
    async fn it_ends_once_nothing_goes_either_way() -> io::Result<()> {
        let patience = Duration::from_millis(200);
        let (here, mut there) = tokio::io::duplex(64);
        let began = Instant::now();
        let mut idle = Idle::new(here, patience);
        let mut byte = [0];
        for _ in 0..3 {
            tokio::time::sleep(patience / 2).await;
            there.write_all(b"a").await?;
            assert_eq!(idle.read(&mut byte).await?, 1);
        }
        assert_eq!(idle.read(&mut byte).await?, 0);
        assert!(began.elapsed() >= patience * 2, "{:?}", began.elapsed());
        Ok(())
    }
}
