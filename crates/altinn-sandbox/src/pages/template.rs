//! Fills the templates in `assets/pages/*.html` with values from JSON. Every value is HTML-escaped; a template cannot turn this
//! off.
//!
//! `{{name}}` inserts a value and `{{.}}` the current item. `{{#name}}…{{/name}}` repeats for each item of a list, or writes its
//! content once inside an object. `{{?name}}…{{/name}}` is written once if there is a value, `{{^name}}…{{/name}}` if there is
//! none. `{{>name}}` inserts another template. A dot selects a member of an object. A name that the inner object lacks is looked up
//! in the outer ones.

use serde_json::Value;

/// The templates, by name.
const TEMPLATES: &[(&str, &str)] = &[
    ("head", include_str!("../../assets/pages/head.html")),
    ("foot", include_str!("../../assets/pages/foot.html")),
    ("note", include_str!("../../assets/pages/note.html")),
    ("absent", include_str!("../../assets/pages/absent.html")),
    ("organisations", include_str!("../../assets/pages/organisations.html")),
    ("overview", include_str!("../../assets/pages/overview.html")),
    ("portal", include_str!("../../assets/pages/portal.html")),
    ("client", include_str!("../../assets/pages/client.html")),
    ("desk", include_str!("../../assets/pages/desk.html")),
    ("owner", include_str!("../../assets/pages/owner.html")),
    ("counterpart", include_str!("../../assets/pages/counterpart.html")),
    ("systems", include_str!("../../assets/pages/systems.html")),
    ("access", include_str!("../../assets/pages/access.html")),
    ("approve", include_str!("../../assets/pages/approve.html")),
    ("refused", include_str!("../../assets/pages/refused.html")),
];

/// A part of a template.
#[derive(Debug)]
enum Node<'a> {
    Text(&'a str),
    Value(&'a str),
    Template(&'a str),
    Section { name: &'a str, when: When, inner: Vec<Node<'a>> },
}

/// The condition of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    /// For each item, with the item as the innermost object.
    Each,
    /// Once, if there is a value.
    Something,
    /// Once, if there is no value.
    Nothing,
}

/// The error in a template.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Broken(String);

/// Fills in the template with a name. A broken template gives an empty page; a test parses every one.
pub(super) fn page(name: &str, values: &Value) -> String {
    let mut out = String::new();
    write_template(name, &mut vec![values], &mut out);
    out
}

fn source(name: &str) -> &'static str {
    TEMPLATES.iter().find(|(known, _)| *known == name).map_or("", |(_, source)| source)
}

fn write_template(name: &str, context: &mut Vec<&Value>, out: &mut String) {
    if let Ok(nodes) = parsed(source(name)) {
        write(&nodes, context, out);
    }
}

fn parsed(source: &str) -> Result<Vec<Node<'_>>, Broken> {
    let mut rest = source;
    let nodes = until(&mut rest, None)?;
    Ok(nodes)
}

/// Parses up to the end of a section, or of the template.
fn until<'a>(rest: &mut &'a str, section: Option<&str>) -> Result<Vec<Node<'a>>, Broken> {
    let mut nodes = Vec::new();
    while let Some((text, after)) = rest.split_once("{{") {
        nodes.push(Node::Text(text));
        let (tag, after) = after.split_once("}}").ok_or_else(|| Broken("a tag without an end".to_owned()))?;
        *rest = after;
        match tag.split_at_checked(1) {
            Some(("#", name)) => nodes.push(Node::Section { name, when: When::Each, inner: until(rest, Some(name))? }),
            Some(("?", name)) => nodes.push(Node::Section { name, when: When::Something, inner: until(rest, Some(name))? }),
            Some(("^", name)) => nodes.push(Node::Section { name, when: When::Nothing, inner: until(rest, Some(name))? }),
            Some((">", name)) => nodes.push(Node::Template(name)),
            Some(("/", name)) if section == Some(name) => return Ok(nodes),
            Some(("/", name)) => return Err(Broken(format!("{name} ends where it did not begin"))),
            _ => nodes.push(Node::Value(tag)),
        }
    }
    match section {
        Some(name) => Err(Broken(format!("{name} does not end"))),
        None => {
            nodes.push(Node::Text(rest));
            Ok(nodes)
        }
    }
}

