//! An answers file that may be a stranger's: nothing of the user's goes to addresses that the file names itself, unless the user
//! agrees. The stranger's server is a port that must not be asked.

use crate::program::{Home, Said, flat};
use std::net::TcpListener;

const SECRET: &str = "canary-5f2e8a1c";

/// A server that counts nothing and answers nobody: a connection to it is the mistake.
struct Stranger(TcpListener);

impl Stranger {
    fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        listener.set_nonblocking(true).expect("it does not wait");
        Self(listener)
    }

    fn address(&self) -> String {
        format!("http://{}/", self.0.local_addr().expect("an address"))
    }

    fn was_asked(&self) -> bool {
        self.0.accept().is_ok()
    }

    /// An answers file with this server's address and these further lines.
    fn answers(&self, lines: &str) -> String {
        let base = self.address();
        format!(
            "role = \"sender\"\norganisation = \"991825827\"\n{lines}\n[environment]\nplatform = \"{base}\"\nmaskinporten = \"{base}\"\n"
        )
    }
}

fn check(home: &Home, arguments: &[&str]) -> Said {
    let only = ["check", "client.key", "--answers", "theirs/a.toml"];
    home.run_with(&[&only[..], arguments].concat(), &[("AWS_SECRET_ACCESS_KEY", SECRET), ("BROKER_SETUP_OWN", SECRET)])
}

fn assert_refused(said: &Said, stranger: &Stranger, words: &[&str]) {
    let shown = flat(&said.err);
    assert_eq!((said.code, said.out.as_str()), (2, ""), "{shown}");
    let host = stranger.address().replace("http://", "").replace('/', "");
    for word in words.iter().copied().chain(["--trust-answers", "Nothing was sent.", host.as_str()]) {
        assert!(shown.contains(word), "{word}: {shown}");
    }
    assert!(!shown.contains(SECRET));
    assert!(!stranger.was_asked(), "the stranger's server was asked");
}

