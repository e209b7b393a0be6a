//! `--seed` and `--seed-example`, of the program itself.

use super::*;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, Command, Output, Stdio};

fn program(arguments: &[&str]) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_altinn-sandbox"));
    program.args(arguments);
    program
}

/// A program that is killed with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts a sandbox; returns the line of JSON with which it says where it is.
fn listening(mut command: Command, input: &str) -> (Running, Value) {
    let command = command.args(["--json", "--people", "never"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let running = Running(child);
    (running, serde_json::from_str(&line).expect("one line of JSON"))
}

fn example() -> String {
    let Output { status, stdout, .. } = program(&["--seed-example"]).output().unwrap();
    assert!(status.success());
    String::from_utf8(stdout).unwrap()
}

async fn clients(said: &Value) -> String {
    Answer::of(client().get(said["world"].as_str().unwrap())).await.body
}

#[tokio::test]
async fn the_printed_example_is_a_seed_that_works() {
    let example = example();
    assert_eq!(example, SEED_EXAMPLE);
    let (_piped, said) = listening(program(&["--seed", "-"]), &example);
    assert!(clients(&said).await.contains(VENDOR));
}

#[tokio::test]
async fn a_seed_goes_with_a_kit_a_world_and_a_proxy() {
    let (folder, file) = folder_with(SEED_EXAMPLE);
    let (kit, world, ca) = (folder.path().join("kit"), folder.path().join("world.json"), folder.path().join("ca.pem"));
    let mut command = program(&["--proxy", "127.0.0.1:0", "--seed"]);
    command.arg(&file).arg("--kit").arg(&kit).arg("--world").arg(&world).arg("--ca-out").arg(&ca);
    let (running, said) = listening(command, "");
    assert!(clients(&said).await.contains(VENDOR));
    assert!(kit.join("kit.json").exists() && ca.exists());

    let trusted = reqwest::Certificate::from_pem(&fs::read(&ca).unwrap()).unwrap();
    let proxy = reqwest::Proxy::all(said["proxy"]["address"].as_str().unwrap()).unwrap();
    let through = reqwest::Client::builder().tls_certs_merge([trusted]).proxy(proxy).build().unwrap();
    let resource = format!("https://platform.tt02.altinn.no/resourceregistry/api/v1/resource/{RESOURCE}");
    let answer = Answer::of(through.get(resource)).await;
    answer.is(200).has("/hasCompetentAuthority/orgcode", "arkiv").has("/title/nb", "Avlevering til arkivet");
    drop(running);

    // Killed, and started again without the seed: the world has kept it.
    let mut again = program(&["--world"]);
    again.arg(&world);
    let (_running, said) = listening(again, "");
    assert!(clients(&said).await.contains(VENDOR));
}

#[test]
fn a_wrong_seed_ends_with_2_and_leaves_nothing_behind() {
    let (folder, file) = folder_with("[[organisation]]\nnumber = \"310500004\"\n\n[[client]]\nid = \"one\"\n");
    let world = folder.path().join("world.json");
    let Output { status, stdout, stderr } = program(&["--seed"]).arg(&file).arg("--world").arg(&world).output().unwrap();
    let said = String::from_utf8(stderr).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!((status.code(), stdout.as_slice()), (Some(2), &b""[..]), "{said}");
    assert!(said.starts_with("The sandbox did not start, and nothing was changed."), "{said}");
    assert!(said.contains(&format!("{}, line 2: `number` should be an organisation number", file.display())), "{said}");
    assert!(said.contains("line 4: `organisation` is missing"), "{said}");
    assert!(!world.exists());
    let Output { status, .. } = program(&["--seed"]).arg(folder.path().join("gone.toml")).output().unwrap();
    assert_eq!(status.code(), Some(2));
}
