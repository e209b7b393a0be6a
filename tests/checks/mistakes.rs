//! Each mistake in a ready setup is accused once.

use crate::desk::{Desk, OWNER, Outcome, SENDER, accusations, summaries};
use altinn_sandbox::{Part, write_kit};
use broker_setup::journey::{CheckId, FieldId, Finding};

/// A mistake in a ready setup: the answers that are changed, and the one accusation that the checks must then make.
struct Mistake {
    part: Part,
    changes: &'static [(FieldId, &'static str)],
    check: CheckId,
    verdict: &'static str,
    message: &'static str,
    code: Option<&'static str>,
}

const fn mistake(
    part: Part,
    changes: &'static [(FieldId, &'static str)],
    accused: (CheckId, &'static str, &'static str),
    code: Option<&'static str>,
) -> Mistake {
    Mistake { part, changes, check: accused.0, verdict: accused.1, message: accused.2, code }
}

const NO_WRITE: &[(FieldId, &str)] =
    &[(FieldId::ClientId, "5a0c0011-7d1e-4f6a-9b1c-000000000011"), (FieldId::ClientKid, "sandbox-no-write")];
const NOT_GRANTED: &[(FieldId, &str)] = &[
    (FieldId::Organisation, "310400602"),
    (FieldId::ClientId, "5a0c0012-7d1e-4f6a-9b1c-000000000012"),
    (FieldId::ClientKid, "sandbox-not-granted"),
];
const NO_WRITE_ASKED: &[(FieldId, &str)] = &[NO_WRITE[0], NO_WRITE[1], (FieldId::ScopesRequested, "2026-11-20")];
const NOT_GRANTED_ASKED: &[(FieldId, &str)] = &[NOT_GRANTED[0], NOT_GRANTED[1], NOT_GRANTED[2], (FieldId::ScopesRequested, "2026-11-20")];
const EXPIRED: &[(FieldId, &str)] = &[
    (FieldId::ClientId, "5a0c0013-7d1e-4f6a-9b1c-000000000013"),
    (FieldId::ClientKid, "sandbox-expired-key"),
    (FieldId::ClientKeyPosted, ""),
];
const OFF_SYSTEM: &[(FieldId, &str)] =
    &[(FieldId::ClientId, "5a0c0014-7d1e-4f6a-9b1c-000000000014"), (FieldId::ClientKid, "sandbox-off-system")];
pub const WRONG_TYPE: &[(FieldId, &str)] =
    &[(FieldId::ClientId, "5a0c0015-7d1e-4f6a-9b1c-000000000015"), (FieldId::ClientKid, "sandbox-wrong-type")];
const NEWCOMER: &[(FieldId, &str)] = &[
    (FieldId::Organisation, "310400505"),
    (FieldId::ClientId, "5a0c0005-7d1e-4f6a-9b1c-000000000005"),
    (FieldId::ClientKid, "sandbox-newcomer"),
    (FieldId::ClientKey, "file:newcomer.pem"),
    (FieldId::Resource, "nyk-filutveksling"),
];