#[test]
fn a_strangers_file_takes_no_variable_and_no_file_of_the_users() {
    let (home, stranger) = (Home::new(), Stranger::new());
    home.write("mine/id_rsa", SECRET.as_bytes());
    let outside = home.path().join("mine/id_rsa").canonicalize().expect("it exists").display().to_string();
    for (line, word) in [
        ("api_key = \"env:AWS_SECRET_ACCESS_KEY\"".to_owned(), "env:AWS_SECRET_ACCESS_KEY"),
        ("api_key = \"env:$AWS_SECRET_ACCESS_KEY\"".to_owned(), "env:AWS_SECRET_ACCESS_KEY"),
        ("client.key = \"file:../mine/id_rsa\"".to_owned(), outside.as_str()),
        (format!("client.key = \"file:{outside}\""), outside.as_str()),
        (format!("client.key = \"file://{outside}\""), outside.as_str()),
        ("client.key_password = \"file:none/../../mine/id_rsa\"".to_owned(), outside.as_str()),
        ("client.key = \"file:~/.ssh/id_rsa\"".to_owned(), ".ssh/id_rsa"),
        ("client.key = \"file:/proc/self/environ\"".to_owned(), "environ"),
    ] {
        home.write("theirs/a.toml", stranger.answers(&line).as_bytes());
        assert_refused(&check(&home, &[]), &stranger, &[word]);
    }
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_leads_out_of_it() {
    let (home, stranger) = (Home::new(), Stranger::new());
    home.write("mine/id_rsa", SECRET.as_bytes());
    home.write("theirs/a.toml", stranger.answers("client.key = \"file:inside.pem\"").as_bytes());
    std::os::unix::fs::symlink(home.path().join("mine/id_rsa"), home.path().join("theirs/inside.pem")).expect("a link");
    assert_refused(&check(&home, &[]), &stranger, &["id_rsa"]);
}

#[test]
fn what_lies_beside_the_file_or_was_set_for_this_program_is_no_question() {
    let (home, stranger) = (Home::new(), Stranger::new());
    home.write("theirs/keys/k.pem", b"no key");
    let lines = "api_key = \"env:BROKER_SETUP_OWN\"\nclient.key = \"file:keys/k.pem\"\nclient.kid = \"k\"";
    home.write("theirs/a.toml", stranger.answers(lines).as_bytes());
    let said = check(&home, &[]);
    assert!(said.code != 2 && !said.err.contains("--trust-answers"), "{}", said.err);
    // Both hosts are named before anything is sent.
    let shown = flat(&said.err);
    assert_eq!(shown.matches(stranger.address().trim_end_matches('/')).count(), 2, "{shown}");
}

#[test]
fn the_flag_agrees_and_an_answer_of_the_users_own_is_none_of_the_files() {
    let (home, stranger) = (Home::new(), Stranger::new());
    home.write("theirs/a.toml", stranger.answers("api_key = \"env:AWS_SECRET_ACCESS_KEY\"").as_bytes());
    for arguments in [&["--trust-answers"][..], &["--api-key", "env:AWS_SECRET_ACCESS_KEY"], &["--environment", "sandbox"]] {
        let said = check(&home, arguments);
        assert_ne!(said.code, 2, "{arguments:?}: {}", said.err);
    }
    // The flag is for that one time.
    assert_eq!(check(&home, &[]).code, 2);
}

#[test]
fn a_file_from_elsewhere_is_not_sent_unseen() {
    let home = Home::new();
    home.write("mine/wages.csv", SECRET.as_bytes());
    let lines =
        "role = \"sender\"\nenvironment = \"sandbox\"\ntransfer.file = \"../mine/wages.csv\"\ntransfer.recipients = \"310100005\"\n";
    home.write("theirs/a.toml", lines.as_bytes());
    let said = home.run(&["do", "send-test", "--yes", "--answers", "theirs/a.toml"]);
    let shown = flat(&said.err);
    assert_eq!(said.code, 2, "{shown}");
    for word in ["wages.csv", "310 100 005", "--trust-answers", home.path().canonicalize().expect("it exists").to_str().expect("text")] {
        assert!(shown.contains(word), "{word}: {shown}");
    }
}

#[test]
fn plain_http_to_another_machine_is_refused_wherever_it_stands() {
    let home = Home::new();
    home.write(
        "a.toml",
        b"role = \"sender\"\n[environment]\nplatform = \"http://10.0.0.1/\"\nmaskinporten = \"https://test.maskinporten.no/\"\n",
    );
    let said = home.run(&["check", "--answers", "a.toml"]);
    assert_eq!(said.code, 2);
    assert!(flat(&said.err).contains("Write https://10.0.0.1/ instead."), "{}", said.err);
    home.write(
        "config/profiles/mine.toml",
        b"version = 1\nrole = \"sender\"\n[environment]\nplatform = \"https://10.0.0.1/\"\nmaskinporten = \"http://10.0.0.1/\"\n",
    );
    for command in [&["check"][..], &["do", "subscribe", "--yes"]] {
        let said = home.run(&[command, &["--profile", "mine"]].concat());
        assert_eq!(said.code, 3, "{}", said.err);
        assert!(flat(&said.err).contains("Nothing was sent: the address maskinporten is plain http"), "{}", said.err);
    }
}

#[test]
fn no_answers_file_and_no_variable_runs_a_program() {
    let home = Home::new();
    for text in
        ["cmd:touch ran", " cmd:touch ran", "\u{feff}cmd:touch ran", "CMD:touch ran", "\u{200b}cmd:touch ran", "cmd:touch \u{22}ran"]
    {
        home.write("a.toml", format!("role = \"sender\"\nclient.key = '{text}'\n").as_bytes());
        for said in [
            home.run(&["check", "client.key", "--answers", "a.toml"]),
            home.run_with(&["check", "client.key", "--role", "sender"], &[("BROKER_SETUP_CLIENT_KEY", text)]),
            home.run_with(&["profile", "new", "mine", "--role", "sender"], &[("BROKER_SETUP_CLIENT_KEY", text)]),
        ] {
            assert_eq!(said.code, 2, "{text}: {}", said.err);
        }
    }
    assert!(!home.path().join("ran").exists());
}
