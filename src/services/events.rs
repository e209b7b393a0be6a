//! Altinn Events (platform facts, F). Takes exchanged tokens only.

use super::http::Answer;
use super::{Services, Token};
use crate::values::{EventType, ResourceFilter, SubjectFilter};
use jiff::Timestamp;
use url::Url;

/// A subscription as Events tells it, old-fashioned filters included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscription {
    /// Its id.
    pub id: i64,
    /// Where events go.
    pub endpoint: String,
    /// `urn:altinn:resource:…`, lower case.
    pub resource_filter: Option<String>,
    /// Of the old documentation; today's Events refuses it.
    pub source_filter: Option<String>,
    /// `urn:altinn:organization:identifier-no:…`.
    pub subject_filter: Option<String>,
    /// One exact type; none means all.
    pub type_filter: Option<String>,
    /// `/org/…`, `/systemuser/…`, `/organisation/…`: the only identity that sees it.
    pub consumer: String,
    /// When it was made.
    pub created: Option<Timestamp>,
    /// Whether the webhook has answered.
    pub validated: bool,
}

/// A subscription to make. Never holds what Events refuses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSubscription {
    /// Where events go.
    pub endpoint: Url,
    /// The resource.
    pub resource: ResourceFilter,
    /// The party.
    pub subject: SubjectFilter,
    /// One type; none for all.
    pub event_type: Option<EventType>,
}

impl Services {
    /// `GET /subscriptions`: those of the token's own identity.
    ///
    /// # Errors
    /// The refusal, or what stopped us.
    pub async fn subscriptions(&self, token: &Token) -> Answer<Vec<Subscription>> {
        let _ = token;
        unimplemented!()
    }

    /// `GET /subscriptions/{id}`.
    ///
    /// # Errors
    /// The refusal, or what stopped us.
    pub async fn subscription(&self, token: &Token, id: i64) -> Answer<Subscription> {
        let _ = (token, id);
        unimplemented!()
    }

    /// `POST /subscriptions`. The same body again is the same subscription, validated anew.
    ///
    /// # Errors
    /// The refusal, or what stopped us.
    pub async fn subscribe(&self, token: &Token, new: &NewSubscription) -> Answer<Subscription> {
        let _ = (token, new);
        unimplemented!()
    }
}
