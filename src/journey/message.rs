//! Every message of a finding, and who must act on it. The texts (summary, cause, fix) are in
//! `assets/text/<language>/findings.ftl`.

use super::links::GETTING_STARTED;
use super::{Cause, Who};
use crate::values::{ClientId, FileKind, FileSize, Lasting, Names, OrgNumber, ResourceId, Scope, SystemId};
use jiff::Timestamp;
use jiff::civil::Date;

crate::phrases! {
    /// What a check found, or what one of its rows says.
    pub enum Message: Who {
        // Any check.
        NeedsCheck { check: String } = "needs-check",
        FieldMissing { field: String } = "field-missing" => Who::You,
        /// As [`Self::FieldMissing`], of the private key, which can be made here.
        KeyNotGiven { field: String } = "key-not-given" => Who::You,
        NotApplicable = "not-applicable",
        SetAside { reason: String } = "set-aside",
        SetAsideOn { reason: String, day: Date } = "set-aside-on",
        SkippedNow { reason: String } = "skipped-now",
        RateLimited { until: Timestamp } = "rate-limited" => Who::You,
        NoAnswerDns { host: String } = "no-answer-dns" => Who::Network,
        NoAnswerRefused { host: String } = "no-answer-refused" => Who::Network,
        NoAnswerTimeout { host: String } = "no-answer-timeout" => Who::Network,
        NoAnswerBroken { host: String } = "no-answer-broken" => Who::Network,
        NoAnswerTls { host: String } = "no-answer-tls" => Who::Network,
        NoAnswerTlsIssuer { host: String, issuer: String } = "no-answer-tls-issuer" => Who::Network,
        NoAnswerTlsExpired { host: String } = "no-answer-tls-expired" => Who::Network,
        NoAnswerTlsEarly { host: String } = "no-answer-tls-early" => Who::You,
        NoAnswerTlsName { host: String } = "no-answer-tls-name" => Who::Network,
        ProxyDns { proxy: String, variable: String } = "proxy-dns" => Who::You,
        ProxyRefused { proxy: String, variable: String } = "proxy-refused" => Who::Network,
        ProxyTimeout { proxy: String } = "proxy-timeout" => Who::Network,
        ProxyBroken { proxy: String, variable: String } = "proxy-broken" => Who::Network,
        ProxyCertificate { proxy: String } = "proxy-certificate" => Who::Network,
        ProxyCertificateIssuer { proxy: String, issuer: String } = "proxy-certificate-issuer" => Who::Network,
        ProxyLogIn { proxy: String, variable: String } = "proxy-log-in" => Who::You,
        ProxyLogInRefused { proxy: String, variable: String } = "proxy-log-in-refused" => Who::You,
        ProxyLogInOther { proxy: String, offered: Vec<String>, variable: String } = "proxy-log-in-other" => Who::You,
        ProxyDenies { proxy: String, host: String, status: u16 } = "proxy-denies" => Who::Network,
        ProxyDeniesUntold { proxy: String, host: String } = "proxy-denies-untold" => Who::Network,
        ProxyNoWay { proxy: String, host: String, status: u16 } = "proxy-no-way" => Who::Network,
        ProxyVariableCharacter { variable: String, character: String, encoded: String } = "proxy-variable-character" => Who::You,
        ProxyVariableScheme { variable: String, scheme: String } = "proxy-variable-scheme" => Who::You,
        ProxyVariableShape { variable: String } = "proxy-variable-shape" => Who::You,
        CertificatesMissing { path: String, named_by: String } = "certificates-missing" => Who::You,
        CertificatesUnreadable { path: String, named_by: String, reason: String } = "certificates-unreadable" => Who::You,
        CertificatesNone { path: String, named_by: String } = "certificates-none" => Who::You,
        ForeignHtml { host: String, status: u16 } = "foreign-html" => Who::Network,
        ForeignLogIn { host: String } = "foreign-log-in" => Who::Network,
        ForeignRedirect { host: String, target: String } = "foreign-redirect" => Who::Network,
        ForeignTooLarge { host: String } = "foreign-too-large" => Who::You,
        ForeignUnreadable { host: String } = "foreign-unreadable" => Who::Network,
        NotOurHost { host: String } = "not-our-host" => Who::You,
        Local { reason: String } = "local" => Who::You,
        ServiceTrouble { status: u16 } = "service-trouble" => Who::ServiceDesk,
        /// A refusal that the check has no message of its own for. Its texts are those of the cause.
        Refused { status: u16, #[serde(default)] cause: Cause } = "refused" => cause.who(); cause.link(),
        CheckBroke = "check-broke" => Who::You,

        // Run by a vendor.
        VendorKey = "vendor-key",
        VendorClient = "vendor-client",
        VendorSystem { name: String } = "vendor-system",
        VendorApprovalUntold { field: String } = "vendor-approval-untold" => Who::You,
        VendorApproved { day: Date } = "vendor-approved",
        VendorTransferUntold { field: String } = "vendor-transfer-untold" => Who::You,
        VendorTransferSeen { day: Date } = "vendor-transfer-seen",
        VendorIntegrate = "vendor-integrate" => Who::Vendor,
        VendorEvents = "vendor-events",

        // A secret that cannot be read.
        SecretFileMissing { path: String } = "secret-file-missing" => Who::You,
        SecretFileUnreadable { path: String, reason: String } = "secret-file-unreadable" => Who::You,
        SecretFileNotRegular { path: String, kind: FileKind } = "secret-file-not-regular" => Who::You,
        SecretFileLeadsNowhere { path: String, target: String } = "secret-file-leads-nowhere" => Who::You,
        SecretFileTookTooLong { path: String } = "secret-file-took-too-long" => Who::You,
        SecretVariableUnset { variable: String } = "secret-variable-unset" => Who::You,
        SecretCommandMissing { program: String } = "secret-command-missing" => Who::You,
        SecretCommandFailed { program: String } = "secret-command-failed" => Who::You,
        SecretCommandFailedWith { program: String, status: i64 } = "secret-command-failed-with" => Who::You,
        SecretCommandTimedOut { program: String } = "secret-command-timed-out" => Who::You,
        SecretTooLarge = "secret-too-large" => Who::You,
        SecretEmpty = "secret-empty" => Who::You,
        SecretNotText = "secret-not-text" => Who::You,

        // key.reach.
        ReachAll { hosts: usize } = "reach-all",
        ReachOthersSilent = "reach-others-silent" => Who::Network,
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
        ClockNoDate = "clock-no-date" => Who::Network,
        ClockBehind { seconds: u64 } = "clock-behind" => Who::You,
        ClockAhead { seconds: u64 } = "clock-ahead" => Who::You,
        ClockFarBehind { seconds: u64 } = "clock-far-behind" => Who::You,
        ClockFarAhead { seconds: u64 } = "clock-far-ahead" => Who::You,
        RowClockAgrees = "row-clock-agrees",
        RowClockBehind { seconds: u64 } = "row-clock-behind",
        RowClockAhead { seconds: u64 } = "row-clock-ahead",

        // key.gateway.
        GatewayOpen = "gateway-open",
        GatewayOpenKeySent = "gateway-open-key-sent",
        GatewayKeyAccepted = "gateway-key-accepted",
        GatewayKeyMissing { field: String } = "gateway-key-missing" => Who::You,
        GatewayKeyWrong = "gateway-key-wrong" => Who::You,
        GatewayKeyLost = "gateway-key-lost" => Who::Network,
        GatewayNoRoute { host: String } = "gateway-no-route" => Who::You,
        RowGatewayOpenToday = "row-gateway-open-today",

        // key.scopes.
        ScopesGranted = "scopes-granted",
        ScopesNotGranted { scopes: Vec<Scope> } = "scopes-not-granted" => Who::You; GETTING_STARTED,
        ScopesAsked { scopes: Vec<Scope>, asked: Date } = "scopes-asked" => Who::ServiceDesk,
        ScopesToAdd { scopes: Vec<Scope>, asked: Date } = "scopes-to-add" => Who::You,
        ScopesWantedNotGranted { scopes: Vec<Scope> } = "scopes-wanted-not-granted" => Who::You,
        RowScopeIsGranted = "row-scope-is-granted",
        RowScopeNotGranted = "row-scope-not-granted",
        RowScopeNotTold = "row-scope-not-told",

        // client.key.
        KeyGood { bits: usize, #[serde(default)] form: String, kid: String, expires: Date } = "key-good",
        KeyGoodExpiryUnknown { bits: usize, #[serde(default)] form: String, kid: String } = "key-good-expiry-unknown",
        KeyExpired { expired: Date } = "key-expired" => Who::You,
        KeyExpiresSoon { expires: Date, days: i64 } = "key-expires-soon" => Who::You,
        KeyExpiresThisMonth { expires: Date, days: i64 } = "key-expires-this-month" => Who::You,
        KeyExpiresThisWeek { expires: Date, days: i64 } = "key-expires-this-week" => Who::You,
        KeyPostedLater { posted: Date } = "key-posted-later" => Who::You,
        KeyForTest = "key-for-test" => Who::You,
        KeyForProduction = "key-for-production" => Who::You,
        KeyFileOpen { path: String } = "key-file-open" => Who::You,
        KeyKidDiffers { answered: String, inside: String } = "key-kid-differs" => Who::You,
        KeyLarge { bits: usize } = "key-large" => Who::You,
        KeyUnknownFormat = "key-unknown-format" => Who::You,
        KeyPublicOnly = "key-public-only" => Who::You,
        KeyEncrypted { #[serde(default)] field: String } = "key-encrypted" => Who::You,
        KeyPasswordWrong { field: String } = "key-password-wrong" => Who::You,
        KeyOtherEncryption { scheme: String, command: String } = "key-other-encryption" => Who::You,
        KeyOtherFormat { format: String, command: String } = "key-other-format" => Who::You,
        KeyTruncated = "key-truncated" => Who::You,
        KeyDamaged = "key-damaged" => Who::You,
        KeyNotInJson = "key-not-in-json" => Who::You,
        KeySeveral { kids: Vec<String> } = "key-several" => Who::You,
        KeyNotRsa { #[serde(default)] algorithm: String, #[serde(default)] command: String } = "key-not-rsa" => Who::You,
        KeyTooShort { bits: usize } = "key-too-short" => Who::You,
        KeyIsCertificate = "key-is-certificate" => Who::You,
        KeyForEncryption = "key-for-encryption" => Who::You,
        KeyOtherAlgorithm { algorithm: String } = "key-other-algorithm" => Who::You,
        KeyOneOfSeveral { keys: usize } = "key-one-of-several" => Who::You,
        RowKeyForm { form: String } = "row-key-form",
        CertificateGood { organisation: OrgNumber, issuer: String, ends: Date, form: String } = "certificate-good",
        CertificateEndsSoon { ends: Date, days: i64 } = "certificate-ends-soon" => Who::You,
        CertificateEnded { ended: Date } = "certificate-ended" => Who::You,
        CertificateBegins { begins: Date } = "certificate-begins" => Who::You,
        CertificateOfTest { issuer: String } = "certificate-of-test" => Who::You,
        CertificateOfProduction { issuer: String } = "certificate-of-production" => Who::You,
        CertificateOfOther { organisation: OrgNumber, owner: OrgNumber } = "certificate-of-other" => Who::You,
        CertificateUnknownIssuer { issuer: String } = "certificate-unknown-issuer" => Who::You,
        CertificateNoOrganisation = "certificate-no-organisation" => Who::You,
        CertificateAlone = "certificate-alone" => Who::You,
        CertificateNotUsed { field: String } = "certificate-not-used" => Who::You,
        CertificateMissing = "certificate-missing" => Who::You,
        CertificateKeyMissing { field: String } = "certificate-key-missing" => Who::You,
        CertificateOfOtherKey = "certificate-of-other-key" => Who::You,
        RowCertificate { issuer: String, ends: Date, form: String } = "row-certificate",

        // client.token.
        ClientKnown = "client-known",
        ClientKnownKeyNotProven = "client-known-key-not-proven" => Who::You,
        RowKeyFits { place: usize, keys: usize } = "row-key-fits",
        RowClientIdUnusual = "row-client-id-unusual",
        RowNoKeyFits { keys: usize } = "row-no-key-fits",
        ClientNotKnownYet { until: Timestamp } = "client-not-known-yet" => Who::Propagation,

        // client.scopes.
        ScopesAll { scopes: Vec<Scope> } = "scopes-all",
        ScopesMissing { scopes: Vec<Scope>, granted: usize, all: usize } = "scopes-missing" => Who::You,
        ScopesMissingYet { scopes: Vec<Scope>, until: Timestamp } = "scopes-missing-yet" => Who::Propagation,
        ScopesWrongType { scopes: Vec<Scope> } = "scopes-wrong-type" => Who::You,
        ScopesNotDelegated { scopes: Vec<Scope> } = "scopes-not-delegated" => Who::You,
        ScopesWantedMissing { scopes: Vec<Scope> } = "scopes-wanted-missing" => Who::You,
        RowScopeGranted { expires_in: u64 } = "row-scope-granted",
        RowScopeMissing = "row-scope-missing",
        RowScopeWrongType = "row-scope-wrong-type",
        RowScopeNotDelegated = "row-scope-not-delegated",

        // client.exchange.
        Exchanged = "exchanged",

        // client.identity.
        Identity { owner: OrgNumber } = "identity",
        IdentityServiceOwner { owner: OrgNumber, code: String } = "identity-service-owner",
        IdentityOther { consumer: OrgNumber, owner: OrgNumber } = "identity-other" => Who::You,
        IdentityNoConsumer = "identity-no-consumer" => Who::You,
        IdentityNoOrgCode { owner: OrgNumber } = "identity-no-org-code" => Who::ServiceDesk,

        // access.resource.
        ResourceGood { resource: ResourceId } = "resource-good",
        ResourceGoodWithList { resource: ResourceId } = "resource-good-with-list",
        ResourceMissing { resource: ResourceId } = "resource-missing" => Who::ServiceOwner,
        ResourceNotPublished { resource: ResourceId } = "resource-not-published" => Who::You,
        /// A service owner of the list: the row's subject is its code.
        RowWouldOwn { names: Names } = "row-would-own",
        ResourceNotYours { resource: ResourceId, owner: OrgNumber } = "resource-not-yours" => Who::You,
        ResourceWrongType { resource: ResourceId, kind: String } = "resource-wrong-type" => Who::ServiceOwner,
        ResourceGeneric { resource: ResourceId } = "resource-generic" => Who::ServiceOwner,
        ResourceNotDelegable { resource: ResourceId } = "resource-not-delegable" => Who::ServiceOwner,
        ResourceNotDelegableOwner { resource: ResourceId } = "resource-not-delegable-owner" => Who::You,
        ResourceEnding { resource: ResourceId, status: String } = "resource-ending" => Who::ServiceOwner,
        RowTitle = "row-title",
        RowOwner { owner: OrgNumber } = "row-owner",
        RowOwnerUnnumbered = "row-owner-unnumbered",
        RowContact = "row-contact",
        RowAccessList = "row-access-list",

        // access.policy.
        PolicyGood = "policy-good",
        PolicyLacks { resource: String, actions: Vec<String> } = "policy-lacks" => Who::ServiceOwner,
        PolicyLacksOwner { resource: String, actions: Vec<String> } = "policy-lacks-owner" => Who::You,
        PolicyPlaceholder { resource: String } = "policy-placeholder" => Who::ServiceOwner,
        PolicyPlaceholderOwner { resource: String } = "policy-placeholder-owner" => Who::You,
        RowMaySend { who: Vec<String> } = "row-may-send",
        RowMayReceive { who: Vec<String> } = "row-may-receive",
        RowMaySubscribe { who: Vec<String> } = "row-may-subscribe",
        RowMayNobody = "row-may-nobody",
        PolicyGoodAny { resource: ResourceId } = "policy-good-any",
        PolicyGoodListed { resource: ResourceId } = "policy-good-listed",
        PolicySplit { resource: ResourceId } = "policy-split" => Who::You,
        PolicyLacksOwnRule { resource: ResourceId } = "policy-lacks-own-rule" => Who::You,
        PolicyNumbersOthers { others: Vec<String> } = "policy-numbers-others" => Who::You,
        PolicyNobodyApproves { resource: ResourceId } = "policy-nobody-approves" => Who::You,
        RowMayApprove { actions: Vec<String> } = "row-may-approve",
        RowActsItself { actions: Vec<String> } = "row-acts-itself",
        RowActsForAny { actions: Vec<String> } = "row-acts-for-any",
        RowLacks { has: Vec<String>, lacks: Vec<String> } = "row-lacks",
        RowMatchesNobody = "row-matches-nobody",

        // access.system.
        SystemGood { system: SystemId } = "system-good",
        SystemProven { system: String } = "system-proven",
        SystemOther { answered: SystemId, system: String } = "system-other" => Who::You,
        SystemNone = "system-none" => Who::You,
        SystemMissing { system: SystemId } = "system-missing" => Who::You,
        SystemDeleted { system: SystemId } = "system-deleted" => Who::You,
        SystemWithoutResource { system: SystemId, resource: ResourceId } = "system-without-resource" => Who::You,
        SystemWithoutClient { system: SystemId, client: ClientId } = "system-without-client" => Who::You,
        SystemNotYours { system: SystemId } = "system-not-yours" => Who::You,
        RowYourSystem = "row-your-system",

        // access.system-user.
        SystemUserGood { party: OrgNumber, user: String } = "system-user-good",
        SystemUserProven { party: OrgNumber, user: String } = "system-user-proven",
        SystemUserNone { party: OrgNumber } = "system-user-none" => Who::You,
        SystemUserWaits { party: OrgNumber } = "system-user-waits" => Who::Approver,
        SystemUserRejected { party: OrgNumber } = "system-user-rejected" => Who::You,
        SystemUserDenied { party: OrgNumber } = "system-user-denied" => Who::You,
        SystemUserTimedOut { party: OrgNumber } = "system-user-timed-out" => Who::You,
        SystemUserGone { party: OrgNumber } = "system-user-gone" => Who::You,

        // access.system-user-token.
        SystemUserTokenGood { party: OrgNumber, system: String } = "system-user-token-good",
        SystemUserTokenOther { party: OrgNumber, organisation: OrgNumber } = "system-user-token-other" => Who::You,
        SystemUserTokenWithout = "system-user-token-without" => Who::You,
        SystemUserTokenRefused { party: OrgNumber } = "system-user-token-refused" => Who::You,

        // access.service-owner.
        ServiceOwnerGood { name: String } = "service-owner-good",
        ServiceOwnerMissing = "service-owner-missing" => Who::You,
        ServiceOwnerStorageWaits = "service-owner-storage-waits" => Who::AltinnBroker,
        RowStorage { status: String } = "row-storage",

        // access.resource-config.
        ConfigGood = "config-good",
        ConfigMissing { resource: ResourceId } = "config-missing" => Who::You,
        ConfigNotYours { resource: ResourceId } = "config-not-yours" => Who::You,
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
        MembersNone = "members-none" => Who::You,
        MembersLack { organisations: Vec<OrgNumber> } = "members-lack" => Who::You,
        MembersNotEnforced { resource: ResourceId } = "members-not-enforced" => Who::You,
        MembersMayNotAsk { scope: Scope } = "members-may-not-ask" => Who::You,
        RowNotMember = "row-not-member",
        RowMember { list: String } = "row-member",
        RowMemberFor { list: String, actions: Vec<String> } = "row-member-for",

        // integrate.list.
        ListAnswers { count: usize } = "list-answers",
        ListOwnerAnswers = "list-owner-answers",
        ListNoAccess { resource: ResourceId } = "list-no-access" => Who::ServiceOwner,
        ListNoAccessYet { resource: ResourceId, until: Timestamp } = "list-no-access-yet" => Who::Propagation,
        ListTokenNotTaken = "list-token-not-taken" => Who::You,
        ListScopeMissing = "list-scope-missing" => Who::You,
        ListNotAcceptable = "list-not-acceptable" => Who::Network,

        // integrate.transfer.
        TransferPublished { at: Timestamp } = "transfer-published",
        TransferConfirmed { at: Timestamp } = "transfer-confirmed",
        TransferPurged { at: Timestamp } = "transfer-purged",
        TransferOld { at: Timestamp } = "transfer-old" => Who::You,
        TransferNone = "transfer-none" => Who::You,
        TransferNoneReceived = "transfer-none-received" => Who::You,
        TransferTestWaits { transfer: String, sender: String } = "transfer-test-waits" => Who::You,
        TransferNoneOwner = "transfer-none-owner" => Who::You,
        TransferAskOthers = "transfer-ask-others",
        TransferProcessing = "transfer-processing" => Who::AltinnBroker,
        TransferNotUploaded { transfer: String } = "transfer-not-uploaded" => Who::You,
        TransferFailed { reason: String } = "transfer-failed" => Who::You,
        TransferGone { transfer: String } = "transfer-gone" => Who::You,
        TransferNotOurs { transfer: String } = "transfer-not-ours" => Who::You,
        TransferOfOtherResource { transfer: String, resource: ResourceId } = "transfer-of-other-resource" => Who::You,
        TransferOfOtherSender { transfer: String, organisation: OrgNumber } = "transfer-of-other-sender" => Who::You,
        TransferNotFetched { transfer: String } = "transfer-not-fetched" => Who::You,
        RowTransfer { file: String, size: FileSize } = "row-transfer",
        RowRecipientConfirmed = "row-recipient-confirmed",
        RowRecipientStarted = "row-recipient-started",
        RowRecipientNotYet = "row-recipient-not-yet",

        // events.endpoint.
        EndpointGood { host: String } = "endpoint-good",
        EndpointNotHttps = "endpoint-not-https" => Who::You,
        EndpointPrivate { host: String } = "endpoint-private" => Who::You,
        EndpointNoAnswer { host: String } = "endpoint-no-answer" => Who::You,
        EndpointCertificate { host: String } = "endpoint-certificate" => Who::You,

        // events.subscription.
        SubscriptionGood { count: usize } = "subscription-good",
        SubscriptionNone = "subscription-none" => Who::You,
        SubscriptionPartly { found: usize, all: usize } = "subscription-partly" => Who::You,
        SubscriptionFaulty = "subscription-faulty" => Who::You,
        SubscriptionOtherIdentity = "subscription-other-identity" => Who::You,
        RowSubscribed { number: i64 } = "row-subscribed",
        RowSubscribedByOther { number: i64, consumer: String } = "row-subscribed-by-other",
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
        ValidationTried { until: Timestamp } = "validation-tried" => Who::AltinnEvents,
        NotValidated { endpoint: String } = "not-validated" => Who::You,
        RowValidated = "row-validated",
        RowNotValidated = "row-not-validated",

        // events.received.
        EventAtReceiver { at: Timestamp } = "event-at-receiver",
        EventAtSink { at: Timestamp } = "event-at-sink",
        EventAtApplication { at: Timestamp } = "event-at-application",
        EventPolled { at: Timestamp } = "event-polled",
        EventTold { day: Date } = "event-told",
        EventAwaited { until: Timestamp } = "event-awaited" => Who::AltinnEvents,
        EventNeedsTransfer { until: Timestamp } = "event-needs-transfer" => Who::You,
        EventNone = "event-none" => Who::You,
        EventShowsSoon { until: Timestamp } = "event-shows-soon" => Who::AltinnEvents,
        EventNonePolled = "event-none-polled" => Who::You,
        RowNextTry { at: Timestamp } = "row-next-try",
        RowEventOtherResource { given: String } = "row-event-other-resource",
        RowEventOtherParty { given: String } = "row-event-other-party",
        RowEventOtherType { given: String } = "row-event-other-type",
        RowEventBefore { at: Timestamp } = "row-event-before",
        RowEvent = "row-event",
        RowEventAbout { transfer: String } = "row-event-about",

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
