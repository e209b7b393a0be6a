//! Tests that advice is for the reader's own side: a recipient is not told to send, nor a service owner to ask the service owner.

use super::*;
use crate::journey::{Acting, Cause, DeedId, Environment, Profile, PublishedEnvironment};

/// Whether a part of a sentence is advice that sends a reader of this role to themselves, or to the other side's work.
fn is_wrong(role: Role, advice: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| advice.contains(word));
    match role {
        Role::Sender => {
            has(&["ask a sender", "ask the sender", "ask your sender", "fetch a", "fetch the", "fetch and confirm", "you receive"])
        }
        Role::Recipient => {
            let sends = advice.starts_with("send ") || advice.contains("and send ") || advice.contains("then send ");
            sends && has(&["file", "test", "again", "one more", "fil", "på nytt", "én til", "ein til"])
                || has(&["you send", "you may send", "du sender", "du kan sende"])
        }
        Role::ServiceOwner => {
            has(&["ask the service owner", "the service owner has not", "have the service owner", "tell the service owner"])
        }
    }
}

/// Whether a check or a deed of this role can say it. What only the other side's checks and deeds say needs no second wording.
fn is_said_to(role: Role, id: &str) -> bool {
    let only_to: &[Role] = match id {
        // `checks::integrate::transfer` and `checks::integrate::list`, which judge by role.
        "transfer-none" | "transfer-of-other-sender" => &[Role::Sender],
        "transfer-none-received" | "transfer-not-fetched" | "transfer-unconfirmed" => &[Role::Recipient],
        "transfer-none-owner" | "transfer-ask-others" | "list-owner-answers" => &[Role::ServiceOwner],
        "list-no-access" | "list-no-access-yet" | "list-answers" => &[Role::Sender, Role::Recipient],
        // `checks::access`, where the owner's own resource has messages of its own.
        "resource-missing" | "resource-not-delegable" | "policy-lacks" | "policy-placeholder" => &[Role::Sender, Role::Recipient],
        // What a sender's deed says: it prepares, announces and sends.
        "would-send"
        | "checksum-refused"
        | "transfer-started"
        | "scan-found-malware"
        | "file-missing"
        | "file-not-regular"
        | "sent"
        | "recipient-next"
        | "would-prove-refusal"
        | "not-refused"
        | "lands-for-real"
        | "not-published-yet" => &[Role::Sender, Role::ServiceOwner],
        // What a recipient's deed says: it looks for a marked test, fetches and confirms it.
        "would-fetch-test"
        | "would-fetch-chosen"
        | "would-fetch-and-confirm-test"
        | "would-fetch-and-confirm-chosen"
        | "would-go-on-fetching"
        | "would-confirm-fetched"
        | "would-note-fetched"
        | "none-waiting"
        | "would-await-file"
        | "ask-sender-meanwhile"
        | "only-unmarked"
        | "not-for-us"
        | "not-marked"
        | "not-confirmed"
        | "content-differs"
        | "fetched-unconfirmed" => &[Role::Recipient, Role::ServiceOwner],
        "went-round-unconfirmed" | "ask-sender-and-recipient" => &[Role::ServiceOwner],
        _ => Role::ALL,
    };
    only_to.contains(&role)
}

/// What a finding, a cause or a deed says to a role, all its parts in one.
fn said(language: Language, file: &str, id: &str, role: Role) -> String {
    let text = Text::new(language).for_role(role);
    let values = [("role", Value::Text(role.to_string()))];
    let parts = ["", ".cause", ".fix"].into_iter().filter_map(|part| text.find(file, &format!("{id}{part}"), &values));
    parts.collect::<Vec<_>>().join(" ").to_lowercase()
}

#[test]
fn nobody_is_given_the_advice_of_another_side() {
    let findings = Message::ALL.iter().map(|(id, _)| ("findings", *id)).chain(Cause::ALL.iter().map(|cause| ("findings", cause.name())));
    let all: Vec<_> = findings.chain(DeedMessage::ALL.iter().map(|(id, _)| ("deeds", *id))).collect();
    let mut amiss = Vec::new();
    for (language, role) in Language::ALL.iter().flat_map(|language| Role::ALL.iter().map(move |role| (*language, role))) {
        for (file, id) in all.iter().filter(|(_, id)| is_said_to(*role, id)) {
            let said = said(language, file, id, *role);
            let wrong = said.split(['.', ',', ':']).map(str::trim).filter(|advice| is_wrong(*role, advice));
            amiss.extend(wrong.map(|advice| format!("{language} {role}: {file} {id} says: {advice}")));
        }
    }
    assert!(amiss.is_empty(), "{amiss:#?}");
}

/// What each role is asked for speaks of its own side: a recipient sees no file to send, and a sender none to fetch.
#[test]
fn no_role_is_asked_in_the_words_of_another() {
    let words_of_others = |role: Role| -> &[&str] {
        match role {
            Role::Sender => &[
                "to fetch",
                "fetched",
                "receive",
                "receives",
                "skal hentes",
                "skal hentast",
                "å hente",
                "motta",
                "mottar",
                "ta imot",
                "tek imot",
            ],
            Role::Recipient => &["to send", "sends", "you send", "you sent", "du sendte", "sender", "skal sendes", "skal sendast", "sende"],
            Role::ServiceOwner => &[],
        }
    };
    let mut amiss = Vec::new();
    for (language, role) in Language::ALL.iter().flat_map(|language| Role::ALL.iter().map(move |role| (*language, *role))) {
        let text = Text::new(language).for_role(role);
        for (field, profile) in asked(role) {
            let label = text.field_within(field);
            let help = text.field_help(field, &profile.environment);
            let unset = text.field_unset(field).unwrap_or_default();
            for said in [label, help, unset] {
                let said_words = format!(" {} ", said.to_lowercase().replace(|c: char| !c.is_alphanumeric(), " "));
                let word = words_of_others(role).iter().find(|word| said_words.contains(&format!(" {word} ")));
                amiss.extend(word.map(|word| format!("{language} {role} {field} says {word}: {said}")));
            }
        }
    }
    assert!(amiss.is_empty(), "{amiss:#?}");
}

