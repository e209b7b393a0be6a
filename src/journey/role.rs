//! The three roles.

crate::choice! {
    /// What the organisation does in Altinn Broker.
    pub enum Role {
        /// Owns the Broker resource that files belong to.
        ServiceOwner = "service-owner",
        Sender = "sender",
        Recipient = "recipient",
    }
}

impl Role {
    /// The roles in the order in which they are offered. Most users are senders, so that role comes first.
    pub const ORDER: [Self; 3] = [Self::Sender, Self::Recipient, Self::ServiceOwner];
}
