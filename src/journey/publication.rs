//! What a service owner publishes of its resource: what is asked for, in which order, and what is proposed where there is no answer.
//! A proposal is content for Altinn, in Altinn's three languages, whatever the reader's own.

use super::owner_answers::{PolicyAnswers, PublishAnswers};
use super::{Admits, FieldId, Finding, Message, Profile, YesNo};
use crate::values::{Approver, InLanguages, Language, Names, ResourceId, SomeLanguages};

/// The fields in the order in which a person goes through them.
const ORDER: [FieldId; 13] = [
    FieldId::PublishTitleNb,
    FieldId::PublishTitleNn,
    FieldId::PublishTitleEn,
    FieldId::PublishDescriptionNb,
    FieldId::PublishDescriptionNn,
    FieldId::PublishDescriptionEn,
    FieldId::PublishRightDescriptionNb,
    FieldId::PublishRightDescriptionNn,
    FieldId::PublishRightDescriptionEn,
    FieldId::ContactEmail,
    FieldId::PolicyApprovers,
    FieldId::PolicyOwnerActs,
    FieldId::PolicyAdmits,
];

/// A service owner as the list of service owners names it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnerName {
    pub code: Option<String>,
    pub names: Names,
}

/// What a resource is called, what it is for, and what an approver gives away with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    pub title: InLanguages,
    pub description: InLanguages,
    pub right_description: InLanguages,
}

impl OwnerName {
    /// As the findings tell it: the check of a resource that is not published yet has looked.
    #[must_use]
    pub fn told(findings: &[Finding]) -> Self {
        let mut rows = findings.iter().flat_map(|finding| &finding.evidence);
        let told = rows.find_map(|row| match &row.message {
            Message::RowWouldOwn { names } => Some(Self { code: Some(row.subject.clone()), names: names.clone() }),
            _ => None,
        });
        told.unwrap_or_default()
    }

    fn name(&self, of: fn(&Names) -> Option<&String>) -> Option<&str> {
        of(&self.names).map(String::as_str).or_else(|| self.names.read_in(Language::Bokmal))
    }
}

impl Wording {
    /// What is proposed for a resource of this owner.
    #[must_use]
    pub fn proposed(resource: &ResourceId, owner: &OwnerName) -> Self {
        let [nb, nn, en] =
            [owner.name(|names| names.nb.as_ref()), owner.name(|names| names.nn.as_ref()), owner.name(|names| names.en.as_ref())];
        let words = words(resource, owner.code.as_deref());
        let titled = |name: Option<&str>| name.map_or_else(|| words.clone(), |name| format!("{words}, {name}"));
        let between = |name: Option<&str>, others: &str, all: &str| name.map_or_else(|| all.to_owned(), |name| format!("{name} {others}"));
        let title = InLanguages { nb: titled(nb), nn: titled(nn), en: titled(en) };
        Self {
            description: InLanguages {
                nb: format!("Filer mellom {}, sendt gjennom Altinn Formidling.", between(nb, "og andre virksomheter", "virksomheter")),
                nn: format!("Filer mellom {}, sende gjennom Altinn Formidling.", between(nn, "og andre verksemder", "verksemder")),
                en: format!("Files between {}, sent through Altinn Broker.", between(en, "and other organisations", "organisations")),
            },
            right_description: InLanguages {
                nb: format!("Gir rett til å sende og motta filer for virksomheten: {}.", title.nb),
                nn: format!("Gjev rett til å sende og ta imot filer for verksemda: {}.", title.nn),
                en: format!("Gives the right to send and receive files for the organisation: {}.", title.en),
            },
            title,
        }
    }
}

