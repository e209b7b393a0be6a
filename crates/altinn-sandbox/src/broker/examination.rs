//! What a look at the received bytes comes to: the malware scan and the checksum (facts broker-api 2.2 and 5.1).

use super::lifecycle;
use super::state::BrokerState;
use super::transfer::Status;
use crate::world::happened::Happened;
use jiff::Timestamp;
use serde_json::json;
use url::Url;
use uuid::Uuid;

/// What was found in a file.
#[derive(Debug, Clone)]
pub(crate) struct Examined {
    pub md5: String,
    /// The SHA-256 of a file with malware in it.
    pub malware: Option<String>,
}

/// What passes is published; what does not has failed. Nothing happens where it does not wait for this any more.
#[must_use]
pub(crate) fn examined(broker: &mut BrokerState, id: Uuid, found: Examined, origin: &Url, at: Timestamp) -> Vec<Happened> {
    let Some(transfer) = broker.transfer_mut(id).filter(|transfer| transfer.status() == Status::UploadProcessing) else {
        return Vec::new();
    };
    let differs = transfer.supplied && transfer.checksum.as_deref() != Some(found.md5.as_str());
    let scanned = transfer.scanned;
    transfer.md5 = Some(found.md5);
    match found.malware {
        _ if differs => lifecycle::failed(broker, id, "Checksum mismatch", at),
        Some(sha256) if scanned => lifecycle::found_malware(broker, id, &scanners_text(id, &sha256, origin, at), at),
        Some(_) | None => lifecycle::published(broker, id, at),
    }
}

/// The checksum that nobody supplied; false when the transfer is gone.
#[must_use]
pub(crate) fn summed(broker: &mut BrokerState, id: Uuid, md5: &str) -> bool {
    let Some(transfer) = broker.transfer_mut(id) else { return false };
    transfer.checksum = Some(md5.to_owned());
    transfer.md5 = Some(md5.to_owned());
    true
}

fn scanners_text(id: Uuid, sha256: &str, origin: &Url, at: Timestamp) -> String {
    let extra = json!({"CorrelationId": Uuid::new_v4(), "BlobUri": format!("{origin}brokerfiles/{id}"), "ETag": "0x8DEADBEEF",
        "ScanFinishedTimeUtc": at.to_string(), "ScanResultType": "Malicious",
        "ScanResultDetails": {"MalwareNamesFound": ["Virus:DOS/EICAR_Test_File"], "Sha256": sha256.to_uppercase(), "NotScannedReason": null}});
    malware_text("Malicious", &extra.to_string())
}

/// The status text of a transfer in which something was found.
pub(super) fn malware_text(kind: &str, extra: &str) -> String {
    format!("Malware scan failed: {kind}. Extra details: {extra}")
}
