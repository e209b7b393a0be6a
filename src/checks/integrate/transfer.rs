//! `integrate.transfer`: a marked test transfer went through. Looks at the one in the answers, else at the one this program sent or
//! fetched.

use crate::checks::access::lets_owner_in;
use crate::checks::context::CheckContext;
use crate::checks::judgement::{CheckResult, Judgement, Stop, row};
use crate::checks::mark;
use crate::checks::problem::said;
use crate::journey::{Cause, DeedId, Mark, Message, Profile, Role, Row, Who};
use crate::services::{FileTransfer, Grant, Problem, TransferStatus};
use crate::values::{FileSize, OrgNumber, Scope};
use jiff::{SignedDuration, Timestamp};
use tokio::join;

/// A transfer older than this still counts as proof, with a warning.
const OLD: SignedDuration = SignedDuration::from_hours(30 * 24);

/// The scope that a service owner reads its own transfer with.
const OWNERS_SCOPE: &str = "altinn:broker.write";

pub(in crate::checks) async fn transfer(context: &CheckContext<'_>) -> CheckResult {
    let role = context.profile().role;
    let grant = match role {
        Role::Sender | Role::Recipient => context.own()?,
        Role::ServiceOwner => match owners_grant(context).await? {
            Some(grant) => grant,
            None => return Ok(Judgement::not_applicable(Message::TransferAskOthers)),
        },
    };
    let recorded = context.evidence().transfer;
    let named = context.profile().transfer.id;
    let Some(id) = named.or(recorded.as_ref().map(|transfer| transfer.id)) else {
        return match role {
            Role::Recipient => waiting_test(context, &grant).await,
            Role::Sender | Role::ServiceOwner => Ok(Judgement::needs_you(none_yet(role))),
        };
    };
    let token = context.exchanged(&grant).await?;
    match context.connection.services.transfer(&token, id).await {
        Ok(transfer) => {
            if is_left_unconfirmed(context, &transfer) {
                let message = Message::TransferUnconfirmed { transfer: id.to_string() };
                return Ok(Judgement::needs_you(message).with_rows(rows(&transfer)));
            }
            let recorded_at = recorded.filter(|transfer| transfer.id == id).map(|transfer| transfer.at);
            Ok(match no_proof(&transfer, context.profile(), recorded_at.is_some()) {
                Some(message) => Judgement::needs_you(message).with_rows(rows(&transfer)),
                None => judge(&transfer, recorded_at, context.now),
            })
        }
        Err(Problem::Refused(refusal)) if refusal.cause == Cause::TransferUnknown => {
            Ok(Judgement::needs_you(Message::TransferGone { transfer: id.to_string() }).with_code(refusal.code))
        }
        Err(Problem::Refused(refusal)) if refusal.cause == Cause::NoAccess => {
            Ok(Judgement::needs_you(Message::TransferNotOurs { transfer: id.to_string() })
                .with_code(refusal.code.clone())
                .with_rows(said(&refusal)))
        }
        Err(problem) => Err(Stop::Problem(problem)),
    }
}

/// Whether a recipient's program was stopped before it could confirm this transfer: the journal has it still open.
fn is_left_unconfirmed(context: &CheckContext<'_>, transfer: &FileTransfer) -> bool {
    let id = transfer.id.to_string();
    let mut open = context.connection.journal.left_open(context.profile(), DeedId::ReceiveTest);
    transfer.status == TransferStatus::Published && open.any(|entry| entry.made == id)
}

/// How many of the newest transfers are looked at for the mark of a test: their details may be asked for fifteen times a minute.
const LOOKED_AT: usize = 3;

/// Whether a marked test waits for a recipient who has fetched none yet.
async fn waiting_test(context: &CheckContext<'_>, grant: &Grant) -> CheckResult {
    let organisation = context.organisation()?;
    let token = context.exchanged(grant).await?;
    let services = &context.connection.services;
    let ids = context.transfers(&token).await.map_err(Stop::Problem)?;
    for id in ids.into_iter().take(LOOKED_AT) {
        let transfer = services.transfer(&token, id).await.map_err(Stop::Problem)?;
        let is_for_us = transfer.recipients.iter().any(|one| one.organisation.as_ref() == Some(organisation));
        if is_for_us && transfer.status == TransferStatus::Published && mark::is_on(&transfer) && !is_confirmed_by(&transfer, organisation)
        {
            let sender = transfer.sender.parse::<OrgNumber>().map_or_else(|_| transfer.sender.clone(), |sender| sender.to_string());
            return Ok(Judgement::needs_you(Message::TransferTestWaits { transfer: transfer.id.to_string(), sender }));
        }
    }
    Ok(Judgement::needs_you(Message::TransferNoneReceived))
}

