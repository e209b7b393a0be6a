//! `support`: one archive for the service desk. Secrets are planted wherever one can be, and none is in any of its files.

use crate::program::Home;
use crate::token::Served;
use crate::unpacked::unpacked;

const FILES: [&str; 7] = ["versions.txt", "answers.txt", "findings.txt", "findings.json", "chains.txt", "journal.jsonl", "traffic.jsonl"];

#[test]
fn no_planted_secret_is_in_the_archive() {
    let home = Home::new();
    let _served = Served::start(&home);
    let kit = home.path().join("kit");
    // A password in a command's own words, one in a variable, and a webhook whose path is its only protection.
    let (command, variable) = ("cmd:printf planted-pass-word-1", "env:PLANTED");
    let webhook = "https://hooks.example.no/planted-path-2";
    let arguments = [
        "support",
        "--answers",
        "kit/sender.toml",
        "--events-endpoint",
        webhook,
        "--client-key-password",
        command,
        "--admin-key-password",
        variable,
        "--output",
        "s.zip",
        "--yes",
    ];
    let said = home.run_with(&arguments, &[("PLANTED", "planted-variable-3")]);
    assert_eq!(said.code, 0, "{}{}", said.out, said.err);
    let files = unpacked(&home.path().join("s.zip"));
    let names: Vec<String> = files.iter().map(|(name, _)| name.clone()).collect();
    assert_eq!(names, FILES.map(|name| format!("broker-setup-support/{name}")));
    // Each is listed with its size before it is written.
    for (name, text) in FILES.iter().zip(files.iter().map(|(_, text)| text)) {
        let line = said.err.lines().find(|line| line.trim_start().starts_with(name)).unwrap_or_else(|| panic!("{name}: {}", said.err));
        let size = if text.len() < 1024 { format!(" {} bytes ", text.len()) } else { " KiB ".to_owned() };
        assert!(line.contains(&size), "{line}: {size}");
    }
    let of = |name: &str| files.iter().find(|(file, _)| file.ends_with(name)).map(|(_, text)| text.as_str()).unwrap_or_default();
    let document: serde_json::Value = serde_json::from_str(of("findings.json")).expect("the document of check");
    assert_eq!(document["version"], 1);
    assert!(of("chains.txt").contains("integrate.transfer\n  "), "{}", of("chains.txt"));
    let traffic = of("traffic.jsonl");
    assert!(traffic.contains("/token") && traffic.contains("[assertion]") && traffic.contains("[token]"), "no calls are in it");
    let file: String = files.iter().map(|(_, text)| text.as_str()).collect();
    let key = std::fs::read_to_string(kit.join("sender.pem")).unwrap();
    let in_key = key.lines().nth(3).expect("a line of the key");
    let api_key = std::fs::read_to_string(kit.join("api-key.txt")).unwrap();
    for secret in [in_key, api_key.trim(), "planted-", "eyJ", "PRIVATE KEY"] {
        assert!(!file.contains(secret) && !said.err.contains(secret) && !said.out.contains(secret), "{secret}");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(home.path().join("s.zip")).unwrap().permissions().mode() & 0o777, 0o600);
    }
    // It is not written over, and without a terminal nothing is written without a yes.
    assert_eq!(home.run(&arguments).code, 2);
    let said = home.run(&["support", "--answers", "kit/sender.toml", "--output", "other.zip"]);
    assert!(said.code == 2 && said.err.contains("would hold") && said.err.contains("--yes"), "{}", said.err);
    assert!(!home.path().join("other.zip").exists());
}
