//! `client.scopes`: each scope of the role is on the client. The finding has one row for each scope.

use crate::checks::AdminUse;
use crate::checks::connection::Propagation;
use crate::checks::context::CheckContext;
use crate::checks::grants::{self, ScopeAnswer, ScopeReply};
use crate::checks::judgement::{CheckResult, Judgement, Stop, answer, row};
use crate::checks::problem::said;
use crate::checks::tokens::TokenProblem;
use crate::journey::{ChainQuestion, CheckId, Mark, Message, Need, OLD_SCOPE, Row, Verdict, Who};
use crate::services::{Problem, Refusal};
use crate::values::Scope;
use jiff::Timestamp;

pub(in crate::checks) async fn scopes(context: &CheckContext<'_>) -> CheckResult {
    let portal = context.self_service();
    let recent = context.connection.client_changed_lately(context.now);
    let asked = context.profile().scopes_requested.is_some();
    let judged = judge(&grants::all(context.connection).await, asked, recent, context.now)?.with_link(portal);
    let judged = with_old_scope(judged, on_client(context).await);
    if !matches!(judged.message, Message::ScopesMissing { .. }) {
        return Ok(judged);
    }
    // MP-200 comes both for a scope that nobody has added to the client and for one that was never granted. An admin client is told
    // which, and then `key.scopes` says so.
    if context.connection.admin_token(AdminUse::Read).await.is_err() {
        return Ok(judged.with_asked(vec![answer(ChainQuestion::ScopeGranted, Mark::Unknown, Message::AnswerGrantUntold)]));
    }
    Ok(context.board.blamed(CheckId::KeyScopes).await.map_or(judged, Judgement::needs))
}

/// The scopes of our client, as the admin client sees them. Empty where nobody may look.
async fn on_client(context: &CheckContext<'_>) -> Vec<String> {
    let Ok(token) = context.connection.admin_token(AdminUse::Read).await else { return Vec::new() };
    let clients = context.connection.services.own_clients(&token).await.unwrap_or_default();
    let ours = clients.into_iter().find(|client| Some(&client.id) == context.profile().client.id.as_ref());
    ours.map(|client| client.scopes).unwrap_or_default()
}

/// A scope of the old documentation is a remark where all else is well, and a row in any case.
fn with_old_scope(judged: Judgement, on_client: Vec<String>) -> Judgement {
    if !on_client.iter().any(|scope| scope == OLD_SCOPE) {
        return judged;
    }
    let rows = judged.rows.iter().cloned().chain([row(Mark::Warn, OLD_SCOPE, Message::RowScopeOld)]).collect();
    let judged = match judged.verdict {
        Verdict::Pass => Judgement::warn(Message::ScopesOld { scope: Scope::known(OLD_SCOPE) }).with_link(judged.link),
        Verdict::Warn | Verdict::NeedsYou | Verdict::Waiting(_) | Verdict::Fail | Verdict::Unknown | Verdict::Skipped(_) => judged,
    };
    judged.with_rows(rows)
}

/// `asked`: the user has written to the service desk, so that `key.scopes` says what comes next. `recent` is a change that a deed
/// of ours has made to the client in the last minutes.
fn judge(answers: &[ScopeAnswer], asked: bool, recent: Option<Propagation>, now: Timestamp) -> CheckResult {
    let mut rows: Vec<Row> = answers.iter().map(|answer| line(answer, now)).collect();
    let missing: Vec<&ScopeAnswer> = answers.iter().filter(|a| !matches!(a.answer, ScopeReply::Yes(_))).collect();
    let names = |need: Need| missing.iter().filter(|a| a.need == need).map(|a| a.scope.clone()).collect::<Vec<Scope>>();
    // The required scopes come first, so that the first one missing decides.
    let Some(first) = missing.first() else {
        return Ok(Judgement::pass(Message::ScopesAll { scopes: answers.iter().map(|a| a.scope.clone()).collect() }).with_rows(rows));
    };
    let judged = match (&first.answer, first.need) {
        (ScopeReply::Yes(_), _) => return Err(Stop::Because(CheckId::ClientToken)),
        (ScopeReply::NotTold(problem), _) => return not_told(problem),
        // `key.scopes` reports a scope that Altinn has not granted. Reporting it here too would show one cause twice.
        (ScopeReply::NotGranted(_), Need::Required) => Judgement::needs(CheckId::KeyScopes),
        (ScopeReply::NotOnClient(_), Need::Required) => match recent {
            Some(Propagation { since, until }) => {
                let message = Message::ScopesMissingYet { scopes: names(Need::Required), until };
                Judgement::waiting(Who::Propagation, Some(since), Some(until), message)
            }
            None if asked => Judgement::needs(CheckId::KeyScopes),
            None => Judgement::needs_you(Message::ScopesMissing {
                scopes: names(Need::Required),
                granted: answers.len() - missing.len(),
                all: answers.len(),
            }),
        },
        (ScopeReply::NotForMaskinporten(_), Need::Required) => {
            Judgement::needs_you(Message::ScopesWrongType { scopes: names(Need::Required) })
        }
        (ScopeReply::NotDelegated(_), Need::Required) => {
            Judgement::needs_you(Message::ScopesNotDelegated { scopes: names(Need::Required) })
        }
        (
            ScopeReply::NotGranted(_) | ScopeReply::NotOnClient(_) | ScopeReply::NotForMaskinporten(_) | ScopeReply::NotDelegated(_),
            Need::Wanted,
        ) => Judgement::warn(Message::ScopesWantedMissing { scopes: names(Need::Wanted) }),
    };
    rows.extend(refusal(&first.answer).map(said).unwrap_or_default());
    Ok(judged.with_code(refusal(&first.answer).and_then(|refusal| refusal.code.clone())).with_rows(rows))
}

