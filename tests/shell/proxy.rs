//! The unchanged program with the environment TT02: HTTPS_PROXY and the certificate alone lead it to the sandbox.

use crate::sandbox::{Sandbox, program};
use std::path::{Path, PathBuf};
use std::process::Output;

/// The webhooks' address. Altinn accepts only https, so it is below a host name that the proxy answers for.
const WEBHOOKS: &str = "https://am.ui.tt02.altinn.no/sandbox/sink/";

struct Tt02 {
    sandbox: Sandbox,
    address: String,
    authority: PathBuf,
}

impl Tt02 {
    fn start(folder: &Path) -> Self {
        let authority = folder.join("ca.pem");
        let sandbox = Sandbox::start(&["--people", "instant", "--proxy", "127.0.0.1:0", "--ca-out", authority.to_str().expect("a path")]);
        let address = sandbox.described["proxy"]["address"].as_str().expect("the proxy's address").to_owned();
        Self { sandbox, address, authority }
    }

    /// The kit's answers for a role, changed to the environment TT02.
    fn answers(&self, role: &str) -> PathBuf {
        let kit = std::fs::read_to_string(self.sandbox.kit(&format!("{role}.toml"))).expect("the kit");
        let mut answers: toml::Table = kit.parse().expect("TOML");
        answers.insert("environment".to_owned(), "tt02".into());
        let events = answers["events"].as_table_mut().expect("a table");
        events.insert("endpoint".to_owned(), format!("{WEBHOOKS}{role}").into());
        // The user's statement that the application received an event: at TT02 the program cannot ask the webhook.
        events.insert("received_by_application".to_owned(), jiff::Zoned::now().date().to_string().into());
        let file = self.sandbox.kit(&format!("{role}-tt02.toml"));
        std::fs::write(&file, answers.to_string()).expect("the answers");
        file
    }

    fn run(&self, arguments: &[&str], answers: &Path) -> Output {
        program(self.sandbox.home())
            .env("HTTPS_PROXY", &self.address)
            .env("SSL_CERT_FILE", &self.authority)
            .args(arguments)
            .arg("--answers")
            .arg(answers)
            .output()
            .expect("it runs")
    }
}

#[test]
fn each_role_comes_to_ready_at_tt02_through_the_proxy() {
    let folder = tempfile::tempdir().expect("a folder");
    let tt02 = Tt02::start(folder.path());
    for role in ["service-owner", "sender", "recipient"] {
        let answers = tt02.answers(role);
        for arguments in [&["do", "subscribe", "--yes"][..], &["do", "send-test", "--yes"], &["check"]] {
            let output = tt02.run(arguments, &answers);
            let (said, complaint) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
            assert_eq!(output.status.code(), Some(0), "{role} {arguments:?}\n{said}\n{complaint}");
            if arguments == ["check"] {
                assert!(said.contains("TT02") && said.contains("ready 5 of 5"), "{role}\n{said}");
            }
        }
    }
}

#[test]
fn without_the_certificate_the_program_says_that_it_trusts_nobody_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let tt02 = Tt02::start(folder.path());
    let answers = tt02.answers("sender");
    let output = program(tt02.sandbox.home())
        .env("HTTPS_PROXY", &tt02.address)
        .env_remove("SSL_CERT_FILE")
        .env_remove("SSL_CERT_DIR")
        .args(["check", "key.reach", "--answers"])
        .arg(&answers)
        .output()
        .expect("it runs");
    assert_ne!(output.status.code(), Some(0));
    let said = String::from_utf8_lossy(&output.stdout);
    for part in ["comes from", "called through the proxy", "as HTTPS_PROXY says", "own certificate authorities are trusted", "--ca"] {
        assert!(said.contains(part), "{part}\n{said}");
    }
}

