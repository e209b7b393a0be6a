//! Deeds: what the program does for the user. Unlike checks, deeds change things.

use super::{Acting, CheckId, ClientAuth, DeedMessage, Entry, Evidence, FieldId, Letter, LetterOptions, Profile, Role, StepId};
use crate::values::{FileSize, Invalid, Link, OrgNumber, Value};
use jiff::Timestamp;
use std::path::PathBuf;
use uuid::Uuid;

crate::choice! {
    /// Something the program does when the user asks for it, after showing what it would do.
    pub enum DeedId {
        /// A sender sends a marked test file, a recipient fetches and confirms one, a service owner does both.
        SendTest = "send-test",
        /// Subscribes a webhook to the resource's events.
        Subscribe = "subscribe",
        /// A key pair for the client, in the profile's own keys folder.
        MakeKey = "make-key",
        /// The public key to the client: by an admin client, or by hand in the portal.
        PostKey = "post-key",
        /// A new key beside the old one, proven before it is used.
        RotateKey = "rotate-key",
        /// An old key taken off the client.
        RetireKey = "retire-key",
        /// The letter to the service desk.
        AskScopes = "ask-scopes",
        /// The letter to the service owner.
        AskAccess = "ask-access",
        /// The message to the approver.
        AskApprover = "ask-approver",
        /// The message to whom must send or fetch a test.
        AskCounterpart = "ask-counterpart",
        /// The system in the system register.
        RegisterSystem = "register-system",
        /// Adds rights and clients to a system.
        UpdateSystem = "update-system",
        /// A request that the approver answers.
        AskSystemUser = "ask-system-user",
        /// A request for one more right of a system user, which the approver answers.
        ChangeSystemUser = "change-system-user",
        /// A recipient fetches a marked test and confirms it.
        ReceiveTest = "receive-test",
        /// A resource in the Resource Registry.
        PublishResource = "publish-resource",
        /// The policy of a resource: who may approve, and for what.
        PublishPolicy = "publish-policy",
        /// The service owner in Broker.
        RegisterOwner = "register-owner",
        /// The resource in Broker: its limits.
        ConfigureResource = "configure-resource",
        /// Members of an access list, come or gone.
        Admit = "admit",
        /// The access list is enforced.
        RestrictResource = "restrict-resource",
        /// Takes away a subscription of ours.
        Unsubscribe = "unsubscribe",
    }
}

impl DeedId {
    #[must_use]
    pub const fn step(self) -> StepId {
        match self {
            Self::AskScopes => StepId::Key,
            Self::MakeKey | Self::PostKey | Self::RotateKey | Self::RetireKey => StepId::Client,
            Self::AskAccess
            | Self::AskApprover
            | Self::RegisterSystem
            | Self::UpdateSystem
            | Self::AskSystemUser
            | Self::ChangeSystemUser => StepId::Access,
            Self::SendTest | Self::ReceiveTest | Self::AskCounterpart => StepId::Integrate,
            Self::PublishResource
            | Self::PublishPolicy
            | Self::RegisterOwner
            | Self::ConfigureResource
            | Self::Admit
            | Self::RestrictResource => StepId::Access,
            Self::Subscribe | Self::Unsubscribe => StepId::Events,
        }
    }

    /// The check that passes once the deed, and what follows from it, is done.
    #[must_use]
    pub const fn proof(self) -> CheckId {
        match self {
            Self::AskScopes => CheckId::KeyScopes,
            Self::MakeKey => CheckId::ClientKey,
            Self::PostKey | Self::RotateKey | Self::RetireKey => CheckId::ClientToken,
            Self::AskAccess => CheckId::IntegrateList,
            Self::RegisterSystem | Self::UpdateSystem => CheckId::AccessSystem,
            Self::AskSystemUser | Self::AskApprover | Self::ChangeSystemUser => CheckId::AccessSystemUser,
            Self::SendTest | Self::ReceiveTest | Self::AskCounterpart => CheckId::IntegrateTransfer,
            Self::Subscribe | Self::Unsubscribe => CheckId::EventsSubscription,
            Self::PublishResource | Self::RestrictResource => CheckId::AccessResource,
            Self::PublishPolicy => CheckId::AccessPolicy,
            Self::RegisterOwner => CheckId::AccessServiceOwner,
            Self::ConfigureResource => CheckId::AccessResourceConfig,
            Self::Admit => CheckId::AccessMembers,
        }
    }

