//! Reads an uploaded policy file as the platform does: by namespace and not by prefix, without a DTD (XACML 3.0 core, 5; facts
//! platform E).

use super::{ACTION, EQUAL, EQUAL_IGNORE_CASE, LEVEL, LEVEL_OF_OWNERS, NAMESPACE, RESOURCE, SUBJECT};
use crate::registry::policy::{Attribute, Combining, Comparison, Effect, Policy, Rule, attribute};
use roxmltree::{Document, Node, ParsingOptions};

/// The most XML nodes in a file: more than any real policy has. The limit stops hostile files early, as those below do.
const NODES: u32 = 100_000;
/// The most attributes of an element, and the most declarations of a namespace. The parser compares each with each other.
const ATTRIBUTES: usize = 256;
const NAMESPACES: usize = 256;
/// The most rows of `policy/rules`. A rule has one for each of its subjects with each action and each resource.
const ROWS: usize = 20_000;

/// Why an uploaded policy is refused (facts platform E).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refused {
    /// A rule names another resource.
    OtherResource,
    /// A rule names no resource.
    NoResource,
    /// The file is no policy.
    Unreadable,
    /// The sandbox does not take a policy of this size.
    TooLarge,
}

/// Reads an uploaded file into rules.
pub(crate) fn read(file: &[u8], resource: &str) -> Result<Policy, Refused> {
    let text = decoded(file);
    if !is_bounded(&text) {
        return Err(Refused::TooLarge);
    }
    let policy = parsed(&text).ok_or(Refused::Unreadable)?;
    if policy.row_count() > ROWS {
        return Err(Refused::TooLarge);
    }
    for rule in &policy.rules {
        let mut named = rule.resources.iter().flatten().filter(|found| found.kind == attribute::RESOURCE).peekable();
        if named.peek().is_none() {
            return Err(Refused::NoResource);
        }
        if named.any(|found| found.value != resource) {
            return Err(Refused::OtherResource);
        }
    }
    Ok(Policy { uploaded: Some(text), ..policy })
}

/// Decodes UTF-8, or UTF-16 if there is a byte order mark.
fn decoded(file: &[u8]) -> String {
    let of_16 = |rest: &[u8], read: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = rest.chunks_exact(2).map(|pair| read([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match file {
        [0xFF, 0xFE, rest @ ..] => of_16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => of_16(rest, u16::from_be_bytes),
        other => String::from_utf8_lossy(other).into_owned(),
    }
}

/// Whether no element has too many attributes, and the file not too many namespaces. An attribute's value cannot contain `<`, so
/// what stands between two of them holds the attributes of one element at most.
fn is_bounded(text: &str) -> bool {
    text.split('<').all(|element| element.matches('=').count() <= ATTRIBUTES) && text.matches("xmlns").count() <= NAMESPACES
}

fn parsed(text: &str) -> Option<Policy> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let options = ParsingOptions { allow_dtd: false, nodes_limit: NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).ok()?;
    let root = document.root_element();
    if !is(root, "Policy") || root.attribute("PolicyId").is_none() || child(root, "Target").is_none() {
        return None;
    }
    let rules = children(root, "Rule").map(rule).collect::<Option<Vec<_>>>()?;
    if rules.is_empty() {
        return None;
    }
    Some(Policy {
        rules,
        uploaded: None,
        combining: Combining::named(root.attribute("RuleCombiningAlgId")?),
        minimum_level: level(root, LEVEL),
        minimum_level_of_owners: level(root, LEVEL_OF_OWNERS),
    })
}

fn rule(node: Node<'_, '_>) -> Option<Rule> {
    node.attribute("RuleId")?;
    let effect = match (node.attribute("Effect")?, child(node, "Condition")) {
        ("Permit" | "Deny", Some(_)) => Effect::Conditional,
        ("Permit", None) => Effect::Permit,
        ("Deny", None) => Effect::Deny,
        _ => return None,
    };
    let mut rule = Rule { subjects: Vec::new(), actions: Vec::new(), resources: Vec::new(), effect };
    let any_of = child(node, "Target").into_iter().flat_map(|target| children(target, "AnyOf"));
    for all_of in any_of.flat_map(|any_of| children(any_of, "AllOf")) {
        let matches = children(all_of, "Match").map(matched).collect::<Option<Vec<_>>>()?;
        let of = |category: &str| -> Vec<Attribute> {
            matches.iter().filter(|(found, _)| *found == category).map(|(_, attribute)| attribute.clone()).collect()
        };
        rule.subjects.extend(Some(of(SUBJECT)).filter(|found| !found.is_empty()));
        rule.resources.extend(Some(of(RESOURCE)).filter(|found| !found.is_empty()));
        rule.actions.extend(of(ACTION));
    }
    Some(rule)
}

/// A match element: its category and its attribute with value. Spaces in the value count.
fn matched<'a>(node: Node<'a, '_>) -> Option<(&'a str, Attribute)> {
    let (value, designator) = (child(node, "AttributeValue")?, child(node, "AttributeDesignator")?);
    value.attribute("DataType").filter(|kind| !kind.is_empty())?;
    let compared = match node.attribute("MatchId")? {
        EQUAL | "urn:oasis:names:tc:xacml:1.0:function:string-is-in" | "urn:oasis:names:tc:xacml:1.0:function:anyURI-equal" => {
            Comparison::Exact
        }
        EQUAL_IGNORE_CASE => Comparison::AnyCase,
        _ => Comparison::Never,
    };
    let kind = designator.attribute("AttributeId")?.to_owned();
    Some((designator.attribute("Category")?, Attribute { kind, value: content(value), compared }))
}

/// The authentication level that a Permit demands.
fn level(policy: Node<'_, '_>, category: &str) -> Option<i64> {
    let obligations = child(policy, "ObligationExpressions").into_iter().flat_map(|all| children(all, "ObligationExpression"));
    let assignments = obligations
        .filter(|found| found.attribute("FulfillOn") == Some("Permit"))
        .flat_map(|found| children(found, "AttributeAssignmentExpression"));
    let mut values = assignments.filter(|found| found.attribute("Category") == Some(category));
    let value = values.find_map(|found| child(found, "AttributeValue"))?;
    content(value).trim().parse().ok()
}

/// The text of an element without its comments.
fn content(node: Node<'_, '_>) -> String {
    node.children().filter(Node::is_text).filter_map(|text| text.text()).collect()
}

fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name && node.tag_name().namespace() == Some(NAMESPACE)
}

fn children<'a, 'input: 'a>(node: Node<'a, 'input>, name: &'static str) -> impl Iterator<Item = Node<'a, 'input>> {
    node.children().filter(move |child| is(*child, name))
}

fn child<'a, 'input: 'a>(node: Node<'a, 'input>, name: &'static str) -> Option<Node<'a, 'input>> {
    children(node, name).next()
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
