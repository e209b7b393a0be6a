//! The known resources, from the table of [`known`].

use super::access_list::{AccessList, Connection, Member};
use super::policy::{Attribute, Policy, attribute};
use super::resource::{AccessListMode, Resource};
use crate::clock;
use crate::known::{self, KnownPolicy, KnownResource};
use crate::world::World;
use serde_json::{Map, Value, json};

/// The id of the access list that every known resource with one is connected to.
pub const ACCESS_LIST: &str = "partnere";

/// Publishes the known resources with their policies and access lists.
pub fn seed(world: &mut World) {
    for known in known::RESOURCES {
        world.registry.put(published(known));
    }
    let listed = known::RESOURCES.iter().filter(|resource| resource.access_list);
    let connections = listed
        .map(|resource| Connection { resource: resource.id.to_owned(), action_filters: None, created: clock::now(), updated: None })
        .collect();
    let sender = Member::new(known::SENDER.number);
    world.registry.put_list(AccessList {
        owner: known::SERVICE_OWNER.code.unwrap_or_default().to_owned(),
        identifier: ACCESS_LIST.to_owned(),
        name: "Partnere".to_owned(),
        description: "Who may take part".to_owned(),
        created: clock::now(),
        members: vec![sender],
        connections,
        updated: None,
        version: 1,
    });
}

fn published(known: &KnownResource) -> Resource {
    let owner = known::ORGANISATIONS.iter().find(|organisation| organisation.number == known.owner);
    let (name, code) = owner.map_or(("", None), |owner| (owner.name, owner.code));
    Resource {
        identifier: known.id.to_owned(),
        version_id: 0,
        owner: Some(known.owner.to_owned()),
        owner_code: code.map(str::to_owned),
        resource_type: known.resource_type.to_owned(),
        delegable: known.delegable,
        access_list_mode: if known.access_list { AccessListMode::Enabled } else { AccessListMode::Disabled },
        described: described((known.id, known.about), (name, known.owner, code.unwrap_or_default())),
        policy: Some(policy(known, code.unwrap_or_default())),
        updated: clock::now(),
    }
}

/// The members of a resource that say what it is, by its title and what it is there for, and by its owner's name, number and code.
pub(crate) fn described((title, about): (&str, &str), (owner, number, code): (&str, &str, &str)) -> Map<String, Value> {
    let in_three = |text: &str| json!({"en": text, "nb": text, "nn": text});
    let mut described = Map::new();
    described.insert("version".to_owned(), json!("1"));
    described.insert("title".to_owned(), in_three(title));
    described.insert("description".to_owned(), in_three(about));
    described.insert("rightDescription".to_owned(), in_three("Gives access to send and receive files"));
    described.insert("homepage".to_owned(), json!(""));
    described.insert("status".to_owned(), json!("Completed"));
    described.insert(
        "contactPoints".to_owned(),
        json!([{"category": "Support", "email": "support@example.no", "telephone": "", "contactPage": ""}]),
    );
    let authority = json!({"name": in_three(owner), "organization": number, "orgcode": code});
    described.insert("hasCompetentAuthority".to_owned(), authority);
    described.insert("availableForType".to_owned(), json!(["LegalEntityEnterprise"]));
    described
}

fn policy(known: &KnownResource, code: &str) -> Policy {
    let role = Attribute::new(attribute::ROLE, "dagl");
    let all = ["read", "write", "subscribe"];
    match known.policy {
        KnownPolicy::RolesAndOwner => Policy::of(&[role, Attribute::new(attribute::ORG_CODE, code)], &all),
        KnownPolicy::RolesOnly => Policy::of(&[role], &all),
        KnownPolicy::Organisations => {
            let organisations = [known.owner, known::SENDER.number, known::RECIPIENT.number];
            Policy::of(&organisations.map(|number| Attribute::new(attribute::ORG_NUMBER, number)), &all)
        }
        KnownPolicy::Placeholder => Policy::of(&[role, Attribute::new(attribute::ORG_CODE, "[org]")], &all),
        KnownPolicy::NoSubscribe => Policy::of(&[role, Attribute::new(attribute::ORG_CODE, code)], &["read", "write"]),
    }
}
