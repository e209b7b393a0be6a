//! The last look at what is printed: no text of others may act on the terminal, or on the system that runs a CI job and reads its
//! log for commands.

use crate::values::is_hidden;

/// The text as it is printed, whatever was put into it: without hidden characters except line breaks, and without commands to a CI
/// system. GitHub takes a line that begins with `::` for one, after blanks too; it and others take `##[…]` and `##word[…]`.
#[must_use]
pub fn printed(text: &str) -> String {
    visible(text).split_inclusive('\n').map(without_command).collect()
}

/// Like [`printed`], for text that is meant to be commands to GitHub.
#[must_use]
pub fn printed_commands(text: &str) -> String {
    visible(text)
}

fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let is_command =
            rest.strip_prefix("##").is_some_and(|after| after.trim_start_matches(|c: char| c.is_ascii_alphabetic()).starts_with('['));
        match c {
            '\n' => out.push('\n'),
            '#' if is_command => out.push_str("# "),
            c if is_hidden(c) => {}
            c => out.push(c),
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    out
}

fn without_command(line: &str) -> String {
    let begins = line.trim_start().starts_with("::");
    if begins { line.replacen("::", ": :", 1) } else { line.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_a_command_and_nothing_hidden_is_left() {
        let text =
            "fine :: fine\n::error::x\n  \t::stop-commands::y\u{202e}\n##[error]a ##vso[task.setvariable]b ###[x] # ## C\u{1b}[2J\r\n";
        let safe = "fine :: fine\n: :error::x\n  : :stop-commands::y\n# #[error]a # #vso[task.setvariable]b ## #[x] # ## C[2J\n";
        assert_eq!(printed(text), safe);
        assert_eq!(printed_commands("::notice title=a::b\u{202e}\n"), "::notice title=a::b\n");
    }
}
