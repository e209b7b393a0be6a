//! The host names that the sandbox answers for, and what each of them serves (facts platform 0).

use crate::http::addresses;
use crate::shared::face::Face;
use axum::http::Uri;
use std::io;

/// An environment of the services.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Environment {
    /// TT02 and Maskinporten's test environment.
    Test,
    Production,
}

/// The service that answers under a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Service {
    Platform,
    Maskinporten,
    /// Access management, where a person approves a system-user request.
    AccessManagement,
    /// The self-service portal for Maskinporten clients.
    Portal,
    /// The self-service portal's admin API.
    Admin,
    /// The test token generator (facts platform C.3).
    TestTokens,
    /// altinn-orgs.json, the list of service owners (facts examples 9).
    OrgList,
}

/// A name that the sandbox answers for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Host {
    pub(super) name: &'static str,
    pub(super) environment: Environment,
    pub(super) service: Service,
}

const fn host(name: &'static str, environment: Environment, service: Service) -> Host {
    Host { name, environment, service }
}

const TEST_TOKENS: &str = "altinn-testtools-token-generator.azurewebsites.net";
const ORG_LIST: &str = "altinncdn.no";

/// Every name. The proxy refuses all others.
pub(super) const HOSTS: [Host; 14] = [
    host("test.maskinporten.no", Environment::Test, Service::Maskinporten),
    host("platform.tt02.altinn.no", Environment::Test, Service::Platform),
    host("am.ui.tt02.altinn.no", Environment::Test, Service::AccessManagement),
    host("sjolvbetjening.test.samarbeid.digdir.no", Environment::Test, Service::Portal),
    host("onboarding.test.maskinporten.no", Environment::Test, Service::Portal),
    host("api.test.samarbeid.digdir.no", Environment::Test, Service::Admin),
    host(TEST_TOKENS, Environment::Test, Service::TestTokens),
    host("maskinporten.no", Environment::Production, Service::Maskinporten),
    host("platform.altinn.no", Environment::Production, Service::Platform),
    host("am.ui.altinn.no", Environment::Production, Service::AccessManagement),
    host("sjolvbetjening.samarbeid.digdir.no", Environment::Production, Service::Portal),
    host("onboarding.maskinporten.no", Environment::Production, Service::Portal),
    host("api.samarbeid.digdir.no", Environment::Production, Service::Admin),
    host(ORG_LIST, Environment::Production, Service::OrgList),
];

/// The path of access management's pages for the approver (facts platform D.2).
const CONFIRM_PAGES: &str = "/accessmanagement/ui/systemuser/";
/// The pages below that path on which a request is answered.
const CONFIRM_PAGE: [&str; 3] = ["request", "agentrequest", "changerequest"];

/// The domains of the names, and the only ones that the certificate authority can vouch for.
pub(super) const DOMAINS: [&str; 5] = ["maskinporten.no", "altinn.no", "samarbeid.digdir.no", TEST_TOKENS, ORG_LIST];

impl Environment {
    pub(super) const ALL: [Self; 2] = [Self::Test, Self::Production];

    /// The addresses by which the sandbox calls itself in this environment.
    pub(super) fn face(self) -> io::Result<Face> {
        match self {
            Self::Test => Face::named("platform.tt02.altinn.no", "test.maskinporten.no"),
            Self::Production => Face::named("platform.altinn.no", "maskinporten.no"),
        }
    }
}

impl Host {
    /// The host with a name. Case is ignored, and so is one dot at the end.
    pub(super) fn named(name: &str) -> Option<Self> {
        let name = name.strip_suffix('.').unwrap_or(name);
        HOSTS.into_iter().find(|host| host.name.eq_ignore_ascii_case(name))
    }
}

impl Service {
    /// The sandbox's own path of the requested page; none if it is the same.
    pub(super) fn own_path(self, uri: &Uri) -> Option<Uri> {
        let path = uri.path();
        match self {
            Self::AccessManagement if path == "/" => Some(Uri::from_static("/sandbox/")),
            Self::AccessManagement => {
                let page = path.strip_prefix(CONFIRM_PAGES).filter(|page| CONFIRM_PAGE.contains(page));
                page.and_then(|_| format!("/sandbox/approve?{}", uri.query().unwrap_or_default()).parse().ok())
            }
            Self::Portal => (path == "/").then(|| Uri::from_static("/sandbox/portal")),
            Self::OrgList => (path == "/orgs/altinn-orgs.json").then(|| Uri::from_static(addresses::ORG_LIST)),
            Self::Platform | Self::Maskinporten | Self::Admin | Self::TestTokens => None,
        }
    }

    /// Whether a path belongs to this service. Under its own name it serves nothing else.
    pub(super) fn serves(self, path: &str) -> bool {
        let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
        match self {
            Self::Platform => addresses::api_of(path).is_some(),
            Self::Maskinporten => matches!(first, "token" | "jwk" | ".well-known" | "errors"),
            Self::Admin => matches!(first, "api" | "external" | "clients" | "scopes" | "delegationsources"),
            Self::TestTokens => path.starts_with("/api/Get"),
            Self::OrgList => path == addresses::ORG_LIST,
            Self::AccessManagement | Self::Portal => first == "sandbox",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_no_case_and_the_path_belongs_to_its_service() {
        assert_eq!(Host::named("Test.Maskinporten.NO.").map(|host| host.service), Some(Service::Maskinporten));
        assert_eq!(Host::named("evil.test.maskinporten.no"), None);
        assert!(Service::Platform.serves("/Broker/api/v1/filetransfer"));
        assert!(!Service::Platform.serves("/token"));
        assert!(!Service::Maskinporten.serves("/broker/api/v1/filetransfer"));
        assert!(Service::Admin.serves("/api/v1/clients") && !Service::Admin.serves("/sandbox/"));
        assert!(Service::Portal.serves("/sandbox/portal") && !Service::Portal.serves("/api/v1/clients"));
    }

    /// Facts platform D.2.
    #[test]
    fn each_confirm_page_leads_to_the_sandboxs_own() {
        let own = |path: &str| path.parse().ok().and_then(|uri| Service::AccessManagement.own_path(&uri)).map(|own| own.to_string());
        for page in CONFIRM_PAGE {
            assert_eq!(own(&format!("{CONFIRM_PAGES}{page}?id=1")), Some("/sandbox/approve?id=1".to_owned()));
        }
        assert_eq!(own(&format!("{CONFIRM_PAGES}other?id=1")), None);
        assert_eq!(own("/"), Some("/sandbox/".to_owned()));
    }

    #[test]
    fn every_name_lies_in_a_domain_of_the_authority() {
        for host in HOSTS {
            assert!(DOMAINS.iter().any(|domain| host.name == *domain || host.name.ends_with(&format!(".{domain}"))), "{}", host.name);
        }
    }
}
