//! The signals that end a command. `listen` ends as the sandbox does, with SIGINT or SIGTERM.

pub(super) use altinn_sandbox::command::stopped;

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

/// A future that ends with SIGTERM or SIGHUP, and gives its number. For work that must set something right before the program ends.
#[cfg(unix)]
pub(super) fn terminated() -> impl Future<Output = u8> {
    use tokio::signal::unix::{SignalKind, signal};
    let (terminate, hang_up) = (signal(SignalKind::terminate()), signal(SignalKind::hangup()));
    async move {
        match (terminate, hang_up) {
            (Ok(mut terminate), Ok(mut hang_up)) => tokio::select! {
                _ = terminate.recv() => 15,
                _ = hang_up.recv() => 1,
            },
            // No handler could be set, so the signal kills the process.
            (Err(_), _) | (_, Err(_)) => std::future::pending().await,
        }
    }
}

/// There are no such signals.
#[cfg(not(unix))]
pub(super) fn terminated() -> impl Future<Output = u8> {
    std::future::pending()
}
