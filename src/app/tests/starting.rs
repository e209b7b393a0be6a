//! Starting the wizard: a first run to five ready steps, and a later start that resumes.

use super::*;

#[test]
fn the_hosts_of_addresses_of_ones_own_are_named_before_anything_is_sent() {
    let own = |address: &str| address.parse().expect("an address");
    let environment = Environment::Custom {
        platform: own("https://platform.example.no/"),
        maskinporten: own("https://tokens.example.no/"),
        admin: None,
        access_management: None,
    };
    let mut model = wizard();
    let known = ListedProfile { name: "smart".into(), profile: Ok(profile(environment)), state: SavedState::default() };
    let start = Start { profile: Some("smart".into()), profiles: vec![known], ..Start::default() };
    let effects = update(&mut model, Msg::Started(Box::new(start)));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::RunChecks { .. })), "{effects:?}");
    let said =
        WizardMessage::OwnAddresses { maskinporten: "https://tokens.example.no".into(), platform: "https://platform.example.no".into() };
    assert_eq!(model.notice, Some(Notice::Wizard(said)));
}

#[test]
fn on_home_a_key_turns_the_language_at_once_and_has_it_kept() {
    let known = ListedProfile { name: "smart".into(), profile: Ok(profile(Environment::SANDBOX)), state: SavedState::default() };
    for profiles in [vec![], vec![known]] {
        let mut model = wizard();
        update(&mut model, Msg::Started(Box::new(Start { profiles, ..Start::default() })));
        model.dirty = false;
        for language in [Language::Bokmal, Language::Nynorsk, Language::English] {
            assert_eq!(press(&mut model, "L"), [Effect::KeepLanguage(language)]);
            assert_eq!((model.text.language(), model.dirty), (language, true));
        }
    }
}

#[test]
fn the_language_stays_where_letters_are_typed_and_off_home() {
    let known = |name: &str| ListedProfile { name: name.into(), profile: Ok(profile(Environment::SANDBOX)), state: SavedState::default() };
    let mut home = wizard();
    update(&mut home, Msg::Started(Box::new(Start { profiles: vec![known("a"), known("L")], ..Start::default() })));
    press(&mut home, "/L");
    assert_eq!((home.sought(), home.text.language()), (Some("L"), Language::English));
    let mut editing = opened(Environment::SANDBOX);
    for keys in ["L", "1eL", "?L"] {
        let effects = press(&mut editing, keys);
        assert!(!effects.iter().any(|effect| matches!(effect, Effect::KeepLanguage(_))), "{keys}");
        assert_eq!(editing.text.language(), Language::English, "{keys}");
        press(&mut editing, "⎋");
    }
}

#[test]
fn a_profile_that_is_not_there_is_told_with_a_way_on_where_there_are_none() {
    let mut model = wizard();
    update(&mut model, Msg::Started(Box::new(Start { profile: Some("smart".into()), ..Start::default() })));
    assert_eq!(model.notice, Some(Notice::Engine(EngineMessage::ProfileMissingAlone { name: "smart".into() })));
}

#[test]
fn a_text_pasted_where_keys_are_taken_is_told_and_does_nothing() {
    let mut model = wizard();
    begin(&mut model, Environment::SANDBOX, vec![]);
    let effects = update(&mut model, Msg::Pasted("q\n".into()));
    assert!(effects.is_empty() && model.leaving.is_none());
    assert_eq!(model.notice, Some(Notice::Wizard(WizardMessage::PasteIgnored)));
}

#[test]
fn six_keys_lead_from_the_start_to_five_ready_steps() {
    for role_key in ["⏎", "1", "2", "3"] {
        let mut model = wizard();
        begin(&mut model, Environment::SANDBOX, vec![]);
        press(&mut model, role_key);
        let effects = press(&mut model, "⏎");
        let Some(Effect::FillSandbox { id, role, preset: FillPreset::Filled }) = effects.last() else { panic!("{effects:?}") };
        let mut filled = profile(Environment::SANDBOX);
        filled.role = *role;
        update(&mut model, Msg::Filled { id: *id, profile: Box::new(filled), notice: WizardMessage::Filled.into() });
        let needs = [(CheckId::EventsSubscription, Verdict::NeedsYou), (CheckId::IntegrateTransfer, Verdict::NeedsYou)];
        run_finds(&mut model, &needs);
        press(&mut model, "⏎");
        assert!(matches!(model.top(), Some(Screen::Deed(deed)) if deed.deed == DeedId::Subscribe), "a subscription comes first");
        deed_does(&mut model);
        run_finds(&mut model, &[(CheckId::IntegrateTransfer, Verdict::NeedsYou)]);
        press(&mut model, "⏎");
        let transfer = if role_key == "2" { DeedId::ReceiveTest } else { DeedId::SendTest };
        assert!(matches!(model.top(), Some(Screen::Deed(deed)) if deed.deed == transfer), "the next deed follows");
        deed_does(&mut model);
        run_finds(&mut model, &[]);
        let session = model.session.as_ref().expect("still open");
        assert!(session.readiness().is_ready());
        assert_eq!(session.focus().section, Section::Ready);
    }
}

#[test]
fn a_start_resumes_at_the_same_profile_step_and_findings() {
    let mut model = wizard();
    let state = SavedState {
        step: Some(StepId::Access),
        evidence: Evidence::default(),
        findings: vec![finding(CheckId::AccessSystemUser, Verdict::Fail), finding(CheckId::ClientKey, Verdict::Pass)],
        ..SavedState::default()
    };
    let known = |name: &str| ListedProfile { name: name.into(), profile: Ok(profile(Environment::SANDBOX)), state: state.clone() };
    let start = Start { profiles: vec![known("a"), known("b")], last: Some("b".into()), ..Start::default() };
    let effects = update(&mut model, Msg::Started(Box::new(start)));
    let session = model.session.as_ref().expect("opened");
    assert_eq!((session.name(), session.focus().section), ("b", Section::Step(StepId::Access)));
    assert_eq!(session.focus().open, Some(CheckId::AccessSystemUser), "what is wrong is open");
    assert!(!session.findings().is_renewed(CheckId::AccessSystemUser), "findings are shown as stored");
    assert!(effects.iter().any(|effect| matches!(effect, Effect::RunChecks { .. })), "and renewed by themselves");
}

#[test]
fn an_answer_given_while_the_sandbox_fills_is_not_overwritten() {
    let mut model = wizard();
    begin(&mut model, Environment::SANDBOX, vec![]);
    let effects = press(&mut model, "⏎⏎");
    let Some(Effect::FillSandbox { id, .. }) = effects.last() else { panic!("{effects:?}") };
    press(&mut model, "1e⇥991825827⏎");
    let answered = |model: &Model| model.session.as_ref().and_then(|session| session.profile().answer(FieldId::Organisation));
    assert_eq!(answered(&model).as_deref(), Some("991 825 827"));
    let filled = Profile::new(Role::Sender, Environment::SANDBOX);
    update(&mut model, Msg::Filled { id: *id, profile: Box::new(filled), notice: WizardMessage::Filled.into() });
    assert_eq!(answered(&model).as_deref(), Some("991 825 827"));
}
