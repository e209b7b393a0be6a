//! What is proposed for a new system: its id from the resource and the role, its names from the resource and the organisation.

use crate::checks::Connection;
use crate::deeds::vendor::Vendor;
use crate::journey::Role;
use crate::services::NewSystem;
use crate::values::{InLanguages, Language, OrgNumber, SystemId};

/// An id is used up even if its system is deleted, so there are several.
const MOST_IDS: usize = 20;

/// `<vendor>_<resource>_<role>`, then the same with `-2`, `-3` and so on.
pub(super) fn ids(vendor: &Vendor, role: Role) -> impl Iterator<Item = SystemId> {
    let first = format!("{}_{}_{role}", vendor.owner.digits(), plain(vendor.party.resource.as_str()));
    (1..=MOST_IDS).filter_map(move |count| if count == 1 { first.parse().ok() } else { format!("{first}-{count}").parse().ok() })
}

/// The text in small letters without accents, digits and hyphens.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for letter in text.to_lowercase().chars() {
        match letter {
            'æ' | 'ä' => plain.push_str("ae"),
            'ø' | 'ö' => plain.push('o'),
            'å' => plain.push_str("aa"),
            letter if letter.is_ascii_alphanumeric() => plain.push(letter),
            _ if plain.is_empty() || plain.ends_with('-') => {}
            _ => plain.push('-'),
        }
    }
    plain.trim_end_matches('-').to_owned()
}

pub(super) async fn system(connection: &Connection, vendor: &Vendor, id: SystemId) -> NewSystem {
    let profile = &connection.profile;
    let name = match profile.system.name.in_all() {
        Some(name) => name,
        None => InLanguages::all(&proposed_name(connection, vendor).await),
    };
    NewSystem {
        id,
        vendor: vendor.owner.clone(),
        name,
        description: InLanguages::all(&format!("Altinn Broker, {}", vendor.party.resource)),
        resource: vendor.party.resource.clone(),
        client: vendor.client.clone(),
        redirect_urls: profile.system.redirect_urls.clone(),
    }
}

/// The approver sees it, so it is the resource's title where the registry has one: in bokmål first, whoever registers it.
async fn proposed_name(connection: &Connection, vendor: &Vendor) -> String {
    let resource = connection.services.resource(&vendor.party.resource).await.ok().flatten();
    let titles = resource.map(|resource| resource.titles).unwrap_or_default();
    name(titles.read_in(Language::Bokmal).unwrap_or(vendor.party.resource.as_str()), &vendor.owner)
}

fn name(title: &str, owner: &OrgNumber) -> String {
    format!("{title}, {owner}")
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use crate::deeds::party::Party;

    #[test]
    fn the_ids_are_plain_and_begin_with_the_vendor() {
        let vendor = Vendor {
            party: Party { organisation: "310456780".parse().expect("a number"), resource: "smart_files".parse().expect("a resource") },
            owner: "991825827".parse().expect("a number"),
            client: "7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11".parse().expect("a client"),
        };
        let all: Vec<String> = ids(&vendor, Role::Sender).take(2).map(|id| id.to_string()).collect();
        assert_eq!(all, ["991825827_smart-files_sender", "991825827_smart-files_sender-2"]);
    }

    #[test]
    fn letters_are_made_plain() {
        assert_eq!(plain("Søknad  på Ærlighet/2!"), "soknad-paa-aerlighet-2");
    }
}
