//! The published documents of the services. Each answer that a test of the sandbox reads is compared with them, except for known
//! differences, where the services' code is right.

mod differences;
mod documents;

pub use differences::{DIFFERENCES, NEWER};
pub use documents::{Documents, Exchange, Finding};

use std::sync::LazyLock;

pub static DOCUMENTS: LazyLock<Documents> = LazyLock::new(Documents::published);

/// The findings without those that a known difference explains.
pub fn unexplained(findings: Vec<Finding>) -> Vec<Finding> {
    findings.into_iter().filter(|finding| !DIFFERENCES.iter().any(|known| known.explains(finding))).collect()
}

/// Fails if an answer differs from the documents.
pub fn hold(exchange: &Exchange) {
    let left = unexplained(DOCUMENTS.answer_findings(exchange));
    let answer = String::from_utf8_lossy(&exchange.answer);
    assert!(left.is_empty(), "{left:#?}\n{} {} -> {} {answer}", exchange.method, exchange.path, exchange.status);
}
