//! Sends an event on to the user's own application, as Altinn would send it (facts platform F.2).

use crate::values::{capped, causes, one_line};
use reqwest::Client;
use reqwest::header::CONTENT_TYPE;
use reqwest::redirect::Policy;
use std::time::{Duration, Instant};
use url::Url;

/// How long Altinn waits for an answer.
const PATIENCE: Duration = Duration::from_secs(45);
/// Altinn sends events as plain JSON.
const TYPE: &str = "application/json; charset=utf-8";
/// How much of an answer is read, in bytes.
const READ: usize = 4096;
/// How much of it is shown, in characters.
const SHOWN: usize = 300;

/// The way to the user's application.
#[derive(Debug, Clone)]
pub struct Forwarding {
    client: Client,
    to: Url,
}

/// What became of an event that was sent on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Forwarded {
    Answered {
        /// The HTTP status.
        status: u16,
        /// The beginning of the answer's body, on one line.
        text: String,
        took_ms: u64,
    },
    /// There was no answer: the innermost reason, in the system's words.
    Unanswered { reason: String },
}

impl Forwarded {
    /// Whether Altinn would take the answer for a receipt. One without it, it would send again.
    #[must_use]
    pub const fn is_receipt(&self) -> bool {
        matches!(self, Self::Answered { status: 200..=299, .. })
    }
}

impl Forwarding {
    /// The way to this address. Environment variables for proxies do not count: the application is the user's own.
    ///
    /// # Errors
    /// The TLS library's reason.
    pub fn to(to: Url) -> Result<Self, String> {
        let client = Client::builder().no_proxy().redirect(Policy::none()).timeout(PATIENCE).build();
        Ok(Self { client: client.map_err(|error| innermost(&error))?, to })
    }

    /// Posts an event.
    pub async fn send(&self, body: String) -> Forwarded {
        let begun = Instant::now();
        let sent = self.client.post(self.to.clone()).header(CONTENT_TYPE, TYPE).body(body).send().await;
        let mut answer = match sent {
            Ok(answer) => answer,
            Err(error) => return Forwarded::Unanswered { reason: innermost(&error) },
        };
        let mut read = Vec::new();
        while let Ok(Some(chunk)) = answer.chunk().await {
            read.extend_from_slice(&chunk);
            if read.len() >= READ {
                read.truncate(READ);
                break;
            }
        }
        Forwarded::Answered {
            status: answer.status().as_u16(),
            text: capped(&one_line(&String::from_utf8_lossy(&read)), SHOWN).trim().to_owned(),
            took_ms: u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX),
        }
    }
}

fn innermost(error: &reqwest::Error) -> String {
    let reason = causes(error).last().map_or_else(|| error.to_string(), ToString::to_string);
    one_line(&reason)
}
