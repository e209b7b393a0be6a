//! Who runs the system that calls Altinn.

crate::choice! {
    /// Who runs the system that calls Altinn. Decides whose Maskinporten client and whose system are used, and who approves the
    /// system user.
    pub enum Acting {
        /// The organisation itself, with its own Maskinporten client.
        Own = "own",
        /// We are a vendor and act for another organisation. We register the system, they approve the system user.
        ForCustomer = "for-customer",
        /// Our vendor runs the system. We need no client; we approve the system user.
        ByVendor = "by-vendor",
    }
}
