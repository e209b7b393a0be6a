//! Facts broker-api 1.1 to 1.3: tokens, scopes, and how the caller is identified.

use crate::routing::{ROUTES, path, scopes};
use crate::support::*;
use crate::transfer::*;

fn challenges(answer: &Answer) -> Vec<String> {
    answer.headers.get_all("www-authenticate").iter().map(|value| value.to_str().unwrap().to_owned()).collect()
}

/// Facts broker-api 1.1 and 1.2.
#[tokio::test]
async fn each_route_asks_for_a_token_then_for_its_scope() {
    let sandbox = open().await;
    let nobody = Caller::nobody(&sandbox);
    let scopeless = Caller::organisation(&sandbox, "sender", "altinn:events.subscribe").await;
    let nonsense = Caller { sandbox: &sandbox, token: Some("nonsense".to_owned()) };
    for (method, route, _, _) in ROUTES {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let missing = nobody.call(method.clone(), path(route)).await;
        missing.only(401);
        assert_eq!(challenges(&missing), ["Bearer", "Bearer"], "{route}");
        let bad = nonsense.call(method.clone(), path(route)).await;
        bad.only(401);
        assert!(challenges(&bad).iter().all(|value| value.starts_with("Bearer error=\"invalid_token\"")) && challenges(&bad).len() == 2);
        let without = scopeless.call(method, path(route)).await;
        without.only(403);
        assert!(challenges(&without).is_empty());
    }
}

/// Facts broker-api 1.2.
#[tokio::test]
async fn raw_and_exchanged_tokens_pass_and_the_subscription_key_is_not_read() {
    let sandbox = open().await;
    let path = format!("{BASE}/filetransfer?resourceId={}", known::RESOURCE);
    let raw = Assertion::of(&sandbox, "sender", "altinn:broker.write").await.acting_for(known::SENDER.number, None).token(&sandbox).await;
    let raw = Caller { sandbox: &sandbox, token: Some(raw) };
    raw.get(&path).await.is(200);
    raw.get(&path).header("Ocp-Apim-Subscription-Key", "any").await.is(200);
    // Without a system user a raw token names no organisation to the decision point. Calls that do not ask the decision point
    // accept it.
    let alone = Caller::raw(&sandbox, "service-owner", "altinn:broker.write altinn:serviceowner").await;
    alone.get(&path).await.refused(401, "BRO-00006");
    alone.get(format!("{BASE}/serviceowner")).await.is(200);
    alone.get(format!("{BASE}/resource/{}", known::RESOURCE)).await.is(200);
    let exchanged =
        Caller { sandbox: &sandbox, token: Some(exchanged(&sandbox, "service-owner", "altinn:broker.write altinn:serviceowner").await) };
    exchanged.get(&path).await.is(200);
}

/// Facts broker-api 1.1.
#[tokio::test]
async fn a_scope_opens_its_own_routes_and_no_other() {
    let sandbox = open().await;
    for scope in ["altinn:broker.write", "altinn:broker.read", "altinn:serviceowner"] {
        let caller = Caller::organisation(&sandbox, "service-owner", &format!("altinn:events.subscribe {scope}")).await;
        for (method, route, ..) in ROUTES {
            let answer = caller.call(Method::from_bytes(method.as_bytes()).unwrap(), path(route)).await;
            assert_eq!(answer.status != 403, scopes(method, route).contains(&scope), "{scope} {method} {route}");
        }
    }
}

