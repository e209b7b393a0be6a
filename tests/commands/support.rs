//! `support`: one file for the service desk. Secrets are planted wherever one can be, and none is in the file.

use crate::program::Home;
use crate::token::Served;

#[test]
fn no_planted_secret_is_in_the_file() {
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
        "s.txt",
        "--yes",
    ];
    let said = home.run_with(&arguments, &[("PLANTED", "planted-variable-3")]);
    assert_eq!(said.code, 0, "{}{}", said.out, said.err);
    let file = std::fs::read_to_string(home.path().join("s.txt")).unwrap();
    for part in ["===== versions =====", "===== answers =====", "===== findings =====", "===== findings-json =====", "===== traffic ====="]
    {
        assert!(file.contains(part), "{part}");
    }
    assert!(file.contains("/token") && file.contains("[assertion]") && file.contains("[token]"), "no calls are in it");
    let key = std::fs::read_to_string(kit.join("sender.pem")).unwrap();
    let in_key = key.lines().nth(3).expect("a line of the key");
    let api_key = std::fs::read_to_string(kit.join("api-key.txt")).unwrap();
    for secret in [in_key, api_key.trim(), "planted-", "eyJ", "PRIVATE KEY"] {
        assert!(!file.contains(secret) && !said.err.contains(secret) && !said.out.contains(secret), "{secret}");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(home.path().join("s.txt")).unwrap().permissions().mode() & 0o777, 0o600);
    }
    // It is not written over, and without a terminal nothing is written without a yes.
    assert_eq!(home.run(&arguments).code, 2);
    let said = home.run(&["support", "--answers", "kit/sender.toml", "--output", "other.txt"]);
    assert!(said.code == 2 && said.err.contains("would hold") && said.err.contains("--yes"), "{}", said.err);
    assert!(!home.path().join("other.txt").exists());
}
