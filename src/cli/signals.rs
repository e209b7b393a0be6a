//! The signals that end a command.

/// A future that ends with SIGINT. The handler is set when this is called, not when it is first polled.
#[cfg(unix)]
pub(super) fn interrupted() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};
    let interrupt = signal(SignalKind::interrupt());
    async move {
        match interrupt {
            Ok(mut interrupt) => drop(interrupt.recv().await),
            // No handler could be set, so the signal kills the process.
            Err(_) => std::future::pending().await,
        }
    }
}

/// A future that ends with Ctrl-C.
#[cfg(not(unix))]
pub(super) fn interrupted() -> impl Future<Output = ()> {
    stopped()
}

/// A future that ends with SIGINT or SIGTERM. The handlers are set when this is called, not when it is first polled.
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
            // No handler could be set, so the signal kills the process.
            (Err(_), _) | (_, Err(_)) => std::future::pending().await,
        }
    }
}

/// A future that ends with Ctrl-C.
#[cfg(not(unix))]
pub(super) fn stopped() -> impl Future<Output = ()> {
    async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
