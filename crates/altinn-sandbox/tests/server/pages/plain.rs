//! Every page: without scripts, complete, without secrets, and only for this machine.

use super::*;
use reqwest::header::HOST;

#[tokio::test]
async fn every_page_is_plain_and_whole_without_script_or_style() {
    let sandbox = open().await;
    let world = sandbox.world().await;
    let approve = format!("sandbox/approve?id={}&DONTCHOOSEREPORTEE=true", world.systems.pending().next().unwrap().id);
    for path in PAGES.into_iter().chain([approve.as_str()]) {
        let page = look(&sandbox, path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert_accessible(path, &page.html);
    }
    let style = client().get(sandbox.origin.join("sandbox/style.css").unwrap()).send().await.unwrap();
    assert_eq!(style.headers()["content-type"], "text/css; charset=utf-8");
    let short = client().get(sandbox.origin.join("sandbox").unwrap()).send().await.unwrap();
    assert_eq!(short.url().path(), "/sandbox/");
}

#[tokio::test]
async fn no_page_tells_a_secret() {
    let sandbox = open().await;
    let world = sandbox.world().await;
    let key = world.keys.holders.values().next().unwrap().pem.expose().lines().nth(2).unwrap().to_owned();
    for path in PAGES {
        let html = look(&sandbox, path).await.html;
        assert!(!html.contains(world.api_key.expose()) && !html.contains(&key) && !html.contains("PRIVATE"), "{path}");
    }
}

#[tokio::test]
async fn what_others_typed_is_shown_as_text_only() {
    let sandbox = open().await;
    let evil = "<img src=x onerror=alert(1)>\"'&";
    let made = submit(&sandbox, "sandbox/portal/clients", &[("org", known::SENDER.number), ("name", evil)]).await;
    assert!(!made.html.contains("<img") && made.html.contains("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;"), "{}", made.html);
    for path in ["sandbox/", "sandbox/portal", "sandbox/systems"] {
        let html = look(&sandbox, path).await.html;
        assert!(!html.contains("<img") && html.contains("&lt;img"), "{path}");
    }
    let asked = submit(&sandbox, "sandbox/misbehave", &[("fault", evil)]).await;
    assert!(!asked.html.contains("<img") && asked.html.contains("cannot be set"), "{}", asked.html);
}

#[tokio::test]
async fn only_these_pages_may_post_and_only_this_machine_may_look() {
    let sandbox = open().await;
    let post = || client().post(sandbox.origin.join("sandbox/desk/keys").unwrap()).form(&[("org", known::SENDER.number)]);
    let own = sandbox.origin.as_str().trim_end_matches('/').to_owned();
    let other_port = "http://127.0.0.1:1";
    for (header, value) in [
        ("Origin", "https://evil.example"),
        ("Origin", "null"),
        ("Origin", other_port),
        ("Referer", "https://evil.example/page"),
        ("Sec-Fetch-Site", "cross-site"),
        ("Sec-Fetch-Site", "same-site"),
    ] {
        let refused = post().header(header, value).send().await.unwrap();
        assert_eq!(refused.status(), StatusCode::FORBIDDEN, "{header}: {value}");
    }
    // A foreign name that resolves to this machine (DNS rebinding).
    let port = sandbox.origin.port().unwrap();
    let rebound =
        post().header(HOST, format!("evil.example:{port}")).header("Origin", format!("http://evil.example:{port}")).send().await.unwrap();
    assert_eq!(rebound.status(), StatusCode::FORBIDDEN);
    let looked = client().get(sandbox.origin.join("sandbox/desk").unwrap()).header(HOST, "evil.example").send().await.unwrap();
    assert_eq!(looked.status(), StatusCode::FORBIDDEN);
    assert!(sandbox.world().await.desk.keys.is_empty());
    for request in [post(), post().header("Origin", &own), post().header("Referer", format!("{own}/sandbox/desk"))] {
        assert_eq!(request.send().await.unwrap().status(), StatusCode::OK);
    }
    let named = client().get(sandbox.origin.join("sandbox/").unwrap()).header(HOST, format!("localhost:{port}")).send().await.unwrap();
    assert_eq!(named.status(), StatusCode::OK);
    assert_eq!(sandbox.world().await.desk.keys.len(), 3);
}
