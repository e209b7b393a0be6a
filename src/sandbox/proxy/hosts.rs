//! The names that the sandbox answers for, and what each of them serves (platform facts, 0).

use crate::sandbox::face::Face;
use crate::sandbox::gateway;
use axum::http::Uri;
use std::io;

/// An environment of the services, under its own names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Environment {
    /// TT02, and Maskinporten's test.
    Test,
    /// Production.
    Production,
}

/// Who answers under a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Service {
    /// Altinn's platform.
    Platform,
    /// Maskinporten.
    Maskinporten,
    /// Access management, where a request is approved.
    AccessManagement,
    /// The self-service portal of Maskinporten's clients.
    Portal,
    /// The admin API of the same.
    Admin,
    /// The generator of test tokens (platform facts, C.3).
    TestTokens,
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

/// Every name; all others are refused.
pub(super) const HOSTS: [Host; 11] = [
    host("test.maskinporten.no", Environment::Test, Service::Maskinporten),
    host("platform.tt02.altinn.no", Environment::Test, Service::Platform),
    host("am.ui.tt02.altinn.no", Environment::Test, Service::AccessManagement),
    host("sjolvbetjening.test.samarbeid.digdir.no", Environment::Test, Service::Portal),
    host("api.test.samarbeid.digdir.no", Environment::Test, Service::Admin),
    host(TEST_TOKENS, Environment::Test, Service::TestTokens),
    host("maskinporten.no", Environment::Production, Service::Maskinporten),
    host("platform.altinn.no", Environment::Production, Service::Platform),
    host("am.ui.altinn.no", Environment::Production, Service::AccessManagement),
    host("sjolvbetjening.samarbeid.digdir.no", Environment::Production, Service::Portal),
    host("api.samarbeid.digdir.no", Environment::Production, Service::Admin),
];

/// Where access management has its pages for the approver (platform facts, D.2).
const CONFIRM_PAGES: &str = "/accessmanagement/ui/systemuser/";
/// Where the sandbox has its own.
const OWN_CONFIRM_PAGE: &str = "/sandbox/approve";
/// Where the sandbox has its portal.
const OWN_PORTAL: &str = "/sandbox/portal";

/// The domains that the names lie in: the certificate authority can speak for no other.
pub(super) const DOMAINS: [&str; 4] = ["maskinporten.no", "altinn.no", "samarbeid.digdir.no", TEST_TOKENS];

impl Environment {
    pub(super) const ALL: [Self; 2] = [Self::Test, Self::Production];

    /// What the sandbox calls itself in this environment.
    pub(super) fn face(self) -> io::Result<Face> {
        match self {
            Self::Test => Face::named("platform.tt02.altinn.no", "test.maskinporten.no"),
            Self::Production => Face::named("platform.altinn.no", "maskinporten.no"),
        }
    }
}

impl Host {
    /// The host with a name; names have no case, and one dot may end them.
    pub(super) fn named(name: &str) -> Option<Self> {
        let name = name.strip_suffix('.').unwrap_or(name);
        HOSTS.into_iter().find(|host| host.name.eq_ignore_ascii_case(name))
    }
}

impl Service {
    /// Where the sandbox itself keeps the page that is asked for; none when it is at the same path.
    pub(super) fn own_path(self, uri: &Uri) -> Option<Uri> {
        match self {
            Self::AccessManagement => {
                let page = uri.path().strip_prefix(CONFIRM_PAGES)?;
                let own = format!("{OWN_CONFIRM_PAGE}?{}", uri.query().unwrap_or_default());
                matches!(page, "request" | "changerequest").then(|| own.parse().ok()).flatten()
            }
            Self::Portal => (uri.path() == "/").then(|| Uri::from_static(OWN_PORTAL)),
            Self::Platform | Self::Maskinporten | Self::Admin | Self::TestTokens => None,
        }
    }

    /// Whether a path is this service's: under its own name it answers for nobody else.
    pub(super) fn serves(self, path: &str) -> bool {
        let of_platform = gateway::api_of(path).is_some();
        let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
        let of_maskinporten = matches!(first, "token" | "jwk" | ".well-known" | "errors");
        let of_test_tokens = path.starts_with("/api/Get");
        match self {
            Self::Platform => of_platform,
            Self::Maskinporten => of_maskinporten,
            Self::TestTokens => of_test_tokens,
            // What is left is pages and the admin API, at paths of their own.
            Self::AccessManagement | Self::Portal | Self::Admin => !of_platform && !of_maskinporten && !of_test_tokens,
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
    }

    #[test]
    fn every_name_lies_in_a_domain_of_the_authority() {
        for host in HOSTS {
            assert!(DOMAINS.iter().any(|domain| host.name == *domain || host.name.ends_with(&format!(".{domain}"))), "{}", host.name);
        }
    }
}
