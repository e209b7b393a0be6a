//! What every check of a run gets: the connection, the board, and the services' answers that several checks use.

use super::board::Board;
use super::connection::Connection;
use super::judgement::Stop;
use super::tokens::TokenProblem;
use super::{events, key};
use crate::journey::{CheckId, Evidence, FieldId, Profile};
use crate::services::{Answer, Grant, PolicyRule, Problem, Resource, ResourceConfig, ServiceOwner, Token};
use crate::values::{Link, OrgNumber, ResourceId, Scope, SystemId};
use jiff::Timestamp;
use std::sync::{Mutex, PoisonError};
use tokio::sync::OnceCell;
use uuid::Uuid;

/// One run. An answer that several checks use is asked for once, by the check that needs it first.
#[derive(Debug)]
pub(super) struct CheckContext<'a> {
    pub(super) connection: &'a Connection,
    pub(super) board: &'a Board,
    pub(super) now: Timestamp,
    learned: Mutex<Evidence>,
    reached: OnceCell<Vec<key::HostAnswer>>,
    resource: OnceCell<Answer<Option<Resource>>>,
    rules: OnceCell<Answer<Option<Vec<PolicyRule>>>>,
    owner: OnceCell<Answer<Option<ServiceOwner>>>,
    config: OnceCell<Answer<Option<ResourceConfig>>>,
    searched: OnceCell<Answer<Vec<Uuid>>>,
    system_id: OnceCell<Option<SystemId>>,
    subscriptions: OnceCell<Result<events::SubscriptionLists, Stop>>,
}

impl<'a> CheckContext<'a> {
    pub(super) fn new(connection: &'a Connection, board: &'a Board, now: Timestamp) -> Self {
        Self {
            connection,
            board,
            now,
            learned: Mutex::new(connection.evidence.clone()),
            reached: OnceCell::new(),
            resource: OnceCell::new(),
            rules: OnceCell::new(),
            owner: OnceCell::new(),
            config: OnceCell::new(),
            searched: OnceCell::new(),
            system_id: OnceCell::new(),
            subscriptions: OnceCell::new(),
        }
    }

    pub(super) fn profile(&self) -> &Profile {
        &self.connection.profile
    }

    pub(super) fn is_loopback(&self) -> bool {
        self.profile().environment.is_loopback()
    }

    /// Digdir's portal for clients, keys and scopes. None if the environment has none.
    pub(super) fn self_service(&self) -> Option<Link> {
        self.connection.services.endpoints().self_service.as_ref()?.as_str().parse().ok()
    }

    pub(super) fn organisation(&self) -> Result<&OrgNumber, Stop> {
        self.profile().organisation.as_ref().ok_or(Stop::Missing(FieldId::Organisation))
    }

    pub(super) fn resource_id(&self) -> Result<&ResourceId, Stop> {
        self.profile().resource.as_ref().ok_or(Stop::Missing(FieldId::Resource))
    }

