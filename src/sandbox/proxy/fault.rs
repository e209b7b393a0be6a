//! What can be wrong with the certificates, on purpose.

/// A fault of TLS.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TlsFault {
    /// The certificate has expired.
    Expired,
    /// The certificate is another host's.
    OtherHost,
}

impl TlsFault {
    /// The fault of a name in the table of all faults.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "tls-expired" => Some(Self::Expired),
            "tls-wrong-name" => Some(Self::OtherHost),
            _ => None,
        }
    }
}
