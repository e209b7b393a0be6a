//! What a check asks, of whom. `explain` tells it; the checks themselves make the calls (`services`). A test holds both together
//! (`tests/checks/asks.rs`).

use super::CheckId;
use crate::journey::{Role, Service};

/// One call of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asks {
    pub service: Service,
    pub method: &'static str,
    /// The path on the service's host, with `<…>` for what is the profile's own. None for an address that is the user's.
    pub path: Option<&'static str>,
    /// Whether it asks this only in some profiles.
    pub at_times: bool,
}

const fn get(service: Service, path: &'static str) -> Asks {
    Asks { service, method: "GET", path: Some(path), at_times: false }
}

const fn sometimes(asks: Asks) -> Asks {
    Asks { at_times: true, ..asks }
}

/// A token of Maskinporten (facts platform A).
const GRANT: Asks = Asks { service: Service::Maskinporten, method: "POST", path: Some("/token"), at_times: false };
const EXCHANGE: Asks = get(Service::Exchange, "/authentication/api/v1/exchange/maskinporten");
const PLATFORM: Asks = get(Service::Gateway, "/authentication/api/v1/openid/.well-known/openid-configuration");
const MASKINPORTEN: Asks = get(Service::Maskinporten, "/.well-known/oauth-authorization-server");
const OTHER_HOSTS: Asks = sometimes(get(Service::Other, "/"));
const SYSTEMS: Asks = get(Service::Systems, "/authentication/api/v1/systemregister/vendor");
const SYSTEM: Asks = get(Service::Systems, "/authentication/api/v1/systemregister/vendor/<system>");
const REQUEST: Asks = get(Service::Systems, "/authentication/api/v1/systemuser/request/vendor/byexternalref/<system>/<party>/<reference>");
const SYSTEM_USERS: Asks = sometimes(get(Service::Systems, "/authentication/api/v1/systemuser/vendor/bysystem/<system>"));
const SYSTEM_USER: Asks = get(Service::Systems, "/authentication/api/v1/systemuser/vendor/byquery");
const OWNER: Asks = get(Service::Broker, "/broker/api/v1/serviceowner");
const CONFIGURATION: Asks = get(Service::Broker, "/broker/api/v1/resource/<resource>");
const TRANSFER: Asks = get(Service::Broker, "/broker/api/v1/filetransfer/<transfer>");
const SEARCH: Asks = get(Service::Broker, "/broker/api/v1/filetransfer");
const SUBSCRIPTIONS: Asks = get(Service::Events, "/events/api/v1/subscriptions");

impl CheckId {
    /// The calls it makes, beside those for its tokens. Nothing where it asks nobody.
    #[must_use]
    pub const fn asks(self, role: Role) -> &'static [Asks] {
        let owner = matches!(role, Role::ServiceOwner);
        match self {
            Self::KeyReach | Self::KeyClock => &[PLATFORM, MASKINPORTEN, OTHER_HOSTS],
            Self::KeyGateway => const { &[get(Service::Gateway, "/broker/api/v1/filetransfer")] },
            Self::KeyScopes => const { &[GRANT, sometimes(get(Service::Admin, "/scopes/access/all"))] },
            Self::ClientKey => &[],
            Self::ClientToken => &[GRANT],
            Self::ClientScopes => const { &[GRANT, sometimes(get(Service::Admin, "/clients"))] },
            Self::AccessSystemUserToken => &[GRANT, SYSTEM_USERS],
            Self::ClientExchange | Self::ClientIdentity => &[EXCHANGE],
            Self::AccessResource => const { &[get(Service::ResourceRegistry, "/resourceregistry/api/v1/resource/<resource>")] },
            Self::AccessPolicy => const { &[get(Service::ResourceRegistry, "/resourceregistry/api/v1/resource/<resource>/policy/rules")] },
            Self::AccessSystem => const { &[sometimes(SYSTEMS), sometimes(SYSTEM)] },
            Self::AccessSystemUser => const { &[sometimes(SYSTEMS), sometimes(REQUEST), sometimes(SYSTEM_USER), SYSTEM_USERS] },
            Self::AccessServiceOwner => &[OWNER],
            Self::AccessResourceConfig => &[CONFIGURATION],
            Self::AccessMembers => {
                const {
                    &[
                        sometimes(get(Service::ResourceRegistry, "/resourceregistry/api/v1/access-lists/<owner>")),
                        sometimes(get(Service::ResourceRegistry, "/resourceregistry/api/v1/access-lists/<owner>/<list>/members")),
                    ]
                }
            }
            Self::IntegrateList if owner => &[OWNER, CONFIGURATION],
            Self::IntegrateList => &[TRANSFER, SEARCH],
            Self::IntegrateTransfer => const { &[sometimes(TRANSFER), sometimes(SEARCH)] },
            Self::EventsEndpoint => &[Asks { service: Service::Other, method: "GET", path: None, at_times: true }],
            Self::EventsSubscription | Self::EventsValidated => &[SUBSCRIPTIONS],
            Self::EventsReceived => const { &[sometimes(get(Service::Events, "/events/api/v1/events"))] },
        }
    }
}
