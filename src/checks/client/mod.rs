//! Step 2: our client gets a token from Maskinporten for each scope, and Altinn exchanges it.

mod certificate;
mod exchange;
mod identity;
mod key;
mod scopes;
mod token;
mod unusable_key;

pub(super) use exchange::exchange;
pub(super) use identity::identity;
pub(super) use key::key;
pub(super) use scopes::scopes;
pub(super) use token::token;
