//! `integrate.list`: Broker accepts our token and answers about the resource.

use crate::checks::connection::Propagation;
use crate::checks::context::CheckContext;
use crate::checks::judgement::{CheckResult, Judgement, Stop, answer};
use crate::checks::problem::said;
use crate::checks::signer::signer;
use crate::journey::{Cause, ChainAnswer, ChainQuestion, CheckId, FieldId, JournalPlace, Mark, Message, Role, Who};
use crate::services::{AccessListMode, FileTransfer, Problem, Refusal};
use crate::values::{OrgNumber, ResourceId};
use uuid::Uuid;

/// If one of these answers, or what a deed made at one of the places, changed recently, Broker may not know it yet: policies, memberships and delegations are cached
/// (facts platform E.1).
const CHANGES: [FieldId; 5] = [FieldId::Organisation, FieldId::ClientId, FieldId::Resource, FieldId::SystemId, FieldId::SystemExternalRef];
/// Where deeds change the same: the system user that acts, and the resource with its policy and lists.
const PLACES: [JournalPlace; 2] = [JournalPlace::Authentication, JournalPlace::Registry];

pub(in crate::checks) async fn list(context: &CheckContext<'_>) -> CheckResult {
    match context.profile().role {
        Role::Sender | Role::Recipient => as_system_user(context).await,
        Role::ServiceOwner => as_owner(context).await,
    }
}

/// Asks for a random transfer first, which proves the token and its scope. The search follows only if that works, because it is
/// limited to ten calls a minute.
async fn as_system_user(context: &CheckContext<'_>) -> CheckResult {
    let resource = context.resource_id()?;
    let token = context.exchanged(&context.own()?).await?;
    let services = &context.connection.services;
    let answered = match token_taken(services.transfer(&token, Uuid::new_v4()).await) {
        Ok(()) => context.transfers(&token).await,
        Err(problem) => Err(problem),
    };
    match answered {
        Ok(found) => Ok(Judgement::pass(Message::ListAnswers { count: found.len() })),
        Err(Problem::Refused(refusal)) if refusal.cause == Cause::NoAccess => no_access(context, &refusal, resource).await,
        Err(problem) if problem.cause() == Some(Cause::TokenNotTaken) => {
            judge(problem).map(|judged| judged.with_asked(vec![signer(context, &token)]))
        }
        Err(problem) => judge(problem),
    }
}

/// Broker answers "no such transfer" to a random id only after it has accepted the token and its scope.
fn token_taken(answer: Result<FileTransfer, Problem>) -> Result<(), Problem> {
    match answer {
        Ok(_) => Ok(()),
        Err(problem) if problem.cause() == Some(Cause::TransferUnknown) => Ok(()),
        Err(problem) => Err(problem),
    }
}

/// Broker denies access. Blames the resource or its policy if their checks found something; otherwise the delegation, the access
/// list or Broker's own configuration is the cause.
async fn no_access(context: &CheckContext<'_>, refusal: &Refusal, resource: &ResourceId) -> CheckResult {
    for check in [CheckId::AccessResource, CheckId::AccessPolicy] {
        if let Some(root) = context.board.blamed(check).await {
            return Ok(Judgement::needs(root));
        }
    }
    let recent = context.connection.changed_lately(&CHANGES, &PLACES, context.now);
    let found = context.resource().await.ok().flatten();
    let asked = asked(found.map(|found| found.access_list_mode), context.organisation()?, recent);
    Ok(judge_no_access(refusal, resource.clone(), recent).with_asked(asked))
}

/// What is left to ask once the token, the resource and its policy are in order. Broker and the Resource Registry tell the first two to
/// the service owner alone.
fn asked(list: Option<AccessListMode>, party: &OrgNumber, recent: Option<Propagation>) -> Vec<ChainAnswer> {
    let configured = answer(ChainQuestion::ResourceConfigured, Mark::Unknown, Message::AnswerConfiguredUntold);
    let list = list.map(|mode| match mode {
        AccessListMode::Enabled => answer(ChainQuestion::AccessList, Mark::Unknown, Message::AnswerListUntold { party: party.clone() }),
        AccessListMode::Disabled => answer(ChainQuestion::AccessList, Mark::Pass, Message::AnswerListNone),
    });
    let changed = match recent {
        Some(Propagation { since, .. }) => answer(ChainQuestion::ChangedLately, Mark::Waiting, Message::AnswerChanged { at: since }),
        None => answer(ChainQuestion::ChangedLately, Mark::Pass, Message::AnswerUnchanged),
    };
    [Some(configured), list, Some(changed)].into_iter().flatten().collect()
}

