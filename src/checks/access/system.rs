//! `access.system`: the system is registered, with our resource and our client in it.

use super::system_user_token::not_proven;
use crate::checks::context::{CheckContext, REGISTER};
use crate::checks::judgement::{CheckResult, Judgement, Stop, row};
use crate::journey::{Cause, FieldId, Mark, Message, Row};
use crate::services::{RegisteredSystem, Token};
use crate::values::{ClientId, ResourceId, SystemId};

/// A vendor may have many systems; the finding lists at most this many.
const MOST_SHOWN: usize = 20;

pub(in crate::checks) async fn system(context: &CheckContext<'_>) -> CheckResult {
    let resource = context.resource_id()?;
    let client = context.profile().client.id.as_ref().ok_or(Stop::Missing(FieldId::ClientId))?;
    let proven = context.connection.granted(&context.acting()?).await.ok();
    let proven = proven.and_then(|token| token.claims.system_user).map(|user| user.system_id);
    if let Some(contradicted) = proven.as_deref().and_then(|proven| contradicted(context.profile().system.id.as_ref(), proven)) {
        return Ok(contradicted);
    }
    let Some(token) = context.exchanged_if_granted(REGISTER).await? else {
        // Without the scope we may not read the register. A token for the system user then proves the system; without that token
        // either, the system user's check reports the cause.
        return match proven {
            Some(system) => Ok(Judgement::pass(Message::SystemProven { system })),
            None => not_proven(context).await,
        };
    };
    let Some(id) = context.system_id().await? else {
        return Ok(Judgement::needs_you(Message::SystemNone).with_rows(own_systems(context, &token).await));
    };
    let judged = match context.connection.services.system(&token, &id).await {
        Ok(found) => judge(found.as_ref(), &id, resource, client),
        Err(problem) if problem.cause() == Some(Cause::ScopeMissing) => {
            Judgement::needs_you(Message::SystemNotYours { system: id.clone() }).with_code(problem.code())
        }
        // The register did not answer, but the token proves the system, so `never_fail` below turns this into a pass.
        Err(_) if proven.is_some() => Judgement::needs_you(Message::SystemNone),
        Err(problem) => return Err(Stop::Problem(problem)),
    };
    Ok(match proven {
        Some(system) => never_fail(judged, system),
        None if matches!(judged.message, Message::SystemMissing { .. } | Message::SystemNotYours { .. }) => {
            judged.with_rows(own_systems(context, &token).await)
        }
        None => judged,
    })
}

/// The systems registered by our client's owner, offered as answers.
async fn own_systems(context: &CheckContext<'_>, token: &Token) -> Vec<Row> {
    let ours = context.connection.services.systems(token).await.unwrap_or_default();
    let ours = ours.into_iter().filter(|system| !system.deleted).take(MOST_SHOWN);
    ours.map(|system| row(Mark::Skipped, system.id, Message::RowYourSystem)).collect()
}

fn judge(found: Option<&RegisteredSystem>, id: &SystemId, resource: &ResourceId, client: &ClientId) -> Judgement {
    let system = id.clone();
    match found {
        None => Judgement::needs_you(Message::SystemMissing { system }).with_code(Some("http-404".to_owned())),
        Some(found) if found.deleted => Judgement::needs_you(Message::SystemDeleted { system }),
        Some(found) if !found.resources.iter().any(|id| id.eq_ignore_ascii_case(resource.as_str())) => {
            Judgement::needs_you(Message::SystemWithoutResource { system, resource: resource.clone() })
        }
        Some(found) if !found.clients.contains(client) => {
            Judgement::needs_you(Message::SystemWithoutClient { system, client: client.clone() })
        }
        Some(_) => Judgement::pass(Message::SystemGood { system }),
    }
}

/// The judgement of an answered id where the token is for another system. The token works, so nothing but the answer is wrong.
fn contradicted(answered: Option<&SystemId>, proven: &str) -> Option<Judgement> {
    let answered = answered.filter(|answered| !answered.as_str().eq_ignore_ascii_case(proven))?;
    Some(Judgement::needs_you(Message::SystemOther { answered: answered.clone(), system: proven.to_owned() }))
}

/// A token for the system user proves that the system works, so a complaint from the register must not fail the check.
fn never_fail(judged: Judgement, system: String) -> Judgement {
    if judged.verdict.lets_through() { judged } else { Judgement::pass(Message::SystemProven { system }) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::Verdict;
    use crate::values::Names;

    const CLIENT: &str = "7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11";

    fn outcome(found: Option<RegisteredSystem>) -> (Verdict, &'static str) {
        let judged = "991825827_files".parse().ok().zip("acme-files".parse().ok()).zip(CLIENT.parse().ok());
        let judged = judged.map(|((id, resource), client)| judge(found.as_ref(), &id, &resource, &client));
        judged.map_or((Verdict::Unknown, "not parsed"), |judged| (judged.verdict, judged.message.id()))
    }

    #[test]
    fn registered_with_the_resource_and_our_client() {
        let good = RegisteredSystem {
            id: "991825827_files".to_owned(),
            names: Names::default(),
            resources: vec!["acme-files".to_owned()],
            clients: CLIENT.parse().into_iter().collect(),
            deleted: false,
        };
        assert_eq!(outcome(Some(good.clone())), (Verdict::Pass, "system-good"));
        assert_eq!(outcome(None), (Verdict::NeedsYou, "system-missing"));
        assert_eq!(outcome(Some(RegisteredSystem { deleted: true, ..good.clone() })), (Verdict::NeedsYou, "system-deleted"));
        let without = RegisteredSystem { resources: Vec::new(), ..good.clone() };
        assert_eq!(outcome(Some(without)), (Verdict::NeedsYou, "system-without-resource"));
        assert_eq!(outcome(Some(RegisteredSystem { clients: Vec::new(), ..good })), (Verdict::NeedsYou, "system-without-client"));
    }

    #[test]
    fn an_answer_that_the_token_contradicts_is_said() {
        let answered: SystemId = "991825827_old".parse().unwrap_or_else(|invalid| unreachable!("{invalid:?}"));
        let judged = contradicted(Some(&answered), "991825827_files");
        assert_eq!(judged.map(|judged| (judged.verdict, judged.message.id())), Some((Verdict::NeedsYou, "system-other")));
        assert!(contradicted(Some(&answered), "991825827_OLD").is_none());
        assert!(contradicted(None, "991825827_files").is_none());
    }

    #[test]
    fn what_the_token_proves_never_fails() {
        let judged = never_fail(Judgement::needs_you(Message::SystemNone), "991825827_files".to_owned());
        assert_eq!((judged.verdict, judged.message.id()), (Verdict::Pass, "system-proven"));
    }
}
