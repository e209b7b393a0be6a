//! Contract 8: the kit, from which any program can start.

use crate::support::*;
use altinn_sandbox::{Part, Preset, answers, write_kit};
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

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

/// Runs the program until it listens; or what it said when it refused to, with its exit code.
fn run(arguments: &[&str]) -> Result<(), (i32, String)> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_altinn-sandbox"))
        .arg("--json")
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    if !line.is_empty() {
        child.kill().unwrap();
        child.wait().unwrap();
        return Ok(());
    }
    let ended = child.wait_with_output().unwrap();
    let said = String::from_utf8(ended.stderr).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    Err((ended.status.code().unwrap(), said))
}

fn content(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let mut all: Vec<_> =
        files.map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap_or_default())).collect();
    all.sort();
    all
}

/// A user's own keys have the names that those of a kit have.
#[test]
fn a_kit_is_not_written_over_what_no_sandbox_wrote() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let text = |name: &str| at(name).to_str().unwrap().to_owned();
    fs::create_dir(at("mine")).unwrap();
    fs::write(at("mine/sender.pem"), "my own key").unwrap();
    fs::write(at("mine/kit.json"), "{\"platform\": \"another program's\"}").unwrap();
    let before = content(&at("mine"));
    let (code, said) = run(&["--kit", &text("mine")]).unwrap_err();
    assert!(code == 2 && said.contains("holds files that are no kit") && said.contains("--force"), "{code} {said}");
    assert_eq!(content(&at("mine")), before);
    fs::create_dir(at("empty")).unwrap();
    for kit in ["new/deeper", "empty"] {
        run(&["--kit", &text(kit)]).unwrap();
        let first = content(&at(kit));
        run(&["--kit", &text(kit)]).unwrap();
        assert_ne!(content(&at(kit)), first, "a kit of the sandbox's is written anew");
    }
    run(&["--force", "--kit", &text("mine")]).unwrap();
    assert!(fs::read_to_string(at("mine/sender.pem")).unwrap().starts_with("-----BEGIN PRIVATE KEY-----"));
}

#[test]
fn the_certificate_is_not_written_over_what_no_sandbox_wrote() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let out = |name: &str| ["--proxy".to_owned(), "127.0.0.1:0".to_owned(), "--ca-out".to_owned(), at(name).to_str().unwrap().to_owned()];
    let with = |name: &str, more: &[&str]| run(&out(name).iter().map(String::as_str).chain(more.iter().copied()).collect::<Vec<_>>());
    with("new/ca.pem", &[]).unwrap();
    let ours = fs::read_to_string(at("new/ca.pem")).unwrap();
    for (name, text) in
        [("key.pem", "my own key".to_owned()), ("bundle.pem", format!("{ours}{ours}")), ("with-key.pem", format!("key\n{ours}"))]
    {
        fs::write(at(name), &text).unwrap();
        let (code, said) = with(name, &[]).unwrap_err();
        assert!(code == 2 && said.contains("holds something else") && said.contains("--force"), "{code} {said}");
        assert_eq!(fs::read_to_string(at(name)).unwrap(), text);
    }
    with("new/ca.pem", &[]).unwrap();
    assert_ne!(fs::read_to_string(at("new/ca.pem")).unwrap(), ours, "another world's certificate takes its place");
    with("key.pem", &["--force"]).unwrap();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(at("new/ca.pem"), at("link.pem")).unwrap();
        with("link.pem", &[]).unwrap();
        assert!(at("link.pem").symlink_metadata().unwrap().is_symlink(), "the user's link stays");
    }
}
