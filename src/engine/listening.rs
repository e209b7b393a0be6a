//! The webhook receiver on this machine.

use super::Engine;
use crate::journey::EngineMessage;
use crate::receiver::{self, Receiver};
use std::net::{Ipv4Addr, SocketAddr};

impl Engine {
    /// Listens for events: at any free port of this machine unless told where, at an address that nobody can guess unless told
    /// its secret. What arrives is not kept by itself: evidence belongs to a connection ([`Engine::keep_evidence`]).
    ///
    /// # Errors
    /// Why it cannot listen there.
    pub async fn listen(&self, address: Option<SocketAddr>, secret: Option<&str>) -> Result<Receiver, EngineMessage> {
        let address = address.unwrap_or_else(|| SocketAddr::from((Ipv4Addr::LOCALHOST, 0)));
        let listening = match secret {
            Some(secret) => receiver::listen_at(address, secret).await,
            None => receiver::listen(address).await,
        };
        listening.map_err(|error| EngineMessage::ReceiverListen { address: address.to_string(), reason: error.to_string() })
    }
}