fn write(nodes: &[Node<'_>], context: &mut Vec<&Value>, out: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) => out.push_str(text),
            Node::Value(name) => match found(name, context) {
                Some(Value::String(text)) => escape(text, out),
                Some(Value::Null) | None => {}
                Some(other) => escape(&other.to_string(), out),
            },
            Node::Template(name) => write_template(name, context, out),
            Node::Section { name, when, inner } => section(found(name, context), *when, inner, context, out),
        }
    }
}

fn section<'v>(value: Option<&'v Value>, when: When, inner: &[Node<'_>], context: &mut Vec<&'v Value>, out: &mut String) {
    let rows: Vec<&Value> = match value {
        None | Some(Value::Null | Value::Bool(false)) => Vec::new(),
        Some(Value::String(text)) if text.is_empty() => Vec::new(),
        Some(Value::Array(rows)) => rows.iter().collect(),
        Some(one) => vec![one],
    };
    match when {
        When::Nothing if rows.is_empty() => write(inner, context, out),
        When::Something if !rows.is_empty() => write(inner, context, out),
        When::Nothing | When::Something => {}
        When::Each => {
            for row in rows {
                context.push(row);
                write(inner, context, out);
                context.pop();
            }
        }
    }
}

fn found<'v>(name: &str, context: &[&'v Value]) -> Option<&'v Value> {
    if name == "." {
        return context.last().copied();
    }
    let (first, path) = name.split_once('.').map_or((name, None), |(first, path)| (first, Some(path)));
    let outer = context.iter().rev().find_map(|value| value.get(first))?;
    path.map_or(Some(outer), |path| path.split('.').try_fold(outer, part_of))
}

/// A member of an object, or an item of a list by its index.
fn part_of<'v>(value: &'v Value, part: &str) -> Option<&'v Value> {
    match value {
        Value::Array(items) => items.get(part.parse::<usize>().ok()?),
        other => other.get(part),
    }
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            plain => out.push(plain),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use serde_json::json;

    fn filled(source: &str, values: &Value) -> String {
        let mut out = String::new();
        write(&parsed(source).unwrap(), &mut vec![values], &mut out);
        out
    }

    #[test]
    fn every_template_is_whole_and_names_only_templates_that_exist() {
        fn names<'a>(nodes: &'a [Node<'_>], found: &mut Vec<&'a str>) {
            for node in nodes {
                match node {
                    Node::Template(name) => found.push(name),
                    Node::Section { inner, .. } => names(inner, found),
                    Node::Text(_) | Node::Value(_) => {}
                }
            }
        }
        for (name, source) in TEMPLATES {
            let nodes = parsed(source).unwrap_or_else(|broken| unreachable!("{name}: {broken:?}"));
            let mut named = Vec::new();
            names(&nodes, &mut named);
            assert!(named.iter().all(|named| TEMPLATES.iter().any(|(known, _)| known == named)), "{name}: {named:?}");
        }
    }

    #[test]
    fn values_are_escaped_wherever_they_stand() {
        let evil = json!({"evil": "<script>alert('1')</script>\"&"});
        assert_eq!(filled("<a title=\"{{evil}}\">", &evil), "<a title=\"&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;\">");
        // Template syntax inside a value is not interpreted.
        assert_eq!(filled("{{evil}}{{b}}", &json!({"evil": "{{b}}", "b": "B"})), "{{b}}B");
    }

    #[test]
    fn sections_repeat_look_outside_and_know_nothing() {
        let values = json!({"rows": [{"n": 1}, {"n": 2}], "who": "A", "none": [], "deep": {"er": "x"}, "list": ["p", "q"]});
        assert_eq!(filled("{{#rows}}{{n}}{{who}} {{/rows}}", &values), "1A 2A ");
        assert_eq!(filled("{{^none}}empty{{/none}}{{#none}}full{{/none}}{{#absent}}!{{/absent}}", &values), "empty");
        assert_eq!(filled("{{?list}}some{{/list}}{{?none}}!{{/none}}{{^list.5}}none{{/list.5}}", &values), "somenone");
        // An item does not see the members of its neighbours.
        let uneven = json!({"rows": [{"n": 1}, {}]});
        assert_eq!(filled("{{?rows}}{{#rows}}[{{n}}]{{/rows}}{{/rows}}", &uneven), "[1][]");
        assert_eq!(filled("{{deep.er}}{{#list}}[{{.}}]{{/list}}", &values), "x[p][q]");
        assert_eq!(parsed("{{#a}}").unwrap_err(), Broken("a does not end".to_owned()));
        assert_eq!(parsed("{{/a}}").unwrap_err(), Broken("a ends where it did not begin".to_owned()));
    }
}
