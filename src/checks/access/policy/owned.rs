//! The policy as a service owner reads it: what each party may do, what it lacks, and what it should not have (facts platform E.1).

use super::{is_placeholder, subject, wanted};
use crate::checks::judgement::{Judgement, row};
use crate::journey::{Mark, Message, Profile, Row};
use crate::services::{AccessListMode, PolicyRule, Resource};
use crate::values::{OrgNumber, ResourceId};

/// Whom a rule is for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    /// A role or an access package: its holders approve for their organisation.
    Approver,
    /// The owner, by its number or its code.
    Own,
    /// Another organisation, which may then act for any party.
    Other(String),
    /// What a template left behind. It matches nobody.
    Placeholder,
}

/// One party of the policy, with all that its rules give it.
#[derive(Debug)]
struct Party {
    kind: Kind,
    /// As the reader is shown it.
    name: String,
    actions: Vec<String>,
}

impl Party {
    fn lacks(&self, wanted: &[&'static str]) -> Vec<String> {
        let has = |action: &str| self.actions.iter().any(|own| own == action);
        wanted.iter().filter(|action| !has(action)).map(|action| (*action).to_owned()).collect()
    }
}

/// Judges the rules. `found` is the resource as the registry has it.
pub(super) fn judge(rules: &[PolicyRule], profile: &Profile, resource: &ResourceId, found: Option<&Resource>) -> Judgement {
    let wanted: Vec<&'static str> = wanted(profile).into_iter().map(|action| action.name()).collect();
    let parties = parties(rules, profile, found);
    let rows = parties.iter().map(|party| line(party, &wanted)).collect();
    let is_enforced = found.is_some_and(|found| found.access_list_mode == AccessListMode::Enabled);
    verdict(&parties, &wanted, profile, resource, is_enforced).with_rows(rows)
}

fn verdict(parties: &[Party], wanted: &[&'static str], profile: &Profile, resource: &ResourceId, is_enforced: bool) -> Judgement {
    let resource = || resource.clone();
    let of = |kind: &Kind| parties.iter().filter(|party| party.kind == *kind).collect::<Vec<_>>();
    let has_all = |party: &&Party| party.lacks(wanted).is_empty();
    let (approvers, own) = (of(&Kind::Approver), of(&Kind::Own));
    let is_given =
        |action: &str| parties.iter().any(|party| party.kind != Kind::Placeholder && party.actions.iter().any(|own| own == action));
    let missing: Vec<String> = wanted.iter().filter(|action| !is_given(action)).map(|action| (*action).to_owned()).collect();
    let others: Vec<String> =
        parties.iter().filter_map(|party| if let Kind::Other(who) = &party.kind { Some(who.clone()) } else { None }).collect();
    // A rule with `[org]` was meant for the owner itself. Other rules, such as those for roles, do not let it in.
    if of(&Kind::Placeholder).iter().any(|party| party.lacks(wanted).len() < wanted.len()) {
        Judgement::fail(Message::PolicyPlaceholderOwner { resource: resource().to_string() })
    } else if !missing.is_empty() {
        Judgement::fail(Message::PolicyLacksOwner { resource: resource().to_string(), actions: missing })
    } else if !approvers.is_empty() && !approvers.iter().any(has_all) {
        Judgement::fail(Message::PolicySplit { resource: resource() })
    } else if profile.acts_itself() && !own.iter().any(has_all) {
        Judgement::needs_you(Message::PolicyLacksOwnRule { resource: resource() })
    } else if !others.is_empty() {
        Judgement::warn(Message::PolicyNumbersOthers { others })
    } else if approvers.is_empty() {
        Judgement::warn(Message::PolicyNobodyApproves { resource: resource() })
    } else if is_enforced {
        Judgement::pass(Message::PolicyGoodListed { resource: resource() })
    } else {
        Judgement::pass(Message::PolicyGoodAny { resource: resource() })
    }
}

fn parties(rules: &[PolicyRule], profile: &Profile, found: Option<&Resource>) -> Vec<Party> {
    let mut parties: Vec<Party> = Vec::new();
    for rule in rules {
        let (kind, name) = (kind(rule, profile, found), subject(rule, found));
        let known = parties.iter().position(|party| party.kind == kind && party.name.eq_ignore_ascii_case(&name));
        let at = known.unwrap_or_else(|| {
            parties.push(Party { kind, name, actions: Vec::new() });
            parties.len() - 1
        });
        let action = rule.action.to_ascii_lowercase();
        if let Some(party) = parties.get_mut(at).filter(|party| !party.actions.contains(&action)) {
            party.actions.push(action);
        }
    }
    parties
}

fn kind(rule: &PolicyRule, profile: &Profile, found: Option<&Resource>) -> Kind {
    if is_placeholder(rule) {
        return Kind::Placeholder;
    }
    let own = profile.organisation.as_ref();
    let code = found.and_then(|found| found.owner_code.as_ref());
    match rule.subject_type.as_str() {
        "urn:altinn:organization:identifier-no" if own.is_some_and(|own| own.digits() == rule.subject) => Kind::Own,
        "urn:altinn:organization:identifier-no" => {
            Kind::Other(rule.subject.parse::<OrgNumber>().map_or_else(|_| rule.subject.clone(), |number| number.to_string()))
        }
        "urn:altinn:org" if code.is_some_and(|code| code.eq_ignore_ascii_case(&rule.subject)) => Kind::Own,
        "urn:altinn:org" => Kind::Other(rule.subject.clone()),
        _ => Kind::Approver,
    }
}

/// What a party may do and what it lacks, and where: each row is about one subject of the policy.
fn line(party: &Party, wanted: &[&'static str]) -> Row {
    let (has, lacks) = (party.actions.clone(), party.lacks(wanted));
    match &party.kind {
        Kind::Placeholder => row(Mark::Fail, &party.name, Message::RowMatchesNobody),
        Kind::Other(_) => row(Mark::Warn, &party.name, Message::RowActsForAny { actions: has }),
        Kind::Approver | Kind::Own if !lacks.is_empty() => row(Mark::Warn, &party.name, Message::RowLacks { has, lacks }),
        Kind::Approver => row(Mark::Pass, &party.name, Message::RowMayApprove { actions: has }),
        Kind::Own => row(Mark::Pass, &party.name, Message::RowActsItself { actions: has }),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::checks::access::resource::tests::sample;
    use crate::journey::{Environment, FieldId, Role, Verdict};

    const EACH: [&str; 3] = ["read", "write", "subscribe"];
    const OWN: &str = "310400106";

    fn rules(kind: &str, subject: &str, actions: &[&str]) -> Vec<PolicyRule> {
        let rule = |action: &&str| PolicyRule {
            subject_type: format!("urn:altinn:{kind}"),
            subject: subject.to_owned(),
            action: (*action).to_owned(),
        };
        actions.iter().map(rule).collect()
    }

    fn judged(rules: &[Vec<PolicyRule>], acts: &str, is_enforced: bool) -> Judgement {
        let mut profile = Profile::new(Role::ServiceOwner, Environment::SANDBOX);
        profile.set(FieldId::Organisation, OWN).unwrap();
        profile.set(FieldId::PolicyOwnerActs, acts).unwrap();
        let resource = "prov-filer".parse().unwrap();
        let mode = if is_enforced { AccessListMode::Enabled } else { AccessListMode::Disabled };
        let found = Resource { owner_code: Some("prov".to_owned()), owner: OWN.parse().ok(), access_list_mode: mode, ..sample() };
        judge(&rules.concat(), &profile, &resource, Some(&found))
    }

    fn outcome(rules: &[Vec<PolicyRule>], acts: &str) -> (Verdict, &'static str) {
        let judged = judged(rules, acts, false);
        (judged.verdict, judged.message.id())
    }

    #[test]
    fn whom_a_sound_policy_admits_is_said() {
        let sound = [rules("rolecode", "dagl", &EACH), rules("org", "PROV", &EACH)];
        assert_eq!(outcome(&sound, "yes"), (Verdict::Pass, "policy-good-any"));
        assert_eq!(judged(&sound, "yes", true).message.id(), "policy-good-listed");
    }

    #[test]
    fn an_approver_needs_every_action() {
        let split = [rules("rolecode", "dagl", &["read", "write"]), rules("accesspackage", "post", &["subscribe"])];
        assert_eq!(outcome(&split, ""), (Verdict::Fail, "policy-split"));
        let rows = judged(&split, "", false).rows;
        let first = rows.first().map(|row| (row.subject.clone(), row.message.clone()));
        let lacks = Message::RowLacks { has: vec!["read".to_owned(), "write".to_owned()], lacks: vec!["subscribe".to_owned()] };
        assert_eq!(first, Some(("rolecode dagl".to_owned(), lacks)));
        assert_eq!(outcome(&[rules("rolecode", "dagl", &["read", "write"])], ""), (Verdict::Fail, "policy-lacks-owner"));
        assert_eq!(outcome(&[], ""), (Verdict::Fail, "policy-lacks-owner"));
    }

    #[test]
    fn a_number_other_than_the_owners_is_warned_of_and_the_owners_own_is_asked_for_where_it_acts() {
        let dagl = rules("rolecode", "dagl", &EACH);
        let other = rules("organization:identifier-no", "310400203", &EACH);
        assert_eq!(outcome(&[dagl.clone(), other.clone()], ""), (Verdict::Warn, "policy-numbers-others"));
        assert_eq!(outcome(std::slice::from_ref(&dagl), "yes"), (Verdict::NeedsYou, "policy-lacks-own-rule"));
        let own = rules("organization:identifier-no", OWN, &EACH);
        assert_eq!(outcome(&[dagl, own.clone()], "yes"), (Verdict::Pass, "policy-good-any"));
        assert_eq!(outcome(&[own], "yes"), (Verdict::Warn, "policy-nobody-approves"));
    }

    #[test]
    fn what_a_template_left_behind_lets_nobody_in() {
        for text in ["[org]", "[ORG]"] {
            let left = [rules("rolecode", "dagl", &EACH), rules("org", text, &EACH)];
            assert_eq!(outcome(&left, ""), (Verdict::Fail, "policy-placeholder-owner"));
        }
    }
}
