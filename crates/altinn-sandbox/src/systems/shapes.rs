//! What the calls of the system register and the system users read their bodies into (facts platform D).

use crate::json::{Record, Shape, optional, required};

const TEXTS: Shape = Shape::Map("System.Collections.Generic.IDictionary`2[System.String,System.String]", &Shape::Text);

static ATTRIBUTE: Record = Record {
    name: "Altinn.Platform.Authentication.Core.Models.AttributePair",
    members: &[optional("id", Shape::Text), optional("value", Shape::Text)],
};
static RIGHT: Record = Record {
    name: "Altinn.Platform.Authentication.Core.Models.Right",
    members: &[
        optional("action", Shape::Text),
        optional(
            "resource",
            Shape::List(
                "System.Collections.Generic.List`1[Altinn.Platform.Authentication.Core.Models.AttributePair]",
                &Shape::Object(&ATTRIBUTE),
            ),
        ),
    ],
};
static PACKAGE: Record =
    Record { name: "Altinn.Platform.Authentication.Core.Models.AccessPackages.AccessPackage", members: &[required("urn", Shape::Text)] };
static VENDOR: Record = Record { name: "Altinn.Platform.Authentication.Core.Models.VendorInfo", members: &[optional("ID", Shape::Text)] };

/// The body of `PUT …/rights`.
pub(super) const RIGHTS: Shape =
    Shape::List("System.Collections.Generic.List`1[Altinn.Platform.Authentication.Core.Models.Right]", &Shape::Object(&RIGHT));
/// The body of `PUT …/accesspackages`.
pub(super) const PACKAGES: Shape = Shape::List(
    "System.Collections.Generic.List`1[Altinn.Platform.Authentication.Core.Models.AccessPackages.AccessPackage]",
    &Shape::Object(&PACKAGE),
);

/// The body of a registration.
pub(super) static SYSTEM: Record = Record {
    name: "Altinn.Platform.Authentication.Core.SystemRegister.Models.RegisterSystemRequest",
    members: &[
        required("id", Shape::Text),
        required("vendor", Shape::Object(&VENDOR)),
        required("name", TEXTS),
        required("description", TEXTS),
        optional("rights", RIGHTS),
        optional("accessPackages", PACKAGES),
        optional("clientId", Shape::List("System.Collections.Generic.List`1[System.String]", &Shape::Text)),
        optional("isVisible", Shape::Boolean),
        optional("allowedRedirectUrls", Shape::List("System.Collections.Generic.List`1[System.Uri]", &Shape::Uri)),
    ],
};

/// The body of a request for a system user.
pub(super) static REQUEST: Record = Record {
    name: "Altinn.Platform.Authentication.Core.Models.SystemUsers.CreateRequestSystemUser",
    members: &[
        optional("integrationTitle", Shape::Text),
        optional("externalRef", Shape::Text),
        required("systemId", Shape::Text),
        required("partyOrgNo", Shape::Text),
        optional("rights", RIGHTS),
        optional("accessPackages", PACKAGES),
        optional("redirectUrl", Shape::Text),
    ],
};

/// The body of a request for a system user that acts for its owner's clients.
pub(super) static AGENT_REQUEST: Record = Record {
    name: "Altinn.Platform.Authentication.Core.Models.SystemUsers.CreateAgentRequestSystemUser",
    members: &[
        optional("integrationTitle", Shape::Text),
        optional("externalRef", Shape::Text),
        required("systemId", Shape::Text),
        required("partyOrgNo", Shape::Text),
        optional("accessPackages", PACKAGES),
        optional("redirectUrl", Shape::Text),
    ],
};

/// The body of a request to change a system user.
pub(super) static CHANGE: Record = Record {
    name: "Altinn.Platform.Authentication.Core.Models.SystemUsers.ChangeRequestSystemUser",
    members: &[
        optional("requiredRights", RIGHTS),
        optional("unwantedRights", RIGHTS),
        optional("requiredAccessPackages", PACKAGES),
        optional("unwantedAccessPackages", PACKAGES),
        optional("redirectUrl", Shape::Text),
    ],
};
