//! The two daily summaries (facts broker-api 2.12). The service asks for an API key of its own; the sandbox takes the world's API
//! key.

use super::allowance::{Allowance, MOST};
use super::body::json_body;
use super::problem::Bro;
use super::route::Route;
use super::shapes;
use crate::clock::with_offset;
use crate::http::answer::{as_problem, with_header};
use crate::http::reply;
use crate::shared::Shared;
use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::Response;
use serde_json::json;

const KEY: &str = "x-api-key";

/// Checks the key, the allowance and the body. Then the answer is that there is nothing to report, or that the report could not be
/// stored.
pub(super) async fn summary(shared: &Shared, route: Route, headers: &HeaderMap, body: Body) -> Result<Response, Response> {
    let limited = admitted(shared, headers).await?;
    let answer = match summarised(shared, headers, body).await {
        Ok(problem) if route == Route::DailySummary => problem.json(),
        Ok(problem) => problem.problem(),
        Err(refused) if route == Route::DailySummary => refused,
        Err(refused) => as_problem(refused),
    };
    Ok(limited.onto(answer))
}

async fn admitted(shared: &Shared, headers: &HeaderMap) -> Result<Allowance, Response> {
    let unauthorized = |error: &str| reply::json(StatusCode::UNAUTHORIZED, &json!({"error": error}));
    let given = headers.get(KEY).ok_or_else(|| unauthorized("API key required for statistics endpoints"))?.as_bytes();
    if given.trim_ascii().is_empty() {
        return Err(unauthorized("API key cannot be empty"));
    }
    let mut world = shared.world.lock().await;
    if world.api_key.expose().as_bytes() != given {
        return Err(unauthorized("Invalid API key"));
    }
    let now = world.broker.now();
    let allowance = world.broker.summaries.count(&address(headers), now);
    if allowance.left.is_some() {
        return Ok(allowance);
    }
    let seconds = allowance.reset.duration_since(now).as_secs();
    let error = json!({"error": "Rate limit exceeded", "retryAfter": seconds, "resetTime": with_offset(allowance.reset)});
    let refused = allowance.onto(reply::json(StatusCode::TOO_MANY_REQUESTS, &error));
    Err(with_header(refused, header::RETRY_AFTER, &seconds.to_string()))
}

impl Allowance {
    fn onto(&self, answer: Response) -> Response {
        let values =
            [("limit", MOST.to_string()), ("remaining", self.left.unwrap_or(0).to_string()), ("reset", self.reset.as_second().to_string())];
        values.into_iter().fold(answer, |answer, (name, value)| match HeaderName::try_from(format!("x-ratelimit-{name}")) {
            Ok(name) => with_header(answer, name, &value),
            Err(_) => answer,
        })
    }
}

/// The IP address that a proxy in front reports; without one, all callers count as the same machine.
fn address(headers: &HeaderMap) -> String {
    let told = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).and_then(|line| line.split(',').next());
    told("x-forwarded-for").or_else(|| told("x-real-ip")).unwrap_or("localhost").trim().to_owned()
}

async fn summarised(shared: &Shared, headers: &HeaderMap, body: Body) -> Result<Bro, Response> {
    json_body(headers, body, &shapes::SUMMARY, "request").await?;
    // The sandbox has no storage for reports, so it answers as a service without one.
    Ok(if shared.world.lock().await.broker.transfers.is_empty() { Bro::NothingToReport } else { Bro::ReportFailed })
}
