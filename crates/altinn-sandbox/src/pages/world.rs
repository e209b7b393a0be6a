//! Values of the world in the form that templates show.

use crate::known;
use crate::maskinporten::state::Client;
use crate::systems::change_request::ChangeRequest;
use crate::systems::request::{Request, RequestStatus};
use crate::systems::system::{AccessPackage, Right};
use crate::values::OrgNumber;
use crate::world::World;
use crate::world::organisations::Organisation;
use serde_json::{Value, json};

/// Options for choosing an organisation; one is selected.
pub(super) fn organisations(world: &World, chosen: &str) -> Value {
    options(&world.organisations.all, chosen)
}

/// Options for choosing among some organisations.
pub(super) fn options<'w>(organisations: impl IntoIterator<Item = &'w Organisation>, chosen: &str) -> Value {
    organisations.into_iter().map(|organisation| option(organisation, chosen)).collect()
}

/// Options for choosing a service owner.
pub(super) fn owners(world: &World, chosen: &str) -> Value {
    options(world.organisations.all.iter().filter(|found| found.org_code.is_some()), chosen)
}

fn option(organisation: &Organisation, chosen: &str) -> Value {
    let number = organisation.number.digits();
    json!({"number": number, "shown": organisation.number.to_string(), "name": organisation.name, "code": organisation.org_code,
           "chosen": number == chosen})
}

/// Options for choosing a value; one is selected.
pub(super) fn choices<'v>(values: impl IntoIterator<Item = &'v str>, chosen: Option<&str>) -> Value {
    values.into_iter().map(|value| json!({"value": value, "chosen": chosen == Some(value)})).collect()
}

/// The organisation named in the query, otherwise the page's default.
pub(super) fn chosen<'w>(world: &'w World, asked: Option<&str>, else_this: &str) -> Option<&'w Organisation> {
    let by = |digits: &str| digits.parse().ok().and_then(|number: OrgNumber| world.organisations.by_number(&number));
    asked.and_then(by).or_else(|| by(else_this))
}

/// An organisation's number and, if it is in the register, its name.
pub(super) fn named(world: &World, number: &str) -> Value {
    let digits = number.rsplit(':').next().unwrap_or(number);
    let parsed: Option<OrgNumber> = digits.parse().ok();
    let name = parsed.as_ref().and_then(|number| world.organisations.by_number(number)).map(|found| found.name.as_str());
    let shown = parsed.map_or_else(|| digits.to_owned(), |number| number.to_string());
    json!({"number": digits, "shown": shown, "name": name})
}

/// A time for people to read.
pub(super) fn moment(at: jiff::Timestamp) -> String {
    at.strftime("%-d %B %Y, %H:%M UTC").to_string()
}

/// The client's name: the one it was given here, or that of the known client.
pub(super) fn client_name(client: &Client) -> String {
    let described = client.registration.described.get("client_name").and_then(Value::as_str).filter(|name| !name.is_empty());
    let id = client.id.to_string();
    let known = known::CLIENTS.iter().find(|known| known.id == id).map(|known| known.name);
    described.or(known).unwrap_or_default().to_owned()
}

/// A request for a system user.
pub(super) fn request(world: &World, request: &Request) -> Value {
    let rights: Vec<&str> = request.rights.iter().flat_map(|right| &right.resource).map(|resource| resource.value.as_str()).collect();
    let packages: Vec<&str> = request.access_packages.iter().map(|package| package.urn.as_str()).collect();
    let vendor = world.systems.system(&request.system_id).map(|system| named(world, &system.vendor));
    let waits = request.status == RequestStatus::New && !request.timed_out();
    let redirect = led_to(request.redirect_url.as_deref());
    json!({
        "id": request.id, "title": request.integration_title, "party": named(world, &request.party), "vendor": vendor,
        "system": request.system_id, "reference": request.external_ref, "rights": rights, "packages": packages, "redirect": redirect,
        "waits": waits,
        "timed_out": (request.timed_out() && request.status == RequestStatus::New) || request.status == RequestStatus::Timedout,
        "approved": request.status == RequestStatus::Accepted,
        "rejected": matches!(request.status, RequestStatus::Rejected | RequestStatus::Denied),
        "escalated": request.escalated,
    })
}

/// A request to change a system user, with the same members as [`request`].
pub(super) fn change(world: &World, change: &ChangeRequest) -> Value {
    let rights = |rights: &[Right]| -> Vec<String> {
        rights.iter().flat_map(|right| &right.resource).map(|resource| resource.value.clone()).collect()
    };
    let packages = |packages: &[AccessPackage]| -> Vec<String> { packages.iter().map(|package| package.urn.clone()).collect() };
    let user = world.systems.user(change.system_user);
    let vendor = world.systems.system(&change.system_id).map(|system| named(world, &system.vendor));
    let taken = [rights(&change.unwanted_rights), packages(&change.unwanted_packages)].concat();
    let is_new = change.status == RequestStatus::New;
    json!({
        "id": change.id, "title": user.map(|user| user.integration_title.as_str()), "party": named(world, &change.party), "vendor": vendor,
        "system": change.system_id, "reference": change.external_ref, "rights": rights(&change.required_rights),
        "packages": packages(&change.required_packages), "change": true, "taken": taken,
        "redirect": led_to(change.redirect_url.as_deref()), "waits": is_new && !change.timed_out(), "timed_out": is_new && change.timed_out(),
        "approved": change.status == RequestStatus::Accepted, "rejected": change.status == RequestStatus::Rejected,
    })
}

/// The redirect address if it is https. The register accepts only those, but a world's file may have been edited.
fn led_to(redirect: Option<&str>) -> Option<&str> {
    redirect.filter(|url| url.starts_with("https://"))
}

/// The resources that are configured in Broker.
pub(super) fn configured(world: &World) -> Vec<&str> {
    let resources = world.registry.resources().map(|resource| resource.identifier.as_str());
    resources.filter(|id| world.broker.configuration(id).is_some()).collect()
}

/// Every scope that can be requested.
pub(super) fn scopes(world: &World) -> Vec<&str> {
    let mut scopes: Vec<&str> = world.maskinporten.added.iter().map(|scope| scope.name.as_str()).collect();
    known::scopes().filter(|scope| scope.starts_with("altinn:")).for_each(|scope| scopes.push(scope));
    scopes.sort_unstable();
    scopes.dedup();
    scopes
}
