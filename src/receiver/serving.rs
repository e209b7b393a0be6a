//! Accepts and serves connections within the [`Limits`]. `axum::serve` has no limit on the time that a head takes.

use super::limits::Limits;
use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

/// How long to wait before accepting again after accepting a connection failed.
const PAUSE: Duration = Duration::from_millis(100);
/// The most bytes of a connection that are held at a time. A longer head is answered with 431.
const MOST_HELD: usize = 16 * 1024;

/// Serves until `stopping` is true. Then open connections have [`Limits::farewell`] to finish.
pub(super) async fn serve(listener: TcpListener, routes: Router, limits: Limits, stopping: watch::Receiver<bool>) {
    let room = Arc::new(Semaphore::new(limits.connections));
    let mut open = JoinSet::new();
    loop {
        tokio::select! {
            () = told_to_stop(stopping.clone()) => break,
            Some(_) = open.join_next() => {}
            (client, permit) = accepted(&listener, &room) => {
                let serving = converse(client, routes.clone(), limits, stopping.clone());
                open.spawn(async move {
                    // A connection that takes longer than its one request may take is closed.
                    let _ = timeout(limits.connection(), serving).await;
                    drop(permit);
                });
            }
        }
    }
    drop((listener, routes));
    // Those that are still open after this end as the set is dropped.
    let _ = timeout(limits.farewell, async { while open.join_next().await.is_some() {} }).await;
}

/// The next connection, once there is room for it.
async fn accepted(listener: &TcpListener, room: &Arc<Semaphore>) -> (TcpStream, Option<OwnedSemaphorePermit>) {
    // The semaphore is never closed.
    let permit = Arc::clone(room).acquire_owned().await.ok();
    loop {
        if let Ok((client, _)) = listener.accept().await {
            return (client, permit);
        }
        // Most likely the process is out of file descriptors, and other connections must end first.
        sleep(PAUSE).await;
    }
}

/// Serves the one request of a connection.
async fn converse(client: TcpStream, routes: Router, limits: Limits, stopping: watch::Receiver<bool>) {
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(limits.head).max_buf_size(MOST_HELD).keep_alive(false);
    let mut connection = pin!(builder.serve_connection(TokioIo::new(client), TowerToHyperService::new(routes)));
    // An error means that the caller went away, or kept us waiting for too long.
    tokio::select! {
        _ = connection.as_mut() => return,
        () = told_to_stop(stopping) => connection.as_mut().graceful_shutdown(),
    }
    let _ = connection.await;
}

async fn told_to_stop(mut stopping: watch::Receiver<bool>) {
    // A dropped sender means stop too.
    let _ = stopping.wait_for(|stop| *stop).await;
}
