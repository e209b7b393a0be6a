//! The screen that tells what is in a token.

use super::{Key, Model, Msg, failing, press, update};
use crate::app::Effect;
use crate::journey::{Cause, CheckId, Message, PublishedEnvironment, TokenAnswer, TokenFacts, TokenMaker, TokenProof, TokenRefusal};

fn facts() -> TokenFacts {
    TokenFacts {
        issuer: "https://test.maskinporten.no/".to_owned(),
        maker: TokenMaker::Maskinporten,
        environment: Some(PublishedEnvironment::Tt02),
        algorithm: "RS256".to_owned(),
        kid: Some("digdir-1".to_owned()),
        proof: TokenProof::Sound,
        scopes: vec!["altinn:events.subscribe".parse().expect("a scope")],
        client_id: "7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11".parse().ok(),
        consumer: "991825827".parse().ok(),
        org_code: None,
        party: "991825827".parse().ok(),
        system: Some("314000005_smart-files".to_owned()),
        issued_at: "2026-11-23T08:59:58Z".parse().ok(),
        not_before: None,
        expires_at: "2026-11-23T09:01:58Z".parse().ok(),
        others: vec![("token_type".to_owned(), "Bearer".to_owned()), ("jti".to_owned(), "B4LNqqIJ1oL3z7pFp9UkYhk".to_owned())],
        is_of_environment: Some(true),
    }
}

fn asking() -> (Model, u64) {
    let mut model = failing();
    let effects = press(&mut model, &[Key::Char('T')]);
    match effects.last() {
        Some(Effect::LookAtToken { id, .. }) => (model, *id),
        other => panic!("no token is asked for: {other:?}"),
    }
}

fn told(mut model: Model, id: u64, answer: TokenAnswer) -> Model {
    update(&mut model, Msg::TokenTold { id, answer: Box::new(answer) });
    model
}

pub fn token_asking() -> Model {
    asking().0
}

/// The client has one of the two scopes.
pub fn token() -> Model {
    let (model, id) = asking();
    told(model, id, TokenAnswer::Told(Box::new(facts())))
}

pub fn token_refused() -> Model {
    let (model, id) = asking();
    let why = Message::Refused { status: 400, cause: Cause::NoSystemUser };
    let refusal = TokenRefusal { why, code: Some("MP-303".to_owned()), unasked: false, check: CheckId::AccessSystemUserToken };
    told(model, id, TokenAnswer::Refused(Box::new(refusal)))
}

/// A pasted token of production, which ended long ago.
pub fn token_pasted() -> Model {
    let mut model = token();
    let effects = update(&mut model, Msg::Pasted(format!("Bearer {}", super::TOKEN)));
    let Some(Effect::InspectToken { id, .. }) = effects.last() else { panic!("nothing is read: {effects:?}") };
    let of_production = TokenFacts {
        issuer: "https://maskinporten.no/".to_owned(),
        environment: Some(PublishedEnvironment::Prod),
        proof: TokenProof::NotLookedAt,
        issued_at: "2026-11-20T08:00:00Z".parse().ok(),
        expires_at: "2026-11-20T08:02:00Z".parse().ok(),
        party: None,
        system: None,
        others: Vec::new(),
        is_of_environment: Some(false),
        ..facts()
    };
    told(model, *id, TokenAnswer::Told(Box::new(of_production)))
}

pub fn token_pasting() -> Model {
    let mut model = token_pasted();
    press(&mut model, &[Key::Char('i')]);
    super::typed(&mut model, "eyJhbGciOiJSUzI1NiJ9");
    model
}
