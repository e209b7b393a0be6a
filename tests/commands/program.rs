//! Runs the real binary with a temporary home.

use assert_cmd::Command;
use std::path::{Path, PathBuf};

/// A temporary home, which is removed at the end of the test.
pub struct Home(tempfile::TempDir);

/// A command's exit code, standard output and standard error.
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Home {
    pub fn new() -> Self {
        Self(tempfile::tempdir().expect("a home"))
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn write(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder");
        std::fs::write(&path, content).expect("the file");
        path
    }

    pub fn run(&self, arguments: &[&str]) -> Said {
        self.run_with(arguments, &[])
    }

    /// Runs a command with further variables.
    pub fn run_with(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Said {
        let mut command = Command::from_std(self.command(arguments));
        command.envs(variables.iter().copied());
        Self::ended(command)
    }

    /// Runs a command with this on its standard input.
    pub fn run_typing(&self, arguments: &[&str], typed: &[u8]) -> Said {
        let mut command = Command::from_std(self.command(arguments));
        command.write_stdin(typed);
        Self::ended(command)
    }

    fn ended(mut command: Command) -> Said {
        let output = command.output().expect("it runs");
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
        Said { code: output.status.code().expect("it ended by itself"), out: text(&output.stdout), err: text(&output.stderr) }
    }

    /// The command, not yet run. Variables of the caller that could change the result are removed.
    pub fn command(&self, arguments: &[&str]) -> std::process::Command {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_broker-setup"));
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("BROKER_SETUP") || name.to_lowercase().ends_with("_proxy")) {
            command.env_remove(name);
        }
        command.env("BROKER_SETUP_HOME", self.path()).env("LC_ALL", "C.UTF-8").current_dir(self.path());
        command.args(arguments);
        command
    }
}

/// The text on one line, so that an assertion does not depend on where it was wrapped.
pub fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
