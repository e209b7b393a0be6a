//! The results of examining received bytes: the malware scan and the checksum (facts broker-api 2.2 and 5.1).

use super::lifecycle;
use super::state::BrokerState;
use super::transfer::Status;
use crate::world::happened::Happened;
use jiff::Timestamp;
use serde_json::json;
use url::Url;
use uuid::Uuid;

/// The result for one file.
#[derive(Debug, Clone)]
pub(crate) struct Examined {
    pub md5: String,
    /// The SHA-256 of the file if malware was found in it.
    pub malware: Option<String>,
}

/// Publishes the transfer if the file passed, else fails it. Does nothing if the transfer no longer waits for the examination.
#[must_use]
pub(crate) fn examined(broker: &mut BrokerState, id: Uuid, found: &Examined, origin: &Url, at: Timestamp) -> Vec<Happened> {
    let Some(mut transfer) = broker.transfer_mut(id).filter(|transfer| transfer.status() == Status::UploadProcessing) else {
        return Vec::new();
    };
    let differs = transfer.supplied && transfer.checksum.as_deref() != Some(found.md5.as_str());
    let scanned = transfer.scanned;
    transfer.md5 = Some(found.md5.clone());
    drop(transfer);
    match &found.malware {
        _ if differs => lifecycle::failed(broker, id, "Checksum mismatch", at),
        Some(sha256) if scanned => lifecycle::found_malware(broker, id, &scanners_text(id, sha256, origin, at), at),
        Some(_) | None => lifecycle::published(broker, id, at),
    }
}

/// Fills in the checksum where the sender supplied none.
pub(crate) fn summed(broker: &mut BrokerState, id: Uuid, md5: &str) {
    if let Some(mut transfer) = broker.transfer_mut(id) {
        transfer.checksum = Some(md5.to_owned());
        transfer.md5 = Some(md5.to_owned());
    }
}

fn scanners_text(id: Uuid, sha256: &str, origin: &Url, at: Timestamp) -> String {
    let extra = json!({"CorrelationId": Uuid::new_v4(), "BlobUri": format!("{origin}brokerfiles/{id}"), "ETag": "0x8DEADBEEF",
        "ScanFinishedTimeUtc": at.to_string(), "ScanResultType": "Malicious",
        "ScanResultDetails": {"MalwareNamesFound": ["Virus:DOS/EICAR_Test_File"], "Sha256": sha256.to_uppercase(), "NotScannedReason": null}});
    malware_text("Malicious", &extra.to_string())
}

/// The status text of a transfer with malware in it.
pub(super) fn malware_text(kind: &str, extra: &str) -> String {
    format!("Malware scan failed: {kind}. Extra details: {extra}")
}
