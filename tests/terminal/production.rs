//! A deed in production at a terminal: only typing the profile's name starts it.

use crate::program::Program;
use portable_pty::CommandBuilder;
use std::net::TcpListener;
use std::path::Path;

fn subscribing(home: &Path, proxy: &str) -> Program {
    let folder = home.join("config/profiles");
    std::fs::create_dir_all(&folder).expect("a folder");
    let profile = "version = 1\nrole = \"sender\"\norganisation = \"991825827\"\nresource = \"smart-files\"\nenvironment = \"prod\"\n\
        [client]\nid = \"7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11\"\nkid = \"k\"\nkey = \"file:none.pem\"\n\
        [events]\nendpoint = \"https://hooks.example.no/a\"\n";
    std::fs::write(folder.join("live.toml"), profile).expect("a profile");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_broker-setup"));
    command.args(["do", "subscribe", "--profile", "live"]);
    Program::spawn(command, home, 120, 40, &[("HTTPS_PROXY", proxy), ("ALL_PROXY", proxy)])
}

#[test]
fn only_the_profiles_name_lets_a_deed_into_production() {
    let proxy = TcpListener::bind("127.0.0.1:0").expect("a port");
    proxy.set_nonblocking(true).expect("it does not wait");
    let proxy_url = format!("http://{}", proxy.local_addr().expect("an address"));
    for typed in ["y", "yes", "Live", "", "live please"] {
        let home = tempfile::tempdir().expect("a home");
        let mut program = subscribing(home.path(), &proxy_url);
        program.wait_for("This is production. Type live to go on:");
        program.press(&format!("{typed}\r"));
        assert_eq!(program.ending(), Ok(1), "{typed:?}");
        assert!(program.wait_for("Nothing was done.").contains("POST"), "what would be done was shown");
    }
    assert!(proxy.accept().is_err(), "nobody was asked anything");
    // Ctrl-C works while the question waits.
    let home = tempfile::tempdir().expect("a home");
    let mut program = subscribing(home.path(), &proxy_url);
    program.wait_for("This is production. Type live to go on:");
    program.press("\x03");
    assert_eq!(program.ending(), Ok(130));
    program.assert_terminal_given_back("Ctrl-C at a question");
    // With the profile's name the deed starts. It then stops because the file of the key does not exist.
    let home = tempfile::tempdir().expect("a home");
    let mut program = subscribing(home.path(), &proxy_url);
    program.wait_for("This is production. Type live to go on:");
    program.press("live\r");
    assert_eq!(program.ending(), Ok(1));
    assert!(!program.screen().contains("Nothing was done."), "{}", program.screen());
}
