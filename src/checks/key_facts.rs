//! What may be told of the key that the client signs with.

use super::Connection;
use crate::journey::{ClientAuth, KeyFacts};
use crate::keys::{OwnKey, thumbprint};
use jiff::ToSpan;
use jiff::tz::TimeZone;

impl Connection {
    /// None where there is no key that can sign; the check `client.key` says why.
    #[must_use]
    pub fn key_facts(&self) -> Option<KeyFacts> {
        let found = self.key.as_ref().ok()?;
        let client = &self.profile.client;
        let description = &found.key.description;
        let ends_of_certificate = || {
            let ends = found.certificates.first()?.ends;
            Some(ends.to_zoned(TimeZone::system()).date())
        };
        let (posted, ends) = match client.auth {
            ClientAuth::Key => (client.key_posted, client.key_posted.and_then(|posted| posted.checked_add(1.year()).ok())),
            ClientAuth::Certificate => (None, ends_of_certificate()),
        };
        let kid = match client.auth {
            ClientAuth::Key => client.kid.clone().or_else(|| description.kid.clone()),
            ClientAuth::Certificate => None,
        };
        Some(KeyFacts {
            form: description.form.to_string(),
            bits: description.bits,
            kid,
            thumbprint: thumbprint(&found.key),
            made: self.key_files.iter().find_map(|path| OwnKey::of_private(path)?.note()).map(|note| note.made),
            posted,
            ends,
        })
    }
}
