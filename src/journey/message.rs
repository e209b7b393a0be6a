//! Everything a finding can say. The words (summary, cause, fix, who, link) are in `assets/text/<language>/findings.toml`.

use crate::values::{OrgNumber, Scope};
use jiff::Timestamp;

crate::phrases! {
    /// What a check found, or what a row of its proof says.
    pub enum Message {
        // Shared by all checks.
        NeedsCheck { check: String } = "needs-check",
        FieldMissing { field: String } = "field-missing",
        NotApplicable = "not-applicable",
        SetAside { reason: String } = "set-aside",
        RunByVendor { vendor: OrgNumber } = "run-by-vendor",
        RateLimited { until: Timestamp } = "rate-limited",
        NoAnswer { host: String, reason: String } = "no-answer",

        // Rows.
        RowOk = "row-ok",
        RowScopeGranted { expires_in: u64 } = "row-scope-granted",
        RowScopeMissing = "row-scope-missing",

        // client.scopes
        ScopesAll { scopes: Vec<Scope> } = "scopes-all",
    }
}
