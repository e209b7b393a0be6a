//! Makes text from elsewhere safe to show: short, without secrets and without control characters.

/// The longest text kept from a service, in characters.
const LONGEST: usize = 300;
const MASK: &str = "[…]";

/// A service's text on one line of at most 300 characters, with tokens and the given secrets masked. Secrets of less than four
/// characters are not masked, since they would match everywhere.
pub(in crate::services) fn plain(text: &str, secrets: &[&str]) -> String {
    let mut clean = text.to_owned();
    for secret in secrets.iter().filter(|secret| secret.len() >= 4) {
        clean = clean.replace(secret, MASK);
    }
    capped(&without_tokens(&clean))
}

/// The text on one line of at most 300 characters. Control characters become spaces, since a terminal could take them as commands.
pub(in crate::services) fn capped(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let trimmed = spaced.trim();
    if trimmed.chars().count() <= LONGEST {
        return trimmed.to_owned();
    }
    trimmed.chars().take(LONGEST - 1).chain(['…']).collect()
}

/// Masks every word of 16 or more characters that starts as a JWT does (`eyJ`, which is `{"` in base64url).
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
