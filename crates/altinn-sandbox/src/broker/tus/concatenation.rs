//! `Upload-Concat`: joins parts that were sent as separate uploads (facts broker-api 3).

use super::super::transfer::Status;
use super::answer::{BASE, empty, refused};
use super::call::UploadCall;
use super::session::Session;
use super::upload::{Upload, UploadKind};
use super::{finish, metadata};
use crate::clock;
use crate::http::answer::with_header;
use crate::http::reply;
use crate::world::World;
use axum::http::{StatusCode, header};
use axum::response::Response;
use std::path::PathBuf;
use uuid::Uuid;

pub(super) const INVALID: &str =
    "Header Upload-Concat: Header is invalid. Valid values are \"partial\" and \"final\" followed by a list of file urls to concatenate";

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Concatenation {
    Partial,
    /// The uploads to join, each as its address continues after the transfer's.
    Final(Vec<String>),
}

/// Reads the header; `None` when it is invalid.
pub(super) fn asked(text: &str, transfer: Uuid) -> Option<Concatenation> {
    if text == "partial" {
        return Some(Concatenation::Partial);
    }
    let addresses = text.strip_prefix("final;")?;
    let mut listed = Vec::new();
    for address in addresses.split(' ').filter(|address| !address.is_empty()) {
        let path = local_path(address)?.split(['?', '#']).next().unwrap_or_default();
        let rest = path.strip_prefix(&format!("{BASE}/{transfer}/"))?.trim_matches('/');
        listed.push(rest.to_owned());
    }
    (!listed.is_empty()).then_some(Concatenation::Final(listed))
}

/// The path of an absolute or relative address.
fn local_path(address: &str) -> Option<&str> {
    match address.strip_prefix("http://").or_else(|| address.strip_prefix("https://")) {
        Some(rest) => rest.find('/').and_then(|at| rest.get(at..)),
        None => Some(address),
    }
}

/// The id of a partial upload, which stands after `partial/`; older addresses have the id alone.
fn partial_id(listed: &str) -> &str {
    listed.strip_prefix("partial/").unwrap_or(listed)
}

/// Makes the final upload; its parts are joined in the background.
pub(super) async fn finalize(call: &UploadCall, world: &mut World, id: Uuid, listed: &[String]) -> Result<Response, Response> {
    let before = world.broker.tus.of(id).clone();
    let session = world.broker.tus.of(id);
    let length = checked(session, listed).map_err(|text| refused(400, text))?;
    metadata::readable(call)?;
    let addresses: Vec<String> = listed.iter().map(|listed| format!("{BASE}/{id}/partial/{}", partial_id(listed))).collect();
    let now = clock::now();
    let mut joined = Upload::new(UploadKind::Final(addresses.join(" ")), length, PathBuf::new(), now);
    (joined.accepted, joined.finishing) = (length, true);
    session.uploads.push(joined);
    session.touch(now);
    let at = world.broker.now();
    if let Some(mut transfer) = world.broker.transfer_mut(id) {
        // The service sends no event for this change of status.
        transfer.become_status(Status::UploadProcessing, Status::UploadProcessing.text(), at);
    }
    if let Err(cause) = call.shared.save(world).await {
        *world.broker.tus.of(id) = before;
        return Err(reply::broken(&cause));
    }
    finish::join(&call.shared, id, listed.iter().map(|listed| partial_id(listed).to_owned()).collect());
    Ok(with_header(empty(StatusCode::CREATED), header::LOCATION, &format!("{BASE}/{id}")))
}

/// The length of the whole, if all parts exist, are partial uploads and are complete.
fn checked(session: &Session, listed: &[String]) -> Result<u64, String> {
    let named = |wrong: &dyn Fn(Option<&Upload>) -> bool| {
        let wrong: Vec<&str> = listed.iter().filter(|listed| wrong(session.find(Some(partial_id(listed))))).map(String::as_str).collect();
        wrong.join(", ")
    };
    let missing = named(&|found| found.is_none());
    if !missing.is_empty() {
        return Err(format!("Could not find some of the files supplied for concatenation: {missing}"));
    }
    let unfinished = named(&|found| found.is_some_and(|upload| upload.accepted != upload.length));
    if !unfinished.is_empty() {
        return Err(format!("Some of the files supplied for concatenation are not finished and can not be concatenated: {unfinished}"));
    }
    Ok(listed.iter().filter_map(|listed| session.find(Some(partial_id(listed)))).map(|upload| upload.length).sum())
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    /// Facts broker-api 3.
    #[test]
    fn addresses_of_parts_are_absolute_or_begin_with_the_transfers_own() {
        let id = Uuid::new_v4();
        let one = format!("{BASE}/{id}/partial/aa");
        let listed = |text: &str| asked(text, id);
        assert_eq!(listed("partial"), Some(Concatenation::Partial));
        let both = Some(Concatenation::Final(vec!["partial/aa".into(), "partial/aa".into()]));
        assert_eq!(listed(&format!("final;{one} https://platform.altinn.no{one}")), both);
        assert_eq!(listed(&format!("final;{BASE}/{id}/bb")), Some(Concatenation::Final(vec!["bb".into()])));
        for invalid in ["final", "final;", "Partial", "final;/other", &format!("final;{BASE}/{}/partial/aa", Uuid::new_v4())] {
            assert_eq!(listed(invalid), None, "{invalid}");
        }
    }
}
