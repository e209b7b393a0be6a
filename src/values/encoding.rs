//! Text as files hold it: UTF-8 or UTF-16, with or without a byte order mark.

/// The text of these bytes; none where they are no text. Windows' own tools write UTF-16.
#[must_use]
pub fn decode_text(bytes: &[u8]) -> Option<String> {
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        // Without a mark: ASCII characters, each with its empty half.
        [0x20..=0x7e, 0, 0x20..=0x7e, 0, ..] => utf16(bytes, u16::from_le_bytes)?,
        [0, 0x20..=0x7e, 0, 0x20..=0x7e, ..] => utf16(bytes, u16::from_be_bytes)?,
        _ => std::str::from_utf8(bytes).ok()?.to_owned(),
    };
    let text = text.strip_prefix('\u{feff}').map(ToOwned::to_owned).unwrap_or(text);
    let is_text = |c: char| !c.is_control() || matches!(c, '\n' | '\r' | '\t' | '\u{c}');
    text.chars().all(is_text).then_some(text)
}

fn utf16(bytes: &[u8], number: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    String::from_utf16(&pairs.iter().map(|pair| number(*pair)).collect::<Vec<_>>()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_in_each_encoding_and_the_rest_is_none() {
        let little: Vec<u8> = "\u{feff}nøkkel\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "\u{feff}nøkkel\r\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [&little, &big, "\u{feff}nøkkel\r\n".as_bytes()] {
            assert_eq!(decode_text(bytes).as_deref(), Some("nøkkel\r\n"));
        }
        let unmarked: Vec<u8> = "key".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode_text(&unmarked).as_deref(), Some("key"));
        for bytes in [&[0x30, 0x82, 0x04][..], &[0xff, 0xfe, 0x41], b"a\0b", &[0xff, 0xfe, 0x00, 0xd8]] {
            assert_eq!(decode_text(bytes), None, "{bytes:?}");
        }
    }
}
