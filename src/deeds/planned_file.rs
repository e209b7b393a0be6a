//! The file that a preview shows before it is sent: what it is, and whether an upload that was begun goes on.

use super::party::Party;
use super::run::DeedStop;
use super::send_test::address;
use super::test_file::Chosen;
use super::unfinished::Unfinished;
use crate::checks::{Connection, mark};
use crate::files::paths;
use crate::journey::{DeedMessage, DeedOptions};
use crate::services::NewTransfer;
use crate::values::{FileSize, OrgNumber, Value};
use std::path::PathBuf;

pub(super) struct PlannedFile {
    name: String,
    size: FileSize,
    path: Option<PathBuf>,
    /// What is said of an upload that was begun before.
    pub(super) before: Option<DeedMessage>,
    /// The transfer whose upload goes on.
    transfer: Option<String>,
}

impl PlannedFile {
    /// Looks at the file. The error says why it cannot be sent.
    pub(super) async fn of(
        connection: &Connection,
        options: &DeedOptions,
        party: &Party,
        recipients: &[OrgNumber],
    ) -> Result<Self, DeedStop> {
        let begun = Unfinished::find(connection, options, &party.resource, recipients);
        let Some(Unfinished { entry, sending }) = begun else { return Self::new(&Chosen::of(connection, options)).await };
        let (file, transfer, chosen) = (sending.file(), entry.made, sending.chosen());
        let name = file.name.clone();
        if options.anew {
            let before = (!transfer.is_empty()).then_some(DeedMessage::WouldSendAnew { name, transfer });
            return Ok(Self { before, ..Self::new(&Chosen::of(connection, options)).await? });
        }
        if !file.is_unchanged().await {
            return Ok(Self { before: Some(DeedMessage::FileChangedSince { name, transfer }), ..Self::new(&chosen).await? });
        }
        let path = chosen.path().map(ToOwned::to_owned);
        if transfer.is_empty() {
            // Nobody knows yet whether it was announced: the deed looks before it announces anything.
            return Ok(Self { name, size: file.size(), path, before: None, transfer: None });
        }
        let before = DeedMessage::WouldGoOn { name: name.clone(), transfer: transfer.clone(), since: entry.at };
        Ok(Self { name, size: file.size(), path, before: Some(before), transfer: Some(transfer) })
    }

    async fn new(chosen: &Chosen) -> Result<Self, DeedStop> {
        let (name, size) = chosen.look().await?;
        Ok(Self { name, size, path: chosen.path().map(ToOwned::to_owned), before: None, transfer: None })
    }

    pub(super) fn rows(&self) -> Vec<(&'static str, Value)> {
        let mut rows = vec![("file", Value::Text(self.name.clone()))];
        // Where a link or a relative path leads does not show in the name.
        rows.extend(self.path.as_ref().map(|path| ("path", Value::Text(paths::whole(path).display().to_string()))));
        rows.push(("size", Value::FileSize(self.size)));
        rows.push(match &self.transfer {
            Some(transfer) => ("transfer", Value::Text(transfer.clone())),
            None => ("mark", Value::Text(mark::shown())),
        });
        rows
    }

    /// The requests that send it.
    pub(super) fn requests(&self, connection: &Connection) -> Vec<(String, String)> {
        let of = |method: &str, path: &str| (method.to_owned(), address(connection, path));
        let announced = self.transfer.is_some();
        let mut requests = if announced { vec![of("GET", "/{id}")] } else { vec![of("POST", "")] };
        if connection.services.sends_in_parts(self.size.0) {
            let methods: &[&str] = if announced { &["HEAD", "PATCH"] } else { &["POST", "HEAD", "PATCH"] };
            requests.extend(methods.iter().map(|method| of(method, "/upload/tus/{id}")));
        } else {
            requests.push(of("POST", "/{id}/upload"));
        }
        requests.push(of("GET", "/{id}"));
        requests
    }

    /// The only request with a body, as the preview shows it. The reference and the hashes are shown as `…`, since they are made when
    /// the file is sent.
    pub(super) fn bodies(&self, connection: &Connection, party: &Party, recipients: &[OrgNumber]) -> Vec<(String, String)> {
        if self.transfer.is_some() {
            return Vec::new();
        }
        let new = NewTransfer {
            file_name: self.name.clone(),
            resource: party.resource.clone(),
            reference: mark::shown(),
            sender: party.organisation.clone(),
            recipients: recipients.to_vec(),
            properties: mark::properties("…"),
            checksum: Some("…".to_owned()),
        };
        vec![(format!("POST {}", address(connection, "")), new.body())]
    }
}
