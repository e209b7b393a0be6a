//! How a sandbox can be told to misbehave, and how it does now.

/// A fault that the sandbox has on demand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Its name: the service's own code, or a word.
    pub name: String,
    /// What it does, in the sandbox's words.
    pub does: String,
}

/// A fault that is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetFault {
    pub name: String,
    /// The one service whose calls it strikes; none for each that it can.
    pub service: Option<String>,
    /// Its seconds, for one that has them.
    pub seconds: Option<i64>,
    /// How often it still strikes; none means until it is cleared.
    pub times: Option<u32>,
}

/// What a change is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultChange {
    /// Set one, written as `sandbox --fault` takes it: `NAME[@SERVICE][=SECONDS][:TIMES]`.
    Set(String),
    /// Clear the one of this name.
    Clear(String),
    ClearAll,
}

/// The faults of a sandbox.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults {
    /// Every one that it has.
    pub known: Vec<Fault>,
    /// Those that are set, in the order in which they were.
    pub set: Vec<SetFault>,
}
