//! The members of a resource that we publish (facts platform E; facts examples 10).

use crate::deeds::party::Party;
use crate::journey::{OwnerName, Profile, Wording};
use crate::services::{AccessListMode, ListedOwner, ResourceRecord};
use crate::values::{InLanguages, Names, SomeLanguages, Value};
use serde_json::{Map, Value as Json, json};

const TITLE: &str = "title";
const DESCRIPTION: &str = "description";
const RIGHT_DESCRIPTION: &str = "rightDescription";
const CONTACTS: &str = "contactPoints";
const DELEGABLE: &str = "delegable";

/// A text in all languages, and whether it is a proposal.
struct Given {
    text: InLanguages,
    is_proposed: bool,
}

/// The texts of a new resource: as answered, else as proposed.
pub(super) struct Texts {
    title: Given,
    description: Given,
    right_description: Given,
}

impl Texts {
    pub(super) fn of(profile: &Profile, party: &Party, owner: &ListedOwner) -> Self {
        let name = OwnerName { code: Some(owner.code.clone()), names: owner.names.clone() };
        let proposed = Wording::proposed(&party.resource, &name);
        let given = |answered: &SomeLanguages, proposed: InLanguages| match answered.in_all() {
            Some(text) => Given { text, is_proposed: false },
            None => Given { text: proposed, is_proposed: true },
        };
        Self {
            title: given(&profile.publish.title, proposed.title),
            description: given(&profile.publish.description, proposed.description),
            right_description: given(&profile.publish.right_description, proposed.right_description),
        }
    }

    pub(super) fn are_proposed(&self) -> bool {
        self.all().iter().any(|(_, given)| given.is_proposed)
    }

    /// Each text in each language, for the preview.
    pub(super) fn rows(&self) -> Vec<(&'static str, Value)> {
        let row = |(labels, given): ([&'static str; 3], &Given)| {
            let InLanguages { nb, nn, en } = given.text.clone();
            let is_proposed = given.is_proposed;
            let value = move |text| if is_proposed { Value::Proposed(text) } else { Value::Text(text) };
            labels.into_iter().zip([nb, nn, en]).map(move |(label, text)| (label, value(text)))
        };
        self.all().into_iter().flat_map(row).collect()
    }

    fn all(&self) -> [([&'static str; 3], &Given); 3] {
        [
            (["title-nb", "title-nn", "title-en"], &self.title),
            (["description-nb", "description-nn", "description-en"], &self.description),
            (["right-nb", "right-nn", "right-en"], &self.right_description),
        ]
    }
}

/// A new resource is limited to a list at once where the answers say so: nobody can lose access yet.
pub(super) fn mode(profile: &Profile) -> AccessListMode {
    if profile.admits_only_listed() { AccessListMode::Enabled } else { AccessListMode::Disabled }
}

pub(super) fn new_record(profile: &Profile, party: &Party, owner: &ListedOwner, texts: &Texts) -> ResourceRecord {
    let members = [
        ("identifier", json!(party.resource.as_str())),
        (TITLE, json!(texts.title.text)),
        (DESCRIPTION, json!(texts.description.text)),
        (RIGHT_DESCRIPTION, json!(texts.right_description.text)),
        (CONTACTS, contacts(profile)),
        (DELEGABLE, json!(true)),
        (
            "hasCompetentAuthority",
            json!({ "name": named(&owner.names), "organization": party.organisation.digits(), "orgcode": owner.code }),
        ),
        ("accessListMode", json!(mode(profile).name())),
        ("resourceType", json!("BrokerService")),
    ];
    ResourceRecord::of(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// The owner's name in the languages that there are; another stands in for one that is missing.
fn named(names: &Names) -> Option<InLanguages> {
    SomeLanguages { nb: names.nb.clone(), nn: names.nn.clone(), en: names.en.clone() }.in_all()
}

fn contacts(profile: &Profile) -> Json {
    let email = profile.contact.email.as_ref().map(ToString::to_string).unwrap_or_default();
    let telephone = profile.contact.phone.clone().unwrap_or_default();
    json!([{ "category": "Support", "email": email, "telephone": telephone, "contactPage": "" }])
}

/// What the answers make of a resource that is there: the texts that were given, and that it can be delegated, without which nobody can
/// approve a system user. The contact is changed where we made the resource, or where there is none.
pub(super) fn changed(profile: &Profile, before: &ResourceRecord, is_ours: bool) -> ResourceRecord {
    let publish = &profile.publish;
    let texts = [(TITLE, &publish.title), (DESCRIPTION, &publish.description), (RIGHT_DESCRIPTION, &publish.right_description)];
    let worded = texts.into_iter().fold(before.clone(), |record, (name, given)| {
        let there: Map<String, Json> = record.member(name).and_then(Json::as_object).cloned().unwrap_or_default();
        match over(given, there) {
            Some(texts) => record.with(name, texts),
            None => record,
        }
    });
    let has_contact = before.member(CONTACTS).and_then(Json::as_array).is_some_and(|contacts| !contacts.is_empty());
    let reached = if is_ours || !has_contact { worded.with(CONTACTS, contacts(profile)) } else { worded };
    // Without the member a resource can be delegated (facts platform E).
    if reached.member(DELEGABLE) == Some(&json!(false)) { reached.with(DELEGABLE, json!(true)) } else { reached }
}

/// A text with the languages that were given in place of those that are there. None where nothing was given.
fn over(given: &SomeLanguages, there: Map<String, Json>) -> Option<Json> {
    let all = given.in_all()?;
    let mut texts = there;
    for (language, own, any) in [("en", &given.en, all.en), ("nb", &given.nb, all.nb), ("nn", &given.nn, all.nn)] {
        let is_missing = texts.get(language).and_then(Json::as_str).is_none_or(str::is_empty);
        if own.is_some() || is_missing {
            texts.insert(language.to_owned(), json!(any));
        }
    }
    Some(Json::Object(texts))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::journey::{Environment, FieldId, Role};

    #[test]
    fn of_a_resource_that_is_there_only_what_was_answered_is_changed() {
        let mut profile = Profile::new(Role::ServiceOwner, Environment::SANDBOX);
        profile.set(FieldId::ContactEmail, "kari@prov.no").unwrap();
        let Json::Object(members) = json!({"title": {"nb": "A", "nn": "B", "en": "C"}, "keywords": [1], "delegable": true,
            "contactPoints": [{"email": "x@prov.no"}]})
        else {
            unreachable!("an object")
        };
        let before = ResourceRecord::of(members);
        assert_eq!(changed(&profile, &before, false), before);
        profile.set(FieldId::PublishTitleNb, "Filer").unwrap();
        let after = changed(&profile, &before, false);
        assert_eq!(after.member("title"), Some(&json!({"nb": "Filer", "nn": "B", "en": "C"})));
        assert_eq!((after.member("keywords"), after.member(CONTACTS)), (before.member("keywords"), before.member(CONTACTS)));
        let closed = changed(&profile, &before.with(DELEGABLE, json!(false)), true);
        assert_eq!(closed.member(DELEGABLE), Some(&json!(true)));
        assert_eq!(closed.member(CONTACTS).unwrap()[0]["email"], "kari@prov.no");
    }
}