fn judge_no_access(refusal: &Refusal, resource: ResourceId, recent: Option<Propagation>) -> Judgement {
    let judged = match recent {
        Some(Propagation { since, until }) => {
            Judgement::waiting(Who::Propagation, Some(since), Some(until), Message::ListNoAccessYet { resource, until })
        }
        None => Judgement::needs_you(Message::ListNoAccess { resource }),
    };
    judged.with_code(refusal.code.clone()).with_rows(said(refusal))
}

/// Refusals that are often mistaken for each other: of the token, of its scope, and of the Accept header.
fn judge(problem: Problem) -> CheckResult {
    let judged = match problem.cause() {
        Some(Cause::TokenNotTaken) => Judgement::fail(Message::ListTokenNotTaken),
        Some(Cause::ScopeMissing) => Judgement::needs_you(Message::ListScopeMissing),
        Some(Cause::NotAcceptable) => Judgement::fail(Message::ListNotAcceptable),
        Some(_) | None => return Err(Stop::Problem(problem)),
    };
    Ok(judged.with_code(problem.code()).with_rows(problem.refusal().map(said).unwrap_or_default()))
}

/// Uses the same two answers of Broker as step 3. If one is missing, its check in step 3 reports it.
async fn as_owner(context: &CheckContext<'_>) -> CheckResult {
    let (owner, config) = futures_util::future::join(context.service_owner(), context.resource_config()).await;
    if !matches!(owner, Ok(Some(_))) {
        return Err(unanswered(CheckId::AccessServiceOwner, owner.err()));
    }
    if !matches!(config, Ok(Some(_))) {
        return Err(unanswered(CheckId::AccessResourceConfig, config.err()));
    }
    Ok(Judgement::pass(Message::ListOwnerAnswers))
}

fn unanswered(by: CheckId, stop: Option<Stop>) -> Stop {
    match stop {
        Some(Stop::Problem(problem)) => Stop::Told { by, problem },
        Some(stop) => stop,
        None => Stop::Because(by),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::grants::samples::refusal;
    use crate::journey::{Service, Verdict};
    use jiff::Timestamp;

    fn broker(status: u16, code: Option<&str>, text: Option<&str>) -> Refusal {
        refusal(Service::Broker, status, code, text)
    }

    #[test]
    fn a_404_of_brokers_own_proves_the_token() {
        assert_eq!(token_taken(Err(Problem::Refused(broker(404, Some("BRO-00001"), None)))), Ok(()));
        assert!(token_taken(Err(Problem::Refused(broker(404, None, None)))).is_err());
    }

    #[test]
    fn each_refusal_has_its_own_message() {
        let cases = [
            (broker(401, None, None), Verdict::Fail, "list-token-not-taken"),
            (broker(403, None, None), Verdict::NeedsYou, "list-scope-missing"),
            (broker(406, None, Some("Supported Accept headers are: */*.")), Verdict::Fail, "list-not-acceptable"),
        ];
        for (refusal, verdict, id) in cases {
            assert_eq!(judge(Problem::Refused(refusal)).map(|judged| (judged.verdict, judged.message.id())), Ok((verdict, id)));
        }
        let often = Problem::TooOften { host: "platform".to_owned(), until: Timestamp::UNIX_EPOCH };
        assert_eq!(judge(often.clone()), Err(Stop::Problem(often)));
    }

    #[test]
    fn what_only_the_service_owner_is_told_stays_open_and_the_rest_is_answered() {
        let party: OrgNumber = "991825827".parse().unwrap_or_else(|invalid| unreachable!("{invalid:?}"));
        let marks = |list, recent| asked(list, &party, recent).iter().map(|answer| answer.mark).collect::<Vec<_>>();
        assert_eq!(marks(Some(AccessListMode::Disabled), None), [Mark::Unknown, Mark::Pass, Mark::Pass]);
        let recent = Some(Propagation { since: Timestamp::UNIX_EPOCH, until: Timestamp::MAX });
        assert_eq!(marks(Some(AccessListMode::Enabled), recent), [Mark::Unknown, Mark::Unknown, Mark::Waiting]);
        assert_eq!(marks(None, None), [Mark::Unknown, Mark::Pass], "a resource that could not be read says nothing of a list");
    }

    #[test]
    fn no_access_waits_only_right_after_a_change() {
        let resource: Result<ResourceId, _> = "acme-files".parse();
        let Ok(resource) = resource else { return };
        let refused = broker(401, Some("BRO-00006"), None);
        assert_eq!(judge_no_access(&refused, resource.clone(), None).verdict, Verdict::NeedsYou);
        let waiting =
            judge_no_access(&refused, resource, Some(Propagation { since: Timestamp::UNIX_EPOCH, until: Timestamp::MAX })).verdict;
        assert!(matches!(waiting, Verdict::Waiting(waiting) if waiting.on == Who::Propagation));
    }
}
