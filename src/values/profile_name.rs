//! The name of a profile, which is also the name of its file.

use super::Invalid;
use icu_normalizer::ComposingNormalizerBorrowed;

/// The longest name in characters. A file name has 255 bytes on most systems, of which a character takes four at most.
const LONGEST: usize = 40;

/// What Windows keeps for devices, whatever stands behind a dot.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// The name as it is kept: without blanks around it, and with each letter as one character where Unicode has one (NFC), because a
/// Mac may give `å` as two. It holds letters of any script, digits, spaces, dots, underscores and hyphens, and is a valid file name on
/// every system.
///
/// # Errors
/// Why it cannot be a profile's name.
pub fn profile_name(text: &str) -> Result<String, Invalid> {
    let name = ComposingNormalizerBorrowed::new_nfc().normalize(text.trim()).into_owned();
    if name.is_empty() {
        return Err(Invalid::Empty);
    }
    if name.chars().count() > LONGEST {
        return Err(Invalid::TooLong { limit: LONGEST });
    }
    let allowed = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '.' | '_' | '-');
    // Windows removes a dot from the end of a file name, and a name that begins with a hyphen looks like a flag.
    let is_sound = name.chars().all(allowed) && name.starts_with(char::is_alphanumeric) && !name.ends_with('.');
    if is_sound && !is_of_a_device(&name) { Ok(name) } else { Err(Invalid::ProfileNameShape) }
}

/// Whether two names are one on a system whose files do not tell capitals from small letters.
#[must_use]
pub fn is_same_profile_name(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

fn is_of_a_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let device = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    DEVICES.contains(&device) && (stem.len() == 3) != matches!(device, "com" | "lpt") && stem.len() <= 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_any_script_name_a_profile() {
        for name in ["Ørsted", "Ås kommune", "Sámi giellatekno", "Łódź-test_2.0", "файлы", "COM", "nullpunkt", "COM10"] {
            assert_eq!(profile_name(name).as_deref(), Ok(name));
        }
        assert_eq!(profile_name("  A\u{30a}s ").as_deref(), Ok("Ås"), "as a Mac may give it");
        assert!(is_same_profile_name("ØRSTED", "ørsted"));
    }

    #[test]
    fn what_no_file_can_be_called_is_no_name() {
        for name in
            ["../etc", "a/b", "a\\b", "a:b", "a*", "a?", "-a", ".a", "a.", "CON", "nul.old", "com1", "LPT9.x", "a\u{7}", "a\u{202e}b", "🙂"]
        {
            assert_eq!(profile_name(name), Err(Invalid::ProfileNameShape), "{name:?}");
        }
        assert_eq!(profile_name(" "), Err(Invalid::Empty));
        assert_eq!(profile_name(&"ø".repeat(41)), Err(Invalid::TooLong { limit: 40 }));
    }
}
