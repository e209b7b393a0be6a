//! The five steps. They are the same for every role, and always in this order.

crate::choice! {
    /// A step of the journey.
    pub enum StepId {
        /// 1: API key and scope access.
        Key = "key",
        /// 2: Maskinporten client.
        Client = "client",
        /// 3: Access to the resource.
        Access = "access",
        /// 4: The Broker API.
        Integrate = "integrate",
        /// 5: Event subscription.
        Events = "events",
    }
}

impl StepId {
    /// The number on screen, from 1.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::Key => 1,
            Self::Client => 2,
            Self::Access => 3,
            Self::Integrate => 4,
            Self::Events => 5,
        }
    }
}
