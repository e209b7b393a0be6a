//! Another profile with the same client id, for an environment that has other clients. The engine gives the look: it reads every
//! profile, so it is made only when Maskinporten does not know the client.

use std::fmt;
use std::sync::Arc;

type Look = dyn Fn() -> Option<String> + Send + Sync;

/// Without a look there is no such profile.
#[derive(Clone, Default)]
pub struct ClientElsewhere(Option<Arc<Look>>);

impl ClientElsewhere {
    #[must_use]
    pub fn by(look: impl Fn() -> Option<String> + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(look)))
    }

    /// The profile's name.
    #[must_use]
    pub fn profile(&self) -> Option<String> {
        self.0.as_ref().and_then(|look| look())
    }
}

impl fmt::Debug for ClientElsewhere {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ClientElsewhere")
    }
}
