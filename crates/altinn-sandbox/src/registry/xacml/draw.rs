//! Writes a XACML file for the rules of a policy that was not uploaded.

use super::{ACTION, EQUAL, EQUAL_IGNORE_CASE, LEVEL, NAMESPACE, RESOURCE, SUBJECT};
use crate::registry::policy::{Attribute, Comparison, Policy, Rule, attribute};
use std::fmt::Write;

const STRING: &str = "http://www.w3.org/2001/XMLSchema#string";

pub(super) fn drawn(policy: &Policy, resource: &str) -> String {
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <xacml:Policy xmlns:xacml=\"{NAMESPACE}\" xmlns:xsl=\"http://www.w3.org/2001/XMLSchema-instance\" \
         PolicyId=\"urn:altinn:policyid:1\" Version=\"1.0\" \
         RuleCombiningAlgId=\"urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:deny-overrides\">\n  <xacml:Target/>\n"
    );
    for (number, rule) in policy.rules.iter().enumerate() {
        draw_rule(&mut xml, rule, number + 1, resource);
    }
    let _ = write!(
        xml,
        "  <xacml:ObligationExpressions>
    <xacml:ObligationExpression ObligationId=\"urn:altinn:obligation:authenticationLevel1\" FulfillOn=\"Permit\">
      <xacml:AttributeAssignmentExpression AttributeId=\"urn:altinn:obligation1-assignment1\" Category=\"{LEVEL}\">
        <xacml:AttributeValue DataType=\"http://www.w3.org/2001/XMLSchema#integer\">2</xacml:AttributeValue>
      </xacml:AttributeAssignmentExpression>
    </xacml:ObligationExpression>
  </xacml:ObligationExpressions>
</xacml:Policy>
"
    );
    xml
}

fn draw_rule(xml: &mut String, rule: &Rule, number: usize, resource: &str) {
    let _ = writeln!(
        xml,
        "  <xacml:Rule RuleId=\"urn:altinn:resource:{}:ruleid:{number}\" Effect=\"Permit\">\n    <xacml:Target>",
        escaped(resource)
    );
    draw_any_of(xml, &rule.subjects, SUBJECT);
    draw_any_of(xml, &[vec![Attribute::exactly(attribute::RESOURCE, resource)]], RESOURCE);
    let actions: Vec<Vec<Attribute>> = rule.actions.iter().map(|action| vec![action.clone()]).collect();
    draw_any_of(xml, &actions, ACTION);
    xml.push_str("    </xacml:Target>\n  </xacml:Rule>\n");
}

fn draw_any_of(xml: &mut String, alternatives: &[Vec<Attribute>], category: &str) {
    xml.push_str("      <xacml:AnyOf>\n");
    for alternative in alternatives {
        xml.push_str("        <xacml:AllOf>\n");
        for matched in alternative {
            let function = if matched.compared == Comparison::AnyCase { EQUAL_IGNORE_CASE } else { EQUAL };
            let _ = writeln!(
                xml,
                "          <xacml:Match MatchId=\"{function}\">\n            <xacml:AttributeValue DataType=\"{STRING}\">{}</xacml:AttributeValue>\n            <xacml:AttributeDesignator AttributeId=\"{}\" Category=\"{category}\" DataType=\"{STRING}\" MustBePresent=\"false\"/>\n          </xacml:Match>",
                escaped(&matched.value),
                escaped(&matched.kind)
            );
        }
        xml.push_str("        </xacml:AllOf>\n");
    }
    xml.push_str("      </xacml:AnyOf>\n");
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