    /// The first field that the deed needs and that has no answer yet.
    #[must_use]
    pub fn missing(self, profile: &Profile) -> Option<FieldId> {
        use FieldId::{AdminId, ClientId, ClientKey, ContactEmail, EventsEndpoint, Organisation, Resource, TransferRecipients};
        use FieldId::{PolicyAdmits, PolicyOwnerActs};
        let needs: &[FieldId] = match self {
            Self::MakeKey | Self::AskScopes => &[Organisation],
            Self::PostKey => &[ClientKey],
            Self::RotateKey => &[Organisation, ClientId, ClientKey],
            Self::RetireKey => &[ClientId, AdminId],
            Self::AskAccess | Self::AskApprover | Self::AskCounterpart => &[Organisation, Resource],
            Self::RegisterSystem | Self::UpdateSystem | Self::AskSystemUser | Self::ChangeSystemUser => {
                &[Organisation, ClientId, ClientKey, Resource]
            }
            Self::SendTest => &[Organisation, ClientId, Resource, TransferRecipients],
            Self::ReceiveTest => &[Organisation, ClientId, Resource],
            Self::Subscribe => &[Organisation, ClientId, Resource, EventsEndpoint],
            Self::Unsubscribe => &[Organisation, ClientId, Resource],
            Self::PublishResource => &[Organisation, ClientId, ClientKey, Resource, ContactEmail],
            Self::PublishPolicy => &[Organisation, ClientId, ClientKey, Resource, PolicyOwnerActs, PolicyAdmits],
            Self::RegisterOwner | Self::ConfigureResource | Self::Admit | Self::RestrictResource => {
                &[Organisation, ClientId, ClientKey, Resource]
            }
        };
        needs.iter().copied().find(|field| field.is_for(profile) && profile.answer(*field).is_none())
    }

    /// The service's id of what the deed made last.
    #[must_use]
    pub fn made(self, evidence: &Evidence) -> Option<String> {
        match self {
            Self::SendTest | Self::ReceiveTest => evidence.transfer.as_ref().map(|transfer| transfer.id.to_string()),
            Self::Subscribe => evidence.subscriptions.last().map(|subscription| subscription.id.to_string()),
            Self::MakeKey | Self::PostKey | Self::RotateKey | Self::RetireKey => None,
            Self::PublishResource | Self::PublishPolicy | Self::RegisterOwner | Self::ConfigureResource => None,
            Self::Admit | Self::RestrictResource | Self::Unsubscribe => None,
            Self::RegisterSystem | Self::UpdateSystem | Self::AskSystemUser | Self::ChangeSystemUser => None,
            Self::AskScopes | Self::AskAccess | Self::AskApprover | Self::AskCounterpart => None,
        }
    }

