//! Whether secrets may be sent to an environment's own addresses. A profile can be edited by hand, so they are looked at again before
//! anything is sent.

use crate::journey::{EngineMessage, Environment};
use crate::values::{Invalid, base_address};
use url::Url;

/// # Errors
/// The first address that is none, that names a host of older guides, or that is plain http to another machine.
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
        Err(Invalid::UrlRetired { host, meant }) => Err(EngineMessage::AddressRetired { name, host, meant }),
        Err(_) => Err(EngineMessage::AddressUnusable { name, address: address.origin().ascii_serialization() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_edited_by_hand_sends_nothing_to_a_host_of_older_guides() {
        for (platform, maskinporten, name) in [
            ("https://platform.tt02.altinn.no/", "https://ver2.maskinporten.no/", "maskinporten"),
            ("https://api.altinn.no/", "https://maskinporten.no/", "platform"),
        ] {
            let text = format!("platform = \"{platform}\"\nmaskinporten = \"{maskinporten}\"");
            let environment: Environment = toml::from_str(&text).unwrap_or_else(|error| unreachable!("{error}"));
            let refused = usable(&environment);
            assert!(matches!(&refused, Err(EngineMessage::AddressRetired { name: of, .. }) if of == name), "{refused:?}");
        }
    }
}
