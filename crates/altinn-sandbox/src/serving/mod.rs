//! Serves connections within the [`Limits`]: the one way in, for the sandbox's own address and for its proxy. `axum::serve` has no
//! limit on the time that a head takes.

mod idle;

use crate::http::body;
use crate::shared::limits::Limits;
use axum::Router;
use axum::http::{Method, Request, header};
use axum::middleware::map_request_with_state;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use idle::Idle;
use std::convert::Infallible;
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::task::JoinSet;

/// How long to wait before accepting again after accepting a connection failed.
const PAUSE: Duration = Duration::from_millis(100);
/// The most bytes of a connection that are held at a time. A longer head is answered with 431.
const MOST_HELD: usize = 64 << 10;

/// What all connections of a sandbox share: their limits, their number, and the moment when they end.
#[derive(Debug, Clone)]
pub(crate) struct Serving {
    pub(crate) limits: Limits,
    room: Arc<Semaphore>,
    stopping: watch::Receiver<bool>,
}

impl Serving {
    pub(crate) fn new(limits: Limits, stopping: watch::Receiver<bool>) -> Self {
        Self { limits, room: Arc::new(Semaphore::new(limits.connections)), stopping }
    }

    /// Accepts connections until the sandbox stops, then waits for those that are open. Dropping the future ends them too.
    pub(crate) async fn accept<F>(self, listener: TcpListener, attend: impl Fn(TcpStream) -> F)
    where
        F: Future<Output = ()> + Send + 'static,
    {
        let mut open = JoinSet::new();
        loop {
            tokio::select! {
                () = self.stopped() => break,
                Some(_) = open.join_next() => {}
                (client, room) = self.next(&listener) => {
                    let attended = attend(client);
                    open.spawn(async move {
                        attended.await;
                        drop(room);
                    });
                }
            }
        }
        drop(listener);
        while open.join_next().await.is_some() {}
    }

    /// Serves the requests of one connection until it ends. An answer to HEAD has no length, as the services' own web server writes
    /// none where nothing was read that would be sent (facts broker-api 0).
    pub(crate) async fn converse<S>(&self, stream: S, app: Router)
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let mut builder = http1::Builder::new();
        builder.timer(TokioTimer::new()).header_read_timeout(self.limits.head).max_buf_size(MOST_HELD);
        let stream = TokioIo::new(Idle::new(stream, self.limits.idle));
        let app = TowerToHyperService::new(app);
        let answering = service_fn(move |request: Request<Incoming>| {
            let is_head = request.method() == Method::HEAD;
            let answering = app.call(request);
            async move {
                let mut answer = answering.await?;
                if is_head {
                    answer.headers_mut().remove(header::CONTENT_LENGTH);
                }
                Ok::<_, Infallible>(answer)
            }
        });
        let mut connection = pin!(builder.serve_connection(stream, answering));
        // An error means that the client went away, or kept the sandbox waiting for too long.
        tokio::select! {
            _ = connection.as_mut() => return,
            () = self.stopped() => connection.as_mut().graceful_shutdown(),
        }
        let _ = connection.await;
    }

    /// The same routes, with bodies that may not keep them waiting.
    pub(crate) fn bounded(&self, app: Router) -> Router {
        app.layer(map_request_with_state(self.limits, body::paced_and_drained))
    }

    /// The next connection, once there is room for it.
    async fn next(&self, listener: &TcpListener) -> (TcpStream, Option<OwnedSemaphorePermit>) {
        // The semaphore is never closed.
        let room = Arc::clone(&self.room).acquire_owned().await.ok();
        loop {
            if let Ok((client, _)) = listener.accept().await {
                // Send small answers at once instead of collecting them into one packet (Nagle's algorithm).
                let _ = client.set_nodelay(true);
                return (client, room);
            }
            // Most likely the process is out of file descriptors, and other connections must end first.
            tokio::time::sleep(PAUSE).await;
        }
    }

    async fn stopped(&self) {
        // An error means that the sandbox has been dropped, so stop as well.
        let _ = self.stopping.clone().wait_for(|stop| *stop).await;
    }
}

/// Listens and serves until the sandbox stops.
pub(crate) fn serve(listener: TcpListener, app: Router, serving: Serving) -> impl Future<Output = ()> {
    let app = serving.bounded(app);
    let conversing = serving.clone();
    serving.accept(listener, move |client| {
        let (serving, app) = (conversing.clone(), app.clone());
        async move { serving.converse(client, app).await }
    })
}
