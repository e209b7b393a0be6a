//! The signals that end the sandbox.

/// Ends with SIGINT or SIGTERM; listens from now on.
#[cfg(unix)]
pub(super) fn stopped() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};
    let (interrupt, terminate) = (signal(SignalKind::interrupt()), signal(SignalKind::terminate()));
    async move {
        match (interrupt, terminate) {
            (Ok(mut interrupt), Ok(mut terminate)) => {
                tokio::select! {
                    _ = interrupt.recv() => {}
                    _ = terminate.recv() => {}
                }
            }
            // Without handlers the signals end the process by themselves.
            (Err(_), _) | (_, Err(_)) => std::future::pending().await,
        }
    }
}

/// Ends with Ctrl-C.
#[cfg(not(unix))]
pub(super) fn stopped() -> impl Future<Output = ()> {
    async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
