use super::sandbox_support::{Assertion, exchanged};
use super::support::*;
use altinn_sandbox::known;
use uuid::Uuid;

/// Every route but the resumable upload: method, path, what it consumes, what it produces.
const ROUTES: &[(&str, &str, Option<&str>, Option<&str>)] = &[
    ("POST", "filetransfer", None, Some("application/json")),
    ("GET", "filetransfer", None, Some("application/json")),
    ("GET", "filetransfer/ID", None, Some("application/json")),
    ("GET", "filetransfer/ID/details", None, Some("application/json")),
    ("POST", "filetransfer/ID/upload", Some("application/octet-stream"), Some("application/json")),
    ("POST", "filetransfer/upload", Some("multipart/form-data"), Some("application/json")),
    ("GET", "filetransfer/ID/download", None, None),
    ("POST", "filetransfer/ID/confirmdownload", None, Some("application/json")),
    ("PUT", "resource/r", Some("application/json"), Some("application/json")),
    ("GET", "resource/r", Some("application/json"), Some("application/json")),
    ("POST", "serviceowner", Some("application/json"), None),
    ("GET", "serviceowner", None, Some("application/json")),
    ("GET", "statistics/monthly", None, Some("text/csv")),
    ("POST", "maintenance/cleanup-usecasetests", None, Some("application/json")),
];

fn path(route: &str) -> String {
    format!("{BASE}/{}", route.replace("ID", &Uuid::new_v4().to_string()))
}

#[tokio::test]
async fn s0_routing_answers_404_405_and_415_empty_before_accept_and_token() {
    let sandbox = open().await;
    let nobody = Calls::nobody(&sandbox);
    for unknown in ["nothing", "filetransfer/a/b/c", "legacy/filetransfer", "statistics"] {
        empty(&Answer::of(nobody.request(Method::GET, &path(unknown)).header("Accept", "text/html")).await, 404);
    }
    let method = Answer::of(nobody.request(Method::DELETE, &path("filetransfer")).header("Accept", "text/html")).await;
    empty(&method, 405);
    assert_eq!(method.header("allow"), "GET, POST");
    for (method, route, consumes, _) in ROUTES {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let head = nobody.bare(Method::HEAD, &path(route)).await;
        assert_eq!(head.status, 405, "HEAD {route}");
        let typed =
            Answer::of(nobody.request(method, &path(route)).header("Content-Type", "text/plain").header("Accept", "text/html")).await;
        match consumes {
            Some(_) => empty(&typed, 415),
            None => assert_ne!(typed.status, 415, "{route}"),
        }
    }
}

#[tokio::test]
async fn s0_addresses_have_no_case_and_at_most_one_slash_at_the_end() {
    let sandbox = open().await;
    let nobody = Calls::nobody(&sandbox);
    for (method, route, _, _) in ROUTES {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let odd = path(route).to_uppercase();
        assert_eq!(nobody.bare(method.clone(), &odd).await.status, 401, "{odd}");
        assert_eq!(nobody.bare(method.clone(), &format!("{odd}/")).await.status, 401, "{odd}/");
        // No address of the documents, so it is not held against them.
        empty(&Answer::unjudged(nobody.request(method, &format!("{odd}//"))).await, 404);
    }
    for nowhere in ["", "/", "/filetransfer//details", "/resource/", "/resource"] {
        let answer = nobody.get(&format!("{BASE}{nowhere}")).await;
        assert_eq!((answer.status.as_u16(), answer.body.as_str()), (404, ""), "{nowhere}");
        fixed(&answer);
    }
}

#[tokio::test]
async fn s0_1_accept_is_read_literally_and_before_the_token() {
    let sandbox = open().await;
    let nobody = Calls::nobody(&sandbox);
    for (method, route, _, produces) in ROUTES {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let asked = |accept: &str| Answer::of(nobody.request(method.clone(), &path(route)).header("Accept", accept));
        let refused = asked("application/xml, application/*, application/problem+json").await;
        let Some(declared) = produces else {
            assert_eq!(refused.status, 401, "{route}");
            continue;
        };
        assert_eq!((refused.status.as_u16(), refused.header("content-type")), (406, ""), "{route}");
        let text = format!("This endpoint does not support the requested Accept header. Supported Accept headers are: {declared}, */*.");
        assert_eq!(refused.body, text);
        fixed(&refused);
        for good in [format!("text/html;q=1, {};q=0", declared.to_uppercase()), "*/*".to_owned()] {
            assert_eq!(asked(&good).await.status, 401, "{route} {good}");
        }
        let two = nobody.request(method, &path(route)).header("Accept", "text/html").header("Accept", *declared);
        assert_eq!(Answer::of(two).await.status, 401, "{route}");
    }
}

