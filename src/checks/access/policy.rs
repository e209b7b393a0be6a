//! `access.policy`: the resource's policy has rules for the actions that the role needs.

mod owned;

use crate::checks::context::CheckContext;
use crate::checks::judgement::{CheckResult, Judgement, Stop, row};
use crate::journey::{CheckId, Mark, Message, Profile, Role, Row};
use crate::services::{PolicyRule, Resource};
use crate::values::{Language, OrgNumber};

pub(in crate::checks) async fn policy(context: &CheckContext<'_>) -> CheckResult {
    let resource = context.resource_id()?.clone();
    let rules = context.policy_rules().await?;
    // Only the names come from it, so the rules are judged without it too.
    let found = context.resource().await;
    if rules.is_none() && found.clone()?.is_none() {
        return Err(Stop::Because(CheckId::AccessResource));
    }
    let (rules, found) = (rules.unwrap_or_default(), found.ok().flatten());
    Ok(match context.profile().role {
        Role::ServiceOwner => owned::judge(&rules, context.profile(), &resource, found.as_ref()),
        Role::Sender | Role::Recipient => judge(&rules, context.profile(), resource.to_string(), found.as_ref()),
    })
}

/// An action of Broker's policies (facts platform E.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PolicyAction {
    Write,
    Read,
    Subscribe,
}

impl PolicyAction {
    const fn name(self) -> &'static str {
        match self {
            Self::Write => "write",
            Self::Read => "read",
            Self::Subscribe => "subscribe",
        }
    }

    const fn may(self, who: Vec<String>) -> Message {
        match self {
            Self::Write => Message::RowMaySend { who },
            Self::Read => Message::RowMayReceive { who },
            Self::Subscribe => Message::RowMaySubscribe { who },
        }
    }
}

/// The actions that the role needs. `subscribe` only if step 5 is not set aside.
fn wanted(profile: &Profile) -> Vec<PolicyAction> {
    let own: &[PolicyAction] = match profile.role {
        Role::Sender => &[PolicyAction::Write],
        Role::Recipient => &[PolicyAction::Read],
        Role::ServiceOwner => &[PolicyAction::Write, PolicyAction::Read],
    };
    let subscribe = profile.events.set_aside.is_none().then_some(PolicyAction::Subscribe);
    own.iter().copied().chain(subscribe).collect()
}

/// As one reads it whose role needs certain actions.
fn judge(rules: &[PolicyRule], profile: &Profile, resource: String, found: Option<&Resource>) -> Judgement {
    let (sound, placeholders): (Vec<&PolicyRule>, Vec<&PolicyRule>) = rules.iter().partition(|rule| !is_placeholder(rule));
    let wanted = wanted(profile);
    let has = |rules: &[&PolicyRule], action: PolicyAction| rules.iter().any(|rule| rule.action.eq_ignore_ascii_case(action.name()));
    let missing: Vec<PolicyAction> = wanted.iter().copied().filter(|action| !has(&sound, *action)).collect();
    let rows = [PolicyAction::Write, PolicyAction::Read, PolicyAction::Subscribe].map(|action| line(&sound, action, &wanted, found));
    let placeholder = |actions: &[PolicyAction]| actions.iter().any(|action| has(&placeholders, *action));
    let judged = if missing.is_empty() {
        Judgement::pass(Message::PolicyGood)
    } else if placeholder(&missing) {
        Judgement::needs_you(Message::PolicyPlaceholder { resource })
    } else {
        let actions = missing.iter().map(|action| action.name().to_owned()).collect();
        Judgement::needs_you(Message::PolicyLacks { resource, actions })
    };
    judged.with_rows(rows.to_vec())
}

/// Whether the rule still has the template's `[org]`, which publishing should have replaced by the owner's code
/// (altinn-studio#18044). Such a rule matches nobody.
fn is_placeholder(rule: &PolicyRule) -> bool {
    rule.subject.trim().eq_ignore_ascii_case("[org]")
}

fn line(rules: &[&PolicyRule], action: PolicyAction, wanted: &[PolicyAction], found: Option<&Resource>) -> Row {
    let mut who: Vec<String> =
        rules.iter().filter(|rule| rule.action.eq_ignore_ascii_case(action.name())).map(|rule| subject(rule, found)).collect();
    who.sort_unstable();
    who.dedup();
    match (who.is_empty(), wanted.contains(&action)) {
        (false, _) => row(Mark::Pass, action.name(), action.may(who)),
        (true, true) => row(Mark::Fail, action.name(), Message::RowMayNobody),
        (true, false) => row(Mark::Skipped, action.name(), Message::RowMayNobody),
    }
}

