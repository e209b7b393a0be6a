//! Runs all checks of a plan in parallel.
//!
//! A check makes its calls as soon as it has the tokens for them; it does not wait until the checks it needs are done. So a run
//! takes only as long as the services take to answer. The verdicts of the checks it needs decide only which check is blamed.
//!
//! ```text
//!                         run
//!                          │ every check of the plan, side by side
//!          ┌───────────────┴───────────────────────────────────┐
//!   set aside, or does                                  Progress::Started
//!   not apply: nothing                       ┌─────────────────┴────────────────┐
//!   is asked                                ask                              blamed
//!          │                tokens and answers that other checks     each need that can skip it, read
//!          │                need too come from the context, asked    from the board as it is posted
//!          │                for once, by the first that needs them             │
//!          │                                 │                                  │
//!          │                     CheckResult: Judgement or Stop       the check with the cause, if any
//!          │                                 └─────────────────┬────────────────┘
//!          │                                                   │ another check has the cause: skipped, and the calls are dropped
//!          │                                                   │ a Stop: skipped for the check that reports it, or judged here
//!          │                                                   │ a panic: unknown
//!          └───────────────┬───────────────────────────────────┘
//!                      Judgement ──▶ board (for the checks that wait for it)
//!                          │
//!                       Finding ──▶ Progress::Found (for the front)
//!                          │
//!                         Run: all findings in the order of the plan, and the evidence
//! ```
//!
//! A part of a plan asks the next question by itself: where one of its checks fails, the questions of that check's chain are asked too,
//! and whoever else has the cause accuses in its place.
//!
//! Dropping the future of a run, at any point, drops every call under way with it.

use super::blame;
use super::board::{Board, Posted};
use super::context::CheckContext;
use super::judgement::{CheckResult, Judgement, Stop};
use super::{Connection, Progress, Run, access, client, events, integrate, key, letters, problem, vendor};
use crate::journey::{CheckId, FieldId, Finding, Fingerprint, Message, Plan, Planned, Skip, Verdict, asked_before, has_chain};
use futures_util::future::{Either, select};
use futures_util::stream::FuturesUnordered;
use futures_util::{FutureExt, StreamExt};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::panic::AssertUnwindSafe;
use std::pin::pin;
use std::time::Instant;
use tokio::sync::mpsc;

/// Runs the checks of a plan and sends each finding as soon as it is there. Dropping the future cancels all calls under way.
pub async fn run(connection: &Connection, plan: &Plan, progress: mpsc::UnboundedSender<Progress>) -> Run {
    let (board, mut led_to) = Board::new(plan);
    let context = CheckContext::new(connection, &board, Timestamp::now());
    let mut asked: FuturesUnordered<_> = plan.checks.iter().cloned().map(|planned| answer(&context, planned, &progress)).collect();
    let mut findings: Vec<Finding> = Vec::new();
    loop {
        tokio::select! {
            // In this order no question is left when the last check is done.
            biased;
            Some(check) = led_to.recv() => asked.push(answer(&context, Planned { check, skip: None }, &progress)),
            found = asked.next() => match found {
                Some(finding) => findings.push(finding),
                None => break,
            },
        }
    }
    findings.sort_unstable_by_key(|finding| finding.check);
    Run { findings, evidence: context.evidence() }
}

async fn answer(context: &CheckContext<'_>, planned: Planned, progress: &mpsc::UnboundedSender<Progress>) -> Finding {
    let check = planned.check;
    // The receiver may be gone. That is no error, since the run's result holds every finding too.
    let tell = |step| drop(progress.send(step));
    let (judged, took) = match &planned.skip {
        Some(skip) => (set_aside(context, check, skip), 0),
        None => {
            tell(Progress::Started(check));
            timed(context, check).await
        }
    };
    let judged = letters::with_letters(judged, context.connection);
    if has_chain(&judged.verdict) {
        asked_before(check, context.profile().role).iter().filter_map(|asked| asked.check()).for_each(|next| context.board.ask(next));
    }
    context.board.post(check, Posted { verdict: judged.verdict.clone(), message: judged.message.clone() });
    let finding = Finding {
        check,
        answers: Fingerprint::of(check, context.profile()),
        outcome: judged.verdict,
        message: judged.message,
        code: judged.code,
        link: judged.link,
        checked_at: Timestamp::now(),
        took_ms: took,
        evidence: judged.rows,
        asked: judged.asked,
    };
    tell(Progress::Found(Box::new(finding.clone())));
    finding
}

