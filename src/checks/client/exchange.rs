//! `client.exchange`: Altinn exchanges Maskinporten's token for its own.

use crate::checks::context::CheckContext;
use crate::checks::grants::{self, ScopeReply};
use crate::checks::judgement::{CheckResult, Judgement, Stop};
use crate::checks::tokens::TokenProblem;
use crate::journey::{CheckId, Message};
use crate::services::{Grant, Token};

pub(in crate::checks) async fn exchange(context: &CheckContext<'_>) -> CheckResult {
    let grant = any_grant(context).await?;
    judge(context.connection.exchanged(&grant).await)
}

/// A grant for the first scope that Maskinporten issued a token for. If there is none, `client.scopes` reports why.
pub(super) async fn any_grant(context: &CheckContext<'_>) -> Result<Grant, Stop> {
    let answers = grants::all(context.connection).await;
    let granted = answers.iter().find(|answer| matches!(answer.answer, ScopeReply::Yes(_)));
    granted.map(|answer| context.connection.plain(&answer.scope)).ok_or(Stop::Because(CheckId::ClientScopes))
}

fn judge(answer: Result<Token, TokenProblem>) -> CheckResult {
    match answer {
        Ok(_) => Ok(Judgement::pass(Message::Exchanged)),
        Err(TokenProblem::NoClient) => Err(Stop::Because(CheckId::ClientToken)),
        Err(TokenProblem::Grant(problem)) => Err(Stop::Told { by: CheckId::ClientToken, problem }),
        Err(TokenProblem::Exchange(problem)) => Err(Stop::Problem(problem)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::grants::samples::{refusal, token};
    use crate::checks::problem;
    use crate::journey::{Service, Verdict};
    use crate::services::Problem;

    #[test]
    fn a_401_is_a_failure_and_trouble_at_altinn_is_not() {
        let refused = |status| match judge(Err(TokenProblem::Exchange(Problem::Refused(refusal(Service::Exchange, status, None, None))))) {
            Err(Stop::Problem(problem)) => problem::judge(&problem),
            other => unreachable!("{other:?}"),
        };
        assert_eq!(judge(Ok(token())).map(|judged| judged.verdict), Ok(Verdict::Pass));
        let judged = refused(401);
        assert_eq!((judged.verdict, judged.message.words(), judged.code.as_deref()), (Verdict::Fail, "exchange-refused", Some("http-401")));
        assert_eq!(refused(503).verdict, Verdict::Unknown);
    }
}
