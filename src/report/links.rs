//! Tells a terminal which printed lines are links (OSC 8), so that a click opens them.

use crate::values::Link;

/// Whether a terminal of this kind (`TERM`) can be told. Most others ignore it, but a console of the kernel prints it.
#[must_use]
pub fn takes_links(term: Option<&str>) -> bool {
    term.is_none_or(|term| term != "linux" && term != "dumb" && !term.starts_with("vt"))
}

/// The text, with each line that is nothing but a link marked as one. A [`Link`] has no control characters, so that it cannot end the
/// sequence; whatever else stands in the text stays as it is. Only for a terminal: in a file or a pipe the marks would be in the way.
#[must_use]
pub fn with_links(text: &str) -> String {
    text.split_inclusive('\n').map(marked).collect()
}

fn marked(line: &str) -> String {
    let words = line.trim();
    match words.parse::<Link>() {
        Ok(link) if link.to_string() == words => line.replacen(words, &format!("\u{1b}]8;;{link}\u{1b}\\{words}\u{1b}]8;;\u{1b}\\"), 1),
        Ok(_) | Err(_) => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_a_link_is_marked_and_nothing_else_is() {
        let marked = with_links("Do: open it.\n    https://altinn.no/a?id=1\nsee https://altinn.no/ there\nhttp://evil.example/\n");
        let link = "    \u{1b}]8;;https://altinn.no/a?id=1\u{1b}\\https://altinn.no/a?id=1\u{1b}]8;;\u{1b}\\\n";
        assert_eq!(marked, format!("Do: open it.\n{link}see https://altinn.no/ there\nhttp://evil.example/\n"));
    }
}
