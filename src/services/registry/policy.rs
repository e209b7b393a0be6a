//! A resource's policy as a XACML file: written for what we publish, read and put back as it was (facts platform E.1; facts examples 11).

use super::{BASE, PolicyRule};
use crate::journey::Service;
use crate::services::http::{Accept, Answer, Endpoint};
use crate::services::wire::or_none;
use crate::services::{Foreign, Services, Token};
use crate::values::{Approver, OrgNumber, ResourceId};
use reqwest::{Method, StatusCode};
use std::fmt::Write;
use url::Url;

/// The actions of Broker. Whoever approves needs each of them, so a rule of ours carries all (facts platform E.1).
pub const POLICY_ACTIONS: [&str; 3] = ["read", "write", "subscribe"];

const NUMBER: &str = "urn:altinn:organization:identifier-no";
const CODE: &str = "urn:altinn:org";
const STRING: &str = "http://www.w3.org/2001/XMLSchema#string";
const EQUAL: &str = "urn:oasis:names:tc:xacml:1.0:function:string-equal";
const EQUAL_IN_ANY_CASE: &str = "urn:oasis:names:tc:xacml:3.0:function:string-equal-ignore-case";
/// Stands between the parts of the form. No policy contains it.
const FORM: &str = "multipart/form-data; boundary=broker-setup-policy-0b5e7c1d94f64a3d";
const BOUNDARY: &str = "broker-setup-policy-0b5e7c1d94f64a3d";

/// A policy that we write: one rule for those who may approve, and one for the owner itself where it takes part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPolicy {
    pub resource: ResourceId,
    pub approvers: Vec<Approver>,
    /// The owner, if it acts itself. Whoever has a rule for its number may act for any party.
    pub owner: Option<OrgNumber>,
    /// The code of an owner that acts itself: Events asks by it alone whether the owner may subscribe (facts platform F.1).
    pub owner_code: Option<String>,
}

impl NewPolicy {
    /// The rules as the registry lists them: one for each subject and action.
    #[must_use]
    pub fn rules(&self) -> Vec<PolicyRule> {
        let of = |(subject_type, subject): (String, String)| {
            POLICY_ACTIONS.map(|action| PolicyRule {
                subject_type: subject_type.clone(),
                subject: subject.clone(),
                action: action.to_owned(),
            })
        };
        self.parts().into_iter().flatten().flat_map(of).collect()
    }

    /// The XACML file.
    #[must_use]
    pub fn text(&self) -> String {
        let mut xml = HEAD.to_owned();
        for (number, subjects) in self.parts().iter().filter(|subjects| !subjects.is_empty()).enumerate() {
            rule(&mut xml, number + 1, &self.resource, subjects);
        }
        xml.push_str(FOOT);
        xml
    }

    /// The subjects of each rule, by type and value.
    fn parts(&self) -> [Vec<(String, String)>; 2] {
        let typed = |approver: &Approver| {
            let urn = approver.urn();
            urn.rsplit_once(':').map(|(kind, value)| (kind.to_owned(), value.to_owned()))
        };
        let number = self.owner.iter().map(|owner| (NUMBER.to_owned(), owner.digits().to_owned()));
        let code = self.owner.iter().zip(&self.owner_code).map(|(_, code)| (CODE.to_owned(), code.clone()));
        [self.approvers.iter().filter_map(typed).collect(), number.chain(code).collect()]
    }
}

const HEAD: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<xacml:Policy xmlns:xacml="urn:oasis:names:tc:xacml:3.0:core:schema:wd-17" xmlns:xsl="http://www.w3.org/2001/XMLSchema-instance"
    PolicyId="urn:altinn:policyid:1" Version="1.0"
    RuleCombiningAlgId="urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:deny-overrides">
  <xacml:Target/>
"#;

/// A person must have logged in at level 2 at least; a system's token has level 3 (facts platform E.1).
const FOOT: &str = r#"  <xacml:ObligationExpressions>
    <xacml:ObligationExpression ObligationId="urn:altinn:obligation:authenticationLevel1" FulfillOn="Permit">
      <xacml:AttributeAssignmentExpression AttributeId="urn:altinn:obligation1-assignment1" Category="urn:altinn:minimum-authenticationlevel">
        <xacml:AttributeValue DataType="http://www.w3.org/2001/XMLSchema#integer">2</xacml:AttributeValue>
      </xacml:AttributeAssignmentExpression>
    </xacml:ObligationExpression>
  </xacml:ObligationExpressions>
</xacml:Policy>
"#;

/// What a rule names: the attribute, its category, and how it is compared.
struct Named<'a> {
    attribute: &'a str,
    category: &'static str,
    compared: &'static str,
}

