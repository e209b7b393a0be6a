//! Letters to the people who must act: who gets them, what they ask for, and the numbers that the receiver needs. The words are made
//! in `text`. The program sends none of them.

use super::{
    Acting, CheckId, ContactAnswers, DeedId, Entry, Environment, Evidence, FieldId, Finding, Journal, JournalPlace, Mark, Message, Profile,
    Role, Who, scopes,
};
use crate::values::{Link, MailAddress, OrgNumber, ResourceId, Scope};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// The address of Altinn's service desk (facts platform A.4 and H).
const DESK: &str = "servicedesk@altinn.no";

/// Every organisation may have this one, so nobody grants it (contract 3).
const OPEN_TO_ALL: &str = "altinn:events.subscribe";

/// How long a letter may stay unanswered before a reminder is offered.
pub const LETTER_AGE: SignedDuration = SignedDuration::from_hours(7 * 24);

crate::choice! {
    /// The letters, by their receiver.
    pub enum LetterKind {
        /// To Altinn's service desk, which grants scopes.
        Scopes = "scopes",
        /// To the service owner, who lets organisations in.
        Access = "access",
        /// To the approver of the system user.
        Approver = "approver",
        /// To whoever must send or fetch a test file.
        Counterpart = "counterpart",
    }
}

impl LetterKind {
    /// The deed that writes it.
    #[must_use]
    pub const fn deed(self) -> DeedId {
        match self {
            Self::Scopes => DeedId::AskScopes,
            Self::Access => DeedId::AskAccess,
            Self::Approver => DeedId::AskApprover,
            Self::Counterpart => DeedId::AskCounterpart,
        }
    }

    /// The letter that a deed writes. None for the other deeds.
    #[must_use]
    pub fn of(deed: DeedId) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.deed() == deed)
    }

    /// Who gets it from this role.
    #[must_use]
    pub const fn receiver(self, role: Role) -> Who {
        match (self, role) {
            (Self::Scopes, _) => Who::ServiceDesk,
            (Self::Access, _) => Who::ServiceOwner,
            (Self::Approver, _) => Who::Approver,
            (Self::Counterpart, Role::Recipient) => Who::Sender,
            (Self::Counterpart, Role::Sender | Role::ServiceOwner) => Who::Recipient,
        }
    }

    /// The field that holds the day on which it was sent. The journal alone knows when a counterpart was asked.
    #[must_use]
    pub const fn field(self) -> Option<FieldId> {
        match self {
            Self::Scopes => Some(FieldId::ScopesRequested),
            Self::Access => Some(FieldId::AccessRequested),
            Self::Approver => Some(FieldId::ApprovalRequested),
            Self::Counterpart => None,
        }
    }

    /// Whether it was sent and waits for its answer: as the user says, or as the journal has it.
    #[must_use]
    pub fn is_asked(self, profile: &Profile, journal: &Journal) -> bool {
        match self.field() {
            Some(field) => profile.answer(field).is_some(),
            None => journal.asked(profile, self.deed()).is_some(),
        }
    }

    /// When it was sent, or last reminded of.
    #[must_use]
    pub fn last_sent(self, profile: &Profile, journal: &Journal) -> Option<Timestamp> {
        let noted = journal.latest(profile, self.deed()).map(|entry| entry.at);
        let answered = || {
            let day: Date = profile.answer(self.field()?)?.parse().ok()?;
            Some(day.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp())
        };
        noted.or_else(answered)
    }

    /// The same for the finding of a check, where this role writes such letters.
    #[must_use]
    pub fn for_check(check: CheckId, findings: &[Finding], role: Role) -> Option<Self> {
        let finding = findings.iter().find(|finding| finding.check == check)?;
        Self::for_message(&finding.message).filter(|kind| kind.deed().is_for(role))
    }

    /// The letter that a finding asks for, or that it waits for an answer to.
    #[must_use]
    pub fn for_message(message: &Message) -> Option<Self> {
        match message {
            Message::SystemUserWaits { .. } => Some(Self::Approver),
            Message::ScopesNotGranted { .. }
            | Message::ScopesAsked { .. }
            | Message::ScopesToAdd { .. }
            | Message::ScopesWantedNotGranted { .. }
            | Message::ScopesMissing { .. } => Some(Self::Scopes),
            Message::PolicyLacks { .. }
            | Message::PolicyPlaceholder { .. }
            | Message::ResourceNotDelegable { .. }
            | Message::ListNoAccess { .. } => Some(Self::Access),
            Message::TransferNoneReceived => Some(Self::Counterpart),
            _ => None,
        }
    }
}

