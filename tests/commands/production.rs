//! Without its own confirmation, a deed in production sends nothing.

use crate::program::{Home, flat};
use std::net::TcpListener;

/// Answers for an environment that is given by its addresses, with `platform` as the platform's. The file of the key does not
/// exist: a deed that is not allowed must not even read it.
fn answers(role: &str, platform: &str) -> String {
    format!(
        "role = \"{role}\"\norganisation = \"991825827\"\nresource = \"smart-files\"\nclient.id = \"7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11\"\n\
         client.kid = \"k\"\nclient.key = \"file:none.pem\"\ntransfer.recipients = [\"974760673\"]\n\
         events.endpoint = \"https://hooks.example.no/a\"\n\
         [environment]\nplatform = \"{platform}\"\nmaskinporten = \"https://test.maskinporten.no/\"\n"
    )
}

#[test]
fn an_environment_with_productions_host_is_production_and_nothing_is_asked() {
    let home = Home::new();
    // Every request that left this machine would go through this proxy.
    let proxy = TcpListener::bind("127.0.0.1:0").expect("a port");
    proxy.set_nonblocking(true).expect("it does not wait");
    let proxy_url = format!("http://{}", proxy.local_addr().expect("an address"));
    let variables = [("HTTPS_PROXY", proxy_url.as_str()), ("ALL_PROXY", proxy_url.as_str())];
    for platform in ["https://platform.altinn.no/", "https://PLATFORM.altinn.no:443/", "https://platform.altinn.no./"] {
        home.write("a.toml", answers("sender", platform).as_bytes());
        for (deed, further, words) in [
            ("subscribe", &["--yes"][..], "--confirm 991825827"),
            ("send-test", &["--yes"], "--confirm 991825827"),
            ("subscribe", &["--yes", "--confirm", "974760673"], "nothing was done"),
            ("subscribe", &["--yes", "--confirm", "yes"], "nothing was done"),
            ("subscribe", &["--confirm", "991825827"], "--yes"),
            ("subscribe", &[], "--confirm 991825827"),
        ] {
            let arguments = [&["do", deed, "--answers", "a.toml"], further].concat();
            let said = home.run_with(&arguments, &variables);
            assert!(said.code == 2 && flat(&said.err).contains(words), "{arguments:?} {}: {}", said.code, said.err);
        }
    }
    assert!(proxy.accept().is_err(), "nobody was asked anything");
}