/// Runs a check and measures how long it took in milliseconds, from when the checks it needs were done: the time before that is
/// part of theirs.
async fn timed(context: &CheckContext<'_>, check: CheckId) -> (Judgement, u64) {
    let begun = Instant::now();
    let blamed = pin!(blamed(context, check));
    let asked = pin!(AssertUnwindSafe(settled(context, check)).catch_unwind());
    let (outcome, took) = match select(blamed, asked).await {
        Either::Left((Some(root), _)) => return (Judgement::needs(root), 0),
        Either::Left((None, asked)) => {
            let free = Instant::now();
            (asked.await, free.elapsed())
        }
        Either::Right((outcome, blamed)) => {
            let took = begun.elapsed();
            match blamed.await {
                Some(root) => return (Judgement::needs(root), 0),
                None => (outcome, took),
            }
        }
    };
    let judged = outcome.unwrap_or_else(|_| Judgement::unknown(Message::CheckBroke));
    match judged.verdict {
        Verdict::Skipped(_) => (judged, 0),
        Verdict::Pass | Verdict::Warn | Verdict::NeedsYou | Verdict::Waiting(_) | Verdict::Fail | Verdict::Unknown => {
            (judged, u64::try_from(took.as_millis()).unwrap_or(u64::MAX))
        }
    }
}

/// The check to blame, if one that this check needs did not pass.
async fn blamed(context: &CheckContext<'_>, check: CheckId) -> Option<CheckId> {
    for need in check.needs(context.profile().role) {
        if gates(check, *need)
            && let Some(root) = context.board.blamed(*need).await
        {
            return Some(root);
        }
    }
    None
}

/// Whether a failed need skips the check. The needs listed here do not: they are in the run because the check uses their tokens,
/// and it decides itself what their failure means.
const fn gates(check: CheckId, need: CheckId) -> bool {
    !matches!(
        (check, need),
        (CheckId::KeyScopes | CheckId::ClientExchange, CheckId::ClientScopes)
            | (CheckId::AccessSystem | CheckId::AccessSystemUser, CheckId::AccessSystemUserToken)
            | (CheckId::EventsReceived, CheckId::EventsSubscription)
    )
}

async fn settled(context: &CheckContext<'_>, check: CheckId) -> Judgement {
    let asked = ask(context, check).await;
    if let Err(Stop::Problem(problem) | Stop::Told { problem, .. }) = &asked
        && let Some(root) = blame::in_between(context, check, problem).await
    {
        return Judgement::needs(root);
    }
    let judged = match asked {
        Ok(judged) => judged,
        Err(Stop::Problem(problem)) => problem::judge(&problem),
        Err(Stop::Because(other)) => Judgement::needs(context.board.blamed(other).await.unwrap_or(other)),
        Err(Stop::Missing(field)) => {
            let asking = check_that_asks_for(field);
            if asking == check || !context.board.contains(asking) {
                Judgement::needs_you(missing(field))
            } else {
                Judgement::needs(context.board.blamed(asking).await.unwrap_or(asking))
            }
        }
        Err(Stop::Told { by, problem }) if by != check => match context.board.blamed(by).await {
            Some(root) => Judgement::needs(root),
            None => problem::judge(&problem),
        },
        Err(Stop::Told { problem, .. }) => problem::judge(&problem),
    };
    blame::once(context, check, judged).await
}

/// A key can be made here; every other answer is the user's own.
fn missing(field: FieldId) -> Message {
    let name = field.to_string();
    if field == FieldId::ClientKey { Message::KeyNotGiven { field: name } } else { Message::FieldMissing { field: name } }
}