/// What the receiver is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LetterNeed {
    Scopes(Vec<Scope>),
    /// Access to the resource.
    Access,
    /// Rules of the policy for these actions.
    Rules(Vec<String>),
    /// To publish the resource again, because its policy still has the template's `[org]`.
    Publish,
    /// To let rights to the resource be given to system users.
    Delegable,
    /// To approve the system user, on this page if it is known.
    Approval(Option<Link>),
    /// To send a test file.
    TestFile,
    /// To fetch this test file, if it was sent already.
    Download(Option<Uuid>),
}

/// Where a letter goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LetterAddress {
    Mail(MailAddress),
    /// The page that the Resource Registry names as the owner's contact.
    Page(Link),
    /// The contact that the Resource Registry names, such as a telephone number.
    Other(String),
}

/// One letter, without its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    pub kind: LetterKind,
    pub need: LetterNeed,
    /// None until the user names one.
    pub to: Option<LetterAddress>,
    /// The day of the letter that this one reminds of.
    pub reminds_of: Option<Date>,
    pub role: Role,
    pub acting: Acting,
    pub environment: Environment,
    /// The organisation that sends, receives or owns.
    pub organisation: Option<OrgNumber>,
    /// The owner of the client, if it is another organisation.
    pub vendor: Option<OrgNumber>,
    pub resource: Option<ResourceId>,
    pub system: Option<String>,
    pub system_user: Option<String>,
    pub contact: ContactAnswers,
}

/// What a letter is made from.
#[derive(Debug, Clone, Copy)]
pub struct LetterGround<'a> {
    pub profile: &'a Profile,
    /// Those that stand for the answers.
    pub findings: &'a [Finding],
    pub journal: &'a Journal,
    /// The test transfer that was sent or fetched last.
    pub transfer: Option<Uuid>,
}

crate::choice! {
    /// What the user has done, or heard, about a letter.
    pub enum LetterAct {
        Sent = "sent",
        Reminded = "reminded",
        /// The receiver has said no.
        Refused = "refused",
    }
}

/// The user's choices for a letter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LetterOptions {
    /// Where it goes, if the user names an address.
    pub to: Option<MailAddress>,
    /// None for a letter that is sent for the first time.
    pub act: Option<LetterAct>,
    /// Why the receiver has said no.
    pub reason: Option<String>,
}

impl Letter {
    /// The scopes that it asks for. None where it asks for something else.
    #[must_use]
    pub fn scopes(&self) -> &[Scope] {
        match &self.need {
            LetterNeed::Scopes(scopes) => scopes,
            LetterNeed::Access
            | LetterNeed::Rules(_)
            | LetterNeed::Publish
            | LetterNeed::Delegable
            | LetterNeed::Approval(_)
            | LetterNeed::TestFile
            | LetterNeed::Download(_) => &[],
        }
    }

    /// Writes a letter of this kind.
    ///
    /// # Errors
    /// The answer without which the receiver cannot do what is asked.
    pub fn new(kind: LetterKind, ground: LetterGround<'_>, options: &LetterOptions) -> Result<Self, FieldId> {
        let profile = ground.profile;
        if let Some(missing) = kind.deed().missing(profile) {
            return Err(missing);
        }
        let reminds = options.act == Some(LetterAct::Reminded);
        let need = need(kind, ground, reminds);
        let typed = options.to.clone().map(LetterAddress::Mail);
        let first = ground.journal.asked(profile, kind.deed()).map(|entry| entry.at);
        let reminds_of = || kind.field().and_then(|field| profile.answer(field)?.parse().ok()).or_else(|| first.map(day));
        Ok(Self {
            kind,
            need,
            to: typed.or_else(|| address(kind, ground)),
            reminds_of: reminds.then(reminds_of).flatten(),
            role: profile.role,
            acting: profile.acting,
            environment: profile.environment.clone(),
            organisation: profile.organisation.clone(),
            vendor: profile.client.owner.clone().filter(|owner| Some(owner) != profile.organisation.as_ref()),
            resource: profile.resource.clone(),
            system: profile.system.id.as_ref().map(ToString::to_string).or_else(|| found(ground.findings, system_in)),
            system_user: found(ground.findings, system_user_in),
            contact: profile.contact.clone(),
        })
    }