    /// The evidence, with what this run has added.
    pub(super) fn evidence(&self) -> Evidence {
        self.learned.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn learn(&self, change: impl FnOnce(&mut Evidence)) {
        change(&mut self.learned.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// A grant in the name of the party's system user, with the role's scope.
    pub(super) fn acting(&self) -> Result<Grant, Stop> {
        self.connection.acting(&self.connection.role_scope()).ok_or(Stop::Missing(FieldId::Organisation))
    }

    /// The grant that the role calls Broker with.
    pub(super) fn own(&self) -> Result<Grant, Stop> {
        self.connection.own_grant().ok_or(Stop::Missing(FieldId::Organisation))
    }

    /// An exchanged token for this grant. The error names the check that reports why there is none.
    pub(super) async fn exchanged(&self, grant: &Grant) -> Result<Token, Stop> {
        self.connection.exchanged(grant).await.map_err(|problem| stop_for(problem, grant))
    }

    /// An exchanged token for a scope that the role does not need but can use. None if Maskinporten refuses the scope.
    pub(super) async fn exchanged_if_granted(&self, scope: &'static str) -> Result<Option<Token>, Stop> {
        match self.connection.exchanged(&self.connection.plain(&Scope::known(scope))).await {
            Ok(token) => Ok(Some(token)),
            Err(problem) if problem.is_about_the_scope() => Ok(None),
            Err(problem) => Err(stop_for(problem, &self.connection.plain(&Scope::known(scope)))),
        }
    }

    pub(super) async fn reached(&self) -> &[key::HostAnswer] {
        self.reached.get_or_init(|| key::reach_all(self.connection)).await
    }

    /// The resource from the Resource Registry. None if it does not exist.
    pub(super) async fn resource(&self) -> Result<Option<Resource>, Stop> {
        let id = self.resource_id()?;
        Ok(self.resource.get_or_init(|| self.connection.services.resource(id)).await.clone()?)
    }

    /// The rules of the resource's policy. None if it has no policy.
    pub(super) async fn policy_rules(&self) -> Result<Option<Vec<PolicyRule>>, Stop> {
        let id = self.resource_id()?;
        Ok(self.rules.get_or_init(|| self.connection.services.policy_rules(id)).await.clone()?)
    }

    /// The organisation as a service owner in Broker. None if it is not registered.
    pub(super) async fn service_owner(&self) -> Result<Option<ServiceOwner>, Stop> {
        let token = self.exchanged(&self.own()?).await?;
        Ok(self.owner.get_or_init(|| self.connection.services.service_owner(&token)).await.clone()?)
    }

    /// The resource's configuration in Broker. None if it has none.
    pub(super) async fn resource_config(&self) -> Result<Option<ResourceConfig>, Stop> {
        let id = self.resource_id()?;
        let token = self.exchanged(&self.own()?).await?;
        Ok(self.config.get_or_init(|| self.connection.services.resource_config(&token, id)).await.clone()?)
    }

    /// The transfers of the party on the resource, the newest first. Broker is searched once, because it allows ten searches a minute.
    pub(super) async fn transfers(&self, token: &Token) -> Result<Vec<Uuid>, Problem> {
        let Some(resource) = &self.profile().resource else { return Ok(Vec::new()) };
        self.searched.get_or_init(|| self.connection.services.search(token, resource, None, None)).await.clone()
    }

    /// The system's id: the answer, else the one in the system user's token, else the one of the client's owner that our client
    /// stands in: a client can be in one system only.
    pub(super) async fn system_id(&self) -> Result<Option<SystemId>, Stop> {
        if let Some(answered) = &self.profile().system.id {
            return Ok(Some(answered.clone()));
        }
        let found = self.system_id.get_or_try_init(|| self.find_system()).await?;
        Ok(found.clone())
    }

    async fn find_system(&self) -> Result<Option<SystemId>, Stop> {
        if let Ok(token) = self.connection.granted(&self.acting()?).await {
            return Ok(token.claims.system_user.and_then(|user| user.system_id.parse().ok()));
        }
        let Some(token) = self.exchanged_if_granted(REGISTER).await? else { return Ok(None) };
        let Some(client) = &self.profile().client.id else { return Ok(None) };
        let services = &self.connection.services;
        // The list leaves the clients out, so each system is asked for (facts platform D.1).
        let ours = services.systems(&token).await?;
        for id in ours.iter().filter(|system| !system.deleted).take(MOST_SYSTEMS).filter_map(|system| system.id.parse().ok()) {
            if services.system(&token, &id).await?.is_some_and(|system| system.clients.contains(client)) {
                return Ok(Some(id));
            }
        }
        Ok(None)
    }

    pub(super) async fn subscriptions(&self) -> Result<events::SubscriptionLists, Stop> {
        self.subscriptions.get_or_init(|| events::list(self)).await.clone()
    }
}

/// Our client is looked for in so many systems of its owner at most.
const MOST_SYSTEMS: usize = 20;

/// The scope to list our own systems with (facts platform D).
pub(super) const REGISTER: &str = "altinn:authentication/systemregister.write";

fn stop_for(problem: TokenProblem, grant: &Grant) -> Stop {
    let by = |by, problem| Stop::Told { by, problem };
    let about_the_scope = problem.is_about_the_scope();
    match problem {
        TokenProblem::NoClient => Stop::Because(CheckId::ClientToken),
        TokenProblem::Exchange(problem) => by(CheckId::ClientExchange, problem),
        TokenProblem::Grant(problem) if about_the_scope => by(CheckId::ClientScopes, problem),
        TokenProblem::Grant(problem) if grant.system_user.is_some() => by(CheckId::AccessSystemUserToken, problem),
        TokenProblem::Grant(problem) => by(CheckId::ClientToken, problem),
    }
}
