//! The answers about one connection: a profile, or an answers file.

use super::answers::{AdminAnswers, ClientAnswers, ContactAnswers, EventAnswers, SystemAnswers, TransferAnswers, VendorAnswers};
use super::owner_answers::{AccessListAnswers, Admits, BrokerAnswers, ListenAnswers, PolicyAnswers, PublishAnswers, YesNo};
use super::reading::{day, joined, line, optional, path, reference, several, transfer_id, typed};
use super::{Acting, Environment, FieldId, PublishedEnvironment, Role};
use crate::values::{Invalid, OrgNumber, ResourceId, SecretRef, spelled_path};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

const VERSION: u32 = 1;

/// The answers. They contain references to secrets, never a secret. Serialises to TOML with the fields' public names (`client.id`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// The version of the file format. A file with a newer version is never overwritten.
    #[serde(default = "version")]
    pub version: u32,
    pub role: Role,
    /// Who runs the system.
    #[serde(default = "own")]
    pub acting: Acting,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<OrgNumber>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub api_key: Option<SecretRef>,
    /// A file with certificates to trust besides the system's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ca: Option<PathBuf>,
    /// The day the user asked Altinn's service desk for the scopes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scopes_requested: Option<Date>,
    /// The day the user asked the service owner for access.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access_requested: Option<Date>,
    /// The day the user asked the approver to approve the system user.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approval_requested: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resource: Option<ResourceId>,
    #[serde(default = "sandbox")]
    pub environment: Environment,
    #[serde(default, skip_serializing_if = "ContactAnswers::is_empty")]
    pub contact: ContactAnswers,
    #[serde(default)]
    pub client: ClientAnswers,
    #[serde(default, skip_serializing_if = "AdminAnswers::is_empty")]
    pub admin: AdminAnswers,
    #[serde(default)]
    pub system: SystemAnswers,
    #[serde(default, skip_serializing_if = "PublishAnswers::is_empty")]
    pub publish: PublishAnswers,
    #[serde(default, skip_serializing_if = "PolicyAnswers::is_empty")]
    pub policy: PolicyAnswers,
    #[serde(default, skip_serializing_if = "BrokerAnswers::is_empty")]
    pub broker: BrokerAnswers,
    #[serde(default, skip_serializing_if = "AccessListAnswers::is_empty")]
    pub access_list: AccessListAnswers,
    #[serde(default, skip_serializing_if = "VendorAnswers::is_empty")]
    pub vendor: VendorAnswers,
    #[serde(default)]
    pub transfer: TransferAnswers,
    #[serde(default)]
    pub events: EventAnswers,
    #[serde(default, skip_serializing_if = "ListenAnswers::is_empty")]
    pub listen: ListenAnswers,
}

const fn version() -> u32 {
    VERSION
}

const fn own() -> Acting {
    Acting::Own
}

const fn sandbox() -> Environment {
    Environment::SANDBOX
}

/// An answer that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldProblem {
    pub field: FieldId,
    pub invalid: Invalid,
}

impl Profile {
    /// A profile with only these two answers.
    #[must_use]
    pub fn new(role: Role, environment: Environment) -> Self {
        Self {
            version: VERSION,
            role,
            acting: Acting::Own,
            organisation: None,
            api_key: None,
            ca: None,
            scopes_requested: None,
            access_requested: None,
            approval_requested: None,
            resource: None,
            environment,
            contact: ContactAnswers::default(),
            client: ClientAnswers::default(),
            admin: AdminAnswers::default(),
            system: SystemAnswers::default(),
            publish: PublishAnswers::default(),
            policy: PolicyAnswers::default(),
            broker: BrokerAnswers::default(),
            access_list: AccessListAnswers::default(),
            vendor: VendorAnswers::default(),
            transfer: TransferAnswers::default(),
            events: EventAnswers::default(),
            listen: ListenAnswers::default(),
        }
    }

