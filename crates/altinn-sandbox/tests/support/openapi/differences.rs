//! The known differences between the published documents and the services' code. The sandbox follows the code.

use super::documents::Finding;

#[derive(Debug)]
pub struct Difference {
    /// The start of the operation: method and path.
    pub operation: &'static str,
    /// The start of the answer: `answer`, with or without a status.
    pub answer: &'static str,
    /// A text that the finding contains.
    pub what: &'static str,
    /// The reason, and the section of the facts.
    pub reason: &'static str,
}

impl Difference {
    pub fn explains(&self, finding: &Finding) -> bool {
        let operation = match self.operation.strip_prefix("* ") {
            Some(path) => finding.operation.split_once(' ').is_some_and(|(_, given)| given.starts_with(path)),
            None if self.operation.ends_with('/') => finding.operation.starts_with(self.operation),
            None => finding.operation == self.operation,
        };
        operation && finding.answer.starts_with(self.answer) && finding.what.contains(self.what)
    }
}

const fn difference(operation: &'static str, answer: &'static str, what: &'static str, reason: &'static str) -> Difference {
    Difference { operation, answer, what, reason }
}

const STATUS: &str = "the status is not in the document";
const EMPTY: &str = "the body is empty";
const PROBLEM: &str = "the content type application/problem+json is not in the document";
const UNEXPECTED: &str = "Additional properties are not allowed";
const FORMER_REQUEST: &str =
    "the document has a former shape, without integrationTitle, accessPackages, escalated, created and timedOut (facts platform D.2)";
const NO_NEXT: &str = "links is an empty object where there is no next page (facts examples 15; facts platform E)";
const ENUMS: &str = "enums are written as text, the document has numbers (facts platform E)";
const NEWER_RESOURCE: &str = "isOneTimeConsent and versionId are newer than the document (facts examples 10)";

/// Addresses that are newer than the documents, as path and section of the facts. The documents would take their last part for an
/// id.
pub const NEWER: &[(&str, &str)] = &[
    ("/resourceregistry/api/v1/resource/changes", "a page of changes (facts platform E)"),
    ("/authentication/api/v1/systemuser/vendor", "the beginning of the vendor's calls, no party (facts platform D.2)"),
];

