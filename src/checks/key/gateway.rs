//! `key.gateway`: Altinn's gateway lets our requests through, with an API key if it asks for one.

use crate::checks::connection::ApiKey;
use crate::checks::context::CheckContext;
use crate::checks::judgement::{CheckResult, Judgement, row};
use crate::checks::secret;
use crate::journey::{FieldId, Mark, Message};
use crate::services::GatewayAnswer;
use futures_util::future::{Either, try_join};
use std::future::ready;

pub(in crate::checks) async fn gateway(context: &CheckContext<'_>) -> CheckResult {
    let services = &context.connection.services;
    let api_key = &context.connection.api_key;
    let with_key = match api_key {
        ApiKey::Held => Either::Left(async { services.ask_gateway(true).await.map(Some) }),
        ApiKey::None | ApiKey::Unreadable(_) => Either::Right(ready(Ok(None))),
    };
    let (without, with) = try_join(services.ask_gateway(false), Box::pin(with_key)).await?;
    let host = services.endpoints().platform.host_str().unwrap_or_default().to_owned();
    let judged = judge(without, with, api_key, host);
    if context.is_loopback() && without == GatewayAnswer::KeyMissing {
        let elsewhere = ["TT02", "production"].map(|name| row(Mark::Pass, name, Message::RowGatewayOpenToday));
        return Ok(judged.with_rows(elsewhere.to_vec()));
    }
    Ok(judged)
}

fn judge(without: GatewayAnswer, with: Option<GatewayAnswer>, api_key: &ApiKey, host: String) -> Judgement {
    match (without, with) {
        (GatewayAnswer::NoRoute, _) | (_, Some(GatewayAnswer::NoRoute)) => {
            Judgement::fail(Message::GatewayNoRoute { host }).with_code(Some("http-404".to_owned()))
        }
        // Every call carries the key, so that one which is refused is no better where none is needed.
        (_, Some(GatewayAnswer::KeyInvalid)) => refused(Judgement::fail(Message::GatewayKeyWrong)),
        (GatewayAnswer::Open, _) => match api_key {
            ApiKey::None => Judgement::pass(Message::GatewayOpen),
            ApiKey::Held => Judgement::pass(Message::GatewayOpenKeySent),
            ApiKey::Unreadable(problem) => Judgement::warn(secret::phrase(problem)),
        },
        (GatewayAnswer::KeyMissing | GatewayAnswer::KeyInvalid, Some(GatewayAnswer::Open)) => Judgement::pass(Message::GatewayKeyAccepted),
        (_, Some(GatewayAnswer::KeyMissing)) => refused(Judgement::fail(Message::GatewayKeyLost)),
        (GatewayAnswer::KeyMissing | GatewayAnswer::KeyInvalid, None) => match api_key {
            ApiKey::Unreadable(problem) => Judgement::needs_you(secret::phrase(problem)),
            ApiKey::None | ApiKey::Held => refused(Judgement::needs_you(Message::GatewayKeyMissing { field: FieldId::ApiKey.to_string() })),
        },
    }
}

fn refused(judged: Judgement) -> Judgement {
    judged.with_code(Some("http-401".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::Verdict;

    #[test]
    fn every_way_the_gateway_can_answer() {
        use GatewayAnswer::{KeyInvalid, KeyMissing, NoRoute, Open};
        let cases = [
            (Open, None, ApiKey::None, Verdict::Pass, "gateway-open"),
            (Open, Some(Open), ApiKey::Held, Verdict::Pass, "gateway-open-key-sent"),
            (Open, Some(KeyInvalid), ApiKey::Held, Verdict::Fail, "gateway-key-wrong"),
            (KeyMissing, Some(Open), ApiKey::Held, Verdict::Pass, "gateway-key-accepted"),
            (KeyMissing, None, ApiKey::None, Verdict::NeedsYou, "gateway-key-missing"),
            (KeyMissing, Some(KeyInvalid), ApiKey::Held, Verdict::Fail, "gateway-key-wrong"),
            (KeyMissing, Some(KeyMissing), ApiKey::Held, Verdict::Fail, "gateway-key-lost"),
            (NoRoute, None, ApiKey::None, Verdict::Fail, "gateway-no-route"),
        ];
        for (without, with, key, verdict, id) in cases {
            let judged = judge(without, with, &key, "platform".to_owned());
            assert_eq!((judged.verdict, judged.message.id()), (verdict, id));
        }
    }
}