#[tokio::test]
async fn s0_a_broken_call_is_rebuilt_and_its_body_left_out_where_no_json_may_be_sent() {
    let sandbox = open().await;
    let owner = Calls::service_owner(&sandbox).await;
    let path = format!("{BASE}/serviceowner");
    let long = json!({"name": "n".repeat(501)});
    broke(&owner.post(&path, &long).await, &path);
    let request =
        owner.request(Method::POST, &path).header("Content-Type", "application/json").header("Accept", "application/octet-stream");
    let answer = Answer::of(request.body(long.to_string())).await;
    assert_eq!((answer.status.as_u16(), answer.body.as_str(), answer.header("content-type")), (500, "", ""));
}

fn challenges(answer: &Answer) -> Vec<String> {
    answer.headers.get_all("www-authenticate").iter().map(|value| value.to_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn s1_1_and_s1_2_each_route_asks_for_a_token_then_for_its_scope() {
    let sandbox = open().await;
    let nobody = Calls::nobody(&sandbox);
    let scopeless = Calls::organisation(&sandbox, "sender", "altinn:events.subscribe").await;
    let nonsense = Calls { sandbox: &sandbox, token: Some("nonsense".to_owned()) };
    for (method, route, _, _) in ROUTES {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let missing = nobody.bare(method.clone(), &path(route)).await;
        empty(&missing, 401);
        assert_eq!(challenges(&missing), ["Bearer", "Bearer"], "{route}");
        let bad = nonsense.bare(method.clone(), &path(route)).await;
        empty(&bad, 401);
        assert!(challenges(&bad).iter().all(|value| value.starts_with("Bearer error=\"invalid_token\"")) && challenges(&bad).len() == 2);
        let without = scopeless.bare(method, &path(route)).await;
        empty(&without, 403);
        assert!(challenges(&without).is_empty());
    }
}

#[tokio::test]
async fn s1_2_raw_and_exchanged_tokens_pass_and_the_subscription_key_is_not_read() {
    let sandbox = open().await;
    let path = format!("{BASE}/filetransfer?resourceId={}", known::RESOURCE);
    let raw = Assertion::of(&sandbox, "sender", "altinn:broker.write").await.acting_for(known::SENDER.number, None).token(&sandbox).await;
    let raw = Calls { sandbox: &sandbox, token: Some(raw) };
    assert_eq!(raw.get(&path).await.status, 200);
    assert_eq!(Answer::of(raw.request(Method::GET, &path).header("Ocp-Apim-Subscription-Key", "any")).await.status, 200);
    // Without a system user a raw token carries no organisation to the decision point; where none is asked it works.
    let alone = Calls::raw(&sandbox, "service-owner", "altinn:broker.write altinn:serviceowner").await;
    refused(&alone.get(&path).await, 401, "BRO-00006");
    assert_eq!(alone.get(&format!("{BASE}/serviceowner")).await.status, 200);
    assert_eq!(alone.get(&format!("{BASE}/resource/{}", known::RESOURCE)).await.status, 200);
    let exchanged =
        Calls { sandbox: &sandbox, token: Some(exchanged(&sandbox, "service-owner", "altinn:broker.write altinn:serviceowner").await) };
    assert_eq!(exchanged.get(&path).await.status, 200);
}

#[tokio::test]
async fn s2_13_health_answers_anybody() {
    let sandbox = open().await;
    let nobody = Calls::nobody(&sandbox);
    let healthy = nobody.get("health").await;
    assert_eq!((healthy.status.as_u16(), healthy.body.as_str()), (200, "Environment properly configured"));
    fixed(&healthy);
    let json = Answer::of(nobody.request(Method::GET, "health").header("Accept", "application/json")).await;
    assert_eq!(json.body, "\"Environment properly configured\"");
    for method in [Method::HEAD, Method::POST] {
        let other = nobody.bare(method, "health").await;
        empty(&other, 405);
        assert_eq!(other.header("allow"), "GET");
    }
    assert_eq!(nobody.get("health/").await.status, 200);
}

/// The scopes of which each route takes any.
fn scopes(method: &str, route: &str) -> &'static [&'static str] {
    const WRITE: &str = "altinn:broker.write";
    const READ: &str = "altinn:broker.read";
    match (method, route) {
        ("POST", "filetransfer" | "filetransfer/ID/upload" | "filetransfer/upload") => &[WRITE],
        (_, "filetransfer/ID/download" | "filetransfer/ID/confirmdownload") => &[READ],
        (_, route) if route.starts_with("filetransfer") => &[WRITE, READ],
        (_, route) if route.starts_with("maintenance") => &[],
        _ => &["altinn:serviceowner"],
    }
}

#[tokio::test]
async fn s1_1_a_scope_opens_its_own_routes_and_no_other() {
    let sandbox = open().await;
    for scope in ["altinn:broker.write", "altinn:broker.read", "altinn:serviceowner"] {
        let calls = Calls::organisation(&sandbox, "service-owner", &format!("altinn:events.subscribe {scope}")).await;
        for (method, route, ..) in ROUTES {
            let answer = calls.bare(Method::from_bytes(method.as_bytes()).unwrap(), &path(route)).await;
            assert_eq!(answer.status != 403, scopes(method, route).contains(&scope), "{scope} {method} {route}");
        }
    }
}

#[tokio::test]
async fn s1_2_a_token_is_good_to_the_second_and_not_longer() {
    let sandbox = open().await;
    let owner = Calls::service_owner(&sandbox).await;
    let now = jiff::Timestamp::now().as_second();
    let asked = async |token: String| Calls { sandbox: &sandbox, token: Some(token) }.get(&format!("{BASE}/serviceowner")).await;
    let other = resigned(&owner, |claims| claims["aud"] = json!("https://elsewhere.example/")).await;
    assert_eq!(asked(other).await.status, 200, "neither audience nor typ is looked at");
    let only_one_says = |answer: &Answer, text: &str| {
        empty(answer, 401);
        let told = challenges(answer);
        assert!(told.len() == 2 && told.iter().all(|value| value.starts_with("Bearer error=\"invalid_token\", error_description=\"")));
        assert_eq!(told.iter().filter(|value| value.contains(text)).count(), 1, "{told:?}");
    };
    let old = resigned(&owner, |claims| claims["exp"] = json!(now - 1)).await;
    only_one_says(&asked(old).await, "The token expired at '");
    let early = resigned(&owner, |claims| claims["nbf"] = json!(now + 60)).await;
    only_one_says(&asked(early).await, "The token is not valid before '");
    let foreign = resigned(&owner, |claims| claims["iss"] = json!("https://elsewhere.example/")).await;
    only_one_says(&asked(foreign).await, "issuer");
    let endless = resigned(&owner, |claims| drop(claims.as_object_mut().unwrap().remove("exp"))).await;
    empty(&asked(endless).await, 401);
    let (signed, _) = owner.token.as_deref().unwrap().rsplit_once('.').unwrap();
    empty(&asked(format!("{signed}.AAAA")).await, 401);
}

#[tokio::test]
async fn s1_3_the_caller_is_the_system_users_owner_then_the_organisation() {
    let sandbox = open().await;
    let (sender, owner) = (Calls::sender(&sandbox).await, Calls::service_owner(&sandbox).await);
    let id = initialized(&sender, &plain()).await;
    let elsewhere = json!({"authority": "iso6523-actorid-upis", "ID": party(known::VENDOR.number)});
    let token = resigned(&sender, |claims| {
        claims["urn:altinn:orgNumber"] = json!(known::VENDOR.number);
        claims["consumer"] = elsewhere.clone();
    });
    let system_user = Calls { sandbox: &sandbox, token: Some(token.await) };
    let search = format!("{BASE}/filetransfer?resourceId={}&role=Sender", known::RESOURCE);
    assert_eq!(system_user.get(&search).await.json(), json!([id]));
    let path = format!("{BASE}/serviceowner");
    let token = resigned(&owner, |claims| claims["consumer"] = elsewhere.clone()).await;
    assert_eq!(Calls { sandbox: &sandbox, token: Some(token) }.get(&path).await.status, 200);
    let token = resigned(&owner, |claims| {
        claims["consumer"] = elsewhere.clone();
        claims.as_object_mut().unwrap().remove("urn:altinn:orgNumber");
    });
    refused(&Calls { sandbox: &sandbox, token: Some(token.await) }.get(&path).await, 404, "BRO-07004");
}
