//! Combines the rules of a policy into a decision (XACML 3.0 core, appendix C; facts platform E.1).

use super::policy::{Attribute, Combining, Effect, Policy, Rule, attribute};

/// The decision of a policy's rules, before delegations are considered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    Permit,
    /// Refused, whatever has been delegated.
    Deny,
    NotApplicable,
    /// No decision is possible, which means refused.
    Indeterminate,
}

impl Combining {
    /// The algorithm with an identifier of XACML 1.0 or 3.0. The ordered variants decide like the others.
    #[must_use]
    pub fn named(identifier: &str) -> Self {
        match identifier.rsplit(':').next().unwrap_or_default() {
            "deny-overrides" | "ordered-deny-overrides" => Self::DenyOverrides,
            "permit-overrides" | "ordered-permit-overrides" => Self::PermitOverrides,
            "deny-unless-permit" => Self::DenyUnlessPermit,
            "permit-unless-deny" => Self::PermitUnlessDeny,
            "first-applicable" => Self::FirstApplicable,
            _ => Self::Unknown,
        }
    }

    fn of(self, said: &[Decision]) -> Decision {
        let (permit, deny) = (said.contains(&Decision::Permit), said.contains(&Decision::Deny));
        let either = |permit: bool| if permit { Decision::Permit } else { Decision::Deny };
        match self {
            Self::DenyUnlessPermit => either(permit),
            Self::PermitUnlessDeny => either(!deny),
            Self::Unknown => Decision::Indeterminate,
            Self::DenyOverrides if permit || deny => either(!deny),
            Self::PermitOverrides if permit || deny => either(permit),
            Self::FirstApplicable => said.iter().copied().find(|said| *said != Decision::NotApplicable).unwrap_or(Decision::NotApplicable),
            Self::DenyOverrides | Self::PermitOverrides => Decision::NotApplicable,
        }
    }
}

impl Policy {
    /// The decision for a subject with these attributes. A rule applies if it has any of the actions.
    #[must_use]
    pub fn decides(&self, resource: &str, subject: &[(&str, &str)], actions: &[&str]) -> Decision {
        let fitting: Vec<&Rule> = self.rules.iter().filter(|rule| rule.is_about(resource) && rule.has_any(actions)).collect();
        if fitting.is_empty() {
            return Decision::NotApplicable;
        }
        let said: Vec<Decision> = fitting.into_iter().map(|rule| rule.says_of(subject)).collect();
        self.combining.of(&said)
    }
}

impl Rule {
    fn is_about(&self, resource: &str) -> bool {
        any_holds(&self.resources, &[(attribute::RESOURCE, resource)])
    }

    /// A rule without actions applies to every action.
    fn has_any(&self, actions: &[&str]) -> bool {
        self.actions.is_empty() || self.actions.iter().any(|action| actions.iter().any(|asked| action.is(asked)))
    }

    fn says_of(&self, subject: &[(&str, &str)]) -> Decision {
        match self.effect {
            Effect::Permit if any_holds(&self.subjects, subject) => Decision::Permit,
            Effect::Deny if any_holds(&self.subjects, subject) => Decision::Deny,
            Effect::Permit | Effect::Deny | Effect::Conditional => Decision::NotApplicable,
        }
    }
}

/// Whether all attributes of at least one alternative match. Without alternatives everything matches.
fn any_holds(alternatives: &[Vec<Attribute>], given: &[(&str, &str)]) -> bool {
    let holds = |wanted: &Attribute| given.iter().any(|(kind, value)| wanted.kind == *kind && wanted.is(value));
    alternatives.is_empty() || alternatives.iter().any(|alternative| alternative.iter().all(holds))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Facts platform E.1.
    #[test]
    fn rules_are_combined_as_the_policy_says() {
        use Decision::{Deny, Indeterminate, NotApplicable as Nothing, Permit};
        for (name, of_both, of_permit, of_deny, of_nothing) in [
            ("urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:deny-overrides", Deny, Permit, Deny, Nothing),
            ("urn:oasis:names:tc:xacml:1.0:rule-combining-algorithm:deny-overrides", Deny, Permit, Deny, Nothing),
            ("urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:ordered-deny-overrides", Deny, Permit, Deny, Nothing),
            ("urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:permit-overrides", Permit, Permit, Deny, Nothing),
            ("urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:deny-unless-permit", Permit, Permit, Deny, Deny),
            ("urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:permit-unless-deny", Deny, Permit, Deny, Permit),
            ("urn:oasis:names:tc:xacml:1.0:rule-combining-algorithm:first-applicable", Permit, Permit, Deny, Nothing),
            ("urn:nobody:knows", Indeterminate, Indeterminate, Indeterminate, Indeterminate),
        ] {
            let combining = Combining::named(name);
            assert_eq!(combining.of(&[Nothing, Permit, Deny]), of_both, "{name}");
            assert_eq!(combining.of(&[Nothing, Permit]), of_permit, "{name}");
            assert_eq!(combining.of(&[Deny, Nothing]), of_deny, "{name}");
            assert_eq!(combining.of(&[Nothing]), of_nothing, "{name}");
        }
    }
}