    /// The checks whose findings the deed may change. They are asked anew after it.
    #[must_use]
    pub const fn renews(self) -> &'static [CheckId] {
        match self {
            Self::AskScopes => &[CheckId::KeyScopes],
            Self::MakeKey => &[CheckId::ClientKey],
            Self::PostKey | Self::RotateKey | Self::RetireKey => &[CheckId::ClientKey, CheckId::ClientToken, CheckId::ClientScopes],
            Self::RegisterSystem | Self::UpdateSystem | Self::AskSystemUser | Self::ChangeSystemUser => {
                &[CheckId::AccessSystem, CheckId::AccessSystemUser, CheckId::AccessSystemUserToken, CheckId::IntegrateList]
            }
            Self::SendTest | Self::ReceiveTest => &[CheckId::IntegrateList, CheckId::IntegrateTransfer, CheckId::EventsReceived],
            Self::PublishResource | Self::PublishPolicy | Self::RestrictResource => &[
                CheckId::AccessResource,
                CheckId::AccessPolicy,
                CheckId::AccessResourceConfig,
                CheckId::AccessMembers,
                CheckId::IntegrateList,
            ],
            Self::RegisterOwner | Self::ConfigureResource => {
                &[CheckId::AccessServiceOwner, CheckId::AccessResourceConfig, CheckId::IntegrateList]
            }
            Self::Admit => &[CheckId::AccessResource, CheckId::AccessMembers, CheckId::IntegrateList],
            Self::Subscribe | Self::Unsubscribe => {
                &[CheckId::EventsEndpoint, CheckId::EventsSubscription, CheckId::EventsValidated, CheckId::EventsReceived]
            }
            Self::AskAccess => &[CheckId::AccessResource, CheckId::AccessPolicy, CheckId::IntegrateList],
            Self::AskApprover => &[CheckId::AccessSystemUser],
            Self::AskCounterpart => &[CheckId::IntegrateTransfer],
        }
    }

    /// Whether the program can take back what the deed has made.
    #[must_use]
    pub const fn can_be_undone(self) -> bool {
        match self {
            Self::Subscribe | Self::RegisterSystem | Self::UpdateSystem | Self::AskSystemUser | Self::ChangeSystemUser => true,
            Self::MakeKey | Self::PostKey | Self::RetireKey => true,
            Self::PublishResource | Self::PublishPolicy | Self::Admit | Self::RestrictResource | Self::Unsubscribe => true,
            // A setting that was there before can be put back. Broker has no call for anything else (facts broker-api 2.9, 2.11).
            Self::ConfigureResource => true,
            Self::RegisterOwner => false,
            Self::SendTest | Self::ReceiveTest | Self::RotateKey => false,
            // Of a letter only the note that it was sent can be taken back.
            Self::AskScopes | Self::AskAccess | Self::AskApprover | Self::AskCounterpart => true,
        }
    }

    /// Whether the answers leave room for the deed: a key that they name is not made again.
    #[must_use]
    pub fn has_room(self, profile: &Profile) -> bool {
        let signs_with_key = profile.acting != Acting::ByVendor && profile.client.auth == ClientAuth::Key;
        match self {
            Self::MakeKey => signs_with_key && profile.client.key.is_none(),
            // What is posted is known to be there; an admin client can look whether it still is.
            Self::PostKey => signs_with_key && profile.client.key.is_some() && profile.client.key_posted.is_none(),
            Self::RotateKey => signs_with_key && profile.client.key_posted.is_some(),
            Self::RetireKey => signs_with_key && profile.admin.id.is_some(),
            Self::AskScopes | Self::AskAccess | Self::AskApprover | Self::AskCounterpart => true,
            Self::RegisterSystem | Self::UpdateSystem | Self::AskSystemUser | Self::ChangeSystemUser => true,
            // Who asks Altinn for events needs no subscription.
            Self::Subscribe => !profile.events.is_polled(),
            Self::SendTest | Self::ReceiveTest | Self::Unsubscribe => true,
            Self::PublishResource | Self::PublishPolicy | Self::RegisterOwner | Self::ConfigureResource => true,
            Self::Admit | Self::RestrictResource => true,
        }
    }

    /// Whether the deed is offered to this role.
    #[must_use]
    pub const fn is_for(self, role: Role) -> bool {
        match (self, role) {
            (Self::MakeKey | Self::PostKey | Self::RotateKey | Self::RetireKey, _) => true,
            (Self::AskScopes | Self::Subscribe | Self::Unsubscribe, _) => true,
            (Self::PublishResource | Self::PublishPolicy, role) => matches!(role, Role::ServiceOwner),
            (Self::RegisterOwner | Self::ConfigureResource | Self::Admit | Self::RestrictResource, role) => {
                matches!(role, Role::ServiceOwner)
            }
            (Self::SendTest, Role::Sender | Role::ServiceOwner) | (Self::ReceiveTest, Role::Recipient) => true,
            (Self::SendTest, Role::Recipient) | (Self::ReceiveTest, Role::Sender | Role::ServiceOwner) => false,
            (Self::AskCounterpart | Self::AskAccess | Self::AskApprover, role) => !matches!(role, Role::ServiceOwner),
            (Self::RegisterSystem | Self::UpdateSystem | Self::AskSystemUser | Self::ChangeSystemUser, role) => {
                !matches!(role, Role::ServiceOwner)
            }
        }
    }
}

