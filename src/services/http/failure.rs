//! What stopped a call, told from the chain of errors below it.

use crate::services::Unreachable;
use std::error::Error;
use std::io;

/// What stopped the HTTP client before there was an answer.
pub(super) fn cause(error: &reqwest::Error) -> Unreachable {
    if error.is_timeout() {
        return Unreachable::Timeout;
    }
    if error.is_dns() {
        return Unreachable::Dns;
    }
    if causes(error).any(is_certificate) {
        return Unreachable::Tls(None);
    }
    let refused =
        causes(error).filter_map(|cause| cause.downcast_ref::<io::Error>()).any(|cause| cause.kind() == io::ErrorKind::ConnectionRefused);
    if refused { Unreachable::Refused } else { Unreachable::Broken }
}

/// TLS errors are told by their words: naming their type would bind us to the TLS library behind the client.
fn is_certificate(cause: &(dyn Error + 'static)) -> bool {
    let words = cause.to_string().to_lowercase();
    words.contains("invalid peer certificate") || words.contains("certificateunknown") || words.contains("unknownca")
}

fn causes(error: &reqwest::Error) -> impl Iterator<Item = &(dyn Error + 'static)> {
    let mut next = error.source();
    std::iter::from_fn(move || {
        let cause = next?;
        next = cause.source();
        Some(cause)
    })
}
