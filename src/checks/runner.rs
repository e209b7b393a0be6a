//! The runner: every check of a plan at once.
//!
//! A check asks as soon as the tokens it asks with are there, not when the checks before it are judged: the services' answers
//! decide the wall time, and nothing else. What its needs came to decides only who is blamed.

use super::asking::Asking;
use super::board::Board;
use super::judged::{Asked, Judged, Stop};
use super::{Connection, Progress, Run, access, client, events, integrate, key, problem, vendor};
use crate::journey::{CheckId, FieldId, Finding, Message, Plan, Planned, Skip, Verdict};
use futures_util::FutureExt;
use futures_util::future::{Either, join_all, select};
use jiff::Timestamp;
use std::panic::AssertUnwindSafe;
use std::pin::pin;
use std::time::Instant;
use tokio::sync::mpsc;

/// Runs the checks of a plan. Findings are told as they land; dropping the future cancels everything under way.
pub async fn run(connection: &Connection, plan: &Plan, progress: mpsc::UnboundedSender<Progress>) -> Run {
    let board = Board::new(plan);
    let asking = Asking::new(connection, &board, Timestamp::now());
    let findings = join_all(plan.checks.iter().map(|planned| answer(&asking, planned, &progress))).await;
    Run { findings, evidence: asking.evidence() }
}

async fn answer(asking: &Asking<'_>, planned: &Planned, progress: &mpsc::UnboundedSender<Progress>) -> Finding {
    let check = planned.check;
    // Nobody listens any more: the run's own result still holds every finding.
    let tell = |news| drop(progress.send(news));
    let (judged, took) = match &planned.skip {
        Some(skip) => (set_aside(asking, check, skip), 0),
        None => {
            tell(Progress::Started(check));
            timed(asking, check).await
        }
    };
    asking.board.post(check, judged.verdict.clone());
    let finding = Finding {
        check,
        outcome: judged.verdict,
        message: judged.message,
        code: judged.code,
        link: judged.link,
        checked_at: Timestamp::now(),
        took_ms: took,
        evidence: judged.rows,
    };
    tell(Progress::Found(Box::new(finding.clone())));
    finding
}

/// Asks, and measures from when the last need was there: what others waited for is in their own times.
async fn timed(asking: &Asking<'_>, check: CheckId) -> (Judged, u64) {
    let begun = Instant::now();
    let blamed = pin!(blamed(asking, check));
    let asked = pin!(AssertUnwindSafe(settled(asking, check)).catch_unwind());
    let (outcome, took) = match select(blamed, asked).await {
        Either::Left((Some(root), _)) => return (Judged::needs(root), 0),
        Either::Left((None, asked)) => {
            let free = Instant::now();
            (asked.await, free.elapsed())
        }
        Either::Right((outcome, blamed)) => {
            let took = begun.elapsed();
            match blamed.await {
                Some(root) => return (Judged::needs(root), 0),
                None => (outcome, took),
            }
        }
    };
    let judged = outcome.unwrap_or_else(|_| Judged::unknown(Message::CheckBroke));
    match judged.verdict {
        Verdict::Skipped(_) => (judged, 0),
        Verdict::Pass | Verdict::Warn | Verdict::NeedsYou | Verdict::Waiting(_) | Verdict::Fail | Verdict::Unknown => {
            (judged, u64::try_from(took.as_millis()).unwrap_or(u64::MAX))
        }
    }
}

/// Who is to blame, if a need does not let this check through.
async fn blamed(asking: &Asking<'_>, check: CheckId) -> Option<CheckId> {
    for need in check.needs(asking.profile().role) {
        if gates(check, *need)
            && let Some(root) = asking.board.blamed(*need).await
        {
            return Some(root);
        }
    }
    None
}

/// Whether a need stops the check by itself. Those that do not are part of the run because the check looks at their tokens.
const fn gates(check: CheckId, need: CheckId) -> bool {
    !matches!(
        (check, need),
        (CheckId::KeyScopes | CheckId::ClientExchange, CheckId::ClientScopes)
            | (CheckId::AccessSystem | CheckId::AccessSystemUser, CheckId::AccessSystemUserToken)
            | (CheckId::EventsReceived, CheckId::EventsSubscription)
    )
}

