//! What people are asked for by letter, outside any service: scopes and API keys from the service desk, a place on an access list
//! from its owner.

use super::cast::{Actor, YesNo};
use super::letter::{Letter, Wish};
use crate::clock;
use crate::maskinporten::state::ScopeRequest;
use crate::values::OrgNumber;
use crate::world::World;
use uuid::Uuid;

/// Writes a letter. `None` when it is not needed: the wish is granted already, or such a letter already waits.
pub fn write(world: &mut World, organisation: &OrgNumber, wish: Wish) -> Option<Uuid> {
    let wish = match wish {
        Wish::Scopes(scopes) => Wish::Scopes(unasked(world, organisation, scopes)?),
        Wish::ApiKey | Wish::Membership { .. } if is_waiting(world, organisation, &wish) => return None,
        Wish::ApiKey | Wish::Membership { .. } => wish,
    };
    if let Wish::Scopes(scopes) = &wish {
        let requested = &mut world.maskinporten.requested;
        requested.retain(|request| request.organisation != *organisation || !scopes.contains(&request.scope));
        let row = |scope: &String| ScopeRequest { organisation: organisation.clone(), scope: scope.clone(), denied: false };
        requested.extend(scopes.iter().map(row));
    }
    let letter = Letter { id: Uuid::new_v4(), organisation: organisation.clone(), wish, at: clock::now(), answer: None, enclosed: None };
    let id = letter.id;
    world.desk.letters.push(letter);
    Some(id)
}

fn unasked(world: &World, organisation: &OrgNumber, scopes: Vec<String>) -> Option<Vec<String>> {
    let asked: Vec<&String> = world
        .desk
        .waiting(Actor::ServiceDesk)
        .filter(|letter| letter.organisation == *organisation)
        .flat_map(|letter| match &letter.wish {
            Wish::Scopes(scopes) => scopes.as_slice(),
            Wish::ApiKey | Wish::Membership { .. } => &[],
        })
        .collect();
    let new: Vec<String> =
        scopes.into_iter().filter(|scope| !world.maskinporten.is_granted(organisation, scope) && !asked.contains(&scope)).collect();
    (!new.is_empty()).then_some(new)
}

fn is_waiting(world: &World, organisation: &OrgNumber, wish: &Wish) -> bool {
    world.desk.letters.iter().any(|letter| letter.answer.is_none() && letter.organisation == *organisation && letter.wish == *wish)
}

/// Answers a letter; false when it does not wait any more.
pub fn answer(world: &mut World, letter: Uuid, says: YesNo) -> bool {
    let Some(found) = world.desk.letters.iter_mut().find(|known| known.id == letter && known.answer.is_none()) else { return false };
    found.answer = Some(says);
    let (organisation, wish) = (found.organisation.clone(), found.wish.clone());
    match (wish, says) {
        (Wish::Scopes(scopes), YesNo::Yes) => scopes.iter().for_each(|scope| grant(world, &organisation, scope)),
        (Wish::Scopes(scopes), YesNo::No) => scopes.iter().for_each(|scope| deny(world, &organisation, scope)),
        (Wish::ApiKey, YesNo::Yes) => {
            let issued = world.desk.issue(organisation).id;
            if let Some(answered) = world.desk.letters.iter_mut().find(|known| known.id == letter) {
                answered.enclosed = Some(issued);
            }
        }
        (Wish::Membership { owner, list }, YesNo::Yes) => {
            // If the list has been deleted meanwhile, nobody is added.
            add_member(world, &owner, &list, &organisation);
        }
        (Wish::ApiKey | Wish::Membership { .. }, YesNo::No) => {}
    }
    true
}

pub fn grant(world: &mut World, organisation: &OrgNumber, scope: &str) {
    let state = &mut world.maskinporten;
    state.requested.retain(|request| request.organisation != *organisation || request.scope != scope);
    let granted = state.granted.entry(organisation.clone()).or_default();
    if !granted.iter().any(|known| known == scope) {
        granted.push(scope.to_owned());
    }
}

/// Removes a scope from an organisation, or refuses to grant it.
pub fn deny(world: &mut World, organisation: &OrgNumber, scope: &str) {
    let state = &mut world.maskinporten;
    if let Some(granted) = state.granted.get_mut(organisation) {
        granted.retain(|known| known != scope);
    }
    state.requested.retain(|request| request.organisation != *organisation || request.scope != scope);
    state.requested.push(ScopeRequest { organisation: organisation.clone(), scope: scope.to_owned(), denied: true });
}

/// Puts an organisation on an access list; false when there is no such list.
pub fn add_member(world: &mut World, owner: &str, list: &str, organisation: &OrgNumber) -> bool {
    world.registry.list_mut(owner, list).map(|list| list.add(organisation.digits())).is_some()
}

/// Takes an organisation off an access list; false when there is no such list.
pub fn remove_member(world: &mut World, owner: &str, list: &str, organisation: &str) -> bool {
    world.registry.list_mut(owner, list).map(|list| list.remove(organisation)).is_some()
}
