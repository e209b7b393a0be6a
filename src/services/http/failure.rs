//! Why a call got no answer, read from the chain of errors.

use crate::services::{CertificateFlaw, Unreachable};
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
        return causes(error).find_map(flaw).map_or(Unreachable::Tls(None), Unreachable::Certificate);
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

/// What is wrong with the certificate itself, by the words of the TLS library.
fn flaw(cause: &(dyn Error + 'static)) -> Option<CertificateFlaw> {
    let words = cause.to_string().to_lowercase();
    let says = |parts: &[&str]| parts.iter().any(|part| words.contains(part));
    match () {
        () if says(&["certificate expired", "certificate: expired"]) => Some(CertificateFlaw::Expired),
        () if says(&["not valid yet", "notvalidyet"]) => Some(CertificateFlaw::NotYetValid),
        () if says(&["not valid for name", "notvalidforname"]) => Some(CertificateFlaw::OtherName),
        () => None,
    }
}
