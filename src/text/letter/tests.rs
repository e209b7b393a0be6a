//! Each letter, in each language: whole sentences, every value filled in, and no word of this program.

use super::*;
use crate::journey::{CheckId, DeedId, FieldId, Journal, LetterGround, LetterOptions, Profile, PublishedEnvironment};
use crate::text::lines::lines;

fn profile(role: Role, environment: PublishedEnvironment, vendor: bool) -> Profile {
    let mut profile = Profile::new(role, Environment::Named(environment));
    let mut answers =
        vec![(FieldId::Organisation, "310456780"), (FieldId::Resource, "smart-files"), (FieldId::SystemId, "991825827_files")];
    if vendor {
        answers.extend([(FieldId::Acting, "for-customer"), (FieldId::ClientOwner, "991825827")]);
    }
    for (field, text) in answers {
        // The first number is made up.
        let text = if field == FieldId::Organisation { "974760673" } else { text };
        assert_eq!(profile.set(field, text), Ok(()), "{field}");
    }
    profile
}

fn needs(role: Role, kind: LetterKind) -> Vec<LetterNeed> {
    match kind {
        LetterKind::Scopes => vec![LetterNeed::Scopes(vec![Scope::known("altinn:broker.write")])],
        LetterKind::Access => {
            vec![LetterNeed::Access, LetterNeed::Rules(vec!["write".to_owned()]), LetterNeed::Publish, LetterNeed::Delegable]
        }
        LetterKind::Approver => vec![LetterNeed::Approval(None), LetterNeed::Approval("https://am.ui.altinn.no/request?id=1".parse().ok())],
        LetterKind::Counterpart if role == Role::Recipient => vec![LetterNeed::TestFile],
        LetterKind::Counterpart => vec![LetterNeed::Download(None), LetterNeed::Download(Some(uuid::Uuid::nil()))],
    }
}

/// Every letter that can be written, with its words.
fn all(look: impl Fn(&Letter, Language, &LetterWords)) {
    for role in [Role::Sender, Role::Recipient] {
        for (environment, vendor) in
            [(PublishedEnvironment::Tt02, false), (PublishedEnvironment::Prod, true), (PublishedEnvironment::Sandbox, false)]
        {
            for kind in LetterKind::ALL {
                let profile = profile(role, environment, vendor);
                let ground = LetterGround { profile: &profile, findings: &[], journal: &Journal::default(), transfer: None };
                let plain = Letter::new(*kind, ground, &LetterOptions::default()).expect("all is answered");
                for need in needs(role, *kind) {
                    for reminds_of in [None, Some(jiff::civil::date(2026, 11, 20))] {
                        let letter = Letter { need: need.clone(), reminds_of, ..plain.clone() };
                        Language::ALL.iter().for_each(|language| look(&letter, *language, &LetterWords::of(&letter, *language)));
                    }
                }
            }
        }
    }
}

#[test]
fn every_value_is_filled_in_and_no_word_is_this_programs() {
    let ours: Vec<&str> = FieldId::ALL.iter().map(|field| field.name()).filter(|name| name.contains(['.', '_'])).collect();
    let ours: Vec<&str> = ours.into_iter().chain(DeedId::ALL.iter().map(|deed| deed.name())).collect();
    let ours: Vec<&str> =
        ours.into_iter().chain(CheckId::ALL.iter().map(|check| check.name())).chain(["broker-setup", "sandbox"]).collect();
    all(|letter, language, words| {
        let whole = format!("{}\n{}", words.receiver, words.whole());
        assert!(!whole.contains(['{', '}', '$']), "{language}: {whole}");
        assert!(!whole.contains("  ") && !whole.contains(": \n") && !whole.contains("\n\n\n"), "{language}: {whole}");
        for word in &ours {
            assert!(!whole.contains(word), "{language}: {word} in {whole}");
        }
        let organisation = if letter.kind == LetterKind::Scopes && letter.vendor.is_some() { "991 825 827" } else { "974 760 673" };
        assert!(whole.contains(organisation), "{language}: {whole}");
        for paragraph in words.body.split("\n\n").filter(|paragraph| paragraph.contains(". ")) {
            assert!(paragraph.ends_with(['.', '?', ':', '»']), "{language}: {paragraph}");
        }
    });
}

#[test]
fn every_language_has_the_same_lines_with_the_same_values() {
    let [bokmal, nynorsk, english] = Language::ALL else { panic!("three languages") };
    let of = |language: Language| -> Vec<(String, Vec<String>)> {
        let lines = lines("letters", source(language));
        lines.into_iter().map(|(key, line)| (key, line.placeholders.into_iter().collect())).collect()
    };
    assert_eq!(of(*bokmal), of(*english));
    assert_eq!(of(*nynorsk), of(*english));
}

#[test]
fn every_line_is_used() {
    let code = include_str!("../letter.rs");
    for key in lines("letters", source(Language::English)).keys() {
        let made = ["environment-", "does-"].iter().any(|made| key.starts_with(made));
        let numbers = key.strip_prefix("label-").is_some();
        assert!(made || numbers || code.contains(&format!("\"{key}\"")), "nothing says {key}");
    }
}

fn scope_letter(language: Language) -> LetterWords {
    let profile = profile(Role::Sender, PublishedEnvironment::Tt02, false);
    let ground = LetterGround { profile: &profile, findings: &[], journal: &Journal::default(), transfer: None };
    LetterWords::of(&Letter::new(LetterKind::Scopes, ground, &LetterOptions::default()).expect("all is answered"), language)
}

#[test]
fn the_scope_letter_names_each_scope_that_somebody_must_grant() {
    let body = scope_letter(Language::Bokmal).body;
    for wanted in [
        "altinn:broker.write",
        "altinn:authentication/systemregister.write",
        "altinn:authentication/systemuser.request.write",
        "altinn:authentication/systemuser.request.read",
        "smart-files",
    ] {
        assert!(body.contains(wanted), "{wanted}: {body}");
    }
    assert!(!body.contains("events.subscribe") && !body.contains("pdp"), "{body}");
    assert!(body.ends_with("Vennlig hilsen"), "{body}");
}

#[test]
fn a_contact_stands_under_the_letter_as_far_as_it_is_given() {
    let mut profile = profile(Role::Sender, PublishedEnvironment::Tt02, false);
    assert_eq!(profile.set(FieldId::ContactName, "Kari Nordmann"), Ok(()));
    assert_eq!(profile.set(FieldId::ContactPhone, "22 22 22 22"), Ok(()));
    let ground = LetterGround { profile: &profile, findings: &[], journal: &Journal::default(), transfer: None };
    let letter = Letter::new(LetterKind::Access, ground, &LetterOptions::default()).expect("all is answered");
    assert!(LetterWords::of(&letter, Language::English).body.ends_with("Kind regards\nKari Nordmann\n22 22 22 22"));
}

#[test]
fn a_mail_program_gets_the_letter_whole() {
    let words = scope_letter(Language::Bokmal);
    let link = words.mailto(Some("servicedesk@altinn.no"));
    assert!(link.starts_with("mailto:servicedesk@altinn.no?subject=Scopes%20for%20Altinn%20Formidling"), "{link}");
    assert!(!link.contains([' ', '+', '\n']) && link.contains("%0D%0A"), "{link}");
    let read = url::Url::parse(&link).expect("an address");
    let body = read.query_pairs().find(|(name, _)| name == "body").expect("a body").1.replace("\r\n", "\n");
    assert_eq!(body, words.body);
}
