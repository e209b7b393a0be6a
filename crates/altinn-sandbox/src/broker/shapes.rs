//! What Broker's calls read their bodies into (facts broker-api 2).

use crate::json::{Record, Shape, optional, required};

const LIST: Shape = Shape::List("System.Collections.Generic.List`1[System.String]", &Shape::Text);
const MAP: Shape = Shape::Map("System.Collections.Generic.Dictionary`2[System.String,System.String]", &Shape::Text);
const MAYBE_FLAG: Shape = Shape::Nullable(&Shape::Boolean);

/// `POST /filetransfer`.
pub(super) static TRANSFER: Record = Record {
    name: "Altinn.Broker.Models.FileTransferInitalizeExt",
    members: &[
        optional("fileName", Shape::Text),
        optional("resourceId", Shape::Text),
        optional("sendersFileTransferReference", Shape::Text),
        optional("sender", Shape::Text),
        optional("recipients", LIST),
        optional("propertyList", MAP),
        optional("checksum", Shape::Text),
        optional("disableVirusScan", MAYBE_FLAG),
    ],
};

/// `PUT /resource/{resourceId}`.
pub(super) static RESOURCE: Record = Record {
    name: "Altinn.Broker.Models.ResourceExt",
    members: &[
        optional("maxFileTransferSize", Shape::Nullable(&Shape::Int64)),
        optional("fileTransferTimeToLive", Shape::Text),
        optional("purgeFileTransferAfterAllRecipientsConfirmed", MAYBE_FLAG),
        optional("purgeFileTransferGracePeriod", Shape::Text),
        optional("useManifestFileShim", MAYBE_FLAG),
        optional("externalServiceCodeLegacy", Shape::Text),
        optional("externalServiceEditionCodeLegacy", Shape::Nullable(&Shape::Int32)),
        optional("requiredParty", Shape::Text),
    ],
};

/// `POST /serviceowner`.
pub(super) static OWNER: Record =
    Record { name: "Altinn.Broker.Models.ServiceOwner.ServiceOwnerInitializeExt", members: &[required("name", Shape::Text)] };

/// The two daily summaries.
pub(super) static SUMMARY: Record = Record {
    name: "Altinn.Broker.Application.GenerateReport.GenerateDailySummaryReportRequest",
    members: &[optional("altinn2Included", Shape::Boolean)],
};

/// `POST /maintenance/maskinporten-jwk-rotation`.
pub(super) static ROTATION: Record =
    Record { name: "Altinn.Broker.API.Models.MaskinportenJwkRotationRequest", members: &[optional("confirmation", Shape::Text)] };
