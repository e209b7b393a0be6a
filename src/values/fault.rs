//! The faults of a sandbox: errors that it answers with when told to.

/// A fault that the sandbox has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The service's own code, such as `MP-200`, or a word, such as `slow`.
    pub name: String,
    /// What the fault does, in the sandbox's own text.
    pub does: String,
}

/// A fault that is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetFault {
    pub name: String,
    /// The only service that has the fault. None for every service that can have it.
    pub service: Option<String>,
    /// The number of seconds, for a fault that takes one, such as a delay.
    pub seconds: Option<i64>,
    /// How many more calls it affects. None means all until it is cleared.
    pub times: Option<u32>,
}

/// A change of the faults that are set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultChange {
    /// Sets a fault, written as for `sandbox --fault`: `NAME[@SERVICE][=SECONDS][:TIMES]`.
    Set(String),
    /// Clears the fault with this name.
    Clear(String),
    ClearAll,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults {
    /// Every fault that the sandbox has.
    pub known: Vec<Fault>,
    /// The faults that are set, in the order in which they were set.
    pub set: Vec<SetFault>,
}
