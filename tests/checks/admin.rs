//! What an admin client is told is not asked of tokens.

use crate::desk::{Desk, Outcome, SENDER};
use altinn_sandbox::known;
use broker_setup::journey::{CheckId, FieldId, Mark, Verdict};

/// The answers of the sender's admin client. It has the sender's key.
fn with_admin(key: &str) -> Vec<(FieldId, String)> {
    let admin = known::client("admin").map(|client| (client.id.to_owned(), client.kid())).unwrap_or_default();
    vec![(FieldId::AdminId, admin.0), (FieldId::AdminKid, admin.1), (FieldId::AdminKey, key.to_owned())]
}

#[tokio::test]
async fn an_admin_client_is_told_each_scope_that_is_granted() -> Outcome {
    let desk = Desk::open().await?;
    let mut profile = desk.profile(SENDER, &[]).await?;
    let key = profile.answer(FieldId::ClientKey).ok_or("no key")?;
    for (field, text) in with_admin(&key) {
        profile.set(field, &text).map_err(|problem| format!("{problem:?}"))?;
    }
    // No token of this client proves a scope: it lacks altinn:broker.write, which its organisation was granted.
    let no_write = known::client("no-write").ok_or("no client")?;
    for (field, text) in [(FieldId::ClientId, no_write.id.to_owned()), (FieldId::ClientKid, no_write.kid())] {
        profile.set(field, &text).map_err(|problem| format!("{problem:?}"))?;
    }
    let run = desk.check(profile).await?;
    let found = run.findings.iter().find(|finding| finding.check == CheckId::KeyScopes).ok_or("no finding")?;
    assert_eq!((found.outcome.clone(), found.message.words()), (Verdict::Pass, "scopes-granted"), "{found:?}");
    assert!(found.evidence.iter().all(|row| row.mark == Mark::Pass) && found.evidence.len() > 2, "{found:?}");
    Ok(())
}