fn not_told(problem: &TokenProblem) -> CheckResult {
    match problem {
        TokenProblem::NoClient => Err(Stop::Because(CheckId::ClientToken)),
        TokenProblem::Grant(problem) | TokenProblem::Exchange(problem) => match problem {
            Problem::Proxy { .. } | Problem::ProxyUnreadable { .. } | Problem::NoCertificates { .. } => Err(problem.clone().into()),
            Problem::Refused(_)
            | Problem::Unreachable { .. }
            | Problem::Foreign { .. }
            | Problem::GivenUp { .. }
            | Problem::TooOften { .. }
            | Problem::Local(_)
            | Problem::NotOurHost { .. } => Err(Stop::Told { by: CheckId::ClientToken, problem: problem.clone() }),
        },
    }
}

fn line(answer: &ScopeAnswer, now: Timestamp) -> Row {
    let message = match &answer.answer {
        ScopeReply::Yes(token) => {
            let expires_in = u64::try_from(token.expires_at.duration_since(now).as_secs()).unwrap_or(0);
            Message::RowScopeGranted { expires_in }
        }
        ScopeReply::NotOnClient(_) => Message::RowScopeMissing,
        ScopeReply::NotForMaskinporten(_) => Message::RowScopeWrongType,
        ScopeReply::NotGranted(_) => Message::RowScopeNotGranted,
        ScopeReply::NotDelegated(_) => Message::RowScopeNotDelegated,
        ScopeReply::NotTold(_) => Message::RowScopeNotTold,
    };
    let mark = match (&answer.answer, answer.need) {
        (ScopeReply::Yes(_), _) => Mark::Pass,
        (ScopeReply::NotTold(_), _) => Mark::Unknown,
        (_, Need::Required) => Mark::NeedsYou,
        (_, Need::Wanted) => Mark::Warn,
    };
    row(mark, answer.scope.as_str(), message)
}