/// Whom a rule is for, such as `rolecode dagl`: the last part of the subject's type, and the subject. The service owner is named.
fn subject(rule: &PolicyRule, found: Option<&Resource>) -> String {
    let owner = found.filter(|found| {
        let is_code =
            rule.subject_type == "urn:altinn:org" && found.owner_code.as_ref().is_some_and(|code| code.eq_ignore_ascii_case(&rule.subject));
        let is_number = rule.subject_type == "urn:altinn:organization:identifier-no"
            && found.owner.as_ref().is_some_and(|owner| owner.digits() == rule.subject);
        is_code || is_number
    });
    match owner.and_then(|owner| owner.owner_names.read_in(Language::English)) {
        Some(name) => format!("{name} ({})", rule.subject),
        None => format!("{} {}", rule.subject_type.rsplit(':').next().unwrap_or_default(), rule.subject),
    }
}

/// Whether a rule allows the organisation itself an action, by its service owner code or its number (facts platform E.1).
pub(in crate::checks) fn lets_owner_in(rules: &[PolicyRule], organisation: &OrgNumber, code: Option<&str>, action: &str) -> bool {
    rules.iter().filter(|rule| rule.action.eq_ignore_ascii_case(action)).any(|rule| match rule.subject_type.as_str() {
        "urn:altinn:org" => code.is_some_and(|code| code.eq_ignore_ascii_case(&rule.subject)),
        "urn:altinn:organization:identifier-no" => rule.subject == organisation.digits(),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::access::resource::tests::sample;
    use crate::journey::{Environment, Verdict};

    fn rule(kind: &str, subject: &str, action: &str) -> PolicyRule {
        PolicyRule { subject_type: format!("urn:altinn:{kind}"), subject: subject.to_owned(), action: action.to_owned() }
    }

    fn role_rules(actions: &[&str]) -> Vec<PolicyRule> {
        actions.iter().map(|action| rule("rolecode", "dagl", action)).collect()
    }

    fn outcome(rules: &[PolicyRule], role: Role, events: bool) -> (Verdict, &'static str) {
        let mut profile = Profile::new(role, Environment::SANDBOX);
        profile.events.set_aside = (!events).then(|| "later".to_owned());
        let judged = judge(rules, &profile, "acme-files".to_owned(), None);
        (judged.verdict, judged.message.id())
    }

    #[test]
    fn each_role_needs_the_actions_it_uses() {
        assert_eq!(outcome(&role_rules(&["write", "subscribe"]), Role::Sender, true), (Verdict::Pass, "policy-good"));
        assert_eq!(outcome(&role_rules(&["read", "subscribe"]), Role::Sender, true), (Verdict::NeedsYou, "policy-lacks"));
        assert_eq!(outcome(&role_rules(&["read", "Subscribe"]), Role::Recipient, true), (Verdict::Pass, "policy-good"));
        assert_eq!(outcome(&[], Role::Sender, true), (Verdict::NeedsYou, "policy-lacks"));
    }

    #[test]
    fn the_service_owner_is_named() {
        let found = sample();
        let named = |rule: &PolicyRule| subject(rule, Some(&found));
        assert_eq!(named(&rule("org", "ACME", "write")), "Acme (ACME)");
        assert_eq!(named(&rule("organization:identifier-no", "991825827", "write")), "Acme (991825827)");
        assert_eq!(named(&rule("org", "other", "write")), "org other");
        assert_eq!(subject(&rule("org", "acme", "write"), None), "org acme");
    }

    #[test]
    fn subscribe_matters_only_with_step_5() {
        assert_eq!(outcome(&role_rules(&["write"]), Role::Sender, true), (Verdict::NeedsYou, "policy-lacks"));
        assert_eq!(outcome(&role_rules(&["write"]), Role::Sender, false), (Verdict::Pass, "policy-good"));
    }

    #[test]
    fn a_placeholder_in_any_case_is_a_missing_rule() {
        for text in ["[org]", "[ORG]"] {
            let rules: Vec<PolicyRule> = ["read", "write", "subscribe"].map(|action| rule("org", text, action)).to_vec();
            assert_eq!(outcome(&rules, Role::Sender, true), (Verdict::NeedsYou, "policy-placeholder"));
        }
    }

    #[test]
    fn an_owner_is_let_in_by_its_code_or_its_number() {
        let organisation: OrgNumber = "991825827".parse().unwrap_or_else(|invalid| unreachable!("{invalid:?}"));
        assert!(lets_owner_in(&[rule("org", "ACME", "write")], &organisation, Some("acme"), "write"));
        assert!(lets_owner_in(&[rule("organization:identifier-no", "991825827", "write")], &organisation, None, "write"));
        assert!(!lets_owner_in(&role_rules(&["write"]), &organisation, Some("acme"), "write"));
    }
}
