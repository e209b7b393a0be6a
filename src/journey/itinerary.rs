//! The whole way before the first step: who does what, how long it takes, what takes days, what can go side by side. It asks no
//! service; it follows from the role, the environment and who runs the system.

use super::{Acting, Environment, PublishedEnvironment, Role, Who};

crate::choice! {
    /// One thing on the way that somebody does. Its words are under `leg` in `plan.ftl`.
    pub enum LegId {
        TermsOfUse = "terms-of-use",
        PortalRight = "portal-right",
        SyntheticOrganisation = "synthetic-organisation",
        SandboxAnswers = "sandbox-answers",
        ScopeLetter = "scope-letter",
        ScopeGrant = "scope-grant",
        AccessLetter = "access-letter",
        AccessGrant = "access-grant",
        KeyAndClient = "key-and-client",
        ScopesOnClient = "scopes-on-client",
        PublishResource = "publish-resource",
        RegisterOwner = "register-owner",
        Storage = "storage",
        ConfigureResource = "configure-resource",
        RegisterSystem = "register-system",
        Approval = "approval",
        CustomerApproval = "customer-approval",
        Subscription = "subscription",
        SendTest = "send-test",
        TestFromSender = "test-from-sender",
        FetchTest = "fetch-test",
        RoundTrip = "round-trip",
        FirstEvent = "first-event",
        NameVendor = "name-vendor",
        VendorAccess = "vendor-access",
        VendorSystem = "vendor-system",
        VendorTest = "vendor-test",
        SeeTest = "see-test",
    }
}

/// How long a leg takes, as others have met it. Nobody promises it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    Minutes(u16),
    /// At most this many minutes, most of them waiting.
    UpToMinutes(u16),
    Days {
        from: u16,
        to: u16,
    },
}

crate::choice! {
    /// When a leg can begin. Legs of one turn can go side by side.
    pub enum Turn {
        First = "first",
        Today = "today",
        Then = "then",
        Last = "last",
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leg {
    pub what: LegId,
    pub who: Who,
    pub takes: Takes,
    pub turn: Turn,
}

/// The whole way, in its order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Itinerary {
    pub legs: Vec<Leg>,
}

impl Itinerary {
    /// The minutes that the user works, without the waiting, in steps of five: nobody knows them better.
    #[must_use]
    pub fn own_minutes(&self) -> u16 {
        let minutes = self.legs.iter().filter(|leg| leg.who == Who::You).map(|leg| match leg.takes {
            Takes::Minutes(minutes) => minutes,
            Takes::UpToMinutes(_) | Takes::Days { .. } => 0,
        });
        minutes.sum::<u16>().next_multiple_of(5)
    }

    /// The days that pass while others work, from and to. Legs of one turn wait side by side, so the longest counts.
    #[must_use]
    pub fn days(&self) -> (u16, u16) {
        let days = |leg: &Leg| match leg.takes {
            Takes::Days { from, to } => (from, to),
            Takes::Minutes(_) | Takes::UpToMinutes(_) => (0, 0),
        };
        let of_turn = |turn: &Turn| {
            let waits = self.legs.iter().filter(|leg| leg.turn == *turn).map(days);
            waits.fold((0, 0), |longest, wait| (longest.0.max(wait.0), longest.1.max(wait.1)))
        };
        Turn::ALL.iter().map(of_turn).fold((0, 0), |all, turn| (all.0 + turn.0, all.1 + turn.1))
    }
}

/// How far an environment is from the real one, which decides who takes part and how long they take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The sandbox plays everyone, at once.
    Sandbox,
    /// Synthetic organisations, whose people the user plays.
    Test,
    Production,
}

impl Place {
    fn of(environment: &Environment) -> Self {
        match environment {
            Environment::Named(PublishedEnvironment::Sandbox) => Self::Sandbox,
            Environment::Named(PublishedEnvironment::Tt02) => Self::Test,
            Environment::Named(PublishedEnvironment::Prod) => Self::Production,
            Environment::Custom { .. } if environment.is_production() => Self::Production,
            Environment::Custom { .. } if environment.is_loopback() => Self::Sandbox,
            Environment::Custom { .. } => Self::Test,
        }
    }
}

