//! Fills Broker in a new world.

use super::configuration::Configuration;
use super::counterpart;
use super::service_owner::{Provider, ServiceOwner};
use crate::known;
use crate::world::World;

/// Registers the service owner with both kinds of storage, configures the known resources, and sends the recipient one marked file.
pub fn seed(world: &mut World) {
    for resource in known::RESOURCES.iter().filter(|resource| resource.configured) {
        configure(world, resource.id, (known::SERVICE_OWNER.number, known::SERVICE_OWNER.name));
        if counterpart::may_receive(world, resource.id, known::RECIPIENT.number) {
            let sender = counterpart::sender_for(known::RECIPIENT.number);
            let waiting = counterpart::marked(resource.id, sender, known::RECIPIENT.number, world.broker.now());
            world.broker.transfers.push(waiting);
        }
    }
}

/// Configures a resource with default settings. Its owner, by number and name, is registered with both kinds of storage.
pub(crate) fn configure(world: &mut World, resource: &str, (owner, name): (&str, &str)) {
    if world.broker.owner(owner).is_none() {
        let providers = vec![Provider::AltinnAzure, Provider::AltinnAzureWithoutVirusScan];
        world.broker.owners.push(ServiceOwner { organisation: owner.to_owned(), name: name.to_owned(), providers });
    }
    world.broker.configurations.push(Configuration::of(resource, owner));
}
