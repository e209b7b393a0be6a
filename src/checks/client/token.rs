//! `client.token`: Maskinporten knows the client and its key. A refused scope is no evidence against the client or its key, so it
//! does not fail this check.

use crate::checks::connection::{Propagation, TriedKeys};
use crate::checks::context::CheckContext;
use crate::checks::grants::{self, ScopeAnswer, ScopeReply};
use crate::checks::judgement::{CheckResult, Judgement, Stop, row};
use crate::checks::key::or_its_own_clock;
use crate::checks::problem::judge as judge_problem;
use crate::checks::tokens::TokenProblem;
use crate::journey::{Cause, FieldId, Mark, Message, Row, Verdict, Who};

pub(in crate::checks) async fn token(context: &CheckContext<'_>) -> CheckResult {
    let id = context.profile().client.id.as_ref().ok_or(Stop::Missing(FieldId::ClientId))?;
    let portal = context.self_service();
    let answers = grants::all(context.connection).await;
    let judged = judge(&answers, context.connection.client_changed_lately(context.now))?;
    let judged = match context.connection.tried_keys() {
        Some(tried) => with_the_key_that_fits(judged, tried),
        None => judged,
    };
    if judged.verdict.lets_through() {
        return Ok(judged);
    }
    let judged = match not_told(&answers) {
        Some(TokenProblem::Grant(problem)) => {
            or_its_own_clock(context, &context.connection.services.endpoints().maskinporten, problem, judged).await
        }
        Some(TokenProblem::NoClient | TokenProblem::Exchange(_)) | None => judged,
    };
    let mut judged = judged.with_link(portal);
    judged.rows.extend(row_elsewhere(&judged.message, || context.connection.client_elsewhere.profile()));
    if !id.is_uuid() {
        judged.rows.push(row(Mark::Warn, "", Message::RowClientIdUnusual));
    }
    Ok(judged)
}

/// Where else the client id stands, if Maskinporten does not know it here.
fn row_elsewhere(said: &Message, look: impl FnOnce() -> Option<String>) -> Option<Row> {
    let profile = if said.cause() == Some(Cause::ClientUnknown) { look()? } else { return None };
    Some(row(Mark::Warn, "", Message::RowClientIdElsewhere { profile }))
}

/// Says which of several keys Maskinporten takes, as far as its answers tell.
fn with_the_key_that_fits(mut judged: Judgement, tried: TriedKeys) -> Judgement {
    let TriedKeys { keys, fitting } = tried;
    match fitting {
        Some(place) if judged.verdict.lets_through() => judged.rows.push(row(Mark::Pass, "", Message::RowKeyFits { place, keys })),
        // Something else than the key stands in the way.
        Some(_) => {}
        None => judged.rows.push(row(Mark::Fail, "", Message::RowNoKeyFits { keys })),
    }
    judged
}

/// `recent` is a change that a deed of ours has made to the client in the last minutes.
fn judge(answers: &[ScopeAnswer], recent: Option<Propagation>) -> CheckResult {
    if answers.iter().any(|answer| matches!(answer.answer, ScopeReply::Yes(_))) {
        return Ok(Judgement::pass(Message::ClientKnown));
    }
    let problem = match not_told(answers) {
        None => return Ok(Judgement::warn(Message::ClientKnownKeyNotProven)),
        Some(TokenProblem::NoClient) => return Err(Stop::Missing(FieldId::ClientId)),
        Some(TokenProblem::Grant(problem) | TokenProblem::Exchange(problem)) if problem.is_on_the_way() || problem.is_no_answer() => {
            return Err(problem.clone().into());
        }
        Some(TokenProblem::Grant(problem) | TokenProblem::Exchange(problem)) => problem,
    };
    let judged = judge_problem(problem);
    if !problem.cause().is_some_and(Cause::may_be_on_its_way) {
        return Ok(judged);
    }
    Ok(match recent {
        Some(Propagation { since, until }) => {
            let waiting = Judgement::waiting(Who::Propagation, Some(since), Some(until), Message::ClientNotKnownYet { until });
            Judgement { code: judged.code, rows: judged.rows, ..waiting }
        }
        // Whether the answer is wrong or the client is only some minutes old, the user alone can tell.
        None => Judgement { verdict: Verdict::NeedsYou, ..judged },
    })
}

