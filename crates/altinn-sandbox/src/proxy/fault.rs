//! What can be wrong with the handshake, on purpose.

use super::hosts;
use crate::faults::table::Service;

/// A fault of TLS.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TlsFault {
    /// The certificate has expired.
    Expired,
    /// The certificate is of a time to come.
    NotYetValid,
    /// The certificate is another host's.
    OtherHost,
    /// The certificate is of an authority that nobody has heard of.
    UnknownIssuer,
    /// The connection ends in the handshake.
    Closed,
}

impl TlsFault {
    /// The fault of a name in the table of all faults.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "tls-expired" => Some(Self::Expired),
            "tls-not-yet-valid" => Some(Self::NotYetValid),
            "tls-wrong-name" => Some(Self::OtherHost),
            "tls-unknown-issuer" => Some(Self::UnknownIssuer),
            "tls-closed" => Some(Self::Closed),
            _ => None,
        }
    }
}

impl hosts::Service {
    /// Whether calls of a service, as faults are aimed, go to this host: before a handshake nobody knows which call it is for.
    pub(super) const fn answers_for(self, aim: Service) -> bool {
        match self {
            Self::Maskinporten => matches!(aim, Service::Maskinporten),
            Self::Platform => {
                matches!(aim, Service::Exchange | Service::Systems | Service::Registry | Service::Broker | Service::Events)
            }
            Self::Admin | Self::Portal | Self::AccessManagement | Self::TestTokens | Self::OrgList => matches!(aim, Service::SelfService),
        }
    }
}
