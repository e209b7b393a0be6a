//! Publishing a resource: its words are proposed and confirmed one by one, then the policy's three questions.

use super::*;
use crate::values::{Invalid, Names};

/// A service owner whose resource is not published yet, as the checks have found.
fn owner() -> Model {
    let mut profile = Profile::new(Role::ServiceOwner, Environment::SANDBOX);
    let client =
        [(FieldId::ClientId, "7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11"), (FieldId::ClientKey, "file:key.pem"), (FieldId::ClientKid, "k")];
    for (field, text) in [(FieldId::Organisation, "310400505"), (FieldId::Resource, "nyk-nye-filer")].into_iter().chain(client) {
        assert_eq!(profile.set(field, text), Ok(()), "{field}");
    }
    let mut model = wizard();
    let known = ListedProfile { name: "nyk".into(), profile: Ok(profile), state: SavedState::default() };
    begin(&mut model, Environment::SANDBOX, vec![known]);
    checked(&mut model);
    run_ends(&mut model, vec![unpublished()]);
    model
}

/// That the resource is not there, and how the list of service owners names its owner.
fn unpublished() -> Finding {
    Finding {
        message: Message::ResourceNotPublished { resource: "nyk-nye-filer".parse().expect("an id") },
        evidence: vec![Row {
            mark: Mark::Pass,
            subject: "nyk".to_owned(),
            message: Message::RowWouldOwn { names: Names::everywhere("Nykommerverket") },
        }],
        ..finding(CheckId::AccessResource, Verdict::NeedsYou)
    }
}

/// Starts the checks, unless they run already.
fn checked(model: &mut Model) {
    if session(model).work().checking().is_none() {
        press(model, "c");
    }
}

fn session(model: &Model) -> &Session {
    model.session.as_ref().expect("a profile is open")
}

fn edited(model: &Model) -> Option<FieldId> {
    match model.top() {
        Some(Screen::Edit(edit)) => Some(edit.field),
        _ => None,
    }
}

#[test]
fn each_proposal_is_confirmed_with_one_key_and_the_deed_comes_next() {
    let mut model = owner();
    assert_eq!(session(&model).next().first().map(|next| next.act), Some(Act::Answer(FieldId::PublishTitleNb)));
    press(&mut model, "⏎");
    let Some(Screen::Edit(edit)) = model.top() else { panic!("{:?}", model.top()) };
    assert_eq!((edit.answer().as_str(), edit.remark()), ("Nye filer, Nykommerverket", Some(WizardMessage::Proposed)));
    press(&mut model, "⏎⏎⏎⏎⏎⏎⏎⏎⏎");
    assert_eq!(edited(&model), Some(FieldId::ContactEmail), "nine texts are confirmed with nine keys");
    for letter in "kari@nyk.no".chars() {
        update(&mut model, Msg::Key(Key::Char(letter)));
    }
    press(&mut model, "⏎");
    assert_eq!(edited(&model), Some(FieldId::PolicyApprovers));
    press(&mut model, "⏎⏎⏎");
    assert_eq!(edited(&model), None);
    let profile = session(&model).profile();
    let answer = |field: FieldId| profile.answer(field).unwrap_or_default();
    assert_eq!(answer(FieldId::PublishDescriptionEn), "Files between Nykommerverket and other organisations, sent through Altinn Broker.");
    assert_eq!((answer(FieldId::PolicyOwnerActs), answer(FieldId::PolicyAdmits)), ("no".to_owned(), "any".to_owned()));
    assert_eq!(answer(FieldId::PolicyApprovers), "dagl, informasjon-og-kommunikasjon");
    checked(&mut model);
    run_ends(&mut model, vec![unpublished()]);
    assert_eq!(session(&model).next().first().map(|next| next.act), Some(Act::Deed(DeedId::PublishResource)));
}

#[test]
fn who_leaves_a_text_is_asked_again_and_own_words_stand_for_the_other_languages() {
    let mut model = owner();
    press(&mut model, "⏎⎋");
    assert_eq!(edited(&model), None);
    press(&mut model, "⏎^uSmarte filer⏎");
    let Some(Screen::Edit(edit)) = model.top() else { panic!("{:?}", model.top()) };
    assert_eq!((edit.field, edit.answer().as_str()), (FieldId::PublishTitleNn, "Smarte filer"));
    press(&mut model, "^u⏎⎋");
    assert_eq!(session(&model).next().first().map(|next| next.act), Some(Act::Answer(FieldId::PublishDescriptionNb)));
}

#[test]
fn what_is_published_already_is_not_proposed_anew() {
    let mut model = owner();
    checked(&mut model);
    run_ends(&mut model, vec![]);
    assert_eq!(session(&model).proposal(FieldId::PublishTitleNb), None);
}

#[test]
fn whom_to_admit_is_not_left_empty() {
    let mut model = owner();
    press(&mut model, "3");
    let lines = session(&model).items().len();
    for _ in 0..lines {
        if session(&model).item() == Some(Item::Deed(DeedId::Admit)) {
            break;
        }
        press(&mut model, "↑");
    }
    press(&mut model, "⏎");
    let effects = press(&mut model, "^u⏎");
    assert!(effects.is_empty(), "{effects:?}");
    let Some(Screen::Deed(screen)) = model.top() else { panic!("the deed is gone") };
    let Stage::Whom(entry) = &screen.stage else { panic!("{:?}", screen.stage) };
    assert_eq!(entry.refused, Some(Invalid::Empty));
}