/// Why the first of the scopes that Maskinporten said nothing about is not told.
fn not_told(answers: &[ScopeAnswer]) -> Option<&TokenProblem> {
    answers.iter().find_map(|answer| match &answer.answer {
        ScopeReply::NotTold(problem) => Some(problem),
        ScopeReply::Yes(_)
        | ScopeReply::NotOnClient(_)
        | ScopeReply::NotForMaskinporten(_)
        | ScopeReply::NotGranted(_)
        | ScopeReply::NotDelegated(_) => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::grants::samples::{refused_grant, scope, token};
    use crate::journey::Need;
    use crate::services::Problem;
    use jiff::Timestamp;

    fn refused_with(code: Option<&str>, text: &str) -> Vec<ScopeAnswer> {
        let problem = TokenProblem::Grant(Problem::Refused(refused_grant(code, Some(text))));
        vec![scope("altinn:broker.write", Need::Required, ScopeReply::NotTold(problem))]
    }

    fn outcome(answers: &[ScopeAnswer], recent: Option<Propagation>) -> (Verdict, &'static str) {
        judge(answers, recent).map_or((Verdict::Unknown, "stopped"), |judged| (judged.verdict, judged.message.words()))
    }

    #[test]
    fn a_token_for_any_scope_proves_client_and_key() {
        let mp_200 = || ScopeReply::NotOnClient(refused_grant(Some("MP-200"), None));
        let answers = [scope("a", Need::Required, mp_200()), scope("b", Need::Wanted, ScopeReply::Yes(token()))];
        assert_eq!(outcome(&answers, None), (Verdict::Pass, "client-known"));
        assert_eq!(outcome(&[scope("a", Need::Required, mp_200())], None), (Verdict::Warn, "client-known-key-not-proven"));
    }

    #[test]
    fn every_refusal_of_client_or_key_fails_with_its_own_reason() {
        let lead = "Invalid assertion. Client authentication failed.";
        let cases = [
            (None, "Invalid JWT. The client requires pre-registered jwk and no key identifier (kid) provided", "client-no-kid"),
            (Some("MP-110"), "Invalid JWT claim aud", "client-audience"),
            (Some("MP-121"), "Expired key.", "client-key-expired"),
            (Some("MP-124"), "Invalid JWT signature", "client-wrong-key"),
            (None, "Invalid JWT signature", "client-wrong-key"),
            (Some("MP-130"), "JWT is expired", "client-clock"),
            (None, "Issue time is after now", "client-clock"),
            (Some("MP-120"), "The JWT is signed with an invalid certificate.", "client-certificate"),
            (Some("MP-012"), "Grant is used before", "client-replay"),
            (Some("MP-011"), "Invalid parameter value", "request-unreadable"),
            (Some("MP-999"), "Of tomorrow", "refused"),
        ];
        for (code, text, id) in cases {
            assert_eq!(outcome(&refused_with(code, &format!("{lead} {text} (trace_id: 00)")), None), (Verdict::Fail, id), "{text}");
        }
    }

    #[test]
    fn a_client_or_kid_that_is_not_known_is_for_the_user_to_compare() {
        let of = |code, text| outcome(&refused_with(code, text), None);
        assert_eq!(of(Some("MP-100"), "Client not found"), (Verdict::NeedsYou, "client-unknown"));
        assert_eq!(of(None, "Unknown key identifier (kid) for client."), (Verdict::NeedsYou, "client-unknown-kid"));
    }

    #[test]
    fn an_unknown_client_that_another_environments_profile_has_is_told_so() {
        let said = |code, text: &str| judge(&refused_with(code, text), None).map(|judged| judged.message);
        let told =
            |message: Message, profile: Option<&str>| row_elsewhere(&message, || profile.map(ToOwned::to_owned)).map(|row| row.message);
        let unknown = said(Some("MP-100"), "Client not found").unwrap_or_else(|stop| unreachable!("{stop:?}"));
        let key = said(Some("MP-121"), "Expired key").unwrap_or_else(|stop| unreachable!("{stop:?}"));
        let elsewhere = Message::RowClientIdElsewhere { profile: "in-test".to_owned() };
        assert_eq!(told(unknown.clone(), Some("in-test")), Some(elsewhere));
        assert_eq!((told(unknown, None), told(key, Some("in-test"))), (None, None));
    }

    #[test]
    fn a_cause_that_a_recent_change_of_ours_explains_is_waiting() {
        let recent = Some(Propagation { since: Timestamp::UNIX_EPOCH, until: Timestamp::MAX });
        let (verdict, _) = outcome(&refused_with(None, "Unknown key identifier (kid) for client."), recent);
        assert!(matches!(verdict, Verdict::Waiting(waiting) if waiting.on == Who::Propagation && waiting.until.is_some()));
        assert_eq!(outcome(&refused_with(Some("MP-121"), "Expired key"), recent).0, Verdict::Fail);
    }

    #[test]
    fn no_answer_is_unknown() {
        let silent = Problem::NotOurHost { host: "elsewhere".to_owned() };
        let answers = [scope("a", Need::Required, ScopeReply::NotTold(TokenProblem::Grant(silent)))];
        assert_eq!(outcome(&answers, None).0, Verdict::Unknown);
    }
}
