//! The rules that a resource must pass before it is stored (facts platform E).

use crate::http::fields;
use serde_json::{Map, Value};

/// What is wrong with a body, by `errors` key, in the service's own words.
pub(super) fn complaints(body: &Map<String, Value>) -> Vec<(&'static str, &'static str)> {
    let mut found = Vec::new();
    found.extend(of_identifier(fields::text(body, "identifier").unwrap_or_default()).map(|complaint| ("Identifier", complaint)));
    // A resource without a type has the type Default.
    if fields::text(body, "resourceType").is_none_or(|kind| kind.eq_ignore_ascii_case("Default")) {
        found.push(("ResourceType", "ResourceType needs to be set"));
    }
    if !authority_is_sound(body) {
        found.push(("HasCompetentAuthority.Organization", "HasCompetentAuthority needs to be set with valid organization number"));
    }
    of_language(
        body,
        "title",
        "Title",
        &["Missing title in english en", "Missing title in bokmal nb", "Missing title in nynorsk nn"],
        &mut found,
    );
    of_language(
        body,
        "description",
        "Description",
        &["Missing Description in english en", "Missing Description in bokmal nb", "Missing Description in nynorsk nn"],
        &mut found,
    );
    if fields::member(body, "delegable").and_then(Value::as_bool).unwrap_or(true) {
        of_language(
            body,
            "rightDescription",
            "RightDescription",
            &["Missing RightDescription in english en", "Missing RightDescription in bokmal nb", "Missing RightDescription in nynorsk nn"],
            &mut found,
        );
    }
    found
}

fn of_identifier(id: &str) -> impl Iterator<Item = &'static str> {
    let well_formed = id.len() >= 4 && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '-');
    let complaints = [
        (id.starts_with("se_"), "Invalid prefix. Only to be used for Altinn 2 services"),
        (id.starts_with("app_"), "Invalid Prefix. app_ is only for Altinn Studio apps"),
        (!well_formed, "Invalid id. Only a-z and 0-9 is allowed together with _ and -.  Minimum 4 characters"),
    ];
    complaints.into_iter().filter(|(holds, _)| *holds).map(|(_, complaint)| complaint)
}

fn authority_is_sound(body: &Map<String, Value>) -> bool {
    let Some(authority) = fields::member(body, "hasCompetentAuthority").and_then(Value::as_object) else { return false };
    let code = fields::text(authority, "orgcode").unwrap_or_default();
    let number = fields::text(authority, "organization").unwrap_or_default();
    // Whether the number is the caller's is checked later, with the owner.
    code.eq_ignore_ascii_case("ttd") || !number.is_empty()
}

fn of_language(
    body: &Map<String, Value>,
    name: &str,
    key: &'static str,
    missing: &[&'static str; 3],
    found: &mut Vec<(&'static str, &'static str)>,
) {
    let texts = fields::member(body, name).and_then(Value::as_object);
    for (language, complaint) in ["en", "nb", "nn"].into_iter().zip(missing) {
        if texts.and_then(|texts| fields::text(texts, language)).is_none_or(str::is_empty) {
            found.push((key, complaint));
        }
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use serde_json::json;

    /// Facts platform E.
    #[test]
    fn each_rule_has_its_key_and_its_text() {
        let body = json!({"identifier": "app_x", "hasCompetentAuthority": {"organization": " "}, "title": {"en": "a", "nb": "b"},
                          "description": {"en": "a", "nb": "b", "nn": "c"}, "delegable": false});
        let found = complaints(body.as_object().expect("an object"));
        assert_eq!(
            found,
            [
                ("Identifier", "Invalid Prefix. app_ is only for Altinn Studio apps"),
                ("ResourceType", "ResourceType needs to be set"),
                ("HasCompetentAuthority.Organization", "HasCompetentAuthority needs to be set with valid organization number"),
                ("Title", "Missing title in nynorsk nn"),
            ]
        );
    }
}
