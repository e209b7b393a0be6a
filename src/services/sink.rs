//! The sandbox's own webhook, which can list the events it received. Altinn has no such webhook.

use super::http::{Answer, Endpoint};
use super::{Services, cloud_event};
use crate::journey::{ReceivedBy, ReceivedEvent, Service};
use reqwest::Method;
use serde::Deserialize;
use serde_json::Value;
use url::Url;

#[derive(Deserialize)]
struct WireSink {
    #[serde(default)]
    events: Vec<Value>,
}

impl Services {
    /// `GET` on the sink's address: the events it received, oldest first, without validation events.
    ///
    /// # Errors
    /// The problem with the call.
    pub async fn sink_events(&self, sink: &Url) -> Answer<Vec<ReceivedEvent>> {
        let heard = self.ask(Method::GET, sink.clone(), Endpoint::usual(Service::Other, "sink")).without_key().answer().await?;
        let received: WireSink = heard.json()?;
        Ok(received.events.iter().filter_map(|event| cloud_event::read(event, ReceivedBy::Sink)).collect())
    }
}
