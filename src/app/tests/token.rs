//! The screen that tells what is in a token.

use super::*;
use crate::app::screens::TokenScreen;
use crate::journey::{PublishedEnvironment as Published, TokenAnswer, TokenFacts, TokenMaker, TokenProof, TokenRefusal};

const TOKEN: &str = "eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.eyJzY29wZSI6ImFsdGlubjpicm9rZXIud3JpdGUifQ.c2lnbmF0dXJlLW9mLW5vYm9keQ";

fn facts(scopes: &[&str]) -> TokenFacts {
    TokenFacts {
        issuer: "https://test.maskinporten.no/".to_owned(),
        maker: TokenMaker::Maskinporten,
        environment: Some(Published::Tt02),
        algorithm: "RS256".to_owned(),
        kid: None,
        proof: TokenProof::Sound,
        scopes: scopes.iter().filter_map(|scope| scope.parse().ok()).collect(),
        client_id: None,
        consumer: None,
        org_code: None,
        party: "991825827".parse().ok(),
        system: None,
        issued_at: None,
        not_before: None,
        expires_at: None,
        others: Vec::new(),
        is_of_environment: Some(true),
    }
}

fn screen(model: &Model) -> &TokenScreen {
    match model.top() {
        Some(Screen::Token(screen)) => screen,
        other => panic!("no token but {other:?}"),
    }
}

fn asked(effects: &[Effect]) -> (u64, &[crate::values::Scope], bool) {
    match effects.last() {
        Some(Effect::LookAtToken { id, wanted, .. }) => (*id, &wanted.scopes, wanted.exchange),
        other => panic!("no token is asked for: {other:?}"),
    }
}

fn opened_on_a_token(findings: &[(CheckId, Verdict)]) -> (Model, u64) {
    let mut model = opened(Environment::Named(PublishedEnvironment::Tt02));
    run_finds(&mut model, findings);
    let id = asked(&press(&mut model, "T")).0;
    (model, id)
}

fn told(model: &mut Model, id: u64, answer: TokenAnswer) {
    update(model, Msg::TokenTold { id, answer: Box::new(answer) });
}

#[test]
fn it_asks_for_what_the_integration_would_send_and_an_exchange_is_a_choice() {
    let (mut model, id) = opened_on_a_token(&[]);
    let wanted = &screen(&model).wanted;
    assert_eq!((wanted.scopes.len(), wanted.acting_for.is_some(), wanted.exchange), (2, true, false));
    assert!(press(&mut model, "a").is_empty(), "one question at a time");
    told(&mut model, id, TokenAnswer::Told(Box::new(facts(&["altinn:broker.write", "altinn:events.subscribe"]))));
    let effects = press(&mut model, "a");
    let (again, _, exchange) = asked(&effects);
    assert!(exchange && again != id && screen(&model).answer.is_none());
    // The answer to the question before comes too late.
    told(&mut model, id, TokenAnswer::NoClient);
    assert!(screen(&model).answer.is_none());
    assert!(press(&mut model, "⎋").contains(&Effect::CancelToken));
    assert!(matches!(model.top(), Some(Screen::Role)));
}

#[test]
fn x_opens_the_finding_of_what_is_wrong_and_before_there_is_one_its_cause() {
    let (mut model, id) = opened_on_a_token(&[(CheckId::ClientScopes, Verdict::NeedsYou)]);
    told(&mut model, id, TokenAnswer::Told(Box::new(facts(&["altinn:broker.write"]))));
    press(&mut model, "x");
    assert!(matches!(model.top(), Some(Screen::Reading(Reading::Explain(CheckId::ClientScopes)))), "a scope was not given");
    press(&mut model, "⎋");
    let again = asked(&press(&mut model, "c")).0;
    let why = Message::Refused { status: 400, cause: crate::journey::Cause::NoSystemUser };
    let check = CheckId::AccessSystemUserToken;
    told(&mut model, again, TokenAnswer::Refused(Box::new(TokenRefusal { why, code: Some("MP-303".into()), unasked: false, check })));
    press(&mut model, "x");
    let Some(Screen::LookUp(look_up)) = model.top() else { panic!("not explained: {:?}", model.top()) };
    let topics = &look_up.answer.as_ref().expect("an answer").found.topics;
    assert_eq!(topics.iter().map(|topic| topic.id()).collect::<Vec<_>>(), ["no-system-user"]);
}

#[test]
fn nothing_is_left_to_open_where_nothing_is_wrong() {
    let (mut model, id) = opened_on_a_token(&[]);
    let sound = TokenFacts { maker: TokenMaker::Altinn, ..facts(&["altinn:broker.write", "altinn:events.subscribe"]) };
    told(&mut model, id, TokenAnswer::Told(Box::new(sound)));
    press(&mut model, "x");
    assert!(matches!(model.top(), Some(Screen::Token(_))));
}

#[test]
fn a_pasted_or_typed_token_is_read_and_nothing_of_it_is_kept() {
    let (mut model, _) = opened_on_a_token(&[]);
    let pasted = update(&mut model, Msg::Pasted(format!("Authorization: Bearer {TOKEN}\n")));
    let Some(Effect::InspectToken { id, .. }) = pasted.last() else { panic!("not read: {pasted:?}") };
    told(&mut model, *id, TokenAnswer::Told(Box::new(facts(&["altinn:broker.write"]))));
    press(&mut model, "i");
    assert!(press(&mut model, "⏎").is_empty(), "nothing is typed");
    let typed = press(&mut model, &format!("{TOKEN}⏎"));
    assert!(matches!(typed.last(), Some(Effect::InspectToken { .. })), "{typed:?}");
    let kept = format!("{model:?}{pasted:?}{typed:?}");
    assert!(!kept.contains("eyJ") && screen(&model).entry.is_none(), "{kept}");
    press(&mut model, "⎋");
    assert!(matches!(model.top(), Some(Screen::Role)));
}

#[test]
fn a_vendor_that_runs_the_system_has_the_token() {
    let mut model = wizard();
    let mut profile = profile(Environment::Named(PublishedEnvironment::Tt02));
    profile.set(FieldId::Acting, "by-vendor").expect("an answer");
    let known = ListedProfile { name: "smart".into(), profile: Ok(profile), state: SavedState::default() };
    begin(&mut model, Environment::Named(PublishedEnvironment::Tt02), vec![known]);
    press(&mut model, "⎋T");
    assert!(!matches!(model.top(), Some(Screen::Token(_))));
}
