//! Cached answers of decisions, deliveries and Maskinporten: an answer stays in force for a while after it was first given (facts
//! platform A.4, E.1 and F.2). With caches off, nothing is remembered.

use crate::events::subscription::Subscription;
use crate::maskinporten::state::Client;
use crate::registry::policy::Policy;
use crate::registry::resource::AccessListMode;
use crate::shared::strictness::Caches;
use crate::systems::users::{Delegation, SystemUserRow};
use crate::values::{ClientId, OrgNumber};
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::watch;
use uuid::Uuid;

/// Delegations to system users and between organisations.
const DELEGATIONS: Duration = Duration::from_secs(5 * 60);
/// Resources, their policies, and the members of access lists.
const RESOURCES: Duration = Duration::from_secs(10 * 60);
/// Which subscriptions match an event, and whether their consumers may receive it.
const SUBSCRIPTIONS: Duration = Duration::from_secs(60 * 60);

/// Clients with their keys and scopes, and what organisations were granted, as Maskinporten sees them (facts platform A.4).
const MASKINPORTEN: Duration = Duration::from_secs(2 * 60);

/// What the policy decision needs of a resource.
#[derive(Debug, Clone)]
pub(crate) struct ResourceFacts {
    pub(crate) access_list_mode: AccessListMode,
    pub(crate) policy: Option<Policy>,
}

/// What subscriptions are matched by: resource, subject, type.
pub(crate) type EventKey = (String, String, String);

/// The cached answers. Clones share them.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    caches: Caches,
    kept: Arc<Mutex<RememberedAnswers>>,
    /// How much time has been let pass at once, in all.
    ahead: Arc<watch::Sender<Duration>>,
}

#[derive(Debug, Default)]
struct RememberedAnswers {
    users: Remembered<Uuid, Option<SystemUserRow>>,
    delegations: Remembered<(String, String), Vec<Delegation>>,
    resources: Remembered<String, Option<ResourceFacts>>,
    members: Remembered<(String, String, Option<String>), bool>,
    matching: Remembered<EventKey, Vec<Subscription>>,
    authorised: Remembered<(u64, Option<String>), bool>,
    clients: Remembered<ClientId, Option<Client>>,
    granted: Remembered<(OrgNumber, String), bool>,
}

#[derive(Debug)]
struct Remembered<K, V>(HashMap<K, (Instant, V)>);

impl<K, V> Default for Remembered<K, V> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<K: Eq + Hash, V: Clone> Remembered<K, V> {
    /// The remembered value, if it is younger than `life`.
    fn recalled(&self, key: &K, life: Duration, now: Instant) -> Option<V> {
        self.0.get(key).filter(|(since, _)| now.duration_since(*since) < life).map(|(_, value)| value.clone())
    }
}

impl Memory {
    #[must_use]
    pub fn of(caches: Caches) -> Self {
        Self { caches, ..Self::default() }
    }

    /// Lets time pass at once, for users who do not want to wait: cached answers age, and waiting webhook tries come sooner.
    pub fn pass(&self, time: Duration) {
        self.ahead.send_modify(|ahead| *ahead += time);
    }

    /// Watches how much time has been let pass at once.
    pub(crate) fn passing(&self) -> watch::Receiver<Duration> {
        self.ahead.subscribe()
    }

    /// The remembered answer; without one, asks `answer` and remembers the result.
    fn recall<K: Eq + Hash, V: Clone>(
        &self,
        of: impl Fn(&mut RememberedAnswers) -> &mut Remembered<K, V>,
        key: K,
        life: Duration,
        answer: impl FnOnce() -> V,
    ) -> V {
        match self.caches {
            Caches::Off => answer(),
            Caches::AsAltinn => {
                let recalled = self.with(|kept, now| of(kept).recalled(&key, life, now));
                // `answer` runs without the lock, because one answer may ask for another.
                recalled.unwrap_or_else(|| {
                    let value = answer();
                    self.with(|kept, now| of(kept).0.insert(key, (now, value.clone())));
                    value
                })
            }
        }
    }