/// The user's choices for one deed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeedOptions {
    /// A file to send instead of a made-up one.
    pub file: Option<PathBuf>,
    /// The size of a file to make up and send.
    pub size: Option<FileSize>,
    /// Whether a new transfer begins although one is begun and can be gone on with.
    pub anew: bool,
    /// A transfer to fetch even if it is not a marked test.
    pub transfer: Option<Uuid>,
    /// Whether to confirm the fetched file.
    pub confirm: bool,
    /// The kid of the key that is to go.
    pub kid: Option<String>,
    /// The subscription that is to go.
    pub subscription: Option<i64>,
    /// Who shall be on the access list.
    pub add: Vec<OrgNumber>,
    /// Who shall not be on it any more.
    pub remove: Vec<OrgNumber>,
    /// For a letter.
    pub letter: LetterOptions,
    /// What the user has agreed to, from the preview.
    pub agreed: Agreed,
}

impl DeedOptions {
    /// Whether the user has said which of several things goes.
    #[must_use]
    pub const fn names_one(&self) -> bool {
        self.kid.is_some() || self.subscription.is_some()
    }

    /// The same, with this one of several things to go.
    #[must_use]
    pub fn with_one(self, deed: DeedId, id: &str) -> Self {
        match deed {
            DeedId::Unsubscribe => Self { subscription: id.parse().ok(), ..self },
            _ => Self { kid: Some(id.to_owned()), ..self },
        }
    }

    /// Reads who shall be on a list and who shall not, as typed: numbers between commas, those to take off with a minus before them.
    ///
    /// # Errors
    /// Why one of them is no organisation number.
    pub fn whom(text: &str) -> Result<Self, Invalid> {
        let mut options = Self::default();
        for part in text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
            match part.strip_prefix(['-', '\u{2212}', '\u{2013}']) {
                Some(number) => options.remove.push(number.parse()?),
                None => options.add.push(part.parse()?),
            }
        }
        Ok(options)
    }
}

/// What the user saw and typed before a deed is done. A deed that finds something else by then stops.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Agreed {
    /// The ids of things made elsewhere that the user typed.
    pub ids: Vec<String>,
    /// What lay at the service and is replaced.
    pub seen: Option<String>,
}

impl Agreed {
    /// Whether the user was shown something else than what lies there now.
    #[must_use]
    pub fn saw_other(&self, now: &str) -> bool {
        self.seen.as_deref().is_some_and(|seen| seen != now)
    }

    /// Whether the user typed this id.
    #[must_use]
    pub fn names(&self, id: &str) -> bool {
        self.ids.iter().any(|typed| typed == id)
    }
}

/// What a deed would do, shown before it is done.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    pub deed: DeedId,
    /// Sentences about the deed, in the order to show them.
    pub says: Vec<DeedMessage>,
    /// The requests it would make: method and address.
    pub requests: Vec<(String, String)>,
    /// The requests that have a body, each with the body as indented JSON. They contain no secrets.
    pub bodies: Vec<(String, String)>,
    /// Labels (ids under `preview` in `deeds.ftl`) with their values.
    pub rows: Vec<(&'static str, Value)>,
    /// What lies at a service and is replaced by it, line by line: what stays, what goes, what is new.
    pub changes: Vec<ChangeLine>,
    /// What the user must type before it is done, in this order.
    pub must_type: Vec<MustType>,
    /// The letter that it writes.
    pub letter: Option<Box<Letter>>,
    /// What lies at the service and is replaced, as text, so that the deed can tell whether it is the same when it is done.
    pub seen: Option<String>,
    /// Those of which the deed takes one, if there are several. None of them is taken where the user must choose.
    pub candidates: Vec<Candidate>,
}

/// One of several things of which a deed takes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// A kid, or the number of a subscription.
    pub id: String,
    pub about: CandidateAbout,
    /// Whether it is the one that is taken if the user chooses none.
    pub is_taken: bool,
}

/// What a candidate is recognised by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CandidateAbout {
    /// When a key ends. None if that is not known.
    Ends(Option<Timestamp>),
    /// The webhook of a subscription.
    LeadsTo(String),
}

