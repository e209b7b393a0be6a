//! `Upload-Metadata`: not stored, but refused when malformed (facts broker-api 3). The error texts are the TUS library's.

use super::answer::refused;
use super::call::UploadCall;
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

const FORM: &str = "The Upload-Metadata request and response header MUST consist of one or more comma - separated key - value pairs. The key and value MUST be separated by a space.The key MUST NOT contain spaces and commas and MUST NOT be empty. The key SHOULD be ASCII encoded and the value MUST be Base64 encoded. All keys MUST be unique. The value MAY be empty. In these cases, the space, which would normally separate the key and the value, MAY be left out.";

/// Refuses malformed metadata.
pub(super) fn readable(call: &UploadCall) -> Result<(), Response> {
    call.header("upload-metadata").and_then(wrong).map_or(Ok(()), |complaint| Err(refused(400, complaint)))
}

/// The error text for malformed metadata.
fn wrong(header: &str) -> Option<String> {
    let mut keys: Vec<&str> = Vec::new();
    for pair in header.split(',').filter(|_| !header.is_empty()) {
        let (key, value) = pair.trim_end().split_once(' ').unwrap_or((pair.trim_end(), ""));
        let value = value.trim_end();
        let complaint = if value.contains(' ') {
            FORM.to_owned()
        } else if key.is_empty() {
            "Key must not be empty".to_owned()
        } else if keys.contains(&key) {
            "Duplicate keys are not allowed".to_owned()
        } else if !value.is_empty() && STANDARD.decode(value).is_err() {
            format!("Value for {key} is not properly encoded using base64")
        } else {
            keys.push(key);
            continue;
        };
        return Some(format!("Header Upload-Metadata: {complaint}"));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Facts broker-api 3.
    #[test]
    fn metadata_is_pairs_of_a_key_and_base64() {
        assert_eq!(wrong("filename YS50eHQ=,empty"), None);
        assert_eq!(wrong(""), None);
        assert_eq!(wrong("a YQ==,a YQ==").as_deref(), Some("Header Upload-Metadata: Duplicate keys are not allowed"));
        assert_eq!(wrong("a !").as_deref(), Some("Header Upload-Metadata: Value for a is not properly encoded using base64"));
        assert_eq!(wrong(" YQ==").as_deref(), Some("Header Upload-Metadata: Key must not be empty"));
        assert!(wrong("a YQ== b").is_some_and(|text| text.contains("MUST consist")));
    }
}
