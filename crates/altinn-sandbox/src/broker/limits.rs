//! Limits the calls per minute, if the sandbox counts them (facts broker-api 4.3). The body of the answer is the gateway's (facts
//! platform G).

use super::route::Route;
use crate::http::reply;
use crate::http::target::Target;
use crate::shared::Shared;
use crate::shared::choices::RateLimits;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;

/// 429 when the call exceeds its limit.
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
