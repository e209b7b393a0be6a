//! `key.gateway`: the gateway lets us through, with an API key where it asks for one.

use crate::checks::asking::Asking;
use crate::checks::connection::ApiKey;
use crate::checks::judged::{Asked, Judged, row};
use crate::checks::secret;
use crate::journey::{FieldId, Mark, Message};
use crate::services::GatewayAnswer;
use futures_util::future::{Either, try_join};
use std::future::ready;

pub(in crate::checks) async fn gateway(asking: &Asking<'_>) -> Asked {
    let services = &asking.connection.services;
    let api_key = &asking.connection.api_key;
    let with_key = match api_key {
        ApiKey::Held => Either::Left(async { services.ask_gateway(true).await.map(Some) }),
        ApiKey::None | ApiKey::Unreadable(_) => Either::Right(ready(Ok(None))),
    };
    let (without, with) = try_join(services.ask_gateway(false), Box::pin(with_key)).await?;
    let host = services.endpoints().platform.host_str().unwrap_or_default().to_owned();
    let judged = judge(without, with, api_key, host);
    if asking.is_sandbox() && without == GatewayAnswer::KeyMissing {
        let elsewhere = ["TT02", "production"].map(|name| row(Mark::Pass, name, Message::RowGatewayOpenToday));
        return Ok(judged.with_rows(elsewhere.to_vec()));
    }
    Ok(judged)
}

fn judge(without: GatewayAnswer, with: Option<GatewayAnswer>, api_key: &ApiKey, host: String) -> Judged {
    match (without, with) {
        (GatewayAnswer::NoRoute, _) | (_, Some(GatewayAnswer::NoRoute)) => {
            Judged::fail(Message::GatewayNoRoute { host }).with_code(Some("http-404".to_owned()))
        }
        (GatewayAnswer::Open, _) => match api_key {
            ApiKey::None => Judged::pass(Message::GatewayOpen),
            ApiKey::Held => Judged::pass(Message::GatewayOpenKeySent),
            ApiKey::Unreadable(problem) => Judged::warn(secret::phrase(problem)),
        },
        (GatewayAnswer::KeyMissing | GatewayAnswer::KeyInvalid, Some(GatewayAnswer::Open)) => Judged::pass(Message::GatewayKeyAccepted),
        (_, Some(GatewayAnswer::KeyInvalid)) => refused(Judged::fail(Message::GatewayKeyWrong)),
        (_, Some(GatewayAnswer::KeyMissing)) => refused(Judged::fail(Message::GatewayKeyLost)),
        (GatewayAnswer::KeyMissing | GatewayAnswer::KeyInvalid, None) => match api_key {
            ApiKey::Unreadable(problem) => Judged::needs_you(secret::phrase(problem)),
            ApiKey::None | ApiKey::Held => refused(Judged::needs_you(Message::GatewayKeyMissing { field: FieldId::ApiKey.to_string() })),
        },
    }
}

fn refused(judged: Judged) -> Judged {
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
