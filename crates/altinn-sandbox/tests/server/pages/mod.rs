//! The sandbox's pages over HTTP, as a browser's forms would use them.

mod overview;
mod people;
mod plain;
mod portal;
mod systems;

use crate::support::*;
use altinn_sandbox::World;
use reqwest::Client;
use reqwest::header::{LOCATION, ORIGIN};
use std::time::{Duration, Instant};

/// A page as a browser gets it.
struct Page {
    status: StatusCode,
    html: String,
}

async fn look(sandbox: &Sandbox, path: &str) -> Page {
    let response = client().get(sandbox.origin.join(path).unwrap()).send().await.unwrap();
    assert!(response.headers()["content-type"].to_str().unwrap().starts_with("text/html"), "{path}");
    for (header, value) in [("x-content-type-options", "nosniff"), ("x-frame-options", "DENY"), ("cache-control", "no-store")] {
        assert_eq!(response.headers()[header], value, "{path}");
    }
    assert!(response.headers()["content-security-policy"].to_str().unwrap().contains("default-src 'none'"), "{path}");
    Page { status: response.status(), html: response.text().await.unwrap() }
}

/// Sends a form as a browser does and follows the redirect. Every form must redirect, so that a reload does not post it again.
async fn submit(sandbox: &Sandbox, path: &str, fields: &[(&str, &str)]) -> Page {
    let origin = sandbox.origin.as_str().trim_end_matches('/');
    let no_redirect = Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let form = no_redirect.post(sandbox.origin.join(path).unwrap()).form(fields);
    let response = form.header(ORIGIN, origin).header("Sec-Fetch-Site", "same-origin").send().await.unwrap();
    assert_eq!(response.status(), StatusCode::SEE_OTHER, "{path}: {:?}", response.text().await);
    let to = response.headers()[LOCATION].to_str().unwrap().to_owned();
    look(sandbox, &to).await
}

async fn until(sandbox: &Sandbox, what: &str, holds: impl Fn(&World) -> bool) {
    let deadline = Instant::now() + Duration::from_secs(20);
    while !holds(&sandbox.world().await) {
        assert!(Instant::now() < deadline, "never: {what}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

const PAGES: [&str; 8] = [
    "sandbox/",
    "sandbox/portal",
    "sandbox/desk",
    "sandbox/owner",
    "sandbox/counterpart",
    "sandbox/systems",
    "sandbox/access",
    "sandbox/portal/client?id=5a0c0002-7d1e-4f6a-9b1c-000000000002",
];

/// All values of an attribute in a page.
fn values<'h>(html: &'h str, attribute: &str) -> Vec<&'h str> {
    let sign = format!(" {attribute}=\"");
    html.split(sign.as_str()).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

fn assert_accessible(path: &str, html: &str) {
    assert!(html.starts_with("<!doctype html>\n<html lang=\"en\">"), "{path}");
    assert_eq!(html.matches("<h1>").count(), 1, "{path}");
    assert!(html.contains("<title>") && html.contains("<main id=\"main\">") && html.contains("href=\"#main\""), "{path}");
    assert!(!html.contains("<script") && !html.contains(" onclick=") && !html.contains("{{"), "{path}: {html}");
    let ids = values(html, "id");
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "{path}: an id stands twice: {ids:?}");
    let described = values(html, "aria-describedby").into_iter().flat_map(str::split_whitespace);
    for wanted in values(html, "for").into_iter().chain(described).chain(values(html, "list")) {
        assert!(ids.contains(&wanted), "{path}: {wanted} is nobody's id");
    }
    // Every input has an accessible name: a label for its id, a label around it, or an `aria-label`.
    let labelled = values(html, "for");
    for tag in html.split('<').filter(|tag| ["input ", "select ", "textarea "].iter().any(|kind| tag.starts_with(kind))) {
        let tag = tag.split('>').next().unwrap();
        let hidden = tag.contains("type=\"hidden\"") || tag.contains("type=\"checkbox\"");
        let id = values(tag, "id");
        assert!(hidden || tag.contains("aria-label") || id.iter().any(|id| labelled.contains(id)), "{path}: {tag}");
    }
    assert_eq!(html.matches("type=\"checkbox\"").count(), html.matches("<label><input type=\"checkbox\"").count(), "{path}");
    assert_eq!(html.matches("tabindex").count(), 0, "{path}: the order of reading is the order of focus");
    let heading = |level: &str| html.find(level).unwrap_or(usize::MAX);
    assert!(heading("<h1") < heading("<h2") && heading("<h2") <= heading("<h3"), "{path}");
}
