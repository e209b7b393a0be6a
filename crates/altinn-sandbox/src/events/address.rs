//! The normal form of a webhook's address, in which the service stores, compares and answers it (facts platform F.1).

use url::Url;

/// The host in lower case, no default port, a path, and percent-encoding only where it is needed, with upper-case digits. `None` for
/// an address that is not absolute.
#[must_use]
pub(super) fn normal_form(address: &str) -> Option<String> {
    Url::parse(address).ok().map(|url| encoded_where_needed(url.as_str()))
}

/// Decodes the characters that RFC 3986 (2.3) never wants encoded, and encodes those that the service's framework also encodes.
fn encoded_where_needed(address: &str) -> String {
    let mut normal = String::with_capacity(address.len());
    let mut rest = address;
    while let Some(character) = rest.chars().next() {
        let escaped = (character == '%').then(|| rest.get(1..3)).flatten().and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match (escaped, character) {
            (Some(byte), _) if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) => normal.push(char::from(byte)),
            (Some(byte), _) => normal.push_str(&format!("%{byte:02X}")),
            (None, '^' | '`' | '{' | '|' | '}') => normal.push_str(&format!("%{:02X}", u32::from(character))),
            (None, _) => normal.push(character),
        }
        rest = rest.get(if escaped.is_some() { 3 } else { character.len_utf8() }..).unwrap_or_default();
    }
    normal
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Facts platform F.1.
    #[test]
    fn an_address_has_one_normal_form() {
        for (given, normal) in [
            ("https://Hooks.example.no", "https://hooks.example.no/"),
            ("HTTPS://hooks.example.no:443/A", "https://hooks.example.no/A"),
            ("https://hooks.example.no:8443/a/../b", "https://hooks.example.no:8443/b"),
            ("https://hooks.example.no/%7euser/%c3%a6?x=%2f%41", "https://hooks.example.no/~user/%C3%A6?x=%2FA"),
            ("https://hooks.example.no/æ b?q={x}", "https://hooks.example.no/%C3%A6%20b?q=%7Bx%7D"),
            ("https://hooks.example.no/100%", "https://hooks.example.no/100%"),
        ] {
            assert_eq!(normal_form(given).as_deref(), Some(normal), "{given}");
        }
        assert_eq!(normal_form("/a"), None);
    }
}
