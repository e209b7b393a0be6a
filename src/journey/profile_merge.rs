//! Merging the answers of a profile that two programs have changed at the same time.

use super::{FieldId, Profile};

impl Profile {
    /// Applies the changes from `before` to `after` to these answers, field by field. Without `before`, every answer of `after` is
    /// a change. Also returns the fields that had been changed here too, in another way, and whose answer was replaced.
    #[must_use]
    pub fn with_changes(&self, before: Option<&Self>, after: &Self) -> (Self, Vec<FieldId>) {
        let mut merged = self.clone();
        let mut replaced = Vec::new();
        for field in FieldId::ALL.iter().copied() {
            let is_changed = before.map_or_else(|| after.answer(field).is_some(), |before| !before.has_same_answer(field, after));
            if !is_changed || self.has_same_answer(field, after) {
                continue;
            }
            if before.map_or_else(|| self.answer(field).is_some(), |before| !before.has_same_answer(field, self)) {
                replaced.push(field);
            }
            merged.copy_answer(field, after);
        }
        (merged, replaced)
    }

    /// These answers, with those of `other` where `now` has the same answer as `other`.
    #[must_use]
    pub fn with_same_answers(&self, other: &Self, now: &Self) -> Self {
        let mut answers = self.clone();
        for field in FieldId::ALL.iter().copied().filter(|field| other.has_same_answer(*field, now)) {
            answers.copy_answer(field, other);
        }
        answers
    }

