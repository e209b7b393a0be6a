//! The order in which people look for names: numbers in them count as numbers, and capitals do not count.

use std::cmp::Ordering;

/// Compares two names: `test-9` comes before `test-10`, and `Ås` stands beside `ås`.
#[must_use]
pub fn natural_order(one: &str, other: &str) -> Ordering {
    parts(one).cmp(&parts(other)).then_with(|| one.cmp(other))
}

/// A part of a name. A number comes before a word. Of a number without its zeros, the longer one is the greater.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Number(usize, String),
    Word(String),
}

fn parts(name: &str) -> Vec<Part> {
    let name = name.to_lowercase();
    let chunks = name.as_bytes().chunk_by(|one, next| one.is_ascii_digit() == next.is_ascii_digit());
    let chunks = chunks.map(String::from_utf8_lossy);
    let part = |chunk: &str| {
        if chunk.starts_with(|c: char| c.is_ascii_digit()) {
            let digits = chunk.trim_start_matches('0');
            Part::Number(digits.len(), digits.to_owned())
        } else {
            Part::Word(chunk.to_owned())
        }
    };
    chunks.map(|chunk| part(&chunk)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_in_the_order_of_numbers() {
        let mut names = ["test-10", "test-9", "Ås 2", "ås 1", "test-009b", "test", "2 first", "10 then"];
        names.sort_by(|one, other| natural_order(one, other));
        assert_eq!(names, ["2 first", "10 then", "test", "test-9", "test-009b", "test-10", "ås 1", "Ås 2"]);
    }
}