/// The exit code and the document of `check key.reach` with these arguments and this in SSL_CERT_FILE.
fn reach(tt02: &Tt02, answers: &Path, arguments: &[&str], store: Option<&Path>) -> (Option<i32>, String) {
    let mut command = program(tt02.sandbox.home());
    command.env("HTTPS_PROXY", &tt02.address).env_remove("SSL_CERT_FILE").env_remove("SSL_CERT_DIR");
    if let Some(store) = store {
        command.env("SSL_CERT_FILE", store);
    }
    let output =
        command.args(["check", "key.reach", "--format", "json", "--answers"]).arg(answers).args(arguments).output().expect("it runs");
    (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn an_authority_is_trusted_by_flag_and_by_answer_and_a_file_without_one_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let tt02 = Tt02::start(folder.path());
    let answers = tt02.answers("sender");
    let authority = tt02.authority.to_str().expect("a path");
    let empty = folder.path().join("empty.pem");
    std::fs::write(&empty, "no certificate").expect("written");
    let empty = empty.to_str().expect("a path");

    let (code, said) = reach(&tt02, &answers, &["--ca", authority], None);
    assert!(code == Some(0) && said.contains("hosts answer"), "by flag\n{said}");
    let (_, said) = reach(&tt02, &answers, &["--ca", empty], None);
    assert!(said.contains("empty.pem, which --ca names, holds no certificate") && !said.contains("called through"), "{said}");
    let (_, said) = reach(&tt02, &answers, &["--ca", "missing.pem"], None);
    assert!(said.contains("there is no file") && said.contains("missing.pem, which --ca names"), "{said}");
    for (store, part) in [(empty, "which SSL_CERT_FILE names, holds no certificate"), ("/nonexistent.pem", "which SSL_CERT_FILE names")] {
        let (_, said) = reach(&tt02, &answers, &[], Some(Path::new(store)));
        assert!(said.contains(part), "{part}\n{said}");
    }

    // Relative to the answers file.
    std::fs::copy(authority, tt02.sandbox.kit("office.pem")).expect("copied");
    let text = std::fs::read_to_string(&answers).expect("the answers");
    std::fs::write(&answers, format!("ca = \"office.pem\"\n{text}")).expect("written");
    let (code, said) = reach(&tt02, &answers, &[], None);
    assert!(code == Some(0) && said.contains("hosts answer"), "by answer\n{said}");
}

/// A SOCKS5 proxy that opens its tunnels through the sandbox's proxy. It stops with the test's process.
fn socks_in_front_of(proxy: &str) -> std::net::SocketAddr {
    use std::io::{Read as _, Write as _};
    let to = proxy.trim_start_matches("http://").to_owned();
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let tunnel = move |mut client: std::net::TcpStream, to: &str| -> std::io::Result<()> {
        let mut head = [0; 2];
        client.read_exact(&mut head)?;
        client.read_exact(&mut vec![0; head[1].into()])?;
        client.write_all(&[5, 0])?;
        // Version, CONNECT, reserved, a name, its length.
        let mut request = [0; 5];
        client.read_exact(&mut request)?;
        let mut name = vec![0; request[4].into()];
        client.read_exact(&mut name)?;
        client.read_exact(&mut [0; 2])?;
        let mut there = std::net::TcpStream::connect(to)?;
        let name = String::from_utf8_lossy(&name).into_owned();
        there.write_all(format!("CONNECT {name}:443 HTTP/1.1\r\nHost: {name}:443\r\n\r\n").as_bytes())?;
        let mut answered = Vec::new();
        let mut byte = [0];
        while !answered.ends_with(b"\r\n\r\n") {
            there.read_exact(&mut byte)?;
            answered.push(byte[0]);
        }
        client.write_all(&[5, 0, 0, 1, 0, 0, 0, 0, 0, 0])?;
        let (mut from, mut back) = (client.try_clone()?, there.try_clone()?);
        std::thread::spawn(move || std::io::copy(&mut from, &mut back));
        std::io::copy(&mut there, &mut client).map(drop)
    };
    std::thread::spawn(move || {
        for client in listener.incoming().flatten() {
            let to = to.clone();
            // A client that hangs up is no failure.
            std::thread::spawn(move || drop(tunnel(client, &to)));
        }
    });
    address
}

#[test]
fn a_socks_proxy_is_a_way_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let tt02 = Tt02::start(folder.path());
    let answers = tt02.answers("sender");
    let socks = socks_in_front_of(&tt02.address);
    let output = program(tt02.sandbox.home())
        .env("ALL_PROXY", format!("socks5h://{socks}"))
        .env("SSL_CERT_FILE", &tt02.authority)
        .args(["check", "key.reach", "client.token", "--format", "json", "--answers"])
        .arg(&answers)
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.code() == Some(0) && said.contains(&format!("through the proxy {socks}, as ALL_PROXY says")), "{said}");
    assert!(said.contains("Maskinporten knows the client and its key"), "{said}");
}