fn is_confirmed_by(found: &FileTransfer, organisation: &OrgNumber) -> bool {
    found.recipients.iter().any(|one| one.organisation.as_ref() == Some(organisation) && one.status == "DownloadConfirmed")
}

/// The grant that a service owner can send and fetch with: as its own organisation if the policy names that, else as a system user.
/// None if it can do neither.
async fn owners_grant(context: &CheckContext<'_>) -> Result<Option<Grant>, Stop> {
    let organisation = context.organisation()?;
    let scope = Scope::known(OWNERS_SCOPE);
    // The policy names the owner by its code, and the token has that code only with a service owner's scope (facts platform C.2).
    let own = Grant { scopes: vec![Scope::known("altinn:serviceowner"), scope.clone()], system_user: None };
    // The token is exchanged while the policy is read, to save time. The exchange is cached, so its result is used below.
    let (resource, rules, _) = join!(context.resource(), context.policy_rules(), context.exchanged(&own));
    let code = resource?.and_then(|resource| resource.owner_code);
    let rules = rules?.unwrap_or_default();
    let grant = if ["write", "read"].iter().any(|action| lets_owner_in(&rules, organisation, code.as_deref(), action)) {
        Some(own)
    } else {
        context.connection.acting(&scope).filter(|_| context.profile().system.id.is_some())
    };
    let Some(grant) = grant else { return Ok(None) };
    match context.connection.granted(&grant).await {
        Err(problem) if problem.is_about_the_scope() => Ok(None),
        Ok(_) | Err(_) => Ok(Some(grant)),
    }
}

const fn none_yet(role: Role) -> Message {
    match role {
        Role::Sender => Message::TransferNone,
        Role::Recipient => Message::TransferNoneReceived,
        Role::ServiceOwner => Message::TransferNoneOwner,
    }
}

/// Why a transfer proves nothing about these answers, whatever its status. A transfer that the user names may be any that the
/// organisation can see.
fn no_proof(found: &FileTransfer, profile: &Profile, is_recorded: bool) -> Option<Message> {
    let transfer = || found.id.to_string();
    if let Some(resource) = profile.resource.as_ref().filter(|resource| !found.resource.eq_ignore_ascii_case(resource.as_str())) {
        return Some(Message::TransferOfOtherResource { transfer: transfer(), resource: resource.clone() });
    }
    let organisation = profile.organisation.as_ref()?;
    match profile.role {
        Role::Sender if found.sender.parse().as_ref() != Ok(organisation) => {
            Some(Message::TransferOfOtherSender { transfer: transfer(), organisation: organisation.clone() })
        }
        Role::Recipient if !is_recorded && !is_fetched_by(found, organisation) => {
            Some(Message::TransferNotFetched { transfer: transfer() })
        }
        Role::Sender | Role::Recipient | Role::ServiceOwner => None,
    }
}

fn is_fetched_by(found: &FileTransfer, organisation: &OrgNumber) -> bool {
    let ours = found.recipients.iter().find(|recipient| recipient.organisation.as_ref() == Some(organisation));
    ours.is_some_and(|ours| matches!(ours.status.as_str(), "DownloadStarted" | "DownloadConfirmed"))
}

fn judge(found: &FileTransfer, recorded_at: Option<Timestamp>, now: Timestamp) -> Judgement {
    let at = recorded_at.or(found.created).or(found.status_changed).unwrap_or(now);
    let transfer = found.id.to_string();
    let judged = match found.status {
        TransferStatus::Published | TransferStatus::AllConfirmedDownloaded | TransferStatus::Purged => {
            if now.duration_since(at) > OLD {
                Judgement::warn(Message::TransferOld { at })
            } else {
                through(found.status, at)
            }
        }
        TransferStatus::UploadProcessing => Judgement::waiting(Who::AltinnBroker, found.status_changed, None, Message::TransferProcessing),
        TransferStatus::Initialized | TransferStatus::UploadStarted => Judgement::needs_you(Message::TransferNotUploaded { transfer }),
        TransferStatus::Cancelled | TransferStatus::Failed => {
            Judgement::fail(Message::TransferFailed { reason: found.status_text.clone() })
        }
    };
    judged.with_rows(rows(found))
}

fn through(status: TransferStatus, at: Timestamp) -> Judgement {
    Judgement::pass(match status {
        TransferStatus::AllConfirmedDownloaded => Message::TransferConfirmed { at },
        TransferStatus::Purged => Message::TransferPurged { at },
        TransferStatus::Published
        | TransferStatus::Initialized
        | TransferStatus::UploadStarted
        | TransferStatus::UploadProcessing
        | TransferStatus::Cancelled
        | TransferStatus::Failed => Message::TransferPublished { at },
    })
}

