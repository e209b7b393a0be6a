//! Maskinporten: clients, their keys and scopes, and the token endpoint (platform facts, A).

mod state;

pub use state::{Client, RegisteredKey, State};
