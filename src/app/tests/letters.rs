//! Letters to the people who must act: read, copied, saved and noted; and what they answer.

use super::*;
use crate::app::screens::{LetterLine, WaitingChoice};
use crate::journey::{Entry as JournalEntry, EntryState, JournalPlace, LetterAct, LetterKind};
use crate::values::Invalid;
use jiff::ToSpan;

fn not_granted() -> Message {
    Message::ScopesNotGranted { scopes: vec![crate::values::Scope::known("altinn:broker.write")] }
}

/// A profile whose scopes are not granted, with the letter to the service desk open.
fn letter(environment: PublishedEnvironment) -> Model {
    let mut model = opened(Environment::Named(environment));
    if model.session.as_ref().is_some_and(|session| !session.is_checking()) {
        press(&mut model, "c");
    }
    run_ends(&mut model, vec![Finding { message: not_granted(), ..finding(CheckId::KeyScopes, Verdict::NeedsYou) }]);
    press(&mut model, "1m");
    assert!(matches!(model.top(), Some(Screen::Letter(_))), "{:?}", model.top());
    model
}

fn screen(model: &Model) -> &screens::LetterScreen {
    match model.top() {
        Some(Screen::Letter(screen)) => screen,
        other => panic!("no letter but {other:?}"),
    }
}

fn performed(effects: &[Effect]) -> &DeedCall {
    let call = effects.iter().find_map(|effect| match effect {
        Effect::PerformDeed(call) => Some(call),
        _ => None,
    });
    call.unwrap_or_else(|| panic!("nothing is done: {effects:?}"))
}

fn ends(model: &mut Model, id: u64) {
    let outcome = Outcome { says: vec![DeedMessage::NothingToDo], evidence: Evidence::default(), link: None };
    update(model, Msg::DeedEnded { id, result: Ok(Box::new(outcome)) });
}

#[test]
fn a_letter_is_copied_saved_and_opened_in_the_receivers_language() {
    let mut model = letter(PublishedEnvironment::Tt02);
    let effects = press(&mut model, "y");
    let [Effect::Copy(text)] = effects.as_slice() else { panic!("{effects:?}") };
    for wanted in ["altinn:broker.write", "991 825 827", "TT02", "Vennlig hilsen"] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    press(&mut model, "ll");
    assert_eq!(model.session.as_ref().map(|session| session.letter_language(LetterKind::Scopes)), Some(Language::English));
    let effects = press(&mut model, "s");
    assert!(
        matches!(effects.as_slice(), [Effect::SaveLetter { name, text }] if name == "smart-scopes" && text.contains("Kind regards")),
        "{effects:?}"
    );
    let effects = press(&mut model, "o");
    assert!(matches!(effects.as_slice(), [Effect::OpenLink(link)] if link.starts_with("mailto:servicedesk@altinn.no?")), "{effects:?}");
    let Some(Effect::OpenLink(link)) = effects.into_iter().next() else { panic!("no link") };
    update(&mut model, Msg::LinkOpened { link, taken: false });
    assert_eq!(model.notice, Some(Notice::Wizard(WizardMessage::MailNotOpened)));
}

#[test]
fn enter_notes_that_it_is_sent_and_closes_it() {
    let mut model = letter(PublishedEnvironment::Tt02);
    let effects = press(&mut model, "⏎");
    let call = performed(&effects);
    assert_eq!((call.deed, call.options.letter.act), (DeedId::AskScopes, Some(LetterAct::Sent)));
    assert_eq!(call.options.letter.to.as_ref().map(ToString::to_string).as_deref(), Some("servicedesk@altinn.no"));
    let id = call.id;
    assert!(performed_nothing(&press(&mut model, "⏎")), "it is noted once");
    update(
        &mut model,
        Msg::DeedWent { id, progress: Box::new(DeedProgress::Answered { field: FieldId::ScopesRequested, text: "1970-01-01".to_owned() }) },
    );
    ends(&mut model, id);
    assert!(matches!(model.top(), Some(Screen::Role)), "{:?}", model.top());
    assert_eq!(model.notice, Some(Notice::Wizard(WizardMessage::LetterNoted)));
    assert!(model.session.as_ref().is_some_and(|session| session.is_asked(LetterKind::Scopes) && session.is_checking()));
}

fn performed_nothing(effects: &[Effect]) -> bool {
    !effects.iter().any(|effect| matches!(effect, Effect::PerformDeed(_)))
}

#[test]
fn in_production_the_profiles_name_is_typed_first() {
    let mut model = letter(PublishedEnvironment::Prod);
    assert!(performed_nothing(&press(&mut model, "⏎")));
    assert!(matches!(screen(&model).typing, Some((LetterLine::ProfileName, _))));
    assert!(performed_nothing(&press(&mut model, "smar⏎")));
    assert_eq!(performed(&press(&mut model, "t⏎")).deed, DeedId::AskScopes);
}

#[test]
fn an_address_is_typed_once_and_a_wrong_one_stays_in_the_line() {
    let mut model = letter(PublishedEnvironment::Tt02);
    press(&mut model, "a^ukari⏎");
    let Some((LetterLine::Address, entry)) = &screen(&model).typing else { panic!("the line is open") };
    assert_eq!((entry.text(), &entry.refused), ("kari", &Some(Invalid::MailAddressShape)));
    press(&mut model, "@example.no⏎⎋m");
    let effects = press(&mut model, "o");
    assert!(matches!(effects.as_slice(), [Effect::OpenLink(link)] if link.starts_with("mailto:kari@example.no?")), "{effects:?}");
}

