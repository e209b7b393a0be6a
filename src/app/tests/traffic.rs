//! The traffic: calls are selected, found, opened and copied.

use super::*;
use crate::values::{Body, Call, CallEnd, Held, HttpMessage, NamedPart, SentSecret};

fn call(path: &str, answer: &str) -> Call {
    let headers = vec![NamedPart { name: "authorization".into(), holds: Held::Secret(SentSecret::Token) }];
    Call {
        at: NOW,
        method: "GET".into(),
        scheme: "https".into(),
        host: "platform.tt02.altinn.no".into(),
        path: path.into(),
        end: CallEnd::Answered(200),
        took_ms: 1,
        sent: HttpMessage { headers, body: Body::Empty },
        answered: HttpMessage { headers: Vec::new(), body: Body::Text { text: answer.into(), is_whole: true } },
    }
}

fn with_calls() -> Model {
    let mut model = opened(Environment::Named(PublishedEnvironment::Tt02));
    run_finds(&mut model, &[]);
    for (path, answer) in [("/one", "BRO-00006"), ("/two", "fine"), ("/three", "fine")] {
        update(&mut model, Msg::Called(Box::new(call(path, answer))));
    }
    press(&mut model, "t");
    model
}

fn shown(model: &Model) -> Option<&str> {
    let calls = model.session.as_ref()?.calls();
    match model.top() {
        Some(Screen::Reading(Reading::Exchange(number))) => calls.of(*number).map(|call| call.path.as_str()),
        _ => None,
    }
}

#[test]
fn the_selected_call_is_opened_while_others_come() {
    let mut model = with_calls();
    press(&mut model, "j");
    update(&mut model, Msg::Called(Box::new(call("/four", "late"))));
    press(&mut model, "⏎");
    assert_eq!(shown(&model), Some("/two"));
    press(&mut model, "⎋k⏎");
    assert_eq!(shown(&model), Some("/three"));
}

#[test]
fn a_call_is_found_by_what_was_answered() {
    let mut model = with_calls();
    press(&mut model, "/bro-00006⏎⏎");
    assert_eq!(shown(&model), Some("/one"));
    press(&mut model, "⎋/^u");
    update(&mut model, Msg::Pasted("/two".into()));
    press(&mut model, "⏎⏎");
    assert_eq!(shown(&model), Some("/two"), "what is pasted is sought too");
}

#[test]
fn a_call_is_copied_as_curl_without_the_token() {
    let mut model = with_calls();
    let effects = press(&mut model, "⏎y");
    let [Effect::Copy(command)] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(command, "curl \\\n  'https://platform.tt02.altinn.no/three' \\\n  -H \"authorization: Bearer $TOKEN\"");
    let says = WizardMessage::CurlCopiedWith { variables: vec!["TOKEN".into()] };
    assert_eq!(model.notice, Some(says.into()));
}
