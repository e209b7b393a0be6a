//! Every message of a finding, and who must act on it. The texts (summary, cause, fix) are in
//! `assets/text/<language>/findings.ftl`.

use super::links::GETTING_STARTED;
use super::{Cause, DeedId, FieldId, Mend, Who};
use crate::values::{ClientId, FileKind, FileSize, Lasting, Names, OrgNumber, ResourceId, Scope, SubscriptionNumber, SystemId};
use jiff::Timestamp;
use jiff::civil::Date;

crate::phrases! {
    /// What a check found, or what one of its rows says.
    pub enum Message: Who, Mend {
        // Any check.
        NeedsCheck { check: String } = "needs-check",
        FieldMissing { field: String } = "field-missing" => Who::You => Mend::Field(field.parse().ok()),
        /// As [`Self::FieldMissing`], of the private key, which can be made here.
        KeyNotGiven { field: String } = "key-not-given" => Who::You => Mend::Field(field.parse().ok()),
        NotApplicable = "not-applicable",
        SetAside { reason: String } = "set-aside",
        SetAsideOn { reason: String, day: Date } = "set-aside-on",
        SkippedNow { reason: String } = "skipped-now",
        RateLimited { until: Timestamp } = "rate-limited" => Who::You => Mend::ByCheck,
        NoAnswerDns { host: String } = "no-answer-dns" => Who::Network => Mend::ByCheck,
        NoAnswerRefused { host: String } = "no-answer-refused" => Who::Network => Mend::ByCheck,
        NoAnswerHere { host: String } = "no-answer-here" => Who::You => Mend::ByCheck,
        NoAnswerTimeout { host: String } = "no-answer-timeout" => Who::Network => Mend::ByCheck,
        NoAnswerBroken { host: String } = "no-answer-broken" => Who::Network => Mend::ByCheck,
        NoAnswerTls { host: String } = "no-answer-tls" => Who::Network => Mend::ByCheck,
        NoAnswerTlsIssuer { host: String, issuer: String } = "no-answer-tls-issuer" => Who::Network => Mend::ByCheck,
        NoAnswerTlsExpired { host: String } = "no-answer-tls-expired" => Who::Network => Mend::ByCheck,
        NoAnswerTlsEarly { host: String } = "no-answer-tls-early" => Who::You => Mend::ByCheck,
        NoAnswerTlsName { host: String } = "no-answer-tls-name" => Who::Network => Mend::ByCheck,
        ProxyDns { proxy: String, variable: String } = "proxy-dns" => Who::You => Mend::ByCheck,
        ProxyRefused { proxy: String, variable: String } = "proxy-refused" => Who::Network => Mend::ByCheck,
        ProxyTimeout { proxy: String } = "proxy-timeout" => Who::Network => Mend::ByCheck,
        ProxyBroken { proxy: String, variable: String } = "proxy-broken" => Who::Network => Mend::ByCheck,
        ProxyCertificate { proxy: String } = "proxy-certificate" => Who::Network => Mend::ByCheck,
        ProxyCertificateIssuer { proxy: String, issuer: String } = "proxy-certificate-issuer" => Who::Network => Mend::ByCheck,
        ProxyLogIn { proxy: String, variable: String } = "proxy-log-in" => Who::You => Mend::ByCheck,
        ProxyLogInRefused { proxy: String, variable: String } = "proxy-log-in-refused" => Who::You => Mend::ByCheck,
        ProxyLogInOther { proxy: String, offered: Vec<String>, variable: String } = "proxy-log-in-other" => Who::You => Mend::ByCheck,
        ProxyDenies { proxy: String, host: String, status: u16 } = "proxy-denies" => Who::Network => Mend::ByCheck,
        ProxyDeniesUntold { proxy: String, host: String } = "proxy-denies-untold" => Who::Network => Mend::ByCheck,
        ProxyNoWay { proxy: String, host: String, status: u16 } = "proxy-no-way" => Who::Network => Mend::ByCheck,
        ProxyVariableCharacter { variable: String, character: String, encoded: String } = "proxy-variable-character" => Who::You => Mend::ByCheck,
        ProxyVariableScheme { variable: String, scheme: String } = "proxy-variable-scheme" => Who::You => Mend::ByCheck,
        ProxyVariableShape { variable: String } = "proxy-variable-shape" => Who::You => Mend::ByCheck,
        CertificatesMissing { path: String, named_by: String } = "certificates-missing" => Who::You => Mend::ByCheck,
        CertificatesUnreadable { path: String, named_by: String, reason: String } = "certificates-unreadable" => Who::You => Mend::ByCheck,
        CertificatesNone { path: String, named_by: String } = "certificates-none" => Who::You => Mend::ByCheck,
        ForeignHtml { host: String, status: u16 } = "foreign-html" => Who::Network => Mend::ByCheck,
        ForeignLogIn { host: String } = "foreign-log-in" => Who::Network => Mend::ByCheck,
        ForeignRedirect { host: String, target: String } = "foreign-redirect" => Who::Network => Mend::ByCheck,
        ForeignTooLarge { host: String } = "foreign-too-large" => Who::You => Mend::ByCheck,
        ForeignUnreadable { host: String } = "foreign-unreadable" => Who::Network => Mend::ByCheck,
        NotOurHost { host: String } = "not-our-host" => Who::You => Mend::ByCheck,
        Local { reason: String } = "local" => Who::You => Mend::ByCheck,
        ServiceTrouble { status: u16 } = "service-trouble" => Who::ServiceDesk => Mend::ByCheck,
        /// A refusal that the check has no message of its own for. Its texts are those of the cause.
        Refused { status: u16, cause: Cause = Cause::default() } = "refused" => cause.who() => Mend::of_cause(*cause); cause.link(),
        CheckBroke = "check-broke" => Who::You => Mend::ByCheck,

        // Run by a vendor.
        VendorKey = "vendor-key",
        VendorClient = "vendor-client",
        VendorSystem { name: String } = "vendor-system",
        VendorApprovalUntold { field: String } = "vendor-approval-untold" => Who::You => Mend::ByCheck,
        VendorApproved { day: Date } = "vendor-approved",
        VendorTransferUntold { field: String } = "vendor-transfer-untold" => Who::You => Mend::ByCheck,
        VendorTransferSeen { day: Date } = "vendor-transfer-seen",
        VendorIntegrate = "vendor-integrate" => Who::Vendor => Mend::ByCheck,
        VendorEvents = "vendor-events",

        // A secret that cannot be read.
        SecretFileMissing { path: String } = "secret-file-missing" => Who::You => Mend::ByCheck,
        SecretFileUnreadable { path: String, reason: String } = "secret-file-unreadable" => Who::You => Mend::ByCheck,
        SecretFileNotRegular { path: String, kind: FileKind } = "secret-file-not-regular" => Who::You => Mend::ByCheck,
        SecretFileLeadsNowhere { path: String, target: String } = "secret-file-leads-nowhere" => Who::You => Mend::ByCheck,
        SecretFileTookTooLong { path: String } = "secret-file-took-too-long" => Who::You => Mend::ByCheck,
        SecretVariableUnset { variable: String } = "secret-variable-unset" => Who::You => Mend::ByCheck,
        SecretCommandMissing { program: String } = "secret-command-missing" => Who::You => Mend::ByCheck,
        SecretCommandFailed { program: String } = "secret-command-failed" => Who::You => Mend::ByCheck,
        SecretCommandFailedWith { program: String, status: i64 } = "secret-command-failed-with" => Who::You => Mend::ByCheck,
        SecretCommandTimedOut { program: String } = "secret-command-timed-out" => Who::You => Mend::ByCheck,
        SecretTooLarge = "secret-too-large" => Who::You => Mend::ByCheck,
        SecretEmpty = "secret-empty" => Who::You => Mend::ByCheck,
        SecretNotText = "secret-not-text" => Who::You => Mend::ByCheck,

        // key.reach.
        ReachAll { hosts: usize } = "reach-all",
        ReachOthersSilent = "reach-others-silent" => Who::Network => Mend::ByCheck,
        RowAnswers { status: u16 } = "row-answers",
        RowTrustsSystem = "row-trusts-system",
        RowTrustsNamed { named_by: String } = "row-trusts-named",
        RowWayDirect = "row-way-direct",
        RowWayExcepted { variable: String } = "row-way-excepted",
        RowWayProxy { proxy: String, variable: String } = "row-way-proxy",
        RowWaySystemProxy { proxy: String } = "row-way-system-proxy",
        RowCertificateIssuer = "row-certificate-issuer",

        // key.clock.
        ClockAgrees = "clock-agrees",
        ClockNoDate = "clock-no-date" => Who::Network => Mend::ByCheck,
        ClockBehind { seconds: u64 } = "clock-behind" => Who::You => Mend::ByCheck,
        ClockAhead { seconds: u64 } = "clock-ahead" => Who::You => Mend::ByCheck,
        ClockFarBehind { seconds: u64 } = "clock-far-behind" => Who::You => Mend::ByCheck,
        ClockFarAhead { seconds: u64 } = "clock-far-ahead" => Who::You => Mend::ByCheck,
        ClockServiceOff { host: String, seconds: u64 } = "clock-service-off" => Who::ServiceDesk => Mend::LookAgain,
        RowClockAgrees = "row-clock-agrees",
        RowClockBehind { seconds: u64 } = "row-clock-behind",
        RowClockAhead { seconds: u64 } = "row-clock-ahead",

        // key.gateway.
        GatewayOpen = "gateway-open",
        GatewayOpenKeySent = "gateway-open-key-sent",
        GatewayKeyAccepted = "gateway-key-accepted",
        GatewayKeyMissing { field: String } = "gateway-key-missing" => Who::You => Mend::Field(field.parse().ok()),
        GatewayKeyWrong = "gateway-key-wrong" => Who::You => Mend::Answer(FieldId::ApiKey),
        GatewayKeyLost = "gateway-key-lost" => Who::Network => Mend::ByCheck,
        GatewayNoRoute { host: String } = "gateway-no-route" => Who::You => Mend::ByCheck,
        RowGatewayOpenToday = "row-gateway-open-today",

        // key.scopes.
        ScopesGranted = "scopes-granted",
        ScopesNotGranted { scopes: Vec<Scope> } = "scopes-not-granted" => Who::You => Mend::Letter(DeedId::AskScopes); GETTING_STARTED,
        ScopesAsked { scopes: Vec<Scope>, asked: Date } = "scopes-asked" => Who::ServiceDesk => Mend::ByCheck,
        ScopesToAdd { scopes: Vec<Scope>, asked: Date } = "scopes-to-add" => Who::You => Mend::Scopes,
        ScopesWantedNotGranted { scopes: Vec<Scope> } = "scopes-wanted-not-granted" => Who::You => Mend::ByCheck,
        RowScopeIsGranted = "row-scope-is-granted",
        RowScopeNotGranted = "row-scope-not-granted",
        RowScopeNotTold = "row-scope-not-told",

        // client.key.
        KeyGood { bits: usize, form: String = String::new(), kid: String, expires: Date } = "key-good",
        KeyGoodExpiryUnknown { bits: usize, form: String = String::new(), kid: String } = "key-good-expiry-unknown",
        KeyExpired { expired: Date } = "key-expired" => Who::You => Mend::ByCheck,
        KeyExpiresSoon { expires: Date, days: i64 } = "key-expires-soon" => Who::You => Mend::ByCheck,
        KeyExpiresThisMonth { expires: Date, days: i64 } = "key-expires-this-month" => Who::You => Mend::ByCheck,
        KeyExpiresThisWeek { expires: Date, days: i64 } = "key-expires-this-week" => Who::You => Mend::ByCheck,
        KeyPostedLater { posted: Date } = "key-posted-later" => Who::You => Mend::ByCheck,
        KeyForTest = "key-for-test" => Who::You => Mend::ByCheck,
        KeyForProduction = "key-for-production" => Who::You => Mend::ByCheck,
        KeyFileOpen { path: String } = "key-file-open" => Who::You => Mend::ByCheck,
        KeyKidDiffers { answered: String, inside: String } = "key-kid-differs" => Who::You => Mend::Answer(FieldId::ClientKid),
        KeyLarge { bits: usize } = "key-large" => Who::You => Mend::ByCheck,
        KeyUnknownFormat = "key-unknown-format" => Who::You => Mend::ByCheck,
        KeyPublicOnly = "key-public-only" => Who::You => Mend::ByCheck,
        KeyEncrypted { field: String = String::new() } = "key-encrypted" => Who::You => Mend::Answer(FieldId::ClientKeyPassword),
        KeyPasswordWrong { field: String } = "key-password-wrong" => Who::You => Mend::Answer(FieldId::ClientKeyPassword),
        KeyOtherEncryption { scheme: String, command: String } = "key-other-encryption" => Who::You => Mend::ByCheck,
        KeyOtherFormat { format: String, command: String } = "key-other-format" => Who::You => Mend::ByCheck,
        KeyTruncated = "key-truncated" => Who::You => Mend::ByCheck,
        KeyDamaged = "key-damaged" => Who::You => Mend::ByCheck,
        KeyNotInJson = "key-not-in-json" => Who::You => Mend::ByCheck,
        KeySeveral { kids: Vec<String> } = "key-several" => Who::You => Mend::Answer(FieldId::ClientKid),
        KeyNotRsa { algorithm: String = String::new(), command: String = String::new() } = "key-not-rsa" => Who::You => Mend::ByCheck,
        KeyTooShort { bits: usize } = "key-too-short" => Who::You => Mend::ByCheck,
        KeyIsCertificate = "key-is-certificate" => Who::You => Mend::ByCheck,
        KeyForEncryption = "key-for-encryption" => Who::You => Mend::ByCheck,
        KeyOtherAlgorithm { algorithm: String } = "key-other-algorithm" => Who::You => Mend::ByCheck,
        KeyOneOfSeveral { keys: usize } = "key-one-of-several" => Who::You => Mend::ByCheck,
        RowKeyForm { form: String } = "row-key-form",
        CertificateGood { organisation: OrgNumber, issuer: String, ends: Date, form: String } = "certificate-good",
        CertificateEndsSoon { ends: Date, days: i64 } = "certificate-ends-soon" => Who::You => Mend::ByCheck,
        CertificateEnded { ended: Date } = "certificate-ended" => Who::You => Mend::ByCheck,
        CertificateBegins { begins: Date } = "certificate-begins" => Who::You => Mend::ByCheck,
        CertificateOfTest { issuer: String } = "certificate-of-test" => Who::You => Mend::ByCheck,
        CertificateOfProduction { issuer: String } = "certificate-of-production" => Who::You => Mend::ByCheck,
        CertificateOfOther { organisation: OrgNumber, owner: OrgNumber } = "certificate-of-other" => Who::You => Mend::ByCheck,
        CertificateUnknownIssuer { issuer: String } = "certificate-unknown-issuer" => Who::You => Mend::ByCheck,
        CertificateNoOrganisation = "certificate-no-organisation" => Who::You => Mend::ByCheck,
        CertificateAlone = "certificate-alone" => Who::You => Mend::ByCheck,
        CertificateNotUsed { field: String } = "certificate-not-used" => Who::You => Mend::ByCheck,
        CertificateMissing = "certificate-missing" => Who::You => Mend::ByCheck,
        CertificateKeyMissing { field: String } = "certificate-key-missing" => Who::You => Mend::ByCheck,
        CertificateOfOtherKey = "certificate-of-other-key" => Who::You => Mend::ByCheck,
        RowCertificate { issuer: String, ends: Date, form: String } = "row-certificate",

        // client.token.
        ClientKnown = "client-known",
        ClientKnownKeyNotProven = "client-known-key-not-proven" => Who::You => Mend::ByCheck,
        RowKeyFits { place: usize, keys: usize } = "row-key-fits",
        /// Another profile has the client id, for an environment with other clients.
        RowClientIdElsewhere { profile: String } = "row-client-id-elsewhere",
        RowClientIdUnusual = "row-client-id-unusual",
        RowNoKeyFits { keys: usize } = "row-no-key-fits",
        ClientNotKnownYet { until: Timestamp } = "client-not-known-yet" => Who::Propagation => Mend::ByCheck,

        // client.scopes.
        ScopesAll { scopes: Vec<Scope> } = "scopes-all",
        ScopesMissing { scopes: Vec<Scope>, granted: usize, all: usize } = "scopes-missing" => Who::You => Mend::Scopes,
        ScopesMissingYet { scopes: Vec<Scope>, until: Timestamp } = "scopes-missing-yet" => Who::Propagation => Mend::ByCheck,
        /// The client has a scope of the old documentation.
        ScopesOld { scope: Scope } = "scopes-old" => Who::You => Mend::ByCheck,
        /// The organisation has it, or has asked for it.
        ScopesOldGranted { scope: Scope } = "scopes-old-granted" => Who::You => Mend::ByCheck,
        RowScopeOld = "row-scope-old",
        ScopesWrongType { scopes: Vec<Scope> } = "scopes-wrong-type" => Who::You => Mend::ScopesOfClient,
        ScopesNotDelegated { scopes: Vec<Scope> } = "scopes-not-delegated" => Who::You => Mend::ScopesOfClient,
        ScopesWantedMissing { scopes: Vec<Scope> } = "scopes-wanted-missing" => Who::You => Mend::ByCheck,
        RowScopeGranted { expires_in: u64 } = "row-scope-granted",
        RowScopeMissing = "row-scope-missing",
        RowScopeWrongType = "row-scope-wrong-type",
        RowScopeNotDelegated = "row-scope-not-delegated",

        // client.exchange.
        Exchanged = "exchanged",

        // client.identity.
        Identity { owner: OrgNumber } = "identity",
        IdentityServiceOwner { owner: OrgNumber, code: String } = "identity-service-owner",
        IdentityOther { consumer: OrgNumber, owner: OrgNumber } = "identity-other" => Who::You => Mend::Answer(FieldId::ClientOwner),
        IdentityNoConsumer = "identity-no-consumer" => Who::You => Mend::ByCheck,
        IdentityNoOrgCode { owner: OrgNumber } = "identity-no-org-code" => Who::ServiceDesk => Mend::ByCheck,

        // access.resource.
        ResourceGood { resource: ResourceId } = "resource-good",
        ResourceGoodWithList { resource: ResourceId } = "resource-good-with-list",
        ResourceMissing { resource: ResourceId } = "resource-missing" => Who::ServiceOwner => Mend::OtherResource,
        ResourceNotPublished { resource: ResourceId } = "resource-not-published" => Who::You => Mend::Publish,
        /// A service owner of the list: the row's subject is its code.
        RowWouldOwn { names: Names } = "row-would-own",
        ResourceNotYours { resource: ResourceId, owner: OrgNumber } = "resource-not-yours" => Who::You => Mend::Field(Some(FieldId::Resource)),
        ResourceWrongType { resource: ResourceId, kind: String } = "resource-wrong-type" => Who::ServiceOwner => Mend::OtherResource,
        ResourceGeneric { resource: ResourceId } = "resource-generic" => Who::ServiceOwner => Mend::OtherResource,
        ResourceNotDelegable { resource: ResourceId } = "resource-not-delegable" => Who::ServiceOwner => Mend::AskOwner,
        ResourceNotDelegableOwner { resource: ResourceId } = "resource-not-delegable-owner" => Who::You => Mend::PublishAgain,
        ResourceEnding { resource: ResourceId, status: String } = "resource-ending" => Who::ServiceOwner => Mend::AskOwner,
        RowTitle { names: Names } = "row-title",
        /// The row's subject is the owner's code.
        RowOwner { owner: OrgNumber, names: Names } = "row-owner",
        RowOwnerUnnumbered { names: Names } = "row-owner-unnumbered",
        RowContact = "row-contact",
        RowAccessList = "row-access-list",

        // access.policy.
        PolicyGood = "policy-good",
        PolicyLacks { resource: String, actions: Vec<String> } = "policy-lacks" => Who::ServiceOwner => Mend::AskOwner,
        PolicyLacksOwner { resource: String, actions: Vec<String> } = "policy-lacks-owner" => Who::You => Mend::Policy,
        PolicyPlaceholder { resource: String } = "policy-placeholder" => Who::ServiceOwner => Mend::AskOwner,
        PolicyPlaceholderOwner { resource: String } = "policy-placeholder-owner" => Who::You => Mend::Policy,
        RowMaySend { who: Vec<String> } = "row-may-send",
        RowMayReceive { who: Vec<String> } = "row-may-receive",
        RowMaySubscribe { who: Vec<String> } = "row-may-subscribe",
        RowMayNobody = "row-may-nobody",
        PolicyGoodAny { resource: ResourceId } = "policy-good-any",
        PolicyGoodListed { resource: ResourceId } = "policy-good-listed",
        PolicySplit { resource: ResourceId } = "policy-split" => Who::You => Mend::Policy,
        PolicyLacksOwnRule { resource: ResourceId } = "policy-lacks-own-rule" => Who::You => Mend::Policy,
        PolicyNumbersOthers { others: Vec<String> } = "policy-numbers-others" => Who::You => Mend::ByCheck,
        PolicyNobodyApproves { resource: ResourceId } = "policy-nobody-approves" => Who::You => Mend::ByCheck,
        RowMayApprove { actions: Vec<String> } = "row-may-approve",
        RowActsItself { actions: Vec<String> } = "row-acts-itself",
        RowActsForAny { actions: Vec<String> } = "row-acts-for-any",
        RowLacks { has: Vec<String>, lacks: Vec<String> } = "row-lacks",
        RowMatchesNobody = "row-matches-nobody",

        // access.system.
        SystemGood { system: SystemId } = "system-good",
        SystemProven { system: String } = "system-proven",
        SystemOther { answered: SystemId, system: String } = "system-other" => Who::You => Mend::ByCheck,
        SystemNone = "system-none" => Who::You => Mend::Deed(DeedId::RegisterSystem),
        SystemMissing { system: SystemId } = "system-missing" => Who::You => Mend::System(system.clone()),
        SystemDeleted { system: SystemId } = "system-deleted" => Who::You => Mend::Field(Some(FieldId::SystemId)),
        SystemWithoutResource { system: SystemId, resource: ResourceId } = "system-without-resource" => Who::You => Mend::Deed(DeedId::UpdateSystem),
        SystemWithoutClient { system: SystemId, client: ClientId } = "system-without-client" => Who::You => Mend::Deed(DeedId::UpdateSystem),
        SystemNotYours { system: SystemId } = "system-not-yours" => Who::You => Mend::Field(Some(FieldId::SystemId)),
        RowYourSystem = "row-your-system",

        // access.system-user.
        SystemUserGood { party: OrgNumber, user: String } = "system-user-good",
        SystemUserProven { party: OrgNumber, user: String } = "system-user-proven",
        /// Altinn has one for the party, which was asked for with another reference.
        SystemUserOtherReference { party: OrgNumber, reference: String, references: Vec<String> } = "system-user-other-reference" => Who::You => Mend::Answer(FieldId::SystemExternalRef),
        SystemUserNone { party: OrgNumber } = "system-user-none" => Who::You => Mend::Deed(DeedId::AskSystemUser),
        SystemUserWaits { party: OrgNumber } = "system-user-waits" => Who::Approver => Mend::ByCheck,
        SystemUserRejected { party: OrgNumber } = "system-user-rejected" => Who::You => Mend::Deed(DeedId::AskSystemUser),
        SystemUserDenied { party: OrgNumber } = "system-user-denied" => Who::You => Mend::Deed(DeedId::AskSystemUser),
        SystemUserTimedOut { party: OrgNumber } = "system-user-timed-out" => Who::You => Mend::Deed(DeedId::AskSystemUser),
        SystemUserGone { party: OrgNumber } = "system-user-gone" => Who::You => Mend::Deed(DeedId::AskSystemUser),

        // access.system-user-token.
        SystemUserTokenGood { party: OrgNumber, system: String } = "system-user-token-good",
        SystemUserTokenOther { party: OrgNumber, organisation: OrgNumber } = "system-user-token-other" => Who::You => Mend::ByCheck,
        SystemUserTokenWithout = "system-user-token-without" => Who::You => Mend::ByCheck,
        SystemUserTokenRefused { party: OrgNumber } = "system-user-token-refused" => Who::You => Mend::ByCheck,

        // access.service-owner.
        ServiceOwnerGood { name: String } = "service-owner-good",
        ServiceOwnerMissing = "service-owner-missing" => Who::You => Mend::Deed(DeedId::RegisterOwner),
        ServiceOwnerStorageWaits = "service-owner-storage-waits" => Who::AltinnBroker => Mend::ByCheck,
        RowStorage { status: String } = "row-storage",

        // access.resource-config.
        ConfigGood = "config-good",
        ConfigMissing { resource: ResourceId } = "config-missing" => Who::You => Mend::Deed(DeedId::ConfigureResource),
        ConfigNotYours { resource: ResourceId } = "config-not-yours" => Who::You => Mend::ByCheck,
        RowLimitSize { bytes: FileSize } = "row-limit-size",
        RowLimitSizeDefault = "row-limit-size-default",
        RowLimitLife { time: Lasting } = "row-limit-life",
        RowLimitLifeDefault = "row-limit-life-default",
        RowLimitGrace { time: Lasting } = "row-limit-grace",
        RowLimitGraceDefault = "row-limit-grace-default",
        RowRequiredParty { party: String } = "row-required-party",
        RowRequiredPartyNone = "row-required-party-none",

        // access.members.
        Members { count: usize } = "members",
        MembersNoList = "members-no-list",
        MembersNone = "members-none" => Who::You => Mend::Deed(DeedId::Admit),
        MembersLack { organisations: Vec<OrgNumber> } = "members-lack" => Who::You => Mend::Deed(DeedId::Admit),
        MembersNotEnforced { resource: ResourceId } = "members-not-enforced" => Who::You => Mend::Deed(DeedId::RestrictResource),
        MembersMayNotAsk { scope: Scope } = "members-may-not-ask" => Who::You => Mend::ByCheck,
        RowNotMember = "row-not-member",
        RowMember { list: String } = "row-member",
        RowMemberFor { list: String, actions: Vec<String> } = "row-member-for",

        // integrate.list.
        ListAnswers { count: usize } = "list-answers",
        ListOwnerAnswers = "list-owner-answers",
        ListNoAccess { resource: ResourceId } = "list-no-access" => Who::ServiceOwner => Mend::AskOwner,
        ListNoAccessYet { resource: ResourceId, until: Timestamp } = "list-no-access-yet" => Who::Propagation => Mend::ByCheck,
        ListTokenNotTaken = "list-token-not-taken" => Who::You => Mend::ByCheck,
        ListScopeMissing = "list-scope-missing" => Who::You => Mend::ByCheck,
        ListNotAcceptable = "list-not-acceptable" => Who::Network => Mend::ByCheck,

        // integrate.transfer.
        TransferPublished { at: Timestamp } = "transfer-published",
        TransferConfirmed { at: Timestamp } = "transfer-confirmed",
        TransferPurged { at: Timestamp } = "transfer-purged",
        TransferOld { at: Timestamp } = "transfer-old" => Who::You => Mend::ByCheck,
        TransferNone = "transfer-none" => Who::You => Mend::ByCheck,
        TransferNoneReceived = "transfer-none-received" => Who::You => Mend::Letter(DeedId::AskCounterpart),
        TransferTestWaits { transfer: String, sender: String } = "transfer-test-waits" => Who::You => Mend::Deed(DeedId::ReceiveTest),
        TransferNoneOwner = "transfer-none-owner" => Who::You => Mend::Test,
        TransferAskOthers = "transfer-ask-others",
        TransferProcessing = "transfer-processing" => Who::AltinnBroker => Mend::ByCheck,
        TransferNotUploaded { transfer: String } = "transfer-not-uploaded" => Who::You => Mend::ByCheck,
        TransferFailed { reason: String } = "transfer-failed" => Who::You => Mend::ByCheck,
        TransferGone { transfer: String } = "transfer-gone" => Who::You => Mend::ByCheck,
        TransferNotOurs { transfer: String } = "transfer-not-ours" => Who::You => Mend::ByCheck,
        TransferOfOtherResource { transfer: String, resource: ResourceId } = "transfer-of-other-resource" => Who::You => Mend::ByCheck,
        TransferOfOtherSender { transfer: String, organisation: OrgNumber } = "transfer-of-other-sender" => Who::You => Mend::ByCheck,
        TransferNotFetched { transfer: String } = "transfer-not-fetched" => Who::You => Mend::Deed(DeedId::ReceiveTest),
        TransferUnconfirmed { transfer: String } = "transfer-unconfirmed" => Who::You => Mend::Deed(DeedId::ReceiveTest),
        RowTransfer { file: String, size: FileSize } = "row-transfer",
        RowRecipientConfirmed = "row-recipient-confirmed",
        RowRecipientStarted = "row-recipient-started",
        RowRecipientNotYet = "row-recipient-not-yet",

        // events.endpoint.
        EndpointGood { host: String } = "endpoint-good",
        EndpointNotHttps = "endpoint-not-https" => Who::You => Mend::Answer(FieldId::EventsEndpoint),
        EndpointPrivate { host: String } = "endpoint-private" => Who::You => Mend::ByCheck,
        EndpointNoAnswer { host: String } = "endpoint-no-answer" => Who::You => Mend::Answer(FieldId::EventsEndpoint),
        EndpointCertificate { host: String } = "endpoint-certificate" => Who::You => Mend::ByCheck,

        // events.subscription.
        SubscriptionGood { count: usize } = "subscription-good",
        SubscriptionNone = "subscription-none" => Who::You => Mend::Deed(DeedId::Subscribe),
        SubscriptionPartly { found: usize, all: usize } = "subscription-partly" => Who::You => Mend::Deed(DeedId::Subscribe),
        SubscriptionFaulty = "subscription-faulty" => Who::You => Mend::Deed(DeedId::Subscribe),
        SubscriptionOtherIdentity = "subscription-other-identity" => Who::You => Mend::ByCheck,
        RowSubscribed { number: SubscriptionNumber } = "row-subscribed",
        RowSubscribedByOther { number: SubscriptionNumber, consumer: String } = "row-subscribed-by-other",
        RowNotSubscribed = "row-not-subscribed",
        RowOldSource = "row-old-source",
        RowOldSourceFile = "row-old-source-file",
        RowOldType { given: String, wanted: String } = "row-old-type",
        RowUnknownType { given: String } = "row-unknown-type",
        RowOldSubject { given: String, wanted: String } = "row-old-subject",
        RowEmptyFilter = "row-empty-filter",
        RowNoSubject = "row-no-subject",
        RowOtherSubject { given: String } = "row-other-subject",
        RowOtherType { given: String } = "row-other-type",
        RowAllTypes = "row-all-types",
        RowOtherEndpoint = "row-other-endpoint",

        // events.validated.
        Validated = "validated",
        ValidationTried { until: Timestamp } = "validation-tried" => Who::AltinnEvents => Mend::ByCheck,
        NotValidated { endpoint: String } = "not-validated" => Who::You => Mend::Deed(DeedId::Subscribe),
        RowValidated = "row-validated",
        RowNotValidated = "row-not-validated",

        // events.received.
        EventAtReceiver { at: Timestamp } = "event-at-receiver",
        EventAtSink { at: Timestamp } = "event-at-sink",
        EventAtApplication { at: Timestamp } = "event-at-application",
        EventPolled { at: Timestamp } = "event-polled",
        EventTold { day: Date } = "event-told",
        EventAwaited { until: Timestamp } = "event-awaited" => Who::AltinnEvents => Mend::ByCheck,
        EventNeedsTransfer { until: Timestamp } = "event-needs-transfer" => Who::You => Mend::AnotherTest,
        EventNone = "event-none" => Who::You => Mend::AnotherTest,
        EventShowsSoon { until: Timestamp } = "event-shows-soon" => Who::AltinnEvents => Mend::ByCheck,
        EventNonePolled = "event-none-polled" => Who::You => Mend::AnotherTest,
        RowNextTry { at: Timestamp } = "row-next-try",
        RowEventOtherResource { given: String } = "row-event-other-resource",
        RowEventOtherParty { given: String } = "row-event-other-party",
        RowEventOtherType { given: String } = "row-event-other-type",
        RowEventBefore { at: Timestamp } = "row-event-before",
        RowEvent = "row-event",
        RowEventAbout { transfer: String } = "row-event-about",

        /// The token that Altinn did not exchange is of another environment's Maskinporten.
        ExchangeOtherEnvironment { issuer: String, host: String } = "exchange-other-environment" => Who::You => Mend::Answer(FieldId::Environment),

        // Answers to the questions of a chain that are no checks.
        AnswerGrantUntold = "answer-grant-untold",
        AnswerSigned { issuer: String } = "answer-signed",
        AnswerSignedElsewhere { issuer: String, host: String } = "answer-signed-elsewhere",
        AnswerReferenceSame { reference: String } = "answer-reference-same",
        AnswerReferenceOther { reference: String, references: Vec<String> } = "answer-reference-other",
        AnswerReferenceNone = "answer-reference-none",
        AnswerReferenceUntold { scope: String } = "answer-reference-untold",
        AnswerConfiguredUntold = "answer-configured-untold",
        AnswerListNone = "answer-list-none",
        AnswerListUntold { party: OrgNumber } = "answer-list-untold",
        AnswerChanged { at: Timestamp } = "answer-changed",
        AnswerUnchanged = "answer-unchanged",
        AnswerFilterAll = "answer-filter-all",
        AnswerFilterTypes { types: Vec<String> } = "answer-filter-types",
        AnswerIdentityRole { consumer: String } = "answer-identity-role",
        AnswerIdentityOther { consumer: String } = "answer-identity-other",
        AnswerNothingToDeliver = "answer-nothing-to-deliver",
        AnswerDeliveryTried { at: Timestamp } = "answer-delivery-tried",
        AnswerDeliveryOver = "answer-delivery-over",

        // Rows of any check.
        RowSaidNo { day: Date, reason: String } = "row-said-no",
        RowServiceSays { words: String } = "row-service-says",
        RowTraceId { trace: String } = "row-trace-id",
        RowVendor = "row-vendor",
        RowOk = "row-ok",
    }
}

impl Message {
    /// Whether the other message accuses for the same cause, so that one of them is enough.
    #[must_use]
    pub fn is_of_the_same_cause(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::RateLimited { .. }, Self::RateLimited { .. }) => true,
            _ => self == other || self.cause().is_some_and(|cause| other.cause() == Some(cause)),
        }
    }

    /// The cause of a refusal. None for what is no refusal, or not a known one.
    #[must_use]
    pub fn cause(&self) -> Option<Cause> {
        match self {
            Self::Refused { cause: Cause::Unrecognised, .. } => None,
            Self::Refused { cause, .. } => Some(*cause),
            Self::ListTokenNotTaken => Some(Cause::TokenNotTaken),
            Self::ListScopeMissing => Some(Cause::ScopeMissing),
            Self::ListNotAcceptable => Some(Cause::NotAcceptable),
            _ => None,
        }
    }

    /// The id of the message's texts. For a refusal with a known cause it is the cause's.
    #[must_use]
    pub fn words(&self) -> &'static str {
        match self {
            Self::Refused { cause, .. } if *cause != Cause::Unrecognised => cause.name(),
            other => other.id(),
        }
    }
}