    /// Whether a newer version of this program wrote it. Such a profile is shown but never overwritten.
    #[must_use]
    pub const fn is_from_the_future(&self) -> bool {
        self.version > VERSION
    }

    /// Whether this is a sandbox profile without answers, which the sandbox can then fill in.
    #[must_use]
    pub const fn can_be_filled(&self) -> bool {
        matches!(self.environment, Environment::Named(PublishedEnvironment::Sandbox))
            && self.client.id.is_none()
            && self.organisation.is_none()
    }

    /// The owner of the client: the answer, else the organisation.
    #[must_use]
    pub fn client_owner(&self) -> Option<&OrgNumber> {
        self.client.owner.as_ref().or(self.organisation.as_ref())
    }

    /// The organisations of which the answers of a service owner say that they take part: the recipients of its test, and itself if it
    /// sends or subscribes.
    #[must_use]
    pub fn takes_part(&self) -> Vec<OrgNumber> {
        let own = self.organisation.clone().filter(|_| self.acts_itself());
        own.into_iter().chain(self.transfer.recipients.iter().cloned()).collect()
    }

    /// Whether the answers say that the service owner itself sends, receives or subscribes.
    #[must_use]
    pub fn acts_itself(&self) -> bool {
        self.policy.owner_acts == Some(YesNo::Yes)
    }

    /// Whether the answers say that access lists are used.
    #[must_use]
    pub fn uses_lists(&self) -> bool {
        self.admits_only_listed() || self.access_list.id.is_some()
    }

    /// Whether the answers say that only organisations on a list shall be admitted.
    #[must_use]
    pub fn admits_only_listed(&self) -> bool {
        self.policy.admits == Some(Admits::Listed)
    }

    /// The external reference to send. None if it equals the organisation number, which is what Altinn uses without a reference.
    #[must_use]
    pub fn external_ref(&self) -> Option<&str> {
        let digits = self.organisation.as_ref().map(OrgNumber::digits);
        self.system.external_ref.as_deref().filter(|reference| Some(*reference) != digits)
    }

