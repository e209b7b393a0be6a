//! Who runs the system.

crate::choice! {
    /// Who runs the system that talks to Altinn. Decides whose client, whose system and whose approval.
    pub enum Acting {
        /// The organisation itself, with its own Maskinporten client.
        Own = "own",
        /// We are a vendor and act for another organisation: we register, they approve.
        ForCustomer = "for-customer",
        /// Our vendor runs it. We need no client; we approve.
        ByVendor = "by-vendor",
    }
}
