//! Words of others, made fit to be shown: short, without secrets, without control characters.

/// No text of a service is kept longer.
const LONGEST: usize = 300;
const MASK: &str = "[…]";

/// A text of a service: one line, at most 300 characters, free of tokens and of the given secrets.
pub(in crate::services) fn plain(text: &str, secrets: &[&str]) -> String {
    let mut clean = text.to_owned();
    for secret in secrets.iter().filter(|secret| secret.len() >= 4) {
        clean = clean.replace(secret, MASK);
    }
    capped(&without_tokens(&clean))
}

/// One line, at most 300 characters. A control character would reach the terminal as a command.
pub(in crate::services) fn capped(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let trimmed = spaced.trim();
    if trimmed.chars().count() <= LONGEST {
        return trimmed.to_owned();
    }
    trimmed.chars().take(LONGEST - 1).chain(['…']).collect()
}

/// Masks whatever starts as a JWT does (`{"` in base64url) and goes on for a while.
fn without_tokens(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("eyJ") {
        let (before, from) = rest.split_at(start);
        let length =
            from.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '=' | '+' | '/'))).unwrap_or(from.len());
        let (word, after) = from.split_at(length);
        clean.push_str(before);
        clean.push_str(if length >= 16 { MASK } else { word });
        rest = after;
    }
    clean.push_str(rest);
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_and_known_secrets_are_masked_and_the_text_is_one_short_line() {
        let text = "refused eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln for key 3f9c8b7a\n\u{1b}[31mnow";
        assert_eq!(plain(text, &["3f9c8b7a"]), "refused […] for key […]  [31mnow");
        assert_eq!(plain(&"å".repeat(1000), &[]).chars().count(), 300);
        assert_eq!(plain("eyJ is how they begin", &[]), "eyJ is how they begin");
    }
}
