//! Faults of the TLS handshake.

use super::hosts;
use crate::faults::table::Service;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TlsFault {
    /// The certificate has expired.
    Expired,
    /// The certificate is not valid yet.
    NotYetValid,
    /// The certificate is for another host.
    OtherHost,
    /// The certificate's issuer is unknown to the client.
    UnknownIssuer,
    /// The connection closes during the handshake.
    Closed,
}

impl TlsFault {
    /// The TLS fault with a name from the table of faults.
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
    /// Whether calls of the fault's service go to this host. At the handshake the call itself is not known yet.
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
