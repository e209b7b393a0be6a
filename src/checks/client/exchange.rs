//! `client.exchange`: Altinn exchanges Maskinporten's token for its own.

use crate::checks::context::CheckContext;
use crate::checks::grants::{self, ScopeReply};
use crate::checks::judgement::{CheckResult, Judgement, Stop};
use crate::checks::key::or_its_own_clock;
use crate::checks::problem;
use crate::checks::signer::signer;
use crate::checks::tokens::TokenProblem;
use crate::journey::{Cause, ChainAnswer, CheckId, Message};
use crate::services::{Grant, Problem, Token};

pub(in crate::checks) async fn exchange(context: &CheckContext<'_>) -> CheckResult {
    let grant = any_grant(context).await?;
    let judged = judge(context.connection.exchanged(&grant).await);
    match (judged, context.connection.granted(&grant).await) {
        (Err(Stop::Problem(problem)), Ok(token)) if problem.cause() == Some(Cause::ExchangeRefused) => {
            let judged = refused(&problem, signer(context, &token));
            Ok(or_its_own_clock(context, &context.connection.services.endpoints().platform, &problem, judged).await)
        }
        (judged, _) => judged,
    }
}

/// Altinn takes no token of another environment's Maskinporten, and says no more than 401.
fn refused(problem: &Problem, signer: ChainAnswer) -> Judgement {
    let judged = match &signer.message {
        Message::AnswerSignedElsewhere { issuer, host } => {
            let message = Message::ExchangeOtherEnvironment { issuer: issuer.clone(), host: host.clone() };
            Judgement::fail(message).with_code(problem.code())
        }
        _ => problem::judge(problem),
    };
    judged.with_asked(vec![signer])
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
    use crate::checks::judgement::answer;
    use crate::journey::{ChainQuestion, Mark, Service, Verdict};

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

    #[test]
    fn a_401_says_whose_token_it_was_if_it_was_of_another_environment() {
        let problem = Problem::Refused(refusal(Service::Exchange, 401, None, None));
        let elsewhere =
            Message::AnswerSignedElsewhere { issuer: "https://test.maskinporten.no/".to_owned(), host: "platform.altinn.no".to_owned() };
        let of_ours = Message::AnswerSigned { issuer: "https://maskinporten.no/".to_owned() };
        for (message, mark, id) in [(elsewhere, Mark::NeedsYou, "exchange-other-environment"), (of_ours, Mark::Pass, "exchange-refused")] {
            let judged = super::refused(&problem, answer(ChainQuestion::TokenSigner, mark, message));
            assert_eq!((judged.verdict, judged.message.words(), judged.code.as_deref()), (Verdict::Fail, id, Some("http-401")));
            assert_eq!(judged.asked.len(), 1);
        }
    }
}
