//! The codes of the services, however people spell them.

crate::choice! {
    /// Who gives out a code. Its name is the code's beginning.
    pub enum Family {
        AuthenticationValidation = "AUTH.VLD",
        RegistryValidation = "RR.VLD",
        Authentication = "AUTH",
        Broker = "BRO",
        Maskinporten = "MP",
        Registry = "RR",
        Standard = "STD",
        /// A bare status, without a code of the service.
        Http = "http",
        /// A status that a proxy gave.
        Proxy = "proxy",
    }
}

impl Family {
    /// How many digits its codes have.
    const fn digits(self) -> usize {
        match self {
            Self::Maskinporten | Self::Http | Self::Proxy => 3,
            Self::AuthenticationValidation
            | Self::RegistryValidation
            | Self::Authentication
            | Self::Broker
            | Self::Registry
            | Self::Standard => 5,
        }
    }
}

/// The beginnings that people write, in small letters, longer ones first.
const BEGINNINGS: &[(&str, Family)] = &[
    ("auth.vld", Family::AuthenticationValidation),
    ("rr.vld", Family::RegistryValidation),
    ("broker", Family::Broker),
    ("proxy", Family::Proxy),
    ("auth", Family::Authentication),
    ("http", Family::Http),
    ("vld", Family::AuthenticationValidation),
    ("bro", Family::Broker),
    ("std", Family::Standard),
    ("mp", Family::Maskinporten),
    ("rr", Family::Registry),
];

/// A code as the services write it: `MP-200`, `BRO-00006`. A bare status is `http-401`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    pub family: Family,
    pub number: u32,
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{:0width$}", self.family, self.number, width = self.family.digits())
    }
}

impl Code {
    /// A text that is one code, in any spelling: `mp200`, `BRO-6`, `bro 00006`, `401`.
    pub(super) fn alone(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let bare = (text.len() == 3).then(|| text.parse::<u32>().ok()).flatten().filter(|status| (100..600).contains(status));
        if let Some(number) = bare {
            return Some(Self { family: Family::Http, number });
        }
        let (code, length) = read(&text, &[' ', '-', '_', '.', ':', '#'])?;
        (length == text.len()).then_some(code)
    }

    /// Every code in a text in small letters, each once, in their order.
    pub(super) fn all_in(text: &str) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        let mut before = ' ';
        for (at, c) in text.char_indices() {
            let begins = !before.is_ascii_alphanumeric() && c.is_ascii_lowercase();
            before = c;
            let Some((code, _)) = begins.then(|| text.get(at..).and_then(|rest| read(rest, &['-', '_']))).flatten() else { continue };
            // `http` with a number is a scheme with a port, or a version.
            if code.family != Family::Http && !found.contains(&code) {
                found.push(code);
            }
        }
        // The frame of a validation says nothing beside the code inside it.
        if found.iter().any(|code| code.family != Family::Standard) {
            found.retain(|code| code.family != Family::Standard);
        }
        found
    }
}

/// The code at the beginning of a text in small letters, and its length there.
fn read(text: &str, between: &[char]) -> Option<(Code, usize)> {
    let (beginning, family) = BEGINNINGS.iter().find(|(beginning, _)| text.starts_with(beginning))?;
    let rest = text.get(beginning.len()..)?;
    let number = rest.trim_start_matches(between);
    let parted = rest.len() - number.len();
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let ends = number.get(digits..)?.chars().next().is_none_or(|next| !next.is_ascii_alphanumeric());
    if parted > 1 || digits == 0 || digits > family.digits() || !ends {
        return None;
    }
    let code = Code { family: *family, number: number.get(..digits)?.parse().ok()? };
    Some((code, beginning.len() + parted + digits))
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn a_code_is_read_in_every_spelling() {
        for (spelled, code) in [
            ("mp200", "MP-200"),
            ("MP-200", "MP-200"),
            ("Mp 200", "MP-200"),
            ("BRO-6", "BRO-00006"),
            ("bro-00006", "BRO-00006"),
            ("broker-6", "BRO-00006"),
            ("bro_6", "BRO-00006"),
            ("auth-11", "AUTH-00011"),
            ("AUTH.VLD-00002", "AUTH.VLD-00002"),
            ("vld-2", "AUTH.VLD-00002"),
            ("rr.vld-10", "RR.VLD-00010"),
            ("rr-1", "RR-00001"),
            ("http-429", "http-429"),
            ("HTTP 401", "http-401"),
            ("403", "http-403"),
            ("proxy-407", "proxy-407"),
        ] {
            assert_eq!(Code::alone(spelled).map(|code| code.to_string()).as_deref(), Some(code), "{spelled}");
        }
        for other in ["mp", "mp-2000", "bro--6", "auth-11a", "700", "maskinporten", "mp-200 and more"] {
            assert_eq!(Code::alone(other), None, "{other}");
        }
    }

    #[test]
    fn codes_are_found_inside_a_text() {
        let found = |text: &str| Code::all_in(&text.to_lowercase()).iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        assert_eq!(found("at x.y(z.java:12) https://test.maskinporten.no/errors/MP-303\", BRO-00006"), "MP-303 BRO-00006");
        assert_eq!(found(r#"{"code":"STD-00000","validationErrors":[{"code":"AUTH.VLD-00002"}]}"#), "AUTH.VLD-00002");
        assert_eq!(found("STD-00000"), "STD-00000");
        assert_eq!(found("http://localhost HTTP/1.1 amp-200 temp3 mp3 player"), "MP-003");
        assert_eq!(found(""), "");
    }
}
