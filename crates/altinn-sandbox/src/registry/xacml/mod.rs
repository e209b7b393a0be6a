//! A policy as a XACML file, written and read (facts examples 11).

pub(crate) mod draw;
pub(crate) mod read;

pub(crate) use read::{Refused, read};

use super::policy::Policy;

const NAMESPACE: &str = "urn:oasis:names:tc:xacml:3.0:core:schema:wd-17";
const SUBJECT: &str = "urn:oasis:names:tc:xacml:1.0:subject-category:access-subject";
const RESOURCE: &str = "urn:oasis:names:tc:xacml:3.0:attribute-category:resource";
const ACTION: &str = "urn:oasis:names:tc:xacml:3.0:attribute-category:action";
const EQUAL: &str = "urn:oasis:names:tc:xacml:1.0:function:string-equal";
const EQUAL_IGNORE_CASE: &str = "urn:oasis:names:tc:xacml:3.0:function:string-equal-ignore-case";
const LEVEL: &str = "urn:altinn:minimum-authenticationlevel";
const LEVEL_OF_OWNERS: &str = "urn:altinn:minimum-authenticationlevel-org";

/// The uploaded file, or without one a file written from the rules.
pub(super) fn file(policy: &Policy, resource: &str) -> String {
    match &policy.uploaded {
        Some(uploaded) => uploaded.clone(),
        None => draw::drawn(policy, resource),
    }
}