impl Preview {
    /// A preview of a deed for this profile, which says this. In production the profile's name is to be typed.
    #[must_use]
    pub fn new(deed: DeedId, profile: &Profile, says: Vec<DeedMessage>) -> Self {
        let must_type = if profile.environment.is_production() { vec![MustType::ProfileName] } else { Vec::new() };
        Self {
            deed,
            says,
            requests: Vec::new(),
            bodies: Vec::new(),
            rows: Vec::new(),
            changes: Vec::new(),
            must_type,
            letter: None,
            seen: None,
            candidates: Vec::new(),
        }
    }

    /// Whether nothing is done before the user has chosen one of several.
    #[must_use]
    pub fn lacks_choice(&self) -> bool {
        !self.candidates.is_empty() && !self.candidates.iter().any(|candidate| candidate.is_taken)
    }

    /// What is agreed to by doing the deed after this preview.
    #[must_use]
    pub fn agreed(&self) -> Agreed {
        let ids = self.must_type.iter().filter_map(|must| match must {
            MustType::Id(id) => Some(id.clone()),
            MustType::ProfileName => None,
        });
        Agreed { ids: ids.collect(), seen: self.seen.clone() }
    }
}

/// What the user types to say that a deed is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MustType {
    /// The profile's name, in production.
    ProfileName,
    /// The id of a thing that the journal does not know, so that it was made elsewhere.
    Id(String),
}

impl MustType {
    /// What is to be typed, for a profile of this name.
    #[must_use]
    pub fn word<'a>(&'a self, profile: &'a str) -> &'a str {
        match self {
            Self::ProfileName => profile,
            Self::Id(id) => id,
        }
    }
}

crate::choice! {
    /// What becomes of one part of a thing that is replaced.
    pub enum ChangeKind {
        Stays = "stays",
        Added = "added",
        Goes = "goes",
    }
}

/// One line of what a deed changes at a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeLine {
    pub kind: ChangeKind,
    /// The part: a kid, a right, a client id.
    pub what: String,
    /// When it ends by itself.
    pub until: Option<Timestamp>,
}

impl ChangeLine {
    /// A line about a part that does not end by itself.
    pub fn new(kind: ChangeKind, what: impl Into<String>) -> Self {
        Self { kind, what: what.into(), until: None }
    }
}

/// How far a file on its way is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    /// Bytes so far.
    pub done: u64,
    /// Bytes in total.
    pub total: u64,
    /// Bytes a second, over the last seconds. None until that can be told.
    pub rate: Option<u64>,
}

impl Moved {
    /// How long the rest takes at this rate, in seconds. None where nothing moves, or nothing is left.
    #[must_use]
    pub fn left(&self) -> Option<u64> {
        let rate = self.rate.filter(|rate| *rate > 0)?;
        let left = self.total.saturating_sub(self.done);
        (left > 0).then(|| left.div_ceil(rate))
    }
}

/// The progress of a deed.
#[derive(Debug, Clone, PartialEq)]
pub enum DeedProgress {
    Started(DeedMessage),
    /// The latest phase is done.
    Done {
        /// The result of the phase.
        message: DeedMessage,
        took_ms: u64,
    },
    /// How far the file of the current phase is.
    Moved(Moved),
    /// The deed has made something. This is the evidence from now on; whoever gets it stores it at once, so that a kill loses
    /// nothing.
    Recorded(Box<Evidence>),
    /// The deed gives an answer to a field, such as the kid of the key that it has made. Whoever gets it keeps it at once.
    Answered {
        field: FieldId,
        text: String,
    },
    /// The journal has this entry now. It is on disk already.
    Noted(Box<Entry>),
}

/// The result of a deed that was done.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Sentences about what now exists, with its id, and what comes next.
    pub says: Vec<DeedMessage>,
    /// A page that somebody must open next.
    pub link: Option<Link>,
    /// The evidence, with what the deed has made.
    pub evidence: Evidence,
}

/// The result of a deed that stopped.
#[derive(Debug, Clone, PartialEq)]
pub struct Stopped {
    /// What is wrong, and what to do.
    pub message: DeedMessage,
    /// The service's own code, such as `BRO-00006`.
    pub code: Option<String>,
    /// The evidence, with what the deed had made before it stopped.
    pub evidence: Evidence,
}