fn rule(xml: &mut String, number: usize, resource: &ResourceId, subjects: &[(String, String)]) {
    // Writing into a text cannot fail.
    let _ = writeln!(xml, "  <xacml:Rule RuleId=\"{}:ruleid:{number}\" Effect=\"Permit\">\n    <xacml:Target>", resource.urn());
    let who = |attribute| Named {
        attribute,
        category: "urn:oasis:names:tc:xacml:1.0:subject-category:access-subject",
        compared: EQUAL_IN_ANY_CASE,
    };
    any_of(xml, subjects.iter().map(|(kind, value)| (who(kind), value.as_str())));
    let what =
        Named { attribute: "urn:altinn:resource", category: "urn:oasis:names:tc:xacml:3.0:attribute-category:resource", compared: EQUAL };
    any_of(xml, [(what, resource.as_str())]);
    let action = || Named {
        attribute: "urn:oasis:names:tc:xacml:1.0:action:action-id",
        category: "urn:oasis:names:tc:xacml:3.0:attribute-category:action",
        compared: EQUAL,
    };
    any_of(xml, POLICY_ACTIONS.map(|name| (action(), name)));
    xml.push_str("    </xacml:Target>\n  </xacml:Rule>\n");
}

/// One category, with an alternative for each value. No value needs escaping: they are ids, codes and digits.
fn any_of<'a>(xml: &mut String, alternatives: impl IntoIterator<Item = (Named<'a>, &'a str)>) {
    xml.push_str("      <xacml:AnyOf>\n");
    for (Named { attribute, category, compared }, value) in alternatives {
        let _ = writeln!(
            xml,
            r#"        <xacml:AllOf>
          <xacml:Match MatchId="{compared}">
            <xacml:AttributeValue DataType="{STRING}">{value}</xacml:AttributeValue>
            <xacml:AttributeDesignator AttributeId="{attribute}" Category="{category}" DataType="{STRING}" MustBePresent="false"/>
          </xacml:Match>
        </xacml:AllOf>"#
        );
    }
    xml.push_str("      </xacml:AnyOf>\n");
}

/// The form that carries a policy. There is no other way to send one (facts platform E).
fn form(policy: &str) -> String {
    format!(
        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"policyFile\"; filename=\"policy.xml\"\r\nContent-Type: text/xml\r\n\r\n{policy}\r\n--{BOUNDARY}--\r\n"
    )
}

impl Services {
    /// The address of a resource's policy.
    #[must_use]
    pub fn policy_address(&self, id: &ResourceId) -> Url {
        self.platform(BASE, &["resource", id.as_str(), "policy"])
    }

    /// `GET /resource/{id}/policy`: the file as it lies there. None if there is no policy.
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn policy(&self, id: &ResourceId) -> Answer<Option<String>> {
        let endpoint = Endpoint::usual(Service::ResourceRegistry, "registry.policy");
        let heard = or_none(self.ask(Method::GET, self.policy_address(id), endpoint).accept(Accept::Any).answer().await)?;
        let Some(heard) = heard.filter(|heard| heard.status != StatusCode::NO_CONTENT) else { return Ok(None) };
        heard.body.exact_text().map(Some).ok_or_else(|| heard.foreign(Foreign::Unreadable))
    }

    /// `PUT /resource/{id}/policy`: the whole policy, in place of what is there.
    ///
    /// # Errors
    /// The refusal (an empty 403 if the resource is another's), or any other problem.
    pub async fn put_policy(&self, token: &Token, id: &ResourceId, policy: &str) -> Answer<()> {
        let endpoint = Endpoint::usual(Service::ResourceRegistry, "registry.put-policy");
        let ask = self.ask(Method::PUT, self.policy_address(id), endpoint).bearer(token);
        ask.typed(FORM, form(policy)).answer().await.map(drop)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::services::stub_server::{StubServer, token, with_headers};

    fn sample() -> NewPolicy {
        NewPolicy {
            resource: "acme-broker-test".parse().unwrap(),
            approvers: vec!["dagl".parse().unwrap(), "informasjon-og-kommunikasjon".parse().unwrap()],
            owner: Some("310400106".parse().unwrap()),
            owner_code: Some("acme".to_owned()),
        }
    }

    #[test]
    fn one_rule_carries_all_actions_for_those_who_approve_and_one_for_the_owner() {
        let text = sample().text();
        assert_eq!(text.matches("<xacml:Rule ").count(), 2);
        for action in POLICY_ACTIONS {
            assert_eq!(text.matches(&format!(">{action}<")).count(), 2, "{action}");
        }
        assert_eq!(sample().rules().len(), 12);
        let without = NewPolicy { owner: None, ..sample() };
        assert_eq!(without.text().matches("<xacml:Rule ").count(), 1);
        assert!(!without.text().contains(NUMBER) && !without.text().contains(CODE));
    }

    #[tokio::test]
    async fn a_policy_is_sent_as_a_file_in_a_form() {
        let stub = StubServer::new(vec![with_headers(201, "", "")]);
        stub.services.put_policy(&token().0, &sample().resource, "<a/>").await.unwrap();
        let request = stub.request();
        assert_eq!(request.line(), "PUT /resourceregistry/api/v1/resource/acme-broker-test/policy");
        let body = String::from_utf8(request.body.clone()).unwrap();
        assert!(body.contains("name=\"policyFile\"; filename=\"policy.xml\"") && body.contains("\r\n\r\n<a/>\r\n--"), "{body}");
    }
}
