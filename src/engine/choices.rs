//! Lists of values to choose from, asked of the services and of the sandbox. Nothing is changed anywhere.

use super::problem::world_problem;
use super::{Engine, OpenConnection, addresses};
use crate::checks::{AdminUse, TokenProblem, stopped};
use crate::files::paths;
use crate::journey::{Choice, ChoiceList, ChoiceMessage, EngineMessage, Evidence, NoChoices, Profile, Role};
use crate::services::{
    FileTransfer, Grant, ListedOwner, ListedResource, Problem, RegisteredSystem, Services, Side, Subscription, Token, Trace,
};
use crate::values::{Call, Names, OrgNumber, Scope};
use futures_util::future::{join, join_all};
use std::collections::BTreeMap;
use tokio::sync::mpsc::UnboundedSender;

/// The type of resources for files (facts platform E).
const FOR_FILES: &str = "BrokerService";
/// The scope to list our own systems with (facts platform D).
const REGISTER: &str = "altinn:authentication/systemregister.write";
/// So many transfers are looked at: Broker answers fifteen such calls a minute, and the checks need some of them.
const MOST_TRANSFERS: usize = 6;

type Choices = Result<Vec<Choice>, NoChoices>;

impl Engine {
    /// The values of a list.
    ///
    /// # Errors
    /// Why there is no list.
    pub async fn choices(&self, list: ChoiceList, profile: Profile, calls: impl FnOnce() -> UnboundedSender<Call>) -> Choices {
        match list {
            ChoiceList::Resources => resources(&self.open_services(&profile, calls).await?, &profile).await,
            ChoiceList::Organisations => self.organisations(|_| true).await,
            ChoiceList::Recipients => self.organisations(|found| is_recipient(found, &profile)).await,
            ChoiceList::Systems => self.opened(profile, calls).await?.systems().await,
            ChoiceList::Webhooks => self.opened(profile, calls).await?.webhooks().await,
            ChoiceList::Transfers => self.opened(profile, calls).await?.transfers().await,
            ChoiceList::Clients => self.opened(profile, calls).await?.clients().await,
        }
    }

    async fn opened(&self, profile: Profile, calls: impl FnOnce() -> UnboundedSender<Call>) -> Result<OpenConnection, NoChoices> {
        let opened = self.reconnect(profile, &self.profile_folder(), Evidence::default(), calls).await;
        opened.map_err(NoChoices::NotOpened)
    }

    /// The services for what anybody may ask. No secret is read for it but the gateway's API key, if there is an answer for it.
    async fn open_services(&self, profile: &Profile, calls: impl FnOnce() -> UnboundedSender<Call>) -> Result<Services, NoChoices> {
        if profile.api_key.is_some() {
            return Ok(self.opened(profile.clone(), calls).await?.connection.services.clone());
        }
        addresses::usable(&profile.environment).map_err(NoChoices::NotOpened)?;
        let sandbox = self.sandbox_for(profile).await.map_err(NoChoices::NotOpened)?;
        let endpoints = profile.environment.endpoints(sandbox.as_ref());
        let services = Services::new(
            endpoints.ok_or(NoChoices::NotOpened(EngineMessage::SandboxNotRunning))?,
            None,
            Trace::feeding(calls()).written_to(self.traced.clone()),
        );
        Ok(match &profile.ca {
            Some(file) => services.with_ca(paths::lead(&self.profile_folder(), file)),
            None => services,
        })
    }

    /// The organisations of the sandbox's world.
    async fn organisations(&self, is_wanted: impl Fn(&altinn_sandbox::Organisation) -> bool) -> Choices {
        self.sandbox().await.map_err(NoChoices::NotOpened)?;
        let world = self.world().await.map_err(|cause| NoChoices::NotOpened(world_problem(&cause)))?;
        let choice = |found: &altinn_sandbox::Organisation| {
            let about = match &found.org_code {
                Some(code) => ChoiceMessage::SandboxOwner { code: code.clone() },
                None => ChoiceMessage::SandboxOrganisation,
            };
            let number: OrgNumber = found.number.digits().parse().ok()?;
            Some(Choice::new(number.to_string(), Names::everywhere(found.name.clone()), Some(about)))
        };
        Ok(world.organisations.all.iter().filter(|found| is_wanted(found)).filter_map(choice).collect())
    }
}

/// A test file goes to another organisation, and to one that owns no service.
fn is_recipient(found: &altinn_sandbox::Organisation, profile: &Profile) -> bool {
    found.org_code.is_none() && profile.organisation.as_ref().is_none_or(|own| own.digits() != found.number.digits())
}

fn not_told(problem: &Problem) -> NoChoices {
    NoChoices::NotTold(Box::new(stopped(problem)))
}

/// The resources for files. A service owner chooses among its own.
async fn resources(services: &Services, profile: &Profile) -> Choices {
    let (resources, owners) = join(services.resource_list(), services.service_owners()).await;
    // Without that list an owner has the name that its resource gives it.
    let owners = owners.unwrap_or_default();
    let is_owner = profile.role == Role::ServiceOwner && profile.organisation.is_some();
    let is_offered = |resource: &ListedResource| !is_owner || resource.owner == profile.organisation;
    let mut found = resources.map_err(|problem| not_told(&problem))?;
    found.retain(|resource| resource.resource_type.eq_ignore_ascii_case(FOR_FILES) && !is_withdrawn(resource) && is_offered(resource));
    found.sort_unstable_by_key(|resource| resource.id.to_string());
    Ok(found.into_iter().map(|resource| choice_of(resource, &owners)).collect())
}

