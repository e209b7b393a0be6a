//! Altinn Events (facts platform F). It accepts exchanged tokens only.

use super::http::{Accept, Answer, Endpoint, Heard};
use super::wire::{camel_case, moment};
use super::{Foreign, Problem, Services, Token, cloud_event};
use crate::journey::{ReceivedBy, ReceivedEvent, Service};
use crate::values::{EventType, ResourceFilter, SubjectFilter};
use jiff::Timestamp;
use reqwest::Method;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use url::Url;

const BASE: &str = "events/api/v1/subscriptions";
const POLLED: &str = "events/api/v1/events";
/// The most events that Events gives at a time (facts platform F.1).
const PAGE: usize = 1000;
/// So many pages are asked for at once, at most: the rest comes with the next question.
const MOST_PAGES: usize = 5;

/// A subscription as Events returns it. It may have filters that Events refuses in new ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscription {
    pub id: i64,
    pub endpoint: String,
    /// `urn:altinn:resource:…` in lower case.
    pub resource_filter: Option<String>,
    /// Taught by the old documentation. Events refuses it in new subscriptions.
    pub source_filter: Option<String>,
    /// `urn:altinn:organization:identifier-no:…`.
    pub subject_filter: Option<String>,
    /// One event type, compared exactly. None means all types.
    pub type_filter: Option<String>,
    /// The identity that made it, and the only one that can see it: `/org/…`, `/systemuser/…` or `/organisation/…`.
    pub consumer: String,
    pub created: Option<Timestamp>,
    /// Whether the webhook has answered the validation event.
    pub validated: bool,
}

/// A subscription to make. It has only filters that Events accepts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSubscription {
    pub endpoint: Url,
    pub resource: ResourceFilter,
    pub subject: SubjectFilter,
    /// One event type. None for all types.
    pub event_type: Option<EventType>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WireNewSubscription<'a> {
    end_point: &'a str,
    resource_filter: &'a str,
    subject_filter: &'a str,
    // Left out for all types, because an empty filter matches nothing (facts platform F.1).
    #[serde(skip_serializing_if = "Option::is_none")]
    type_filter: Option<&'a str>,
}

#[derive(Deserialize)]
struct WireSubscriptions {
    #[serde(default)]
    subscriptions: Vec<WireSubscription>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WireSubscription {
    id: i64,
    end_point: Option<String>,
    resource_filter: Option<String>,
    source_filter: Option<String>,
    subject_filter: Option<String>,
    type_filter: Option<String>,
    consumer: Option<String>,
    #[serde(default, deserialize_with = "moment")]
    created: Option<Timestamp>,
    #[serde(default)]
    validated: bool,
}

impl<'a> From<&'a NewSubscription> for WireNewSubscription<'a> {
    fn from(new: &'a NewSubscription) -> Self {
        Self {
            end_point: new.endpoint.as_str(),
            resource_filter: new.resource.as_str(),
            subject_filter: new.subject.as_str(),
            type_filter: new.event_type.as_ref().map(EventType::as_str),
        }
    }
}

impl NewSubscription {
    /// The request's body as indented JSON, to show to the user.
    #[must_use]
    pub fn body(&self) -> String {
        // This cannot fail: the body consists of text only.
        serde_json::to_string_pretty(&WireNewSubscription::from(self)).unwrap_or_default()
    }
}

/// Reads member names in either spelling: the documentation's samples have `EndPoint`, the service writes `endPoint`.
fn read<T: DeserializeOwned>(heard: &Heard) -> Answer<T> {
    let value: Value = heard.json()?;
    serde_json::from_value(camel_case(value)).map_err(|_| heard.foreign(Foreign::Unreadable))
}

impl Services {
    /// The address of the subscriptions.
    #[must_use]
    pub fn subscriptions_address(&self) -> Url {
        self.platform(BASE, &[])
    }

    /// The address of one subscription.
    #[must_use]
    pub fn subscription_address(&self, id: &str) -> Url {
        self.platform(BASE, &[id])
    }