async fn settled(asking: &Asking<'_>, check: CheckId) -> Judged {
    let asked = ask(asking, check).await.map_err(|stop| match stop {
        // The gateway stands before every service: what it refuses is told of once.
        Stop::Problem(problem) | Stop::Told { problem, .. } if problem::is_the_gateways(&problem) => {
            Stop::Told { by: CheckId::KeyGateway, problem }
        }
        stop => stop,
    });
    match asked {
        Ok(judged) => judged,
        Err(Stop::Problem(problem)) => problem::judge(&problem),
        Err(Stop::Because(other)) => Judged::needs(asking.board.blamed(other).await.unwrap_or(other)),
        Err(Stop::Missing(field)) => {
            let accuser = accuser(field);
            if accuser == check || !asking.board.contains(accuser) {
                Judged::needs_you(Message::FieldMissing { field: field.to_string() })
            } else {
                Judged::needs(asking.board.blamed(accuser).await.unwrap_or(accuser))
            }
        }
        Err(Stop::Told { by, problem }) if by != check => match asking.board.blamed(by).await {
            Some(root) => Judged::needs(root),
            None => problem::judge(&problem),
        },
        Err(Stop::Told { problem, .. }) => problem::judge(&problem),
    }
}

/// Which check asks the user for an answer; the others that lack it point to that one.
const fn accuser(field: FieldId) -> CheckId {
    match field {
        FieldId::ApiKey => CheckId::KeyGateway,
        FieldId::ClientKey | FieldId::ClientKid => CheckId::ClientKey,
        FieldId::ClientId => CheckId::ClientToken,
        FieldId::Resource => CheckId::AccessResource,
        FieldId::EventsEndpoint => CheckId::EventsEndpoint,
        FieldId::TransferRecipients | FieldId::TransferFile | FieldId::TransferId => CheckId::IntegrateTransfer,
        FieldId::Role
        | FieldId::Environment
        | FieldId::Acting
        | FieldId::Organisation
        | FieldId::ClientOwner
        | FieldId::ClientKeyPosted
        | FieldId::ScopesRequested
        | FieldId::SystemId
        | FieldId::SystemExternalRef
        | FieldId::EventsSetAside
        | FieldId::EventsTypes
        | FieldId::EventsReceivedByApplication => CheckId::ClientIdentity,
    }
}

async fn ask(asking: &Asking<'_>, check: CheckId) -> Asked {
    match check {
        CheckId::KeyReach => key::reach(asking).await,
        CheckId::KeyClock => key::clock(asking).await,
        CheckId::KeyGateway => key::gateway(asking).await,
        CheckId::KeyScopes => key::scopes(asking).await,
        CheckId::ClientKey => client::key(asking),
        CheckId::ClientToken => client::token(asking).await,
        CheckId::ClientScopes => client::scopes(asking).await,
        CheckId::ClientExchange => client::exchange(asking).await,
        CheckId::ClientIdentity => client::identity(asking).await,
        CheckId::AccessResource => access::resource(asking).await,
        CheckId::AccessPolicy => access::policy(asking).await,
        CheckId::AccessSystem => access::system(asking).await,
        CheckId::AccessSystemUser => access::system_user(asking).await,
        CheckId::AccessSystemUserToken => access::system_user_token(asking).await,
        CheckId::AccessServiceOwner => access::service_owner(asking).await,
        CheckId::AccessResourceConfig => access::resource_config(asking).await,
        CheckId::AccessMembers => access::members(asking).await,
        CheckId::IntegrateList => integrate::list(asking).await,
        CheckId::IntegrateTransfer => integrate::transfer(asking).await,
        CheckId::EventsEndpoint => events::endpoint(asking).await,
        CheckId::EventsSubscription => events::subscription(asking).await,
        CheckId::EventsValidated => events::validated(asking).await,
        CheckId::EventsReceived => events::received(asking).await,
    }
}

fn set_aside(asking: &Asking<'_>, check: CheckId, skip: &Skip) -> Judged {
    let judged = match skip {
        Skip::NotApplicable => Judged::not_applicable(Message::NotApplicable),
        Skip::Needs { check } => Judged::needs(*check),
        Skip::SetAside { reason, .. } => vendor::set_aside(asking.profile(), check, reason),
    };
    Judged { verdict: Verdict::Skipped(skip.clone()), ..judged }
}