/// The whole way for a role in an environment. A service owner always acts for itself.
#[must_use]
pub fn itinerary(role: Role, environment: &Environment, acting: Acting) -> Itinerary {
    let place = Place::of(environment);
    let legs = match (role, acting) {
        (Role::ServiceOwner, _) => with_client(role, place, service_owner(place)),
        (Role::Sender | Role::Recipient, Acting::ByVendor) => by_vendor(place),
        (Role::Sender | Role::Recipient, Acting::Own | Acting::ForCustomer) => with_client(role, place, party(role, place, acting)),
    };
    let mut legs: Vec<Leg> = legs.into_iter().map(|leg| if place == Place::Sandbox { at_once(leg) } else { leg }).collect();
    // The order within a turn stays.
    legs.sort_by_key(|leg| leg.turn);
    Itinerary { legs }
}

const fn leg(turn: Turn, who: Who, what: LegId, takes: Takes) -> Leg {
    Leg { what, who, takes, turn }
}

const fn minutes(turn: Turn, who: Who, what: LegId, minutes: u16) -> Leg {
    leg(turn, who, what, Takes::Minutes(minutes))
}

/// The sandbox plays those who answer, within a minute.
const fn at_once(leg: Leg) -> Leg {
    let takes = match leg.takes {
        Takes::Days { .. } | Takes::UpToMinutes(_) => Takes::Minutes(1),
        Takes::Minutes(_) => leg.takes,
    };
    Leg { takes, ..leg }
}

/// What everyone with a client of their own does, and then `rest`.
fn with_client(role: Role, place: Place, rest: Vec<Leg>) -> Vec<Leg> {
    let mut legs = match place {
        Place::Sandbox => vec![minutes(Turn::First, Who::You, LegId::SandboxAnswers, 1)],
        // A service owner is itself in the test environment too.
        Place::Test if role == Role::ServiceOwner => Vec::new(),
        Place::Test => vec![minutes(Turn::First, Who::You, LegId::SyntheticOrganisation, 5)],
        Place::Production => vec![
            leg(Turn::First, Who::Digdir, LegId::TermsOfUse, Takes::Days { from: 2, to: 5 }),
            leg(Turn::First, Who::You, LegId::PortalRight, Takes::Days { from: 0, to: 1 }),
        ],
    };
    if place != Place::Sandbox {
        legs.extend([
            minutes(Turn::Today, Who::You, LegId::ScopeLetter, 5),
            leg(Turn::Today, Who::ServiceDesk, LegId::ScopeGrant, Takes::Days { from: 1, to: 3 }),
            minutes(Turn::Today, Who::You, LegId::KeyAndClient, 10),
            minutes(Turn::Then, Who::You, LegId::ScopesOnClient, 2),
        ]);
    }
    legs.extend(rest);
    legs
}

/// The rest of the way for a sender or a recipient with a client of its own.
fn party(role: Role, place: Place, acting: Acting) -> Vec<Leg> {
    let approval = match (place, acting) {
        (Place::Test, _) => minutes(Turn::Then, Who::You, LegId::Approval, 5),
        (Place::Production, Acting::ForCustomer) => leg(Turn::Then, Who::Approver, LegId::CustomerApproval, Takes::Days { from: 1, to: 5 }),
        (Place::Sandbox | Place::Production, _) => leg(Turn::Then, Who::Approver, LegId::Approval, Takes::Days { from: 0, to: 2 }),
    };
    let mut legs = vec![
        minutes(Turn::Today, Who::You, LegId::AccessLetter, 5),
        leg(Turn::Today, Who::ServiceOwner, LegId::AccessGrant, Takes::Days { from: 1, to: 5 }),
        minutes(Turn::Then, Who::You, LegId::RegisterSystem, 2),
        approval,
        minutes(Turn::Last, Who::You, LegId::Subscription, 2),
    ];
    if place == Place::Sandbox {
        legs.retain(|leg| !matches!(leg.what, LegId::AccessLetter | LegId::AccessGrant));
    }
    if role == Role::Sender {
        legs.push(minutes(Turn::Last, Who::You, LegId::SendTest, 2));
    } else {
        legs.push(leg(Turn::Last, Who::Sender, LegId::TestFromSender, Takes::Days { from: 0, to: 2 }));
        legs.push(minutes(Turn::Last, Who::You, LegId::FetchTest, 2));
    }
    legs.push(leg(Turn::Last, Who::AltinnEvents, LegId::FirstEvent, Takes::UpToMinutes(60)));
    legs
}

