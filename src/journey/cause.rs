//! One table of causes: the refusals that services send, what each means, and who must act on it.
//!
//! Checks and deeds match on a [`Cause`], never on a code or a text. The texts for each cause (summary, cause, fix) are in
//! `assets/text/<language>/findings.ftl`, under its name. To add a code, add a row here, its texts, and its test.

mod sign;

pub use sign::{Said, Service};

use super::Who;
use super::links::GETTING_STARTED;
use crate::values::Value;
use sign::Sign;

/// A row of the table: `Cause = "name" => who must act see link, [signs]`. The link says where to read about it or do it, and may
/// be left out. `on_its_way` at the end means that a change that a deed of ours made to the client in the last minutes can explain
/// the cause, because it may not have reached all of Maskinporten yet.
macro_rules! causes {
    ($( $(#[$meta:meta])* $cause:ident = $name:literal => $who:ident $(see $link:expr)?, [$($sign:expr),* $(,)?] $(, $on_its_way:ident)?; )*) => {
        crate::choice! {
            /// What a service's refusal means. Its name is also the id of its texts.
            #[derive(Default)]
            pub enum Cause { $( $(#[$meta])* $cause = $name ),* } or Unrecognised
        }

        /// All signs. The first one that fits is taken, so special ones come before general ones.
        const SIGNS: &[(Cause, Sign)] = &[ $( $( (Cause::$cause, $sign), )* )* ];

        impl Cause {
            /// Who must act on it.
            #[must_use]
            pub const fn who(self) -> Who {
                match self { $( Self::$cause => Who::$who ),* }
            }

            /// Where to read about it or do it. The same in every language.
            #[must_use]
            pub const fn link(self) -> Option<&'static str> {
                match self { $( Self::$cause => causes!(@first $(Some($link),)? None) ),* }
            }

            /// Whether a change that a deed of ours made to the client in the last minutes can explain it, because it has not
            /// reached all of Maskinporten yet (facts platform A.4, contract 3).
            #[must_use]
            pub const fn may_be_on_its_way(self) -> bool {
                match self { $( Self::$cause => causes!(@first $(causes!(@$on_its_way),)? false) ),* }
            }
        }
    };
    (@first $first:expr $(, $rest:expr)?) => { $first };
    (@on_its_way) => { true };
}

causes! {
    // The gateway (facts platform G).
    ApiKeyMissing = "api-key-missing" => You,
        [Sign::text(Service::Gateway, "missing subscription key"), Sign::empty(401).from(Service::Gateway)];
    ApiKeyUnknown = "api-key-unknown" => You, [Sign::text(Service::Gateway, "invalid subscription key")];
    NoRoute = "no-route" => You, [Sign::status(Service::Gateway, 404)];

    // Maskinporten, about the client and its key (facts platform A.4). Some share a code; those that only the text tells apart come
    // first.
    ClientUnknownKid = "client-unknown-kid" => You, [Sign::text(Service::Maskinporten, "Unknown key identifier")], on_its_way;
    ClientNoKid = "client-no-kid" => You, [Sign::text(Service::Maskinporten, "no key identifier (kid) provided")];
    ClientKeyExpired = "client-key-expired" => You, [Sign::maskinporten("MP-121", "Expired key")];
    ClientWrongKey = "client-wrong-key" => You, [Sign::maskinporten("MP-124", "Invalid JWT signature")];
    ClientClock = "client-clock" => You,
        [Sign::maskinporten("MP-130", "JWT is expired"), Sign::text(Service::Maskinporten, "Issue time is")];
    /// The clock is no reason, because the refusal's own date agrees with ours. No sign tells it from [`Self::ClientClock`].
    ClientTimeDisputed = "client-time-disputed" => ServiceDesk, [];
    ClientAudience = "client-audience" => You, [Sign::maskinporten("MP-110", "Invalid JWT claim aud")];
    ClientCertificate = "client-certificate" => You, [
        Sign::maskinporten("MP-120", "signed with an invalid certificate"),
        Sign::maskinporten("MP-123", "Invalid JWT header x5c"),
    ];
    ClientCertificateOwner = "client-certificate-owner" => You,
        [Sign::maskinporten("MP-122", "Invalid organization number for client")];
    ClientReplay = "client-replay" => Network, [Sign::maskinporten("MP-012", "Grant is used before")];
    ClientUnknown = "client-unknown" => You, [Sign::maskinporten("MP-100", "Client not found")], on_its_way;
    RequestUnreadable = "request-unreadable" => Network, [Sign::maskinporten("MP-011", "Invalid parameter value")];

    // Maskinporten, about a scope. These say nothing against the client or its key.
    ScopeNotOnClient = "scope-not-on-client" => You, [Sign::maskinporten("MP-200", "invalid scopes for client")], on_its_way;
    ScopeNotForMaskinporten = "scope-not-for-maskinporten" => You,
        [Sign::maskinporten("MP-201", "scopes not allowed for maskinporten")];
    ScopeNotGranted = "scope-not-granted" => ServiceDesk see GETTING_STARTED,
        [Sign::maskinporten("MP-250", "has not been granted access to the scope")];
    ScopeNotDelegated = "scope-not-delegated" => Approver, [Sign::maskinporten("MP-251", "has not delegated access to the scope")];

    // Maskinporten, about a system user.
    AuthorizationDetails = "authorization-details" => You, [
        Sign::maskinporten("MP-301", "Unknown authorization details type"),
        Sign::maskinporten("MP-302", "Unknown fields in the authorization details"),
    ];
    NoSystemUser = "no-system-user" => You, [
        Sign::maskinporten("MP-303", "invalid_altinn_customer_configuration"),
        Sign::maskinporten("MP-303", "authorization details"),
    ];

    // Altinn's token exchange, which says no more than 401 (facts platform C.2).
    ExchangeRefused = "exchange-refused" => You, [Sign::status(Service::Exchange, 401)];
    ExchangeAddress = "exchange-address" => Network, [Sign::text(Service::Exchange, "Invalid token provider")];
    EnterpriseUserGone = "enterprise-user-gone" => Network, [Sign::status(Service::Exchange, 410)];

    // Any service (facts examples 30).
    TokenNotTaken = "token-not-taken" => You, [Sign::empty(401), Sign::code(Service::Systems, "AUTH-00043")];
    ScopeMissing = "scope-missing" => You, [Sign::empty(403), Sign::code(Service::Systems, "AUTH-00044")];
    NotAcceptable = "not-acceptable" => Network, [Sign::any(406)];
    BodyNotTaken = "body-not-taken" => Network, [Sign::any(415)];

    // Policies (facts platform E).
    PolicyRefused = "policy-refused" => You, [
        Sign::text(Service::ResourceRegistry, "Policy not accepted"),
        Sign::text(Service::ResourceRegistry, "policy file can not be null"),
        Sign::text(Service::ResourceRegistry, "Unknown resource").at(400),
    ];

    // Access lists (facts platform E.2).
    PartyUnknown = "party-unknown" => You, [Sign::code(Service::ResourceRegistry, "RR-00001")];
    ListResourceUnknown = "list-resource-unknown" => You, [Sign::code(Service::ResourceRegistry, "RR-00002")];
    ListResourceOfOther = "list-resource-of-other" => You, [Sign::code(Service::ResourceRegistry, "RR-00004")];
    ListTooMany = "list-too-many" => You,
        [Sign::code(Service::ResourceRegistry, "RR.VLD-00000"), Sign::code(Service::ResourceRegistry, "RR.VLD-00001")];
    ListIncludeRefused = "list-include-refused" => You, [Sign::code(Service::ResourceRegistry, "RR.VLD-00002")];
    ListOwnerRefused = "list-owner-refused" => You, [Sign::code(Service::ResourceRegistry, "RR.VLD-00010")];

    // The system register (facts platform D.1).
    SystemVendorRefused = "system-vendor-refused" => You,
        [Sign::code(Service::Systems, "AUTH.VLD-00000"), Sign::code(Service::Systems, "AUTH-00023")];
    SystemIdRefused = "system-id-refused" => You, [
        Sign::code(Service::Systems, "AUTH.VLD-00001"),
        Sign::code(Service::Systems, "AUTH.VLD-00012"),
        Sign::code(Service::Systems, "AUTH.VLD-00013"),
    ];
    SystemIdUsed = "system-id-taken" => You,
        [Sign::code(Service::Systems, "AUTH.VLD-00002"), Sign::text(Service::Systems, "The System already exist").at(409)];
    SystemResourceUnknown = "system-resource-unknown" => You,
        [Sign::code(Service::Systems, "AUTH.VLD-00003"), Sign::code(Service::Systems, "AUTH.VLD-00009")];
    SystemClientTaken = "system-client-taken" => You,
        [Sign::code(Service::Systems, "AUTH.VLD-00004"), Sign::code(Service::Systems, "AUTH.VLD-00011")];
    SystemRedirectRefused = "system-redirect-refused" => You, [
        Sign::code(Service::Systems, "AUTH.VLD-00005"),
        Sign::code(Service::Systems, "AUTH-00021"),
        Sign::code(Service::Systems, "AUTH-00026"),
    ];
    SystemRightsTwice = "system-rights-twice" => You,
        [Sign::code(Service::Systems, "AUTH.VLD-00006"), Sign::code(Service::Systems, "AUTH.VLD-00007")];
    SystemPackageRefused = "system-package-refused" => You, [
        Sign::code(Service::Systems, "AUTH.VLD-00008"),
        Sign::code(Service::Systems, "AUTH.VLD-00018"),
        Sign::code(Service::Systems, "AUTH-00063"),
        Sign::code(Service::Systems, "AUTH-00064"),
    ];
    /// Requests of a kind that this program never makes: for those who act for many customers.
    SystemForAgents = "system-for-agents" => You, [
        Sign::code(Service::Systems, "AUTH.VLD-00014"),
        Sign::code(Service::Systems, "AUTH.VLD-00015"),
        Sign::code(Service::Systems, "AUTH.VLD-00016"),
        Sign::code(Service::Systems, "AUTH-00025"),
        Sign::code(Service::Systems, "AUTH-00030"),
        Sign::code(Service::Systems, "AUTH-00058"),
        Sign::code(Service::Systems, "AUTH-00065"),
    ];
    SystemResourceNotDelegable = "system-resource-not-delegable" => ServiceOwner, [
        Sign::code(Service::Systems, "AUTH.VLD-00017"),
        Sign::code(Service::Systems, "AUTH-00070"),
        Sign::code(Service::Systems, "AUTH-00071"),
    ];
    SystemDeletedBefore = "system-deleted-before" => You, [Sign::text(Service::Systems, "marked as deleted")];
    SystemUnknown = "system-unknown" => You, [
        Sign::code(Service::Systems, "AUTH-00011"),
        Sign::text(Service::Systems, "System with ID"),
        Sign::text(Service::Systems, "System not found"),
    ];

    // Systems' users (facts platform D.2, D.3).
    PartyNotInRegister = "party-not-in-register" => You, [Sign::code(Service::Systems, "AUTH-00000")];
    RightNotOnSystem = "right-not-on-system" => You,
        [Sign::code(Service::Systems, "AUTH-00001"), Sign::code(Service::Systems, "AUTH-00059")];
    SystemsFailed = "systems-failed" => ServiceDesk, [
        Sign::code(Service::Systems, "AUTH-00002"),
        Sign::code(Service::Systems, "AUTH-00003"),
        Sign::code(Service::Systems, "AUTH-00012"),
        Sign::code(Service::Systems, "AUTH-00060"),
        Sign::text(Service::Systems, "Unable to update system"),
    ];
    SystemUserThere = "system-user-there" => You,
        [Sign::code(Service::Systems, "AUTH-00004"), Sign::code(Service::Systems, "AUTH-00006")];
    RequestPending = "request-pending" => Approver, [Sign::code(Service::Systems, "AUTH-00007")];
    RequestDeclined = "request-declined" => You,
        [Sign::code(Service::Systems, "AUTH-00008"), Sign::code(Service::Systems, "AUTH-00009")];
    RequestUnknown = "request-unknown" => You, [Sign::code(Service::Systems, "AUTH-00010")];
    RequestAnswered = "request-answered" => You,
        [Sign::code(Service::Systems, "AUTH-00013"), Sign::code(Service::Systems, "AUTH-00061")];
    /// Seen in the approver's browser.
    ApproverMayNot = "approver-may-not" => Approver, [
        Sign::code(Service::Systems, "AUTH-00014"),
        Sign::code(Service::Systems, "AUTH-00016"),
        Sign::code(Service::Systems, "AUTH-00018"),
        Sign::code(Service::Systems, "AUTH-00019"),
        Sign::code(Service::Systems, "AUTH-00020"),
        Sign::code(Service::Systems, "AUTH-00041"),
        Sign::code(Service::Systems, "AUTH-00042"),
        Sign::code(Service::Systems, "AUTH-00066"),
        Sign::code(Service::Systems, "AUTH-00068"),
    ];
    SystemUserUnknown = "system-user-unknown" => You, [Sign::code(Service::Systems, "AUTH-00015")];
    SystemNameMissing = "system-name-missing" => You, [Sign::code(Service::Systems, "AUTH-00017")];
    PartyNotOnList = "party-not-on-list" => ServiceOwner, [Sign::code(Service::Systems, "AUTH-00069")];

    // Broker (facts broker-api 4.2).
    TransferUnknown = "transfer-unknown" => You, [Sign::broker("BRO-00001", "The requested file transfer was not found")];
    NoFileYet = "no-file-yet" => Sender, [Sign::code(Service::Broker, "BRO-00003")];
    TransferStarted = "transfer-started" => You, [Sign::broker("BRO-00004", "A file transfer has already been")];
    ResourceUnsound = "resource-unsound" => ServiceOwner, [Sign::code(Service::Broker, "BRO-00005")];
    NoAccess = "no-access" => ServiceOwner, [Sign::broker("BRO-00006", "You must use a bearer token that represents a system user")];
    TransferNotReady = "transfer-not-ready" => Sender, [Sign::code(Service::Broker, "BRO-00007")];
    UploadFailed = "upload-failed" => You, [Sign::code(Service::Broker, "BRO-00008")];
    ChecksumDiffers = "checksum-differs" => You, [Sign::code(Service::Broker, "BRO-00009")];
    /// Also the answer to a confirmation after the last recipient has confirmed.
    TransferNotPublished = "transfer-not-published" => You, [Sign::code(Service::Broker, "BRO-00010")];
    LimitRefused = "limit-refused" => ServiceOwner, [
        Sign::code(Service::Broker, "BRO-00011"),
        Sign::code(Service::Broker, "BRO-00012"),
        Sign::code(Service::Broker, "BRO-00014"),
        Sign::code(Service::Broker, "BRO-00015"),
        Sign::code(Service::Broker, "BRO-00017"),
        Sign::code(Service::Broker, "BRO-00018"),
    ];
    LimitNeedsAltinn = "limit-needs-altinn" => ServiceOwner, [
        Sign::code(Service::Broker, "BRO-00013"),
        Sign::code(Service::Broker, "BRO-00020"),
        Sign::code(Service::Broker, "BRO-00022"),
    ];
    ManifestShim = "manifest-shim" => ServiceOwner, [Sign::code(Service::Broker, "BRO-00023")];
    RangeRefused = "range-refused" => You, [Sign::code(Service::Broker, "BRO-00029")];
    /// A call between Altinn's own services.
    ScanNotReady = "scan-not-ready" => AltinnBroker, [Sign::code(Service::Broker, "BRO-00030")];
    StatisticsNone = "statistics-none" => ServiceOwner, [Sign::code(Service::Broker, "BRO-06001")];
    StatisticsFailed = "statistics-failed" => ServiceOwner, [Sign::code(Service::Broker, "BRO-06002")];
    StatisticsAskedWrong = "statistics-asked-wrong" => ServiceOwner, [
        Sign::code(Service::Broker, "BRO-06003"),
        Sign::code(Service::Broker, "BRO-06004"),
        Sign::code(Service::Broker, "BRO-06005"),
    ];
    FileTooLarge = "file-too-large" => You, [Sign::broker("BRO-00016", "File size exceeds maximum")];
    NotDownloadedYet = "not-downloaded-yet" => You, [Sign::code(Service::Broker, "BRO-00019")];
    StorageNotReady = "storage-not-ready" => AltinnBroker, [Sign::broker("BRO-00021", "Storage provider is not ready yet")];
    ServiceOwnerNotSetUp = "service-owner-not-set-up" => ServiceOwner,
        [Sign::code(Service::Broker, "BRO-00002"), Sign::code(Service::Broker, "BRO-00024")];
    ResourceNotSetUp = "resource-not-set-up" => ServiceOwner, [Sign::code(Service::Broker, "BRO-00025")];
    RequiredPartyMissing = "required-party-missing" => You, [Sign::code(Service::Broker, "BRO-00026")];
    OneRecipientOnly = "one-recipient-only" => You, [Sign::code(Service::Broker, "BRO-00027")];
    RecipientNotOnList = "recipient-not-on-list" => ServiceOwner, [Sign::code(Service::Broker, "BRO-00028")];
    /// The answer when an organisation that is not registered asks about itself.
    ServiceOwnerUnknown = "service-owner-unknown" => You, [Sign::code(Service::Broker, "BRO-07004")];
    CallerNotTold = "caller-not-told" => You, [Sign::code(Service::Broker, "BRO-07001")];
    ServiceOwnerFailed = "service-owner-failed" => You, [Sign::code(Service::Broker, "BRO-07003")];
    ServiceOwnerExists = "service-owner-exists" => You, [Sign::code(Service::Broker, "BRO-07002")];

    // Events, which has no codes (facts platform F.1).
    EndpointNotTaken = "endpoint-not-taken" => You, [Sign::text(Service::Events, "endpoint").at(400)];
    FilterRefused = "filter-refused" => You, [Sign::status(Service::Events, 400)];
    SubscribeNotAllowed = "subscribe-not-allowed" => ServiceOwner, [Sign::status(Service::Events, 403)];

    // Digdir's API for the organisation's clients, of which only the statuses are documented (facts platform B.2).
    AdminTokenNotTaken = "admin-token-not-taken" => You, [Sign::status(Service::Admin, 401)];
    AdminScopeMissing = "admin-scope-missing" => Digdir, [Sign::status(Service::Admin, 403)];
    AdminClientUnknown = "admin-client-unknown" => You, [Sign::status(Service::Admin, 404)];

    /// The frame of a validation, where nothing inside tells what was wrong (facts platform D.1).
    RequestNotValid = "request-not-valid" => You,
        [Sign::code(Service::Systems, "STD-00000"), Sign::code(Service::ResourceRegistry, "STD-00000")];

    /// None of the above. Only the service's own text can be shown.
    #[default]
    Unrecognised = "unrecognised" => You, [];
}

impl Cause {
    /// The cause of a refusal, and the code that belongs to it, which the service may have left out.
    #[must_use]
    pub fn of(said: &Said<'_>) -> (Self, Option<&'static str>) {
        let found = SIGNS.iter().find(|(_, sign)| sign.fits(said));
        found.map_or((Self::Unrecognised, None), |(cause, sign)| (*cause, sign.code))
    }

    /// The service's code for this cause, the first one if there are several.
    #[must_use]
    pub fn code(self) -> Option<&'static str> {
        SIGNS.iter().find(|(cause, _)| *cause == self).and_then(|(_, sign)| sign.code)
    }

    /// The services' codes for this cause.
    #[must_use]
    pub fn codes(self) -> Vec<&'static str> {
        let mut codes: Vec<&'static str> = SIGNS.iter().filter(|(cause, _)| *cause == self).filter_map(|(_, sign)| sign.code).collect();
        codes.dedup();
        codes
    }

    /// The service that says it. None if it means the same from every service.
    #[must_use]
    pub fn service(self) -> Option<Service> {
        SIGNS.iter().find(|(cause, _)| *cause == self).and_then(|(_, sign)| sign.service)
    }

    /// The causes with this code.
    pub(super) fn with_code(code: &str) -> Vec<Self> {
        Self::signed(|sign| sign.code == Some(code))
    }

    /// The causes that a bare status can have. Without a service, those of every service.
    pub(super) fn with_status(status: u16, service: Option<Service>) -> Vec<Self> {
        Self::signed(|sign| sign.code.is_none() && sign.is_at(status) && sign.may_be_from(service))
    }

    /// The causes whose words stand in a text. Without a service, only words that are a sentence of their own count.
    pub(super) fn said_in(text: &str, service: Option<Service>) -> Vec<Self> {
        Self::signed(|sign| sign.may_be_from(service) && sign.stands_in(text, service.is_some()))
    }

    fn signed(fits: impl Fn(&Sign) -> bool) -> Vec<Self> {
        let mut found: Vec<Self> = SIGNS.iter().filter(|(_, sign)| fits(sign)).map(|(cause, _)| *cause).collect();
        found.dedup();
        found
    }

    /// Whether the gateway refused, so that the call never reached a service.
    #[must_use]
    pub const fn is_the_gateways(self) -> bool {
        matches!(self, Self::ApiKeyMissing | Self::ApiKeyUnknown | Self::NoRoute)
    }

    /// Whether a clock that is wrong can be why: an assertion or a token is good for a short time only.
    #[must_use]
    pub const fn may_be_the_clocks(self) -> bool {
        matches!(self, Self::ClientClock | Self::ExchangeRefused | Self::TokenNotTaken)
    }

    /// Whether Maskinporten refused the scope, and not the client.
    #[must_use]
    pub const fn is_about_the_scope(self) -> bool {
        matches!(self, Self::ScopeNotOnClient | Self::ScopeNotForMaskinporten | Self::ScopeNotGranted | Self::ScopeNotDelegated)
    }

    /// Whether Maskinporten refused the system user, and not the client.
    #[must_use]
    pub const fn is_about_the_system_user(self) -> bool {
        matches!(self, Self::AuthorizationDetails | Self::NoSystemUser)
    }
}

impl From<&Cause> for Value {
    fn from(cause: &Cause) -> Self {
        Self::Text(cause.name().to_owned())
    }
}

#[cfg(test)]
mod tests;