    /// The answer as the user would type it. None if there is no answer.
    #[must_use]
    pub fn answer(&self, field: FieldId) -> Option<String> {
        match field {
            FieldId::Role => Some(self.role.to_string()),
            FieldId::Environment => Some(self.environment.to_string()),
            FieldId::Acting => Some(self.acting.to_string()),
            FieldId::Organisation => self.organisation.as_ref().map(ToString::to_string),
            FieldId::ClientOwner => self.client.owner.as_ref().map(ToString::to_string),
            FieldId::ClientId => self.client.id.as_ref().map(ToString::to_string),
            FieldId::ClientAuth => Some(self.client.auth.to_string()),
            FieldId::ClientCertificate => self.client.certificate.as_ref().map(ToString::to_string),
            FieldId::ClientKey => self.client.key.as_ref().map(ToString::to_string),
            FieldId::ClientKid => self.client.kid.clone(),
            FieldId::ClientKeyPassword => self.client.key_password.as_ref().map(ToString::to_string),
            FieldId::ClientKeyPosted => self.client.key_posted.map(|day| day.to_string()),
            FieldId::AdminId => self.admin.id.as_ref().map(ToString::to_string),
            FieldId::AdminAuth => Some(self.admin.auth.to_string()),
            FieldId::AdminCertificate => self.admin.certificate.as_ref().map(ToString::to_string),
            FieldId::AdminKey => self.admin.key.as_ref().map(ToString::to_string),
            FieldId::AdminKid => self.admin.kid.clone(),
            FieldId::AdminKeyPassword => self.admin.key_password.as_ref().map(ToString::to_string),
            FieldId::Ca => self.ca.as_deref().map(spelled_path),
            FieldId::ApiKey => self.api_key.as_ref().map(ToString::to_string),
            FieldId::ScopesRequested => self.scopes_requested.map(|day| day.to_string()),
            FieldId::AccessRequested => self.access_requested.map(|day| day.to_string()),
            FieldId::ApprovalRequested => self.approval_requested.map(|day| day.to_string()),
            FieldId::ContactName => self.contact.name.clone(),
            FieldId::ContactEmail => self.contact.email.as_ref().map(ToString::to_string),
            FieldId::ContactPhone => self.contact.phone.clone(),
            FieldId::Resource => self.resource.as_ref().map(ToString::to_string),
            FieldId::SystemId => self.system.id.as_ref().map(ToString::to_string),
            FieldId::SystemExternalRef => self.system.external_ref.clone(),
            FieldId::SystemNameNb => self.system.name.nb.clone(),
            FieldId::SystemNameNn => self.system.name.nn.clone(),
            FieldId::SystemNameEn => self.system.name.en.clone(),
            FieldId::SystemRedirectUrls => joined(&self.system.redirect_urls),
            FieldId::PublishTitleNb => self.publish.title.nb.clone(),
            FieldId::PublishTitleNn => self.publish.title.nn.clone(),
            FieldId::PublishTitleEn => self.publish.title.en.clone(),
            FieldId::PublishDescriptionNb => self.publish.description.nb.clone(),
            FieldId::PublishDescriptionNn => self.publish.description.nn.clone(),
            FieldId::PublishDescriptionEn => self.publish.description.en.clone(),
            FieldId::PublishRightDescriptionNb => self.publish.right_description.nb.clone(),
            FieldId::PublishRightDescriptionNn => self.publish.right_description.nn.clone(),
            FieldId::PublishRightDescriptionEn => self.publish.right_description.en.clone(),
            FieldId::PolicyApprovers => joined(&self.policy.approvers),
            FieldId::PolicyOwnerActs => self.policy.owner_acts.map(|acts| acts.to_string()),
            FieldId::PolicyAdmits => self.policy.admits.map(|admits| admits.to_string()),
            FieldId::BrokerMaxSize => self.broker.max_size.map(|size| size.to_string()),
            FieldId::BrokerTimeToLive => self.broker.time_to_live.map(|lasting| lasting.to_string()),
            FieldId::BrokerGrace => self.broker.grace.map(|lasting| lasting.to_string()),
            FieldId::BrokerPurge => self.broker.purge.map(|purge| purge.to_string()),
            FieldId::BrokerRequiredParty => self.broker.required_party.as_ref().map(ToString::to_string),
            FieldId::AccessListId => self.access_list.id.clone(),
            FieldId::VendorName => self.vendor.name.clone(),
            FieldId::VendorApprovedOn => self.vendor.approved_on.map(|day| day.to_string()),
            FieldId::VendorTransferSeenOn => self.vendor.transfer_seen_on.map(|day| day.to_string()),
            FieldId::TransferRecipients => joined(&self.transfer.recipients),
            FieldId::TransferFile => self.transfer.file.as_deref().map(spelled_path),
            FieldId::TransferId => self.transfer.id.map(|id| id.to_string()),
            FieldId::EventsSetAside => self.events.set_aside.clone(),
            FieldId::EventsBy => self.events.by.map(|by| by.to_string()),
            FieldId::EventsEndpoint => self.events.endpoint.as_ref().map(ToString::to_string),
            FieldId::EventsTypes => joined(&self.events.types),
            FieldId::EventsReceivedByApplication => self.events.received_by_application.map(|day| day.to_string()),
            FieldId::ListenPublicUrl => self.listen.public_url.as_ref().map(ToString::to_string),
        }
    }

    /// Takes an answer as the user typed it. An empty text removes the answer, if the field may be without one.
    ///
    /// # Errors
    /// Why the answer was refused. The profile is then unchanged.
    pub fn set(&mut self, field: FieldId, text: &str) -> Result<(), FieldProblem> {
        self.put(field, &typed(field, text)).map_err(|invalid| FieldProblem { field, invalid })
    }