/// Facts broker-api 1.2.
#[tokio::test]
async fn a_token_is_good_to_the_second_and_not_longer() {
    let sandbox = open().await;
    let owner = Caller::service_owner(&sandbox).await;
    let now = jiff::Timestamp::now().as_second();
    let asked = async |token: String| Caller { sandbox: &sandbox, token: Some(token) }.get(format!("{BASE}/serviceowner")).await;
    let other = resigned(&owner, |claims| claims["aud"] = json!("https://elsewhere.example/")).await;
    assert_eq!(asked(other).await.status, 200, "neither audience nor typ is looked at");
    let both_say = |answer: &Answer, text: &str| {
        answer.only(401);
        let told = challenges(answer);
        assert!(told.len() == 2 && told.iter().all(|value| value.starts_with("Bearer error=\"invalid_token\", error_description=\"")));
        assert_eq!(told.iter().filter(|value| value.contains(text)).count(), 2, "{told:?}");
    };
    let old = resigned(&owner, |claims| claims["exp"] = json!(now - 1)).await;
    both_say(&asked(old).await, "The token expired at '");
    let early = resigned(&owner, |claims| claims["nbf"] = json!(now + 60)).await;
    both_say(&asked(early).await, "The token is not valid before '");
    let foreign = resigned(&owner, |claims| claims["iss"] = json!("https://elsewhere.example/")).await;
    both_say(&asked(foreign).await, "The issuer 'https://elsewhere.example/' is invalid");
    let endless = resigned(&owner, |claims| drop(claims.as_object_mut().unwrap().remove("exp"))).await;
    asked(endless).await.only(401);
    let (signed, _) = owner.token.as_deref().unwrap().rsplit_once('.').unwrap();
    let changed = asked(format!("{signed}.AAAA")).await;
    let issuer = format!("The issuer '{}authentication/api/v1/openid/' is invalid", sandbox.origin);
    assert!(challenges(&changed)[0].contains("The signature is invalid") && challenges(&changed)[1].contains(&issuer), "{changed}");
    // The scheme for Maskinporten's tokens is asked second.
    let raw = Caller::raw(&sandbox, "service-owner", "altinn:serviceowner").await.token.unwrap();
    let changed = asked(format!("{}.AAAA", raw.rsplit_once('.').unwrap().0)).await;
    assert!(challenges(&changed)[0].contains("The issuer '") && challenges(&changed)[1].contains("The signature is invalid"), "{changed}");
}

/// Facts broker-api 1.3.
#[tokio::test]
async fn the_caller_is_the_system_users_owner_then_the_organisation() {
    let sandbox = open().await;
    let (sender, owner) = (Caller::sender(&sandbox).await, Caller::service_owner(&sandbox).await);
    let id = initialized(&sender, &plain()).await;
    let elsewhere = json!({"authority": "iso6523-actorid-upis", "ID": party(known::VENDOR.number)});
    let token = resigned(&sender, |claims| {
        claims["urn:altinn:orgNumber"] = json!(known::VENDOR.number);
        claims["consumer"] = elsewhere.clone();
    });
    let system_user = Caller { sandbox: &sandbox, token: Some(token.await) };
    let search = format!("{BASE}/filetransfer?resourceId={}&role=Sender", known::RESOURCE);
    system_user.get(&search).await.body_is(json!([id]));
    let path = format!("{BASE}/serviceowner");
    let token = resigned(&owner, |claims| claims["consumer"] = elsewhere.clone()).await;
    Caller { sandbox: &sandbox, token: Some(token) }.get(&path).await.is(200);
    let token = resigned(&owner, |claims| {
        claims["consumer"] = elsewhere.clone();
        claims.as_object_mut().unwrap().remove("urn:altinn:orgNumber");
    });
    Caller { sandbox: &sandbox, token: Some(token.await) }.get(&path).await.refused(404, "BRO-07004");
}

/// Facts broker-api 1.2.
#[tokio::test]
async fn tokens_are_refused_empty_with_two_schemes_and_scopes_without() {
    let sandbox = open().await;
    let path = format!("{BASE}/filetransfer?resourceId={}", known::RESOURCE);
    let values =
        |answer: &Answer| answer.headers.get_all("www-authenticate").iter().map(|v| v.to_str().unwrap().to_owned()).collect::<Vec<_>>();
    let missing = Caller::nobody(&sandbox).get(&path).await;
    missing.is(401).empty();
    assert_eq!(values(&missing), ["Bearer", "Bearer"]);
    let bad = Caller { sandbox: &sandbox, token: Some("nonsense".into()) }.get(&path).await;
    assert!(values(&bad).iter().all(|value| value.starts_with("Bearer error=\"invalid_token\"")));
    let scopeless = Caller::organisation(&sandbox, "sender", "altinn:events.subscribe").await.get(&path).await;
    assert_eq!((scopeless.status.as_u16(), scopeless.body.as_str(), values(&scopeless).len()), (403, "", 0));
}
