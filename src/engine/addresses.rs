//! Whether secrets may be sent to an environment's own addresses. A profile can be edited by hand, so they are looked at again before
//! anything is sent.

use crate::journey::{EngineMessage, Environment};
use crate::values::{Invalid, base_address};
use url::Url;

/// # Errors
/// The first address that is none, or that is plain http to another machine.
pub(super) fn usable(environment: &Environment) -> Result<(), EngineMessage> {
    let Environment::Custom { platform, maskinporten, admin, access_management } = environment else { return Ok(()) };
    let others = [("admin", admin.as_ref()), ("access_management", access_management.as_ref())];
    let named = [("platform", Some(platform)), ("maskinporten", Some(maskinporten))].into_iter().chain(others);
    named.filter_map(|(name, address)| Some((name, address?))).try_for_each(|(name, address)| one(name, address))
}

fn one(name: &str, address: &Url) -> Result<(), EngineMessage> {
    let name = name.to_owned();
    match base_address(address.as_str()) {
        Ok(_) => Ok(()),
        Err(Invalid::UrlPlainHttp { meant }) => Err(EngineMessage::AddressPlainHttp { name, meant }),
        Err(Invalid::UrlMeant { meant }) => Err(EngineMessage::AddressMeant { name, meant }),
        Err(_) => Err(EngineMessage::AddressUnusable { name, address: address.origin().ascii_serialization() }),
    }
}
