//! Every message of a deed, and who must act on it. The texts (says, fix) are in `assets/text/<language>/deeds.ftl`.

use super::{Cause, Who};
use crate::values::{ClientId, EventType, FileSize, OrgNumber, ResourceId, Scope, SystemId};
use jiff::Timestamp;
use jiff::civil::Date;

crate::phrases! {
    /// The messages of deeds: sentences of the preview, phases, outcomes and refusals.
    pub enum DeedMessage: Who {
        NothingToDo = "nothing-to-do",

        // Keys: what would be made, what is made, and where it lies.
        WouldMakeTestKey = "would-make-test-key",
        WouldMakeProductionKey = "would-make-production-key",
        WouldTakeUpKey { kid: String } = "would-take-up-key",
        KeyStaysHere { folder: String } = "key-stays-here",
        KeyIsNotThePrograms = "key-is-not-the-programs",
        MakingKey = "making-key",
        MadeKey { kid: String } = "made-key",
        KeyLies { kid: String, path: String } = "key-lies",
        PublicKeyIsSaved = "public-key-is-saved" => Who::You,
        /// A JWKS on one line.
        PublicKeyIs { jwks: String } = "public-key-is",
        WouldLetGoOfKey { kid: String, path: String } = "would-let-go-of-key",
        LetGoOfKey { kid: String } = "let-go-of-key",
        KeyIsThere { key: String } = "key-is-there" => Who::You,
        CertificateSigns = "certificate-signs" => Who::You,
        KeyNotWritten { path: String, reason: String } = "key-not-written" => Who::You,

        // Preview: what the deed does, what it means for others, what it leaves behind.
        WouldSend { recipients: Vec<OrgNumber> } = "would-send",
        LandsForReal = "lands-for-real",
        NothingLeaves = "nothing-leaves",
        SubscribeFirst = "subscribe-first",
        WouldFetchTest { sender: String } = "would-fetch-test",
        WouldFetchChosen { sender: String } = "would-fetch-chosen",
        ConfirmTells = "confirm-tells",
        AlreadyConfirmed = "already-confirmed",
        WouldNotConfirm = "would-not-confirm",
        CopyRemoved = "copy-removed",
        WouldGoRound { organisation: OrgNumber } = "would-go-round",
        WouldSubscribeAll { resource: ResourceId } = "would-subscribe-all",
        WouldSubscribeTypes { resource: ResourceId, types: Vec<EventType> } = "would-subscribe-types",
        WebhookMustAnswer = "webhook-must-answer",
        RepeatIsSafe = "repeat-is-safe",
        WouldRegister { system: SystemId } = "would-register",
        RegisterGivesNothing { organisation: OrgNumber } = "register-gives-nothing",
        WouldKeepSystem { system: SystemId } = "would-keep-system",
        WouldTakeSystem { system: SystemId, client: ClientId, resource: ResourceId } = "would-take-system",
        OrNewClient { system: SystemId } = "or-new-client",
        WouldAskUser { system: SystemId, organisation: OrgNumber } = "would-ask-user",
        OnlyWithAnswer { organisation: OrgNumber } = "only-with-answer",
        WouldTakeUpRequest { organisation: OrgNumber, request: String } = "would-take-up-request",
        WouldAskAfterNo { organisation: OrgNumber, request: String } = "would-ask-after-no",
        WouldAskAfterTimeout { organisation: OrgNumber, request: String } = "would-ask-after-timeout",
        WouldAskAfterGone { organisation: OrgNumber, request: String } = "would-ask-after-gone",
        WouldAddToSystem { system: SystemId } = "would-add-to-system",
        UsersNeedAsking = "users-need-asking",
        SystemMadeElsewhere { system: SystemId } = "system-made-elsewhere",
        WouldAskForRight { organisation: OrgNumber, resource: ResourceId } = "would-ask-for-right",
        RequestMadeElsewhere { request: String } = "request-made-elsewhere",

        // Phases: what is said when they begin, and when they end.
        GettingToken { scope: Scope } = "getting-token",
        GotToken { scope: Scope } = "got-token",
        ReadingPolicy { resource: ResourceId } = "reading-policy",
        SpeaksForItself = "speaks-for-itself",
        SpeaksThroughSystemUser = "speaks-through-system-user",
        PreparingFile = "preparing-file",
        FileReady { name: String, size: FileSize } = "file-ready",
        Initializing = "initializing",
        Initialized { transfer: String } = "initialized",
        Uploading { size: FileSize } = "uploading",
        Uploaded { size: FileSize } = "uploaded",
        AwaitingPublished = "awaiting-published",
        Published = "published",
        Looking { resource: ResourceId } = "looking",
        LookingAt { transfer: String } = "looking-at",
        Found { transfer: String, sender: String } = "found",
        Downloading { size: FileSize } = "downloading",
        Downloaded { size: FileSize } = "downloaded",
        Comparing = "comparing",
        SameSha256 = "same-sha256",
        SameMd5 = "same-md5",
        NotCompared = "not-compared",
        Confirming = "confirming",
        Confirmed = "confirmed",
        Listing = "listing",
        Listed { count: usize } = "listed",
        Subscribing = "subscribing",
        SubscribingType { event_type: EventType } = "subscribing-type",
        Subscribed { subscription: i64 } = "subscribed",
        SubscriptionKept { subscription: i64 } = "subscription-kept",
        KeptByOther { subscription: i64, identity: String } = "kept-by-other",
        AwaitingValidation { endpoint: String } = "awaiting-validation",
        Validated { subscription: i64 } = "validated",
        LookingAtSystems = "looking-at-systems",
        SystemFound { system: SystemId } = "system-found",
        SystemIdFree { system: SystemId } = "system-id-free",
        Registering { system: SystemId } = "registering",
        Registered { system: SystemId } = "registered",
        SystemRead { system: SystemId } = "system-read",
        AddingToSystem { system: SystemId } = "adding-to-system",
        AddedToSystem { system: SystemId } = "added-to-system",
        LookingForUser { organisation: OrgNumber } = "looking-for-user",
        UserFound { user: String } = "user-found",
        RequestFound { request: String } = "request-found",
        NoRequestFound = "no-request-found",
        DeletingRequest { request: String } = "deleting-request",
        RequestDeleted { request: String } = "request-deleted",
        AskingUser { organisation: OrgNumber } = "asking-user",
        UserAsked { request: String } = "user-asked",

        // Outcomes: what now exists, and what comes next.
        Sent { transfer: String, recipients: Vec<OrgNumber> } = "sent",
        RecipientNext = "recipient-next" => Who::Recipient,
        Fetched { transfer: String, sender: String } = "fetched",
        FetchedUnconfirmed { transfer: String, sender: String } = "fetched-unconfirmed" => Who::You,
        WentRound { transfer: String } = "went-round",
        WentRoundUnconfirmed { transfer: String } = "went-round-unconfirmed" => Who::You,
        SubscriptionsStand { subscriptions: Vec<String>, endpoint: String } = "subscriptions-stand",
        TestToHearOf = "test-to-hear-of" => Who::You,
        TestOnceMore = "test-once-more" => Who::You,
        SystemStands { system: SystemId } = "system-stands",
        AskUserNext = "ask-user-next" => Who::You,
        SystemTaken { system: SystemId } = "system-taken",
        AddResourceNext { resource: ResourceId } = "add-resource-next" => Who::You,
        KeptInFile { path: String, entry: String } = "kept-in-file",
        UsersNeedAskingNext = "users-need-asking-next" => Who::You,
        UserHasRight { organisation: OrgNumber, resource: ResourceId } = "user-has-right",
        UserThere { organisation: OrgNumber, user: String } = "user-there",
        RequestStands { organisation: OrgNumber, request: String } = "request-stands",
        ApproveItNext { organisation: OrgNumber } = "approve-it-next" => Who::You,
        ApproverOpensNext { organisation: OrgNumber } = "approver-opens-next" => Who::Approver,

        // Taking back what a deed has made.
        WouldUnsubscribe { subscription: String } = "would-unsubscribe",
        Unsubscribing = "unsubscribing",
        Unsubscribed { subscription: String } = "unsubscribed",
        WouldDeleteSystem { system: SystemId } = "would-delete-system",
        DeletingSystem { system: SystemId } = "deleting-system",
        SystemGone { system: SystemId } = "system-gone",
        WouldPutSystemBack { system: SystemId } = "would-put-system-back",
        PuttingSystemBack { system: SystemId } = "putting-system-back",
        SystemPutBack { system: SystemId } = "system-put-back",
        KeptGone { path: String } = "kept-gone" => Who::You,
        WouldWithdraw { request: String } = "would-withdraw",
        Withdrawing { request: String } = "withdrawing",
        Withdrawn { request: String } = "withdrawn",
        RequestAccepted { organisation: OrgNumber } = "request-accepted" => Who::Approver,
        CannotBeUndone = "cannot-be-undone" => Who::You,
        UndoneAlready { made: String } = "undone-already",

        /// The reason is in the words of the system.
        JournalNotKept { reason: String } = "journal-not-kept" => Who::You,

        // Letters.
        LetterYoursToSend = "letter-yours-to-send",
        LetterReminds = "letter-reminds",
        LetterAskedBefore { day: Date } = "letter-asked-before" => Who::You,
        LetterNoted { day: Date } = "letter-noted" => Who::You,
        ReminderNoted = "reminder-noted",
        NoNoted { reason: String } = "no-noted" => Who::You,
        NoWouldBeNoted = "no-would-be-noted",
        NotAskedYet = "not-asked-yet" => Who::You,
        LetterNotForOwner = "letter-not-for-owner" => Who::You,
        LetterWouldBeForgotten = "letter-would-be-forgotten",
        LetterForgotten = "letter-forgotten",

        // What stops any deed: answers that are missing.
        FieldMissing { field: String } = "field-missing" => Who::You,
        RunByVendor = "run-by-vendor" => Who::Vendor,
        KeyUnusable = "key-unusable" => Who::You,

        // What stops any deed: tokens.
        ScopeNotOnClient { scope: Scope } = "scope-not-on-client" => Who::You,
        ScopeNotForMaskinporten { scope: Scope } = "scope-not-for-maskinporten" => Who::You,
        ScopeNotGranted { scope: Scope } = "scope-not-granted" => Who::ServiceDesk,
        ScopeNotDelegated { scope: Scope } = "scope-not-delegated" => Who::Approver,
        NoSystemUser { organisation: OrgNumber } = "no-system-user" => Who::Approver,
        GrantRefused { text: String } = "grant-refused" => Who::You,
        ExchangeRefused { text: String } = "exchange-refused" => Who::You,

        // What stops any deed: the way to the services.
        NoAnswer { host: String } = "no-answer" => Who::Network,
        ProxyHoldsUp { proxy: String, host: String } = "proxy-holds-up" => Who::Network,
        ProxyUnreadable { variable: String } = "proxy-unreadable" => Who::You,
        CertificatesUnusable { path: String } = "certificates-unusable" => Who::You,
        ForeignAnswer { host: String } = "foreign-answer" => Who::Network,
        TooOften { host: String, until: Timestamp } = "too-often" => Who::You,
        NotOurHost { host: String } = "not-our-host" => Who::You,
        StoppedHere { reason: String } = "stopped-here" => Who::You,
        GatewayKeyMissing = "gateway-key-missing" => Who::You,
        GatewayKeyInvalid = "gateway-key-invalid" => Who::You,
        TokenNotTaken = "token-not-taken" => Who::You,
        ScopeMissing { scope: Scope } = "scope-missing" => Who::You,
        /// If the cause is known, the text about what to do is that of the cause.
        Refused { status: u16, text: String, #[serde(default)] cause: Cause } = "refused" => cause.who(),

        // What stops a test transfer.
        NoAccess { resource: ResourceId, organisation: OrgNumber } = "no-access" => Who::ServiceOwner,
        ResourceUnsound { resource: ResourceId } = "resource-unsound" => Who::ServiceOwner,
        OwnerNotInBroker { resource: ResourceId } = "owner-not-in-broker" => Who::ServiceOwner,
        StorageNotReady = "storage-not-ready" => Who::AltinnBroker,
        RecipientNotOnList { recipients: Vec<OrgNumber>, resource: ResourceId } = "recipient-not-on-list" => Who::ServiceOwner,
        RequiredPartyMissing { resource: ResourceId } = "required-party-missing" => Who::You,
        OneRecipientOnly { resource: ResourceId } = "one-recipient-only" => Who::You,
        FileMissing { path: String } = "file-missing" => Who::You,
        FileNotRegular { path: String } = "file-not-regular" => Who::You,
        FileUnreadable { path: String, reason: String } = "file-unreadable" => Who::You,
        FileTooLarge { name: String, size: FileSize } = "file-too-large" => Who::You,
        FileNameTooLong { name: String } = "file-name-too-long" => Who::You,
        DiskFull = "disk-full" => Who::You,
        FileLargerThanTold { host: String, size: FileSize } = "file-larger-than-told" => Who::Network,
        FileStoodStill { host: String, seconds: u64 } = "file-stood-still" => Who::Network,
        FileTooSlow { host: String, size: FileSize, seconds: u64 } = "file-too-slow" => Who::Network,
        FileTookTooLong { host: String, hours: u64 } = "file-took-too-long" => Who::Network,
        DiskRefused { reason: String } = "disk-refused" => Who::You,
        ChecksumRefused { transfer: String } = "checksum-refused" => Who::You,
        TransferStarted { transfer: String } = "transfer-started" => Who::You,
        TransferFailed { transfer: String, text: String } = "transfer-failed" => Who::You,
        ScanFoundMalware { transfer: String } = "scan-found-malware" => Who::You,
        NotPublishedYet { transfer: String } = "not-published-yet" => Who::AltinnBroker,
        TransferUnknown { transfer: String } = "transfer-unknown" => Who::You,
        TransferNotReady { transfer: String, text: String } = "transfer-not-ready" => Who::Sender,
        TransferGone { transfer: String } = "transfer-gone" => Who::Sender,
        NotMarked { transfer: String } = "not-marked" => Who::You,
        NotForUs { transfer: String, organisation: OrgNumber } = "not-for-us" => Who::Sender,
        NoneWaiting { resource: ResourceId, organisation: OrgNumber } = "none-waiting" => Who::Sender,
        OnlyUnmarked { count: usize, resource: ResourceId, organisation: OrgNumber } = "only-unmarked" => Who::Sender,
        ContentDiffers { transfer: String } = "content-differs" => Who::You,
        NotConfirmed { transfer: String, text: String } = "not-confirmed" => Who::You,
        AskSenderAndRecipient { resource: ResourceId } = "ask-sender-and-recipient" => Who::You,

        // What stops a subscription.
        EndpointNotTaken { endpoint: String } = "endpoint-not-taken" => Who::You,
        EndpointUnreadable { endpoint: String } = "endpoint-unreadable" => Who::You,
        SubscribeNotAllowed { resource: ResourceId, organisation: OrgNumber } = "subscribe-not-allowed" => Who::ServiceOwner,
        FilterRefused { text: String } = "filter-refused" => Who::You,
        OwnedByOther { subscription: i64, identity: String } = "owned-by-other" => Who::You,
        NotValidatedYet { subscription: i64, endpoint: String } = "not-validated-yet" => Who::You,

        // What stops a system or its user.
        SystemOfOther { system: SystemId, owner: OrgNumber } = "system-of-other" => Who::You,
        ClientInOtherSystem { client: ClientId, system: SystemId, answered: SystemId } = "client-in-other-system" => Who::You,
        SystemWithoutClient { system: SystemId, client: ClientId } = "system-without-client" => Who::You,
        SystemIdUsed { system: SystemId } = "system-id-used" => Who::You,
        NoSystemIdFree = "no-system-id-free" => Who::You,
        NoSystemYet { client: ClientId } = "no-system-yet" => Who::You,
        SystemNotThere { system: SystemId } = "system-not-there" => Who::You,
        SystemNotFromHere { system: SystemId } = "system-not-from-here" => Who::You,
        SystemChangedSince { system: SystemId } = "system-changed-since" => Who::You,
        NoUserToChange { organisation: OrgNumber } = "no-user-to-change" => Who::You,
        /// The reason is in the words of the system.
        NotKeptFirst { reason: String } = "not-kept-first" => Who::You,
        RequestNotOurs { request: String } = "request-not-ours" => Who::You,
    }
}

impl DeedMessage {
    /// What of it is there to be copied: a public key.
    #[must_use]
    pub fn to_copy(&self) -> Option<&str> {
        match self {
            Self::PublicKeyIs { jwks } => Some(jwks),
            _ => None,
        }
    }

    /// The cause of a refusal. None if it is not a refusal or its cause is not known.
    #[must_use]
    pub fn cause(&self) -> Option<Cause> {
        match self {
            Self::Refused { cause, .. } if *cause != Cause::Unrecognised => Some(*cause),
            _ => None,
        }
    }
}
