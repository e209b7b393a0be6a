//! For whom a field is: which roles are asked for it, and which must answer it.

use super::FieldId;
use crate::journey::{Acting, ClientAuth, Environment, Profile, PublishedEnvironment, Role};

crate::choice! {
    /// The answers that decide whether a field is asked for, from the usual ones to the rare.
    pub enum FieldCase {
        /// An own client with an own key.
        Usual = "usual",
        /// The client signs with an enterprise certificate.
        Certificate = "certificate",
        /// A vendor runs the system.
        ByVendor = "by-vendor",
        /// There is a client for Digdir's administration.
        Admin = "admin",
        /// That client signs with a certificate.
        AdminCertificate = "admin-certificate",
    }
}

impl FieldCase {
    fn profile(self, role: Role) -> Profile {
        let mut profile = Profile::new(role, Environment::Named(PublishedEnvironment::Tt02));
        match self {
            Self::Usual => {}
            Self::Certificate => profile.client.auth = ClientAuth::Certificate,
            Self::ByVendor => profile.acting = Acting::ByVendor,
            Self::Admin | Self::AdminCertificate => profile.admin.id = "admin".parse().ok(),
        }
        if self == Self::AdminCertificate {
            profile.admin.auth = ClientAuth::Certificate;
        }
        profile
    }
}

impl FieldId {
    /// The first case in which a role is asked for the field, and all the roles that are.
    #[must_use]
    pub fn asked_of(self) -> Option<(FieldCase, Vec<Role>)> {
        first(|profile| self.is_for(profile))
    }

    /// The first case in which a role must answer the field, and all the roles that must. None where nobody must.
    #[must_use]
    pub fn required_of(self) -> Option<(FieldCase, Vec<Role>)> {
        first(|profile| self.is_required(profile))
    }
}

fn first(is_so: impl Fn(&Profile) -> bool) -> Option<(FieldCase, Vec<Role>)> {
    let roles = |case: FieldCase| Role::ALL.iter().copied().filter(|role| is_so(&case.profile(*role))).collect::<Vec<_>>();
    FieldCase::ALL.iter().map(|case| (*case, roles(*case))).find(|(_, roles)| !roles.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_asked_of_somebody() {
        for field in FieldId::ALL {
            assert!(field.asked_of().is_some(), "{field} is asked of nobody");
        }
    }

    #[test]
    fn who_must_answer_is_told_with_the_case() {
        let all = Role::ALL.to_vec();
        for (field, expected) in [
            (FieldId::ClientId, Some((FieldCase::Usual, all.clone()))),
            (FieldId::ClientCertificate, Some((FieldCase::Certificate, all))),
            (FieldId::VendorName, Some((FieldCase::ByVendor, Role::ALL.to_vec()))),
            (FieldId::Acting, Some((FieldCase::Usual, vec![Role::Sender, Role::Recipient]))),
            (FieldId::ApiKey, None),
        ] {
            assert_eq!(field.required_of(), expected, "{field}");
        }
        assert_eq!(FieldId::AdminCertificate.asked_of().map(|(case, _)| case), Some(FieldCase::AdminCertificate));
    }
}
