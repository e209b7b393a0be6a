//! Fills Broker in a new world.

use super::configuration::Configuration;
use super::counterpart;
use super::service_owner::{Provider, ServiceOwner};
use crate::known;
use crate::world::World;

/// Registers the service owner with both kinds of storage, configures the known resources, and sends the recipient one marked file.
pub fn seed(world: &mut World) {
    world.broker.owners.push(ServiceOwner {
        organisation: known::SERVICE_OWNER.number.to_owned(),
        name: known::SERVICE_OWNER.name.to_owned(),
        providers: vec![Provider::AltinnAzure, Provider::AltinnAzureWithoutVirusScan],
    });
    for resource in known::RESOURCES.iter().filter(|resource| resource.configured) {
        world.broker.configurations.push(Configuration::of(resource.id, resource.owner));
        if counterpart::may_receive(world, resource.id, known::RECIPIENT.number) {
            let sender = counterpart::sender_for(known::RECIPIENT.number);
            let waiting = counterpart::marked(resource.id, sender, known::RECIPIENT.number, world.broker.now());
            world.broker.transfers.push(waiting);
        }
    }
}
