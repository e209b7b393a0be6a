//! SQL's `LIKE`, by which polling compares event types (facts platform F.1).

use std::collections::BTreeSet;

/// Whether a text is like a pattern: `%` stands for any text, `_` for any one character, and a backslash makes the next one stand for
/// itself. Letter case counts.
#[must_use]
pub(super) fn is_like(text: &str, pattern: &str) -> bool {
    let text: Vec<char> = text.chars().collect();
    // Where in the text the rest of the pattern can begin.
    let mut starts = BTreeSet::from([0]);
    let mut signs = pattern.chars();
    while let Some(sign) = signs.next() {
        let character = if sign == '\\' { signs.next().unwrap_or(sign) } else { sign };
        starts = match sign {
            '%' => starts.first().map(|first| (*first..=text.len()).collect()).unwrap_or_default(),
            '_' => starts.into_iter().filter(|start| *start < text.len()).map(|start| start + 1).collect(),
            _ => starts.into_iter().filter(|start| text.get(*start) == Some(&character)).map(|start| start + 1).collect(),
        };
    }
    starts.contains(&text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Facts platform F.1.
    #[test]
    fn types_are_compared_as_sql_does() {
        let published = "no.altinn.broker.published";
        for pattern in
            [published, "%", "no.altinn.broker.%", "%.published", "no.%.p_blished", "no.altinn.broker.published%", r"no\.altinn%"]
        {
            assert!(is_like(published, pattern), "{pattern}");
        }
        for pattern in [
            "",
            "no.altinn.broker",
            "no.altinn.broker.Published",
            "no.altinn.broker.*",
            "x%",
            "%x%",
            r"no.altinn.broker.\%",
            "%_published_",
        ] {
            assert!(!is_like(published, pattern), "{pattern}");
        }
        assert!(is_like("100%", r"100\%") && is_like("", "%") && !is_like("", "_"));
    }
}
