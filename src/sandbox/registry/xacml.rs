//! A policy as a XACML file, drawn and read (examples, EX 11).

use super::policy::{Attribute, Policy, Rule, attribute};
use std::fmt::Write;

const SUBJECT: &str = "urn:oasis:names:tc:xacml:1.0:subject-category:access-subject";
const RESOURCE: &str = "urn:oasis:names:tc:xacml:3.0:attribute-category:resource";
const ACTION: &str = "urn:oasis:names:tc:xacml:3.0:attribute-category:action";
const EQUAL: &str = "urn:oasis:names:tc:xacml:1.0:function:string-equal";
const EQUAL_IGNORE_CASE: &str = "urn:oasis:names:tc:xacml:3.0:function:string-equal-ignore-case";
const STRING: &str = "http://www.w3.org/2001/XMLSchema#string";

/// The file: the uploaded one, else drawn from the rules.
pub(super) fn file(policy: &Policy, resource: &str) -> String {
    match &policy.uploaded {
        Some(uploaded) => uploaded.clone(),
        None => drawn(policy, resource),
    }
}

fn drawn(policy: &Policy, resource: &str) -> String {
    let mut xml = String::from(concat!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n",
        "<xacml:Policy xmlns:xacml=\"urn:oasis:names:tc:xacml:3.0:core:schema:wd-17\" xmlns:xsl=\"http://www.w3.org/2001/XMLSchema-instance\" ",
        "PolicyId=\"urn:altinn:policyid:1\" Version=\"1.0\" ",
        "RuleCombiningAlgId=\"urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:deny-overrides\">\n  <xacml:Target/>\n"
    ));
    for (number, rule) in policy.rules.iter().enumerate() {
        draw_rule(&mut xml, rule, number + 1, resource);
    }
    xml.push_str(concat!(
        "  <xacml:ObligationExpressions>\n",
        "    <xacml:ObligationExpression ObligationId=\"urn:altinn:obligation:authenticationLevel1\" FulfillOn=\"Permit\">\n",
        "      <xacml:AttributeAssignmentExpression AttributeId=\"urn:altinn:obligation1-assignment1\" Category=\"urn:altinn:minimum-authenticationlevel\">\n",
        "        <xacml:AttributeValue DataType=\"http://www.w3.org/2001/XMLSchema#integer\">2</xacml:AttributeValue>\n",
        "      </xacml:AttributeAssignmentExpression>\n    </xacml:ObligationExpression>\n  </xacml:ObligationExpressions>\n</xacml:Policy>\n"
    ));
    xml
}

fn draw_rule(xml: &mut String, rule: &Rule, number: usize, resource: &str) {
    let _ = writeln!(
        xml,
        "  <xacml:Rule RuleId=\"urn:altinn:resource:{}:ruleid:{number}\" Effect=\"Permit\">\n    <xacml:Target>",
        escaped(resource)
    );
    draw_any_of(xml, &rule.subjects, SUBJECT, EQUAL_IGNORE_CASE);
    draw_any_of(xml, &[vec![Attribute::new(attribute::RESOURCE, resource)]], RESOURCE, EQUAL);
    let actions: Vec<Vec<Attribute>> = rule.actions.iter().map(|action| vec![Attribute::new(attribute::ACTION, action)]).collect();
    draw_any_of(xml, &actions, ACTION, EQUAL);
    xml.push_str("    </xacml:Target>\n  </xacml:Rule>\n");
}

fn draw_any_of(xml: &mut String, alternatives: &[Vec<Attribute>], category: &str, function: &str) {
    xml.push_str("      <xacml:AnyOf>\n");
    for alternative in alternatives {
        xml.push_str("        <xacml:AllOf>\n");
        for matched in alternative {
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

/// Why an uploaded policy is refused (platform facts, E).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refused {
    /// A rule names another resource.
    OtherResource,
    /// A rule names none.
    NoResource,
    /// It is no policy at all.
    Unreadable,
}

/// Reads an uploaded file into rules.
pub(super) fn read(file: &str, resource: &str) -> Result<Policy, Refused> {
    let text = without_comments(file);
    if !text.contains(":Policy") && !text.contains("<Policy") {
        return Err(Refused::Unreadable);
    }
    let mut rules = Vec::new();
    for block in elements(&text, "Rule") {
        let mut rule = Rule { subjects: Vec::new(), actions: Vec::new() };
        let mut resources = Vec::new();
        for alternative in elements(block, "AllOf") {
            let matches: Vec<(String, Attribute)> = elements(alternative, "Match").filter_map(read_match).collect();
            let of = |category: &str| {
                matches.iter().filter(|(found, _)| found == category).map(|(_, attribute)| attribute.clone()).collect::<Vec<_>>()
            };
            let subjects = of(SUBJECT);
            if !subjects.is_empty() {
                rule.subjects.push(subjects);
            }
            rule.actions.extend(of(ACTION).into_iter().map(|attribute| attribute.value));
            resources.extend(of(RESOURCE).into_iter().filter(|found| found.kind == attribute::RESOURCE).map(|found| found.value));
        }
        if resources.is_empty() {
            return Err(Refused::NoResource);
        }
        if resources.iter().any(|named| named != resource) {
            return Err(Refused::OtherResource);
        }
        rules.push(rule);
    }
    Ok(Policy { rules, uploaded: Some(file.to_owned()) })
}

fn read_match(block: &str) -> Option<(String, Attribute)> {
    let value = elements(block, "AttributeValue")
        .next()?
        .trim()
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
    Some((xml_attribute(block, "Category")?, Attribute { kind: xml_attribute(block, "AttributeId")?, value }))
}

fn xml_attribute(block: &str, name: &str) -> Option<String> {
    let start = block.find(&format!(" {name}="))? + name.len() + 2;
    let quote = block[start..].chars().next()?;
    block[start + 1..].split(quote).next().map(str::to_owned)
}

fn without_comments(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("<!--") {
        kept.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, tail)| tail);
    }
    kept.push_str(rest);
    kept
}

/// The contents of each element of a local name, whatever its prefix.
fn elements<'a>(text: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            let open = rest.find('<')?;
            let tag = &rest[open + 1..];
            let end = tag.find('>')?;
            let word = tag[..end].split([' ', '\t', '\r', '\n', '/']).next().unwrap_or_default();
            rest = &tag[end + 1..];
            if word.rsplit(':').next() == Some(name) && !tag[..end].ends_with('/') {
                let close = format!("</{word}>");
                let stop = rest.find(&close)?;
                let inner = &rest[..stop];
                rest = &rest[stop + close.len()..];
                return Some(inner);
            }
        }
    })
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    #[test]
    fn ex_11_what_is_drawn_reads_back_to_the_same_rules() {
        let policy = Policy::of(
            &[Attribute::new(attribute::ROLE, "dagl"), Attribute::new(attribute::ORG_CODE, "acme")],
            &["read", "write", "subscribe"],
        );
        let read = read(&file(&policy, "acme-broker-test"), "acme-broker-test").expect("its own file");
        assert_eq!(read.rules[0].subjects, policy.rules[0].subjects);
        assert_eq!(read.rules[0].actions, policy.rules[0].actions);
    }

    #[test]
    fn e_a_policy_of_another_resource_is_refused() {
        let xml = drawn(&Policy::of(&[Attribute::new(attribute::ROLE, "dagl")], &["read"]), "another");
        assert_eq!(read(&xml, "acme-broker-test").err(), Some(Refused::OtherResource));
        assert_eq!(read(&xml.replace("urn:altinn:resource\"", "urn:altinn:task\""), "acme-broker-test").err(), Some(Refused::NoResource));
    }
}
