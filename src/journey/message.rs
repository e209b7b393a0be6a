//! Everything a finding can say. The words (summary, cause, fix, who, link) are in `assets/text/<language>/findings.toml`.

use crate::values::{ClientId, OrgNumber, ResourceId, Scope, SystemId};
use jiff::Timestamp;
use jiff::civil::Date;

crate::phrases! {
    /// What a check found, or what a row of its proof says.
    pub enum Message {
        // Any check.
        NeedsCheck { check: String } = "needs-check",
        FieldMissing { field: String } = "field-missing",
        NotApplicable = "not-applicable",
        SetAside { reason: String } = "set-aside",
        RateLimited { until: Timestamp } = "rate-limited",
        NoAnswerDns { host: String } = "no-answer-dns",
        NoAnswerRefused { host: String } = "no-answer-refused",
        NoAnswerTimeout { host: String } = "no-answer-timeout",
        NoAnswerBroken { host: String } = "no-answer-broken",
        NoAnswerTls { host: String } = "no-answer-tls",
        NoAnswerTlsIssuer { host: String, issuer: String } = "no-answer-tls-issuer",
        ForeignHtml { host: String, status: u16 } = "foreign-html",
        ForeignRedirect { host: String, target: String } = "foreign-redirect",
        ForeignTooLarge { host: String } = "foreign-too-large",
        ForeignUnreadable { host: String } = "foreign-unreadable",
        NotOurHost { host: String } = "not-our-host",
        Local { reason: String } = "local",
        ServiceTrouble { status: u16 } = "service-trouble",
        Refused { status: u16 } = "refused",
        CheckBroke = "check-broke",

        // Run by a vendor.
        VendorKey = "vendor-key",
        VendorClient = "vendor-client",
        VendorSystem = "vendor-system",
        VendorSystemUser = "vendor-system-user",
        VendorToken = "vendor-token",
        VendorIntegrate = "vendor-integrate",
        VendorEvents = "vendor-events",

        // A secret that cannot be fetched.
        SecretFileMissing { path: String } = "secret-file-missing",
        SecretFileUnreadable { path: String, reason: String } = "secret-file-unreadable",
        SecretVariableUnset { variable: String } = "secret-variable-unset",
        SecretCommandMissing { program: String } = "secret-command-missing",
        SecretCommandFailed { program: String } = "secret-command-failed",
        SecretCommandFailedWith { program: String, status: i64 } = "secret-command-failed-with",
        SecretCommandTimedOut { program: String } = "secret-command-timed-out",
        SecretTooLarge = "secret-too-large",
        SecretEmpty = "secret-empty",

        // key.reach.
        ReachAll { hosts: usize } = "reach-all",
        ReachOthersSilent = "reach-others-silent",
        RowAnswers { status: u16 } = "row-answers",
        RowProxy = "row-proxy",
        RowCertificateIssuer = "row-certificate-issuer",

        // key.clock.
        ClockAgrees = "clock-agrees",
        ClockNoDate = "clock-no-date",
        ClockBehind { seconds: u64 } = "clock-behind",
        ClockAhead { seconds: u64 } = "clock-ahead",
        ClockFarBehind { seconds: u64 } = "clock-far-behind",
        ClockFarAhead { seconds: u64 } = "clock-far-ahead",
        RowClockAgrees = "row-clock-agrees",
        RowClockBehind { seconds: u64 } = "row-clock-behind",
        RowClockAhead { seconds: u64 } = "row-clock-ahead",

        // key.gateway.
        GatewayOpen = "gateway-open",
        GatewayOpenKeySent = "gateway-open-key-sent",
        GatewayKeyAccepted = "gateway-key-accepted",
        GatewayKeyMissing { field: String } = "gateway-key-missing",
        GatewayKeyWrong = "gateway-key-wrong",
        GatewayKeyLost = "gateway-key-lost",
        GatewayNoRoute { host: String } = "gateway-no-route",
        RowGatewayOpenToday = "row-gateway-open-today",

        // key.scopes.
        ScopesGranted = "scopes-granted",
        ScopesNotGranted { scopes: Vec<Scope> } = "scopes-not-granted",
        ScopesAsked { scopes: Vec<Scope>, asked: Date } = "scopes-asked",
        ScopesWantedNotGranted { scopes: Vec<Scope> } = "scopes-wanted-not-granted",
        RowScopeIsGranted = "row-scope-is-granted",
        RowScopeNotGranted = "row-scope-not-granted",
        RowScopeNotTold = "row-scope-not-told",

        // client.key.
        KeyGood { bits: usize, kid: String, expires: Date } = "key-good",
        KeyGoodExpiryUnknown { bits: usize, kid: String } = "key-good-expiry-unknown",
        KeyExpired { expired: Date } = "key-expired",
        KeyExpiresSoon { expires: Date, days: i64 } = "key-expires-soon",
        KeyFileOpen { path: String } = "key-file-open",
        KeyKidDiffers { answered: String, inside: String } = "key-kid-differs",
        KeyLarge { bits: usize } = "key-large",
        KeyUnknownFormat = "key-unknown-format",
        KeyPublicOnly = "key-public-only",
        KeyEncrypted = "key-encrypted",
        KeyNotRsa = "key-not-rsa",
        KeyTooShort { bits: usize } = "key-too-short",
        KeyIsCertificate = "key-is-certificate",

        // client.token.
        ClientKnown = "client-known",
        ClientKnownKeyNotProven = "client-known-key-not-proven",
        ClientNotKnownYet { until: Timestamp } = "client-not-known-yet",
        ClientUnknown = "client-unknown",
        ClientUnknownKid = "client-unknown-kid",
        ClientNoKid = "client-no-kid",
        ClientKeyExpired = "client-key-expired",
        ClientWrongKey = "client-wrong-key",
        ClientClock = "client-clock",
        ClientAudience = "client-audience",
        ClientCertificate = "client-certificate",
        ClientReplay = "client-replay",

        // client.scopes.
        ScopesAll { scopes: Vec<Scope> } = "scopes-all",
        ScopesMissing { scopes: Vec<Scope>, granted: usize, all: usize } = "scopes-missing",
        ScopesMissingYet { scopes: Vec<Scope>, until: Timestamp } = "scopes-missing-yet",
        ScopesWrongType { scopes: Vec<Scope> } = "scopes-wrong-type",
        ScopesNotDelegated { scopes: Vec<Scope> } = "scopes-not-delegated",
        ScopesWantedMissing { scopes: Vec<Scope> } = "scopes-wanted-missing",
        RowScopeGranted { expires_in: u64 } = "row-scope-granted",
        RowScopeMissing = "row-scope-missing",
        RowScopeWrongType = "row-scope-wrong-type",
        RowScopeNotDelegated = "row-scope-not-delegated",

        // client.exchange.
        Exchanged = "exchanged",
        ExchangeRefused = "exchange-refused",

        // client.identity.
        Identity { owner: OrgNumber } = "identity",
        IdentityServiceOwner { owner: OrgNumber, code: String } = "identity-service-owner",
        IdentityOther { consumer: OrgNumber, owner: OrgNumber } = "identity-other",
        IdentityNoConsumer = "identity-no-consumer",
        IdentityNoOrgCode { owner: OrgNumber } = "identity-no-org-code",

        // access.resource.
        ResourceGood { resource: ResourceId } = "resource-good",
        ResourceGoodWithList { resource: ResourceId } = "resource-good-with-list",
        ResourceMissing { resource: ResourceId } = "resource-missing",
        ResourceNotPublished { resource: ResourceId } = "resource-not-published",
        ResourceNotYours { resource: ResourceId, owner: OrgNumber } = "resource-not-yours",
        ResourceWrongType { resource: ResourceId, kind: String } = "resource-wrong-type",
        ResourceGeneric { resource: ResourceId } = "resource-generic",
        ResourceNotDelegable { resource: ResourceId } = "resource-not-delegable",
        ResourceNotDelegableOwner { resource: ResourceId } = "resource-not-delegable-owner",
        ResourceEnding { resource: ResourceId, status: String } = "resource-ending",
        RowTitle = "row-title",
        RowOwner { owner: OrgNumber } = "row-owner",
        RowOwnerUnnumbered = "row-owner-unnumbered",
        RowContact = "row-contact",
        RowAccessList = "row-access-list",

        // access.policy.
        PolicyGood = "policy-good",
        PolicyLacks { resource: String, actions: Vec<String> } = "policy-lacks",
        PolicyLacksOwner { resource: String, actions: Vec<String> } = "policy-lacks-owner",
        PolicyPlaceholder { resource: String } = "policy-placeholder",
        PolicyPlaceholderOwner { resource: String } = "policy-placeholder-owner",
        RowMaySend { who: Vec<String> } = "row-may-send",
        RowMayReceive { who: Vec<String> } = "row-may-receive",
        RowMaySubscribe { who: Vec<String> } = "row-may-subscribe",
        RowMayNobody = "row-may-nobody",

        // access.system.
        SystemGood { system: SystemId } = "system-good",
        SystemProven { system: String } = "system-proven",
        SystemNone = "system-none",
        SystemMissing { system: SystemId } = "system-missing",
        SystemDeleted { system: SystemId } = "system-deleted",
        SystemWithoutResource { system: SystemId, resource: ResourceId } = "system-without-resource",
        SystemWithoutClient { system: SystemId, client: ClientId } = "system-without-client",
        SystemNotYours { system: SystemId } = "system-not-yours",
        RowYourSystem = "row-your-system",

        // access.system-user.
        SystemUserGood { party: OrgNumber, user: String } = "system-user-good",
        SystemUserProven { party: OrgNumber, user: String } = "system-user-proven",
        SystemUserNone { party: OrgNumber } = "system-user-none",
        SystemUserWaits { party: OrgNumber } = "system-user-waits",
        SystemUserRejected { party: OrgNumber } = "system-user-rejected",
        SystemUserDenied { party: OrgNumber } = "system-user-denied",
        SystemUserTimedOut { party: OrgNumber } = "system-user-timed-out",
        SystemUserGone { party: OrgNumber } = "system-user-gone",

        // access.system-user-token.
        SystemUserTokenGood { party: OrgNumber, system: String } = "system-user-token-good",
        SystemUserTokenOther { party: OrgNumber, organisation: OrgNumber } = "system-user-token-other",
        SystemUserTokenWithout = "system-user-token-without",
        SystemUserTokenRefused { party: OrgNumber } = "system-user-token-refused",

        // access.service-owner.
        ServiceOwnerGood { name: String } = "service-owner-good",
        ServiceOwnerMissing = "service-owner-missing",
        ServiceOwnerStorageWaits = "service-owner-storage-waits",
        RowStorage { status: String } = "row-storage",

        // access.resource-config.
        ConfigGood = "config-good",
        ConfigMissing { resource: ResourceId } = "config-missing",
        ConfigNotYours { resource: ResourceId } = "config-not-yours",
        RowLimitSize { bytes: u64 } = "row-limit-size",
        RowLimitSizeDefault = "row-limit-size-default",
        RowLimitLife { time: String } = "row-limit-life",
        RowLimitLifeDefault = "row-limit-life-default",
        RowLimitGrace { time: String } = "row-limit-grace",
        RowLimitGraceDefault = "row-limit-grace-default",
        RowRequiredParty { party: String } = "row-required-party",
        RowRequiredPartyNone = "row-required-party-none",

        // access.members.
        Members { count: usize } = "members",
        MembersNoList = "members-no-list",
        MembersNone = "members-none",
        MembersMayNotAsk { scope: Scope } = "members-may-not-ask",
        RowMember { list: String } = "row-member",
        RowMemberFor { list: String, actions: Vec<String> } = "row-member-for",

        // integrate.list.
        ListAnswers { count: usize } = "list-answers",
        ListOwnerAnswers = "list-owner-answers",
        ListNoAccess { resource: ResourceId } = "list-no-access",
        ListNoAccessYet { resource: ResourceId, until: Timestamp } = "list-no-access-yet",
        ListTokenNotTaken = "list-token-not-taken",
        ListScopeMissing = "list-scope-missing",
        ListNotAcceptable = "list-not-acceptable",

        // integrate.transfer.
        TransferPublished { at: Timestamp } = "transfer-published",
        TransferConfirmed { at: Timestamp } = "transfer-confirmed",
        TransferPurged { at: Timestamp } = "transfer-purged",
        TransferOld { at: Timestamp } = "transfer-old",
        TransferNone = "transfer-none",
        TransferNoneReceived = "transfer-none-received",
        TransferNoneOwner = "transfer-none-owner",
        TransferAskOthers = "transfer-ask-others",
        TransferProcessing = "transfer-processing",
        TransferNotUploaded { transfer: String } = "transfer-not-uploaded",
        TransferFailed { reason: String } = "transfer-failed",
        TransferGone { transfer: String } = "transfer-gone",
        TransferNotOurs { transfer: String } = "transfer-not-ours",
        RowTransfer { file: String, size: u64 } = "row-transfer",
        RowRecipientConfirmed = "row-recipient-confirmed",
        RowRecipientStarted = "row-recipient-started",
        RowRecipientNotYet = "row-recipient-not-yet",

        // events.endpoint.
        EndpointGood { host: String } = "endpoint-good",
        EndpointNotHttps = "endpoint-not-https",
        EndpointPrivate { host: String } = "endpoint-private",
        EndpointNoAnswer { host: String } = "endpoint-no-answer",
        EndpointCertificate { host: String } = "endpoint-certificate",

        // events.subscription.
        SubscriptionGood { count: usize } = "subscription-good",
        SubscriptionNone = "subscription-none",
        SubscriptionPartly { found: usize, all: usize } = "subscription-partly",
        SubscriptionFaulty = "subscription-faulty",
        SubscriptionOtherIdentity = "subscription-other-identity",
        RowSubscribed { number: i64 } = "row-subscribed",
        RowSubscribedByOther { number: i64, consumer: String } = "row-subscribed-by-other",
        RowNotSubscribed = "row-not-subscribed",
        RowOldSource = "row-old-source",
        RowOldSourceFile = "row-old-source-file",
        RowOldType { given: String } = "row-old-type",
        RowOldSubject { given: String } = "row-old-subject",
        RowEmptyFilter = "row-empty-filter",
        RowNoSubject = "row-no-subject",
        RowOtherSubject { given: String } = "row-other-subject",
        RowOtherType { given: String } = "row-other-type",
        RowAllTypes = "row-all-types",
        RowOtherEndpoint = "row-other-endpoint",

        // events.validated.
        Validated = "validated",
        ValidationTried { until: Timestamp } = "validation-tried",
        NotValidated { endpoint: String } = "not-validated",
        RowValidated = "row-validated",
        RowNotValidated = "row-not-validated",

        // events.received.
        EventAtReceiver { at: Timestamp } = "event-at-receiver",
        EventAtSink { at: Timestamp } = "event-at-sink",
        EventAtApplication { at: Timestamp } = "event-at-application",
        EventTold { day: Date } = "event-told",
        EventAwaited { until: Timestamp } = "event-awaited",
        EventNeedsTransfer { until: Timestamp } = "event-needs-transfer",
        EventNone = "event-none",
        RowEvent = "row-event",
        RowEventAbout { transfer: String } = "row-event-about",

        // Lines of proof.
        RowServiceSays { words: String } = "row-service-says",
        RowTraceId { trace: String } = "row-trace-id",
        RowVendor = "row-vendor",
        RowOk = "row-ok",
    }
}
