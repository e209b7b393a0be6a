//! What a seed describes, read from its tables. Whether it fits together and into a world is judged later (`seed/fit.rs`).

use super::fields::{Field, Fields, Placed};
use super::names::{KeyId, OrgCode, Prefix, Reference, ResourceId, ScopeName, SystemId};
use super::policy::SeededPolicy;
use crate::values::{ClientId, OrgNumber};
use jiff::civil::Date;
use serde::Serialize;

const NUMBER: &str = "an organisation number: nine digits, the last of which is a check digit";
const SCOPE: &str = "a list of scopes, each written prefix:subscope";

pub(super) const SEED: (&str, &[Field]) = (
    "a seed",
    &[
        ("organisation", "a table [[organisation]]"),
        ("scope", "a table [[scope]]"),
        ("client", "a table [[client]]"),
        ("resource", "a table [[resource]]"),
        ("system", "a table [[system]]"),
        ("system_user", "a table [[system_user]]"),
    ],
);
pub(super) const ORGANISATION: (&str, &[Field]) = (
    "an organisation",
    &[
        ("number", NUMBER),
        ("name", "its name, as a text"),
        ("org_code", "the code of a service owner, in the letters a to z, such as \"digdir\""),
        ("prefixes", "a list of the prefixes of its own scopes, such as [\"skatt\"], without a colon"),
        ("scopes", SCOPE),
    ],
);
pub(super) const SCOPES: (&str, &[Field]) = (
    "a scope",
    &[
        ("name", "the scope's whole name, written prefix:subscope"),
        ("owner", NUMBER),
        ("needs_grant", "true, or false where every organisation may have it"),
    ],
);
pub(super) const CLIENT: (&str, &[Field]) = (
    "a client",
    &[
        ("id", "the id that Maskinporten gave it: one word, in most cases a UUID"),
        ("name", "its name, as a text"),
        ("organisation", NUMBER),
        ("scopes", SCOPE),
        ("keys", "a table [[client.keys]] for each public key"),
        ("certificate", "its enterprise certificate, without the private key, as PEM"),
        ("certificate_file", "the path of its enterprise certificate (PEM, without the private key) from the folder of the seed"),
    ],
);
pub(super) const KEY: (&str, &[Field]) = (
    "a key",
    &[
        ("kid", "the key's id, as one word"),
        ("public", "a public key, as PEM or as a JWK"),
        ("file", "the path of a public key (PEM or JWK) from the folder of the seed"),
        ("posted", "the date on which it was added to the client, such as 2026-05-01; a key lives for a year"),
    ],
);
pub(super) const RESOURCE: (&str, &[Field]) = (
    "a resource",
    &[
        ("id", "an id of at least four of a-z, 0-9, - and _, which begins neither with se_ nor with app_"),
        ("owner", NUMBER),
        ("title", "its title, as a text"),
        ("type", "one of the registry's types, such as \"BrokerService\""),
        ("delegable", "true, or false where no system user may get it"),
        ("in_broker", "true, or false where it is not configured in Broker"),
        ("policy", "a table [resource.policy] with `file`, or with `read`, `write` and `subscribe`"),
    ],
);
pub(super) const SYSTEM: (&str, &[Field]) = (
    "a system",
    &[
        ("id", "the vendor's organisation number, an underscore and a name, without blanks"),
        ("vendor", NUMBER),
        ("name", "its name, as a text"),
        ("clients", "a list of ids of the vendor's clients"),
        ("rights", "a list of ids of resources"),
    ],
);
pub(super) const SYSTEM_USER: (&str, &[Field]) = (
    "a system user",
    &[
        ("system", "the id of a system"),
        ("party", NUMBER),
        ("external_ref", "the external reference that the request had, of at most 255 characters"),
        ("rights", "a list of ids of resources"),
    ],
);

#[derive(Debug, Clone, Serialize)]
pub(super) struct SeededOrganisation {
    pub(super) number: Placed<OrgNumber>,
    /// An organisation of the known world has a name already.
    pub(super) name: Option<Placed<String>>,
    pub(super) org_code: Option<Placed<OrgCode>>,
    pub(super) prefixes: Vec<Placed<Prefix>>,
    /// The scopes granted to it.
    pub(super) scopes: Vec<Placed<ScopeName>>,
}

impl SeededOrganisation {
    pub(super) fn read(fields: &Fields<'_, '_>) -> Option<Self> {
        let (number, name, org_code) = (fields.needed("number"), fields.read("name"), fields.read("org_code"));
        let (prefixes, scopes) = (fields.list("prefixes"), fields.list("scopes"));
        Some(Self { number: number?, name, org_code, prefixes, scopes })
    }
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct SeededScope {
    pub(super) name: Placed<ScopeName>,
    pub(super) owner: Placed<OrgNumber>,
    pub(super) needs_grant: bool,
}

impl SeededScope {
    pub(super) fn read(fields: &Fields<'_, '_>) -> Option<Self> {
        let (name, owner, needs_grant) = (fields.needed("name"), fields.needed("owner"), fields.flag("needs_grant", true));
        Some(Self { name: name?, owner: owner?, needs_grant })
    }
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct SeededClient {
    pub(super) id: Placed<ClientId>,
    pub(super) name: Option<Placed<String>>,
    pub(super) organisation: Placed<OrgNumber>,
    pub(super) scopes: Vec<Placed<ScopeName>>,
    pub(super) keys: Vec<SeededKey>,
    /// DER in base64.
    pub(super) certificate: Option<Placed<String>>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct SeededKey {
    pub(super) kid: Placed<KeyId>,
    /// The modulus as base64url.
    pub(super) n: String,
    /// The exponent as base64url.
    pub(super) e: String,
    pub(super) posted: Option<Date>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct SeededResource {
    pub(super) id: Placed<ResourceId>,
    pub(super) owner: Placed<OrgNumber>,
    pub(super) title: Option<Placed<String>>,
    pub(super) resource_type: &'static str,
    pub(super) delegable: bool,
    pub(super) in_broker: bool,
    pub(super) policy: SeededPolicy,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct SeededSystem {
    pub(super) id: Placed<SystemId>,
    pub(super) vendor: Placed<OrgNumber>,
    pub(super) name: Option<Placed<String>>,
    pub(super) clients: Vec<Placed<ClientId>>,
    pub(super) rights: Vec<Placed<ResourceId>>,
}

impl SeededSystem {
    pub(super) fn read(fields: &Fields<'_, '_>) -> Option<Self> {
        let (id, vendor, name) = (fields.needed("id"), fields.needed("vendor"), fields.read("name"));
        let (clients, rights) = (fields.list("clients"), fields.list("rights"));
        Some(Self { id: id?, vendor: vendor?, name, clients, rights })
    }
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct SeededSystemUser {
    pub(super) system: Placed<SystemId>,
    /// The organisation that approved it.
    pub(super) party: Placed<OrgNumber>,
    pub(super) external_ref: Option<Placed<Reference>>,
    /// Without any it has all rights of its system.
    pub(super) rights: Vec<Placed<ResourceId>>,
}

impl SeededSystemUser {
    pub(super) fn read(fields: &Fields<'_, '_>) -> Option<Self> {
        let (system, party) = (fields.needed("system"), fields.needed("party"));
        let (external_ref, rights) = (fields.read("external_ref"), fields.list("rights"));
        Some(Self { system: system?, party: party?, external_ref, rights })
    }

    /// The external reference; the party's number where the request had none.
    pub(super) fn reference(&self) -> &str {
        self.external_ref.as_ref().map_or(self.party.value.digits(), |placed| placed.value.0.as_str())
    }
}
