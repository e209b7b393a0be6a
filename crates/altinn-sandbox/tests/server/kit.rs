//! Contract 8: the kit, from which any program can start.

use crate::support::*;
use altinn_sandbox::{Part, Preset, answers, write_kit};

/// Contract 8.
#[tokio::test]
async fn the_kit_is_enough_for_another_program() {
    let folder = tempfile::tempdir().unwrap();
    let sandbox = open().await;
    write_kit(folder.path(), &sandbox.world().await, &sandbox.origin).unwrap();
    let kit: Value = serde_json::from_slice(&std::fs::read(folder.path().join("kit.json")).unwrap()).unwrap();
    assert_eq!(kit["platform"], sandbox.origin.as_str());
    assert_eq!(kit["organisations"]["recipient"], known::RECIPIENT.number);
    assert_eq!(kit["newcomer"]["resource"], known::NEWCOMER_RESOURCE);
    let every = kit["clients"].as_array().unwrap().iter().chain([&kit["newcomer"]["client"]]);
    for client in every {
        let key = client["key"].as_str().unwrap();
        assert!(std::fs::read_to_string(folder.path().join(key)).unwrap().starts_with("-----BEGIN PRIVATE KEY-----"), "{key}");
        assert!(client["kid"].is_string() && client["scopes"].is_array());
    }
    for role in ["sender", "recipient", "service-owner"] {
        let text = std::fs::read_to_string(folder.path().join(format!("{role}.toml"))).unwrap();
        let answers: toml::Table = toml::from_str(&text).unwrap_or_else(|cause| panic!("{role}: {cause}\n{text}"));
        assert_eq!(answers["role"].as_str(), Some(role));
        assert_eq!(answers["environment"]["platform"].as_str(), Some(sandbox.origin.as_str()));
    }
    sandbox.stop().await;
}

/// Contract 8.
#[tokio::test]
async fn the_kit_has_an_enterprise_certificate_for_each_role() {
    let folder = tempfile::tempdir().unwrap();
    let sandbox = open().await;
    write_kit(folder.path(), &sandbox.world().await, &sandbox.origin).unwrap();
    let text = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap_or_else(|cause| panic!("{name}: {cause}"));
    let issuer = text("test-ca.pem");
    for role in ["sender", "recipient", "service-owner"] {
        let chain = text(&format!("{role}-certificate.pem"));
        assert!(chain.matches("BEGIN CERTIFICATE").count() == 2 && chain.ends_with(&issuer), "{role}");
        let answers: toml::Table = toml::from_str(&text(&format!("{role}-certificate.toml"))).unwrap();
        let client = answers["client"].as_table().unwrap();
        assert_eq!((client["auth"].as_str(), client.get("kid"), client.get("key")), (Some("certificate"), None, None));
        let file = client["certificate"].as_str().and_then(|reference| reference.strip_prefix("file:")).unwrap();
        let password = text(client["key_password"].as_str().and_then(|reference| reference.strip_prefix("file:")).unwrap());
        let store = std::fs::read(folder.path().join(file)).unwrap();
        let store = p12_keystore::KeyStore::from_pkcs12(&store, password.trim(), p12_keystore::Pkcs12ImportPolicy::Strict).unwrap();
        let (_, held) = store.private_key_chain().unwrap();
        assert_eq!(held.certs().len(), 2);
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn the_answers_of_each_role_hold_no_secret() {
    let folder = tempfile::tempdir().unwrap();
    let sandbox = open().await;
    let world = sandbox.world().await;
    for part in Part::ALL {
        for preset in [Preset::Ready, Preset::HalfDone] {
            let answers = answers(&world, part, preset, folder.path()).unwrap();
            for (field, text) in &answers.fields {
                assert!(!text.contains("PRIVATE KEY") && !text.contains(world.api_key.expose()), "{field}");
            }
            assert_eq!(answers.text("role"), Some(part.name()));
            let https = answers.text("events.endpoint").unwrap();
            assert_eq!(https.starts_with("{sandbox}/sandbox/sink/"), preset == Preset::Ready, "{https}");
        }
    }
    sandbox.stop().await;
}

/// Contract 8.
#[tokio::test]
async fn the_kit_holds_the_collections_environment() {
    let folder = tempfile::tempdir().unwrap();
    let sandbox = open().await;
    write_kit(folder.path(), &sandbox.world().await, &sandbox.origin).unwrap();
    let text = std::fs::read_to_string(folder.path().join("newcomer.bru")).unwrap();
    let newcomer = known::client("newcomer").unwrap();
    for line in [
        format!("  client_id: {}", newcomer.id),
        format!("  client_kid: {}", newcomer.kid()),
        format!("  serviceowner_orgnumber: {}", known::NEWCOMER.number),
        format!("  sender_orgnumber: {}", known::SENDER.number),
        format!("  recipient_orgnumber: {}", known::RECIPIENT.number),
        format!("  resource_id: {}", known::NEWCOMER_RESOURCE),
        "  broker_base_url: https://platform.tt02.altinn.no".to_owned(),
        "  platform_base_url: https://platform.tt02.altinn.no".to_owned(),
    ] {
        assert!(text.lines().any(|found| found == line), "{line}");
    }
    let pem = std::fs::read_to_string(folder.path().join("newcomer.pem")).unwrap();
    let (_, block) = text.split_once("  client_pem: '''\n").unwrap();
    let (block, end) = block.split_once("  '''\n").unwrap();
    assert!(block.lines().map(str::trim).eq(pem.lines()) && end == "}\n");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(std::fs::metadata(folder.path().join("newcomer.bru")).unwrap().permissions().mode() & 0o777, 0o600);
    }
    sandbox.stop().await;
}
