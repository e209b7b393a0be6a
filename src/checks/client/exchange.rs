//! `client.exchange`: Altinn takes Maskinporten's token and makes its own of it.

use crate::checks::asking::Asking;
use crate::checks::grants::{self, Reply};
use crate::checks::judged::{Asked, Judged, Stop};
use crate::checks::problem::{is_the_gateways, said};
use crate::checks::tokens::TokenProblem;
use crate::journey::{CheckId, Message};
use crate::services::{Grant, Problem, Token};

pub(in crate::checks) async fn exchange(asking: &Asking<'_>) -> Asked {
    let grant = any_grant(asking).await?;
    judge(asking.connection.exchanged(&grant).await)
}

/// The first scope that there is a token for; `client.scopes` tells why there is none.
pub(super) async fn any_grant(asking: &Asking<'_>) -> Result<Grant, Stop> {
    let answers = grants::all(asking.connection).await;
    let granted = answers.iter().find(|answer| matches!(answer.answer, Reply::Yes(_)));
    granted.map(|answer| asking.connection.plain(&answer.scope)).ok_or(Stop::Because(CheckId::ClientScopes))
}

fn judge(answer: Result<Token, TokenProblem>) -> Asked {
    match answer {
        Ok(_) => Ok(Judged::pass(Message::Exchanged)),
        Err(TokenProblem::NoClient) => Err(Stop::Because(CheckId::ClientToken)),
        Err(TokenProblem::Grant(problem)) => Err(Stop::Told { by: CheckId::ClientToken, problem }),
        Err(TokenProblem::Exchange(problem)) if is_the_gateways(&problem) => Err(Stop::Problem(problem)),
        Err(TokenProblem::Exchange(Problem::Refused(refusal))) if refusal.status == 401 => {
            let code = refusal.code.clone().unwrap_or_else(|| "http-401".to_owned());
            Ok(Judged::fail(Message::ExchangeRefused).with_code(Some(code)).with_rows(said(&refusal)))
        }
        Err(TokenProblem::Exchange(problem)) => Err(Stop::Problem(problem)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::grants::samples::{refusal, token};
    use crate::journey::Verdict;

    #[test]
    fn a_401_is_a_failure_and_trouble_at_altinn_is_not() {
        let refused = |status| judge(Err(TokenProblem::Exchange(Problem::Refused(refusal(status, None, None)))));
        assert_eq!(judge(Ok(token())).map(|judged| judged.verdict), Ok(Verdict::Pass));
        assert_eq!(refused(401).map(|judged| (judged.verdict, judged.message.id())), Ok((Verdict::Fail, "exchange-refused")));
        assert!(matches!(refused(503), Err(Stop::Problem(_))));
    }
}
