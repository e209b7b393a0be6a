//! Why a call got no answer, read from the chain of errors.

use crate::services::Unreachable;
use crate::values::causes;
use std::error::Error;
use std::io;

/// Why the HTTP client got no answer.
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

/// Whether an error is about the certificate. Compares its text, because using its type would tie us to the client's TLS library.
fn is_certificate(cause: &(dyn Error + 'static)) -> bool {
    let words = cause.to_string().to_lowercase();
    words.contains("invalid peer certificate") || words.contains("certificateunknown") || words.contains("unknownca")
}
