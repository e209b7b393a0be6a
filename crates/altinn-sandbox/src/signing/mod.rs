//! The sandbox's own keys and certificates, and the tokens that they sign.

pub(crate) mod certificate;
pub(crate) mod enterprise;
pub(crate) mod jws;
pub(crate) mod keys;
pub(crate) mod public_key;
pub(crate) mod rsa_key;
pub(crate) mod signers;
pub(crate) mod token_kind;

pub use enterprise::{EnterpriseCa, NumberIn, Validity};
pub use keys::{Earlier, Keys};
pub use rsa_key::RsaKey;
pub use token_kind::TokenKind;
