//! Compares each answer of the sandbox with the services' published OpenAPI documents. Where the documents are known to be wrong
//! the sandbox follows the services' code: see `support/openapi/differences.rs`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so by panicking")]

#[path = "../support/mod.rs"]
mod support;
mod tap;
mod walk;

use std::collections::BTreeSet;
use support::openapi::{DIFFERENCES, DOCUMENTS, Exchange, Finding, unexplained};

#[tokio::test]
async fn every_answer_is_what_the_documents_say_but_for_the_known_differences_which_all_show() {
    let exchanges = walk::all().await;
    let findings: BTreeSet<Finding> = exchanges.iter().flat_map(|exchange| DOCUMENTS.answer_findings(exchange)).collect();
    let left = unexplained(findings.iter().cloned().collect());
    assert!(left.is_empty(), "{}", lines(&left));
    let stale: Vec<_> = DIFFERENCES.iter().filter(|known| !findings.iter().any(|finding| known.explains(finding))).collect();
    assert!(stale.is_empty(), "no longer shown: {stale:#?}");
    let called = DOCUMENTS.called(&exchanges);
    assert!(called.len() >= walk::LEAST_OPERATIONS, "only {} documented operations were called: {called:#?}", called.len());
}

#[test]
fn a_member_that_no_document_has_is_found() {
    let exchange = Exchange {
        method: "GET".to_owned(),
        path: "/broker/api/v1/filetransfer/6c1b9a0e-0000-4000-8000-000000000000".to_owned(),
        status: 200,
        answer_type: "application/json".to_owned(),
        answer: br#"{"unheard": "of"}"#.to_vec(),
    };
    let left = unexplained(DOCUMENTS.answer_findings(&exchange));
    assert!(left.iter().any(|finding| finding.what.contains("unheard")), "{left:?}");
}

fn lines(findings: &[Finding]) -> String {
    findings.iter().map(|finding| format!("{finding}\n")).collect()
}