    /// The address, if it is one of mail.
    #[must_use]
    pub const fn mail(&self) -> Option<&MailAddress> {
        match &self.to {
            Some(LetterAddress::Mail(address)) => Some(address),
            Some(LetterAddress::Page(_) | LetterAddress::Other(_)) | None => None,
        }
    }
}

/// The day of a moment where the fewest people are surprised by it: in UTC.
fn day(at: Timestamp) -> Date {
    at.to_zoned(jiff::tz::TimeZone::UTC).date()
}

fn need(kind: LetterKind, ground: LetterGround<'_>, reminds: bool) -> LetterNeed {
    match kind {
        LetterKind::Scopes => LetterNeed::Scopes(scopes_to_grant(ground, reminds)),
        LetterKind::Access => found(ground.findings, owners_task).unwrap_or(LetterNeed::Access),
        LetterKind::Approver => LetterNeed::Approval(approval_page(ground)),
        LetterKind::Counterpart => match ground.profile.role {
            Role::Recipient => LetterNeed::TestFile,
            Role::Sender | Role::ServiceOwner => LetterNeed::Download(ground.transfer),
        },
    }
}

/// Each scope that somebody must grant, but for those that are known to be granted. Where the answers have come to need more since the
/// last letter, a new one asks for those, and a reminder for what it reminds of.
fn scopes_to_grant(ground: LetterGround<'_>, reminds: bool) -> Vec<Scope> {
    let all = to_grant(ground.profile);
    let is_new = |scope: &Scope| ground.unasked_scopes().contains(scope);
    let of_this_letter: Vec<Scope> = match (ground.unasked_scopes().is_empty(), reminds) {
        (true, _) => all.clone(),
        (false, true) => all.iter().filter(|scope| !is_new(scope)).cloned().collect(),
        (false, false) => all.iter().filter(|scope| is_new(scope)).cloned().collect(),
    };
    let open: Vec<Scope> = of_this_letter.iter().filter(|scope| !is_granted(scope, ground.findings)).cloned().collect();
    [open, of_this_letter].into_iter().find(|scopes| !scopes.is_empty()).unwrap_or(all)
}

/// The scopes that somebody must grant.
fn to_grant(profile: &Profile) -> Vec<Scope> {
    scopes(profile).into_iter().map(|wanted| wanted.scope).filter(|scope| scope.as_str() != OPEN_TO_ALL).collect()
}

fn is_granted(scope: &Scope, findings: &[Finding]) -> bool {
    let mut rows = findings.iter().filter(|finding| finding.check == CheckId::KeyScopes).flat_map(|finding| &finding.evidence);
    rows.any(|row| row.mark == Mark::Pass && row.subject == scope.as_str())
}

/// The scopes that the answers need and that no letter has asked for, though one was sent. Empty where nobody knows what it asked for.
pub(super) fn unasked_scopes(profile: &Profile, journal: &Journal) -> Vec<Scope> {
    let is_letter = |entry: &&Entry| entry.deed == DeedId::AskScopes && entry.stands() && entry.is_of(profile);
    let letters: Vec<&Entry> = journal.entries.iter().filter(is_letter).collect();
    if profile.scopes_requested.is_none() || letters.is_empty() || letters.iter().any(|letter| letter.scopes.is_empty()) {
        return Vec::new();
    }
    to_grant(profile).into_iter().filter(|scope| letters.iter().all(|letter| !letter.scopes.contains(scope))).collect()
}

