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
