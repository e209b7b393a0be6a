//! A sandbox that the real binary runs as its own process, with its kit of files, for tests that work as a script does.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

/// A running sandbox, which is killed at the end of the test.
pub struct Sandbox {
    child: Child,
    home: tempfile::TempDir,
    /// The line of JSON that it prints at its start.
    pub described: serde_json::Value,
}

/// The binary with its own home, and without those of the caller's variables that could change what it does.
pub fn program(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_broker-setup"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("BROKER_SETUP") || name.to_lowercase().ends_with("_proxy")) {
        command.env_remove(name);
    }
    command.env("HOME", home).env("BROKER_SETUP_HOME", home).env("LC_ALL", "C.UTF-8").env_remove("NO_COLOR").stdin(Stdio::null());
    command
}

impl Sandbox {
    /// Starts a sandbox that writes a kit, with further arguments.
    pub fn start(arguments: &[&str]) -> Self {
        let home = tempfile::tempdir().expect("a home");
        let kit = home.path().join("kit");
        let mut child = program(home.path())
            .arg("sandbox")
            .arg("--json")
            .arg("--kit")
            .arg(&kit)
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the sandbox starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line).expect("one line");
        let described = serde_json::from_str(&line).expect("one line of JSON");
        Self { child, home, described }
    }

    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The path of a file of the kit.
    pub fn kit(&self, file: &str) -> PathBuf {
        self.home.path().join("kit").join(file)
    }

    /// Runs a command with the kit's answers for a role.
    pub fn run(&self, role: &str, arguments: &[&str]) -> Output {
        program(self.home()).args(arguments).arg("--answers").arg(self.kit(&format!("{role}.toml"))).output().expect("it runs")
    }

    /// Runs `check` with the kit's answers for a role; returns its exit code and its JSON document.
    pub fn check(&self, role: &str, arguments: &[&str]) -> (i32, serde_json::Value) {
        let output = self.run(role, &[&["check", "--format", "json"], arguments].concat());
        let document = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
            panic!("{error}: {}\n{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
        });
        (output.status.code().unwrap_or(-1), document)
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