/// All known differences. A test fails for one that no longer occurs.
pub const DIFFERENCES: &[Difference] = &[
    // Every service.
    difference("* /", "answer 401", EMPTY, "the token layer answers without a body (facts broker-api 9; facts platform D, E and F)"),
    difference("* /", "answer 403", EMPTY, "a missing scope is answered without a body (facts broker-api 9; facts platform D, E and F)"),
    // Broker (facts broker-api 8).
    difference("POST /broker/api/v1/filetransfer/{fileTransferId}/confirmdownload", "answer 204", STATUS, "204, not 200 (8; 2.8)"),
    difference("PUT /broker/api/v1/resource/{resourceId}", "answer 204", STATUS, "204, not 200 (8; 2.9)"),
    difference("GET /broker/api/v1/filetransfer", "answer 400", STATUS, "resourceId is required in the code (8; 2.6)"),
    difference(
        "GET /broker/api/v1/filetransfer/{fileTransferId}",
        "answer 400",
        STATUS,
        "an id that is no GUID is a validation problem (4.1)",
    ),
    difference("* /broker/", "answer 406", STATUS, "no 406, 416, 429 and 500 in the document (8)"),
    difference("* /broker/", "answer 416", STATUS, "no 406, 416, 429 and 500 in the document (8)"),
    difference("* /broker/", "answer 429", STATUS, "no 406, 416, 429 and 500 in the document (8)"),
    difference("* /broker/", "answer 500", STATUS, "no 406, 416, 429 and 500 in the document (8)"),
    difference(
        "GET /broker/api/v1/filetransfer/{fileTransferId}/details",
        "answer 400",
        STATUS,
        "an id that is no GUID is a validation problem (4.1)",
    ),
    difference("* /broker/", "answer 415", STATUS, "a body of another type is refused (0)"),
    difference(
        "GET /broker/api/v1/filetransfer/{fileTransferId}/download",
        "answer 206",
        STATUS,
        "no range download in the document (8; 2.7)",
    ),
    difference(
        "* /broker/",
        "answer 4",
        PROBLEM,
        "problems are application/problem+json where the document has octet-stream or JSON (8; 4.1)",
    ),
    difference("GET /broker/api/v1/filetransfer/{fileTransferId}", "answer 200", "/published: null", "null until it is published (2.4)"),
    difference(
        "GET /broker/api/v1/filetransfer/{fileTransferId}/details",
        "answer 200",
        "'published' was unexpected",
        "the base member is most likely emitted (2.5)",
    ),
    difference("GET /broker/api/v1/resource/{resourceId}", "answer 400", STATUS, "not configured: BRO-00025 (2.10)"),
    difference("* /broker/", "answer 401", STATUS, "a missing token is answered everywhere (1.2)"),
    difference("* /broker/", "answer 403", STATUS, "a missing scope is answered everywhere (1.1)"),
    difference("POST /broker/api/v1/serviceowner", "answer 400", STATUS, "the name must be there (2.11)"),
    // Authentication: its document describes hardly more than the accepted case.
    difference("* /authentication/api/v1/system", "answer 4", STATUS, "the document lists accepted answers only (facts platform D)"),
    difference(
        "GET /authentication/api/v1/exchange/{tokenProvider}",
        "answer 4",
        PROBLEM,
        "problems are application/problem+json (facts platform C.1)",
    ),
    difference("POST /authentication/api/v1/systemuser/request/vendor", "answer 201", STATUS, "a new request is 201 (facts platform D.2)"),
    difference("POST /authentication/api/v1/systemuser/request/vendor", "answer 200", UNEXPECTED, FORMER_REQUEST),
    difference(
        "DELETE /authentication/api/v1/systemuser/request/vendor/{requestId}",
        "answer 202",
        STATUS,
        "202, empty (facts platform D.2)",
    ),
    difference("GET /authentication/api/v1/systemuser/request/vendor/", "answer 200", UNEXPECTED, FORMER_REQUEST),
    difference("GET /authentication/api/v1/systemuser/request/vendor/bysystem/{systemId}", "answer 200", "/data: ", FORMER_REQUEST),
    difference(
        "GET /authentication/api/v1/systemuser/vendor/bysystem/{systemId}",
        "answer 200",
        "/data: ",
        "the document has a former shape (facts examples 22)",
    ),
    difference(
        "GET /authentication/api/v1/systemregister/{systemId}",
        "answer 200",
        ": [",
        "GET systemregister/vendor is newer than the document, which takes `vendor` for an id (facts platform D.1)",
    ),
    difference(
        "GET /authentication/api/v1/systemregister/vendor/{systemId}",
        "answer 200",
        "is a required property",
        "the document has a former shape (facts examples 17)",
    ),
    difference(
        "GET /authentication/api/v1/systemregister/vendor/{systemId}",
        "answer 200",
        UNEXPECTED,
        "the document has a former shape (facts examples 17)",
    ),
    // Events.
    difference("* /events/api/v1/subscriptions", "answer 404", EMPTY, "empty (facts platform F.1)"),
    difference(
        "GET /events/api/v1/subscriptions/{id}",
        "answer 400",
        STATUS,
        "an id that is no number is a validation problem (facts platform F.1)",
    ),
    difference(
        "POST /events/api/v1/subscriptions",
        "answer 40",
        "is not of type \"object\"",
        "a refusal is a text as JSON (facts platform F.1)",
    ),
    difference(
        "* /events/api/v1/subscriptions",
        "answer 20",
        "'includeSubunits' was unexpected",
        "newer than the document (facts examples 24)",
    ),
    difference(
        "GET /events/api/v1/subscriptions",
        "answer 200",
        "/subscriptions: ",
        "includeSubunits is newer than the document (facts examples 25)",
    ),
    difference(
        "GET /events/api/v1/events",
        "answer 200",
        "'specversion', 'resource', 'resourceinstance', 'datacontenttype' were unexpected",
        "the document has no extension attributes, and other names (facts examples 27 and 28)",
    ),
    // Resource Registry.
    difference("* /resourceregistry/api/v1/resource", "answer 404", STATUS, "the document lists no 404 (facts platform E)"),
    difference("* /resourceregistry/api/v1/resource", "answer 400", STATUS, "the document lists no 400 (facts platform E)"),
    difference("* /resourceregistry/api/v1/resource", "answer 413", STATUS, "a policy of more than 4 MiB is refused"),
    difference("* /resourceregistry/api/v1/resource", "answer 415", STATUS, "a body of another type is refused (facts platform E)"),
    difference("POST /resourceregistry/api/v1/resource", "answer 201", STATUS, "201, empty (facts platform E)"),
    difference("POST /resourceregistry/api/v1/resource", "answer 409", STATUS, "one that exists (facts platform E)"),
    difference("* /resourceregistry/api/v1/resource/{id}/policy", "answer 201", STATUS, "201, empty (facts platform E)"),
    difference("DELETE /resourceregistry/api/v1/resource/{id}", "answer 204", STATUS, "204 (facts platform E)"),
    difference("* /resourceregistry/api/v1/resource", "answer 200", "accessListMode: ", ENUMS),
    difference("* /resourceregistry/api/v1/resource", "answer 200", "resourceType: ", ENUMS),
    difference("* /resourceregistry/api/v1/resource", "answer 200", "'isOneTimeConsent', 'versionId' were unexpected", NEWER_RESOURCE),
    difference(
        "* /resourceregistry/api/v1/access-lists/",
        "answer 200",
        "'urn' was unexpected",
        "newer than the document (facts examples 15)",
    ),
    // The gateway, and calls that are newer than their service's document.
    difference(
        "GET /authentication/api/v1/exchange/{tokenProvider}",
        "answer 401",
        "Access denied due to missing",
        "the gateway's own answer (facts platform G)",
    ),
    difference("GET /authentication/api/v1/exchange/{tokenProvider}", "answer 410", STATUS, "newer than the document (facts platform C.1)"),
    difference(
        "GET /authentication/api/v1/systemuser/{party}/{systemUserId}",
        "answer 404",
        PROBLEM,
        "vendor/byquery is newer than the document, which takes it for a party and an id (facts platform D.2)",
    ),
    difference(
        "* /authentication/api/v1/system",
        "answer 500",
        STATUS,
        "explicit nulls, unknown systems and unreadable addresses (facts platform D.1 and D.2)",
    ),
    difference("* /events/api/v1/", "answer 403", STATUS, "a missing scope is answered everywhere (facts platform F)"),
    difference("* /events/api/v1/", "answer 401", STATUS, "a missing token is answered everywhere (facts platform F)"),
    difference("* /events/api/v1/", "answer 415", STATUS, "a body of another type is refused (facts platform F.1)"),
    difference("* /resourceregistry/", "answer 200", "\"next\" is a required property", NO_NEXT),
    difference(
        "* /resourceregistry/api/v1/access-lists/",
        "answer 200",
        "/identifiers: ",
        "the party's number is there too (facts examples 15)",
    ),
    difference("* /resourceregistry/api/v1/access-lists/", "answer 400", STATUS, "what cannot be read is refused (facts platform E.2)"),
    difference("GET /resourceregistry/api/v1/access-lists/", "answer 501", STATUS, "members cannot be included (facts platform E.2)"),
    difference("* /resourceregistry/api/v1/access-lists/", "answer 415", STATUS, "a body of another type is refused (facts platform E)"),
    difference(
        "GET /resourceregistry/api/v1/access-lists/memberships",
        "answer 200",
        "/party: ",
        "the party is named by its number (facts examples 15)",
    ),
    difference(
        "POST /broker/api/v1/filetransfer/upload",
        "answer 200",
        "is not of type \"string\"",
        "an object with fileTransferId, as elsewhere (facts broker-api 2.3)",
    ),
];