static MISTAKES: &[Mistake] = &[
    // Step 1, key.
    mistake(SENDER, &[(FieldId::ApiKey, "")], (CheckId::KeyGateway, "needs-you", "gateway-key-missing"), Some("http-401")),
    mistake(SENDER, &[(FieldId::ApiKey, "file:sender.pem")], (CheckId::KeyGateway, "fail", "gateway-key-wrong"), Some("http-401")),
    mistake(SENDER, &[(FieldId::ApiKey, "file:nowhere")], (CheckId::KeyGateway, "needs-you", "secret-file-missing"), None),
    mistake(SENDER, NOT_GRANTED, (CheckId::KeyScopes, "needs-you", "scopes-not-granted"), Some("MP-250")),
    mistake(SENDER, NOT_GRANTED_ASKED, (CheckId::KeyScopes, "waiting", "scopes-asked"), Some("MP-250")),
    // Step 2, client.
    mistake(SENDER, &[(FieldId::ClientKey, "")], (CheckId::ClientKey, "needs-you", "key-not-given"), None),
    mistake(SENDER, &[(FieldId::ClientKey, "file:api-key.txt")], (CheckId::ClientKey, "fail", "key-unknown-format"), None),
    mistake(SENDER, &[(FieldId::ClientId, "")], (CheckId::ClientToken, "needs-you", "field-missing"), None),
    mistake(
        SENDER,
        &[(FieldId::ClientId, "7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11")],
        (CheckId::ClientToken, "needs-you", "client-unknown"),
        Some("MP-100"),
    ),
    mistake(SENDER, &[(FieldId::ClientKid, "no-such-kid")], (CheckId::ClientToken, "needs-you", "client-unknown-kid"), None),
    mistake(SENDER, &[(FieldId::ClientKey, "file:recipient.pem")], (CheckId::ClientToken, "fail", "client-wrong-key"), Some("MP-124")),
    mistake(SENDER, EXPIRED, (CheckId::ClientToken, "fail", "client-key-expired"), Some("MP-121")),
    mistake(SENDER, NO_WRITE, (CheckId::ClientScopes, "needs-you", "scopes-missing"), Some("MP-200")),
    mistake(SENDER, NO_WRITE_ASKED, (CheckId::KeyScopes, "needs-you", "scopes-to-add"), None),
    mistake(SENDER, &[(FieldId::Organisation, "")], (CheckId::ClientIdentity, "needs-you", "field-missing"), None),
    mistake(SENDER, &[(FieldId::Organisation, "310400602")], (CheckId::ClientIdentity, "needs-you", "identity-other"), None),
    mistake(OWNER, &[(FieldId::Organisation, "310400602")], (CheckId::ClientIdentity, "needs-you", "identity-other"), None),
    // Step 3, access.
    mistake(SENDER, &[(FieldId::Resource, "")], (CheckId::AccessResource, "needs-you", "field-missing"), None),
    mistake(
        SENDER,
        &[(FieldId::Resource, "no-such-resource")],
        (CheckId::AccessResource, "needs-you", "resource-missing"),
        Some("http-404"),
    ),
    mistake(SENDER, &[(FieldId::Resource, "prov-feil-type")], (CheckId::AccessResource, "needs-you", "resource-wrong-type"), None),
    mistake(SENDER, &[(FieldId::Resource, "prov-ikke-delegerbar")], (CheckId::AccessResource, "needs-you", "resource-not-delegable"), None),
    mistake(OWNER, &[(FieldId::Resource, "nyk-filutveksling")], (CheckId::AccessResource, "needs-you", "resource-not-yours"), None),
    mistake(OWNER, &[(FieldId::Resource, "prov-plassholder")], (CheckId::AccessPolicy, "fail", "policy-placeholder-owner"), None),
    mistake(SENDER, &[(FieldId::Resource, "prov-uten-abonnement")], (CheckId::AccessPolicy, "needs-you", "policy-lacks"), None),
    mistake(SENDER, OFF_SYSTEM, (CheckId::AccessSystem, "needs-you", "system-without-client"), None),
    mistake(SENDER, WRONG_TYPE, (CheckId::AccessSystemUserToken, "needs-you", "system-user-token-refused"), Some("MP-303")),
    mistake(SENDER, &[(FieldId::SystemExternalRef, "ignored")], (CheckId::AccessSystemUser, "waiting", "system-user-waits"), None),
    mistake(SENDER, &[(FieldId::SystemExternalRef, "rejected")], (CheckId::AccessSystemUser, "needs-you", "system-user-rejected"), None),
    mistake(SENDER, &[(FieldId::SystemExternalRef, "timed-out")], (CheckId::AccessSystemUser, "needs-you", "system-user-timed-out"), None),
    mistake(
        SENDER,
        &[(FieldId::SystemExternalRef, "nobody-asked")],
        (CheckId::AccessSystemUser, "needs-you", "system-user-other-reference"),
        None,
    ),
    mistake(OWNER, NEWCOMER, (CheckId::AccessServiceOwner, "needs-you", "service-owner-missing"), Some("BRO-07004")),
    mistake(
        OWNER,
        &[(FieldId::Resource, "prov-ikke-konfigurert")],
        (CheckId::AccessResourceConfig, "needs-you", "config-missing"),
        Some("BRO-00025"),
    ),
    // Step 4, integrate.
    mistake(
        SENDER,
        &[(FieldId::Resource, "prov-ikke-konfigurert")],
        (CheckId::IntegrateList, "needs-you", "list-no-access"),
        Some("BRO-00006"),
    ),
    mistake(
        Part::Recipient,
        &[(FieldId::Resource, "prov-tilgangsliste")],
        (CheckId::IntegrateList, "needs-you", "list-no-access"),
        Some("BRO-00006"),
    ),
    // Step 5, events.
    mistake(SENDER, &[(FieldId::EventsEndpoint, "")], (CheckId::EventsEndpoint, "needs-you", "field-missing"), None),
    mistake(
        SENDER,
        &[(FieldId::EventsEndpoint, "http://hooks.example.no/altinn")],
        (CheckId::EventsEndpoint, "fail", "endpoint-not-https"),
        None,
    ),
];

#[tokio::test]
async fn each_mistake_is_accused_once_and_for_the_right_reason() -> Outcome {
    let desk = Desk::open().await?;
    // This writes every role's key into the folder, so that a mistake can name another role's key.
    for part in Part::ALL {
        desk.profile(part, &[]).await?;
    }
    let world = desk.sandbox.world().await;
    write_kit(&desk.folder.path().join("kit"), &world, &desk.sandbox.origin)?;
    std::fs::copy(desk.folder.path().join("kit/newcomer.pem"), desk.folder.path().join("newcomer.pem"))?;
    let mut wrong = Vec::new();
    for mistake in MISTAKES {
        let run = desk.check(desk.profile(mistake.part, mistake.changes).await?).await?;
        // A ready setup has these findings too, so they do not come from the mistake.
        let to_do = |finding: &&Finding| {
            ["transfer-none", "transfer-none-received", "transfer-none-owner", "subscription-none"].contains(&finding.message.words())
        };
        let accused: Vec<&Finding> = accusations(&run).into_iter().filter(|finding| !to_do(finding)).collect();
        let codes: Vec<Option<&str>> = accused.iter().map(|finding| finding.code.as_deref()).collect();
        let code_fits = mistake.code.is_none() || codes == [mistake.code];
        if summaries(&accused) != [(mistake.check, mistake.verdict, mistake.message)] || !code_fits {
            wrong.push(format!("{:?} {:?}: {:?} {codes:?}", mistake.part, mistake.changes, summaries(&accused)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}
