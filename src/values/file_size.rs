//! The size of a file.

use super::Invalid;
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// The size of a file in bytes. `text` writes it for people, such as `64 KiB`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FileSize(pub u64);

/// Units as people write them: in thousands, and in powers of two.
const UNITS: [(&str, u64); 9] = [
    ("KIB", 1 << 10),
    ("MIB", 1 << 20),
    ("GIB", 1 << 30),
    ("TIB", 1 << 40),
    ("KB", 1_000),
    ("MB", 1_000_000),
    ("GB", 1_000_000_000),
    ("TB", 1_000_000_000_000),
    ("B", 1),
];

/// A number of bytes, or a number with a unit: `2000000000`, `2 GB`, `64 KiB`.
impl FromStr for FileSize {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let typed: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase();
        let unit = UNITS.iter().find_map(|(name, bytes)| typed.strip_suffix(name).map(|number| (number, *bytes)));
        let (number, bytes) = unit.unwrap_or((&typed, 1));
        let is_number = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit());
        let count = if is_number { number.parse::<u64>().ok() } else { None };
        count.and_then(|count| count.checked_mul(bytes)).map(Self).ok_or(Invalid::FileSizeShape)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_with_and_without_a_unit() {
        for (text, bytes) in [("2000000000", 2_000_000_000), ("2 GB", 2_000_000_000), ("64 KiB", 65_536), ("1mib", 1 << 20), ("7b", 7)] {
            assert_eq!(text.parse(), Ok(FileSize(bytes)), "{text}");
        }
        for text in ["", "GB", "-1", "1.5 GB", "2 GB!", "99999999999 TB"] {
            assert_eq!(text.parse::<FileSize>(), Err(Invalid::FileSizeShape), "{text}");
        }
    }
}
