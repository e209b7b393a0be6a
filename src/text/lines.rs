//! Reads a Fluent file for the tests: each line by its key, with its placeholders.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Template {
    /// The words, with `{name}` where a value goes. The variants of a choice follow each other.
    pub(super) text: String,
    /// The values that it shows or chooses by.
    pub(super) placeholders: BTreeSet<String>,
    /// Those that it shows whichever variant is chosen.
    pub(super) always: BTreeSet<String>,
}

/// The lines of a file by their keys, `id` or `id.attribute`. Panics if the file does not parse or has a key twice.
pub(super) fn lines(file: &str, source: &str) -> BTreeMap<String, Template> {
    let resource = match fluent_syntax::parser::parse(source) {
        Ok(resource) => resource,
        Err((_, errors)) => panic!("{file}.ftl does not parse: {errors:?}"),
    };
    let mut lines = BTreeMap::new();
    let mut add = |key: String, pattern: &Pattern<&str>| {
        let mut line = Template::default();
        line.read(pattern);
        assert!(lines.insert(key.clone(), line).is_none(), "{file}.ftl has {key} twice");
    };
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        if let Some(value) = &message.value {
            add(message.id.name.to_owned(), value);
        }
        for attribute in &message.attributes {
            add(format!("{}.{}", message.id.name, attribute.id.name), &attribute.value);
        }
    }
    lines
}

impl Template {
    fn read(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.text.push_str(value),
                PatternElement::Placeable { expression } => self.choose(expression),
            }
        }
    }

    fn choose(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.fill(inline),
            Expression::Select { selector, variants } => {
                if let InlineExpression::VariableReference { id } = selector {
                    self.placeholders.insert(id.name.to_owned());
                }
                self.read_variants(variants.iter().map(|variant| &variant.value));
            }
        }
    }

    fn read_variants<'a>(&mut self, variants: impl Iterator<Item = &'a Pattern<&'a str>>) {
        let mut in_each: Option<BTreeSet<String>> = None;
        for variant in variants {
            let mut line = Self::default();
            line.read(variant);
            self.text.push_str(&line.text);
            self.placeholders.extend(line.placeholders);
            in_each = Some(match in_each {
                Some(before) => before.intersection(&line.always).cloned().collect(),
                None => line.always,
            });
        }
        self.always.extend(in_each.into_iter().flatten());
    }

    fn fill(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::StringLiteral { value } => self.text.push_str(value),
            InlineExpression::VariableReference { id } => {
                self.placeholders.insert(id.name.to_owned());
                self.always.insert(id.name.to_owned());
                self.text.push_str(&format!("{{{}}}", id.name));
            }
            other => panic!("a line here has texts, values and choices, and no {other:?}"),
        }
    }
}