    fn with<T>(&self, work: impl FnOnce(&mut RememberedAnswers, Instant) -> T) -> T {
        let now = Instant::now() + *self.ahead.borrow();
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        work(&mut kept, now)
    }

    pub(crate) fn system_user(&self, id: Uuid, answer: impl FnOnce() -> Option<SystemUserRow>) -> Option<SystemUserRow> {
        self.recall(|kept| &mut kept.users, id, DELEGATIONS, answer)
    }

    pub(crate) fn delegations(&self, from: &str, to: &str, answer: impl FnOnce() -> Vec<Delegation>) -> Vec<Delegation> {
        self.recall(|kept| &mut kept.delegations, (from.to_owned(), to.to_owned()), DELEGATIONS, answer)
    }

    pub(crate) fn resource(&self, id: &str, answer: impl FnOnce() -> Option<ResourceFacts>) -> Option<ResourceFacts> {
        self.recall(|kept| &mut kept.resources, id.to_owned(), RESOURCES, answer)
    }

    pub(crate) fn is_member(&self, resource: &str, party: &str, action: Option<&str>, answer: impl FnOnce() -> bool) -> bool {
        let key = (resource.to_owned(), party.to_owned(), action.map(str::to_owned));
        self.recall(|kept| &mut kept.members, key, RESOURCES, answer)
    }

    pub(crate) fn matching(&self, kind: EventKey, answer: impl FnOnce() -> Vec<Subscription>) -> Vec<Subscription> {
        self.recall(|kept| &mut kept.matching, kind, SUBSCRIPTIONS, answer)
    }

    pub(crate) fn client(&self, id: &ClientId, answer: impl FnOnce() -> Option<Client>) -> Option<Client> {
        self.recall(|kept| &mut kept.clients, id.clone(), MASKINPORTEN, answer)
    }

    pub(crate) fn is_granted(&self, organisation: &OrgNumber, scope: &str, answer: impl FnOnce() -> bool) -> bool {
        self.recall(|kept| &mut kept.granted, (organisation.clone(), scope.to_owned()), MASKINPORTEN, answer)
    }

    pub(crate) fn is_authorised(&self, subscription: u64, party: Option<&str>, answer: impl FnOnce() -> bool) -> bool {
        self.recall(|kept| &mut kept.authorised, (subscription, party.map(str::to_owned)), SUBSCRIPTIONS, answer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Facts platform E.1.
    #[test]
    fn a_policy_is_remembered_for_ten_minutes_and_a_delegation_for_five() {
        let memory = Memory::of(Caches::AsAltinn);
        let facts = |mode| Some(ResourceFacts { access_list_mode: mode, policy: None });
        let mode = |memory: &Memory, now| memory.resource("a", || facts(now)).map(|facts| facts.access_list_mode);
        assert_eq!(mode(&memory, AccessListMode::Enabled), Some(AccessListMode::Enabled));
        assert!(memory.system_user(Uuid::nil(), || None).is_none());
        memory.pass(Duration::from_secs(599));
        assert_eq!(mode(&memory, AccessListMode::Disabled), Some(AccessListMode::Enabled), "still as it was");
        let mut asked = false;
        memory.system_user(Uuid::nil(), || {
            asked = true;
            None
        });
        assert!(asked, "five minutes are over");
        memory.pass(Duration::from_secs(1));
        assert_eq!(mode(&memory, AccessListMode::Disabled), Some(AccessListMode::Disabled), "ten minutes are over");
    }

    /// Facts platform E.1.
    #[test]
    fn without_caches_nothing_is_remembered() {
        let memory = Memory::default();
        assert!(memory.is_member("a", "b", None, || true));
        assert!(!memory.is_member("a", "b", None, || false));
    }
}