/// The resource's id as words, without the owner's code before it.
fn words(resource: &ResourceId, code: Option<&str>) -> String {
    let id = resource.as_str();
    let prefix = code.map(|code| format!("{}-", code.to_lowercase()));
    let own = prefix.and_then(|prefix| id.strip_prefix(prefix.as_str())).filter(|rest| !rest.is_empty()).unwrap_or(id);
    let text = own.split(['-', '_']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let mut letters = text.chars();
    letters.next().map_or_else(|| id.to_owned(), |first| first.to_uppercase().chain(letters).collect())
}

impl PublishAnswers {
    /// Each text with what was given of it.
    #[must_use]
    pub const fn texts(&self) -> [&SomeLanguages; 3] {
        [&self.title, &self.description, &self.right_description]
    }
}

impl PolicyAnswers {
    /// Whose holders may approve if nothing was answered: the general manager, and the package that is used for files through
    /// Broker (facts terms 3).
    #[must_use]
    pub fn proposed_approvers() -> Vec<Approver> {
        vec![Approver::Role("dagl".to_owned()), Approver::Package("informasjon-og-kommunikasjon".to_owned())]
    }
}

impl Profile {
    /// Whether the answers say that the resource or its policy is published from here.
    #[must_use]
    pub fn publishes_here(&self) -> bool {
        !self.publish.is_empty() || self.policy != PolicyAnswers::default()
    }

    /// The first answer without which the resource cannot be published. One language of a text is enough.
    #[must_use]
    pub fn lacks_to_publish(&self) -> Option<FieldId> {
        let texts = self.publish.texts().map(|text| text.in_all().is_none());
        let fields = [FieldId::PublishTitleNb, FieldId::PublishDescriptionNb, FieldId::PublishRightDescriptionNb];
        let unworded = fields.into_iter().zip(texts).find_map(|(field, is_missing)| is_missing.then_some(field));
        unworded.or_else(|| self.contact.email.is_none().then_some(FieldId::ContactEmail))
    }

    /// The first answer without which there can be no policy.
    #[must_use]
    pub fn lacks_for_policy(&self) -> Option<FieldId> {
        let is_open = |field: &FieldId| self.answer(*field).is_none();
        [FieldId::PolicyOwnerActs, FieldId::PolicyAdmits].into_iter().find(is_open)
    }
}

impl FieldId {
    /// The field to go on to after this one when a resource is published for the first time.
    #[must_use]
    pub fn then_to_publish(self, profile: &Profile) -> Option<Self> {
        let at = ORDER.iter().position(|field| *field == self)?;
        ORDER.iter().copied().skip(at + 1).find(|field| profile.answer(*field).is_none())
    }

    /// What is proposed for it. A text that was written in one language stands for the others, unless it is the proposal itself, which
    /// is known in all of them.
    #[must_use]
    pub fn proposal(self, profile: &Profile, findings: &[Finding]) -> Option<String> {
        match self {
            Self::PolicyApprovers => {
                Some(PolicyAnswers::proposed_approvers().iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
            }
            // Least is given away unless the owner says more.
            Self::PolicyOwnerActs => Some(YesNo::No.name().to_owned()),
            Self::PolicyAdmits => Some(Admits::Any.name().to_owned()),
            _ => self.worded(profile, &Wording::proposed(profile.resource.as_ref()?, &OwnerName::told(findings))),
        }
    }

    fn worded(self, profile: &Profile, proposed: &Wording) -> Option<String> {
        let PublishAnswers { title, description, right_description } = &profile.publish;
        let nb = |given: &SomeLanguages, proposed: &InLanguages| given.nb.clone().unwrap_or_else(|| proposed.nb.clone());
        let other = |given: &SomeLanguages, proposed: &InLanguages, of: fn(&InLanguages) -> &String| match &given.nb {
            Some(own) if *own != proposed.nb => own.clone(),
            Some(_) | None => of(proposed).clone(),
        };
        Some(match self {
            Self::PublishTitleNb => nb(title, &proposed.title),
            Self::PublishTitleNn => other(title, &proposed.title, |text| &text.nn),
            Self::PublishTitleEn => other(title, &proposed.title, |text| &text.en),
            Self::PublishDescriptionNb => nb(description, &proposed.description),
            Self::PublishDescriptionNn => other(description, &proposed.description, |text| &text.nn),
            Self::PublishDescriptionEn => other(description, &proposed.description, |text| &text.en),
            Self::PublishRightDescriptionNb => nb(right_description, &proposed.right_description),
            Self::PublishRightDescriptionNn => other(right_description, &proposed.right_description, |text| &text.nn),
            Self::PublishRightDescriptionEn => other(right_description, &proposed.right_description, |text| &text.en),
            _ => return None,
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::journey::{Environment, Role};

    fn owner() -> OwnerName {
        OwnerName { code: Some("nyk".to_owned()), names: Names::everywhere("Nykommerverket") }
    }

    fn profile(answers: &[(FieldId, &str)]) -> Profile {
        let mut profile = Profile::new(Role::ServiceOwner, Environment::SANDBOX);
        profile.set(FieldId::Resource, "nyk-nye_filer").unwrap();
        for (field, text) in answers {
            profile.set(*field, text).unwrap();
        }
        profile
    }

    #[test]
    fn what_is_proposed_comes_from_the_names_of_the_owner_and_the_resource() {
        let resource = "nyk-nye_filer".parse().unwrap();
        let proposed = Wording::proposed(&resource, &owner());
        assert_eq!(proposed.title.nb, "Nye filer, Nykommerverket");
        assert_eq!(proposed.description.nn, "Filer mellom Nykommerverket og andre verksemder, sende gjennom Altinn Formidling.");
        assert!(proposed.right_description.en.ends_with("for the organisation: Nye filer, Nykommerverket."));
        let unnamed = Wording::proposed(&resource, &OwnerName::default());
        assert_eq!(
            (unnamed.title.en.as_str(), unnamed.description.en.starts_with("Files between organisations,")),
            ("Nyk nye filer", true)
        );
    }

    #[test]
    fn a_text_of_ones_own_stands_for_the_other_languages_and_the_proposal_is_known_in_all() {
        let own = profile(&[(FieldId::PublishTitleNb, "Smarte filer")]);
        assert_eq!(FieldId::PublishTitleEn.proposal(&own, &[]).as_deref(), Some("Smarte filer"));
        let proposed = FieldId::PublishDescriptionNb.proposal(&own, &[]).unwrap();
        let taken = profile(&[(FieldId::PublishDescriptionNb, proposed.as_str())]);
        assert!(FieldId::PublishDescriptionEn.proposal(&taken, &[]).unwrap().starts_with("Files between"));
        assert_eq!(FieldId::ClientId.proposal(&taken, &[]), None);
    }

    #[test]
    fn one_language_is_enough_and_what_is_missing_is_asked_for_in_order() {
        assert_eq!(profile(&[]).lacks_to_publish(), Some(FieldId::PublishTitleNb));
        let english = profile(&[(FieldId::PublishTitleEn, "Files"), (FieldId::PublishDescriptionEn, "Files")]);
        assert_eq!(english.lacks_to_publish(), Some(FieldId::PublishRightDescriptionNb));
        assert_eq!(FieldId::PublishTitleNb.then_to_publish(&english), Some(FieldId::PublishTitleNn));
        assert_eq!(FieldId::PublishTitleNn.then_to_publish(&english), Some(FieldId::PublishDescriptionNb));
        assert_eq!(FieldId::PolicyAdmits.then_to_publish(&english), None);
        assert_eq!(english.lacks_for_policy(), Some(FieldId::PolicyOwnerActs));
    }
}
