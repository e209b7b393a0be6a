//! Everything that can be explained, in every language.

use super::*;
use crate::journey::{Profile, explained};
use crate::report::Glyphs;
use crate::values::Language;

fn paper() -> Paper {
    Paper::new(100, Glyphs::Unicode)
}

/// What is left of a line whose value nobody gave, or that nobody wrote.
fn is_unfilled(words: &str) -> bool {
    words.trim().is_empty() || words.contains(['{', '}', '$', '…']) || words.contains("stands-for") || words.ends_with("  ")
}

#[test]
fn no_explained_text_has_a_hole() {
    let mut holes = Vec::new();
    for (language, topic) in Language::ALL.iter().flat_map(|language| Topic::all().into_iter().map(move |topic| (*language, topic))) {
        let text = Text::new(language);
        let title = topic_title(topic, &text);
        let said = topic_statements(topic, &text).iter().map(Statement::in_one).collect::<Vec<_>>();
        holes.extend(
            said.iter().chain([&title]).filter(|words| is_unfilled(words)).map(|words| format!("{language} {}: {words}", topic.id())),
        );
        let found = Explained { topics: vec![topic], ..Explained::default() };
        let document: Json = serde_json::from_str(&explained_json(&found, &text)).expect("a document");
        let empty = document["found"][0].as_object().expect("a topic").iter().filter(|(_, value)| value.as_str() == Some(""));
        holes.extend(empty.map(|(name, _)| format!("{language} {}: {name} is empty", topic.id())));
    }
    assert!(holes.is_empty(), "{holes:#?}");
}

/// An id of the list is explained as it stands there.
#[test]
fn each_id_of_the_list_is_explained() {
    for language in Language::ALL {
        let text = Text::new(*language);
        for topic in Topic::all() {
            let said = explained_text(&explained(topic.id()), &text, paper());
            assert!(said.lines().count() > 1, "{language} {}: {said}", topic.id());
        }
    }
}

#[test]
fn a_made_up_value_is_named_as_one_and_words_are_not() {
    let said = |id: &str| explained_text(&explained(id), &Text::new(Language::English), paper());
    let refused = said("no-answer-refused");
    let is_named = refused.lines().any(|line| line.trim_start().starts_with("Example values") && line.ends_with("  platform.altinn.no"));
    assert!(refused.contains("platform.altinn.no refuses") && is_named, "{refused}");
    let asked_too_often = said("http-429");
    assert!(asked_too_often.contains("Check again after the time that the answer names."), "{asked_too_often}");
    assert!(asked_too_often.contains("A minute at most") && !asked_too_often.contains("Example values"), "{asked_too_often}");
    assert!(said("event-awaited").contains("Wait until an hour after the subscription at the latest."));
    assert!(said("clock-far-behind").contains("90 seconds behind"));
}

#[test]
fn a_check_tells_whom_it_asks_what_it_may_find_and_how_it_is_run_alone() {
    let said = explained_text(&explained("integrate.list"), &Text::new(Language::English), paper());
    for part in [
        "Broker accepts the token and lets you in",
        "Altinn Broker: GET /broker/api/v1/filetransfer",
        "access.system-user-token (sender and recipient)",
        "client.exchange (service owner)",
        "list-no-access",
        "broker-setup check integrate.list",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
}

#[test]
fn a_field_tells_who_gives_it_and_a_line_that_a_file_takes() {
    let said = explained_text(&explained("--client-kid"), &Text::new(Language::English), paper());
    for part in [
        "self-service portal",
        "--client-kid",
        "BROKER_SETUP_CLIENT_KID",
        "client.kid = \"smart-2026-11\"",
        "service owner, sender and recipient",
        "nothing is assumed",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    for topic in Topic::all() {
        let Topic::Field(field) = topic else { continue };
        let line = topic_statements(topic, &Text::new(Language::English)).into_iter().find_map(|one| match one {
            Statement::Labelled { label, value } if label == "In a file" => Some(value),
            _ => None,
        });
        let line = line.expect("a line of a file");
        let others = ["role = \"sender\"", "environment = \"tt02\""].into_iter().filter(|other| !line.starts_with(&other[..6]));
        let file = others.chain([line.as_str()]).collect::<Vec<_>>().join("\n");
        let read = toml::from_str::<Profile>(&file);
        assert!(read.is_ok(), "{field}: {line}: {read:?}");
    }
}
