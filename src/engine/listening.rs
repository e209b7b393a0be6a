//! Listening for events: the webhook receiver on this machine, and asking Altinn Events instead.

use super::{Engine, OpenConnection};
use crate::checks::{PollProblem, TokenProblem, poll, stopped};
use crate::journey::{EngineMessage, Message, NoChoices, ReceivedEvent};
use crate::receiver::{self, Limits, Receiver};
use crate::values::Scope;
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

impl OpenConnection {
    /// Asks Altinn Events for the events about the profile's resource and organisation, from the last one on that its evidence has by
    /// asking. Saves nothing.
    ///
    /// # Errors
    /// Why Altinn did not tell.
    pub async fn poll(&self) -> Result<Vec<ReceivedEvent>, NoChoices> {
        poll(&self.connection).await.map_err(|problem| match problem {
            PollProblem::Missing(field) => NoChoices::NotTold(Box::new(Message::FieldMissing { field: field.to_string() })),
            PollProblem::Events(problem) => NoChoices::NotTold(Box::new(stopped(&problem))),
            PollProblem::Token(problem) => match *problem {
                TokenProblem::NoClient => NoChoices::NoClient,
                ref refused if refused.is_about_the_scope() => NoChoices::NoScope(Scope::known("altinn:events.subscribe")),
                TokenProblem::Grant(problem) | TokenProblem::Exchange(problem) => NoChoices::NotTold(Box::new(stopped(&problem))),
            },
        })
    }
}
