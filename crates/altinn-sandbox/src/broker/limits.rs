//! How often a minute each call is let through, when the sandbox counts (facts broker-api 4.3). The body is the gateway's (facts platform G).

use super::route::Route;
use crate::http::reply;
use crate::http::target::Target;
use crate::shared::Shared;
use crate::shared::options::RateLimits;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use jiff::{SignedDuration, Timestamp};
use std::collections::HashMap;

const MINUTE: SignedDuration = SignedDuration::from_secs(60);

/// When each call's minute began, and how many it has seen.
#[derive(Debug, Clone, Default)]
pub struct Counters(HashMap<Route, (Timestamp, u32)>);

impl Counters {
    /// Counts a call; the seconds to wait when it is one too many.
    fn count(&mut self, route: Route, most: u32, now: Timestamp) -> Option<i64> {
        let (began, seen) = self.0.entry(route).or_insert((now, 0));
        if now.duration_since(*began) >= MINUTE {
            (*began, *seen) = (now, 0);
        }
        *seen += 1;
        (*seen > most).then(|| (MINUTE - now.duration_since(*began)).as_secs().max(1))
    }
}

/// 429, when the call is one too many.
pub(super) async fn over(shared: &Shared, target: &Target, headers: &HeaderMap) -> Option<Response> {
    match shared.options.rate_limits {
        RateLimits::Off => return None,
        RateLimits::On => {}
    }
    let route = Route::of(target, headers).ok()?;
    let broker = &mut shared.world.lock().await.broker;
    let now = broker.now();
    let seconds = broker.counters.count(route, route.limit()?, now)?;
    let text = format!("{{ \"statusCode\": 429, \"message\": \"Rate limit is exceeded. Try again in {seconds} seconds.\" }}");
    let mut refused = reply::body(StatusCode::TOO_MANY_REQUESTS, "application/json", text);
    refused.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    Some(refused)
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    #[test]
    fn broker_4_3_each_call_has_its_own_minute() {
        let mut counters = Counters::default();
        let at = |second: i64| Timestamp::from_second(1_000_000 + second).expect("a time");
        assert!((0..10).all(|_| counters.count(Route::Search, 10, at(0)).is_none()));
        assert_eq!(counters.count(Route::Search, 10, at(13)), Some(47));
        assert_eq!(counters.count(Route::Details, 15, at(13)), None);
        assert_eq!(counters.count(Route::Search, 10, at(60)), None);
    }
}
