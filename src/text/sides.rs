//! Tests that advice is for the reader's own side: a recipient is not told to send, nor a service owner to ask the service owner.

use super::*;
use crate::journey::Cause;

/// Whether a part of a sentence is advice that sends a reader of this role to themselves, or to the other side's work.
fn is_wrong(role: Role, advice: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| advice.contains(word));
    match role {
        Role::Sender => {
            has(&["ask a sender", "ask the sender", "ask your sender", "fetch a", "fetch the", "fetch and confirm", "you receive"])
        }
        Role::Recipient => {
            let sends = advice.starts_with("send ") || advice.contains("and send ") || advice.contains("then send ");
            sends && has(&["file", "test", "again", "one more", "fil", "på nytt", "én til"])
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
        "transfer-none-received" | "transfer-not-fetched" => &[Role::Recipient],
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
            let is_check = |word: &str| word.parse::<crate::journey::CheckId>().is_ok();
            amiss.extend(
                words.filter(|word| dotted.contains(word) && !is_check(word)).map(|word| format!("{file}.ftl: {key} names {word}")),
            );
        }
    }
    assert!(amiss.is_empty(), "{amiss:#?}");
}

#[test]
fn a_message_names_its_field_by_its_label() {
    let text = Text::new(Language::English);
    for field in FieldId::ALL {
        let (name, label) = (field.to_string(), text.field(*field));
        let field = || name.clone();
        let findings = [
            Message::FieldMissing { field: field() },
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
