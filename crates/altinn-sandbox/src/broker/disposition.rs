//! `Content-Disposition` for a file name, as the services' framework writes it (facts broker-api 2.7 and 2.12).

/// `attachment; filename=…; filename*=UTF-8''…`. The first name is unquoted if it is a token, else quoted; characters that a header
/// cannot hold become `_`.
pub(super) fn disposition(name: &str) -> String {
    let plain: String = name.encode_utf16().map(|unit| printable(unit).unwrap_or('_')).collect();
    let quoted = if plain.chars().all(is_token) { plain } else { format!("\"{}\"", plain.replace('\\', "\\\\").replace('"', "\\\"")) };
    format!("attachment; filename={quoted}; filename*=UTF-8''{}", encoded(name))
}

fn printable(unit: u16) -> Option<char> {
    u8::try_from(unit).ok().map(char::from).filter(|c| c.is_ascii() && !c.is_ascii_control())
}

fn is_token(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c)
}

/// Percent-encodes every byte that is no `attr-char` of RFC 5987.
fn encoded(name: &str) -> String {
    let mut text = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Facts broker-api 2.7.
    #[test]
    fn file_names_are_bare_quoted_or_replaced() {
        assert_eq!(disposition("a.txt"), "attachment; filename=a.txt; filename*=UTF-8''a.txt");
        assert_eq!(disposition("a b.txt"), "attachment; filename=\"a b.txt\"; filename*=UTF-8''a%20b.txt");
        assert_eq!(disposition("på.txt"), "attachment; filename=p_.txt; filename*=UTF-8''p%C3%A5.txt");
        assert_eq!(disposition("a\"b"), "attachment; filename=\"a\\\"b\"; filename*=UTF-8''a%22b");
    }
}
