//! Hosts of older guides, samples and settings at which nothing of today answers.

use url::Url;

/// A host that is gone or never was the right one, and the host that is meant (facts platform 0 and H; facts newcomers).
const RETIRED: [(&str, &str); 3] = [
    ("ver1.maskinporten.no", "test.maskinporten.no"),
    ("ver2.maskinporten.no", "test.maskinporten.no"),
    ("api.altinn.no", "platform.altinn.no"),
];

/// The host that is meant by one of older guides. None for any other host.
#[must_use]
pub fn meant_by_retired(host: &str) -> Option<&'static str> {
    let host = host.trim_end_matches('.');
    RETIRED.iter().find(|(retired, _)| host.eq_ignore_ascii_case(retired)).map(|(_, meant)| *meant)
}

/// Whether a text in small letters names such a host, with or without what stands around an address.
#[must_use]
pub fn names_retired_host(lower: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-';
    RETIRED.iter().any(|(host, _)| {
        lower.match_indices(host).any(|(at, _)| {
            let (before, after) = (lower.get(..at).unwrap_or_default(), lower.get(at + host.len()..).unwrap_or_default());
            // A longer name that begins or ends so is another host; the dot at the end of a sentence is none of the name.
            let goes_on = after.starts_with(is_part) || after.strip_prefix('.').is_some_and(|rest| rest.starts_with(is_part));
            !before.ends_with(|c| is_part(c) || c == '.') && !goes_on
        })
    })
}

/// The same address at the host that is meant.
pub(super) fn at_the_host_meant(url: &Url) -> Option<Url> {
    let meant = meant_by_retired(url.host_str()?)?;
    let mut address = url.clone();
    address.set_host(Some(meant)).ok()?;
    Some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_retired_host_is_known_in_any_spelling() {
        assert_eq!(meant_by_retired("VER2.maskinporten.no."), Some("test.maskinporten.no"));
        assert_eq!(meant_by_retired("api.altinn.no"), Some("platform.altinn.no"));
        for alive in ["maskinporten.no", "test.maskinporten.no", "platform.altinn.no", "api.samarbeid.digdir.no", "ver2.example.no"] {
            assert_eq!(meant_by_retired(alive), None, "{alive}");
        }
    }

    #[test]
    fn it_is_found_in_a_text_and_not_in_a_longer_name() {
        for names in [
            "post https://ver2.maskinporten.no/token",
            "enotfound ver1.maskinporten.no",
            "\"aud\":\"https://api.altinn.no\"",
            "it was api.altinn.no.",
        ] {
            assert!(names_retired_host(names), "{names}");
        }
        for other in
            ["https://test.maskinporten.no/", "my-api.altinn.no", "x.api.altinn.no", "api.altinn.no.example.com", "api.altinn.nordic"]
        {
            assert!(!names_retired_host(other), "{other}");
        }
    }
}