/// The check that asks the user for a missing answer. Other checks that need the answer are skipped and point to this one.
const fn check_that_asks_for(field: FieldId) -> CheckId {
    match field {
        FieldId::Ca => CheckId::KeyReach,
        FieldId::ApiKey => CheckId::KeyGateway,
        FieldId::ClientAuth | FieldId::ClientCertificate | FieldId::ClientKey | FieldId::ClientKid | FieldId::ClientKeyPassword => {
            CheckId::ClientKey
        }
        FieldId::ClientId => CheckId::ClientToken,
        FieldId::Resource => CheckId::AccessResource,
        FieldId::EventsEndpoint => CheckId::EventsEndpoint,
        FieldId::PublishTitleNb
        | FieldId::PublishTitleNn
        | FieldId::PublishTitleEn
        | FieldId::PublishDescriptionNb
        | FieldId::PublishDescriptionNn
        | FieldId::PublishDescriptionEn
        | FieldId::PublishRightDescriptionNb
        | FieldId::PublishRightDescriptionNn
        | FieldId::PublishRightDescriptionEn => CheckId::AccessResource,
        FieldId::PolicyApprovers => CheckId::AccessPolicy,
        FieldId::BrokerMaxSize | FieldId::BrokerTimeToLive | FieldId::BrokerGrace | FieldId::BrokerPurge | FieldId::BrokerRequiredParty => {
            CheckId::AccessResourceConfig
        }
        FieldId::AccessListId => CheckId::AccessMembers,
        FieldId::TransferRecipients | FieldId::TransferFile | FieldId::TransferId => CheckId::IntegrateTransfer,
        FieldId::Role
        | FieldId::Environment
        | FieldId::Acting
        | FieldId::Organisation
        | FieldId::ClientOwner
        | FieldId::ClientKeyPosted
        | FieldId::AdminId
        | FieldId::AdminAuth
        | FieldId::AdminCertificate
        | FieldId::AdminKey
        | FieldId::AdminKid
        | FieldId::AdminKeyPassword
        | FieldId::ScopesRequested
        | FieldId::AccessRequested
        | FieldId::ApprovalRequested
        | FieldId::ContactName
        | FieldId::ContactEmail
        | FieldId::ContactPhone
        | FieldId::SystemId
        | FieldId::SystemExternalRef
        | FieldId::SystemNameNb
        | FieldId::SystemNameNn
        | FieldId::SystemNameEn
        | FieldId::SystemRedirectUrls
        | FieldId::PolicyOwnerActs
        | FieldId::PolicyAdmits
        | FieldId::EventsBy
        | FieldId::ListenPublicUrl
        | FieldId::VendorName
        | FieldId::VendorApprovedOn
        | FieldId::VendorTransferSeenOn
        | FieldId::EventsSetAside
        | FieldId::EventsTypes
        | FieldId::EventsReceivedByApplication => CheckId::ClientIdentity,
    }
}

async fn ask(context: &CheckContext<'_>, check: CheckId) -> CheckResult {
    match check {
        CheckId::KeyReach => key::reach(context).await,
        CheckId::KeyClock => key::clock(context).await,
        CheckId::KeyGateway => key::gateway(context).await,
        CheckId::KeyScopes => key::scopes(context).await,
        CheckId::ClientKey => client::key(context),
        CheckId::ClientToken => client::token(context).await,
        CheckId::ClientScopes => client::scopes(context).await,
        CheckId::ClientExchange => client::exchange(context).await,
        CheckId::ClientIdentity => client::identity(context).await,
        CheckId::AccessResource => access::resource(context).await,
        CheckId::AccessPolicy => access::policy(context).await,
        CheckId::AccessSystem => access::system(context).await,
        CheckId::AccessSystemUser => access::system_user(context).await,
        CheckId::AccessSystemUserToken => access::system_user_token(context).await,
        CheckId::AccessServiceOwner => access::service_owner(context).await,
        CheckId::AccessResourceConfig => access::resource_config(context).await,
        CheckId::AccessMembers => access::members(context).await,
        CheckId::IntegrateList => integrate::list(context).await,
        CheckId::IntegrateTransfer => integrate::transfer(context).await,
        CheckId::EventsEndpoint => events::endpoint(context).await,
        CheckId::EventsSubscription => events::subscription(context).await,
        CheckId::EventsValidated => events::validated(context).await,
        CheckId::EventsReceived => events::received(context).await,
    }
}

fn set_aside(context: &CheckContext<'_>, check: CheckId, skip: &Skip) -> Judgement {
    match skip {
        // Who leaves a check out of a run leaves it out of the plan.
        Skip::NotApplicable | Skip::ThisRun => Judgement::not_applicable(Message::NotApplicable),
        Skip::Needs { check } => Judgement::needs(*check),
        Skip::SetAside { reason, date } => {
            // The plan is made from the answers, which have no dates. The evidence knows when this one was given.
            let answered = || context.evidence().changed(&[FieldId::EventsSetAside]).map(|at| at.to_zoned(TimeZone::system()).date());
            vendor::set_aside(context.profile(), check, reason, date.or_else(answered))
        }
    }
}
