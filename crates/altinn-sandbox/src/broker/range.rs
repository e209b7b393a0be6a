//! Byte ranges (facts broker-api 2.7).

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RequestedRange {
    /// The whole file, because the header is missing, malformed, or names several ranges.
    Whole,
    Part {
        /// The position of the first byte.
        start: u64,
        length: u64,
    },
    /// A range beyond the end of the file.
    Unsatisfiable,
}

/// Reads the header for a file of this size.
pub(super) fn asked(header: Option<&str>, size: u64) -> RequestedRange {
    header.and_then(|text| parsed(text, size)).unwrap_or(RequestedRange::Whole)
}

fn parsed(text: &str, size: u64) -> Option<RequestedRange> {
    let (unit, range) = text.split_once('=')?;
    if !unit.trim().eq_ignore_ascii_case("bytes") || range.contains(',') {
        return None;
    }
    let (first, last) = range.trim().split_once('-')?;
    let (first, last) = (first.trim(), last.trim());
    if first.is_empty() {
        let suffix: u64 = last.parse().ok()?;
        let length = suffix.min(size);
        return Some(if length == 0 { RequestedRange::Unsatisfiable } else { RequestedRange::Part { start: size - length, length } });
    }
    let start: u64 = first.parse().ok()?;
    let end = if last.is_empty() { u64::MAX } else { last.parse().ok()? };
    if end < start {
        return None;
    }
    if start >= size {
        return Some(RequestedRange::Unsatisfiable);
    }
    Some(RequestedRange::Part { start, length: end.min(size - 1) - start + 1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Facts broker-api 2.7.
    #[test]
    fn one_range_is_a_part_and_other_ranges_are_ignored() {
        assert_eq!(asked(Some("bytes=0-3"), 10), RequestedRange::Part { start: 0, length: 4 });
        assert_eq!(asked(Some("Bytes=8-"), 10), RequestedRange::Part { start: 8, length: 2 });
        assert_eq!(asked(Some("bytes=-3"), 10), RequestedRange::Part { start: 7, length: 3 });
        assert_eq!(asked(Some("bytes=0-99"), 10), RequestedRange::Part { start: 0, length: 10 });
        for ignored in [None, Some("bytes=9-2"), Some("bytes=0-1,3-4"), Some("items=0-1"), Some("bytes")] {
            assert_eq!(asked(ignored, 10), RequestedRange::Whole, "{ignored:?}");
        }
        for beyond in ["bytes=10-", "bytes=-0"] {
            assert_eq!(asked(Some(beyond), 10), RequestedRange::Unsatisfiable, "{beyond}");
        }
        assert_eq!(asked(Some("bytes=-1"), 0), RequestedRange::Unsatisfiable);
    }
}
