//! The screen that explains a code, an error or a whole answer.

use super::*;
use crate::app::screens::{LookUp, LookedUp};

const TOKEN: &str = "eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.eyJzY29wZSI6ImFsdGlubjpicm9rZXIud3JpdGUifQ.c2lnbmF0dXJlLW9mLW5vYm9keQ";

fn home() -> Model {
    let mut model = wizard();
    update(&mut model, Msg::Started(Box::default()));
    model
}

fn looking_up() -> Model {
    let mut model = home();
    assert!(press(&mut model, "e").is_empty(), "nobody is asked");
    model
}

fn screen(model: &Model) -> &LookUp {
    match model.top() {
        Some(Screen::LookUp(screen)) => screen,
        other => panic!("not looking up but {other:?}"),
    }
}

fn found(model: &Model) -> Vec<&'static str> {
    let answer = screen(model).answer.as_ref().expect("an answer");
    answer.found.topics.iter().map(|topic| topic.id()).collect()
}

fn paste(model: &mut Model, text: &str) {
    assert!(update(model, Msg::Pasted(text.into())).is_empty(), "nobody is asked");
}

#[test]
fn a_typed_code_is_explained_in_any_spelling_and_the_next_can_be_typed() {
    let mut model = looking_up();
    for (typed, id) in [("mp200⏎", "scope-not-on-client"), ("client.token⏎", "client.token"), ("http-429⏎", "rate-limited")] {
        press(&mut model, typed);
        assert!(found(&model).contains(&id), "{typed}: {:?}", found(&model));
        assert_eq!(screen(&model).entry.text(), "");
    }
    press(&mut model, "⎋");
    assert!(model.top().is_none(), "Home again");
}

#[test]
fn a_pasted_answer_of_several_lines_is_taken_whole() {
    let mut model = looking_up();
    let answer = "{\n  \"error\": \"invalid_grant\",\n\n  \"error_description\": \"Unknown key identifier (kid). (trace_id: 4bf92f3577b34da6a3ce929d0e0e4736)\"\n}\n";
    paste(&mut model, answer);
    assert_eq!(found(&model).len(), 1, "{:?}", found(&model));
    let looked_up = screen(&model).answer.as_ref().expect("an answer");
    assert_eq!((looked_up.unshown, looked_up.found.trace_id.as_deref()), (4, Some("4bf92f3577b34da6a3ce929d0e0e4736")));
    assert!(screen(&model).entry.remark.is_none(), "not the first line only");
}

#[test]
fn a_short_paste_goes_into_the_line_and_a_line_break_after_it_is_enter() {
    let mut model = looking_up();
    paste(&mut model, "BRO-6");
    assert_eq!((screen(&model).entry.text(), screen(&model).is_masked()), ("BRO-6", false));
    assert!(screen(&model).answer.is_none());
    press(&mut model, "⏎");
    assert_eq!(found(&model), ["no-access"]);
    paste(&mut model, "MP-200\n");
    assert!(found(&model).contains(&"scope-not-on-client"));
}

#[test]
fn what_is_pasted_or_may_be_a_secret_is_not_shown() {
    let mut model = looking_up();
    paste(&mut model, "hunter2");
    assert!(screen(&model).is_masked(), "it can be a password");
    press(&mut model, "⏎");
    assert_eq!(screen(&model).entry.text(), "");
    press(&mut model, TOKEN);
    assert!(screen(&model).is_masked(), "typed");
    press(&mut model, "⏎");
    let answer = screen(&model).answer.as_ref().expect("an answer");
    assert!(answer.found.holds_secret && screen(&model).entry.text().is_empty());
    for pasted in [TOKEN.to_owned(), format!("Bearer {TOKEN}\nMP-200"), "-----BEGIN PRIVATE KEY-----\nMIIEvQ\n".to_owned()] {
        paste(&mut model, &pasted);
        let screen = screen(&model);
        let kept = format!("{screen:?} {}", screen.entry.text());
        assert!(screen.answer.as_ref().is_some_and(|answer| answer.found.holds_secret), "{pasted}");
        assert!(!kept.contains("eyJ") && !kept.contains("MIIE"), "{kept}");
    }
}

#[test]
fn a_text_of_which_nothing_is_known_can_be_mended() {
    let mut model = looking_up();
    press(&mut model, "mp 20⏎");
    assert!(screen(&model).answer.is_some());
    press(&mut model, "^uwhatever⏎");
    assert!(screen(&model).answer.as_ref().is_some_and(LookedUp::is_nothing));
    assert_eq!(screen(&model).entry.text(), "whatever");
    press(&mut model, "s");
    assert!(screen(&model).answer.is_none());
}

#[test]
fn the_message_to_the_service_desk_is_copied_where_a_code_is_not_known() {
    let mut model = looking_up();
    press(&mut model, "mp200⏎");
    assert!(press(&mut model, "^y").is_empty(), "it is known");
    paste(&mut model, "{\"title\": \"The moon is in the way.\", \"status\": 418, \"code\": \"BRO-99999\"}\n");
    let effects = press(&mut model, "^y");
    let [Effect::Copy(letter)] = effects.as_slice() else { panic!("not copied: {effects:?}") };
    assert!(letter.starts_with("Subject: BRO-99999") && letter.contains("The moon is in the way."), "{letter}");
    assert!(matches!(model.notice, Some(Notice::Wizard(WizardMessage::LetterCopied))));
}

#[test]
fn it_opens_from_the_checklist_too_and_leads_back_there() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Tt02));
    run_finds(&mut model, &[]);
    press(&mut model, "Emp200⏎");
    assert!(found(&model).contains(&"scope-not-on-client"));
    press(&mut model, "⎋");
    assert!(matches!(model.top(), Some(Screen::Role)));
}
