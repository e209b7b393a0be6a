//! Starts the wizard in a terminal. The library's own tests use [`Program`] too, but start another command in it.

use crate::program::Program;
use portable_pty::CommandBuilder;
use std::path::Path;

impl Program {
    pub fn start(home: &Path, arguments: &[&str], columns: u16, rows: u16) -> Self {
        Self::start_with(home, arguments, columns, rows, &[])
    }

    /// Like [`Self::start`], with further environment variables.
    pub fn start_with(home: &Path, arguments: &[&str], columns: u16, rows: u16, variables: &[(&str, &str)]) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_broker-setup"));
        command.args(arguments);
        Self::spawn(command, home, columns, rows, variables)
    }
}