    /// `GET /subscriptions`: the subscriptions of the token's identity.
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn subscriptions(&self, token: &Token) -> Answer<Vec<Subscription>> {
        let ask = self.ask(Method::GET, self.subscriptions_address(), Endpoint::usual(Service::Events, "events.list")).bearer(token);
        let heard = ask.answer().await?;
        let list: WireSubscriptions = read(&heard)?;
        Ok(list.subscriptions.into_iter().map(Subscription::from).collect())
    }

    /// `GET /subscriptions/{id}`.
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn subscription(&self, token: &Token, id: i64) -> Answer<Subscription> {
        let url = self.subscription_address(&id.to_string());
        let heard = self.ask(Method::GET, url, Endpoint::usual(Service::Events, "events.one")).bearer(token).answer().await?;
        read::<WireSubscription>(&heard).map(Subscription::from)
    }

    /// `GET /events`: the events about a resource for a party, oldest first. `after` is the id of the last event that is known. An
    /// event shows half a minute after its registration.
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn events(
        &self,
        token: &Token,
        resource: &ResourceFilter,
        subject: &SubjectFilter,
        after: Option<&str>,
    ) -> Answer<Vec<ReceivedEvent>> {
        let mut after = after.unwrap_or("0").to_owned();
        let mut all = Vec::new();
        for _ in 0..MOST_PAGES {
            let mut url = self.platform(POLLED, &[]);
            url.query_pairs_mut()
                .append_pair("resource", resource.as_str())
                .append_pair("after", &after)
                .append_pair("subject", subject.as_str())
                .append_pair("size", &PAGE.to_string());
            // Events answers this as `application/cloudevents+json` alone.
            let ask = self.ask(Method::GET, url, Endpoint::list(Service::Events, "events.poll")).accept(Accept::Any).bearer(token);
            let page: Vec<Value> = ask.answer().await?.json()?;
            let last = page.last().and_then(|event| event.get("id")).and_then(Value::as_str).map(ToOwned::to_owned);
            all.extend(page.iter().filter_map(|event| cloud_event::read(event, ReceivedBy::Poll)));
            // The address in the header `next` is not followed: it is this question with the last id.
            match last {
                Some(last) if page.len() >= PAGE => after = last,
                Some(_) | None => break,
            }
        }
        Ok(all)
    }

    /// `DELETE /subscriptions/{id}`. One that is gone already is taken away too.
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn unsubscribe(&self, token: &Token, id: i64) -> Answer<()> {
        let ask = self.ask(Method::DELETE, self.subscription_address(&id.to_string()), Endpoint::usual(Service::Events, "events.delete"));
        match ask.bearer(token).answer().await {
            Err(Problem::Refused(refusal)) if refusal.status == 404 => Ok(()),
            answer => answer.map(drop),
        }
    }

    /// `POST /subscriptions`. Sending the same body again makes no second subscription; Events validates the first one again.
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn subscribe(&self, token: &Token, new: &NewSubscription) -> Answer<Subscription> {
        let body = WireNewSubscription::from(new);
        let ask = self
            .ask(Method::POST, self.subscriptions_address(), Endpoint::usual(Service::Events, "events.subscribe"))
            .bearer(token)
            .json(&body);
        // Only the body is read, because the address in `Location` does not work (facts platform F.1).
        let heard = ask.answer().await?;
        read::<WireSubscription>(&heard).map(Subscription::from)
    }
}

impl From<WireSubscription> for Subscription {
    fn from(wire: WireSubscription) -> Self {
        Self {
            id: wire.id,
            endpoint: wire.end_point.unwrap_or_default(),
            resource_filter: wire.resource_filter,
            source_filter: wire.source_filter,
            subject_filter: wire.subject_filter,
            type_filter: wire.type_filter,
            consumer: wire.consumer.unwrap_or_default(),
            created: wire.created,
            validated: wire.validated,
        }
    }
}

#[cfg(test)]
mod tests;