fn refusal(answer: &ScopeReply) -> Option<&Refusal> {
    match answer {
        ScopeReply::NotOnClient(refusal)
        | ScopeReply::NotForMaskinporten(refusal)
        | ScopeReply::NotGranted(refusal)
        | ScopeReply::NotDelegated(refusal) => Some(refusal),
        ScopeReply::Yes(_) | ScopeReply::NotTold(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::grants::samples::{refused_grant, scope, token};
    use crate::journey::{Skip, Verdict};

    const EPOCH: Timestamp = Timestamp::UNIX_EPOCH;

    fn outcome(answers: &[ScopeAnswer]) -> (Verdict, Option<String>, Vec<Mark>) {
        let Ok(judged) = judge(answers, false, None, EPOCH) else { return (Verdict::Unknown, None, Vec::new()) };
        (judged.verdict, judged.code, judged.rows.iter().map(|row| row.mark).collect())
    }

    fn sender(required: ScopeReply, wanted: ScopeReply) -> [ScopeAnswer; 2] {
        [scope("altinn:broker.write", Need::Required, required), scope("altinn:events.subscribe", Need::Wanted, wanted)]
    }

    fn refused(code: &str) -> Refusal {
        refused_grant(Some(code), None)
    }

    #[test]
    fn a_scope_of_the_old_documentation_is_a_remark_and_never_the_accusation() {
        let old = || vec![OLD_SCOPE.to_owned()];
        let good = [scope("altinn:broker.write", Need::Required, ScopeReply::Yes(token()))];
        let bad = [scope("altinn:broker.write", Need::Required, ScopeReply::NotOnClient(refused("MP-200")))];
        let told = |answers: &[ScopeAnswer], on_client: Vec<String>| {
            let judged = judge(answers, false, None, EPOCH).map(|judged| with_old_scope(judged, on_client));
            judged.map(|judged| (judged.message.id(), judged.rows.iter().any(|row| row.message == Message::RowScopeOld)))
        };
        assert_eq!(told(&good, old()), Ok(("scopes-old", true)));
        assert_eq!(told(&bad, old()), Ok(("scopes-missing", true)));
        assert_eq!(told(&good, vec!["altinn:broker.write".to_owned()]), Ok(("scopes-all", false)));
    }

    #[test]
    fn all_granted_passes_with_one_line_a_scope() {
        let found = outcome(&sender(ScopeReply::Yes(token()), ScopeReply::Yes(token())));
        assert_eq!(found, (Verdict::Pass, None, vec![Mark::Pass, Mark::Pass]));
    }

    #[test]
    fn a_required_scope_needs_you_and_a_wanted_one_is_a_warning() {
        let required = outcome(&sender(ScopeReply::NotOnClient(refused("MP-200")), ScopeReply::Yes(token())));
        assert_eq!(required, (Verdict::NeedsYou, Some("MP-200".to_owned()), vec![Mark::NeedsYou, Mark::Pass]));
        let wanted = outcome(&sender(ScopeReply::Yes(token()), ScopeReply::NotOnClient(refused("MP-200"))));
        assert_eq!(wanted, (Verdict::Warn, Some("MP-200".to_owned()), vec![Mark::Pass, Mark::Warn]));
    }

    #[test]
    fn each_refusal_has_its_own_reason() {
        let id =
            |answer: ScopeReply| judge(&sender(answer, ScopeReply::Yes(token())), false, None, EPOCH).map(|judged| judged.message.id());
        assert_eq!(id(ScopeReply::NotOnClient(refused("MP-200"))), Ok("scopes-missing"));
        assert_eq!(id(ScopeReply::NotForMaskinporten(refused("MP-201"))), Ok("scopes-wrong-type"));
        assert_eq!(id(ScopeReply::NotDelegated(refused("MP-251"))), Ok("scopes-not-delegated"));
    }

    #[test]
    fn a_scope_that_is_not_granted_is_reported_in_step_1_only() {
        let (verdict, _, _) = outcome(&sender(ScopeReply::NotGranted(refused("MP-250")), ScopeReply::Yes(token())));
        assert_eq!(verdict, Verdict::Skipped(Skip::Needs { check: CheckId::KeyScopes }));
    }

    #[test]
    fn once_the_desk_is_asked_step_1_says_what_comes_next() {
        let answers = sender(ScopeReply::NotOnClient(refused("MP-200")), ScopeReply::Yes(token()));
        let judged = judge(&answers, true, None, EPOCH).map(|judged| judged.verdict);
        assert_eq!(judged, Ok(Verdict::Skipped(Skip::Needs { check: CheckId::KeyScopes })));
    }

    #[test]
    fn the_services_own_words_are_shown() {
        let refused = refused_grant(Some("MP-200"), Some("invalid scopes for client"));
        let judged = judge(&sender(ScopeReply::NotOnClient(refused), ScopeReply::Yes(token())), false, None, EPOCH);
        let rows = judged.map(|judged| judged.rows).unwrap_or_default();
        assert!(rows.iter().any(|row| matches!(&row.message, Message::RowServiceSays { words } if words == "invalid scopes for client")));
    }

    #[test]
    fn within_ten_minutes_of_a_change_of_ours_it_may_still_be_on_its_way() {
        let answers = sender(ScopeReply::NotOnClient(refused("MP-200")), ScopeReply::Yes(token()));
        let judged = judge(&answers, false, Some(Propagation { since: EPOCH, until: Timestamp::MAX }), EPOCH).map(|judged| judged.verdict);
        assert!(matches!(judged, Ok(Verdict::Waiting(waiting)) if waiting.on == Who::Propagation));
    }
}
