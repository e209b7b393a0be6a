//! The answers that only some deeds use: what a service owner publishes, what it sets in Broker, whom it admits.

use crate::values::{Approver, GracePeriod, RedirectUrl, RequiredParty, SizeLimit, SomeLanguages, TimeToLive};
use serde::{Deserialize, Serialize};

crate::choice! {
    pub enum YesNo {
        Yes = "yes",
        No = "no",
    }
}

crate::choice! {
    /// Which organisations may use a resource.
    pub enum Admits {
        /// Any whose approver agrees.
        Any = "any",
        /// Only those on an access list.
        Listed = "listed",
    }
}

crate::choice! {
    /// How events come.
    pub enum EventsBy {
        /// Altinn calls us.
        Webhook = "webhook",
        /// We ask Altinn.
        Poll = "poll",
    }
}

/// What a published resource says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PublishAnswers {
    #[serde(skip_serializing_if = "SomeLanguages::is_empty")]
    pub title: SomeLanguages,
    #[serde(skip_serializing_if = "SomeLanguages::is_empty")]
    pub description: SomeLanguages,
    /// What an approver gives away with it.
    #[serde(skip_serializing_if = "SomeLanguages::is_empty")]
    pub right_description: SomeLanguages,
}

/// What a policy says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PolicyAnswers {
    /// Whose holders may approve. Empty means those that are proposed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub approvers: Vec<Approver>,
    /// Whether the service owner itself sends, receives or subscribes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner_acts: Option<YesNo>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub admits: Option<Admits>,
}

/// What Broker is told of a resource. What has no answer stays as Broker has it (facts broker-api 2.9).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct BrokerAnswers {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_size: Option<SizeLimit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_to_live: Option<TimeToLive>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grace: Option<GracePeriod>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purge: Option<YesNo>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub required_party: Option<RequiredParty>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AccessListAnswers {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ListenAnswers {
    /// The address under which Altinn reaches `listen`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public_url: Option<RedirectUrl>,
}

macro_rules! says_whether_it_is_empty {
    ($($name:ident),*) => {
        $(impl $name {
            pub(super) fn is_empty(&self) -> bool {
                *self == Self::default()
            }
        })*
    };
}

says_whether_it_is_empty!(PublishAnswers, PolicyAnswers, BrokerAnswers, AccessListAnswers, ListenAnswers);