impl<'a> LetterGround<'a> {
    /// The ground of these answers, with what is known of their connection.
    #[must_use]
    pub fn of(profile: &'a Profile, findings: &'a [Finding], journal: &'a Journal, evidence: &Evidence) -> Self {
        let transfer = evidence.transfer.as_ref().map(|transfer| transfer.id).filter(|_| profile.role != Role::Recipient);
        Self { profile, findings, journal, transfer }
    }

    /// What is written now: the letter, or a reminder of it, unless the answers have come to need more than it asked for.
    #[must_use]
    pub fn act(&self, kind: LetterKind) -> LetterAct {
        let grows = kind == LetterKind::Scopes && !self.unasked_scopes().is_empty();
        if kind.is_asked(self.profile, self.journal) && !grows { LetterAct::Reminded } else { LetterAct::Sent }
    }

    /// The scopes that the answers have come to need since the letter to the service desk, and that are not known to be granted.
    #[must_use]
    pub fn unasked_scopes(&self) -> Vec<Scope> {
        unasked_scopes(self.profile, self.journal).into_iter().filter(|scope| !is_granted(scope, self.findings)).collect()
    }
}

/// What only the service owner can mend.
fn owners_task(message: &Message) -> Option<LetterNeed> {
    match message {
        Message::PolicyLacks { actions, .. } => Some(LetterNeed::Rules(actions.clone())),
        Message::PolicyPlaceholder { .. } => Some(LetterNeed::Publish),
        Message::ResourceNotDelegable { .. } => Some(LetterNeed::Delegable),
        _ => None,
    }
}

/// The page on which the request for a system user is approved: as the finding has it, else as the journal kept it.
fn approval_page(ground: LetterGround<'_>) -> Option<Link> {
    let finding = ground.findings.iter().find(|finding| finding.check == CheckId::AccessSystemUser);
    let waits = finding.filter(|finding| matches!(finding.message, Message::SystemUserWaits { .. }));
    let of_ours = || {
        let ours = ground.journal.entries.iter().rev().filter(|entry| entry.is_of(ground.profile) && entry.stands());
        ours.filter(|entry| entry.place == JournalPlace::Authentication).find_map(|entry| entry.link.clone())
    };
    waits.and_then(|finding| finding.link.clone()).or_else(of_ours)
}

/// The address that is known without the user: the desk's, the owner's, or the one that an earlier letter went to.
fn address(kind: LetterKind, ground: LetterGround<'_>) -> Option<LetterAddress> {
    let earlier = ground.journal.entries.iter().rev().filter(|entry| entry.deed == kind.deed() && entry.is_of(ground.profile));
    let earlier = earlier.filter_map(|entry| entry.made.parse().ok()).next();
    match kind {
        LetterKind::Scopes => earlier.or_else(|| DESK.parse().ok()).map(LetterAddress::Mail),
        LetterKind::Access => earlier.map(LetterAddress::Mail).or_else(|| owners_contact(ground.findings)),
        LetterKind::Approver | LetterKind::Counterpart => earlier.map(LetterAddress::Mail),
    }
}

/// The contact that the Resource Registry names for the resource.
fn owners_contact(findings: &[Finding]) -> Option<LetterAddress> {
    let finding = findings.iter().find(|finding| finding.check == CheckId::AccessResource)?;
    let row = finding.evidence.iter().find(|row| row.message == Message::RowContact)?;
    let text = row.subject.trim();
    let mail = text.parse().ok().map(LetterAddress::Mail);
    let page = || text.parse().ok().map(LetterAddress::Page);
    mail.or_else(page).or_else(|| (!text.is_empty()).then(|| LetterAddress::Other(text.to_owned())))
}

fn found<T>(findings: &[Finding], read: fn(&Message) -> Option<T>) -> Option<T> {
    findings.iter().find_map(|finding| read(&finding.message))
}

fn system_in(message: &Message) -> Option<String> {
    match message {
        Message::SystemProven { system } | Message::SystemUserTokenGood { system, .. } => Some(system.clone()),
        Message::SystemGood { system } => Some(system.to_string()),
        _ => None,
    }
}

fn system_user_in(message: &Message) -> Option<String> {
    match message {
        Message::SystemUserGood { user, .. } | Message::SystemUserProven { user, .. } => Some(user.clone()),
        _ => None,
    }
}
