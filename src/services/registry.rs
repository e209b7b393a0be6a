//! The Resource Registry (platform facts, E). Reads are anonymous.

use super::http::Answer;
use super::{Services, Token};
use crate::values::{OrgNumber, ResourceId};

/// Whether only members of an access list get in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccessListMode {
    /// Everybody whom the policy lets in.
    Disabled,
    /// Members of a connected list only.
    Enabled,
}

/// A published resource.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resource {
    /// Its id.
    pub id: String,
    /// Its title, in English where there is one.
    pub title: Option<String>,
    /// `BrokerService`, `GenericAccessResource` …
    pub resource_type: String,
    /// Whether rights to it can be given to a system user.
    pub delegable: bool,
    /// `Active`, `Deprecated`, `Withdrawn` …
    pub status: Option<String>,
    /// The owner's number.
    pub owner: Option<OrgNumber>,
    /// The owner's code.
    pub owner_code: Option<String>,
    /// The owner's name.
    pub owner_name: Option<String>,
    /// Where to ask.
    pub contact: Option<String>,
    /// Whether an access list guards it.
    pub access_list_mode: AccessListMode,
}

/// One row of `policy/rules`: a subject, an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyRule {
    /// `urn:altinn:rolecode`, `urn:altinn:accesspackage`, `urn:altinn:org`, `urn:altinn:organization:identifier-no` …
    pub subject_type: String,
    /// `dagl`, `acme`, nine digits …
    pub subject: String,
    /// `read`, `write`, `subscribe`.
    pub action: String,
}

/// A member of an access list that is connected to the resource.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessListMember {
    /// The list.
    pub list: String,
    /// The member.
    pub organisation: OrgNumber,
    /// The actions the connection is limited to; empty means all.
    pub actions: Vec<String>,
}

impl Services {
    /// `GET /resource/{id}`; none where it does not exist (404 or 204).
    ///
    /// # Errors
    /// The refusal, or what stopped us.
    pub async fn resource(&self, id: &ResourceId) -> Answer<Option<Resource>> {
        let _ = id;
        unimplemented!()
    }

    /// `GET /resource/{id}/policy/rules`; none where there is no policy.
    ///
    /// # Errors
    /// The refusal, or what stopped us.
    pub async fn policy_rules(&self, id: &ResourceId) -> Answer<Option<Vec<PolicyRule>>> {
        let _ = id;
        unimplemented!()
    }

    /// Who is on the access lists that are connected to the resource.
    ///
    /// # Errors
    /// The refusal, or what stopped us.
    pub async fn access_list_members(&self, token: &Token, owner_code: &str, id: &ResourceId) -> Answer<Vec<AccessListMember>> {
        let _ = (token, owner_code, id);
        unimplemented!()
    }
}
