//! The wizard in a terminal.

use crate::program::Program;
use portable_pty::CommandBuilder;
use std::path::Path;

impl Program {
    /// Starts `broker-setup`.
    pub fn start(home: &Path, arguments: &[&str], columns: u16, rows: u16) -> Self {
        Self::start_with(home, arguments, columns, rows, &[])
    }

    /// The same, with further environment variables.
    pub fn start_with(home: &Path, arguments: &[&str], columns: u16, rows: u16, variables: &[(&str, &str)]) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_broker-setup"));
        command.args(arguments);
        Self::spawn(command, home, columns, rows, variables)
    }
}
