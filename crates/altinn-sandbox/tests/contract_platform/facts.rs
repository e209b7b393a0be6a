//! The list of facts: each row names a test that exists, or says why it is left.

use super::sandbox_support::rows;

#[test]
fn every_fact_has_a_test_or_a_reason() {
    rows::each_is_held(include_str!("facts.toml"));
}
