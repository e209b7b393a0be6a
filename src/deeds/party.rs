//! The organisation and the resource that a deed is for, from the answers.

use super::run::DeedStop;
use crate::journey::{Acting, DeedMessage, FieldId, Profile};
use crate::services::PolicyRule;
use crate::values::{OrgNumber, ResourceId};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Party {
    /// The organisation that sends, receives or owns.
    pub(super) organisation: OrgNumber,
    pub(super) resource: ResourceId,
}

impl Party {
    /// Reads the party from the answers. The error names the first answer that is missing.
    pub(super) fn of(profile: &Profile) -> Result<Self, DeedStop> {
        if profile.acting == Acting::ByVendor {
            return Err(DeedMessage::RunByVendor.into());
        }
        let organisation = profile.organisation.clone().ok_or_else(|| missing(FieldId::Organisation))?;
        let resource = profile.resource.clone().ok_or_else(|| missing(FieldId::Resource))?;
        Ok(Self { organisation, resource })
    }

    /// Whether a policy rule allows the action to this party, by its number or its service owner code. Rules for roles and access
    /// packages do not let an organisation in by themselves (facts platform E.1).
    pub(super) fn is_let_in(&self, rules: &[PolicyRule], code: Option<&str>, action: &str) -> bool {
        rules.iter().filter(|rule| rule.action.eq_ignore_ascii_case(action)).any(|rule| match rule.subject_type.as_str() {
            "urn:altinn:org" => code.is_some_and(|code| rule.subject.eq_ignore_ascii_case(code)),
            "urn:altinn:organization:identifier-no" => rule.subject == self.organisation.digits(),
            _ => false,
        })
    }
}

pub(super) fn missing(field: FieldId) -> DeedStop {
    DeedMessage::FieldMissing { field: field.name().to_owned() }.into()
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    fn rule(subject_type: &str, subject: &str, action: &str) -> PolicyRule {
        PolicyRule { subject_type: subject_type.to_owned(), subject: subject.to_owned(), action: action.to_owned() }
    }

    #[test]
    fn only_a_rule_that_names_the_organisation_lets_it_in() {
        let party = Party { organisation: "991825827".parse().expect("a number"), resource: "acme-files".parse().expect("a resource") };
        let by_code = [rule("urn:altinn:org", "ACME", "write")];
        let by_number = [rule("urn:altinn:organization:identifier-no", "991825827", "Write")];
        let by_role = [rule("urn:altinn:rolecode", "dagl", "write")];
        assert!(party.is_let_in(&by_code, Some("acme"), "write"));
        assert!(!party.is_let_in(&by_code, None, "write"));
        assert!(!party.is_let_in(&by_code, Some("acme"), "read"));
        assert!(party.is_let_in(&by_number, None, "write"));
        assert!(!party.is_let_in(&by_role, Some("acme"), "write"));
    }
}