fn is_withdrawn(resource: &ListedResource) -> bool {
    resource.status.as_deref().is_some_and(|status| status.eq_ignore_ascii_case("withdrawn"))
}

fn choice_of(resource: ListedResource, owners: &[ListedOwner]) -> Choice {
    let is_owner = |owner: &&ListedOwner| match (&resource.owner, &resource.owner_code) {
        (_, Some(code)) if owner.code.eq_ignore_ascii_case(code) => true,
        (Some(number), _) => owner.number.as_ref() == Some(number),
        (None, _) => false,
    };
    let known = owners.iter().find(is_owner);
    let owner = known.map(|owner| owner.names.clone()).filter(|names| !names.is_empty()).unwrap_or(resource.owner_names);
    let about = match (owner.is_empty(), resource.owner) {
        (false, Some(number)) => Some(ChoiceMessage::OwnedBy { owner, number }),
        (false, None) => Some(ChoiceMessage::OwnedByName { owner }),
        (true, Some(number)) => Some(ChoiceMessage::OwnedByNumber { number }),
        (true, None) => None,
    };
    Choice::new(resource.id.to_string(), resource.titles, about)
}

impl OpenConnection {
    /// The organisation's clients, as its admin client sees them.
    async fn clients(&self) -> Choices {
        let token = self.connection.admin_token(AdminUse::Read).await.map_err(|problem| match problem {
            TokenProblem::NoClient => NoChoices::NoClient,
            TokenProblem::Grant(problem) | TokenProblem::Exchange(problem) => not_told(&problem),
        })?;
        let clients = self.connection.services.own_clients(&token).await.map_err(|problem| not_told(&problem))?;
        Ok(clients.into_iter().map(|client| Choice::new(client.id.to_string(), Names::everywhere(client.name), None)).collect())
    }

    /// The systems that the client's owner has registered.
    async fn systems(&self) -> Choices {
        let scope = Scope::known(REGISTER);
        let token = self.token(&self.connection.plain(&scope), &scope).await?;
        let systems = self.connection.services.systems(&token).await.map_err(|problem| not_told(&problem))?;
        Ok(systems.into_iter().filter(|system| !system.deleted).map(system_choice).collect())
    }

    /// The webhooks of our own subscriptions.
    async fn webhooks(&self) -> Choices {
        let subscriptions = self.connection.services.subscriptions(&self.own_token().await?).await;
        let mut by_endpoint: BTreeMap<String, Vec<Subscription>> = BTreeMap::new();
        for subscription in subscriptions.map_err(|problem| not_told(&problem))? {
            by_endpoint.entry(subscription.endpoint.clone()).or_default().push(subscription);
        }
        Ok(by_endpoint.into_iter().map(|(endpoint, all)| endpoint_choice(endpoint, &all)).collect())
    }

    /// The newest transfers of our side.
    async fn transfers(&self) -> Choices {
        let profile = &self.connection.profile;
        let Some(resource) = &profile.resource else { return Ok(Vec::new()) };
        let side = match profile.role {
            Role::Sender => Some(Side::Sender),
            Role::Recipient => Some(Side::Recipient),
            Role::ServiceOwner => None,
        };
        let token = self.own_token().await?;
        let services = &self.connection.services;
        let ids = services.search(&token, resource, side, None).await.map_err(|problem| not_told(&problem))?;
        let looked_at = join_all(ids.iter().take(MOST_TRANSFERS).map(|id| services.transfer(&token, *id))).await;
        Ok(ids.iter().zip(looked_at).map(|(id, found)| found.map_or_else(|_| Choice::plain(id.to_string()), transfer_choice)).collect())
    }

    async fn own_token(&self) -> Result<Token, NoChoices> {
        let grant = self.connection.own_grant().ok_or(NoChoices::NoClient)?;
        self.token(&grant, &self.connection.role_scope()).await
    }

    async fn token(&self, grant: &Grant, scope: &Scope) -> Result<Token, NoChoices> {
        self.connection.exchanged(grant).await.map_err(|problem| match &problem {
            TokenProblem::NoClient => NoChoices::NoClient,
            refused if refused.is_about_the_scope() => NoChoices::NoScope(scope.clone()),
            TokenProblem::Grant(problem) | TokenProblem::Exchange(problem) => not_told(problem),
        })
    }
}

fn system_choice(system: RegisteredSystem) -> Choice {
    let about = if system.resources.is_empty() {
        ChoiceMessage::SystemForNothing
    } else {
        ChoiceMessage::SystemFor { resources: system.resources }
    };
    Choice::new(system.id, system.names, Some(about))
}

fn endpoint_choice(endpoint: String, subscriptions: &[Subscription]) -> Choice {
    let count = subscriptions.len();
    let is_validated = subscriptions.iter().any(|subscription| subscription.validated);
    let about = if is_validated { ChoiceMessage::Subscribed { count } } else { ChoiceMessage::SubscribedUnvalidated { count } };
    Choice::new(endpoint, Names::default(), Some(about))
}

fn transfer_choice(transfer: FileTransfer) -> Choice {
    let sender = transfer.sender.parse::<OrgNumber>().map_or(transfer.sender, |number| number.to_string());
    let status = transfer.status.to_string();
    let about = match transfer.created {
        Some(at) => ChoiceMessage::SentBy { sender, status, at },
        None => ChoiceMessage::SentAtNoTime { sender, status },
    };
    Choice::new(transfer.id.to_string(), Names::everywhere(transfer.file_name), Some(about))
}

#[cfg(test)]
#[path = "choices_tests.rs"]
mod tests;
