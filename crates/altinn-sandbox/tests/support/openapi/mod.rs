//! The published documents of the services. Each answer that a test of the sandbox reads is held against them; where they are known
//! to be wrong, the code of the services is right.

mod differences;
mod documents;

pub use differences::{DIFFERENCES, NEWER};
pub use documents::{Documents, Exchange, Finding};

use std::sync::LazyLock;

pub static DOCUMENTS: LazyLock<Documents> = LazyLock::new(Documents::published);

/// The findings that no known difference explains.
pub fn unexplained(findings: Vec<Finding>) -> Vec<Finding> {
    findings.into_iter().filter(|finding| !DIFFERENCES.iter().any(|known| known.explains(finding))).collect()
}

/// Fails on an answer that is not as the documents say.
pub fn hold(exchange: &Exchange) {
    let left = unexplained(DOCUMENTS.answer_findings(exchange));
    let answer = String::from_utf8_lossy(&exchange.answer);
    assert!(left.is_empty(), "{left:#?}\n{} {} -> {} {answer}", exchange.method, exchange.path, exchange.status);
}