/// The fields that a role is asked for, in some way of acting and some environment.
fn asked(role: Role) -> Vec<(FieldId, Profile)> {
    let mut asked = Vec::new();
    for environment in [PublishedEnvironment::Sandbox, PublishedEnvironment::Tt02, PublishedEnvironment::Prod] {
        for acting in Acting::ALL.iter().filter(|acting| role != Role::ServiceOwner || **acting == Acting::Own) {
            let mut profile = Profile::new(role, Environment::Named(environment));
            profile.acting = *acting;
            // The role is chosen among all, before there are words for one.
            let fields = FieldId::ALL.iter().filter(|field| **field != FieldId::Role && field.is_for(&profile));
            asked.extend(fields.map(|field| (*field, profile.clone())));
        }
    }
    asked
}

#[test]
fn who_must_act_is_you_for_the_one_who_is_asked() {
    let who =
        |role| Text::new(Language::English).for_role(role).finding(&Message::Refused { status: 400, cause: Cause::ResourceNotSetUp }).who;
    assert_eq!([Role::Sender, Role::ServiceOwner].map(who), [Some(Who::ServiceOwner), Some(Who::You)]);
}

/// Nothing in a sentence is named as files name it: a field has a label, which the reader sees on the screen.
#[test]
fn no_sentence_names_a_field_as_files_do() {
    let dotted: Vec<&str> = FieldId::ALL.iter().map(|field| field.name()).filter(|name| name.contains(['.', '_'])).collect();
    let mut amiss = Vec::new();
    for (file, source) in Language::ALL.iter().flat_map(|language| language.translation().sources()) {
        for (key, line) in super::lines::lines(file, source) {
            let words = line.text.split(|c: char| c.is_whitespace() || "`\"«»,:;()".contains(c)).map(|word| word.trim_end_matches('.'));
            amiss.extend(words.filter(|word| dotted.contains(word)).map(|word| format!("{file}.ftl: {key} names {word}")));
        }
    }
    assert!(amiss.is_empty(), "{amiss:#?}");
}

/// Nor is what the program can do named as the command line names it: the sentence says what is done, and the next thing to do has the
/// deed. A command stands in a sentence as a value. `subscribe` is also an action of a policy and an English verb, and `admit` a verb,
/// so of these only what reads as a command is refused.
#[test]
fn no_sentence_names_a_deed_as_the_command_line_does() {
    let mut amiss = Vec::new();
    for (file, source) in Language::ALL.iter().flat_map(|language| language.translation().sources()) {
        for (key, line) in super::lines::lines(file, source) {
            amiss.extend(named_deed(&line.text).map(|deed| format!("{file}.ftl: {key} names {deed}")));
        }
    }
    assert!(amiss.is_empty(), "{amiss:#?}");
}

/// The deed that a sentence names by its id.
fn named_deed(sentence: &str) -> Option<&'static str> {
    let is_part_of_a_word = |c: char| c.is_alphanumeric() || c == '-';
    DeedId::ALL.iter().map(|deed| deed.name()).find(|name| {
        sentence.match_indices(name).any(|(at, _)| {
            let (before, after) = (&sentence[..at], &sentence[at + name.len()..]);
            let is_whole = !before.ends_with(is_part_of_a_word) && !after.starts_with(is_part_of_a_word);
            let is_run = before.ends_with("broker-setup do ") || after.starts_with(" does") || after.starts_with(" makes");
            let acts = is_run || [" gjør", " gjer", " lager", " lagar"].iter().any(|does| after.starts_with(does));
            is_whole && (name.contains('-') || acts)
        })
    })
}

#[test]
fn a_deed_in_a_sentence_is_noticed() {
    let noticed = ["Send it: send-test does it.", "Run `broker-setup do subscribe`.", "Abonner: subscribe gjør det."].map(named_deed);
    assert_eq!(noticed, [Some("send-test"), Some("subscribe"), Some("subscribe")]);
    assert_eq!(["Add the action subscribe.", "a reference `broker-setup-test-`", "those who subscribe"].map(named_deed), [None; 3]);
}

#[test]
fn a_message_names_its_field_by_its_label() {
    let text = Text::new(Language::English);
    for field in FieldId::ALL {
        let (name, label) = (field.to_string(), text.field(*field));
        let field = || name.clone();
        let findings = [
            Message::FieldMissing { field: field() },
            Message::KeyNotGiven { field: field() },
            Message::GatewayKeyMissing { field: field() },
            Message::VendorApprovalUntold { field: field() },
            Message::VendorTransferUntold { field: field() },
            Message::KeyEncrypted { field: field() },
            Message::KeyPasswordWrong { field: field() },
            Message::CertificateNotUsed { field: field() },
            Message::CertificateKeyMissing { field: field() },
        ];
        let said = findings
            .iter()
            .map(|message| text.finding(message))
            .map(|words| format!("{} {:?} {:?}", words.summary, words.cause, words.fix));
        let stopped = text.deed(&DeedMessage::FieldMissing { field: field() });
        for said in said.chain([format!("{} {:?}", stopped.says, stopped.fix)]) {
            assert!(said.contains(&label), "{said}");
            assert!(!name.contains(['.', '_']) || !said.contains(&name), "{said}");
        }
    }
}
