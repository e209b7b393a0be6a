//! The webhook receiver on this machine.

use super::Engine;
use crate::journey::EngineMessage;
use crate::receiver::{self, Limits, Receiver};
use std::net::{Ipv4Addr, SocketAddr};

impl Engine {
    /// Listens for events. Without `address` it takes any free port of this machine; without `secret` its path is a random one that
    /// cannot be guessed. It saves nothing: the caller knows which connection an event is about ([`Engine::keep_evidence`]), and gives
    /// each event its receipt when it is saved.
    ///
    /// # Errors
    /// The error says why it cannot listen at this address.
    pub async fn listen(&self, address: Option<SocketAddr>, secret: Option<&str>) -> Result<Receiver, EngineMessage> {
        let address = address.unwrap_or_else(|| SocketAddr::from((Ipv4Addr::LOCALHOST, 0)));
        let listening = receiver::listen(address, secret, Limits::default()).await;
        listening.map_err(|error| EngineMessage::ReceiverListen { address: address.to_string(), reason: error.to_string() })
    }
}
