//! Which calls a fault strikes.

use serde::Deserialize;

/// A pattern of calls: method and path. `{}` matches one segment, `**` at the end any number of segments, `*` as the method any
/// method.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Pattern {
    method: String,
    path: String,
}

impl TryFrom<String> for Pattern {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let (method, path) = text.split_once(' ').ok_or_else(|| format!("{text} is not METHOD PATH"))?;
        Ok(Self { method: method.to_owned(), path: path.to_owned() })
    }
}

impl Pattern {
    /// The same pattern below a path prefix.
    pub(super) fn under(&self, prefix: &str) -> Self {
        Self { method: self.method.clone(), path: format!("{prefix}{}", self.path) }
    }

    /// Whether a call matches. Like the services, it ignores the case of paths and a slash at the end.
    pub(super) fn fits(&self, method: &str, path: &str) -> bool {
        (self.method == "*" || self.method == method) && self.fits_path(path)
    }

    fn fits_path(&self, path: &str) -> bool {
        let mut given = path.trim_matches('/').split('/');
        for wanted in self.path.trim_matches('/').split('/') {
            match (wanted, given.next()) {
                ("**", _) => return true,
                ("{}", Some(segment)) if !segment.is_empty() => {}
                (literal, Some(segment)) if literal.eq_ignore_ascii_case(segment) => {}
                _ => return false,
            }
        }
        given.next().is_none()
    }

    /// An example of a call that matches, for trying the fault.
    #[must_use]
    pub fn example(&self) -> (&str, String) {
        let method = if self.method == "*" { "GET" } else { &self.method };
        let path = self.path.replace("{}", "b1e9c6a0-6a1f-4a6c-9f6e-5c1d2f3a4b5c").replace("/**", "");
        (method, path)
    }
}

impl std::fmt::Display for Pattern {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.method, self.path)
    }
}