    /// The fields to which the other profile has another answer.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<FieldId> {
        FieldId::ALL.iter().copied().filter(|field| !self.has_same_answer(*field, other)).collect()
    }

    pub(super) fn has_same_answer(&self, field: FieldId, other: &Self) -> bool {
        // All custom environments have the same name, so their addresses are compared.
        if field == FieldId::Environment { self.environment == other.environment } else { self.answer(field) == other.answer(field) }
    }

    fn copy_answer(&mut self, field: FieldId, from: &Self) {
        match field {
            FieldId::Role => self.role = from.role,
            FieldId::Environment => self.environment.clone_from(&from.environment),
            FieldId::Acting => self.acting = from.acting,
            FieldId::Organisation => self.organisation.clone_from(&from.organisation),
            FieldId::ClientOwner => self.client.owner.clone_from(&from.client.owner),
            FieldId::ClientId => self.client.id.clone_from(&from.client.id),
            FieldId::ClientAuth => self.client.auth = from.client.auth,
            FieldId::ClientCertificate => self.client.certificate.clone_from(&from.client.certificate),
            FieldId::ClientKey => self.client.key.clone_from(&from.client.key),
            FieldId::ClientKid => self.client.kid.clone_from(&from.client.kid),
            FieldId::ClientKeyPassword => self.client.key_password.clone_from(&from.client.key_password),
            FieldId::ClientKeyPosted => self.client.key_posted = from.client.key_posted,
            FieldId::AdminId => self.admin.id.clone_from(&from.admin.id),
            FieldId::AdminAuth => self.admin.auth = from.admin.auth,
            FieldId::AdminCertificate => self.admin.certificate.clone_from(&from.admin.certificate),
            FieldId::AdminKey => self.admin.key.clone_from(&from.admin.key),
            FieldId::AdminKid => self.admin.kid.clone_from(&from.admin.kid),
            FieldId::AdminKeyPassword => self.admin.key_password.clone_from(&from.admin.key_password),
            FieldId::Ca => self.ca.clone_from(&from.ca),
            FieldId::ApiKey => self.api_key.clone_from(&from.api_key),
            FieldId::ScopesRequested => self.scopes_requested = from.scopes_requested,
            FieldId::AccessRequested => self.access_requested = from.access_requested,
            FieldId::ApprovalRequested => self.approval_requested = from.approval_requested,
            FieldId::ContactName => self.contact.name.clone_from(&from.contact.name),
            FieldId::ContactEmail => self.contact.email.clone_from(&from.contact.email),
            FieldId::ContactPhone => self.contact.phone.clone_from(&from.contact.phone),
            FieldId::Resource => self.resource.clone_from(&from.resource),
            FieldId::SystemId => self.system.id.clone_from(&from.system.id),
            FieldId::SystemExternalRef => self.system.external_ref.clone_from(&from.system.external_ref),
            FieldId::SystemNameNb => self.system.name.nb.clone_from(&from.system.name.nb),
            FieldId::SystemNameNn => self.system.name.nn.clone_from(&from.system.name.nn),
            FieldId::SystemNameEn => self.system.name.en.clone_from(&from.system.name.en),
            FieldId::SystemRedirectUrls => self.system.redirect_urls.clone_from(&from.system.redirect_urls),
            FieldId::PublishTitleNb => self.publish.title.nb.clone_from(&from.publish.title.nb),
            FieldId::PublishTitleNn => self.publish.title.nn.clone_from(&from.publish.title.nn),
            FieldId::PublishTitleEn => self.publish.title.en.clone_from(&from.publish.title.en),
            FieldId::PublishDescriptionNb => self.publish.description.nb.clone_from(&from.publish.description.nb),
            FieldId::PublishDescriptionNn => self.publish.description.nn.clone_from(&from.publish.description.nn),
            FieldId::PublishDescriptionEn => self.publish.description.en.clone_from(&from.publish.description.en),
            FieldId::PublishRightDescriptionNb => self.publish.right_description.nb.clone_from(&from.publish.right_description.nb),
            FieldId::PublishRightDescriptionNn => self.publish.right_description.nn.clone_from(&from.publish.right_description.nn),
            FieldId::PublishRightDescriptionEn => self.publish.right_description.en.clone_from(&from.publish.right_description.en),
            FieldId::PolicyApprovers => self.policy.approvers.clone_from(&from.policy.approvers),
            FieldId::PolicyOwnerActs => self.policy.owner_acts = from.policy.owner_acts,
            FieldId::PolicyAdmits => self.policy.admits = from.policy.admits,
            FieldId::BrokerMaxSize => self.broker.max_size = from.broker.max_size,
            FieldId::BrokerTimeToLive => self.broker.time_to_live = from.broker.time_to_live,
            FieldId::BrokerGrace => self.broker.grace = from.broker.grace,
            FieldId::BrokerPurge => self.broker.purge = from.broker.purge,
            FieldId::BrokerRequiredParty => self.broker.required_party.clone_from(&from.broker.required_party),
            FieldId::AccessListId => self.access_list.id.clone_from(&from.access_list.id),
            FieldId::EventsBy => self.events.by = from.events.by,
            FieldId::ListenPublicUrl => self.listen.public_url.clone_from(&from.listen.public_url),
            FieldId::VendorName => self.vendor.name.clone_from(&from.vendor.name),
            FieldId::VendorApprovedOn => self.vendor.approved_on = from.vendor.approved_on,
            FieldId::VendorTransferSeenOn => self.vendor.transfer_seen_on = from.vendor.transfer_seen_on,
            FieldId::TransferRecipients => self.transfer.recipients.clone_from(&from.transfer.recipients),
            FieldId::TransferFile => self.transfer.file.clone_from(&from.transfer.file),
            FieldId::TransferId => self.transfer.id = from.transfer.id,
            FieldId::EventsSetAside => self.events.set_aside.clone_from(&from.events.set_aside),
            FieldId::EventsEndpoint => self.events.endpoint.clone_from(&from.events.endpoint),
            FieldId::EventsTypes => self.events.types.clone_from(&from.events.types),
            FieldId::EventsReceivedByApplication => self.events.received_by_application = from.events.received_by_application,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::{Environment, PublishedEnvironment, Role};

    fn with(answers: &[(FieldId, &str)]) -> Profile {
        let mut profile = Profile::new(Role::Sender, Environment::SANDBOX);
        for (field, text) in answers {
            assert_eq!(profile.set(*field, text), Ok(()));
        }
        profile
    }

    #[test]
    fn what_another_program_answered_stays_where_we_answered_nothing_new() {
        let before = with(&[(FieldId::Resource, "old-one"), (FieldId::ClientKid, "old-one"), (FieldId::SystemExternalRef, "old-one")]);
        let ours = with(&[(FieldId::Resource, "our-own"), (FieldId::ClientKid, "old-one"), (FieldId::SystemExternalRef, "old-one")]);
        let theirs = with(&[(FieldId::Resource, "old-one"), (FieldId::ClientKid, "theirs")]);
        let merged = with(&[(FieldId::Resource, "our-own"), (FieldId::ClientKid, "theirs")]);
        assert_eq!(theirs.with_changes(Some(&before), &ours), (merged, vec![]));
    }

    #[test]
    fn a_field_that_both_have_changed_keeps_the_later_answer_and_is_named() {
        let before = with(&[(FieldId::Resource, "old-one")]);
        let (ours, theirs) = (with(&[(FieldId::Resource, "our-own")]), with(&[(FieldId::Resource, "their-own")]));
        assert_eq!(theirs.with_changes(Some(&before), &ours), (ours.clone(), vec![FieldId::Resource]));
        // Both have given the same answer, so nothing is replaced.
        assert_eq!(ours.with_changes(Some(&before), &ours), (ours.clone(), vec![]));
    }

    #[test]
    fn a_cleared_answer_and_an_environment_are_changes_too() {
        let before = with(&[(FieldId::Resource, "old-one"), (FieldId::ClientKid, "old-one")]);
        let mut ours = with(&[(FieldId::ClientKid, "old-one")]);
        ours.environment = Environment::Named(PublishedEnvironment::Tt02);
        assert_eq!(before.with_changes(Some(&before), &ours), (ours, vec![]));
    }

    #[test]
    fn every_field_is_copied() {
        let samples = [
            (FieldId::Acting, "for-customer"),
            (FieldId::Organisation, "991825827"),
            (FieldId::ClientOwner, "991825827"),
            (FieldId::ClientId, "7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11"),
            (FieldId::ClientAuth, "certificate"),
            (FieldId::ClientCertificate, "file:a.p12"),
            (FieldId::ClientKey, "file:a.pem"),
            (FieldId::ClientKid, "kid"),
            (FieldId::ClientKeyPassword, "env:KEY_PASSWORD"),
            (FieldId::ClientKeyPosted, "2026-11-20"),
            (FieldId::AdminId, "7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d12"),
            (FieldId::AdminAuth, "certificate"),
            (FieldId::AdminCertificate, "file:admin.p12"),
            (FieldId::AdminKey, "file:admin.pem"),
            (FieldId::AdminKid, "admin-kid"),
            (FieldId::AdminKeyPassword, "env:ADMIN_PASSWORD"),
            (FieldId::Ca, "ca.pem"),
            (FieldId::ApiKey, "env:KEY"),
            (FieldId::ScopesRequested, "2026-11-20"),
            (FieldId::AccessRequested, "2026-11-20"),
            (FieldId::ApprovalRequested, "2026-11-20"),
            (FieldId::ContactName, "Kari Nordmann"),
            (FieldId::ContactEmail, "kari@example.no"),
            (FieldId::ContactPhone, "22 22 22 22"),
            (FieldId::Resource, "smart-files"),
            (FieldId::SystemId, "991825827_files"),
            (FieldId::SystemExternalRef, "reference"),
            (FieldId::SystemNameNb, "Filsender"),
            (FieldId::SystemNameNn, "Filsendar"),
            (FieldId::SystemNameEn, "File sender"),
            (FieldId::SystemRedirectUrls, "https://vendor.example.no/altinn"),
            (FieldId::PublishTitleNb, "Smarte filer"),
            (FieldId::PublishTitleNn, "Smarte filer"),
            (FieldId::PublishTitleEn, "Smart files"),
            (FieldId::PublishDescriptionNb, "Filer mellom virksomheter"),
            (FieldId::PublishDescriptionNn, "Filer mellom verksemder"),
            (FieldId::PublishDescriptionEn, "Files between organisations"),
            (FieldId::PublishRightDescriptionNb, "Sende og motta"),
            (FieldId::PublishRightDescriptionNn, "Sende og ta imot"),
            (FieldId::PublishRightDescriptionEn, "Send and receive"),
            (FieldId::PolicyApprovers, "dagl, informasjon-og-kommunikasjon"),
            (FieldId::PolicyOwnerActs, "yes"),
            (FieldId::PolicyAdmits, "listed"),
            (FieldId::BrokerMaxSize, "2000000000"),
            (FieldId::BrokerTimeToLive, "P30D"),
            (FieldId::BrokerGrace, "PT2H"),
            (FieldId::BrokerPurge, "no"),
            (FieldId::BrokerRequiredParty, "991825827"),
            (FieldId::AccessListId, "smart-files-members"),
            (FieldId::EventsBy, "poll"),
            (FieldId::ListenPublicUrl, "https://hooks.example.no/"),
            (FieldId::VendorName, "Acme Files AS"),
            (FieldId::VendorApprovedOn, "2026-11-20"),
            (FieldId::VendorTransferSeenOn, "2026-11-21"),
            (FieldId::TransferRecipients, "991825827"),
            (FieldId::TransferFile, "a.txt"),
            (FieldId::TransferId, "7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11"),
            (FieldId::EventsSetAside, "later"),
            (FieldId::EventsEndpoint, "https://hooks.example.no/a"),
            (FieldId::EventsTypes, "no.altinn.broker.published"),
            (FieldId::EventsReceivedByApplication, "2026-11-20"),
            (FieldId::Environment, "prod"),
            (FieldId::Role, "recipient"),
        ];
        assert_eq!(samples.len(), FieldId::ALL.len());
        let empty = with(&[]);
        for sample in samples {
            let answered = with(&[sample]);
            assert_eq!(empty.with_changes(Some(&empty), &answered), (answered.clone(), vec![]), "{}", sample.0);
        }
    }
}