fn rows(found: &FileTransfer) -> Vec<Row> {
    let itself = row(Mark::Pass, found.id.to_string(), Message::RowTransfer { file: found.file_name.clone(), size: FileSize(found.size) });
    let recipients = found.recipients.iter().filter_map(|recipient| {
        let confirmed = recipient.status == "DownloadConfirmed";
        let mark = if confirmed { Mark::Pass } else { Mark::Waiting };
        let message = match recipient.status.as_str() {
            "DownloadConfirmed" => Message::RowRecipientConfirmed,
            "DownloadStarted" => Message::RowRecipientStarted,
            _ => Message::RowRecipientNotYet,
        };
        Some(row(mark, recipient.organisation.as_ref()?.to_string(), message))
    });
    std::iter::once(itself).chain(recipients).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::{Environment, FieldId, Verdict};
    use crate::services::RecipientStatus;
    use jiff::ToSpan;
    use std::collections::BTreeMap;
    use uuid::Uuid;

    fn sample(status: TransferStatus) -> FileTransfer {
        FileTransfer {
            id: Uuid::nil(),
            resource: "smart-files".to_owned(),
            file_name: "test.bin".to_owned(),
            reference: "broker-setup-test-1".to_owned(),
            checksum: None,
            size: 65_536,
            status,
            status_text: "Malware scan failed: Malicious".to_owned(),
            status_changed: Some(Timestamp::UNIX_EPOCH),
            expires: None,
            created: Some(Timestamp::UNIX_EPOCH),
            sender: "0192:991825827".to_owned(),
            recipients: Vec::new(),
            properties: BTreeMap::new(),
        }
    }

    #[test]
    fn each_status_of_a_transfer() {
        let cases = [
            (TransferStatus::Published, "pass", "transfer-published"),
            (TransferStatus::AllConfirmedDownloaded, "pass", "transfer-confirmed"),
            (TransferStatus::Purged, "pass", "transfer-purged"),
            (TransferStatus::UploadProcessing, "waiting", "transfer-processing"),
            (TransferStatus::Initialized, "needs-you", "transfer-not-uploaded"),
            (TransferStatus::UploadStarted, "needs-you", "transfer-not-uploaded"),
            (TransferStatus::Failed, "fail", "transfer-failed"),
            (TransferStatus::Cancelled, "fail", "transfer-failed"),
        ];
        for (status, verdict, id) in cases {
            let judged = judge(&sample(status), None, Timestamp::UNIX_EPOCH);
            assert_eq!((judged.verdict.name(), judged.message.id()), (verdict, id), "{status}");
        }
    }

    #[test]
    fn a_transfer_proves_only_what_the_role_does_on_its_resource() {
        let profile = |role: Role| {
            let mut profile = Profile::new(role, Environment::SANDBOX);
            assert_eq!(profile.set(FieldId::Organisation, "991825827"), Ok(()));
            assert_eq!(profile.set(FieldId::Resource, "smart-files"), Ok(()));
            profile
        };
        let id =
            |found: &FileTransfer, role: Role, is_recorded: bool| no_proof(found, &profile(role), is_recorded).map(|message| message.id());
        let ours = sample(TransferStatus::Published);
        assert_eq!(id(&ours, Role::Sender, false), None);
        let elsewhere = FileTransfer { resource: "other-files".to_owned(), ..ours.clone() };
        for role in Role::ALL {
            assert_eq!(id(&elsewhere, *role, true), Some("transfer-of-other-resource"), "{role}");
        }
        let to_us = |status: &str| {
            let recipient = RecipientStatus { organisation: "991825827".parse().ok(), status: status.to_owned() };
            FileTransfer { sender: "0192:310400203".to_owned(), recipients: vec![recipient], ..ours.clone() }
        };
        assert_eq!(id(&to_us("Initialized"), Role::Sender, false), Some("transfer-of-other-sender"));
        assert_eq!(id(&to_us("Initialized"), Role::Recipient, false), Some("transfer-not-fetched"));
        assert_eq!(id(&to_us("Initialized"), Role::Recipient, true), None);
        assert_eq!(id(&to_us("DownloadConfirmed"), Role::Recipient, false), None);
    }

    #[test]
    fn old_proof_is_a_warning_and_never_less() {
        let later = Timestamp::UNIX_EPOCH.checked_add((24 * 31).hours()).unwrap_or(Timestamp::MAX);
        let judged = judge(&sample(TransferStatus::Purged), None, later);
        assert_eq!((judged.verdict, judged.message.id()), (Verdict::Warn, "transfer-old"));
    }
}