    fn put(&mut self, field: FieldId, text: &str) -> Result<(), Invalid> {
        if text.chars().any(char::is_control) {
            return Err(Invalid::ControlCharacters);
        }
        match field {
            FieldId::Role => self.role = text.parse()?,
            FieldId::Environment => self.environment = Environment::Named(text.parse::<PublishedEnvironment>()?),
            FieldId::Acting => self.acting = text.parse()?,
            FieldId::Organisation => self.organisation = optional(text)?,
            FieldId::ClientOwner => self.client.owner = optional(text)?,
            FieldId::ClientId => self.client.id = optional(text)?,
            FieldId::ClientAuth => self.client.auth = text.parse()?,
            FieldId::ClientCertificate => self.client.certificate = reference(text)?,
            FieldId::ClientKey => self.client.key = reference(text)?,
            FieldId::ClientKid => self.client.kid = line(text, 255)?,
            FieldId::ClientKeyPassword => self.client.key_password = optional(text)?,
            FieldId::ClientKeyPosted => self.client.key_posted = day(text)?,
            FieldId::AdminId => self.admin.id = optional(text)?,
            FieldId::AdminAuth => self.admin.auth = text.parse()?,
            FieldId::AdminCertificate => self.admin.certificate = optional(text)?,
            FieldId::AdminKey => self.admin.key = optional(text)?,
            FieldId::AdminKid => self.admin.kid = line(text, 255)?,
            FieldId::AdminKeyPassword => self.admin.key_password = optional(text)?,
            FieldId::Ca => self.ca = path(text)?,
            FieldId::ApiKey => self.api_key = optional(text)?,
            FieldId::ScopesRequested => self.scopes_requested = day(text)?,
            FieldId::AccessRequested => self.access_requested = day(text)?,
            FieldId::ApprovalRequested => self.approval_requested = day(text)?,
            FieldId::ContactName => self.contact.name = line(text, 200)?,
            FieldId::ContactEmail => self.contact.email = optional(text)?,
            FieldId::ContactPhone => self.contact.phone = line(text, 40)?,
            FieldId::Resource => self.resource = optional(text)?,
            FieldId::SystemId => self.system.id = optional(text)?,
            FieldId::SystemExternalRef => self.system.external_ref = line(text, 255)?,
            FieldId::SystemNameNb => self.system.name.nb = line(text, 200)?,
            FieldId::SystemNameNn => self.system.name.nn = line(text, 200)?,
            FieldId::SystemNameEn => self.system.name.en = line(text, 200)?,
            FieldId::SystemRedirectUrls => self.system.redirect_urls = several(text)?,
            FieldId::PublishTitleNb => self.publish.title.nb = line(text, 200)?,
            FieldId::PublishTitleNn => self.publish.title.nn = line(text, 200)?,
            FieldId::PublishTitleEn => self.publish.title.en = line(text, 200)?,
            FieldId::PublishDescriptionNb => self.publish.description.nb = line(text, 2000)?,
            FieldId::PublishDescriptionNn => self.publish.description.nn = line(text, 2000)?,
            FieldId::PublishDescriptionEn => self.publish.description.en = line(text, 2000)?,
            FieldId::PublishRightDescriptionNb => self.publish.right_description.nb = line(text, 2000)?,
            FieldId::PublishRightDescriptionNn => self.publish.right_description.nn = line(text, 2000)?,
            FieldId::PublishRightDescriptionEn => self.publish.right_description.en = line(text, 2000)?,
            FieldId::PolicyApprovers => self.policy.approvers = several(text)?,
            FieldId::PolicyOwnerActs => self.policy.owner_acts = optional(text)?,
            FieldId::PolicyAdmits => self.policy.admits = optional(text)?,
            FieldId::BrokerMaxSize => self.broker.max_size = optional(text)?,
            FieldId::BrokerTimeToLive => self.broker.time_to_live = optional(text)?,
            FieldId::BrokerGrace => self.broker.grace = optional(text)?,
            FieldId::BrokerPurge => self.broker.purge = optional(text)?,
            FieldId::BrokerRequiredParty => self.broker.required_party = optional(text)?,
            FieldId::AccessListId => self.access_list.id = line(text, 255)?,
            FieldId::VendorName => self.vendor.name = line(text, 200)?,
            FieldId::VendorApprovedOn => self.vendor.approved_on = day(text)?,
            FieldId::VendorTransferSeenOn => self.vendor.transfer_seen_on = day(text)?,
            FieldId::TransferRecipients => self.transfer.recipients = several(text)?,
            FieldId::TransferFile => self.transfer.file = path(text)?,
            FieldId::TransferId => self.transfer.id = transfer_id(text)?,
            FieldId::EventsSetAside => self.events.set_aside = line(text, 200)?,
            FieldId::EventsBy => self.events.by = optional(text)?,
            FieldId::EventsEndpoint => self.events.endpoint = optional(text)?,
            FieldId::EventsTypes => self.events.types = several(text)?,
            FieldId::EventsReceivedByApplication => self.events.received_by_application = day(text)?,
            FieldId::ListenPublicUrl => self.listen.public_url = optional(text)?,
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_reads_back_as_it_was_written() {
        let answers = [
            (FieldId::Organisation, "991 825 827"),
            (FieldId::ClientId, "7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11"),
            (FieldId::ClientAuth, "certificate"),
            (FieldId::ClientCertificate, "file:keys/tt02.p12"),
            (FieldId::ClientKey, "file:keys/tt02.pem"),
            (FieldId::ClientKid, "smart-2026-11"),
            (FieldId::ClientKeyPassword, "env:KEY_PASSWORD"),
            (FieldId::ClientKeyPosted, "2026-11-20"),
            (FieldId::Resource, "smart-files"),
            (FieldId::SystemId, "991825827_files"),
            (FieldId::SystemNameEn, "File sender"),
            (FieldId::SystemRedirectUrls, "https://vendor.example.no/altinn"),
            (FieldId::VendorName, "Acme Files AS"),
            (FieldId::VendorApprovedOn, "2026-11-20"),
            (FieldId::VendorTransferSeenOn, "2026-11-21"),
            (FieldId::TransferRecipients, "991 825 827"),
            (FieldId::EventsEndpoint, "https://hooks.example.no/a"),
            (FieldId::EventsTypes, "no.altinn.broker.published"),
        ];
        let mut profile = Profile::new(Role::Sender, Environment::SANDBOX);
        for (field, text) in answers {
            assert_eq!(profile.set(field, text), Ok(()), "{field}");
            assert_eq!(profile.answer(field).as_deref(), Some(text), "{field}");
        }
        let stored = toml::to_string(&profile).map(|text| toml::from_str::<Profile>(&text));
        assert_eq!(stored, Ok(Ok(profile)));
    }

    #[test]
    fn a_refused_answer_changes_nothing() {
        let mut profile = Profile::new(Role::Sender, Environment::SANDBOX);
        assert_eq!(profile.set(FieldId::Organisation, "991825827"), Ok(()));
        let before = profile.clone();
        for field in FieldId::ALL {
            assert!(profile.set(*field, "\u{7}").is_err(), "{field}");
        }
        assert_eq!(profile, before);
    }

    #[test]
    fn an_external_reference_equal_to_the_organisation_is_left_out() {
        let mut profile = Profile::new(Role::Sender, Environment::SANDBOX);
        assert_eq!(profile.set(FieldId::Organisation, "991825827"), Ok(()));
        assert_eq!(profile.set(FieldId::SystemExternalRef, "991825827"), Ok(()));
        assert_eq!(profile.external_ref(), None);
    }
}
