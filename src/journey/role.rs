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