/// Starts a sandbox with a proxy. Returns the process and the text that it prints before its last line.
fn start_with_proxy(folder: &Path, authority: &Path, arguments: &[&str]) -> (std::process::Child, String) {
    let mut child = program(folder)
        .args(["sandbox", "--json", "--proxy", "127.0.0.1:0", "--ca-out"])
        .arg(authority)
        .args(arguments)
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("it starts");
    let lines = std::io::BufRead::lines(std::io::BufReader::new(child.stderr.take().expect("its words")));
    let said = lines.map_while(Result::ok).take_while(|line| line != "Ctrl-C stops it.").map(|line| line + "\n").collect();
    (child, said)
}

#[test]
fn a_first_start_prints_the_lines_to_paste_and_the_next_one_does_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let (world, authority) = (folder.path().join("world.json"), folder.path().join("ca.pem"));
    let mut said = Vec::new();
    for _ in 0..2 {
        let (mut child, words) = start_with_proxy(folder.path(), &authority, &["--world", world.to_str().expect("a path")]);
        child.kill().and_then(|()| child.wait()).expect("it ends");
        said.push(words);
    }
    for line in [
        "export HTTPS_PROXY=http://127.0.0.1:",
        "CURL_CA_BUNDLE=",
        "REQUESTS_CA_BUNDLE=",
        "NODE_EXTRA_CA_CERTS=",
        "keytool -importcert",
        "# .NET",
    ] {
        assert!(said[0].contains(line), "{line}: {}", said[0]);
        assert!(!said[1].contains(line), "{line}: {}", said[1]);
    }
    assert!(said[1].contains("altinn.no"), "{}", said[1]);
}

#[test]
fn a_proxy_for_other_machines_is_refused_with_a_sentence() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = program(folder.path()).args(["sandbox", "--proxy", "0.0.0.0:8443", "--ca-out", "ca.pem"]).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2), "a wrong call");
    let said = String::from_utf8_lossy(&output.stderr).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("0.0.0.0:8443 is not an address of this machine alone"), "{said}");
}

/// The printed lines from a heading up to the next heading.
fn block<'s>(said: &'s str, heading: &str) -> &'s str {
    let from = said.find(&format!("\n{heading}")).unwrap_or_else(|| panic!("{heading}: {said}")) + 1;
    let block = &said[from..];
    &block[..block[1..].find("\n# ").map_or(block.len(), |end| end + 1)]
}

#[test]
fn the_lines_work_as_they_are_pasted_from_a_folder_that_needs_quoting() {
    let folder = tempfile::tempdir().expect("a folder");
    let authority = folder.path().join("it's here").join("ca.pem");
    let (mut child, said) = start_with_proxy(folder.path(), &authority, &[]);
    let urllib = "python3 -c 'import urllib.request; print(urllib.request.urlopen(\"https://test.maskinporten.no/jwk\").read().decode())'";
    for (heading, needs, then, shows) in
        [("# curl", "curl", "", "\"issuer\":\"https://test.maskinporten.no/\""), ("# Python", "python3", urllib, "\"keys\":[")]
    {
        if std::process::Command::new(needs).arg("--version").output().is_err() {
            eprintln!("SKIPPED: there is no {needs} here");
            continue;
        }
        let script = format!("unset NO_PROXY no_proxy\n{}\n{then}", block(&said, heading));
        let output = std::process::Command::new("bash").arg("-c").arg(&script).output().expect("bash");
        let (shown, complaint) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(shown.contains(shows), "{script}\n{shown}\n{complaint}");
    }
    child.kill().and_then(|()| child.wait()).expect("it ends");
}

#[test]
fn the_certificate_is_the_users_alone_and_replaced_as_a_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let authority = folder.path().join("ca.pem");
    std::fs::write(&authority, "something else, and longer than any certificate\n".repeat(200)).expect("written");
    let (mut child, _) = start_with_proxy(folder.path(), &authority, &["--force"]);
    child.kill().and_then(|()| child.wait()).expect("it ends");
    let text = std::fs::read_to_string(&authority).expect("the certificate");
    assert!(text.starts_with("-----BEGIN CERTIFICATE-----") && text.trim_end().ends_with("-----END CERTIFICATE-----"), "{text}");
    assert_eq!(
        std::fs::read_dir(folder.path()).expect("a folder").filter_map(Result::ok).filter(|entry| entry.path().is_file()).count(),
        1
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(std::fs::metadata(&authority).expect("it").permissions().mode() & 0o777, 0o600);
    }
}