#[test]
fn the_contact_is_asked_for_line_by_line_and_kept_in_the_profile() {
    let mut model = letter(PublishedEnvironment::Tt02);
    press(&mut model, "eKari Nordmann⏎kari@example.no⏎⏎");
    assert!(screen(&model).typing.is_none());
    let contact = model.session.as_ref().map(|session| session.profile().contact.clone()).expect("a session");
    assert_eq!((contact.name.as_deref(), contact.phone), (Some("Kari Nordmann"), None));
    let effects = press(&mut model, "y");
    assert!(matches!(effects.as_slice(), [Effect::Copy(text)] if text.ends_with("Kari Nordmann\nkari@example.no\n")), "{effects:?}");
}

/// A system user that waits for the approver in production, the message to whom was sent at the beginning of time.
fn waiting(asked: bool) -> Model {
    let mut model = opened(Environment::Named(PublishedEnvironment::Prod));
    if asked {
        let session = model.session.as_mut().expect("a session");
        let profile = session.profile().clone();
        assert!(session.answer(FieldId::ApprovalRequested, "1970-01-01", NOW).is_ok());
        let entry = JournalEntry::begun("a".to_owned(), DeedId::AskApprover, JournalPlace::Letter, String::new(), &profile, NOW);
        drop(session.deed_went(0, DeedProgress::Noted(Box::new(entry.with_state(EntryState::Done))), NOW));
    }
    if model.session.as_ref().is_some_and(|session| !session.is_checking()) {
        press(&mut model, "c");
    }
    let party = "991825827".parse().expect("a number");
    let outcome = Verdict::Waiting(Waiting { on: Who::Approver, since: Some(NOW), until: None });
    let link = "https://am.ui.altinn.no/request?id=1".parse().ok();
    let waits = Finding { message: Message::SystemUserWaits { party }, link, ..finding(CheckId::AccessSystemUser, outcome) };
    run_ends(&mut model, vec![waits]);
    model
}

fn waits_on_screen(model: &mut Model) {
    press(model, "3");
    for _ in 0..20 {
        if matches!(model.top(), Some(Screen::Waiting(_))) {
            return;
        }
        press(model, "⏎");
    }
    panic!("no wait but {:?}", model.top());
}

#[test]
fn a_wait_offers_yes_no_and_a_reminder() {
    let mut model = waiting(true);
    waits_on_screen(&mut model);
    let choices = |model: &Model| model.session.as_ref().map(|session| session.waiting_choices(CheckId::AccessSystemUser));
    assert_eq!(choices(&model), Some(vec![WaitingChoice::SaidYes, WaitingChoice::SaidNo, WaitingChoice::Remind]));
    // Yes looks at once.
    press(&mut model, "⏎");
    assert!(matches!(model.top(), Some(Screen::Role)) && model.session.as_ref().is_some_and(session::Session::is_checking));
}

#[test]
fn a_no_is_kept_with_its_reason() {
    let mut model = waiting(true);
    waits_on_screen(&mut model);
    press(&mut model, "j⏎⏎");
    let Some(Screen::Waiting(screen)) = model.top() else { panic!("{:?}", model.top()) };
    assert_eq!(screen.reason.as_ref().and_then(|entry| entry.refused.clone()), Some(Invalid::Empty), "a no has a reason");
    assert!(performed_nothing(&press(&mut model, "not our system⏎")));
    assert!(performed_nothing(&press(&mut model, "smar⏎")), "in production the profile's name is typed too");
    let effects = press(&mut model, "t⏎");
    let call = performed(&effects);
    assert_eq!((call.deed, call.options.letter.act), (DeedId::AskApprover, Some(LetterAct::Refused)));
    assert_eq!(call.options.letter.reason.as_deref(), Some("not our system"));
    let id = call.id;
    ends(&mut model, id);
    assert!(matches!(model.top(), Some(Screen::Role)), "{:?}", model.top());
    assert_eq!(model.notice, Some(Notice::Wizard(WizardMessage::NoNoted)));
}

#[test]
fn a_reminder_is_offered_after_a_week_and_is_always_possible() {
    let mut model = waiting(true);
    waits_on_screen(&mut model);
    let line = |model: &Model| match model.top() {
        Some(Screen::Waiting(screen)) => screen.line,
        other => panic!("{other:?}"),
    };
    assert_eq!(line(&model), 0);
    press(&mut model, "jj⏎");
    assert_eq!((screen(&model).kind, screen(&model).act), (LetterKind::Approver, LetterAct::Reminded));
    press(&mut model, "⎋⎋");
    update(&mut model, Msg::Now(NOW + 170.hours()));
    waits_on_screen(&mut model);
    assert_eq!(line(&model), 2, "a week has passed");
}

#[test]
fn before_a_letter_it_is_written_first() {
    let mut model = waiting(false);
    press(&mut model, "3m");
    assert_eq!((screen(&model).kind, screen(&model).act), (LetterKind::Approver, LetterAct::Sent));
}