fn service_owner(place: Place) -> Vec<Leg> {
    let legs = [
        minutes(Turn::Today, Who::You, LegId::PublishResource, 45),
        minutes(Turn::Then, Who::You, LegId::RegisterOwner, 1),
        leg(Turn::Then, Who::AltinnBroker, LegId::Storage, Takes::UpToMinutes(60)),
        minutes(Turn::Then, Who::You, LegId::ConfigureResource, 5),
        minutes(Turn::Last, Who::You, LegId::Subscription, 2),
        minutes(Turn::Last, Who::You, LegId::RoundTrip, 5),
        leg(Turn::Last, Who::AltinnEvents, LegId::FirstEvent, Takes::UpToMinutes(60)),
    ];
    // The sandbox's answers come with a resource that is published.
    legs.into_iter().filter(|leg| place != Place::Sandbox || leg.what != LegId::PublishResource).collect()
}

fn by_vendor(place: Place) -> Vec<Leg> {
    let approval = match place {
        Place::Test => minutes(Turn::Then, Who::You, LegId::Approval, 5),
        Place::Sandbox | Place::Production => leg(Turn::Then, Who::Approver, LegId::Approval, Takes::Days { from: 0, to: 2 }),
    };
    vec![
        minutes(Turn::Today, Who::You, LegId::NameVendor, 5),
        leg(Turn::Today, Who::Vendor, LegId::VendorAccess, Takes::Days { from: 1, to: 5 }),
        leg(Turn::Today, Who::Vendor, LegId::VendorSystem, Takes::Days { from: 1, to: 5 }),
        approval,
        leg(Turn::Last, Who::Vendor, LegId::VendorTest, Takes::Days { from: 0, to: 2 }),
        minutes(Turn::Last, Who::You, LegId::SeeTest, 2),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(role: Role, named: PublishedEnvironment, acting: Acting) -> Itinerary {
        itinerary(role, &Environment::Named(named), acting)
    }

    fn every() -> impl Iterator<Item = (Role, PublishedEnvironment, Acting)> {
        let environments = |role: Role| PublishedEnvironment::ALL.iter().map(move |named| (role, *named));
        let all = Role::ALL.iter().flat_map(move |role| environments(*role));
        all.flat_map(|(role, named)| Acting::ALL.iter().map(move |acting| (role, named, *acting)))
    }

    #[test]
    fn every_way_names_somebody_for_each_leg_and_goes_forward() {
        for (role, named, acting) in every() {
            let legs = way(role, named, acting).legs;
            assert!(legs.len() >= 4, "{role} {named} {acting}: {legs:?}");
            assert!(legs.is_sorted_by_key(|leg| leg.turn), "{role} {named} {acting}: {legs:?}");
            let mut whats: Vec<LegId> = legs.iter().map(|leg| leg.what).collect();
            whats.sort_unstable();
            whats.dedup();
            assert_eq!(whats.len(), legs.len(), "{role} {named} {acting}: a leg stands twice");
        }
    }

    #[test]
    fn nobody_waits_for_days_in_the_sandbox() {
        for (role, named, acting) in every().filter(|(_, named, _)| *named == PublishedEnvironment::Sandbox) {
            assert_eq!(way(role, named, acting).days(), (0, 0), "{role} {acting}");
        }
    }

    #[test]
    fn answers_that_come_side_by_side_are_waited_for_once() {
        let sender = way(Role::Sender, PublishedEnvironment::Tt02, Acting::Own);
        assert_eq!(sender.days(), (1, 5), "the service desk and the service owner answer at the same time");
        assert!(sender.own_minutes() > 30 && sender.own_minutes() < 60, "{}", sender.own_minutes());
        let letter = sender.legs.iter().position(|leg| leg.what == LegId::ScopeLetter);
        let client = sender.legs.iter().position(|leg| leg.what == LegId::KeyAndClient);
        assert!(letter < client, "what others answer in days is asked for first");
    }

    #[test]
    fn only_production_begins_with_the_terms_of_use_and_only_tests_with_a_synthetic_organisation() {
        let has = |named, what| way(Role::Sender, named, Acting::Own).legs.iter().any(|leg| leg.what == what);
        assert!(has(PublishedEnvironment::Prod, LegId::TermsOfUse) && !has(PublishedEnvironment::Tt02, LegId::TermsOfUse));
        assert!(
            has(PublishedEnvironment::Tt02, LegId::SyntheticOrganisation) && !has(PublishedEnvironment::Prod, LegId::SyntheticOrganisation)
        );
    }
}
